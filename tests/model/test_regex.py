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
from presslint.model.regex import Waiting, regex
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


def test_every_pattern_of_the_house_compiles() -> None:
    patterns = patterns_of_the_house()
    assert len(patterns) > 100
    for each in patterns:
        each.compiled()


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
    """What a pattern prefers among its alternatives would differ from run to run."""
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
