"""An article as a page that one likes to read, or as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscli.terminal import visible
from newscli.views.words import kind_mark, nearby, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from archive.model import StoredArticle
    from newscli.sheet import Sheet

    Numbered = tuple[int, str]

WIDEST = 80  # cells: forty syllables, about what a line of a Korean book holds
REPRINTS, BESIDE = "다른 곳에 실린 글", "같은 쪽의 기사"
_FOOT = 8  # stories of a kind at the foot; a pipe gets all
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


def _beside(article: StoredArticle, *, whole: bool) -> list[Numbered]:
    """The other stories of the page; a text without a headline is `whole`, or how it begins."""
    found: list[Numbered] = []
    for one in article.beside:
        title = titled(one.headline or (one.lead if whole else ""), one.lead)
        mark = kind_mark(one.kind)
        found.append((one.id, f"{title} ({mark})" if mark else title))
    return found


def _reprints(article: StoredArticle) -> list[Numbered]:
    """The same story in other papers, with the paper and the day."""
    return [
        (
            one.id,
            " · ".join(
                part
                for part in (titled(one.headline), one.site or nearby(one.source), one.date)
                if part
            ),
        )
        for one in article.reprints
    ]


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
        *_feet(article, "{0} {1} {2}"),
        "\n".join(f"출처 {visible(line)}" for line in source_lines(article)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _feet(article: StoredArticle, form: str) -> Iterator[str]:
    """The stories beside the article and its reprints, a line each, nothing cut."""
    for name, found in (
        (REPRINTS, _reprints(article)),
        (BESIDE, _beside(article, whole=True)),
    ):
        yield "\n".join(visible(form.format(name, number, text)) for number, text in found)


def draw_article(sheet: Sheet, article: StoredArticle) -> None:
    """Draw the article: its head, its paragraphs, its captions apart; at the foot its reprints,
    the other stories of its page, and its sources.
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
    from rich.rule import Rule

    from newscli.sheet import FAINT, plain

    sheet.draw(Rule(style=FAINT))
    _draw_numbered(sheet, REPRINTS, _reprints(article))
    _draw_numbered(sheet, BESIDE, _beside(article, whole=False))
    for line in source_lines(article):
        sheet.draw(plain(f"출처 {line}", FAINT))


def _draw_numbered(sheet: Sheet, title: str, found: list[Numbered]) -> None:
    """Draw the first of these stories under a title, each with the number that `show` takes."""
    from rich.padding import Padding
    from rich.table import Table

    from newscli.sheet import FAINT, IDENTITY, plain

    if not found:
        return
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True, style=IDENTITY)
    grid.add_column(overflow="fold")
    for number, text in found[:_FOOT]:
        grid.add_row(str(number), plain(text, FAINT))
    if len(found) > _FOOT:
        grid.add_row("", plain(f"… 그리고 {len(found) - _FOOT:,}건", FAINT))
    sheet.draw(plain(title, FAINT), Padding(grid, (0, 0, 0, 2)))


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
        *(_escaped_list(foot) for foot in _feet(article, "{0}: {1} {2}")),
        "\n".join(f"- {_escaped(line)}" for line in source_lines(article)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _escaped_list(lines: str) -> str:
    return "\n".join(f"- {_escaped(line)}" for line in lines.splitlines())


def _escaped(text: str) -> str:
    def backslashed(match: re.Match[str]) -> str:
        if match[1]:
            return f"\\{match[1]}"
        mark = match[3]
        return f"{match[2]}{mark}\\" if mark.isdigit() else f"{match[2]}\\{mark}"

    return _MARKDOWN.sub(backslashed, visible(text))
