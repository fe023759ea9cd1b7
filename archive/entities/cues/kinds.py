"""What a house is, said before its name: 환경단체 푸른물결, 소속사 오름소리, 시공사인 다온."""

from __future__ import annotations

import re

_KIND = re.compile(
    r"(?:[가-힣]{2,4} )?(?:[가-힣]{2}(?:단체|업체|기관)|업체|단체|매체|스타트업|쇼핑몰|플랫폼"
    r"|(?:공동|영화|공연|음반|게임|드라마|대형|중견|국내|외국)?"
    r"(?:소속|기획|제작|배급|출판|시공|시행|운영|주관|주최|제조|판매|항공|보험|건설|언론|개발"
    r"|유통|협력|투자|납품|하청|공급|계열|경쟁)사|제1야당|여당|야당|모회사|자회사|모기업)(?:인)? "
)
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
