"""Words that stand in a letter or a note: 한도윤이 보낸 쪽지에는 “비가 와”라고 쓰여 있었다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.quotations.stretches import Phrase, phrase_in

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span

_LETTER = re.compile(
    r"(?P<phrase>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){0,2}?)"
    r"(?:의|[이가] (?:[가-힣]+ )?(?:보낸|남긴|쓴|건넨|부친|붙인|적은)) "
    r"(?:[가-힣]{0,3}편지|쪽지|[가-힣]{0,2}엽서|문자|메시지|일기|일기장|유서|메모|답장)에[는도]? $"
)
_STANDS = re.compile(r"\s?(?:이라고|라고|고) (?:쓰여|적혀|쓰였|적혔|써 ?있|적어)")
_REACH = 40  # characters before the words


def writer(text: str, span: Span) -> Phrase | None:
    """Who has written the letter in which the words stand; None of a sign, or of nobody's."""
    if _STANDS.match(text, span.closed) is None:
        return None
    return phrase_in(_LETTER.search(text, max(0, span.opened - _REACH), span.opened))
