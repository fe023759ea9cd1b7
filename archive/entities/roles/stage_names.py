"""Who is called something under another name than his own: 유튜버 물방울로 알려진 김가온."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import office_word
from archive.entities.roles.rows import is_calling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

_KNOWN_AS = (
    *("로 알려진 ", "로 잘 알려진 ", "로 더 알려진 ", "로 더 잘 알려진 ", "로 널리 알려진 "),
    *("로 이름난 ", "로 유명한 ", "로 이름을 알린 ", "로 불리는 ", "로 활약하는 "),
    *("로 활동하는 ", "로 활동 중인 ", "로 활동해 온 "),
)
_CALLED = re.compile(
    r"(?<![가-힣])(?P<post>[가-힣]{2,8}) [‘'“\"]?(?P<name>[가-힣A-Za-z0-9]{1,12}?)[’'”\"]?"
    rf"으?(?:{'|'.join(_KNOWN_AS)})$"
)
_REACH = 44  # characters
# 의사 출신으로 알려진 김가온
_NO_NAMES = frozenset(("출신", "부부", "집안", "가문", "지망생", "모임", "부자", "형제", "자매"))


def with_stage_names(text: str, found: Sequence[Introduction]) -> list[Introduction]:
    """The introductions `found`, who has no post with what he is under his other name."""
    return [
        one._replace(roles=(post,)) if not one.roles and (post := _known_as(text, one)) else one
        for one in found
    ]


def _known_as(text: str, one: Introduction) -> str:
    start = one.person.start
    if not text.endswith(_KNOWN_AS, 0, start):
        return ""
    called = _CALLED.search(text, max(0, start - _REACH), start)
    post = office_word(called["post"]) if called else None
    if called is None or post is None or post.josa or not is_calling(post.title):
        return ""
    is_name = called["name"] not in _NO_NAMES and office_word(called["name"]) is None
    return post.title if is_name else ""
