"""Mends every article of the folders given, in memory, and counts what must be zero.

    python -m benchmarks.fixing FOLDER…

For each file the safe and unsafe fixes are applied as `presslint check --fix --unsafe-fixes` does. Then:
a second run changes nothing; every line that differs held a finding that was fixed; every field and
every block without a fix reads as before; no rule reports more than before. Nothing is written.
"""

from __future__ import annotations

import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from presslint.cli.fixing import by_level, mend_text
from presslint.config.config import Config
from presslint.engine.checking import check_bytes
from presslint.engine.run import ArticleResult
from presslint.reading import read

SUFFIXES = (".md", ".markdown", ".txt", ".html")


def main(folders: list[str]) -> int:
    if not folders:
        print(__doc__)
        return 2
    config = Config.load(Path(folders[0]), isolated=True)
    counts: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    wrong: list[str] = []
    for path in sorted(
        path for folder in folders for path in Path(folder).rglob("*") if path.suffix in SUFFIXES
    ):
        counts["files"] += 1
        data = path.read_bytes()
        results, problems = check_bytes(data, path.as_posix(), config, path)
        if problems or not results:
            counts["not read"] += 1
            continue
        source = results[0].source
        pick = by_level("unsafe")(path)
        mended = mend_text(source, config, path, pick, frozenset())
        counts["fixes left out"] += len(mended.refused)
        if mended.text == source.text:
            continue
        counts["files mended"] += 1
        counts["fixes"] += len(mended.done)
        rules.update(finding.rule for finding, _ in mended.done)
        new = source.encode(mended.text)
        after, _ = check_bytes(new, path.as_posix(), config, path)
        again = mend_text(after[0].source, config, path, pick, frozenset())
        for fault in faults(source.text, mended.text, again.text, results, after, path, data, new):
            counts[fault] += 1
            wrong.append(f"{path}: {fault}")
    for name, count in sorted(counts.items()):
        print(f"{count:>7}  {name}")
    for name, count in rules.most_common():
        print(f"{count:>7}  {name}")
    for line in wrong[:20]:
        print(line)
    return 1 if wrong else 0


def faults(
    old: str,
    new: str,
    again: str,
    before: list[ArticleResult],
    after: list[ArticleResult],
    path: Path,
    data: bytes,
    mended: bytes,
) -> list[str]:
    """What is wrong with a mended text."""
    found = []
    if again != new:
        found.append("a second run changes it again")
    lines, fresh = old.splitlines(keepends=True), new.splitlines(keepends=True)
    touched = set()
    for result in before:
        for finding in result.findings:
            for fix in finding.fixes:
                for edit in fix.edits:
                    first = result.source.position(edit.span.start).line
                    touched.update(range(first, result.source.position(edit.span.end).line + 1))
    for tag, start, end, _, _ in SequenceMatcher(None, lines, fresh, autojunk=False).get_opcodes():
        # of several equal lines the diff may name another one
        alike = {n + 1 for n, line in enumerate(lines) if line in lines[start:end]}
        if tag != "equal" and not touched & {start + 1, *range(start + 1, end + 1), *alike}:
            found.append("a line without a fix differs")
    one, two = (Counter(f.rule for r in results for f in r.findings) for results in (before, after))
    if two - one:
        found.append(f"more findings of {', '.join(two - one)}")
    articles = [next(iter(read(each, path.name))) for each in (data, mended)]
    untouched = [
        Counter((field.name, field.key, field.text) for fields in article.fields.values() for field in fields)
        for article in articles
    ]
    names = {key for _, key, _ in (untouched[0] - untouched[1])}
    lost = {key for key in names if not any(line in touched for line in _lines_of(articles[0], key))}
    if lost:
        found.append(f"metadata without a fix differs: {', '.join(sorted(lost))}")
    return found


def _lines_of(article: object, key: str) -> set[int]:
    from presslint import Article

    assert isinstance(article, Article)
    lines: set[int] = set()
    for fields in article.fields.values():
        for field in fields:
            if field.key == key:
                start = article.source.position(field.span.start).line
                lines.update(range(start, article.source.position(field.span.end).line + 1))
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
