"""What a rule reports: a finding with its place, its severity and, where one exists, its fix."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from presslint.model.source import Span


class Severity(IntEnum):
    """How much it matters, in rising order; OFF is only for config."""

    OFF = 0
    SUGGESTION = 1  # worth a glance; never moves the exit code by default
    WARNING = 2  # a desk editor would ask
    ERROR = 3  # no editor would defend it

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, text: str) -> Severity:
        """Raises ValueError for anything but off, suggestion, warning, error."""
        try:
            return cls[text.strip().upper()]
        except KeyError:
            raise ValueError(f"“{text}” is no severity; use error, warning, suggestion or off") from None


class Edit(Struct, frozen=True):
    """Replace the source's characters of `span` by `text`."""

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """Edits that belong together: all of them or none.

    `safe` fixes change mechanics only and `--fix` applies them; `unsafe` ones change words and need
    `--unsafe-fixes`; `display` ones are shown and never applied.
    """

    edits: tuple[Edit, ...]
    label: str  # what the fix does, as a command: “Delete the second “the””
    applicability: str = "safe"  # safe | unsafe | display


class Related(Struct, frozen=True):
    """Another place that the finding speaks of."""

    span: Span
    label: str  # “first spelled here”


class Place(Struct, frozen=True):
    """Another place of the same defect, which a report tells with the first."""

    span: Span
    fingerprint: str = ""
    place: str = ""  # as in Finding


class Finding(Struct, frozen=True):
    """One thing an editor would mark.

    `span` is code points of the article's source. `text` is what stands there, `context` the
    sentence around it: both feed `fingerprint`, which survives moved lines and reflow. `also` names
    rules whose finding on the same place was merged into this one. `places` are other places of the
    article with the same defect, `paths` the other files of which it is said; both are filled just
    before a run is reported (`presslint.engine.folding`). `times` counts the places that a finding speaks of,
    where one more of them makes it worse: a paragraph that stands three times.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    text: str = ""
    context: str = ""
    fixes: tuple[Fix, ...] = ()
    see: tuple[Related, ...] = ()
    also: tuple[str, ...] = ()
    place: str = ""  # a human place where lines mean nothing: “paragraph 12”, “$.headlines.basic”
    fingerprint: str = ""
    places: tuple[Place, ...] = ()
    paths: tuple[str, ...] = ()
    times: int = 0

    @property
    def sort_key(self) -> tuple[int, int, int, str]:
        return (self.span.start, -self.severity, self.span.end, self.rule)


def and_others(count: int, one: str, many: str) -> str:
    """What a message says of further places: nothing of none, `one` of a single one, `many` with their number."""
    return "" if count == 0 else one if count == 1 else many.format(count)


def quoted(text: str, limit: int = 60) -> str:
    """Words in “quotes” for a message: on one line, cut in the middle when longer than `limit`."""
    words = " ".join(text.replace("\ufffc", " ").split())  # what a passage masks is no word to show
    if len(words) > limit:
        head = words[: limit * 2 // 3].rsplit(" ", 1)[0]
        tail = words[-limit // 3 :].split(" ", 1)[-1]
        words = f"{head} … {tail}"
    return f"“{words}”"
