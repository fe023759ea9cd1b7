"""What an article tells of one person whom it names in full."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Person:
    """Someone named in full: every post the article gives, and how it speaks of the person."""

    name: str
    text: str
    surname: str
    roles: list[str] = field(default_factory=list)
    given: set[str] = field(default_factory=set)  # those that the article tells are given now
    ages: set[str] = field(default_factory=set)
    polite: set[str] = field(default_factory=set)
    said: list[tuple[str, int]] = field(default_factory=list)  # texts, and where they name one
    heard: set[str] | None = None  # posts of which those sentences tell, once they are asked for
