"""Who is named where words end: a person or a house that the passage has named."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.cues.shapes import FROM_ABROAD, FULL_NAME
from archive.entities.cues.speaking import is_inflected, is_speaking
from archive.entities.quotations.called import (
    as_called,
    houses_together,
    of_country,
    together,
    with_polite,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.entities.links.linking import Linked
    from archive.model import EntityKind

_GOVERNED = ("시", "군", "구", "도", "읍", "면")
_OWNED = re.compile(r"(?<=[가-힣A-Za-z0-9)])의 (?P<owned>[가-힣]{1,8}) ")
_SUBJECT = ("은", "는", "이", "가")
# Of whom a face or a voice is told, he is told of, whatever its josa: 한도윤의 얼굴에 그늘이 졌다.
_LOOKS = re.compile(
    r"(?:얼굴|표정|눈|눈가|눈빛|눈시울|눈동자|입|입가|입꼬리|손|손끝|어깨|가슴|목소리|음성|이마|말끝|말투|어조|시선)"
    r"(?:[은는이가을를에]|에[는도서]|엔)"
)
_KIN = words("kin")
_CALLINGS = ("사", "원", "가", "인", "장", "관", "꾼", "공", "생", "자", "수", "직")
# 한도윤 기자에게 그는, 한도윤 감독의 비서는 왔다. 그는
_ANOTHER = re.compile(
    r"(?: [가-힣]{1,8}?)?(?:(?:에게|한테|께)(?=[ ,])|의 (?P<whose>[가-힣]{1,8}?)[은는이가](?= ))"
)
_BRACKET = re.compile(r"\([^()\n]{1,30}\) $")
_BRACKET_END, _BRACKET_REACH = ") ", 33  # characters
_PERSON_REACH = 400  # characters


class Known:
    """Those whom a passage names, by where their phrases end; `introduced` are its people."""

    def __init__(self, linked: Linked, introduced: Mapping[int, tuple[str, Introduction]]) -> None:
        self._text = linked.passage.text
        self._introduced = introduced
        self._referred = linked.referred
        mentions = linked.passage.mentions
        ends = [m.end for m in mentions]
        self.mentions = dict(zip(ends, mentions, strict=True))
        self.names = dict(zip(ends, linked.names, strict=True))

    @cached_property
    def people(self) -> set[str]:
        """The names of the people."""
        return self._names_of("person")

    @cached_property
    def houses(self) -> set[str]:
        """The names of the houses and places."""
        return self._names_of("organisation", "place")

    @cached_property
    def _people_ends(self) -> list[int]:
        """Where the names of people end, in order."""
        return [end for end, m in self.mentions.items() if m.kind == "person"]

    def _names_of(self, *kinds: EntityKind) -> set[str]:
        return {self.names[end] for end, m in self.mentions.items() if m.kind in kinds}

    def at(self, end: int) -> str | None:
        """Who is named there: somebody, a house, or a town that is governed."""
        if end in self._introduced:
            name, intro = self._introduced[end]
            return (
                together(self._text, self._introduced, intro.person.start, end)
                or as_called(self._text, name, intro)
                or name
            )
        if end in self._referred:
            return self._referred[end]
        mention = self.mentions.get(end)
        kind = mention.kind if mention else None
        governed = mention is not None and kind == "place" and mention.text.endswith(_GOVERNED)
        if mention is not None and (kind == "organisation" or governed):
            several = houses_together(self._text, self.mentions, mention.start, end)
            return several or of_country(self._text, self.mentions, mention) + self.names[end]
        return with_polite(self._text, self.names[end], end) if kind == "person" else None

    def person_at(self, end: int) -> str | None:
        """Who is named there, if it is a person."""
        mention = self.mentions.get(end)
        named = end in self._introduced or (mention is not None and mention.kind == "person")
        return self.at(end) if named else None

    def person_from(self, start: int) -> str | None:
        """Whose name begins there."""
        named = next((end for end in self._people_ends if end > start), None)
        return self.names[named] if named and self.mentions[named].start == start else None

    def people_between(self, start: int, stop: int) -> Sequence[str]:
        """The people whom the text names from `start` to `stop`, in order."""
        first, last = (bisect_right(self._people_ends, at) for at in (start, stop))
        return [self.names[end] for end in self._people_ends[first:last]]

    def person_before(self, at: int) -> str | None:
        """The last person whom the paragraph names before that place, who may be 그."""
        number = bisect_right(self._people_ends, at) - 1
        if number < 0 or at - self._people_ends[number] > _PERSON_REACH:
            return None
        end = self._people_ends[number]
        another = _ANOTHER.match(self._text, end)
        if another and (another["whose"] is None or is_speaking(another["whose"])):
            return None
        return None if "\n" in self._text[end:at] else self.at(end)

    def house_at(self, end: int) -> str | None:
        """Which house is named there, if it is one."""
        mention = self.mentions.get(end)
        return self.at(end) if mention is not None and mention.kind == "organisation" else None

    def called_by(self, start: int, word: str, *, alone: bool) -> str | None:
        """Who is called by a word that no list has, right behind his name: 한도윤 종지기는,
        한도윤(39) 종지기는.
        """
        bracket = None
        if self._text.endswith(_BRACKET_END, 0, start):
            bracket = _BRACKET.search(self._text, max(0, start - _BRACKET_REACH), start)
        start = bracket.start() + 1 if bracket else start
        if not (alone or bracket or word.endswith(_CALLINGS)):
            return None
        named = self.mentions.get(start - 1)
        korean = named is not None and named.kind == "person" and FULL_NAME.fullmatch(named.text)
        if not korean or is_inflected(word) or FROM_ABROAD.search(word):
            return None
        return self.names[start - 1]

    def owner_of_topic(self, start: int, stop: int) -> str | None:
        """Of whom a text tells by what is his: 한도윤 시장의 표정은 어두웠다."""
        for match in _OWNED.finditer(self._text, start, stop):
            end, owned = match.start(), match["owned"]
            person = end in self._introduced or end in self._referred
            if person and (_LOOKS.fullmatch(owned) or _is_thing_told_of(owned)):
                return self.at(end)
        return None


def _is_thing_told_of(owned: str) -> bool:
    """Whether a sentence is about what is somebody's, and not who: 표정은, 임기는; 비서는."""
    thing = owned[:-1]
    told = bool(thing) and owned.endswith(_SUBJECT)
    return told and not is_speaking(thing) and thing not in _KIN
