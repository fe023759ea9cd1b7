"""Names that words are signed with, in a bracket or at the end of a line: “….”(한도윤·농민)."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from archive.entities.cues.shapes import is_given_name
from archive.entities.quotations.stretches import Phrase, phrase_in
from archive.entities.quotations.unseen import withheld

if TYPE_CHECKING:
    from archive.entities.quotations.scene import Scene

# Nothing goes on behind the bracket: “파도가 친다”(누리출판사)를 is a book.
_CREDIT = re.compile(
    r" ?\((?P<who>[^()\n“”\"]{1,20}(?:\([^()\n]{1,10}\)[^()\n“”\"]{0,20})?)\)(?![가-힣])"
)
# (한도윤 누리시 환경과장. 지난 5일 토론회에서)
_LONG_CREDIT = re.compile(r" ?\((?=[^()\n“”\"]{21,80}\)(?![가-힣]))(?![^().,·]{1,24}의 )")
_CREDIT_PARTS = re.compile(r"\s?[·,/ㆍ]\s?")
# “비가 와요.”-한도윤 씨, at the end of a line.
_SIGNED = re.compile(r" ?[-–—] ?(?P<who>[가-힣A-Za-z][^()\n“”\"]{1,20})(?=\n|$)")
# The same on the line below: - 한도윤 누리대 교수 -
_SIGNED_BELOW = re.compile(
    r"\n ?[-–—] ?(?P<who>[가-힣A-Za-z][^()\n“”\".!?]{1,28}?)(?:\(\d{1,3}세?\))?(?: ?[-–—])?(?=\n|$)"
)


def signed(scene: Scene, closed: int) -> str | None:
    """Who is named by the line below the words that end there, or by the bracket behind them."""
    below = _signed_below(scene.text, closed) if scene.text.startswith("\n", closed) else None
    if below and (name := scene.known.person_at(below.end)):
        return name
    if _LONG_CREDIT.match(scene.text, closed):
        return scene.known.person_from(scene.text.index("(", closed) + 1)
    parts = map(partial(_credited, scene), _credits(scene.text, closed))
    return next(filter(None, parts), None)


def _signed_below(text: str, closed: int) -> Phrase | None:
    """Whom the line below may name, `- 한도윤 누리대 교수 -`; a question has dashes too."""
    return phrase_in(_SIGNED_BELOW.match(text, closed), "who")


def _credits(text: str, closed: int) -> list[Phrase]:
    """The parts of the bracket behind the words, `(한도윤·농민)`, in any of which may be a name, or
    of the line that ends with it.
    """
    bracket = text.startswith(("(", " ("), closed)
    match = _CREDIT.match(text, closed) if bracket else _SIGNED.match(text, closed)
    if match is None:
        return []
    begin, stop = match.span("who")
    parts: list[Phrase] = []
    for joint in _CREDIT_PARTS.finditer(text, begin, stop):
        parts.append(Phrase(begin, joint.start()))
        begin = joint.end()
    return [*parts, Phrase(begin, stop)]


def _credited(scene: Scene, part: Phrase) -> str | None:
    """`(한도윤·농민)`, `(누리시 관계자)`: a name, or people of a kind."""
    if letter := withheld(scene.text, part.end):
        return letter
    mentions = scene.known.mentions
    for end in range(part.start + 1, part.end + 1):
        if end in mentions and mentions[end].kind == "person":
            return scene.known.names[end]
    said = scene.text[part.start : part.end]
    return said if is_given_name(said) else scene.subjects.named(part.end, part.start)
