"""People whom a tagger missed before or behind a country or a house abroad: 엘레나 보른 벨로니아
총리는.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.japanese import POSTS_OF_JAPAN, may_be_japanese
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS, POLITE_SUBJECT_JOSA
from archive.entities.cues.offices import office_word
from archive.entities.cues.parts_of_names import is_of_name
from archive.entities.cues.shapes import FROM_ABROAD, is_spelt_from_abroad
from archive.entities.tagger.shipped import is_common_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.model import Mention

_OF = "의"
_OPENING = re.compile(r"(?:^|\n|[.!?”\"] )(?P<name>[가-힣]{2,5}(?: [가-힣]{2,6})?) (?:주한 )?$")
_OPENING_REACH = 20  # characters
_SHORT = 2  # syllables
_OWNED = re.compile(r"의 (?P<name>[가-힣]{2,5} [가-힣]{2,6}) (?P<post>[가-힣]{2,9})(?![가-힣])")
_TWO_BEFORE = re.compile(r"(?:^|[\s(])(?P<name>[가-힣]{2,5} [가-힣]{2,6}) $")
# 닉 호건 벨로니아 장관과
_BEFORE_COUNTRY = re.compile(
    r"(?<![가-힣])(?P<name>(?P<first>[가-힣]{1,5}) (?P<last>[가-힣]{2,6})) $"
)
_AFTER_HOUSE = re.compile(r" ([가-힣]{2,12})(?![가-힣])")
_CHIEFS = "CEO|CTO|CFO|COO"
_CHIEF = re.compile(_CHIEFS)
_OWNED_CHIEF = re.compile(
    rf"의 (?P<name>(?P<first>[가-힣]{{1,5}}) (?P<last>[가-힣]{{2,6}})) (?:{_CHIEFS})"
)
_POST_OF_JAPAN = re.compile("|".join(POSTS_OF_JAPAN))
_OF_JAPAN = re.compile(
    r"(?<![가-힣])(?P<name>(?:(?P<first>[가-힣]{2,5}) )?(?P<last>[가-힣]{2,5})) "
    rf"(?:{_POST_OF_JAPAN.pattern})(?=(?:은|는|이|가|과|와|을|를|의|에게)?(?![가-힣]))"
)
_HEADS_ABROAD = ("대사", "총영사", "총리", "장관", "대통령", "감독", "코치", "지휘자", "총재")
_AFTER_COUNTRY = re.compile(r"[가-힣]+ ([가-힣]{2,12})(?: ([가-힣]{2,12}))?(?![가-힣])")


def people_abroad(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """`엘레나 보른 벨로니아 총리는`, at the beginning of a sentence, and where both words of the
    name look foreign `켄 모리 CTO`, `도바 겐지 방위상`.
    """
    if _CHIEF.search(text):
        yield from _owned_chiefs(text)
    if _POST_OF_JAPAN.search(text):
        yield from _of_japan(text)
    for mention in mentions:
        if mention.kind not in ("place", "organisation"):
            continue
        following = text[mention.end : mention.end + 1]
        owned = _OWNED.match(text, mention.end) if following == _OF else None
        if owned and _is_head(owned["post"]) and _is_surely_foreign(owned["name"]):
            yield owned.span("name")
        if " " not in text[max(0, mention.start - 2) : mention.start]:
            continue
        if not is_country(mention.text.partition(" ")[0]):
            if mention.kind == "organisation" and following == " ":
                yield from _of_house_abroad(text, mention)
            continue
        after = _AFTER_COUNTRY.match(text, mention.start)
        if after and (before := _before_country(text, mention.start, after.groups(""))):
            yield before.span("name")


def _owned_chiefs(text: str) -> Iterator[tuple[int, int]]:
    """켄 모리 of `누리 AI의 켄 모리 CTO`."""
    for match in _OWNED_CHIEF.finditer(text):
        if _is_name_abroad(match["first"], match["last"]):
            yield match.span("name")


def _of_japan(text: str) -> Iterator[tuple[int, int]]:
    """도바 겐지 of `도바 겐지 방위상과`, 가네다 of `가네다 방위상`."""
    for match in _OF_JAPAN.finditer(text):
        first, last = match["first"] or "", match["last"]
        if not may_be_japanese(last) or is_common_word(last):
            continue
        if may_be_japanese(first) and not is_common_word(first):
            yield match.span("name")
        elif len(last) > _SHORT:
            yield match.span("last")


def _before_country(text: str, at: int, after: Sequence[str]) -> re.Match[str] | None:
    """엘레나 보른 of `엘레나 보른 벨로니아 총리는`, where a sentence begins and the post is its
    subject; 닉 호건 of `닉 호건 벨로니아 산업장관과`, wherever it stands.
    """
    floor = max(0, at - _OPENING_REACH)
    opening = _OPENING.search(text, floor, at)
    if opening and _is_foreign(opening["name"]) and _end_as_subject(after):
        return opening
    posts = (office_word(word) for word in after)
    if not any(post and post.title.endswith(_HEADS_ABROAD) for post in posts):
        return None
    match = _BEFORE_COUNTRY.search(text, floor, at)
    return match if match and _is_name_abroad(match["first"], match["last"]) else None


def _is_name_abroad(first: str, last: str) -> bool:
    """Whether two words are surely a name from abroad: 닉 호건, 엘레나 보른."""
    if not is_of_name(first, last=False):
        return False
    if len(first) == 1:
        known = last in LEADS or last in KNOWN_PLACES or is_country(last) or is_house(last)
        return not known and office_word(last) is None and not is_common_word(last)
    return FROM_ABROAD.search(first) is not None and is_of_name(last, last=True)


def _of_house_abroad(text: str, house: Mention) -> Iterator[tuple[int, int]]:
    """`엘레나 보른 누리연구소 소장은`, wherever it stands: both words of the name look foreign."""
    after = _AFTER_HOUSE.match(text, house.end)
    if after is None or not _end_as_subject(after.groups()):
        return
    match = _TWO_BEFORE.search(text, max(0, house.start - _OPENING_REACH), house.start)
    if match is None or not _is_surely_foreign(match["name"]):
        return
    if not any(word in KNOWN_PLACES or is_country(word) for word in match["name"].split(" ")):
        yield match.span("name")


def _is_head(word: str) -> bool:
    post = office_word(word)
    return post is not None and bool(post.josa) and post.title.endswith(_HEADS_ABROAD)


def _is_surely_foreign(name: str) -> bool:
    return _is_foreign(name) and all(FROM_ABROAD.search(word) for word in name.split(" "))


def _is_foreign(name: str) -> bool:
    return all(
        word not in LEADS and is_spelt_from_abroad(word) and not is_house(word)
        for word in name.split(" ")
    )


def _end_as_subject(words_after: Sequence[str]) -> bool:
    """Whether the words, 총리는, 외교부 대변인은, are a post that is the subject."""
    posts = (office_word(word) for word in words_after)
    return any(post is not None and post.josa in POLITE_SUBJECT_JOSA for post in posts)
