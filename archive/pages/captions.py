"""Captions: the words under a picture, marked or not."""

from __future__ import annotations

import re

from .shapes import noun_with_stop

MARKS = "▲△◇◆▼▽◀▶◁▷↑☝"
# The marks that point at a picture; the others open headings inside a body too.
POINTERS = "▲△▼◀↑☝"

_CREDIT = re.compile(
    r"(?:(?:사진|자료|그림|이미지|그래픽|출처|촬영)(?:\s?제공)?\s?[=:/ㅣ|]\s?[^.!?\n]{1,40}"
    r"|[(\[〈<{]\s?(?:사진|자료|이미지|출처|그래픽|제공)[^()\[\]\n]{0,40}[)\]〉>}]"
    r"|[(\[〈<{/]\s?[^()\[\]\n/]{1,30}(?:제공|자료\s?사진|갈무리|캡처|캡쳐|DB|뱅크)[)\]〉>}]?"
    r"|\s(?:사진\s?제공|자료\s?사진|갈무리|캡처|캡쳐)"
    r"|[ⓒ©]\s?[가-힣A-Za-z0-9 =·]{2,30}"
    r"|\d{2,4}[./]\d{1,2}[./]\d{1,2}[./]?\s?/\s?[가-힣A-Za-z0-9]{2,12})[.]?$"
)
_CREDIT_SIGN = re.compile(r"사진|자료|제공|출처|[ⓒ©/]|캡|그래픽|촬영|갈무리|DB")
_SENTENCES = re.compile(r"[다요죠까][.!?][\"'”’)]?(?=\s|$)")
_NUMBERED = re.compile(
    r"(?:사진|그림|자료사진)\s?\d{0,2}\s?[.:)\]]|[(\[<]\s?사진\s?\d{0,2}\s?[)\]>]"
)
_SCENE = re.compile(
    r"(?:모습|장면|전경|현장|기념\s?촬영|단체\s?사진|조감도|포스터|풍경|광경|위치도|안내문|홍보물|사진|그래픽|"
    r"조형물|시상식|기념식|현판식|간담회|업무협약식|개소식|협약식)(?:이다)?[.)\]]?$"
)
_QUOTED = re.compile(r"[\"'“‘][^\"'“”‘’]{2,40}[\"'”’]$")
_GLUED = re.compile(
    r"[▲△]?\s?(?:[^.!?\n]{0,60}?)?(?:사진|자료|출처|이미지)\s?[=:]\s?[^.!?\n]{1,40}?"
    r"(?:캡처|캡쳐|제공|자료사진|갈무리|뱅크|DB|기자)(?=[가-힣A-Za-z0-9\[(“‘\"'])"
)
_FORECAST_ROW = re.compile(r"[▲△]\s?[가-힣·]{1,12}\s?[:：]\s?[\[(]?\s?[\d가-힣]")

_LONGEST = 220


def is_marked(text: str) -> bool:
    """Whether the line bears a caption's mark: `▲…`, `◇…`, `사진1.`, a credit."""
    if len(text) > _LONGEST:
        return False
    if text[0] in MARKS:
        return not _FORECAST_ROW.match(text) and text.count(text[0]) == 1
    return _NUMBERED.match(text) is not None or has_credit(text)


def has_credit(text: str) -> bool:
    """Whether the line closes with who took or gave the picture."""
    if len(text) > _LONGEST or not _CREDIT_SIGN.search(text):
        return False
    found = _CREDIT.search(text, max(0, len(text) - 70))
    return found is not None and len(_SENTENCES.findall(text)) < 2


def is_numbered(text: str) -> bool:
    """Whether the line opens with `사진1.` or `<사진>`."""
    return _NUMBERED.match(text) is not None


def looks_like_caption(text: str) -> bool:
    """Whether an unmarked short line reads like a caption: it names a scene, is a bare quotation,
    or puts a full stop behind a noun.
    """
    if len(text) > _LONGEST:
        return False
    return _SCENE.search(text[-14:]) is not None or noun_with_stop(text)


def is_quotation(text: str) -> bool:
    """Whether the line is one quoted phrase and nothing else."""
    return _QUOTED.match(text) is not None


def glued_end(text: str) -> int:
    """Where a caption ends that runs into the first sentence without a blank; 0 where none does."""
    found = _GLUED.match(text[:160])
    return found.end() if found and len(text) > found.end() + 20 else 0
