"""People of the rarest surnames, 내 or 뇌, and from abroad, whom the tagger has hardly seen.

So many nouns begin with such a syllable that the surname alone says nothing: a name is one only
with given syllables behind it, and a post that is the subject, an age or a polite word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house, run_before, schooled
from archive.entities.cues.lexicon import POLITE_SUBJECT_JOSA, RARE_SURNAMES, words
from archive.entities.cues.offices import HONORIFICS, honorific, is_said_of_people, office_word
from archive.entities.cues.posts_before import JOSA_LIKE_ENDS, NOT_BEFORE_NAMES, word_before
from archive.entities.cues.shapes import GIVEN, is_given, is_spelt_from_abroad

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archive.model import Mention

_NAME = re.compile(
    rf"(?P<name>[{''.join(sorted(RARE_SURNAMES))}](?<![가-힣A-Za-z0-9].)[{''.join(sorted(GIVEN))}]{{2}})"
    r"(?:\([1-9]\d(?:[,·/ ][^()\n]{0,12})?\)|(?= ?씨)|(?P<closed>\))"
    r"|(?=(?:\([^()\n]{1,20}\))? (?P<next>[가-힣]{1,14})(?: (?P<last>[가-힣]{2,14}))?)"
    r"|(?P<josa>(?:[은는이가의]|에게|이라[는며고]|이다)(?![가-힣])|\())"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”\"\])] )$")
_AGED_END = re.compile(r"\([1-9]\d(?:[,·/ ][^()\n]{0,12})?\) ?(?:씨|군|양)(?![가-힣]{3})")
_BEFORE_AGE = re.compile(r"(?<![가-힣A-Za-z0-9])(?:[가-힣]{1,5} ){0,2}(?P<last>[가-힣]{1,6})$")
_WORD = re.compile(r"[가-힣]+")
_LONGEST = 18  # characters
_PEOPLE = words("speakers") | words("kin")
_LEADS = words("phrase_leads") | words("no_house")
_WITHHELD = ("모", "아무개", "씨")
_ENDS_BEFORE_NAME = (
    *("은", "는", "을", "를", "의", "에", "인", "온", "한", "던"),
    *("출신", "여성", "남성", "노동자", "근로자", "유학생", "주민"),
)
_VERBAL_ENDS = JOSA_LIKE_ENDS + "나다지고게아어며라여"  # 누구나 감독이: more often no names
_OF = "의"
_OF_GROUPS = ("대표",)  # 주민 대표: a group is no house
# An army and an amount are 군 and 양 too, and bare they end clauses: 사실인 양.
YOUNG = frozenset(polite + josa for polite in "군양" for josa in ("은", "이", "과", "의", "에게"))
_POLITE = HONORIFICS - {"군", "양", "님"}


def rare_people(text: str, ends: Mapping[int, Mention]) -> Iterator[re.Match[str]]:
    """`누리경찰서 교통과 내한울 경위는`, `상인 뢰한울(71)씨`, `뇌한울 씨`."""
    for match in _NAME.finditer(text):
        if not is_given(match["name"]):
            continue
        following, last, josa, closed = match.group("next", "last", "josa", "closed")
        if josa:
            sure = _follows_post(match, ends)
        elif closed:
            sure = _follows_post(match, ends, mark="(")
        elif following:
            told = is_said_of_people(following) or is_said_of_people(last)
            sure = following in YOUNG or (told and _bears_post(match, ends))
        else:
            sure = True
        if sure:
            yield match


def _follows_post(match: re.Match[str], ends: Mapping[int, Mention], mark: str = "") -> bool:
    """`상인회장 내한울은`, `누리상회 대표 내한울은`, and after a mark `(대표 내한울)`."""
    text, start = match.string, match.start()
    before = word_before(text, start)
    post = office_word(before["post"]) if before else None
    if before is None or post is None or post.josa:
        return False
    if mark:
        return text.startswith(mark, before.start() - 1)
    verbal = bool(match["josa"]) and match["name"][-1] in _VERBAL_ENDS
    alone = not verbal and post.title not in NOT_BEFORE_NAMES
    return alone or _follows_house(text, before.start(), post.title, ends)


def _bears_post(match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    """`내한울 경위는`, `내한울 할머니`, and where a sentence begins `내한울 누리경찰서 경위는`."""
    text, start, word = match.string, match.start(), match["next"]
    post = office_word(word)
    if post is None:
        last = office_word(match["last"]) if match["last"] else None
        if (
            last is not None
            and last.josa in POLITE_SUBJECT_JOSA
            and _is_one(word, last.title, match, ends)
        ):
            return _SENTENCE_BEFORE.search(text, max(0, start - 3), start) is not None
        return honorific(word) in _POLITE
    if post.josa not in POLITE_SUBJECT_JOSA or schooled(match["name"], post.title):
        return False
    verbal = match["name"][-1] in _VERBAL_ENDS
    return not verbal or _follows_post(match, ends) or _follows_house(text, start, post.title, ends)


def _is_one(house: str, post: str, match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    return is_house(house) or schooled(house, post) or match.end("next") in ends


def aged_people(text: str) -> Iterator[tuple[int, int]]:
    """`쩐 투이(31)씨`: before an age and 씨 stands a name, whatever its syllables. Of more than one
    word are those from abroad.
    """
    for age in _AGED_END.finditer(text):
        match = _BEFORE_AGE.search(text, max(0, age.start() - _LONGEST), age.start())
        if match is None or _is_noun(match["last"]) or match["last"].endswith(_WITHHELD):
            continue
        start = match.start("last")
        if is_spelt_from_abroad(match["last"]) or len(match["last"]) == 1:
            for word in reversed(list(_WORD.finditer(text, match.start(), start))):
                before = word.group()
                if _is_noun(before) or before.endswith(_ENDS_BEFORE_NAME):
                    break
                start = word.start()
        yield start, age.start()


def _is_noun(word: str) -> bool:
    known = word in _PEOPLE or word in _LEADS or is_country(word) or is_house(word)
    return known or office_word(word) is not None


def _follows_house(text: str, start: int, post: str, ends: Mapping[int, Mention]) -> bool:
    """Whether the house of a post stands before the name, 누리상회의 화한울 대표는 too."""
    at = start - 1
    if at <= 0 or text[at] != " ":
        return False
    at -= text[at - 1] == _OF
    return run_before(text, at, 0, ends, "" if post in _OF_GROUPS else post) < at
