"""How the html report bears a large run: seconds to open it and to sort, filter and step in it, in Chromium.

    python benchmarks/page.py [--stories 5000] [--keep REPORT.html] [--axe AXE.MIN.JS] [--runs 3]

Makes stories with one finding each and writes their report. A headless Chromium opens it from disk; a
script behind the page's own measures. Opening is from the start of navigation until the page is laid out
and its script has run; the others are from the act until the page is laid out again. The best and the
worst of the runs are printed. With `--axe` axe-core judges the page as well.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.engine.lint import fingerprinted
from presslint.engine.run import ArticleResult, RuleInfo, Run
from presslint.model.finding import Finding, Severity
from presslint.model.source import Span
from presslint.reading import read
from presslint.report import ReportOptions, render

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
PLACES = ("harbour", "ferry", "council", "pool", "library", "market", "school", "bridge", "museum", "station")
DESKS = ("City", "Culture", "Economy", "Sport", "World")
AUTHORS = ("Ana Ruiz", "Tom Okafor", "Mia Lund", "Joan Pell", "Zoë Marsh", "Karl Weiss", "Li Na", "Omar Said")
RULES = 24
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.WARNING)
# What is measured, in the page itself: name -> what is done
ACTS = {
    "sort by headline": "set('sort', 'title')",
    "sort by author": "set('sort', 'author')",
    "newest first": "set('sort', 'newest')",
    "filter by rule": "set('rule', '3')",
    "all rules": "set('rule', '')",
    "find": "set('find', 'harbour twice')",
    "find nothing": "set('find', '')",
    "next finding": "key('j')",
    "mark it done": "key('x')",
    "open the 50 stories that are shown": "document.querySelector('.after button:last-child').click()",
}
SCRIPT = """
const laid = () => { document.body.getBoundingClientRect(); return performance.now(); };
const set = (name, value) => {
  const field = document.querySelector('.tools').elements[name];
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
};
const key = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
const times = {'open': laid()};
for (const [name, act] of [ACTS]) {
  const start = laid();
  act();
  times[name] = laid() - start;
}
const said = document.createElement('pre');
said.id = 'measured';
said.textContent = JSON.stringify({times, elements: document.querySelectorAll('*').length});
document.body.append(said);
"""
JUDGE = """
axe.run().then((result) => {
  const said = document.createElement('pre');
  said.id = 'axe';
  said.textContent = JSON.stringify(result.violations.map((found) => [found.id, found.nodes.length]));
  document.body.append(said);
});
"""


def story(number: int, chance: Random) -> ArticleResult:
    """A story of some 2,000 characters with a doubled word in it."""
    place = chance.choice(PLACES)
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(2_000))
    paragraphs = [
        f"The {chance.choice(PLACES)} board met on the {chance.choice(PLACES)} question for {chance.randrange(2, 9)} "
        f"hours, and its chair, {chance.choice(AUTHORS)}, said the {place} would stay open until autumn. "
        "Nobody in the room asked what it would cost, and nobody was told."
        for _ in range(9)
    ]
    at = chance.randrange(9)
    paragraphs[at] = paragraphs[at].replace("the room", "the the room")
    head = (
        f"---\ntitle: The {place} plan, part {number}\nauthor: {chance.choice(AUTHORS)}\n"
        f"section: {chance.choice(DESKS)}\ndate: {day}\n---\n\n"
    )
    (article,) = read((head + "\n\n".join(paragraphs) + "\n").encode(), f"content/{day.year}/{number:05}.md")
    start = article.source.text.index("the the")
    rule = f"rule-{chance.randrange(RULES):02}"
    message = f"“the” stands twice in the {place} story; delete one."
    found = Finding(
        rule, chance.choice(LEVELS), message, Span(start, start + 7), "the the", paragraphs[at][:200]
    )
    return ArticleResult.of(article, tuple(fingerprinted([found])), keep_article=True)


def made(stories: int) -> Run:
    """A run with so many stories; the same for the same number."""
    chance = Random(stories)
    rules = {
        name: RuleInfo(name, summary="No word stands twice.")
        for name in map("rule-{:02}".format, range(RULES))
    }
    return Run(tuple(story(number, chance) for number in range(1, stories + 1)), rules=rules)


def measured(browser: str, report: str, script: str, found: str, minutes: float = 10) -> tuple[str, float]:
    """What a script that runs behind the page's own writes into the element `found`, and the whole time."""
    report = POLICY.sub("", report).replace("</body>", f"<script>{script}</script></body>")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder, "report.html")
        page.write_text(report, encoding="utf-8")
        budget = ["--virtual-time-budget=60000"] if found == "axe" else []  # waits for what is promised
        command = [
            browser,
            *FLAGS.split(),
            *budget,
            f"--user-data-dir={folder}/profile",
            "--window-size=1280,1000",
        ]
        start = time.perf_counter()
        done = subprocess.run(
            [*command, "--dump-dom", page.as_uri()],
            capture_output=True,
            text=True,
            timeout=60 * minutes,
            check=True,
        )
        spent = time.perf_counter() - start
    said = re.search(f'<pre id="{found}">(.*?)</pre>', done.stdout, re.DOTALL)
    if said is None:
        raise SystemExit(f"the page says nothing: {done.stderr[-500:]}")
    return unescape(said[1]), spent


def table(browser: str, report: str, runs: int) -> Iterator[str]:
    acts = ", ".join(f"['{name}', () => {act}]" for name, act in ACTS.items())
    seconds: dict[str, list[float]] = {}
    elements = 0
    for _ in range(runs):
        said, spent = measured(browser, report, SCRIPT.replace("[ACTS]", f"[{acts}]"), "measured")
        figures = json.loads(said)
        elements = figures["elements"]
        for name, milliseconds in figures["times"].items():
            seconds.setdefault(name, []).append(milliseconds / 1_000)
        seconds.setdefault("browser started, page opened, measured, closed", []).append(spent)
    yield "| what | best, s | worst, s |"
    yield "|---|---:|---:|"
    for name, each in seconds.items():
        yield f"| {name} | {min(each):.2f} | {max(each):.2f} |"
    yield f"\n{elements:,} elements on the page at the end."


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="where to leave the report")
    parser.add_argument("--axe", type=Path, help="axe.min.js of axe-core")
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"no browser is installed; one of {', '.join(BROWSERS)} is needed")
    run = made(options.stories)
    start = time.perf_counter()
    report = render("html", run, ReportOptions(edit_url="https://cms.example/edit?file={path}&line={line}"))
    print(
        f"{len(run.articles):,} stories, {run.counts.new:,} findings: {len(report) / 1e6:.1f} MB of HTML, ",
        end="",
    )
    print(f"written in {time.perf_counter() - start:.1f} s.\n")
    if options.keep:
        options.keep.write_text(report, encoding="utf-8")
    print("\n".join(table(browser, report, options.runs)))
    if options.axe:
        script = options.axe.read_text(encoding="utf-8").replace("</script", "<\\/script") + JUDGE
        print(f"\naxe-core finds: {measured(browser, report, script, 'axe')[0]}")


if __name__ == "__main__":
    main()
