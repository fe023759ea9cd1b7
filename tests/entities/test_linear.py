"""Pages made to be slow: ten times the page costs ten times the work, not a hundred times.

Each case ran for minutes while its time grew with the square of the page, and takes a second or two
now. Nothing is timed: what has not ended after a minute is killed, and fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest

from archive.entities.analysis import analyse
from archive.entities.links.organisations import organisation_names
from archive.entities.missed.again import found_again
from archive.entities.missed.nested_places import nested_places
from archive.entities.missed.unseen_foreigners import unseen_foreigners
from archive.entities.missed.unseen_houses import unseen_houses
from archive.entities.missed.unseen_people import unseen_people
from archive.entities.missed.unseen_teams import unseen_teams
from archive.entities.passages import Passage, texts_by_kind
from archive.model import Article, Mention

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


def _many_villages() -> None:
    text = _each("누리군 {}리에서, ", 20_000)
    towns = [Mention(m.start(), m.end(), "place", "누리군") for m in re.finditer("누리군", text)]
    nested_places(text + _FAR, towns)


def _many_posts() -> None:
    unseen_people(" 하 대표 " + _each("하루 {}위원장은 ", 100_000) + 2 * _FAR, ())


def _many_teams() -> None:
    text = _each("새말 레드{}을 이겼다. ", 20_000) + " 감독"
    towns = [Mention(m.start(), m.end(), "place", "새말") for m in re.finditer("새말", text)]
    list(unseen_teams(text + _FAR, towns))


def _many_unions() -> None:
    unseen_houses(_each("{}운수 노동조합은 ", 20_000) + " 노조" + 2 * _FAR, ())


CASES: dict[str, Callable[[], object]] = {
    **{name: partial(_analysed, page) for name, page in PAGES.items()},
    "a chain of short names": lambda: organisation_names(_NONE, dict(pairwise(_words(100_000)))),
    "many names": lambda: found_again(
        [Passage("body", "힣" + _FAR, ())], _NONE, _words(20_000), ()
    ),
    "many villages": _many_villages,
    "many posts": _many_posts,
    "many teams": _many_teams,
    "many unions": _many_unions,
    "a name many times": lambda: list(unseen_foreigners(_FAR + "“보른은 " * 50_000, ())),
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_made_to_be_slow_is_not(name: str) -> None:
    subprocess.run([sys.executable, __file__, name], check=True, timeout=_GENEROUS)


if __name__ == "__main__":
    CASES[sys.argv[1]]()
