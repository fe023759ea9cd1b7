"""Bytes in every encoding of thirty years → the text, or a refusal; nothing uncertain."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dumps.encoding import decode
from archive.dumps.mojibake import repair
from archive.dumps.place import Unreadable

from .conftest import PAGE

HANJA_PAGE = "가람市는 8日 市民廣場에서 새 圖書館의 門을 열었다고 밝혔다.\n"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp949",
        "euc_kr",
        "johab",
        "iso2022_kr",
    ],
)
@pytest.mark.parametrize("text", [PAGE, HANJA_PAGE, "오늘의 날씨", "맑음 18.2℃ 가람\n" * 3])
def test_encodings_are_told_apart(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("펲시콜라와 뷁이라는 글자, 똠방각하도 그 도시에서는 다 읽는다", "cp949"),  # beyond EUC-KR
        ("늦봄 꽃샘", "cp949"),  # no everyday syllable
        ("날씨", "cp949"),
        ("PDF 안내: see https://example.invalid/가람", "cp949"),
        ("똠 펲 그리고 가람시는 다음 달부터 한다", "euc_kr"),  # KS X 1001's eight-byte syllables
        ("똠방각하 펲시 가람시는 다음 달부터 마을버스를 늘린다", "johab"),
    ],
)
def test_hard_cases(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_decomposed_text_stays_decomposed() -> None:
    decomposed = unicodedata.normalize("NFD", PAGE)
    assert decode(decomposed.encode()) == decomposed


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        (PAGE.encode()[:-2], PAGE[:-1]),  # the last byte of the text itself is the newline
        (PAGE.encode().replace("시민".encode(), "시".encode() + b"\xeb\xaf"), None),
        (PAGE.encode("cp949").replace("시민".encode("cp949"), b"\xbd\xc3\xff"), None),
        (PAGE.encode("utf-16") + b"\x00", PAGE + "\ufffd"),
    ],
)
def test_a_few_broken_bytes_do_not_cost_the_page(raw: bytes, want: str | None) -> None:
    text = decode(raw)
    assert text.startswith("가람시는 8일 시")
    assert "도서관의 문을" in text
    if want is None:
        assert "\ufffd" in text
    else:
        assert text.startswith(want[:-1])


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 100,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 200,
        b"\x1b[2J\x07\x08\x01\x02\x03" * 50,
        "Grüße aus Köln, schöne Straße, für alle Bürger über Öl".encode("latin-1"),
        "Новости города и области, погода на завтра".encode("koi8-r"),
    ],
)
def test_what_is_no_text_or_cannot_be_told_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(raw)


@pytest.mark.parametrize("shown_as", ["latin-1", "cp1252"])
@pytest.mark.parametrize("written_in", ["cp949", "utf-8"])
def test_mojibake_is_put_back(written_in: str, shown_as: str) -> None:
    garbled = "".join(_shown(byte, shown_as) for byte in PAGE.encode(written_in))
    assert garbled != PAGE
    assert repair(garbled) == PAGE


def _shown(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)  # as browsers show the five bytes that cp1252 leaves out


def test_mojibake_between_lines_that_are_well_is_put_back() -> None:
    garbled = PAGE.encode("cp949").decode("latin-1")
    mixed = f"가람시 소식\n{garbled}도담일보\n"
    assert repair(mixed) == f"가람시 소식\n{PAGE}도담일보\n"


def test_a_byte_lost_from_mojibake_leaves_a_hole_and_no_more() -> None:
    garbled = (PAGE * 2).encode("cp949").decode("latin-1")
    position = garbled.index("½Ã") + 1
    repaired = repair(garbled[:position] + " " + garbled[position + 1 :])
    assert repaired.count("\ufffd") == 1
    assert "새 도서관의 문을 열었다고 밝혔다." in repaired


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "카페 ‘Ça va’와 Müller 씨, Ångström 단위, 5×3, 20°C, ··· ««»»",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîï",
        "Š Ž œ ž Ÿ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿",
        "été à Noël, où sont les élèves de l’école? «Là-bas», dit-il.",
        "",
    ],
)
def test_text_that_only_looks_odd_stays(text: str) -> None:
    assert repair(text) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except Unreadable:
        return
    text.encode()  # no half characters: a database could not hold them


@given(st.text(alphabet="가나다라마바사아자차카타파하 0123456789.\n", min_size=1))
def test_korean_text_survives_utf8(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.text(max_size=200))
def test_repair_never_fails(text: str) -> None:
    repair(text)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_few_zero_bytes_are_holes_in_a_text(encoding: str) -> None:
    raw = bytearray((PAGE * 3).encode(encoding))
    for place in (40, 90, 91):
        at = raw.index(b" ", place)
        raw[at] = 0
    text = decode(bytes(raw))
    assert text.count("\ufffd") == 3
    assert text.replace("\ufffd", " ") == PAGE * 3


def test_many_zero_bytes_are_no_text() -> None:
    with pytest.raises(Unreadable, match="이진"):
        decode(PAGE.encode() + b"\0" * 40)
