"""Clauses before a name that give it a post: 누리협회 회장으로 선출된 김가온, 의장을 맡은 김가온.

What somebody was gives none: 의장을 지낸 김가온.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import office_word

_HELD = sorted(words("holding_verbs"))
_GIVEN = sorted(words("appointing_verbs"))
_ENDS = tuple(
    f"{verb.replace('_', ' ')} " for verb in (*_HELD, *_GIVEN, "이_된", "가_된", "로_있는")
)
_ADVERBS = "|".join(sorted(words("appointing_adverbs")))


def _any_of(verbs: list[str]) -> str:
    return "|".join(verb.replace("_", " ") for verb in verbs)


_SINCE = r"\d+[년월일](?:째|간|을|이나)?|\d+년 (?:넘게|동안|가까이)"  # 목수로 30년 넘게 살아온
_CLAUSE = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,14}?)(?:직| 자리)?"
    rf"(?:(?:을|를|까지|도) (?:{_any_of(_HELD)})|[이가] 된|로 있는"
    rf"|(?:으로|로|에) (?:(?:{_ADVERBS}|{_SINCE}) )*(?:{_any_of(_GIVEN)})) $"
)
_BEING = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,14}?)(?:\([A-Z]{2,4}\))?인[ \n]$"
)
_FROM, _FROM_REACH = "출신 ", 16
_ORIGIN = re.compile(r"(?<![가-힣])[가-힣]{2,8} 출신 $")  # 회장으로 선출된 배우 출신 김가온
_DEEDS, _OBJECT = ("검사",), "을를"  # 검사를 맡은 간호사
_REACH = 48  # characters
_BEING_ENDS = ("인 ", "인\n")  # scripts of broadcasts break lines there
LAST_SYLLABLES = frozenset(end[-2] for end in (*_ENDS, *_BEING_ENDS, _FROM))
"""What the last word of such a clause ends in."""


class ClausePost(NamedTuple):
    """A post that a clause gives, without its house, and where its word begins."""

    start: int
    title: str


def clause_post(text: str, at: int, floor: int) -> ClausePost | None:
    """The post that the clause gives which ends at `at` and does not begin before `floor`."""
    if at - 1 <= floor or text[at - 1] not in " \n":
        return None
    if text.endswith(_FROM, floor, at):
        origin = _ORIGIN.search(text, max(floor, at - _FROM_REACH), at)
        at = origin.start() if origin else at
    if text.endswith(_ENDS, floor, at):
        match = _CLAUSE.search(text, max(floor, at - _REACH), at)
    elif text.endswith(_BEING_ENDS, floor, at):
        match = _BEING.search(text, max(floor, at - _REACH), at)
    else:
        return None
    post = office_word(match["post"]) if match else None
    if match is None or post is None or post.josa:
        return None
    if post.title in _DEEDS and text[match.end("post")] in _OBJECT:
        return None
    return ClausePost(match.start(), post.title)
