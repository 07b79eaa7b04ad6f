"""The baseline: findings that a house lives with for now, one JSON object a line.

    {"path": "news/ferry.md", "rule": "missing-byline", "fp": "9f1c…", "text": "…", "since": "2026-05-05"}

No counts and no line numbers, sorted, so that two branches merge without conflict. An entry may have
an `owner` and an `expires` date. An entry of a file that is gone still holds for the same words in
another file: a rename loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.engine.run import ArticleResult, Run
from presslint.model.errors import FileError
from presslint.model.finding import Finding
from presslint.reading.datafile import Unusable, read_text

FIELDS = ("path", "rule", "fp", "key", "text", "since", "owner", "expires")


class BaselineError(FileError):
    """A baseline that cannot be read."""


class Entry(Struct, frozen=True):
    """One finding that is known. `key` is the looser identity: rule and words without the sentence."""

    path: str
    rule: str
    fp: str
    key: str = ""
    text: str = ""
    since: str = ""
    owner: str = ""
    expires: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        return (self.path, self.rule, self.fp)

    def is_expired(self, today: date) -> bool:
        return bool(self.expires) and date.fromisoformat(self.expires) < today

    def line(self) -> str:
        values = {name: getattr(self, name) for name in FIELDS if getattr(self, name)}
        return json.dumps(values, ensure_ascii=False)


def entry_for(path: str, finding: Finding, today: date) -> Entry:
    """The entry that makes a finding known."""
    words = " ".join(finding.text.split())
    return Entry(path, finding.rule, finding.fingerprint, loose_key(finding), words[:60], today.isoformat())


def loose_key(finding: Finding) -> str:
    """Identity without the sentence around the finding."""
    words = f"{finding.rule}\x1f{' '.join(finding.text.split())}"
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_baseline(path: Path, text: str | None = None) -> list[Entry]:
    """The entries of a file; an absent file has none. Raises BaselineError with the line."""
    if text is None:
        if not path.exists():
            return []
        try:
            text = read_text(path)
        except Unusable as error:
            raise BaselineError(path, error.reason, error.line) from None
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise BaselineError(
                path,
                "a merge conflict; keep the lines of both sides (the git attribute merge=union does it for you)",
                number,
            )
        try:
            entries.append(_entry(line))
        except ValueError as error:
            raise BaselineError(path, str(error), number) from None
    return entries


def _entry(line: str) -> Entry:
    """Raises ValueError with what is wrong with the line."""
    try:
        values: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("not a JSON object; every line is one entry") from None
    if not isinstance(values, dict):
        raise ValueError("not a JSON object; every line is one entry")
    for name in ("path", "rule", "fp"):
        if not isinstance(values.get(name), str):
            raise ValueError(f"the entry has no “{name}”")
    unknown = [name for name in values if name not in FIELDS]
    if unknown:
        raise ValueError(f"unknown key “{unknown[0]}”; an entry has {', '.join(FIELDS)}")
    entry = Entry(**{name: str(value) for name, value in values.items()})
    for name in ("since", "expires"):
        written = getattr(entry, name)
        try:
            if written:
                date.fromisoformat(written)
        except ValueError:
            raise ValueError(f"“{written}” is no date; write 2027-01-31") from None
    return entry


def write_baseline(path: Path, entries: Iterable[Entry]) -> None:
    """Write the file anew, sorted, in one step."""
    text = "".join(f"{entry.line()}\n" for entry in sorted(set(entries), key=lambda entry: entry.order))
    partial = path.with_name(f"{path.name}.part")
    partial.write_text(text, encoding="utf-8", newline="\n")
    partial.replace(path)


class Matched(Struct):
    """A run with its known findings set apart, and the entries that matched nothing.

    `used` maps each entry that matched to the file where it did, which a rename may have changed.
    """

    run: Run
    used: dict[Entry, str] = field(default_factory=dict)
    stale: list[Entry] = field(default_factory=list)
    expired: list[Entry] = field(default_factory=list)


def apply_baseline(
    run: Run,
    entries: Sequence[Entry],
    *,
    today: date,
    by: str = "context",
    root: Path = Path("."),
    whole: bool = True,
) -> Matched:
    """Set known findings apart. `by` is `context` or `text`; `root` is what entry paths are relative to.

    Only entries of files that this run read, or of files that are gone, can be stale; with `whole`
    False (a run of some rules only) none is.
    """
    expired = [entry for entry in entries if entry.is_expired(today)]
    live = [entry for entry in entries if not entry.is_expired(today)]
    here: dict[tuple[str, str, str], list[Entry]] = {}
    homeless: dict[tuple[str, str], list[Entry]] = {}
    for entry in live:
        identity = entry.key if by == "text" and entry.key else entry.fp
        here.setdefault((entry.path, entry.rule, identity), []).append(entry)
        if not (root / entry.path).exists():
            homeless.setdefault((entry.rule, identity), []).append(entry)
    used: dict[Entry, str] = {}

    def known(path: str, finding: Finding) -> bool:
        identity = loose_key(finding) if by == "text" else finding.fingerprint
        for candidates in (
            here.get((path, finding.rule, identity), []),
            homeless.get((finding.rule, identity), []),
        ):
            for entry in candidates:
                if entry not in used:
                    used[entry] = path
                    return True
        return False

    articles = []
    for result in run.articles:
        path = relative(result.path, root)
        old = [finding for finding in result.findings if known(path, finding)]
        new = tuple(finding for finding in result.findings if finding not in old)
        articles.append(replace(result, findings=new, baselined=_sorted(result, old)))
    read = {relative(result.path, root) for result in run.articles}
    stale = [
        entry
        for entry in live
        if whole and entry not in used and (entry.path in read or not (root / entry.path).exists())
    ]
    return Matched(replace(run, articles=tuple(articles)), used, stale, expired)


def _sorted(result: ArticleResult, more: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted((*result.baselined, *more), key=lambda finding: finding.sort_key))


def relative(path: str, root: Path) -> str:
    """A path as the baseline holds it: relative to its folder, with `/`."""
    try:
        return Path(path).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return Path(path).as_posix()
