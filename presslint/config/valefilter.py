"""`--filter` of Vale: which of the rules run, by their name, level, scope and words.

The part of Vale's expression language that its own documentation and suite show: `.Name == "Google.We"`,
`.Level in ["error", "warning"]`, `"heading" in .Scope`, `.Message contains "…"`, `startsWith`, `endsWith`,
`matches`, `and`, `or`, `not` (also `&&`, `||`, `!`) and brackets. What goes beyond is refused in one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from presslint.model.errors import PresslintError
from presslint.model.regex import regex

FIELDS = ("Name", "Level", "Scope", "Message", "Description", "Extends", "Link", "Limit")
TOKEN = regex(
    r"""\s*(?:(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<number>\d+)|\.(?P<field>[A-Za-z]+)"""
    r"""|(?P<word>[A-Za-z]+)|(?P<sign>==|!=|&&|\|\||[!\[\](),<>]=?))"""
)
Test = Callable[[Mapping[str, Any]], Any]
COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": lambda left, right: bool(left == right),
    "!=": lambda left, right: bool(left != right),
    "<": lambda left, right: bool(left < right),
    "<=": lambda left, right: bool(left <= right),
    ">": lambda left, right: bool(left > right),
    ">=": lambda left, right: bool(left >= right),
    "in": lambda left, right: left in right,
    "contains": lambda left, right: right in left,
    "startsWith": lambda left, right: left.startswith(right),
    "endsWith": lambda left, right: left.endswith(right),
    "matches": lambda left, right: re.search(right, left) is not None,
}
SAME = {"&&": "and", "||": "or", "!": "not"}
BOOLEANS = {"true": True, "false": False}


class BadFilter(PresslintError):
    """An expression that is not understood."""


class Filter:
    """An expression, ready to be asked of rules. Raises BadFilter."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self.names_level = ".Level" in text
        self._words = _tokens(self.text)
        self._at = 0
        self._test = self._either()
        if self._at < len(self._words):
            raise self._refused()

    def keeps(self, fields: Mapping[str, Any]) -> bool:
        """Whether a rule with these fields runs. Raises BadFilter."""
        try:
            return bool(self._test(fields))
        except (TypeError, AttributeError, re.error) as error:
            raise BadFilter(f"--filter: “{self.text}” compares what cannot be compared: {error}") from None

    def _refused(self) -> BadFilter:
        at = self._words[self._at][1] if self._at < len(self._words) else "its end"
        return BadFilter(
            f"--filter: “{self.text}” is not understood at “{at}”; write as in "
            '.Name == "Google.We" or .Level in ["error"]'
        )

    def _next(self, *signs: str) -> str:
        """The next token if it is one of these, else nothing."""
        if self._at < len(self._words):
            kind, word = self._words[self._at]
            if kind in ("word", "sign") and SAME.get(word, word) in signs:
                self._at += 1
                return SAME.get(word, word)
        return ""

    def _either(self) -> Test:
        left = self._both()
        while self._next("or"):
            left = _joined(left, self._both(), any)
        return left

    def _both(self) -> Test:
        left = self._single()
        while self._next("and"):
            left = _joined(left, self._single(), all)
        return left

    def _single(self) -> Test:
        if self._next("not"):
            test = self._single()
            return lambda fields: not test(fields)
        left = self._value()
        negated = bool(self._next("not"))
        sign = self._next(*COMPARED)
        if not sign:
            if negated:
                raise self._refused()
            return left
        compared, right = COMPARED[sign], self._value()
        return lambda fields: compared(left(fields), right(fields)) != negated

    def _value(self) -> Test:
        if self._next("("):
            inner = self._either()
            if not self._next(")"):
                raise self._refused()
            return inner
        if self._next("["):
            items: list[Test] = []
            while not self._next("]"):
                items.append(self._value())
                if not self._next(",") and not (
                    self._at < len(self._words) and self._words[self._at][1] == "]"
                ):
                    raise self._refused()
            return lambda fields: [item(fields) for item in items]
        return self._plain()

    def _plain(self) -> Test:
        kind, word = self._words[self._at] if self._at < len(self._words) else ("", "")
        value: Any
        if kind == "field" and word in FIELDS:
            self._at += 1
            return lambda fields: fields[word]
        if kind == "text":
            value = re.sub(r"\\(.)", r"\1", word[1:-1])
        elif kind == "number":
            value = int(word)
        elif kind == "word" and word in BOOLEANS:
            value = BOOLEANS[word]
        else:
            raise self._refused()
        self._at += 1
        return lambda fields: value


def _joined(left: Test, right: Test, how: Callable[[Sequence[bool]], bool]) -> Test:
    return lambda fields: how([bool(left(fields)), bool(right(fields))])


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise BadFilter(f"--filter: “{text}” is not understood at “{text[at : at + 20].strip()}”")
        found.append((str(match.lastgroup), str(match[str(match.lastgroup)])))
        at = match.end()
    return found
