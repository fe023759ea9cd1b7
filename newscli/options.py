"""The options of the program, and those that several commands share."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from archive.errors import UsageError
from newscli import __version__, completion
from newscli.output import ListFormat, write_line
from newscli.session import session_of

ArticleKindName = Literal["article", "teaser"]
EntityKindName = Literal["person", "organisation", "place", "date", "time", "quantity"]

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="D", help="이날부터. 2025-07-08, 2025-07, 어제, 7d 등"),
]
Until = Annotated[str | None, typer.Option("--until", metavar="D", help="이날까지.")]
Section = Annotated[
    str | None,
    typer.Option("--section", metavar="S", help="이 분야만.", autocompletion=completion.sections),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="S",
        help="출처의 경로가 이것인 기사만.",
        autocompletion=completion.source_paths,
    ),
]
Site = Annotated[
    str | None,
    typer.Option(
        "--site", metavar="S", help="이 누리집의 기사만.", autocompletion=completion.sites
    ),
]
Entity = Annotated[
    str | None,
    typer.Option(
        "--entity",
        metavar="NAME",
        help="이 이름이 나오는 기사만.",
        autocompletion=completion.entity_names,
    ),
]
ArticleKindOption = Annotated[
    ArticleKindName | None,
    typer.Option("--kind", help="온전한 기사(article)나 미리보기(teaser)만."),
]
Limit = Annotated[
    int,
    typer.Option(
        "-n", "--limit", metavar="N", min=0, show_default=True, help="보일 개수. 0이면 모두."
    ),
]
Rows = Annotated[
    int | None,
    typer.Option(
        "-n",
        "--limit",
        metavar="N",
        min=0,
        help="보일 개수. 0이면 모두. 화면에는 20, 파이프에는 모두.",
    ),
]
Offset = Annotated[
    int, typer.Option("--offset", metavar="N", min=0, help="앞에서 이만큼 건너뜁니다.")
]
Format = Annotated[
    ListFormat | None,
    typer.Option("--format", help="화면에는 table, 파이프에는 tsv가 기본입니다."),
]
Json = Annotated[bool, typer.Option("--json", help="--format json과 같습니다.")]
JsonAlone = Annotated[bool, typer.Option("--json", help="JSON 문서 하나로 냅니다.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="길어도 페이저를 쓰지 않습니다.")]


def _remember(
    context: typer.Context, param: typer.CallbackParam, value: str | bool | int | None
) -> None:
    """Keep a global option in the session; an absent one must not undo the one given before."""
    if not value and param.name == "db" and value is not None:
        raise UsageError("--db에 파일 이름이 없습니다.", mend="newscli --db 파일 …")
    if value:
        setattr(session_of(context), param.name, value)


def _show_version(value: bool) -> None:
    if value:
        write_line(f"newscli {__version__}")
        raise typer.Exit


# The options of the program may stand before the command or after it: whichever context reads
# one, the session keeps it, and no command function receives it.
Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="보관소 파일. 없으면 NEWSCLI_DB, 설정 파일, 기본 자리 순으로 찾습니다.",
        callback=_remember,
        expose_value=False,
    ),
]
Verbose = Annotated[
    int,
    typer.Option(
        "-v",
        "--verbose",
        count=True,
        help="무엇을 왜 골랐는지 함께 알립니다.",
        callback=_remember,
        expose_value=False,
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "-q",
        "--quiet",
        help="알림과 진행 표시를 끕니다. 오류는 늘 보입니다.",
        callback=_remember,
        expose_value=False,
    ),
]
Color = Annotated[
    Literal["auto", "always", "never"] | None,
    typer.Option("--color", help="색을 씁니다(기본 auto).", callback=_remember, expose_value=False),
]
Version = Annotated[
    bool,
    typer.Option(
        "--version",
        help="버전을 보입니다.",
        callback=_show_version,
        expose_value=False,
        is_eager=True,
    ),
]
