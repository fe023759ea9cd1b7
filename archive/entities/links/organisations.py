"""Organisations within one article: which full name each short one stands for.

Short forms are merged only where one full name alone can be meant.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.initials import first_initials, is_made_of_initials
from archive.entities.cues.lexicon import KNOWN_PLACES
from archive.entities.cues.shortened import SHORT_KINDS, kinds_at_end
from archive.entities.links.company_marks import COMPANY, bare_name
from archive.entities.links.later_names import MOST_HOUSES
from archive.entities.links.parts_of_houses import by_part, without_company_noun
from archive.entities.links.public_houses import PUBLIC, public_shorts
from archive.entities.links.tails import AREA_ENDINGS, LONGEST_NAME, by_tail, whole_of_tail
from archive.entities.links.team_names import teams_by_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from archive.entities.passages import Texts

_BY_LAST_SYLLABLE = {
    last: [pair for pair in SHORT_KINDS if pair[1][-1] == last]
    for last in {short[-1] for _, short in SHORT_KINDS}
}
_LONGEST_CHAIN = 8  # names of one house
_INITIALS_LENGTHS = range(3, 6)


def organisation_names(texts: Texts, shorts: Mapping[str, str]) -> dict[str, str]:
    """The name of each organisation that does not go by its own text; `texts` are those of the
    mentions, `shorts` the names that brackets give (see `abbreviations`).
    """
    houses = texts["organisation"]
    names = {short: text for text in houses for short in public_shorts(text)} | dict(shorts)
    if len(houses) > 1:
        names |= _longer_names([text for text in houses if text not in names], texts)
    bare = {text: name for text in houses if (name := bare_name(text)) and name != text}
    return bare | {text: _follow(names, text) for text in names}


def _longer_names(fulls: Sequence[str], texts: Texts) -> dict[str, str]:
    """Those of the names `fulls` that stand for a longer one, each with that."""
    companies = {text for text in fulls if text.endswith(COMPANY)}
    few = len(fulls) <= MOST_HOUSES
    initials = _by_initials(fulls) if few else {}
    is_piece = not all(map(frozenset(fulls).isdisjoint, map(_pieces, texts["organisation"])))
    if not (is_piece or companies or initials):
        return {}
    schools, tails, teams = _schools(fulls), by_tail(fulls), teams_by_name(fulls)
    parts = by_part(texts) if few else {}
    names: dict[str, str] = {}
    for text in fulls:
        name = (
            (_company(text, companies, texts["place"]) if companies else None)
            or schools.get(text)
            or whole_of_tail(text, tails)
            or teams.get(text)
            or initials.get(text)
            or parts.get(text)
        )
        if name and name != text:
            names[text] = name
    return names


@lru_cache(maxsize=1 << 12)
def _pieces(full: str) -> frozenset[str]:
    """What a house can be called by a piece of its name. Few articles have any of it, and are asked
    no more.
    """
    bare, last = bare_name(full), full.rpartition(" ")[2]
    ends = [bare[at:] for at in range(1, len(bare))] if len(bare) <= LONGEST_NAME else [bare[-1]]
    schools = [
        name.removesuffix(long) + short
        for name in (full, last)
        for long, short in kinds_at_end(name)
    ]
    return frozenset([*ends, last, *schools, *without_company_noun(full)]) - {full}


def _follow(names: Mapping[str, str], text: str) -> str:
    """The end of a chain of names: abbreviation, full name, full name without ㈜."""
    name = names.get(text, text)
    if name != text:
        seen = {text, name}
        while (following := names.get(name)) is not None and following not in seen:
            if len(seen) == _LONGEST_CHAIN:
                break
            seen.add(following)
            name = following
    return bare_name(name) or name


def _company(text: str, companies: Container[str], places: Container[str]) -> str | None:
    """㈜도담 and 도담 are 도담주식회사 where the article has it; 경기도 is no company."""
    bare = bare_name(text)
    full = f"{bare}{COMPANY}"
    if full not in companies or text == full:
        return None
    named_like_place = bare in KNOWN_PLACES or bare in places or bare.endswith(AREA_ENDINGS)
    return None if text == bare and named_like_place else full


def _last_words(fulls: Iterable[str]) -> dict[str, str]:
    """Full names by themselves and by their last word, where one alone has it: 국회 정무위원회."""
    found = {full: full for full in fulls}
    ends: dict[str, set[str]] = {}
    for full in found:
        if " " in full:
            ends.setdefault(full.rpartition(" ")[2], set()).add(full)
    return {end: next(iter(some)) for end, some in ends.items() if len(some) == 1} | found


def _schools(fulls: Sequence[str]) -> dict[str, str]:
    """가람고등학교 for 가람고, where the article has both."""
    found: dict[str, str] = {}
    by_short = [(text, long) for text in fulls for long in _in_full(text)]
    known = _last_words(fulls) if by_short else {}
    for text, long in by_short:
        if long in known:
            found.setdefault(text, known[long])
    return found


@lru_cache(maxsize=1 << 12)
def _in_full(text: str) -> Sequence[str]:
    """What a name with a short kind may be in full: 가람여자고등학교 and 가람고등학교 of 가람고."""
    return [
        text[: -len(short)] + long
        for long, short in _BY_LAST_SYLLABLE.get(text[-1:], ())
        if text.endswith(short) and len(text) > len(short) + 1
    ]


def _by_first_initial(fulls: Iterable[str]) -> dict[str, list[str]]:
    """The names long enough to be said by initials, by the syllable that these begin with."""
    found: dict[str, list[str]] = {}
    for full in fulls:
        if len(full) > _INITIALS_LENGTHS.start:
            for first in first_initials(full):
                found.setdefault(first, []).append(full)
    return found


def _by_initials(fulls: Sequence[str]) -> dict[str, str]:
    """누강협 is 누리강살리기협의회, where it is made of the initials of one name alone."""
    long_names = _by_first_initial(fulls)
    found = {}
    for text in fulls if long_names else ():
        alike = long_names.get(text[0], ()) if len(text) in _INITIALS_LENGTHS else ()
        longer = [full for full in alike if full != text and is_made_of_initials(text, full)]
        if len(longer) == 1 and text not in PUBLIC:
            found[text] = longer[0]
    return found
