"""Whether a post stands before what may be a name: `교육감 김가온`, `교사인 김가온은`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import run_before
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import LAST_OF_OFFICES, office_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

JOSA_LIKE_ENDS = "이도한해"  # 사실이, 부인도, 조사한, 주차해: more often no names
_WORD_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣]{2,12}+)(?:\([A-Z]{2,4}\))? $")
_REACH = 20  # characters
# 주장 is a claim too, a captain only of a team or where a sentence begins.
_CAPTAIN = "주장 "
_OF_TEAM = re.compile(rf"(?:^|\n|[.!?”] |(?:FC|스|즈|팀|단) ){_CAPTAIN}$")
_BEING = "인 "
_BEING_BEFORE = re.compile(rf"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣]{{2,12}}){_BEING}$")
_BEHIND_POSTS = (")", _BEING[0])
_JOSA_AFTER = re.compile(r"(?:은|는|이|가|을|를|의|와|과|도|에게|께서)(?![가-힣A-Za-z0-9])")
_OF = "의"
_FORMER = re.compile(r"(?:^|\s)[전前]$")
# Before a noun like a name these are no post of its own: 시장 상인, 대표 선수, 감독 교체.
NOT_BEFORE_NAMES = words("not_before_names")
_HEADS_TOO = frozenset(("대표", "의원", "위원", "이사", "감사", "후보"))


def word_before(text: str, start: int) -> re.Match[str] | None:
    """The word before `start`, as `post`, that may be the post of a name there."""
    return _WORD_BEFORE.search(text, max(0, start - _REACH), start)


def follows_post(text: str, start: int) -> bool:
    """Whether the word before `start` is a post that can stand before a name: 교육감."""
    if not _may_follow_post(text, start):
        return False
    word = word_before(text, start)
    return word is not None and is_post(word["post"])


def follows_being(text: str, start: int, end: int) -> bool:
    """`교사인 김가온은`: only with a josa after it is it no noun with one, 교사인 사람이."""
    if not _follows(_BEING, text, start):
        return False
    word = _BEING_BEFORE.search(text, max(0, start - 15), start)
    return word is not None and is_post(word["post"]) and bool(_JOSA_AFTER.match(text, end))


def has_post_before(text: str, match: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    """Whether one stands before a `match` of `name`, and the name may be no noun instead."""
    start = match.start()
    if not _may_follow_post(text, start):
        return False
    word = word_before(text, start)
    return (
        (word is not None and is_post(word["post"]) and not _is_noun_with_josa(text, match))
        or follows_being(text, start, match.end())
        or (word is not None and _is_of_house(text, match, word, ends))
        or (
            _follows(_CAPTAIN, text, start)
            and _OF_TEAM.search(text, max(0, start - 8), start) is not None
        )
    )


def _may_follow_post(text: str, start: int) -> bool:
    """Whether a space stands there, behind what a post, its bracket or 인 ends in."""
    space = text.find(" ", max(0, start - 2), start)
    if space <= 0:
        return False
    return text[space - 2 : space] in LAST_OF_OFFICES or text[space - 1] in _BEHIND_POSTS


def _follows(word: str, text: str, start: int) -> bool:
    """Whether `word` stands before `start`, on its line or at the end of the one before."""
    return text.find(word, max(0, start - len(word) - 1), start) >= 0


def _is_of_house(
    text: str, match: re.Match[str], word: re.Match[str], ends: Mapping[int, Mention]
) -> bool:
    """`누리상회 대표 김가온은`: of a house, 대표 before a name is no 대표 of 대표 선수; `전 시장
    김가온에게`: of the past, 시장 is no market.
    """
    if not _JOSA_AFTER.match(text, match.end()):
        return False
    at = word.start() - 1
    if at > 0 and _FORMER.search(text, max(0, at - 2), at):
        post = office_word(word["post"])
        return post is not None and not post.josa
    if word["post"] not in _HEADS_TOO:
        return False
    house = ends.get(at - 1 if text[at - 1 : at] == _OF else at)
    if house is not None:
        return house.kind == "organisation"
    return at > 0 and text[at] == " " and run_before(text, at, 0, ends, word["post"]) < at


def _is_noun_with_josa(text: str, match: re.Match[str]) -> bool:
    """Whether the end can be a josa or a verb's, 장인 정신이: nothing else follows it."""
    return match["name"][-1] in JOSA_LIKE_ENDS and not _JOSA_AFTER.match(text, match.end())


def is_post(word: str) -> bool:
    """Whether a word, said before a name, is the name's post."""
    post = office_word(word)
    return post is not None and not post.josa and post.title not in NOT_BEFORE_NAMES
