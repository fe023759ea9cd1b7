"""Nouns of speaking, and what joins words in quotation marks to them: “비가 온다”는 주민들의 말."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span

_NO_WORDS = "팻푯결주연월기양낱정종"  # 손팻말, 주말
_OF_SPEECH = words("speech_nouns") - {"말"} | {f"(?<![{_NO_WORDS}])말"}

SPEECH = "|".join(sorted(_OF_SPEECH))
"""What words are called, for an expression: 말, 설명, 각오."""

NOUNS = "|".join(sorted(_OF_SPEECH | words("reply_nouns")))
"""The same, with what is said in reply."""

MESSAGES = "|".join(sorted(words("messages"), key=len, reverse=True))
"""What is sent or told to somebody: 통보, 전화."""

SAYING = r"\s?(?:이라는|라는|는|란|던)\s"
"""What joins words to their noun."""

_SENTENCE_ENDS = '.!?”"\n'
_SPOKEN_OF = re.compile(r"\s?(?:이라는|라는|는|란|던|등의|등)\s")
_THAT = re.compile(r"\s?(?:이라는|라는|는) (?:것이(?:다|었다|죠|었죠)|것입니다|거다|게다)\.")


def is_that(text: str, span: Span) -> bool:
    """Whether the words say what the sentence before is about: 시장은 고개를 저었다. “비가
    온다”는 것이다. Not where the sentence says it of something: 핵심은 “비가 온다”는 것이다.
    """
    before = text[max(0, span.opened - 2) : span.opened].rstrip(" ")
    opens = not before or before[-1] in _SENTENCE_ENDS
    return opens and _THAT.match(text, span.closed) is not None


def is_spoken_of(text: str, closed: int) -> bool:
    """Whether what follows can say what the words are: “…”는 질문에, “…” 등의 댓글이."""
    return _SPOKEN_OF.match(text, closed) is not None
