"""People whom a tagger missed before or behind a country or a house abroad: 엘레나 보른 벨로니아
총리는.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS, POLITE_SUBJECT_JOSA
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD, is_spelt_from_abroad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.model import Mention

_OF = "의"
_OPENING = re.compile(r"(?:^|\n|[.!?”\"] )(?P<name>[가-힣]{2,5}(?: [가-힣]{2,6})?) (?:주한 )?$")
_OPENING_REACH = 20  # characters
_OWNED = re.compile(r"의 (?P<name>[가-힣]{2,5} [가-힣]{2,6}) (?P<post>[가-힣]{2,9})(?![가-힣])")
_TWO_BEFORE = re.compile(r"(?:^|[\s(])(?P<name>[가-힣]{2,5} [가-힣]{2,6}) $")
_AFTER_HOUSE = re.compile(r" ([가-힣]{2,12})(?![가-힣])")
_HEADS_ABROAD = ("대사", "총영사", "총리", "장관", "대통령", "감독", "코치", "지휘자", "총재")
_AFTER_COUNTRY = re.compile(r"[가-힣]+ ([가-힣]{2,12})(?: ([가-힣]{2,12}))?(?![가-힣])")


def people_abroad(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """`엘레나 보른 벨로니아 총리는`, at the beginning of a sentence."""
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
        opening = _OPENING.search(text, max(0, mention.start - _OPENING_REACH), mention.start)
        after = _AFTER_COUNTRY.match(text, mention.start)
        if opening and after and _is_foreign(opening["name"]) and _end_as_subject(after.groups("")):
            yield opening.span("name")


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
