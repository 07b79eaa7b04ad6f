"""One defect, one finding: what a run found, rolled up for people once known findings are set apart.

    run ──the same lack all over a folder──▶ one finding ──repeats in an article──▶ one finding

Rules, suppressions, fixes, the baseline and the comparison with a base work on single places, so that a
new place of an old defect is new. Only what is left is rolled up, just before it is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Edit, Finding, Fix, Place, quoted
from presslint.model.regex import regex

if TYPE_CHECKING:
    from presslint.packs.index import Declaration

REPEATS = 4  # findings with the same words and message; fewer are mended one by one
FEWEST = 20  # articles of a folder, below which nothing is said of the folder
SHARE = 0.9  # of its articles that must have the same finding
FIGURES = regex(r"\d+")
CITED = regex("“.*”", re.S)
NAMED = 4  # of the places rolled up, whose words are named
Find = Callable[[str], "Declaration | None"]  # what is known of a rule, by its name


def folded(run: Run, entries: Sequence[Mapping[str, Declaration]], *, site: bool = True) -> Run:
    """The run with repeats told once; with `site`, also what nearly all articles of a folder share."""

    @cache
    def entry(name: str) -> Declaration | None:
        return next((each[name] for each in entries if name in each), None)

    results = list(run.articles)
    if site and len(results) >= FEWEST:
        results = _site(results, entry)
    results = [
        replace(result, findings=tuple(_article(result.findings, entry)))
        if len(result.findings) > 1
        else result
        for result in results
    ]
    return replace(run, articles=tuple(results))


# -- an article -------------------------------------------------------------------------------------


def _article(findings: Sequence[Finding], entry: Find) -> Iterator[Finding]:
    """The findings of an article with repeats of one cause in the first of them."""
    by_rule: dict[tuple[Any, ...], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(_kind(finding), []).append(finding)
    hosts: dict[int, Finding] = {}
    guests: set[int] = set()
    for group in by_rule.values():
        for each, message in _rolled_up(group, entry(group[0].rule)):
            hosts[id(each[0])] = _joined(each, message)
            guests.update(map(id, each[1:]))
    for finding in findings:
        if id(finding) not in guests:
            yield hosts.get(id(finding), finding)


def _rolled_up(
    group: Sequence[Finding], entry: Declaration | None
) -> Iterator[tuple[Sequence[Finding], str]]:
    """Of findings of a kind, those that are told as one, with what is said of them."""
    if len(group) == 1:
        return
    as_one = entry.as_one if entry is not None else ""
    above = entry.as_one_above if entry is not None else 0
    for part in _of_one_shape(group) if "{what}" in as_one else [group]:
        if as_one and len(part) > above:
            yield part, as_one.format(**_said_of(part))
            continue
        for alike in _alike(part):
            if len(alike) >= REPEATS:
                yield alike, _counted(alike[0].message, len(alike))


def _of_one_shape(group: Sequence[Finding]) -> list[list[Finding]]:
    """Findings whose messages differ in what they quote and count only, so that the first speaks for all."""
    found: dict[tuple[str, ...], list[Finding]] = {}
    for finding in group:
        halves = finding.message.rpartition("; ")
        shape = tuple(FIGURES.sub("0", CITED.sub("“”", half)) for half in halves)
        found.setdefault(shape, []).append(finding)
    return list(found.values())


def _said_of(group: Sequence[Finding]) -> dict[str, str]:
    """What `as_one` can say of several findings; see `AS_ONE` in `presslint.packs.rule`."""
    what, _, remedy = group[0].message.removesuffix(".").rpartition("; ")
    others = len(group) - 1
    places = f"{others:,} more place{'s' if others > 1 else ''}"
    texts = list(dict.fromkeys(each.text for each in group[1:] if each.text.strip()))
    names = [quoted(text) for text in texts[:NAMED]]
    left = others - len(names)
    listed = f"{', '.join(names)} and {left:,} more" if left else ", ".join(names)
    return {
        "count": str(len(group)),
        "what": what,
        "remedy": remedy,
        "places": places,
        "names": listed if names else places,
    }


def _kind(finding: Finding) -> tuple[Any, ...]:
    """Findings that may be told as one: of a rule, of a level, with fixes that can be trusted alike."""
    return (finding.rule, finding.severity, finding.also, tuple(fix.applicability for fix in finding.fixes))


def _alike(group: Sequence[Finding]) -> list[list[Finding]]:
    """Findings with the same words and the same message; figures of a message are where something stands."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in group:
        words = " ".join(finding.text.split())
        found.setdefault((words, FIGURES.sub("0", finding.message)), []).append(finding)
    return list(found.values())


def _counted(message: str, count: int) -> str:
    """A message that says how often: “… (3 times in this article).”"""
    stop = "." if message.endswith(".") else ""
    return f"{message.removesuffix('.')} ({count:,} times in this article){stop}"


def _joined(group: Sequence[Finding], message: str) -> Finding:
    """The first of some findings, with the places and the fixes of all."""
    first = group[0]
    return replace(
        first,
        message=message,
        fixes=tuple(_one_fix(fixes) for fixes in zip(*(each.fixes for each in group), strict=True)),
        places=tuple(Place(each.span, each.fingerprint, each.place) for each in group[1:]),
    )


def _one_fix(fixes: Sequence[Fix]) -> Fix:
    """Fixes of several places as one that mends them all."""
    edits: dict[Edit, None] = {edit: None for fix in fixes for edit in fix.edits}
    first = fixes[0]
    return Fix(tuple(edits), f"{first.label} ({len(fixes):,} places)", first.applicability)


# -- a site ----------------------------------------------------------------------------------------


class _Shared(Struct, eq=False):
    """A finding that several articles have: the numbers of the articles, and the first as an example."""

    finding: Finding
    articles: dict[int, None]
    texts: set[str]


def _site(results: Sequence[ArticleResult], entry: Find) -> list[ArticleResult]:
    """The results, with what nearly all articles of a folder share told once, on the first of them."""
    shared: dict[tuple[Any, ...], _Shared] = {}
    for number, result in enumerate(results):
        for finding in result.findings:
            group = shared.setdefault(_cause(finding, entry), _Shared(finding, {}, set()))
            group.articles[number] = None
            group.texts.add(finding.text)
    wide = {cause: group for cause, group in shared.items() if len(group.articles) >= FEWEST}
    if not wide:
        return list(results)
    folders = _Folders(results)
    told: dict[int, list[Finding]] = {}
    gone: dict[int, set[tuple[Any, ...]]] = {}
    for cause, group in wide.items():
        for folder, having, of in folders.full_of(group.finding.rule, group.articles):
            first = _first(results[having[0]], cause, entry)
            said = _of_folder(first, group, folder, (len(having), of), entry)
            others = tuple(results[number].path for number in having[1:])
            told.setdefault(having[0], []).append(replace(said, paths=others))
            for number in having:
                gone.setdefault(number, set()).add(cause)
    folded_results = []
    for number, result in enumerate(results):
        if number in gone:
            left = [each for each in result.findings if _cause(each, entry) not in gone[number]]
            found = sorted([*told.get(number, ()), *left], key=lambda finding: finding.sort_key)
            result = replace(result, findings=tuple(found))
        folded_results.append(result)
    return folded_results


def _cause(finding: Finding, entry: Find) -> tuple[Any, ...]:
    """What findings of several articles have in common; the words take no part in a lack."""
    known = entry(finding.rule)
    words = "" if known is not None and known.lack else " ".join(finding.text.split())
    return finding.rule, finding.severity, finding.message, words


def _first(result: ArticleResult, cause: tuple[Any, ...], entry: Find) -> Finding:
    return next(each for each in result.findings if _cause(each, entry) == cause)


def _of_folder(
    finding: Finding, group: _Shared, folder: str, counts: tuple[int, int], entry: Find
) -> Finding:
    """A finding as said of a folder: how many of its articles, and what the house can do."""
    having, of = counts
    where = f" under {folder}" if folder not in ("", ".", "/") else ""
    under = f"the {of:,} articles{where}"
    known = entry(finding.rule)
    lack = known.lack if known is not None else ""
    way_out = f"if the house wants it so, write `rules: {{{finding.rule}: off}}` in presslint.yaml"
    if lack and (len(group.texts) > 1 or not finding.text):
        said = f"None of {under} has {lack}" if having == of else f"{having:,} of {under} lack {lack}"
        return replace(finding, message=f"{said}; {way_out}.", fixes=())
    share = f"All {under.removeprefix('the ')}" if having == of else f"{having:,} of {under}"
    return replace(
        finding,
        message=f"{share} have the same: {finding.message.removesuffix('.')}. "
        f"Mend it where they get it from; {way_out}.",
        fixes=(),
    )


def _parents(path: str) -> Iterator[str]:
    """The folders that a path stands in, from the inside out; the outermost is “/” or nothing."""
    at = len(path)
    while (at := path.rfind("/", 0, at)) > 0:
        yield path[:at]
    yield "/" if path.startswith("/") else ""


class _Folders:
    """The folders of a run as a tree, with the numbers of the articles under each."""

    def __init__(self, results: Sequence[ArticleResult]) -> None:
        self.results = results
        self.under: dict[str, list[int]] = {}
        self.inside: dict[str, dict[str, None]] = {}
        self.roots: dict[str, None] = {}
        for number, result in enumerate(results):
            above = list(_parents(result.path))
            for folder in above:
                self.under.setdefault(folder, []).append(number)
            for child, parent in pairwise(above):
                self.inside.setdefault(parent, {})[child] = None
            self.roots[above[-1]] = None

    def full_of(self, rule: str, having: Mapping[int, None]) -> Iterator[tuple[str, list[int], int]]:
        """The highest folders nearly all of whose articles are in `having`: folder, these, and of how many."""
        waiting = list(self.roots)
        while waiting:
            folder = waiting.pop()
            here = [number for number in self.under.get(folder, ()) if number in having]
            if len(here) < SHARE * FEWEST:
                continue
            judged = sum(
                all(skipped.rule != rule for skipped in self.results[number].skipped)
                for number in self.under[folder]
            )
            if judged >= FEWEST and len(here) >= SHARE * judged:
                yield self._deepest(folder), here, judged
            else:
                waiting.extend(self.inside.get(folder, ()))

    def _deepest(self, folder: str) -> str:
        """The folder below which the articles really begin, so that its name says something."""
        while len(self.inside.get(folder, ())) == 1:
            (only,) = self.inside[folder]
            if len(self.under[only]) < len(self.under[folder]):
                break
            folder = only
        return folder
