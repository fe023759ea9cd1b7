"""What an article says of whom: its mentions in their fields, the names they stand for, the roles
people have, and their words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.tagging import tag
from archive.model import Analysis, Article, PlacedMention, Teaser, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator


def analyse(article: Article | Teaser) -> Analysis:
    """The mentions of `article`, headline first, captions last.

    Offsets count in the field's text, its items joined by a newline; the text of a `Teaser` is its
    body. Never raises, whatever the text.
    """
    mentions = tuple(
        PlacedMention(field, m.start, m.end, m.kind, m.text, m.text)
        for field, text in fields(article)
        for m in tag(text)
    )
    return Analysis(mentions)


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
