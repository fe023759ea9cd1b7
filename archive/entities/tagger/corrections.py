"""What a longer look at the text corrects in the tagger's answer, by what is sure in the language.

The tagger sees a few characters around each place. Some cues of news reach further, or say with
certainty what it can only weigh:

- `가람시(시장 한도윤)`: a house, and in brackets its head.
- `모아로, KCP, SVS 등`: where two members or more of a list are organisations (Latin abbreviations
  count) and none is anything else, so are the rest.
- `㈜모아로`, `도담주식회사`, `㈔누리회`: a company or a society bears the mark of its kind, and the
  mark is of its name.
- `누리군 도담읍 새말리`: a county, a town, a village, one inside the other, are one place.
- `한도윤 시장`, `한도윤시장`: a full name ends where the title begins; of `강누리 가람시장은` it
  is no village.
- `누리군 도담면`: who has parts as a town has is a place.
- `한도윤·한누리 도담상회`: two people, and the house of both.
- `고산리 이장 한도윤`: behind a post stands its holder, before it his village or school.
- `주가나 대사에`: where an envoy is sent is nobody, nor is the 하천 of `시장과 하천과 한도윤 과장`.
- `서명한 교수는 118명이다`: what so many did is nobody's name.
- `주민협의회장`: the head of a 협의회 is its 회장; the 회 belongs to both, the 장 to the head.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import GIVEN_SYLLABLES, SURNAMES, TITLE_ENDINGS, TITLES
from archive.entities.cues.posted import bears_post, is_embassy
from archive.entities.cues.shapes import NAME, is_given_name
from archive.entities.passages import overlapping
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.model import EntityKind

_MEMBER = r"[가-힣A-Za-z0-9&㈜]{2,15}"
_LIST = re.compile(rf"(?<=\s){_MEMBER}(?:, ?{_MEMBER}){{2,15}} 등")
_END_OF_LIST = re.compile(rf", ?{_MEMBER}, ?{_MEMBER} 등")
_WORD = re.compile(_MEMBER)
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]*(?:&[A-Z])?")
_HEAD = re.compile(r"\((?P<title>[가-힣]{2,6}) (?P<name>[가-힣]{3,4})\)")
_HOUSE = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣A-Za-z0-9&㈜]{2,20}+\Z")
_LONGEST_HOUSE = 20  # characters
# What follows the last syllable of a town, before which its name is looked for.
_PARTS = re.compile(
    r"[시군](?: [가-힣]{2,3}구)? [가-힣0-9]{1,4}[읍면동](?: [가-힣]{1,4}리)?"
    r"(?=(?:은|는|이|가|의|에|와|과|에서|을|를|에는|에서는|도|로|으로|까지|부터|에서의)?(?![가-힣]))"
)
_TOWN = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,3}\Z")
_LONGEST_TOWN = 3  # syllables before its rank
_COMPANY = re.compile(
    r"(?:[㈜㈔]|\([주사재]\)|주식회사 )[가-힣A-Za-z0-9&]{2,15}?"
    r"(?=(?:은|는|이|가|을|를|의|와|과|에|에서|도|로)?(?![가-힣A-Za-z0-9&]))"
    r"|(?<![가-힣A-Za-z0-9&])[가-힣A-Za-z0-9&]{2,12}(?:㈜|\(주\)|주식회사)"
)
_MARK = re.compile(r"㈜|㈔|\(주\)|\(사\)|\(재\)|주식회사")
_AREA = tuple("시군구읍면동리도")
# A part of a town, whose name has two syllables or more before its rank: 우리, 자리, 측면 and the
# like are none.
_PART = re.compile(
    r" (?:[가-힣]{2,3}(?:[읍면리]|동(?<![활운]동))|[가-힣]{1,3}마을)"
    r"(?:[은는이가을를의에로]|에서)?(?![가-힣])"
)
# Names of people end in 구 too.
_WITH_PARTS = {"organisation": tuple("시군구읍면"), "person": tuple("시군읍면")}
_JOINTS = ("·", "ㆍ")
_JOINT = re.compile(rf"[{''.join(_JOINTS)}]")
_COUNCIL = ("협의", "연합")
_COUNCIL_HEAD = ("협의회장", "연합회장", "대학장")
_DONE = ("한", "된")
_VILLAGE = "리"
_LED = (_VILLAGE, "초", "중", "고")
_OF_VILLAGES = ("이장", "노인회장", "부녀회장", "청년회장")
_LED_BY = re.compile(rf" (?P<post>{'|'.join(_OF_VILLAGES)}|교장|교감|교사) {NAME}")
_SO_MANY = re.compile(
    r" [가-힣]{2,6}[은는] (?:모두 |약 )?\d[\d,]{0,6}명(?:이다|이었다|으로|이며|이고|뿐|에 )"
)
_AND, _HEADED = ("장과 ", "관과 ", "사과 "), re.compile(rf"과 {NAME} (?:과장|팀장|계장|주무관)")
_SHORT_NAME = 2  # syllables
_NEEDED = 2  # organisations that a list must show
_FULL_NAME = 3  # syllables
_LIKE_PEOPLE = ("place", "organisation")


def corrected(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of `text`, corrected; sorted and apart as they came."""
    if "@" in text:  # the server of somebody's mail
        mentions = [m for m in mentions if text[m.start - 1 : m.start] != "@"]
    if "명" in text:
        mentions = [m for m in mentions if not _is_deed_of_many(text, m)]
    mentions = [_of_department(text, m) for m in mentions if not is_embassy(text, m)]
    found = [_corrected(text, m) if _may_be_wrong(m.kind, m.text) else m for m in mentions]
    if _JOINT.search(text):
        found = list(_unjoined(text, found))
    if "(" in text:
        found = _replaced(found, list(_headed(text)))
    if "시 " in text or "군 " in text:
        found = _joined(found, _nested(text))
    if _MARK.search(text):
        firms = _COMPANY.finditer(text)
        found = _replaced(found, [_mention(text, *m.span(), "organisation") for m in firms])
    return complete(text, found) if _END_OF_LIST.search(text) else found


def _is_deed_of_many(text: str, mention: Mention) -> bool:
    """서명한 of `서명한 교수는 118명이다`: what so many did is nobody's name."""
    if mention.kind != "person" or not mention.text.endswith(_DONE):
        return False
    return _SO_MANY.match(text, mention.end) is not None


def _of_department(text: str, mention: Mention) -> Mention:
    """하천과 of `시장과 하천과 한도윤 과장`, for 하천: in a row of people with posts a name of two
    syllables without one before 과, a name and 과장 is what he heads.
    """
    if mention.kind != "person" or len(mention.text) != _SHORT_NAME:
        return mention
    if not text.endswith(_AND, 0, mention.start) or not _HEADED.match(text, mention.end):
        return mention
    return _mention(text, mention.start, mention.end + 1, "organisation")


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


def _unjoined(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """`한도윤·한누리 도담상회`: after a person and a dot stands another, no house of that name."""
    before: Mention | None = None
    for mention in mentions:
        joined = before is not None and before.kind == "person" and before.end == mention.start - 1
        name, _, house = mention.text.partition(" ") if joined else ("", "", "")
        if house and text[mention.start - 1] in _JOINTS and _may_be_given(name):
            yield _mention(text, mention.start, mention.start + len(name), "person")
            yield _mention(text, mention.end - len(house), mention.end, "organisation")
        else:
            yield mention
        before = mention


def _may_be_given(name: str) -> bool:
    full = len(name) == _FULL_NAME and name[0] in SURNAMES
    return full and GIVEN_SYLLABLES.issuperset(name[1:])


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


def _nested(text: str) -> Iterator[Mention]:
    for parts in _PARTS.finditer(text):
        town = _TOWN.search(text, max(0, parts.start() - _LONGEST_TOWN), parts.start())
        if town:
            yield _mention(text, town.start(), parts.end(), "place")


def _headed(text: str) -> Iterator[Mention]:
    for match in _HEAD.finditer(text):
        name, opened = match["name"], match.start()
        if match["title"] not in TITLES or name[0] not in SURNAMES:
            continue
        house = _HOUSE.search(text, max(0, opened - _LONGEST_HOUSE), opened)
        if house and GIVEN_SYLLABLES.issuperset(name[1:]):
            kind: EntityKind = "place" if house.group().endswith(_AREA) else "organisation"
            yield _mention(text, *house.span(), kind)
            yield _mention(text, *match.span("name"), "person")


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
