"""The identity of an article's address, whatever host it was fetched from."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from .vocabulary import words_of

# Query fields that number an article, in the order in which they are believed.
_NUMBERS = words_of("""
    no idxno aid article_id articleid news_no newsno ncd wr_id nttid seq idx uid id key arcid
    art_id gisa_id news_id newsid
""")
# Fields that tell apart articles of the same number: the board, the paper.
_SCOPES = ("bo_table", "oid", "code", "bbsid", "board", "db", "table")
_TRACKING = re.compile(
    r"(?:utm_.*|fbclid|gclid|igshid|ref|referer|from|share|cds|sid|page|pagenum|mode|sc_.*|box_.*|view_type|"
    r"mobile|m|pc|amp|spm|input|rss|sns|kakao_.*|_.*)$"
)
_NO_ADDRESS = re.compile(r"[\s\x00-\x1f<>\"]")
_DOUBLED = re.compile(r"//+")
_MOBILE_STEP = re.compile(r"/(?:amp|m|mobile)(?=/|$)")
_MOBILE = ("www.", "m.", "mobile.", "mnews.", "amp.", "wap.")
_SECOND_LEVEL = frozenset(words_of("co or go ne pe re ac hs ms es sc kg com net org gov edu"))
_PLATFORM = "mediaon.co.kr"
_PLATFORM_PATHS = frozenset(("/news/article.html", "/mobile/article.html", "/article.html"))


def canonical_source(url: str) -> str:
    """The identity of an address: two addresses of one article give the same text.

    The host without `www.`, `m.` or `mobile.`, then the article's number where the query has one
    (with its board), else path and query without tracking fields. An address of the mediaon
    platform (`/news/article.html?no=`) is known by its site's name, so that `SITE.mediaon.co.kr`
    and the site's own domain agree. Never raises; what is no address comes back stripped.
    """
    parts = _split(url)
    if parts is None:
        return url.strip()
    host, path, query = parts
    if not query:
        return host + path
    fields = {name.lower(): value for name, value in parse_qsl(query)}
    name = _site_name(host)
    if name and path in _PLATFORM_PATHS and "no" in fields:
        return f"{name}.{_PLATFORM}/{fields['no']}"
    for field in filter(fields.__contains__, _NUMBERS):
        if (value := fields[field]).isdigit():
            scope = "".join(f"&{key}={fields[key]}" for key in _SCOPES if key in fields)
            return f"{host}?{field}={value}{scope}"
    kept = sorted((key, value) for key, value in fields.items() if not _TRACKING.match(key))
    return host + path + (f"?{urlencode(kept)}" if kept else "")


def site_of(url: str) -> str | None:
    """The host of an address without `www.`, `m.` or `mobile.`; None where there is no host."""
    parts = _split(url)
    return parts[0] if parts else None


@lru_cache(maxsize=64)  # identity and site of an address are asked for one after the other
def _split(url: str) -> tuple[str, str, str] | None:
    """Host, path and query of an address, or None where it is none."""
    bare = url.strip()
    if _NO_ADDRESS.search(bare):
        return None
    try:
        parts = urlsplit(bare if "://" in bare else f"//{bare}")
        host = _desktop_host(parts.hostname or "")
    except ValueError:
        return None
    if host is None:
        return None
    path = _DOUBLED.sub("/", parts.path).rstrip("/")
    return host, _MOBILE_STEP.sub("", path), parts.query


@lru_cache(maxsize=256)
def _desktop_host(name: str) -> str | None:
    """The host without what tells a site's mobile pages from its others, None where it is none."""
    host = name.rstrip(".")
    labels = host.split(".")
    if len(labels) < 2 or not all(labels):
        return None
    for prefix in _MOBILE:
        if host.startswith(prefix) and host.count(".") > 1:
            host = host[len(prefix) :]
    return host


def _site_name(host: str) -> str | None:
    """The one label that names a site (`kgnews` of `kgnews.co.kr` and `kgnews.mediaon.co.kr`)."""
    if host.endswith("." + _PLATFORM):
        name = host[: -len(_PLATFORM) - 1]
        return name if "." not in name else None
    labels = host.split(".")
    if len(labels) == 3 and labels[1] in _SECOND_LEVEL:
        return labels[0]
    return labels[0] if len(labels) == 2 else None
