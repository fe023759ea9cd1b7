"""The shapes that names have: surname and given syllables, or another than Korean names have."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.entities.cues.lexicon import (
    DOUBLE_SURNAMES,
    GIVEN_SYLLABLES,
    HOUSE_NOUNS,
    RARE_DOUBLE_SURNAMES,
    RARE_SURNAMES,
    SURNAMES,
    is_josa,
    words,
)
from archive.entities.cues.offices import office_word

# Nouns of three syllables that begin like a surname end in these: 이사회, 노동자, 주민들.
NOUN_ENDS = frozenset(
    "회단부과팀국실자들측및등시군구읍면처청사생적용물품점장업위에씨를는고의을대당집탕"
)
BEFORE_JA = "금순영미말춘숙옥애길봉화경복희덕광은"  # 순자 and 미자 are names, 노동자 is none
DOUBLE, _SINGLE = "|".join(sorted(DOUBLE_SURNAMES)), "".join(sorted(SURNAMES))
NAME = rf"(?P<name>(?:{DOUBLE})[가-힣]{{1,2}}?|[{_SINGLE}][가-힣]{{2}})"
_LENGTH = 3  # syllables
FULL_NAME = re.compile(NAME)
# Any name, where nothing but a name can stand; rare surnames and two of both parents too.
FULL_NAME_ANY = (
    rf"(?:{'|'.join(sorted(DOUBLE_SURNAMES | RARE_DOUBLE_SURNAMES))})[가-힣]{{1,2}}"
    rf"|[{''.join(sorted(SURNAMES | RARE_SURNAMES))}][가-힣]{{1,2}}"
    rf"|[{_SINGLE}][{_SINGLE}][가-힣]{{2}}"
)
_HANGUL = re.compile(r"[가-힣]+")
_HOUSE_ENDS = frozenset("관원소")  # 전시관, 어학원, 중개소; also of names: 지원, 미소
_NOUNS = words("nouns_like_people")
# Sino-Korean names, and those of Korean words (순우리말 이름): 하늬, 한울, 새봄.
GIVEN = GIVEN_SYLLABLES | frozenset("".join(words("native_given_names")))
_POSTS_OF_HOUSES = words("posts_of_houses")
_TOPIC = "은"
_DOING = ("하기", "되기")  # 전문의 구하기가 어렵다
# Syllables of names from abroad that Korean nouns hardly have.
FROM_ABROAD = re.compile(
    r"[르른릭렌렐렁옐섀셸슐묄펠켈텔톤튼켄콘클킨프플퍼페츠쉬슈슨튀틴팅드뒤델덴던뢰뮐뵈뷔뷜브블벨숀엘웨웬윌젤즈카칸칼"
    r"캐커케코토톨파팔폴푸헨흐쩐쭝꽝뚱룽뤄쩌쥔쉐]"
)


@lru_cache(maxsize=1 << 14)
def is_name(word: str, doubled: bool = False) -> bool:  # noqa: FBT001, FBT002 - cached by place
    """Whether a word that begins with a surname is no noun or post. `doubled`: 은 follows that is
    the josa, so that one at the end of the word is the name's.
    """
    return (
        word not in _NOUNS
        and word not in HOUSE_NOUNS
        and (word[-1] not in NOUN_ENDS or (word[-1] == "자" and word[-2:-1] in BEFORE_JA))
        and not word.endswith(_DOING)
        and (doubled or not _is_topic(word))
        and office_word(word) is None
    )


def _is_topic(word: str) -> bool:
    """Whether 은 at the end is a josa: only after a final consonant, so 한가은 is a name; and so is
    정영은 in 정영은은, where the josa is said after it.
    """
    return word[1:].endswith(_TOPIC) and is_josa("은", word[-2])


@lru_cache(maxsize=1 << 13)
def is_given_name(name: str) -> bool:
    """Whether `name` has the shape of a full name: surname and given syllables."""
    return FULL_NAME.fullmatch(name) is not None and is_given(name)


@lru_cache(maxsize=1 << 12)
def is_rare_name(name: str) -> bool:
    """Whether `name` has the shape of a full name with one of the rarest surnames: 뇌한울."""
    return len(name) == _LENGTH and name[0] in RARE_SURNAMES and is_given(name)


@lru_cache(maxsize=1 << 13)
def is_spelt_from_abroad(name: str) -> bool:
    """Whether a name in Hangul has another shape than Korean names have: 엘레나 보른."""
    bare = name.replace(" ", "")
    if len(bare) < len("보른") or not _HANGUL.fullmatch(bare) or is_given_name(bare):
        return False
    return bare[0] not in SURNAMES or not GIVEN.issuperset(bare[1:])


@lru_cache(maxsize=1 << 14)
def is_given(name: str, doubled: bool = False) -> bool:  # noqa: FBT001, FBT002 - cached by place
    """Whether the rest of a word that begins with a surname is of given syllables."""
    given = name[2:] if name[:2] in DOUBLE_SURNAMES else name[1:]
    return is_name(name, doubled) and GIVEN.issuperset(given)


def may_be_name(name: str, post: str) -> bool:
    """Whether `name`, of whatever syllables, is a person where it is the subject with the `post`:
    한빛결 소장은. Companies of three syllables have a 대표 too.
    """
    return (
        FULL_NAME.fullmatch(name) is not None
        and is_name(name)
        and name[-1] not in _HOUSE_ENDS
        and post not in _POSTS_OF_HOUSES
    )
