"""Input made to hurt: bounded in memory and time, named, and never at the cost of the good rest."""

from __future__ import annotations

import gzip
import io
import tarfile
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.dumps import read, read_stream
from archive.dumps.names import safe_name
from archive.dumps.pagetext import MAX_TEXT_BYTES
from archive.dumps.place import Budget, Exhausted
from archive.model import Dump, Refusal

from .conftest import PAGE, Reading, listed, members, reasons, texts
from .containers import json_lines, tar_of, warc_record, zip_of

RAW = PAGE.encode()
MIB = 1 << 20


def bomb(size: int) -> bytes:
    """`size` bytes of zeros, as small as gzip makes them, without ever holding them."""
    packer = zlib.compressobj(6, wbits=31)
    piece = b"0" * MIB
    return b"".join(packer.compress(piece) for _ in range(size // MIB)) + packer.flush()


@pytest.fixture(scope="module")
def packed_zeros() -> bytes:
    return bomb(600 * MIB)


def peak_of(content: bytes) -> tuple[int, list[Dump | Refusal]]:
    tracemalloc.start()
    try:
        found = listed(read_stream(io.BytesIO(content), "hostile", size=len(content)))
        return tracemalloc.get_traced_memory()[1], found
    finally:
        tracemalloc.stop()


def test_a_page_as_large_as_a_bomb_is_not_unpacked(packed_zeros: bytes) -> None:
    peak, found = peak_of(packed_zeros)
    assert "너무 큽니다" in reasons(found)[0]
    assert peak < 5 * MAX_TEXT_BYTES


def test_members_after_a_bomb_go_in(packed_zeros: bytes) -> None:
    found = listed(
        read_stream(
            io.BytesIO(tar_of({"a.txt": RAW, "b.gz": packed_zeros, "c.txt": RAW})), "hostile"
        )
    )
    assert members(found) == ["a.txt", "b.gz", "c.txt"]
    assert texts(found) == [PAGE, PAGE]


def test_a_bomb_that_must_be_read_through_is_stopped(packed_zeros: bytes) -> None:
    line_without_end = gzip.compress(b'{"text": "') + packed_zeros
    peak, found = peak_of(tar_of({"a.jsonl.gz": line_without_end, "b.txt": RAW}))
    assert "폭탄" in reasons(found)[-1]
    assert texts(found) == [PAGE]
    assert peak < 12 * MAX_TEXT_BYTES


def test_all_layers_of_an_input_spend_from_one_purse() -> None:
    budget = Budget(input_bytes=0)
    for _ in range(60):
        budget.spend(64 * MIB)
    with pytest.raises(Exhausted):
        budget.spend(300 * MIB)


def test_ten_thousand_empty_gzip_members_are_no_way_to_the_end_of_the_stack() -> None:
    members_of_nothing = gzip.compress(b"") * 10_000 + gzip.compress(RAW)
    assert texts(listed(read_stream(io.BytesIO(members_of_nothing), "hostile"))) == [PAGE]


def test_a_tar_of_countless_empty_members_is_summed_up() -> None:
    found = listed(read_stream(io.BytesIO(tar_of({str(n): b"" for n in range(3_000)})), "hostile"))
    assert len(found) == 1_001
    assert "2,000" in reasons(found)[-1]


def test_a_gzip_that_holds_itself_ends() -> None:
    nested = RAW
    for _ in range(50):
        nested = gzip.compress(nested)
    assert "겹" in reasons(listed(read_stream(io.BytesIO(nested), "hostile")))[0]


def test_a_json_line_of_200_mb_is_named_and_the_next_one_goes_in(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    with file.open("wb") as lines:
        lines.write(b'{"text": "')
        for _ in range(200):
            lines.write(b"0" * MIB)
        lines.write(b'"}\n' + json_lines({"text": PAGE}))
    found = list(read(file))
    assert members(found) == ["1", "2"]
    assert texts(found) == [PAGE]


def test_a_huge_warc_record_is_named_and_the_next_one_goes_in(read_bytes: Reading) -> None:
    huge = warc_record("conversion", b"0" * (MAX_TEXT_BYTES + 1))
    found = read_bytes(huge + warc_record("conversion", RAW))
    assert members(found) == ["1", "2"]
    assert texts(found) == [PAGE]


@pytest.mark.parametrize(("text", "depth"), [(b"a", 200_000), (b"\\u0020", 600)])
def test_deep_json_is_no_way_to_the_end_of_the_stack(
    read_bytes: Reading, text: bytes, depth: int
) -> None:
    """With an escaped character a line is walked through once more, by our own code."""
    deep = b'{"text": "' + text + b'", "x": ' + b"[" * depth + b"]" * depth + b"}\n"
    assert len(reasons(read_bytes(deep + json_lines({"text": PAGE})))) == 1


def test_a_number_of_a_million_digits_is_a_broken_line(read_bytes: Reading) -> None:
    found = read_bytes(
        b'{"text": "a", "x": ' + b"9" * 1_000_000 + b"}\n" + json_lines({"text": PAGE})
    )
    assert texts(found) == [PAGE]


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/olute.txt", "abs/olute.txt"),
        ("..\\..\\windows\\a.txt", "windows/a.txt"),
        ("a\x1b[31mred\x07\n.txt", "a\ufffd[31mred\ufffd\ufffd.txt"),
        ("a\u202etxt.exe", "a\ufffdtxt.exe"),
        ("..", "이름 없음"),
        ("가" * 5_000, "가" * 500),
    ],
)
def test_names_of_members_are_made_safe(name: str, want: str) -> None:
    assert safe_name(name) == want


def test_members_outside_and_links_are_named_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for kind, name in (
            (tarfile.SYMTYPE, "link"),
            (tarfile.LNKTYPE, "hard"),
            (tarfile.FIFOTYPE, "pipe"),
            (tarfile.CHRTYPE, "device"),
            (tarfile.DIRTYPE, "folder"),
        ):
            header = tarfile.TarInfo(name)
            header.type, header.linkname = kind, "/etc/passwd"
            archive.addfile(header)
        for name in ("../up.txt", "good.txt"):
            header = tarfile.TarInfo(name)
            header.size = len(RAW)
            archive.addfile(header, io.BytesIO(RAW))
    found = listed(read_stream(io.BytesIO(content.getvalue()), "hostile"))
    assert members(found) == ["link", "hard", "pipe", "device", "up.txt", "good.txt"]
    assert "밖" in reasons(found)[-1]
    assert texts(found) == [PAGE]
    assert list(tmp_path.rglob("*")) == []


def test_a_tar_that_is_cut_or_damaged_gives_what_came_before(read_bytes: Reading) -> None:
    whole = tar_of({f"{n}.txt": RAW for n in range(5)})
    cut = whole[: 1024 * 2 + 600]
    damaged = whole[: 1024 * 2] + b"\xff" * 100 + whole[1024 * 2 + 100 :]
    for content in (cut, damaged):
        found = read_bytes(content)
        assert texts(found) == [PAGE, PAGE]
        assert "끊겨" in reasons(found)[-1]


def test_a_tar_header_that_asks_for_gigabytes_is_refused() -> None:
    header = tarfile.TarInfo("x" * 50)
    header.type, header.size = tarfile.XHDTYPE, 8 << 30
    peak, found = peak_of(header.tobuf() + b"0" * 4096)
    assert len(reasons(found)) == 1
    assert peak < 10 * MIB


def test_gzip_cut_short(read_bytes: Reading) -> None:
    lines = json_lines(*[{"text": f"{n} {PAGE}", "n": n} for n in range(2_000)])
    found = read_bytes(gzip.compress(lines)[:-500])
    assert len(texts(found)) > 1_000
    assert "끊겼" in reasons(found)[-1]
    assert reasons(read_bytes(gzip.compress(RAW)[:-9])) == [reasons(found)[-1]]


def test_rubbish_after_gzip_is_named_and_the_lines_before_go_in(read_bytes: Reading) -> None:
    found = read_bytes(gzip.compress(json_lines(*[{"text": PAGE}] * 3)) + b"rubbish")
    assert texts(found) == [PAGE] * 3
    assert len(reasons(found)) == 1


def test_a_bad_member_of_a_zip_is_named_and_the_others_go_in(read_bytes: Reading) -> None:
    content = bytearray(zip_of({"a.txt": RAW, "b.txt": RAW, "c.txt": RAW}, zipfile.ZIP_STORED))
    content[content.index(RAW, content.index(b"b.txt"))] ^= 0xFF
    found = read_bytes(bytes(content))
    assert members(found) == ["a.txt", "b.txt", "c.txt"]
    assert texts(found) == [PAGE, PAGE]


def test_a_zip_with_a_password_says_so(read_bytes: Reading) -> None:
    content = bytearray(zip_of({"a.txt": RAW}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    assert "암호" in reasons(read_bytes(bytes(content)))[0]


def test_a_zip_with_an_endless_directory_is_refused(read_bytes: Reading) -> None:
    content = bytearray(zip_of({"a.txt": RAW}))
    end = content.index(b"PK\x05\x06")
    content[end + 12 : end + 16] = (1 << 30).to_bytes(4, "little")
    assert "너무 많이" in reasons(read_bytes(bytes(content)))[0]


SEEDS = [
    gzip.compress(RAW),
    tar_of({"a.txt": RAW, "b": RAW}),
    zip_of({"a.txt": RAW, "b.gz": gzip.compress(RAW)}),
    json_lines({"text": PAGE}, {"text": PAGE, "url": "https://dodam.invalid"}),
    warc_record("conversion", RAW) * 2,
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_input_of_any_kind_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        position = data.draw(st.integers(0, len(content) - 1))
        content[position] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    found = listed(read_stream(io.BytesIO(bytes(content[:cut])), "hostile", size=cut))
    assert found
    assert all(item.text.strip() if isinstance(item, Dump) else item.reason for item in found)


def test_a_zip_member_that_climbs_is_named_and_left_out(read_bytes: Reading) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in ("a.txt", "..\\up.txt", "b/../../up.txt"):
            archive.writestr(name, RAW)
    found = read_bytes(content.getvalue())
    assert texts(found) == [PAGE]
    assert ["밖" in reason for reason in reasons(found)] == [True, True]
