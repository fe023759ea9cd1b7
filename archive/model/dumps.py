"""What an input holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal


@dataclass(frozen=True, slots=True)
class Dump:
    """One page of text, decoded.

    `source` is the path of the file it came from, `member` its place inside a container (a name in
    a tar or zip, a record's number in JSON Lines), None for a plain file. `metadata` is what came
    with it: `url`, `date`, `title`, `id` and whatever else a record carried.
    """

    text: str
    source: str
    member: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a member of one, that holds no readable dump, and the reason for people."""

    source: str
    reason: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A source as the archive knew it that an export was made of; its dumps and refusals follow.

    `status`, `reason`, `bytes` as in `StoredSource`; `modified_ns` since the epoch; `digest` is the
    BLAKE2b of the file's bytes.
    """

    path: str
    status: Literal["ok", "failed", "reading"]
    reason: str | None
    bytes: int | None
    modified_ns: int | None
    digest: str | None
