"""Hostile input to everything that takes any: what breaks, of how many cases?

    python bench/fuzz.py [--seconds 60] [--only TARGET] [--seed N]

Hypothesis makes the cases out of Korean news, of what steers terminals, databases and parsers, and
of anything at all, and makes a failing one small. A short run of the same targets is in the tests.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import io
import json
import lzma
import os
import re
import sys
import tarfile
import tempfile
import time
import warnings
import zipfile
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import Archive, parse_page, tag
from archive.dumps import read_stream
from archive.errors import ArchiveError
from archive.model import Dump, Filters, Origin, Refusal
from newscli.main import main as newscli

EXAMPLES = Path(__file__).parents[1] / "examples"

PIECES = (
    # what steers a terminal
    "\x1b[2J", "\x1b]0;제목\x07", "\x1b]8;;http://a.example\x1b\\링크", "\x9b31m", "\x07", "\r",
    "\x08", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u2028", "\u0085", "\U000e0041",
    # what means something to rich, FTS5, SQL, JSON, shells and paths
    "[bold red]", "[/]", "[link=http://a.example]", ":smile:", '"', "'", "*", "NEAR(", " OR ",
    " AND ", " NOT ", "(", ")", "-", "^", "{body headline} :", "body:", "제목:", "사람:", "날짜:",
    "부터:9999-99", "'; DROP TABLE articles; --", "%", "_", "\\", "$(reboot)", "`", "../../",
    "/etc/passwd", "C:\\", "\x00", "\ud83d", "\udc00", "\udcff", "{", "[" * 40, '{"text": ',
    "\\ud800",
    # what the parser looks for
    "2025.07.08 (화)\n", "  • 맑음가람 18.2℃\n", "기상청 제공\n", "더보기\n", "댓글 0\n", "사회\n",
    "[도담일보 한별 기자] ", "ⓒ 도담일보, 무단 전재 및 재배포 금지\n", "입력 2025.02.30 25:61",
    "▲", "■ ",
    "전체기사 보기\n", "“", "”", "‘", "’", "라고 말했다.", "고 밝혔다.", "(", "＜",
    # Korean in all its spellings, and other scripts
    "가람시", "강누리 시장은", "배달특급", "ㅂㄷㅌㄱ", "qoekf", "\u1100\u1161\u11a8",
    "가\u0301" * 30, "漢字",
    "🏳️\u200d🌈", "é" * 3, "9" * 400, "1e999", "-0", "ﷺ" * 20, "가" * 3000,
)  # fmt: skip

_ANYTHING = st.text(st.characters(exclude_categories=()), max_size=30)
TEXT = st.lists(st.sampled_from(PIECES) | _ANYTHING, max_size=25).map("".join)
WORD = st.lists(st.sampled_from(PIECES) | _ANYTHING, max_size=6).map("".join)
ARGUMENT = WORD.map(
    lambda word: os.fsdecode(word.replace("\0", "").encode("utf-8", "surrogatepass")[:20_000])
)
"""A word as a shell may give it: any bytes but NUL."""

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""All that may steer a terminal, or hide on it, but for tabs and the ends of lines."""


@dataclass(frozen=True)
class Target:
    """What takes hostile input: `check` raises where it breaks."""

    cases: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def _parse(case: tuple[str, dict[str, object]]) -> None:
    text, metadata = case
    page = parse_page(text, metadata)
    for block in page.blocks:
        assert 0 <= block.start <= block.end <= len(text)


def _tag(text: str) -> None:
    for mention in tag(text):
        assert text[mention.start : mention.end] == mention.text


@cache
def _home() -> Path:
    return Path(tempfile.mkdtemp(prefix="newscli-fuzz-"))


@cache
def _archive() -> Archive:
    news = Archive.open(_home() / "news.db")
    news.ingest([EXAMPLES], jobs=1)
    return Archive.open(_home() / "news.db", create=False)


def _search(query: str) -> None:
    news = _archive()
    results = news.search(query, limit=3)
    for hit in results.hits:
        for start, end in hit.highlights:
            assert 0 <= start < end <= len(hit.snippet)
    assert news.count_hits(query) >= 0
    news.facet(query, "section")
    news.timeline(query)


def _filter(words: list[str]) -> None:
    section, source, site, entity = words
    filters = Filters(section=section, source=source, site=site, entity=entity)
    news = _archive()
    news.articles(filters)
    news.search("가람시", filters=filters)
    news.entities(filters)


def _read(content: bytes) -> None:
    for found in read_stream(io.BytesIO(content), "여기", size=len(content)):
        assert isinstance(found, Dump | Refusal | Origin)


def _ingest(case: tuple[list[str], bytes]) -> None:
    """Texts and bytes go in as files; then every listing shows them on a terminal."""
    texts, content = case
    with tempfile.TemporaryDirectory(dir=_home()) as name:
        folder = Path(name)
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        records = [{"text": text, "title": text[:50], "url": text[-50:]} for text in texts]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (folder / "r.jsonl").write_text(lines)
        (folder / "bytes").write_bytes(content)
        for words in (
            ["ingest", name], ["list"], ["list", "--format", "csv"], ["list", "--json"],
            ["show", "1", "2"], ["show", "1", "--raw"], ["show", "1", "--format", "md"],
            ["search", "가람시"], ["weather"], ["entities"], ["quotes"], ["stats", "--inputs"],
            ["parse", "--format", "ndjson", name], ["doctor", "--full"],
        ):  # fmt: skip
            raw = words[-1] == "--raw"
            _said(
                ["--db", str(folder / "a.db"), *words], steering=raw, must_pass=words[0] == "doctor"
            )


def _file_names(names: list[bytes]) -> None:
    with tempfile.TemporaryDirectory(dir=_home()) as folder:
        for name in names:
            path = os.path.join(os.fsencode(folder), name)  # noqa: PTH118 - bytes
            with open(path, "wb") as stream:  # noqa: PTH123 - bytes
                stream.write("가람시 소식\n\n가람시가 소식을 전했다.\n".encode())
        database = _home() / "names.db"
        database.unlink(missing_ok=True)
        for words in (["ingest", folder, "--no-entities"], ["stats", "--inputs"], ["list"]):
            _said(["--db", str(database), *words])
        _said(["--db", str(_home() / "names.db"), "export", os.path.join(folder, "밖")])  # noqa: PTH118


def _command_line(case: tuple[str, str]) -> None:
    option, word = case
    _archive()
    with tempfile.TemporaryDirectory(dir=_home()) as folder, chdir(folder):
        if option in _TAKES_PATHS:  # what it names is read or written: in here only
            word = re.sub(r"[/.~\\]", "", word) or "이름"
        _said(["--db", str(_home() / "news.db"), *option.split(), word])


def _configuration(content: str) -> None:
    path = _home() / "config.toml"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    os.environ |= {"NEWSCLI_CONFIG": str(path), "XDG_DATA_HOME": str(_home())}
    try:
        for words in (["config"], ["list", "-n", "1"], ["doctor"]):
            _said(words)
    finally:
        os.environ["NEWSCLI_CONFIG"] = str(_home() / "none.toml")


# A damaged export leaves the source unfinished that lost a page by it: that doctor may tell.
_ALLOWED = re.compile(r"(?s)(?:(?!이상).)*이상  unfinished(?:(?!이상).)*")


class _Terminal(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")

    def isatty(self) -> bool:
        return True

    def said(self) -> str:
        self.flush()
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode("utf-8", "surrogatepass")


def _said(words: list[str], *, steering: bool = False, must_pass: bool = False) -> None:
    """Run a command for a terminal; fail if it breaks or lets something steer the terminal."""
    os.environ |= {"NEWSCLI_PAGER": "cat", "NO_COLOR": "1", "COLUMNS": "60", "LINES": "9999"}
    out, err = _Terminal(), io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    with redirect_stdout(out), redirect_stderr(err):
        code = newscli(words)
    err.seek(0)
    told = err.read()
    assert code in {0, 1, 2}, code
    assert code == 0 or not must_pass or _ALLOWED.fullmatch(out.said()), out.said()
    assert "예상하지 못한" not in told, told
    assert not _STEERING.search(told), told
    assert steering or not _STEERING.search(out.said()), out.said()


def _zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../가람.txt", content)
        archive.writestr("안/a\nb", content)
    return packed.getvalue()


def _tarred(content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in ("../../가람.txt", "/etc/passwd", "안/\x1b[2J"):
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return packed.getvalue()


def _warc(content: bytes) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/1\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def _json_lines(content: bytes) -> bytes:
    text = content.decode("utf-8", "surrogatepass")
    record = {"text": text, "id": text[:9], "deep": [[{"가": None}]]}
    return (json.dumps(record) + "\n").encode() * 3


def _exported(content: bytes) -> bytes:
    text = content.decode("utf-8", "surrogatepass")
    lines: list[dict[str, object]] = [
        {"schema": "export/1", "file": 1},
        {"schema": "source/1", "path": text[:20] or "가", "status": "ok", "digest": text[:4]},
        {"schema": "dump/1", "text": text, "metadata": {text[:3]: text}},
        {"schema": "end/1", "lines": 3},
    ]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


_WRAPPINGS: tuple[Callable[[bytes], bytes], ...] = (
    bytes, gzip.compress, bz2.compress, lzma.compress,
    _zipped, _tarred, _warc, _json_lines, _exported,
)  # fmt: skip


@st.composite
def containers(draw: st.DrawFn) -> bytes:
    """A text in a container or two, with some bytes changed, dropped or doubled."""
    content = draw(TEXT).encode("utf-8", "surrogatepass")
    for wrap in draw(st.lists(st.sampled_from(_WRAPPINGS), min_size=1, max_size=2)):
        try:
            content = wrap(content)
        except UnicodeDecodeError:  # a record of bytes that are no text
            content = gzip.compress(content)
    spoilt = bytearray(content)
    for _ in range(draw(st.integers(0, 4))):
        if not spoilt:
            break
        at = draw(st.integers(0, len(spoilt) - 1))
        match draw(st.integers(0, 3)):
            case 0:
                spoilt[at] = draw(st.integers(0, 255))
            case 1:
                del spoilt[at:]
            case 2:
                del spoilt[at : at + 8]
            case _:
                spoilt[at:at] = spoilt[at : at + 64]
    return bytes(spoilt)


_METADATA = st.dictionaries(
    st.sampled_from(("url", "date", "title", "id", "\x1b[2J")), TEXT | st.integers() | st.none()
)
_NAME = st.binary(min_size=1, max_size=60).map(
    lambda name: name.replace(b"/", b"").replace(b"\0", b"") or b"a"
)
_HOSTILE_NAME = WORD.map(
    lambda word: word.replace("/", "").replace("\0", "").encode("utf-8", "surrogatepass")[:200]
)
_OPTIONS = (
    "show", "show --raw", "entity", "search", "search --explain", "search --section", "stats",
    "list --source", "list --site", "list --since", "list --entity", "list -n", "weather --date",
    "weather --station", "quotes", "quotes --speaker", "entities --article", "forget --dry-run",
    "help", "search --similar", "search --facet", "--color", "parse", "tag", "backup", "export",
    "ingest --dry-run", "search --format", "completion", "entity --since", "search --offset",
)  # fmt: skip
_TAKES_PATHS = {"parse", "tag", "backup", "export", "ingest --dry-run"}
_TOML = WORD | st.builds(
    lambda key, value: f"{key} = {json.dumps(value)}\n",
    st.sampled_from(("db", "color", "pager", "없는것", '"a b"')),
    WORD | st.integers() | st.none() | st.lists(st.integers(), max_size=2),
)

TARGETS = {
    "parser": Target(st.tuples(TEXT, _METADATA), _parse),
    "tagger": Target(TEXT, _tag),
    "queries": Target(WORD, _search),
    "filters": Target(st.lists(WORD, min_size=4, max_size=4), _filter),
    "readers": Target(st.binary(max_size=400) | containers(), _read),
    "dumps to terminal": Target(st.tuples(st.lists(TEXT, max_size=3), containers()), _ingest),
    "file names": Target(
        st.lists((_NAME | _HOSTILE_NAME).filter(lambda n: n not in {b"", b".", b".."}), max_size=4),
        _file_names,
    ),
    "command line": Target(st.tuples(st.sampled_from(_OPTIONS), ARGUMENT), _command_line),
    "configuration": Target(_TOML, _configuration),
}


def fuzz(target: Target, *, examples: int, at: int | None = None) -> int:
    """Run so many cases, from the seed `at` where one is given; how many there were.

    What breaks is raised, with the smallest case that breaks it.
    """
    os.environ["NEWSCLI_CONFIG"] = str(_home() / "none.toml")
    cases = 0

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(case=target.cases)
    def one(case: Any) -> None:
        nonlocal cases
        cases += 1
        with suppress(ArchiveError):  # told in words: that is what they are for
            target.check(case)

    (seed(at)(one) if at is not None else one)()
    return cases


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--only", choices=TARGETS)
    asked = parser.parse_args()
    print(f"seed {asked.seed}\n{'target':20s} {'cases':>9s} {'seconds':>8s}")
    for name, target in TARGETS.items():
        if asked.only not in {None, name}:
            continue
        started, cases, at = time.monotonic(), 0, asked.seed
        while time.monotonic() - started < asked.seconds:
            cases += fuzz(target, examples=200, at=at)
            at += 1
        print(f"{name:20s} {cases:9,d} {time.monotonic() - started:8.0f}", flush=True)
    print("nothing broke")


if __name__ == "__main__":
    main()
