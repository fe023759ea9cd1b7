"""Houses that no tagger has seen, or of which it saw a piece, where the text leaves no doubt.

- `다시나루당은 … 나루당은`: a word that ends as houses do, and the name that it is shortened to.
  `가람군청소년수련관` needs no other.
- `한국누리공단 새말지사`: a house and its branch are one name.
- `울림고 총동창회`: the alumni of a school are another house than the school.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from archive.entities.cues.houses import LONG_HOUSE_ENDINGS, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES, is_josa, words
from archive.entities.cues.places import CITIES, TOWNS
from archive.entities.cues.shapes import is_spelt_from_abroad
from archive.entities.cues.shortened import found_in
from archive.entities.mended.cut_houses import is_town_house
from archive.entities.missed.again import words_of
from archive.entities.passages import with_whole
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_WORD = 24  # syllables
_WORD = re.compile(r"[가-힣]{5,}+(?![A-Za-z0-9])")
_PARTY = "당"
_ENDS = (_PARTY, *LONG_HOUSE_ENDINGS)
_LAST_TWO = frozenset(end[-2:] for end in LONG_HOUSE_ENDINGS)
_SURE_ENDS = ("대책위원회", "추진위원회", "조직위원회")
_STATIONS = ("경찰서", "소방서")
_NOT_STATIONS = ("관할", "일선", "해당", "지역", "인근", "담당", "현지", "해양", "각급", "당시")
_LONG_ENOUGH = 8  # syllables: 비상대책위원회 is any party's
_HEAD = "장"  # 가람체육회장 is the head of 가람체육회
_HEADED = ("회", "원", "관", "소", "단", "터", "당", "서")
_LONGEST_JOSA = 3  # syllables
_SHORTEST_HOUSE = 5  # syllables
_BRANCH = re.compile(
    r" [가-힣]{2,8}(?:지사|지부|지점|지회)(?=(?:은|는|이|가|을|를|의|에|와|과|에서)?(?![가-힣]))"
)
_UNIT_KINDS = frozenset(("사단", "여단", "군단", "함대", "비행단"))
_UNIT = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?:(?:육군|해군|공군|해병대) )?제?\d{1,3}(?:[가-힣]{2,4})?"
    r"(?:사단|여단|군단|함대|비행단)"
)
# Of churches and temples: 대한예수교장로회 누리총회, 대한불교 누리종.
_RELIGIOUS = re.compile(
    r"(?<![가-힣])(?:대한예수교장로회 [가-힣]{2,4}총회|대한불교 ?[가-힣]{2,4}종)"
    r"(?=(?:은|는|이|가|을|를|의|에|와|과|도|에서)?(?![가-힣]))"
)
_OF_RELIGION = frozenset(("장로회", "불교"))
_TEAM_HEAD = re.compile(r" (?:[가-힣]{2,4} )?(?:감독|코치|주장|선수|단장|구단)")
# A team, and its town before it: so they are found in a third of the time of both in one.
_TEAM = re.compile(
    r" (?P<name>[가-힣]{2,8}[스즈]|유나이티드|시티즌)"
    r"(?=(?:은|는|이|가|을|를|의|와|과|에|에서|로)?(?![가-힣]))"
)
_LONGEST_TOWN = 5  # syllables
_TOWN = re.compile(rf"(?<![가-힣A-Za-z0-9])[가-힣]{{2,{_LONGEST_TOWN}}}$")
_TOWNS = KNOWN_PLACES | CITIES | TOWNS
_LEAGUES = ("프로야구 ", "프로축구 ", "프로농구 ", "프로배구 ", "리그 ")
_OF_SPORTS = frozenset(("리그", "프로", "감독", "투수", "연승", "연패", "홈런", "선발", "구단"))
# What a text must say for houses of some kinds; none of these begins within another.
_CUES = re.compile("|".join(sorted(_UNIT_KINDS | _OF_SPORTS | _OF_RELIGION)))
_NO_TEAMS = tuple(words("not_teams"))
_OF_SCHOOLS = frozenset(
    ("총동창회", "총동문회", "동창회", "동문회", "총학생회", "학부모회", "교수회", "교수협의회")
)
_BODY = re.compile(
    r" (?:총?동창회|총?동문회|총학생회|교수협의회)"
    r"(?=(?:은|는|이|가|을|를|의|에|와|과|도|에서)?(?![가-힣]))"
)
_SCHOOL_ENDS = ("초", "중", "고", "대", "학교")
_SCHOOL = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{3,12} $")
_MOST_HOUSES = 60  # of one text that are asked for; one with more is a list
_REACH = 14  # characters


def unseen_houses(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, and those houses; a piece of one that was tagged is left out."""
    found = list(_recurring(text))
    cues = set(_CUES.findall(text))
    if cues & _UNIT_KINDS:
        found += [_house(text, *unit.span()) for unit in _UNIT.finditer(text)]
    if cues & _OF_RELIGION:
        found += [_house(text, *house.span()) for house in _RELIGIOUS.finditer(text)]
    if cues & _OF_SPORTS:
        found += _teams(text, mentions)
    found += _longer(text, mentions)
    return with_whole(mentions, found) if found else list(mentions)


def _house(text: str, start: int, end: int) -> Mention:
    return Mention(start, end, "organisation", text[start:end])


def _recurring(text: str) -> Iterator[Mention]:
    """다시나루당 where the text says 나루당 too, 가람시체육회 of its 회장 beside 가람체육회."""
    known: dict[str, bool] = {}
    for word in _WORD.finditer(text):
        house = _house_of(word.group())
        if house is None:
            continue
        start = word.start()
        if text[start - 1 : start].isalnum():
            continue
        if house not in known:
            few = len(known) < _MOST_HOUSES
            sure = house.endswith(_SURE_ENDS) and len(house) >= _LONG_ENOUGH
            sure = sure or (house.endswith(_STATIONS) and not house.startswith(_NOT_STATIONS))
            known[house] = sure or is_town_house(house) or (few and _is_shortened(text, house))
        if known[house]:
            yield _house(text, start, start + len(house))


@lru_cache(maxsize=1 << 14)
def _house_of(word: str) -> str | None:
    """The house that a word names, without josa and without 장 of its head."""
    if len(word) > _LONGEST_WORD:
        return None
    for cut in range(len(word), max(_SHORTEST_HOUSE, len(word) - _LONGEST_JOSA) - 1, -1):
        name = word[:cut]
        if not (name[-2:] in _LAST_TWO or name[-1] in (_PARTY, _HEAD)):
            continue
        if cut < len(word) and not is_josa(word[cut:], name[-1]):
            continue
        if name.endswith(_HEAD) and name[-2] in _HEADED:
            name = name[:-1]
        if len(name) >= _SHORTEST_HOUSE and name.endswith(_ENDS):
            return name
    return None


def _is_shortened(text: str, house: str) -> bool:
    """Whether the text says one of its short names as a word."""
    return any(next(words_of(text, short), None) is not None for short in found_in(text, house))


def _teams(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """가람 스콜피언스, where the tagger or the text knows 스콜피언스 alone."""
    known = {m.text for m in mentions if m.kind == "organisation"}
    for start, end in islice(_towns_and_teams(text), _MOST_HOUSES):
        town, _, name = text[start:end].partition(" ")
        if name.endswith(_NO_TEAMS) or is_house(name):
            continue
        if name not in known and not is_spelt_from_abroad(name):
            continue
        again = [at for at in words_of(text, name) if not text.endswith(f"{town} ", 0, at)]
        is_led = town in _TOWNS or text.endswith(_LEAGUES, 0, start)
        is_led = is_led or any(_TEAM_HEAD.match(text, at + len(name)) for at in again)
        if is_led and (again or name in known):
            yield _house(text, start, end)


def _towns_and_teams(text: str) -> Iterator[tuple[int, int]]:
    """Where what may be 가람 스콜피언스 begins and ends, apart."""
    done = 0
    for team in _TEAM.finditer(text):
        town = _TOWN.search(text, max(done, team.start() - _LONGEST_TOWN), team.start())
        if town:
            done = team.end()
            yield town.start(), done


def _longer(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """울림고 총동창회 of its 총동창회 or of 울림고, 한국누리공단 새말지사 of 한국누리공단."""
    for mention in mentions:
        if mention.kind != "organisation":
            continue
        if mention.text in _OF_SCHOOLS:
            before = _SCHOOL.search(text, max(0, mention.start - _REACH), mention.start)
            if before and before.group().rstrip().endswith(_SCHOOL_ENDS):
                yield _house(text, before.start(), mention.end)
        if not text.startswith(" ", mention.end):
            continue
        body = _BODY.match(text, mention.end) if mention.text.endswith(_SCHOOL_ENDS) else None
        if more := body or _BRANCH.match(text, mention.end):
            yield _house(text, mention.start, more.end())
