"""`newscli show`: articles to read, as text, Markdown or JSON, or the dump as it came."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from archive.errors import ArticleNotFound
from newscli import messages
from newscli.command import Mistake, help_line
from newscli.completion import article_ids
from newscli.options import Json, NoPager
from newscli.output import check_one_format
from newscli.pager import write_long
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archive.model import StoredArticle
    from newscli.terminal import Terminal

Found = TypeVar("Found")

_LONGEST_ID = 18  # digits: SQLite counts to 9,223,372,036,854,775,807
_NAMED = 5  # wrong words in an error


def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="기사 번호. -를 적으면 표준 입력에서 번호를 읽습니다.",
            autocompletion=article_ids,
        ),
    ],
    *,
    raw: Annotated[bool, typer.Option("--raw", help="덤프를 들어온 그대로 보입니다.")] = False,
    format_: Annotated[
        Literal["text", "md", "json", "ndjson"] | None,
        typer.Option("--format", help="글(text), 마크다운(md), JSON. 기본은 text입니다."),
    ] = None,
    json: Json = False,
    no_pager: NoPager = False,
) -> int:
    """기사를 읽습니다. 발행일이 추정이면 근거를 함께 보입니다.

    예:
      newscli show 1
      newscli show 1 2 3 --format md > 기사.md
      newscli search 배달특급 --format ids | newscli show -
    """
    session = session_of(context)
    check_one_format(format_, json=json)
    if "-" in ids:
        session.await_input("기사 번호를")
    numbers, wrong = _numbers(ids)
    if not (numbers or wrong):
        session.note("newscli: 표준 입력에 기사 번호가 없습니다.")
    if wrong and not numbers:
        raise _no_numbers(wrong, context)
    if wrong:
        messages.archive_error(_no_numbers(wrong, context))
    missing: list[int] = []
    with session.open() as archive:
        if raw:
            found = len(dumps := list(_present(archive.raw, numbers, missing)))
            _write_raw(session.terminal(), dumps, pager=not no_pager)
        else:
            found = len(articles := list(_present(archive.article, numbers, missing)))
            form = "json" if json else format_ or "text"
            _write(session.terminal(), articles, form, asked=len(numbers), pager=not no_pager)
    if not found:
        return 2 if wrong else 1
    return 2 if missing or wrong else 0


def _present(
    ask: Callable[[int], Found], numbers: list[int], missing: list[int]
) -> Iterator[Found]:
    """What the archive has of these numbers; each that it lacks is told and noted as missing."""
    for number in numbers:
        try:
            yield ask(number)
        except ArticleNotFound as failure:
            messages.archive_error(failure)
            missing.append(number)


def _numbers(ids: list[str]) -> tuple[list[int], list[str]]:
    """The ids among the words of the command line and of standard input, and what is none."""
    words: list[str] = []
    for word in ids:
        words.extend(_piped() if word == "-" else [word])
    wrong = [word for word in words if not _is_number(word)]
    return [int(word.removeprefix("#")) for word in words if _is_number(word)], wrong


def _piped() -> Iterator[str]:
    """Words of standard input; of a line of fields between tabs, as `list` writes, the first."""
    for line in sys.stdin.read().splitlines():
        yield from line.split("\t", 1)[0].split() if "\t" in line else line.split()


def _is_number(word: str) -> bool:
    """Whether a word is an id, as typed or as `show` prints it: 10, #10."""
    digits = word.removeprefix("#")
    return digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_ID


def _no_numbers(wrong: list[str], context: typer.Context) -> Mistake:
    more = f" 외 {len(wrong) - _NAMED:,}개" if len(wrong) > _NAMED else ""
    return Mistake(
        f"기사 번호가 아닙니다: {', '.join(wrong[:_NAMED])}{more}",
        "번호는 search와 list의 맨 앞에 있습니다.",
        help_line(context),
    )


def _write_raw(terminal: Terminal, dumps: list[str], *, pager: bool) -> None:
    """The dumps; their own characters for a pipe, none that steers for a terminal."""
    whole = "".join(text if text.endswith("\n") else f"{text}\n" for text in dumps)
    if terminal.interactive:
        from newscli.terminal import visible

        whole = "\n".join(visible(line) for line in whole.split("\n"))
    write_long(whole, terminal, pager=pager)


def _write(
    terminal: Terminal, found: list[StoredArticle], format_: str, *, asked: int, pager: bool
) -> None:
    if format_ in {"json", "ndjson"}:
        _write_json(found, format_, several=asked > 1)
        return
    from newscli.views.article import WIDEST, draw_article, markdown, plain_article

    if format_ == "md":
        write_long("\n---\n\n".join(map(markdown, found)), terminal, pager=pager)
    elif not terminal.interactive and terminal.colours == "none":
        sys.stdout.write("\n\n".join(map(plain_article, found)))
    else:
        from newscli.sheet import Sheet

        sheet = Sheet(terminal, WIDEST)
        for number, article in enumerate(found):
            if number:
                sheet.draw("", "")
            draw_article(sheet, article)
        sheet.show(pager=pager)


def _write_json(found: list[StoredArticle], format_: str, *, several: bool) -> None:
    from newscli.documents import article_document
    from newscli.output import write_json, write_json_series

    documents = (article_document(article) for article in found)
    if format_ == "json":
        write_json_series(documents, "articles/1", "articles", several=several)
        return
    for document in documents:
        write_json(document, indent=None)
