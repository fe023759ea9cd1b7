"""Public facts of Korean that names are told by: surnames, titles, suffixes, provinces, josa.

The word lists stand in `words/`, one subject a file. They name no person, company or town that
news might be about, only what is a closed set: provinces, countries, ministries.
"""

from __future__ import annotations

from pathlib import Path


def words(subject: str) -> frozenset[str]:
    """The words of the list `subject`."""
    return frozenset(words_in_order(subject))


def words_in_order(subject: str) -> list[str]:
    """The words of the list `subject` as they stand in it."""
    return " ".join(words_in_lines(subject)).split()


def words_in_lines(subject: str) -> list[str]:
    """The lines of the list `subject`."""
    path = Path(__file__).with_name("words") / f"{subject}.txt"
    return path.read_text(encoding="utf-8").splitlines()


# Statistics Korea's 2015 census of family names, those borne by more than about 10,000 people, and
# a few rarer ones that hardly a noun begins with.
SURNAMES: frozenset[str] = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천"
    "방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피"
    "두감음빈동온호범좌팽승간견시갈단류라림계빙당초",
)
DOUBLE_SURNAMES: frozenset[str] = frozenset(
    {"남궁", "황보", "제갈", "선우", "독고", "사공", "서문"},
)
# The rest of the census of 2000, borne by few. Common nouns begin with most of these: a word that
# begins so is a name only where a post says so.
RARE_SURNAMES: frozenset[str] = (
    frozenset(
        "가갈강개곡교군궁궉근난낙낭내노뇌누단담대독돈두등란랑려로뢰리만망매몽묘묵미반백범보비빈빙삼상서"
        "섭수순승시십아애야양어엽영옹완요욱운우위은응이일임자잠저점정조종좌주준즙증지창채천초총최추축춘"
        "탁탄태판팽편평포풍필하학해호화환후흥"
    )
    - SURNAMES
)
RARE_DOUBLE_SURNAMES: frozenset[str] = frozenset({"강전", "동방", "망절", "어금", "장곡", "소봉"})
# Syllables that Korean given names are made of.
GIVEN_SYLLABLES: frozenset[str] = frozenset(
    "가강건겸경계고관광교구국군권규균근금기길나남노누다단달담대덕도돈동두란람래량려련렬령례록루"
    "륜률리린림마만명모무문미민바방배백범법벽별병보복본봉부분빈빛사산삼상새샘서석선설섭성세소손솔송"
    "수순숙술슬승시식신실심아안애양억언여연열염엽영예오옥온완요용우욱운웅원월위유육윤율은을음의이"
    "익인일임자장재전정제조종주준중지진찬창채천철청초춘충치칠쾌탁태택평표품필하학한해향혁현협형혜"
    "호홍화환황회효후훈휘휴희힘헌흥묵녕걸곤갑득락목흠존룡몽붕척총행직결답등",
)
TITLES = words("titles")
# An office named after its house: 시장 in 가람시장, 협의회장 in 국가유공자협의회장.
TITLE_ENDINGS = tuple(words("title_endings"))
# What the names of organisations end in, whoever they are; alone, nouns.
HOUSE_NOUNS = words("house_endings")
HOUSE_ENDINGS = tuple(HOUSE_NOUNS)
# What stands before the name of a house: forms of law, which are no part of it, 사단법인 누리; and
# kinds, which are, though the name is said alone too: 법무법인 누리.
LEGAL_FORMS, KINDS_BEFORE_NAMES = map(str.split, words_in_lines("house_marks"))
HOUSE_MARKS = (*LEGAL_FORMS, *KINDS_BEFORE_NAMES)
# Nouns and adverbs that stand before a house, a post or a name and are no part of it.
LEADS = words("phrase_leads") | words("no_house") | words("not_before_posts")
KNOWN_PLACES = words("known_places")
JOSA = words("josa")
# Of a subject; as said with respect; and of one who is named with others, 와 and 과.
SUBJECT_JOSA = ("은", "는", "이", "가")
POLITE_SUBJECT_JOSA = (*SUBJECT_JOSA, "께서는")
JOINED_SUBJECT_JOSA = (*SUBJECT_JOSA, "와", "과")
_AFTER_NAMES = JOSA | {
    *("께서는", "께선", "에게서", "이었고", "였고", "입니다", "였습니다", "이었습니다"),
    *("님", "님은", "님의", "님을", "님과", "님도", "님이", "님께", "님께서"),
} - {"씨"}
LONGEST_JOSA = max(map(len, _AFTER_NAMES))
_NEEDS_FINAL = frozenset("은이을과")
_NEEDS_VOWEL = frozenset("는가를와")


def is_josa(suffix: str, before: str) -> bool:
    """Whether `suffix` is a josa that can follow the syllable `before`."""
    if suffix not in _AFTER_NAMES:
        return False
    if not "가" <= before <= "힣":
        return True
    final = (ord(before) - 0xAC00) % 28 != 0
    return not (suffix[0] in (_NEEDS_VOWEL if final else _NEEDS_FINAL) and len(suffix) == 1)


def is_right_josa(josa: str, before: str) -> bool:
    """Whether the josa has the form that it takes after that syllable."""
    return josa not in SUBJECT_JOSA or is_josa(josa, before)
