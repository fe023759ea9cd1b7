"""Every format, told by its content → its dumps with their members and metadata, and refusals."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
import zipfile
from pathlib import Path

import pytest

from archive.dumps import read, read_stream
from archive.model import Dump, Refusal

from .conftest import PAGE, Reading, listed, members, reasons, texts
from .containers import json_lines, tar_of, warc_record, zip_of

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

RAW = PAGE.encode()


@pytest.mark.parametrize(
    "content",
    [
        RAW,
        gzip.compress(RAW),
        bz2.compress(RAW),
        lzma.compress(RAW),
        zstd.compress(RAW),
        gzip.compress(RAW[:50]) + gzip.compress(RAW[50:]),  # members one after another
        zstd.compress(RAW[:50]) + zstd.compress(RAW[50:]),
        bz2.compress(RAW[:50]) + bz2.compress(RAW[50:]),
        lzma.compress(RAW[:50]) + lzma.compress(RAW[50:]),
        gzip.compress(RAW) + b"\0" * 512,  # padded, as on tapes
        gzip.compress(PAGE.encode("cp949")),
        zstd.compress(gzip.compress(RAW)),
    ],
)
def test_a_page_alone_has_no_member(read_bytes: Reading, content: bytes) -> None:
    assert [(item.member, texts([item])) for item in read_bytes(content)] == [(None, [PAGE])]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(read_bytes: Reading, mode: str) -> None:
    found = read_bytes(tar_of({"a.txt": RAW, "sub/b.txt": PAGE.encode("cp949")}, mode))
    assert members(found) == ["a.txt", "sub/b.txt"]
    assert texts(found) == [PAGE, PAGE]


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_zip(read_bytes: Reading, method: int) -> None:
    found = read_bytes(zip_of({"a.txt": RAW, "폴더/나.txt": RAW}, method))
    assert members(found) == ["a.txt", "폴더/나.txt"]
    assert texts(found) == [PAGE, PAGE]


def test_containers_in_containers(read_bytes: Reading) -> None:
    corpus = zstd.compress(json_lines({"text": PAGE}, {"text": PAGE}))
    found = read_bytes(tar_of({"in.zip": zip_of({"c.jsonl.zst": corpus, "p.txt": RAW})}, "w:gz"))
    assert members(found) == ["in.zip/c.jsonl.zst#1", "in.zip/c.jsonl.zst#2", "in.zip/p.txt"]
    assert texts(found) == [PAGE] * 3


def test_names_that_korean_windows_wrote_into_a_zip(read_bytes: Reading) -> None:
    content = zip_of({"XXXX.txt": RAW}).replace(b"XXXX", "소식".encode("cp949"))
    assert members(read_bytes(content)) == ["소식.txt"]


def test_names_that_an_old_unix_wrote_into_a_tar(read_bytes: Reading) -> None:
    content = tar_of({"소식.txt".encode("cp949").decode("utf-8", "surrogateescape"): RAW})
    assert members(read_bytes(content)) == ["소식.txt"]


def test_what_macos_leaves_beside_the_files_is_passed_over(read_bytes: Reading) -> None:
    litter = {"__MACOSX/._a.txt": b"\0\1", ".DS_Store": b"\0\1", "a/.hidden": RAW, "a.txt": RAW}
    assert members(read_bytes(zip_of(litter))) == ["a.txt"]
    assert members(read_bytes(tar_of(litter))) == ["a.txt"]


def test_json_lines_keep_all_other_fields(read_bytes: Reading) -> None:
    record = {
        "text": PAGE,
        "url": "https://dodam.invalid/1",
        "title": "새 도서관",
        "rank": [1, 2.5],
    }
    (dump,) = read_bytes(json_lines(record))
    assert isinstance(dump, Dump)
    assert (dump.member, dump.text) == ("1", PAGE)
    assert dump.metadata == {name: field for name, field in record.items() if name != "text"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_json_lines_in_any_encoding(read_bytes: Reading, encoding: str) -> None:
    lines = json_lines({"text": PAGE}, {"text": PAGE}).decode()
    assert texts(read_bytes(lines.encode(encoding))) == [PAGE, PAGE]


def test_a_broken_json_line_is_named_and_the_others_go_in(read_bytes: Reading) -> None:
    good = json_lines({"text": PAGE})
    bad = [
        b'{"text": "cut\n',
        b"[1, 2]\n",
        b'{"title": "x"}\n',
        b'{"text": 7}\n',
        b'{"text": " "}\n',
    ]
    found = read_bytes(good + b"\n" + b"".join(bad) + good)
    assert members(found) == ["1", "3", "4", "5", "6", "7", "8"]
    assert len(texts(found)) == 2
    assert len(set(reasons(found))) == 4


def test_json_that_is_not_in_lines_names_the_way_out(read_bytes: Reading) -> None:
    records = [{"text": PAGE}, {"text": PAGE}]
    for content in (
        json.dumps(records),
        json.dumps(records, indent=2),
        json.dumps(records[0], indent=1),
    ):
        (refusal,) = read_bytes(content.encode())
        assert isinstance(refusal, Refusal)
        assert "jq -c" in refusal.reason


def test_a_page_that_opens_with_a_line_of_json_is_a_page(read_bytes: Reading) -> None:
    page = '{"@context": "https://schema.invalid"}\n' + PAGE
    assert texts(read_bytes(page.encode())) == [page]


def test_a_million_broken_lines_are_counted_and_not_named(read_bytes: Reading) -> None:
    found = read_bytes(b'{"no": 1}\n' * 5_000 + json_lines({"text": PAGE}))
    assert texts(found) == [PAGE]
    assert len(reasons(found)) == 1_001
    assert "4,000" in reasons(found)[-1]


def test_half_characters_in_json_are_joined_or_marked(read_bytes: Reading) -> None:
    text = rb'"\ud55c\ubcc4 \ud83d\ude00 \ud800 \u0000"'
    (dump,) = read_bytes(rb'{"text": %b, "title": "\udc00", "n": {"\ud801": ["\udfff"]}}' % text)
    assert isinstance(dump, Dump)
    assert dump.text == "한별 😀 \ufffd \ufffd"
    assert dump.metadata == {"title": "\ufffd", "n": {"\ufffd": ["\ufffd"]}}


def test_warc_gives_its_text_records(read_bytes: Reading) -> None:
    found = read_bytes(
        warc_record("warcinfo", b"software: none")
        + warc_record(
            "conversion",
            RAW,
            WARC_Target_URI="https://dodam.invalid/1",
            WARC_Date="2024-05-01T00:00:00Z",
        )
        + warc_record("response", b"HTTP/1.1 200 OK\r\n\r\n<html>")
        + warc_record("resource", RAW, Content_Type="text/plain; charset=utf-8")
    )
    assert members(found) == ["2", "4"]
    assert texts(found) == [PAGE, PAGE]
    assert isinstance(found[0], Dump)
    assert found[0].metadata == {
        "url": "https://dodam.invalid/1",
        "fetched": "2024-05-01T00:00:00Z",
    }


def test_wet_as_it_is_published_one_gzip_member_a_record(read_bytes: Reading) -> None:
    records = [warc_record("warcinfo", b"x"), *[warc_record("conversion", RAW)] * 3]
    assert texts(read_bytes(b"".join(map(gzip.compress, records)))) == [PAGE] * 3


def test_after_a_damaged_warc_record_the_next_one_is_found(read_bytes: Reading) -> None:
    wrong_length = warc_record("conversion", RAW).replace(
        f"Length: {len(RAW)}".encode(), b"Length: 10"
    )
    no_length = warc_record("conversion", RAW).replace(b"Content-Length", b"Content-Lenght")
    found = read_bytes(wrong_length + no_length + warc_record("conversion", RAW))
    assert texts(found)[-1] == PAGE
    assert len(reasons(found)) == 1


def test_a_warc_with_html_only_says_so(read_bytes: Reading) -> None:
    (refusal,) = read_bytes(warc_record("response", b"HTTP/1.1 200 OK\r\n\r\n<html>"))
    assert "WET" in reasons([refusal])[0]


def test_parquet(read_bytes: Reading) -> None:
    arrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    import datetime as dt

    table = arrow.table(
        {
            "text": [PAGE, None, PAGE * 2],
            "title": ["새 도서관", "나", None],
            "date": [dt.date(2024, 5, 1)] * 3,
            "tags": [["가", "나"], [], None],
        }
    )
    content = io.BytesIO()
    parquet.write_table(table, content)
    for raw in (content.getvalue(), gzip.compress(content.getvalue())):
        found = read_bytes(raw)
        assert members(found) == ["1", "2", "3"]
        assert texts(found) == [PAGE, PAGE * 2]
        assert isinstance(found[0], Dump)
        assert found[0].metadata == {
            "title": "새 도서관",
            "date": "2024-05-01",
            "tags": ["가", "나"],
        }
    assert len(reasons(read_bytes(content.getvalue()[:-20]))) == 1


def test_parquet_without_the_extra_names_it(
    read_bytes: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "newscli[parquet]" in reasons(read_bytes(b"PAR1" + b"\0" * 100 + b"PAR1"))[0]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "비어"),
        (b" \n\t\r\n", "글자가 없"),
        (b"\xef\xbb\xbf", "글자가 없"),
        (gzip.compress(b""), "비어"),
        (b"<!DOCTYPE html><html><body>x", "trafilatura"),
        (b"\n<!-- made by hand -->\n<HTML lang=ko>", "html2text"),
        (("<div class=a><p>가람시</p></div>\n" * 20).encode(), "lynx -dump"),
        ("<p>가람시는 8일</p>\n<p>문을 열었다</p>".encode(), "HTML"),
        ("날짜,제목,본문\n2025-03-05,장터,가람시는\n".encode(), "mlr --icsv"),
        ("번호,제목,내용,링크\r\n1,장터,가람시는,a\r\n".encode("cp949"), "mlr --icsv"),
        (b'\xef\xbb\xbf"id","title","text"\n"1","a","b"\n', "mlr --icsv"),
        ("date\ttitle\ttext\n2025\t장터\t가람시는\n".encode(), "mlr --itsv"),
        (b"{\\rtf1\\ansi ...", "RTF"),
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "hwp5txt"),
        (b"PK\x03\x04 and nothing more", "zip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z x"),
        (b"SQLite format 3\0" + b"\0" * 100, "SQLite"),
        (bytes(range(256)), "이진"),
        (b"\0" * 10_240, "이진"),
        (tar_of({".hidden": RAW}), "읽을 글이 없"),
        (zip_of({}), "읽을 글이 없"),
        (warc_record("metadata", b"x"), "읽을 글이 없"),
        (zip_of({"word/document.xml": b"<w/>"}), "워드"),
        (zip_of({"Contents/content.hpf": b"<h/>"}), "HWPX"),
    ],
)
def test_what_is_no_dump_is_refused_with_a_way_out(
    read_bytes: Reading, content: bytes, named: str
) -> None:
    (refusal,) = read_bytes(content)
    assert isinstance(refusal, Refusal)
    assert named in refusal.reason


@pytest.mark.parametrize(
    "opening",
    [
        "제목, 본문보다 사진이 먼저 보이는 신문\n도담일보, 새 판을 내다\n",
        "홈\t뉴스\t스포츠\n정치\t경제\t사회\n",
        "<p>로 시작하는 글도 있다\n",
        "사회, 가람시\n",
    ],
)
def test_a_page_may_begin_a_little_like_a_table_or_html(read_bytes: Reading, opening: str) -> None:
    assert texts(read_bytes((opening + PAGE).encode())) == [opening + PAGE]


def test_a_page_of_text_may_keep_some_tags(read_bytes: Reading) -> None:
    page = "<앵커> 오늘의 소식입니다.\n<br> " + PAGE + "<저작권자(c) 도담일보>\n"
    assert texts(read_bytes(page.encode())) == [page]


def test_html_in_a_record_is_refused_too(read_bytes: Reading) -> None:
    found = read_bytes(json_lines({"text": "<html><body>가람시"}, {"text": PAGE}))
    assert texts(found) == [PAGE]
    assert "HTML" in reasons(found)[0]


def test_a_stream_that_cannot_seek_is_read_alike() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    for content in (RAW, gzip.compress(RAW), tar_of({"a": RAW}, "w:gz"), zip_of({"a": RAW})):
        assert texts(listed(read_stream(Pipe(content), "-"))) == [PAGE]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(RAW))))
    (dump,) = read(Path("-"))
    assert dump == Dump(PAGE, "-", None, {})


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        (refusal,) = read(path)
        assert isinstance(refusal, Refusal)
        assert refusal.source == str(path)
