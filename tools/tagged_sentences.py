"""Sentences with a label a character, as KLUE-NER writes them, and the clues of each character."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from archive.entities.cues.lexicon import SURNAMES, words
from archive.entities.tagger.features import clues, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.entities.tagger.dictionary import Lexicon

LABELS = (
    "O",
    *(f"{part}-{kind}" for kind in ("PS", "OG", "LC", "DT", "TI", "QT") for part in "BI"),
)
_NUMBER = {label: number for number, label in enumerate(LABELS)}
_LONGEST = 900  # characters, a pass of the tagger with its context
Example = tuple[np.ndarray, np.ndarray]
_COMMON_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄"
)
_PLACE_ENDINGS = (
    *"시군구읍면동리산천강섬도역항",
    *("마을", "공원", "광장", "시장", "포구", "터미널", "저수지", "해변", "사거리", "계곡"),
)
# Fewer than `house_endings` of the package, which made a worse model (tagger.md).
_HOUSE_ENDINGS = Path(__file__).with_name("house_endings_trained_on.txt").read_text("utf-8").split()
_ENDINGS = {
    "OG": sorted(_HOUSE_ENDINGS, key=lambda e: (-len(e), e)),
    "LC": sorted(_PLACE_ENDINGS, key=lambda e: (-len(e), e)),
}
_BARE = 0.2  # share of organisations without a telling end that get a new name all the same
_MOVED = 0.6  # share of the places that become an invented town or a spot in one
_TOWN_ENDINGS = (
    *(
        "시",
        "시",
        "시",
        "군",
        "군",
        "구",
        "읍",
        "면",
        "동",
        "리",
        "도",
        "섬",
        "산",
        "천",
        "역",
        "항",
    ),
    *("마을", "공원", "광장"),
)
_LIKE_TOWNS = 0.25  # share of the people whose new names end as villages do: 강누리
_NAMES_END_TOO = tuple("동리도산천")
_ACTING = 0.3  # share of the organisations that become a town which acts, or its council or police
_AUTHORITY_ENDINGS = (
    *("시", "시", "시", "군", "군", "구", "읍", "면", "시청", "군청"),
    *("시의회", "도의회", "경찰서"),
)
_KOREAN_TOWN = tuple("시군구읍면동리")
_NOUNS = words("nouns_like_people")


@dataclass(frozen=True)
class Sentence:
    """A text and the number of the label of each of its characters."""

    text: str
    labels: tuple[int, ...]
    source: str


def read(path: Path) -> Iterator[Sentence]:
    """`## id` opens a sentence; then a character, a tab and its label a line."""
    characters: list[str] = []
    labels: list[int] = []
    source = ""
    with path.open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("## ") or line == "\n":
                if characters:
                    yield Sentence("".join(characters), tuple(labels), source)
                characters, labels = [], []
                source = line.split("\t")[0] if line != "\n" else source
            elif "\t" in line:
                character, label = line.rstrip("\n").rsplit("\t", 1)
                characters.append(character or " ")
                labels.append(_NUMBER[label])


def without_words(sentence: Sentence) -> Sentence:
    """The sentence without the people who are adjectives and nouns: of 23 유명한 in the labels that
    were rebuilt 22 are somebody.
    """
    labels = list(sentence.labels)
    for start, end, begin in names(sentence):
        if LABELS[begin] == "B-PS" and sentence.text[start:end] in _NOUNS:
            labels[start:end] = [0] * (end - start)
    return replace(sentence, labels=tuple(labels))


def examples(sentences: list[Sentence], lexicon: Lexicon, seed: int) -> list[Example]:
    """Clues and labels of each sentence. Half stand among other sentences, as in an article; the
    rest begin a line or the text.
    """
    dice = random.Random(seed)  # noqa: S311 - nothing secret: the same neighbours each time
    found = []
    for sentence in sentences:
        text = sentence.text[:_LONGEST]
        before, after = dice.choice(sentences).text[-20:], dice.choice(sentences).text[:12]
        lot = dice.random()
        before = f"{before} " if lot < 0.35 else "\n" * (lot < 0.5)
        after = f" {after}" if dice.random() < 0.35 else ""
        rows = clues(points(before + text + after), lexicon)
        here = rows[:, len(before) : len(before) + len(text)].T
        found.append((here.astype(np.int32), np.array(sentence.labels[:_LONGEST], np.int64)))
    return found


class Renamer:
    """Gives people, places and organisations names that nobody has: what tells a name must be more
    than having seen it. Syllables are drawn from those that the sentences are written in, those of
    towns from the towns in them.
    """

    def __init__(self, sentences: list[Sentence], seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - nothing secret: the same names each time
        counts = Counter(c for sentence in sentences for c in sentence.text if _is_hangul(c))
        common = sorted(syllable for syllable, _ in counts.most_common(700))
        self._any = common
        self._like = {closed: [c for c in common if _closed(c) == closed] for closed in (0, 1)}
        self._of_towns = [c for sentence in sentences for c in _town_syllables(sentence)]

    def copies(self, sentences: list[Sentence], share: float) -> list[Sentence]:
        """Copies of a share of the sentences, those in which a name could be changed."""
        found = []
        for sentence in sentences:
            if self._dice.random() < share:
                copy = self._renamed(sentence)
                if copy.text != sentence.text:
                    found.append(copy)
        return found

    def _renamed(self, sentence: Sentence) -> Sentence:
        text, labels, done = "", list[int](), 0
        for start, end, begin in names(sentence):
            name = self._another(sentence.text[start:end], LABELS[begin][2:])
            text += sentence.text[done:start] + name
            labels += [*sentence.labels[done:start], begin, *[begin + 1] * (len(name) - 1)]
            done = end
        labels += sentence.labels[done:]
        return Sentence(text + sentence.text[done:], tuple(labels), sentence.source)

    def _another(self, name: str, kind: str) -> str:
        """Another name whose end sounds alike, so that the josa after it fits."""
        start = name.rfind(" ") + 1
        word, lot = name[start:], self._dice.random()
        if kind == "PS":
            return self._person(name)
        if kind == "LC" and lot < _MOVED and 1 < len(word) < 6 and _is_hangul(word):
            return name[:start] + self._town(_closed(word[-1]), _TOWN_ENDINGS)
        if kind == "OG" and lot < _ACTING and 1 < len(name) < 7 and _is_hangul(name):
            return self._town(_closed(name[-1]), _AUTHORITY_ENDINGS)
        for ending in _ENDINGS.get(kind, ()):
            stem = len(word) - len(ending)
            if word.endswith(ending) and stem > 1 and _is_hangul(word):
                changed = self._syllables(word[: min(stem, 3)])
                return name[:start] + changed + word[len(changed) :]
        if kind == "OG" and 1 < len(name) < 5 and _is_hangul(name) and self._dice.random() < _BARE:
            return self._syllables(name)
        return name

    def _person(self, name: str) -> str:
        if not (len(name) in (2, 3) and name[0] in SURNAMES and _is_hangul(name)):
            return name
        given = self._syllables(name[1:])
        if self._dice.random() < _LIKE_TOWNS:
            ends = [end for end in _NAMES_END_TOO if _closed(end) == _closed(given[-1])]
            given = given[:-1] + self._dice.choice(ends)
        return self._dice.choice(_COMMON_SURNAMES) + given

    def _town(self, closed: int, endings: tuple[str, ...]) -> str:
        ending = self._dice.choice([ending for ending in endings if _closed(ending[-1]) == closed])
        stem = self._dice.choices(self._of_towns, k=self._dice.choice((2, 2, 2, 3)))
        return "".join(stem) + ending

    def _syllables(self, model: str) -> str:
        """As many random syllables as `model` has, the last open or closed as there."""
        first = "".join(self._dice.choice(self._any) for _ in model[1:])
        return first + self._dice.choice(self._like[_closed(model[-1])])


def names(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """Start and end of each name, and the label that begins it."""
    labels, at = sentence.labels, 0
    while at < len(labels):
        end = at + 1
        if labels[at] % 2:
            while end < len(labels) and labels[end] == labels[at] + 1:
                end += 1
            yield at, end, labels[at]
        at = end


def _town_syllables(sentence: Sentence) -> Iterator[str]:
    """The syllables of the towns in a sentence, without what they end with."""
    for start, end, begin in names(sentence):
        word = sentence.text[start:end].rpartition(" ")[2]
        if LABELS[begin] == "B-LC" and 2 < len(word) < 5 and _is_hangul(word):
            yield from word[:-1] if word.endswith(_KOREAN_TOWN) else ()


def _is_hangul(text: str) -> bool:
    return all("가" <= character <= "힣" for character in text)


def _closed(syllable: str) -> int:
    return int((ord(syllable) - ord("가")) % 28 > 0)
