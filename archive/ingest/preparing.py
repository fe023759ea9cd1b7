"""A dump to an entry: parsed, tagged, its tokens made. Runs in any process, touches no archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.dumps import day_of
from archive.model import Analysis, Dump, Page, Refusal
from archive.pages import canonical_source, page_of, site_of
from archive.store.entry import Entry, prepare


def prepare_all(dumps: Sequence[Dump], *, entities: bool) -> list[Entry | Refusal]:
    """An entry for each dump, in their order; a refusal for one that our own code failed on."""
    return [_prepared_or_refused(dump, entities=entities) for dump in dumps]


def _prepared_or_refused(dump: Dump, *, entities: bool) -> Entry | Refusal:
    try:
        return _prepared(dump, entities=entities)
    except Exception as bug:  # noqa: BLE001 - one page must not cost the user all the others
        reason = f"newscli의 결함으로 읽지 못했습니다({type(bug).__name__}: {bug})"
        return Refusal(dump.source, reason, dump.member)


def _prepared(dump: Dump, *, entities: bool) -> Entry:
    page = _dated(page_of(dump), dump)
    url = dump.metadata.get("url")
    has_url = isinstance(url, str) and bool(url)
    return prepare(
        dump,
        page,
        _analyses(page) if entities else (),
        identity=canonical_source(str(url)) if has_url else None,
        site=site_of(str(url)) if has_url else None,
    )


def _dated(page: Page, dump: Dump) -> Page:
    """The page with the day on which a crawl fetched it, where it shows none itself."""
    if page.page_date is not None or "fetched" not in dump.metadata:
        return page
    return replace(page, page_date=day_of(dump.metadata["fetched"]))


def _analyses(page: Page) -> list[Analysis]:
    from archive.entities import analyse  # noqa: PLC0415 - `--no-entities` never loads the tagger

    whole = (page.article,) if page.article else ()
    return [analyse(text) for text in (*whole, *page.more_articles, *page.teasers)]
