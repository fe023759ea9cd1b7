"""A short page of news, of invented towns, and a way to read bytes as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from archive.dumps import read
from archive.model import Dump, Origin, Refusal

PAGE = (
    "가람시는 8일 시민 광장에서 새 도서관의 문을 열었다고 밝혔다.\n"
    "누리군은 다음 달부터 마을버스 노선을 두 개 늘린다. 도담일보 한별 기자\n"
)

Reading = Callable[[bytes], list[Dump | Refusal]]


@pytest.fixture
def read_bytes(tmp_path: Path) -> Reading:
    """The dumps and refusals of a file with these bytes, whatever its name."""

    def reading(content: bytes) -> list[Dump | Refusal]:
        file = tmp_path / "input.dat"
        file.write_bytes(content)
        return list(read(file))

    return reading


def listed(found: Iterable[Dump | Refusal | Origin]) -> list[Dump | Refusal]:
    """All that a stream held; only an export has origins, and none of these is one."""
    items = []
    for item in found:
        assert not isinstance(item, Origin)
        items.append(item)
    return items


def texts(found: list[Dump | Refusal]) -> list[str]:
    return [item.text for item in found if isinstance(item, Dump)]


def reasons(found: list[Dump | Refusal]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Refusal)]


def members(found: list[Dump | Refusal]) -> list[str | None]:
    return [item.member for item in found]
