"""Personnel notices (인사): a house is named once, then posts and names, `◇누리부 ▲감사관 김가온`.

A heading begins with one kind of mark, an item with another, as the wire and the papers print them.
A heading that says what is done, 국장급 승진, leaves the house that stood before it; one that names
people behind a post is an item, `누리일보 ◇부장 김가온 이여울`. Of items below no heading the house
may stand at the end, `(이상 누리대)`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.houses import is_house, tidy
from archive.entities.cues.offices import fullest, head_of, is_bare, office_word
from archive.entities.cues.owners import joined
from archive.entities.cues.shapes import FULL_NAME_ANY, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_ITEMS, _HEADINGS = "▲△▷▶▸►▹", "◇◆■□◈▣"
_MARK = re.compile(rf"[{_ITEMS}{_HEADINGS}]")
_PIECE = re.compile(
    rf"(?P<mark>[{_ITEMS}{_HEADINGS}]|^)(?P<said>[^{_ITEMS}{_HEADINGS}\n]+)", re.MULTILINE
)
_NAMED = re.compile(
    rf"(?:^|[가-힣),][ =-]?)(?<=[ ,=-])(?P<name>{FULL_NAME_ANY})(?=\s*(?:$|[,(（·]))"
)
_KIND_OF_TEXT = re.compile(r"^[\[<【〈(]?\s*(?:인사|동정)\s*[\]>】〉)]?\s*|[\[\]<>【】〈〉=:]")
_IN_MARKS = re.compile(r"(?<=\S)\s*[<\[(〈][^<>\[\]()〈〉]{1,12}[>\])〉]\s*$")  # 누리시 <4급 승진>
_DONE = re.compile(
    r"(?:급|승진|전보|발령|임용|보직|교수|임명|파견|복귀|전입|전출|채용|위촉|선임|신규|이동|내정|보임|인사|국|실)$"
)
_RAISED = re.compile(r"(?P<rank>[가-힣]{2,6}) ?(?:승진|(?:신규 )?선임)")
# 누리군 공무원 인사
_NOTICE_OF = re.compile(
    r"(?: (?:공무원|직원|간부|임원|정기|수시|상반기|하반기|고위직|교원))* 인사(?:발령)?$"
)
_BESIDE = re.compile(r"(?:\([^()\n]{1,24}\))?(?: |, ?|·)")
# 누리은행은 5일 정기 임원 인사를 냈다
_TOLD = re.compile(
    r"(?:^|(?<=\. ))(?P<house>[^.,\n]{2,24}?)(?:[은는이가]|,) [^.\n]*"
    r"(?<![가-힣])(?:[가-힣]{2})?인사"
    r"(?:발령|이동|명단|안)?(?:을|를)? (?:전격 )?(?:냈|단행|실시|발표|발령|확정|의결|마무리|했)"
)
_SCHOOL_OR_TOWN = re.compile(r"[가-힣]{2,}[대시군구도청부처]")  # where nothing else is said
# ▲누리부=김가온·이여울 사무관
_LED = re.compile(r"(?P<house>[^=\n,()]{2,24})=")
_NAMES = re.compile(r"(?:[가-힣]{2,4}(?:[·ㆍ]|, ?))+")
# ▲사무관 승진 김가온: no name, nor part of the post
_MOVES = frozenset(("승진", "전보", "임용", "전입", "전출", "발령", "파견", "복귀", "채용", "신규"))
# [인사], 누리군 인사; no 인사청문회, 유명 인사가
_NOTICE = re.compile(
    rf"(?:^|[\[<【〈‹(] ?|[가-힣] )인사(?:발령)? ?(?:[\]>】〉›)]|$|(?=[{_ITEMS}{_HEADINGS}]))",
    re.MULTILINE,
)
_ALL_OF = re.compile(r"\(이상 (?P<house>[^()\n]{2,24})\)")
_LONGEST_HEADING = 24  # characters
_LONGEST_POST = 40
_MOST_NAMES = 24  # behind one post


class _Item(NamedTuple):
    """An item of a notice: where its words begin, where it ends, the house of its heading and the
    rank that all below it get, or those alone that stand there without a post of their own.
    """

    start: int
    end: int
    house: str
    rank: str = ""
    of_bare_names: bool = False


def notice_people(text: str) -> Iterator[re.Match[str]]:
    """Names at the end of an item, after a post: nothing else stands there."""
    if not _has_items(text):
        return
    has_headings = _NOTICE.search(text) is not None
    for piece in _PIECE.finditer(text):
        if piece["mark"] and (piece["mark"] in _ITEMS or has_headings):
            yield from _named(text, piece.start("said"), piece.end())


def _named(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The names at the end of what an item says, after its post: 부사장 김가온 이여울."""
    found: list[re.Match[str]] = []
    for _ in range(_MOST_NAMES):
        named = _NAMED.search(text, start, end)
        if named is None or named["name"] in _MOVES or not is_name(named["name"]):
            return
        found.append(named)
        end = named.start("name")
        if _post_of(text[start:end]):
            yield from reversed(found)
            return


def _has_named(text: str, piece: re.Match[str]) -> bool:
    """Whether names end a heading behind a post: ◇부장 김가온 이여울."""
    return any(_named(text, piece.start("said"), piece.end()))


def with_notices(
    text: str, ends: Mapping[int, Mention], found: Sequence[Introduction]
) -> list[Introduction]:
    """The introductions `found`, those of a notice with the house of its heading."""
    if not _has_items(text):
        return list(found)
    items = list(_items(text, ends))
    starts = [item.start for item in items]
    told: list[Introduction] = []
    shared: tuple[str, ...] = ()
    for one in found:
        at = bisect_right(starts, one.person.start) - 1
        within = at >= 0 and one.person.start < items[at].end
        if within and told and _goes_on(text, told[-1], one):
            own = one.roles if text.startswith("(", one.person.end) else ()
            told.append(one._replace(roles=fullest((*shared, *own))) if shared else one)
        else:
            told.append(_with_rank(text, items[at], ends, one) if within else one)
            shared = _said_before(text, items[at], told[-1]) if within else ()
    return told


def _goes_on(text: str, before: Introduction, one: Introduction) -> bool:
    """이여울 of `부사장 김가온 이여울`, `위원 김가온(의사) 이여울(교사)`."""
    if one.roles and not text.startswith("(", one.person.end):
        return False
    return _BESIDE.fullmatch(text, before.person.end, one.person.start) is not None


def _said_before(text: str, item: _Item, one: Introduction) -> tuple[str, ...]:
    """The post that stands before a name in its item, with its house."""
    said = _without_move(tidy(text[item.start : one.person.start]))
    if item.of_bare_names and not said:
        return one.roles
    return tuple(role for role in one.roles if said and head_of(role) == head_of(said))


def _with_rank(
    text: str, item: _Item, ends: Mapping[int, Mention], one: Introduction
) -> Introduction:
    """The post of an item, and the rank of its heading: ◇상무 승진 △누리지점장 김가온."""
    told = _in_item(text, item, ends, one)
    said = tidy(text[item.start : one.person.start]) if item.rank else ""
    if item.of_bare_names and text[item.start : one.person.start].strip():
        return told
    if not item.rank or len(said) > _LONGEST_POST or (said and not _post_of(said)):
        return told
    rank = joined(item.house, item.rank) if item.house else item.rank
    return told._replace(roles=fullest((*told.roles, rank)))


def _in_item(
    text: str, item: _Item, ends: Mapping[int, Mention], one: Introduction
) -> Introduction:
    if one.person.start - item.start > _LONGEST_POST:
        return one
    said = tidy(text[item.start : one.person.start])
    if said and _post_of(said):
        own = any(
            end in ends and ends[end].kind == "organisation"
            for end in range(item.start, one.person.start)
        )
        if own or (one.roles and not item.house):
            return one
        post = _without_move(said)
        return one._replace(roles=(joined(item.house, post) if item.house else post,))
    named = item.house and (not said or _NAMES.fullmatch(said))
    if not named or len(one.roles) != 1 or not is_bare(one.roles[0]):
        return one
    return one._replace(roles=(joined(item.house, one.roles[0]),))


def _has_items(text: str) -> bool:
    if not _MARK.search(text):
        return False
    return any(mark in text for mark in _ITEMS) or _NOTICE.search(text) is not None


def _items(text: str, ends: Mapping[int, Mention]) -> Iterator[_Item]:
    """The items of a text, those below no heading with the house that is said of all."""
    said_of_all = list(_ALL_OF.finditer(text))
    starts = [said.start() for said in said_of_all]
    for item in _items_below(text, ends):
        at = bisect_right(starts, item.start)
        said = said_of_all[at]["house"] if at < len(starts) else ""
        of_all = not item.house and (is_house(said) or _SCHOOL_OR_TOWN.fullmatch(said))
        yield item._replace(house=said) if of_all else item


def _items_below(text: str, ends: Mapping[int, Mention]) -> Iterator[_Item]:
    house = rank = firm = ""
    is_post = False
    has_headings = _NOTICE.search(text) is not None
    for piece in _PIECE.finditer(text):
        if piece["mark"] and (
            piece["mark"] in _ITEMS or (has_headings and _has_named(text, piece))
        ):
            led = _LED.match(text, piece.start("said"), piece.end())
            if led and is_house(led["house"]):
                yield _Item(led.end(), piece.end(), led["house"])
            else:
                of_rank = house or (firm if rank else "")
                yield _Item(piece.start("said"), piece.end(), of_rank, rank, is_post)
        else:
            firm = _house_told(piece, ends) or firm
            rank = _post_alone(piece)
            is_post = rank != ""
            if not is_post:
                house, rank = _house(piece, ends, house), _rank(piece)


def _post_alone(heading: re.Match[str]) -> str:
    """전무 of `◇전무 ▲김가온 ▲이여울`, which all below it are that have no other post."""
    post = office_word(heading["said"].strip()) if heading["mark"] else None
    return post.title if post and not post.josa else ""


def _rank(heading: re.Match[str]) -> str:
    """The rank to which a heading says that all below it are raised: 전무 of 전무 승진."""
    raised = _RAISED.fullmatch(heading["said"].strip())
    post = office_word(raised["rank"]) if raised and heading["mark"] else None
    return post.title if post and not post.josa else ""


def _house(heading: re.Match[str], ends: Mapping[int, Mention], before: str) -> str:
    """The house that a heading names; the one `before` if it says what is done."""
    said = _IN_MARKS.sub("", heading["said"].strip())
    name = tidy(_KIND_OF_TEXT.sub("", said))
    if not name or len(name) > _LONGEST_HEADING:
        return "" if name else before
    mention = ends.get(heading.start("said") + heading["said"].find(said) + len(said))
    if mention is not None and mention.kind == "organisation" and name.endswith(mention.text):
        return name
    whose = _NOTICE_OF.sub("", name)
    if is_house(whose) or _SCHOOL_OR_TOWN.fullmatch(whose):
        return whose
    return before if _DONE.search(name) else ""


def _house_told(heading: re.Match[str], ends: Mapping[int, Mention]) -> str:
    """누리은행 of `누리은행은 5일 임원 인사를 냈다. ◇전무 ▲김가온`; the ranks below are of it, the
    posts are said as they stand there.
    """
    told = _TOLD.search(heading["said"]) if "인사" in heading["said"] else None
    mention = ends.get(heading.start("said") + told.end("house")) if told else None
    is_one = mention is not None and mention.kind == "organisation"
    return mention.text if mention is not None and is_one else ""


def _post_of(said: str) -> bool:
    words = _without_move(said.rstrip("=- ")).split()
    post = office_word(words[-1]) if words else None
    return post is not None and not post.josa


def _without_move(said: str) -> str:
    """사무관 of `사무관 승진`."""
    post, _, last = said.rstrip().rpartition(" ")
    return post if last in _MOVES else said
