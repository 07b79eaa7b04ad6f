"""`presslint impact`: what a rule or a change of config would say on all articles, before it goes live."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import to_builtins

from presslint.cli import OK, Misuse
from presslint.cli.arguments import Option, options
from presslint.cli.options import CONFIG_FILE, make_configs, make_layer, process_count
from presslint.cli.running import progress
from presslint.config.config import Config, Configs
from presslint.config.discover import discover
from presslint.packs.verdicts import ACCEPT, DISMISS, NAME, Said, read_verdicts, write_verdicts
from presslint.report.tally import plural

if TYPE_CHECKING:
    from presslint.scan.impact import Impact, Row

FINDINGS = (".parquet", ".csv", ".jsonl", ".ndjson")
SHOWN = 10  # names of a kind
ANSWERS = {"a": ACCEPT, "d": DISMISS}

OPTIONS = (
    CONFIG_FILE,
    Option(("--rule",), "What this rule would say, whether it is on or off today.", metavar="NAME"),
    Option(("--before",), "A config, or the findings of an earlier scan.", metavar="FILE"),
    Option(("--after",), "The config to compare with it, or the findings of a later scan.", metavar="FILE"),
    Option(
        ("--columns",),
        "Inputs are tables; which column is which field, as scan takes it.",
        metavar="FIELD=COLUMN",
        many=True,
    ),
    Option(("--digests",), "For two tables of findings: what scan --site kept.", metavar="FILE"),
    Option(("--sample",), "How many new findings to draw by lot (default: 20).", metavar="N", default="20"),
    Option(("--seed",), "Another number draws others (default: 1).", metavar="N", default="1"),
    Option(("--judge",), f"Ask of each drawn finding whether it is right, and keep it in {NAME}."),
    Option(("--json",), "Write everything as JSON to FILE, or to - for standard output.", metavar="FILE"),
    Option(
        ("--counts",),
        "Write the counts and words of each rule, section, author, month and year to FILE: .parquet or .csv.",
        metavar="FILE",
    ),
    Option(("-j", "--jobs"), "Processes to use (default: auto).", metavar="N"),
)


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path())
@options(OPTIONS)
def command(inputs: Sequence[str], **chosen: Any) -> int:
    """Tell what a rule, or a change of config, would say on all articles: files, folders, or tables.

    By rule, section, year, month and author, also per 1,000 words, before and after, with a sample drawn by lot. Two
    tables of findings, of two versions or two packs, are compared without reading an article.
    """
    try:
        from presslint.scan.impact import check_counts, compared, write_counts
    except ImportError:
        raise Misuse("impact asks for packages more: pip install 'presslint[scan]'") from None
    before, after = chosen["before"], chosen["after"]
    sample = {"sample": _count("--sample", chosen["sample"]), "seed": _count("--seed", chosen["seed"])}
    if bool(before) != bool(after):
        raise Misuse("--before and --after go together")
    if bool(chosen["rule"]) == bool(before):
        raise Misuse("say what to try: --rule NAME, or --before FILE --after FILE")
    counts = Path(chosen["counts"]) if chosen["counts"] else None
    if counts is not None:
        check_counts(counts)
    today = _configs(chosen["config_file"], ())
    if before and Path(after).suffix in FINDINGS:
        digests = Path(chosen["digests"]) if chosen["digests"] else None
        impact = compared(Path(before), Path(after), digests=digests, **sample)
    else:
        with tempfile.TemporaryDirectory(prefix="presslint") as folder:
            impact = _tried(inputs, chosen, today, Path(folder), sample)
    if counts is not None:
        write_counts(impact, counts)
    _told(impact, chosen, today)
    if chosen["judge"]:
        _judge(impact, today.top.root / NAME)
    return OK


def _configs(file: str | Path | None, select: Sequence[str]) -> Configs:
    layer = make_layer(select=select, extend_select=(), ignore=(), severity=())
    return make_configs(layer, config_file=Path(file) if file else None, isolated=False, today=None)


def _tried(
    inputs: Sequence[str], chosen: Any, today: Configs, folder: Path, sample: dict[str, int]
) -> Impact:
    """Scan the articles once for each config, and compare."""
    from presslint.scan import Columns
    from presslint.scan.archive import Scan, run
    from presslint.scan.impact import compared
    from presslint.scan.tables import tables

    if chosen["rule"]:
        name = today.top.catalog.resolve(chosen["rule"])
        if name is None:
            known = today.top.catalog.nearest(chosen["rule"]) or "; `presslint rules` lists them"
            raise Misuse(f"no rule “{chosen['rule']}”{known}")
        steps: dict[str, Config] = {"after": _configs(chosen["config_file"], [name]).top}
    else:
        steps = {step: _configs(chosen[step], ()).top for step in ("before", "after")}
    words = [word for value in chosen["columns"] for word in value.split(",") if word.strip()]
    if words:
        found, columns = tables([Path(name) for name in inputs]), Columns.parse(words)
    else:
        found = [_packed([Path(name) for name in inputs] or [Path(".")], today, folder)]
        columns = Columns(id="name", file="data")
    for step, config in steps.items():
        scan = Scan(
            inputs=found,
            columns=columns,
            config=config,
            output=folder / f"{step}.parquet",
            jobs=process_count(chosen["jobs"], config),
            site=folder / f"{step}.digests.parquet",
        )
        with progress(what="articles") as drawn:
            run(scan, drawn)
    before = folder / "before.parquet" if "before" in steps else None
    return compared(before, folder / "after.parquet", digests=folder / "after.digests.parquet", **sample)


def _packed(paths: list[Path], configs: Configs, folder: Path) -> Path:
    """Files of articles as a table of whole files."""
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    found = discover(paths, configs)
    for problem in found.problems:
        raise Misuse(f"{problem.place}: {problem.message}")
    schema = pa.schema([("name", pa.string()), ("data", pa.binary())])
    target = folder / "articles.parquet"
    with pq.ParquetWriter(target, schema) as writer:
        for start in range(0, len(found.files), 500):
            rows = [
                {"name": path.as_posix(), "data": path.read_bytes()}
                for path in found.files[start : start + 500]
            ]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    return target


# -- what is told ----------------------------------------------------------------------------------


def _told(impact: Impact, chosen: Any, configs: Configs) -> None:
    if chosen["json"]:
        text = json.dumps(to_builtins(impact), indent=2, ensure_ascii=False) + "\n"
        if chosen["json"] == "-":
            click.echo(text, nl=False)
            return
        try:
            Path(chosen["json"]).write_text(text, encoding="utf-8")
        except OSError as error:
            raise click.ClickException(f"{chosen['json']}: cannot be written: {error.strerror}") from None
    total = impact.total
    of = f" of {impact.articles:,}" if impact.articles is not None else ""
    click.echo(
        f"{plural(total.after, 'finding')} in {total.articles:,}{of} articles; "
        f"{total.before:,} before: {total.new:,} new, {total.gone:,} gone"
    )
    for kind, rows in impact.by.items():
        if len(rows) > (kind == "rule"):
            _table(kind, rows)
    if impact.sample:
        click.echo(f"\n{plural(len(impact.sample), 'new finding')} drawn by lot:")
    known = read_verdicts(configs.top.root / NAME)
    for row in impact.sample:
        said = known.get(row["fingerprint"])
        click.echo(f"\n{_place(row)}{f' ({said.verdict}ed)' if said else ''}\n  {_context(row)}")


def _table(kind: str, rows: Sequence[Row]) -> None:
    rows = [row for row in rows if row.before or row.after]
    head = f"{'by ' + kind:40} {'before':>8} {'after':>8} {'new':>8} {'gone':>8} {'articles':>9} {'per 1,000 words':>16}"
    click.echo(f"\n{head}")
    for row in rows[:SHOWN]:
        name = (row.name or "(none)")[:40]
        rate = row.rate(row.after)
        per = "" if rate is None else f" {rate:16.2f}"
        click.echo(
            f"{name:40} {row.before:8,} {row.after:8,} {row.new:8,} {row.gone:8,} {row.articles:9,}{per}"
        )
    if len(rows) > SHOWN:
        click.echo(f"… and {len(rows) - SHOWN:,} more; --json has them all")


def _place(row: Any) -> str:
    return f"{row['id']}:{row['line']} {row['severity']} {row['rule']}: {row['message']}"


def _context(row: Any) -> str:
    return " ".join(str(row["context"] or row["text"] or "").split())


def _judge(impact: Impact, path: Path) -> None:
    """Ask of each drawn finding; every answer is written at once."""
    verdicts = read_verdicts(path)
    for row in impact.sample:
        if row["fingerprint"] in verdicts:
            continue
        click.echo(f"\n{_place(row)}\n  {_context(row)}")
        answer = click.prompt(
            "accept, dismiss, skip, quit", type=click.Choice(["a", "d", "s", "q"]), default="s"
        )
        if answer == "q":
            break
        if answer in ANSWERS:
            verdicts[row["fingerprint"]] = Said(
                row["rule"], row["fingerprint"], ANSWERS[answer], row["id"], row["message"]
            )
            write_verdicts(path, verdicts.values())
    click.echo(f"{plural(len(verdicts), 'verdict')} in {path}")


def _count(option: str, given: str) -> int:
    if not given.isascii() or not given.isdigit():
        raise Misuse(f"{option}: “{given}” is no number")
    return int(given)
