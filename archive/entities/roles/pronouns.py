"""What a sentence says of 그 that can be one person alone: `김가온 씨가 왔다. 그는 누리회 총무다`.

Nobody else is named before, by the text of the field, and whoever is was the subject. So is who has
a post in a sentence without a subject: `김가온 씨가 왔다. 지금은 누리회 총무를 맡고 있다`, `지금은
용접공이다`, `그래서 마술사가 됐다`, `줄곧 바리스타로 일해 왔다`. `만화가인 그는` says so too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from archive.entities.cues.houses import tidy
from archive.entities.cues.offices import fullest, is_trade, office_word
from archive.entities.cues.owners import whole_before
from archive.entities.roles.clauses import clause_post
from archive.entities.roles.housed import housed
from archive.entities.roles.predicates import said_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

# No quotation, where 그 is whom the speaker means. It begins with a set of characters, for which
# `re` runs through a text fast.
_BEGINS = r"[다요]\.[ \n]?"
# 그래서 마술사가 됐다: a calling, or what somebody was years ago. 줄곧 바리스타로 일해 왔다.
_OPENING = re.compile(
    rf"{_BEGINS}(?:(?P<he>(?:현재 |지금 )?그녀?는)"
    r"|(?P<now>(?:현재|지금|요즘|이제)[는은]?|[낮밤]에는|(?:\d{4}년|올해)부터는?)"
    r"|(?P<so>그래서|그렇게|결국|마침내|그 뒤|그 후|이후)"
    r"|(?P<along>(?:[^\s.,“”]*[^\s.,“”은는이가] ){0,6}줄곧)"
    r"|(?P<being>(?:[^\s.,“”]*[^\s.,“”은는이가을를] ){0,2}[가-힣A-Za-z0-9]{2,12}인 그녀?[는도])"
    r")(?= )"
)
_HOLDS = re.compile(
    r" (?:[^\s.,“”]+ ){0,4}?(?P<post>[가-힣A-Za-z0-9]{2,12})(?:으로|로|을|를) "
    r"(?:일하[고며]|일한다[.\n]|맡아 |맡고 있(?:다|으며|고 )"
    r"|(?:재직|활동|근무)(?: 중이|하고 있(?:다|으며)|하며|한다[.\n]))"
)
_BECAME = re.compile(
    r" (?:[^\s.,“”]*[^\s.,“”은는이가] ){0,2}?(?P<post>[가-힣]{2,12})[이가] (?:됐|되었)다\."
)
_HAS_WORKED = re.compile(r" (?P<post>[가-힣]{2,12}?)으?로 (?:일|활동)해 ?(?:왔다|온다|오고 있다)")
_AT, _HE = "에서 ", "그"
_SUBJECTS = ("은", "는", "이", "가")
_MEANT = {"being": (*_SUBJECTS, "의")}  # 김가온 씨의 그림이 걸렸다. 만화가인 그는
_REACH = 200  # characters from the name
# Who may be 그 too, where they stand between: 김가온 씨가 아들을 자랑했다. 그는 의사다.
_OTHERS = (
    *("아들", "딸", "남편", "아내", "부인", "동생", "누나", "언니", "오빠", "어머니", "아버지"),
    *("손자", "손녀", "이웃", "제자", "후배", "선배", "친구", "동료", "스승", "지인"),
)


def with_pronouns(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, with what the text says of the only person before 그."""
    told = list(found)
    starts = [one.person.start for one in found]
    if not starts:
        return told
    last = [*starts, len(text)][_named_alone(found)]
    for match in _OPENING.finditer(text, starts[0], last):
        at = bisect_left(starts, match.start()) - 1
        reader = match.lastgroup or ""
        if _is_meant(text, found[at], match.start(), _MEANT.get(reader, _SUBJECTS)):
            readers = _READERS[reader]
            said = [role for read in readers for role in read(text, match.end(), ends)]
            told[at] = told[at]._replace(roles=fullest((*told[at].roles, *said)))
    return told


def _is_meant(text: str, one: Introduction, at: int, josa: Sequence[str]) -> bool:
    """Whether somebody is named with one of `josa` not far before `at`, no quotation between."""
    if at - one.person.start > _REACH or one.josa not in josa:
        return False
    said = text[one.end : at]
    return "“" not in said and not any(another in said for another in _OTHERS)


def _held(text: str, at: int, ends: Mapping[int, Mention]) -> list[str]:
    """The post at a house that alone stands behind `at`: 누리회 총무를 맡고 있다."""
    match = _HOLDS.match(text, at)
    post = office_word(match["post"]) if match else None
    if match is None or post is None or post.josa:
        return []
    start = match.start("post")
    if text.startswith(_AT, start - len(_AT)):
        end = start - len(_AT)
        begin = whole_before(text, end, at, ends, post.title)
        role = f"{tidy(text[begin:end])} {post.title}"
        return [role] if begin == at + 1 < end else []
    role, begin = housed(text, start, post.title, at, ends)
    return [role] if begin == at + 1 < start else []


def _became(text: str, at: int, _ends: Mapping[int, Mention]) -> list[str]:
    """The calling that stands behind `at`: 마술사가 됐다."""
    return _trade(_BECAME.match(text, at))


def _has_worked(text: str, at: int, _ends: Mapping[int, Mention]) -> list[str]:
    """The same of `바리스타로 일해 왔다`."""
    return _trade(_HAS_WORKED.match(text, at))


def _being(text: str, at: int, ends: Mapping[int, Mention]) -> list[str]:
    """The post of `누리상회 회장인 그는`, which ends at `at`."""
    he = text.rindex(_HE, 0, at)
    floor = text.rindex(".", 0, he) + 1
    post = clause_post(text, he, floor)
    return [housed(text, post.start, post.title, floor, ends)[0]] if post else []


def _trade(said: re.Match[str] | None) -> list[str]:
    return [said["post"]] if said and is_trade(said["post"]) else []


# What reads the rest of a sentence, by how it opens.
_READERS = {
    "he": (said_of,),
    "now": (said_of, _held),
    "so": (_became,),
    "along": (_has_worked,),
    "being": (_being,),
}


def _named_alone(found: Sequence[Introduction]) -> int:
    """How many of `found` come before the first who is another than the first of them."""
    for at, one in enumerate(found):
        first, name = found[0].person.text, one.person.text
        if name != first and not first.startswith(name):  # 한 of 한 씨
            return at
    return len(found)
