"""Who wrote an article: names from bylines before, behind and beside the body."""

from __future__ import annotations

import re

from .vocabulary import words_of

# The hundred-odd surnames of Korea by frequency (Statistics Korea, census of 2015: those borne by
# more than a thousand people), for telling a name from a brand or a town.
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염"
    "여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은용편예경봉"
)
_DOUBLE = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")

# What may stand behind a name: reporters of every rank, and the others who write in a paper.
_REPORTER = (
    r"(?:시민|수습|인턴|객원|선임|전문|대|명예|주재|사진|편집|영상|취재|학생|청소년|어린이|국민|"
    r"[가-힣]{2,6}전문|본지|도민|의학|과학|논설)?기자"
)
_OTHERS = (
    r"특파원|통신원|리포터|논설위원|논설실장|논설주간|편집위원|편집국장|편집장|편집인|주필|주간|"
    r"지국장|지사장|본부장|총국장|취재본부장|국장|부국장|부장|차장|팀장|센터장|칼럼니스트|칼럼리스트|"
    r"평론가|에디터|PD|피디|앵커|아나운서|캐스터|작가|시인|교수|변호사|발행인|대표기자|대표|데스크|"
    r"연구위원|위원|전문위원|자문위원|소장|회장|원장|이사|지회장|취재팀장|기상캐스터|수필가|소설가"
)
_TITLE = rf"(?:{_REPORTER}|[가-힣]{{0,6}}(?:{_OTHERS}))"
_NAME = r"[가-힣]{2,5}"
_NAME_TITLE = re.compile(rf"(?<![가-힣])(?P<name>{_NAME})\s?(?P<title>{_TITLE})(?![가-힣])")
_NAME_REPORTER = re.compile(rf"(?<![가-힣])(?P<name>{_NAME})\s?(?:{_REPORTER})(?![가-힣])")
_GLUED_BRAND = re.compile(
    rf"(?<![가-힣])[가-힣]{{2,14}}?(?P<name>[가-힣]{{3}}){_REPORTER}(?![가-힣])"
)
_WORK = (
    r"글\s?[·ㆍ,/]\s?사진|글|사진\s?[·ㆍ,/]\s?글|취재|정리|진행|작성자|작성|글쓴이|기자명|기자|"
    r"인터뷰|Editor|editor|by|By|BY"
    r"|(?:[가-힣]{2})?(?:제작|구성|촬영)(?=\s?[:：])"
)
_WORK_NAME = re.compile(
    rf"(?<![가-힣])(?:{_WORK})\s?[.:：=|]?\s*(?P<name>{_NAME})(?=$|[\s\])/|,·=@(]|작성일|등록일)"
)
_MORE_NAMES = re.compile(
    rf"(?<![가-힣])(?P<names>{_NAME}(?:\s?[·ㆍ,]\s?{_NAME}|\s{_NAME})+)\s?(?:{_REPORTER})(?![가-힣])"
)

_BRACKET = re.compile(r"[\[(<【〈]\s?(?P<inside>[^\[\]()<>【】〈〉\n]{2,60}?)\s?[\])>】〉]")
_WIRE = re.compile(
    r"[\[(]\s?[^\[\]()=]{1,24}=\s?[^\[\]()=]{1,20}[\])]\s*(?P<who>[^=\n]{2,60}?기자|[^=\n]{2,40}?특파원)\s?="
)
_PIPE = re.compile(
    rf"[가-힣A-Za-z0-9 ]{{0,20}}?(?<![가-힣])(?P<name>{_NAME})\s?{_REPORTER}\s?[|=│ㅣ]"
)
_BRAND_END = words_of("""
    신문 뉴스 일보 방송 타임즈 타임스 저널 투데이 통신 연합 매일 신보 경제 데일리 미디어 포스트
    헤럴드 타임 뉴시스 TV news NEWS 닷컴 프레스 리뷰 기자단 넷 매거진 라디오 시보 공보
""")

_MAIL = re.compile(r"[A-Za-z0-9._%+\-]{1,64}@(?:[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63})*)?")
_GLUED_TAIL = re.compile(
    rf"(?:[다요죠까][.!?][\"'”’)]?|[.!?][\"'”’)]|[\"”])\s?[/\[(<]?\s?(?P<by>[^.!?\"”\[\]/]{{0,24}}?"
    rf"(?<![가-힣])(?P<name>{_NAME})\s?{_REPORTER}\s?(?:[A-Za-z0-9._%+\-]{{1,64}}@[A-Za-z0-9.\-]{{0,60}})?"
    rf"[\])>]?)$"
)
# Only a line with one of these can be a byline: `김도담 회장` alone is a person of the story.
_SIGNED = re.compile(
    r"기자|글쓴이|특파원|통신원|리포터|니스트|논설|편집위원|에디터|Editor|PD|캐스터|앵커|아나운서|작성|정리|글|취재|@|"
    r"지국장|지사장|본부장|제작"
)
_CREW = re.compile(
    r"[(\[<]?\s?(?:영상\s?)?(?:취재|편집|촬영|그래픽|디자인|구성|제작)(?:기자)?\s?[:：][^.!?]{2,60}$"
)
_DESK = re.compile(
    r"[\[(]?(?:[가-힣A-Za-z0-9]{1,8}\s?)?(?:온라인|디지털|인터넷|편집|뉴스|취재|보도|사회|정치|경제|문화|지역|콘텐츠)"
    r"[가-힣]{0,4}(?:팀|부|국|본부|센터|에디터)[\])]?$|(?:연합뉴스|뉴시스|뉴스1|뉴스원|연합)$"
)
_LEFTOVER = re.compile(r"[\s/\[\]()<>=|:：·ㆍ,.■◆●▶☞ⓒ©\-–@*#&]+")
_NOT_NAMES = frozenset(
    words_of("""
        취재 사진 본지 편집 온라인 디지털 인터넷 담당 기자명 이름 선임 수습
        객원 전문 인턴 시민 대표 논설
    """)
)


def is_name(word: str) -> bool:
    """Whether a Hangul word can be a person's name: a surname and one to three syllables."""
    if word in _NOT_NAMES or word.endswith(_BRAND_END):
        return False
    if word.startswith(_DOUBLE) and 3 <= len(word) <= 4:
        return True
    return 2 <= len(word) <= 4 and word[0] in SURNAMES


def opening_names(text: str) -> tuple[str, ...]:
    """The names in the byline that opens a body: `[BRAND=NAME 기자]`, `(CITY=AGENCY) NAME 기자 =`
    and their like.
    """
    head = text[:110]
    wire = _WIRE.match(head)
    if wire:
        return names_in(wire["who"])
    bracket = _BRACKET.match(head)
    if bracket:
        return _bracket_names(bracket["inside"])
    pipe = _PIPE.match(head)
    if pipe and is_name(pipe["name"]):
        return (pipe["name"],)
    return ()


def opens_with_byline(text: str) -> bool:
    """Whether a body line opens with `[BRAND…]`, `(CITY=AGENCY)` or `BRAND NAME 기자 |`."""
    head = text[:110]
    if _WIRE.match(head) or _PIPE.match(head):
        return True
    bracket = _BRACKET.match(head)
    if not bracket or len(text) < bracket.end() + 12:
        return False
    inside = bracket["inside"]
    return "=" in inside or bool(_bracket_names(inside)) or inside.endswith(_BRAND_END)


def closing_names(text: str) -> tuple[str, ...]:
    """The name glued behind the last sentence (`…했다./NAME기자 ID@`), or none."""
    tail = text[-110:]
    if "기자" not in tail:
        return ()
    found = _GLUED_TAIL.search(tail)
    if found and is_name(found["name"]):
        return (found["name"],)
    return ()


def line_names(text: str) -> tuple[str, ...] | None:
    """The names of a line that is a byline and nothing else; None where it is something else.

    An empty tuple is a line of a mail address or a desk alone.
    """
    if _CREW.match(text):
        return ()
    if len(text) > 80 or not _SIGNED.search(text):
        return () if _DESK.match(text) else None
    bare = _MAIL.sub(" ", text)
    names = names_in(bare)
    rest = bare
    for name in names:
        rest = rest.replace(name, " ")
    words = [word for word in _LEFTOVER.split(rest) if word]
    if names:
        return names if _only_byline_words(words, text) else None
    if bare == text:
        return None
    if len(words) <= 2 and words and len(words[-1]) == 3 and is_name(words[-1]):
        return (words[-1],)
    return None if words else ()


def inline_credits(text: str) -> tuple[str, ...]:
    """The names of a line of credits inside a body: `진행 NAME 기자 / 사진 NAME 기자, ORG`."""
    if len(text) > 80 or not text.startswith(("진행", "글", "취재", "정리", "인터뷰", "대담")):
        return ()
    return tuple(found["name"] for found in _NAME_REPORTER.finditer(text) if is_name(found["name"]))


def spoken_names(text: str) -> tuple[str, ...]:
    """The reporter that a broadcast names in a sentence of its own (`NAME 기자입니다.`, `… 뉴스
    NAME입니다.`).
    """
    if len(text) > 60:
        return ()
    found = _SPOKEN.search(text)
    name = (found["name"] or found["who"]) if found else ""
    return (name,) if name and is_name(name) else ()


_SPOKEN = re.compile(
    rf"(?:^|\s)(?P<name>{_NAME})\s?기자"
    r"(?:입니다|가\s?(?:보도|취재|전해|전합|알아|다녀)[가-힣 ]{0,12})[.]?$"
    r"|(?:뉴스|방송|기자|TV)\s(?P<who>[가-힣]{3})(?:이었|였)?입니다[.]?$"
)


def caption_author(text: str) -> tuple[str, ...]:
    """The reporter who signs a caption that is the whole article (`… NAME 기자 ⓒBRAND`)."""
    found = _CAPTION_AUTHOR.search(text[-60:])
    return (found["name"],) if found and is_name(found["name"]) else ()


_CAPTION_AUTHOR = re.compile(rf"(?<![가-힣=])(?P<name>{_NAME})\s?{_REPORTER}\s*[ⓒ©]")


def names_in(text: str) -> tuple[str, ...]:
    """Every name of a stretch that is known to be a byline, in order."""
    found: list[str] = []
    many = _MORE_NAMES.search(text)
    if many:
        found += _listed(many["names"])
    for pattern in (_NAME_TITLE, _WORK_NAME, _GLUED_BRAND):
        for match in pattern.finditer(text):
            name = match["name"]
            if is_name(name) and name not in found:
                found.append(name)
        if found:
            break
    return tuple(found)


def _listed(names: str) -> list[str]:
    """The names of a list. Blanks part names only where each has three syllables: a town or a desk
    before a name has two, or an ending of its own.
    """
    parts = [name for name in re.split(r"\s?[·ㆍ,]\s?", names) if name]
    if len(parts) > 1:
        return [name.split()[-1] for name in parts if is_name(name.split()[-1])]
    words = names.split()
    if all(len(word) == 3 and is_name(word) and word[-1] not in "시군구도읍면" for word in words):
        return words
    return []


def _bracket_names(inside: str) -> tuple[str, ...]:
    names = names_in(inside)
    if names:
        return names
    brand, equals, slot = inside.rpartition("=")
    slot = slot.strip()
    if equals and len(slot) == 3 and is_name(slot) and brand.strip().endswith(_BRAND_END):
        return (slot,)
    return ()


def _only_byline_words(words: list[str], text: str) -> bool:
    """Whether what is left beside the names is a brand, a place, a title or a kind of work."""
    if text.endswith(("다.", "요.", "다”", "습니다", "?", "!")):
        return False
    for word in words:
        if len(word) > 14 or word.endswith(
            ("다", "는", "을", "를", "했다", "에서", "으로", "라고")
        ):
            return False
    return len(words) <= 6
