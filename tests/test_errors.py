"""The errors themselves: what they say, and in which language."""

from __future__ import annotations

import errno
import os

import pytest

from archive.errors import ArchiveError, system_reason


@pytest.mark.parametrize("code", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR])
def test_what_the_system_refuses_is_told_in_korean(code: int) -> None:
    reason = system_reason(OSError(code, os.strerror(code)))
    assert any("가" <= letter <= "힣" for letter in reason)


def test_what_has_no_korean_words_keeps_its_own() -> None:
    assert system_reason(OSError(errno.EDOM, "Numerical argument")) == "Numerical argument"
    assert system_reason(OSError("no number at all")) == "no number at all"


def test_an_error_reads_as_one_line() -> None:
    assert str(ArchiveError("무엇", "", "이렇게")) == "무엇 · 이렇게"
