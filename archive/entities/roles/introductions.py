"""How a text introduces people: a post beside the name, the house it belongs to, an age."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.bylines import is_where_from, paper_before
from archive.entities.cues.houses import (
    AREA_ENDINGS,
    is_country,
    is_house,
    marked_before,
    run_before,
    schooled,
    tidy,
)
from archive.entities.cues.kinds import firms_of_phrases
from archive.entities.cues.lexicon import words
from archive.entities.cues.notices import with_notices
from archive.entities.cues.offices import (
    BEFORE_OFFICE,
    LAST_OF_OFFICES,
    fullest,
    house_of,
    in_hangul,
    is_bare,
    office,
    office_word,
    posts_of,
    without_new,
)
from archive.entities.cues.owners import (
    NO_HOUSE,
    OF,
    ministers_country,
    owned_by,
    party_behind,
    plain_nouns,
    team_start,
    unknown_house,
    whole_before,
    with_town,
)
from archive.entities.cues.shapes import is_given_name, is_spelt_from_abroad
from archive.entities.cues.terms import before_charge, before_term
from archive.entities.cues.trades import LAST_OF_TRADES, trade_before
from archive.entities.introduced import Introduction
from archive.entities.roles.appointments import with_appointments
from archive.entities.roles.behind_names import BehindNames
from archive.entities.roles.both_sides import IN_CHARGE, MONK, both
from archive.entities.roles.brackets import (
    Said,
    bracket_behind,
    house_behind,
    housed_behind,
    josa_behind,
    label_behind,
    rest_of_bracket,
    with_department,
)
from archive.entities.roles.clauses import LAST_SYLLABLES, Clauses
from archive.entities.roles.housed import (
    CLOSING_MARKS,
    OF_MEMBERS,
    REACH,
    before_nickname,
    gives_post,
    housed,
    is_of_work,
    last_word,
    named_house,
    with_another,
)
from archive.entities.roles.in_brackets import with_bracketed_houses
from archive.entities.roles.independents import with_independents
from archive.entities.roles.led_brackets import house_led, led_bracket
from archive.entities.roles.led_houses import firm_start, led_house, report_house
from archive.entities.roles.predicates import with_predicates
from archive.entities.roles.rows import (
    LONGEST_JOINT,
    PAIRS,
    are_joined,
    are_listed,
    is_calling,
    is_of_several,
    with_shared_posts,
)
from archive.entities.roles.rows_of_houses import with_shared_houses
from archive.entities.roles.stage_names import with_stage_names
from archive.entities.roles.topics import with_topics
from archive.entities.roles.town_heads import with_towns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.model import Mention

_SEPARATOR = re.compile(r"(?: ?: ?| |= ?| = ?|[·ㆍ-])$")
_STOPS = frozenset(".,")
_DOT = "·"  # a separator in brackets alone: 누리군의회(의장·김가온)
_SEPARATORS = frozenset(":=ㆍ·-\n")  # where one ends that does not end in a space
_LONGEST_SEPARATOR, _LONGEST_LATIN = 4, 7  # characters, with the end of the line before
_LATE = "고(故) "  # between a post and the name of who has died
_IN_LATIN = re.compile(r"\([A-Z]{2,4}\)$")  # 최고경영자(CEO)
_IN_BRACKET_BEFORE = re.compile(r"[(（]([^()（）\n]{1,60})$")
_REPORTERS = ("기자", "특파원", "피디", "PD")
_PARTS_OF_HOUSES = ("학과", "학부", "대학원", "사업부", "분과", "팀", "실", "처")
_HEADS_OF_PARTS, _TEACHERS = ("분과장",), ("교수",)
_DEPARTMENT = "과"  # 누리병원의 내과 김가온 교수
_NO_PARTS = (*AREA_ENDINGS, "출신", "한", "된", "던", "는")
_FORMER = tuple(f"{word} " for word in BEFORE_OFFICE)
# 누리은행 김가온 전 행장
_ONCE_HEADS = frozenset(
    f"전 {head}"
    for head in (
        *("행장", "회장", "부회장", "이사장", "사장", "부사장", "대표", "대표이사", "원장"),
        *("관장", "총장", "단장", "감독", "감사", "조합장", "위원장"),
    )
)
_CLINIC, _HEADS_CLINIC = "의원", (" 원장", " 대표원장")  # 누리의원 김가온 원장
_SHORTEST_OWNER = 3  # syllables of a house that no list knows
_REACH_OF_WORK = 24  # characters
_TEMPLES = ("사", "암")
_BRIDE, _GROOM = "신부", "신랑"
_OF_CHURCH = ("교회 담임", "교회 원로", "성당 보좌", "본당 보좌")
# 명함이 세 장인, 자녀가 두 명인: no master of a craft
_COUNTED = re.compile(
    r"(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러|수십|\d+) ?[장명]인$"
)
_ENDS_OF_COUNTS, _LONGEST_COUNT = ("장인", "명인"), 8  # characters
# Posts only where a house, or an instrument, stands before: 누리은행 직원, 가야금 연주자.
_PLAYER = "연주자"
_STAFF = frozenset(("직원", "회원", "단원", "공무원", "파트너", "라이더", "운전기사", _PLAYER))
# Posts only right before a name: elsewhere a place, a work, or a part in a case.
_RIGHT_BEFORE = frozenset(("변호인", "대회장", "사령탑", "좌장", "연출", "부심"))
_LAST_OF_POSTS = (
    LAST_OF_OFFICES
    | LAST_OF_TRADES
    | {post[-2:] for post in (*_STAFF, *_RIGHT_BEFORE, *IN_CHARGE, *PAIRS)}
)
# Whose house may be one that no list knows: 두레면옥 이여울 대표.
_UNKNOWN_HOUSE_OF = words("unknown_house_posts")


def introductions(text: str, mentions: Sequence[Mention]) -> list[Introduction]:
    """Each mention of a person in order, with what the text says of him."""
    return introduced_in(text, mentions, introduced_beside(text, mentions))


def introduced_beside(text: str, mentions: Sequence[Mention]) -> list[Introduction]:
    """The same with nothing but what stands beside each mention."""
    people = [mention for mention in mentions if mention.kind == "person"]
    if not people:
        return []
    reader = _Reader(text, mentions, people)
    return [reader.read(person) for person in people]


def introduced_in(
    text: str, mentions: Sequence[Mention], beside: list[Introduction]
) -> list[Introduction]:
    """The same, given what stands beside each, with what notices, rows of names, appointments and
    whole sentences say.
    """
    if not beside:
        return []
    ends = {mention.end: mention for mention in mentions}
    found = with_notices(text, ends, with_shared_posts(text, beside, ends))
    found = with_bracketed_houses(text, with_stage_names(text, found), ends)
    found = with_shared_houses(text, with_appointments(text, mentions, found))
    found = with_topics(text, with_predicates(text, found, ends), ends)
    return with_towns(text, mentions, with_independents(text, found))


class _Reader:
    """Reads a text from left to right; a post that one name has is no other's."""

    def __init__(self, text: str, mentions: Sequence[Mention], people: Sequence[Mention]) -> None:
        self._text = text
        self.ends: Mapping[int, Mention] = {m.end: m for m in mentions}
        self._people = {person.start for person in people}
        self._clauses = Clauses(text, self.ends, self._people)
        self._behind_names = BehindNames(text, self.ends, self._people)
        self._has_labels = "/" in text or "|" in text
        self._taken = 0
        self._person_before: Mention | None = None
        self._joined_to: Mention | None = None
        self._joined_floor = 0
        self._listed: tuple[Mention, int] | None = None

    @cached_property
    def _firms(self) -> frozenset[str]:
        """The firms that the text has named with what they are."""
        houses = (m.text for m in self.ends.values() if m.kind == "organisation")
        return firms_of_phrases(houses)

    def read(self, person: Mention) -> Introduction:
        inflected = self._text[person.end : person.end + 1].isalpha()  # or 씨: no bracket
        said = Said(person.end) if inflected else self._bracket(person.end)
        self._note_joined(person)
        polite, end, josa = self._behind_names.polite(said.end)
        if polite and said.end == person.end:
            said = self._bracket(end)
            end = said.end
        roles = [*said.roles]
        follows_none = self._follows_no_post(person.start)
        before, begin = ([], person.start) if follows_none else self._before(person)
        after = None if polite else self._behind_names.after(person, said.end, bool(before))
        if after is not None:
            role, end, josa = after
            housed, start = self._with_country(person, role, end)
            housed = self._with_bracket(person.end, end, housed)
            begin = min(begin, start)
            roles += both(before, role, housed)
            if not josa and (behind := self._behind(end, housed)).end > end:
                roles += behind.roles
                said = said._replace(age=said.age or behind.age)
                end, josa = behind.end, josa_behind(self._text, behind.end, role[-1])
        else:
            roles += before
        told: list[str] = []
        if self._text[begin - 2 : begin - 1] in LAST_SYLLABLES:
            told = self._clauses.posts(begin, person, self._taken)
            roles += told
        if not roles and self._has_labels:
            roles = [*label_behind(self._text, person.end)]
        self._taken = max(end, person.end)
        posts = fullest([post for role in roles for post in _posts_in(role)]) if roles else ()
        return Introduction(person, posts, said.age, polite, end, josa, (), tuple(told))

    def _note_joined(self, person: Mention) -> None:
        """Keep where a row of names began, for the house that stands before them all:
        가람시의회 김가온·이여울 의원.
        """
        before, self._person_before = self._person_before, person
        if before is None or person.start - before.end > LONGEST_JOINT:
            self._joined_to, self._joined_floor = person, self._taken
            self._listed = (person, self._taken)
        elif not are_joined(self._text, before, person):
            self._joined_to, self._joined_floor = person, self._taken
            if not are_listed(self._text, before, person):
                self._listed = (person, self._taken)

    def _bracket(self, at: int) -> Said:
        return bracket_behind(self._text, at, self._people)

    def _behind(self, at: int, role: str) -> Said:
        """What a bracket says that stands right behind a post: 김가온 대표(53), 김가온 군수(재단
        이사장), 김가온 교수(누리대).
        """
        if not self._text.startswith("(", at):
            return Said(at)
        said = self._bracket(at)
        roles = [one for one in said.roles if not one.isascii()]  # 최고경영자(CEO)
        alone = is_bare(role) and not house_of(role)
        house = house_behind(self._text, at, role, self.ends) if alone else ""
        return said._replace(roles=(*roles, f"{house} {role}") if house else tuple(roles))

    def _with_bracket(self, at: int, end: int, role: str) -> str:
        """A role that ends at `end` with the house that a bracket behind it or behind its name at
        `at` gives: 김가온 의원(누리당), 김가온(누리대) 교수, 김가온 교수(외과).
        """
        if self._text.startswith("(", end):
            party = party_behind(self._text, end, role)
            role = with_department(self._text, end, office(party, role))
        if not self._text.startswith("(", at) or not is_bare(role):
            return role
        return housed_behind(self._text, at, role, self.ends)

    def _with_country(self, person: Mention, role: str, end: int) -> tuple[str, int]:
        """The same as `_with_house_before`, for a post of state of the country before the name."""
        first = self._joined_to or person
        country = ministers_country(self._text, first, role, self._joined_floor, self.ends)
        if country is None:
            return self._with_house_before(person, role, end)
        return f"{country.text} {role}", country.start

    def _with_house_before(self, person: Mention, role: str, end: int) -> tuple[str, int]:
        """`기관 이름 직함`: the role that ends at `end`, and where what belongs to it begins."""
        house = paper_before(self._text, person.start) if role.endswith(_REPORTERS) else ""
        first, floor = self._joined_to or person, self._joined_floor
        if self._listed and is_of_several(role):
            first, floor = self._listed
        is_alone = is_bare(role) or role in _ONCE_HEADS
        if not house and not is_alone and not self._names_part(role, end):
            return role, first.start
        opened = person.start - 1
        is_first = self._text[opened : person.start] == "("
        if is_first and not house:
            house = tidy(self._text[whole_before(self._text, opened, 0, self.ends, role) : opened])
        if is_first or house:
            return office("" if house in NO_HOUSE else house, role), person.start
        if self._is_of_work(role, person.start - 1):
            return role, person.start  # ‘파도’ 김가온 작가
        led = led_house(self._text, first.start, role, floor, self.ends)
        led = led or report_house(self._text, first.start, role, floor, self.ends)
        if led or self._text[first.start - 1 : first.start] != " ":
            return office(led, role), first.start
        return self._of_run(first, role, floor)

    def _of_run(self, first: Mention, role: str, floor: int) -> tuple[str, int]:
        """The same of the nouns that stand right before the first of a row."""
        end = before_charge(self._text, before_term(self._text, first.start) - 1, role)
        end = before_nickname(self._text, end, role, floor)
        of_member = self._text.startswith(OF_MEMBERS, end - len(OF_MEMBERS) + 1)
        end -= (len(OF_MEMBERS) - 1) * of_member
        if self._text[end - 1 : end + 1] == OF:
            start = self._with_its_country(self._owner(end - 1, role, floor), end - 1, floor)
            return office(named_house(self._text, start, end - 1, self.ends), role), first.start
        start = self._house_start(first.text, role, end, floor)
        house = (
            "" if self._is_where_from(end, role) else named_house(self._text, start, end, self.ends)
        )
        house = "" if of_member and not gives_post(house, role) else house
        begin = start if house else first.start
        if outer := house_led(self._text, begin, role, self.ends, part=house):
            return office(f"{outer} {house}".strip(), role), begin
        is_part = house.endswith(_DEPARTMENT) and " " not in house
        if is_part and self._text[start - 2 : start] == OF:
            begin = self._owner(start - 2, role, floor)
            house = f"{tidy(self._text[begin : start - 2])} {house}".strip()
        return role if house and house in role else office(house, role), begin

    def _house_start(self, name: str, role: str, end: int, floor: int) -> int:
        """Where the house begins that ends at `end` before a name; `end` where none does."""
        start = whole_before(self._text, end, floor, self.ends, role)
        start = with_town(self._text, start, end, floor, self.ends, post=role)
        if start != end:
            return start
        if role == MONK and (temple := last_word(self._text, floor, end)):
            return temple.start() if _is_temple(temple.group()) else end
        if role in _UNKNOWN_HOUSE_OF and is_given_name(name):
            return unknown_house(self._text, end, self._taken, self.ends)
        if role in _UNKNOWN_HOUSE_OF and is_spelt_from_abroad(name):
            return self._firm_named(end, floor)
        return end

    def _firm_named(self, end: int, floor: int) -> int:
        """Where the firm begins that ends there, if the text has named it with what it is: 나래온
        of `해운사 나래온이 왔다. 나래온 엘레나 보른 회장은`.
        """
        word = last_word(self._text, floor, end) if self._firms else None
        return word.start() if word and word.group() in self._firms else end

    def _with_its_country(self, start: int, end: int, floor: int) -> int:
        """Where 독일 begins before the foreign house that stands there: 독일 하르츠대학의."""
        country = self.ends.get(start - 1) if start < end else None
        is_one = country is not None and country.start >= floor and is_country(country.text)
        return country.start if country is not None and is_one else start

    def _is_of_work(self, role: str, end: int) -> bool:
        """Whether a work ends there in quotation marks, of which the role is its maker's."""
        if end <= 0 or self._text[end - 1] not in CLOSING_MARKS:
            return False
        return is_of_work(role, self._text[max(0, end - _REACH_OF_WORK) : end])

    def _names_part(self, role: str, end: int) -> bool:
        """Whether the role that ends at `end` names but a part of a house: 산학협력 교수."""
        lead, _, head = role.rpartition(" ")
        part = lead.rpartition(" ")[2]
        if role.startswith(_FORMER) or part.endswith(_NO_PARTS):
            return False
        if part.endswith(_PARTS_OF_HOUSES) or head in _HEADS_OF_PARTS:
            return True
        named = self.ends.get(end - len(head) - 1)
        return (named is None or head in _TEACHERS) and not is_house(part)

    def _is_where_from(self, end: int, role: str) -> bool:
        """가람 of `가람 김가온 기자`: where a reporter writes from is not his paper."""
        place = self.ends.get(end) if role.endswith(_REPORTERS) else None
        return place is not None and (place.kind == "place" or is_where_from(place.text))

    def _owner(self, end: int, role: str, floor: int) -> int:
        """Where the house begins that ends in 의: 누리 세이버스의 한도윤 감독."""
        if self._is_of_work(role, end):
            return end
        owner = self.ends.get(end)
        if owner is not None and owner.kind == "organisation" and owner.start >= floor:
            start = min(owner.start, marked_before(self._text, end, floor))
        else:
            start = whole_before(self._text, end, floor, self.ends, role)
        if start != end and schooled(self._text[start:end], role):
            return team_start(self._text, start, end, floor, self.ends)
        if owner is not None and start <= owner.start:
            return start
        if start == end and role in _UNKNOWN_HOUSE_OF:
            start = unknown_house(self._text, end, floor, self.ends)
        start = firm_start(self._text, end, floor) if start == end else start
        return start if end - start >= _SHORTEST_OWNER else end

    def _before(self, person: Mention) -> tuple[list[str], int]:
        """`직함 이름`, `기관 직함 이름`, `기관(직함 이름)`: the posts, and where they begin."""
        start = person.start - len(_LATE) * self._text.endswith(_LATE, 0, person.start)
        window = max(self._taken, start - REACH)
        near = max(window, start - _LONGEST_SEPARATOR)
        separator = _SEPARATOR.search(self._text, near, start)
        if not separator:
            return [], start
        begin = max(0, person.start - REACH)
        opened = _IN_BRACKET_BEFORE.search(self._text, begin, separator.start())
        if opened:
            led = led_bracket(self._text, opened.start(), separator.start(), self.ends)
            rest = rest_of_bracket(self._text, person.end, self._people) if led else ()
            return [*led, *rest], person.start
        end = separator.start()
        if short := _IN_LATIN.search(self._text, max(window, end - _LONGEST_LATIN), end):
            end = short.start()
        if trade := trade_before(self._text, end, window):
            return [self._trade_of_house(trade, window)], trade.start()
        dotted = separator.group() == _DOT
        match = None if dotted else last_word(self._text, max(window, end - 20), end)
        is_pair = match is not None and match.group() in PAIRS
        if match and is_pair:  # 개그맨 부부 김가온과 이여울
            match = last_word(self._text, max(window, end - 20), match.start() - 1)
        staff = match is not None and (
            match.group() in _STAFF or self._text.endswith(_OF_CHURCH, window, match.end())
        )
        found = office_word(match.group()) if match and not staff else None
        alone = match is not None and match.group() in _RIGHT_BEFORE
        known = staff or alone or (found and not found.josa)
        known = known and (not is_pair or (found is not None and is_calling(found.title)))
        if not match or self._is_noun(match, person) or not known:
            return [], start
        mention = self.ends.get(match.end())
        title = found.title if found and not alone else match.group()
        is_name = mention is not None and mention.kind != "quantity"  # 제2차관
        if is_name or (staff and not self._is_of_house(match.start() - 1, title)):
            return [], person.start
        role, begin = housed(self._text, match.start(), title, self._taken, self.ends)
        return with_another(self._text, begin, role, self._taken, self.ends), begin

    def _trade_of_house(self, trade: re.Match[str], floor: int) -> str:
        """누리교향악단 첼로 수석, 누리여객의 버스 기사: a calling of two words with its house."""
        end = trade.start("role") - 1
        end -= (len(OF_MEMBERS) - 1) * self._text.startswith(OF_MEMBERS, end - len(OF_MEMBERS) + 1)
        house = owned_by(self._text, end, floor, self.ends)
        return office(house.text if house else "", trade["role"])

    def _is_noun(self, word: re.Match[str], person: Mention) -> bool:
        """Whether what looks like a post before a name is none: a clinic, 누리의원 김가온 원장, a
        bride, or so many things, 명함이 세 장인.
        """
        if word.group().endswith(_CLINIC) and self._text.startswith(_HEADS_CLINIC, person.end):
            return True
        if word.group() == _BRIDE and _GROOM in self._text:
            return True
        end = word.end()
        if not self._text.endswith(_ENDS_OF_COUNTS, 0, end):
            return False
        return _COUNTED.search(self._text, max(0, end - _LONGEST_COUNT), end) is not None

    def _follows_no_post(self, start: int) -> bool:
        """Whether what stands before that place surely is no post and no separator after one."""
        if start < len("시장 "):
            return True
        separator = self._text[start - 1]
        if separator != " ":
            return separator not in _SEPARATORS
        last = self._text[start - 3 : start - 1]
        return last not in _LAST_OF_POSTS and (last[1].isalpha() or last[1] in _STOPS)

    def _is_of_house(self, end: int, post: str) -> bool:
        """Whether a house stands before a member of staff, or an instrument before a player."""
        if end <= 0 or self._text[end] != " ":
            return False
        start = run_before(self._text, end, self._taken, self.ends, post)
        if start == end and post == _PLAYER:
            start = plain_nouns(self._text, start, end, self._taken, self.ends, most=1)
        return start < end


@lru_cache(maxsize=1 << 12)
def _posts_in(role: str) -> list[str]:
    """The posts that a role names, each as it is called: 전 의원 of 前의원, 회장 of 신임회장."""
    return [without_new(in_hangul(post)) for post in posts_of(role)]


def _is_temple(word: str) -> bool:
    """새말사 of `새말사 김가온 스님`, but not 의사."""
    return len(word) >= _SHORTEST_OWNER and word.endswith(_TEMPLES) and office_word(word) is None
