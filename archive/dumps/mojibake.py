"""Text whose bytes were once read as Latin-1 put back: Âü°¡ÀÚ is 참가자, ê¸°ì‚¬ is 기사.

Only what is certain is put back: the characters must all be bytes in disguise, the bytes must be
UTF-8 or CP949, and what comes out must be Korean prose. A byte lost on the way becomes `\ufffd`
where nearly all the others are well: a page with a hole can be read, a page of Âü°¡ cannot.
(ftfy 6.3 knows the UTF-8 half of this only.)
"""

from __future__ import annotations

import re
from typing import Final

from archive.dumps.prose import beyond_ascii_in, everyday_share, hangul_in

_SUSPECT = re.compile("[\u00c0-\u00ff\u00a1-\u00bf][\u0080-\u00ff\u0152-\u0178\u02c6-\u2122]")
"""Two neighbours that a Korean page hardly ever has, and mojibake has everywhere."""

_OF_KOREAN_PAGES = re.compile("[가-힣\u3000-\u303f\u2010-\u2027\u2030-\u205f\u00a0\u00b7\u00b0]")

_CP1252: Final = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # cp1252 leaves these five without a character
}
_LOST: Final = {0xFFFD: 0xFF}  # no encoding of ours has this byte: it stays a hole
_TO_BYTES: Final = _CP1252 | _LOST

_MIN_HANGUL_OF_A_LINE: Final = 6
_MIN_SHARE_OF_KOREAN: Final = 0.9
_MIN_SHARE_OF_EVERYDAY: Final = 0.2
_MAX_SHARE_OF_HOLES: Final = 0.03


def repair(text: str) -> str:
    """The text with its mojibake undone, whole or line by line; other text as it came."""
    if not _SUSPECT.search(text):
        return text
    whole = _undone(text)
    if whole is not None:
        return whole
    # Not splitlines(): it would split at \x85, which is a byte of many a syllable here.
    return "\n".join(_undone_line(line) for line in text.split("\n"))


def _undone_line(line: str) -> str:
    undone = _undone(line) if _SUSPECT.search(line) else None
    return line if undone is None else undone


def _undone(text: str) -> str | None:
    """The Korean that stood here before, or None when it is not certain."""
    try:
        raw = text.translate(_TO_BYTES).encode("latin-1")
    except UnicodeEncodeError:
        return None
    readings = (raw.decode("utf-8", "replace"), raw.decode("cp949", "replace"))
    best = min(readings, key=lambda reading: reading.count("\ufffd"))
    hangul = hangul_in(best)
    beyond_ascii = beyond_ascii_in(best)
    holes = best.count("\ufffd")
    certain = (
        hangul >= _MIN_HANGUL_OF_A_LINE
        and len(_OF_KOREAN_PAGES.findall(best)) >= _MIN_SHARE_OF_KOREAN * (beyond_ascii - holes)
        and everyday_share(best) >= _MIN_SHARE_OF_EVERYDAY
        and holes <= max(1, _MAX_SHARE_OF_HOLES * hangul)
    )
    return best if certain else None
