"""What the people of a house said of single findings, and how true its rules are there.

The file stands beside the config, one line a finding: rule, fingerprint, `accept` or `dismiss`, the article, the
message; sorted, so that two branches merge. The fingerprint is the key: it stays when lines move, and the same words
in another article are judged once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from presslint.model.errors import FileError

NAME = "presslint.verdicts.tsv"
COLUMNS = "rule fingerprint verdict article message".split()
ACCEPT, DISMISS = "accept", "dismiss"


class VerdictsError(FileError):
    """A file of verdicts that cannot be used."""


class Said(NamedTuple):
    """What was said of one finding."""

    rule: str
    fingerprint: str
    verdict: str
    article: str
    message: str

    def line(self) -> str:
        """The row of the file."""
        return "\t".join(" ".join(value.split()) for value in self)


class InHouse(NamedTuple):
    """How many findings of a rule were read in this house, and how many of them accepted."""

    read: int
    accepted: int

    def __str__(self) -> str:
        share = round(100 * self.accepted / self.read)
        return f"In this house: {self.accepted:,} of {self.read:,} findings read were accepted ({share} %)."


def read_verdicts(path: Path) -> dict[str, Said]:
    """What was said, by fingerprint; nothing where there is no file. Raises VerdictsError with the line."""
    if not path.exists():
        return {}
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError) as error:
        raise VerdictsError(path, f"cannot be read: {error}") from None
    if head.split("\t") != COLUMNS:
        raise VerdictsError(path, f"the columns are {', '.join(COLUMNS)}, with a tab between two", 1)
    found: dict[str, Said] = {}
    for number, line in enumerate(lines, 2):
        values = line.split("\t")
        if not line.strip():
            continue
        if len(values) != len(COLUMNS) or values[2] not in (ACCEPT, DISMISS):
            raise VerdictsError(path, f"no {len(COLUMNS)} columns, the third “accept” or “dismiss”", number)
        found[values[1]] = Said(*values)
    return found


def write_verdicts(path: Path, verdicts: Iterable[Said]) -> None:
    """Write the file anew, sorted, in one step. Raises VerdictsError."""
    lines = ["\t".join(COLUMNS), *(each.line() for each in sorted(verdicts))]
    partial = path.with_name(f"{path.name}.part")
    try:
        partial.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        partial.replace(path)
    except OSError as error:
        raise VerdictsError(path, f"cannot be written: {error.strerror}") from None


def in_house(verdicts: Mapping[str, Said]) -> dict[str, InHouse]:
    """How true the findings of each rule are, by what was said of them."""
    found: dict[str, InHouse] = {}
    for each in verdicts.values():
        read, accepted = found.get(each.rule, (0, 0))
        found[each.rule] = InHouse(read + 1, accepted + (each.verdict == ACCEPT))
    return found
