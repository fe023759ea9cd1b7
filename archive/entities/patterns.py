"""Names by the patterns of the language: a title beside a name, a suffix, a list that says what it
lists. It knows no name of its own, so it misses what stands without a cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from archive.entities.lexicon import (
    DOUBLE_SURNAMES,
    GIVEN_SYLLABLES,
    JOSA,
    KNOWN_PLACES,
    ORGANISATION_ENDINGS,
    ORGANISATIONS,
    SURNAMES,
    TITLE_ENDINGS,
    TITLES,
    words,
)
from archive.entities.numbers import measures
from archive.model import EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[가-힣A-Za-z0-9&·]+")
_LATIN = re.compile(r"[A-Z][A-Z0-9]*(?:&[A-Z])?")
_OFFICE_IN_BRACKETS = re.compile(
    r"(?P<house>[가-힣A-Za-z0-9&]{2,20})\((?P<title>[가-힣]{2,8})\s(?P<name>[가-힣]{2,4})\)"
)
_ABBREVIATION = re.compile(r"(?P<full>[가-힣]{4,20})\((?:이하\s)?(?P<short>[A-Z][A-Za-z&]{1,9})\)")
_LIST = re.compile(r"(?P<items>[가-힣A-Za-z0-9&]{2,15}(?:,\s?[가-힣A-Za-z0-9&]{1,15}){1,12})\s등")
_SEAT = re.compile(
    r"(?<![가-힣])(?P<place>[가-힣]{2,5})(?:에서\s(?:열린|열렸|개최|진행된|발생한)|에\s(?:있는|위치한|소재한|자리한))"
)
_AREA = re.compile(
    r"(?<![가-힣])(?P<place>[가-힣]{1,4}(?:특례시|특별시|광역시|특별자치도|특별자치시|[가-힣](?:시|군|구|읍|면|동|리)))"
    r"(?=\s|[,.·)(’”]|(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|에는|에서는|청|민)(?![가-힣]))"
)
# Ordinary words that end like a town: 당시, 도시, 가구, 활동, 측면, 우리 and their kin.
_NO_AREA = words("ordinary_like_places")
_NO_NAME_ENDS = frozenset("시군구청부처측등들적및회")
_NO_NAMES = words("ordinary_like_people")


def tag_by_patterns(text: str) -> list[Mention]:
    """Mentions of `text` in order, none overlapping; where two rules meet, the surer one wins."""
    taken = _Taken()
    for found in (_offices, _titled, _abbreviated, measures, _listed, _organisations, _areas):
        for mention in found(text):
            taken.add(mention)
    return taken.mentions


class _Taken:
    """Mentions in order of place; the first to claim a stretch keeps it."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._starts: list[int] = []

    def add(self, mention: Mention) -> None:
        at = bisect_left(self._starts, mention.start)
        if at < len(self.mentions) and self.mentions[at].start < mention.end:
            return
        if at and self.mentions[at - 1].end > mention.start:
            return
        self.mentions.insert(at, mention)
        self._starts.insert(at, mention.start)


def _mention(text: str, start: int, end: int, kind: EntityKind) -> Mention:
    return Mention(start, end, kind, text[start:end])


def stem_of(word: str) -> str:
    """The word without its josa: 시장을 → 시장. A word of two syllables keeps both."""
    for length in (4, 3, 2, 1):
        if len(word) > length + 1 and word[-length:] in JOSA:
            return word[:-length]
    return word


def is_name(word: str) -> bool:
    """Whether `word` has the shape of a Korean full name: surname and one or two syllables."""
    if word in _NO_NAMES or word[-1:] in _NO_NAME_ENDS:
        return False
    if word[:2] in DOUBLE_SURNAMES and len(word) in (3, 4):
        return all(syllable in GIVEN_SYLLABLES for syllable in word[2:])
    return (
        len(word) == 3
        and word[0] in SURNAMES
        and all(syllable in GIVEN_SYLLABLES for syllable in word[1:])
    )


def is_title(word: str) -> bool:
    """Whether `word` (with its josa) is an office: 시장을, 국가유공자협의회장은."""
    return any(
        form in TITLES or (len(form) > 2 and form.endswith(TITLE_ENDINGS))
        for form in (word, stem_of(word))
    )


def _offices(text: str) -> Iterator[Mention]:
    for match in _OFFICE_IN_BRACKETS.finditer(text):
        if is_title(match["title"]) and match["name"][0] in SURNAMES:
            house = match["house"]
            kind: EntityKind = "place" if house in KNOWN_PLACES or _area(house) else "organisation"
            yield _mention(text, match.start("house"), match.end("house"), kind)
            yield _mention(text, match.start("name"), match.end("name"), "person")


def _area(word: str) -> bool:
    return word[-1:] in "시군구읍면동리도" and len(word) > 1 and word not in _NO_AREA


def _titled(text: str) -> Iterator[Mention]:
    words = list(_WORD.finditer(text))
    for at, match in enumerate(words):
        word = match.group()
        following = [w.group() for w in words[at + 1 : at + 5] if _near(text, match, w)]
        if (is_name(word) and any(is_title(w) for w in following[:1] or ())) or (
            is_name(word) and _office_after(following)
        ):
            yield _mention(text, match.start(), match.end(), "person")
        elif at and is_name(stem := stem_of(word)[:4]) and stem != word:
            before = words[at - 1]
            if text[before.end() : match.start()] == " " and before.group() in TITLES:
                yield _mention(text, match.start(), match.start() + len(stem), "person")


def _near(text: str, first: re.Match[str], later: re.Match[str]) -> bool:
    between = text[first.end() : later.start()]
    return len(between) < 30 and not set(between) & set(".,“”\n()")


def _office_after(following: list[str]) -> bool:
    """이름 기관 직함: the words between a name and its title bear no josa."""
    for count, word in enumerate(following):
        if count and is_title(word):
            return True
        if stem_of(word) != word and word[-1] not in "가도과로의인":
            return False
    return False


def _abbreviated(text: str) -> Iterator[Mention]:
    for match in _ABBREVIATION.finditer(text):
        if match["full"].endswith(ORGANISATION_ENDINGS):
            yield _mention(text, match.start("full"), match.end("full"), "organisation")
            yield _mention(text, match.start("short"), match.end("short"), "organisation")


def _listed(text: str) -> Iterator[Mention]:
    for match in _LIST.finditer(text):
        items = list(_WORD.finditer(match["items"]))
        firm = sum(
            bool(_LATIN.fullmatch(i.group())) or i.group().endswith(ORGANISATION_ENDINGS)
            for i in items
        )
        if firm * 2 >= len(items):
            for item in items:
                start = match.start() + item.start()
                yield _mention(text, start, start + len(item.group()), "organisation")


def _organisations(text: str) -> Iterator[Mention]:
    for match in _WORD.finditer(text):
        word = match.group()
        for form in (word, stem_of(word)):
            longer = form.endswith(ORGANISATION_ENDINGS) and form not in ORGANISATION_ENDINGS
            if form in ORGANISATIONS or longer:
                yield _mention(text, match.start(), match.start() + len(form), "organisation")
                break


def _areas(text: str) -> Iterator[Mention]:
    for match in _SEAT.finditer(text):
        if match["place"][-1] not in "들것곳장실관내외":
            yield _mention(text, match.start("place"), match.end("place"), "place")
    for match in _AREA.finditer(text):
        if match["place"] not in _NO_AREA:
            yield _mention(text, match.start("place"), match.end("place"), "place")
    for match in _WORD.finditer(text):
        word = match.group()
        for form in (word, stem_of(word)):
            if form in KNOWN_PLACES:
                yield _mention(text, match.start(), match.start() + len(form), "place")
                break
