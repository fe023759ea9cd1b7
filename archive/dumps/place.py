"""Where in an input we are, how much of it may still be unpacked, and how to say what was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.dumps.names import safe_name
from archive.model import Dump, Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

MIB: Final = 1 << 20
MAX_DEPTH: Final = 8
"""Containers and compressions inside one another: `.jsonl.zst` in a zip in a `.tar.gz` is five."""

_FREE_BYTES: Final = 4 << 30
_BYTES_PER_INPUT_BYTE: Final = 400

_FREE_BYTES_A_LAYER: Final = 512 * MIB
_MAX_RATIO: Final = 200
"""Text shrinks five- to twentyfold, repeated text a hundredfold; zeros a thousandfold and more."""

BOMB: Final = f"압축 폭탄으로 보입니다: {_MAX_RATIO}배가 넘게 커집니다"


class Unreadable(Exception):  # noqa: N818 - it names a state of the input, as the readers see it
    """Of an input, or a member of it, no dump can be made; `reason` says why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Exhausted(Unreadable):
    """The whole input unpacks to more than its size can honestly hold: nothing more is read."""


class Budget:
    """Bytes that one input may still unpack to, all its layers and members together.

    Every layer and member spends from the same purse, so overlapping zip members and bombs inside
    bombs run dry as surely as a single long one.
    """

    def __init__(self, input_bytes: int) -> None:
        self._left = _FREE_BYTES + _BYTES_PER_INPUT_BYTE * input_bytes

    def spend(self, count: int) -> None:
        """Take `count` bytes; raises `Exhausted` when there are no more."""
        self._left -= count
        if self._left < 0:
            raise Exhausted(
                "압축 폭탄으로 보여 여기에서 멈췄습니다: 풀수록 끝없이 커집니다. "
                "믿을 만한 파일이면 직접 풀어서 넣으세요"
            )


def check_ratio(packed: int, unpacked: int) -> None:
    """Raise `Unreadable` where a layer or member unpacks to more than text ever does."""
    if unpacked > _FREE_BYTES_A_LAYER and unpacked > _MAX_RATIO * packed:
        raise Unreadable(BOMB)


@dataclass(frozen=True, slots=True)
class Place:
    """An input (`source`) or a member of it; `depth` counts the layers opened to get here."""

    source: str
    budget: Budget
    member: str | None = None
    depth: int = 0

    def inside(self, name: str) -> Place:
        """The place of the member called `name`, made safe to print and to keep."""
        inner = safe_name(name)
        member = f"{self.member}/{inner}" if self.member else inner
        return replace(self, member=member, depth=self.depth + 1)

    def unpacked(self) -> Place:
        """The same place below one layer of compression."""
        return replace(self, depth=self.depth + 1)

    def record(self, number: int) -> Place:
        """The place of a record, counted from 1."""
        member = f"{self.member}#{number}" if self.member else str(number)
        return Place(self.source, self.budget, member, self.depth)

    def dump(self, text: str, metadata: Mapping[str, object] | None = None) -> Dump:
        """What was read here."""
        return Dump(text, self.source, self.member, metadata or {})

    def refuse(self, reason: str) -> Refusal:
        """Why nothing could be read here."""
        return Refusal(self.source, reason, self.member)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a corpus as they lie in it, `first` the number of the first one, counted from 1.

    What they hold is left to be read, by `read_lines` and in any process.
    """

    place: Place
    first: int
    lines: list[bytes]


@dataclass(frozen=True, slots=True)
class Nested:
    """A member that a reader found and whose own format is still to be told."""

    place: Place
    stream: BinaryIO
