"""Whether words in quotation marks are a sentence, and one of their own: “비가 와.” 그는 웃었다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span

_SENTENCE_INSIDE = re.compile(
    r"[가-힣](?:다|요|까|죠|자|라|네|지|니|군|야|오|냐|[는은인던]가|거든|구나|[할볼갈]게"
    r"|[찮많좋같맞]아|[싫없있했었겠싶]어|[안랑하]해|줘|마워|지 마)[.!?~…,]*$"
    r"|[는듣오되겠]나[~…]*$|[.!?]$"
)

_DONE = re.compile(r" ?\((?:웃음|일동 웃음|한숨|눈물|침묵|박수|손사래|미소)\)$")
_LEADS = " ▲△▶▷◆◇■□●○※☞"
_LAST = "다요까죠자라네지니군야오"  # syllables of sentences


def words_end(text: str, span: Span) -> int:
    """Where the words end, without what the speaker does there: 그렇죠.(웃음)"""
    if text[span.end - 1] != ")":
        return span.end
    done = _DONE.search(text, max(span.start, span.end - 12), span.end)
    return done.start() if done and done.start() > span.start else span.end


def is_sentence(text: str, span: Span) -> bool:
    """Whether the words end as a sentence does."""
    end = words_end(text, span)
    return _SENTENCE_INSIDE.search(text[max(span.start, end - 8) : end]) is not None


def is_own_sentence(text: str, span: Span) -> bool:
    """Whether the words in quotation marks are a sentence beside others: 왔다. “비가 와.” 그는

    A cry is one only with a verb: “즐거운 축제!” hangs on a banner.
    """
    if text[span.closed : span.closed + 1].strip():
        return False
    end = words_end(text, span)
    if text[end - 1] not in ".!?…" and not _is_broken_off(text, span):
        return False
    if text[end - 1] == "!" and text[end - 2] not in _LAST:
        return False
    return _ends_before(text, span.opened) in '\n.!?”"'


def _is_broken_off(text: str, span: Span) -> bool:
    """Whether a comma in the marks ends a sentence: “비가 와요,” 한도윤이 말했다."""
    return text[span.end - 1] == "," and text[span.end - 2] in _LAST and is_sentence(text, span)


def opens_paragraph(text: str, at: int) -> bool:
    """Whether a paragraph begins there, space aside."""
    return _ends_before(text, at) in ("", "\n")


def _ends_before(text: str, at: int) -> str:
    """The last character before `at` that is no space and leads no caption; empty at the start."""
    return text[max(0, at - 4) : at].rstrip(_LEADS)[-1:]
