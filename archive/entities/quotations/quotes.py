"""Words in double quotation marks that someone said, and who said them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.quotations import attribution
from archive.entities.quotations.quotation_marks import QUOTING, Span, quoted
from archive.entities.quotations.speakers import Speakers
from archive.korean.sentences import sentence_spans
from archive.model import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.links.linking import Linked

# These follow a name or a label, not speech: “희망”이라고 불리는, “…”라고 적힌 현수막.
_CALLED = re.compile(
    r"\s?(?:이라고|라고|이라|라|고)(?:는|도|까지|만)?\s?"
    r"(?:(?:부르|부른|불리|불렀|불린|불러|이름|적힌|적혀|쓰인|쓰여|써진|써져|써 ?있|써 ?붙"
    r"|쓴\s(?!(?:뒤|후|다음|채)[ ,])|새겨|새긴|일컫|칭하|칭한|표기|명명|인쇄|표시|병기|낙서)"
    r"(?! ?(?:손)?(?:편지|쪽지))"
    r"|(?:기록|기재|기술|서술|묘사|지칭|언급|표현|번역|발음|분류|간주|통칭)(?:되|돼|됐|된)"
    r"|하는 (?:이름|제목|단어|용어|개념|문구|표현|별명))"
    r"|\s?하는 (?:생각|마음|식|심정)"
)
# What words mean: “화해의 길”이라는 뜻의 거리; “가겠다”는 뜻을 밝혔다 is speech.
_MEANS = re.compile(
    r"\s?(?:이라는|라는|는|이란|란) (?:뜻|의미)"
    r"(?:의 |이다|이며|이고|이라|이었|으로 (?:쓰|통|지)|에서 |인 "
    r"|을 (?:가진|지닌|지니|담|갖|품)|이 (?:담|있))"
)
# What somebody takes a thing for: “버려진 돌”이라고 여겨.
_TAKEN_FOR = re.compile(r"\s?(?:이라고|라고) (?:보아|여기|여긴|여겨|여겼|오해|오인|착각|간주)")
_SPEECH_NOUN = "|".join(sorted(words("speech_nouns")))
_NAMED_AS_SPEECH = re.compile(
    rf"\s?(?:이라는|라는|는|이란|란|등|등의|등)\s?(?:(?:[가-힣]+[은는인한의된]|게|것이)\s){{0,2}}?"
    rf"(?:[가-힣]{{0,6}}(?:{_SPEECH_NOUN})"
    rf"|(?:[가-힣A-Za-z0-9]+\s){{0,5}}?[가-힣]+의\s(?:{_SPEECH_NOUN}))"
)
# “비가 올 것”으로 내다봤다, “비가 온다”는 점을 강조했다, “비가 온다”는 글을 올렸다.
_FORESEEN = re.compile(
    r"으로 (?:내다|전망|예상|예측|추정|추산|기대|분석|평가|판단|진단|해석|관측|보고 있|봤다|본다)"
)
# “불씨를 살필 것”을 당부했다: what somebody asks for, in words that end in 것.
# “해냈다”로 평했다, “비가 온다”, “춥다” 등으로 보도했다: what somebody calls a thing in a sentence.
_CALLED_SO = re.compile(
    r"(?: ?등)?(?:으로|로) (?:[가-힣]+(?:게|히) )?"
    r"(?:언급|평가|보도|논평|평|묘사|소개|표현)(?:했|하[고며였])"
)
# “비를 막으려던 것”이었다고 했다.
_ANSWER = re.compile(r"\s?(?:이라는|라는|는) 답변?(?:이|을|만) (?:돌아|들었|들려|내놓|했|받았)")
_WAS = re.compile(r"(?:이었다|였다|이다)(?:고|며|면서)(?= )")
# “고맙다” 화답했다: a verb of telling without a particle before it.
_ANSWERED = re.compile(r" (?:화답|응수|맞받|되물|반문|호소|토로|대꾸|외치|외쳤|탄식)")
_ASKED_FOR = re.compile(
    r"(?: 등)?을 (?:[가-힣]+ ){0,2}?(?:당부|주문|촉구|요구|요청|제안|건의|권고|권유|지시|약속|다짐"
    r"|결의|부탁|호소)(?:하|했|한|해|드)"
)
_WRITTEN = re.compile(
    r"\s?(?:이라는|라는|는) (?:점을 (?:\w+히 )?(?:강조|지적|분명|언급|역설|짚었|부각|거듭|들었)"
    r"|(?:등의 )?이유(?:로|에서|를) (?![^.]{0,24}(?:받|당[해했하한]|되|됐|된|징역))"
    r"|(?:[가-힣]{0,3}(?:글|문자|메시지)|성명|성명서|논평|입장문|호소문|서한|편지|쪽지)"
    r"(?:을|를|과 함께) "
    r"(?:\w+ ){0,3}?"
    r"(?:올렸|올린|올려|달았|단 |남겼|남긴|게재|적었|썼|공개"
    r"|보냈|보내|냈다|냈고|내고|발표|배포|전달|건넸|띄웠)"
    r"|(?:[가-힣]+ )?(?:글|댓글|게시물|후기)(?:이|도) (?:잇따라 )?(?:올라|올랐|달렸|달려|게시)"
    r"|(?:표현|비유)(?:으로|로|[을를] (?:들[어며]|빌려|써|쓰며)) )"
)
_THING = "것"
# “상업 영화의 겨울”이라는 말이 나온다: a word that goes round, and nobody's.
_GOES_ROUND = re.compile(
    r"\s?(?:이라는|라는) 말(?:처럼|대로"
    r"|[이도은] (?:나오|나온|나돈|나돌|돈다|도는|돌았|생기|생겼|유행|있다|딱|꼭|떠오르|실감))"
)
_LED = re.compile(r"[가-힣)][ ]?[:：=] ?$")  # 김가온 / 가람시 주민 : “무서웠어요.”
# “물을 아끼자”. 우물가에 걸린 말이다: what hangs or is written somewhere.
_HANGS = re.compile(
    r"\.? [^“”\".!?\n]{0,60}(?:(?:걸려|적혀|쓰여|붙어) 있는|걸린|적힌|쓰인|새겨진|새긴|붙은)"
    r" (?:말|글|글귀|글씨|문구|구호|표어|문장|현판|팻말|현수막)(?:이다|다|이었다|였다)(?![가-힣])"
)
# What a law, a contract or a sign says, nobody says.
_RULED = re.compile(
    r"\s?(?:이라고|라고|고)\s?(?:[가-힣]+\s)?"
    r"(?:규정|정의(?:한다|하고|하여|하며|해|되|된|돼|됐)|명시|정하고"
    r"|정한|정했|돼 있|되어 있|적시|못 박고 있|못 박아|선언한다|선언하고)"
)
# What nobody has said, “비가 온다”고 말한 것은 아니다, “비가 온다”고 말할 만큼; and examples of
# sentences: “비가 옵니까?” 같은 문장.
_UNSAID = re.compile(
    r"\s?(?:이라고|라고|고) (?:말|주장|이야기|얘기|단정|장담|답|약속)(?:한|했던) "
    r"(?:것|적)[은이도]? (?:아니|없)"
    r"|\s?(?:이라고|라고|고) (?:말|이야기|얘기)할 (?:수 있을 )?(?:정도|만큼)"
    r"|\s?(?:과|와)? ?같은 (?:[가-힣]+ )?(?:문장|문구|구절|단어|예문|제목)"
)
_SHOUTED = re.compile(
    r"\s하는 (?:소리|말|외침|목소리)"
    r"|\s?(?:이라는|라는|는) 구호를 (?:외치|외쳤|외친|연호)"
    r"|\s?(?:을|를|이라고|라고)?\s?(?:외치|외쳤|외친|부르짖|구호)|\s?(?:이라고|라고)\s?연호"
)
_CHEERED = re.compile(r"\s?[을를]\s?연호")  # “한 골 더”를 연호했다 is only a cry
_STANDS_ALONE = re.compile(r"[^\S\n]*+(?:\n|[.!?…]*+[^\S\n]*+(?:\n|$|[\])>】△▲▷▶◇◆○●□■])|[.!?]\s)")
# “밥은 먹자!” 골목에는 이런 문구의 현수막이 걸렸다.
_SUCH = re.compile(
    r"[^“”\"]{1,60}? 이런 (?:(?:문구|글귀|내용|글)[가-힣]{1,3} )?"
    r"(?:문구|글귀|제목|현수막|펼침막|팻말|푯말|플래카드|대자보|안내문|포스터)"
)
_SUCH_REACH = 80  # characters
_PROVERB = re.compile(
    r"(?:속담|격언|옛말|명언|성경|성서|논어|탈무드|쿠란|코란|불경|경전)"
    r"(?:에|에는|에도|에서|에서는|에서도|처럼|은|는)?\s?$"
)
_CHAPTER = re.compile(  # (새말서 3:16)
    r" ?\([가-힣]{0,8}(?:서|기[상하]?|복음|시편|잠언|록) ?\d{1,3}(?::|장 ?)\d{1,3}"
)
_NEXT_QUOTE = re.compile(r"\s?(?:,|·|/|와|과|또는|이나|이며|에 이어)?\s?[“\"]")
# 한도윤은 “비가 온다”, 정다솔은 “눈이 온다”고 했다.
_NEXT_SPEAKER = re.compile(r"\s?, ?[^“”\"\n.!?]{2,30}[은는이가] ?[“\"]")
_SENTENCE_INSIDE = re.compile(
    r"[가-힣](?:다|요|까|죠|자|라|네|지|니|군|야|오|냐|[는은인던]가|거든|구나|[할볼갈]게"
    r"|[찮많좋같맞]아|[싫없있했었겠싶]어|[안랑하]해|줘|마워|지 마)[.!?~…]*$"
    r"|[는듣오되겠]나[~…]*$|[.!?]$"
)
_SAID_AFTER = re.compile(rf"[^“”\"\n]{{0,60}}(?:{_SPEECH_NOUN}|말했|말한|전했|밝혔|웃었|덧붙)")


def quotes(linked: Linked) -> list[Quote]:
    """The quotations of a passage in order, each with its speaker or None.

    Words in single quotation marks, and titles and names in double ones, are not speech. A headline
    quotes only whom it names.
    """
    text, field = linked.passage.text, linked.passage.field
    spans = quoted(text)
    if not spans:
        return []
    speakers = Speakers(linked)
    found: list[Quote] = []
    at = 0
    for start, end in sentence_spans(text, [(span.opened, span.closed) for span in spans]):
        inside: list[Span] = []
        while at < len(spans) and spans[at].opened < end:
            inside.append(spans[at])
            at += 1
        if field == "headline":
            said = [span for span in inside if _is_headline_speech(text, span)]
            owners = [speakers.beside(span.opened) for span in said]
            said = [span for span, owner in zip(said, owners, strict=True) if owner]
            owners = [owner for owner in owners if owner]
        else:
            said = _speech(text, inside, speakers)
            owners = speakers.of(said, inside, start, end)
        found += [
            Quote(owner, text[span.start : span.end], field, span.start, span.end)
            for span, owner in zip(said, owners, strict=True)
        ]
    return found


def _speech(text: str, spans: Sequence[Span], speakers: Speakers) -> list[Span]:
    """Those of the quotations of a sentence that are speech."""
    said: list[Span] = []
    following: Span | None = None
    for span in reversed(spans):
        chained = _goes_on(text, span, following, _NEXT_QUOTE)
        if (
            _is_speech(text, span)
            or (chained and (_is_long(text, span) or _is_sentence(text, span)))
            or (_goes_on(text, span, following, _NEXT_SPEAKER) and _is_sentence(text, span))
            or (_is_sentence(text, span) and _is_told(text, span, speakers))
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


def _is_told(text: str, span: Span, speakers: Speakers) -> bool:
    """Whether what follows the words makes them somebody's, or a message, or talk of the town."""
    after = span.closed
    if _is_unspoken(text, span):
        return False
    if speakers.owner_after(after) or speakers.whose(after):
        return True
    return (
        attribution.is_received(text, after)
        or attribution.is_replied_to(text, after)
        or attribution.is_called(text, span)
        or attribution.is_nobodys(text, after)
        or attribution.is_speech_act(text, after)
    )


def _is_speech(text: str, span: Span) -> bool:
    after = span.closed
    if _is_unspoken(text, span):
        return False
    if QUOTING.match(text, after) or _SHOUTED.match(text, after):
        return True
    if _FORESEEN.match(text, after) or _ASKED_FOR.match(text, after):
        return text[span.end - 1] == _THING
    return _is_told_without_particle(text, span)


def _is_told_without_particle(text: str, span: Span) -> bool:
    """Whether words are speech by what they are and what follows: “고맙다” 화답했다."""
    after = span.closed
    long, sentence = _is_long(text, span), _is_sentence(text, span)
    if any(cue.match(text, after) for cue in (_CHEERED, _CALLED_SO, _ANSWERED)):
        return sentence
    if (long or sentence) and (_WAS.match(text, after) or _ANSWER.match(text, after)):
        return True
    if _WRITTEN.match(text, after) or _NAMED_AS_SPEECH.match(text, after):
        return sentence or (long and not _GOES_ROUND.match(text, after))
    led = sentence and _LED.search(text, max(0, span.opened - 4), span.opened) is not None
    return led or (sentence and (long or _is_ended(text, span)) and _stands_alone(text, span))


def _is_unspoken(text: str, span: Span) -> bool:
    """Whether the words are a name, a label, a law or a proverb, or are explained."""
    after = span.closed
    if " 이런 " in text[after : after + _SUCH_REACH] and _SUCH.match(text, after):
        return True
    if _HANGS.match(text, after) or _UNSAID.match(text, after):
        return True
    if _CALLED.match(text, after) or _RULED.match(text, after) or _MEANS.match(text, after):
        return True
    if _TAKEN_FOR.match(text, after):
        return text[span.end - 1] != _THING and not _is_sentence(text, span)
    said = any(map(str.isalpha, text[span.start : span.end]))  # “0-1”이라고 적는다
    return not said or _is_proverb(text, span)


def _is_proverb(text: str, span: Span) -> bool:
    if _CHAPTER.match(text, span.closed):
        return True
    return _PROVERB.search(text, max(0, span.opened - 8), span.opened) is not None


def _stands_alone(text: str, span: Span) -> bool:
    """Whether a sentence in quotation marks is no part of another, or of one of telling."""
    if _STANDS_ALONE.match(text, span.closed) or _opens_paragraph(text, span):
        return True
    if attribution.is_own_sentence(text, span):
        return True
    told = _SAID_AFTER.match(text, span.closed) is not None
    return told and text[span.closed : span.closed + 1] in " ,"


def _is_ended(text: str, span: Span) -> bool:
    """Whether the words end as a sentence does, and nothing is tied to them; a cry only where
    somebody is said to cry: 누군가 외쳤다. “불이야!”
    """
    if text[span.closed : span.closed + 1].strip():
        return False
    return text[span.end - 1] in ".?…" or attribution.is_told_before(text, span.opened)


def _is_long(text: str, span: Span) -> bool:
    return text.find(" ", span.start, span.end) >= 0


def _opens_paragraph(text: str, span: Span) -> bool:
    """Whether a paragraph begins with the words, a whole sentence: “….” 한도윤은 웃었다."""
    return text[span.end - 1] in ".!?" and attribution.opens_paragraph(text, span.opened)


def _is_sentence(text: str, span: Span) -> bool:
    return _SENTENCE_INSIDE.search(text[max(span.start, span.end - 8) : span.end]) is not None


def _is_headline_speech(text: str, span: Span) -> bool:
    after = text[span.closed : span.closed + 1]
    return " " in text[span.start : span.end] and (after in "…,·.[(<" or not after.strip())
