"""The tagger keeps its quality: floors are pinned in tests/data/floors.json and only rise."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = Path(__file__).parent
_FLOORS = json.loads((_HERE.parent / "data" / "floors.json").read_text(encoding="utf-8"))["tagger"]
_SHARED = _HERE.parents[2] / "shared" / "entities" / "gold.tsv.gz"
_LOCAL_NEWS = _HERE.parent / "data" / "entities" / "local_news.jsonl"
_MARK = re.compile(r"\[([^\[\]|]+)\|([a-z]+)\]")
_KINDS = {
    "PS": "person",
    "OG": "organisation",
    "LC": "place",
    "DT": "date",
    "TI": "time",
    "QT": "quantity",
}
Span = tuple[int, int, str]


def f1(cases: Iterable[tuple[str, set[Span]]]) -> dict[str, float]:
    """Exact-span F1 in per cent, of each kind and of all."""
    right, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    for text, gold in cases:
        answer = {(m.start, m.end, m.kind) for m in tag(text)}
        for counter, spans in ((right, answer & gold), (said, answer), (wanted, gold)):
            counter.update(kind for *_, kind in spans)
            counter["all"] += len(spans)
    return {kind: 200 * right[kind] / (said[kind] + wanted[kind]) for kind in wanted}


def labelled(lines: Iterable[str]) -> Iterator[tuple[str, set[Span]]]:
    """KLUE-NER's format: `## id` opens a sentence, then a character and its label a line."""
    rows: list[tuple[str, str]] = []
    for line in [*lines, "##"]:
        if line.startswith("## ") or line == "##":
            if rows:
                yield "".join(char for char, _ in rows), set(spans([label for _, label in rows]))
            rows = []
        elif "\t" in line:
            character, label = line.rsplit("\t", 1)
            rows.append((character or " ", label))


def spans(labels: list[str]) -> Iterator[Span]:
    begin = None
    for place, label in enumerate([*labels, "O"]):
        if begin is not None and label != f"I-{labels[begin][2:]}":
            yield begin, place, _KINDS[labels[begin][2:]]
            begin = None
        if label.startswith("B-"):
            begin = place


def marked(line: str) -> tuple[str, set[Span]]:
    """`[한별|person] 기자` as text and spans."""
    found: set[Span] = set()
    text = ""
    done = 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        found.add((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        done = match.end()
    return text + line[done:], found


def below(scores: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {kind: scores[kind] for kind, floor in floors.items() if scores[kind] < floor}


def test_marks_become_spans() -> None:
    assert marked("[한별|person] 기자 [둘|quantity]") == (
        "한별 기자 둘",
        {(0, 2, "person"), (6, 7, "quantity")},
    )


def test_invented_local_news_that_no_model_has_seen() -> None:
    cases = [
        marked(json.loads(line)["text"])
        for line in _LOCAL_NEWS.read_text(encoding="utf-8").splitlines()
    ]
    assert len(cases) >= 300
    assert below(f1(cases), _FLOORS["local_news"]) == {}


def test_labels_become_spans() -> None:
    lines = ["## 1\t", "한\tB-PS", "별\tI-PS", " \tO", "둘\tB-QT", "셋\tB-QT", ""]
    assert list(labelled(lines)) == [
        ("한별 둘셋", {(0, 2, "person"), (3, 4, "quantity"), (4, 5, "quantity")})
    ]


def test_sentences_that_the_model_has_learnt_from_are_read_as_before() -> None:
    """No measure of quality, the model saw them: a guard against clues and model drifting apart."""
    if not _SHARED.exists():
        pytest.skip(f"{_SHARED} is not here")
    with gzip.open(_SHARED, "rt", encoding="utf-8") as lines:
        cases = list(labelled(line.rstrip("\n") for line in lines))[::5]
    assert below(f1(cases), _FLOORS["learnt"]) == {}
