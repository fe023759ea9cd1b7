"""Where an article says of its one foundation or its one union no more than what it is.

`누리재단은 … 재단은`; `재단 김가온 이사장은`, `김가온 재단 이사장은`; a body that is not found in
every town also in the midst of a sentence, `시가 재단에 물었다`. Which kinds an article has one
house of, `definite_names` tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words_in_order
from archive.entities.cues.next_words import post_after
from archive.entities.passages import overlapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.entities.passages import Passage
    from archive.model import Mention

_SUBJECT_ENDS = re.compile(r"(?:은|는|이|가|의|측은) | (?:측|쪽)[은이의에] | 관계자")
_SENTENCE_BEGINS = re.compile(
    r"(?:^|\n|[.!?”] |(?:^|\n| )(?:앞서|한편|이에|반면|이어|그러나|다만|그러자) |[.!?\n,고며] ?“)$"
)
_LONGEST_LEAD = 5  # characters
_HEAD = 2  # syllables of a name
_JOSA = re.compile(r"(?:은|는|이|가|을|를|에|에서|에게|와|과|도)(?![가-힣])")
# What may stand before a house that is some one: a complement or another clause; 일하는 조합, 만든
# 재단 and 시민의 연대 are any. 은 and 는 end a topic where a name or a post is it.
_COMPLEMENT = re.compile(r"[가-힣](?:이|가|을|를|에|에서|와|과|로|며|고|나|자|데|만|면|,) [“‘]?$")
_FOUNDED = re.compile(
    r"[을를] (?:[가-힣]+ )?(?:만들|만든|세우|세웠|세운|꾸리|꾸렸|꾸린|설립|결성|조직하|조직했|창립)"
)
_TOPIC = re.compile(r"[은는] $")
# 시는 of 가람시; 시가 is a price too, and 군이 an army.
_RANKS = {rank: (f"{rank}{josa} ", f"{rank} 관계자") for rank, josa in ("시는", "군은", "구는")}
# Where a text speaks of these, 군 is an army and 시 a poem.
_OTHERS = {
    "군": re.compile("국방부|합참|부대|육군|해군|공군|병사|장병|미사일|군사|북한|계엄"),
    "시": re.compile("시인(?![하했])|시집|시조|문학"),
}
_CLAUSE_BEGINS = re.compile(rf"{_SENTENCE_BEGINS.pattern}|[가-힣][,] $|[가-힣]{{2}}고 $")
_RESEARCHER = "연구원"  # who works at one is called so too
_BODIES = tuple(words_in_order("bodies_of_their_own"))


def said_by_kind(passage: Passage, kind: str, full: str) -> Iterator[int]:
    """Where the word `kind` means `full`, the one house of that kind which the article has."""
    text = passage.text
    for said in _RANKS.get(kind, (kind,)):
        at = text.find(said)
        while at >= 0:
            if not (at and text[at - 1].isalnum()) and _means_it(passage, kind, full, at):
                yield at
            at = text.find(said, at + len(said))


def _means_it(passage: Passage, kind: str, full: str, at: int) -> bool:
    if kind in _RANKS:
        return _acts(passage, kind, at)
    return _means_the_one(passage, kind, full, at)


def _means_the_one(passage: Passage, kind: str, full: str, at: int) -> bool:
    text, end = passage.text, at + len(kind)
    if _SENTENCE_BEGINS.search(text, max(0, at - _LONGEST_LEAD), at) and (
        _SUBJECT_ENDS.match(text, end) or _has_head(passage, end)
    ):
        return True
    if kind == _RESEARCHER:
        return False
    if post_after(text, end) is not None and _person_before(passage, at):
        return True
    is_body = kind.endswith(_BODIES) and _JOSA.match(text, end) is not None
    if not is_body or _FOUNDED.match(text, end):
        return False
    begins = _COMPLEMENT.search(text, max(0, at - 3), at) is not None
    return begins or _follows_name(passage, full, at)


def _acts(passage: Passage, rank: str, at: int) -> bool:
    """Whether 시 or 군 there is the topic of a clause, and no poem or army."""
    text = passage.text
    if _CLAUSE_BEGINS.search(text, max(0, at - _LONGEST_LEAD), at) is None:
        return False
    others = _OTHERS.get(rank)
    return others is None or others.search(text) is None


def _has_head(passage: Passage, end: int) -> bool:
    """Whether a person with a post stands behind a house."""
    behind = overlapping(passage.mentions, end, end + 2)
    return bool(behind) and behind[0].start == end + 1 and _is_titled(passage, behind[0])


def _is_titled(passage: Passage, person: Mention) -> bool:
    return person.kind == "person" and post_after(passage.text, person.end) is not None


def _person_before(passage: Passage, at: int) -> bool:
    before = overlapping(passage.mentions, at - 2, at)
    return bool(before) and before[-1].kind == "person" and before[-1].end == at - 1


def _follows_name(passage: Passage, full: str, at: int) -> bool:
    """Whether the word before is a day, 4일 재단에, or the topic that the house is named after,
    가람시는 재단에; 나루시는 재단에 may mean one of its own.
    """
    before = overlapping(passage.mentions, at - 3, at)
    if not before:
        return False
    if before[-1].end == at - 1:
        return before[-1].kind in ("date", "time")
    is_topic = before[-1].end == at - 2 and _TOPIC.search(passage.text, at - 2, at) is not None
    return is_topic and full.startswith(before[-1].text[:_HEAD])
