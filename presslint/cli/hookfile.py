"""The hook in a `.pre-commit-config.yaml` that is there already: added in place, so that the rest stays as written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from presslint.reading.datafile import Unusable, parse_yaml, plain
from presslint.reading.tree import Node, Shape

REPO = "https://github.com/presslint/presslint"
HOOK_ID = "presslint-staged"
ENTRY = f"""\
- repo: {REPO}
  rev: main  # better a tag, once there is one
  hooks:
    - id: {HOOK_ID}
"""
WHOLE_FILE = "repos:\n" + "".join(f"  {line}\n" for line in ENTRY.splitlines())
IN_FLOW = f'{{repo: "{REPO}", rev: main, hooks: [{{id: {HOOK_ID}}}]}}'
OURS = re.compile(r"[/:]presslint/presslint(?:\.git)?/?", re.IGNORECASE)


class Merged(Struct, frozen=True):
    """A config with the hook in it; `there` is the line that has one already, and then nothing is changed."""

    text: str
    there: int | None = None


def merged(text: str) -> Merged:
    """The config of pre-commit with our hook behind its other repositories. Raises Unusable."""
    root = parse_yaml(text)
    if root is None or root.shape is Shape.NULL:
        return Merged(_with_lines(text, len(text), WHOLE_FILE, 0))
    values, lines = plain(root, text)
    if not isinstance(values, dict):
        raise Unusable("is no config of pre-commit, which is a map with the key “repos”; mend it first", 1)
    repos = values.get("repos")
    if repos is not None and not isinstance(repos, list):
        raise Unusable(
            "“repos” is no list; write `repos:` and a line `- repo: …` for each", lines[("repos",)]
        )
    for number, repo in enumerate(repos or ()):
        if _is_ours(repo):
            return Merged(text, there=lines[("repos", number)])
    result = _added(text, root)
    if not _has_gained(values, result):
        raise Unusable(f"could not be added to safely; write under “repos”: {IN_FLOW}", lines.get(("repos",)))
    return Merged(result)


def _is_ours(repo: Any) -> bool:
    """Whether an entry is our repository, or runs presslint from another."""
    if not isinstance(repo, dict):
        return False
    hooks = repo.get("hooks")
    named = [hook.get("id") for hook in hooks if isinstance(hook, dict)] if isinstance(hooks, list) else []
    return bool(OURS.search(str(repo.get("repo")))) or any(
        str(name).partition("-")[0] == "presslint" for name in named
    )


def _added(text: str, root: Node) -> str:
    repos = root.get("repos")
    in_flow = text[root.start : root.start + 1] == "{"
    if repos is None:
        if in_flow:
            inside = f"repos: [{IN_FLOW}]"
            return _in_brackets(text, root.start, root.end, inside, bool(root.entries))
        return _with_lines(text, _line_end(text, _last(text, root)), WHOLE_FILE, _column(text, root.start))
    if text[repos.start : repos.start + 1] == "[":
        if repos.items or in_flow:
            return _in_brackets(text, repos.start, repos.end, IN_FLOW, bool(repos.items))
        text = text[: repos.start].rstrip(" \t") + text[repos.end :]
        at = _line_end(text, repos.start)
        return _with_lines(text, at, ENTRY, _column(text, root.start) + 2)
    if not repos.items:  # `repos:` and nothing
        if in_flow:
            return text
        begins = max(entry.key_span.end for entry in root.entries if entry.key == "repos")
        return _with_lines(text, _line_end(text, begins), ENTRY, _column(text, root.start) + 2)
    dash = text.rindex("-", 0, repos.items[-1].start)
    column = _column(text, dash)
    return _with_lines(text, _behind(text, _line_end(text, _last(text, repos)), column), ENTRY, column)


def _in_brackets(text: str, start: int, end: int, entry: str, has_more: bool) -> str:
    """An entry more before the closing bracket of a list or map in one line or several."""
    inside = text[start + 1 : end - 1]
    kept = inside.rstrip()
    comma = ", " if has_more and not kept.endswith(",") else " " if has_more else ""
    return text[: start + 1] + kept + comma + entry + inside[len(kept) :] + text[end - 1 :]


def _last(text: str, node: Node) -> int:
    """Where what is written of a map or list ends, without the lines behind it."""
    inside = [*node.items, *(entry.node for entry in node.entries)]
    if not inside or text[node.start : node.start + 1] in ("[", "{"):
        return node.end
    return max(_last(text, each) for each in inside)


def _line_end(text: str, at: int) -> int:
    """The place behind the line in which `at` stands; `at` itself where a line begins there."""
    if at and text[at - 1] == "\n":
        return at
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _behind(text: str, at: int, column: int) -> int:
    """The place behind the comments that belong to the entry above: they stand further in than its dash."""
    end = at
    for line in text[at:].splitlines(keepends=True):
        words = line.lstrip(" ")
        if words.strip() and not (words.startswith("#") and len(line) - len(words) > column):
            break
        at += len(line)
        if words.strip():
            end = at
    return end


def _with_lines(text: str, at: int, lines: str, indent: int) -> str:
    """Some lines put in at a place where a line begins, in the indentation and with the line ends of the text."""
    newline = "\r\n" if "\r\n" in text else "\n"
    before = text[:at]
    if before and not before.endswith("\n"):
        before += newline
    added = "".join(f"{' ' * indent}{line}{newline}" for line in lines.splitlines())
    return before + added + text[at:]


def _has_gained(before: dict[str, Any], text: str) -> bool:
    """Whether a text says what a config said, and our hook."""
    try:
        root = parse_yaml(text)
        after = plain(root, text)[0] if root is not None else None
    except Unusable:
        return False
    entry = {"repo": REPO, "rev": "main", "hooks": [{"id": HOOK_ID}]}
    wanted: dict[str, Any] = {**before, "repos": [*(before.get("repos") or ()), entry]}
    return bool(after == wanted)


def add_to(path: Path) -> int | None:
    """Add the hook to the config at a path; the line where there is one already. Raises FileError."""
    from presslint.config.discover import leads_out
    from presslint.config.gitfiles import repository_top
    from presslint.engine.fix import WriteError, write_back
    from presslint.model.source import Source, SourceError

    away = leads_out(path, repository_top(path.parent) or path.parent) if path.is_symlink() else ""
    if away:
        raise WriteError(path, away)
    data = path.read_bytes()
    try:
        source = Source.decode(data)
        result = merged(source.text)
    except (Unusable, SourceError) as error:
        reason = error.reason.partition(" or name its encoding")[0]
        raise WriteError(path, reason, error.line) from None
    if result.there is None:
        write_back(path, data, source.encode(result.text))
    return result.there
