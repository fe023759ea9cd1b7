"""Train the entity tagger and write its model file.

    python tools/train_tagger.py --silver silver_train.tsv.gz --gold gold.tsv.gz \
        --classes word_classes.tsv --dictionary sys.dic --out archive/entities/tagger/tagger.npz

Trains twice: without our own labelled sets, to find the dates, times and quantities that these
leave unmarked, and with them. Needs PyTorch (2.13.0 was used). `--keep-apart 0.5` trains without
the first half of the gold sentences and writes them to `--apart` for scoring. The same arguments
give the same file.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from archive.entities.tagger.decoding import WIDTH, Chain, Moves
from archive.entities.tagger.dictionary import Lexicon
from archive.entities.tagger.features import BITS
from tools.build_lexicon import build
from tools.own_sentences import own_sentences
from tools.tagged_sentences import (
    LABELS,
    Example,
    Renamer,
    Sentence,
    examples,
    read,
    without_words,
)

_SEED = 5
_BATCH = 64
_NEVER = -1e4
_MOST = 127  # a signed byte


class Field(torch.nn.Module):  # type: ignore[misc] # Any: torch is not installed for the checks
    """A linear-chain conditional random field over hashed clues (Lafferty and others, 2001), its
    moves made of parts as `archive.entities.tagger.decoding.Moves` says.
    """

    def __init__(self) -> None:
        super().__init__()
        count = len(LABELS)
        self.weights = torch.nn.EmbeddingBag(1 << BITS, count, mode="sum", sparse=True)
        torch.nn.init.zeros_(self.weights.weight)
        self.leave = torch.nn.Parameter(torch.zeros(count))
        self.enter = torch.nn.Parameter(torch.zeros(count))
        self.into = torch.nn.Parameter(torch.zeros(count // 2))
        self.on = torch.nn.Parameter(torch.zeros(count // 2))
        inside = torch.arange(2, count, 2)
        banned = torch.zeros(count, count)
        banned[:, inside] = _NEVER
        self.register_buffer("banned", banned)
        self.register_buffer("inside", inside)

    def parts(self) -> list[torch.nn.Parameter]:
        """What the moves are made of."""
        return [self.leave, self.enter, self.into, self.on]

    def moves(self) -> torch.Tensor:
        """The score of each label (column) after each label (row)."""
        moves = self.leave[:, None] + self.enter[None, :] + self.banned
        moves = moves.index_put((self.inside - 1, self.inside), self.into)
        return moves.index_put((self.inside, self.inside), self.on)

    def loss(
        self, rows: torch.Tensor, gold: torch.Tensor, mask: torch.Tensor, drop: float
    ) -> torch.Tensor:
        """Negative log-likelihood of a batch, each clue left out with chance `drop`."""
        batch, length, clues = rows.shape
        kept = (torch.rand(batch * length, clues) > drop).float() / (1 - drop)
        scores = self.weights(rows.view(-1, clues), per_sample_weights=kept)
        scores = scores.view(batch, length, -1)
        moves = self.moves()
        total = moves[0] + scores[:, 0]
        for at in range(1, length):
            step = torch.logsumexp(total.unsqueeze(2) + moves, 1) + scores[:, at]
            here = mask[:, at : at + 1]
            total = step * here + total * (1 - here)
        right = (scores.gather(2, gold.unsqueeze(2)).squeeze(2) * mask).sum()
        right = right + moves[0][gold[:, 0]].sum()
        right = right + (moves[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum()
        return (
            torch.logsumexp(total + self.leave, 1).sum()
            - right
            - self.leave[_last(gold, mask)].sum()
        )


def _last(gold: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    ends = mask.sum(1).long() - 1
    return gold.gather(1, ends.unsqueeze(1)).squeeze(1)


def batches(data: list[Example], dice: random.Random) -> list[list[Example]]:
    """Batches of sentences of like length, in random order."""
    order = list(data)
    dice.shuffle(order)
    found: list[list[Example]] = []
    for start in range(0, len(order), _BATCH * 30):
        part = sorted(order[start : start + _BATCH * 30], key=lambda example: len(example[1]))
        found.extend(part[at : at + _BATCH] for at in range(0, len(part), _BATCH))
    dice.shuffle(found)
    return found


def tensors(batch: list[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows, labels and mask of a batch, padded to its longest sentence."""
    length = max(len(labels) for _, labels in batch)
    rows = np.zeros((len(batch), length, batch[0][0].shape[1]), np.int64)
    gold = np.zeros((len(batch), length), np.int64)
    mask = np.zeros((len(batch), length), np.float32)
    for at, (clues, labels) in enumerate(batch):
        rows[at, : len(labels)], gold[at, : len(labels)], mask[at, : len(labels)] = clues, labels, 1
    return torch.from_numpy(rows), torch.from_numpy(gold), torch.from_numpy(mask)


def train(data: list[Example], epochs: int, rate: float, drop: float) -> list[np.ndarray]:
    """Weights and the parts of the moves: the mean of those after each epoch but the first.

    Adagrad (Duchi and others, 2011) with a large first accumulator: a clue seen once or twice gets
    a small weight, where the usual start would let it outvote the clues that carry over.
    """
    dice = random.Random(_SEED)  # noqa: S311 - nothing secret: the same order each time
    field = Field()
    clues = torch.optim.Adagrad(field.weights.parameters(), rate, initial_accumulator_value=10)
    moves = torch.optim.Adagrad(field.parts(), 0.1)
    sums: list[np.ndarray] = []
    for epoch in range(epochs):
        began, loss_of_all = time.perf_counter(), 0.0
        clues.param_groups[0]["lr"] = rate * (1 - epoch / epochs)
        for batch in batches(data, dice):
            loss = field.loss(*tensors(batch), drop)
            clues.zero_grad()
            moves.zero_grad()
            loss.backward()
            clues.step()
            moves.step()
            loss_of_all += float(loss.detach())
        now = [part.detach().numpy() for part in (field.weights.weight, *field.parts())]
        if epoch:
            sums = (
                [a + b for a, b in zip(sums, now, strict=True)] if sums else [a.copy() for a in now]
            )
        print(
            f"epoch {epoch}: loss {loss_of_all / len(data):.3f} a sentence, "
            f"{time.perf_counter() - began:.0f} s",
            flush=True,
        )
    return [array / (epochs - 1) for array in sums]


def packed(arrays: list[np.ndarray]) -> dict[str, np.ndarray]:
    """What `archive.entities.tagger.decoding.Chain` sums, the weights as signed bytes."""
    weights, *parts = arrays
    against_outside = weights - weights[:, :1]
    step = float(np.abs(against_outside).max()) / _MOST
    rows = np.zeros((len(weights), WIDTH), np.int8)
    order = [*range(1, len(LABELS), 2), *range(2, len(LABELS), 2)]
    rows[:, : len(order)] = np.rint(against_outside[:, order] / step)
    moves = dict(zip(Moves._fields, parts, strict=True))
    return {"weights": rows, "step": np.array(step, np.float32), **moves}


def chain(model: dict[str, np.ndarray], lexicon: Lexicon) -> Chain:
    """What finds names by a model."""
    moves = Moves(*(model[name] for name in Moves._fields))
    return Chain(model["weights"], moves, float(model["step"]), lexicon)


def unpacked(path: Path) -> list[Sentence]:
    """The sentences of a file, gzipped or not."""
    if path.suffix != ".gz":
        return list(read(path))
    with tempfile.NamedTemporaryFile(suffix=".tsv") as plain:
        plain.write(gzip.decompress(path.read_bytes()))
        plain.flush()
        return list(read(Path(plain.name)))


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name in ("silver", "gold", "classes", "dictionary", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--keep-apart", type=float, default=0.0)
    parser.add_argument("--second-half", action="store_true", help="keep the second half apart")
    parser.add_argument("--apart", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=0.12)
    parser.add_argument("--drop", type=float, default=0.3)
    parser.add_argument("--new-names", type=float, default=0.85)
    asked = parser.parse_args()
    torch.manual_seed(_SEED)
    torch.set_num_threads(1)
    gold, silver = unpacked(asked.gold), [*map(without_words, unpacked(asked.silver))]
    random.Random(_SEED).shuffle(gold)  # noqa: S311 - nothing secret: the same halves each time
    if asked.second_half:
        gold.reverse()
    apart = gold[: int(len(gold) * asked.keep_apart)]
    if asked.apart:
        asked.apart.write_text("\n".join(map(_lines, apart)), encoding="utf-8")
    arrays = build(asked.dictionary, asked.classes)
    lexicon = Lexicon(*(arrays[name] for name in ("multipliers", "entries", "josa", "parts")))
    # The hand-labelled sentences count more often than those whose labels were rebuilt, one in
    # seven wrong, and than our own, which call places otherwise.
    known = gold[len(apart) :]
    told = examples(silver, lexicon, 1) + 3 * examples(known, lexicon, 2)
    renamed = partial(Renamer(silver, 3).copies, share=asked.new_names)
    learn = partial(train, epochs=asked.epochs, rate=asked.rate, drop=asked.drop)
    first = learn(told + examples(renamed(silver + known), lexicon, 4))
    own = own_sentences(chain(packed(first), lexicon).spans)
    told += examples(own, lexicon, 5)
    told += examples(renamed(silver + 2 * known + own), lexicon, 6)
    # Not compressed: it is read whenever a program begins to tag.
    np.savez(asked.out, **packed(learn(told)), **arrays)  # type: ignore[arg-type] # no allow_pickle
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB")


def _lines(sentence: Sentence) -> str:
    rows = [
        f"{char}\t{LABELS[label]}"
        for char, label in zip(sentence.text, sentence.labels, strict=True)
    ]
    return "\n".join([f"{sentence.source}\t", *rows, ""])


if __name__ == "__main__":
    main()
