"""Text becomes overlapping syllable pairs, so that every syllable starts exactly one token.

가람시청 → 가람 람시 시청 청. A string of syllables occurs in a text if and only if its pairs follow
one another in the tokens; a single syllable if and only if a token begins with it. Hanja and kana
are paired the same way; letters of other scripts and digits stay whole words.
"""

from __future__ import annotations

import re

from archive.korean.hangul import fold

_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7a3\ud7b0-\ud7ff"
_HANJA = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"

# Some places among the Hanja are not assigned yet: no letters, as for `_WORD` below.
_RUN = re.compile(
    rf"[{_HANGUL}]+|(?:(?![{_HANGUL}{_HANJA}{_KANA}])[^\W_])+|(?:(?=\w)[{_HANJA}])+|[{_KANA}]+"
)
_IS_PAIRED = re.compile(rf"[{_HANGUL}{_HANJA}{_KANA}]")
# Compiled when first used, by `re` itself: a program that only searches never needs them.
_WORD = rf"([^\W_{_HANGUL}]+)"
_NO_HANGUL = rf"[^{_HANGUL}\n ]+"
_RUN_START = rf"(?<![{_HANGUL}])[{_HANGUL}]"
_GAP = "\n"


def tokens(text: str) -> str:
    """The tokens of `text`, in order, separated by one or more spaces.

    The same as `run_tokens` of each of `runs(fold(text))`, several times as fast: it runs over
    every byte that is ingested.
    """
    if not text:
        return ""
    pieces = re.split(_WORD, fold(text).replace(_GAP, " "))
    if len(pieces) == 1:
        return _hangul_pairs(pieces[0])
    pieces[::2] = _hangul_pairs(_GAP.join(pieces[::2])).split(_GAP)
    pieces[1::2] = [word if word.isascii() else _word_tokens(word) for word in pieces[1::2]]
    return " ".join(pieces)


def runs(folded: str) -> list[str]:
    """The runs of folded text: each of one script, without spaces and punctuation."""
    return _RUN.findall(folded)


def run_spans(folded: str) -> list[tuple[int, int]]:
    """Where the runs of folded text stand."""
    return [match.span() for match in _RUN.finditer(folded)]


def is_paired(run: str) -> bool:
    """Whether a run is of a script that is indexed by pairs."""
    return _IS_PAIRED.match(run) is not None


def run_tokens(run: str) -> list[str]:
    """The tokens of one run of folded text."""
    if len(run) == 1 or not is_paired(run):
        return [run]
    return [run[i : i + 2] for i in range(len(run))]


def _word_tokens(word: str) -> str:
    return " ".join([token for run in runs(word) for token in run_tokens(run)])


def _hangul_pairs(text: str) -> str:
    """The pairs of the Hangul in `text`; line feeds stay, all else becomes spaces.

    The text, the text moved back by one character and spaces are interleaved by the C loops of
    memoryview; what would pair a space with the start of a run is blanked beforehand.
    """
    first = re.sub(_NO_HANGUL, " ", text)
    second = (re.sub(_RUN_START, " ", first).replace(_GAP, " ") + " ")[1:]
    woven = memoryview(bytearray(12 * len(first))).cast("I")
    for place, row in enumerate((first, second, " " * len(first))):
        woven[place::3] = memoryview(row.encode("utf-32-le", "surrogatepass")).cast("I")
    return str(woven, "utf-32-le", "surrogatepass")
