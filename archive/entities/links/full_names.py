"""Names that name somebody on their own, and others that the text says are the same person's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import DOUBLE_SURNAMES, SURNAMES
from archive.entities.cues.offices import is_said_of_people
from archive.entities.cues.shapes import GIVEN, is_spelt_from_abroad
from archive.entities.links.references import surname_and_post
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What a name can be beside the one that somebody goes by.
_KIND_OF_NAME = "본명|필명|예명|활동명|개명 전|법명|속명"
_REAL_NAME = re.compile(rf"\s?\((?:{_KIND_OF_NAME})\s?(?P<other>[가-힣]{{2,5}})[)·,]")
_OF = "의 "
_REAL_NAME_TOLD = re.compile(rf"{_OF}(?:{_KIND_OF_NAME})[은이] (?:[가-힣]{{2,5}}[이가] 아니라 )?")
_IS = re.compile(r"이?(?:다|었다|였다|며|고|지만|라는|라고)(?![가-힣])|으로 ")
_HANJA = re.compile(r"[一-鿿]{2,4}(?=[)·,])")
# Two words or more: a single one may be a group's letters or a size.
_LATIN_NAME = re.compile(r"(?!The )[A-Z][a-z'’\-]{1,14}(?: [A-Z][A-Za-z'’.\-]{0,14}){1,3}(?=[)·,])")
_FULL_LENGTHS = range(2, 5)
_SPACED, _GIVEN_ALONE = 3, GIVEN - frozenset("전현신구모등")  # 최 훈; 김 전 대표 is none
_BEFORE_POSTS = "전현"


@lru_cache(maxsize=1 << 13)
def is_full_name(name: str) -> bool:
    """Whether `name` names a person on its own: 이가온, 남궁솔; 이, 김모 and 김과장 do not."""
    if name in DOUBLE_SURNAMES or len(name) < _FULL_LENGTHS.start or surname_and_post(name):
        return False
    if name[0] in SURNAMES and name[1:] in ("모", "씨", "모씨", "모 씨", " 씨"):
        return False
    if name[1:3] == "모 " and is_said_of_people(name[3:]):  # 김모 교수
        return False
    if name[1] == " " and name[0] in SURNAMES:
        if len(name) == _SPACED:
            return name[2] in _GIVEN_ALONE
        given = name[2:]  # of 류 자오밍; 전 벨로니아 is none
        is_name = len(given) >= _SPACED and given.isalpha() and is_spelt_from_abroad(given)
        return is_name and name[0] not in _BEFORE_POSTS
    return True


def other_names(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Names that are the same person's by the text's own word, the other first: 새솔(본명 김가온),
    새솔의 본명은 김가온이다.
    """
    if "명" not in text:  # as in each of the words for other names
        return
    people = [mention for mention in mentions if mention.kind == "person"]
    told = [m for m in people if text.startswith(_OF, m.end) or "(" in text[m.end : m.end + 2]]
    starts = {mention.start: mention.text for mention in people} if told else {}
    for person in told:
        if match := _REAL_NAME.match(text, person.end):
            yield match["other"], person.text
        elif match := _REAL_NAME_TOLD.match(text, person.end):
            other = starts.get(match.end(), "")
            if other and _IS.match(text, match.end() + len(other)):
                yield other, person.text


def second_writing(text: str, person: Mention) -> Mention | None:
    """The name in other letters that a bracket adds: 한도윤(韓道允), 왕밍(王明·52), 엘레나
    보른(Elena Born).
    """
    if not text.startswith("(", person.end):
        return None
    match = _HANJA.match(text, person.end + 1) or _LATIN_NAME.match(text, person.end + 1)
    return Mention(match.start(), match.end(), "person", match[0]) if match else None
