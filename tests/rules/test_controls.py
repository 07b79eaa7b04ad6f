"""Good copy stays unmarked: a match report, an opinion, a live page, a release, a story that quotes leftovers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from presslint import Finding, Severity
from presslint.config.config import Config
from presslint.engine.lint import lint
from presslint.reading import Settings, read

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = sorted([*EXAMPLES.glob("controls/*"), *EXAMPLES.glob("clean-*")])
CONFIG = Config([], root=EXAMPLES)
TODAY = date(2026, 6, 1)


def findings(path: Path, text: str | None = None) -> list[Finding]:
    """What the default catalogue says of a file."""
    data = text.encode() if text is not None else path.read_bytes()
    plan = CONFIG.plan(path)
    articles = read(data, path.name, Settings(article={"today": TODAY}))
    return [found for article in articles for found in lint(article, plan.rules, today=TODAY).findings]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_nothing_above_a_suggestion(path: Path) -> None:
    assert [f"{f.rule}: {f.text}" for f in findings(path) if f.severity > Severity.SUGGESTION] == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_line_ends_change_nothing(path: Path) -> None:
    windows = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert [f.rule for f in findings(path, windows)] == [f.rule for f in findings(path)]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_defect_in_good_copy_is_seen(path: Path) -> None:
    """The controls are quiet because they are good, not because nobody looks at them."""
    text = path.read_text(encoding="utf-8").rstrip("\n")
    broken = f"{text}\n\nAs a large language model, I cannot answer this question for you.\n"
    assert [f.rule for f in findings(path, broken) if f.severity is Severity.ERROR] == ["chatbot-residue"]


def test_figures_that_disagree() -> None:
    found = {f.rule for f in findings(EXAMPLES / "flawed-figures.md") if f.severity > Severity.SUGGESTION}
    assert found == {
        "acronym-expansion-mismatch",
        "chatbot-residue",
        "dates-out-of-order",
        "headline-number-mismatch",
        "headline-quote-mismatch",
        "name-spelling-varies",
        "percent-change-arithmetic",
        "percent-sum",
        "repeated-word",
        "tag-near-duplicate",
        "tracking-parameter",
        "unit-conversion-mismatch",
        "weekday-date-mismatch",
    }
