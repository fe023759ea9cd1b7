"""What each rule of roles and quotations brings: the scores of all sets without it.

    python bench/entity_rules.py

One line a rule: precision and recall without it, and the right and the wrong answers that it adds.
A wrong answer less means that without the rule another, worse one is given.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive.entities.cues import posted, posts_before
from archive.entities.links import linking
from archive.entities.mended import abroad, bearers, swallowed, whole_names
from archive.entities.missed import beside_posts, people_abroad, untagged
from archive.entities.quotations import (
    answering,
    around,
    askers,
    carried,
    known,
    labels,
    nobodys,
    owned,
    phrases,
    quotes,
    scene,
    signatures,
    sources,
    speakers,
    speech,
    subjects,
    subordinate,
    telling,
    told,
    topics,
    unspoken,
)
from archive.entities.roles import (
    behind_names,
    both_sides,
    brackets,
    clauses,
    housed,
    introductions,
)
from archive.entities.tagger import corrections
from bench.entity_scores import SETS, Score, score

_READER = introductions._Reader  # noqa: SLF001 - the rules are its methods
_NOTHING: Callable[..., None] = lambda *_, **__: None  # noqa: E731 - a rule that finds nothing
_NONE: Callable[..., list[str]] = lambda *_: []  # noqa: E731 - one that finds no posts
_NEVER: Callable[..., bool] = lambda *_: False  # noqa: E731 - a rule that never holds
_NO_MATCH = re.compile(r"(?!)")
_Rule = tuple[Any, str, Callable[..., object] | re.Pattern[str]]
OF_QUOTES: list[_Rule] = [
    (owned, "_OWNED", _NO_MATCH),
    *((owner, "beside", _NOTHING) for owner in (quotes, speakers)),
    (speakers, "told_next", _NOTHING),
    (carried, "carried", _NOTHING),
    (speakers, "labelled", _NOTHING),
    *((owner, "subject_after", _NOTHING) for owner in (speakers, around)),
    (owned, "whose", _NOTHING),
    (told, "_told", _NOTHING),
    (speakers, "beside_sentence", _NOTHING),
    (around, "_in_story", _NOTHING),
    (speakers, "reacting", _NOTHING),
    (signatures, "_met", _NOTHING),
    (subjects.Subjects, "_previous", _NOTHING),
    *((subjects, name, _NOTHING) for name in ("unseen", "group", "withheld", "withheld_in_marks")),
    (signatures, "withheld", _NOTHING),
    (speakers, "topic", _NOTHING),
    (topics, "called_name", _NOTHING),
    (phrases, "joined_name", _NOTHING),
    (phrases, "polite_name", _NOTHING),
    *((owned, name, _NO_MATCH) for name in ("_THEIRS", "_ACCOUNT", "_CLEFT", "_USED_TO_SAY")),
    (nobodys, "_SOUNDED", _NO_MATCH),
    (askers, "_ASKER", _NO_MATCH),
    (subjects, "_TELLING_NOUN", _NO_MATCH),
    (owned, "_BARE", _NO_MATCH),
    (sources, "_REPLIED", _NO_MATCH),
    (answering, "_ASKED", _NO_MATCH),
    *((sources, name, _NO_MATCH) for name in ("_RECEIVED", "_SOURCE")),
    *((nobodys, name, _NO_MATCH) for name in ("_NOBODYS", "_CRIED")),
    (speech, "_ACT", _NO_MATCH),
    (nobodys, "_PLACE", _NO_MATCH),
    *((signatures, name, _NO_MATCH) for name in ("_CREDIT", "_SIGNED_BELOW")),
    (around, "_REACTED", _NO_MATCH),
    (telling, "_TOLD_BEFORE", _NO_MATCH),
    (answering, "_ASKED_WHOM", _NO_MATCH),
    *((telling, name, _NO_MATCH) for name in ("_TELLS", "_SMILES")),
    (owned, "_CALLED", _NO_MATCH),
    (around, "_LED_BY", _NO_MATCH),
    (phrases, "name_in", _NOTHING),
    (phrases.Phrases, "_is_same", _NEVER),
    *((known, name, _NOTHING) for name in ("together", "as_called")),
    (known, "of_country", lambda *_: ""),
    (speech, "_GOES_ROUND", _NO_MATCH),
    (unspoken, "_HANGS", _NO_MATCH),
    (scene, "interviewed", _NOTHING),
    (labels, "bracketed", _NOTHING),
    (phrases.Phrases, "_says_where_from", _NEVER),
    (phrases.Phrases, "_named_before", _NOTHING),
    (phrases, "without_kind", lambda phrase: phrase),
    (subordinate, "_CLAUSE", _NO_MATCH),
]
OF_ROLES: list[_Rule] = [
    (housed, "plain_nouns", lambda _text, start, *_: start),
    (introductions, "unknown_house", lambda _text, end, *_: end),
    (housed, "owning_house", _NOTHING),
    *(
        (introductions, name, lambda _text, _mentions, found: found)
        for name in ("with_appointments", "with_towns")
    ),
    *((introductions, name, lambda *_: "") for name in ("led_house", "party_behind")),
    *(
        (introductions, name, lambda *_: "")
        for name in ("paper_before", "house_behind", "josa_behind")
    ),
    (introductions, "bracket_behind", lambda _text, at, *_: brackets.Said(at)),
    *((owner, "before_term", lambda _text, at: at) for owner in (introductions, housed)),
    (introductions, "with_shared_houses", lambda _text, found: found),
    (housed, "topic_house", _NOTHING),
    (clauses, "clause_post", _NOTHING),
    (introductions, "ministers_country", _NOTHING),
    *((both_sides, name, _NEVER) for name in ("is_member", "_is_institute")),
    (introductions, "before_nickname", lambda _text, end, *_: end),
    (_READER, "_before", lambda _reader, person: ([], person.start)),
    (behind_names.BehindNames, "_house_of_words", _NOTHING),
    (behind_names.BehindNames, "_glued", _NOTHING),
    (introductions, "label_behind", _NONE),
    (introductions, "led_bracket", _NONE),
    (housed, "also_before", _NONE),
    *((whole_names, name, _NOTHING) for name in ("_end_before_country",)),
    (whole_names, "_with_first_name", lambda _text, person: person),
    (whole_names, "_start_behind_post", _NOTHING),
    (whole_names, "_goes_on", _NEVER),
    (linking, "abbreviations", lambda *_: {}),
    (linking, "whole_names", lambda _text, mentions: list(mentions)),
    (_READER, "_owner", lambda _reader, end, *_: end),
    *(
        (bearers, name, _NOTHING)
        for name in (
            "_house_of_next",
            "owning_country",
            "with_last_name",
            "house_of_head",
            "by_its_end",
            "without_head",
            "team",
        )
    ),
    *(
        (swallowed, name, _NOTHING)
        for name in (
            "_house_of_being",
            "name_and_country",
            "name_and_house",
            "_house_and_name",
            "_name_and_house",
            "team",
            "_head",
            "name_and_team",
        )
    ),
    (bearers, "bears_post", _NEVER),
    (corrections, "bears_post", _NEVER),
    *((owner, "follows_post", _NEVER) for owner in (bearers, posted, whole_names)),
    (bearers, "_is_name_like_count", _NEVER),
    *((bearers, name, _NEVER) for name in ("is_cut_department", "has_departments")),
    (whole_names, "names_by_custom", _NONE),
    (bearers, "is_company", _NEVER),
    (bearers, "is_town_house", _NEVER),
    (abroad, "_is_of_country", _NEVER),
    (untagged, "rare_people", _NONE),
    (untagged, "reporters", _NONE),
    (untagged, "aged_people", _NONE),
    (people_abroad, "_of_house_abroad", _NOTHING),
    *((posts_before, name, _NEVER) for name in ("follows_being", "_is_noun_with_josa")),
    *(
        (beside_posts, name, _NEVER)
        for name in (
            "_opens_sentence",
            "_has_housed_post",
            "_governs",
            "_is_of_later_topic",
            "_is_joined",
            "_is_between_house_and_post",
        )
    ),
]


def total(kind: str) -> Score:
    """The score of all sets of a kind together."""
    whole = Score()
    for path in sorted(SETS.glob(f"{kind}*.jsonl")):
        one, _ = score(path.stem)
        whole.right += one.right
        whole.given += one.given
        whole.wanted += one.wanted
    return whole


def _lines() -> Iterator[str]:
    for kind, rules in (("quotes", OF_QUOTES), ("roles", OF_ROLES)):
        whole = total(kind)
        yield f"{kind:<24}{whole.precision:>8.3f}{whole.recall:>8.3f}   right  wrong"
        for owner, name, instead in rules:
            with patch.object(owner, name, instead):
                less = total(kind)
            right = whole.right - less.right
            wrong = whole.given - less.given - right
            yield f"- {name:<22}{less.precision:>8.3f}{less.recall:>8.3f}{right:>+8}{wrong:>+7}"


if __name__ == "__main__":
    for line in _lines():
        print(line)
