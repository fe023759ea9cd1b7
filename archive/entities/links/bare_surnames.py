"""Places where a surname stands for a person with no post behind it: `맹은 “…”`, 맹의 골."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import RARE_SURNAMES, SURNAMES
from archive.entities.cues.speaking import SPEAKERS, is_inflected
from archive.entities.links.references import Reference
from archive.entities.links.surnames import LONG_SURNAMES
from archive.entities.tagger.shipped import is_common_word

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from archive.model import Mention

_OPENED = " “"
_SHORTEST_FULL = 3  # syllables
_BARE = re.compile(
    r" “(?:(?<=^[가-힣][은는] “)|(?<=\n[가-힣][은는] “)|(?<=[.!?”] [가-힣][은는] “))"
)
_CALLED = frozenset(
    ("초단", "총경", "사범", "프로", "명인", "매니저", "사진가", "파트너", "훈련병", "실장", "선생")
)
_WORD_BEHIND = re.compile(
    r" (?P<word>[가-힣]{1,6}?)(?:은|는|이|가|을|를|의|과|와|도|에게)?(?![가-힣])"
)
# It begins with a set of characters, for which `re` runs through a text fast.
_SENTENCE_OF_ONE = re.compile(r"[.?!”\n] ?(?P<surname>[가-힣])[은는이가] ")
_NO_BARE = frozenset("이나저그전또주지차소너우반말물돈길봄별솔곰꿈밤집책꽃눈비")  # 이는, 나는, 전은
# Those of Korea, those like a word of Korean, 봄, and that of who has none.
_NO_SUBJECTS = SURNAMES | RARE_SURNAMES | frozenset(LONG_SURNAMES) | _NO_BARE | {""}


def bare_surnames(
    text: str, surnames: frozenset[str], people: Sequence[Mention], known: Container[int]
) -> Iterator[Reference]:
    """Those places, for the given surnames; none of the places `known`. `people` are tagged."""
    if _OPENED in text:
        yield from _before_quotations(text, surnames, people)
    if foreign := surnames - _NO_SUBJECTS:
        yield from _foreign_subjects(text, foreign, people)
    yield from _tagged_alone(text, people, surnames, known)


def _before_quotations(
    text: str, surnames: frozenset[str], people: Sequence[Mention]
) -> Iterator[Reference]:
    """맹 of `맹은 “…”`, as critics write, where a sentence begins so."""
    tagged = {m.start for m in people}
    for match in _BARE.finditer(text):
        start = match.start() - 2
        surname = text[start]
        if surname in surnames and surname not in _NO_BARE and start not in tagged:
            yield Reference(start, start + 1, surname, "")


def _foreign_subjects(
    text: str, surnames: Container[str], people: Sequence[Mention]
) -> Iterator[Reference]:
    """쾰 of 엘레나 쾰, the subject of a sentence."""
    tagged = {m.start for m in people}
    for match in _SENTENCE_OF_ONE.finditer(text):
        surname, start = match["surname"], match.start("surname")
        if surname in surnames and start not in tagged:
            yield Reference(start, start + 1, surname, "")


def _tagged_alone(
    text: str, people: Sequence[Mention], surnames: Container[str], known: Container[int]
) -> Iterator[Reference]:
    """A surname that is tagged as a person with no post behind it: 맹의 골, 맹 초단; not 정 많은
    사람.
    """
    short = [m for m in people if m.text in surnames and m.start not in known]
    if not short:
        return
    said = {(m.text[0], _word_behind(text, m)) for m in people if len(m.text) >= _SHORTEST_FULL}
    for person in short:
        word = _word_behind(text, person)
        if not word or _may_be_called(word) or (person.text[0], word) in said:
            yield Reference(person.start, person.end, person.text, "")


def _word_behind(text: str, person: Mention) -> str:
    behind = _WORD_BEHIND.match(text, person.end)
    return behind["word"] if behind else ""


def _may_be_called(word: str) -> bool:
    """Whether a word may say what somebody is: no common noun, but for those said of people."""
    if word in SPEAKERS or word in _CALLED:
        return True
    return not (is_common_word(word) or is_inflected(word))
