"""An archive of invented pages, made once by the program itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Archive

if TYPE_CHECKING:
    from tests.conftest import Program

DELIVERY = """\
2026.03.04 (수)

  • 맑음가람 7.5℃
  • 흐림누리 -3.1℃
  • -노을 2.0℃
기상청 제공

지역소식

가람시, 누리장터에 ‘새벽배달’ 첫 선

- 가게 120곳 참여

[도담일보 한별 기자] 가람시는 4일 누리장터에서 ‘새벽배달’을 처음 열었다고 밝혔다.
누리군 상인회는 이날 새벽배달에 가게 120곳이 함께한다고 설명했다.
강누리 가람시장은 “작은 가게가 먼저 웃는 도시를 만들겠다”고 말했다.
"""

SNOW = """\
2026.03.05 (목)

  • 맑음가람 7.5℃
  • 흐림누리 -3.1℃
  • -노을 2.0℃
기상청 제공

사회

[단독] 노을항 등대에 [/b] 눈 쌓여 :smile: 뱃길 끊겨

[도담일보 한별 기자] 노을항에 밤새 눈이 내려 5일 뱃길이 끊겼다.
노을해양청은 등대지기 두 명이 무사하다고 전했다.
"""


@pytest.fixture(scope="session")
def made_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of both pages."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "delivery.txt").write_text(DELIVERY, encoding="utf-8")
    (folder / "snow.txt").write_text(SNOW, encoding="utf-8")
    with Archive.open(folder / "archive.db") as archive:
        report = archive.ingest([folder / "delivery.txt", folder / "snow.txt"], jobs=1)
    assert report.failed == ()
    assert report.articles == 2
    return folder / "archive.db"


@pytest.fixture
def news(newscli: Program, made_archive: Path) -> Program:
    """The program with an archive of both pages."""
    shutil.copy(made_archive, newscli.db)
    return newscli
