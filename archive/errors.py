"""What can go wrong, in words for the person at the keyboard: what, why, and the mend."""

from __future__ import annotations

import errno

_REASONS = {
    "ENOENT": "그런 파일이나 폴더가 없습니다.",
    "EACCES": "권한이 없습니다.",
    "EPERM": "허락되지 않은 일입니다.",
    "EEXIST": "같은 이름이 이미 있습니다.",
    "EISDIR": "파일이 아니라 폴더입니다.",
    "ENOTDIR": "경로의 가운데가 폴더가 아닙니다.",
    "ENOTEMPTY": "폴더가 비어 있지 않습니다.",
    "ENAMETOOLONG": "이름이 너무 깁니다.",
    "ELOOP": "심볼릭 링크가 돌고 돕니다.",
    "ENOSPC": "디스크가 가득 찼습니다.",
    "EDQUOT": "쓸 수 있는 디스크 할당량을 넘었습니다.",
    "EFBIG": "파일이 너무 커집니다.",
    "EROFS": "읽기만 할 수 있는 파일 시스템입니다.",
    "EIO": "디스크를 읽거나 쓰다가 오류가 났습니다.",
    "EBUSY": "다른 프로그램이 쓰고 있습니다.",
    "EMFILE": "연 파일이 너무 많습니다.",
    "ENFILE": "연 파일이 너무 많습니다.",
    "ENOMEM": "메모리가 모자랍니다.",
    "ENODEV": "그런 장치가 없습니다.",
    "ENXIO": "그런 장치가 없습니다.",
    "ESTALE": "네트워크 폴더의 파일이 사라졌습니다.",
    "ETIMEDOUT": "너무 오래 답이 없습니다.",
}


def system_reason(failure: OSError) -> str:
    """What the operating system refused, in the user's language; its own words where we have none.

    The names are those of POSIX's `errno.h`.
    """
    name = errno.errorcode.get(failure.errno or 0, "")
    return _REASONS.get(name) or failure.strerror or str(failure)


class ArchiveError(Exception):
    """A failure that the user can understand and mend.

    `what` names it, `why` explains it and `mend` is a command or a change; the last two may be
    empty.
    """

    def __init__(self, what: str, why: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.mend = mend

    def __str__(self) -> str:
        return " · ".join(part for part in (self.what, self.why, self.mend) if part)


class ArchiveNotFound(ArchiveError):
    """There is no archive at the path."""


class ArchiveUnreadable(ArchiveError):
    """The file at the path is no archive, is damaged, or may not be opened."""


class ArchiveTooNew(ArchiveError):
    """A later version of newscli wrote the archive."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class ArticleNotFound(ArchiveError):
    """No article has that id."""


class SourceNotFound(ArchiveError):
    """No source has that name."""


class UsageError(ArchiveError):
    """The question itself is wrong: an impossible date, an unknown station."""
