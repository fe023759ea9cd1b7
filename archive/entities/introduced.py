"""A person as a text introduces him: what the rooms of this package pass on of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from archive.model import Mention


class Introduction(NamedTuple):
    """A person's mention and what stands beside it: posts, an age, 씨. `end` is where the last
    word of the name's phrase ends, without its `josa`. Those of its `roles` that its sentence
    gives are in `given`, those that the sentence gives or says of it in `told`.
    """

    person: Mention
    roles: tuple[str, ...] = ()
    age: str | None = None
    polite: str = ""
    end: int = 0
    josa: str = ""
    given: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
