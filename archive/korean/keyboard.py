"""What was typed with the wrong keyboard layout: qoekfxmrrmq → 배달특급, and back.

The layout is the two-set Korean keyboard (두벌식, KS X 5002).
"""

from __future__ import annotations

from archive.korean.hangul import FINALS, INITIALS, VOWELS, is_syllable, jamo, join_syllable

_KEYS = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
_JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_KEY_TO_JAMO = dict(zip(_KEYS, _JAMO, strict=True))
_JAMO_TO_KEY = dict(zip(_JAMO, _KEYS, strict=True))

# Vowels and finals that are typed with two keys.
_TWO_VOWELS = {
    "ㅗㅏ": "ㅘ",
    "ㅗㅐ": "ㅙ",
    "ㅗㅣ": "ㅚ",
    "ㅜㅓ": "ㅝ",
    "ㅜㅔ": "ㅞ",
    "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ",
}
_TWO_FINALS = {
    "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ",
    "ㄴㅎ": "ㄶ",
    "ㄹㄱ": "ㄺ",
    "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ",
    "ㅂㅅ": "ㅄ",
}
_SPLIT = {joined: pair for pair, joined in (_TWO_VOWELS | _TWO_FINALS).items()}


def to_hangul(typed: str) -> str | None:
    """The Hangul of Latin keys, None where they do not make whole syllables.

    With Shift most keys mean what they do without: only Q W E R T O P differ.
    """
    letters = [_KEY_TO_JAMO.get(key, _KEY_TO_JAMO.get(key.lower(), "")) for key in typed]
    if not typed or "" in letters:
        return None
    syllables: list[str] = []
    at = 0
    while at < len(letters):
        syllable, at = _syllable(letters, at)
        if syllable is None:
            return None
        syllables.append(syllable)
    return "".join(syllables)


def to_latin(typed: str) -> str | None:
    """The Latin keys of Hangul, None where there is anything else: ㅑㅔㅐㅜㄷ → ipone."""
    if not typed or not all(is_syllable(c) or c in _JAMO_TO_KEY or c in _SPLIT for c in typed):
        return None
    simple = "".join(_SPLIT.get(letter, letter) for letter in jamo(typed))
    return "".join(_JAMO_TO_KEY[letter] for letter in simple)


def _syllable(letters: list[str], at: int) -> tuple[str | None, int]:
    """The syllable that starts at `at`, and where the next one does. A consonant before a vowel
    belongs to the next syllable.
    """
    if letters[at] not in INITIALS or at + 1 >= len(letters) or letters[at + 1] not in VOWELS:
        return None, at
    initial, vowel = letters[at], letters[at + 1]
    at += 2
    if at < len(letters) and vowel + letters[at] in _TWO_VOWELS:
        vowel = _TWO_VOWELS[vowel + letters[at]]
        at += 1
    final = ""
    if _is_final(letters, at):
        final = letters[at]
        at += 1
        if _is_final(letters, at) and final + letters[at] in _TWO_FINALS:
            final = _TWO_FINALS[final + letters[at]]
            at += 1
    return join_syllable(initial, vowel, final), at


def _is_final(letters: list[str], at: int) -> bool:
    followed_by_vowel = at + 1 < len(letters) and letters[at + 1] in VOWELS
    return at < len(letters) and letters[at] in FINALS[1:] and not followed_by_vowel
