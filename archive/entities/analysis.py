"""What an article says of whom: its mentions in their fields, the names they stand for, the roles
people have, and their words.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.careers import line_of_work
from archive.entities.cues.offices import fullest
from archive.entities.in_step import in_step
from archive.entities.links.full_names import is_full_name
from archive.entities.links.linking import link
from archive.entities.passages import Passage
from archive.entities.quotations.quotes import quotes
from archive.entities.tagging import tag_all
from archive.model import Analysis, Article, PlacedMention, Role, Teaser, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.entities.in_step import Steps
    from archive.entities.introduced import Introduction
    from archive.entities.links.linking import Linked


def analyse(article: Article | Teaser) -> Analysis:
    """The mentions of `article`, headline first, captions last, the roles of its people and the
    quotations of its text.

    Offsets count in the field's text, its items joined by a newline; the text of a `Teaser` is its
    body. Whom the article does not name in full is left out: 김 시장, 김모 씨, A in two articles
    are two people. Never raises, whatever the text.
    """
    (analysis,) = analyse_all([article])
    return analysis


def analyse_all(articles: Sequence[Article | Teaser]) -> list[Analysis]:
    """The same of each of `articles`: many at a time are tagged in a fraction of the time."""
    held = [list(fields(article)) for article in articles]
    tagged = iter(tag_all([text for texts in held for _, text in texts]))
    found = in_step(
        _steps([Passage(field, text, next(tagged), searched=True) for field, text in texts])
        for texts in held
    )
    return [_of_named(one) for one in found]


def _of_named(found: Analysis) -> Analysis:
    named = [m for m in found.mentions if m.kind != "person" or _is_named(m.name)]
    return Analysis(tuple(named), found.roles, found.quotes)


def analyse_passages(passages: Sequence[Passage]) -> Analysis:
    """The same of the tagged fields of one article; linear in their text."""
    (analysis,) = in_step([_steps(passages)])
    return analysis


def _steps(passages: Sequence[Passage]) -> Steps[Analysis]:
    linked = yield from link(passages)
    mentions = tuple(
        [
            PlacedMention(one.passage.field, m.start, m.end, m.kind, m.text, name)
            for one in linked
            for m, name in zip(one.passage.mentions, one.names, strict=True)
        ]
    )
    yield
    roles = tuple(_roles(linked))
    yield
    return Analysis(mentions, roles, tuple(quote for one in linked for quote in quotes(one)))


@lru_cache(maxsize=1 << 13)
def _is_named(name: str) -> bool:
    """Whether a name is somebody's in full, told apart by a bracket or not: 김모 씨(33)."""
    return is_full_name(name.partition("(")[0])


def fields(article: Article | Teaser) -> Iterator[tuple[TextField, str]]:
    """The fields of an article that hold text, in the order of reading."""
    if article.headline:
        yield "headline", article.headline
    if isinstance(article, Teaser):
        yield "body", article.text
        return
    if article.subheads:
        yield "subheads", "\n".join(article.subheads)
    if article.body:
        yield "body", "\n".join(article.body)
    if article.captions:
        yield "captions", "\n".join(article.captions)


_PUPIL = "학생"  # links 김 학생 to 김가온, but is a role only of a school: 누리고 학생


def _roles(linked: Sequence[Linked]) -> Iterator[Role]:
    """What each person is called, once, the fullest form alone; and what is said of him where he
    is called 김 씨.
    """
    posts: dict[str, list[str]] = {}
    later: list[tuple[str, tuple[str, ...]]] = []
    for one in linked:
        for intro in one.introductions:
            name = _name_of(intro, one) if intro.roles else ""
            if name and is_full_name(intro.person.text):
                posts.setdefault(name, []).extend(intro.roles)
            elif name and intro.told:
                later.append((name, intro.told))
    full = _full_names(linked) if later else frozenset()
    for name, told in later:
        if name in full:
            posts.setdefault(name, []).extend(told)
    for name, roles in posts.items():
        posts_held = (role for role in fullest(roles) if role != _PUPIL)
        yield from (Role(name, role, line_of_work(role)) for role in posts_held)


def _name_of(intro: Introduction, one: Linked) -> str:
    start, mentions = intro.person.start, one.passage.mentions
    at = bisect_right(mentions, start, key=lambda mention: mention.start) - 1
    return one.names[at] if at >= 0 and mentions[at].start == start else ""


def _full_names(linked: Iterable[Linked]) -> frozenset[str]:
    """The names of those who are named in full somewhere."""
    return frozenset(
        _name_of(intro, one)
        for one in linked
        for intro in one.introductions
        if is_full_name(intro.person.text)
    )
