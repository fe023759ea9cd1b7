"""Houses said by the name before their kind: 빅트리 of 빅트리벤처스, 어울 of 마당극패 어울.

A text says so where nothing else can be meant: before one of the house and his post, `빅트리
한도윤 이사`, or behind him, `한도윤 빅트리 이사`; before 측 or 관계자; as what a sentence begins
with; and anywhere, if it is no other word. It is short for one house, named before, that begins
so alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.houses import AREA_ENDINGS, is_country, is_house
from archive.entities.cues.lexicon import HOUSE_NOUNS, KNOWN_PLACES, words, words_in_order
from archive.entities.cues.next_words import post_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.places import CITIES, TOWNS
from archive.entities.cues.shapes import is_spelt_from_abroad
from archive.entities.missed.again import words_of
from archive.entities.passages import overlapping
from archive.entities.tagger.shipped import is_noun_with_end, is_other_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.entities.passages import Passage, Texts

_COMPANY_NOUNS = words("company_nouns") | words("dropped_company_nouns") | words("kinds_of_firms")
_SURE_KINDS = _COMPANY_NOUNS | words("kinds_of_teams")
# Of whose these are, they say: 누리버스노조 is another house than 누리버스.
_PARTS = words("parts_of_houses")
_KINDS = (_SURE_KINDS | HOUSE_NOUNS) - _PARTS
_PART_ENDS = tuple(_PARTS)
_LONG_FIRMS = tuple(noun for noun in _COMPANY_NOUNS if len(noun) > 1)
_LONGEST_KIND = max(map(len, _KINDS))
_BEFORE_NAMES = tuple(words_in_order("kinds_before_names"))
_NO_HEADS = words("plain_heads") | words("heads_of_many") | KNOWN_PLACES | CITIES | TOWNS
_CLUBS = ("구단", "선수단", "클럽")  # 누리 구단 is 누리
_PLAIN = 2  # syllables of those heads
_PARTY = "당"
_HEAD_LENGTHS = range(2, 7)  # syllables
_LONG = 3  # syllables of what is hardly another word
_LONGEST_NAME = 20  # syllables
_MOST_HOUSES = 60  # in one article; a text with more is a list
_TOPIC, _SUBJECT = re.compile(r"(?:은|는) "), re.compile(r"(?:은|는|이|가) ")
_OF = "의 "
_JOSA_BEGIN = "은는이가을를의에와과도로으만까부보처께측쪽라였들"
_PARTY_OF = re.compile(r"(?: 측| 쪽| 관계자| 대변인| 노조| 노동조합)(?=[은는이가의에을를도 ])")
_SENTENCE_BEGINS = re.compile(r"(?:^|\n|[.!?”] |[.!?\n,고며] ?“)$")


def said_by_head(passages: Sequence[Passage], texts: Texts) -> dict[str, str]:
    """The full name of each such house by what the passages say for it."""
    houses = texts["organisation"]
    if not houses or len(houses) > _MOST_HOUSES:
        return {}
    said = [(full, head) for full in houses for head in _heads(full)]
    if not said:
        return {}
    whole = "\n".join([p.text for p in passages]) if len(passages) > 1 else passages[0].text
    found: dict[str, str] = {}
    for full, head in said:
        if whole.count(head) <= whole.count(full) or head in found:
            continue
        if whole.find(head) < whole.find(full) or not _is_its_alone(head, full, texts):
            continue
        if _begins_others(head, full, whole):
            continue
        if any(_is_said(passage, at, head, full, texts) for passage, at in _places(passages, head)):
            found[head] = full
    return found


@lru_cache(maxsize=1 << 12)
def _heads(full: str) -> Sequence[str]:
    """What may stand for a house: its name without its kind behind or before it."""
    if len(full) > _LONGEST_NAME or full.isascii():
        return ()
    kind, _, name = full.rpartition(" ")
    if kind:
        heads = [name] if kind.endswith(_BEFORE_NAMES) and not is_house(name) else []
        if name in _KINDS and name not in _CLUBS and " " not in kind:
            heads.append(kind)
    else:
        sizes = range(1, min(_LONGEST_KIND, len(full) - _HEAD_LENGTHS.start) + 1)
        heads = [full[:-size] for size in sizes if full[-size:] in _KINDS]
    return [head for head in heads if _may_be_head(head, full)]


def _may_be_head(head: str, full: str) -> bool:
    if len(head) not in _HEAD_LENGTHS or head.isascii() or head in _NO_HEADS or is_country(head):
        return False
    if head[:_PLAIN] in _NO_HEADS and not full.endswith(_PARTY):
        return False
    is_area = len(head) >= _LONG and head.endswith(AREA_ENDINGS) and not is_spelt_from_abroad(head)
    is_house_too = is_house(head) or head.endswith(_LONG_FIRMS) or full.endswith(_PART_ENDS)
    return not (is_area or is_house_too or office_word(head) or is_noun_with_end(head))


def _is_its_alone(head: str, full: str, texts: Texts) -> bool:
    """Whether the article names no other that begins so: 대흥빌라 beside 대흥건설, 누리군."""
    return all(
        not name.startswith(head) or name in (head, full)
        for kind in ("organisation", "place", "person")
        for name in texts[kind]
    )


def _begins_others(head: str, full: str, text: str) -> bool:
    """Whether a word of the text begins so that is neither, 물결서점 beside 물결출판사."""
    at = text.find(head)
    while at >= 0:
        end = at + len(head)
        begins = not (at and text[at - 1].isalnum()) and not text.startswith(full, at)
        if begins and text[end : end + 1].isalnum() and text[end] not in _JOSA_BEGIN:
            return True
        at = text.find(head, end)
    return False


def _places(passages: Sequence[Passage], head: str) -> Iterator[tuple[Passage, int]]:
    for passage in passages:
        for at in words_of(passage.text, head):
            yield passage, at


def _is_said(passage: Passage, at: int, head: str, full: str, texts: Texts) -> bool:
    """Whether the house is meant there and nothing else."""
    text, end = passage.text, at + len(head)
    if text.startswith(full, at):
        return False
    if _PARTY_OF.match(text, end) or _has_head(passage, at, end):
        return True
    is_firm = full.removeprefix(head) in _SURE_KINDS
    if head in texts["organisation"]:  # 누리 may be whose foundation the 누리재단 is
        return is_firm or full.endswith(f" {head}")
    if head in texts["place"] or head in texts["person"]:
        return False
    return _is_said_as_name(text, at, head, full)


def _is_said_as_name(text: str, at: int, head: str, full: str) -> bool:
    """Whether the word is hardly another, or is what a sentence is about."""
    is_word, end = is_other_word(head), at + len(head)
    is_firm = full.removeprefix(head) in _SURE_KINDS
    if len(head) >= _LONG and is_firm and not is_word:
        return True
    if is_word and not (is_firm or full.endswith(f" {head}")):
        return False
    begins = _SENTENCE_BEGINS.search(text, max(0, at - 3), at)
    return begins is not None and (_TOPIC if is_word else _SUBJECT).match(text, end) is not None


def _has_head(passage: Passage, at: int, end: int) -> bool:
    """Whether somebody with a post stands behind a house, or before the house and his post."""
    begin = end + len(_OF if passage.text.startswith(_OF, end) else " ")
    for person in overlapping(passage.mentions, at - 2, begin + 1):
        if person.kind != "person":
            continue
        if person.start == begin and post_after(passage.text, person.end) is not None:
            return True
        if person.end == at - 1 and post_after(passage.text, end) is not None:
            return True
    return False
