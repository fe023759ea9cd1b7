"""Posts that one hears of in the sentence of a name, given, held or left, whosever they are.

`초대 국장을 지낸 김가온 씨`, `심사위원장은 소설가 서누리가 맡았다`: news may call each by that post
from then on. It is enough to understand 김 전 국장, where nobody else can be meant; it is no role.
Whom a sentence surely gives a post, `appointments` says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import office_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_ENDS = re.compile(r"[.!?\n][”\"’)]? |\n")
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,16}(?![가-힣A-Za-z0-9])")
_INTO = ("에", "에는", "엔", "으로", "로")
_OBJECT, _HELD = ("을", "를"), (" 지낸", " 지냈", " 역임", " 맡", " 거친", " 거쳐")
_TOPIC, _TAKEN = ("은", "는"), ("맡았", "맡는", "맡기로", "맡게")
_BEING = ("다", "이다", "였다", "이었다")
_SEAT = "직"  # 회장직에, 회장직을
_REACH = 200  # characters on each side of a name


def posts_heard(text: str, at: int) -> Iterator[str]:
    """The posts of which the sentence around `at` tells."""
    start, end = _sentence(text, at)
    sentence = text[start:end]
    is_taken = any(verb in sentence for verb in _TAKEN)
    is_being = _is_being(sentence)
    for word in _WORD.finditer(sentence):
        post = office_word(_without_seat(word.group()))
        if post is None:
            continue
        held = post.josa in _OBJECT and sentence.startswith(_HELD, word.end())
        is_taken_by = is_taken or (is_being and start + word.end() + 1 == at)
        if post.josa in _INTO or held or (is_taken_by and post.josa in _TOPIC):
            yield post.title


def _is_being(sentence: str) -> bool:
    """Whether a sentence says who is who: 초대 회장은 김가온 누리대 교수다."""
    last = office_word(sentence.rpartition(" ")[2])
    return last is not None and last.josa in _BEING


def _sentence(text: str, at: int) -> tuple[int, int]:
    floor = max(0, at - _REACH)
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, floor, at)]
    after = _SENTENCE_ENDS.search(text, at, at + _REACH)
    return ends[-1] if ends else floor, after.start() if after else min(len(text), at + _REACH)


def _without_seat(word: str) -> str:
    head, seat, josa = word.rpartition(_SEAT)
    return head + josa if seat and josa in (*_INTO, *_OBJECT) else word
