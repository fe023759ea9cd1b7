"""Posts that a sentence gives a person elsewhere than beside the name.

`새 이사장에 김가온 교수가 취임했다`, `이여울 의원을 새 대표로 뽑았다`, `초대 국장을 지낸 한솔 씨`,
`심사위원장은 소설가 서누리가 맡았다`: news calls each by that post from then on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.offices import office_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_ENDS = re.compile(r"[.!?\n][”\"’)]? |\n")
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,16}(?![가-힣A-Za-z0-9])")
_INTO = ("에", "으로", "로")
_OBJECT, _HELD = ("을", "를"), (" 지낸", " 지냈", " 역임", " 맡", " 거친", " 거쳐")
_TOPIC, _TAKEN = ("은", "는"), ("맡았", "맡는", "맡기로", "맡게")
_BEING = ("다", "이다", "였다", "이었다")
_SEAT = "직"  # 회장직에, 회장직을
_REACH = 200  # characters on each side of a name


def given_posts(text: str, at: int) -> Iterator[str]:
    """The posts that the sentence around `at` gives someone."""
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
