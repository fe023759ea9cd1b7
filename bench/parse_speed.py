"""How fast dumps are parsed on one core, in processor time: a table, a kind of dump a line.

    nice python bench/parse_speed.py [--seconds 2]

The input is composed here of invented text, in the proportions of real pages: articles with a
widget and teasers, news portals' pages, lists, bodies alone, and records of a corpus.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from archive.model import Dump, Page
from archive.pages import page_of, parse_page

_STATIONS = (
    *("동두천", "강릉", "서울", "대전", "대구", "울산", "광주", "부산"),
    *("고창", "제주", "강화", "보은", "금산", "강진군", "경주시", "거제"),
)
_SENTENCES = (
    "가람시는 지난 4일 시민회관에서 마을 기록가 서른 명을 위촉했다고 밝혔다.",
    "이들은 오는 12월까지 골목의 이야기와 오래된 사진을 모은다.",
    "한도윤 가람시 문화과장은 “기록은 마을의 힘”이라며 “누구나 꺼내 볼 수 있게 하겠다”고 말했다.",
    "지난해에는 12개 동에서 사진 1천400여 장이 모였고, 올해는 두 배가 넘을 것으로 시는 내다봤다.",
    "참여를 바라는 주민은 동 행정복지센터에 신청하면 된다.",
)
_CUT = (
    "도담구가 겨울을 앞두고 홀로 사는 어르신 집을 찾아 문풍지를 붙이고 보일러를 살폈다. "
    "봉사단이 골목을 돌"
)


def paragraphs(count: int, seed: int) -> list[str]:
    """Paragraphs of one to four sentences."""
    return [
        " ".join(_SENTENCES[(seed + at + k) % 5] for k in range(1 + (seed + at) % 4))
        for at in range(count)
    ]


def widget(seed: int) -> str:
    """Sixteen readings and their provider."""
    rows = [
        f"  • 맑음{name} {(seed * 7 + at * 3) % 60 - 20}.{at % 10}℃"
        for at, name in enumerate(_STATIONS)
    ]
    return "\n".join([f"2025.07.{seed % 28 + 1:02d} (화)", "", *rows, "기상청 제공", ""])


def full_page(seed: int) -> str:
    """A page with everything: widget, section, head, body, caption, boxes."""
    parts = [
        f"{widget(seed)}\n사회\n\n가람시, 기록가 {seed}명 위촉…골목 이야기 모은다\n",
        "○ 12월까지 수집\n",
        "[도담일보=김나래 기자] " + "\n \n".join(paragraphs(8 + seed % 6, seed)),
        f"사진1. 위촉식(202511{seed % 9 + 1})\n",
    ]
    for at, label in enumerate(("기획이슈", "지역네트워크")):
        parts.append(f"\n\n\n\n\n포토뉴스\n\n{label}\n\n더보기")
        parts.append(f"도담구 문풍지 봉사단, {seed + at}곳 손봐\n{_CUT * 3}")
    return "\n".join(parts)


def portal_page(seed: int) -> str:
    """A headline twice, bullets, body, mail, copyright and a comment form."""
    headline = f"온새항 뱃길 하루 {seed}번으로"
    bullets = "  • 이하람 기자\n  • 승인 2024.02.12 10:02\n  • 댓글 0\n이 기사를 공유합니다\n"
    body = "\n\n".join(paragraphs(7 + seed % 5, seed))
    tail = "관련기사\n더보기+\n댓글삭제\n댓글 0\n0 / 400\n댓글쓰기"
    rights = "저작권자 © 온새투데이 무단전재 및 재배포 금지"
    return f"{headline}\n상태바\n{headline}\n{bullets}\n{body}\n\n이하람 기자\n\n{rights}\n{tail}\n"


def list_page(seed: int) -> str:
    """A widget and six headlines with texts that break off."""
    items = "\n\n".join(f"가람시 소식 {seed + at}호 나왔다\n{_CUT * 2}" for at in range(6))
    return f"{widget(seed)}\n{items}\n"


def body_only(seed: int) -> str:
    """A body alone."""
    return "\n\n".join(paragraphs(12, seed)) + "/김나래기자\n"


def measure(
    texts: list[str], read: Callable[[str], Page], seconds: float
) -> tuple[int, int, float]:
    """Pages, bytes of UTF-8 and seconds of processor time, until the time is up."""
    sizes = [len(text.encode()) for text in texts]
    pages = size = 0
    start = time.process_time()
    while (took := time.process_time() - start) < seconds:
        for text in texts:
            read(text)
        pages += len(texts)
        size += sum(sizes)
    return pages, size, took


def record(text: str) -> Page:
    """The same text as a corpus record with a title."""
    return page_of(Dump(text, "corpus.jsonl", "1", {"title": "가람시 소식", "date": "2024-02-12"}))


def main() -> None:
    """Measure each kind and all together."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=2.0)
    seconds = options.parse_args().seconds
    kinds: dict[str, tuple[list[str], Callable[[str], Page]]] = {
        "full page": ([full_page(seed) for seed in range(50)], parse_page),
        "portal page": ([portal_page(seed) for seed in range(50)], parse_page),
        "list page": ([list_page(seed) for seed in range(50)], parse_page),
        "body only": ([body_only(seed) for seed in range(50)], parse_page),
    }
    every = [text for texts, _ in kinds.values() for text in texts]
    kinds["all dumps"] = (every, parse_page)
    kinds["record with a title"] = ([body_only(seed) for seed in range(50)], record)
    print(f"{'kind':<22}{'KB a page':>10}{'pages/s':>10}{'MB/s':>8}")
    for name, (texts, read) in kinds.items():
        pages, size, took = measure(texts, read, seconds)
        print(
            f"{name:<22}{size / pages / 1e3:>10.1f}{pages / took:>10.0f}{size / took / 1e6:>8.1f}"
        )


if __name__ == "__main__":
    main()
