"""People whom a tagger missed, told by a house and a post beside them: `누리시청 류단 선수가`.

Names of two syllables and names from abroad look like nouns: they are sure only between a house and
a post.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house, schooled
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS, POLITE_SUBJECT_JOSA, words
from archive.entities.cues.offices import DROPPED_BEFORE_OFFICE, honorific, office_word
from archive.entities.cues.shapes import (
    FROM_ABROAD,
    FULL_NAME_ANY,
    GIVEN,
    is_spelt_from_abroad,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.model import Mention

_LED = re.compile(
    r"의? (?:[가-힣0-9]{1,8}[과팀국실부계반] )?(?P<name>[가-힣]{2,5}(?: [가-힣]{2,6})??)"
    r"(?:\([^()\n]{1,20}\))? (?P<post>[가-힣]{2,10})(?![가-힣])"
)
_ANY_NAME = re.compile(FULL_NAME_ANY)
_JOSA = (*POLITE_SUBJECT_JOSA, "와", "과", "을", "를", "의", "도", "에게", "팀은", "팀이")
# Held by people alone; of others, 행정 팀장, the word before may say what they lead.
_OF_SHORT = ("선수", "교수", "의원", "기자", "검사", "판사", "연구원")
_OF_ABROAD = ("선수", "교수", "감독", "코치", "연구원", "지휘자", "박사")
_NO_NAMES = (
    LEADS | words("nouns_like_people") | words("short_nouns_like_people") | DROPPED_BEFORE_OFFICE
)
_SHORT = 2  # syllables
_LIKE_NOUN = "단"  # of 류단: not of other names, for nouns end so


def house_led_people(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where names stand that only their house and post tell."""
    for mention in mentions:
        if mention.kind != "organisation" or not text.startswith((" ", "의 "), mention.end):
            continue
        led = _LED.match(text, mention.end)
        post = office_word(led["post"]) if led else None
        if led and post and post.josa in _JOSA and _bears(led["name"], post.title, post.josa):
            yield led.span("name")


def _bears(name: str, post: str, josa: str) -> bool:
    """Whether who stands between a house and the post is somebody."""
    if name in _NO_NAMES or name in KNOWN_PLACES or is_house(name) or schooled(name, post):
        return False
    if office_word(name) or office_word(name.rpartition(" ")[2]) or honorific(name):
        return False
    if len(name) == _SHORT:
        named = _ANY_NAME.fullmatch(name) and (name[1] in GIVEN or name[1] == _LIKE_NOUN)
        return bool(named) and post.endswith(_OF_SHORT) and josa in POLITE_SUBJECT_JOSA
    abroad = all(word not in _NO_NAMES and FROM_ABROAD.search(word) for word in name.split(" "))
    return abroad and is_spelt_from_abroad(name) and post.endswith(_OF_ABROAD)
