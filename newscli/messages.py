"""Everything said on standard error: notes that -q silences, errors that nothing does."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from archive.errors import system_reason
from newscli.cells import width, wrap
from newscli.terminal import columns_of, visible

if TYPE_CHECKING:
    from archive.errors import ArchiveError
    from archive.model import Refusal


def say(line: str) -> None:
    """A line on standard error, broken at blanks where it is wider than the terminal.

    A closed one is nobody's loss.
    """
    room = columns_of(sys.stderr)
    shown = visible(line)
    try:
        sys.stderr.write(f"{_fitted(shown, room) if room else shown}\n")
    except BrokenPipeError:
        return


def _fitted(line: str, room: int) -> str:
    """The line in the room that there is, its further lines indented as the first."""
    if width(line) <= room:
        return line
    indent = line[: len(line) - len(line.lstrip())]
    return "\n".join(f"{indent}{part}" for part in wrap(line, max(room - len(indent), 1)))


def error(what: str, why: str = "", mend: str = "") -> None:
    """What is wrong, why, and the command or change that mends it."""
    say(f"newscli: {what}")
    for line in why.splitlines():
        say(f"  {line}")
    if mend:
        say(f"  해결: {mend}")


def archive_error(failure: ArchiveError) -> None:
    """An error of the archive, in the words that it brings."""
    error(failure.what, failure.why, failure.mend)


def refusal(refused: Refusal) -> None:
    """An input that could not be read, and the reason."""
    member = f" ({refused.member})" if refused.member else ""
    say(f"newscli: {refused.source}{member}: {refused.reason}")


def system_error(failure: OSError, *, show_traceback: bool) -> None:
    """What the system refused: a full disk, a device that is gone."""
    where = f": {failure.filename}" if failure.filename else ""
    error(f"시스템이 거절했습니다{where}", system_reason(failure))
    if show_traceback:
        traceback.print_exception(failure, file=sys.stderr)


def our_fault(failure: BaseException, *, show_traceback: bool) -> None:
    """An error that we did not foresee: ours, and worth a report."""
    error(
        f"예상하지 못한 오류입니다 ({type(failure).__name__}: {failure})",
        "newscli의 잘못입니다. 보관소는 그대로 있습니다.",
        "NEWSCLI_DEBUG=1을 붙여 다시 실행하고, 나온 내용을 newscli의 이슈로 알려 주십시오.",
    )
    if show_traceback:
        traceback.print_exception(failure, file=sys.stderr)
