"""Words that are said to be what somebody said or wrote: 한도윤의 첫마디는 “비가 와”였다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.quotations.speech_nouns import MESSAGES, NOUNS

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene

_SAID = "|".join(sorted(words("said_to_nouns"), key=len, reverse=True))
_NOUN = re.compile(rf"(?<![가-힣])(?:{_SAID}|{NOUNS}|{MESSAGES}|일성|글|댓글)[은는] $")
_IS = re.compile(
    r"\s?(?:(?:이었|였)(?:다고?|고|지만)|이?다|뿐이(?:었)?다"
    r"|[이가] (?:전부|고작)(?:였|이었)?다)(?![가-힣])"
)
_OWNER = re.compile(r"(?P<phrase>[^“”\"\n.,]{1,40}?)의 (?:[가-힣]{1,6}[한된은인찬른] )?$")
# 시장이 받은 답은 another gave, 시장이 싫어하는 말은 nobody.
_ANOTHERS = re.compile(
    r"(?:들은|듣는|받은|받는|읽은|본|기다린|싫어하는|좋아하는|생각하는|원하는) (?:[가-힣]+ )?$"
)
_NOUN_REACH, _REACH = 8, 60  # characters before the words


def is_equated(text: str, span: Span) -> bool:
    """Whether the words are the predicate of a noun of speaking: 답은 “비가 와”였다."""
    return _IS.match(text, span.closed) is not None and _noun_start(text, span.opened) is not None


def teller(scene: Scene, start: int, opened: int) -> str | None:
    """Whose the noun is, or the subject of the clause that tells what he said: 그가 쓴 답은 “…”."""
    at = _noun_start(scene.text, opened)
    if at is None:
        return None
    begin = max(start, at - _REACH)
    if owner := _OWNER.search(scene.text, begin, at):
        return scene.subjects.named(owner.end("phrase"), owner.start("phrase"))
    if _ANOTHERS.search(scene.text, begin, at):
        return None
    # What ends right before the noun is the verb of its clause: 내놓은 답은.
    subjects = [s.name for s in scene.subjects.between(begin, at) if s.end < at - 1]
    return subjects[-1] if subjects else None


def _noun_start(text: str, opened: int) -> int | None:
    match = _NOUN.search(text, max(0, opened - _NOUN_REACH), opened)
    return match.start() if match else None
