"""Make the tagger's lexicon: what each word of a dictionary can be, in a small hash table."""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np
from mecab_dictionary import entries

from archive.entities.dictionary import CLASSES, LONGEST, slots_of
from archive.entities.features import string_hash
from archive.entities.lexicon import JOSA, SURNAMES

if TYPE_CHECKING:
    from pathlib import Path

_SLOTS = 1 << 20
_MOST_CLASSES = 250
_NAMES = {"인명": "person", "지명": "place"}
Meaning = tuple[tuple[str, ...], str]


def build(dictionary: Path, classes: Path) -> dict[str, np.ndarray]:
    """The arrays of an `archive.entities.dictionary.Lexicon`: checks, classes, flags."""
    meanings = _meanings(dictionary, classes)
    common = [meaning for meaning, _ in Counter(meanings.values()).most_common(_MOST_CLASSES)]
    numbers = {meaning: number for number, meaning in enumerate(common, 1)}
    flags = np.zeros(CLASSES, np.uint8)
    for (parts, _), number in numbers.items():
        flags[number] = ("josa" in parts) | ("given" in parts) << 1
    words = sorted(word for word, meaning in meanings.items() if meaning in numbers)
    hashes = np.array([string_hash(word) for word in words], np.uint32)
    check, slots = slots_of(hashes, np.array(_SLOTS - 1, np.uint32))
    owner = _seat(slots.T.tolist())
    taken = owner >= 0
    checks, kinds = np.zeros(_SLOTS, np.uint16), np.zeros(_SLOTS, np.uint8)
    checks[taken] = check[owner[taken]]
    number_of = np.array([numbers[meanings[word]] for word in words], np.uint8)
    kinds[taken] = number_of[owner[taken]]
    return {"checks": checks, "classes": kinds, "flags": flags}


def _meanings(dictionary: Path, classes: Path) -> dict[str, Meaning]:
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for word, pos, meaning in entries(dictionary):
        kind = _kind(pos, meaning)
        is_name = kind in ("person", "place", "proper")
        if kind and word.isalnum() and (1 + is_name) <= len(word) <= LONGEST:
            parts[word].add(kind)
            if kind == "person" and len(word) == 3 and word[0] in SURNAMES:
                parts[word[1:]].add("given")
    for josa in JOSA:
        parts[josa].add("josa")
    with classes.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        groups = {row["word"]: row["class"] for row in rows if len(row["word"]) <= LONGEST}
    every = sorted(parts.keys() | groups.keys())
    return {word: (_told(parts.get(word, set())), groups.get(word, "-")) for word in every}


def _kind(pos: str, meaning: str) -> str | None:
    if pos == "NNP":
        return _NAMES.get(meaning, "proper")
    if pos.startswith("NNG") or pos in ("NNB", "NP", "NR", "XR"):
        return "noun"
    return "other" if pos.startswith(("V", "M", "I")) else None


def _told(parts: set[str]) -> tuple[str, ...]:
    return tuple(sorted(parts - {"other"} if len(parts) > 1 else parts))


def _seat(choices: list[list[int]]) -> np.ndarray:
    """Cuckoo hashing (Pagh and Rodler, 2001): each entry in one of its slots, moving others."""
    dice = random.Random(7)  # noqa: S311 - nothing secret: the same seats each time
    owner = [-1] * _SLOTS
    for entry in range(len(choices)):
        homeless = entry
        for _ in range(1000):
            free = next((slot for slot in choices[homeless] if owner[slot] < 0), None)
            if free is not None:
                owner[free] = homeless
                break
            slot = dice.choice(choices[homeless])
            homeless, owner[slot] = owner[slot], homeless
        else:
            raise RuntimeError("the lexicon is too full: double its slots")
    return np.array(owner)
