"""Names of Japan as they are written in Hangul (외래어 표기법): 마스하라 게이키치."""

from __future__ import annotations

from functools import lru_cache

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS
from archive.entities.cues.offices import honorific, office_word
from archive.entities.cues.places import CITIES
from archive.entities.cues.shapes import FROM_ABROAD
from archive.korean.hangul import join_syllable

_INITIALS, _VOWELS, _FINALS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "ㅏㅑㅔㅗㅘㅛㅜㅠㅣ", ("", "ㄴ", "ㅅ")
# It has no 디, 두, 티, 투; and 스, 즈, 쓰 are its only ones with that vowel.
_KANA = frozenset(
    join_syllable(initial, vowel, final)
    for initial in _INITIALS
    for vowel in _VOWELS
    for final in _FINALS
    if initial not in "ㄷㅌ" or vowel not in "ㅜㅠㅣ"
) | frozenset("스즈쓰슨즌")
_SURE_LENGTH = 4  # syllables


@lru_cache(maxsize=1 << 12)
def may_be_japanese(word: str) -> bool:
    """Whether a word has the shape of a Japanese name; so have words of Korean, 가나다."""
    if len(word) <= 1 or not _KANA.issuperset(word):
        return False
    known = word in LEADS or word in KNOWN_PLACES or word in CITIES or is_country(word)
    return not known and not is_house(word) and not (office_word(word) or honorific(word))


@lru_cache(maxsize=1 << 12)
def is_japanese(word: str) -> bool:
    """Whether a word that is no common one is a Japanese name by its shape: 모토시마, 마스하라."""
    length = len(word) + (FROM_ABROAD.search(word) is not None)
    return length >= _SURE_LENGTH and may_be_japanese(word)
