"""Words of a query become terms: the spellings to look for, and how much each word tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.korean.hangul import fold, is_syllable
from archive.korean.josa import is_question_word, stems
from archive.korean.pairs import runs
from archive.search.query import Phrase, Word, is_bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.vocabulary import Vocabulary

SHORTEST_PART = 2
"""Syllables of a part of a compound: 배달특급 → 배달 특급, never 배 달특급."""

LONGEST_COMPOUND = 20
"""Syllables of a word up to which it is taken for a compound; each more costs a look-up."""

MANY_WORDS = 6
"""So many words are a sentence, not keywords."""

_TRIM = re.compile(r"^[\W_]+|[\W_]+$")


class Term(NamedTuple):
    """A word that is looked for.

    `spellings` are folded strings, any of which is the word: itself or its stem, and with a space
    at each place where a compound may be written apart. `parts` are the two words that a compound
    is made of. `weight` is the inverse document frequency of the spellings together.
    """

    word: str
    spellings: tuple[str, ...]
    parts: tuple[tuple[str, float], ...]
    articles: int
    weight: float


def trimmed(leaf: Word | Phrase) -> str:
    """The leaf's text for comparison; a word without the punctuation around it."""
    folded = fold(leaf.text)
    return folded if isinstance(leaf, Phrase) else _TRIM.sub("", folded)


def is_question(leaves: Sequence[Word | Phrase], query: str) -> bool:
    """Whether a query is a sentence, to be answered by what is nearest to it, not by all words."""
    bare = [leaf for leaf in leaves if is_bare(leaf)]
    if len(bare) < len(leaves) or len(bare) < 2:
        return False
    asks = query.rstrip().endswith(("?", "？"))
    return asks or len(bare) >= MANY_WORDS or any(is_question_word(trimmed(w)) for w in bare)


def terms(leaves: Sequence[Word | Phrase], vocabulary: Vocabulary, *, by_stem: bool) -> list[Term]:
    """The terms of words and phrases, each once. Question words go, unless nothing else is there.

    `by_stem` takes josa and endings off where the index has the stem, and takes compounds apart
    that it does not have at all.
    """
    texts = [(leaf, trimmed(leaf)) for leaf in leaves]
    told = [
        (leaf, text)
        for leaf, text in texts
        if runs(text) and (isinstance(leaf, Phrase) or not (by_stem and is_question_word(text)))
    ]
    found: dict[str, Term] = {}
    for leaf, text in told or [(leaf, text) for leaf, text in texts if runs(text)]:
        for term in _terms_of(leaf, text, vocabulary, by_stem=by_stem):
            found.setdefault(term.spellings[0], term)
    return list(found.values())


def _terms_of(
    leaf: Word | Phrase, text: str, vocabulary: Vocabulary, *, by_stem: bool
) -> list[Term]:
    if isinstance(leaf, Phrase):
        return [_term(text, leaf.spellings or (text,), (), vocabulary)]
    stem = _stem(text, vocabulary) if by_stem else text
    spellings = (stem, *spacings(stem))
    parts = _parts(stem, vocabulary)
    if by_stem and parts and not any(map(vocabulary.phrase, spellings)):
        return [_term(part, (part,), (), vocabulary) for part, _ in parts]
    return [_term(text, spellings, parts, vocabulary)]


def _term(
    word: str,
    spellings: tuple[str, ...],
    parts: tuple[tuple[str, float], ...],
    vocabulary: Vocabulary,
) -> Term:
    there = [spelling for spelling in spellings if vocabulary.phrase(spelling)]
    articles = min(vocabulary.articles, sum(map(vocabulary.phrase, there)))
    weight = vocabulary.weight(articles) if there else 0.0
    first = spellings[0]
    kept = (first, *(spelling for spelling in there if spelling != first))
    return Term(word, kept, parts, articles, weight)


def spacings(word: str) -> list[str]:
    """A compound of four syllables or more, written apart at each place that leaves two of them."""
    if not 2 * SHORTEST_PART <= len(word) <= LONGEST_COMPOUND or not all(map(is_syllable, word)):
        return []
    places = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return [f"{word[:place]} {word[place:]}" for place in places]


def _stem(word: str, vocabulary: Vocabulary) -> str:
    """The stem that the index has; of a compound that it lacks, the one that it has written apart,
    or whose two words are the most usual.
    """
    shorter = stems(word)
    known = next((stem for stem in shorter if vocabulary.phrase(stem)), None)
    if known or not shorter or vocabulary.phrase(word):
        return known or word
    forms = (*shorter, word)
    apart = (form for form in forms if any(map(vocabulary.phrase, spacings(form))))
    return next(apart, None) or max(reversed(forms), key=lambda form: _cut(form, vocabulary)[0])


def _parts(word: str, vocabulary: Vocabulary) -> tuple[tuple[str, float], ...]:
    """The two words of a compound: the most usual ones that it can be cut into."""
    _, parts = _cut(word, vocabulary)
    return tuple((part, vocabulary.weight(vocabulary.phrase(part))) for part in parts)


def _cut(word: str, vocabulary: Vocabulary) -> tuple[int, tuple[str, ...]]:
    """The most usual two words that a compound can be cut into, and how usual they are."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    for spelling in spacings(word):
        parts = tuple(spelling.split(" "))
        usual = vocabulary.phrase(parts[0]) * vocabulary.phrase(parts[1])
        best = max(best, (usual, parts))
    return best
