"""Which entity each mention of an article stands for; mentions that only a link can find."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from archive.entities.cues.places import place_names
from archive.entities.introduced import Introduction
from archive.entities.links.abbreviations import abbreviations
from archive.entities.links.bare_surnames import bare_surnames
from archive.entities.links.foreign_names import bearers, told_apart
from archive.entities.links.full_names import (
    is_full_name,
    other_names,
    second_writing,
)
from archive.entities.links.given_names import called_by_given_name, given_names
from archive.entities.links.governments import governments, town_by_rank
from archive.entities.links.heads_of_names import said_by_head
from archive.entities.links.later_names import definite_names, derived_names
from archive.entities.links.organisations import organisation_names
from archive.entities.links.people import People
from archive.entities.links.public_houses import public_names
from archive.entities.links.references import references, surnames_alone
from archive.entities.mended.bearers import set_right
from archive.entities.mended.teams import houses_behind_names
from archive.entities.mended.whole_names import whole_names
from archive.entities.missed.again import found_again
from archive.entities.missed.unseen_houses import unseen_houses
from archive.entities.missed.untagged import untagged_people
from archive.entities.passages import Passage, overlapping, texts_by_kind
from archive.entities.roles.introductions import introduced_beside, introduced_in
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.entities.in_step import Steps
    from archive.entities.links.references import Reference
    from archive.entities.passages import Texts


class Linked(NamedTuple):
    """A passage, the name of each of its mentions, how its people are introduced, and who each
    later 김 시장 is by where the words end.
    """

    passage: Passage
    names: tuple[str, ...]
    introductions: tuple[Introduction, ...]
    referred: Mapping[int, str]


def link(passages: Sequence[Passage]) -> Steps[list[Linked]]:
    """The passages of one article with the name of the entity of each mention.

    A later 이 대표 becomes a mention of 이가온 where nobody else can be meant, and the short name
    that a bracket gave is found again. Yields between its steps (see `in_step`).
    """
    passages = yield from _mended(passages)
    yield
    texts = texts_by_kind(passages)
    shorts = (
        said_by_head(passages, texts) | derived_names(passages, texts) | abbreviations(passages)
    )
    kinds = definite_names(texts) | town_by_rank(texts)
    kinds = {kind: full for kind, full in kinds.items() if kind not in shorts}
    public = public_names(texts["organisation"])
    yield
    passages = found_again(passages, texts, {*shorts, *public}, kinds)
    shorts |= kinds
    yield
    beside = [introduced_beside(p.text, p.mentions) for p in passages]
    yield
    introduced = [
        introduced_in(p.text, p.mentions, found) for p, found in zip(passages, beside, strict=True)
    ]
    yield
    givens = given_names(introduced, texts["person"])
    people = People(
        [[i for i in intros if i.person.text not in givens] for intros in introduced],
        [p.text for p in passages],
    )
    yield
    surnames = people.surnames.union(*[surnames_alone(p.text) for p in passages])
    referred = [_referred(passage, surnames) for passage in passages]
    people.meet_anonymous(referred)
    yield
    texts = texts_by_kind(passages)
    foreigners = bearers(texts["person"])
    apart = told_apart(passages, introduced, foreigners)
    names = _longer_names(passages, texts, shorts, givens, foreigners)
    yield
    linked = []
    for passage, intros, refs, alike in zip(passages, introduced, referred, apart, strict=True):
        known = {i.person.start: people.of(i) for i in intros if is_full_name(i.person.text)}
        known |= alike
        named = _named(passage.mentions, known, names)
        called = {ref: _called(ref, passage.text, people, names["person"]) for ref in refs}
        whole = _with_references(_with_second_writings(named, passage.text), passage, refs, called)
        alone = called_by_given_name(passage.text, [m for m, _ in whole], givens)
        alone = [(mention, names["person"].get(full, full)) for mention, full in alone]
        whole = _with_given_names(whole, alone)
        ends = {ref.end: name or _unknown(ref, passage.text) for ref, name in called.items()}
        ends |= {mention.end: name for mention, name in alone}
        linked.append(_linked(passage, whole, intros, ends))
    return linked


def _longer_names(
    passages: Sequence[Passage],
    texts: Texts,
    shorts: Mapping[str, str],
    givens: dict[str, str],
    foreigners: Mapping[str, Sequence[str]],
) -> dict[str, Mapping[str, str]]:
    """What each kind of names stands for, where it stands for a longer one."""
    return {
        "organisation": organisation_names(texts, shorts),
        "place": place_names(texts["place"]),
        "person": {part: fulls[0] for part, fulls in foreigners.items() if len(fulls) == 1}
        | givens
        | dict(pair for p in passages for pair in other_names(p.text, p.mentions)),
    }


def _referred(passage: Passage, surnames: frozenset[str]) -> Sequence[Reference]:
    """The places where a surname stands for a person."""
    people = [m for m in passage.mentions if m.kind == "person"]
    found = references(passage.text, surnames, people)
    known = {ref.start for ref in found}
    bare = list(bare_surnames(passage.text, surnames, people, known))
    return sorted([*found, *bare]) if bare else found


def _called(ref: Reference, text: str, people: People, longer: Mapping[str, str]) -> str | None:
    """Who a reference is, by the name that the text gives him first: 새솔 of 새솔(본명 김가온)."""
    name = people.called(ref, text)
    return name and longer.get(name, name)


def _named(
    mentions: Iterable[Mention], known: Mapping[int, str], names: Mapping[str, Mapping[str, str]]
) -> list[tuple[Mention, str]]:
    """The mentions with the name that each stands for; `known` are those of people by where they
    are introduced.
    """
    named = []
    for mention in mentions:
        name, longer = mention.text, names.get(mention.kind)
        if longer is not None:
            name = known.get(mention.start, name)
            name = _tidy(longer.get(name, name))
        named.append((mention, name))
    return named


def _linked(
    passage: Passage,
    named: Sequence[tuple[Mention, str]],
    intros: Sequence[Introduction],
    referred: Mapping[int, str],
) -> Linked:
    return Linked(
        Passage(passage.field, passage.text, [mention for mention, _ in named]),
        tuple([name for _, name in named]),
        tuple(intros),
        referred,
    )


@lru_cache(maxsize=1 << 13)
def _tidy(name: str) -> str:
    """A name as the archive keeps it: composed, one space between its words."""
    return normalize("NFC", " ".join(name.split()))


def _with_references(
    named: list[tuple[Mention, str]],
    passage: Passage,
    refs: Sequence[Reference],
    called: Mapping[Reference, str | None],
) -> list[tuple[Mention, str]]:
    """The mentions with each reference in place: 김 시장 widened from 김, or added."""
    if not refs:
        return named
    mentions = [mention for mention, _ in named]
    out = {mention.start: (mention, name) for mention, name in named}
    for ref in refs:
        inside = overlapping(mentions, ref.start, ref.end)
        tagged = bool(inside) and inside[0].start == ref.start and inside[0].kind == "person"
        name = called[ref]
        if name is None and not tagged:
            continue
        if inside and all(m.kind == "quantity" and m.end <= ref.end for m in inside):  # 두 시장
            for count in inside:
                del out[count.start]
            inside = ()
        if inside and not tagged and not (ref.anonymous and inside[0].start > ref.start):
            continue
        own = inside[1:] if tagged else inside
        end = own[0].start if own else max([ref.end, *(m.end for m in inside)])
        text = passage.text[ref.start : end]
        if ")" not in text:  # 박모 of 박모(여·46)씨, whose age is tagged
            text = text.partition("(")[0]
        text = text.rstrip()
        mention = Mention(ref.start, ref.start + len(text), "person", text)
        out[ref.start] = (mention, _tidy(name or _unknown(ref, passage.text)))
    return [out[start] for start in sorted(out)]


def _with_second_writings(named: list[tuple[Mention, str]], text: str) -> list[tuple[Mention, str]]:
    """The mentions with 韓道允 of 한도윤(韓道允), whose name is the one before the bracket."""
    if "(" not in text:
        return named
    more = [
        (other, name)
        for one, name in named
        if one.kind == "person"
        and text.startswith("(", one.end)
        and (other := second_writing(text, one))
    ]
    if not more:
        return named
    mentions = [mention for mention, _ in named]
    inside = {other: overlapping(mentions, other.start, other.end) for other, _ in more}
    free = [pair for pair in more if all(_is_piece(m, pair[0]) for m in inside[pair[0]])]
    pieces = {mention for other, _ in free for mention in inside[other]}
    others = [pair for pair in named if pair[0] not in pieces]
    return sorted([*others, *free], key=lambda pair: pair[0].start)


def _is_piece(mention: Mention, name: Mention) -> bool:
    """Born, tagged in Elena Born."""
    inside = name.start <= mention.start and mention.end <= name.end
    return inside and mention.kind == "person"


def _with_given_names(
    named: list[tuple[Mention, str]], alone: Sequence[tuple[Mention, str]]
) -> list[tuple[Mention, str]]:
    """The mentions with those by given names in place of their pieces."""
    if not alone:
        return named
    starts = {mention.start for mention, _ in alone}
    others = [pair for pair in named if pair[0].start not in starts]
    return sorted([*others, *alone], key=lambda pair: pair[0].start)


def _unknown(ref: Reference, text: str) -> str:
    """Someone whose full name the article does not give: 김 시장, 이 전 대표, 박 씨."""
    said = text[ref.start : ref.end]
    is_spaced = not ref.title or said.startswith(f"{ref.surname} ")
    return said if is_spaced else f"{ref.surname} {ref.title}"


def _mended(passages: Sequence[Passage]) -> Steps[list[Passage]]:
    """The passages with their mentions set right, and with the people who then show."""
    texts = [passage.text for passage in passages]
    mended = [whole_names(passage.text, passage.mentions) for passage in passages]
    yield
    mended = list(map(set_right, texts, mended))
    yield
    mended = list(map(houses_behind_names, texts, mended))
    mended = list(map(unseen_houses, texts, mended))
    yield
    return list(map(_with_people, passages, mended))


def _with_people(passage: Passage, mended: list[Mention]) -> Passage:
    """The passage with its mentions as mended, and the people who then show; its towns where they
    are governments.
    """
    text, found = passage.text, Passage(passage.field, passage.text, mended)
    if not passage.searched or mended != passage.mentions:
        found = found.with_more(untagged_people(text, mended))
    return found._replace(mentions=governments(text, found.mentions))
