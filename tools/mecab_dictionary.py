"""Read the words of a compiled MeCab dictionary (`sys.dic`) without MeCab.

The format is MeCab's (Kudo, `dictionary.cpp`): a header of ten numbers and a character set, a
double-array trie (Aoe, 1989) over the words' bytes, the tokens, and their features as text.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = 72
_TOKEN = np.dtype(
    [
        ("left", "<u2"),
        ("right", "<u2"),
        ("pos", "<u2"),
        ("cost", "<i2"),
        ("feature", "<u4"),
        ("compound", "<u4"),
    ]
)


def entries(path: Path) -> Iterator[tuple[str, str, str]]:
    """Word, part of speech and semantic class of each token of the dictionary at `path`."""
    data = path.read_bytes()
    *_, trie_size, token_size, feature_size, _ = struct.unpack("<10I", data[:40])
    trie = np.frombuffer(data, "<i4", trie_size // 4, _HEADER).reshape(-1, 2)
    tokens = np.frombuffer(data, _TOKEN, token_size // 16, _HEADER + trie_size)
    at = _HEADER + trie_size + token_size
    features = data[at : at + feature_size]
    starts = tokens["feature"].tolist()
    for word, value in _words(trie):
        first, count = value >> 8, value & 0xFF
        for start in starts[first : first + count]:
            end = features.index(b"\0", start)
            pos, meaning, *_ = features[start:end].decode().split(",")
            yield word, pos, meaning


def _words(trie: np.ndarray) -> Iterator[tuple[str, int]]:
    """Walk the double array: a unit belongs to the parent whose base is its check."""
    base = trie[:, 0].tolist()
    check = trie[:, 1].astype(np.uint32).astype(np.int64)
    order = np.argsort(check, kind="stable")
    parents, firsts = np.unique(check[order], return_index=True)
    lasts = [*firsts[1:].tolist(), len(check)]
    families = dict(zip(parents.tolist(), zip(firsts.tolist(), lasts, strict=True), strict=True))
    units = order.tolist()
    stack = [(base[0], b"")]
    while stack:
        parent, prefix = stack.pop()
        first, last = families.get(parent, (0, 0))
        for unit in units[first:last]:
            byte = unit - parent - 1
            if byte == -1 and base[unit] < 0:
                yield prefix.decode(), -base[unit] - 1
            elif 0 <= byte < 256:
                stack.append((base[unit], prefix + bytes([byte])))
