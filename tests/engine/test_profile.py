"""The profile charges what a run pays, and nothing that no rule asked for."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from presslint.config.config import Config, Configs
from presslint.config.layers import command_line_layer
from presslint.engine.profile import Profile

SAID = "# Ferry stops\n\nThe ferry stopped on Tuesday, the harbour master said. It will sail again.\n"


def charged(text: str, rule: str) -> set[str]:
    """What is charged for an article on which one rule runs."""
    Path("a.md").write_text(text, encoding="utf-8")
    layer = command_line_layer({"select": [rule]})
    configs = Configs(Config([layer], with_installed=False), nearest=False)
    profile = Profile(clock=lambda ticks=count(): next(ticks))  # type: ignore[misc]
    profile.add([Path("a.md")], configs)
    assert all(cost.seconds > 0 for cost in profile.costs.values())
    return set(profile.costs)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_no_rule_asks_for_is_not_charged() -> None:
    assert charged(SAID, "heading-level-skip") <= {
        "(reading)",
        "(choosing rules)",
        "(words)",
        "(sections)",
        "heading-level-skip",
    }


def test_what_rules_share_is_charged_apart() -> None:
    text = f"---\ntitle: Ferry\n---\n{SAID}\nUnemployment rose by 4 percent, a study found.\n"
    assert {"(attribution)", "(sentences)", "unsourced-statistic"} <= charged(text, "unsourced-statistic")
