"""People and countries abroad of which a tagger took a piece, or both for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country
from archive.entities.cues.lexicon import HOUSE_ENDINGS, KNOWN_PLACES
from archive.entities.cues.next_words import post_after, posts_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD, is_spelt_from_abroad
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container

_SUBJECT_ENDS = "은는가"
_SHORT = frozenset("미영일중러독불")  # 미 국무장관
_LAST_NAME = re.compile(r" (?P<last>[가-힣]{2,5})(?= (?P<post>[가-힣]{2,8})(?![가-힣]))")
_COUNTRY_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{2,9})의 $")
_NO_LAST_NAME = (*HOUSE_ENDINGS, "부", "처", "청", "를", "을", "의")


def name_and_country(text: str, mention: Mention) -> tuple[Mention, ...] | None:
    """엘레나 보른 and 벨로니아 of one mention before 대통령, 국방부 대변인, or with the post."""
    name, _, country = mention.text.rpartition(" ")
    post = office_word(country)
    if post is not None and not post.josa:
        name, _, country = name.rpartition(" ")
    is_known = is_country(country) or country in _SHORT
    if mention.kind != "person" or not is_known or " " not in name:
        return None
    if post is None and not posts_after(text, mention.end):
        return None
    at = mention.start + len(name) + 1
    return (
        Mention(mention.start, mention.start + len(name), "person", name),
        Mention(at, at + len(country), "place", country),
    )


def owning_country(text: str, mention: Mention, people: Container[int]) -> Mention | None:
    """벨로니아 of `벨로니아의 엘레나 보른`, tagged as a person."""
    if not is_country(mention.text):
        return None
    owns = text.startswith("의 ", mention.end) and mention.end + 2 in people
    post = post_after(text, mention.end) if mention.start else None
    owns = owns or (post is not None and post.title.endswith(("대통령", "총리", "장관", "대사")))
    return Mention(mention.start, mention.end, "place", mention.text) if owns else None


def with_last_name(text: str, mention: Mention) -> Mention | None:
    """엘레나 보른 of 엘레나, where a post follows and both words are spelt from abroad."""
    if " " in mention.text or not is_spelt_from_abroad(mention.text):
        return None
    match = _LAST_NAME.match(text, mention.end)
    if match is None:
        return None
    last, post = match["last"], office_word(match["post"])
    if last[-1] in _SUBJECT_ENDS and post is not None and post.josa:
        last = last[:-1]  # 매켈로이가 총리에게: the post is another's
    if not FROM_ABROAD.search(last) and not _is_of_country(text, mention.start):
        return None
    if last in KNOWN_PLACES or last.endswith(_NO_LAST_NAME):
        return None
    if office_word(last) or not (post or is_country(match["post"])):
        return None
    end = match.start("last") + len(last)
    return Mention(mention.start, end, "person", text[mention.start : end])


def _is_of_country(text: str, start: int) -> bool:
    """Whether 독일의 stands there: who follows is named from the next word to the post."""
    country = _COUNTRY_BEFORE.search(text, max(0, start - 12), start)
    return country is not None and is_country(country[1])
