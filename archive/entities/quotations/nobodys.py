"""Words that are nobody's, since they go round, sound or lie there: “…”는 글이 올라왔다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.quotations.speech_nouns import NOUNS, SAYING
from archive.entities.quotations.stretches import Phrase, phrase_in

if TYPE_CHECKING:
    from archive.entities.quotations.scene import Scene

_SPREAD = "|".join(sorted(words("spread_verbs")))
_VOICES = "|".join(sorted(words("voices")))
_CRIES = "|".join(sorted(words("cries")))
# What is told in words; whose a cry is that is heard, the next words may tell.
_REPORTS = "|".join(
    sorted((words("voices") | words("speech_nouns") | words("reply_nouns")) - words("cries"))
)
_NOUN = r"\s?(?:이라는|라는|는|란|등의|등)\s(?:[가-힣]+\s){0,2}?[가-힣]{0,4}"
_GOES = rf"(?:들)?(?: [\d,]+건)?(?:이|가|도|은|는)\s(?:[가-힣0-9]+\s){{0,4}}?(?:{_SPREAD})"
_NOBODYS = re.compile(rf"{_NOUN}(?:{NOUNS}|{_VOICES}){_GOES}")
# “어쩌나”라는 걱정과 “괜찮다”는 반응이 엇갈린다.
_AND_ANOTHER = re.compile(
    rf"{_NOUN}(?:{NOUNS}|{_VOICES})(?:[과와이가]|도),? (?:[가-힣]+ )?"
    r"[“\"][^“”\"\n]{2,160}[”\"]"
)
# “반칙 국회”라는 고성이 터졌다: a cry is one without a verb too.
_CRY = re.compile(rf"{_NOUN}(?:{_CRIES}){_GOES}")
# “비켜라” 하는 소리가 나왔다, “비켜라”를 외치는 소리가 이어졌다.
_CRIED = re.compile(
    r"(?: 하는|[을를]? 외치는) (?:소리|말|외침|함성|야유|고함|목소리|탄성|탄식)"
    rf"(?:에 |(?:이|가|도) (?:[가-힣]+ ){{0,3}}?(?:{_SPREAD}))"
)
# “비가 오나?” 이런 물음이 나오자 시장은 웃었다.
_SUCH = re.compile(
    rf"[^“”\"\n.!?]{{0,40}} (?:이런|이 같은|이러한) (?:{NOUNS})"
    rf"(?:이|가|도) (?:[가-힣]+ )?(?:{_SPREAD})"
)
# “비가 오나?” 시장이 하루에도 몇 번씩 듣는 질문이다.
_ASKED_OFTEN = re.compile(
    rf"[^“”\"\n.!?]{{0,60}} (?:듣는|받는|들은|받은|들어온|들어야 했던) (?:{NOUNS}|질문|말)"
    r"(?:이다|다|이었다|였다)\."
)
# “고장이더라.” 누리시 게시판에 오른 글이다.
_POSTED = re.compile(
    r"[^“”\"\n.!?]{0,60} (?:오른|올라온|달린|실린) (?:[가-힣]{0,3}글|후기|사연|민원)"
    r"(?:이다|다|이었다|였다)\."
)
# “나오지 마시라”는 방송이 흘러나왔다. 한도윤 이장의 목소리였다.
_WHOSE = re.compile(
    r"[^“”\"\n.]{0,60}다\. (?P<phrase>[^“”\"\n.]{2,40})의 (?:목소리|음성|외침|글)(?:이었|였|이)다\."
)
_PLACE = re.compile(r"(?P<head>[가-힣A-Za-z0-9&·]+?)(?:에서는|에서도|에서)\s(?:[가-힣]+\s){0,2}$")
_SIDES = ("쪽", "측")
_VOICE = re.compile(
    rf"{SAYING}(?P<phrase>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+)?) "
    r"(?:목소리|음성|외침|고함)[이가] "
)
_REACH = 60  # characters before the words
# What sounds or lies there is nobody's, if no owner stands before it: 전화는 밤에 걸려 왔다. “….”
_SOUNDED = re.compile(
    r"(?:(?P<phrase>[가-힣A-Za-z0-9 ]{1,30}?)(?:의|[이가] (?:보낸|남긴|쓴|건넨|부친))"
    r"(?: [가-힣]{0,3}[은는한된찬른쁜])? )?"
    r"(?:전화|목소리|소리|방송|안내|메시지|문자|답장|쪽지|편지|외침|고함|비명|댓글|글|음성|호통)"
    r"[가-힣]{0,4} (?:[^\s“”\".!?]+ ){0,5}?"
    r"(?:걸려 ?왔|들려 ?왔|들렸|흘러나왔|울렸|울려 ?퍼졌|터져 ?나왔|도착했|날아왔|날아들었"
    r"|(?:끼어|붙어|적혀|쓰여|놓여|남아|남겨져) ?있었?|짧았|간단했|다급했|한 줄이었)다[.:]\s*$"
)
# 이웃에서 민원이 들어왔다. “….”
_WENT_ROUND = re.compile(
    rf"(?:(?P<phrase>[가-힣A-Za-z0-9 ]{{1,30}}?)의 )?[가-힣]{{0,3}}(?:{_REPORTS})[이가도] "
    rf"(?:[^\s“”\".!?]+ ){{0,3}}?(?:{_SPREAD})[가-힣 ]{{0,4}}다[.:]\s*$"
)
# Who sent what somebody reads or gets: 시장은 주민이 보낸 편지를 읽었다. “….”
_SENT = re.compile(
    r"(?P<phrase>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+)?)"
    r"(?:의|[이가] (?:보낸|남긴|쓴|건넨|부친)|에게서(?: 온)?|한테서(?: 온)?) "
    r"(?:(?:짧은|긴|작은|손|항의|한 통의) ?)?(?:전화|문자|메시지|쪽지|편지|엽서|메모|음성)[을를] "
    r"(?:받았|읽었|펼쳤|꺼냈|공개했|소개했|보여 ?[줬주])[가-힣]{0,3}다[.:]\s*$"
)
_SENTENCE_REACH = 90  # characters of the sentence before


def is_nobodys(text: str, closed: int) -> bool:
    """Whether the words go round, and nobody is named who said them: “…”는 글이 올라왔다."""
    spread = _NOBODYS.match(text, closed) or _CRIED.match(text, closed)
    spread = spread or _SUCH.match(text, closed) or _ASKED_OFTEN.match(text, closed)
    if spread or _POSTED.match(text, closed):
        return True
    another = _AND_ANOTHER.match(text, closed)
    return another is not None and _NOBODYS.match(text, another.end()) is not None


def is_cry(text: str, closed: int) -> bool:
    """Whether the words are a cry or a sneer that goes round: “반칙 국회”라는 고성이 터졌다."""
    return _CRY.match(text, closed) is not None


def voice(scene: Scene, closed: int) -> str | None:
    """Whose voice is heard to say the words that end there: “…”라는 아들 목소리가 나온다."""
    match = _VOICE.match(scene.text, closed) or _WHOSE.match(scene.text, closed)
    return scene.subjects.of(phrase_in(match))


def place(scene: Scene, start: int, opened: int) -> str | None:
    """Who is named as where such words go round: 누리당에서는, 상인회 쪽에서 “…”는 말이 나왔다."""
    match = _PLACE.search(scene.text, max(start, opened - _REACH), opened)
    if match is None:
        return None
    end = match.end("head")
    side = match["head"].endswith(_SIDES)
    return scene.known.at(end) or (scene.phrases.of(end, None) if side else None)


def heard(text: str, opened: int) -> tuple[Phrase | None] | None:
    """Whose voice, call or note the sentence before speaks of, or that it is nobody's; None where
    it speaks of no such thing: 전화가 걸려 왔다. “비가 와.”
    """
    if not text.endswith(("다. ", "다.\n", "다: "), 0, opened):
        return None
    floor = max(0, opened - _SENTENCE_REACH)
    ended = max(text.rfind(mark, floor, opened - 4) for mark in ".!?\n”")
    match = next(
        filter(
            None, (cue.search(text, ended + 1, opened) for cue in (_SOUNDED, _SENT, _WENT_ROUND))
        ),
        None,
    )
    if match is None:
        return None
    return (Phrase(*match.span("phrase")) if match["phrase"] else None,)
