"""What is no dump but could be made one: refused with the name of the tool that does."""

from __future__ import annotations

from typing import BinaryIO, NoReturn

from archive.dumps.place import Place, Unreadable
from archive.dumps.sniff import foreign
from archive.dumps.streams import head_of


def read(place: Place, stream: BinaryIO) -> NoReturn:  # noqa: ARG001 - every reader's shape
    """Raises `Unreadable` with what it is."""
    raise Unreadable(foreign(head_of(stream)) or "알 수 없는 형식입니다")
