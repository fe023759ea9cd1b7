"""Posts that are other words too, behind a name: a 파트너 of a firm that invests, a 주간 of who
publishes, and who has staged a play, `김가온 연출은`.
"""

from __future__ import annotations

import re

# 김가온 연출은; of the work itself 연출은 돋보였지만
_POST = re.compile(
    r" (?P<post>파트너|주간|연출)(?P<josa>은|는|이|가|도|에게) (?!연기|각본|좋|매끄|돋보|훌륭)"
)
_FIRST = frozenset("파주연")
_ENDS = {
    "파트너": (
        *("투자", "벤처스", "인베스트먼트", "캐피탈", "캐피털", "파트너스", "컨설팅", "법인"),
        "로펌",
    ),
    "주간": ("출판사", "책방", "출판", "북스", "신문", "일보", "신문사", "잡지사"),
}
_OF = "의"


def post_told_by_house(text: str, start: int, at: int) -> tuple[str, int, str] | None:
    """The post at `at` behind the name that begins at `start`, where it ends, its josa; none where
    no house of its kind stands before the name.
    """
    if text[at + 1 : at + 2] not in _FIRST:
        return None
    match = _POST.match(text, at)
    if match is None:
        return None
    end = start - 1
    end -= text.startswith(_OF, end - 1)
    houses = _ENDS.get(match["post"])
    if houses is not None and not text.endswith(houses, 0, max(0, end)):
        return None
    return match["post"], match.end("post"), match["josa"]
