"""A pattern that waits answers as one that is compiled at once; every pattern of the house compiles."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import presslint
from presslint.model.regex import Waiting, compiled, keep_in, regex
from presslint.packs.cache import Cache
from presslint.packs.catalog import Catalog, house

ASKED: dict[str, Callable[[re.Pattern[str]], Any]] = {
    "pattern": lambda p: p.pattern,
    "flags": lambda p: p.flags,
    "groups": lambda p: p.groups,
    "groupindex": lambda p: p.groupindex,
    "search": lambda p: p.search("a Monday"),
    "match": lambda p: p.match("a Monday", 2),
    "fullmatch": lambda p: p.fullmatch("Monday"),
    "finditer": lambda p: list(p.finditer("Monday, TUESDAY")),
    "findall": lambda p: p.findall("Monday, Tuesday"),
    "sub": lambda p: p.sub("day", "On Monday"),
    "split": lambda p: p.split("On Monday we"),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_pattern_answers_as_a_compiled_one(name: str) -> None:
    pattern, flags = r"(?P<day>mon|tues)day\b", re.IGNORECASE
    waiting, compiled = regex(pattern, flags), re.compile(pattern, flags)
    for _ in range(2):  # the second time it has kept its method
        assert repr(ASKED[name](waiting)) == repr(ASKED[name](compiled))


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def patterns_of_the_house() -> list[Waiting]:
    package = Path(presslint.__file__).parent
    for path in package.rglob("*.py"):
        if path.name != "__main__.py":
            import_module(".".join(("presslint", *path.relative_to(package).with_suffix("").parts)))
    assert Catalog([house()]).rules
    return [each for each in gc.get_objects() if isinstance(each, Waiting) and each.pattern != "("]


def test_every_pattern_of_the_house_is_the_same_out_of_the_cache(tmp_path: Path) -> None:
    """Patterns are equal when flags, source and the numbers for the engine are."""
    patterns = patterns_of_the_house()
    assert len(patterns) > 100
    try:
        for kept in (False, True):
            cache = Cache(tmp_path)
            keep_in(cache)
            for each in patterns:
                assert (each.compiled() == re.compile(each.pattern, each._given)) is True
            assert bool(cache._new) is not kept, "the second time, none is new"
            cache.close()
    finally:
        keep_in(None)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        b"",
        b"\xff",
        b"0",
        b"0 0 \n",
        b"0 0 \nabc",
        b"0 0 \nabcd",
        b"0 -9 \nabcd",
        b"0 99999999999999 \nabcd",
        b"99999999999999999999 0 \nabcd",
        b"0 2 a=9\nabcd",
        b"0 2 a\nabcd",
    ],
)
def test_what_is_no_pattern_in_the_cache_is_compiled_anew(wrong: bytes | None, tmp_path: Path) -> None:
    class Damaged(Cache):
        def get_bytes(self, key: str) -> bytes | None:
            return wrong

    try:
        keep_in(Damaged(tmp_path))
        assert compiled(r"(?i)(?P<day>mon|tues)day").search("on TUESDAY")
        with pytest.raises(re.error):
            compiled("(")
    finally:
        keep_in(None)


SAY_PATTERNS = """
import gc
from importlib import import_module
from pathlib import Path
import presslint
from presslint.packs.catalog import Catalog, house
from presslint.model.regex import Waiting
package = Path(presslint.__file__).parent
for path in package.rglob("*.py"):
    if path.name != "__main__.py":
        import_module(".".join(("presslint", *path.relative_to(package).with_suffix("").parts)))
Catalog([house()])
print(sorted({repr(each) for each in gc.get_objects() if isinstance(each, Waiting)}))
"""


def test_patterns_do_not_hang_on_the_order_of_sets() -> None:
    """One that another run spells otherwise is compiled anew by each."""
    said = {
        subprocess.run(
            [sys.executable, "-c", SAY_PATTERNS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) > 10_000
