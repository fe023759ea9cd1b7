"""What each rule of the entities brings: the labelled answers lost and gained without it.

    python bench/entity_rules.py [--held] [PART…]

Every function of `archive.entities` whose dotted name holds one of the PARTs (`missed`,
`roles.rows`; all by default, hours) is left out in turn. One that says yes or no says always the
one, then always the other; one that changes what it is given, names or introductions, hands them
back; one that finds something finds nothing. A line each: the right answers and the wrong ones that
the rule adds, of roles, of links, of quotations; `--held` counts what was never read alone. The
sets that the tagger learnt from say less than those that `tools/own_sentences.py` keeps apart.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import entities
from bench.entity_scores import MEASURES, SETS, Score, score

_Function = Callable[..., Any]
_NOTHING: dict[str, _Function] = {
    "list": list,
    "tuple": tuple,
    "Sequence": tuple,
    "Iterator": lambda: iter(()),
    "Iterable": tuple,
    "set": set,
    "frozenset": frozenset,
    "dict": dict,
    "Mapping": dict,
}
_MANY = re.compile(r"(?:list|tuple|Sequence|Iterator|Iterable)\[(?P<of>\w+)")
_NO_RULES = (
    "tagger.features",
    "tagger.decoding",
    "tagger.dictionary",
    "tagger.shipped",
    "passages",
)


class Rule(NamedTuple):
    """A function by its dotted name, and what takes its place."""

    name: str
    function: _Function
    instead: _Function
    how: str


def modules() -> list[ModuleType]:
    """All modules of `archive.entities`."""
    found = pkgutil.walk_packages(entities.__path__, f"{entities.__name__}.")
    return [importlib.import_module(module.name) for module in found]


def rules(parts: Sequence[str] = ()) -> Iterator[Rule]:
    """The rules whose names hold one of `parts`, in the order of their modules."""
    for module in modules():
        room = module.__name__.removeprefix(f"{entities.__name__}.")
        for name, function in vars(module).items():
            own = inspect.isfunction(inspect.unwrap(function)) if callable(function) else False
            if not own or function.__module__ != module.__name__ or room.endswith(_NO_RULES):
                continue
            dotted = f"{room}.{name}"
            if not parts or any(part in dotted for part in parts):
                for how, instead in _instead(inspect.signature(inspect.unwrap(function))):
                    yield Rule(dotted, function, instead, how)


def _instead(signature: inspect.Signature) -> Iterator[tuple[str, _Function]]:
    """What may take the place of a function: by name, and as a function."""
    gives = str(signature.return_annotation)
    if gives == "bool":
        yield "never", lambda *_, **__: False
        yield "always", lambda *_, **__: True
    elif gives.endswith("| None"):
        yield "nothing", lambda *_, **__: None
    elif (given := _given_back(signature, gives)) is not None:
        as_list = gives.startswith("list")
        yield "as it was", lambda *args, **_: list(args[given]) if as_list else args[given]
    elif (nothing := _NOTHING.get(gives.partition("[")[0])) and gives.endswith("]"):
        yield "nothing", lambda *_, **__: nothing()


def _given_back(signature: inspect.Signature, gives: str) -> int | None:
    """The place of the parameter that a function which does nothing hands back."""
    many = _MANY.match(gives)
    for place, parameter in enumerate(signature.parameters.values()):
        takes = str(parameter.annotation)
        same = many and (one := _MANY.match(takes)) and one["of"] == many["of"]
        if same or (not many and takes == gives and gives[:1].isupper()):
            return place
    return None


@contextmanager
def without(rule: Rule) -> Iterator[None]:
    """Everything as if the rule were not there."""
    with ExitStack() as left_out:
        for module in modules():
            for name, value in list(vars(module).items()):
                if value is rule.function:
                    left_out.enter_context(patch.object(module, name, rule.instead))
        _forget()
        yield
    _forget()


def _forget() -> None:
    """Empty what the modules remember of earlier answers, but the model."""
    for module in modules():
        for name, value in vars(module).items():
            if hasattr(value, "cache_clear") and name != "_model":
                value.cache_clear()


def totals(*, held: bool) -> dict[str, Score]:
    """The scores of all sets of each kind together."""
    found = {kind: Score() for kind in MEASURES}
    for path in sorted(SETS.glob("*.jsonl")):
        whole = found.get(path.stem.partition(".")[0])
        if whole is None:
            continue
        one, _ = score(path.stem, held=True if held else None)
        whole.right += one.right
        whole.given += one.given
        whole.wanted += one.wanted
    return found


def _lines(parts: Sequence[str], *, held: bool) -> Iterator[str]:
    whole = totals(held=held)
    yield f"{'':52}" + "".join(f"{kind:>14}" for kind in whole)
    for rule in rules(parts):
        with without(rule):
            less = totals(held=held)
        added = [_added(whole[kind], less[kind]) for kind in whole]
        yield f"{rule.name:42}{rule.how:>10}" + "".join(f"{pair:>14}" for pair in added)


def _added(whole: Score, less: Score) -> str:
    right = whole.right - less.right
    wrong = whole.given - less.given - right
    return f"{right:+} {wrong:+}" if right or wrong else "."


if __name__ == "__main__":
    chosen = [word for word in sys.argv[1:] if not word.startswith("-")]
    for line in _lines(chosen, held="--held" in sys.argv):
        print(line, flush=True)
