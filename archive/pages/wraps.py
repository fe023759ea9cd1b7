"""Bodies whose sentences were broken into short lines, as local broadcasters print them."""

from __future__ import annotations

import re

from .shapes import ends_sentence
from .sheet import Sheet
from .vocabulary import words_of

_LONGEST = 48
_SHORTEST_RUN = 5
_FEWEST_BROKEN = 3  # one or two lines without a full stop are headings among short sentences
_NARROWEST = 9  # on the average; narrower lines are a menu
_MARKS = frozenset("○□■◇-▲△▶※•·●◆☞")

# In a script, the evidence of all its runs counts: two broken sentences that hold one in four of
# the short lines, or one that holds half of them.
_FEWEST_SENTENCES = 2
_LONGEST_SENTENCE = 8  # lines
_LONGEST_TAG = 30

# `[NAME/TOWN]`, `INT-NAME`, `NAME / WORK`: who speaks, or what the screen shows.
_TAG = re.compile(r"[\[<〈【(][^\[\]<>〈〉【】()]{1,46}[\]>〉】)]$|INT\W")
_PARTED = re.compile(r"[^\d]{1,20}?[/:：=→]")
_ENUMERATED = re.compile(r"\d{1,2}\s?[.)]\s|[①-⑳㉠-㉻]|제\s?\d{1,3}[조항호]")
# The first words of a programme's rows.
_ROW = re.compile(
    r"(?:오전|오후|아침|점심|저녁|낮|밤)?\s?\d{1,2}\s?(?:[월시일]|[:.]\d)|[월화수목금토일]요일"
)
# Particles that no noun ends in, but for those of `_NOUNS`.
_PARTICLE = (
    r"(?:[은는을를에와며던]|에서|에게|으로|부터|까지|처럼|보다|하게|려고|도록|지만|의|과|면|게)"
)
_NOUNS = re.compile(
    r"(?:[마노가]을|오늘|[회강동주논합편문정건결창항심협토성호신]의|[사결성효학]과|[라화장측표전]면|"
    r"가게|하와|은행)$"
)
_SURE = re.compile(rf"[가-힣A-Za-z0-9)’”'\"%]{_PARTICLE}$")
# Syllables that end particles and verbs, and nouns as well.
_ALIKE = tuple("이가도만로고서지라여해아어한할된될인운린난간온본든큰같채듯던려")
_ADVERBS = frozenset(
    words_of("""
        모두 함께 바로 다시 이미 직접 아직 이제 더 가장 매우 잘 못 안 또 및 등 때 뒤 듯 채 수
        것 어제 오늘 내일 서로 스스로 제대로 점점
    """)
)


def find_wraps(sheet: Sheet, start: int) -> dict[int, int]:
    """Every stretch of short lines without a blank between them that reads as wrapped sentences:
    its first line, and the line behind its last.

    A run of five or more lines shows it alone. In a broadcast's script, from its first cue on, the
    runs of the page show it together, and each sentence of theirs is a stretch.
    """
    wrapped: list[range] = []
    others: list[range] = []
    at = start
    cue = False
    while at < len(sheet):
        last = at + 1
        if _may_wrap(sheet, at):
            while last < len(sheet) and sheet.lines[last].gap == 0 and _may_wrap(sheet, last):
                last += 1
            run = range(at, last)
            if len(run) >= _SHORTEST_RUN and _reads_as_wrapped(sheet, run):
                wrapped.append(run)
            elif cue:
                others.append(run)
        elif len(sheet.lines[at].text) <= _LONGEST and sheet.kind(at) == "cue":
            cue = True
        at = last
    width = _width(sheet, wrapped + others)
    found = {one.start: one.stop for run in wrapped for one in _stretches(sheet, run, width)}
    if others:
        found |= _sentences_of_a_script(sheet, others, width, alone=not wrapped)
    return found


def join_wrapped(sheet: Sheet, first: int, last: int, item: int) -> None:
    """Join the lines of a stretch into paragraphs, each closing where a line closes a sentence."""
    opening = first
    for at in range(first, last):
        if _closes(sheet.lines[at].text) or at == last - 1:
            sheet.join(opening, at, "짧게 끊긴 줄을 이음", item)
            opening = at + 1


def _may_wrap(sheet: Sheet, at: int) -> bool:
    return (
        sheet.free(at)
        and len(sheet.lines[at].text) <= _LONGEST
        and sheet.kind(at) in ("short", "prose")
    )


def _reads_as_wrapped(sheet: Sheet, run: range) -> bool:
    texts = [sheet.lines[at].text for at in run]
    marked = sum(text[0] in _MARKS for text in texts)
    closed = sum(ends_sentence(text) for text in texts)
    stops = sum("다. " in text or ends_sentence(text) for text in texts)
    width = sum(map(len, texts)) / len(texts)
    broken = len(texts) - closed
    return (
        marked * 4 < len(texts)
        and stops >= 1
        and broken >= _FEWEST_BROKEN
        and closed * 3 < len(texts) * 2
        and width >= _NARROWEST
    )


def _width(sheet: Sheet, runs: list[range]) -> int:
    """The number of characters at which the page breaks its lines, 0 where it breaks them by the
    sense: nearly every line that closes no sentence is too long for the next word.
    """
    broken = [
        at
        for run in runs
        for at in run[:-1]
        if not _closes(sheet.lines[at].text) and not _is_tag(sheet.lines[at].text)
    ]
    if len(broken) < _FEWEST_BROKEN:
        return 0
    sizes = sorted(len(sheet.lines[at].text) for at in broken)
    stray = len(sizes) >= _SHORTEST_RUN and sizes[-1] * 2 > sizes[-2] * 3
    width = sizes[-2] if stray else sizes[-1]
    full = sum(_is_full(sheet, at, width) for at in broken)
    return width if full * 5 >= len(broken) * 4 else 0


def _is_full(sheet: Sheet, at: int, width: int) -> bool:
    """Whether the next line's first word had no room on this line."""
    size = len(sheet.lines[at].text)
    following = sheet.lines[at + 1].text.split(maxsplit=1)[0]
    return size <= width < size + 1 + len(following)


def _stretches(sheet: Sheet, run: range, width: int) -> list[range]:
    """A wrapped run, parted before each point of a list, and at the lines that are paragraphs of
    their own: tags, and headings and rows where a sentence could begin.
    """
    found: list[range] = []
    opening = run.start
    begins = True
    for at in run:
        text = sheet.lines[at].text
        if _is_point(text):
            found.append(range(opening, at))
            opening, begins = at, True
        if _is_tag(text) or (begins and at + 1 < run.stop and _stands_alone(sheet, at, width)):
            found += [range(opening, at), range(at, at + 1)]
            opening, begins = at + 1, True
        else:
            begins = _closes(text)
    return [one for one in (*found, range(opening, run.stop)) if one]


def _stands_alone(sheet: Sheet, at: int, width: int) -> bool:
    """Whether a line that could begin a sentence is a heading or a row instead: it had room for
    the next word, or is short or one of several that lean on nothing and bear no particle.
    """
    text = sheet.lines[at].text
    if _closes(text) or "다. " in text or _leans(text):
        return False
    if width:
        return not (_is_full(sheet, at, width) or _has_particle(text))
    if len(text) < _NARROWEST:
        return not _is_sure(text.rsplit(maxsplit=1)[-1])
    below = sheet.lines[at + 1].text
    rows = not (_has_particle(below) or _closes(below) or _leans(below))
    return not _has_particle(text) and (rows or (at > 0 and _are_rows(sheet, at)))


def _sentences_of_a_script(
    sheet: Sheet, runs: list[range], width: int, *, alone: bool
) -> dict[int, int]:
    """The sentences of the runs that are broken over lines; none where too few are and the runs
    stand `alone`, without longer ones that show it themselves.
    """
    found: dict[int, int] = {}
    for run in runs:
        found |= _broken_sentences(sheet, run, width)
    if not alone:
        return found
    inside = sum(last - first for first, last in found.items())
    share = 4 if len(found) >= _FEWEST_SENTENCES else 2
    return found if inside * share >= sum(map(len, runs)) else {}


def _broken_sentences(sheet: Sheet, run: range, width: int) -> dict[int, int]:
    """The sentences of a run that begin at its first line or behind a closed one, go on below in
    each line but the last, and close there.
    """
    found: dict[int, int] = {}
    opening: int | None = None
    fresh = True  # behind a line that neither closes nor goes on, a heading or a row, none begins
    for at in run:
        text = sheet.lines[at].text
        if _is_tag(text) or _is_point(text):
            opening, fresh = None, True
        elif _closes(text):
            if opening is not None:
                found[opening] = at + 1
            opening, fresh = None, True
        elif at + 1 == run.stop:
            break
        elif opening is None:
            opening = at if fresh and _goes_on(sheet, at, width) else None
            fresh = False
        elif (
            at - opening >= _LONGEST_SENTENCE - 1
            or not (_goes_on(sheet, at, width) or _has_particle(text))
            or _are_rows(sheet, at)
        ):
            opening = None
    return found


def _goes_on(sheet: Sheet, at: int, width: int) -> bool:
    """Whether the sentence goes on below: the line leans on the next or had no room for it, and
    is not a heading, without a particle, above one sentence.
    """
    text = sheet.lines[at].text
    if _leans(text):
        return True
    full = width > 0 and _is_full(sheet, at, width)
    return full and (_has_particle(text) or not _closes(sheet.lines[at + 1].text))


def _are_rows(sheet: Sheet, at: int) -> bool:
    """Whether the line and the one above it open alike with a day or an hour."""
    return all(_ROW.match(sheet.lines[place].text) for place in (at - 1, at))


def _closes(text: str) -> bool:
    """Whether the line closes a sentence; scripts leave out the full stop behind `…니다`."""
    return ends_sentence(text) or text.endswith("니다")


def _is_tag(text: str) -> bool:
    """Whether the line names a speaker or what the screen shows."""
    if _TAG.match(text):
        return True
    parted = len(text) <= _LONGEST_TAG and _PARTED.match(text) is not None
    return parted and not (_closes(text) or _has_particle(text))


def _is_point(text: str) -> bool:
    """Whether the line opens a point of a list: by a mark, a number or the name of an article."""
    return text[0] in _MARKS or _ENUMERATED.match(text) is not None


def _leans(text: str) -> bool:
    """Whether the line breaks off inside a sentence: it ends in a particle, a comma or an adverb.
    An ending that nouns have too counts in a line of four words or with a particle inside.
    """
    words = text.split()
    last = words[-1]
    if last.endswith((",", "…")) or last in _ADVERBS or _is_sure(last):
        return len(words) > 1
    return last.endswith(_ALIKE) and last != "그대로" and (len(words) >= 4 or _has_particle(text))


def _has_particle(text: str) -> bool:
    """Whether a word of the line bears a particle that tells of a sentence: headings join their
    nouns with 의, 와 and 과.
    """
    return any(_is_sure(word) and word[-1] not in "의와과" for word in text.split())


def _is_sure(word: str) -> bool:
    bare = word.rstrip(",")
    return _SURE.search(bare) is not None and _NOUNS.search(bare) is None
