"""Sentences with a label a character, as KLUE-NER writes them, and the clues of each character."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from archive.entities.features import Lexicon, clues, points

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LABELS = (
    "O",
    *(f"{part}-{kind}" for kind in ("PS", "OG", "LC", "DT", "TI", "QT") for part in "BI"),
)
_NUMBER = {label: number for number, label in enumerate(LABELS)}
_LONGEST = 900  # characters, a pass of the tagger with its context
Example = tuple[np.ndarray, np.ndarray]


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
