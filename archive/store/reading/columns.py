"""SQL for what several readers want of an article, each a column of `articles`."""

FIRST_SOURCE = """(
    SELECT sources.path FROM appearances
    JOIN pages ON pages.id = appearances.page_id
    JOIN sources ON sources.id = pages.source_id
    WHERE appearances.article_id = articles.id ORDER BY pages.id LIMIT 1
)"""
"""SQL for the path of the first page that an article stands on."""

LEAD = "substr(articles.body, 1, instr(articles.body || char(10), char(10)) - 1)"
"""SQL for the first paragraph of an article, whole."""
