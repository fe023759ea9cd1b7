"""Our own labelled sets as sentences to train on.

They are news as local papers write it, where KLUE is mostly wire news and reviews: of the houses of
a fresh set half were found without them, and three quarters with them (tagger.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.tagger.decoding import KINDS
from bench.entity_scores import SETS, Case, cases
from tools.tagged_sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archive.entities.tagger.decoding import Span

    Finder = Callable[[Sequence[str]], list[list[Span]]]

KEPT_APART = (
    "local_news",
    "second",
    "twentyfirst",
    "twentysecond",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyeighth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
)
"""The last parts of the names of the sets that no tagger is ever trained on."""

_WHOLLY_MARKED = ("mentions", "names")
"""How the names of sets begin in which a text without a mark has no name."""

_OFTEN_UNMARKED = KINDS[3:]  # dates, times and quantities


def own_sentences(find: Finder) -> list[Sentence]:
    """The paragraphs of all sets but those kept apart, each once. Many sets mark only people,
    organisations and places: what dates, times and quantities stand beside them, `find` says.
    """
    names = sorted(path.stem for path in SETS.glob("*.jsonl"))
    own = {
        case.text: case
        for name in names
        if name.rpartition(".")[2] not in KEPT_APART
        for case in cases(name)
        if case.mentions or name.startswith(_WHOLLY_MARKED)
    }
    marked = list(own.values())
    found = find([case.text for case in marked])
    return [
        sentence
        for case, spans in zip(marked, found, strict=True)
        for sentence in _paragraphs(case.text, _labels(case, spans))
    ]


def _labels(case: Case, found: Sequence[Span]) -> list[int]:
    """The number of the label of each character."""
    marked: list[Span] = [(m.start, m.end, m.kind) for m in case.mentions]
    more = [span for span in found if span[2] in _OFTEN_UNMARKED and _stands_free(span, marked)]
    labels = [0] * len(case.text)
    for start, end, kind in marked + more:
        begin = 1 + 2 * KINDS.index(kind)
        labels[start:end] = [begin] + [begin + 1] * (end - start - 1)
    return labels


def _stands_free(span: Span, others: Sequence[Span]) -> bool:
    return all(span[1] <= start or span[0] >= end for start, end, _ in others)


def _paragraphs(text: str, labels: Sequence[int]) -> Iterator[Sentence]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield Sentence(line, tuple(labels[start:end]), "## own")
        start = end + 1
