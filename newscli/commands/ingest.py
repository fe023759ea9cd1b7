"""`newscli ingest`: files and folders go into the archive; what failed is named."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveNotFound
from newscli import messages
from newscli.documents import ingest_document
from newscli.options import JsonAlone
from newscli.output import write_json, write_line
from newscli.progress import Meter
from newscli.session import session_of

if TYPE_CHECKING:
    from archive.model import IngestReport
    from newscli.session import Session


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="파일이나 폴더. -를 적으면 표준 입력을 읽습니다."),
    ],
    *,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", min=1, help="함께 일할 프로세스 수.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="넣지 않고, 무엇이 들어갈지만 알립니다.")
    ] = False,
    no_entities: Annotated[
        bool, typer.Option("--no-entities", help="이름을 찾지 않고 넣습니다. 훨씬 빠릅니다.")
    ] = False,
    json: JsonAlone = False,
) -> int:
    """파일과 폴더의 기사를 보관소에 넣습니다. 이미 든 것은 그대로 둡니다.

    폴더에서 점(.)으로 시작하는 이름은 건너뜁니다.

    예:
      newscli ingest 뉴스/
      newscli ingest 2024.tar.gz 2025.jsonl.zst --jobs 2
      newscli ingest 뉴스/ --dry-run
    """
    from archive import Archive

    session = session_of(context)
    if "-" in paths:
        session.await_input("덤프를")
    meter = Meter(session.terminal(sys.stderr), quiet=session.quiet)
    try:
        with Archive.open(session.path()) as archive, meter:
            archive.on_wait = session.tell_of_waiting
            report = archive.ingest(
                paths,
                jobs=jobs,
                entities=not no_entities,
                dry_run=dry_run,
                progress=meter.advance,
            )
    except KeyboardInterrupt:
        _say_where_it_stopped(session)
        return 130
    for refused in report.failed:
        messages.refusal(refused)
    if json:
        write_json(ingest_document(report))
    elif not session.quiet:
        _write_summary(session, report, dry_run=dry_run)
    return 2 if report.failed else 0


def _say_where_it_stopped(session: Session) -> None:
    """What is in, as the archive itself counts it: the last moments may have been taken back."""
    try:
        with session.open() as archive:
            held = f"보관소에는 기사 {archive.stats().articles:,}건이 들어 있습니다."
    except ArchiveNotFound:
        held = "보관소는 아직 만들지 않았습니다."
    messages.error(
        f"멈췄습니다. {held}",
        "그때까지 넣은 것은 온전합니다.",
        "같은 명령을 다시 실행하면 남은 것부터 이어서 넣습니다.",
    )


def _write_summary(session: Session, report: IngestReport, *, dry_run: bool) -> None:
    parts = [
        f"새로 {report.added:,}",
        f"그대로 {report.unchanged:,}",
        f"고침 {report.updated:,}",
        f"실패 {len(report.failed):,}",
        f"기사 {report.articles:,}",
        f"미리보기 {report.teasers:,}",
        f"날씨 {report.snapshots:,}",
        f"{report.seconds:.1f}초",
    ]
    prefix = "넣는다면: " if dry_run else ""
    write_line(prefix + " · ".join(parts))
    if report.articles + report.unchanged and sys.stdout.isatty() and not dry_run:
        session.note("다음: newscli list · newscli search 찾을말 · newscli stats")
