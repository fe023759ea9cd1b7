"""Sentences that a script broke over lines are joined, and lines of their own are not."""

from __future__ import annotations

import pytest

from archive.pages import parse_page

HEAD = "온새항 뱃길 하루 여섯 번으로\n입력 2025.10.02 19:48\n\n"
LEAD = (
    "[앵커]\n온새항을 오가는 배가\n하루 여섯 번으로 늘었습니다.\n"
    "섬 주민들은 병원 가는 길이\n가까워졌다고 반깁니다.\n\n"
)
ANC = (
    "◀ANC▶\n섬을 찾은 시민들은 새해에는\n희망이 넘치는 한 해를 바랐습니다\n◀END▶\n◀VCR▶\n"
    "어둡던 지난해 기억을 모두\n태워버리려는 듯\n활활 타올랐습니다.\n"
)
QUOTE = "“전에는 병원에 한 번 가려면\n하룻밤을 자야 했어요.\n이제는 옵니다.”\n"
JOINED = (
    "온새항을 오가는 배가 하루 여섯 번으로 늘었습니다.",
    "섬 주민들은 병원 가는 길이 가까워졌다고 반깁니다.",
)


def _body(text: str) -> tuple[str, ...]:
    article = parse_page(HEAD + text).article
    assert article is not None
    assert article.headline == "온새항 뱃길 하루 여섯 번으로"
    return article.body


@pytest.mark.parametrize(
    ("script", "body"),
    [
        (LEAD, JOINED),
        (
            "[앵커]\n온새항을 오가는 배가\n하루 여섯 번으로 늘었습니다.\n문다올 기자입니다.\n",
            (JOINED[0], "문다올 기자입니다."),
        ),
        (
            f"{LEAD}[기자]\n아침 일곱 시, 첫 배가\n포구에 닿습니다.\n",
            (*JOINED, "아침 일곱 시, 첫 배가 포구에 닿습니다."),
        ),
        (
            f"{LEAD}[기자]\n온새군은 지난 1일부터\n뱃길에 새 배를 넣고\n뱃삯을 내렸습니다.\n",
            (*JOINED, "온새군은 지난 1일부터 뱃길에 새 배를 넣고 뱃삯을 내렸습니다."),
        ),
        (
            f"{LEAD}[강이슬/온새 주민]\n{QUOTE}",
            (
                *JOINED,
                "[강이슬/온새 주민]",
                "“전에는 병원에 한 번 가려면 하룻밤을 자야 했어요.",
                "이제는 옵니다.”",
            ),
        ),
        (
            ANC,
            (
                "섬을 찾은 시민들은 새해에는 희망이 넘치는 한 해를 바랐습니다",
                "어둡던 지난해 기억을 모두 태워버리려는 듯 활활 타올랐습니다.",
            ),
        ),
    ],
)
def test_a_sentence_over_lines_is_one_paragraph(script: str, body: tuple[str, ...]) -> None:
    assert _body(script) == body


@pytest.mark.parametrize(
    "rows",
    [
        ("행사 일정입니다.", "오전 10시 개막식", "오후 1시 노래 대회", "저녁 7시 불꽃놀이"),
        (
            "행사 일정입니다.",
            "오전 10시 개막식",
            "오후 1시 노래 대회",
            "오후 3시 시상식",
            "저녁 7시 불꽃놀이",
            "행사는 무료입니다.",
        ),
        ("3월 1일 온새항에서", "3월 2일 한섬에서", "3월 3일 가람에서", "잔치가 열립니다."),
        ("1. 온새군의 뱃길을", "2. 섬의 병원을", "의회가 다룹니다."),
        ("봄은 강을 건너", "물결을 따라", "내게로 왔네", "바람은 꽃을", "꽃은 너를", "불렀네"),
        ("뱃삯은 그대로", "온새군은 새 배를 띄웁니다."),
        ("온새항 전경", "배가 닿았습니다."),
        ("농가 피해", "온새군은 밭을 살폈습니다."),
        ("강이슬 / 온새 주민", "“이제는 점심 전에 돌아옵니다.”"),
        ("▶ 인터뷰 : 강이슬 / 온새 주민", "- “이제는 점심 전에 돌아옵니다.”"),
        ("아이들의 놀이", "어른들의 노래", "이웃이 모였습니다."),
    ],
)
def test_lines_of_their_own_stay_apart(rows: tuple[str, ...]) -> None:
    assert _body(f"{LEAD}[기자]\n" + "\n".join(rows) + "\n") == (*JOINED, *rows)


def test_whole_sentences_on_lines_are_left_alone() -> None:
    lines = ("온새항 배가 늘었습니다.", "뱃삯은 그대로입니다.", "주민들도 반깁니다.")
    assert _body("[앵커]\n" + "\n".join(lines) + "\n") == lines


def test_tags_in_a_long_run_stay_apart() -> None:
    run = (
        "온새군은 지난 1일부터\n뱃길에 새 배를 넣고\n뱃삯을 내렸습니다.\n[강이슬/온새 주민]\n"
        "전에는 병원에 한 번 가려면\n하룻밤을 자야 했어요.\n"
    )
    assert _body(f"<기자>\n{run}") == (
        "온새군은 지난 1일부터 뱃길에 새 배를 넣고 뱃삯을 내렸습니다.",
        "[강이슬/온새 주민]",
        "전에는 병원에 한 번 가려면 하룻밤을 자야 했어요.",
    )


def test_a_point_of_a_list_in_a_long_run_keeps_its_own_lines() -> None:
    run = (
        "온새군은 지난 1일부터\n뱃길에 새 배를 넣고\n뱃삯을 내렸다.\n"
        "① 섬 주민은 병원에 가는\n길에 뱃삯을 내지 않는다.\n"
    )
    assert _body(run) == (
        "온새군은 지난 1일부터 뱃길에 새 배를 넣고 뱃삯을 내렸다.",
        "① 섬 주민은 병원에 가는 길에 뱃삯을 내지 않는다.",
    )
