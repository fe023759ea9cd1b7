"""The topic of a sentence of telling, whoever it is: 목수 오름은 “…”고 했다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.kinds import without_kind
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import office_word
from archive.entities.cues.speaking import called_name, is_inflected, is_speaking
from archive.entities.quotations.unseen import VERBAL_STEMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.entities.quotations.phrases import Phrases
    from archive.model import Mention

_BESIDE = re.compile(r"(?<![가-힣A-Za-z0-9&·])(?P<head>[가-힣A-Za-z0-9&·]{2,20})(?:은|는) $")
_FIRST = re.compile(r"(?:(?P<before>[가-힣]{2,8}) )?(?P<head>[가-힣A-Za-z0-9&·]{2,20})(?:은|는) ")
_REACH = 24  # characters
_CALLED = 20  # characters of the words before a topic
_STEMS = VERBAL_STEMS + "내"  # 보내는 “…” is no topic
# 오름에 대해서는, 오름을 두고는, 오름에게서는: no topic is one who is spoken of or heard of; nor
# is what is left of a sentence, 이라는 제목의.
_SPOKEN_OF = ("두고", "놓고", "이라")
_OBLIQUE = ("해서", "에게서", "한테서", "로서", "로써", "면서")
_LEADING = words("phrase_leads")
_PRONOUN = re.compile(r"그|그녀|그들|이들|이|본인|자신|양측|양쪽")


def topic(
    text: str, ends: Mapping[int, Mention], phrases: Phrases, start: int, opened: int
) -> str | None:
    """The topic right before the quotation that opens there, or within the first two words of the
    sentence that begins at `start`.
    """
    match = _BESIDE.search(text, max(start, opened - _REACH), opened) or _first(text, start, opened)
    if not match or _PRONOUN.fullmatch(match["head"]) or match["head"] in _LEADING:
        return None
    if match["head"].endswith(_OBLIQUE) or match["head"] in _SPOKEN_OF:
        return None
    head, end = match.span("head")
    begin = phrases.begin(head)
    name = called_name(text[max(start, head - _CALLED) : end]) or phrases.holder(begin, end)
    if name:
        return name
    if match["head"][-1] in _STEMS and not is_speaking(match["head"]):
        return None
    timed = end in ends and ends[end].kind in ("date", "time", "quantity")
    if timed or (is_inflected(match["head"]) and not match["head"].endswith("은")):
        return None
    phrase = text[begin:end]
    return phrase if is_speaking(match["head"]) else without_kind(phrase)


def _first(text: str, start: int, opened: int) -> re.Match[str] | None:
    match = _FIRST.match(text, start, opened)
    before = match["before"] if match else None
    noun = before is None or not is_inflected(before) or office_word(before)
    return match if noun else None
