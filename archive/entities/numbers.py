"""Dates, times and quantities: the words that measure, found by patterns alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.model import EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = r"\d[\d,]*+(?:\.\d++)?"  # possessive: a digit is never given back, so time stays linear
_RANGE = r"\s?[~∼〜-]\s?"
_WHEN = r"(?:지난|오는|올해?|내년|지난해|작년|이달|지난달|내달|다음\s?달)"
_DATE = rf"""
    (?:{_WHEN}\s)?
    (?:
        (?:19|20)\d\d년(?:\s?\d{{1,2}}월)?(?:\s?\d{{1,2}}일)?
      | (?:19|20)\d\d\.\s?\d{{1,2}}\.\s?\d{{1,2}}\b
      | '\d\d년
      | \d{{1,2}}월(?:\s?\d{{1,2}}(?:{_RANGE}\d{{1,2}})?일)?
      | \d{{1,2}}(?:{_RANGE}\d{{1,2}})?일
      | \d{{1,2}}\d?년(?:간)?
      | \d{{1,2}}개월(?:간)?
      | \d{{1,2}}주(?:간|일)
    )(?:\s?(?:초|말|상반기|하반기))?
  | (?<![가-힣])(?:이날|올해|지난해|내년|작년|오늘|어제|내일|이달|지난달|내달|
    다음\s달|전날|다음날|하루
    |사흘|나흘|이틀|주말|지난주|이번\s주|다음\s주|연말|연초|상반기|하반기|올\s하반기|올\s상반기)(?![가-힣]{{3}})
"""
_TIME = rf"""
    (?:(?:오전|오후|새벽|밤|아침|저녁|낮)\s)?\d{{1,2}}시(?!\s?[가-힣]*시)(?:\s?(?:\d{{1,2}}분|반))?
    (?:{_RANGE}\d{{1,2}}시(?:\s?\d{{1,2}}분)?)?(?=[^가-힣]|[가-힣]{{1,2}}(?![가-힣]))
  | \d{{1,3}}시간(?:\s?\d{{1,2}}분)?
  | \d{{1,3}}분(?:간|여)?(?![가-힣]?기)
  | \d{{1,2}}:\d\d
  | (?<![가-힣])(?:오전|오후|새벽|정오|자정)(?![가-힣]{{2}})
"""
_UNITS = (
    r"여?\s?(?:명|개|원|건|곳|회|차례|번째|번|호|위|점|살|세|대|권|장|편|채|동|층|가구|세대|마리|그루|포기|벌|켤레|송이|"
    "병|잔|인분|인|석|면|평|필지|쪽|종|가지|단계|등급|급|강|골|승|패|무|배|도|퍼센트|%p|%|㎡|㎢|㎞|㎝|㎜|㎏|m²|km|cm|mm|"
    "kg|g|t|톤|ℓ|리터|m|℃|달러|유로|엔|위안|헥타르|ha|개국|개소|개사|팀|부|차|학년|기|줄|통|척|량|종류|표)"
)
_QUANTITY = rf"""
    (?<![\d,])제?{_DIGITS}(?:{_RANGE}{_DIGITS})?\s?(?:[십백천만억조]\s?){{0,3}}+
    (?:\d[\d,]*+\s?[십백천만억]{{1,2}}\s?){{0,3}}+(?:\d[\d,]*+\s?)?{_UNITS}(?![a-zA-Z])
  | (?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s
    (?:명|개|번째|번|가지|차례|곳|마리|골|달|건|권|팀|편)
  | (?<!\d)\d++\s?(?:대|-|:)\s?\d+(?=로|으로|\s)
"""
_PATTERN = re.compile(rf"(?P<date>{_DATE})|(?P<time>{_TIME})|(?P<quantity>{_QUANTITY})", re.VERBOSE)
_KINDS: dict[str, EntityKind] = {"date": "date", "time": "time", "quantity": "quantity"}


def measures(text: str) -> Iterator[Mention]:
    """The dates, times and quantities of `text`, in order, none overlapping another."""
    for match in _PATTERN.finditer(text):
        kind = _KINDS[match.lastgroup or "quantity"]
        yield Mention(match.start(), match.end(), kind, match.group())
