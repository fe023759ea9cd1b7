"""A command of ours: Typer's, with Korean help pages, Korean errors and a quick start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from typer.core import TyperArgument, TyperCommand, TyperOption

from archive.errors import UsageError
from newscli.manual import command_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from typer._click import Context, HelpFormatter, Parameter  # private: for the type checker


_MOST = 2**63 - 1  # what SQLite can count to
_OFFERED = 3  # near words
_LEAST_BEGINNING = 2  # characters: one alone begins too many words


class Mistake(UsageError):  # noqa: N818 - named as the archive names its errors
    """The command line itself is wrong; `mend` names the help page."""


class Command(TyperCommand):
    """One command. `inherited` are the global options, which come last on its help page."""

    inherited: tuple[Parameter, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_values(self.params)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """`--help`, in Korean."""
        return in_korean(super().get_help_option(ctx))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        formatter.write(command_page(self, ctx, self.inherited))


def in_korean(option: TyperOption | None) -> TyperOption | None:
    """The option that shows the help page, speaking Korean."""
    if option is not None:
        option.help = "이 도움말을 보입니다."
        plain_values([option])
    return option


def plain_values(params: Iterable[Parameter]) -> None:
    """Let words, numbers and choices be read by `PlainValue` where that is all there is to do.

    Typer hands every value to pydantic, whose import alone takes half of the start of a small
    program (50 ms measured). Should a later Typer drop the attribute, pydantic simply steps in.
    """
    for param in params:
        if isinstance(param, TyperOption | TyperArgument):
            value = PlainValue.of(param)
            if value is not None:
                param._runtime_param = value  # type: ignore[assignment]  # noqa: SLF001 - see above


class PlainValue(NamedTuple):
    """Reads a flag, a word, a whole number, one of some choices, or a list of words."""

    kind: type[bool | int | str]
    choices: tuple[str, ...] = ()
    least: float | None = None

    @classmethod
    def of(cls, param: TyperOption | TyperArgument) -> PlainValue | None:
        """The reader of a parameter; None where Typer's own is needed."""
        described = param.type_descriptor
        if described.choices is not None and not described.is_list:
            return cls(str, tuple(str(choice) for choice in described.choices))
        if described.annotation is bool:
            return cls(bool)
        if described.annotation is int:
            return cls(int, least=param.min)
        if described.annotation in {str, list[str]}:
            return cls(str)
        return None

    def coerce(self, value: Any, param: TyperOption | TyperArgument, ctx: Context) -> Any:
        """The value that a word of the command line stands for; raises `Mistake`."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if self.kind is bool:
            return bool(value)
        if isinstance(value, list | tuple):
            return [str(word) for word in value]
        if self.kind is int:
            return self._number(value, param, ctx)
        if self.choices and value not in self.choices:
            why = f"고를 수 있는 값: {', '.join(self.choices)}"
            raise Mistake(f"{_name(param)}에 쓸 수 없는 값입니다: {value}", why, help_line(ctx))
        return str(value)

    def _number(self, value: Any, param: TyperOption | TyperArgument, ctx: Context) -> int:
        try:
            number = int(value)
        except ValueError:
            raise Mistake(
                f"{_name(param)}에는 정수를 적어 주십시오: {value}", "", help_line(ctx)
            ) from None
        if number > _MOST:
            raise Mistake(f"{_name(param)}에 너무 큰 수입니다: {value}", "", help_line(ctx))
        if self.least is not None and number < self.least:
            raise Mistake(
                f"{_name(param)}에는 {self.least:g} 이상을 적어 주십시오: {value}",
                "",
                help_line(ctx),
            )
        return number


def _name(param: TyperOption | TyperArgument) -> str:
    return max(param.opts, key=len) if isinstance(param, TyperOption) else param.display_name_raw


def help_line(ctx: Context | None) -> str:
    """The command that shows the help page of where we are."""
    return f"{ctx.command_path if ctx else 'newscli'} --help"


def near(word: str, known: Iterable[str]) -> str:
    """A question that offers the known words nearest to `word`; empty where none is near."""
    matches = _nearest(word, list(known))
    return f"혹시: {', '.join(matches)}" if matches else ""


def _nearest(word: str, known: Sequence[str]) -> Sequence[str]:
    """Words that begin as `word` does to its or their end; else those of much the same letters.

    Letters are jamo: 서을 and 서울 share four of five, though one of two syllables.
    """
    from difflib import get_close_matches

    composed = normalize("NFC", word)
    begun = [
        name
        for name in known
        if min(len(name), len(composed)) >= _LEAST_BEGINNING
        and (name.startswith(composed) or composed.startswith(name))
    ]
    if begun:
        return sorted(begun, key=lambda name: abs(len(name) - len(composed)))[:_OFFERED]
    spelt = {normalize("NFD", name): name for name in known}
    matches = get_close_matches(normalize("NFD", word), spelt, n=_OFFERED)
    return [spelt[match] for match in matches]


def mistake_of(failure: Any) -> Mistake:
    """Typer's usage error in our words; one that we do not know keeps its own.

    The classes are private to Typer, so they are told by name.
    """
    mend = help_line(failure.ctx) if getattr(failure, "ctx", None) else "newscli --help"
    match type(failure).__name__:
        case "NoSuchOption":
            possible = ", ".join(sorted(failure.possibilities or ()))
            why = f"혹시: {possible}" if possible else ""
            return Mistake(f"그런 옵션이 없습니다: {failure.option_name}", why, mend)
        case "MissingParameter":
            return Mistake(f"{_name(failure.param)}이(가) 빠졌습니다.", "", mend)
        case "BadOptionUsage":
            return Mistake(f"{failure.option_name}에 값이 필요합니다.", "", mend)
        case _:
            pass
    message = failure.format_message()
    opening = "Got unexpected extra argument(s) ("
    if message.startswith(opening):
        extra = message.removeprefix(opening).removesuffix(")")
        return Mistake(f"남는 인수가 있습니다: {extra}", "", mend)
    return Mistake(message, "", mend)
