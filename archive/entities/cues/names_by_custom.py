"""Names that custom makes sure, of which a tagger often sees a piece or nothing.

- `응우옌 반 남`: the few surnames of Vietnam, and names of one syllable in the middle (the National
  Institute of Korean Language, rules for writing Vietnamese).
- `(가람=누리통신) 서 율 기자`: a surname and one syllable, apart, behind a byline.
- `김베드로 신부`: of the clergy, a surname and a baptismal name as Korean Catholics write it.
- `누리도 김가온 정무부지사`: only a province has deputy governors, and 도 is no josa before one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import (
    AREA_ENDINGS,
    POSTINGS,
    is_country,
    is_house,
    is_posting,
)
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS, SURNAMES, is_josa, words
from archive.entities.cues.offices import honorific, office_word
from archive.entities.cues.shapes import GIVEN, is_spelt_from_abroad
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURE = ("응우옌", "쩐", "쯔엉", "즈엉", "응오", "후인")  # nothing else begins so
_IN_THE_MIDDLE = ("티", "반")
_VIETNAMESE = re.compile(
    rf"(?<![가-힣])(?:{'|'.join(_SURE)}|(?:레|팜|호앙|부이)"
    rf"(?= (?:{'|'.join(_IN_THE_MIDDLE)}) )|[부보도당판](?= 티 ))"
    r"(?P<given>(?: [가-힣]{1,5}){1,3})"
)
_LONG_MIDDLE = ("쑤언", "응옥", "타인", "프엉", "카인", "뚜언", "호앙")
_LONGEST_GIVEN = 3  # syllables
_JOSA = ("은", "는", "이", "가", "을", "를", "의", "와", "과", "도", "에게")
_CLERGY = ("신부", "주교", "추기경", "수녀", "수사")
_BAPTISMAL = words("baptismal_names")
# Behind a baptismal name in brackets: an age, or what is his who has it.
_OF_BAPTISED = re.compile(
    r"[·ㆍ,/] ?\d|(?:[·ㆍ,/ ][^()\n]{0,20})?\) "
    rf"(?:[가-힣]{{1,8}} ){{0,2}}[가-힣]{{0,4}}(?:{'|'.join(_CLERGY)})"
)
_BAPTISED = re.compile(
    rf"[{''.join(sorted(SURNAMES))}](?<![가-힣].)"
    rf"(?:{'|'.join(sorted(_BAPTISMAL))})"
    rf"(?=(?:\([^()\n]{{1,12}}\))? [가-힣]{{0,2}}(?:{'|'.join(_CLERGY)}))"
)
_REPORTER = " 기자"
_APART = re.compile(
    rf"(?<=[)\]] )[{''.join(sorted(SURNAMES))}] [{''.join(sorted(GIVEN - {'모'}))}]"
    rf"(?={_REPORTER}(?![가-힣]))"
)
_DEPUTY_GOVERNOR = "부지사"
_PROVINCE = re.compile(
    rf"(?<![가-힣])[가-힣]{{2,4}}도(?= [가-힣]{{2,4}} [가-힣0-9]{{0,3}}{_DEPUTY_GOVERNOR})"
)
_NO_PROVINCE, _SAID_TOO = words("no_house"), ("에도", "라도", "지도", "만도", "서도", "래도")
# Searched for first, all at once: few texts say any of these.
_MIDDLES = tuple(f" {middle} " for middle in _IN_THE_MIDDLE)
_CUES = re.compile(
    "|".join((*_CLERGY, _DEPUTY_GOVERNOR, *map(str.lstrip, (_REPORTER, *_MIDDLES)), *_SURE))
)


def names_by_custom(text: str) -> Iterator[Mention]:
    """Those names, whole."""
    cues = set(_CUES.findall(text))
    if not cues:
        return
    if not cues.isdisjoint(_CLERGY):
        for match in _BAPTISED.finditer(text):
            yield Mention(match.start(), match.end(), "person", match.group())
    if _REPORTER in text:
        for match in _APART.finditer(text):
            yield Mention(match.start(), match.end(), "person", match.group())
    if _DEPUTY_GOVERNOR in text:
        yield from _provinces(text)
    if any(map(text.__contains__, _MIDDLES)) or not cues.isdisjoint(_SURE):
        for match in _VIETNAMESE.finditer(text):
            end = match.start("given") + _length(match["given"])
            if end > match.start("given"):
                yield Mention(match.start(), end, "person", text[match.start() : end])


def _provinces(text: str) -> Iterator[Mention]:
    for match in _PROVINCE.finditer(text):
        said = match.group()
        if said not in _NO_PROVINCE and not said.endswith(_SAID_TOO):
            yield Mention(match.start(), match.end(), "organisation", said)


def is_baptismal(text: str, mention: Mention) -> bool:
    """Whether what stands in a bracket behind a name is a baptismal one: 김가온(요한) 신부."""
    known = mention.text in _BAPTISMAL or is_spelt_from_abroad(mention.text)
    return known and _OF_BAPTISED.match(text, mention.end) is not None


def _length(said: str) -> int:
    """How much of what follows a surname is of the name: a word after names of one syllable."""
    length = 0
    for word in said[1:].split(" "):
        given = _without_josa(word)
        if len(given) > _LONGEST_GIVEN or _is_no_name(word):
            break
        length += 1 + len(given)
        if given != word or not (len(given) == 1 or given in _LONG_MIDDLE):
            break
    return length


def _without_josa(word: str) -> str:
    for josa in _JOSA:
        rest = word.removesuffix(josa)
        if rest and rest != word and is_josa(josa, rest[-1]):
            return rest
    return word


def _is_no_name(word: str) -> bool:
    if len(word) == 1:
        return honorific(word) is not None
    if len(word) >= _LONGEST_GIVEN and word.endswith(AREA_ENDINGS):
        return True
    if word in KNOWN_PLACES or word in LEADS or is_country(word) or is_house(word):
        return True
    if word in POSTINGS or is_posting(word):
        return True
    return honorific(word) is not None or office_word(word) is not None
