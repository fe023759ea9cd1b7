"""Speakers whom no tagger has found: a name alone before its words, and names that are withheld."""

from __future__ import annotations

import re

from archive.entities.cues.lexicon import HOUSE_ENDINGS, SURNAMES, words
from archive.entities.cues.offices import office_word
from archive.entities.cues.posts_before import word_before
from archive.entities.cues.shapes import GIVEN, is_given_name
from archive.entities.cues.speaking import CALLED_BY_ROLE, SPEAKERS, is_inflected

VERBAL_STEMS = "하되려있없않같"  # 부여하는 and 기대려는 are no names
_OPENING = re.compile(r"(?:^|\n|[.!?”\]] )(?P<name>[가-힣]{3,4}) $")
_SHORT_NAME = re.compile(rf"[{''.join(sorted(SURNAMES))}][{''.join(sorted(GIVEN))}]")
_KIN = words("kin")
# D(45)씨, B군; 김모(17)군, 이아무개씨. 김모(33)씨, whom a later 김씨 can mean, is a mention.
_AGED = r"(?:\([^()\n]{1,14}\))? ?"
_WITHHELD = re.compile(
    rf"(?<![A-Za-z0-9ㄱ-ㅎ])(?P<letter>[A-Zㄱ-ㅎ]){_AGED}(?P<polite>씨|군|양)$"
    rf"|(?<![가-힣])(?P<some>[가-힣](?:모(?=.*[군양])|아무개)){_AGED}(?P<word>씨|군|양)$"
)
MARKS = "’'"
_GROUP = re.compile(rf"(?P<kind>[가-힣]{{2,12}}) [‘’'](?P<name>[^‘’'\n]{{2,20}})[{MARKS}]$")
_INMARKS = re.compile(rf"[‘'](?P<said>[A-Zㄱ-ㅎ] ?[씨군양])[{MARKS}]$")
_PAPERS = ("일간", "주간", "월간", "계간", "관영지", "잡지")
_PAPER_ENDINGS = ("일간지", "주간지", "월간지", "전문지", "경제지", "음악지", "매체")
_REACH = 20  # characters
_ABBREVIATION = re.compile(r"[A-Z]{3,6}")
_EXPLAINED_REACH = 2000  # characters before an abbreviation in which its bracket is looked for
# 한 황족은; 한 번은 and 한 달은 count.
_ONE = re.compile(r"(?<![가-힣])한 $")
_THIS = re.compile(r"(?<![가-힣])[이그] $")
_COUNTERS = ("가지", "시간", "차례", "경기", "세트", "마리", "그릇", "마디")


def unseen(text: str, start: int, head: str, *, alone: bool) -> str | None:
    """The name in the word `head` that begins at `start` and ends before its josa, alone or before
    a word that no list has, 한도윤 9단은; of two syllables only behind a post, 주장 한율은. Not
    `alone`, only a full name behind a post, and letters that a bracket has given before.
    """
    if _ABBREVIATION.fullmatch(head):
        return head if alone or _is_explained(text, start, head) else None
    if not alone:
        return head if is_given_name(head) and _follows_post(text, start) else None
    if is_given_name(head):
        return head if head[-1] not in VERBAL_STEMS or _follows_post(text, start) else None
    if _SHORT_NAME.fullmatch(head):
        return head if _follows_post(text, start) and not _is_noun(head) else None
    name = _OPENING.search(text, max(0, start - 8), start)
    known = name and is_given_name(name["name"]) and not is_inflected(head)
    return name["name"] if name and known else None


def one_of_some(text: str, start: int, head: str, last: str | None) -> str | None:
    """One of a kind that no list has, right before his words, 한 황족은 “…”; 이 황족, if he was the
    `last` to speak.
    """
    if last == f"한 {head}" and _THIS.search(text, max(0, start - 3), start):
        return last
    counts = len(head) == 1 or head in _COUNTERS or is_inflected(head)
    one = None if counts else _ONE.search(text, max(0, start - 3), start)
    return f"한 {head}" if one else None


def withheld(text: str, end: int) -> str | None:
    """Somebody by a letter, as the text has him: D씨 of `D(45)씨`, 김모 군."""
    if text[end - 1 : end] not in ("씨", "군", "양"):
        return None
    match = _WITHHELD.search(text, max(0, end - _REACH), end)
    if match is None:
        return None
    letter = match["letter"]
    return f"{letter}{match['polite']}" if letter else f"{match['some']} {match['word']}"


def withheld_in_marks(text: str, end: int) -> str | None:
    """ㄱ 군 of ‘ㄱ 군’, as it stands there before one of the `MARKS`."""
    match = _INMARKS.search(text, max(0, end - 8), end)
    return match["said"] if match else None


def group(text: str, end: int) -> str | None:
    """A group by its name in quotation marks that ends with one of the `MARKS`: 시민단체 ‘물길’."""
    match = _GROUP.search(text, max(0, end - 40), end)
    if match is None:
        return None
    kind = match["kind"]
    known = kind in SPEAKERS or kind in _PAPERS or kind.endswith((*HOUSE_ENDINGS, *_PAPER_ENDINGS))
    return match["name"] if known else None


def _follows_post(text: str, start: int) -> bool:
    word = word_before(text, start)
    if word is None:
        return False
    post = office_word(word["post"])
    return word["post"] in CALLED_BY_ROLE or (post is not None and not post.josa)


def _is_explained(text: str, start: int, letters: str) -> bool:
    """Whether a bracket has given the letters before: 누리자원협회(NJH)."""
    return text.rfind(f"({letters}", max(0, start - _EXPLAINED_REACH), start) >= 0


def _is_noun(word: str) -> bool:
    return word in _KIN or word in SPEAKERS or office_word(word) is not None
