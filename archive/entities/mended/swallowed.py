"""What stands in a mention of several words, each for itself.

A tagger takes a house, its post and its holder for one name, or the names of two: 누리군 여울면,
한울림 가람시, 한국갯벌연구소 책임연구원, 한울림 도담초등학교.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import AREA_ENDINGS, is_country, is_house, schooled
from archive.entities.cues.lexicon import HOUSE_ENDINGS, JOINED_SUBJECT_JOSA, words
from archive.entities.cues.next_words import post_after, posts_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD, is_given_name, is_rare_name
from archive.entities.mended.abroad import name_and_country, name_and_house
from archive.entities.mended.teams import name_and_company, name_and_team, team
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntityKind

# Institutes and clinics are called so too: 가람 연구원, 누리 의원.
_HOUSES_TOO = ("연구원", "의원")
_PLAYERS = words("players")
# Towns and companies of three syllables bear these too: 서귀포 시장, 이랜드 대표.
_POSTS_OF_HOUSES = words("posts_of_houses")
_BEING = re.compile(r" (?:[가-힣]{2,9} 겸 )?(?P<post>[가-힣]{2,9})인 ")
_BENCH = " 재판부"  # speaks for its court, and is no house of its own
_HEREAFTER = "이하 "
_NUMBERED_TOWN = re.compile(r"[가-힣]\d[동가리]$")  # 가람3동
_SHORTEST_HOUSE = 3  # syllables
_SHORTEST_HEAD = 4  # syllables
_HOUSE_NAME_AND_PART = 3  # words
_PARTS = (*words("department_endings"), "학과", "학부", "대학원")
_TEAM = "팀"
_POSTS_OF_TEAMS = ("감독", "코치", "선수", "단장")
_ASSEMBLIES = (" 하원", " 상원", " 의회")
_TOWNS = ("시", "군", "구")
_LIKE_TOWNS = ("야시", "바시", "하시")  # last names of Japan: 고바야시, 이시바시


def may_hold_more(kind: EntityKind, name: str) -> bool:
    """Whether a name of several words may be one of its words only, or several names."""
    first, _, rest = name.partition(" ")
    last = rest.rpartition(" ")[2]
    if any(is_given_name(word) or is_rare_name(word) for word in (first, last)):
        return True
    if name.startswith(_HEREAFTER) or office_word(last) is not None:
        return True
    if kind == "person":
        if " " in rest and last.endswith(HOUSE_ENDINGS):
            return True
        if first == _TEAM or _is_latin(first):
            return True
        return is_country(last) or name.endswith((*AREA_ENDINGS, *_ASSEMBLIES))
    return kind == "organisation" and (" " in rest or name.endswith(_BENCH))


def set_apart(text: str, mention: Mention, people: set[int]) -> Sequence[Mention]:
    """What stands in a mention of several words, each for itself."""
    split = (
        name_and_country(text, mention)
        or name_and_company(text, mention)
        or name_and_house(text, mention)
        or name_and_team(text, mention)
        or _without_town(mention)
    )
    if split:
        return split
    if mention.text.startswith(_HEREAFTER) and mention.text != _HEREAFTER:
        start = mention.start + len(_HEREAFTER)
        return (Mention(start, mention.end, mention.kind, text[start : mention.end]),)
    if mention.kind == "organisation" and mention.text.endswith(_BENCH):
        return (_cut(mention, len(mention.text) - len(_BENCH)),)
    if mention.kind == "person" and _is_team(text, mention):
        return (Mention(mention.start, mention.end, "organisation", mention.text),)
    if mention.kind == "person" and (
        whole := team(text, mention, people) or _house_of_being(text, mention, people)
    ):
        return (whole,)
    split = (
        _name_and_house(text, mention)
        or _name_between(text, mention)
        or _house_and_name(text, mention)
        or _name_and_town(text, mention)
        or _head(mention)
    )
    return split or (_without_posts(mention) if mention.kind != "place" else _named(text, mention),)


def _cut(mention: Mention, size: int) -> Mention:
    return Mention(mention.start, mention.start + size, mention.kind, mention.text[:size])


def _named(text: str, place: Mention) -> Mention:
    """한울림 of `한울림 가람시장은`, tagged as a place; 한울림 시장 can be a market."""
    name, _, word = place.text.partition(" ")
    post = office_word(word)
    if post is None or post.josa or word in _POSTS_OF_HOUSES or not is_given_name(name):
        return place
    if not text.startswith(JOINED_SUBJECT_JOSA, place.end):
        return place
    return Mention(place.start, place.start + len(name), "person", name)


def _without_posts(mention: Mention) -> Mention:
    """Without a post at the end, or before a person's name: 조리장 한울림, 에이스 한울림."""
    first, _, name = mention.text.partition(" ")
    named = mention.kind == "person" and is_given_name(name)
    post = office_word(first) if named else None
    if not (named and first in _PLAYERS) and (post is None or post.josa):
        return _without_post(mention)
    return Mention(mention.end - len(name), mention.end, "person", name)


def _without_post(mention: Mention) -> Mention:
    name, _, last = mention.text.rpartition(" ")
    post = office_word(last)
    if not name.strip() or post is None or post.josa or post.title in _HOUSES_TOO:
        return mention
    kind: EntityKind = "person" if is_given_name(name) else mention.kind
    if is_country(name):
        kind = "place"
    elif kind == "person" and (_is_latin(name) or name.endswith(HOUSE_ENDINGS)):
        kind = "organisation"
    return Mention(mention.start, mention.start + len(name), kind, name)


def _is_team(text: str, mention: Mention) -> bool:
    """KBL 나래 of `KBL 나래 감독`."""
    first = mention.text.partition(" ")[0]
    post = post_after(text, mention.end) if _is_latin(first) and first.isupper() else None
    return post is not None and post.title.endswith(_POSTS_OF_TEAMS)


def _is_latin(name: str) -> bool:
    """KCP; one letter is somebody whose name is withheld, A 경위."""
    return len(name) > 1 and name[0].isascii()


def _name_and_house(text: str, mention: Mention) -> tuple[Mention, Mention] | None:
    """한울림 and 도담초등학교 of one mention that a post follows, or ends in one."""
    name, _, house = mention.text.partition(" ")
    named = is_given_name(name) or is_rare_name(name)
    if mention.kind == "place" or not named or name.endswith(AREA_ENDINGS):
        return None
    before, _, last = house.rpartition(" ")
    post = office_word(last) if before else None
    if post is not None and not post.josa:
        house = before
    else:
        post = post_after(text, mention.end)
    if post is None or not (is_house(house) or schooled(house, post.title)):
        return None
    at = mention.start + len(name) + 1
    return (
        Mention(mention.start, mention.start + len(name), "person", name),
        Mention(at, at + len(house), "organisation", house),
    )


def _name_between(text: str, mention: Mention) -> tuple[Mention, ...] | None:
    """가람대, 한울림 and 생명과학부 of one mention that a post follows."""
    said = mention.text.split(" ")
    if mention.kind != "organisation" or len(said) != _HOUSE_NAME_AND_PART:
        return None
    house, name, part = said
    post = post_after(text, mention.end)
    if post is None or not is_given_name(name) or not part.endswith(_PARTS):
        return None
    if not (is_house(house) or schooled(house, post.title)):
        return None
    at = mention.start + len(house) + 1
    return (
        Mention(mention.start, at - 1, "organisation", house),
        Mention(at, at + len(name), "person", name),
        Mention(mention.end - len(part), mention.end, "organisation", part),
    )


def _without_town(mention: Mention) -> tuple[Mention, ...] | None:
    """A town and its part are no person, 가람군 여울면; 팀 is no part of a name, 팀 엘레나 보른."""
    first, _, rest = mention.text.partition(" ")
    if mention.kind != "person":
        return None
    if all(len(w) > 2 and w.endswith(AREA_ENDINGS) for w in mention.text.split()):
        return (Mention(mention.start, mention.end, "place", mention.text),)
    if mention.text.endswith(_ASSEMBLIES):
        return (Mention(mention.start, mention.end, "organisation", mention.text),)
    if first == _TEAM and " " in rest:
        return (Mention(mention.end - len(rest), mention.end, "person", rest),)
    return None


def _house_and_name(text: str, mention: Mention) -> tuple[Mention, Mention] | None:
    """KB누리 and 한울림 of one mention, 가람 베어스 and 한울림, 새말리; 베어스 before a post."""
    house, _, name = mention.text.rpartition(" ")
    if not is_given_name(name) and not is_rare_name(name):
        return None
    if mention.kind == "person":
        village = house.endswith(AREA_ENDINGS) and len(house) >= _SHORTEST_HOUSE
        latin = house[-1:].isascii() or house[:1].isascii()
        known = latin or " " in house or house.endswith(("당", *HOUSE_ENDINGS))
        known = known or (village and not is_given_name(house) and not house.endswith(_LIKE_TOWNS))
    else:
        known = len(house) >= _SHORTEST_HEAD and post_after(text, mention.end) is not None
    if not known:
        post = post_after(text, mention.end)
        known = post is not None and schooled(house, post.title)
    at = mention.end - len(name)
    return (
        (
            Mention(mention.start, mention.start + len(house), "organisation", house),
            Mention(at, mention.end, "person", name),
        )
        if known
        else None
    )


def _name_and_town(text: str, mention: Mention) -> tuple[Mention, Mention] | None:
    """한울림 and 가람시 of one mention of a person, 한울림 가람시 체육회장."""
    name, _, town = mention.text.partition(" ")
    if mention.kind == "place" and not _is_before_subject(text, mention.end):
        return None
    is_town = town.endswith(_TOWNS) or _NUMBERED_TOWN.search(town) is not None
    is_town = is_town and len(town) >= _SHORTEST_HOUSE and not is_given_name(town)
    is_town = is_town and not FROM_ABROAD.search(mention.text)
    if mention.kind == "organisation" or not is_given_name(name) or not is_town:
        return None
    at = mention.end - len(town)
    return (
        Mention(mention.start, mention.start + len(name), "person", name),
        Mention(at, mention.end, "place", town),
    )


def _is_before_subject(text: str, at: int) -> bool:
    """Whether a post follows in a word or two and is the subject: 농업기술센터 소장은."""
    return any(post.josa in JOINED_SUBJECT_JOSA for post in posts_after(text, at))


def _head(mention: Mention) -> tuple[Mention, Mention] | None:
    """가람박물관 and 한울림 of one mention, 가람박물관 학예연구사 한울림."""
    house, _, name = mention.text.rpartition(" ")
    house, _, word = house.rpartition(" ")
    post = office_word(word)
    if not house or post is None or post.josa or not is_given_name(name):
        return None
    at = mention.end - len(name)
    return (
        Mention(mention.start, mention.start + len(house), "organisation", house),
        Mention(at, mention.end, "person", name),
    )


def _house_of_being(text: str, mention: Mention, people: set[int]) -> Mention | None:
    """누리 베어스 of `누리 베어스 주장 겸 투수코치인 김가온`: its post is that of who follows."""
    being = _BEING.match(text, mention.end)
    if being is None or being.end() not in people or office_word(being["post"]) is None:
        return None
    return Mention(mention.start, mention.end, "organisation", mention.text)
