"""Filters of the command line, dates read, for the archive."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from archive.errors import ArticleNotFound, UsageError
from archive.model import Filters
from newscli import messages

if TYPE_CHECKING:
    from archive import Archive
    from archive.model import ArticleKind


class Days(NamedTuple):
    """The days from `since` to `until`, ISO, inclusive; None is an open end."""

    since: str | None
    until: str | None


def read_days(since: str | None, until: str | None, date: str | None = None) -> Days:
    """The days that the date options mean; raises `UsageError` with the accepted forms."""
    if date is not None and (since is not None or until is not None):
        raise UsageError("--date는 --since, --until과 함께 쓸 수 없습니다.")
    if date is not None:
        return Days(*_ends(date))
    first = _ends(_one_end("--since", since))[0] if since is not None else None
    last = _ends(_one_end("--until", until))[1] if until is not None else None
    if first and last and first > last:
        raise UsageError(
            f"--since가 --until보다 늦습니다: {first} > {last}", "", "두 날짜를 바꾸어 주십시오."
        )
    return Days(first, last)


def _one_end(option: str, text: str) -> str:
    """The text, which must be no range: the other end would be dropped without a word."""
    from archive import range_ends

    ends = range_ends(text)
    if ends and any(ends):
        given = zip(("--since", "--until"), ends, strict=True)
        meant = " ".join(f"{name} {_quoted(end)}" for name, end in given if end)
        raise UsageError(f"{option}에는 기간이 아니라 한쪽 끝만 적습니다: {text}", "", meant)
    return text


def _quoted(text: str) -> str:
    return f"'{text}'" if " " in text else text


def _ends(text: str) -> tuple[str | None, str | None]:
    from archive import parse_period

    period = parse_period(text)
    return period.since, period.until


def read_filters(
    *,
    since: str | None,
    until: str | None,
    section: str | None,
    source: str | None,
    site: str | None,
    entity: str | None,
    kind: ArticleKind | None = None,
) -> Filters:
    """The filters as the archive takes them."""
    days = read_days(since, until)
    return Filters(
        since=days.since,
        until=days.until,
        section=section,
        source=named_source(source) if source is not None else None,
        site=site,
        entity=entity,
        kind=kind,
    )


def is_there(archive: Archive, article: int) -> bool:
    """Whether the archive has an article of that id; one that it lacks is told."""
    try:
        archive.article(article)
    except ArticleNotFound as failure:
        messages.archive_error(failure)
        return False
    return True


def named_source(name: str) -> str:
    """A source as the archive knows it: what is there is named by its whole path, else as typed."""
    return os.path.abspath(name) if os.path.exists(name) else name  # noqa: PTH100, PTH110 - `..` too
