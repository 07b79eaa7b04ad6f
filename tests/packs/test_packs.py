"""Packs of installed packages are found by their entry point, and by nothing else."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from presslint.packs.catalog import Catalog, RuleFileError, installed_packs

RULE = """\
extends: existence
why: Pears keep.
message: Write “pear” for “%s”.
tokens: [plum]
examples:
  - good: A pear.
  - bad: A [[plum]].
"""


def install(site: Path, points: str) -> None:
    """A package with a pack, as pip lays it down."""
    (site / "orchard" / "fruit").mkdir(parents=True)
    (site / "orchard" / "__init__.py").write_text("")
    (site / "orchard" / "fruit" / "no_plum.yaml").write_text(RULE, encoding="utf-8")
    info = site / "orchard-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: orchard\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(points)


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ("[presslint.packs]\norchard = orchard\n", ["orchard"]),
        ("[console_scripts]\norchard = orchard:main\n", []),
        ("", []),
    ],
)
def test_a_pack_is_found_by_its_entry_point(
    points: str, found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, points)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    packs = installed_packs()
    assert [pack.name for pack in packs] == found
    assert [name for name in Catalog(packs).rules if name == "no-plum"] == ["no-plum"] * len(found)


def test_a_pack_in_an_archive_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "site", "[presslint.packs]\norchard = orchard\n")
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        for path in (tmp_path / "site").rglob("*"):
            archive.write(path, path.relative_to(tmp_path / "site"))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site.zip"), *sys.path])
    assert [pack.name for pack in installed_packs()] == ["orchard"]


def test_a_pack_that_is_not_there_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "[presslint.packs]\norchard = nowhere_at_all\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(RuleFileError, match="names a module that is not installed"):
        installed_packs()
