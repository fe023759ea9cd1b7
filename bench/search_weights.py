"""Learn the weights of the ranking, and tell what each feature is worth: cross-validated MRR@10.

    python bench/search_weights.py DOCS.jsonl[.gz] QUERIES.jsonl[.gz] [--every N] [--drop]

The files are those of `search_quality.py`. Listwise logistic regression (softmax over a query's
candidates), three folds by document; every set of queries weighs as much as in `SETS`. Printed are
the weights in use, scored; the learned ones, scored on the folds they were not learned from; and
with `--drop` the same without each feature in turn.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from archive import Archive
from archive.search import rank, searching
from bench.search_quality import lines

FOLDS = 3
SETS = {
    "words": {"question": 0.05, "keywords": 0.4, "spacing": 0.3, "vague": 0.5},
    "sentence": {"question": 1.0, "keywords": 0.1, "spacing": 0.1, "vague": 0.1},
}
_STEPS, _RIDGE = 40, 1e-4

Array = np.ndarray


@dataclass
class Asked:
    """A query with the features of its candidates, a row each; `right` is the wanted row, if any.
    `full` tells which have all the words where those come first.
    """

    set: str
    kind: str
    fold: int
    features: Array
    full: Array
    right: int | None


def asked(news: Archive, queries: Sequence[dict[str, str | int]]) -> Iterator[Asked]:
    """Every query, as the program reads it and with the candidates that it ranks."""
    ids = dict(news._reader.execute("SELECT url, id FROM articles"))  # noqa: SLF001 - a bench may
    number = {int(url.rsplit("/", 1)[1]): article for url, article in ids.items()}
    seen: list[tuple[list[rank.Ranked], str]] = []

    def recording(
        candidates: Sequence[rank.Candidate], question: rank.Question
    ) -> list[rank.Ranked]:
        weights, question.weights = question.weights, rank.Weights(*[1.0] * len(rank.FEATURES))
        kind = "sentence" if weights is rank.FOR_SENTENCES else "words"
        seen.append((rank.ranked(candidates, question), kind))
        question.weights = weights
        return rank.ranked(candidates, question)

    searching.ranked = recording  # type: ignore[attr-defined]
    for query in queries:
        seen.clear()
        searcher = searching.Searcher(news._reader, str(query["query"]), searching.NO_FILTERS)  # noqa: SLF001
        shown = {place.id for place in searcher.best(1000)}
        places, kind = seen[0] if seen else ([], "words")
        places = [place for place in places if place.id in shown or searcher.followers]
        found = [place.id for place in places]
        wanted = number[int(query["doc"])]
        every = searcher.reading.manner in {"question", "some"} or not searcher.followers
        yield Asked(
            str(query["set"]),
            kind,
            int(query["doc"]) * 2_654_435_761 // 128 % FOLDS,
            np.array([place.worth for place in places]).reshape(-1, len(rank.FEATURES)),
            np.array([every or place.has_all for place in places], dtype=bool),
            found.index(wanted) if wanted in found else None,
        )


def reciprocal(query: Asked, weights: Array) -> float:
    """The reciprocal rank of the right article, 0 below the tenth."""
    if query.right is None:
        return 0.0
    scores = query.features @ weights + 1000 * query.full
    own = scores[query.right]
    place = 1 + int((scores > own).sum() + (scores[: query.right] == own).sum())
    return 1 / place if place <= 10 else 0.0


def learned(queries: Sequence[Asked], used: Array, shares: dict[str, float]) -> Array:
    """Weights for the features in `used`, by Newton's method."""
    rows = [query for query in queries if query.right is not None and len(query.features) > 1]
    count: dict[str, int] = defaultdict(int)
    for query in rows:
        count[query.set] += 1
    weights = np.zeros(used.sum())
    for _ in range(_STEPS):
        slope = -2 * _RIDGE * weights
        bend = 2 * _RIDGE * np.eye(len(weights))
        for query in rows:
            features = query.features[:, used]
            scores = features @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            mean = chance @ features
            share = shares[query.set] / count[query.set]
            slope += share * (features[query.right] - mean)
            bend += share * ((features * chance[:, None]).T @ features - np.outer(mean, mean))
        step = np.linalg.solve(bend, slope)
        weights += step * min(1.0, 3 / np.abs(step).max())
        if np.abs(step).max() < 1e-3:
            break
    whole = np.zeros(len(used))
    whole[used] = weights
    return whole


def means(queries: Sequence[Asked], weights_of: Callable[[Asked], Array]) -> dict[str, float]:
    """MRR@10 by set."""
    values: dict[str, list[float]] = defaultdict(list)
    for query in queries:
        values[query.set].append(reciprocal(query, weights_of(query)))
    return {name: sum(each) / len(each) for name, each in values.items()}


def validated(queries: Sequence[Asked], used: dict[str, Array]) -> dict[str, float]:
    """MRR@10 by set of weights learned on the other folds."""
    weights = {
        (kind, fold): learned(
            [query for query in queries if query.kind == kind and query.fold != fold],
            used[kind],
            SETS[kind],
        )
        for kind in SETS
        for fold in range(FOLDS)
    }
    return means(queries, lambda query: weights[query.kind, query.fold])


def show(name: str, values: dict[str, float]) -> None:
    """A line of the table."""
    print(f"{name:24s}" + "".join(f"  {part} {value:.4f}" for part, value in values.items()))


def main() -> None:
    """Build an archive, ask every query, learn, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("docs", type=pathlib.Path)
    options.add_argument("queries", type=pathlib.Path)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--drop", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder, "docs.jsonl")
        records = (json.dumps(record, ensure_ascii=False) for record in lines(given.docs))
        plain.write_text("\n".join(records), "utf8")
        with Archive.open(pathlib.Path(folder, "weights.db")) as news:
            news.ingest([plain], entities=False)
            wanted = [query for query in lines(given.queries) if "doc" in query][:: given.every]
            queries = list(asked(news, wanted))
    use = {"words": rank.FOR_WORDS, "sentence": rank.FOR_SENTENCES}
    used = {kind: np.array(weights) > 0 for kind, weights in use.items()}
    show("in use", means(queries, lambda query: np.array(use[query.kind])))
    show("learned, other folds", validated(queries, used))
    for kind, shares in SETS.items():
        own = [query for query in queries if query.kind == kind]
        weights = learned(own, used[kind], shares)
        told = (f"{n} {w:.1f}" for n, w in zip(rank.FEATURES, weights, strict=True) if w)
        print(f"learned for {kind}: {', '.join(told)}")
        for place, name in enumerate(rank.FEATURES if given.drop else ()):
            if used[kind][place]:
                fewer = used | {kind: used[kind] & (np.arange(len(rank.FEATURES)) != place)}
                show(f"{kind} without {name}", validated(queries, fewer))


if __name__ == "__main__":
    main()
