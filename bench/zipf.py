"""Invented news whose words are as frequent as those of real news: a few everywhere, most once.

Words are drawn by the law of Zipf and Mandelbrot, f(rank) ~ 1 / (rank + q)^s; an article comes
back to its own dozen of rarer words and its own few names; josa and endings are attached; some
words are joined to compounds that stand nowhere else. Composed a batch at a time with numpy, some
twenty megabytes a second; the n-th article is the same however many are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from bench.composed import FIRST_DAY, Composed

WORDS = 400_000
PEOPLE, HOUSES, TOWNS = 60_000, 8_000, 4_000
SITES, BATCH = 20, 1_000
DAYS = 3_650
SECTIONS = (
    "사회", "정치", "경제", "문화", "국제", "스포츠", "지역", "과학", "환경", "교육", "연예",
)  # fmt: skip

_EXPONENT, _SHIFT = 1.05, 12.0  # some thirty words are in half of the articles
_TOPIC_SHIFT = 1_500.0  # what an article is about is seldom a common word
_TOPIC_SHARE, _NAME_SHARE = 0.22, 0.03
_TOPICS, _NAMES = 12, 4
_MEDIAN_WORDS = 205

# What follows a word, and how often: josa, endings, the join of a compound, a number.
_TAILS = {
    " ": 25, "": 4, "은 ": 5, "는 ": 5, "이 ": 6, "가 ": 5, "을 ": 8, "를 ": 6, "의 ": 6, "에 ": 6,
    "에서 ": 4, "으로 ": 3, "로 ": 3, "와 ": 1.5, "과 ": 1.5, "도 ": 2, "까지 ": 1, "부터 ": 0.7,
    "한 ": 3, "하는 ": 2, "하고 ": 1.5, "했던 ": 0.5, "하기 위해 ": 0.6, ", ": 1.5, "’ ": 0.4,
    "(이하 생략) ": 0.02, "에 따르면 ": 0.5, "했다고 ": 0.7,
}  # fmt: skip
_ENDINGS = {
    "했다": 24, "한다": 9, "됐다": 9, "이다": 12, "할 계획이다": 3, "했다고 밝혔다": 9,
    "한다고 말했다": 7, "할 수 있다": 5, "하고 있다": 6, "이라고 설명했다": 3, "하기로 했다": 3,
}  # fmt: skip
_NUMBERS = ("{}일 ", "{}명 ", "{}% ", "{}억 원 ", "{}년 ", "{}곳 ", "{}월 ", "제{}회 ")
_NUMBERS_SHARE = 0.03


def articles(seed: int, first: int = 0) -> Iterator[Composed]:
    """Articles without end, from the `first` on."""
    number = first // BATCH
    skipped = first % BATCH
    while True:
        yield from _batch(seed, number)[skipped:]
        number, skipped = number + 1, 0


@cache
def words() -> Any:
    """The words by rank, commonest first, then the names: people, houses, towns."""
    pick = np.random.default_rng(20250312)
    lengths = pick.choice([1, 2, 3, 4], WORDS, p=[0.01, 0.54, 0.3, 0.15])
    lengths[:300] = pick.choice([1, 2], 300, p=[0.2, 0.8])
    made = list(dict.fromkeys(_strings(pick, lengths)))
    made += _strings(pick, np.full(WORDS - len(made), 5))
    for rank in range(60, WORDS, 70):
        made[rank] = "".join(chr(97 + int(c)) for c in pick.integers(0, 26, 2 + rank % 4))
    surnames = _strings(pick, np.ones(40, dtype=int))
    given = _strings(pick, np.full(PEOPLE, 2))
    people = [surnames[int(pick.integers(40) * pick.random())] + name for name in given]
    houses = [name + "공사" for name in _strings(pick, np.full(HOUSES, 2))]
    towns = [name + "시군구읍"[n % 4] for n, name in enumerate(_strings(pick, np.full(TOWNS, 2)))]
    return np.array([*made, *people, *houses, *towns], dtype=object)


def kind_of(name: int) -> str:
    """The kind of entity that a name is, told by its place among the words."""
    ends = (WORDS + PEOPLE, WORDS + PEOPLE + HOUSES)
    return ("person", "organisation", "place")[sum(name >= end for end in ends)]


def _strings(pick: Any, lengths: Any) -> list[str]:
    """Strings of syllables, of which a few hundred are usual."""
    syllables = np.array(
        [chr(0xAC00 + 588 * i + 28 * v + f) for i in _INITIALS for v in _VOWELS for f in _FINALS]
    )
    pick.shuffle(syllables)
    drawn = syllables[_ranks(pick.random(int(lengths.sum())), len(syllables), 1.35, 14.0)]
    joined = "".join(drawn.tolist())
    ends = np.cumsum(lengths).tolist()
    return [joined[e - n : e] for e, n in zip(ends, lengths.tolist(), strict=True)]


# Syllables that are written often: no doubled consonants, no rare vowels, seven finals.
_INITIALS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
_VOWELS = (0, 1, 4, 5, 6, 8, 9, 12, 13, 14, 17, 18, 20)
_FINALS = (0, 1, 4, 8, 16, 17, 21)


def _ranks(uniform: Any, number: int, exponent: float, shift: float) -> Any:
    """Ranks by Zipf and Mandelbrot: the inverse of the distribution, integrated."""
    power = 1 - exponent
    low, high = shift**power, (number + shift) ** power
    drawn = (low + uniform * (high - low)) ** (1 / power) - shift
    return np.minimum(drawn.astype(np.int64), number - 1)


@cache
def _tails() -> tuple[Any, Any, Any, Any]:
    """What may follow a word, with cumulated shares; how a sentence may end, likewise."""
    numbers = [shape.format(f"{n:,}") for n in range(1, 2_000) for shape in _NUMBERS]
    after = np.array([*_TAILS, *(" " + number for number in numbers)], dtype=object)
    shares = np.array(list(_TAILS.values()))
    weights = 1 / np.arange(1, len(numbers) + 1)
    weights *= _NUMBERS_SHARE * shares.sum() / weights.sum()
    ends = np.array([*(f"{e}. " for e in _ENDINGS), *(f"{e}.\n" for e in _ENDINGS)], dtype=object)
    worth = np.array(list(_ENDINGS.values()))
    return after, _shares(np.concatenate([shares, weights])), ends, _shares(worth)


def _shares(weights: Any) -> Any:
    return np.cumsum(weights) / weights.sum()


def _batch(seed: int, number: int) -> list[Composed]:
    pick = np.random.default_rng([seed, number])
    lengths = np.clip(np.exp(pick.normal(np.log(_MEDIAN_WORDS), 0.45, BATCH)), 60, 900).astype(int)
    total = int(lengths.sum())
    ends = np.cumsum(lengths)
    owner = np.repeat(np.arange(BATCH), lengths)
    place = np.arange(total) - (ends - lengths)[owner]
    chosen = _ranks(pick.random(total), WORDS, _EXPONENT, _SHIFT)
    topics = _ranks(pick.random((BATCH, _TOPICS)), WORDS, _EXPONENT, _TOPIC_SHIFT)
    names = _names(pick)
    share = pick.random(total)
    of_topic, of_name = share < _TOPIC_SHARE, share > 1 - _NAME_SHARE
    chosen[of_topic] = _own(pick, topics, owner[of_topic])
    chosen[of_name] = _own(pick, names, owner[of_name])
    pieces = np.empty(2 * total, dtype=object)
    pieces[::2] = words()[chosen]
    pieces[1::2] = _followers(pick, place, lengths[owner])
    named: list[set[int]] = [set() for _ in range(BATCH)]
    for article, name in zip(owner[of_name].tolist(), chosen[of_name].tolist(), strict=True):
        named[article].add(name)
    heads = words()[np.concatenate([topics[:, :3], names[:, :1]], axis=1)].tolist()
    return _composed(pick, number, _texts(pieces.tolist(), ends.tolist()), named, heads)


def _texts(pieces: list[str], ends: list[int]) -> list[str]:
    return ["".join(pieces[2 * a : 2 * b]).rstrip() for a, b in pairwise([0, *ends])]


def _names(pick: Any) -> Any:
    """Two people, a house and a town for each article, some of them much in the news."""
    house, town = WORDS + PEOPLE, WORDS + PEOPLE + HOUSES
    kinds = ((WORDS, PEOPLE), (WORDS, PEOPLE), (house, HOUSES), (town, TOWNS))
    drawn = [first + _ranks(pick.random(BATCH), many, 1.1, 20.0) for first, many in kinds]
    return np.stack(drawn, axis=1)


def _own(pick: Any, table: Any, owner: Any) -> Any:
    """One of an article's own words for each place, the first ones more often."""
    column = (pick.random(len(owner)) ** 1.7 * table.shape[1]).astype(int)
    return table[owner, column]


def _followers(pick: Any, place: Any, length: Any) -> Any:
    after, after_shares, ends, end_shares = _tails()
    drawn = pick.random(len(place))
    followers = after[np.searchsorted(after_shares, drawn)]
    sentence = 9 + length % 7
    closes = (place % sentence == sentence - 1) | (place == length - 1)
    closing = np.searchsorted(end_shares, pick.random(int(closes.sum())))
    new_paragraph = (place[closes] // sentence[closes]) % 4 == 3
    followers[closes] = ends[closing + new_paragraph * len(_ENDINGS)]
    return followers


def _composed(
    pick: Any, batch: int, texts: list[str], named: list[set[int]], heads: list[list[str]]
) -> list[Composed]:
    days = pick.integers(0, DAYS, BATCH).tolist()
    sites = (pick.random(BATCH) ** 2 * SITES).astype(int).tolist()
    sections = (pick.random(BATCH) ** 2 * len(SECTIONS)).astype(int).tolist()
    made: list[Composed] = []
    for n, text in enumerate(texts):
        number = batch * BATCH + n
        made.append(
            Composed(
                number=number,
                url=f"https://www.site{sites[n]}.invalid/news/article.html?no={number}",
                day=FIRST_DAY + timedelta(days=days[n]),
                section=SECTIONS[sections[n]],
                headline="{}, {} {}… {}".format(*heads[n]),
                reporter=heads[n][3],
                paper=f"누리일보{sites[n]}",
                body=tuple(text.split("\n")),
                names=tuple((kind_of(name), words()[name]) for name in sorted(named[n])),
            )
        )
    return made
