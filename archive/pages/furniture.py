"""Which lines belong to the site and not to an article: menus, labels, rights, forms, tips."""

from __future__ import annotations

import re

from .families import BOX_LABELS, END, HEAD, SECTION_ENDS, SECTIONS
from .shapes import ends_sentence

_PATTERNS = re.compile(
    r"(?:댓글.{0,24}|첫\s?댓글.{0,20}|\d{1,5}\s?/\s?\d{1,5}(?:자|byte)?"
    r"|(?:조회수?|추천|공감|좋아요|스크랩|반대|공유)\s?:?\s?\(?[\d,]{0,9}\)?회?"
    r"|[\d,]{1,15}|[-−]?\d{1,3}(?:\.\d)?\s?(?:℃|℉|°[CF]|º)|:{2,}.{1,40}:{2,}|\d{1,3}:\d{2}"
    r"|(?:기사입력|등록|승인|입력|수정|최종수정)\s?[:：]?|(?:이전|다음)\s?(?:기사|글).{0,60}"
    r"|(?:글자|글씨|본문|텍스트)\s?(?:크기|글씨).{0,12}|.{0,12}(?:복사|공유|스크랩|인쇄|저장)하기"
    r"|.{0,12}(?:이|가)\s?(?:복사|완료)\s?(?:되었습니다|됐습니다)\.?|주소\s?복사.{0,8}|AD|광고|기사\s?사진"
    r"|.{0,30}(?:회사소개|개인정보|이용약관|청소년보호|광고문의|고충처리|윤리강령|찾아오시는).{0,60}"
    r"|.{0,12}\(으\)로\s?기사\s?보내기|.{0,12}다른\s?기사\s?(?:더\s?)?보기|BEST\s?댓글.{0,40}"
    r"|(?:.{0,14}바로\s?가기\s?){1,6}"
    r"|(?:글쓴이|작성자|이름|날짜|등록일|첨부|첨부파일|조회|조회수|출처)(?:\s[:：]?\s?|[:：]\s?).{1,20}"
    r"|[가-힣A-Za-z0-9·/ ]{1,14}(?:\s?[>＞›»]\s?[가-힣A-Za-z0-9·/ ]{1,14})+)$"
)
_PUBLISHER_SIGN = re.compile(
    r"[:：]|인 |등록|사업자|전화|전 화|고객|연락처|TEL|FAX|Tel|Fax|우\)?\s?\d"
)
_PUBLISHER = re.compile(
    r"발행인\s?[:：·ㆍ]|편집인\s?[:：]|등록번호\s?[:：]|사업자\s?등록\s?번호|"
    r"청소년\s?보호\s?책임자?\s?[:：]|"
    r"대표전화\s?[:：]|제호\s?[:：]|고객센터\s?[:：\d]|팩스\s?[:：]|"
    r"연락처\s?[\d:：]|(?:TEL|FAX|Tel|Fax|전화|전 화)\s?[.:：]?\s?\(?\d|"
    r"인터넷신문\s?등록|우\)?\s?\d{5}\s"
)
_RIGHTS_SIGN = re.compile(r"저작권|무단|재배포|ight|IGHT|[©ⓒ]|AI")
_RIGHTS = re.compile(
    r"저작권\s?자|무단\s?전재|무단\s?복제|재배포\s?금지|재배포금지|[Cc]opyrights?\s?[©ⓒ(]|COPYRIGHT|"
    r"[Aa]ll\s?[Rr]ights?\s?[Rr]eserved|ALL RIGHTS|[©ⓒ]\s?(?:19|20)\d\d|AI\s?학습\s?(?:및|이용)"
)
_FORBIDS = re.compile(r"금(?:지|합니다|함)|저작권법|저작권은|저작권이|[©ⓒ]")
_TIP_LINE = re.compile(
    r"[■▶▷※◎☞☎▣]\s?.{0,30}(?:제보|카카오톡|이메일|전화|홈페이지|유튜브|공감언론|구독|앱)"
    r"|\[(?:카카오톡|전화|메일|이메일|카톡|라인|유튜브|홈페이지)\]|.{0,24}(?:기사\s?문의|제보\s?[:：])"
    r"|#\S{1,20}(?:\s+#\S{1,20})*$"
)
_MASTHEAD_MAIL = re.compile(
    r"[가-힣A-Za-z0-9 ]{2,20}\([A-Za-z0-9._%+\-]{1,40}@[A-Za-z0-9.\-]{0,60}\)$"
)
_NOTE = re.compile(r"※\s?[^.!?]{1,24}$")
_LICENCE = re.compile(
    r"(?:본|이)\s?(?:공공)?(?:저작물|게시물)은.{0,60}(?:공공누리|출처)|공공누리|출처표시"
)
CUE = re.compile(
    r"(?:[<〈\[◀【]\s?(?:앵커|기자|리포트|인터뷰|녹취|자막|VCR|아나운서|현장음|SYNC|싱크|CG\d?|\d{1,2}|영상|캐스터"
    r"|ANC|END|INT)(?:\s?멘트|\s?리포트)?\s?[>〉\]▶】]|(?:앵커|기자)\)|=\s?VCR\s?\d?\s?="
    r"|[<\[](?:씨쥐|수퍼|CG|자막)\d?[^>\]]{0,20}[>\]]|CG\d{0,2}\.?|INT\.?|S\.?U\.?|VCR\d?\.?)$"
)


def is_rights(text: str) -> bool:
    """Whether the line is a copyright line: a sentence that speaks of copyright is none."""
    if len(text) > 300 or not _RIGHTS_SIGN.search(text):
        return False
    if _RIGHTS.search(text) is None:
        return False
    return not ends_sentence(text) or _FORBIDS.search(text) is not None


def is_masthead(text: str) -> bool:
    """Whether the line names the publisher, his number or his telephone, as at the foot."""
    if len(text) > 400 or not _PUBLISHER_SIGN.search(text):
        return False
    return _PUBLISHER.search(text, 0, 200) is not None and not ends_sentence(text)


def is_furniture(words: str) -> bool:
    """Whether the words are furniture wherever on the page they stand."""
    if words in HEAD or not any(map(str.isalnum, words)):
        return True
    return len(words) < 70 and _PATTERNS.match(words) is not None


def is_end(words: str) -> bool:
    """Whether the words close an article: a box, a comment form, a banner, a tip line."""
    if words in END:
        return True
    return (
        _TIP_LINE.match(words) is not None
        or _MASTHEAD_MAIL.match(words) is not None
        or _NOTE.match(words) is not None
        or (len(words) < 200 and _LICENCE.match(words) is not None)
    )


def is_certain_end(words: str) -> bool:
    """Whether the words close an article wherever they stand: notes and tips may stand inside."""
    return words in END


def is_box_label(words: str) -> bool:
    """Whether the words are a label that boxes bear on many sites."""
    return len(words) <= 16 and words.replace(" ", "") in BOX_LABELS


def is_section(words: str) -> bool:
    """Whether the words are a section's name."""
    bare = words.replace(" ", "")
    return bare in SECTIONS or (len(bare) <= 7 and bare == words and bare.endswith(SECTION_ENDS))
