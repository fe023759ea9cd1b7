"""Text becomes overlapping syllable pairs, so that every syllable starts exactly one token.

가람시청 → 가람 람시 시청 청. A string of syllables occurs in a text if and only if its pairs follow
one another in the tokens; a single syllable if and only if a token begins with it. Hanja and kana
are paired the same way; letters of other scripts and digits stay whole words.
"""

from __future__ import annotations

import re

_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7a3\ud7b0-\ud7ff"
_HANJA = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"

# Some places among the Hanja are not assigned yet: no letters.
_RUN = re.compile(
    rf"[{_HANGUL}]+|(?:(?![{_HANGUL}{_HANJA}{_KANA}])[^\W_])+|(?:(?=\w)[{_HANJA}])+|[{_KANA}]+"
)
_IS_PAIRED = re.compile(rf"[{_HANGUL}{_HANJA}{_KANA}]")
_PAIRED_SCRIPTS = (_HANGUL, _HANJA, _KANA)
SCRIPTS = len(_PAIRED_SCRIPTS)


def runs(folded: str) -> list[str]:
    """The runs of folded text: each of one script, without spaces and punctuation."""
    return _RUN.findall(folded)


def run_spans(folded: str) -> list[tuple[int, int]]:
    """Where the runs of folded text stand."""
    return [match.span() for match in _RUN.finditer(folded)]


def is_paired(run: str) -> bool:
    """Whether a run is of a script that is indexed by pairs."""
    return _IS_PAIRED.match(run) is not None


def script_of(run: str) -> int | None:
    """Which of the `SCRIPTS` that are paired a run is of, from 0; None for one that is a word."""
    scripts = enumerate(_PAIRED_SCRIPTS)
    return next((number for number, script in scripts if re.match(f"[{script}]", run)), None)


def run_tokens(run: str) -> list[str]:
    """The tokens of one run of folded text."""
    if len(run) == 1 or not is_paired(run):
        return [run]
    return [run[i : i + 2] for i in range(len(run))]
