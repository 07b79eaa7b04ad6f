"""From files to a run: read each file, lint its articles, gather results and what went wrong."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, msgpack
from msgspec.structs import replace

from presslint.config.config import Config, Configs
from presslint.config.globs import real_folder
from presslint.config.layers import ConfigError, shown_name
from presslint.engine.lint import Result, fingerprinted, lint
from presslint.engine.run import ArticleResult, RuleInfo, Run, Silence
from presslint.engine.suppress import silences_of
from presslint.engine.valecomments import may_cover
from presslint.model.digest import digest
from presslint.model.finding import Finding, and_others
from presslint.model.problem import FileProblem
from presslint.model.source import Source, SourceError
from presslint.packs.index import Declaration
from presslint.packs.rule import reason_of, summary_of
from presslint.reading import read

if TYPE_CHECKING:
    from presslint.engine.newness import Versions

Checked = tuple[list[ArticleResult], list[FileProblem]]

PORTION = 2_000  # files whose answers are looked up together
COARSE = 2_000_000_000  # nanoseconds; the coarsest times that file systems keep are of two seconds
TIMES_TELL = os.name != "nt"  # whether a file has a time that nobody can set back; Windows has none
WORTH_WORKERS = 80  # files; two processes took 1.1 times as long for 48 of them, 0.6 times for 200
RULE_PAGES = "https://github.com/presslint/presslint/blob/main/docs/rules/{}.md"


def check_bytes(
    data: bytes,
    shown: str,
    config: Config,
    path: Path,
    *,
    keep_article: bool = False,
    for_change: bool = False,
    deadline: float | None = None,
    stop: Callable[[], bool] | None = None,
) -> Checked:
    """Lint the articles in a file's bytes. `shown` is the name for people, `path` decides the rules.

    `deadline` is in seconds for each article, once it is read. When it is over, or `stop` says yes, no
    further rule is asked, and a problem of the kind `timeout` says how many are left.

    `for_change` keeps what two versions are compared by beside the findings: the suppressions, whether or
    not they silence anything, and what graver findings explain.
    """
    results: list[ArticleResult] = []
    problems: list[FileProblem] = []
    plan = config.plan(path)
    today = config.today or date.today()
    try:
        for article in read(data, shown, plan.reading):
            found = lint(article, plan.rules, known=plan.known, today=today, stop=stop_after(deadline, stop))
            result = ArticleResult.of(
                article,
                found.findings,
                suppressed=found.suppressed,
                skipped=found.skipped,
                keep_article=keep_article,
            )
            if for_change:
                result = replace(
                    result, explained=tuple(fingerprinted(found.hidden)), silences=silences_of(article)
                )
            results.append(result)
            if not keep_article:
                article.forget()
            problems.extend(gone_wrong(found, shown))
    except SourceError as error:
        problems.append(FileProblem(shown, error.reason, error.line, error.column))
    except RecursionError:
        problems.append(FileProblem(shown, "nested too deeply to be read"))
    return results, problems


def gone_wrong(found: Result, shown: str) -> Iterator[FileProblem]:
    """The rules that failed on an article, and those that were not asked any more."""
    for crash in found.crashes:
        yield FileProblem(
            shown,
            f"the rule “{crash.rule}” failed at {shown_name(Path(crash.place))} ({crash.error}); "
            "the other rules ran",
            kind="rule-crash",
        )
    if found.unasked:
        more = and_others(len(found.unasked) - 1, " and one more", " and {} more")
        yield FileProblem(
            shown,
            f"not judged in time by the rule “{found.unasked[0]}”{more}; allow more time or split the article",
            kind="timeout",
        )


def stop_after(deadline: float | None, stop: Callable[[], bool] | None) -> Callable[[], bool] | None:
    """What says that an article has had its time, or that nobody waits for it any more."""
    if deadline is None:
        return stop
    end = time.monotonic() + deadline
    return lambda: time.monotonic() >= end or (stop is not None and stop())


def check_file(path: Path, config: Config, *, keep_article: bool = False) -> Checked:
    """Lint one file. What cannot be read is a problem, never an exception."""
    found = read_bytes(path, config)
    if isinstance(found, FileProblem):
        return [], [found]
    return check_bytes(found, path.as_posix(), config, path, keep_article=keep_article)


def read_bytes(path: Path, config: Config) -> bytes | FileProblem:
    """A file's bytes, or why there are none."""
    shown = path.as_posix()
    try:
        size, limit = path.stat().st_size, config.max_file_size
        if size > limit and path.suffix.lower() not in (".jsonl", ".ndjson"):
            return FileProblem(
                shown,
                f"{size:,} bytes are more than max-file-size ({limit:,}); "
                "raise it in the config to read the file",
                kind="too-large",
            )
        return path.read_bytes()
    except OSError as error:
        return FileProblem(shown, f"cannot be read: {error.strerror or error}")


def check_files(
    files: Sequence[Path],
    configs: Configs,
    *,
    base: Versions | None = None,
    keep_article: bool = False,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    """Lint files in order. Raises ConfigError for a broken config near a file.

    With a `base`, findings that the base version of a file has are set apart as known. What the cache
    answers is not read again; the rest is shared among `jobs` processes when it is worth starting
    them. The text of an article without findings is let go, so that a large run stays small.
    """
    kept = Answers(configs) if base is None and not keep_article else None
    answers = kept.find(files) if kept is not None else {}
    missing = [number for number in range(len(files)) if number not in answers]
    done = len(answers)
    work = [files[number] for number in missing]
    for number, found in zip(missing, _checked(work, configs, base, keep_article, jobs), strict=True):
        if kept is not None:
            kept.keep(files[number], found)
        answers[number] = found if keep_article else _lightened(found)
        done += 1
        if progress is not None:
            progress(done, len(files))
    results = [result for number in range(len(files)) for result in answers[number][0]]
    problems = [problem for number in range(len(files)) for problem in answers[number][1]]
    return results, problems


def _checked(
    files: Sequence[Path], configs: Configs, base: Versions | None, keep_article: bool, jobs: int
) -> Iterator[Checked]:
    """Lint files here or in other processes, in order."""
    if jobs > 1 and len(files) >= WORTH_WORKERS and not keep_article:
        from presslint.engine.workers import check_in_processes

        yield from check_in_processes(files, configs, base, jobs)
        return
    for path in files:
        yield check_one(path, configs, base, keep_article=keep_article)


def check_one(path: Path, configs: Configs, base: Versions | None, *, keep_article: bool = False) -> Checked:
    """Lint one file by the config that holds for it."""
    config = configs.for_file(path)
    if base is None:
        return check_file(path, config, keep_article=keep_article)
    return check_change(path, config, base, keep_article=keep_article)


def is_quoted(result: ArticleResult) -> bool:
    """Whether a report may show words of an article."""
    return bool(result.findings or result.baselined or result.suppressed)


def _lightened(found: Checked) -> Checked:
    """Without the text of articles that nobody will quote from."""
    results, problems = found
    return [
        each if is_quoted(each) else replace(each, source=Source("", each.path)) for each in results
    ], problems


def is_plain(source: Source, content: str) -> bool:
    """Whether a file is its text and nothing else, so that splicing the text is editing the file.

    `content` is the digest of the file's bytes.
    """
    try:
        return source.first_line == 1 and digest(source.encode(source.text)) == content
    except UnicodeEncodeError:
        return False


class Answer(Struct, frozen=True):
    """What the cache keeps of a file: its encoding, and what was found in it, without its text."""

    encoding: str
    results: tuple[ArticleResult, ...]


class Seen(Struct, frozen=True):
    """A file as it was when it was read: size, times, number in the file system, and the digest of its bytes."""

    size: int
    changed: int
    status_changed: int
    inode: int
    content: str

    def fits(self, found: os.stat_result) -> bool:
        """Whether a file looks as it did then."""
        times = found.st_mtime_ns, found.st_ctime_ns
        return (found.st_size, *times, found.st_ino) == (
            self.size,
            self.changed,
            self.status_changed,
            self.inode,
        )


class Answers:
    """What the cache knows of files: of each what it held when it was read, and what was found in that."""

    def __init__(self, configs: Configs, clock: Callable[[], int] = time.time_ns) -> None:
        self.configs = configs
        self.cache = configs.top.cache
        self._clock = clock
        self._content: dict[Path, str] = {}
        self._answer = msgpack.Decoder(Answer)
        self._seen = msgpack.Decoder(Seen)

    def find(self, files: Sequence[Path]) -> dict[int, Checked]:
        """The answers on files whose content and all else they depend on are those of last time."""
        found: dict[int, Checked] = {}
        if not self.cache.is_on:
            return found
        for begin in range(0, len(files), PORTION):
            some = files[begin : begin + PORTION]
            places = [digest("file", real_folder(path), path.name) for path in some]
            self.cache.fetch(places)
            keys = list(map(self._key, some, places))
            self.cache.fetch([key for key in keys if key])
            for number, (path, key) in enumerate(zip(some, keys, strict=True), begin):
                answer = self._known(path, key) if key else None
                if answer is not None:
                    found[number] = answer, []
        return found

    def _key(self, path: Path, place: str) -> str:
        """The key of the answer on a file; empty where the file cannot be read."""
        content = self._digest(path, place)
        if not content:
            return ""
        self._content[path] = content
        return self.configs.for_file(path).answer_key(path, path.as_posix(), content)

    def _digest(self, path: Path, place: str) -> str:
        """The digest of a file's bytes, which are not read where the file looks as it did last time.

        `place` is the key of what was noted of it then. Where size and times do not tell, each file is read.
        """
        now = self._clock()
        try:
            stat = path.stat()
        except OSError:
            return ""
        kept = self.cache.get_bytes(place) if TIMES_TELL else None
        with suppress(DecodeError):
            seen = self._seen.decode(kept) if kept is not None else None
            if seen is not None and seen.fits(stat):
                return seen.content
        data = read_bytes(path, self.configs.for_file(path))
        if isinstance(data, FileProblem):
            return ""
        content = digest(data)
        if TIMES_TELL and stat.st_mtime_ns < now - COARSE:  # else a change to come might bear the same time
            seen = Seen(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, content)
            self.cache.put_bytes(place, msgpack.encode(seen))
        return content

    def _known(self, path: Path, key: str) -> list[ArticleResult] | None:
        """The results that were kept for a file, with its text where a report may quote from it."""
        kept = self.cache.get_bytes(key)
        try:
            answer = self._answer.decode(kept) if kept is not None else None
        except DecodeError:
            return None
        if answer is None or any(
            os.path.exists(place) is not there for each in answer.results for place, there in each.rests_on
        ):
            return None
        if not any(map(is_quoted, answer.results)):
            return [replace(each, source=Source("", path.as_posix())) for each in answer.results]
        data = read_bytes(path, self.configs.for_file(path))
        if isinstance(data, FileProblem) or digest(data) != self._content[path]:
            return None
        source = Source.decode(data, path.as_posix(), encoding=answer.encoding)
        return [replace(each, source=source) for each in answer.results]

    def keep(self, path: Path, found: Checked) -> None:
        """Keep an answer, if the file is its text, the one that was looked for, and nothing went wrong."""
        results, problems = found
        content = self._content.get(path)
        if not self.cache.is_on or problems or not results or content is None:
            return
        source = results[0].source
        if not all(is_plain(result.source, content) for result in results):
            return
        key = self.configs.for_file(path).answer_key(path, path.as_posix(), content)
        without_text = tuple(replace(result, source=Source("", source.path)) for result in results)
        with suppress(UnicodeEncodeError):  # half of a surrogate pair in a message
            self.cache.put_bytes(key, msgpack.encode(Answer(source.encoding, without_text)))


def check_change(path: Path, config: Config, base: Versions, *, keep_article: bool = False) -> Checked:
    """Lint a changed file; set apart what its base version had already, findings and suppressions."""
    shown = path.as_posix()
    data = base.new(path) if base.staged else read_bytes(path, config)
    if data is None:
        return [], [FileProblem(shown, "not in the index; git add it first")]
    if isinstance(data, FileProblem):
        return [], [data]
    results, problems = check_bytes(data, shown, config, path, keep_article=keep_article, for_change=True)
    old = base.old(path)
    if old is None:
        return results, problems
    from presslint.engine.newness import split_new

    # what is wrong with the old version alone is no business of this change
    before = {result.key: result for result in check_bytes(old, shown, config, path, for_change=True)[0]}
    split = []
    for result in results:
        was = before.get(result.key)
        if was is not None:
            new, known = split_new(result.findings, (*was.findings, *was.explained))
            silences = _brought(result, was)
            result = replace(result, findings=tuple(new), baselined=tuple(known), silences=silences)
        split.append(replace(result, explained=()))
    return split, problems


def _brought(now: ArticleResult, before: ArticleResult) -> tuple[Silence, ...]:
    """The suppressions that are new, reach further than those that were there, or silence what is new."""
    from presslint.engine.newness import split_new

    left = Counter((each.rule, each.reason, each.scope) for each in before.silences)
    fresh, _ = split_new(_silenced(now), _silenced(before)) if now.suppressed else ((), ())
    rules = {name for finding in fresh for name in (finding.rule, *finding.also)}
    new = []
    for each in now.silences:
        key = (each.rule, each.reason, each.scope)
        left[key] -= 1
        if left[key] < 0 or any(may_cover(each.rule, rule) for rule in rules):
            new.append(each)
    return tuple(new)


def _silenced(result: ArticleResult) -> list[Finding]:
    return list(fingerprinted(each.finding for each in result.suppressed))


class RuleBook(Mapping[str, RuleInfo]):
    """What reports say of rules, by name."""

    def __init__(self, configs: Iterable[Config]) -> None:
        self._configs = tuple(configs)

    def __getitem__(self, name: str) -> RuleInfo:
        for config in self._configs:
            if name in config.catalog.entries:
                return rule_info(config.catalog.entries[name])
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for config in self._configs for name in config.catalog.entries))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def rule_info(entry: Declaration) -> RuleInfo:
    return RuleInfo(
        name=entry.name,
        chapter=entry.chapter,
        summary=summary_of(entry.doc),
        why=reason_of(entry.doc),
        severity=entry.severity,
        url=RULE_PAGES.format(entry.name),
        sources=entry.sources,
    )


def check(paths: Iterable[str | Path], *, config: str | Path | None = None, isolated: bool = False) -> Run:
    """Lint files and folders, for library users; the same as `presslint check PATHS`.

    Raises ConfigError or RuleFileError. Files that cannot be read are in `Run.problems`.
    """
    from presslint import __version__
    from presslint.config.discover import discover

    top = Config.load(Path.cwd(), file=Path(config) if config else None, isolated=isolated)
    configs = Configs(top, nearest=config is None and not isolated)
    found = discover([Path(path) for path in paths], configs)
    results, problems = check_files(found.files, configs, keep_article=True)
    return Run(
        articles=tuple(results),
        problems=tuple(found.problems + problems),
        notices=tuple(found.notices + [notice for each in configs.all() for notice in each.notices]),
        tool_version=__version__,
        rules=RuleBook(configs.all()),
    )


__all__ = ["ConfigError", "RuleBook", "check", "check_bytes", "check_file", "check_files", "rule_info"]
