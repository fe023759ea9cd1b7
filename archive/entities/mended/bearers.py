"""Mentions set right by what stands beside them.

One that swallowed a post or a name gives it back (see `swallowed`). One that has the shape of a
full name and bears a post is a person: 한울림 교육감. One that is called a person and stands before
a person or a post as only a town or a school does is a house: 가람시 한울림 팀장, 가람대 한울림
교수.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.departments import has_departments, is_cut_department
from archive.entities.cues.houses import is_country, is_posting, schooled
from archive.entities.cues.lexicon import HOUSE_ENDINGS, JOINED_SUBJECT_JOSA, is_josa
from archive.entities.cues.next_words import NEXT_WORD, TWO_WORDS, post_after
from archive.entities.cues.offices import AFTER_OFFICE, office_word
from archive.entities.cues.posted import bears_post
from archive.entities.cues.shapes import FULL_NAME, GIVEN, is_given_name, is_spelt_from_abroad
from archive.entities.mended.abroad import owning_country, with_last_name
from archive.entities.mended.cut_houses import (
    by_its_end,
    ends_like_head,
    ends_like_house,
    is_town_house,
    without_head,
)
from archive.entities.mended.swallowed import may_hold_more, set_apart
from archive.entities.mended.teams import is_company, may_be_company, team
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntityKind

_HOUSES_AND_PLACES = ("organisation", "place")
_ENDS_OF_HEADS = "장수원사"  # 가람소방서장, 가람군수, 가람시의원, 미국대사
_ENDS_OF_CALLINGS = ("원", "사")  # 안전점검원, 방문보건사
_HOUSES_LIKE_POSTS = ("의원", "지사", "대사", "이사", "판사")
_ENDS_IN_NUMBER = re.compile(r"[가-힣]\d+$")  # a constituency, 가람3
_TEAM = "팀"
_POLITE = "씨"
_ENDS_OF_PLACES = "시군구읍면동리도대초중고당"
_SHORTEST_HOUSE = 3  # syllables
_JOSA_OF_POST = ("", "인")  # 가람초 학부모회장인 김가온
_BESIDE = (" ", "의 ")  # before a word that a name goes with


def set_right(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of `text`, those of houses and people without the post or name they swallowed.

    A house or a place is a person where it is a full name that bears a post: 한도윤 경위. Of two
    that share a letter the longer stays.
    """
    starts = {m.start for m in mentions if m.kind == "person"}
    right: list[Mention] = []
    for mention in mentions:
        if right and mention.start < right[-1].end:
            if mention.end - mention.start <= len(right[-1].text):
                continue
            right.pop()
        if mention.kind == "person":
            right += _person_set_right(text, mention, starts)
        elif mention.kind == "organisation" and is_cut_department(text, mention):
            whole = text[mention.start : mention.end + 1]
            right.append(Mention(mention.start, mention.end + 1, mention.kind, whole))
        elif mention.kind in _HOUSES_AND_PLACES and _may_be_wrong(mention.kind, mention.text):
            right += _set_right(text, mention, starts)
        else:
            right.append(mention)
    return right


def _is_no_name(mention: Mention, people: set[int]) -> bool:
    """A constituency, 가람3, and the place of an embassy, 주베트남, name nobody; nor does a post
    before a name, 전수생 김가온, nor 권한대행, nor a team, 양궁팀.
    """
    word = mention.text
    if _names_nobody(word):
        return True
    post = office_word(word) if mention.end + 1 in people else None
    return post is not None and not post.josa


@lru_cache(maxsize=1 << 13)
def _names_nobody(word: str) -> bool:
    """Whether a word names nobody wherever it stands."""
    is_team = word.endswith(_TEAM) and word != _TEAM
    if is_team or is_posting(word) or word in AFTER_OFFICE:
        return True
    return word[-1:].isdecimal() and _ENDS_IN_NUMBER.search(word) is not None


def _is_calling(mention: Mention, people: set[int]) -> bool:
    """Whether what is taken for a house is the calling of who is named next: 안전점검원 김가온."""
    name = mention.text
    if not name.endswith(_ENDS_OF_CALLINGS) or name.endswith(_HOUSES_LIKE_POSTS):
        return False
    return mention.end + 1 in people and _is_no_name(mention, people)


@lru_cache(maxsize=1 << 13)
def _may_be_wrong(kind: EntityKind, name: str) -> bool:
    """Whether what a mention is called leaves it open whether it is that, and that alone; of one
    word, a house or a place.
    """
    if is_given_name(name) or name[-1] in _ENDS_OF_HEADS:
        return True
    if " " in name:
        return may_hold_more(kind, name)
    return kind == "place" and (may_be_company(name) or is_town_house(name))


def _person_set_right(text: str, mention: Mention, people: set[int]) -> Sequence[Mention]:
    """What is called a person: the mention, a house or a place in its stead, several, or none."""
    if _is_sure_name(mention.text):
        return (_with_all_of_it(text, mention, people),)
    if _is_no_name(mention, people):
        return ()
    if " " not in mention.text:
        return (_of_one_word(text, mention, people),)
    if mention.text.endswith(_POLITE) and is_spelt_from_abroad(mention.text):  # 쩐 티 호아씨
        return (Mention(mention.start, mention.end - 1, "person", mention.text[:-1]),)
    is_open = _may_be_wrong("person", mention.text) or text.startswith(_BESIDE, mention.end)
    return set_apart(text, mention, people) if is_open else (mention,)


def _with_all_of_it(text: str, mention: Mention, people: set[int]) -> Mention:
    """A sure name, or the house of which it is a piece, or a school in a bracket before a post."""
    if _goes_on(text, mention):
        return by_its_end(text, mention, people) or mention
    opened = text.startswith(" ", mention.end) and text.startswith("(", mention.start - 1)
    return (_school_in_bracket(text, mention) if opened else None) or mention


def _of_one_word(text: str, mention: Mention, people: set[int]) -> Mention:
    if _may_be_house(mention.text):
        return (
            by_its_end(text, mention, people)
            or _by_what_follows(text, mention, people)
            or _as_house(text, mention, people)
        )
    part = by_its_end(text, mention, people) if _goes_on(text, mention) else None
    return part or _by_what_follows(text, mention, people) or mention


@lru_cache(maxsize=1 << 13)
def _may_be_house(name: str) -> bool:
    return name[-1] in _ENDS_OF_PLACES or ends_like_house(name) or ends_like_head(name)


def _goes_on(text: str, mention: Mention) -> bool:
    """Whether a word does not end where the mention does."""
    return "가" <= text[mention.end : mention.end + 1] <= "힣"


@lru_cache(maxsize=1 << 13)
def _is_sure_name(name: str) -> bool:
    """Whether a name is a person's whatever word follows it."""
    if not is_given_name(name) or _may_be_house(name) or is_posting(name):
        return False
    return not is_country(name) and office_word(name) is None


def _set_right(text: str, mention: Mention, people: set[int]) -> Sequence[Mention]:
    if " " in mention.text:
        return set_apart(text, mention, people)
    if _is_calling(mention, people):
        return ()
    if bears_post(text, mention):
        return (Mention(mention.start, mention.end, "person", mention.text),)
    if cut := without_head(mention):
        return (cut,)
    if mention.kind == "place" and (is_company(text, mention) or is_town_house(mention.text)):
        return (Mention(mention.start, mention.end, "organisation", mention.text),)
    return (mention,)


def _by_what_follows(text: str, mention: Mention, people: set[int]) -> Mention | None:
    if not text.startswith(_BESIDE, mention.end):
        return None
    if text[mention.end] == " " and not NEXT_WORD.match(text, mention.end):
        return None
    return (
        team(text, mention, people)
        or _school_in_bracket(text, mention)
        or owning_country(text, mention, people)
        or _house_of_next(text, mention, people)
        or with_last_name(text, mention)
    )


def _as_house(text: str, mention: Mention, people: set[int]) -> Mention:
    """The mention, as a house where it stands as one: 가람시 before a name, a post, a josa."""
    name = mention.text
    if len(name) < _SHORTEST_HOUSE or text[mention.end - 1] not in _ENDS_OF_PLACES:
        return mention
    free = not name.endswith(("동", "리")) or not is_given_name(name)
    beside = free and mention.end + 1 in people and text[mention.end] == " "
    if beside or has_departments(text, mention, people):
        return Mention(mention.start, mention.end, "organisation", name)
    if name.endswith("시"):
        agent = text.startswith(JOINED_SUBJECT_JOSA, mention.end)
        return Mention(mention.start, mention.end, "organisation" if agent else "place", name)
    following = TWO_WORDS.match(text, mention.end)
    if following is None:
        return mention
    post = office_word(following["word"])
    named = following["next"] is not None and is_given_name(_bare(following["next"]))
    if (post and post.josa in _JOSA_OF_POST and named and schooled(name, post.title)) or (
        name.endswith(("군", "구"))
        and following["word"].endswith(HOUSE_ENDINGS)
        and not _is_of_house(mention, following, people)
    ):
        return Mention(mention.start, mention.end, "organisation", name)
    return mention


def _is_of_house(mention: Mention, following: re.Match[str], people: set[int]) -> bool:
    """박종구 of `박종구 누리농협 조합장은`: no name follows, as it does behind a town."""
    post = office_word(following["next"] or "")
    named = FULL_NAME.fullmatch(mention.text) is not None and mention.text[1] in GIVEN
    return named and post is not None and following.end() + 1 not in people


def _school_in_bracket(text: str, mention: Mention) -> Mention | None:
    """누빛초 of `김가온(누빛초 교사)`."""
    opened = text.startswith("(", mention.start - 1)
    post = post_after(text, mention.end) if opened else None
    if post is None or post.josa or not schooled(mention.text, post.title):
        return None
    return Mention(mention.start, mention.end, "organisation", mention.text)


def _house_of_next(text: str, mention: Mention, people: set[int]) -> Mention | None:
    """A word of no name's syllables before the post of the name that follows:
    누리갑 위원장 김가온은.
    """
    if is_given_name(mention.text) or " " in mention.text:
        return None
    word = NEXT_WORD.match(text, mention.end)
    if word is None or word.end() + 1 not in people:
        return None
    post = office_word(word[1])
    if post is None or post.josa:
        return None
    return Mention(mention.start, mention.end, "organisation", mention.text)


def _bare(word: str) -> str:
    """A name of three syllables without josa: 한울림은 is 한울림."""
    return word[:3] if is_josa(word[3:], word[2:3]) else word
