"""Precision and recall of roles, linking, quotations and mentions on the labelled sets.

    python bench/entity_scores.py [--gold] [--held] [--misses] [SET…]

Sets: tests/data/entities, sentences written for this project with their names marked in place,
`[김가온|person]`, and `[이|person 1] 대표` where the digit tells which entity of the text it is.
`roles.second` to `.thirtyfirst` (linking and quotes too) were written later, each in other manners
than the ones before, and measured before any rule was changed for them; `mentions.twentythird`,
`.twentyseventh`, `names.twentyninth` and `.thirtysecond`, without dates, times and quantities, were
written to train the tagger. `--gold` takes the marks as the mentions, so that mistakes of the
tagger are left out; `--held` measures what was never read while rules were written: half of the
first, eighth, ninth, thirteenth and fourteenth sets, two fifths of the fifteenth, half of the
twenty-second's quotations, of the twenty-fifth's roles, of the twenty-eighth, the thirtieth and the
thirty-first, and all of the twelfth, of `local_news.second`, of the nineteenth's links and
quotations, of the twenty-first's links, of the twenty-second's roles and links, of the
twenty-fourth's links and quotations, of the twenty-fifth's quotations and of the twenty-sixth. The
tagger is trained on the marks of all but those that `tools/own_sentences.py` keeps apart: only
these say what fresh text gives.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, cast

from archive.entities.analysis import analyse_passages
from archive.entities.passages import Passage
from archive.entities.tagging import tag
from archive.model import ENTITY_KINDS, Analysis, EntityKind, Mention

SETS = Path(__file__).parents[1] / "tests" / "data" / "entities"
_MARK = re.compile(r"\\\[|\[(?P<text>[^|\[\]]+)\|(?P<kind>[a-z]+)(?: (?P<entity>\d))?\]")

Tagger = Callable[["Case"], Sequence[Mention]]
Item = tuple[object, ...]


@dataclass(frozen=True)
class Case:
    """A labelled text: its mentions in order, the entity that each stands for, what else is asked
    of it.
    """

    text: str
    mentions: tuple[Mention, ...]
    entities: tuple[str, ...]
    held: bool
    asked: dict[str, Any]


@dataclass
class Score:
    """Answers that were right, that were given, and that were wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """The share of answers that were right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was given."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, given: set[Item], wanted: set[Item]) -> None:
        """Count one case."""
        self.right += len(given & wanted)
        self.given += len(given)
        self.wanted += len(wanted)


def cases(name: str, *, held: bool | None = None) -> list[Case]:
    """The cases of a set: all, the held half, or the other."""
    lines = (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    read = [_case(json.loads(line)) for line in lines]
    return [case for case in read if held is None or case.held is held]


def as_tagged(case: Case) -> Sequence[Mention]:
    """The mentions that the tagger finds."""
    return tag(case.text)


def as_marked(case: Case) -> Sequence[Mention]:
    """The mentions that the label gives."""
    return case.mentions


def analysed(case: Case, tagger: Tagger) -> Analysis:
    """What the room of entities says of a case."""
    return analyse_passages([Passage("body", case.text, tagger(case))])


def roles(case: Case, tagger: Tagger) -> tuple[set[Item], set[Item]]:
    """(name, role) as found and as labelled."""
    found: set[Item] = {(r.name, r.role) for r in analysed(case, tagger).roles}
    return found, {(name, role) for name, some in case.asked["roles"].items() for role in some}


def quotes(case: Case, tagger: Tagger) -> tuple[set[Item], set[Item]]:
    """(speaker, words) as found and as labelled."""
    found: set[Item] = {(q.speaker, q.text) for q in analysed(case, tagger).quotes}
    return found, {(speaker, text) for speaker, text in case.asked["quotes"]}


def linking(case: Case, tagger: Tagger) -> tuple[set[Item], set[Item]]:
    """Pairs of mentions of one entity, as found and as labelled.

    Pairs that any program gets right, of one spelling and one entity, are left out. A mention
    found is the labelled one that it overlaps; others do not count.
    """
    placed = analysed(case, tagger).mentions
    names: dict[int, str] = {}
    for number, mention in enumerate(case.mentions):
        for found in placed:
            apart = found.end <= mention.start or found.start >= mention.end
            if found.kind == mention.kind and not apart:
                names[number] = found.name
                break
    given: set[Item] = set()
    wanted: set[Item] = set()
    for one, other in combinations(range(len(case.mentions)), 2):
        first, second = case.mentions[one], case.mentions[other]
        if first.kind != second.kind or first.kind not in ENTITY_KINDS[:3]:
            continue
        same = case.entities[one] == case.entities[other]
        if same and first.text == second.text:
            continue
        pair = (one, first.text, other, second.text)
        if same:
            wanted.add(pair)
        if one in names and names[one] == names.get(other):
            given.add(pair)
    return given, wanted


def mentions(case: Case, tagger: Tagger) -> tuple[set[Item], set[Item]]:
    """(start, end, kind) as found and as labelled."""
    return (
        {(m.start, m.end, m.kind) for m in tagger(case)},
        {(m.start, m.end, m.kind) for m in case.mentions},
    )


def names(case: Case, tagger: Tagger) -> tuple[set[Item], set[Item]]:
    """The same of people, organisations and places alone."""
    found, wanted = mentions(case, tagger)
    return {one for one in found if one[2] in ENTITY_KINDS[:3]}, wanted


MEASURES = {"roles": roles, "linking": linking, "quotes": quotes}


def score(
    name: str, tagger: Tagger = as_tagged, *, held: bool | None = None
) -> tuple[Score, list[tuple[Case, set[Item], set[Item]]]]:
    """The score of a set, and each case that was not answered as labelled."""
    kind = name.partition(".")[0]
    measure = names if kind == "names" else MEASURES.get(kind, mentions)
    total = Score()
    misses = []
    for case in cases(name, held=held):
        given, wanted = measure(case, tagger)
        total.add(given, wanted)
        if given != wanted:
            misses.append((case, given, wanted))
    return total, misses


def _case(record: dict[str, Any]) -> Case:
    text, mentions, entities = "", [], []
    done = 0
    marked = record["text"]
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        done = match.end()
        if match["text"] is None:
            text += "["
            continue
        kind = cast("EntityKind", match["kind"])
        mentions.append(Mention(len(text), len(text) + len(match["text"]), kind, match["text"]))
        entities.append(f"{kind} {match['entity'] or match['text']}")
        text += match["text"]
    return Case(text + marked[done:], tuple(mentions), tuple(entities), record["held"], record)


def _lines(names: Sequence[str], tagger: Tagger, *, held: bool, misses: bool) -> Iterator[str]:
    yield f"{'set':<12}{'precision':>10}{'recall':>8}{'F1':>8}{'wanted':>8}"
    for name in names:
        total, missed = score(name, tagger, held=held)
        yield (
            f"{name:<12}{total.precision:>10.3f}{total.recall:>8.3f}{total.f1:>8.3f}"
            f"{total.wanted:>8}"
        )
        for case, given, wanted in missed if misses else ():
            yield f"  {case.text}"
            yield from (f"    + {item}" for item in sorted(given - wanted, key=str))
            yield from (f"    - {item}" for item in sorted(wanted - given, key=str))


if __name__ == "__main__":
    chosen = [word for word in sys.argv[1:] if not word.startswith("-")]
    for line in _lines(
        chosen or [*MEASURES, "local_news"],
        as_marked if "--gold" in sys.argv else as_tagged,
        held="--held" in sys.argv,
        misses="--misses" in sys.argv,
    ):
        print(line)
