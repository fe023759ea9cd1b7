"""Which words in quotation marks are speech, by what they are and by what follows: “…”고 했다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.quotations import equated, nobodys, owned, sources, written
from archive.entities.quotations.own_sentences import (
    is_own_sentence,
    is_sentence,
    opens_paragraph,
    words_end,
)
from archive.entities.quotations.quotation_marks import QUOTING, Span
from archive.entities.quotations.speech_nouns import NOUNS, SAYING, SPEECH, is_that
from archive.entities.quotations.telling import is_told_before
from archive.entities.quotations.unspoken import is_unspoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.quotations.scene import Scene

_NAMED_AS_SPEECH = re.compile(
    rf"\s?(?:이라는|라는|는|이란|란|등|등의|등)\s?(?:(?:[가-힣]+[은는인한의된]|게|것이)\s){{0,2}}?"
    rf"(?:[가-힣]{{0,6}}(?:{SPEECH})"
    rf"|(?:[가-힣A-Za-z0-9]+\s){{0,5}}?[가-힣]+의\s(?:{SPEECH}))"
)
# What somebody says in a way that has a name of its own, and does something by it.
_UTTERANCES = "|".join(sorted(words("utterances"), key=len, reverse=True))
_ACT = re.compile(
    rf"{SAYING}(?:(?:[가-힣]+\s)?(?:{NOUNS}|한 마디)(?:[을를만]|만을) (?:[가-힣]+\s)?"
    r"(?:했|하며|하면서|하고|내놓|내놨|남겼|남기|남긴|전했|건넸|건네|던졌|던지|던진|쏟아|덧붙|곁들|잊지|보탰"
    r"|늘어놓|되풀이|반복|거듭)"
    rf"|(?:[가-힣]+[한인은는]\s)?(?:{_UTTERANCES})(?:으로|로)\s)"
)
# “비가 올 것”으로 내다봤다.
_FORESEEN = re.compile(
    r"으로 (?:내다|전망|예상|예측|추정|추산|기대|분석|평가|판단|진단|해석|관측|보고 있|봤다|본다)"
)
# “불씨를 살필 것”을 당부했다: what somebody asks for, in words that end in 것.
_ASKED_FOR = re.compile(
    r"(?: 등)?[을를] (?!(?:슬로건|구호|표어|주제|이름|제목)으?로 )(?:[가-힣]+ ){0,2}?"
    r"(?:당부|주문|촉구|요구|요청|제안|건의|권고|권유|지시|약속"
    r"|다짐|결의|부탁|호소|강조)(?:하|했|한|해|드)"
)
# What is asked for by its name.
_NAMED = ("법", "조례", "교실", "사업", "캠페인", "프로그램", "축제", "대회")
_WORDY = 3  # blanks in the words of more than a name: “함께 걷는 느린 도시”를 약속했다
# “해냈다”로 평했다, “비가 온다”, “춥다” 등으로 보도했다: what somebody calls a thing in a sentence.
_CALLED_SO = re.compile(
    r"(?: ?등)?(?:으로|로) (?:[가-힣]+(?:게|히) )?"
    r"(?:언급|평가|보도|논평|평|묘사|소개|표현)(?:했|하[고며였])"
)
# “비를 막으려던 것”이었다고 했다.
_WAS = re.compile(r"(?:이었다|였다|이다)(?:고|며|면서)(?= )")
# “비를 막겠다”는 대책을 내놨다; “비 없는 마을”이라는 목표 is a name.
_PLANNED = re.compile(
    r"\s?(?:이라는|라는|는) (?:[가-힣]{1,6} )?(?:대책|방안|해법|처방|목표|비전|복안|논평|결의)"
    r"(?=[을를로에도이다]|까지|만)"
)
_ANSWER = re.compile(r"\s?(?:이라는|라는|는) 답변?(?:이|을|만) (?:돌아|들었|들려|내놓|했|받았)")
# “고맙다” 화답했다: a verb of telling without a particle before it.
_ANSWERED = re.compile(r" (?:화답|응수|맞받|되물|반문|호소|토로|대꾸|외치|외쳤|탄식)")
# “비가 온다”는 점을 강조했다, “비가 온다”는 글을 올렸다.
_WRITTEN = re.compile(
    r"\s?(?:이라는|라는|는) (?:점을 (?:\w+히 )?(?:강조|지적|분명|언급|역설|짚었|부각|거듭|들었)"
    r"|(?:등의 )?이유(?:로|에서|를) (?![^.]{0,24}(?:받|당[해했하한]|되|됐|된|징역))"
    r"|(?:(?:짧은|긴|한 줄짜리) )?(?:[가-힣]{0,3}(?:글|문자|메시지)|안내문|공지|공지문|사과문|성명"
    r"|성명서|논평|입장문|호소문|서한|편지|쪽지|공문|답장|메모|[가-힣]{0,4}자료)"
    r"(?:을|를|과 함께) "
    r"(?:\w+ ){0,3}?"
    r"(?:올렸|올린|올려|달았|단 |남겼|남긴|게재|적었|썼|공개"
    r"|보냈|보내|냈다|냈고|내고|발표|배포|전달|건넸|띄웠|붙였|붙여|덧붙|돌렸|돌려)"
    r"|(?:[가-힣]+ )?(?:글|댓글|게시물|후기)(?:이|도) (?:잇따라 )?"
    r"(?:올라|올랐|달렸|달려|게시|실렸|실려)"
    r"|데(?:에)? (?:뜻|의견|인식|입|마음)을 (?:모|같이)"
    r"|(?:표현|비유)(?:으로|로|[을를] (?:들[어며]|빌려|써|쓰며)) )"
)
# “상업 영화의 겨울”이라는 말이 나온다: a word that goes round, and nobody's.
_GOES_ROUND = re.compile(
    r"\s?(?:이라는|라는) 말(?:처럼|대로"
    r"|[이도은] (?:나오|나온|나돈|나돌|돈다|도는|돌았|생기|생겼|유행|있다|딱|꼭|떠오르|실감))"
)
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\n|$|…|\.\.)")
_HEADING = 40  # characters of a line before the name
_LED = re.compile(r"[가-힣)][ ]?[:：=] ?$")  # 김가온 / 가람시 주민 : “무서웠어요.”
_SHOUTED = re.compile(
    r"\s하는 (?:소리|말|외침|목소리|고함|함성|비명|탄성|탄식|호통|인사)"
    r"|\s?(?:이라는|라는|는) 구호를 (?:외치|외쳤|외친|연호)"
    r"|\s?(?:을|를|이라고|라고)?\s?(?:외치|외쳤|외친|부르짖|구호)|\s?(?:이라고|라고)\s?연호"
)
# “고맙다”만 되풀이했다; “한 골 더”를 연호했다 is only a cry.
_CHEERED = re.compile(r"\s?[을를]\s?연호|\s?[을를만]\s?(?:되풀이|연발|반복)(?:했|하[고며던])")
_STANDS_ALONE = re.compile(r"[^\S\n]*+(?:\n|[.!?…]*+[^\S\n]*+(?:\n|$|[\])>】△▲▷▶◇◆○●□■])|[.!?]\s)")
_NEXT_QUOTE = re.compile(r"\s?(?:,|·|/|와|과|또는|이나|이며|에 이어)?\s?[“\"]")
# 한도윤은 “비가 온다”, 정다솔은 “눈이 온다”고 했다.
_NEXT_SPEAKER = re.compile(r"\s?, ?[^“”\"\n.!?]{2,30}[은는이가] ?[“\"]")
_SAID_AFTER = re.compile(rf"[^“”\"\n]{{0,60}}(?:{SPEECH}|말했|말한|전했|밝혔|웃었|덧붙)")


def speech(scene: Scene, spans: Sequence[Span]) -> list[Span]:
    """Those of the quotations of a sentence that are speech."""
    text = scene.text
    said: list[Span] = []
    following: Span | None = None
    for span in reversed(spans):
        chained = _goes_on(text, span, following, _NEXT_QUOTE)
        if (
            _is_speech(text, span)
            or (chained and (_is_long(text, span) or is_sentence(text, span)))
            or (_goes_on(text, span, following, _NEXT_SPEAKER) and is_sentence(text, span))
            or (is_sentence(text, span) and _is_told(scene, span))
            or _is_headed(scene, span)
            or written.writer(text, span)
            or (_is_long(text, span) and nobodys.is_cry(text, span.closed))
        ):
            said.append(span)
            following = span
        else:
            following = None
    return said[::-1]


def _goes_on(text: str, span: Span, following: Span | None, until: re.Pattern[str]) -> bool:
    """Whether only what `until` matches stands between the words and those that follow them."""
    match = until.match(text, span.closed) if following is not None else None
    return match is not None and following is not None and match.end() > following.opened


def _is_told(scene: Scene, span: Span) -> bool:
    """Whether what follows the words makes them somebody's, or a message, or talk of the town."""
    text, after = scene.text, span.closed
    if is_unspoken(text, span):
        return False
    return (
        owned.is_owned(scene, after)
        or sources.is_received(text, after)
        or sources.is_replied_to(text, after)
        or owned.is_called(text, span)
        or nobodys.is_nobodys(text, after)
        or _is_act(text, after)
    )


def _is_headed(scene: Scene, span: Span) -> bool:
    """Whether the words end a line that is a name with its post before them: 한도윤 이장 “…”."""
    text, before = scene.text, span.opened - 1
    if text[before : before + 1] != " " or not _LINE_ENDS.match(text, span.closed):
        return False
    named = scene.introduced.get(before)
    start = text.rfind("\n", max(0, before - _HEADING), before) + 1
    alone = named is not None and named[1].person.start - start <= _HEADING
    return alone and _is_long(text, span) and "다. " not in text[start:before]


def _is_act(text: str, closed: int) -> bool:
    """Whether the words are what somebody asked for or confessed: “…”는 주문을 했다."""
    return _ACT.match(text, closed) is not None


def _is_speech(text: str, span: Span) -> bool:
    after = span.closed
    if is_unspoken(text, span):
        return False
    if QUOTING.match(text, after) or _SHOUTED.match(text, after) or equated.is_equated(text, span):
        return True
    asked_for = _ASKED_FOR.match(text, after) is not None
    if text[span.end - 1] == "것" and (asked_for or _FORESEEN.match(text, after)):
        return True
    if asked_for:
        wordy = text.count(" ", span.start, span.end) >= _WORDY
        return (wordy and not text.endswith(_NAMED, 0, span.end)) or is_sentence(text, span)
    return _is_told_without_particle(text, span)


def _is_told_without_particle(text: str, span: Span) -> bool:
    """Whether words are speech by what they are and what follows: “고맙다” 화답했다."""
    after = span.closed
    long, sentence = _is_long(text, span), is_sentence(text, span)
    if any(cue.match(text, after) for cue in (_CHEERED, _CALLED_SO, _ANSWERED, _PLANNED)):
        return sentence
    if is_that(text, span):
        return sentence
    if (long or sentence) and (_WAS.match(text, after) or _ANSWER.match(text, after)):
        return True
    if _WRITTEN.match(text, after) or _NAMED_AS_SPEECH.match(text, after):
        return sentence or (long and not _GOES_ROUND.match(text, after))
    led = sentence and _LED.search(text, max(0, span.opened - 4), span.opened) is not None
    return led or (sentence and (long or _is_ended(text, span)) and _stands_alone(text, span))


def _stands_alone(text: str, span: Span) -> bool:
    """Whether a sentence in quotation marks is no part of another, or of one of telling."""
    if _STANDS_ALONE.match(text, span.closed) or _opens_with(text, span):
        return True
    if is_own_sentence(text, span):
        return True
    told = _SAID_AFTER.match(text, span.closed) is not None
    return told and text[span.closed : span.closed + 1] in " ,"


def _is_ended(text: str, span: Span) -> bool:
    """Whether the words end as a sentence does, and nothing is tied to them; a cry only where
    somebody is said to cry: 누군가 외쳤다. “불이야!”
    """
    if text[span.closed : span.closed + 1].strip():
        return False
    return text[words_end(text, span) - 1] in ".?…" or is_told_before(text, span.opened)


def _is_long(text: str, span: Span) -> bool:
    return text.find(" ", span.start, span.end) >= 0


def _opens_with(text: str, span: Span) -> bool:
    """Whether a paragraph begins with the words, a whole sentence: “….” 한도윤은 웃었다."""
    return text[words_end(text, span) - 1] in ".!?" and opens_paragraph(text, span.opened)
