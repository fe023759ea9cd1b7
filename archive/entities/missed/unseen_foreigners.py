"""People from abroad whom no tagger saw, told by the shorter name that the text gives them later.

- `아마라 메이로 긴급대응국장은 … 메이로 국장은`: two words of no Korean shape before
  a post, and the second of them with that post where a later sentence begins.
- `왕첸메이 벨로니아 상무부장은 … 왕 부장은`: a name before a country's post, and its first
  syllable with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import may_be_called, office_word
from archive.entities.cues.parts_of_names import is_of_name
from archive.entities.cues.shapes import FROM_ABROAD, is_given_name
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# It begins with characters, for which `re` runs through a text fast, and not with a set of them.
_LATER = re.compile(
    r"(?:\. |! |\? |” |\n|“)(?P<last>[가-힣]{2,6}?)"
    r"(?: (?P<post>(?:[가-힣]{2,7}|C[A-Z]O)[은는이가])|(?P<topic>[은는]))(?![가-힣])"
)
_WORD_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<first>[가-힣]{1,6}) $")
_POST_AFTER = re.compile(r" (?P<post>[가-힣]{2,12})(?: (?P<next>[가-힣]{2,12}))?")
# 벨로니아 주재 가람 부대사
_SENT_TO = re.compile(r" [가-힣]{2,10} 주재(?: [가-힣]{2,10})? (?P<post>[가-힣]{2,8})(?![가-힣])")
_NAME_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,5}) $")
_MOST_NAMES = 60  # of one text that are asked for
_REACH = 8  # characters
_LOANS = words("loan_nouns")
_CHIEFS = ("CEO", "CFO", "CTO", "COO")
_JOSA_ENDS = "은는이가을를의에도와과로서며면게고한된던인할"


def unseen_foreigners(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those people, each where the text names them in full."""
    first: dict[str, int] = {}  # where each of those last names stands first
    for later in _LATER.finditer(text):
        last, post = later["last"], office_word(later["post"] or "")
        told = post.josa if post else later["topic"] and FROM_ABROAD.search(last)
        if told and last not in _LOANS and is_of_name(last, last=True):
            title = post.title if post else ""
            if last not in first and len(first) < _MOST_NAMES:
                first[last] = text.find(f" {last} ")
            if 0 <= first.get(last, -1) < later.start("last"):
                yield from _in_full(text, last, title, first[last])
    for mention in mentions:
        if mention.kind in ("place", "organisation") and is_country(mention.text):
            yield from _before_country(text, mention)


def _in_full(text: str, last: str, title: str, at: int) -> Iterator[Mention]:
    """Where a first name and the last one stand before such a post."""
    end = at + 1 + len(last)
    word = _WORD_BEFORE.search(text, max(0, at - _REACH), at + 1)
    first = word["first"] if word else ""
    if not first or first in _LOANS or first[-1] in _JOSA_ENDS:
        return
    if is_of_name(first, last=False) and _has_post(text, end, title):
        yield Mention(at - len(first), end, "person", text[at - len(first) : end])


def _has_post(text: str, at: int, title: str) -> bool:
    """Whether a post follows whose holder is so called: 장관 of 벨로니아 환경장관."""
    after = _SENT_TO.match(text, at) or _POST_AFTER.match(text, at)
    posts = [office_word(word) for word in after.groups("")] if after else ()
    return any(post and (not title or _is_called(post.title, title)) for post in posts)


def _is_called(post: str, title: str) -> bool:
    return may_be_called(post, title) or (title in _CHIEFS and post.startswith("최고"))


def _before_country(text: str, country: Mention) -> Iterator[Mention]:
    after = _POST_AFTER.match(text, country.end)
    post = office_word(after["post"]) if after else None
    if post is None:
        return
    before = _NAME_BEFORE.search(text, max(0, country.start - _REACH), country.start)
    if before is None:
        return
    name = before["name"]
    if name[-1] in _JOSA_ENDS or is_given_name(name) or is_house(name) or is_country(name):
        return
    later = text.find(f" {name[0]} ", country.end)
    word = _POST_AFTER.match(text, later + 2) if later >= 0 else None
    called = office_word(word["post"]) if word else None
    if called is not None and may_be_called(post.title, called.title):
        yield Mention(before.start("name"), before.end("name"), "person", name)
