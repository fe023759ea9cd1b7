"""An export put into a new archive makes the same archive."""

from __future__ import annotations

import gzip
import json
import shutil
import tarfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import Archive, ArchiveError, parse_files
from archive.errors import UsageError
from archive.export import export
from archive.store.file.connection import connect_reading

from .conftest import EXAMPLES  # and the path to bench/

from bench.compose import write_everything  # isort: skip
from bench.sameness import differences  # isort: skip

SEED = Path(__file__).parents[3] / "shared" / "seed"
PAGES = Path(__file__).parents[3] / "shared" / "pages" / "dumps"


def there_and_back(database: Path, folder: Path, *, entities: bool = False) -> Path:
    """The archive that comes of an export."""
    again = folder / "again.db"
    with Archive.open(database, create=False) as news:
        news.export(folder / "out")
    with Archive.open(again) as news:
        news.ingest([folder / "out"], jobs=1, entities=entities)
    return again


def test_an_export_makes_the_same_archive(database: Path, tmp_path: Path) -> None:
    again = there_and_back(database, tmp_path, entities=True)
    assert differences(database, again) == {}


@pytest.mark.parametrize("folder", [SEED, PAGES], ids=["seed", "pages"])
def test_an_export_of_real_layouts_makes_the_same_archive(folder: Path, tmp_path: Path) -> None:
    if not folder.exists():
        pytest.skip(f"no {folder} beside this checkout")
    with Archive.open(tmp_path / "news.db") as news:
        news.ingest([folder], jobs=1, entities=False)
    again = there_and_back(tmp_path / "news.db", tmp_path)
    assert differences(tmp_path / "news.db", again) == {}


def test_an_export_of_every_container_makes_the_same_archive(tmp_path: Path) -> None:
    write_everything(tmp_path / "in", 300, seed=3)
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "cut.jsonl").write_text('{"text": "가람시 소식"}\n{"text": "cut\n')
    with Archive.open(tmp_path / "news.db") as news:
        told = news.ingest([tmp_path / "in"], jobs=1, entities=False)
    assert told.failed
    with Archive.open(tmp_path / "news.db") as news:
        news.export(tmp_path / "out")
    with Archive.open(tmp_path / "again.db") as news:
        told_again = news.ingest([tmp_path / "out"], jobs=2, entities=False)
        assert sorted(r.reason for r in told_again.failed) == sorted(r.reason for r in told.failed)
        assert told_again.inputs == told.inputs
        held = news.ingest([tmp_path / "out"], jobs=1, entities=False)
        assert held.added == held.updated == held.articles == 0
    assert differences(tmp_path / "news.db", tmp_path / "again.db") == {}


TEXTS = st.sampled_from(
    (
        "가람시는 12일 한들시장에서 배달특급 행사를 열었다고 밝혔다.\n\n누리군도 함께했다.",
        "가람시는 12일  한들시장에서 배달특급 행사를 열었다고 밝혔다.\n누리군도 함께했다.",
        "도담 소식\x00과 \ud83d 반쪽",
        "가나다\u200b라마\u202e바사\n\n" * 3,
    )
) | st.text(min_size=1, max_size=60)
FIELDS = st.fixed_dictionaries(
    {"text": TEXTS},
    optional={
        "id": st.sampled_from((1, "1", "01", "가-7", None, 1.5, True)),
        "url": st.sampled_from(
            ("https://a.example/news/12", "https://b.example/news/12", 7, None, "", "주소")
        ),
        "title": st.sampled_from(("가람 소식", "누리 소식", " 앞뒤 ", "", None, 3)),
        "date": st.sampled_from(("2025-03-01", "20250302", 1740900000, None, "언젠가")),
        "more": st.recursive(
            st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=2)
                | st.dictionaries(st.text(max_size=3), inner, max_size=2)
            ),
            max_leaves=4,
        ),
    },
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sources=st.lists(st.lists(FIELDS, min_size=1, max_size=5), min_size=1, max_size=3))
def test_whatever_came_with_a_dump_comes_back(
    sources: list[list[dict[str, object]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "in").mkdir()
    (folder / "in" / "plain.txt").write_text("가람시 소식지\n", encoding="utf-8")
    for number, records in enumerate(sources):
        lines = [json.dumps(record) + "\n" for record in records]
        (folder / "in" / f"{number}.jsonl").write_text("".join(lines), encoding="utf-8")
    with Archive.open(folder / "news.db") as news:
        news.ingest([folder / "in"], jobs=1, entities=False)
    again = there_and_back(folder / "news.db", folder)
    assert differences(folder / "news.db", again) == {}
    shutil.rmtree(folder)


def test_an_update_and_a_forgotten_source_leave_no_trace_in_an_export(tmp_path: Path) -> None:
    write_everything(tmp_path / "in", 60, seed=5)
    files = sorted(path for path in (tmp_path / "in").rglob("*") if path.is_file())
    with Archive.open(tmp_path / "news.db") as news:
        news.ingest([tmp_path / "in"], jobs=1, entities=False)
        files[0].write_text("가람시 새 소식\n\n가람시가 새 소식을 전했다.\n", encoding="utf-8")
        news.ingest([tmp_path / "in"], jobs=1, entities=False)
        news.forget(files[-1].name)
        before = {(a.headline, a.lead, a.date, a.url) for a in news.articles(limit=None)}
        paths = [source.path for source in news.sources()]
    again = there_and_back(tmp_path / "news.db", tmp_path)
    with Archive.open(again) as news:
        assert {(a.headline, a.lead, a.date, a.url) for a in news.articles(limit=None)} == before
        assert [source.path for source in news.sources()] == paths
        assert news.doctor(full=True).ok


def test_an_export_in_many_files_is_the_same_archive_and_the_same_bytes_twice(
    database: Path, tmp_path: Path
) -> None:
    connection = connect_reading(database)
    report = export(connection, tmp_path / "one", file_bytes=2_000)
    export(connection, tmp_path / "two", file_bytes=2_000)
    connection.close()
    files = sorted((tmp_path / "one").iterdir())
    assert len(files) == report.files > 3
    assert sum(file.stat().st_size for file in files) == report.bytes
    assert [file.read_bytes() for file in files] == [
        file.read_bytes() for file in sorted((tmp_path / "two").iterdir())
    ]
    with Archive.open(tmp_path / "again.db") as news:
        news.ingest([tmp_path / "one"], jobs=1)
    assert differences(database, tmp_path / "again.db") == {}


def test_an_earlier_export_is_replaced_and_nothing_else_is(database: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Archive.open(database) as news:
        news.export(out)
        news.forget("garam-snow.txt")
        report = news.export(out)
        assert report.sources == 8
        (out / "일기.txt").write_text("내 글", encoding="utf-8")
        with pytest.raises(UsageError, match="비어 있지 않은"):
            news.export(out)
        with pytest.raises(UsageError, match="폴더가 아닙니다"):
            news.export(out / "일기.txt")
    assert (out / "일기.txt").read_text(encoding="utf-8") == "내 글"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_file_of_another_kind_under_an_exports_name_is_kept(
    database: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "news-00001.jsonl").write_text('{"text": "내 글"}\n')
    with Archive.open(database) as news, pytest.raises(UsageError):
        news.export(tmp_path / "out")


@pytest.mark.parametrize("cut", [1, 3, 6])
def test_a_cut_export_is_told_and_finished_by_the_whole_one(
    database: Path, tmp_path: Path, cut: int
) -> None:
    out = tmp_path / "out"
    with Archive.open(database) as news:
        news.export(out)
    (file,) = out.iterdir()
    whole = file.read_bytes()
    file.write_bytes(b"".join(whole.splitlines(keepends=True)[:-cut])[:-20])
    with Archive.open(tmp_path / "again.db") as news:
        report = news.ingest([out], jobs=1)
        assert any("끊겼습니다" in refusal.reason for refusal in report.failed)
        assert "ok" not in [s.status for s in news.sources() if s.path.endswith("release.txt")]
        file.write_bytes(whole)
        news.ingest([out], jobs=1)
        if news.sources_named(str(file)):
            news.forget(str(file))
        listed = {(a.headline, a.lead, a.date) for a in news.articles(limit=None)}
        sources = {(s.path, s.status, s.dumps) for s in news.sources()}
    with Archive.open(database, create=False) as news:
        assert listed == {(a.headline, a.lead, a.date) for a in news.articles(limit=None)}
        assert sources == {(s.path, s.status, s.dumps) for s in news.sources()}


def test_an_export_in_a_compressed_file_or_a_tar_is_one_too(database: Path, tmp_path: Path) -> None:
    with Archive.open(database) as news:
        news.export(tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(file.read_bytes()))
    with tarfile.open(tmp_path / "packed.tar", "w") as tar:
        tar.add(file, "out/news-00001.jsonl")
    for name in ("packed.jsonl.gz", "packed.tar"):
        with Archive.open(tmp_path / f"{name}.db") as news:
            news.ingest([tmp_path / name], jobs=1)
        assert differences(database, tmp_path / f"{name}.db") == {}


def test_an_export_among_other_members_is_told(database: Path, tmp_path: Path) -> None:
    with Archive.open(database) as news:
        news.export(tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    page = EXAMPLES / "garam-snow.txt"
    for number, members in enumerate(((page, file), (file, page))):
        path = tmp_path / f"{number}.tar"
        with tarfile.open(path, "w") as tar:
            for member in members:
                tar.add(member, member.name)
        with Archive.open(tmp_path / f"{number}.db") as news:
            report = news.ingest([path], jobs=1, entities=False)
        assert any("풀어서 따로" in refusal.reason for refusal in report.failed)


def test_an_export_never_replaces_what_an_archive_holds(database: Path, tmp_path: Path) -> None:
    """A crafted file could name any source of ours; it can add, and cannot take away."""
    with Archive.open(database) as news:
        path = news.sources()[1].path
        before = news.articles(limit=None)
        crafted = tmp_path / "crafted.jsonl"
        lines: list[dict[str, object]] = [
            {"schema": "export/1", "file": 1},
            {"schema": "source/1", "path": path, "status": "ok", "digest": "00"},
            {"schema": "dump/1", "source": path, "text": "가람시 소식이 바뀌었다."},
            {"schema": "end/1", "lines": 3},
        ]
        crafted.write_text("".join(json.dumps(line) + "\n" for line in lines))
        report = news.ingest([crafted], jobs=1)
        assert "다른 내용으로" in report.failed[0].reason
        assert news.articles(limit=None) == before


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "{",
        '{"schema": "dump/1", "text": 7}',
        '{"schema": "dump/1"}',
        '{"schema": "source/1", "path": 1, "status": "ok"}',
        '{"schema": "source/1", "path": "a", "status": "stolen"}',
        '{"schema": "source/1", "path": "a", "status": "ok", "bytes": 1e400}',
        '{"schema": "refusal/1", "reason": []}',
        '{"no": "schema"}',
        "[" * 100_000,
    ],
)
def test_a_line_that_no_export_has_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    crafted = tmp_path / "crafted.jsonl"
    crafted.write_text(
        '{"schema": "export/1", "file": 1}\n'
        '{"schema": "source/1", "path": "/가람.txt", "status": "ok", "digest": "00"}\n'
        f'{line}\n{{"schema": "later/9"}}\n{{"schema": "end/1", "lines": 4}}\n',
        encoding="utf-8",
    )
    with Archive.open(tmp_path / "a.db") as news:
        report = news.ingest([crafted], jobs=1)
    assert [refusal.member for refusal in report.failed] == ["3"]


def test_a_name_from_an_export_steers_no_terminal(tmp_path: Path) -> None:
    crafted = tmp_path / "crafted.jsonl"
    lines: list[dict[str, object]] = [
        {"schema": "export/1", "file": 1},
        {"schema": "source/1", "path": "\x1b[2J\u202e/가람.txt", "status": "ok", "digest": "00"},
        {"schema": "dump/1", "member": "a\nb", "text": "가람시 소식이다."},
        {"schema": "end/1", "lines": 3},
    ]
    crafted.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with Archive.open(tmp_path / "a.db") as news:
        news.ingest([crafted], jobs=1)
        (source,) = news.sources()
        (article,) = news.articles()
        assert source.path == "�[2J�/가람.txt"
        assert news.article(article.id).sources[0].member == "a�b"


def test_dumps_are_parsed_from_an_export_under_their_own_names(
    database: Path, tmp_path: Path
) -> None:
    with Archive.open(database) as news:
        news.export(tmp_path / "out")
    parsed = list(parse_files([str(tmp_path / "out")]))
    assert {Path(item.source).name for item in parsed} == {file.name for file in EXAMPLES.iterdir()}


def test_an_export_onto_a_place_that_cannot_be_written_says_so(
    database: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with Archive.open(database) as news:
        with pytest.raises(ArchiveError, match="내보내지 못했습니다"):
            news.export(tmp_path / "file" / "out")
        with pytest.raises(UsageError):
            news.export("/")
