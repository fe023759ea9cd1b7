"""People whom a tagger missed, told by a post, a polite word, or a house and its post beside them:
`작가 김가온`, `김가온 시장`, `김가온·이여울 시의원`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house, run_before, schooled
from archive.entities.cues.lexicon import (
    DOUBLE_SURNAMES,
    HOUSE_ENDINGS,
    KNOWN_PLACES,
    POLITE_SUBJECT_JOSA,
    SURNAMES,
    words,
)
from archive.entities.cues.offices import (
    BEFORE_OFFICE,
    DROPPED_BEFORE_OFFICE,
    HONORIFICS,
    honorific,
    is_said_of_people,
    office_word,
)
from archive.entities.cues.posts_before import JOSA_LIKE_ENDS, follows_post, has_post_before
from archive.entities.cues.shapes import (
    BEFORE_JA,
    DOUBLE,
    NAME,
    NOUN_ENDS,
    is_given,
    is_name,
    may_be_name,
)
from archive.entities.cues.speaking import SPEAKERS
from archive.entities.tagger.shipped import is_common_word, is_noun_with_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive.model import Mention

_JOSA = r"(?:은|는|이|가|을|를|의|에게|와|과|도|께서|이다|였다|이었다)?(?![가-힣A-Za-z0-9])"
# A name, and nothing that ends as nouns do: most words that begin like a surname are passed over.
# It begins with a set of characters, for which `re` runs through a text in a third of the time.
_FIRST = "".join(sorted(SURNAMES | {name[0] for name in DOUBLE_SURNAMES}))
_SECOND = "".join(sorted(name[1] for name in DOUBLE_SURNAMES))
_NOT_SINGLE = "".join(sorted({name[0] for name in DOUBLE_SURNAMES} - SURNAMES))
_LIKELY_NAME = (
    rf"(?P<name>[{_FIRST}](?<![가-힣A-Za-z0-9].)(?:[{_SECOND}](?<={DOUBLE})[가-힣]{{1,2}}?"
    rf"|[가-힣](?<![{_NOT_SINGLE}].)[가-힣]"
    rf"(?:(?<![{''.join(sorted(NOUN_ENDS))}])|(?<=[{BEFORE_JA}]자))))"
)
_BESIDE = re.compile(
    rf"{_LIKELY_NAME}(?:(?=(?:\([^()\n]{{1,20}}\))? (?:㈜|\(주\))?"
    rf"(?P<next>[가-힣A-Za-z前]{{1,14}})"
    rf"(?: (?P<last>[가-힣]{{2,14}})(?:\([A-Z]{{2,4}}\)(?P<latin>[은는이가]))?"
    rf"(?: (?P<third>[가-힣]{{2,14}}))?)?)|(?={_JOSA}))"
)
_JOINTS = ("·", "ㆍ")
_JOINED = re.compile(rf"(?<![가-힣A-Za-z0-9]){NAME}[{''.join(_JOINTS)}]$")
_SENTENCE_ENDS = ("\n", ". ", "! ", "? ", "” ", '" ', "] ", ") ")
_GOVERNING = ("시", "군", "구", "읍", "면", "도", "부", "처", "청", "위")
_NO_HOUSE = words("no_house")
_TOPIC, _TOPICS = "은", ("은", "는")
_SENT_TO, _ENVOYS = "주", ("대사", "총영사")  # 주중 대사, 주베트남 총영사
_COLLEGES = ("의대", "치대", "약대", "공대", "법대", "미대", "음대", "사범대", "로스쿨")
_PARTS = (*words("department_endings"), "학과", "학부", "대학원", *_COLLEGES, *HOUSE_ENDINGS)
# Of houses that no list knows: 김가온 도담여객 노조위원장은.
_POSTS_OF_SOME = words("posts_of_some_houses")
_SHORTEST_HOUSE = 3  # syllables
_CAPTAINS, _SHIP = ("선장", "기관장", "항해사", "선원"), "호"
_OF_PARISHES, _PARISHES = ("성당", "교회", "본당"), ("동", "면", "읍", "리")
_IN_CHARGE = ("전담", "담당")  # 영장 전담 부장판사
_COMPANY_POSTS = words("unknown_house_posts")
_PLAIN_HONORIFICS = HONORIFICS - {"군", "양", "님"}
# An army and an amount are 군 and 양 too, and bare they end clauses: 사실인 양.
_YOUNG = frozenset(polite + josa for polite in "군양" for josa in ("은", "이", "과", "의", "에게"))


def people_beside_posts(text: str, mentions: Sequence[Mention]) -> Iterator[re.Match[str]]:
    """`작가 김가온`, `김가온 시장`, `김가온·이여울 시의원`."""
    starts = {m.start: m for m in mentions}
    ends = {m.end: m for m in mentions}
    for match in _BESIDE.finditer(text):
        start = match.start()
        # Who is tagged already matters only to the name that he is joined to.
        if start in starts and not text.startswith(_JOINTS, start - 1):
            continue
        if not _is_beside_post(text, match, ends, starts):
            continue
        name = match["name"]
        is_word = is_common_word(name) or is_noun_with_end(name)
        if is_word and not _is_said_of_a_person(match, ends):
            continue
        yield match
        joined = _JOINED.search(text, max(0, start - 5), start)
        if joined and is_name(joined["name"]):
            yield joined


def _is_beside_post(
    text: str,
    match: re.Match[str],
    ends: Mapping[int, Mention],
    starts: Mapping[int, Mention],
) -> bool:
    """Whether what may be a name has a post before it or behind it, or is joined to a person."""
    start, name = match.start(), match["name"]
    doubled = name[-1] == _TOPIC and _is_doubled(text, match)
    given = is_given(name, doubled)
    if given and (has_post_before(text, match, ends) or _is_joined(text, start, ends)):
        return True
    if not _may_have_post(match) or not (given or is_name(name, doubled)):
        return False
    return _has_post(text, match, ends, starts, given)


def _is_said_of_a_person(match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    """Whether only a person can be meant whatever the word: 진달래 씨, 김가온·진달래, and as the
    subject 누리군 진달래 군수는, 만화가 진달래 작가는; 방사선 시장이 and 연기파 배우로 are none.
    """
    text, start, word = match.string, match.start(), match["next"]
    if _is_joined(text, start, ends):
        return True
    if word is None or honorific(word) in _PLAIN_HONORIFICS:
        return word is not None
    post = office_word(word)
    if post is None:
        housed = match.end("next") in ends and office_word(match["last"] or "") is not None
        return housed and _begins_sentence(match)
    if post.josa and _begins_sentence(match):
        return True
    if post.josa not in POLITE_SUBJECT_JOSA:
        return False
    before = start - 1
    return follows_post(text, start) or (
        before > 0 and run_before(text, before, 0, ends, post.title) < before
    )


def _is_doubled(text: str, match: re.Match[str]) -> bool:
    """Whether 은 at a name's end is its own: 정영은은, or where the topic comes later."""
    return text.startswith(_TOPIC, match.end()) or _is_of_later_topic(match)


def _is_of_later_topic(match: re.Match[str]) -> bool:
    """한정은 누리당 대변인은: where the post has the josa of the topic, 은 at the name's end is
    none. A noun that speaks or a town is the topic of another clause, 국민은 대통령은.
    """
    noun = match["name"][:-1]
    if not _begins_sentence(match) or noun in SPEAKERS or noun in KNOWN_PLACES:
        return False
    posts = (office_word(word) for word in match.group("next", "last", "third") if word)
    return any(post is not None and post.josa in _TOPICS for post in posts)


def _is_joined(text: str, start: int, ends: Mapping[int, Mention]) -> bool:
    """`김가온·이여울과`: a person stands before the dot."""
    before = ends.get(start - 1) if text.startswith(_JOINTS, start - 1) else None
    return before is not None and before.kind == "person"


def _may_have_post(match: re.Match[str]) -> bool:
    following = match["next"]
    if following is None:
        return False
    said = (
        is_said_of_people(following)
        or is_said_of_people(match["last"])
        or is_said_of_people(match["third"])
    )
    return said and not _is_parish_or_ship(match["name"], following)


def _is_parish_or_ship(word: str, following: str) -> bool:
    """신담동 성당 주임신부, 동마호 선장: whose he is, and nobody's name."""
    if following in _OF_PARISHES:
        return word.endswith(_PARISHES)
    return word.endswith(_SHIP) and following.startswith(_CAPTAINS)


def _has_post(
    text: str,
    match: re.Match[str],
    ends: Mapping[int, Mention],
    starts: Mapping[int, Mention],
    given: bool,  # noqa: FBT001 - says which
) -> bool:
    """Whether a name is followed by a polite word, a post, or a house and its post."""
    word = match["next"]
    polite = honorific(word)
    if polite:
        return polite in _PLAIN_HONORIFICS or (given and word in _YOUNG)
    behind = starts.get(match.start("next"))
    if behind is not None and behind.kind == "person" and is_name(behind.text):
        return False  # 이렇게 김가온후보가: the post is his
    post = office_word(word)
    if post is None:
        return _has_housed_post(match, ends, starts, given) or (
            given and _is_between_house_and_post(match, ends)
        )
    if given or _opens_sentence(match):
        return match["name"][-1] not in JOSA_LIKE_ENDS or post.josa in POLITE_SUBJECT_JOSA
    before = match.start() - 1
    return before > 0 and run_before(text, before, 0, ends, word) < before


def _has_housed_post(
    match: re.Match[str],
    ends: Mapping[int, Mention],
    starts: Mapping[int, Mention],
    given: bool,  # noqa: FBT001 - says which
) -> bool:
    """`이름 기관 직함`, `이름 전 직함`."""
    post = office_word(match["last"]) if match["last"] else None
    if post is None:
        return _has_post_in_department(match, ends, given)
    word = match["next"]
    sent = word.startswith(_SENT_TO) and post.title in _ENVOYS
    if sent or word in BEFORE_OFFICE or word in DROPPED_BEFORE_OFFICE:
        return given
    is_subject = post.josa in POLITE_SUBJECT_JOSA or match["latin"] is not None
    if match["name"][-1] in JOSA_LIKE_ENDS and not is_subject:
        return False
    house = ends.get(match.end("next"))
    if house is not None or schooled(word, post.title):
        return house is None or house.kind in ("organisation", "place")
    behind = starts.get(match.start("next"))
    is_tagged = behind is not None and behind.kind == "organisation"
    if is_tagged or is_house(word) or (is_subject and _governs(word)):
        return given
    of_company = post.title in _COMPANY_POSTS
    of_some = post.title in _POSTS_OF_SOME and len(word) > _SHORTEST_HOUSE
    return given and is_subject and (of_company or of_some) and _begins_sentence(match)


def _has_post_in_department(
    match: re.Match[str],
    ends: Mapping[int, Mention],
    given: bool,  # noqa: FBT001 - says which
) -> bool:
    """`이름 가람대 간호학과 교수`, `이름 가람군 보건의료원 원장`, `이름 누리 홀딩스 대표`."""
    post = office_word(match["third"]) if match["third"] else None
    if post is None:
        return False
    house = ends.get(match.end("last"))
    if house is not None and house.start == match.start("next"):
        return given and house.kind == "organisation"
    if match["next"] in BEFORE_OFFICE or schooled(match["last"], post.title):
        return given  # 김가온 가람 스콜피언스 감독
    if not match["last"].endswith(_PARTS):
        return False
    is_subject = post.josa in POLITE_SUBJECT_JOSA and post.title in _COMPANY_POSTS
    if given and is_subject and len(match["next"]) > _SHORTEST_HOUSE and _begins_sentence(match):
        return True  # 김가온 누리전기 배터리사업부 사장이
    housed = match["next"].endswith(HOUSE_ENDINGS) or schooled(match["next"], post.title)
    return housed or (given and _governs(match["next"]))


def _is_between_house_and_post(match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    """`가람지법 이름 영장전담 부장판사는`: a house before, what the post is for after."""
    word = match["third"] if match["last"] in _IN_CHARGE else match["last"]
    post = office_word(word) if word else None
    if post is None or post.josa not in POLITE_SUBJECT_JOSA:
        return False
    before = match.start() - 1
    is_led = before > 0 and match.string[before] == " "
    return is_led and run_before(match.string, before, 0, ends, post.title) < before


def _opens_sentence(match: re.Match[str]) -> bool:
    post = office_word(match["next"])
    if post is None or post.josa not in POLITE_SUBJECT_JOSA or not _begins_sentence(match):
        return False
    return may_be_name(match["name"], post.title)


def _begins_sentence(match: re.Match[str]) -> bool:
    start = match.start()
    return start == 0 or match.string.endswith(_SENTENCE_ENDS, 0, start)


def _governs(house: str) -> bool:
    """Whether a word has the shape of a town or a ministry: 가람시, 행안부."""
    return len(house) > 2 and house.endswith(_GOVERNING) and house not in _NO_HOUSE
