"""What a longer look at the text corrects in the tagger's answer, by what is sure in the language.

The tagger sees a few characters around each place. Some cues of news reach further, or say with
certainty what it can only weigh:

- `모아로, KCP, SVS 등`: where two members or more of a list are organisations (Latin abbreviations
  count) and none is anything else, so are the rest.
- `㈜모아로`, `도담주식회사`, `㈔누리회`: a company or a society bears the mark of its kind, and the
  mark is of its name.
- `한도윤 시장`, `한도윤시장`: a full name ends where the title begins; of `강누리 가람시장은` it
  is no village.
- `누리군 도담면`: who has parts as a town has is a place.
- `고산리 이장 한도윤`: behind a post stands its holder, before it his village or school.
- `주가나 대사에`: where an envoy is sent is nobody.
- `주민협의회장`: the head of a 협의회 is its 회장; the 회 belongs to both, the 장 to the head.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import GIVEN_SYLLABLES, SURNAMES, TITLE_ENDINGS, TITLES
from archive.entities.cues.posted import bears_post, without_embassies
from archive.entities.cues.shapes import NAME, is_given_name
from archive.entities.passages import overlapping
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.model import EntityKind

_MEMBER = r"[가-힣A-Za-z0-9&㈜]{2,15}"
_LIST = re.compile(rf"(?<=\s){_MEMBER}(?:, ?{_MEMBER}){{2,15}} 등")
_END_OF_LIST = re.compile(rf", ?{_MEMBER}, ?{_MEMBER} 등")
_WORD = re.compile(_MEMBER)
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]*(?:&[A-Z])?")
_NEEDED = 2  # organisations that a list must show
_COMPANY = re.compile(
    r"(?:[㈜㈔]|\([주사재]\)|주식회사 )[가-힣A-Za-z0-9&]{2,15}?"
    r"(?=(?:은|는|이|가|을|를|의|와|과|에|에서|도|로)?(?![가-힣A-Za-z0-9&]))"
    r"|(?<![가-힣A-Za-z0-9&])[가-힣A-Za-z0-9&]{2,12}(?:㈜|\(주\)|주식회사)"
)
_MARK = re.compile(r"㈜|㈔|\(주\)|\(사\)|\(재\)|주식회사")
# A part of a town, whose name has two syllables or more before its rank: 우리, 자리, 측면 and the
# like are none.
_PART = re.compile(
    r" (?:[가-힣]{2,3}(?:[읍면리]|동(?<![활운]동))|[가-힣]{1,3}마을)"
    r"(?:[은는이가을를의에로]|에서)?(?![가-힣])"
)
# Names of people end in 구 too.
_WITH_PARTS = {"organisation": tuple("시군구읍면"), "person": tuple("시군읍면")}
_COUNCIL = ("협의", "연합")
_COUNCIL_HEAD = ("협의회장", "연합회장", "대학장")
_VILLAGE = "리"
_LED = (_VILLAGE, "초", "중", "고")
_OF_VILLAGES = ("이장", "노인회장", "부녀회장", "청년회장")
_LED_BY = re.compile(rf" (?P<post>{'|'.join(_OF_VILLAGES)}|교장|교감|교사) {NAME}")
_FULL_NAME = 3  # syllables
_LIKE_PEOPLE = ("place", "organisation")
_NAMED = ("person", *_LIKE_PEOPLE)


def corrected(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of `text`, corrected; sorted and apart as they came."""
    if "@" in text:  # the server of somebody's mail
        mentions = [m for m in mentions if text[m.start - 1 : m.start] != "@"]
    found = [
        _corrected(text, m) if m.kind in _NAMED and _may_be_wrong(m.kind, m.text) else m
        for m in without_embassies(text, mentions)
    ]
    if _MARK.search(text):
        firms = _COMPANY.finditer(text)
        found = _replaced(found, [_mention(text, *m.span(), "organisation") for m in firms])
    return complete(text, found) if " 등" in text and _END_OF_LIST.search(text) else found


@lru_cache(maxsize=1 << 13)
def _may_be_wrong(kind: EntityKind, name: str) -> bool:
    """Whether the kind and the text of a mention let it be wrong, as those of few do."""
    if kind == "person":
        like_house = name.endswith((*_WITH_PARTS[kind], *_LED))
        return " " in name or len(name) > _FULL_NAME or like_house
    if kind in _LIKE_PEOPLE and len(name) == _FULL_NAME and is_given_name(name):
        return True
    return "(" in name or name.endswith((*_WITH_PARTS.get(kind, ()), *_COUNCIL, *_COUNCIL_HEAD))


def _corrected(text: str, mention: Mention) -> Mention:
    return _told(text, _without_title(text, mention))


def _told(text: str, mention: Mention) -> Mention:
    """강누리 of `강누리 가람시장은` is no village, 누리군 of `누리군 도담면` no person; no house
    ends within a bracket, 누리봉사단(누봉단.
    """
    kind, name = mention.kind, mention.text
    if kind == "organisation" and "(" in name and ")" not in name:
        before, _, inside = name.partition("(")  # one that begins with it stands in the bracket
        start = mention.start + (not before)
        return _mention(text, start, start + len(before or inside), kind)
    if kind in _LIKE_PEOPLE and len(name) == _FULL_NAME and bears_post(text, mention):
        return Mention(mention.start, mention.end, "person", name)
    if kind == "person" and name.endswith(_LED) and _is_led(text, mention):
        led: EntityKind = "place" if name.endswith(_VILLAGE) else "organisation"
        return Mention(mention.start, mention.end, led, name)
    if name.endswith(_WITH_PARTS.get(kind, ())) and _PART.match(text, mention.end):
        return Mention(mention.start, mention.end, "place", name)
    return mention


def _is_led(text: str, mention: Mention) -> bool:
    """Whether a post and its holder follow, which make what stands before his village or school."""
    led = _LED_BY.match(text, mention.end)
    post_of_village = led is not None and led["post"] in _OF_VILLAGES
    if led is None or not is_given_name(led["name"]):
        return False
    return post_of_village is mention.text.endswith(_VILLAGE)


def complete(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, and the members of lists that the tagger passed over."""
    added: list[Mention] = []
    for match in _LIST.finditer(text):
        first, last = match.span()
        inside = [m for m in overlapping(mentions, first, last) if m.start >= first]
        members = list(_WORD.finditer(text, first, last - 2))
        kinds = [_kind(member, inside) for member in members]
        if kinds.count("organisation") < _NEEDED or not {"organisation", "unknown"}.issuperset(
            kinds
        ):
            continue
        names = [member for member in members if not is_common_word(member.group())]
        added += [_mention(text, *name.span(), "organisation") for name in names]
    return _replaced(mentions, added)


def _kind(member: re.Match[str], inside: list[Mention]) -> str:
    touching = [m for m in inside if m.start < member.end() and member.start() < m.end]
    if touching:
        one = touching[0]
        if one.start != member.start():
            return "crossed"
        is_no_name = one.kind == "person" and not is_given_name(one.text)  # 모아로, TQP, XYB 등
        return "unknown" if is_no_name else one.kind
    return "organisation" if _ABBREVIATION.fullmatch(member.group()) else "unknown"


def _without_title(text: str, mention: Mention) -> Mention:
    if mention.kind == "person":
        if " " not in mention.text:
            return _without_joined_title(mention)
        name, _, title = mention.text.partition(" ")
        if not GIVEN_SYLLABLES.issuperset(name[1:]):
            name, _, title = mention.text.rpartition(" ")
        office = title in TITLES or title.endswith(TITLE_ENDINGS)
        if office and len(name) >= _FULL_NAME and name[0] in SURNAMES:
            return _mention(text, mention.start, mention.start + len(name), "person")
    elif mention.text.endswith(_COUNCIL) and text.startswith("회장", mention.end):
        return _mention(text, mention.start, mention.end + 1, mention.kind)
    elif mention.text.endswith(_COUNCIL_HEAD):
        return _mention(text, mention.start, mention.end - 1, mention.kind)
    return mention


def _without_joined_title(person: Mention) -> Mention:
    """한도윤 of 한도윤회장, 한도윤씨."""
    name, title = person.text[:_FULL_NAME], person.text[_FULL_NAME:]
    office = title in TITLES or title.endswith(TITLE_ENDINGS)
    if not office or not is_given_name(name):
        return person
    return Mention(person.start, person.start + len(name), "person", name)


def _joined(mentions: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Both, in order; of those that touch, the ones that were there."""
    added = list(more)
    if not added:
        return mentions
    free = (m for m in added if not overlapping(mentions, m.start, m.end))
    return sorted([*mentions, *free], key=lambda mention: mention.start)


def _replaced(mentions: list[Mention], whole: Sequence[Mention]) -> list[Mention]:
    """Both, in order; what lies within one of `whole` left out, 모아로 of ㈜모아로."""
    if not whole:
        return mentions
    within = {
        mention
        for one in whole
        for mention in overlapping(mentions, one.start, one.end)
        if one.start <= mention.start and mention.end <= one.end
    }
    return _joined([m for m in mentions if m not in within], whole)


def _mention(text: str, start: int, end: int, kind: EntityKind) -> Mention:
    return Mention(start, end, kind, text[start:end])
