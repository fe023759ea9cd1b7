"""What can go wrong, in words for the person at the keyboard: what, why, and the mend."""

from __future__ import annotations


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
