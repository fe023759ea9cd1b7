"""Words that are somebody's by what follows at once: “비가 온다”는 주민들의 말에."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.quotations import signatures
from archive.entities.quotations.speech_nouns import NOUNS, SAYING, is_spoken_of
from archive.entities.quotations.stretches import Phrase, holds_clause_end, phrase_in
from archive.korean.hangul import ENDING_IN_N

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene

# Words between the owner and the noun: 주민들의 공통된 의견, 시의 공식 입장.
_LIKE = r"(?:[가-힣]{0,6}[한된인은식통랜운]\s){0,2}?"
_THAT = r"(?:게|것이|것은|건)\s"
_THEIRS = re.compile(
    rf"{SAYING}(?:(?P<that>{_THAT}))?(?P<phrase>[^“”\"\n.]{{1,60}}?)의\s{_LIKE}(?:{NOUNS})"
)
_ACCOUNT = re.compile(
    rf"{SAYING}{_THAT}(?P<phrase>[^“”\"\n.]{{1,40}}?)\s(?:{NOUNS})"
    r"(?:이다|이라|이었|였|입니다|이고|이며|인데)"
)
# Without 의, 정부 설명에: the shortest phrase, in front of which nothing else stands.
_BARE = re.compile(
    rf"{SAYING}(?P<phrase>[^“”\"\n.]{{1,20}}?)\s(?:{NOUNS})(?:에(?:도|는)?|[과와](?:는)? 달리)\s"
)
# “비가 온다”고 말한 사람은 농민 한도윤 씨였다.
_CLEFT = re.compile(
    r"\s?(?:이라고|라고|고) (?:[가-힣]+ )?[가-힣]+[한인린낸친운온건] (?:사람|이|것|쪽|주인공)은 "
    r"(?P<phrase>[^“”\"\n.,]{2,50}?)(?:이었|였|이)?다\."
)
# “꼭 온다”던 아들은: who used to say so.
_USED_TO_SAY = re.compile(
    r"\s?(?:이라던|라던|던) (?P<phrase>[^“”\"\n.,]{1,30}?)(?:[은는이가을를도의]|에게)(?=[ ,])"
)
_WHOM = r"(?P<phrase>[^“”\"\n.,]{1,30}?)(?:[을를의과와]|에게|에게서|에 대해)(?=[ ,])"
_NO_PERSON = r"(?!(?:뒤|후|다음|이후|직후|날|때|데|바|것|적|점|채|끝|혐의)(?:[ 은이가에]|로))"
# “비가 온다”고 위협한 혐의로 상인을 붙잡았다, “비가 온다”며 이장을 때린 혐의로 기소된 상인에게.
_DEED = (
    r"\s?(?:이라고|라고|고|이라며|라며|며|면서) "
    r"(?:[가-힣0-9]+[을를게에로서어아해여며고] ){0,5}?[가-힣]{0,4}"
)
_CHARGED = re.compile(
    rf"{_DEED}[{ENDING_IN_N}] 혐의(?:로 (?:[가-힣]{{2,6}}(?:된|받은|받는|진) )?|를 받는 )"
    r"(?P<phrase>[^“”\"\n.,]{1,30}?)(?:[을를의과와은는이가]|에게|에게서|에 대해)(?=[ ,])"
)
# “비가 온다”며 이장을 때린 상인을, where a sentence begins so.
_DID = re.compile(rf"{_DEED}[{ENDING_IN_N}] {_NO_PERSON}{_WHOM}")
_CALLED = re.compile(rf"{SAYING}(?:[가-힣]+\s)?(?:{NOUNS})")
# One who is named after his words: “비가 온다”는 한도윤 씨는 “…”고 했다.
_OWNED = re.compile(
    r"\s?(?:이라는|라는|는|던|(?:이라고|라고|고) (?:밝힌|(?:말|강조|설명|회상|자랑)하는"
    r"|(?:말|강조|설명|회상|자랑|고백|토로|지적|주장|당부)한))\s"
)
_NOT_OWNED = re.compile(r"(?:에|에게|을|를|로|에서|다|고|며|면서|자|듯|만큼|등)(?=[\s,]|$)|[.!?]\s")
_OWNER_REACH = 40  # characters
_AT = ("에 ", "에도 ", "에는 ")


def is_owned(scene: Scene, closed: int) -> bool:
    """Whether what follows the words that end there makes them somebody's."""
    return bool(owner_after(scene, closed) or whose(scene, closed))


def whose(scene: Scene, closed: int) -> str | None:
    """Whom the words that end there are called after, or whom a bracket names behind them."""
    theirs = scene.subjects.of(_owner(scene.text, closed))
    return theirs or signatures.signed(scene, closed)


def _owner(text: str, closed: int) -> Phrase | None:
    """Whose words they are called that end at `closed`: “비가 온다”는 주민들의 말에."""
    match = _theirs(text, closed) or _CLEFT.match(text, closed) or _USED_TO_SAY.match(text, closed)
    return phrase_in(match)


def _theirs(text: str, closed: int) -> re.Match[str] | None:
    if not is_spoken_of(text, closed):
        return None
    match = _THEIRS.match(text, closed)
    if match and not match["that"] and holds_clause_end(text, Phrase(*match.span("phrase"))):
        match = None
    return match or _ACCOUNT.match(text, closed) or _BARE.match(text, closed)


def is_called(text: str, span: Span) -> bool:
    """Whether who stands before the words has said them: 아버지의 “비가 온다”는 말을."""
    return text.startswith("의 ", span.opened - 2) and _CALLED.match(text, span.closed) is not None


def owner_before(scene: Scene, span: Span) -> str | None:
    """Who stands before the words, if he has said them: 아버지의 “비가 온다”는 말을."""
    if not is_called(scene.text, span):
        return None
    return scene.subjects.named(span.opened - 2, span.opened - 2)


def owner_after(scene: Scene, closed: int) -> str | None:
    """Whom the sentence names as the owner of the words that end there."""
    match = _OWNED.match(scene.text, closed)
    if match is None:
        return None
    at, stop = match.end(), match.end() + _OWNER_REACH
    if (end := scene.text.find(".", at, stop)) >= 0 and end in scene.introduced:
        return scene.known.at(end)
    for subject in scene.subjects.between(at, stop)[:1]:
        known = subject.topic and subject.name in scene.known.people
        if known and not _NOT_OWNED.search(scene.text[at : subject.end - 1]):
            return subject.name
    return None


def related(text: str, closed: int, *, first: bool) -> Phrase | None:
    """Who is charged with having said the words, “…”고 위협한 혐의로 상인을; `first` in a sentence
    they can also be of whom it tells what he did: “…”며 이장을 때린 상인을.
    """
    match = _CHARGED.match(text, closed)
    phrase = phrase_in(match or (_DID.match(text, closed) if first else None))
    return None if phrase is None or holds_clause_end(text, phrase) else phrase


def reaction(text: str, closed: int) -> int | None:
    """Where what somebody does at the words begins: “비가 온다”는 주민의 말에 한도윤은 웃었다."""
    match = _theirs(text, closed)
    return match.end() if match and text.startswith(_AT, match.end()) else None
