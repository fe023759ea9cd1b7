"""Houses of which a tagger took a piece, or more than the house, told by how their names end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.houses import LONG_HOUSE_ENDINGS
from archive.entities.cues.lexicon import HOUSE_ENDINGS, is_josa, words
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD, is_given_name
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container

# With how many syllables of each are said of its holder alone. 시장 is a market too.
_HEADS_OF_HOUSES = (
    *(
        (head, 1)
        for head in ("군수", "구청장", "읍장", "면장", "경찰서장", "소방서장", "센터장", "교구장")
    ),
    *((f"{town}의원", 2) for town in "시군구도"),
    ("대사", 2),
)
_ENDS_OF_HEADS = tuple(head for head, _ in _HEADS_OF_HOUSES)
_PUBLIC = words("public_houses")
_HEADS = ("시장", "군수", "구청장", "읍장", "면장", "서장", "교장")
_TOWN_HOUSE = re.compile(r"[가-힣]{2,3}[시군구][가-힣]{4,}$")
_DEFINITE = tuple(words("definite_houses"))
# Of a word that is no josa alone in which no house ends.
_WORD_END = re.compile(
    r"(?![은는을를에와도](?![가-힣]))(?P<rest>[가-힣]{1,6}?)(?:은|는|이|가|을|를|의|에|와|과|도)?(?![가-힣])"
)
_TOWNS = ("시", "군", "구")
_SHORTEST_HOUSE = 3  # syllables
_SHORTEST_HEAD = 4  # syllables


def without_head(mention: Mention) -> Mention | None:
    """가람소방서 of 가람소방서장, 가람시 of 가람시의원, 미국 of 주한 미국대사: the word names who
    holds a post there.
    """
    if not mention.text.endswith(_ENDS_OF_HEADS):
        return None
    for head, said in _HEADS_OF_HOUSES:
        if mention.text.endswith(head) and len(mention.text) > len(head) + 1:
            end = mention.end - said
            return Mention(mention.start, end, mention.kind, mention.text[:-said])
    return None


def is_town_house(name: str) -> bool:
    """가람군청소년수련관: a town's house is what it does, not where it stands."""
    return _TOWN_HOUSE.match(name) is not None and name.endswith(_DEFINITE)


def ends_like_head(word: str) -> bool:
    """Whether a word can name the head of a town or of a house of it: 가람시장, 가람구청장."""
    return len(word) >= _SHORTEST_HEAD and word.endswith(_HEADS)


def by_its_end(text: str, mention: Mention, people: Container[int]) -> Mention | None:
    """가람농협, 가람당, tagged as people: they end as houses do; 가람농 of 가람농협 too."""
    word = mention.text
    if not ends_like_house(word):
        match = _WORD_END.match(text, mention.end)
        if match is None:
            return None
        named = is_given_name(word) and match.end("rest") + 1 not in people
        word += match["rest"]
        if named and not _is_house_cut(word, match["rest"]):
            return None
        is_town = word.endswith(_TOWNS) and mention.start + len(word) + 1 in people
        if not is_town and not ends_like_house(word):
            return None
    if len(word) < _SHORTEST_HOUSE or office_word(word) is not None:
        return None
    return Mention(mention.start, mention.start + len(word), "organisation", word)


def _is_house_cut(word: str, rest: str) -> bool:
    """윤슬제약, of which a tagger took 윤슬제 for a name; 김가온의원 is a name with its post."""
    return ends_like_house(word) and rest not in HOUSE_ENDINGS and not is_josa(rest, word[2])


@lru_cache(maxsize=1 << 13)
def ends_like_house(word: str) -> bool:
    """Whether a word ends as the names of houses do: 가람농협, 가람당; or is a public one's."""
    if word in _PUBLIC:
        return True
    if word.endswith("당"):
        return len(word) >= _SHORTEST_HOUSE and not FROM_ABROAD.search(word)
    if len(word) < _SHORTEST_HEAD:
        return len(word) == _SHORTEST_HOUSE and word in HOUSE_ENDINGS
    return word.endswith(LONG_HOUSE_ENDINGS)
