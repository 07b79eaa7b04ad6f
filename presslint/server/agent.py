"""Tools for agents over the Model Context Protocol: the records of the library, within one folder and a budget."""

from __future__ import annotations

import difflib
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from presslint import __version__
from presslint.config.config import Config, Configs
from presslint.config.discover import Discovered, discover
from presslint.config.layers import find_config
from presslint.engine.checking import read_bytes
from presslint.engine.explain import page
from presslint.engine.fix import write_back
from presslint.engine.library import FindingRecord, Result, apply_fixes, check_file, check_text
from presslint.model.errors import PresslintError
from presslint.model.problem import FileProblem
from presslint.model.source import Source
from presslint.packs.index import Index
from presslint.packs.rule import summary_of

DEADLINE = 20.0  # seconds for each article
MOST_FILES = 500  # checked in one call
MOST_CHARACTERS = 24_000  # of one answer, its frame not counted
GRAVE_FIRST = ("error", "warning", "suggestion")
HELP = (
    "Presslint reads news copy as an editor does. Check what you write with check_text before you save it, mend "
    "mechanics with apply_safe_fixes, and put every other finding to a person or rewrite the copy; explain_rule says "
    "why a rule exists. Offsets are code points from 0."
)
READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
WRITES = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Desk:
    """One folder, its config as it was when the server was started, and what may be done there."""

    def __init__(self, root: Path, index: Index) -> None:
        self.root = Path(os.path.realpath(root))
        found, _ = find_config(self.root)
        file = found if found is not None and found.parent == self.root else None
        self.config = Config.load(self.root, file=file, isolated=file is None, index=index)
        self.config.check_words()
        if any(pack.python for pack in self.config.packs):  # code that is written later does not run
            assert self.config.catalog.rules

    def place(self, name: str) -> Path:
        """A path in the folder. Raises ToolError for one that leads out of it, be it through a link."""
        try:
            real = Path(os.path.realpath(self.root / name))
            inside = real.relative_to(self.root)
        except ValueError:
            raise ToolError(f"“{name}” is not in the workspace; name a file or folder in it") from None
        if ".git" in inside.parts:
            raise ToolError(f"“{name}” is git's own; it is neither read nor written")
        return real

    def files(self, names: Iterable[str]) -> Discovered:
        """The articles that some names stand for; none that lies outside, wherever a link leads."""
        found = discover([self.place(name) for name in names], Configs(self.config, nearest=False))
        inside = [path for path in found.files if self._holds(path)]
        found.files = list(dict.fromkeys(inside))
        return found

    def shown(self, path: Path | str) -> str:
        """A path as the agent names it."""
        path = Path(path)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name

    def _holds(self, path: Path) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self.root)

    # -- the tools -----------------------------------------------------------------------------

    def check_text(self, text: str, path: str, limit: int) -> str:
        result = check_text(text, path=self.place(path), config=self.config, deadline=DEADLINE)
        return self._answer([result], limit)

    def check_files(self, paths: Sequence[str], limit: int) -> str:
        found = self.files(paths)
        results = [
            check_file(path, config=self.config, deadline=DEADLINE) for path in found.files[:MOST_FILES]
        ]
        notices = [self._without_root(notice) for notice in found.notices]
        if found.files[MOST_FILES:]:
            notices.append(
                f"and {len(found.files) - MOST_FILES} more files were not checked; name a folder of them"
            )
        return self._answer(results, limit, found.problems, notices)

    def explain_rule(self, name: str) -> str:
        catalog = self.config.catalog
        rule = catalog.resolve(name)
        if rule is None:
            raise ToolError(f"no rule “{name}”{catalog.nearest(name) or '; list_rules has their names'}")
        return _cut(page(catalog.rule(rule)))

    def list_rules(self, chapter: str) -> str:
        catalog, running = (
            self.config.catalog,
            {rule.name: rule for rule in self.config.plan("story.md").rules},
        )
        if chapter and chapter not in catalog.chapters:
            raise ToolError(f"no chapter “{chapter}”; there are {', '.join(catalog.chapters)}")
        rows = [
            {
                "rule": name,
                "chapter": title,
                "severity": str(running[name].severity) if name in running else "off",
                "summary": summary_of(catalog.entries[name].doc),
            }
            for title, names in catalog.chapters.items()
            if chapter in ("", title)
            for name in names
        ]
        kept = _within(rows, len(rows))
        more = _more(len(rows) - len(kept), "rules", "name a chapter")
        return _written({"rules": kept, **more})

    def apply_safe_fixes(self, path: str, text: str | None, fingerprints: Sequence[str] | None) -> str:
        place = self.place(path)
        if text is not None:
            done = apply_fixes(text, path=place, config=self.config, fingerprints=fingerprints)
            return _written({"text": done.text, **self._mended(done.fixed, done.refused, place)})
        if place not in (found := self.files([path])).files:
            why = [problem.message for problem in found.problems] or map(self._without_root, found.notices)
            raise ToolError("; ".join(why) or f"“{path}” is no article; name a file")
        data = read_bytes(place, self.config)
        if isinstance(data, FileProblem):
            raise ToolError(data.message)
        source = Source.decode(data, place.as_posix(), encoding=self.config.plan(place).reading.encoding)
        if source.encode(source.text) != data:
            raise ToolError(f"fixes are not written into a file such as “{path}”; make them by hand")
        done = apply_fixes(source.text, path=place, config=self.config, fingerprints=fingerprints)
        if done.text != source.text:
            write_back(place, data, source.encode(done.text))
        changes = "\n".join(
            difflib.unified_diff(
                source.text.splitlines(), done.text.splitlines(), "before", "after", lineterm="", n=1
            )
        )
        told = self._mended(done.fixed, done.refused, place)
        return _written({"written": done.text != source.text, **told, "diff": _cut(changes)})

    # -- answers -------------------------------------------------------------------------------

    def _answer(
        self,
        results: Sequence[Result],
        limit: int,
        problems: Sequence[FileProblem] = (),
        notices: Sequence[str] = (),
    ) -> str:
        """The findings, the gravest first, as many as there is room for, and how many there are in all."""
        rows = [(each, result.path) for result in results for each in result.findings]
        rows.sort(key=lambda row: GRAVE_FIRST.index(row[0].severity))
        kept = _within([self._record(*row) for row in rows], max(limit, 0))
        wrong = [*problems, *(problem for result in results for problem in result.problems)]
        counts = Counter(finding.severity for finding, _ in rows)
        told: dict[str, Any] = {
            "files": len(results),
            "counts": {level: counts[level] for level in GRAVE_FIRST},
            "findings": kept,
            **_more(len(rows) - len(kept), "findings", "mend these, raise the limit or name fewer files"),
        }
        if wrong:
            said = [f"{self.shown(each.path)}: {self._without_root(each.message)}" for each in wrong]
            told["problems"] = [*said[:20], *_more(len(said) - 20, "problems", "name fewer files").values()]
        if notices:
            told["notices"] = list(notices)[:20]
        return _written(told)

    def _record(self, finding: FindingRecord, path: str | Path) -> dict[str, Any]:
        return {"path": self.shown(path), **finding.as_dict()}

    def _mended(
        self, fixed: Sequence[FindingRecord], refused: Sequence[tuple[FindingRecord, str]], place: Path
    ) -> dict[str, Any]:
        rows = _within([self._record(each, place) for each in fixed], len(fixed))
        left = [{"why": why, **self._record(each, place)} for each, why in refused]
        return {
            "fixed": rows,
            **_more(len(fixed) - len(rows), "findings were mended", "see the text"),
            "refused": _within(left, len(left)),
        }

    def _without_root(self, message: str) -> str:
        return message.replace(f"{self.root.as_posix()}/", "")


def _within(rows: Sequence[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    """As many of the first rows as the limit and the room of an answer allow."""
    kept: list[dict[str, Any]] = []
    room = MOST_CHARACTERS
    for row in rows[:limit]:
        room -= len(_written(row))
        if room < 0 and kept:
            break
        kept.append(row)
    return kept


def _more(count: int, what: str, how: str) -> dict[str, str]:
    return {"more": f"and {count} more {what}; {how}"} if count > 0 else {}


def _cut(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    return f"{text[:MOST_CHARACTERS]}\n… and {len(text) - MOST_CHARACTERS} more characters"


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def make_server(root: Path, index: Index) -> MCPServer[Any]:
    """The server for one folder. Raises PresslintError for a config that cannot be used."""
    desk = Desk(root, index)
    server: MCPServer[Any] = MCPServer(
        "presslint", instructions=HELP, version=__version__, log_level="CRITICAL", subscriptions=False
    )

    @server.tool(annotations=READS, structured_output=False)
    def check_text(text: str, path: str = "untitled.md", limit: int = 40) -> str:
        """Check the text of an article, as JSON: counts by severity and findings with places, messages and fixes.

        `path` is the file in the workspace that it would be; its suffix tells the format. It need not exist.
        """
        with_path = desk.check_text
        return _told(lambda: with_path(text, path, limit))

    @server.tool(annotations=READS, structured_output=False)
    def check_files(paths: list[str] | None = None, limit: int = 40) -> str:
        """Check files and folders of the workspace (default: all of it), as JSON like check_text's."""
        return _told(lambda: desk.check_files(paths or ["."], limit))

    @server.tool(annotations=READS, structured_output=False)
    def explain_rule(name: str) -> str:
        """The page of a rule in Markdown: what it wants, why, its options, examples, and how to silence it."""
        return _told(lambda: desk.explain_rule(name))

    @server.tool(annotations=READS, structured_output=False)
    def list_rules(chapter: str = "") -> str:
        """All rules, or those of a chapter, as JSON: name, chapter, severity under this config, summary."""
        return _told(lambda: desk.list_rules(chapter))

    @server.tool(annotations=WRITES, structured_output=False)
    def apply_safe_fixes(path: str, text: str | None = None, fingerprints: list[str] | None = None) -> str:
        """Mend mechanics (doubled words, blanks, broken markup) that need no judgement; as JSON what was mended.

        With `text`, that text is mended as the file at `path` and given back, and nothing is written; without,
        the file is. `fingerprints` names the findings to mend; without, all that are safe are.
        """
        return _told(lambda: desk.apply_safe_fixes(path, text, fingerprints))

    return server


def _told(work: Any) -> str:
    """What a tool gives, or in one line why it cannot."""
    try:
        answer: str = work()
    except PresslintError as error:
        raise ToolError(str(error)) from None
    except OSError as error:
        raise ToolError(f"cannot be read: {error.strerror or error}") from None
    return answer
