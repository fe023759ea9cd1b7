"""Make the tagger's lexicon: what each word of a dictionary can be, in a perfect hash table."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from archive.entities.cues.lexicon import JOSA, SURNAMES
from archive.entities.tagger.dictionary import (
    BUCKETS,
    CLASSES,
    LONGEST,
    NAME,
    NO_LENGTH,
    NOUN,
    OTHER,
    SLOTS,
    buckets,
    slots_of,
)
from archive.entities.tagger.features import string_hash
from tools.mecab_dictionary import entries

if TYPE_CHECKING:
    from pathlib import Path

_TRIALS, _TRIED_AT_ONCE = 1 << 18, 1 << 9  # multipliers
_MOST_CLASSES = 250
_NAMES = {"인명": "person", "지명": "place"}
_BITS = {"noun": NOUN, "other": OTHER, "person": NAME, "place": NAME, "proper": NAME}
Meaning = tuple[tuple[str, ...], str]


def build(dictionary: Path, classes: Path) -> dict[str, np.ndarray]:
    """The arrays of an `archive.entities.tagger.dictionary.Lexicon`: multipliers, entries, josa,
    parts.
    """
    meanings = _meanings(dictionary, classes)
    common = [meaning for meaning, _ in Counter(meanings.values()).most_common(_MOST_CLASSES)]
    numbers = {meaning: number for number, meaning in enumerate(common, 1)}
    josa = np.zeros(CLASSES, bool)
    josa[[number for (parts, _), number in numbers.items() if "josa" in parts]] = True
    bits = np.zeros(CLASSES, np.uint8)
    for (parts, _), number in numbers.items():
        bits[number] = sum({_BITS[part] for part in parts if part in _BITS})
    # Of the few words that share a hash, the one of the rarer class.
    words = sorted(meanings.keys(), key=lambda word: (numbers.get(meanings[word], 0), word))
    codes = {
        string_hash(word): (NO_LENGTH - len(word)) * CLASSES + numbers[meanings[word]]
        for word in words
        if meanings[word] in numbers
    }
    hashes = np.array(list(codes), np.uint32)
    multipliers = _displaced(hashes)
    table = np.zeros(SLOTS, np.uint32)
    table[slots_of(hashes, multipliers[buckets(hashes)])] = hashes ^ np.array(
        list(codes.values()), np.uint32
    )
    return {"multipliers": multipliers, "entries": table, "josa": josa, "parts": bits}


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


def _displaced(hashes: np.ndarray) -> np.ndarray:
    """For each bucket a multiplier that gives its hashes slots of their own, the fullest buckets
    first (Belazzougui and others, 2009). The first slot is the empty string's.
    """
    tried = np.random.default_rng(7).integers(0, 2**32, _TRIALS, np.uint32) | np.uint32(1)
    bucket = buckets(hashes)
    members = np.split(hashes[bucket.argsort(kind="stable")], np.bincount(bucket).cumsum()[:-1])
    multipliers = np.ones(BUCKETS, np.uint32)
    taken = np.zeros(SLOTS, bool)
    taken[0] = True
    for number in sorted(range(len(members)), key=lambda number: -len(members[number])):
        multiplier, slots = _fitting(members[number][:, None], tried, taken)
        multipliers[number], taken[slots] = multiplier, True
    return multipliers


def _fitting(
    members: np.ndarray, tried: np.ndarray, taken: np.ndarray
) -> tuple[np.uint32, np.ndarray]:
    """The first multiplier that leads each of the hashes to a free slot, and these slots."""
    for first in range(0, _TRIALS, _TRIED_AT_ONCE):
        slots = slots_of(members, tried[first : first + _TRIED_AT_ONCE])
        for place in np.flatnonzero(~taken[slots].any(axis=0)):
            if len(np.unique(slots[:, place])) == len(members):
                return tried[first + place], slots[:, place]
    raise RuntimeError("the lexicon is too full: double its slots")
