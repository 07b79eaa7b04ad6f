"""What no reader sees hides nothing: every rule finds its own Bad example under edits that show nothing."""

from __future__ import annotations

import pytest

from benchmarks.hidden import EDITS, GOAL, bads, kept
from presslint.packs.catalog import Catalog, house

FIRST = [(rule, example) for rule in Catalog([house()]).rules.values() for example in bads(rule, 1)]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_that_shows_nothing_hides_no_finding(edit: str) -> None:
    verdicts = [(rule.name, kept(rule, example, edit)) for rule, example in FIRST]
    lost = [name for name, verdict in verdicts if verdict is False]
    judged = sum(verdict is not None for _, verdict in verdicts)
    assert judged >= 60
    assert len(lost) <= (1 - GOAL) * judged, lost
