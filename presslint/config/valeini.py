"""A `.vale.ini` as sections of keys, each with the line it stands on.

Read as Vale reads it: keys may stand before the first section, a key that stands twice has two values, a line that
ends in a backslash goes on, a comment behind a value begins with a blank, and one pair of quotes around a value is
no part of it. Python's own readers of such files keep no lines, or take no key before a section.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from presslint.config.layers import ConfigError

QUOTES = ("'", '"')
LONG_QUOTES = ('"""', "`")


class Value(Struct, frozen=True):
    """One value of a key, and where it stands."""

    text: str
    line: int

    def words(self) -> list[str]:
        r"""The value as a list, apart by commas; `\,` is a comma in a word."""
        found, word, rest = [], "", iter(self.text)
        for sign in rest:
            if sign == "\\":
                following = next(rest, "")
                word += following if following in ("\\", ",") else sign + following
            elif sign == ",":
                found.append(word.strip())
                word = ""
            else:
                word += sign
        return [each for each in (*found, word.strip()) if each]


class Section(Struct, frozen=True):
    """The keys under one `[header]`, in order; the header of those before the first is empty."""

    name: str
    line: int
    keys: dict[str, list[Value]]

    def words(self, *names: str) -> list[str]:
        """All words of some keys, each once."""
        values = (value for name in names for value in self.keys.get(name, ()))
        return list(dict.fromkeys(word for value in values for word in value.words()))

    def first(self, name: str) -> Value | None:
        """The value of a key that has one."""
        return self.keys[name][0] if name in self.keys else None

    def last(self, name: str) -> Value | None:
        """The value of a key that stands last."""
        return self.keys[name][-1] if name in self.keys else None


def read_sections(text: str, shown: str) -> dict[str, Section]:
    """The sections of a file by name, in order; a header that stands twice is one section. Raises ConfigError."""
    found = {"": Section("", 1, {})}
    section = found[""]
    lines = iter(enumerate(text.removeprefix("﻿").splitlines(), 1))
    for number, line in lines:
        bare = line.strip()
        if not bare or bare.startswith(("#", ";")):
            continue
        if bare.startswith("["):
            name, closed, _ = bare[1:].rpartition("]")
            if not closed or not name.strip():
                raise ConfigError(
                    shown, f"“{bare}” is no section; write a glob in brackets, as in [*.md]", number
                )
            name = name.strip()
            name = "" if name == "DEFAULT" else name
            section = found.setdefault(name, Section(name, number, {}))
            continue
        key, rest = _split(bare, shown, number)
        section.keys.setdefault(key, []).append(Value(_value(rest, lines, shown, number), number))
    return found


def _split(line: str, shown: str, number: int) -> tuple[str, str]:
    """A key and what stands behind its sign."""
    places = [place for place in (line.find("="), line.find(":")) if place >= 0]
    key = line[: min(places)].strip().strip("\"'`") if places else ""
    if not key:
        raise ConfigError(shown, f"“{line}” is neither a section nor “key = value”", number)
    return key, line[min(places) + 1 :].strip()


def _value(rest: str, lines: Iterator[tuple[int, str]], shown: str, number: int) -> str:
    """A value, read on where it goes on."""
    for quote in LONG_QUOTES:
        if rest.startswith(quote):
            return _long(rest[len(quote) :], quote, lines, shown, number)
    parts = []
    while rest.endswith("\\"):
        parts.append(rest[:-1])
        rest = next(lines, (0, ""))[1].strip()
    rest = "".join((*parts, rest)) if parts else _without_comment(rest)
    if len(rest) > 1 and rest[0] == rest[-1] and rest[0] in QUOTES and rest[0] not in rest[1:-1]:
        return rest[1:-1]
    return rest


def _without_comment(rest: str) -> str:
    for sign in (" #", " ;"):
        if sign in rest:
            return rest[: rest.index(sign)].strip()
    return "" if rest.startswith(("#", ";")) else rest


def _long(rest: str, quote: str, lines: Iterator[tuple[int, str]], shown: str, number: int) -> str:
    """A value between long quotes, over as many lines as it takes."""
    while quote not in rest:
        following = next(lines, None)
        if following is None:
            raise ConfigError(shown, f"the value opens with {quote} and never closes", number)
        rest += "\n" + following[1]
    return rest[: rest.rindex(quote)]
