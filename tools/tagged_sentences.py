"""Sentences with a label a character, as KLUE-NER writes them, and the clues of each character."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from archive.entities.features import clues, points
from archive.entities.lexicon import SURNAMES, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive.entities.dictionary import Lexicon

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
_HOUSE_ENDINGS = ("도서관", "미술관", "박물관", "극단", "여객", "제약", "해운", "식품", "조합")
_ENDINGS = {
    "OG": sorted((*words("organisation_endings"), *_HOUSE_ENDINGS), key=lambda e: (-len(e), e)),
    "LC": sorted(_PLACE_ENDINGS, key=lambda e: (-len(e), e)),
}
_BARE = 0.2  # share of organisations without a telling end that get a new name all the same


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
    than having seen it. Syllables are drawn from those that the sentences are written in.
    """

    def __init__(self, sentences: list[Sentence], seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - nothing secret: the same names each time
        counts = Counter(c for sentence in sentences for c in sentence.text if _is_hangul(c))
        common = sorted(syllable for syllable, _ in counts.most_common(700))
        self._any = common
        self._like = {closed: [c for c in common if _closed(c) == closed] for closed in (0, 1)}

    def copies(self, sentences: list[Sentence], share: float) -> list[Sentence]:
        """Copies of a share of the sentences, those in which a name could be changed."""
        found = []
        for sentence in sentences:
            if self._dice.random() < share:
                text = self._renamed(sentence)
                if text != sentence.text:
                    found.append(Sentence(text, sentence.labels, sentence.source))
        return found

    def _renamed(self, sentence: Sentence) -> str:
        text, labels = list(sentence.text), sentence.labels
        at = 0
        while at < len(labels):
            end = at + 1
            if labels[at] % 2:
                while end < len(labels) and labels[end] == labels[at] + 1:
                    end += 1
                name = sentence.text[at:end]
                text[at:end] = self._another(name, LABELS[labels[at]][2:])
            at = end
        return "".join(text)

    def _another(self, name: str, kind: str) -> str:
        """A name of the same length; its end sounds alike, so that the josa after it fits."""
        if kind == "PS":
            if len(name) in (2, 3) and name[0] in SURNAMES and _is_hangul(name):
                return self._dice.choice(_COMMON_SURNAMES) + self._syllables(name[1:])
            return name
        start = name.rfind(" ") + 1
        word = name[start:]
        for ending in _ENDINGS.get(kind, ()):
            stem = len(word) - len(ending)
            if word.endswith(ending) and stem > 1 and _is_hangul(word):
                changed = self._syllables(word[: min(stem, 3)])
                return name[:start] + changed + word[len(changed) :]
        if kind == "OG" and 1 < len(name) < 5 and _is_hangul(name) and self._dice.random() < _BARE:
            return self._syllables(name)
        return name

    def _syllables(self, model: str) -> str:
        """As many random syllables as `model` has, the last open or closed as there."""
        first = "".join(self._dice.choice(self._any) for _ in model[1:])
        return first + self._dice.choice(self._like[_closed(model[-1])])


def _is_hangul(text: str) -> bool:
    return all("가" <= character <= "힣" for character in text)


def _closed(syllable: str) -> int:
    return int((ord(syllable) - ord("가")) % 28 > 0)
