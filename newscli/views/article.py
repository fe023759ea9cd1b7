"""An article as a page that one likes to read, or as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscli.terminal import visible
from newscli.views.words import kind_mark, nearby, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from archive.model import Neighbour, StoredArticle
    from newscli.sheet import Sheet

WIDEST = 80  # cells: forty syllables, about what a line of a Korean book holds
_BESIDE = 8  # neighbours at the foot; a pipe gets all
_MARKED_KINDS = frozenset({"person", "organisation", "place"})
_SOFT = "underline"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])|^(\s*)([#>+-]|\d+(?=[.)]))", re.MULTILINE)


def date_line(article: StoredArticle) -> str:
    """The day of publication and what it rests on. The day of fetching is never taken for it."""
    if article.date_basis == "stated" and article.date:
        return article.date
    if article.date_basis == "inferred" and article.date:
        evidence = f", 근거: {article.date_evidence}" if article.date_evidence else ""
        return f"{article.date} (추정{evidence})"
    fetched = f" ({article.page_date} 수집)" if article.page_date else ""
    return f"발행일 모름{fetched}"


def source_lines(article: StoredArticle) -> Iterator[str]:
    """Where the article stands, its own address first."""
    if article.url:
        yield article.url
    for source in article.sources:
        member = f" ({source.member})" if source.member else ""
        fetched = f" · {source.page_date} 수집" if source.page_date else ""
        yield f"{nearby(source.path)}{member}{fetched}"


def _marked_kind(one: Neighbour) -> str:
    mark = kind_mark(one.kind)
    return f" ({mark})" if mark else ""


def _whole_neighbours(article: StoredArticle) -> Iterator[str]:
    """The other stories of the page, each with the number that `show` takes, nothing cut."""
    for one in article.beside:
        yield f"{one.id} {titled(one.headline or one.lead)}{_marked_kind(one)}"


def plain_article(article: StoredArticle) -> str:
    """The article for a pipe: a line a paragraph, nothing wrapped, nothing left out."""
    above = [
        _header(article),
        titled(article.headline),
        *article.subheads,
        _bylines(article),
        date_line(article),
    ]
    parts = [
        "\n".join(visible(line) for line in above if line),
        *(visible(paragraph) for paragraph in article.body),
        *(f"[사진] {visible(caption)}" for caption in article.captions),
        *_unfinished(article),
        "\n".join(f"같은 쪽 {visible(line)}" for line in _whole_neighbours(article)),
        "\n".join(f"출처 {visible(line)}" for line in source_lines(article)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def draw_article(sheet: Sheet, article: StoredArticle) -> None:
    """Draw the article: its head, its paragraphs, its captions apart; at the foot the other stories
    of its page and its sources.
    """
    from rich.padding import Padding

    from newscli.sheet import FAINT, STRONG, joined, plain

    header = _header(article)
    if header:
        sheet.draw(plain(header, FAINT))
    sheet.draw(_marked(article, "headline", [titled(article.headline)], STRONG)[0])
    for subhead in _marked(article, "subheads", list(article.subheads)):
        sheet.draw(Padding(subhead, (0, 0, 0, 2)))
    sheet.draw(joined([_bylines(article), date_line(article)]), "")
    for paragraph in _marked(article, "body", list(article.body)):
        sheet.draw(paragraph, "")
    for caption in article.captions:
        sheet.draw(Padding(plain(f"[사진] {caption}", FAINT), (0, 4, 1, 4)))
    for line in _unfinished(article):
        sheet.draw(plain(line, FAINT), "")
    _draw_foot(sheet, article)


def _draw_foot(sheet: Sheet, article: StoredArticle) -> None:
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.table import Table

    from newscli.sheet import FAINT, IDENTITY, plain

    sheet.draw(Rule(style=FAINT))
    if article.beside:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", no_wrap=True, style=IDENTITY)
        grid.add_column(overflow="fold", style=FAINT)
        for one in article.beside[:_BESIDE]:
            title = f"{titled(one.headline, one.lead)}{_marked_kind(one)}"
            grid.add_row(str(one.id), plain(title, FAINT))
        if len(article.beside) > _BESIDE:
            grid.add_row("", f"… 그리고 {len(article.beside) - _BESIDE:,}건")
        sheet.draw(plain("같은 쪽의 기사", FAINT), Padding(grid, (0, 0, 0, 2)))
    for line in source_lines(article):
        sheet.draw(plain(f"출처 {line}", FAINT))


def _marked(
    article: StoredArticle, field: str, paragraphs: list[str], style: str = ""
) -> list[Text]:
    """The paragraphs of a field with the names in them marked softly.

    Offsets count in the paragraphs joined by a newline.
    """
    from rich.text import Text

    from newscli.sheet import plain

    spans = sorted(
        (start, end)
        for entity in article.entities
        if entity.kind in _MARKED_KINDS
        for place, start, end in entity.mentions
        if place == field
    )
    texts, offset = [], 0
    for paragraph in paragraphs:
        text = Text(style=style, overflow="fold")
        done = 0
        for start, end in spans:
            first, last = max(start - offset, done), min(end - offset, len(paragraph))
            if first < last:
                text.append_text(plain(paragraph[done:first]))
                text.append_text(plain(paragraph[first:last], _SOFT))
                done = last
        texts.append(text.append_text(plain(paragraph[done:])))
        offset += len(paragraph) + 1
    return texts


def _header(article: StoredArticle) -> str:
    return " · ".join(
        part for part in (f"#{article.id}", article.section, kind_mark(article.kind)) if part
    )


def _bylines(article: StoredArticle) -> str:
    return f"글 {', '.join(article.byline)}" if article.byline else ""


def _unfinished(article: StoredArticle) -> list[str]:
    return [] if article.complete else ["(여기까지만 실려 있습니다.)"]


def markdown(article: StoredArticle) -> str:
    """The article as Markdown: what the text says stands as text, not as markup."""
    about = " · ".join(
        part for part in (article.section, _bylines(article), date_line(article)) if part
    )
    parts = [
        f"# {_escaped(titled(article.headline))}",
        _escaped(about),
        *(f"**{_escaped(subhead)}**" for subhead in article.subheads),
        *(_escaped(paragraph) for paragraph in article.body),
        *(f"> {_escaped(caption)}" for caption in article.captions),
        *_unfinished(article),
        "\n".join(f"- 같은 쪽: {_escaped(line)}" for line in _whole_neighbours(article)),
        "\n".join(f"- {_escaped(line)}" for line in source_lines(article)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _escaped(text: str) -> str:
    def backslashed(match: re.Match[str]) -> str:
        if match[1]:
            return f"\\{match[1]}"
        mark = match[3]
        return f"{match[2]}{mark}\\" if mark.isdigit() else f"{match[2]}\\{mark}"

    return _MARKDOWN.sub(backslashed, visible(text))
