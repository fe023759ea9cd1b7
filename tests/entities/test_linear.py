"""Pages made to be slow: ten times the page costs ten times the work, not a hundred times.

Each case ran for minutes while its time grew with the square of the page, and takes a second or two
now. Nothing is timed: what has not ended after a minute is killed, and fails.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest

from archive.entities.analysis import analyse
from archive.entities.links.organisations import organisation_names
from archive.entities.missed.again import found_again
from archive.entities.missed.unseen_houses import unseen_houses
from archive.entities.passages import Passage, texts_by_kind
from archive.model import Article

_SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣"), 28)]
_NONE = texts_by_kind(())
_FAR = "\n" * 5_000_000  # what a rule reads again for each name, if it reads all of a page
_GENEROUS = 60  # seconds


def _words(number: int) -> list[str]:
    """So many words of two syllables, no two the same."""
    many = len(_SYLLABLES)
    return [_SYLLABLES[i % many] + _SYLLABLES[i // many] for i in range(number)]


def _each(pattern: str, number: int) -> str:
    return "".join(pattern.format(word) for word in _words(number))


PAGES: dict[str, Callable[[], str]] = {
    "blanks behind a quotation": lambda: "“비가 온다.”" + " " * 200_000 + "가",
    "names in a row": lambda: "민김가온 " * 60_000,
    "lists in a row": lambda: "KCP, SVS, ABC 등 " * 27_000,
    "names behind one post": lambda: "▲" + "김가온 " * 25_000,
    "blanks in a notice": lambda: "▲감사관 김가온\n가" + " " * 200_000 + "가",
    "reporters on one line": lambda: "머니가람 " + "김가온 기자, " * 60_000,
    "he in every sentence": lambda: f"김가온 씨가 왔다. {'그는 웃었다. ' * 2_000}“비다”라고 했다.",
    "posts of one surname": lambda: "윤가온 씨가 왔다. " + _each("윤 {}위원장은 왔다. ", 40_000),
    "a deputy of many": lambda: f"누리협회 김가온 회장과 이여울 가나{'부' * 400_000} 국장은",
}


def _analysed(page: Callable[[], str]) -> None:
    analyse(Article(headline="", body=(page(),)))


def _many_unions() -> None:
    unseen_houses(_each("{}운수 노동조합은 ", 20_000) + " 노조" + 2 * _FAR, ())


CASES: dict[str, Callable[[], object]] = {
    **{name: partial(_analysed, page) for name, page in PAGES.items()},
    "a chain of short names": lambda: organisation_names(_NONE, dict(pairwise(_words(100_000)))),
    "many names": lambda: found_again(
        [Passage("body", "힣" + _FAR, ())], _NONE, _words(20_000), {}
    ),
    "many unions": _many_unions,
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_made_to_be_slow_is_not(name: str) -> None:
    subprocess.run([sys.executable, __file__, name], check=True, timeout=_GENEROUS)


if __name__ == "__main__":
    CASES[sys.argv[1]]()
