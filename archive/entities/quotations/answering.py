"""Who is asked answers, where nobody else is named: 시장에게 이유를 묻자 “…”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.quotations.carried import carried
from archive.entities.quotations.owned import reaction
from archive.entities.quotations.sources import source
from archive.entities.quotations.stretches import holds_clause_end, phrase_in

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene
    from archive.entities.quotations.sentences import Sentence

# Who is named next answers, whoever asked: “비가 오나”라고 묻자 그는 “온다”고 했다.
_ASKED = re.compile(
    r"\s?(?:이라고|라고|고|냐고|하고|(?=하자))\s?"
    r"(?:묻자|물으니|물었더니|(?:말|질문|지적|권|제안|요구)?하자|따지자"
    r"|(?:할|물을|따질|말할|조를) 때(?:마다|도|면|가|는)?(?=[ ,])"
    r"|(?:말려|다그쳐|(?:말|권|재촉|귀띔|부탁|설득)해)도(?=[ ,]))"
)
_WHOM, _WHOM_POLITE = "에게 ", "께 "
# Who is asked answers, if nobody else is named: 시장에게 이유를 묻자 “…”.
_ASKED_HERE = re.compile(
    r"(?P<phrase>[가-힣A-Za-z0-9·)]+(?: [가-힣A-Za-z0-9·)]+){0,2}?)(?:에게|께) "
    r"(?:[^\s“”\",.!?]+ ){1,8}?(?:되?묻자|되?물으니|되?물었더니|질문하자|질문을 던지자),? "
)
_ASKED_WHOM = re.compile(
    r"(?:^|[.!?”\n]\s?)(?P<phrase>[^“”\"\n.!?]{1,30}?)(?:에게|께) [^“”\"\n.!?]{0,40}"
    r"(?:물었|물어봤|물어보았|질문했|질문을 던졌|청했)다\.\s*$"
)
_ASKED_ALONE = re.compile(r"(?:묻자|물으니|물었더니|묻는 말에|(?:질문|물음)에[는도]?),? (?:\S+ )?$")
# 시청에 이유를 묻자: whom the text is about is not asked.
_ASKED_ANOTHER = re.compile(r"[가-힣](?:에|에게|께|한테) (?:[가-힣]+[을를] )?(?:다시 )?(?:묻|물)")
_ANSWER_CAME = re.compile(
    r"\s?(?:이라는|라는|는) (?:[가-힣]+ )?(?:답변?|대답|대꾸|반문)[이만] 돌아왔"
)
_ASKING = 24  # characters between what is asked and the answer
_REACH, _SENTENCE_REACH = 120, 90  # characters in the sentence, and of the one before


def asked_end(text: str, closed: int) -> int | None:
    """Where it ends that the words are a question, which whoever is named next answers: “비가
    오나”라고 묻자.
    """
    asked = _ASKED.match(text, closed)
    return asked.end() if asked else None


def is_asked(text: str, closed: int) -> bool:
    """Whether whoever is named next answers the words: “비가 오나”라고 묻자."""
    return asked_end(text, closed) is not None


def reacting(scene: Scene, closed: int, asked: int | None, end: int) -> str | None:
    """Who does something at another's words, and may speak next: “…”는 말에 교장은 웃었다, “…”고
    묻자 교장은 웃었다. They are `asked` up to there, if they are a question.
    """
    begin = reaction(scene.text, closed) if asked is None else asked
    subjects = scene.subjects.between(begin, end) if begin else ()
    return next((s.name for s in subjects if s.topic and s.name in scene.known.people), None)


def asked_here(scene: Scene, start: int, opened: int) -> str | None:
    """Who answers, since he is asked and nobody else is named: 시장에게 이유를 묻자 “…”."""
    begin = max(start, opened - _REACH)
    if (
        scene.text.find(_WHOM, begin, opened) < 0
        and scene.text.find(_WHOM_POLITE, begin, opened) < 0
    ):
        return None
    match = _ASKED_HERE.search(scene.text, begin, opened)
    if match is None or scene.subjects.between(match.end(), opened):
        return None
    return scene.subjects.of(phrase_in(match))


def answers(scene: Scene, start: int, span: Span) -> str | None:
    """Who gives an answer that comes, of whom the text told: 이유를 묻자 “…”는 답이 돌아왔다."""
    if _ANSWER_CAME.match(scene.text, span.closed) is None:
        return None
    asked = _ASKED_ALONE.search(scene.text, max(start, span.opened - _ASKING), span.opened)
    another = _ASKED_ANOTHER.search(scene.text, max(start, span.opened - _REACH), span.opened)
    return carried(scene, start) if asked and not another else None


def asked_before(scene: Scene, opened: int) -> str | None:
    """Who answers where the sentence before says whom the reporter asked: 한도윤에게 물었다. In
    한도윤에게 검사가 물었다 the words that follow ask.
    """
    match = _ASKED_WHOM.search(scene.text, max(0, opened - _SENTENCE_REACH), opened)
    phrase = phrase_in(match)
    if phrase is None or holds_clause_end(scene.text, phrase):
        return None
    return None if scene.subjects.between(phrase.end, opened) else scene.subjects.of(phrase)


def next_in(scene: Scene, sentence: Sentence, number: int, last: str | None) -> str | None:
    """Who goes on in a sentence, or who answers there: 시장은 기자가 “…”고 묻자 “…”고 했다."""
    asked = sentence.inside[number - 1]
    if number == 0 or not is_asked(scene.text, asked.closed):
        return last
    whom = source(scene.text, sentence.start, asked.opened)
    if whom is not None and (answers := scene.subjects.of(whom)):
        return answers
    others = scene.subjects.between(sentence.start, asked.opened)
    topics = [s.name for s in others if s.topic and s.name != last]
    before = scene.subjects.last
    return topics[-1] if topics else before if before != last else None
