"""The verbs of an appointment, and to whom they give what: 선임했다, 뽑혔다, 맡고 있다."""

from __future__ import annotations

import re

from archive.entities.cues.offices import LAST_OF_OFFICES

_NOUNS = (
    *(
        "선임",
        "선출",
        "선발",
        "임명",
        "임용",
        "위촉",
        "발탁",
        "발령",
        "추대",
        "영입",
        "기용",
        "승진",
    ),
    *(
        "취임",
        "부임",
        "당선",
        "낙점",
        "초빙",
        "승격",
        "지명",
        "내정",
        "확정",
        "추천",
        "영전",
        "보임",
        "등록",
    ),
)
# Who is named for a post has it not yet: he is a 후보자, if the text says so. Who is
# designated, 내정, is as good as appointed.
_RECOMMENDED, _DESIGNATED = "추천", "내정"
_NAMED_FOR = ("지명", "확정", "등록", _RECOMMENDED)
_CANDIDATES = ("후보", "후보자", "내정자")
_ACTIVE = r"(?:했|하였)(?!던)|시켰|한다|하기로|하고|하며|하면서|합니다|하는(?= 등 )"
_PASSIVE = (
    r"(?:됐|되었)(?!던)|돼|된다|되고|되며|되면서|됩니다"
    r"|된(?= (?:직후|뒤|후|이후|것|데|지)(?![가-힣]))"
)
# What one is now, and does: 강사로 재직하고 있다.
_HOLDING = ("재직", "활동", "근무", "재임", "겸임")
_HOLDING_FIRST = "".join(sorted({noun[0] for noun in _HOLDING}))
_HOLDING_SECOND = "".join(sorted({noun[1] for noun in _HOLDING}))
_GOING_ON = " ?중이|하고 있|하며|한다"
_OFFICES_END = "".join(sorted({end[-1] for end in LAST_OF_OFFICES if end[-1] > "가"}))
# What follows the first syllable of a verb; behind 됐 anything can.
_SECOND = "".join(
    sorted(
        {
            *(noun[1] for noun in (*_NOUNS, *_HOLDING)),
            *"았혔힌히는었웠운랐렸리겼긴기며다게고아른한하해",
        }
    )
)
# It begins with a set of characters, for which `re` runs through a text in a third of the time.
VERB = re.compile(
    rf"[{''.join(sorted({noun[0] for noun in (*_NOUNS, *_HOLDING)}))}뽑앉올옮맡됐되된일오온왔세남]"
    rf"(?:(?=[{_SECOND}])|(?<=됐))"
    rf"(?:[{''.join(sorted({noun[1] for noun in _NOUNS}))}](?<={'|'.join(_NOUNS)})"
    rf"(?:(?P<active>{_ACTIVE})|(?P<passive>{_PASSIVE})|(?=$|[\n…·]|, | ?[▲△▷◇]))"
    r"|(?<=뽑)(?:(?P<chose>았)|혔)|(?<=앉)(?:(?P<seated>[혔]|힌다|히고|히며)|았|는다)"
    r"|(?<=로 세)(?P<set>웠|운다)"
    r"|(?<=올)(?:(?<!물망에 올)(?<!하마평에 올)랐|(?<=이름을 올)[렸리]|(?<=로 올)(?P<raised>렸))"
    r"|(?<=[를로] 옮)(?:[겼긴]|기(?=며|고))"
    rf"|(?<=[{_OFFICES_END}][이가] [됐되된])"
    r"(?:(?:(?<=됐)|(?<=되)었)(?!으면|다[면가])|(?<=되)며|(?<=된)다(?![면고]))"
    r"|(?:(?<=[을를이가도지] 맡)|(?<=[을를이가] (?:각각|새로|함께) 맡))"
    r"(?:았|는다|게 ?[됐되된]|고 있|아(?= [가-힣]))"
    r"|(?<=[에이가] 오)(?<!물망에 오)(?<!하마평에 오)른다(?![는고면])"
    r"|(?<=[이가] [온왔])다"
    r"|(?<=로 남)(?:는다(?![는고면])|기로|게 된다)"
    r"|(?<=로 일)(?:한다(?![는고면])|하고|하며|해 ?(?:왔다|온다))"
    rf"|(?<=[{_HOLDING_FIRST}])[{_HOLDING_SECOND}](?<={'|'.join(_HOLDING)})(?:{_GOING_ON}))(?!던)"
)
_OF_OTHERS = ("active", "chose", "seated", "raised", "set")
# What one does oneself, 취임했다: no object is given a post by it.
_ONESELF = ("취임", "부임", "당선", "영전", "등록", "승진했", "승진한다", "승진하")
_PROMOTED, _REGISTERED = "승진", "등록"
_TAKEN_ON, _COMES = "맡", ("온", "왔")
_WORKS = (*_HOLDING, "일한", "일하", "일해")
_BECAME = ("됐", "되었", "되며", "된다")  # they take 이 and 가, not 으로: 감사가 됐다
NOTHING = re.compile("")  # the verb of a headline that has none, 새 대표에 김가온
OBJECT, SUBJECT = ("을", "를"), ("이", "가", "은", "는", "도", "만")
# 가장 닮고 싶은 선수로 뽑았다, 사랑받는 배우가 됐다: what somebody is called, not what is given.
_CALLED = ("선수", "배우", "가수", "작가", "모델", "연주자", "언론인", "경영인")
_CHOSE, _STAYS = "뽑", "남"
_NOT_GIVEN = ("후보",)  # 후보에 올랐다
_BY_HAND = ("부", "공", "꾼")  # 우체부를 맡았다: a part on a stage
_PRIZES = ("우수선수", "인기선수")


def fits(josa: str, verb: re.Match[str]) -> bool:
    """Whether a name with that josa can be given a post by the verb: 김가온을 뽑았다, 김가온이
    뽑혔다, but not 김가온을 제치고 뽑혔다.
    """
    if not verb.group():
        return not josa
    if verb.group() in _NOUNS:
        return True
    if josa == "의":
        return False
    others = any(verb[how] for how in _OF_OTHERS)
    gives = bool(others) and not verb.group().startswith(_ONESELF)
    return gives if josa in OBJECT else not gives or josa not in SUBJECT


def is_given(title: str, verb: re.Match[str]) -> bool:
    """Whether a verb gives a post: who is named for one, 지명됐다, has not got it yet."""
    if verb.group().startswith(_NAMED_FOR):
        return title.endswith(_CANDIDATES)
    if title in _NOT_GIVEN and not verb.group().startswith(_DESIGNATED):
        return False
    if title.endswith(_PRIZES) or (is_taken_on(verb) and title.endswith(_BY_HAND)):
        return False
    return title not in _CALLED or not verb.group().startswith((_CHOSE, _STAYS, *_BECAME))


def is_recommendation(verb: re.Match[str]) -> bool:
    """Whether somebody is but recommended, 후보로 추천했다."""
    return verb.group().startswith(_RECOMMENDED)


def is_registration(verb: re.Match[str]) -> bool:
    """Whether one names oneself, 후보로 등록했다."""
    return verb.group().startswith(_REGISTERED)


def is_become(verb: re.Match[str]) -> bool:
    """Whether it says what somebody became: 회장이 됐다."""
    return verb.group().startswith(_BECAME)


def is_taken_on(verb: re.Match[str]) -> bool:
    """Whether it says what somebody took on: 회장을 맡았다."""
    return verb.group().startswith(_TAKEN_ON)


def is_arrival(verb: re.Match[str]) -> bool:
    """Whether somebody but comes, maybe as what he is now: 과장으로 김가온 사무관이 온다."""
    return verb.group().startswith(_COMES)


def is_staying(verb: re.Match[str]) -> bool:
    """Whether somebody stays on as something: 고문으로 남는다."""
    return verb.group().startswith(_STAYS)


def is_holding(verb: re.Match[str]) -> bool:
    """Whether it says what somebody is now, and where: 누리상회에서 이사로 재직 중이다."""
    return verb.group().startswith(_WORKS)


def is_promotion(verb: re.Match[str]) -> bool:
    """Whether the new post is surely of the same house as the one before: 승진했다, 올렸다."""
    said = verb.group()
    return said.startswith(_PROMOTED) or (said != "" and verb["raised"] is not None)
