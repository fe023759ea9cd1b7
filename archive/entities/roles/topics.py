"""Posts that are the topic of a sentence which says who holds them: `위원장은 김가온 교수다`.

`차기 회장은 김가온 씨와 이여울 씨다` says so of both, `회장은 김가온, 감사는 이여울이다` of each;
`지도교사는 김가온.` needs no verb.
What is denied says nothing, 회장은 김가온이 아니다, nor does what another topic stands between,
회장은 웃었고 범인은 김가온이다.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.offices import fullest, office_word
from archive.entities.roles.housed import housed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_BEING = frozenset(
    (
        *("이다", "다", "였다", "이었다", "입니다", "였습니다", "이었습니다"),
        *("이며", "며", "이고", "였고", "이었고"),
    )
)
# No word between the topic and the name is a topic or ends a clause, but the last: 시를 쓰는.
_TOPIC = re.compile(
    r"(?<![가-힣A-Za-z0-9·])(?P<post>[가-힣A-Za-z0-9·]{2,14})(?:은|는|에는) "
    r"(?:[^\s.,!?“”]*[^\s.,!?“”은는고며면만데] ){0,4}(?:[^\s.,!?“”]+ )?$"
)
_JOINED = re.compile(r"(?:[과와]|,|[·ㆍ]) ?(?:[가-힣A-Za-z0-9]*[^\s은는을를에서고며면] ){0,4}")
_REACH = 60  # characters
_NEXT = ", "  # 회장은 김가온, 감사는 이여울이다
# 지도교사는 김가온.
_IS_LAST = re.compile(r"\.(?=\s|$)")
# 옮긴이는 김가온, 펴낸 곳은 누리책이다
_GOES_ON = re.compile(
    r", (?:[가-힣]+ )?[가-힣]{1,8}[은는] [^\s.,“”]{2,20}(?:이다|이며|이고|였다|입니다)(?=[.,\s])"
)
# 닮고 싶은 선수는, 협연자는 첼리스트 김가온이다: who he is for once; 국내 시장은
_CALLED, _MARKET = ("선수", "협연자", "당선자", "당선인"), "시장"
_LIKE_VERB, _OBJECTS = "배우", ("을 ", "를 ")  # 춤을 배우는


class _Topic(NamedTuple):
    """A post that is the topic, with its house, and where it begins; none where it says only what
    somebody is for once.
    """

    start: int
    role: str


def with_topics(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, with the posts of which a sentence says that they hold them."""
    told = list(found)
    is_said = [one.josa in _BEING or _is_named_alone(text, one) for one in found]
    if True not in is_said:
        return told
    following = -1  # where the topic of the next row of names begins
    for first, last in reversed(list(_rows(text, found))):
        one = found[last]
        goes_on = text.startswith(_NEXT, one.end) and one.end + len(_NEXT) == following
        topic = None
        if goes_on or is_said[last]:
            floor = found[first - 1].end if first else 0
            topic = _topic(text, found[first].person.start, floor, ends)
        following = topic.start if topic else -1
        if topic and topic.role:
            for at in range(first, last + 1):
                told[at] = told[at]._replace(roles=fullest((*told[at].roles, topic.role)))
    return told


def _is_named_alone(text: str, one: Introduction) -> bool:
    """Whether nothing follows a name that its topic is said of, which it then is."""
    end = one.end
    if one.josa or text[end : end + 1] not in (".", ","):
        return False
    return _IS_LAST.match(text, end) is not None or _GOES_ON.match(text, end) is not None


def _rows(text: str, found: Sequence[Introduction]) -> Iterator[tuple[int, int]]:
    """The first and the last of each row of names: 김가온 씨와 누리대 이여울 교수."""
    first = 0
    for at in range(1, len(found) + 1):
        if at == len(found) or not _JOINED.fullmatch(
            text, found[at - 1].end, found[at].person.start
        ):
            yield first, at - 1
            first = at


def _topic(text: str, at: int, floor: int, ends: Mapping[int, Mention]) -> _Topic | None:
    """The post that is the topic before a name at `at`."""
    match = _TOPIC.search(text, max(floor, at - _REACH), at)
    post = office_word(match["post"]) if match else None
    if match is None or post is None or post.josa:
        return None
    if post.title == _LIKE_VERB and text.endswith(_OBJECTS, 0, match.start()):
        return None
    if post.title == _MARKET:
        return None
    if post.title.endswith(_CALLED):
        return _Topic(match.start(), "")
    role, _ = housed(text, match.start("post"), post.title, floor, ends)
    return _Topic(match.start(), role)
