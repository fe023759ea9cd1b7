"""Who goes on speaking from the sentences before: 한도윤 시장은 왔다. “…”고 했다. 이어 “…”며."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.quotations.own_sentences import is_own_sentence
from archive.entities.quotations.quotation_marks import MARKS_END
from archive.entities.quotations.stretches import Phrase, phrase_in
from archive.entities.quotations.subjects import REACH
from archive.entities.quotations.subordinate import is_told_of

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene
    from archive.entities.quotations.subjects import Subject

_GOING_ON = re.compile(r"\s*(?:이어|이어서|또|또한|그러면서|그러면서도|아울러|다만|특히),? ?")
_OPENS_ON = re.compile(r"\s*(?:또한?|특히|아울러|이렇게|나아가|더불어|그러면서|다만),? ")
_HE = re.compile(r"(?<![가-힣A-Za-z0-9])그녀?[는가도] ")
_LOOK = re.compile(
    r"(?P<phrase>[가-힣A-Za-z0-9·)]+)의 (?:표정|얼굴|목소리|눈빛|대답|답|생각)[은는이가] "
)
_WHERE, _ONE = "에서", "한 "
_ANSWERING = 40  # characters from what is asked to who answers
_NEXT = 14  # characters after a quotation in which another may be named as its speaker


def goes_on(scene: Scene, start: int, span: Span) -> bool:
    """Whether who has just spoken says more: `…고 했다. 이어 “…”며`, whatever comes after."""
    if scene.subjects.last is None or start - scene.subjects.last_end > MARKS_END:
        return False
    if _GOING_ON.fullmatch(scene.text, start, span.opened) is None:
        return False
    return not scene.subjects.between(span.closed, span.closed + _NEXT)


def carried_to(scene: Scene, start: int, span: Span) -> str | None:
    """Who goes on from the sentence before; no house and not several, if he is 그."""
    opened, name = span.opened, carried(scene, start)
    if name is None and (is_own_sentence(scene.text, span) or _OPENS_ON.match(scene.text, start)):
        return _told_about(scene, start) or scene.known.person_before(start)
    several = name is not None and not scene.subjects.is_one(name)
    return None if several and _HE.search(scene.text, start, opened) else name


def asking(scene: Scene, start: int, span: Span) -> str | None:
    """Who has asked, since the text is about him, and another answers who is no more than of a
    kind: 직원 한도윤 씨가 왔다. “어디 가시냐”고 묻자 손님은 “집에”라고 했다.
    """
    answers = scene.subjects.between(span.closed, span.closed + _ANSWERING)[:1]
    if not answers or answers[0].name in scene.known.people or not answers[0].topic:
        return None
    if _HE.search(scene.text, span.closed, answers[0].end + 1):
        return None
    asks = carried(scene, start)
    return asks if asks in scene.known.people and asks != answers[0].name else None


def _told_about(scene: Scene, start: int) -> str | None:
    """Whom the paragraph is about so far: 한도윤은 왔다. 비가 왔다. 또한 “…”고 했다."""
    floor = max(0, start - REACH)
    begin = max(floor, scene.text.rfind("\n", floor, start) + 1)
    people = scene.known.people
    topics = [s.name for s in scene.subjects.between(begin, start) if s.topic]
    return next((name for name in reversed(topics) if name in people), None)


def carried(scene: Scene, start: int, *, telling: bool = False) -> str | None:
    """The speaker of the sentence before, or its subject, whoever that is if it is `telling`."""
    last, last_end = scene.subjects.last, scene.subjects.last_end
    floor = max(last_end, start - REACH)
    stop = floor + len(scene.text[floor:start].rstrip())
    if last_end and stop == last_end:
        return last
    sentence = _last_sentence(scene.text, floor, stop)
    between = scene.subjects.between(sentence, stop)
    subjects = [s for s in between if s.topic or _may_go_on(scene.text, s, stop)]
    anyone = telling or last is None or not scene.subjects.is_one(last)
    people = [s for s in subjects if s.topic] or [
        s for s in subjects if anyone or _is_brought_in(scene, s.name)
    ]
    if people:
        return people[0].name
    owner = scene.known.owner_of_topic(sentence, stop)
    return owner or scene.subjects.of(_looking(scene.text, sentence, stop)) or last


def _looking(text: str, start: int, stop: int) -> Phrase | None:
    """Of whose look or answer a sentence tells: 가게 주인의 표정은 어두웠다."""
    return phrase_in(_LOOK.search(text, start, stop))


def _is_brought_in(scene: Scene, name: str) -> bool:
    """Whether a bare subject is one whom the text names, or who is brought in: 한 직원이."""
    return name in scene.known.people | scene.known.houses or name.startswith(_ONE)


def _last_sentence(text: str, floor: int, stop: int) -> int:
    """Where the sentence begins that ends at `stop`, no further back than `floor`."""
    ended = text.rfind(". ", floor, max(stop - 1, 0))
    return max(floor, ended + len(". ") if ended >= 0 else 0, text.rfind("\n", floor, stop) + 1)


def _may_go_on(text: str, subject: Subject, stop: int) -> bool:
    """Whether a bare subject may go on in the next sentence: no place, none told of."""
    placed = text.endswith(_WHERE, 0, subject.end)
    return not placed and not is_told_of(text, subject.end, stop)
