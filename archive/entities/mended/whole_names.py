"""Names of people that the tagger cut short or in two, made whole.

It cuts 엘레나 보른 between its words, 매켈로이 where 이 looks like a josa, 백송이 and 강이랑 too. A
second writing of a name in brackets, 한도윤(韓道允), names nobody else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import POSTINGS, is_country, is_house, is_posting, schooled
from archive.entities.cues.japanese import is_japanese, may_be_japanese
from archive.entities.cues.lexicon import (
    DOUBLE_SURNAMES,
    HOUSE_ENDINGS,
    KNOWN_PLACES,
    LEADS,
    SUBJECT_JOSA,
    SURNAMES,
    is_josa,
    words,
)
from archive.entities.cues.names_by_custom import is_baptismal, names_by_custom
from archive.entities.cues.next_words import NEXT_WORD, post_after
from archive.entities.cues.offices import honorific, office_word
from archive.entities.cues.posts_before import follows_post
from archive.entities.cues.shapes import FROM_ABROAD, is_given_name, is_spelt_from_abroad
from archive.entities.cues.speaking import SPEAKERS, is_inflected
from archive.entities.passages import with_whole
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container, Sequence


_HANGUL = re.compile(r"[가-힣]+")
_LAST_NAME = re.compile(
    r" (?P<last>[가-힣]{2,5}?)(?:(?:은|는|이|가)(?![가-힣])| (?P<house>[가-힣]{2,14}) [가-힣])"
)
# 마르턴 데 보른 세계씨름기구 회장
_PARTICLE = re.compile(
    r" (?:데|드|폰|반|판|델|디|빈|벤) (?P<last>[가-힣]{1,5}?)"
    r"(?:(?:은|는|이|가|의)(?![가-힣])|(?= ))"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”\"] )$")
_WORLD = ("유엔", "나토")  # 올라프 한센 유엔 사무총장
_AS_SUBJECT = re.compile(rf"(?:{'|'.join(SUBJECT_JOSA)})(?![가-힣])")
_BRACKETS = ("(", " (")
_FARTHEST = 4  # characters between two parts of a name
_INITIALS = re.compile(r" (?:[A-Z]\. ?)?")  # 엘레나 F. 보른
_LIKE_JOSA = "이"
_TO = "로"  # of 하세가와 요시로 before 일본 외무상; else a josa
_CUT_END = "라"  # of 페레이라; no josa before a post
_CUT_ENDS = ("이라", "이나", "이다")  # of 페레이라; josa only after a consonant
_ONLY = "만"  # no josa before a post: 윤가만 과장
_WITH_JOSA = ("이가", "니가", "리가")  # 엘레나 매켈로이가
_FULL_NAME = 3  # syllables
_LONGEST_NAME = 24  # characters
_OPENING_REACH = 10  # characters
_JOSA_ENDS = "은는이가을를의에도와과로서며면게"
_SENT_TO = "주"  # 주한 미국 대사
_WHICH = frozenset(("신임", "전임", "후임", "초대"))
_HANJA = re.compile(r"\([一-鿿]{2,4}\)")
_BEFORE_COUNTRY = re.compile(
    r" (?P<last>[가-힣]{2,4}) (?P<country>[가-힣]{2,9}) (?P<post>[가-힣]{2,9})"
    r"(?: (?P<then>[가-힣]{2,9}))?"
)
_FIRST_NAME = re.compile(r"(?:^|\n|[.!?”] )(?P<first>[가-힣]{2,6}) $")
_WORD_BEFORE = re.compile(r"(?<![가-힣])(?P<first>[가-힣]{2,6}) $")
_NOT_FIRST = frozenset(
    ("출신", "시절", "부부", "형제", "자매", "후보", "지망생", "역할", "이름", "쪽인")
)
_KIN = words("kin")
_AFTER_PERSON = ("(", " 씨", "씨")
# Not of a name: 바이든측 변호사, 보른급 선수.
_SUFFIXES = frozenset("측계파급호발표식씨군양옹가류풍전역팀")


def whole_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of `text`, those of people with all of their names."""
    whole: list[Mention] = []
    before: Mention | None = None
    for mention in with_whole(mentions, list(names_by_custom(text))):
        if before and before.kind == "person" and mention.start - before.end <= _FARTHEST:
            if _is_last_name(text, before, mention):
                before = whole[-1] = _person(text, before.start, mention.end)
                continue
            if _is_second_writing(text, before, mention):
                continue
        whole.append(mention)
        before = mention
    going_on = [at for at, m in enumerate(whole) if m.kind == "person" and _may_go_on(m.text)]
    names = {m.text for m in whole if m.kind == "person"} if going_on else ()
    for at in going_on:
        whole[at] = _whole(text, _from_japan(text, whole[at]), names)
    return whole


def with_first_name(text: str, person: Mention) -> Mention:
    """올메나 보른 of 보른, where a first name stands before the last name of one from abroad."""
    match = _WORD_BEFORE.search(text, max(0, person.start - _OPENING_REACH), person.start)
    first = match["first"] if match else ""
    if match is None or _is_no_first_name(first) or first[-1] in _JOSA_ENDS or first in _KIN:
        return person
    if not _may_be_last_name(first) or is_common_word(first):
        return person
    return _person(text, match.start("first"), person.end)


def _may_go_on(name: str) -> bool:
    return len(name) < _FULL_NAME or is_spelt_from_abroad(name)


def _whole(text: str, person: Mention, names: Container[str]) -> Mention:
    """Also 엘레나 보른 of 엘레나, where the text speaks of 보른 elsewhere."""
    if not is_spelt_from_abroad(person.text):
        return _with_lost_end(text, person)
    if " " in person.text and person.text.endswith(_WITH_JOSA):
        return _person(text, person.start, person.end - 1)
    is_followed = text.startswith(" ", person.end)
    match = NEXT_WORD.match(text, person.end) if is_followed else None
    particle = _PARTICLE.match(text, person.end) if is_followed else None
    if particle and office_word(particle["last"]) is None:
        return _person(text, person.start, particle.end("last"))
    if " " not in person.text:
        if match and (end := _end_of_whole(text, person)):
            return _person(text, person.start, end)
        if " " in text[max(0, person.start - 2) : person.start]:
            person = _with_first_name(text, person, match)
    if match is None:
        return _with_lost_end(text, person)
    is_last = match[1] in names and match[1] != person.text and is_spelt_from_abroad(match[1])
    return _person(text, person.start, match.end()) if is_last else person


def _end_of_whole(text: str, first: Mention) -> int | None:
    return _end_of_last_name(text, first) or _end_before_country(text, first)


def _end_of_last_name(text: str, first: Mention) -> int | None:
    """Where an untagged last name ends: 총재 엘레나 보른은, 엘레나 보른 세계씨름기구 회장은."""
    match = _LAST_NAME.match(text, first.end)
    if match is None or not _may_be_last_name(match["last"]):
        return None
    if match["house"]:
        foreign = FROM_ABROAD.search(first.text) or first.text[0] not in SURNAMES
        foreign = foreign and match["last"][-1] not in _JOSA_ENDS
        begins = foreign or _begins_sentence(text, first)
        house = match["house"]
        long = len(house) > _FULL_NAME and (
            is_house(house) or _is_schooled(text, house, match.end("house"))
        )
        return match.end("last") if begins and (long or house in _WORLD) else None
    return match.end("last") if follows_post(text, first.start) else None


def _is_schooled(text: str, house: str, end: int) -> bool:
    """Whether a post follows that a school has: 누리대 교수."""
    post = post_after(text, end)
    return post is not None and schooled(house, post.title)


def _end_before_country(text: str, first: Mention) -> int | None:
    """Where a name of two words ends before its country and post: 아사노 하루 일본 관방장관."""
    match = _BEFORE_COUNTRY.match(text, first.end)
    if match is None or not is_country(match["country"]) or match["last"] in LEADS:
        return None
    last = match["last"]
    if last in _WHICH or last[-1] in _JOSA_ENDS or last.startswith(_SENT_TO):
        return None
    known = last in KNOWN_PLACES or is_house(last) or office_word(last) or is_country(last)
    post = office_word(match["post"]) or office_word(match["then"] or "")
    return None if known or post is None else match.end("last")


def _begins_sentence(text: str, person: Mention) -> bool:
    return _SENTENCE_BEFORE.search(text, max(0, person.start - 2), person.start) is not None


def _with_first_name(text: str, person: Mention, following: re.Match[str] | None) -> Mention:
    """엘레나 보른 of 보른, where the first name opens the sentence and a post follows."""
    if (start := _start_behind_post(text, person)) is not None:
        return _person(text, start, person.end)
    if following is None or not _is_post_or_country(following[1]):
        return person
    match = _FIRST_NAME.search(text, max(0, person.start - _OPENING_REACH), person.start)
    if match is None or not FROM_ABROAD.search(match["first"]) or match["first"][-1] in _JOSA_ENDS:
        return person
    if not _may_be_last_name(match["first"]):
        return person
    return _person(text, match.start("first"), person.end)


def _is_no_first_name(word: str) -> bool:
    return word in LEADS or word in _NOT_FIRST or word in SPEAKERS or is_inflected(word)


def _start_behind_post(text: str, person: Mention) -> int | None:
    """Where a first name begins between a post and a last name: 시인 올메나 보른은."""
    if not FROM_ABROAD.search(person.text) or not _is_told(text, person.end):
        return None
    match = _WORD_BEFORE.search(text, max(0, person.start - _OPENING_REACH), person.start)
    if match is None:
        return None
    first = match["first"]
    if (
        _is_no_first_name(first)
        or not _may_be_last_name(first)
        or is_country(first.removesuffix("인"))
    ):
        return None
    called = _WORD_BEFORE.search(text, max(0, match.start() - _OPENING_REACH), match.start())
    known = follows_post(text, match.start()) or (called and called["first"] in SPEAKERS)
    return match.start("first") if known else None


def _from_japan(text: str, person: Mention) -> Mention:
    """모토시마 히토시 of 히토시 before a post, also where that was tagged with it: 히토시 시장."""
    last = person.text.partition(" ")[0]
    if not may_be_japanese(last) or not _is_told(text, person.start + len(last)):
        return person
    match = _WORD_BEFORE.search(text, max(0, person.start - _OPENING_REACH), person.start)
    first = match["first"] if match else ""
    if match is None or not is_japanese(first) or is_common_word(first):
        return person
    return _person(text, match.start("first"), person.end)


def _is_told(text: str, end: int) -> bool:
    """Whether an age, 씨, a post or the josa of a subject follows the name."""
    if text.startswith(_AFTER_PERSON, end) or _AS_SUBJECT.match(text, end):
        return True
    return post_after(text, end) is not None


def _may_be_last_name(word: str) -> bool:
    known = (
        is_posting(word)
        or word in POSTINGS
        or word in KNOWN_PLACES
        or is_country(word)
        or is_house(word)
        or office_word(word)
    )
    return not known and honorific(word) is None and is_spelt_from_abroad(word)


def _is_last_name(text: str, first: Mention, last: Mention) -> bool:
    """보른 after 엘레나, tagged on its own; as a house or a town only where it is the subject."""
    if len(first.text) > _LONGEST_NAME:
        return False
    between = _INITIALS.fullmatch(text, first.end, last.start)
    if between is None or last.kind not in ("person", "organisation", "place"):
        return False
    if last.kind != "person" and not _AS_SUBJECT.match(text, last.end):
        return False
    known = last.text in KNOWN_PLACES or is_country(last.text) or last.text.endswith(HOUSE_ENDINGS)
    known = known or office_word(last.text.rpartition(" ")[2]) is not None  # 주한 베트남대사
    return not known and is_spelt_from_abroad(first.text) and is_spelt_from_abroad(last.text)


def _is_second_writing(text: str, person: Mention, mention: Mention) -> bool:
    """韓道允 of 한도윤(韓道允), and the baptismal name of 한도윤(요한) 신부, 한도윤(요한·44)."""
    if text[person.end : mention.start] not in _BRACKETS:
        return False
    if mention.kind == "person" and not _HANGUL.search(mention.text):
        return True
    return mention.kind in ("person", "organisation") and is_baptismal(text, mention)


def _with_lost_end(text: str, person: Mention) -> Mention:
    match = _HANGUL.match(text, person.end)
    end = person.end + _lost(text, person.text, match) if match else person.end
    return person if end == person.end else _person(text, person.start, end)


def _lost(text: str, name: str, following: re.Match[str]) -> int:
    """How many of the syllables that follow a name are of it."""
    run, end = following.group(), following.end()
    if is_spelt_from_abroad(name):
        return _lost_from_abroad(text, name, run, end)
    if run[0] == _LIKE_JOSA and is_josa(run[1:], run[0]) and not is_josa(run[0], name[-1]):
        return int(is_given_name(name + run[0]))
    whole = len(name) + len(run) == _FULL_NAME or name[:2] in DOUBLE_SURNAMES
    if not whole or not is_given_name(name + run):
        return 0
    post = post_after(text, end)
    like_josa = run != _ONLY and is_josa(run, name[-1])
    is_subject = post is not None and run == _LIKE_JOSA and post.josa in SUBJECT_JOSA
    return len(run) if is_subject or (post and (len(run) > 1 or not like_josa)) else 0


def _lost_from_abroad(text: str, name: str, run: str, end: int) -> int:
    if _goes_on(text, run, name[-1], end):
        return len(run)
    if len(name) < _FULL_NAME or run[0] != _LIKE_JOSA or is_josa(run, name[-1]):
        return 0
    after = run[1:]
    return int(is_josa(after, run[0]) if after else post_after(text, end) is not None)


def _goes_on(text: str, run: str, before: str, end: int) -> bool:
    """Whether a name goes on: 름 of 린드홀름 장관, 이라 of 페레이라 감독, 밍 of 왕밍(王明)."""
    if len(run) == 1:
        like_josa = is_josa(run, before) and not (run == _TO and _is_before_country(text, end))
        known = run in _SUFFIXES or (run != _CUT_END and like_josa)
    else:
        known = run not in _CUT_ENDS or is_josa(_LIKE_JOSA, before)
    return not known and (_is_before_post(text, end) or _HANJA.match(text, end) is not None)


def _is_before_post(text: str, end: int) -> bool:
    """Whether a post or the country that it is of follows: 장관, 브라질 환경장관."""
    word = NEXT_WORD.match(text, end)
    return word is not None and _is_post_or_country(word[1])


def _is_before_country(text: str, end: int) -> bool:
    word = NEXT_WORD.match(text, end)
    return word is not None and is_country(word[1])


def _is_post_or_country(word: str) -> bool:
    return office_word(word) is not None or is_country(word)


def _person(text: str, start: int, end: int) -> Mention:
    return Mention(start, end, "person", text[start:end])
