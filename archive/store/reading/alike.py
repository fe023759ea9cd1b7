"""How texts are asked for that may be of a story that is in: by the keys of `ArticleEntry`.

Each question reads a page of the file, of an index that grows with the archive: nearly all that an
article costs there. So none is asked that another answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.store.rows.entry import ArticleEntry


def keys(article: ArticleEntry) -> dict[str, int | str | None]:
    """The parameters of the questions."""
    return {
        "kind": article.kind,
        "fingerprint": article.fingerprint,
        "identity": article.identity,
        "headline": article.headline_key,
        "lead": article.lead_key,
    }


def same_text(article: ArticleEntry) -> str:
    """A condition on `articles`: the text is the same. Twins of a text that is long enough for a
    lead's key have it too.
    """
    return _TWINS if article.lead_key is not None else _SHORT_TWINS


def any_alike(article: ArticleEntry) -> str:
    """A query of one row and column: whether any text shares a key that can tell a twin, or a text
    of the same story.
    """
    return _ANY_ALIKE if article.lead_key is not None else _ANY_SHORT_ALIKE


_TWINS = "lead_key = :lead AND fingerprint = :fingerprint"
_SHORT_TWINS = "lead_key IS NULL AND fingerprint = :fingerprint"
_ANY_ALIKE = """
    SELECT EXISTS (SELECT 1 FROM articles WHERE lead_key = :lead)
        OR EXISTS (SELECT 1 FROM articles WHERE identity = :identity)
        OR EXISTS (SELECT 1 FROM articles WHERE headline_key = :headline AND lead_key IS NULL)
"""
_ANY_SHORT_ALIKE = f"""
    SELECT EXISTS (SELECT 1 FROM articles WHERE {_SHORT_TWINS})
        OR EXISTS (SELECT 1 FROM articles WHERE identity = :identity)
        OR EXISTS (SELECT 1 FROM articles WHERE headline_key = :headline)
"""
