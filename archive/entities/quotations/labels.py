"""Names in a label above or before a quotation: `[강이슬/한섬 주민] “…”`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import is_given_name
from archive.entities.quotations.stretches import Phrase, phrase_in

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene

_LABEL = re.compile(
    r"[\[<【]\s*(?P<name>[가-힣A-Za-z]{2,12})\s*[/|,·(:]\s?[^\[\]<>\n]{0,40}[\]>】]\s*[:：]?\s*$"
)
# What a broadcaster writes above the words of an interview: 인터뷰 : 김가온 / 가람 주민 - “…”
_INTERVIEW = re.compile(
    r"(?:[\[<(【]|[▶◀■●\[<(]?\s?(?:인터뷰|녹취|싱크)\s?[\])>]?\s?[:：]?\s?)"
    r"(?P<name>[가-힣A-Za-z]{2,12})(?: (?P<post>[가-힣]{2,10}))?\s*[/|,·(]"
    r"\s?[^\[\]<>“”\"\n]{0,40}?\s?[:：-]\s*$"
)
_LABEL_ENDS = ("]", ">", "】", ":", "：", "-")
# [주민 : “…”], without a name.
_BRACKETED = re.compile(r"[\[【]\s?(?P<who>[^\[\]【】“”\"/:：\n]{2,20}?)\s?[:：]\s*$")
_SLASHED = re.compile(r"(?P<name>[가-힣]{2,5}) ?/ ?[^\[\]/“”\"\n]{2,40}?\s?[:：-]?\s*$")
# On a line of its own above the words, as broadcasters write: 김가온 / 가람 주민
_LINE_ABOVE = re.compile(r"(?:^|\n) *(?P<name>[가-힣]{2,5}) ?/ ?[^\[\]/“”\"\n]{2,40}\n\s*$")
# 김가온 감독 일문일답, and the question above each answer.
_QUESTION = re.compile(
    r"(?:^|\n) *(?:Q\d*[.:]?|문[.:]|[-―─▲△▶]) ?[^\n“”\"]{2,160}\n\s*"
    r"(?:[▲△▶▷■□◆◇●○]|A\d?[.:]|답[.:])?\s*$"
)
_BRACKET_REACH = 30  # characters
_ANSWER_MARKS, _MARKED = " ▲△▶▷■□◆◇●○A답.:", 4
_REACH, _SLASH_REACH, _QUESTION_REACH = 80, 60, 170  # characters
_COLON = re.compile(r"(?P<head>[가-힣A-Za-z0-9·)]++)(?!(?<=기자) ?=)(?:\s?[:：=]| [-–—])\s*$")
_COLON_REACH = 40  # characters
_LEADING = (":", "：", "=", ": ", "： ", "= ", " - ", " – ", " — ")


def labelled(scene: Scene, start: int, opened: int) -> str | None:
    """`[강이슬/한섬 주민] “…”`, `김 시장: “…”`, `김 시장=“…”`, `김 시장 - “…”`: whom a label names
    before the quotation that opens there, in the sentence from `start`.
    """
    if label := _by_label(scene, start, opened):
        return label
    if row := bracketed(scene.text, opened):
        return scene.subjects.of(row)
    colon = _COLON.search(scene.text, max(start, opened - _COLON_REACH), opened)
    return scene.known.at(colon.end("head")) if colon else None


def is_led(text: str, opened: int) -> bool:
    """Whether a colon or a dash stands right before the quotation that opens there."""
    return text.endswith(_LEADING, 0, opened)


def beside(scene: Scene, opened: int) -> str | None:
    """Whom a headline names right before the quotation that opens there."""
    before = scene.text[max(0, opened - 4) : opened]
    return scene.known.at(opened - len(before) + len(before.rstrip(" ,:…·")))


def is_aside(scene: Scene, span: Span, speaker: str) -> bool:
    """Whether words stand in a bracket of their own, [시민 : “…”], after which whoever is told
    of goes on.
    """
    if not scene.text.startswith(("]", "】"), span.closed):
        return False
    unnamed = speaker not in scene.known.people and not is_given_name(speaker)
    return unnamed and bracketed(scene.text, span.opened) is not None


def bracketed(text: str, opened: int) -> Phrase | None:
    """Who speaks in a bracket of its own with the words: [주민 : “…”]."""
    return phrase_in(_BRACKETED.search(text, max(0, opened - _BRACKET_REACH), opened), "who")


def _by_label(scene: Scene, start: int, opened: int) -> str | None:
    """Whom a label names without a colon alone; outside of brackets none but the tagged are
    believed.
    """
    text, names = scene.text, scene.known.names
    if found := _label(text, opened):
        titled = found.groupdict().get("post")
        if titled is None or (office_word(titled) and is_given_name(found["name"])):
            return names.get(found.end("name"), found["name"])
        return None
    if text[max(0, opened - _MARKED) : opened].rstrip(_ANSWER_MARKS).endswith("\n"):
        return _labelled_above(scene, opened)
    slash = _SLASHED.search(text, max(start, opened - _SLASH_REACH), opened)
    return names.get(slash.end("name")) if slash else None


def _label(text: str, opened: int) -> re.Match[str] | None:
    """The label in brackets, or of an interview, that ends right before the quotation."""
    begin = max(0, opened - _REACH)
    if not text[begin:opened].rstrip().endswith(_LABEL_ENDS):
        return None
    return _LABEL.search(text, begin, opened) or _INTERVIEW.search(text, begin, opened)


def _labelled_above(scene: Scene, opened: int) -> str | None:
    """Whom the line above names, or who is asked in all of an interview."""
    line = _LINE_ABOVE.search(scene.text, max(0, opened - _REACH), opened)
    if line:
        name = line["name"]
        tagged = scene.known.names.get(line.end("name"))
        return tagged or (name if is_given_name(name) else None)
    asked = _QUESTION.search(scene.text, max(0, opened - _QUESTION_REACH), opened)
    return scene.interviewed if asked else None
