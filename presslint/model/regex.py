"""Patterns that are compiled when they are first used, and kept between runs.

The house holds several hundred patterns, and an article wakes a third of them. Compiling is the dearest
part of a short run, so a pattern waits until it is asked:

    WEEKDAY = regex(r"\\b(?:Mon|Tues)day\\b")
    WEEKDAY.search(text)

It is used as what `re.compile` gives. Only the functions of `re` do not take it: write
`WEEKDAY.sub("", text)`, not `re.sub(WEEKDAY, "", text)`.

What compiling ends in is a list of numbers for the engine. The next run takes the numbers from where
this one put them; they are checked there by a sum, and by the engine as it checks those of `re`.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Any, AnyStr, cast

from presslint.model.digest import digest

if TYPE_CHECKING:
    from presslint.packs.cache import Store

try:  # what `re.compile` itself is made of; no public interface, so its absence is no fault
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    ENGINE = f"{_sre.MAGIC} {_sre.CODESIZE}"
except (ImportError, AttributeError):  # pragma: no cover - a Python that has moved them
    ENGINE = ""

NUMBER = "I"  # of four bytes, as the engine's are

_store: Store | None = None


def keep_in(store: Store | None) -> None:
    """Take compiled patterns from this store, and put new ones there; None leaves them alone."""
    global _store
    _store = store if store is not None and store.is_on and ENGINE else None


class Waiting:
    """Stands in for a compiled pattern; keeps each method once it was asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(self.compiled(), name)
        return found

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"

    def compiled(self) -> re.Pattern[Any]:
        return compiled(self.pattern, self._given)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern for later. One that is wrong raises re.error when it is first used."""
    return cast("re.Pattern[AnyStr]", Waiting(pattern, flags))


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern for now: what `re.compile` gives, from the cache where an earlier run left it."""
    if _store is None or isinstance(pattern, bytes):
        return re.compile(pattern, flags)
    key = f"pattern {digest(ENGINE, str(int(flags)), pattern)}"
    packed = _store.get_bytes(key)
    if packed is not None:
        try:
            return cast("re.Pattern[AnyStr]", _unpacked(pattern, packed))
        except (TypeError, ValueError, LookupError, RuntimeError, OverflowError, MemoryError):
            pass  # not what `_packed` gave
    packed = _packed(pattern, int(flags))
    _store.put_bytes(key, packed)
    return cast("re.Pattern[AnyStr]", _unpacked(pattern, packed))


def _packed(pattern: str, flags: int) -> bytes:
    """What compiling a pattern ends in: a line of flags, groups and names, then code. Raises re.error."""
    tree = _parser.parse(pattern, flags)
    code = array(NUMBER, _compiler._code(tree, flags))
    names = " ".join(f"{name}={number}" for name, number in tree.state.groupdict.items())
    return f"{flags | tree.state.flags} {tree.state.groups - 1} {names}\n".encode() + code.tobytes()


def _unpacked(pattern: Any, packed: bytes) -> Any:
    """The pattern that those bytes make."""
    head, _, numbers = packed.partition(b"\n")
    flags, groups, *named = head.decode().split()
    code = array(NUMBER, numbers)
    by_number: list[str | None] = [None] * (int(groups) + 1)
    names: dict[str, int] = {}
    for each in named:
        name, _, number = each.partition("=")
        names[name] = int(number)
        by_number[names[name]] = name
    return _sre.compile(pattern, int(flags), code.tolist(), int(groups), names, tuple(by_number))
