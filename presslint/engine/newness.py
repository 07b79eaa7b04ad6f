"""What is new in an article against another version of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from presslint.model.finding import Finding

SAME_SENTENCE = 0.5  # share of words two versions of an edited sentence have in common
MOST = 0.5  # share of its sentence's words that a finding is of, where the two are edited together


class Versions(Protocol):
    """Where the other version of a file is had from; the gate has one for each way to name a base."""

    @property
    def staged(self) -> bool:
        """Whether the new version is the index, not the work tree."""

    def old(self, path: Path) -> bytes | None:
        """The bytes of a file's base version; None when it is new."""

    def new(self, path: Path) -> bytes | None:
        """The bytes of a file in the index, for a staged run; None when it is not there."""


def split_new(now: Sequence[Finding], before: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings of `now` that were not there before, and those that were.

    A finding was there when the base has one with the same fingerprint; or when the base has one of
    the same rule that is gone now, of the same words in the same sentence, edited around them. One that
    tells of a third copy was not there when there were two.
    """
    left: dict[str, list[Finding]] = {}
    for finding in before:
        left.setdefault(finding.fingerprint, []).append(finding)
    new: list[Finding] = []
    old: list[Finding] = []
    still: list[Finding] = []
    for finding in now:
        same = left.get(finding.fingerprint)
        if not same:
            new.append(finding)
        elif same.pop(0).times < finding.times:
            still.append(finding)
        else:
            old.append(finding)
    gone = [finding for rest in left.values() for finding in rest]
    for finding in new:
        twin = next((other for other in gone if is_same_edited(finding, other)), None)
        if twin is None:
            still.append(finding)
        else:
            gone.remove(twin)
            old.append(finding)
    return sorted(still, key=lambda finding: finding.sort_key), sorted(
        old, key=lambda finding: finding.sort_key
    )


def is_same_edited(one: Finding, other: Finding) -> bool:
    """Whether `one` is what `other` was, in a sentence that was edited around it.

    What is told must still be the same words: mending one defect of a sentence excuses no other. Only where
    a finding is of most of its sentence may its words be edited, too.
    """
    if one.rule != other.rule or one.times > other.times:
        return False
    here, there = _words(one.context), _words(other.context)
    if not _alike(here, there):
        return False
    mine, theirs = _words(one.text), _words(other.text)
    return mine == theirs or (
        len(mine) >= MOST * len(here) and len(theirs) >= MOST * len(there) and _alike(mine, theirs)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two texts have half of their words in common."""
    if not mine or not theirs:
        return mine == theirs
    return len(mine & theirs) / len(mine | theirs) >= SAME_SENTENCE
