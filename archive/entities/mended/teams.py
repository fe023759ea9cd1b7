"""Teams and companies that a tagger takes for people or towns, told by the post that follows."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.entities.cues.houses import AREA_ENDINGS, is_country, schooled
from archive.entities.cues.japanese import may_be_japanese
from archive.entities.cues.lexicon import KNOWN_PLACES, words
from archive.entities.cues.next_words import post_after, posts_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.owners import is_club, plain_nouns
from archive.entities.cues.shapes import is_given_name, is_spelt_from_abroad
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from archive.entities.cues.offices import OfficeWord

_LED = re.compile(
    r"의? (?P<name>[가-힣]{2,6}) (?P<first>[가-힣]{2,8})(?: (?P<second>[가-힣]{2,8}))?"
)
_NAME_BEFORE = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{3})(?:\([가-힣 ]{2,8}\))? (?:(?P<town>[가-힣]{2,4}) )?$"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”] )$")
_REACH = 20  # characters
_SHORTEST_COMPANY = 4  # syllables
_POSTS_OF_COMPANIES = words("unknown_house_posts")
_REPORTERS = ("기자", "특파원")
# Letters as they are read: 케이비이.
_LETTERS = re.compile(
    r"(?:에이치|에이|비|씨|시|디|이|에프|지|아이|제이|케이|엘|엠|엔|앤|오|피|큐|알|에스|티|유|브이"
    r"|더블유|엑스|와이|제트){2,5}"
)
_MAKER, _SHORTEST_MAKER = "차", 3  # 보라차; syllables
_COMMON_SURNAMES = "김이박최정강조윤장임"
_BESIDE_NAME = re.compile(r"(?:\([가-힣 ]{2,8}\))? ")
_AGED = re.compile(r"\([1-9]\d세?\)")
_LATER = 1500  # characters in which a person is called by his surname
_PLACE_ENDS = (*AREA_ENDINGS, "주", "현", "성", "역", "산", "강", "섬", "항")


def houses_behind_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, what stands behind a name and before a post as a house where it was tagged as a
    person: if it stands so behind two names, 마루 of `김가온 마루 부사장, 이여울 마루 이사`, or is
    a company by its name or its post (see `_is_company_of`), `김가온 보라차 부사장`; not who writes
    with another, `김가온 이여울 기자`.
    """
    behind: dict[str, set[str]] = {}
    houses: set[str] = set()
    for before, one in pairwise([m for m in mentions if m.kind == "person"]):
        if not _BESIDE_NAME.fullmatch(text, before.end, one.start):
            continue
        posts = posts_after(text, one.end)
        if posts and not posts[0].title.endswith(_REPORTERS):
            behind.setdefault(one.text, set()).add(before.text)
            if is_company_name(one.text) or _is_company_of(text, before.text, one):
                houses.add(one.text)
    houses |= {house for house, names in behind.items() if len(names) > 1}
    return [
        Mention(one.start, one.end, "organisation", one.text) if one.text in houses else one
        for one in mentions
    ]


@lru_cache(maxsize=1 << 12)
def is_company_name(word: str) -> bool:
    """Whether a word before a post of a company is surely no name of a person: letters as they are
    read, 케이비이, or a maker of cars, 보라차.
    """
    may_be_name = len(word) < _SHORTEST_MAKER or word[0] in _COMMON_SURNAMES  # 최현차
    is_maker = word.endswith(_MAKER) and not may_be_name
    return is_maker or _LETTERS.fullmatch(word) is not None


def _is_company_of(text: str, name: str, one: Mention) -> bool:
    """Whether what stands behind a name and before a post of a company is that company: it has not
    the shape of a name behind one that has it, `김가온 솔빛랩 대표`, is a company by its name, or
    the post is surely the first one's (see `_is_held_by`).
    """
    post = post_after(text, one.end)
    if post is None or post.title not in _POSTS_OF_COMPANIES:
        return False
    if not is_given_name(name):
        return is_company_name(one.text) and is_spelt_from_abroad(name)
    if not is_given_name(one.text):
        return not (may_be_japanese(name) and may_be_japanese(one.text))  # 호소다 마모루
    return is_company_name(one.text) or _is_held_by(text, name, one, post.title)


def _is_held_by(text: str, name: str, house: Mention, post: str) -> bool:
    """Whether the post behind what may be a house is that of the one with that name before it:
    `김가온 이여울 대표(52)`, `김가온 이여울 대표는 … 김 대표는`.
    """
    if _AGED.match(text, house.end + len(f" {post}")):
        return True
    called, other = f" {name[0]} {post}", f" {house.text[0]} {post}"
    later = text[house.end : house.end + _LATER]
    return called != other and called in later and other not in later


def name_and_company(text: str, mention: Mention) -> tuple[Mention, ...] | None:
    """김가온 and 케이비이, 엘레나 보른 and 보라차 of one mention before a post of a company."""
    name, _, house = mention.text.rpartition(" ")
    if mention.kind != "person" or not name:
        return None
    one = Mention(mention.end - len(house), mention.end, "organisation", house)
    if not _is_company_of(text, name, one):
        return None
    if is_spelt_from_abroad(house) and not is_company_name(house):  # 이소라 킴벌리
        return None
    return Mention(mention.start, mention.start + len(name), "person", name), one


def is_company(text: str, place: Mention) -> bool:
    """Whether what is called a place has a head as companies have: 사쿠라정공의 한울림 사장."""
    if not may_be_company(place.text):
        return False
    post = _post_of_next(text, place.end)
    return post is not None and post.title in _POSTS_OF_COMPANIES


def may_be_company(name: str) -> bool:
    """Whether what is called a place may be a company by its name: 사쿠라정공."""
    if len(name) < _SHORTEST_COMPANY or " " in name or name.endswith(_PLACE_ENDS):
        return False
    return name not in KNOWN_PLACES and not is_country(name)


def team(text: str, mention: Mention, people: Container[int]) -> Mention | None:
    """스콜피언스, tagged as a person: 스콜피언스의 한울림 감독, 한울림 가람 스콜피언스 감독, and by
    its name 가람 스콜피언스 한울림 사장.
    """
    if len(mention.text) == 1 or is_given_name(mention.text):  # 초선인 백 의원은
        return None
    post = _post_of_next(text, mention.end)
    between = False
    if post is None:
        post = post_after(text, mention.end)
        if post is None or not _follows_name(text, mention, people):
            return None
        between = not is_spelt_from_abroad(mention.text) or post.title in _POSTS_OF_COMPANIES
    if (
        not between
        and not _is_led_club(text, mention, post.title)
        and not schooled(mention.text, post.title)
    ):
        return None
    return Mention(mention.start, mention.end, "organisation", mention.text)


def _is_led_club(text: str, mention: Mention, post: str) -> bool:
    """가람 스콜피언스 before a full name and a post of companies."""
    led = _LED.match(text, mention.end) if is_club(mention.text) else None
    return led is not None and is_given_name(led["name"]) and post in _POSTS_OF_COMPANIES


def _follows_name(text: str, mention: Mention, people: Container[int]) -> bool:
    """Whether a full name stands before, or before the team's town."""
    named = _NAME_BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
    if named is None or not is_given_name(named["name"]):
        return False
    begins = _SENTENCE_BEFORE.search(text, max(0, named.start() - 2), named.start())
    if named.start() not in people and not begins:
        return False
    floor = named.end("name")
    begin = plain_nouns(text, mention.start, mention.end, floor, {}, most=1)
    return begin == (mention.start if named["town"] is None else named.start("town"))


def _post_of_next(text: str, at: int) -> OfficeWord | None:
    """The post of the one named there in a word or in two: 한울림 감독, 엘레나 보른 사장."""
    led = _LED.match(text, at)
    if led is None:
        return None
    post = office_word(led["first"])
    if post is not None:
        return post if is_given_name(led["name"]) else None
    return office_word(led["second"] or "")
