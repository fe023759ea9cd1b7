"""What stands right behind a quotation, or around it, and says whose words they are.

`“…”는 주민들의 말에`, `“…”는 게 한도윤 씨의 설명이다`, `관리소장에게서 “…”는 통보를 받았다`,
`“….”(한도윤·농민)`; and what says that they are nobody's: `“…”는 글이 올라왔다`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.lexicon import words

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span

_SAYING = r"\s?(?:이라는|라는|는|란|던)\s"
_SPOKEN_OF = re.compile(r"\s?(?:이라는|라는|는|란|던|등의|등)\s")
_NOUNS = "|".join(sorted(words("speech_nouns") | words("reply_nouns")))
# Words between the owner and the noun: 주민들의 공통된 의견, 시의 공식 입장.
_LIKE = r"(?:[가-힣]{0,6}[한된인은식통랜운]\s){0,2}?"
_THAT = r"(?:게|것이|것은|건)\s"
_THEIRS = re.compile(
    rf"{_SAYING}(?:(?P<that>{_THAT}))?(?P<phrase>[^“”\"\n.]{{1,60}}?)의\s{_LIKE}(?:{_NOUNS})"
)
_ACCOUNT = re.compile(
    rf"{_SAYING}{_THAT}(?P<phrase>[^“”\"\n.]{{1,40}}?)\s(?:{_NOUNS})"
    r"(?:이다|이라|이었|였|입니다|이고|이며|인데)"
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
# One who is named after his words: “비가 온다”는 한도윤 씨는 “…”고 했다.
OWNED = re.compile(
    r"\s?(?:이라는|라는|는|던|(?:이라고|라고|고) (?:밝힌|(?:말|강조|설명|회상|자랑)하는"
    r"|(?:말|강조|설명|회상|자랑|고백|토로|지적|주장|당부)한))\s"
)
# “비가 온다”고 말하는 한도윤 씨의 눈이 젖었다.
TELLING_OWNER = re.compile(r"(?P<head>[^“”\"\n.,]{1,30}?)의 ")
# “비가 온다”고 말한 이장을 만났다, “비가 온다”고 위협한 혐의로 상인을 붙잡았다.
_RELATED = re.compile(
    r"\s?(?:이라고|라고|고) (?:(?:[가-힣]+(?:게|히) )?"
    r"(?:말|주장|답|강조|설명|고백|지적|호소|항의|밝|외)[한힌친] "
    r"(?!(?:뒤|후|다음|이후|직후|날|때|데|바|것|적|점|채|끝|혐의)(?:[ 은이가에]|로))"
    r"|[^“”\",.\n]{2,24} 혐의로 )"
    r"(?P<phrase>[^“”\"\n.,]{1,30}?)(?:[을를의과와]|에게|에게서)(?=[ ,])"
)
_CALLED = re.compile(rf"{_SAYING}(?:[가-힣]+\s)?(?:{_NOUNS})")
# Without 의, 정부 설명에: the shortest phrase, in front of which nothing else stands.
_BARE = re.compile(
    rf"{_SAYING}(?P<phrase>[^“”\"\n.]{{1,20}}?)\s(?:{_NOUNS})(?:에(?:도|는)?|[과와](?:는)? 달리)\s"
)
# Another clause ends before the owner: 한도윤이 주민의 제안을, 비가 와서 주민의 말에.
_CLAUSE = re.compile(r"[가-힣](?:은|는|이|가|을|를|에게|로|고|며|면|서|자)\s")
_MESSAGES = "|".join(sorted(words("messages"), key=len, reverse=True))
_RECEIVED = re.compile(
    rf"{_SAYING}(?:[가-힣]+\s){{0,2}}?[가-힣]{{0,4}}(?:{_MESSAGES})(?:서|문)?"
    r"(?:(?:을|를|도|까지|만)?\s(?:[가-힣]+\s)?"
    r"(?:받(?:았|은|고|자|던|는|게|기|아(?!들))|들었|들은|들어|듣|당했|당하|당한|접했|접하|접한|얻|확보|이끌어)"
    r"|(?:이|가|만)\s(?:[가-힣]+\s)?(?:왔|온\s|오자|돌아왔|돌아온|걸려|도착|날아|되풀이되|반복되|되풀이됐|반복됐))"
)
_SOURCE = re.compile(
    r"(?P<head>[가-힣A-Za-z0-9)]+?)(?:에게서|한테서|으로부터|로부터|에게|한테|에서는|에서)\s"
    r"(?:[가-힣0-9]+\s){0,2}$"
)
# A paper cites whose words they are: 소식통을 인용해 “…”, 관계자의 말을 인용해.
_CITED = re.compile(
    r"(?P<phrase>[가-힣A-Za-z0-9·)]+)(?:[을를]|의 말을) 인용해 (?:[가-힣0-9]+ ){0,2}$"
)
# What follows is said in answer to the quotation, by another: “…”라는 질문에 그는 “…”고 답했다.
_HEARD = "|".join(
    sorted(
        (words("messages") - {"다짐", "약속", "보고", "인사"}) | {"주장", "의혹", "소문", "우려"}
    )
)
_REPLIED = re.compile(
    rf"\s?(?:이라는|라는|는)\s(?:{_HEARD})에(?:는|도|만)?(?=[\s,])(?! (?:힘|무게|방점)[을를])"
)
# Who is named next answers, whoever asked: “비가 오나”라고 묻자 그는 “온다”고 했다.
_ASKED = re.compile(
    r"\s?(?:이라고|라고|고|냐고)\s?"
    r"(?:묻자|물으니|물었더니|(?:말|질문|지적|권|제안|요구)?하자|따지자)"
)
_SPREAD = "|".join(sorted(words("spread_verbs")))
_NOBODYS = re.compile(
    rf"\s?(?:이라는|라는|는|란|등의|등)\s(?:[가-힣]+\s){{0,2}}?"
    rf"[가-힣]{{0,4}}(?:{_NOUNS}|글|댓글|게시물|후기|민원|청원|의혹|소문|여론|비난|성토|질타|추측|해석|야유|함성|환호|구호|소리|냉소|조소|반발)"
    rf"(?:들)?(?:이|가|도|은|는)\s(?:[가-힣]+\s){{0,2}}?(?:{_SPREAD})"
)
# “비켜라” 하는 소리가 나왔다, “비켜라”를 외치는 소리가 이어졌다.
_CRIED = re.compile(
    rf"(?: 하는|[을를]? 외치는) (?:소리|말|외침|함성|야유|고함|목소리|탄성|탄식)(?:이|가|도) "
    rf"(?:[가-힣]+ ){{0,3}}?(?:{_SPREAD})"
)
# What somebody says in a way that has a name of its own, and does something by it.
_UTTERANCES = "|".join(sorted(words("utterances"), key=len, reverse=True))
_ACT = re.compile(
    rf"{_SAYING}(?:(?:[가-힣]+\s)?(?:{_NOUNS}|한 마디)(?:[을를만]|만을) (?:[가-힣]+\s)?"
    r"(?:했|하며|하면서|하고|내놓|내놨|남겼|남기|남긴|전했|건넸|건네|던졌|던지|던진|쏟아|덧붙|곁들|잊지|보탰"
    r"|늘어놓|되풀이|반복|거듭)"
    rf"|(?:[가-힣]+[한인은는]\s)?(?:{_UTTERANCES})(?:으로|로)\s)"
)
_PLACE = re.compile(r"(?P<head>[가-힣A-Za-z0-9&·]+?)(?:에서는|에서도|에서)\s(?:[가-힣]+\s){0,2}$")
# Nothing goes on behind the bracket: “파도가 친다”(누리출판사)를 is a book.
_CREDIT = re.compile(
    r" ?\((?P<who>[^()\n“”\"]{1,20}(?:\([^()\n]{1,10}\)[^()\n“”\"]{0,20})?)\)(?![가-힣])"
)
# “비가 와요.”-한도윤 씨, at the end of a line.
_SIGNED = re.compile(r" ?[-–—] ?(?P<who>[가-힣A-Za-z][^()\n“”\"]{1,20})(?=\n|$)")
# The same on the line below: - 한도윤 누리대 교수 -
_SIGNED_BELOW = re.compile(
    r"\n ?[-–—] ?(?P<who>[가-힣A-Za-z][^()\n“”\".!?]{1,28}?)(?:\(\d{1,3}세?\))?(?: ?[-–—])?(?=\n|$)"
)
_CREDIT_PARTS = re.compile(r"\s?[·,/ㆍ]\s?")
_AT = ("에 ", "에도 ", "에는 ")
_BEFORE = 60  # characters
_REST = r"\s*[^“”\"\n.!?]{2,80}"  # of a sentence that begins with a quotation
_SAID_TO = "|".join(sorted(words("said_to_nouns"), key=len, reverse=True))
_REACTED = re.compile(
    r"\s?(?P<phrase>[^“”\"\n.!?]{2,60}?)의 (?:(?:[가-힣]{1,6}[한된은인]|우승|수상|당선|취임|첫) )?"
    rf"(?:(?:{_SAID_TO})(?:에(?:도|는)? |[을를] (?:들은|듣고|듣자|듣던) )"
    rf"|(?:{_SAID_TO}|{_NOUNS})(?:이다|다|였다|이었다|입니다)[.\n])"
)
# “비가 와.” 과수원을 하는 한도윤 씨 이야기다.
_STORY = re.compile(
    r"\s?(?P<phrase>[^“”\"\n.!?]{2,60}?) (?:이야기|얘기|말|설명|하소연)"
    r"(?:이다|다|였다|이었다|입니다)[.\n]"
)
_TOLD_BEFORE = re.compile(
    r"(?:물었|물어봤|말했|외쳤|소리쳤|되물었|덧붙였|답했|대답했|전했|묻는|말한|입을 열었|입을 뗐"
    r"|운을 뗐|(?:말을|이렇게) 꺼냈|이렇게 [가-힣]{2,4}했|말을 이었|말을 건넸|말문을 열었"
    r"|이렇게 썼|이렇게 적었)다[.:]\s*$"
)
# 한도윤 씨의 말이다. “….”; 이웃 정다솔 씨의 이야기는 다르다. “….”
_LED_BY = re.compile(
    rf"(?:^|[.!?”\n]\s?)(?P<phrase>[^“”\"\n.!?]{{1,50}}?)의 (?:{_NOUNS}|{_MESSAGES})"
    r"(?: [한두] [통장줄])?"
    r"(?:이었다|였다|이다|다|은|는|도)(?: [^“”\"\n.!?]{0,20})?[.:]\s*$"
)
# What sounds or lies there is nobody's, if no owner stands before it: 전화는 밤에 걸려 왔다. “….”
_SOUNDED = re.compile(
    r"(?:(?P<phrase>[가-힣A-Za-z0-9 ]{1,30}?)(?:의|[이가] (?:보낸|남긴|쓴|건넨|부친))"
    r"(?: [가-힣]{0,3}[은는한된찬른쁜])? )?"
    r"(?:전화|목소리|소리|방송|안내|메시지|문자|쪽지|편지|외침|고함|비명|댓글|글|음성|호통)"
    r"[가-힣]{0,4} (?:[^\s“”\".!?]+ ){0,5}?"
    r"(?:걸려 ?왔|들려 ?왔|들렸|흘러나왔|울렸|울려 ?퍼졌|터져 ?나왔|도착했|날아왔|날아들었"
    r"|(?:끼어|붙어|적혀|쓰여|놓여|남아|남겨져) ?있었)다[.:]\s*$"
)
# Who does something when another asks: 재판장이 묻자 그는 “…”고 답했다.
_ASKER = re.compile(
    r"(?: [^\s“”\",]+){0,2}? ?[가-힣]*(?:[하되오서묻]자|따지자|붙이자|물으니|물었더니)(?=[ ,])"
)
_JUST_ASKED = re.compile(
    r"[”\"]\s?(?:이라고|라고|고|냐고) ?(?:되?묻자|되?물으니|물었더니|하자|따지자|질문하자),? $"
)
_ASKED_REACH, _ASKING_REACH = 14, 300  # characters
_SENTENCE_ENDS, _AFTER_END = (". ", "? ", "! ", ".\n"), 2
_TELLING_NOUN = re.compile(rf"의? (?:{_NOUNS}|보도|발표|브리핑)$")
_ASKED_WHOM = re.compile(
    r"(?:^|[.!?”\n]\s?)(?P<phrase>[^“”\"\n.!?]{1,30}?)(?:에게|께) [^“”\"\n.!?]{0,40}"
    r"(?:물었|물어봤|물어보았|질문했|질문을 던졌|청했)다\.\s*$"
)
# Who is asked answers, if nobody else is named: 시장에게 이유를 묻자 “…”.
_ASKED_HERE = re.compile(
    r"(?P<phrase>[가-힣A-Za-z0-9·)]+(?: [가-힣A-Za-z0-9·)]+){0,2}?)(?:에게|께) "
    r"(?:[^\s“”\",.!?]+ ){1,8}?(?:되?묻자|되?물으니|되?물었더니|질문하자|질문을 던지자),? "
)
_TELLS = re.compile(
    rf"{_REST}(?:{'|'.join(verb.replace('_', ' ') for verb in sorted(words('telling_verbs')))})"
)
_SMILES = re.compile(rf"{_REST}(?:웃었|웃으|한숨|미소)")


class Phrase(NamedTuple):
    """Where a phrase that may name a speaker stands."""

    start: int
    end: int


def owner(text: str, closed: int) -> Phrase | None:
    """Whose words they are called that end at `closed`: “비가 온다”는 주민들의 말에."""
    match = _theirs(text, closed) if is_spoken_of(text, closed) else None
    match = match or _CLEFT.match(text, closed) or _USED_TO_SAY.match(text, closed)
    return Phrase(*match.span("phrase")) if match else None


def is_spoken_of(text: str, closed: int) -> bool:
    """Whether what follows can say what the words are: “…”는 질문에, “…” 등의 댓글이."""
    return _SPOKEN_OF.match(text, closed) is not None or _CRIED.match(text, closed) is not None


def _theirs(text: str, closed: int) -> re.Match[str] | None:
    match = _THEIRS.match(text, closed)
    if (
        match
        and not match["that"]
        and _CLAUSE.search(text, match.start("phrase"), match.end("phrase"))
    ):
        match = None
    return match or _ACCOUNT.match(text, closed) or _BARE.match(text, closed)


def related(text: str, closed: int) -> Phrase | None:
    """Of whom a clause may say that he has said the words: “…”고 말한 이장을 만났다."""
    match = _RELATED.match(text, closed)
    if match is None or _CLAUSE.search(text, match.start("phrase"), match.end("phrase")):
        return None
    return Phrase(*match.span("phrase"))


def is_called(text: str, span: Span) -> bool:
    """Whether who stands before the words has said them: 아버지의 “비가 온다”는 말을."""
    return text.startswith("의 ", span.opened - 2) and _CALLED.match(text, span.closed) is not None


def is_replied_to(text: str, closed: int) -> bool:
    """Whether the words are a question or a reproach that another answers: “…”라는 질문에."""
    return _REPLIED.match(text, closed) is not None


def is_asked(text: str, closed: int) -> bool:
    """Whether whoever is named next answers the words: “비가 오나”라고 묻자."""
    return _ASKED.match(text, closed) is not None


def is_received(text: str, closed: int) -> bool:
    """Whether the subject of the sentence was told the words: “비가 온다”는 통보를 받았다."""
    return _RECEIVED.match(text, closed) is not None


def is_anothers(text: str, closed: int) -> bool:
    """Whether another than the subject has said the words: “…”라는 질문에, “…”는 통보를 받았다."""
    if not is_spoken_of(text, closed):
        return False
    return is_replied_to(text, closed) or is_received(text, closed)


def source(text: str, start: int, opened: int) -> Phrase | None:
    """From whom words came that open there: 관리소장에게서 “…”."""
    match = _SOURCE.search(text, max(start, opened - _BEFORE), opened)
    return Phrase(*match.span("head")) if match else None


def cited(text: str, start: int, opened: int) -> Phrase | None:
    """Whom a paper may cite with the words that open there: 소식통을 인용해 “…”."""
    match = _CITED.search(text, max(start, opened - _BEFORE), opened)
    return Phrase(*match.span("phrase")) if match else None


def is_speech_act(text: str, closed: int) -> bool:
    """Whether the words are what somebody asked for or confessed: “…”는 주문을 했다."""
    return _ACT.match(text, closed) is not None


def is_nobodys(text: str, closed: int) -> bool:
    """Whether the words go round, and nobody is named who said them: “…”는 글이 올라왔다."""
    return _NOBODYS.match(text, closed) is not None or _CRIED.match(text, closed) is not None


def place(text: str, start: int, opened: int) -> Phrase | None:
    """Where such words go round: 야당에서는 “…”는 비판이 나왔다."""
    match = _PLACE.search(text, max(start, opened - _BEFORE), opened)
    return Phrase(*match.span("head")) if match else None


def credited(text: str, closed: int) -> list[Phrase]:
    """The parts of the bracket behind the words, `(한도윤·농민)`, in any of which may be a name, or
    of the line that ends with it.
    """
    bracket = text.startswith(("(", " ("), closed)
    match = _CREDIT.match(text, closed) if bracket else _SIGNED.match(text, closed)
    if match is None:
        return []
    begin, stop = match.span("who")
    parts: list[Phrase] = []
    for joint in _CREDIT_PARTS.finditer(text, begin, stop):
        parts.append(Phrase(begin, joint.start()))
        begin = joint.end()
    return [*parts, Phrase(begin, stop)]


def signed_below(text: str, closed: int) -> Phrase | None:
    """Whom the line below may name, `- 한도윤 누리대 교수 -`; a question has dashes too."""
    match = _SIGNED_BELOW.match(text, closed)
    return Phrase(*match.span("who")) if match else None


def is_own_sentence(text: str, span: Span) -> bool:
    """Whether the words in quotation marks are a sentence beside others: 왔다. “비가 와.” 그는

    A cry is one only with a verb: “즐거운 축제!” hangs on a banner.
    """
    if text[span.end - 1] not in ".!?…" or text[span.closed : span.closed + 1].strip():
        return False
    if text[span.end - 1] == "!" and text[span.end - 2] not in "다요까죠자라네지니군야오":
        return False
    return _ends_before(text, span.opened) in '\n.!?”"'


def opens_paragraph(text: str, at: int) -> bool:
    """Whether a paragraph begins there, space aside."""
    return _ends_before(text, at) in ("", "\n")


def _ends_before(text: str, at: int) -> str:
    """The last character before `at` that is no space; empty at the beginning."""
    return text[max(0, at - 4) : at].rstrip(" ")[-1:]


def named_after(text: str, closed: int, stop: int) -> Phrase | None:
    """Whose the words were that somebody reacts to, “비가 와.” 간호사의 말에 한도윤은 돌아섰다, or
    that are said to be his: “비가 와.” 한도윤의 첫마디다.
    """
    match = _REACTED.match(text, closed, stop)
    return Phrase(*match.span("phrase")) if match else None


def story_of(text: str, closed: int) -> Phrase | None:
    """Whose story the words are said to be, if it is anybody's: “비가 와.” 한도윤 씨 이야기다."""
    match = _STORY.match(text, closed)
    return Phrase(*match.span("phrase")) if match else None


def asker_before(text: str, start: int) -> int | None:
    """Where the sentence begins of one who has only asked before that place; None where nobody
    has: 이여울 씨가 “…”고 묻자 그는.
    """
    asked = _JUST_ASKED.search(text, max(0, start - _ASKED_REACH), start)
    if asked is None:
        return None
    floor = max(0, start - _ASKING_REACH)
    opened = max(floor, *(text.rfind(mark, floor, asked.start()) for mark in '“"'))
    ends = (text.rfind(end, floor, opened) for end in _SENTENCE_ENDS)
    return max(floor, *(at + _AFTER_END for at in ends if at >= 0), floor)


def reaction(text: str, closed: int) -> int | None:
    """Where what somebody does at the words begins: “비가 온다”는 주민의 말에 한도윤은 웃었다."""
    match = _theirs(text, closed)
    return match.end() if match and text.startswith(_AT, match.end()) else None


def led_by(text: str, opened: int) -> Phrase | None:
    """Whose words the sentence before says that they are: 한도윤 씨의 말이다. “비가 와.”"""
    match = _LED_BY.search(text, max(0, opened - 90), opened)
    return Phrase(*match.span("phrase")) if match else None


def heard(text: str, opened: int) -> tuple[Phrase | None] | None:
    """Whose voice, call or note the sentence before speaks of, or that it is nobody's; None where
    it speaks of no such thing: 전화가 걸려 왔다. “비가 와.”
    """
    if not text.endswith(("다. ", "다.\n", "다: "), 0, opened):
        return None
    begin = max(text.rfind(mark, max(0, opened - 90), opened - 4) for mark in ".!?\n”") + 1
    match = _SOUNDED.search(text, begin, opened)
    if match is None:
        return None
    return (Phrase(*match.span("phrase")) if match["phrase"] else None,)


def asks(text: str, at: int, stop: int) -> bool:
    """Whether the subject that ends at `at` only asks, so that another speaks: 그가 이유를 묻자."""
    return _ASKER.match(text, at, stop) is not None


def teller(text: str, at: int) -> int:
    """Where the phrase of the teller ends, 주민의 말 before 에 따르면; `at`, if he stands alone."""
    match = _TELLING_NOUN.search(text, max(0, at - 12), at)
    return match.start() if match else at


def is_told_before(text: str, opened: int) -> bool:
    """Whether the sentence before tells or asks, so that its subject speaks: 한도윤이 물었다."""
    return _TOLD_BEFORE.search(text, max(0, opened - 16), opened) is not None


def asked_whom(text: str, opened: int) -> Phrase | None:
    """Who answers where the sentence before says whom the reporter asked: 한도윤에게 물었다."""
    match = _ASKED_WHOM.search(text, max(0, opened - 90), opened)
    if match is None or _CLAUSE.search(text, match.start("phrase"), match.end("phrase")):
        return None
    return Phrase(*match.span("phrase"))


def asked_here(text: str, start: int, opened: int) -> tuple[Phrase, int] | None:
    """Who is asked before the words in their own sentence, and where that clause ends: 시장에게
    이유를 묻자 “…”.
    """
    match = _ASKED_HERE.search(text, max(start, opened - 120), opened)
    return (Phrase(*match.span("phrase")), match.end()) if match else None


def is_told_after(text: str, span: Span, stop: int) -> bool:
    """Whether what follows the words, up to the next ones, tells who said them."""
    if _TELLS.match(text, span.closed, stop):
        return True
    quoted = text[stop : stop + 1] in ("“", '"')
    return quoted and not any(mark in text[span.closed : stop] for mark in ".!?\n")


def telling(text: str, at: int) -> int | None:
    """Where the verb ends of a sentence of telling that begins at `at`: 김 시장은 웃으며 말했다."""
    match = _TELLS.match(text, at) or _SMILES.match(text, at)
    return match.end() if match else None


def is_smiled_after(text: str, span: Span, stop: int) -> bool:
    """Whether somebody smiles or sighs after the words: who is named there has said them."""
    return _SMILES.match(text, span.closed, stop) is not None
