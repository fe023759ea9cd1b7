"""Say in Korean how a query was read."""

from __future__ import annotations

from archive.search import query

_MANNERS = {
    "all": "",
    "everything": "",
    "nothing": "찾을 말이 없습니다",
    "stems": "그대로 든 기사가 없어 낱말을 풀어서 찾음",
    "readings": "그대로 든 기사가 없어 한자와 한글을 바꾸어 읽음",
    "some": "모두 든 기사가 없어 일부만 든 기사를 찾음",
    "question": "질문으로 읽어 가장 가까운 기사를 찾음",
}
_FIELD_NAMES = {
    "section": "분야",
    "by": "기자",
    "person": "사람",
    "organisation": "기관",
    "place": "곳",
}


def described(tree: query.All, manner: str, followers: int) -> str:
    """How the query was read: its parts, and what was made of them."""
    notes = [_MANNERS[manner]]
    if followers:
        notes.append(f"거의 맞는 {followers}건이 뒤따름")
    parts = " + ".join(_part(node) for node in tree.nodes)
    return " · ".join(note for note in (parts, *notes) if note)


def _part(node: query.Node) -> str:  # noqa: PLR0911 - a case for each kind of node
    if isinstance(node, query.Word):
        return node.text + "*" * node.prefix
    if isinstance(node, query.Phrase):
        if node.spellings:
            return f"({' 또는 '.join(node.spellings)})" if node.spellings[1:] else node.text
        return f"“{node.text}”"
    if isinstance(node, query.Near):
        return f"{_part(node.first)} 가까이 {_part(node.second)}"
    if isinstance(node, query.Not):
        return f"제외({_part(node.node)})"
    if isinstance(node, query.InHeadline):
        return f"제목({_part(node.node)})"
    if isinstance(node, query.Field):
        return f"{_FIELD_NAMES[node.name]}({node.value})"
    if isinstance(node, query.Dates):
        return f"날짜({node.period.since or ''}~{node.period.until or ''})"
    joint = " 또는 " if isinstance(node, query.Any) else " + "
    return f"({joint.join(map(_part, node.nodes))})"
