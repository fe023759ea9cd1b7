"""Words without their josa and endings, by lists and without a model.

A stem is a guess: the caller keeps it only where it is of use, for instance where an index has it.
The lists follow the tables of case and auxiliary particles (격조사·보조사) and of endings (어미) in
the National Institute of Korean Language's standard grammar, as news uses them.
"""

from __future__ import annotations

from archive.korean.hangul import is_syllable, split_syllable

SHORTEST_STEM = 2
"""Syllables that must remain: a shorter stem is in every other word."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_JOSA = _listed(
    "은 는 이 가 을 를 의 에 와 과 로 도 만 나 랑 께 들 등 씩 쯤 서 란 든 으로 에서 에게 한테 "
    "께서 부터 까지 마다 보다 처럼 같이 만큼 조차 마저 밖에 이나 이랑 하고 이란 이든 라도 이라 "
    "라는 라고 라며 이며 이자 이고 이다 이던 였던 였다 인데 인가 일까 이면 라면 으로서 으로써 "
    "로서 로써 에서의 에서는 에서도 에게서 에게는 에게도 에는 에도 에만 에의 와의 과의 와는 "
    "과는 로는 로도 로의 으로는 으로도 으로의 으로부터 로부터 에서부터 부터는 까지는 까지도 "
    "까지의 부터의 만의 만을 만이 만은 만에 만으로 이라는 이라고 이라며 이라도 이라면 이었던 "
    "이었다 이지만 지만 인지 이든지 든지 께서는 한테서 보다는 보다도 처럼은 마다의 이었는가 "
    "였는가 인가요 입니까 입니다 이에요 예요 일까요 이었을까 였을까 이냐 들은 들이 들을 들의 "
    "들에 들에게 들과 들도 들로 들만 등은 등이 등을 등의 등에 등과 등도 등으로"
)
_ENDINGS = _listed(
    "인 일 적 적인 적으로 적이 된 될 됨 됐 되 되는 되어 되고 되며 되면 되자 되지 되기 되던 "
    "되게 되도록 돼 돼서 되었다 되었던 되었는가 되었고 되었으며 되었을까 된다 된다고 된다면 "
    "됐다 됐던 됐고 됐는가 됐으며 됐을까 되기로 되기도 되는데 되는가 됩니까 됩니다 되었나 "
    "되었나요 됐나 되었습니까 된다는 됐다는 됐다고 되었지만 되지만 한 할 함 해 하 하는 하여 "
    "하고 하며 하면 하자 하지 하기 하던 하게 하도록 해서 했다 했던 했고 했는가 했으며 했을까 "
    "하였다 하였던 하였는가 하였고 하였으며 하였을까 한다 한다고 한다면 한다는 했다는 했다고 "
    "하기로 하기도 하기를 하기에 하기가 하는데 하는가 하려고 하려는 하려 하려던 합니까 합니다 "
    "했습니다 했나 했나요 하였나 했습니까 하는지 했는지 했지만 하지만 하면서 했으나 하였으나 "
    "하나 하는것은 하는것이 하지는 하지도 하거나 하므로 하므로써 함으로써 함에 함을 함은 함이 "
    "함과 했을 하였을 되었을 됐을 했을때 시킨 시키는 시켰다 시켰던 시켰는가 시키고 시키기 시켜 "
    "시키며 시킬 시키려 시키려고 시킨다 시키지 받은 받는 받아 받고 받았다 받았던 받았는가 받을 "
    "받기 받으며 당한 당하는 당했다 당했던 당했는가 당하고 당해 있는 있다 있던 있었다 있었던 "
    "있는가 있었는가 없는 없다 었다 았다 였 었던 았던 었는가 았는가 었고 았고 었으며 았으며 "
    "었을까 았을까 는가 은가 던가 는지 으며 으면 으나 면서 으면서 으려고 으려 으니 습니다 "
    "습니까 는데 은데 던 고 며 면 지 게 자 기 기로 기도 기를 기에 기가 기는 도록 는다 는다고 "
    "었지만 았지만 어서 아서 려고 려는 려던 았을 었을"
)
# Josa that come in pairs: which one follows tells whether the stem ends in a consonant.
_AFTER_CONSONANT = _listed(
    "은 이 을 과 으로 이나 이랑 이란 이든 이라 이며 이자 이고 이다 이던 이면 이라면 으로서 "
    "으로써 이라는 이라고 이라며 이라도 이었던 이었다 이지만 이든지 이었는가 이에요 이었을까 "
    "이냐 으로는 으로도 으로의 으로부터 과의 과는"
)
_AFTER_VOWEL = _listed(
    "는 가 를 와 나 랑 란 라도 라 라는 라고 라며 라면 였던 였다 였는가 예요 였을까 와의 와는"
)
_AFTER_VOWEL_OR_RIEUL = _listed("로 로서 로써 로부터 로는 로도 로의")

_SUFFIXES = _JOSA | _ENDINGS
_LONGEST = max(map(len, _SUFFIXES))

_QUESTION_WORDS = _listed(
    "누구 누가 누굴 무엇 무어 뭐 뭘 무얼 어디 언제 어느 어떤 어떠한 무슨 몇 왜 어떻게 어째서 "
    "얼마 얼만큼 어떻 어떠"
)
_AFTER_QUESTION_WORD = 5
_WHY = "왜"  # begins nouns too, 왜곡 and 왜관: it asks alone, or before a josa of two syllables


def stems(word: str) -> list[str]:
    """What may be left of `word` without its josa or ending, the most stripped first.

    Empty where nothing can be taken off. Only a word that ends in Hangul has stems.
    """
    if not word or not is_syllable(word[-1]):
        return []
    longest = min(_LONGEST, len(word) - SHORTEST_STEM)
    return [
        word[:-length]
        for length in range(longest, 0, -1)
        if word[-length:] in _SUFFIXES and _may_follow(word[-length:], word[-length - 1])
    ]


def _may_follow(suffix: str, character: str) -> bool:
    """Whether a suffix has the form it takes after that character: 우루과이 is not 우루과 + 이."""
    if not is_syllable(character):
        return True
    final = split_syllable(character)[2]
    if suffix in _AFTER_CONSONANT:
        return final != ""
    if suffix in _AFTER_VOWEL:
        return final == ""
    return suffix not in _AFTER_VOWEL_OR_RIEUL or final in ("", "ㄹ")


def is_question_word(word: str) -> bool:
    """Whether `word` asks (누구에게, 어디인가, 몇) rather than names something."""
    if word.startswith(_WHY) and word != _WHY:
        return len(word) > 2 and word[1:] in _JOSA
    return any(
        word.startswith(asking) and len(word) <= len(asking) + _AFTER_QUESTION_WORD
        for asking in _QUESTION_WORDS
    )
