"""One HTML file for editors who never open a terminal: what to fix first, and each story as marked copy.

The file loads nothing and needs no script to be read. The list and every story stand in `noscript`
elements: without a script they are the page, with it they are text until the script sets the part that
is asked for, so that thousands of stories cost nothing while they are closed. What it filters and sorts
by is JSON beside them. Articles are untrusted: their text is escaped in `galley`, and a content policy
stops what should get through.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from presslint.config.editurl import is_edit_url
from presslint.engine.run import ArticleResult, Run, Verdict
from presslint.language.languages import ENGLISH
from presslint.model.finding import Finding, Severity, quoted
from presslint.report import ReportOptions, charts
from presslint.report.charts import icon
from presslint.report.galley import LEVEL, Galley, Note, Row, esc, numbered
from presslint.report.jsontext import dumps
from presslint.report.records import Json
from presslint.report.screen import also_at, clipped, one_line
from presslint.report.statistics import GROUPS, Bin, by_time, long_date, tally
from presslint.report.statistics import Row as Tally
from presslint.report.tally import by_severity, plural

PAGE = Path(__file__).parent / "page"
NUMBERS = ("no", *ENGLISH.numbers[1:10])
CLASS = {Verdict.FIX: "fix", Verdict.ASK: "ask", Verdict.PUBLISH: "publish"}
SHAPE = {Verdict.FIX: "error", Verdict.ASK: "warning", Verdict.PUBLISH: "publish"}
ORDER = (Verdict.FIX, Verdict.ASK, Verdict.PUBLISH)
COPY_BUDGET = 16_000_000  # characters of set copy; articles beyond it show excerpts only
MOST_BARS = 12  # rows of a chart; the others are one bar
EXCERPTS_ONLY = "Only the passages with notes are shown; the story itself was not at hand."
Story = tuple[str, ArticleResult]  # with the id that it has on the page

APPLIED = {"safe": "safe to apply", "unsafe": "changes words", "display": "by hand"}


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """The page in pieces: front page, stories with findings worst first, rules, colophon."""
    style = (PAGE / "style.css").read_text(encoding="utf-8")
    script = (PAGE / "script.js").read_text(encoding="utf-8")
    seal = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{seal}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = esc(options.title or "Desk report")
    stories = _in_order(run)
    yield (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}: {esc(_statement(run))}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    yield '<a class="skip" href="#stories">Skip to the list of stories</a>\n'
    yield (PAGE / "shapes.svg").read_text(encoding="utf-8")
    yield from _masthead(run, options, title)
    yield "<main>\n"
    yield from _problems(run)
    yield from _stories(run, stories, options)
    yield from _figures(run)
    yield from _copy(run, stories, options)
    yield from _rules(run, options)
    yield "</main>\n"
    yield from _colophon(run)
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _in_order(run: Run) -> list[Story]:
    """Articles with the ids that they have on the page, worst first."""
    named = [(f"s{number}", result) for number, result in enumerate(run.articles, 1)]
    named.sort(
        key=lambda story: (
            ORDER.index(story[1].verdict),
            -story[1].count(Severity.ERROR),
            -story[1].count(Severity.WARNING),
            -len(story[1].findings),
        )
    )
    return named


# -- front page ------------------------------------------------------------------------------------


def _statement(run: Run) -> str:
    """The run as a headline: “Two stories to fix first, one to ask about”."""
    verdicts = [result.verdict for result in run.articles]
    asks = ((verdicts.count(Verdict.FIX), "to fix first"), (verdicts.count(Verdict.ASK), "to ask about"))
    parts = [(count, what) for count, what in asks if count]
    if not verdicts:
        return "No stories read"
    if not parts:
        return (
            "The story is ready" if len(verdicts) == 1 else f"All {_number(len(verdicts))} stories are ready"
        )
    (count, what), *rest = parts
    first = f"{_number(count)} {'story' if count == 1 else 'stories'} {what}"
    return ", ".join([first[0].upper() + first[1:], *(f"{_number(count)} {what}" for count, what in rest)])


def _standfirst(run: Run) -> str:
    """The numbers in a sentence."""
    counts = run.counts
    found = by_severity(counts)
    of = plural(counts.articles, "story")
    unread = sum(problem.kind != "rule-crash" for problem in run.problems)
    text = f"{found} in {counts.flagged:,} of {of}" if found else f"Nothing to mend in {of}"
    more = [
        f"{number:,} {what}"
        for number, what in (
            (counts.baselined, "known before"),
            (counts.suppressed, "silenced by the desk"),
            (unread, "file not read" if unread == 1 else "files not read"),
        )
        if number
    ]
    return "; ".join([text, *more]) + "."


def _number(count: int) -> str:
    """Newspapers spell out numbers below ten."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def _masthead(run: Run, options: ReportOptions, title: str) -> Iterator[str]:
    folio = [plural(run.counts.articles, "story")]
    folio.append(plural(run.counts.words, "word"))
    if options.today:
        folio.append(long_date(options.today))
    if run.base:
        folio.append(f"compared with {esc(run.base[:12])}")
    yield '<header class="masthead">\n'
    yield f'<p class="flag">{title}</p>\n<p class="folio">{" · ".join(folio)}</p>\n'
    yield f"<h1>{esc(_statement(run))}</h1>\n"
    yield f'<p class="standfirst">{_standfirst(run)}</p>\n'
    verdicts = [result.verdict for result in run.articles]
    yield charts.parts((CLASS[verdict], verdicts.count(verdict)) for verdict in ORDER)
    yield '<ul class="legend">\n'
    for verdict in ORDER:
        yield (
            f'<li class="{CLASS[verdict]}">{icon(SHAPE[verdict])}<b>{verdicts.count(verdict):,}</b> '
            f"{verdict.value}</li>\n"
        )
    yield "</ul>\n"
    if run.counts.new:
        yield (
            '<nav class="jumps" aria-label="On this page"><a href="#stories">Stories</a> '
            '<a href="#figures">What was found</a> <a href="#rules">The rules</a></nav>\n'
        )
    yield "</header>\n"


def _problems(run: Run) -> Iterator[str]:
    """Files that nobody judged come before everything: a story may be hidden in them."""
    for failure in run.failures:
        yield f'<p class="notice failure">{icon("error")}{esc(failure)}</p>\n'
    if run.problems:
        yield '<section class="problems" aria-labelledby="problems">\n'
        yield '<h2 id="problems">Could not be read</h2>\n<ul>\n'
        for problem in run.problems:
            place = f"{icon('error')}<code>{_path(problem.place)}</code>"
            yield f"<li>{place} {esc(one_line(problem.message))}</li>\n"
        yield "</ul>\n</section>\n"
    for notice in run.notices:
        yield f'<p class="notice">{esc(notice)}</p>\n'


# -- the list --------------------------------------------------------------------------------------


class Choices(Struct, frozen=True):
    """What the list can be filtered by, each name with the number that stands for it on the page."""

    rules: Mapping[str, int]
    desks: Mapping[str, int]
    authors: Mapping[str, int]

    @classmethod
    def of(cls, run: Run) -> Choices:
        return cls(*(_by_number(row.name for row in tally(run, by)) for by in ("rule", "section", "author")))


def _by_number(names: Iterable[str]) -> dict[str, int]:
    ordered = sorted(names, key=lambda name: (name.casefold(), name))
    return {name: number for number, name in enumerate(ordered)}


def _stories(run: Run, stories: Sequence[Story], options: ReportOptions) -> Iterator[str]:
    """All stories with what was found in them, worst first; those that are clean are folded away."""
    if not stories:
        return
    choices = Choices.of(run)
    flagged = [(slug, result) for slug, result in stories if result.findings]
    clean = [(slug, result) for slug, result in stories if not result.findings]
    yield '<section class="stories" aria-labelledby="stories">\n<h2 id="stories" tabindex="-1">Stories</h2>\n'
    yield from _tools(run, choices, options)
    if flagged:
        yield '<noscript class="list"><ol class="list">\n'
        for slug, result in flagged:
            yield from _entry(slug, result, options)
        yield "</ol></noscript>\n"
    if clean:
        number = plural(len(clean), "story")
        yield f'<details class="clean"><summary><b>{number}</b> with nothing to mend</summary>\n'
        yield '<noscript class="clean"><ul class="ready">\n'
        for _, result in clean:
            path = f'<code class="path">{_path(result.path)}{_key(result)}</code>'
            yield f'<li class="entry"><b>{_title(result)}</b> {_small(result)} {path}</li>\n'
        yield "</ul></noscript>\n</details>\n"
    if flagged:
        yield STEPS
    yield "</section>\n"
    data = {
        "rules": list(choices.rules),
        "desks": list(choices.desks),
        "authors": list(choices.authors),
        "stories": [_data(slug, result, choices, options) for slug, result in flagged],
        "clean": [_data(slug, result, choices, options) for slug, result in clean],
    }
    text = dumps(data).replace("<", "\\u003c")
    yield f'<script type="application/json" class="data">{text}</script>\n'


def _data(slug: str, result: ArticleResult, choices: Choices, options: ReportOptions) -> Json:
    """What the script filters and sorts a story by; it comes in the order of the list."""
    day = result.published_on
    return {
        "slug": slug,
        "file": f"{result.path}#{result.key}",
        "title": result.title,
        "more": f"{result.path} {result.byline} {result.section}",
        "desk": [choices.desks[name] for name in _named("section", result) if name in choices.desks],
        "authors": [choices.authors[name] for name in _named("author", result) if name in choices.authors],
        "day": day.isoformat() if day else "",
        "findings": [
            {
                "id": note.mark_id,
                "level": note.level,
                "rule": choices.rules[note.finding.rule],
                "mark": note.finding.fingerprint or f"{note.finding.rule} {note.number}",
                "message": note.finding.message,
            }
            for note in numbered(result.findings, slug, options.show)
        ],
    }


def _named(by: str, result: ArticleResult) -> Iterable[str]:
    """The desk or the authors of a story, as the figures count them."""
    return GROUPS[by](Run(), result, None)


STEPS = (
    '<div class="steps" role="group" aria-label="Findings" hidden><button type="button" class="previous">'
    '<span aria-hidden="true">\u2191</span> Previous</button><span class="at"></span>'
    '<button type="button" class="next">Next <span aria-hidden="true">\u2193</span></button></div>\n'
)
LEVELS = {Severity.ERROR: "errors", Severity.WARNING: "errors and warnings", Severity.SUGGESTION: "all"}
ORDERS = {"worst": "worst first", "newest": "newest", "oldest": "oldest", "title": "headline"}
KEYS = (
    ("j or n", "next finding"),
    ("k or p", "previous finding"),
    ("x", "mark it done, or not"),
    ("e", "edit the story"),
    ("/", "find"),
    ("Esc", "close the story"),
)


def _tools(run: Run, choices: Choices, options: ReportOptions) -> Iterator[str]:
    """What the script works with; hidden where it does not run."""
    orders = dict(ORDERS)
    yield (
        '<form class="tools" role="search" autocomplete="off" hidden>\n<label class="find">Find <input type="search" name="find" '
        'placeholder="headline, message, rule"></label>\n'
    )
    first = min(options.show, run.worst) if run.counts.new else options.show
    levels = ((LEVEL[severity], label) for severity, label in LEVELS.items())
    yield _select("level", "Level", levels, LEVEL.get(first, ""))
    for name, names in (("rule", choices.rules), ("desk", choices.desks), ("author", choices.authors)):
        if len(names) > 1:
            numbers = ((str(number), clipped(each, 60)) for each, number in names.items())
            yield _select(name, name.capitalize(), (("", "all"), *numbers))
            if name != "rule":
                orders[name] = name
    yield _select("sort", "Sort by", orders.items())
    yield '<label class="box"><input type="checkbox" name="hide"> Hide what is done</label>\n</form>\n'
    yield '<p class="said" aria-live="polite" hidden></p>\n'
    yield '<details class="keys" hidden><summary>Keys and printing</summary>\n<dl>\n'
    yield "".join(f"<div><dt>{key}</dt><dd>{what}</dd></div>\n" for key, what in KEYS)
    yield '</dl>\n<p><label class="box"><input type="checkbox" name="keys" checked> Use these keys</label></p>\n'
    yield (
        "<p>Printing takes the list as it stands and the stories that are open in it. "
        '<span class="lasting">What is done is kept in this browser, nowhere else.</span></p>\n</details>\n'
    )


def _select(name: str, label: str, choices: Iterable[tuple[str, str]], chosen: str = "") -> str:
    items = "".join(
        f'<option value="{value}"{" selected" if value and value == chosen else ""}>{esc(text)}</option>'
        for value, text in choices
    )
    return f'<label>{label} <select name="{name}">{items}</select></label>\n'


def _entry(slug: str, result: ArticleResult, options: ReportOptions) -> Iterator[str]:
    """A story in the list: its headline, who, where and when, and what was found."""
    yield f'<li class="entry">{_badge(result.verdict)}<h3 class="title"><a href="#{slug}">{_title(result)}</a></h3>\n'
    path = f'<code class="path">{_path(result.path)}{_key(result)}</code>'
    edit = _edit(result, result.findings[0], options, "Edit")
    yield f'<p class="small">{" · ".join(part for part in (_small(result), path, edit) if part)}</p>\n'
    yield '<ul class="found">\n'
    for note in numbered(result.findings, slug, options.show):
        yield (
            f'<li><a href="#{note.mark_id}">{icon(note.level)}<span class="unseen">{note.level}: </span>'
            f"{esc(one_line(note.finding.message))}</a> "
            f'<code class="rule">{esc(note.finding.rule)}</code></li>\n'
        )
    yield "</ul></li>\n"


def _title(result: ArticleResult) -> str:
    return f"<bdi>{esc(clipped(result.title, 200))}</bdi>"


def _small(result: ArticleResult) -> str:
    """Who, where and when, on one line."""
    day = result.published_on
    published = long_date(day) if day else esc(clipped(one_line(result.published), 30))
    byline = esc(clipped(", ".join(dict.fromkeys(map(one_line, result.bylines))), 120))
    named = [f"<bdi>{part}</bdi>" for part in (byline, esc(one_line(result.section))) if part]
    return " · ".join([*named, published] if published else named)


def _edit(result: ArticleResult, finding: Finding, options: ReportOptions, label: str) -> str:
    """The link to where a finding can be mended, where the desk has said how."""
    if not is_edit_url(options.edit_url):
        return ""
    line = str(result.start(finding).line)
    address = options.edit_url.replace("{line}", line).replace(
        "{path}", quote(result.path.encode("utf-8", "replace"), safe="/")
    )
    title = f'<span class="unseen"> {_title(result)}</span>'
    return (
        f'<a class="edit" href="{esc(address)}" target="_blank" rel="noreferrer noopener">{label}{title}</a>'
    )


def _badge(verdict: Verdict) -> str:
    return f'<span class="badge {CLASS[verdict]}">{icon(SHAPE[verdict])}{verdict.value}</span>'


def _path(path: str) -> str:
    """A path that may break behind its slashes."""
    return esc(path.replace("\n", "\u240a")).replace("/", "/<wbr>")


def _key(result: ArticleResult) -> str:
    return f" ({esc(one_line(result.key))})" if result.key else ""


# -- figures ---------------------------------------------------------------------------------------


def _figures(run: Run) -> Iterator[str]:
    """What was found, by rule, over time, by section and author."""
    rules = tally(run, "rule")
    if not rules:
        return
    yield '<section class="figures" aria-labelledby="figures">\n<h2 id="figures">What was found</h2>\n'
    yield '<p class="key">'
    yield " ".join(f"<span>{charts.swatch(level)}{level}</span>" for level in charts.LEVELS)
    yield '</p>\n<div class="charts">\n'
    yield from _bars("By rule", rules, "rule")
    yield from _timeline(*by_time(run))
    for title, by in (("By section", "section"), ("By author", "author")):
        rows = tally(run, by)
        if len(rows) > 1:
            yield from _bars(title, rows, by)
    yield "</div>\n</section>\n"


def _timeline(unit: str, bins: Sequence[Bin]) -> Iterator[str]:
    """The chart of time, and its numbers as a table for who cannot see it."""
    if not bins:
        return
    yield f'<figure class="chart time"><figcaption><h3>By {unit} of publication</h3></figcaption>\n'
    yield charts.timeline(unit, bins)
    yield "<details><summary>The numbers</summary><table><thead><tr>"
    yield "".join(f'<th scope="col">{name}</th>' for name in (unit.capitalize(), "Stories", "Found"))
    yield "</tr></thead><tbody>"
    for found in bins:
        if found.row.articles:
            cells = f"<td>{found.row.articles:,}</td><td>{charts.in_words(found.row)}</td>"
            yield f'<tr><th scope="row">{esc(found.label)}</th>{cells}</tr>'
    yield "</tbody></table></details></figure>\n"


def _bars(title: str, rows: Sequence[Tally], by: str) -> Iterator[str]:
    """A bar for each rule, section or author; the longest list is cut and says so."""
    most = max(row.total for row in rows)
    yield f'<figure class="chart bars {by}"><figcaption><h3>{title}</h3></figcaption>\n<ol>\n'
    for row in rows[:MOST_BARS]:
        name = esc(clipped(row.name, 60))
        if by == "rule":
            label = f'<a href="#rule-{_slug(row.name)}">{name}</a>'
        else:
            share = f"in {row.flagged:,} of {plural(row.articles, 'story')}"
            label = f'<bdi>{name}</bdi> <span class="of">{share}</span>'
        number = f'{row.total:,}<span class="unseen">: {charts.in_words(row)}</span>'
        yield f'<li><span class="name">{label}</span>{charts.bar(row, most)}'
        yield f'<span class="number">{number}</span></li>\n'
    yield "</ol>\n"
    rest = rows[MOST_BARS:]
    if rest:
        found = plural(sum(row.total for row in rest), "finding")
        yield f'<p class="rest">and {plural(len(rest), f"more {by}")} with {found}</p>\n'
    yield "</figure>\n"


# -- copy ------------------------------------------------------------------------------------------


def _copy(run: Run, stories: Sequence[Story], options: ReportOptions) -> Iterator[str]:
    """Every story that has something new, set as copy with its notes, until it is opened mere text."""
    flagged = [(slug, result) for slug, result in stories if result.findings]
    if not flagged:
        return
    yield '<section class="copy" aria-labelledby="copy">\n<h2 id="copy" class="unseen">Marked copy</h2>\n'
    spent = 0
    for number, (slug, result) in enumerate(flagged, 1):
        following = flagged[number][0] if number < len(flagged) else ""
        shown = replace(result, article=None) if spent > COPY_BUDGET else result
        text = "".join(_article(run, slug, shown, following, options))
        spent += len(text)
        yield f'<noscript data-story="{slug}">{text}</noscript>\n'
    yield "</section>\n"


def _article(
    run: Run, slug: str, result: ArticleResult, following: str, options: ReportOptions
) -> Iterator[str]:
    """One story: its slug line, the copy with its notes, what the desk knew before."""
    rows = Galley(run, result, slug, options.show).set()
    attributes = f'id="{slug}" class="{CLASS[result.verdict]}" aria-labelledby="{slug}-title" tabindex="-1"'
    yield f'<article {attributes}>\n<header class="slugline">\n{_badge(result.verdict)}\n'
    details = [f'<code class="path">{_path(result.path)}{_key(result)}</code>']
    details += [f"<bdi>{esc(one_line(part))}</bdi>" for part in (result.section, result.story_type) if part]
    if result.word_count:
        details.append(plural(result.word_count, "word"))
    yield f'<p class="where">{" · ".join(details)}</p>\n</header>\n'
    if not any(row.html.startswith("<h3") for row in rows):
        title = esc(clipped(result.title, 240))
        yield f'<h3 class="headline" id="{slug}-title"><bdi>{title}</bdi></h3>\n'
    if result.article is None:
        yield f'<p class="notice">{EXCERPTS_ONLY}</p>\n<div class="galley">\n'
    else:
        yield f'<div class="galley" lang="{esc(result.article.language)}" dir="auto">\n'
    yield from _rows(result, rows, options)
    yield "</div>\n"
    yield from _quiet(result)
    forward = f' <a href="#{following}">Next story</a>' if following else ""
    yield f'<p class="onward"><a href="#stories">Back to the list</a>{forward}</p>\n</article>\n'


def _rows(result: ArticleResult, rows: Sequence[Row], options: ReportOptions) -> Iterator[str]:
    """Copy in one column, notes in the other; notes may reach down beside copy that has none."""
    noted = [number for number, row in enumerate(rows) if row.notes] + [len(rows)]
    for number, row in enumerate(rows):
        yield f'<div class="{row.kind}" style="--row:{number + 1}">{row.html}</div>\n'
        if not row.notes:
            continue
        end = next(found for found in noted if found > number)
        start = row.notes[0].number
        place = f"--row:{number + 1};--end:{end + 1}"
        yield f'<ol class="notes" lang="en" dir="ltr" start="{start}" style="{place}">\n'
        for note in row.notes:
            yield _note(result, note, options)
        yield "</ol>\n"


def _note(result: ArticleResult, note: Note, options: ReportOptions) -> str:
    finding = note.finding
    rules = ", ".join(
        f'<a href="#rule-{_slug(rule)}">{esc(rule)}</a>' for rule in (finding.rule, *finding.also)
    )
    label = f"To the words of note {note.number}"
    back = f'<a class="back" href="#{note.mark_id}" aria-label="{label}">{note.number}</a>'
    pieces = [
        f'<li id="{note.id}" class="note {note.level}" value="{note.number}" tabindex="-1">'
        f'<p class="label"><span>{icon(note.level)}{note.level}</span> '
        f'<span class="rule">{rules}</span> {back}</p>'
        f'<p class="says">{esc(finding.message)}</p>'
    ]
    for fix in finding.fixes:
        how = f'<span class="how">{APPLIED[fix.applicability]}</span>'
        pieces.append(f'<p class="fix"><b>Fix</b> {esc(fix.label)} {how}</p>')
    also = also_at(result, finding)
    if also:
        pieces.append(f'<p class="see"><b>Also</b> {esc(also)}</p>')
    for related in finding.see:
        words = quoted(result.source.text[related.span.start : related.span.end], 40)
        pieces.append(f'<p class="see"><b>See</b> {esc(words)}, {esc(related.label)}</p>')
    line = result.start(finding).line
    edit = _edit(result, finding, options, f"Edit line {line:,}")
    pieces.append(f'<p class="do">{edit}</p></li>\n' if edit else "</li>\n")
    return "".join(pieces)


def _quiet(result: ArticleResult) -> Iterator[str]:
    """What is known and not counted: the baseline, and what the article silences."""
    if not result.baselined and not result.suppressed:
        return
    parts = []
    if result.baselined:
        parts.append(f"{len(result.baselined):,} known before")
    if result.suppressed:
        parts.append(f"{len(result.suppressed):,} silenced in the story")
    yield f'<details class="quiet"><summary>{", ".join(parts)}</summary>\n<ul>\n'
    for finding in result.baselined:
        yield f"<li>{esc(finding.message)} <code>{esc(finding.rule)}</code></li>\n"
    for quiet in result.suppressed:
        reason = f" Reason: {esc(one_line(quiet.reason))}." if quiet.reason else ""
        yield f"<li>{esc(quiet.finding.message)} <code>{esc(quiet.finding.rule)}</code>{reason}</li>\n"
    yield "</ul>\n</details>\n"


# -- the back of the page --------------------------------------------------------------------------


def _rules(run: Run, options: ReportOptions) -> Iterator[str]:
    """Why each rule is there."""
    found = {row.name: row.total for row in tally(run, "rule")}
    if not found:
        return
    also = {name for _, finding in run.findings() for name in finding.also}
    yield '<section class="rules" aria-labelledby="rules">\n'
    yield '<h2 id="rules">The rules behind the notes</h2>\n<dl>\n'
    for name in sorted(found.keys() | also):
        info = run.rule(name)
        count = f'<span class="of">{found.get(name, 0):,} found</span>'
        yield f'<dt id="rule-{_slug(name)}" tabindex="-1"><code>{esc(name)}</code> {count}</dt>\n'
        yield f"<dd><p><b>{_prose(info.summary or 'No description.')}</b></p>"
        yield "".join(f"<p>{_prose(part)}</p>" for part in info.why.split("\n\n") if part.strip())
        if name in options.in_house:
            yield f'<p class="in-house">{esc(options.in_house[name])}</p>'
        rests = [f"Rests on: {esc('; '.join(info.sources))}."] if info.sources else []
        if info.url.startswith("https://"):
            rests.append(f'<a href="{esc(info.url)}" rel="noreferrer">Full page</a>')
        yield f'<p class="sources">{" ".join(rests)}</p></dd>\n' if rests else "</dd>\n"
    yield "</dl>\n</section>\n"


def _slug(name: str) -> str:
    """A rule's name as part of an id: letters, digits, hyphens."""
    return re.sub(r"[^\w-]", "-", name)


def _prose(text: str) -> str:
    """A rule's own words on one line, `code` set as code."""
    pieces = esc(one_line(text)).split("`")
    return "".join(
        f"<code>{piece}</code>" if number % 2 and number + 1 < len(pieces) else piece
        for number, piece in enumerate(pieces)
    )


def _colophon(run: Run) -> Iterator[str]:
    yield '<footer class="colophon">\n'
    silent: dict[tuple[str, str], int] = {}
    for result in run.articles:
        for skipped in result.skipped:
            silent[skipped.rule, skipped.reason] = silent.get((skipped.rule, skipped.reason), 0) + 1
    if silent:
        yield "<details><summary>Rules that could not judge every story</summary>\n<ul>\n"
        for (rule, reason), count in sorted(silent.items()):
            stories = plural(count, "story")
            yield f"<li><code>{esc(rule)}</code>: {esc(one_line(reason))} ({stories})</li>\n"
        yield "</ul>\n</details>\n"
    version = f" {esc(run.tool_version)}" if run.tool_version else ""
    yield f"<p>Set by presslint{version}. A note asks the writer; the desk decides.</p>\n</footer>\n"
