"""From files to a run: read each file, lint its articles, gather results and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from presslint.changes import Base, split_new
from presslint.config import Config, ConfigError, Configs
from presslint.lint import lint
from presslint.reading import read
from presslint.rule import Rule
from presslint.run import ArticleResult, FileProblem, RuleInfo, Run
from presslint.source import SourceError

RULE_PAGES = "https://github.com/presslint/presslint/blob/main/docs/rules/{}.md"


def check_bytes(
    data: bytes, shown: str, config: Config, path: Path, *, keep_article: bool = False
) -> tuple[list[ArticleResult], list[FileProblem]]:
    """Lint the articles in a file's bytes. `shown` is the name for people, `path` decides the rules."""
    results: list[ArticleResult] = []
    problems: list[FileProblem] = []
    plan = config.plan(path)
    today = config.today or date.today()
    try:
        for article in read(data, shown, plan.reading):
            found = lint(article, plan.rules, known=plan.known, today=today)
            results.append(
                ArticleResult.of(
                    article,
                    found.findings,
                    suppressed=found.suppressed,
                    skipped=found.skipped,
                    keep_article=keep_article,
                )
            )
            for crash in found.crashes:
                problems.append(
                    FileProblem(
                        shown,
                        f"the rule “{crash.rule}” failed at {crash.place} ({crash.error}); "
                        "the other rules ran",
                        kind="rule-crash",
                    )
                )
    except SourceError as error:
        problems.append(FileProblem(shown, error.reason, error.line, error.column))
    except RecursionError:
        problems.append(FileProblem(shown, "nested too deeply to be read"))
    return results, problems


def check_file(
    path: Path, config: Config, *, keep_article: bool = False
) -> tuple[list[ArticleResult], list[FileProblem]]:
    """Lint one file. What cannot be read is a problem, never an exception."""
    shown = path.as_posix()
    try:
        size, limit = path.stat().st_size, config.max_file_size
        if size > limit and path.suffix.lower() not in (".jsonl", ".ndjson"):
            return [], [
                FileProblem(
                    shown,
                    f"{size:,} bytes are more than max-file-size ({limit:,}); "
                    "raise it in the config to read the file",
                    kind="too-large",
                )
            ]
        data = path.read_bytes()
    except OSError as error:
        return [], [FileProblem(shown, f"cannot be read: {error.strerror or error}")]
    return check_bytes(data, shown, config, path, keep_article=keep_article)


def check_files(
    files: Sequence[Path],
    configs: Configs,
    *,
    base: Base | None = None,
    keep_article: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[ArticleResult], list[FileProblem]]:
    """Lint files in order. Raises ConfigError for a broken config near a file.

    With a `base`, findings that the base version of a file has are set apart as known.
    """
    results: list[ArticleResult] = []
    problems: list[FileProblem] = []
    for number, path in enumerate(files):
        config = configs.for_file(path)
        if base is None:
            found, wrong = check_file(path, config, keep_article=keep_article)
        else:
            found, wrong = check_change(path, config, base, keep_article=keep_article)
        results += found
        problems += wrong
        if progress is not None:
            progress(number + 1, len(files))
    return results, problems


def check_change(
    path: Path, config: Config, base: Base, *, keep_article: bool = False
) -> tuple[list[ArticleResult], list[FileProblem]]:
    """Lint a changed file and set apart what its base version had already."""
    if base.staged:
        data = base.new(path)
        if data is None:
            return [], [FileProblem(path.as_posix(), "not in the index; git add it first")]
        results, problems = check_bytes(data, path.as_posix(), config, path, keep_article=keep_article)
    else:
        results, problems = check_file(path, config, keep_article=keep_article)
    old = base.old(path)
    if old is None:
        return results, problems
    # what is wrong with the old version alone is no business of this change
    before = {result.key: result.findings for result in check_bytes(old, path.as_posix(), config, path)[0]}
    split = []
    for result in results:
        new, known = split_new(result.findings, before.get(result.key, ()))
        split.append(replace(result, findings=tuple(new), baselined=tuple(known)))
    return split, problems


def rule_infos(configs: Iterable[Config]) -> dict[str, RuleInfo]:
    """What reports say of the rules, by name."""
    infos: dict[str, RuleInfo] = {}
    for config in configs:
        for name, rule in config.catalog.rules.items():
            infos.setdefault(name, rule_info(rule))
    return infos


def rule_info(rule: type[Rule]) -> RuleInfo:
    return RuleInfo(
        name=rule.name,
        chapter=rule.chapter,
        summary=rule.summary(),
        why=rule.why(),
        severity=rule.severity,
        url=RULE_PAGES.format(rule.name),
        sources=rule.sources,
    )


def check(paths: Iterable[str | Path], *, config: str | Path | None = None, isolated: bool = False) -> Run:
    """Lint files and folders, for library users; the same as `presslint check PATHS`.

    Raises ConfigError or RuleFileError. Files that cannot be read are in `Run.problems`.
    """
    from presslint import __version__
    from presslint.discover import discover

    top = Config.load(Path.cwd(), file=Path(config) if config else None, isolated=isolated)
    configs = Configs(top, nearest=config is None and not isolated)
    found = discover([Path(path) for path in paths], configs)
    results, problems = check_files(found.files, configs, keep_article=True)
    return Run(
        articles=tuple(results),
        problems=tuple(found.problems + problems),
        notices=tuple(found.notices + [notice for each in configs.all() for notice in each.notices]),
        tool_version=__version__,
        rules=rule_infos(configs.all()),
    )


__all__ = ["ConfigError", "check", "check_bytes", "check_file", "check_files", "rule_info", "rule_infos"]
