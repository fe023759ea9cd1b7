"""Sentences that tell who says the words before or behind them: “비가 와.” 김 시장은 말했다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span

_TOLD_BEFORE = re.compile(
    r"(?:물었|물어봤|말했|외쳤|소리쳤|되물었|덧붙였|답했|대답했|전했|묻는|말한|입을 열었|입을 뗐"
    r"|운을 뗐|(?:말을|이렇게) 꺼냈|이렇게 [가-힣]{2,4}했|말을 이었|말을 건넸|말문을 열었"
    r"|이렇게 썼|이렇게 적었|거들었|끼어들었|말을 받았|맞장구를? ?쳤|속삭였|중얼거렸|투덜거렸"
    r"|털어놓았|털어놨|회상했|설명했|당부했|반박했|해명했)다[.:]\s*$"
)
_TELLS = re.compile(
    r"\s*[^“”\"\n.!?]{2,80}"
    rf"(?:{'|'.join(verb.replace('_', ' ') for verb in sorted(words('telling_verbs')))})"
)


def is_told_before(text: str, opened: int) -> bool:
    """Whether the sentence before tells or asks, so that its subject speaks: 한도윤이 물었다."""
    return _TOLD_BEFORE.search(text, max(0, opened - 16), opened) is not None


def is_told_after(text: str, span: Span, stop: int) -> bool:
    """Whether what follows the words, up to the next ones, tells who said them."""
    return _TELLS.match(text, span.closed, stop) is not None
