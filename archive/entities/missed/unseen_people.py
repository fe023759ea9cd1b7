"""People whom no tagger saw, between two posts and from abroad, where the text leaves no doubt.

- `와리오 메이라(33·케냐)`, `유학생 콰메 메이라(26)가`: an age, and a country or a noun for people.
- `새솔(본명 김가온)`: who has another name is somebody.
- `누리의회 하루 의원이 … 하 의원`, `작가 하루는 … 하 작가`: any name beside a post, and its surname
  with the same post.
- `김건 누리군수는`: a name of two syllables that begins a sentence, and the head of a town.
- `복지국장에 상도윤 총무과장이`, `회장을 지낸 박거울 누리물류 대표`: between two posts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import (
    GIVEN_SYLLABLES,
    KNOWN_PLACES,
    LEADS,
    POLITE_SUBJECT_JOSA,
    SURNAMES,
    is_josa,
    words,
)
from archive.entities.cues.offices import DROPPED_BEFORE_OFFICE, office_word
from archive.entities.cues.parts_of_names import is_noun_for_people, is_of_name
from archive.entities.cues.places import TOWNS
from archive.entities.cues.shapes import (
    FROM_ABROAD,
    is_given,
    is_given_name,
    is_name,
    is_spelt_from_abroad,
)
from archive.entities.cues.speaking import SPEAKERS, is_inflected
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_AGED = re.compile(
    r"\((?:[1-9]\d세?(?:[·,/] ?(?P<country>[가-힣]{2,8}))?"
    r"|(?P<first>[가-힣]{2,8})[·,/] ?[1-9]\d세?)\)"
)
_WORDS_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])(?:[가-힣]{1,10} ){0,3}[가-힣]{1,7}$")
_REACH = 32  # characters
_VIETNAMESE = "티"  # stands in the middle of names of women: 쩐 티 란
_OTHER_NAME = re.compile(r"\((?:본명|예명|필명|활동명|법명|속명) ?:? ?[가-힣]{2,5}[)·,]")
_NAME_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,5}$")
# Each begins with a set of characters, for which `re` runs through a text fast.
_FIRST = "".join(sorted(SURNAMES))
_BEFORE_POST = re.compile(
    rf"(?P<name>[{_FIRST}](?<![가-힣A-Za-z0-9].)[가-힣]{{1,2}})(?:\([1-9]\d세?\))? "
    r"(?P<post>[가-힣]{2,8}(?:은|는|이|가))(?![가-힣])"
)
_POST_OF_CALLED = re.compile(r"[가-힣]{2,9}")
_SUBJECT_NAME = re.compile(r"(?P<name>[가-힣]{2,3}?)(?P<josa>은|는|이|가)(?![가-힣])")
# These are words of their own before a post: 이 대표, 전 시장, 한 의원, 여 의원.
_NO_SURNAMES = frozenset("이전현신한고양구여남두세각모본주정당시공부차원")
# 하 of a later 하 의원: where no surname stands alone, nobody is called by it.
_CALLED = re.compile(rf" ([{''.join(sorted(SURNAMES - _NO_SURNAMES))}])(?= [가-힣])")
_GIVEN_BEFORE = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣]{2,12}(?:에|으로|로|[을를](?= (?:지낸|역임한|맡은))))"
    r"(?: (?:지낸|역임한|맡은))? $"
)
_GIVEN_ENDS = ("에 ", "로 ", "지낸 ", "역임한 ", "맡은 ")
_MOST_CALLED = 60  # surnames with a post that one text is asked for
_WORD_REACH = 20  # characters
_JOSA = (*POLITE_SUBJECT_JOSA, "", "을", "를")
_VERB_ENDS = "한된던할인은는를을에의온"
_BETWEEN = re.compile(
    rf"[에로낸한은] (?P<name>[{_FIRST}][가-힣](?![{_VERB_ENDS}])[가-힣])"
    r" (?P<after>[가-힣]{2,12})(?: (?P<last>[가-힣]{2,9}))?"
)
_COMMON_SURNAMES = frozenset("김이박최정강조윤장임")
_NO_NAMES = words("nouns_like_people") | LEADS
# The head of a town is named with it where a sentence begins; a county can stand before a town too.
_HEAD_OF_TOWN = re.compile(
    rf"(?P<name>[{_FIRST}](?<![^ \n].)[가-힣])"
    r" [가-힣]{1,3}(?:군수|시장)(?:은|는|이|가)(?![가-힣])"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”] )$")
_NOT_BEFORE_HEADS = (
    words("phrase_leads") | words("short_nouns_like_people") | TOWNS | DROPPED_BEFORE_OFFICE
)


def unseen_people(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Those people, in order; none that a mention of a person touches."""
    found = [*_called_again(text, mentions), *_between_posts(text), *_heads_of_towns(text)]
    if "(" in text:
        if _AGED.search(text):
            found += _from_abroad(text, {m.end for m in mentions if m.kind == "person"})
        found += _otherwise_named(text)
    return found


def _otherwise_named(text: str) -> Iterator[Mention]:
    for match in _OTHER_NAME.finditer(text):
        end = match.start()
        if name := _NAME_BEFORE.search(text, max(0, end - 6), end):
            yield _person(text, name.start(), end)


def _from_abroad(text: str, people: Container[int]) -> Iterator[Mention]:
    for aged in _AGED.finditer(text):
        country = aged["country"] or aged["first"]
        before = _WORDS_BEFORE.search(text, max(0, aged.start() - _REACH), aged.start())
        if before is None or (country and not is_country(country)):
            continue
        parts = before.group().split(" ")
        first = _first_of_name(parts, aged.start(), people)
        led = country or (first > 0 and is_noun_for_people(parts[first - 1]))
        begun = any(map(FROM_ABROAD.search, parts[first:-1])) and (
            aged.start() in people or aged.start() - len(parts[-1]) - 1 in people
        )
        told = led or begun or _VIETNAMESE in parts[first:-1]
        if told and (first < len(parts) - 1 or (first < len(parts) and _is_sure(parts[-1]))):
            yield _person(text, aged.start() - len(" ".join(parts[first:])), aged.start())


def _first_of_name(parts: Sequence[str], end: int, people: Container[int]) -> int:
    """Which of the words before a bracket is the first of a name from abroad; as many as there are
    if none is. 하나 is of one after 사토, tagged as a person; elsewhere it is a word of its own.
    """
    first = len(parts)
    if len(parts) > 1 and end - len(parts[-1]) - 1 in people and not is_given_name(parts[-1]):
        first -= 1
    while first and is_of_name(parts[first - 1], last=first == len(parts)):
        first -= 1
    if first == len(parts) - 1 and first > 1 and is_noun_for_people(parts[first - 2]):
        return first - _is_first_name(parts[first - 1])  # 이주노동자 라메시 메이라
    return first


def _is_first_name(word: str) -> bool:
    known = word in KNOWN_PLACES or word in LEADS or office_word(word) or is_noun_for_people(word)
    return not known and not is_inflected(word) and is_spelt_from_abroad(word)


def _is_sure(name: str) -> bool:
    return len(name) > 2 or FROM_ABROAD.search(name) is not None


def _called_again(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    called = _called(text, mentions)
    if not called:
        return
    last: dict[str, int] = {}
    for match in _BEFORE_POST.finditer(text):
        name = match["name"]
        if name[0] not in called:
            continue
        post = office_word(match["post"])
        if post is None or post.josa not in POLITE_SUBJECT_JOSA:
            continue
        if not _is_no_noun(name):
            continue
        again = f" {name[0]} {post.title}"
        if again not in last and len(last) < _MOST_CALLED:
            last[again] = text.rfind(again)
        if last.get(again, -1) >= match.end():
            yield _person(text, *match.span("name"))
    yield from _behind_posts(text, called)


def _behind_posts(text: str, called: Container[str]) -> Iterator[Mention]:
    """하루 of `작가 하루는`, where the text says 하 작가 later."""
    asked: set[str] = set()
    for later in _CALLED.finditer(text):
        word = _POST_OF_CALLED.match(text, later.end() + 1)
        post = office_word(word.group()) if later[1] in called and word else None
        before = f"{post.title} {later[1]}" if post else ""
        if not before or before in asked or len(asked) >= _MOST_CALLED:
            continue
        asked.add(before)
        at = text.find(before, 0, later.start())
        match = _SUBJECT_NAME.match(text, at + len(before) - 1) if at >= 0 else None
        if not match or text[at - 1 : at].isalnum() or not _is_no_noun(match["name"]):
            continue
        if is_josa(match["josa"], match["name"][-1]):
            yield _person(text, *match.span("name"))


def _is_no_noun(name: str) -> bool:
    known = name in _NO_NAMES or name in SPEAKERS or is_house(name)
    return not known and is_name(name)


def _heads_of_towns(text: str) -> Iterator[Mention]:
    for match in _HEAD_OF_TOWN.finditer(text):
        name, start = match["name"], match.start()
        if not _SENTENCE_BEFORE.search(text, max(0, start - 2), start):
            continue
        known = name in _NO_NAMES or name in _NOT_BEFORE_HEADS or is_common_word(name)
        if not known and is_given(name) and name not in KNOWN_PLACES:
            yield _person(text, *match.span("name"))


def _called(text: str, mentions: Sequence[Mention]) -> set[str]:
    """The surnames that stand alone in a text, but those of people who are tagged in full."""
    called = set(_CALLED.findall(text))
    if not called:
        return called
    return called - {m.text[0] for m in mentions if m.kind == "person" and is_given_name(m.text)}


def _between_posts(text: str) -> Iterator[Mention]:
    for match in _BETWEEN.finditer(text):
        start = match.start("name")
        if not text.endswith(_GIVEN_ENDS, 0, start) or not _may_be_name(match["name"]):
            continue
        given = _GIVEN_BEFORE.search(text, max(0, start - _WORD_REACH), start)
        before = office_word(given["post"]) if given else None
        after = office_word(match["after"])
        if after is None and match["last"] and is_house(match["after"]):
            after = office_word(match["last"])
        if before is not None and before.josa and after is not None and after.josa in _JOSA:
            yield _person(text, *match.span("name"))


def _may_be_name(name: str) -> bool:
    """상도윤, 박거울: whoever has a usual surname may have any given name."""
    if name in _NO_NAMES or not is_name(name) or is_house(name):
        return False
    return GIVEN_SYLLABLES.issuperset(name[1:]) or name[0] in _COMMON_SURNAMES


def _person(text: str, start: int, end: int) -> Mention:
    return Mention(start, end, "person", text[start:end])
