"""Words that come from another than the subject, who hears, answers or cites them: 관리소장에게서
“…”는 통보를 받았다, 소식통을 인용해 “…”.
"""

from __future__ import annotations

import re

from archive.entities.cues.lexicon import words
from archive.entities.quotations.speech_nouns import MESSAGES, SAYING, is_spoken_of
from archive.entities.quotations.stretches import Phrase, phrase_in

_RECEIVED = re.compile(
    rf"{SAYING}(?:[가-힣]+\s){{0,2}}?[가-힣]{{0,4}}(?:{MESSAGES})(?:서|문)?"
    r"(?:(?:을|를|도|까지|만)?\s(?:[가-힣]+\s)?"
    r"(?:받(?:았|은|고|자|던|는|게|기|아(?!들))|들었|들은|들어|듣|당했|당하|당한|접했|접하|접한|얻|확보|이끌어)"
    r"|(?:이|가|만)\s(?:[가-힣]+\s)?(?:왔|온\s|오자|돌아왔|돌아온|걸려|도착|날아|되풀이되|반복되|되풀이됐|반복됐))"
)
# What follows is said in answer to the quotation, by another: “…”라는 질문에 그는 “…”고 답했다.
_HEARD = "|".join(
    sorted(
        (words("messages") - {"다짐", "약속", "보고", "인사"}) | {"주장", "의혹", "소문", "우려"}
    )
)
_REPLIED = re.compile(
    rf"\s?(?:이라는|라는|는)\s(?:{_HEARD})에(?:는|도|만)?(?=[\s,])(?! (?:힘|무게|방점)[을를])"
)
_SOURCE = re.compile(
    r"(?P<head>[가-힣A-Za-z0-9)]+?)(?:에게서|한테서|으로부터|로부터|에게|한테|에서는|에서)\s"
    r"(?:[가-힣0-9]+\s){0,2}$"
)
# A paper cites whose words they are: 소식통을 인용해 “…”, 관계자의 말을 인용해.
_CITING = " 인용해 "
_CITED = re.compile(
    rf"(?P<phrase>[가-힣A-Za-z0-9·)]+)(?:[을를]|의 말을){_CITING}(?:[가-힣0-9]+ ){{0,2}}$"
)
_REACH = 60  # characters before the words


def is_anothers(text: str, closed: int) -> bool:
    """Whether another than the subject has said the words: “…”라는 질문에, “…”는 통보를 받았다."""
    if not is_spoken_of(text, closed):
        return False
    return is_replied_to(text, closed) or is_received(text, closed)


def is_replied_to(text: str, closed: int) -> bool:
    """Whether the words are a question or a reproach that another answers: “…”라는 질문에."""
    return _REPLIED.match(text, closed) is not None


def is_received(text: str, closed: int) -> bool:
    """Whether the subject of the sentence was told the words: “비가 온다”는 통보를 받았다."""
    return _RECEIVED.match(text, closed) is not None


def source(text: str, start: int, opened: int) -> Phrase | None:
    """From whom words came that open there: 관리소장에게서 “…”."""
    return phrase_in(_SOURCE.search(text, max(start, opened - _REACH), opened), "head")


def cited(text: str, start: int, opened: int) -> Phrase | None:
    """Whom a paper may cite with the words that open there: 소식통을 인용해 “…”."""
    begin = max(start, opened - _REACH)
    if text.find(_CITING, begin, opened) < 0:
        return None
    return phrase_in(_CITED.search(text, begin, opened))
