"""People whom a tagger missed, found by what stands beside them: a post, a house, 씨, an age.

Only where the neighbours leave no doubt; a noun that is no name is worse than a name not found.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from archive.entities.house_led import house_led_people
from archive.entities.houses import is_house, run_before, schooled
from archive.entities.lexicon import (
    DOUBLE_SURNAMES,
    KNOWN_PLACES,
    SURNAMES,
    SURNAMES_IN_HANJA,
    words,
)
from archive.entities.monks import monks
from archive.entities.names_abroad import names_of_three
from archive.entities.notices import notice_people
from archive.entities.offices import (
    BEFORE_OFFICE,
    DROPPED_BEFORE_OFFICE,
    HONORIFICS,
    LAST_OF_OFFICES,
    honorific,
    is_said_of_people,
    office_word,
)
from archive.entities.passages import overlapping
from archive.entities.people_abroad import people_abroad
from archive.entities.rare_names import YOUNG, aged_people, rare_people
from archive.entities.shapes import (
    BEFORE_JA,
    DOUBLE,
    NAME,
    NOUN_ENDS,
    is_given,
    is_name,
    may_be_name,
)
from archive.entities.shipped import is_common_word, is_noun_with_end
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive.model import EntityKind

_ALONE = r"(?<![가-힣A-Za-z0-9])"
_JOSA = r"(?:은|는|이|가|을|를|의|에게|와|과|도|께서)?(?![가-힣A-Za-z0-9])"
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
_WORD_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣]{2,12}+)(?:\([A-Z]{2,4}\))? $")
_IN_BRACKET = re.compile(rf"\((?P<post>(?:[가-힣]+ )?[가-힣]{{2,8}}) {NAME}(?=[)·,(])")
_AGE = re.compile(
    rf"\((?:[1-9]\d|[여남]|\d세|[{''.join(sorted(SURNAMES_IN_HANJA))}][一-鿿]{{2}})"
    r"(?:[,·/ ][^()\n]{0,24})?\)"
)
_ENDS_IN_NAME = re.compile(rf"{_ALONE}{NAME}\Z")
_LONGEST_NAME = 4  # syllables
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”\"\])] )$")
_GOVERNING = ("시", "군", "구", "읍", "면", "도", "부", "처", "청", "위")
_NO_HOUSE = words("no_house")
_OF = "의"
_TOPIC, _TOPICS = "은", ("은", "는")
_SPEAKERS = words("speakers")
_JOSA_LIKE_ENDS = "이도한해"  # 사실이, 부인도, 조사한, 주차해: more often no names
_SUBJECT = ("은", "는", "이", "가", "께서는")
# 주장 is a claim too, a captain only of a team or where a sentence begins.
_CAPTAIN = "주장 "
_OF_TEAM = re.compile(rf"(?:^|\n|[.!?”] |(?:FC|스|즈|팀|단) ){_CAPTAIN}$")
_BEING = "인 "
_ENDS_BEFORE = {end[-1] for end in LAST_OF_OFFICES} | {")", _BEING[0]}
_BEING_BEFORE = re.compile(rf"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣]{{2,12}}){_BEING}$")
_JOSA_AFTER = re.compile(r"(?:은|는|이|가|을|를|의|와|과|도|에게|께서)(?![가-힣A-Za-z0-9])")
_SENT_TO, _ENVOYS = "주", ("대사", "총영사")  # 주중 대사, 주베트남 총영사
_JOINTS = ("·", "ㆍ")
_JOINED = re.compile(rf"{_ALONE}{NAME}[{''.join(_JOINTS)}]$")
_HOUSES = tuple(words("house_endings"))
_COLLEGES = ("의대", "치대", "약대", "공대", "법대", "미대", "음대", "사범대", "로스쿨")
_PARTS = (*words("department_endings"), "학과", "학부", "대학원", *_COLLEGES, *_HOUSES)
# Of houses that no list knows: 김가온 도담여객 노조위원장은.
_POSTS_OF_SOME = words("posts_of_some_houses")
_SHORTEST_HOUSE = 3  # syllables
_COMPANY_POSTS = words("unknown_house_posts")
_PLAIN_HONORIFICS = HONORIFICS - {"군", "양", "님"}
# Before a noun like a name these are no post of its own: 시장 상인, 대표 선수, 감독 교체.
_FORMER = re.compile(r"(?:^|\s)[전前]$")
_HEADS_TOO = frozenset(("대표", "의원", "위원", "이사", "감사", "후보"))
_NOT_BEFORE = words("not_before_names")


def untagged_people(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """People of `text` that are in none of `mentions`, in order."""
    found = {
        start: Mention(start, end, "person", text[start:end])
        for start, end in _spans(text, mentions)
        if not overlapping(mentions, start, end)
    }
    return [found[start] for start in sorted(found)]


def _spans(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    ends = {m.end: m for m in mentions}
    found = chain(
        _bracketed(text) if "(" in text else (),
        notice_people(text),
        _beside_posts(text, mentions, ends),
        monks(text),
        rare_people(text, ends),
    )
    for match in found:
        yield match.span("name")
    yield from people_abroad(text, mentions)
    yield from names_of_three(text, mentions)
    yield from house_led_people(text, mentions)
    yield from aged_people(text) if "(" in text else ()


def _bracketed(text: str) -> Iterator[re.Match[str]]:
    """`가람시(시장 김가온)`, `김가온(52)`, `김가온(金佳溫)`; 부병제(府兵制) has no surname."""
    for match in _IN_BRACKET.finditer(text):
        if _is_post(match["post"].rpartition(" ")[2]):
            yield match
    for age in _AGE.finditer(text):
        aged = _ENDS_IN_NAME.search(text, max(0, age.start() - _LONGEST_NAME), age.start())
        if aged and is_name(aged["name"]):
            yield aged


def _beside_posts(
    text: str, mentions: Sequence[Mention], ends: Mapping[int, Mention]
) -> Iterator[re.Match[str]]:
    """`작가 김가온`, `김가온 시장`, `김가온·이여울 시의원`."""
    kinds = {m.start: m.kind for m in mentions}
    for match in _BESIDE.finditer(text):
        start, name = match.start(), match["name"]
        # Who is tagged already matters only to the name that he is joined to.
        if start in kinds and not text.startswith(_JOINTS, start - 1):
            continue
        if not _is_beside_post(text, match, ends, kinds):
            continue
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
    kinds: Mapping[int, EntityKind],
) -> bool:
    """Whether what may be a name has a post before it or behind it, or is joined to a person."""
    start, name = match.start(), match["name"]
    doubled = name[-1] == _TOPIC and _is_doubled(text, match)
    if not is_name(name, doubled):
        return False
    given = is_given(name, doubled)
    if given and (_has_post_before(text, match, ends) or _is_joined(text, start, ends)):
        return True
    return _may_have_post(match) and _has_post(text, match, ends, kinds, given)


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
    if post.josa not in _SUBJECT:
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
    if not _begins_sentence(match) or noun in _SPEAKERS or noun in KNOWN_PLACES:
        return False
    posts = (office_word(word) for word in match.group("next", "last", "third") if word)
    return any(post is not None and post.josa in _TOPICS for post in posts)


def _is_joined(text: str, start: int, ends: Mapping[int, Mention]) -> bool:
    """`김가온·이여울과`: a person stands before the dot."""
    before = ends.get(start - 1) if text.startswith(_JOINTS, start - 1) else None
    return before is not None and before.kind == "person"


def _has_post_before(text: str, match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    start = match.start()
    if not _may_follow_post(text, start):
        return False
    word = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return (
        (word is not None and _is_post(word["post"]) and not _is_noun_with_josa(text, match))
        or follows_being(text, start, match.end())
        or (word is not None and _is_of_house(text, match, word, ends))
        or (
            _follows(_CAPTAIN, text, start)
            and _OF_TEAM.search(text, max(0, start - 8), start) is not None
        )
    )


def follows_post(text: str, start: int) -> bool:
    """Whether the word before `start` is a post that can stand before a name: 교육감."""
    if not _may_follow_post(text, start):
        return False
    word = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return word is not None and _is_post(word["post"])


def _may_follow_post(text: str, start: int) -> bool:
    """Whether a space stands there, behind what a post, its bracket or 인 ends in."""
    space = text.find(" ", max(0, start - 2), start)
    return space > 0 and text[space - 1] in _ENDS_BEFORE


def _follows(word: str, text: str, start: int) -> bool:
    """Whether `word` stands before `start`, on its line or at the end of the one before."""
    return text.find(word, max(0, start - len(word) - 1), start) >= 0


def _is_of_house(
    text: str, match: re.Match[str], word: re.Match[str], ends: Mapping[int, Mention]
) -> bool:
    """`누리상회 대표 김가온은`: of a house, 대표 before a name is no 대표 of 대표 선수; `전 시장
    김가온에게`: of the past, 시장 is no market.
    """
    if not _JOSA_AFTER.match(text, match.end()):
        return False
    at = word.start() - 1
    if at > 0 and _FORMER.search(text, max(0, at - 2), at):
        post = office_word(word["post"])
        return post is not None and not post.josa
    if word["post"] not in _HEADS_TOO:
        return False
    house = ends.get(at - 1 if text[at - 1 : at] == _OF else at)
    if house is not None:
        return house.kind == "organisation"
    return at > 0 and text[at] == " " and run_before(text, at, 0, ends, word["post"]) < at


def _is_noun_with_josa(text: str, match: re.Match[str]) -> bool:
    """Whether the end can be a josa or a verb's, 장인 정신이: nothing else follows it."""
    return match["name"][-1] in _JOSA_LIKE_ENDS and not _JOSA_AFTER.match(text, match.end())


def follows_being(text: str, start: int, end: int) -> bool:
    """`교사인 김가온은`: only with a josa after it is it no noun with one, 교사인 사람이."""
    if not _follows(_BEING, text, start):
        return False
    word = _BEING_BEFORE.search(text, max(0, start - 15), start)
    return word is not None and _is_post(word["post"]) and bool(_JOSA_AFTER.match(text, end))


def _is_post(word: str) -> bool:
    post = office_word(word)
    return post is not None and not post.josa and post.title not in _NOT_BEFORE


def _may_have_post(match: re.Match[str]) -> bool:
    return (
        is_said_of_people(match["next"])
        or is_said_of_people(match["last"])
        or is_said_of_people(match["third"])
    )


def _has_post(
    text: str,
    match: re.Match[str],
    ends: Mapping[int, Mention],
    kinds: Mapping[int, EntityKind],
    given: bool,  # noqa: FBT001 - says which
) -> bool:
    """Whether a name is followed by a polite word, a post, or a house and its post."""
    word = match["next"]
    polite = honorific(word)
    if polite:
        return polite in _PLAIN_HONORIFICS or (given and word in YOUNG)
    post = office_word(word)
    if post is None:
        return _has_housed_post(match, ends, kinds, given) or (
            given and _is_between_house_and_post(match, ends)
        )
    if given or _opens_sentence(match):
        return match["name"][-1] not in _JOSA_LIKE_ENDS or post.josa in _SUBJECT
    before = match.start() - 1
    return before > 0 and run_before(text, before, 0, ends, word) < before


def _has_post_in_department(match: re.Match[str], given: bool) -> bool:  # noqa: FBT001
    """`이름 가람대 간호학과 교수`, `이름 가람군 보건의료원 원장`."""
    post = office_word(match["third"]) if match["third"] else None
    if post is not None and match["next"] in BEFORE_OFFICE:
        return given
    if post is None:
        return False
    if schooled(match["last"], post.title):  # 김가온 가람 스콜피언스 감독
        return given
    if not match["last"].endswith(_PARTS):
        return False
    if match["next"].endswith(_HOUSES) or schooled(match["next"], post.title):
        return True
    return given and _governs(match["next"])


def _opens_sentence(match: re.Match[str]) -> bool:
    post = office_word(match["next"])
    if post is None or post.josa not in _SUBJECT or not _begins_sentence(match):
        return False
    return may_be_name(match["name"], post.title)


def _begins_sentence(match: re.Match[str]) -> bool:
    start = match.start()
    return _SENTENCE_BEFORE.search(match.string, max(0, start - 3), start) is not None


def _has_housed_post(
    match: re.Match[str],
    ends: Mapping[int, Mention],
    kinds: Mapping[int, EntityKind],
    given: bool,  # noqa: FBT001 - says which
) -> bool:
    """`이름 기관 직함`, `이름 전 직함`."""
    post = office_word(match["last"]) if match["last"] else None
    if post is None:
        return _has_post_in_department(match, given)
    word = match["next"]
    sent = word.startswith(_SENT_TO) and post.title in _ENVOYS
    if sent or word in BEFORE_OFFICE or word in DROPPED_BEFORE_OFFICE:
        return given
    is_subject = post.josa in _SUBJECT or match["latin"] is not None
    if match["name"][-1] in _JOSA_LIKE_ENDS and not is_subject:
        return False
    house = ends.get(match.end("next"))
    if house is not None or schooled(word, post.title):
        return house is None or house.kind in ("organisation", "place")
    is_tagged = kinds.get(match.start("next")) == "organisation"
    if is_tagged or is_house(word) or (is_subject and _governs(word)):
        return given
    of_company = post.title in _COMPANY_POSTS
    of_some = post.title in _POSTS_OF_SOME and len(word) > _SHORTEST_HOUSE
    return given and is_subject and (of_company or of_some) and _begins_sentence(match)


def _is_between_house_and_post(match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    """`가람지법 이름 영장전담 부장판사는`: a house before, what the post is for after."""
    post = office_word(match["last"]) if match["last"] else None
    if post is None or post.josa not in _SUBJECT:
        return False
    before = match.start() - 1
    is_led = before > 0 and match.string[before] == " "
    return is_led and run_before(match.string, before, 0, ends, post.title) < before


def _governs(house: str) -> bool:
    """Whether a word has the shape of a town or a ministry: 가람시, 행안부."""
    return len(house) > 2 and house.endswith(_GOVERNING) and house not in _NO_HOUSE
