"""Order the best candidates by what their text says: a weighted sum of named features.

Each feature lies between 0 and about 1. A few words and a sentence want different things, so each
has weights of its own, learned on the tuning queries (listwise logistic regression, features chosen
by MRR in three-fold cross-validation by document) and rounded; see docs/search.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from archive.korean.hangul import fold
from archive.korean.pairs import is_paired, run_tokens, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.terms import Term
    from archive.search.vocabulary import Vocabulary

WINDOW = 120
"""Characters within which words count as standing together."""

HEAD = 150
"""Characters of headline and lead in which a word says what the article is about."""

SENTENCE_WORDS = 4
"""So many words are judged as a sentence is: by the passage that says the same."""

BRIEF = 120
"""Characters of a sentence at which what it has of the query counts half in `brief`."""

GAP = 6
"""Characters that may stand between neighbouring words of the query: josa, a space, a bracket."""

_MOST_PLACES = 50  # of a word in one text; more say nothing new
_K1, _B = 1.2, 0.75  # BM25's usual parameters
_HALF_FOUND = 0.5  # what a compound counts for when only its parts stand there
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


class Weights(NamedTuple):
    """How much each feature counts."""

    bm25: float  # FTS5's BM25 over the phrases and rare pairs, the best candidate being 1
    words: float  # share of the words, by weight, that the article has
    often: float  # BM25 over whole words: more often, and in a shorter article
    together: float  # share of the words within WINDOW characters of each other
    neighbours: float  # share of neighbouring words that stand as neighbours
    word_start: float  # share of the words found at the beginning of an eojeol
    sentence: float  # share of the query's pairs in the best sentence, with the headline's
    brief: float  # share of the query's pairs in a sentence, the shorter the better
    head: float  # share of the words in the headline or the lead
    teaser: float  # a teaser, which is less than its article: a prior, the tuning set has none


FEATURES = Weights._fields

FOR_WORDS = Weights(
    bm25=3.3,
    words=2.3,
    often=1.9,
    together=0.0,
    neighbours=1.2,
    word_start=2.7,
    sentence=3.6,
    brief=1.9,
    head=1.2,
    teaser=-0.8,
)
FOR_SENTENCES = Weights(
    bm25=0.0,
    words=0.0,
    often=9.1,
    together=4.5,
    neighbours=2.3,
    word_start=0.0,
    sentence=8.9,
    brief=0.0,
    head=1.5,
    teaser=-0.8,
)


class Candidate(NamedTuple):
    """An article to be ranked. `bm25` is positive, larger is better."""

    id: int
    bm25: float
    kind: str
    headline: str
    rest: str


class Ranked(NamedTuple):
    """A candidate's place: its score, what each feature adds to it (nothing is known of one that
    was not read), and whether all words are in.
    """

    id: int
    score: float
    worth: Weights | None
    has_all: bool


class Question:
    """A query prepared for ranking."""

    def __init__(self, terms: Sequence[Term], texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self.terms = terms
        self.total = sum(term.weight for term in terms) or 1.0
        self.joined = [
            first.spellings[0] + second.spellings[0] for first, second in pairwise(terms)
        ]
        pairs = dict.fromkeys(pair for text in texts for pair in content_tokens(text))
        weights = {
            pair: vocabulary.weight(count) for pair in pairs if (count := vocabulary.token(pair))
        }
        self.pairs = weights
        self.pairs_total = sum(weights.values()) or 1.0
        self.weights = FOR_SENTENCES if len(terms) >= SENTENCE_WORDS else FOR_WORDS


def content_tokens(text: str) -> list[str]:
    """The pairs and words of a folded text, without the single syllables that end its runs."""
    return [
        token
        for run in runs(text)
        for token in run_tokens(run)
        if len(token) > 1 or len(run) == 1 or not is_paired(run)
    ]


def ranked(candidates: Sequence[Candidate], question: Question) -> list[Ranked]:
    """The candidates, best first; equals stay in the order they came in."""
    if not candidates:
        return []
    best = max(candidate.bm25 for candidate in candidates) or 1.0
    texts = [fold(f"{candidate.headline}\n{candidate.rest}") for candidate in candidates]
    average = sum(map(len, texts)) / len(texts)
    scored = [
        _rank(candidate, text, question, best, average)
        for candidate, text in zip(candidates, texts, strict=True)
    ]
    return sorted(scored, key=lambda place: -place.score)


def _rank(
    candidate: Candidate, text: str, question: Question, best: float, average: float
) -> Ranked:
    terms, total = question.terms, question.total
    places = [_places(text, term.spellings) for term in terms]
    length = _K1 * (1 - _B + _B * len(text) / average)
    words = often = word_start = head = 0.0
    for term, found in zip(terms, places, strict=True):
        if not found:
            words += _parts_found(term, text)
            continue
        words += term.weight
        often += term.weight * len(found) / (len(found) + length)
        word_start += term.weight * any(at == 0 or not text[at - 1].isalnum() for at in found)
        head += term.weight * (min(found) < HEAD)
    sentence, brief = _best_sentences(text, len(candidate.headline), question)
    features = Weights(
        candidate.bm25 / best,
        words / total,
        often / total,
        _together(places, terms) / total if question.weights.together else 0.0,
        _neighbours(places, text, question),
        word_start / total,
        sentence,
        brief,
        head / total,
        float(candidate.kind == "teaser"),
    )
    worth = Weights._make(map(mul, question.weights, features))
    return Ranked(candidate.id, sum(worth), worth, all(places))


def _places(text: str, spellings: tuple[str, ...]) -> list[int]:
    places: list[int] = []
    for spelling in spellings:
        at = text.find(spelling)
        while at >= 0 and len(places) < _MOST_PLACES:
            places.append(at)
            at = text.find(spelling, at + 1)
    return places


def _parts_found(term: Term, text: str) -> float:
    if not term.parts:
        return 0.0
    there = sum(weight for part, weight in term.parts if part in text)
    return _HALF_FOUND * term.weight * there / (sum(weight for _, weight in term.parts) or 1.0)


def _together(places: list[list[int]], terms: Sequence[Term]) -> float:
    """The largest weight of different words that begin within a window."""
    events = sorted((at, number) for number, found in enumerate(places) for at in found)
    counts = [0] * len(terms)
    best = weight = 0.0
    first = 0
    for at, number in events:
        if not counts[number]:
            weight += terms[number].weight
        counts[number] += 1
        while events[first][0] < at - WINDOW:
            gone = events[first][1]
            counts[gone] -= 1
            if not counts[gone]:
                weight -= terms[gone].weight
            first += 1
        best = max(best, weight)
    return best


def _neighbours(places: list[list[int]], text: str, question: Question) -> float:
    """The share, by weight, of neighbouring words of the query that follow each other closely."""
    if len(places) < 2:
        return 1.0
    found = total = 0.0
    for number, joined in enumerate(question.joined):
        first, second = question.terms[number], question.terms[number + 1]
        weight = min(first.weight, second.weight) + 0.1
        total += weight
        reach = len(first.word) + GAP
        if joined in text or _follows(places[number], places[number + 1], reach):
            found += weight
    return found / total


def _follows(first: list[int], second: list[int], reach: int) -> bool:
    return any(0 <= after - before <= reach for before in first for after in second)


def _best_sentences(text: str, headline_end: int, question: Question) -> tuple[float, float]:
    """The largest share, by weight, of the query's pairs that one sentence has: once with those of
    the headline, which are understood in every sentence, and once less the longer it is.
    """
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    in_headline = 0.0
    others: dict[int, float] = {}
    every: dict[int, float] = {}
    for pair, weight in question.pairs.items():
        at = text.find(pair)
        understood = 0 <= at < headline_end
        in_headline += weight * understood
        last = -1
        while at >= 0:
            sentence = bisect_right(ends, at)
            if sentence != last:
                every[sentence] = every.get(sentence, 0.0) + weight
                if not understood:
                    others[sentence] = others.get(sentence, 0.0) + weight
                last = sentence
            at = text.find(pair, ends[sentence]) if sentence < len(ends) else -1
    best = in_headline + max(others.values(), default=0.0)
    brief = _briefest(every, ends, len(text)) if question.weights.brief else 0.0
    return best / question.pairs_total, brief / question.pairs_total


def _briefest(weights: dict[int, float], ends: list[int], length: int) -> float:
    """The most that a sentence has for its length."""
    bounds = [0, *ends, length]
    return max(
        (
            weight / (1 + (bounds[sentence + 1] - bounds[sentence]) / BRIEF)
            for sentence, weight in weights.items()
        ),
        default=0.0,
    )
