"""Runs the program: one command, its errors as messages, its end as an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from archive.errors import ArchiveError
from newscli import completion, messages
from newscli.command import mistake_of
from newscli.menu import menu
from newscli.session import Session
from newscli.terminal import open_closed_streams, prepare_streams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscli.menu import Menu

DONE, FAILED, INTERRUPTED = 0, 2, 130  # 1, nothing was found, is for the commands to say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; its exit code: 0 done, 1 nothing found, 2 failed, 130 Ctrl-C."""
    open_closed_streams()
    prepare_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(menu(), words)
    except ArchiveError as failure:
        messages.archive_error(failure)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except OSError as failure:
        _let_go_of_output()
        messages.system_error(failure, show_traceback=_debugging())
        return FAILED
    except Exception as failure:  # noqa: BLE001 - the last stop before the reader
        messages.our_fault(failure, show_traceback=_debugging())
        return FAILED


def _run(program: Menu, words: list[str]) -> int:
    if completion.VARIABLE in os.environ:
        return completion.answer(program, os.environ[completion.VARIABLE])
    try:
        with program.make_context("newscli", words, obj=Session()) as context:
            code = program.invoke(context)
        sys.stdout.flush()
    except typer.Exit as leave:
        sys.stdout.flush()
        return leave.exit_code
    except typer.TyperException as failure:
        raise mistake_of(failure) from failure
    return int(code or DONE)


def _debugging() -> bool:
    return bool(os.environ.get("NEWSCLI_DEBUG"))


def _let_go_of_output() -> None:
    """Write what can still be written; what cannot must not raise when Python closes the stream."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
