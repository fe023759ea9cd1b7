"""What stands before the names of a text: a post, and the house that it belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import run_before
from archive.entities.cues.offices import LAST_OF_OFFICES, office, office_word
from archive.entities.cues.owners import owned_by, plain_nouns
from archive.entities.cues.trades import LAST_OF_TRADES, trade_before
from archive.entities.roles.both_sides import IN_CHARGE
from archive.entities.roles.brackets import rest_of_bracket
from archive.entities.roles.housed import OF_MEMBERS, REACH, housed, last_word, with_another
from archive.entities.roles.led_brackets import led_bracket
from archive.entities.roles.rows import PAIRS, is_calling

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from archive.model import Mention

_SEPARATOR = re.compile(r"(?: ?: ?| |= ?| = ?|[·ㆍ-])$")
_STOPS = frozenset(".,")
_DOT = "·"  # a separator in brackets alone: 누리군의회(의장·김가온)
_SEPARATORS = frozenset(":=ㆍ·-\n")  # where one ends that does not end in a space
_LONGEST_SEPARATOR, _LONGEST_LATIN = 4, 7  # characters, with the end of the line before
_LATE = "고(故) "  # between a post and the name of who has died
_IN_LATIN = re.compile(r"\([A-Z]{2,4}\)$")  # 최고경영자(CEO)
_IN_BRACKET_BEFORE = re.compile(r"[(（]([^()（）\n]{1,60})$")
_CLINIC, _HEADS_CLINIC = "의원", (" 원장", " 대표원장")  # 누리의원 김가온 원장
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


class BeforeNames:
    """Reads what stands before the names of a text, of which `people` begin where they do."""

    def __init__(self, text: str, ends: Mapping[int, Mention], people: AbstractSet[int]) -> None:
        self._text = text
        self._ends = ends
        self._people = people

    def posts(self, person: Mention, taken: int) -> tuple[list[str], int]:
        """`직함 이름`, `기관 직함 이름`, `기관(직함 이름)`: the posts, and where they begin; what
        stands before `taken` is somebody else's.
        """
        follows_none = self._follows_no_post(person.start)
        return ([], person.start) if follows_none else self._before(person, taken)

    def _before(self, person: Mention, taken: int) -> tuple[list[str], int]:
        start = person.start - len(_LATE) * self._text.endswith(_LATE, 0, person.start)
        window = max(taken, start - REACH)
        near = max(window, start - _LONGEST_SEPARATOR)
        separator = _SEPARATOR.search(self._text, near, start)
        if not separator:
            return [], start
        begin = max(0, person.start - REACH)
        opened = _IN_BRACKET_BEFORE.search(self._text, begin, separator.start())
        if opened:
            led = led_bracket(self._text, opened.start(), separator.start(), self._ends)
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
        mention = self._ends.get(match.end())
        title = found.title if found and not alone else match.group()
        is_name = mention is not None and mention.kind != "quantity"  # 제2차관
        if is_name or (staff and not self._is_of_house(match.start() - 1, title, taken)):
            return [], person.start
        role, begin = housed(self._text, match.start(), title, taken, self._ends)
        return with_another(self._text, begin, role, taken, self._ends), begin

    def _trade_of_house(self, trade: re.Match[str], floor: int) -> str:
        """누리교향악단 첼로 수석, 누리여객의 버스 기사: a calling of two words with its house."""
        end = trade.start("role") - 1
        end -= (len(OF_MEMBERS) - 1) * self._text.startswith(OF_MEMBERS, end - len(OF_MEMBERS) + 1)
        house = owned_by(self._text, end, floor, self._ends)
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

    def _is_of_house(self, end: int, post: str, floor: int) -> bool:
        """Whether a house stands before a member of staff, or an instrument before a player."""
        if end <= 0 or self._text[end] != " ":
            return False
        start = run_before(self._text, end, floor, self._ends, post)
        if start == end and post == _PLAYER:
            start = plain_nouns(self._text, start, end, floor, self._ends, most=1)
        return start < end
