"""What news calls the holder of a post later: 김 작가 for a novelist, 한 CTO for the chief of a
technology.
"""

from __future__ import annotations

from archive.entities.cues.offices import AFTER_OFFICE, head_of, may_be_called

# Who is said to be one of these goes by a wider word later: the novelist 김가온 is 김 작가.
_WRITERS = ("소설가", "시인", "극작가", "수필가", "동화작가", "만화가", "사진가", "에세이스트")
_MAKERS = ("조각가", "화가", "서양화가", "동양화가", "한국화가", "도예가", "공예가", "미술가")
_CHIEFS = {"경영": "CEO", "기술": "CTO", "재무": "CFO", "운영": "COO"}
_PLAYERS = ("투수", "포수", "타자", "공격수", "수비수", "미드필더", "골키퍼")
_OTHER_WORDS = (
    dict.fromkeys(_WRITERS, ("작가",))
    | dict.fromkeys(_MAKERS, ("화백", "작가"))
    | {"학예연구사": ("학예사",), "부교수": ("교수",), "연구원": ("애널리스트",)}
    | {"전문의": ("과장", "교수", "원장"), "소리꾼": ("명창",), "산악인": ("대장", "대원")}
    | {"연출가": ("연출", "감독"), "프로듀서": ("PD",), "PD": ("프로듀서",), "요리사": ("셰프",)}
    | dict.fromkeys(_PLAYERS, ("선수",))
    | {f"최고{line}{end}": (short,) for line, short in _CHIEFS.items() for end in ("자", "책임자")}
)
_ACTING = ("대행", "직무대행", "권한대행", "직무대리")  # 감독대행 is called 감독


def is_called(role: str, title: str) -> bool:
    """Whether the holder of `role` is called `title` later: 사장 내정자 is soon 사장."""
    posts = _posts(role)
    posts += [other for post in posts for other in _OTHER_WORDS.get(post, ())]
    return any(may_be_called(post, head_of(title)) for post in posts)


def is_called_by_post(role: str, title: str) -> bool:
    """Whether `title` is of the post itself, not a wider word for it."""
    return any(may_be_called(post, head_of(title)) for post in _posts(role))


def _posts(role: str) -> list[str]:
    posts = [head_of(post) for post in role.split(" 겸 ")]
    bare = role.removesuffix(" " + head_of(role))
    if head_of(role) in AFTER_OFFICE and bare != role:
        posts += [head_of(bare), f"{head_of(bare)} {head_of(role)}"]
    return posts + [post.removesuffix(acting) for post in posts for acting in _ACTING]
