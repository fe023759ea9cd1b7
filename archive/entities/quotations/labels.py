"""Names in a label above or before a quotation: `[강이슬/한섬 주민] “…”`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import is_given_name
from archive.entities.quotations.attribution import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

_LABEL = re.compile(
    r"[\[<【]\s*(?P<name>[가-힣A-Za-z]{2,12})\s*[/|,·(:]\s?[^\[\]<>\n]{0,40}[\]>】]\s*[:：]?\s*$"
)
# What a broadcaster writes above the words of an interview: 인터뷰 : 김가온 / 가람 주민 - “…”
_INTERVIEW = re.compile(
    r"(?:[\[<(【]|[▶◀■●\[<(]?\s?(?:인터뷰|녹취|싱크)\s?[\])>]?\s?[:：]?\s?)"
    r"(?P<name>[가-힣A-Za-z]{2,12})(?: (?P<post>[가-힣]{2,10}))?\s*[/|,·(]"
    r"\s?[^\[\]<>“”\"\n]{0,40}?\s?[:：-]\s*$"
)
# [주민 : “…”], without a name.
_BRACKETED = re.compile(r"[\[【]\s?(?P<who>[^\[\]【】“”\"/:：\n]{2,20}?)\s?[:：]\s*$")
_SLASHED = re.compile(r"(?P<name>[가-힣]{2,5}) ?/ ?[^\[\]/“”\"\n]{2,40}?\s?[:：-]?\s*$")
# On a line of its own above the words, as broadcasters write: 김가온 / 가람 주민
_LINE_ABOVE = re.compile(r"(?:^|\n) *(?P<name>[가-힣]{2,5}) ?/ ?[^\[\]/“”\"\n]{2,40}\n\s*$")
# 김가온 감독 일문일답, and the question above each answer.
_ANSWERS = "일문일답"
_INTERVIEWED = re.compile(rf"[^\n“”\"]{{0,60}}{_ANSWERS}")
_QUESTION = re.compile(r"(?:^|\n) *(?:Q\d*[.:]?|문[.:]|[-―─▲△▶]) ?[^\n“”\"]{2,160}\n\s*$")
_BRACKET_REACH = 30  # characters
_REACH, _SLASH_REACH, _QUESTION_REACH = 80, 60, 170  # characters


def labelled(
    text: str, opened: int, start: int, names: Mapping[int, str], interviewed: str | None
) -> str | None:
    """Whom a label names before the quotation that opens there, in the sentence from `start`.

    `names` are those of the tagged, by where they end; outside of brackets none else is believed.
    `interviewed` gives the answers, if the text is an interview.
    """
    label = _LABEL.search(text, max(0, opened - _REACH), opened)
    label = label or _INTERVIEW.search(text, max(0, opened - _REACH), opened)
    if label:
        titled = label.groupdict().get("post")
        if titled is None or (office_word(titled) and is_given_name(label["name"])):
            return names.get(label.end("name"), label["name"])
        return None
    if text.startswith("\n", opened - 1):
        return _labelled_above(text, opened, names, interviewed)
    slash = _SLASHED.search(text, max(start, opened - _SLASH_REACH), opened)
    return names.get(slash.end("name")) if slash else None


def bracketed(text: str, opened: int) -> Phrase | None:
    """Who speaks in a bracket of its own with the words: [주민 : “…”]."""
    match = _BRACKETED.search(text, max(0, opened - _BRACKET_REACH), opened)
    return Phrase(*match.span("who")) if match else None


def _labelled_above(
    text: str, opened: int, names: Mapping[int, str], interviewed: str | None
) -> str | None:
    """Whom the line above names, or who is asked in all of an interview."""
    line = _LINE_ABOVE.search(text, max(0, opened - _REACH), opened)
    if line:
        name = line["name"]
        return names.get(line.end("name")) or (name if is_given_name(name) else None)
    asked = _QUESTION.search(text, max(0, opened - _QUESTION_REACH), opened)
    return interviewed if asked else None


def interviewed(text: str, names: Mapping[int, str], with_posts: set[str]) -> str | None:
    """Who gives the answers, if the text is an interview: whom the line of 일문일답 names, by the
    `names` that end there; without one the only person `with_posts`.
    """
    asked = _INTERVIEWED.search(text) if _ANSWERS in text else None
    if asked:
        with_posts = {name for end, name in names.items() if asked.start() < end <= asked.end()}
    return next(iter(with_posts)) if len(with_posts) == 1 else None
