"""Dumps to entries: parsed, tagged, their tokens made. Runs in any process, touches no archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.dumps import Lines, day_of, read_lines
from archive.model import Analysis, Article, Dump, Page, Refusal, Teaser
from archive.pages import canonical_source, page_of, site_of
from archive.store.rows.entry import Entry, Parsed, prepare


def prepare_all(found: Sequence[Dump | Lines], *, entities: bool) -> list[list[Entry | Refusal]]:
    """What becomes of each dump, and of all that lines hold, in their order: entries, and refusals
    for what holds no dump or was one that our own code failed on.
    """
    read = [list(read_lines(item)) if isinstance(item, Lines) else [item] for item in found]
    dumps = [item for items in read for item in items if isinstance(item, Dump)]
    done = iter(_each_prepared(dumps, entities=entities))
    return [[next(done) if isinstance(item, Dump) else item for item in items] for items in read]


def _each_prepared(dumps: Sequence[Dump], *, entities: bool) -> list[Entry | Refusal]:
    try:
        return list[Entry | Refusal](_prepared(dumps, entities=entities))
    except Exception:  # noqa: BLE001 - one page must not cost the user all the others
        return [_prepared_or_refused(dump, entities=entities) for dump in dumps]


def _prepared_or_refused(dump: Dump, *, entities: bool) -> Entry | Refusal:
    try:
        (entry,) = _prepared([dump], entities=entities)
    except Exception as bug:  # noqa: BLE001 - one page must not cost the user all the others
        reason = f"newscli의 결함으로 읽지 못했습니다({type(bug).__name__}: {bug})"
        return Refusal(dump.source, reason, dump.member)
    return entry


def _prepared(dumps: Sequence[Dump], *, entities: bool) -> list[Entry]:
    pages = [_dated(page_of(dump), dump) for dump in dumps]
    # Where nothing is new the tagger and its rules are not even loaded.
    analyses = _analyses(pages) if entities and pages else [()] * len(pages)
    return prepare(map(_parsed, dumps, pages, analyses))


def _parsed(dump: Dump, page: Page, analyses: Sequence[Analysis]) -> Parsed:
    url = dump.metadata.get("url")
    if not isinstance(url, str) or not url:
        return Parsed(dump, page, analyses)
    return Parsed(dump, page, analyses, canonical_source(url), site_of(url))


def _dated(page: Page, dump: Dump) -> Page:
    """The page with the day on which a crawl fetched it, where it shows none itself."""
    if page.page_date is not None or "fetched" not in dump.metadata:
        return page
    return replace(page, page_date=day_of(dump.metadata["fetched"]))


def _analyses(pages: Sequence[Page]) -> list[tuple[Analysis, ...]]:
    """Those of the texts of each page, all tagged at once, which takes a fraction of the time; what
    several pages show, as the teasers of a paper's day, once.
    """
    from archive.entities.analysis import analyse_all  # noqa: PLC0415 - `--no-entities` loads no tagger

    held = [_texts(page) for page in pages]
    different = list(dict.fromkeys(text for texts in held for text in texts))
    made = dict(zip(different, analyse_all(different), strict=True))
    return [tuple(made[text] for text in texts) for texts in held]


def _texts(page: Page) -> list[Article | Teaser]:
    whole = (page.article,) if page.article else ()
    return [*whole, *page.more_articles, *page.teasers]
