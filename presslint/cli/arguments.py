"""Options as data: click makes its commands of them, and a plain command line is read without click.

Importing click costs more than reading an article does. So a line of nothing but known options and
paths is read here; whatever is not plain (a mistake, `--help`, an abbreviation, a variable) is left to
click, which says what is wrong. A test holds the two readings against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from msgspec import Struct

F = TypeVar("F", bound=Callable[..., Any])


class Option(Struct, frozen=True):
    """One option. Without `metavar` and `choices` it is a flag, or a switch where `flags` has a slash.

    `flags` are as click takes them: `-q`, `--quiet`; the long one names the parameter unless `name`
    does. `bare` is the value of an option that stands without one: what follows is a value only if it is
    one of the choices, so that no option swallows a path. `convert` makes the value of the word, `completed`
    is what a shell completes it by: a name in `presslint/cli/completion.py`.
    """

    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    name: str = ""
    default: Any = None
    many: bool = False
    bare: str = ""
    convert: Callable[[str], Any] = str
    completed: str = ""

    @property
    def parameter(self) -> str:
        return self.name or self.flags[-1].partition("/")[0].lstrip("-").replace("-", "_")

    @property
    def takes_value(self) -> bool:
        return bool(self.metavar or self.choices)

    @property
    def preset(self) -> Any:
        """The value when the option is not given."""
        if self.many:
            return ()
        return False if self.default is None and self.is_flag else self.default

    @property
    def is_flag(self) -> bool:
        return not self.takes_value and "/" not in self.flags[-1]


Table = tuple[Option, ...]


def read_plain(words: Sequence[str], table: Table) -> tuple[list[str], dict[str, Any]] | None:
    """The arguments of a command line and the values of its options; None where click has to look."""
    known: dict[str, tuple[Option, bool]] = {}
    for option in table:
        for flag in option.flags:
            positive, _, negative = flag.partition("/")
            known[positive] = option, True
            if negative:
                known[negative] = option, False
    values = {option.parameter: option.preset for option in table}
    written: dict[str, list[tuple[Option, str]]] = {}
    arguments: list[str] = []
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        if not word.startswith("-") or word == "-":
            arguments.append(word)
            continue
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if name not in known:
            return None
        option, on = known[name]
        if bool(equals) > option.takes_value:
            return None
        if not option.takes_value:
            values[option.parameter] = on
            continue
        if option.bare and not equals:
            value = rest.pop() if rest and rest[-1] in option.choices else option.bare
        elif not equals:
            if not rest or rest[-1].startswith("-"):
                return None
            value = rest.pop()
        if option.choices and value not in option.choices:
            return None
        if option.many or option.parameter not in written:
            written.setdefault(option.parameter, []).append((option, value))
        else:
            return None  # a second time: the last one counts
    for parameter, given in written.items():
        made = tuple(option.convert(value) for option, value in given)
        values[parameter] = made if given[0][0].many else made[0]
    return arguments, values


def spelled_out(words: Sequence[str], table: Table) -> list[str]:
    """The words with the value of each option that may stand without one: click would take the next word."""
    bare = {flag: option for option in table if option.bare for flag in option.flags}
    made: list[str] = []
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        if word == "--":
            return [*made, word, *reversed(rest)]
        option = bare.get(word)
        if option is not None:
            value = rest.pop() if rest and rest[-1] in option.choices else option.bare
            word = f"{word}={value}"
        made.append(word)
    return made


def options(*tables: Table) -> Callable[[F], F]:
    """A decorator that gives a click command the options of some tables."""

    def decorate(command: F) -> F:
        for option in reversed([option for table in tables for option in table]):
            command = as_click(option)(command)
        return command

    return decorate


def completed(kind: str) -> Callable[..., Any]:
    """click's `shell_complete` for a kind of value; what knows the values is imported when a shell asks."""

    def complete(*asked: Any) -> Any:
        from presslint.cli.completion import COMPLETIONS

        return COMPLETIONS[kind](*asked)

    return complete


def as_click(option: Option) -> Callable[[F], F]:
    """click's decorator for an option."""
    import click

    given: dict[str, Any] = {"help": option.help}
    if option.metavar:
        given["metavar"] = option.metavar
    if option.choices:
        given["type"] = click.Choice(option.choices)
    elif option.convert is not str:
        convert = option.convert
        given["callback"] = lambda context, parameter, word: None if word is None else convert(word)
    if option.completed:
        given["shell_complete"] = completed(option.completed)
    if option.many:
        given["multiple"] = True
    elif option.is_flag:
        given["is_flag"] = True
    elif not option.takes_value or option.default is not None:
        given["default"] = option.default
    return click.option(*option.flags, option.parameter, **given)
