"""Words in quotation marks that nobody says: names, labels, laws, proverbs, what is explained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.quotations.own_sentences import is_sentence

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span

# These follow a name or a label, not speech: “희망”이라고 불리는, “…”라고 적힌 현수막.
_CALLED = re.compile(
    r"\s?(?:이라고|라고|이라|라|고)(?:는|도|까지|만)?\s?"
    r"(?:(?:부르|부른|불리|불렀|불린|불러|이름|적힌|적혀|쓰인|쓰여|써진|써져|써 ?있"
    r"|써 ?붙(?!였|이[고며])"
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
# “물을 아끼자”. 우물가에 걸린 말이다: what hangs or is written somewhere.
_HANGS = re.compile(
    r"\.? [^“”\".!?\n]{0,60}(?:(?:걸려|적혀|쓰여|붙어) 있는|걸린|적힌|쓰인|새겨진|새긴|붙은"
    r"|내건|내걸린|써 붙인)"
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


def is_unspoken(text: str, span: Span) -> bool:
    """Whether the words are a name, a label, a law or a proverb, or are explained."""
    after = span.closed
    if " 이런 " in text[after : after + _SUCH_REACH] and _SUCH.match(text, after):
        return True
    if _HANGS.match(text, after) or _UNSAID.match(text, after):
        return True
    if _CALLED.match(text, after) or _RULED.match(text, after) or _MEANS.match(text, after):
        return True
    if _TAKEN_FOR.match(text, after):
        return text[span.end - 1] != "것" and not is_sentence(text, span)
    said = any(map(str.isalpha, text[span.start : span.end]))  # “0-1”이라고 적는다
    return not said or _is_proverb(text, span)


def _is_proverb(text: str, span: Span) -> bool:
    if _CHAPTER.match(text, span.closed):
        return True
    return _PROVERB.search(text, max(0, span.opened - 8), span.opened) is not None
