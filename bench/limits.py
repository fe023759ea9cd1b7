"""Time and peak memory of every command on an archive of any size: the figures of docs/limits.md.

    python bench/limits.py [--articles 100000] [--folder FOLDER]

Composes articles with the word frequencies of real news (zipf.py) and some pages with weather, puts
them in without looking for names, and fills in the names that the composer itself put into the
texts, through the store's own writer: tagging a million articles takes hours. FOLDER keeps all of
it, and a later run goes on with what is there. Memory is resident memory, the most that each of a
command's processes has had, added up (Linux alone tells).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.compose import articles, articles_of, write_corpus, write_tar_of_pages
from bench.search_speed import furnish

HOME = Path(__file__).parents[1]
MB = 1e6
PAGES_SHARE = 100
"""One in so many of the dumps is a page with a weather widget."""


def commands(folder: Path) -> dict[str, list[str]]:
    """What is measured, by its name in the table; `forget` comes last, for it takes away."""
    return {
        "search, a rare word": ["search", "마을버스"],
        "search, a common word": ["search", "했다"],
        "search, one syllable": ["search", "시"],
        "search, a question": ["search", "올해 가장 많이 늘어난 것은 무엇인가"],
        "search --count": ["search", "했다", "--count"],
        "search --facet": ["search", "했다", "--facet", "section"],
        "search, a section, newest": ["search", "했다", "--section", "사회", "--sort", "newest"],
        "list": ["list", "-n", "20"],
        "list --since --site": [
            "list", "-n", "20", "--since", "2020-03", "--site", "site3.invalid",
        ],
        "list, all to a file": ["list"],
        "show": ["show", "1"],
        "weather, a day": ["weather", "--date", "2020-03-01"],
        "weather, all": ["weather", "--format", "ndjson"],
        "entities": ["entities", "-n", "20"],
        "entities of a year": ["entities", "-n", "20", "--since", "2020", "--until", "2020"],
        "entity": ["entity", _somebody(folder)],
        "quotes": ["quotes", "-n", "20"],
        "stats": ["stats"],
        "doctor": ["doctor"],
        "doctor --full": ["doctor", "--full"],
        "backup": ["backup", str(folder / "copy.db")],
        "export": ["export", str(folder / "out")],
        "reindex": ["reindex"],
        "forget, a file of many": ["forget", "pages.tar.gz", "--yes"],
    }  # fmt: skip


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where everything is kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as other:
        folder = asked.folder or Path(other)
        folder.mkdir(parents=True, exist_ok=True)
        print("| what | seconds | peak MB |\n|---|---|---|")
        text = compose(folder / "in", asked.articles)
        database = folder / "news.db"
        if not (folder / "furnished").exists():
            corpus = str(folder / "in" / "corpus")
            measure(folder, "ingest --no-entities", ["ingest", corpus, "--no-entities"])
            started = time.perf_counter()
            furnish(database, 1)
            (folder / "furnished").touch()
            took = time.perf_counter() - started
            print(f"| (names filled in by the bench) | {took:.0f} | |", flush=True)
        pages = str(folder / "in" / "pages.tar.gz")
        measure(folder, "ingest, pages with weather", ["ingest", pages, "--no-entities"])
        measure(folder, "ingest again", ["ingest", str(folder / "in"), "--no-entities"])
        for name, words in commands(folder).items():
            for made in (folder / "copy.db", folder / "out"):
                shutil.rmtree(made, ignore_errors=True)
                if made.is_file():
                    made.unlink()
            measure(folder, name, words)
        size = database.stat().st_size
        print(f"\n{asked.articles:,} articles, {text / MB:,.0f} MB in, archive {size / MB:,.0f} MB")


def compose(folder: Path, number: int) -> int:
    """Write the dumps, unless they are there; their bytes."""
    pages = folder / "pages.tar.gz"
    if not pages.exists():
        write_corpus(folder / "corpus", number, articles_of("zipf", 1))
        write_tar_of_pages(pages, list(islice(articles(2), number // PAGES_SHARE)))
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _somebody(folder: Path) -> str:
    from archive import Archive

    with Archive.open(folder / "news.db", create=False) as news:
        return news.entities(kind="person", limit=1)[0].name


def measure(folder: Path, name: str, words: list[str]) -> None:
    """Run a command, its output thrown away; print how long it took and its greatest memory."""
    started = time.perf_counter()
    run = subprocess.Popen(
        [sys.executable, "-m", "newscli", "--db", str(folder / "news.db"), *words],
        cwd=HOME,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    peak = _Peak(run.pid)
    peak.start()
    told = run.stderr.read() if run.stderr else b""
    run.wait()
    seconds = time.perf_counter() - started
    peak.over.set()
    peak.join()
    memory = sum(peak.bytes.values())
    failed = f" ({told.decode().splitlines()[0]})" if b"newscli:" in told else ""
    print(f"| {name}{failed} | {seconds:.2f} | {memory / MB:.0f} |", flush=True)


class _Peak(threading.Thread):
    """Watches how much memory each process of a session has had at most."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.bytes: dict[str, int] = {}
        self._session = session

    def run(self) -> None:
        """Look until it is over."""
        while not self.over.wait(0.03):
            for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208 - it may vanish
                try:
                    facts = Path("/proc", name, "stat").read_bytes().rsplit(b") ", 1)[1].split()
                    if int(facts[3]) == self._session:
                        most = _MOST.search(Path("/proc", name, "status").read_bytes())
                        if most:  # one that has ended has none any more
                            self.bytes[name] = 1024 * int(most[1])
                except (OSError, IndexError):  # it has ended meanwhile
                    continue


_MOST = re.compile(rb"VmHWM:\s+(\d+) kB")


if __name__ == "__main__":
    main()
