"""What kind of sentence a line is, judged by how it begins and ends: never by what it says."""

from __future__ import annotations

import re

# A headline of a Korean paper runs to some sixty characters; a line longer than this is prose,
# finished or cut.
LONGEST_HEADLINE = 85

_CLOSERS = "\"'”’)]}>」』〉》】"
_STOPS = ".!?。"

# Predicates end in one of these before the full stop; a noun before it is a caption's way.
_PREDICATE_END = frozenset("다요죠까네군라자지오소함음됨임람것뿐")

_SENTENCE_INSIDE = re.compile(r"[다요죠까][.!?][\"'”’)]?[\s/\[(]")
_QUESTION = re.compile(r"(?:[QA]|[문답])\d{0,2}\s?[.:)]\s?\S")
_STATEMENT_INSIDE = re.compile(r"[다요]\.[\"'”’)]?[\s/\[(]")

# How a sentence that was cut never ends: with a full stop, a closing quote, a bracket or a mail.
_FINISHED = frozenset(".!?。\"'”’)]}>」』〉》】=@:|")


def ends_sentence(text: str) -> bool:
    """Whether the text closes with a sentence: a predicate and a full stop, quotes allowed."""
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] not in _STOPS:
        return False
    stem = bare.rstrip(_STOPS)
    if len(bare) - len(stem) > 1 and bare.endswith(".."):
        return False
    stem = stem.rstrip(_CLOSERS)
    return bool(stem) and stem[-1] in _PREDICATE_END


def is_prose(text: str) -> bool:
    """Whether the line is running text: long, or a sentence, or several."""
    if not text:
        return False
    size = len(text)
    if size > LONGEST_HEADLINE or _QUESTION.match(text):
        return True
    last = text[-1]
    if last in "?!":
        return size > 30 and _SENTENCE_INSIDE.search(text) is not None
    if ends_sentence(text):
        return True
    return size > 30 and _STATEMENT_INSIDE.search(text) is not None


def is_cut(text: str) -> bool:
    """Whether the line breaks off: no full stop, quote or bracket closes it, or dots stand for
    the rest.
    """
    return ends_in_dots(text) or text[-1:] not in _FINISHED


def ends_in_dots(text: str) -> bool:
    """Whether dots at the end stand for what was left out."""
    return text.endswith(("…", "..", "‥"))


def noun_with_stop(text: str) -> bool:
    """Whether a full stop follows a noun (`모습.`), as in captions."""
    return (
        text.endswith(".")
        and not text.endswith("..")
        and not ends_sentence(text)
        and "가" <= text[-2:-1] <= "힣"
    )
