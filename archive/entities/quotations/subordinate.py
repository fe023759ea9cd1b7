"""Clauses beside words in quotation marks: where they end, and whose subjects do not speak."""

from __future__ import annotations

import re

from archive.entities.quotations.speech_nouns import SPEECH
from archive.korean.hangul import ENDING_IN_N

_ASKED = re.compile(rf"[는은한던] (?:{SPEECH}|물음|의혹|소식|말)에")
_TOLD = re.compile(
    rf"[{ENDING_IN_N}] ?(?:것|점|데|사실|상황)"
    r"(?:(?:에|과|와)? (?:대해|대하여|관해|관련)"
    r"|[을를] (?:들어|들며|감안|고려|반영|근거로|이유로|두고|놓고))"
)
# 시장이 약속을 잊었다는 지적이 있는데 “…”: what is said of him is a clause of its own.
_REPROACHED = re.compile(
    rf"[다냐라자]는 (?:{SPEECH}|의혹|소문)(?:이|도|가) (?:있|나오|나온|나왔|제기|일)\S*?"
    r"(?:는데|은데|자|지만),? "
)
# 누리일보가 보도한 개각설과 관련해 “…”, 한도윤이 낸 소송에서 “…”: they say which.
_WHICH = re.compile(
    rf" (?:[^\s“”\",.]+ ){{0,2}}?[^\s“”\",.]*[{ENDING_IN_N}] "
    r"[^\s“”\",.]*(?:[과와] 관련해|에 (?:대해|관해)|[을를] 두고|(?:소송|재판|청구|사건)에서),? $"
)
_ASKED_WHETHER = re.compile(r"(?:느냐|으냐|냐|는지|은지|나|까)는 (?:질문|물음)에")
_INNER_SUBJECT = re.compile(r"[가-힣][이가] ")
_HIS_WORDS = re.compile(r"[‘'][^‘’'\n]{0,120}[’']")

_PAST = "".join(map(chr, range(ord("갔"), ord("힣"), 28)))  # 했, 혔, 됐
# “비가 온다”고 말했으며, 다른 이는
_CLAUSE = re.compile(
    r"\s?(?:이라고|라고|고|이라며|라며|며|면서|(?:이라는|라는|는) [가-힣]+[을를]) ?"
    rf"[^“”\"\n.,]{{0,16}}[{_PAST}]"
    r"(?:고|으며|지만|으나|는데),? "
)

# 비가 온다며 “…”, 비가 온다고 지적하며 “…”.
_REPORTED = re.compile(r"[다라냐자](?:고 [가-힣]{1,4}하)?(?:며|면서) $")
_REPORTED_REACH = 12  # characters
_ENDED = re.compile(rf"[{_PAST}]다 ")
# One verb of judging another: “비가 온다”고 비난했다. In “…”고 말했다고 전했다 there are two, and
# what is said, asked or ordered the subject beside the words says.
_TOLD_ONCE = re.compile(
    r"\s?(?:이라고|라고|고|이라며|라며|며|이라면서|라면서|면서) "
    r"(?:(?!\S+[다냐자라]고\s)[^\s“”\",.]+ ){0,3}맹?"
    r"(?:비난|비판|지적|규탄|질타|혹평|성토|힐난|의심|반발|보도|폭로)(?:했|하였)다(?=[.\n]|$)"
)
# A clause of its own ends: 한도윤은 떠났고, 한도윤은 떠났지만.
_CLAUSE_ENDED = re.compile(r"[가-힣](?:지만|으나|으며|는데|은데|고|자|니|더니|데다),? ")
_NO_TELLER = ("면", "서는", "서도")  # 한도윤에 따르면, 회의에서는: another tells


def is_reported(text: str, opened: int) -> bool:
    """Whether the clause right before the words is reported too: 시장은 비가 온다며 “…”."""
    return _REPORTED.search(text, max(0, opened - _REPORTED_REACH), opened) is not None


def clause_end(text: str, closed: int, stop: int) -> int:
    """Where the clause ends of the quotation that ends at `closed`; `stop`, if none begins anew."""
    match = _CLAUSE.match(text, closed, stop)
    return match.end() if match else stop


def sentence_end(text: str, closed: int, stop: int) -> int:
    """Where the sentence ends of a quotation that ends at `closed`, also one without a full stop:
    “비가 온다”고 말했다 한도윤은 떠났다.
    """
    match = _ENDED.search(text, closed, stop)
    return match.end() if match else stop


def is_told_of(text: str, subject_end: int, opened: int) -> bool:
    """Whether a clause ends between a subject and the words that open there, and the words are
    about that: 주민들이 우산을 든 데 대해 “…”, 우산을 든 점을 들어. In 시장이 비가 온 데 대해 the
    rain's clause does.
    """
    told = _TOLD.search(text, subject_end, opened)
    if told is None:
        return False
    clause = _HIS_WORDS.sub("", text[subject_end : told.start()])
    return _INNER_SUBJECT.search(clause) is None


def is_reproached(text: str, subject_end: int, opened: int) -> bool:
    """Whether what is said of a subject is a clause of its own, and another is asked or speaks:
    시장이 약속을 잊었다는 지적이 있는데 어떠냐는 질문에는 “…”.
    """
    reproach = _REPROACHED.search(text, subject_end, opened)
    return reproach is not None and _ASKED.search(text, reproach.end() - 1, opened) is not None


def is_asked(text: str, subject_end: int, opened: int) -> bool:
    """Whether a clause of a subject, and of no other, is what is asked: 누가 묻겠느냐는 질문에."""
    asked = _ASKED_WHETHER.search(text, subject_end, opened)
    return asked is not None and not _INNER_SUBJECT.search(text, subject_end, asked.start())


def is_asked_about(text: str, subject_end: int, opened: int) -> bool:
    """The same, or whether the words answer it: 비가 오느냐는 물음에 “…”. Of a far subject that is
    no sign: 시장이 … 비가 오느냐는 물음에.
    """
    asked = _ASKED.search(text, subject_end, opened) is not None
    return asked or is_told_of(text, subject_end, opened)


def says_which(text: str, subject_end: int, opened: int) -> bool:
    """Whether the clause of a subject only says what the words of another are about, or in whose
    case a court says them: 시는 누리일보가 보도한 개각설과 관련해 “…”, 재판부는 한도윤이 낸
    소송에서 “…”.
    """
    return _WHICH.match(text, subject_end, opened) is not None


def is_in_the_words(text: str, topic_end: int, subject_end: int, closed: int) -> bool:
    """Whether a subject right before words that end at `closed` belongs to them, and who is the
    topic tells them: 한도윤 의원은 시장이 “약속을 잊었다”고 비난했다. Where he tells that another
    has told them, the words are the other's: 한도윤 의원은 시장이 “잊었다”고 말했다고 전했다.
    """
    if text.endswith(_NO_TELLER, 0, topic_end) or _TOLD_ONCE.match(text, closed) is None:
        return False
    return _CLAUSE_ENDED.search(text, topic_end, subject_end) is None
