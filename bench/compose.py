"""Compose dumps of invented news, as many as are asked for, in every container.

    python bench/compose.py FOLDER --dumps 100000 --seed 1
    python bench/compose.py FOLDER --dumps 1000000 --vocabulary zipf --json-lines

Half of the dumps are clean articles of a corpus (JSON Lines, WET, Parquet where pyarrow is there),
half are pages with a weather widget, teasers and furniture (plain files, tar, zip, gzip, CP949).
All towns, papers and people are made up; the same seed composes the same bytes. With `zipf` words
are as frequent as in real news (see zipf.py), else drawn from a few hundred. With --json-lines
there are only clean articles, 100,000 in a file.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from importlib import import_module
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.composed import FIRST_DAY, Composed

ONSETS = "가나다라마바사아자차하고노도로모보소오조초호구누두루무부수우주추후기니디리미비시이지"
CODAS = "람림솔별빛돌들결울한산담벌온길샘윤찬슬봄달강남천안선현"
OFFICES = ("시장", "군수", "국장", "과장", "대표", "관장", "교수", "연구원", "의원", "소방서장")
BODIES = ("도서관", "보건소", "문화재단", "체육회", "소방서", "농업기술원", "상인회", "시의회")
SUBJECTS = (
    "마을버스 노선", "겨울 난방비", "작은 도서관", "골목 상권", "하천 산책로", "청년 임대 주택",
    "전통 시장 주차장", "어린이 놀이터", "돌봄 교실", "폐교 활용", "지역 화폐", "빗물 저장소",
    "노인 일자리", "유기견 보호소", "야간 진료", "농산물 직매장", "자전거 도로", "수돗물 수질",
    "산불 감시", "축제 예산", "공공 배달앱", "빈집 정비", "통학로 안전", "갯벌 복원",
)  # fmt: skip
ACTS = (
    "늘리기로 했다", "다시 살피기로 했다", "올해 안에 끝낼 계획이다", "주민과 함께 정하기로 했다",
    "내년 예산에 담겠다고 밝혔다", "시범으로 열었다", "두 배로 넓힌다", "한 달 동안 점검한다",
    "온라인으로도 받기 시작했다", "전문가에게 맡기기로 했다", "조례로 뒷받침한다", "미루기로 했다",
)  # fmt: skip
REASONS = (
    "찾는 사람이 크게 늘었기 때문이다", "지난해 큰비로 피해를 보았기 때문이다",
    "주민의 요구가 이어졌다", "다른 고장에서 좋은 성과를 거두었다",
    "예산이 모자란다는 지적이 나왔다",
    "안전을 먼저 생각해야 한다는 뜻이 모였다", "오래된 시설을 바꿀 때가 되었다",
)  # fmt: skip
SECTIONS = ("사회", "지역", "문화", "경제", "환경", "교육")
SKIES = ("맑음", "구름조금", "구름많음", "흐림", "비", "눈", "")
STATIONS = ("가람", "누리", "도담", "미르", "새론", "아라", "한울", "해솔")
PAPERS = ("도담일보", "가람신문", "누리저널", "해솔타임스")
IN_A_FILE = 100_000


def articles(seed: int, first: int = 0) -> Iterator[Composed]:
    """Articles without end, no two alike; the n-th is the same however many are asked for."""
    number = first
    while True:
        yield _article(random.Random(f"{seed}/{number}"), number)  # noqa: S311 - no secret
        number += 1


def page(article: Composed, others: Sequence[Composed]) -> str:
    """The article as a page of a small paper shows it: day, weather, itself, the others begun."""
    pick = random.Random(article.number)  # noqa: S311 - no secret
    fetched = article.day + timedelta(days=pick.randrange(400))
    widget = [
        f"  • {pick.choice(SKIES)}{station} {pick.uniform(-9, 31):.1f}℃" for station in STATIONS
    ]
    boxes = [
        line
        for other in others
        for line in ("", other.section, "", "더보기", other.headline, other.body[0][:60])
    ]
    lines = [
        f"{fetched:%Y.%m.%d} ({'월화수목금토일'[fetched.weekday()]})",
        *widget,
        "기상청 제공",
        article.section,
        article.headline,
        f"  • 등록 {article.day:%Y.%m.%d} 09:{pick.randrange(60):02d}:00",
        f"[{article.paper} {article.reporter} 기자] {article.body[0]}",
        *(line for paragraph in article.body[1:] for line in ("", paragraph)),
        "",
        "배너",
        "배너",
        *boxes,
    ]
    return "\n".join(lines) + "\n"


def _article(pick: random.Random, number: int) -> Composed:
    town, subject = _word(pick), pick.choice(SUBJECTS)
    paper = pick.choice(PAPERS)
    body = tuple(
        " ".join(_sentence(pick, town, subject) for _ in range(pick.randint(2, 4)))
        for _ in range(pick.randint(2, 7))
    )
    return Composed(
        number=number,
        url=f"https://www.{('dodam', 'garam', 'nuri', 'haesol')[PAPERS.index(paper)]}.invalid"
        f"/news/article.html?no={number}",
        day=FIRST_DAY + timedelta(days=pick.randrange(3_600)),
        section=pick.choice(SECTIONS),
        headline=f"{town} {subject}, {_word(pick)} {pick.choice(BODIES)}와 {_word(pick)}까지",
        reporter=_word(pick),
        paper=paper,
        body=body,
    )


def _sentence(pick: random.Random, town: str, subject: str) -> str:
    count, share = pick.randrange(20, 9_000), pick.uniform(1, 60)
    person, office, body = _word(pick), pick.choice(OFFICES), pick.choice(BODIES)
    act = pick.choice(ACTS)
    place = f"{_word(pick)}{pick.choice('시군구읍면동')}"
    shapes = (
        f"{town}시는 {pick.randrange(1, 31)}일 {place}에서 {subject}을 {act}.",
        f"{person} {office}은 “{place}의 {subject}은 {pick.choice(REASONS)}”고 말했다.",
        f"{body}에 따르면 {subject}을 쓴 사람은 {count:,}명으로 한 해 전보다 {share:.1f}% 늘었다.",
        f"{place} {body}({office} {person})는 {count * 10:,}원을 들여 {subject}을 {act}.",
        f"{_word(pick)} {_word(pick)} 두 마을은 {pick.choice(SUBJECTS)}도 {act}.",
        f"{pick.choice(REASONS)[:-1]}는 것이 {body} {person} {office}의 설명이다.",
    )
    return pick.choice(shapes)


def _word(pick: random.Random) -> str:
    """A made-up name of two or three syllables."""
    return "".join(
        pick.choice(ONSETS if pick.random() < 0.6 else CODAS) for _ in range(pick.choice((2, 2, 3)))
    )


# --- containers -------------------------------------------------------------------------------


def write_json_lines(path: Path, chosen: Iterator[Composed]) -> int:
    """A corpus of clean articles; its size in bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for article in chosen:
            lines.write(json.dumps(article.record(), ensure_ascii=False) + "\n")
    return path.stat().st_size


def articles_of(vocabulary: str, seed: int) -> Iterator[Composed]:
    """Articles without end, of the `plain` or the `zipf` vocabulary."""
    if vocabulary == "plain":
        return articles(seed)
    from bench import zipf  # numpy is slow to load

    return zipf.articles(seed)


def write_corpus(folder: Path, number: int, source: Iterator[Composed]) -> None:
    """Clean articles in JSON Lines, `IN_A_FILE` to a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, number, IN_A_FILE):
        chosen = islice(source, min(IN_A_FILE, number - first))
        write_json_lines(folder / f"corpus-{first // IN_A_FILE:03}.jsonl", chosen)


def write_everything(folder: Path, dumps: int, seed: int, vocabulary: str = "plain") -> None:
    """`dumps` dumps in all containers, every one of another article."""
    folder.mkdir(parents=True, exist_ok=True)
    source = articles_of(vocabulary, seed)
    share = max(1, dumps // 10)
    write_json_lines(folder / "corpus.jsonl", islice(source, dumps - 9 * share))
    packed = "".join(json.dumps(a.record()) + "\n" for a in islice(source, share)).encode()
    (folder / "corpus.jsonl.zst").write_bytes(_zstd(packed))
    _write_wet(folder / "crawl.warc.wet.gz", islice(source, share))
    _write_parquet(folder, list(islice(source, share)))
    _write_files(folder / "files", list(islice(source, share)), "utf-8")
    _write_files(folder / "old", list(islice(source, share)), "cp949")
    _write_tar(folder / "pages.tar.gz", _pages(list(islice(source, share))))
    _write_tar(folder / "pages.tar", _pages(list(islice(source, share))))
    _write_zip(folder / "pages.zip", _pages(list(islice(source, share))))
    (folder / "more.jsonl.gz").write_bytes(
        gzip.compress(
            "".join(json.dumps(a.record()) + "\n" for a in islice(source, share)).encode(), mtime=0
        )
    )


def write_tar_of_pages(path: Path, chosen: Sequence[Composed]) -> None:
    """Pages as small papers show them, with their weather, in a tar."""
    _write_tar(path, _pages(chosen))


def _pages(chosen: Sequence[Composed]) -> Iterator[tuple[str, bytes]]:
    for index, article in enumerate(chosen):
        others = chosen[index + 1 : index + 3]
        yield f"{article.number // 1000}/{article.number}.txt", page(article, others).encode()


def _write_files(folder: Path, chosen: Sequence[Composed], encoding: str) -> None:
    for name, content in _pages(chosen):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.decode().encode(encoding, "replace"))


def _write_tar(path: Path, pages: Iterator[tuple[str, bytes]]) -> None:
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0)
        if path.suffix == ".gz"
        else io.BufferedWriter(raw) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        for name, content in pages:
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))


def _write_zip(path: Path, pages: Iterator[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pages:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _write_wet(path: Path, chosen: Iterator[Composed]) -> None:
    with path.open("wb") as wet:
        for article in chosen:
            payload = page(article, ()).encode()
            headers = (
                f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {article.url}\r\n"
                f"Content-Type: text/plain\r\nContent-Length: {len(payload)}\r\n\r\n"
            )
            wet.write(gzip.compress(headers.encode() + payload + b"\r\n\r\n", mtime=0))


def _write_parquet(folder: Path, chosen: Sequence[Composed]) -> None:
    records = [article.record() for article in chosen]
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (folder / "rows.jsonl").write_text(lines)
        return
    parquet.write_table(arrow.Table.from_pylist(records), folder / "rows.parquet")


def _zstd(content: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return bytes(zstd.compress(content))


def main() -> None:
    """Compose what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dumps", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vocabulary", choices=("plain", "zipf"), default="plain")
    parser.add_argument("--json-lines", action="store_true")
    asked = parser.parse_args()
    if asked.json_lines:
        write_corpus(asked.folder, asked.dumps, articles_of(asked.vocabulary, asked.seed))
    else:
        write_everything(asked.folder, asked.dumps, asked.seed, asked.vocabulary)
    size = sum(file.stat().st_size for file in asked.folder.rglob("*") if file.is_file())
    print(f"{asked.dumps:,} dumps, {size / 1e6:.1f} MB in {asked.folder}")


if __name__ == "__main__":
    main()
