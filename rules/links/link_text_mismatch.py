from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import unquote

from presslint import Article, Bad, Finding, Good, Link, Rule, Severity, quoted, regex
from presslint.desk import FUNCTION_WORDS, target_of

ISSUE = regex(r"(?:[\w./-]{1,60})?#(\d{1,9})")
ISSUE_ADDRESS = regex(r"(?:/(?:issues|pulls?|merge_requests)/|\?id=)(\d{1,9})(?=[#/?]|\Z)")
NUMBERED = regex(r"(?<![\w-])([A-Za-z]{3,20})[ -](\d{1,4}(?:-\d{2,6})?)(?![\w.,-]*\d)")
VERSION = regex(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4}){2,3})(?![\d.])")
VERSION_ADDRESS = regex(r"(?<!\d)\d{1,4}(?:[._-]\d{1,4}){2,3}(?![\d])")
RUN_TOGETHER = regex(r"(?:version|release)[-_]?(\d{3,5})(?=[-_/]|\Z)")
CODE_NAME = regex(r"::(\w{5,60})[`()!]{0,4}\Z")
CODE_ANCHOR = regex(r"#(?:\w{1,20}\.)?(\w{5,60})\Z")
YEARS = range(1900, 2100)
DIGITS = regex(r"\d+")
SEPARATORS = regex(r"[._-]")
HOST = regex(r"(?:https?:)?//[^/]*")


class LinkTextMismatch(Rule):
    """A link leads to what its words name.

    “#109” over the address of issue 104, “Cohort 2” over `cohort-1.html`, “CVE-2017-15361” over the page of another
    one, “1.97.0” over the notes on 1.96.0: somebody copied a link and changed its words only. The rule compares a
    number in the words with the number that stands behind the same word in the address, and speaks only where
    both have as many figures and the words' own number stands nowhere in it; years are let be. Of versions those with three parts
    are compared, as a suggestion, for notes on a minor version are at times those of the major one.
    """

    severity = Severity.WARNING
    sources = ("Accuracy checklists: follow every link before publication",)
    needs = frozenset({"links"})
    reads = frozenset({"link"})
    examples: ClassVar = (
        Good(
            "See [#104](https://code.example.org/pier/issues/104) and [pier#7](https://code.example.org/pull/7).\n"
        ),
        Good(
            "See [Cohort 2](https://x.example.org/2025/cohort-2.html), [pier 17](/pier2017) or [SHA-256](/SHA-2).\n"
        ),
        Good(
            "See [Letter 5](https://x.example.org/the-letter/6408), [Week 7](/week-2025-07) or [since 2017](/since-2016).\n"
        ),
        Good("See [the notes on 1.97.0](https://x.example.org/notes.html#version-1970-2026-05-28).\n"),
        Good(
            "See [Boat 5.1](https://x.example.org/boat-5.0.2) and [Boat 19.4.1](https://x.example.org/boats/3.2.1).\n"
        ),
        Good(
            "See [`pier::open`](https://x.example.org/pier.html#method.open), [`a::use_it`](/use_all.html).\n"
        ),
        Bad(
            "See [#109]([[https://code.example.org/pier/issues/104]]) for the fares.\n",
            says="The link says “#109”, and its address leads to 104; correct the one that is wrong.",
            severity="warning",
        ),
        Bad(
            "See [#109] for the fares.\n\n[#109]: [[https://code.example.org/pier/issues/104]]\n",
            severity="warning",
        ),
        Bad(
            "See [Cohort 1](https://x.example.org/cohort-1.html) and [Cohort 2]([[https://x.example.org/cohort-1.html]]).\n",
            says="The link says “Cohort 2”, and its address leads to “cohort-1”; correct the one that is wrong.",
        ),
        Bad("See [Section 105 of the act]([[https://x.example.org/act.pdf#Section106]]).\n"),
        Bad("See [CVE-2017-15361]([[https://x.example.org/CVE-2017-12836/]]).\n", severity="warning"),
        Bad(
            "See [the notes on 1.97.0]([[https://x.example.org/notes.html#version-1960-2026-05-28]]).\n",
            says="The link says “1.97.0”, and its address leads to “version-1960”; correct the one that is wrong.",
            severity="warning",
        ),
        Bad(
            "See [Boat 5.25.5]([[https://x.example.org/boat/5/5.23.5/]]).\n",
            says="The link says “5.25.5”, and its address leads to “5.23.5”; correct the one that is wrong.",
            severity="suggestion",
        ),
        Bad(
            "See [`pier::strip_suffix`]([[https://x.example.org/pier.html#method.strip_prefix]]).\n",
            says="The link says “strip_suffix”, and its address leads to “strip_prefix”; correct the one that is wrong.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for link in article.links:
            if link.kind != "link" or not link.text.text or not link.target:
                continue
            found = _mismatch(link)
            if found:
                said, leads, severity = found
                yield self.finding(
                    target_of(article, link),
                    f"The link says {quoted(said)}, and its address leads to {leads}; correct the one that is wrong.",
                    severity=severity,
                )


def _mismatch(link: Link) -> tuple[str, str, Severity | None] | None:
    """What the words of a link name, and what its address names instead."""
    words, target = link.text.text.strip(), unquote(link.target.strip())
    host = HOST.match(target)
    path = target[host.end() :] if host else target
    issue, page = ISSUE.fullmatch(words), ISSUE_ADDRESS.search(path)
    if issue and page:
        return (words, page[1], None) if issue[1] != page[1] else None
    for labelled in NUMBERED.finditer(words):
        other = _numbered_otherwise(labelled[1].lower(), labelled[2], path)
        if other:
            return labelled[0], quoted(other), None
    return _version_mismatch(words, path) or _name_mismatch(words, path)


def _numbered_otherwise(label: str, number: str, path: str) -> str:
    """The same word with another number in an address that does not have this one."""
    if label in FUNCTION_WORDS or label not in path.lower() or (number.isdigit() and int(number) in YEARS):
        return ""
    figures = {figure.lstrip("0") for figure in DIGITS.findall(path)}
    own = [figure.lstrip("0") for figure in DIGITS.findall(number)]
    if figures.issuperset(own):
        return ""
    pattern = regex(rf"(?i)(?<![a-z]){label}[-_ /]?(\d{{1,4}}(?:-\d{{2,6}})?)(?!\d|\.\d|-\d)")
    found = list(pattern.finditer(path))
    if len(found) == 1 and len(found[0][1]) == len(number) and found[0][1] != number:
        return found[0][0]
    return ""


def _version_mismatch(words: str, path: str) -> tuple[str, str, Severity | None] | None:
    versions = VERSION.findall(words)
    if len(versions) != 1:
        return None
    parts = versions[0].split(".")
    run = RUN_TOGETHER.search(path)
    if run and len(run[1]) == sum(map(len, parts)) and run[1] != "".join(parts):
        return versions[0], quoted(run[0]), None
    others = VERSION_ADDRESS.findall(path)
    told = [SEPARATORS.split(other) for other in others]
    if len(told) != 1 or len(told[0]) != len(parts) or told[0][0] != parts[0] or "".join(parts) in path:
        return None
    if list(map(int, told[0])) != list(map(int, parts)):
        return versions[0], quoted(others[0]), Severity.SUGGESTION
    return None


def _name_mismatch(words: str, path: str) -> tuple[str, str, Severity | None] | None:
    """Two names of code, one of them an anchor, that have as many parts and differ in one."""
    name, other = CODE_NAME.search(words), CODE_ANCHOR.search(path)
    if not name or not other or name[1] in path:
        return None
    one, two = name[1].split("_"), other[1].split("_")
    if len(one) > 1 and len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1:
        return name[1], quoted(other[1]), None
    return None
