"""Words in a row that each of a row of people has said: 이장과 시장은 각각 “…”, “…”고 했다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene

_EACH = "각각 "
_JOINED = re.compile(r"[와과,·] ?")  # 이장과 시장은, not 이장은 시장을 만나


def respective(scene: Scene, start: int, said: Sequence[Span]) -> Sequence[str] | None:
    """Who has said each of the quotations of a sentence that begins at `start`, if as many people
    are named as there are words.
    """
    if not said or not scene.text.endswith(_EACH, 0, said[0].opened):
        return None
    people = scene.known.people_between(start, said[0].opened)
    joints = len(_JOINED.findall(scene.text, start, said[0].opened))
    return people if len(people) == len(said) == joints + 1 > 1 else None
