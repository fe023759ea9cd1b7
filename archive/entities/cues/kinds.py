"""What a house is, said before its name: 환경단체 푸른물결, 소속사 오름소리, 시공사인 다온, 카페
바람.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KIND = re.compile(
    r"(?:[가-힣]{2,4} )?(?:[가-힣]{2}(?:단체|업체|기관)|업체|단체|매체|스타트업|쇼핑몰|플랫폼"
    r"|(?:공동|영화|공연|음반|게임|드라마|대형|중견|국내|외국)?"
    r"(?:소속|기획|제작|배급|출판|시공|시행|운영|주관|주최|제조|판매|항공|보험|건설|언론|개발"
    r"|유통|협력|투자|납품|하청|공급|계열|경쟁|해운|증권|제약|통신|여행|물류|정유|가전)사"
    r"|제1야당|여당|야당|모회사|자회사|모기업)(?:인)? "
)
# A class or a rank that only firms have, before a name that no list knows.
_FIRM = re.compile(
    r"(?:(?<![가-힣])(?:[가-힣]{2})?(?:기업|업체|회사)|스타트업|플랫폼|브랜드|쇼핑몰"
    r"|(?:해운|게임|제작|기획|출판|시공|건설|투자|증권|제약|통신|여행|물류|정유|가전|항공)사"
    r"|업계 (?:\d{1,2}위|최대|선두)) $"
)
_LONGEST_CLASS = 10  # characters
# 어린이집 and 나눔의집 are names of their own, 재편집 and 자료수집 are work.
_SHOP = re.compile(
    r"(?:카페|편의점|식당|[가-힣]식당|분식점|음식점|레스토랑|제과점|베이커리|미용실|이발소|목욕탕|사우나|세탁소"
    r"|약국|문구점|철물점|정육점|꽃가게|가게|펜션|민박|게스트하우스|[빵밥술떡꽃찻횟죽쌀옷]집"
    r"|[가-힣]{2,3}(?<!어린이)(?<![의는편모특밀채수시])집)"
    r" (?=[가-힣A-Za-z0-9‘']{2})"
)
_OF_ALL_SHOPS = ("본사", "본점", "지점", "매장", "체인", "가맹점", "프랜차이즈", "회", "주방")
# 여성단체 협의회: these are no names of their own.
_NO_NAMES = ("노조", "노동조합", "협회", "협의회", "연합", "위원회", "조합", "연맹", "연대", "총연")


def kind_end(text: str, start: int, end: int) -> int:
    """Where the name begins behind what a house is, in the phrase from `start` to `end`; `start`,
    where no kind stands: 블루문 of 소속사 블루문 관계자.
    """
    kind = _KIND.match(text, start, end)
    if kind is None or text.startswith(_NO_NAMES, kind.end()):
        return start
    first = text[kind.end() : end].partition(" ")[0]
    return start if first.endswith(_NO_NAMES) else kind.end()


def without_kind(phrase: str) -> str:
    """푸른물결 of 환경단체 푸른물결."""
    return phrase[kind_end(phrase, 0, len(phrase)) :]


def without_shop(phrase: str) -> str:
    """바람 of 카페 바람; 카페 조합 is of all of them."""
    shop = _SHOP.match(phrase)
    name = phrase[shop.end() :] if shop else ""
    return name if name and not name.endswith((*_OF_ALL_SHOPS, *_NO_NAMES)) else phrase


def follows_class_of_firms(text: str, start: int) -> bool:
    """Whether what begins at `start` is a firm by what stands before it: 해운사 누리, 업계 1위
    누리.
    """
    return _FIRM.search(text, max(0, start - _LONGEST_CLASS), start) is not None


def firms_of_phrases(phrases: Iterable[str]) -> frozenset[str]:
    """The names of firms in `phrases` that say what they are too: 누리 of 새말 해운사 누리."""
    spaced = [phrase for phrase in phrases if " " in phrase]
    named = ((phrase, phrase.rindex(" ") + 1) for phrase in spaced)
    return frozenset(phrase[at:] for phrase, at in named if follows_class_of_firms(phrase, at))
