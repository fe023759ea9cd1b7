"""What a sentence says of 그 that can be one person alone: `김가온 씨가 왔다. 그는 누리회 총무다`.

Nobody else is named before, by the text of the field, and whoever is was the subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from archive.entities.cues.offices import fullest
from archive.entities.roles.predicates import said_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

# No quotation, where 그 is whom the speaker means.
_HE = re.compile(r"(?:(?<=[다요]\. )|(?<=[다요]\.\n)|(?<=[다요]\.))(?:현재 |지금 )?그녀?는(?= )")
_SUBJECTS = ("은", "는", "이", "가")
_REACH = 200  # characters from the name


def with_pronouns(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, with what the text says of the only person before 그."""
    told = list(found)
    starts = [one.person.start for one in found]
    alone = _named_alone(found)
    for match in _HE.finditer(text):
        at = bisect_left(starts, match.start()) - 1
        if not 0 <= at < alone or match.start() - starts[at] > _REACH:
            continue
        if found[at].josa not in _SUBJECTS or "“" in text[starts[at] : match.start()]:
            continue
        if said := said_of(text, match.end(), ends):
            told[at] = told[at]._replace(roles=fullest((*told[at].roles, *said)))
    return told


def _named_alone(found: Sequence[Introduction]) -> int:
    """How many of `found` come before the first who is another than the first of them."""
    for at, one in enumerate(found):
        first, name = found[0].person.text, one.person.text
        if name != first and not first.startswith(name):  # 한 of 한 씨
            return at
    return len(found)
