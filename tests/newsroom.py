"""Runs for report tests: a small newsroom's articles, built by hand so that no reader is needed."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from presslint.article import Article
from presslint.engine.lint import fingerprinted
from presslint.engine.run import ArticleResult, RuleInfo, Run, Skipped, Suppressed
from presslint.model.document import Block, Field, Kind, Link
from presslint.model.finding import Edit, Finding, Fix, Related, Severity
from presslint.model.passage import Part, Passage
from presslint.model.problem import FileProblem
from presslint.model.source import Source, Span

COUNCIL = """\
---
title: Council cuts night buses to save €2 million
author: Ana Ruiz
section: Metro
date: 2026-03-02
---

The city council voted on Tuesday to end night buses, the first cut to public transport in a decade, \
after three hours of debate in a packed chamber that ended shortly before midnight.

Several members opposed the plan, each with different reasons:

## What happens next

Fares rise 5% in May, said the the mayor, Joan Pell. “Nobody wanted this,” Pell said.

Critics say the saving is exaggerated. Experts say it is not. Observers say it is early.
"""

NIGHT = """\
---
title: 夜間バス、来年3月で廃止へ
author: 佐藤 花子
section: 国内
date: 2026-03-09
---

市議会は火曜日、夜間バスを廃止する案を可決した。年間2億円を節約できるという。

The café’s owner, Zoë, said the naïve plan would cost his cafe customers.
"""

CLEAN = """\
---
title: Library opens on Sundays
author: Tom Okafor
section: Culture
date: 2026-02-17
---

The central library will open on Sundays from April, the director, Mia Lund, said on Monday.
"""

HOSTILE = """\
---
title: "<script>alert(1)</script> & ::error::boom"
author: "]]> <img src=x onerror=alert(1)>"
section: "a|b `c` @team"
date: 2026-03-11
---

::error file=x::stolen ##[group]boo ##vso[task.complete]x \x1b[31mred\x1b[0m \x07 ]]> \
<script>alert(2)</script>

A \u202egnp.exe\u202c file and a\x0bvertical tab, “quoted” & 'single' | pipe `code` \
[link](javascript:alert(3)) ![i](x).
"""

HOSTILE_PATH = "a,b:c%\n[d] é<&>`|\"'.md"

RULES = {
    info.name: info
    for info in (
        RuleInfo(
            "dangling-list-lead-in",
            "structure",
            "A sentence that announces a list is followed by one.",
            "A colon is a promise. When the list is cut in editing, the sentence before it has to go too.",
            Severity.ERROR,
            "https://presslint.example/rules/dangling-list-lead-in",
            (),
            ("Desk practice",),
        ),
        RuleInfo(
            "doubled-word",
            "leftovers",
            "No word stands twice in a row.",
            "It is a slip of the keyboard that readers see at once.",
            Severity.ERROR,
            "https://presslint.example/rules/doubled-word",
            ("safe",),
        ),
        RuleInfo(
            "percent-sign",
            "numbers",
            "Running text spells out “percent”.",
            "House style. Headlines and tables keep the sign.",
            Severity.WARNING,
            "https://presslint.example/rules/percent-sign",
            ("unsafe",),
        ),
        RuleInfo(
            "unnamed-sources",
            "sourcing",
            "A claim names who makes it.",
            "“Critics say” can be anybody, and a reader cannot weigh anybody.",
            Severity.WARNING,
            "https://presslint.example/rules/unnamed-sources",
        ),
        RuleInfo(
            "one-spelling",
            "names",
            "A word is spelled one way through an article.",
            "Two spellings look like two things.",
            Severity.SUGGESTION,
            "https://presslint.example/rules/one-spelling",
            ("display",),
        ),
        RuleInfo("missing-links", "links", "An article links to its sources.", "", Severity.SUGGESTION),
    )
}


def place(source: Source, words: str, nth: int = 0) -> Span:
    """Where the `nth` occurrence of `words` stands."""
    at = -1
    for _ in range(nth + 1):
        at = source.text.index(words, at + 1)
    return Span(at, at + len(words))


def found(source: Source, rule: str, words: str, message: str, *, nth: int = 0, **more: object) -> Finding:
    """A finding on the `nth` occurrence of `words`, in its line as context."""
    span = place(source, words, nth)
    context = source.line(source.position(span.start).line)
    severity = more.pop("severity", RULES[rule].severity if rule in RULES else Severity.WARNING)
    return Finding(rule, severity, message, span, words, context, **more)  # type: ignore[arg-type]


def article_of(source: Source) -> Article:
    """A plain reading of the fixtures above: four fields, headings, paragraphs."""
    fields: dict[str, tuple[Field, ...]] = {}
    names = {"title": "headline", "author": "byline", "section": "section", "date": "published"}
    head, _, _ = source.text.partition("\n---\n")
    at = 4
    for line in head[4:].split("\n"):
        key, _, value = line.partition(": ")
        start = at + len(key) + 2
        quotes = value.startswith('"')
        passage = Passage.of(source, start + quotes, at + len(line) - quotes, Part.FIELD)
        day = date.fromisoformat(value) if key == "date" else value
        fields[names[key]] = (
            Field(names[key], key, passage, day, Span(start, at + len(line)), Span(at, at + len(key))),
        )
        at += len(line) + 1
    blocks = []
    at = len(head) + 5
    for part in source.text[at:].split("\n\n"):
        text = part.strip("\n")
        start = source.text.index(text, at) if text else at
        at = start + len(text)
        if not text:
            continue
        marks = len(text) - len(text.lstrip("# ")) if text.startswith("## ") else 0
        kind = Kind.HEADING if marks else Kind.PARAGRAPH
        passage = Passage.of(source, start + marks, at, Part.HEADING if marks else Part.PARAGRAPH)
        links: tuple[Link, ...] = ()
        if "](javascript:" in text:
            label = place(source, "link", source.text[: source.text.index("](javascript:")].count("link") - 1)
            links = (Link(Passage.of(source, *label), "javascript:alert(3)"),)
        blocks.append(Block(kind, Span(start, at), passage, level=2 if marks else 0, links=links))
    return Article(source, "markdown", tuple(blocks), fields, settings={"story-type": "news"})


def result_of(source: Source, findings: list[Finding], **more: object) -> ArticleResult:
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    made = ArticleResult.of(article_of(source), tuple(fingerprinted(ordered)), keep_article=True)
    return replace(made, **more)  # type: ignore[arg-type]


def council() -> ArticleResult:
    source = Source(COUNCIL, "content/2026/council.md")
    doubled, percent = place(source, "the the"), place(source, "5%")
    delete = Fix((Edit(Span(doubled.start + 3, doubled.end), ""),), "Delete the second “the”")
    spell_out = Fix((Edit(Span(percent.end - 1, percent.end), " percent"),), "Write “5 percent”", "unsafe")
    named = Related(place(source, "Joan Pell"), "the only named source")
    findings = [
        found(
            source,
            "dangling-list-lead-in",
            "each with different reasons:",
            "“each with different reasons:” announces a list, but a subhead follows; "
            "restore the list or finish the sentence.",
        ),
        found(source, "doubled-word", "the the", "“the” stands twice; delete one.", fixes=(delete,)),
        found(source, "percent-sign", "5%", "“5%” takes the word; write “5 percent”.", fixes=(spell_out,)),
        found(source, "unnamed-sources", "Critics say", "“Critics say” names nobody; say who."),
        found(source, "unnamed-sources", "Experts say", "“Experts say” names nobody; say who.", see=(named,)),
        found(source, "unnamed-sources", "Observers say", "“Observers say” names nobody; say who."),
    ]
    old = found(source, "percent-sign", "€2 million", "“€2 million” takes a comma here; ask the desk.")
    quiet = found(source, "one-spelling", "night buses", "“night buses” was “nightbuses” before.", nth=1)
    return result_of(
        source,
        findings,
        baselined=tuple(fingerprinted([old])),
        suppressed=(Suppressed(next(iter(fingerprinted([quiet]))), "the desk agreed"),),
        skipped=(Skipped("missing-links", "plain cannot carry links"),),
    )


def night() -> ArticleResult:
    source = Source(NIGHT, "content/2026/夜間バス.md")
    cafe = place(source, "cafe ")
    findings = [
        found(source, "percent-sign", "年間2億円", "“年間2億円” needs its source; say who counted."),
        found(
            source,
            "one-spelling",
            "cafe",
            "“cafe” is “café” above; keep one spelling.",
            nth=0,
            fixes=(Fix((Edit(Span(cafe.start, cafe.end - 1), "café"),), "Write “café”", "display"),),
            see=(Related(place(source, "café"), "first spelled here"),),
        ),
    ]
    return result_of(source, findings)


def hostile() -> ArticleResult:
    source = Source(HOSTILE, HOSTILE_PATH)
    line = next(line for line in HOSTILE.split("\n") if line.startswith("::error"))
    reversed_name, tab = "\u202egnp.exe\u202c", "a\x0bvertical"
    findings = [
        found(source, "percent-sign", line, f"{line}\n::warning::second | `line` @team."),
        found(source, "doubled-word", reversed_name, f"“{reversed_name}” is not “exe.png”;\0 write it."),
        found(
            source, "no-such-rule<b>", tab, "A tab, %0A and 100% sure: a,b]x;y.", severity=Severity.SUGGESTION
        ),
    ]
    return result_of(source, findings, skipped=(Skipped("x<y", "because | of `this` ::error::"),))


def clean() -> ArticleResult:
    return result_of(Source(CLEAN, "content/2026/library.md"), [])


def newsroom(*extra: ArticleResult) -> Run:
    """A run with an error, warnings, suggestions, a clean article, a baseline and a problem."""
    return Run(
        articles=(council(), night(), clean(), *extra),
        problems=(
            FileProblem("content/2026/scan.md", "not valid UTF-8 (byte 0xE9); save it as UTF-8", 3, 14),
        ),
        notices=("2 entries of the baseline are stale; `presslint baseline prune` drops them.",),
        failures=("the baseline has stale entries and `baseline.stale` is error",),
        tool_version="1.2.3",
        base="a1b2c3d",
        rules=RULES,
    )
