"""Text as SQLite can hold it."""

from __future__ import annotations


def storable(text: str) -> str:
    """The text with U+FFFD for each NUL and lone surrogate, which SQLite can't hold."""
    if text.isprintable():  # as no NUL and no surrogate is
        return text
    if "\0" in text:
        text = text.replace("\0", "�")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join("�" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
