"""The mark that says a house is a company, before or behind its name: ㈜모아로, 도담 주식회사."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.entities.cues.lexicon import LEGAL_FORMS

_MARK = re.compile(
    rf"^(?:[㈜㈔]|\((?:주|사|재|유)\)|(?:{'|'.join(LEGAL_FORMS)}|[가-힣]{{1,6}}영농조합법인)(?=\s))\s*"
    r"|\s*(?:㈜|\((?:주|유)\)|(?<=\s)주식회사)$"
)
COMPANY = "주식회사"


@lru_cache(maxsize=1 << 13)
def bare_name(text: str) -> str:
    """모아로 of ㈜모아로."""
    return _MARK.sub("", text).strip()
