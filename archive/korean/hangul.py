"""Hangul as Unicode writes it: folding for comparison, initial consonants, jamo.

Arithmetic of syllables: The Unicode Standard, section 3.12 "Conjoining Jamo Behavior".
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

SYLLABLE_FIRST, SYLLABLE_LAST = "가", "힣"
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
SYLLABLES_PER_INITIAL = len(VOWELS) * len(FINALS)

ENDING_IN_N = "".join(map(chr, range(ord("간"), ord(SYLLABLE_LAST), len(FINALS))))
"""Syllables that verbs end in before a noun: 온, 물러난, 든."""

# What composes with the character before it: combining marks, and the vowels and finals of NFD.
_MARKS = r"\u0300-\u036f\u1160-\u11ff\u3099\u309a"
_CLUSTER = rf"(?s)[^{_MARKS}][{_MARKS}]*|."


def fold(text: str) -> str:
    """`text` for comparison: NFC, case folded. Two texts that a reader sees as one fold alike."""
    folded = normalize("NFC", text).casefold()
    return folded if is_normalized("NFC", folded) else normalize("NFC", folded)


def fold_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """`fold(text)`, and for each of its characters the offset in `text` that it came from.

    The list has one more entry, the length of `text`; it is None where the offsets are the same.
    """
    folded = fold(text)
    if len(folded) == len(text) and is_normalized("NFC", text):
        return folded, None
    pieces: list[str] = []
    offsets: list[int] = []
    for cluster in re.finditer(_CLUSTER, text):
        piece = fold(cluster[0])
        pieces.append(piece)
        offsets.extend([cluster.start()] * len(piece))
    return "".join(pieces), [*offsets, len(text)]


def is_syllable(character: str) -> bool:
    """Whether `character` is a whole Hangul syllable."""
    return SYLLABLE_FIRST <= character <= SYLLABLE_LAST


def split_syllable(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final (may be empty) of a Hangul syllable, as compatibility jamo."""
    index = ord(syllable) - ord(SYLLABLE_FIRST)
    initial, rest = divmod(index, SYLLABLES_PER_INITIAL)
    vowel, final = divmod(rest, len(FINALS))
    return INITIALS[initial], VOWELS[vowel], FINALS[final]


def join_syllable(initial: str, vowel: str, final: str = "") -> str:
    """The Hangul syllable of compatibility jamo; ValueError where they make none."""
    place = INITIALS.index(initial) * len(VOWELS) + VOWELS.index(vowel)
    return chr(ord(SYLLABLE_FIRST) + place * len(FINALS) + FINALS.index(final))


def initials(text: str) -> str:
    """`text` with each Hangul syllable replaced by its initial consonant: 가람시 → ㄱㄹㅅ."""
    first = ord(SYLLABLE_FIRST)
    return "".join(
        INITIALS[(ord(character) - first) // SYLLABLES_PER_INITIAL]
        if is_syllable(character)
        else character
        for character in text
    )


def jamo(text: str) -> str:
    """`text` with each Hangul syllable spelt out: 값 → ㄱㅏㅄ."""
    return "".join(
        "".join(split_syllable(character)) if is_syllable(character) else character
        for character in text
    )


# Syllables spelled in conjoining jamo, as macOS writes file names: NFC has them in one character.
_SPELLED = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def is_spelled(text: str) -> bool:
    """Whether a syllable of the text is spelled in conjoining jamo."""
    return _SPELLED.search(text) is not None


def compose(text: str) -> tuple[str, list[int]]:
    """The text with its spelled syllables in one character each, all else as it stands; and where
    each of its characters, and the end, stands in `text`.
    """
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _SPELLED.finditer(text):
        parts += (text[done : match.start()], normalize("NFC", match.group()))
        places += (*range(done, match.start()), match.start())
        done = match.end()
    parts.append(text[done:])
    places += range(done, len(text) + 1)
    return "".join(parts), places
