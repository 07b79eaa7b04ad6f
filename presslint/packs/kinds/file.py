"""From a YAML file to a rule class: keys checked against the kind, faults told with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

from msgspec.structs import replace

from presslint.model.finding import Severity
from presslint.model.source import Source
from presslint.packs.catalog import RuleFileError
from presslint.packs.declared import Undeclared, settle
from presslint.packs.index import DECLARED, Declaration, YamlRule
from presslint.packs.kinds.datarule import DataRule, Flaw
from presslint.packs.rule import Example, Option, OptionError, Rule
from presslint.reading.datafile import Unusable, parse_yaml, read_text
from presslint.reading.tree import Entry, Node, Shape

# word of `extends` -> the class; its module is called by the word
KINDS: Mapping[str, str] = {
    name: name.capitalize()
    for name in (
        "existence",
        "substitution",
        "occurrence",
        "repetition",
        "consistency",
        "conditional",
        "capitalization",
        "metric",
    )
}
# the kinds that rules of Vale styles may have: module of `presslint.packs.kinds.vale`, and class
STYLE_KINDS: Mapping[str, tuple[str, str]] = {
    **{name: (name, class_name) for name, class_name in KINDS.items()},
    "readability": ("readability", "Readability"),
    "sequence": ("sequence", "Sequenced"),
    "spelling": ("spelling", "Spelling"),
    "terms": ("builtin", "Terms"),
    "avoid": ("builtin", "Avoid"),
}
REFUSED: Mapping[str, str] = {
    "sequence": "it needs a part-of-speech tagger; write the rule in Python",
    "spelling": "presslint checks no spelling; leave that to a spelling checker",
    "script": "presslint runs no scripts from rule files; write the rule in Python",
    "readability": "it was replaced by “metric”; write its formula there",
}
FILE_KEYS = frozenset(
    "extends level link description name code why sources examples needs languages not_for default_on was"
    " yields_to as_one".split()
)
DEEPEST = 5  # files of which each extends the next
EXAMPLE_KEYS = frozenset("good bad fix says name severity settings options".split())


class _Reader:
    """One rule file while it is read; every refusal goes through `fail`."""

    def __init__(self, text: str, path: str, *, vale: bool = False) -> None:
        self.source = Source(text, path)
        self.vale = vale
        self.path = path
        try:
            root = parse_yaml(text)
        except Unusable as error:
            raise RuleFileError(path, error.reason, error.line) from None
        if root is None or root.shape is not Shape.MAP:
            raise RuleFileError(
                path, "a rule file is a map of keys; it begins with “extends: existence” or the like"
            )
        self.root = root
        self.entries: dict[str, Entry] = {entry.key: entry for entry in root.entries}

    def fail(self, node: Node | Entry, reason: str) -> RuleFileError:
        start = node.start if isinstance(node, Node) else node.key_span.start
        return RuleFileError(self.path, reason, self.source.position(start).line)

    def words(self, node: Node) -> str:
        """A scalar as it is written: tokens like `null` and `404` are words."""
        if node.shape is Shape.TEXT:
            return str(node.value)
        if node.shape in (Shape.MAP, Shape.LIST):
            raise self.fail(node, "a single value stands here, not a list or a map")
        return self.source.text[node.start : node.end]

    def text(self, key: str) -> str:
        entry = self.entries.get(key)
        return self.words(entry.node).strip() if entry else ""

    def strings(self, key: str) -> tuple[str, ...]:
        entry = self.entries.get(key)
        return tuple(self.listed(entry.node)) if entry else ()

    def listed(self, node: Node) -> Iterator[str]:
        """A list of words, or one word for a list of one."""
        if node.shape is Shape.LIST:
            yield from (self.words(item) for item in node.items)
        elif node.shape is not Shape.NULL:
            yield self.words(node)

    def plain(self, node: Node) -> Any:
        """A value as Python has it."""
        if node.shape is Shape.MAP:
            return {entry.key: self.plain(entry.node) for entry in node.entries}
        if node.shape is Shape.LIST:
            return [self.plain(item) for item in node.items]
        return node.value

    def pairs(self, node: Node) -> dict[str, str]:
        if self.vale and node.shape is Shape.LIST and all(item.shape is Shape.MAP for item in node.items):
            return {old: new for item in node.items for old, new in self.pairs(item).items()}
        if node.shape is not Shape.MAP:
            raise self.fail(node, "this key takes a map, as in {old: new}")
        return {entry.key: self.words(entry.node) for entry in node.entries}


def kind_of(word: str, *, style: bool = False) -> type[DataRule]:
    """The class behind a word of `extends`. Raises KeyError."""
    module, name = ("vale." + STYLE_KINDS[word][0], STYLE_KINDS[word][1]) if style else (word, KINDS[word])
    kind: type[DataRule] = getattr(import_module(f"presslint.packs.kinds.{module}"), name)
    return kind


def rule_of(entry: Declaration, said: YamlRule) -> type[DataRule]:
    """The class of a rule that was read before."""
    kind = kind_of(said.kind, style=said.style)
    namespace: dict[str, Any] = {name: getattr(entry, name) for name in DECLARED}
    namespace |= {"__doc__": entry.doc, "__module__": "presslint_rules.yaml", "examples": said.examples}
    namespace |= {"yaml": said, "proofs": dict(said.proven)}
    for key, value in said.options.items():
        spec = kind.option_specs[key]
        given = tuple(value) if isinstance(value, list) else value
        namespace[key] = Option(given, description=spec.description, **spec.constraints)
    class_name = "".join(part.capitalize() for part in entry.name.replace("_", "-").split("-"))
    rule: type[DataRule] = type(class_name, (kind,), namespace)
    return rule


def rule_from_yaml(text: str, path: str, name: str, *, vale: bool = False) -> type[DataRule]:
    """The rule class that a YAML file describes.

    `name` is the rule's public name. With `vale`, the file comes from a Vale style: it needs neither
    `why` nor `examples`. Raises RuleFileError with the line for whatever is wrong with it.
    """
    reader = _Reader(text, path, vale=vale)
    if vale and (base := _base(reader)) is not None:
        reader = _Reader(base, path, vale=vale)
    said = _yaml(reader, vale)
    rule = rule_of(_entry(reader, name, said), said)
    try:
        settle(rule)
        rule.reads_words = rule().reads_words
        rule.yaml = replace(said, proven=dict(rule.proofs))
    except Undeclared as wrong:
        at = reader.entries.get(wrong.name) or reader.entries["extends"]
        raise reader.fail(at, str(wrong)) from None
    except Flaw as flaw:
        raise _flawed(reader, flaw) from None
    return rule


def _base(reader: _Reader, depth: int = 0) -> str | None:
    """The text of a file that extends a rule of another style, with the keys of both; None for any other file."""
    word = reader.text("extends")
    style, dot, name = word.partition(".")
    if not dot:
        return None
    file = Path(reader.path).parent.parent / style / f"{name}.yml"
    try:
        other = _Reader(read_text(file), str(file), vale=True)
    except (Unusable, OSError):
        raise reader.fail(
            reader.entries["extends"], f"the rule “{word}” that it extends is not in {file}"
        ) from None
    further = _base(other, depth + 1) if depth < DEEPEST else None
    if further is not None:
        other = _Reader(further, str(file), vale=True)
    own = _pieces(reader)
    return "".join(
        {**_pieces(other), **{key: text for key, text in own.items() if key != "extends"}}.values()
    )


def _pieces(reader: _Reader) -> dict[str, str]:
    """The lines of each key of a file."""
    text = reader.source.text
    starts = [reader.source.line_start(entry.key_span.start) for entry in reader.entries.values()]
    ends = [*starts[1:], len(text)]
    return {
        key: text[start:end].rstrip("\n") + "\n"
        for key, start, end in zip(reader.entries, starts, ends, strict=True)
    }


def _yaml(reader: _Reader, vale: bool) -> YamlRule:
    """The part of a rule that only rules in YAML have; none of its patterns is proven yet."""
    kind = _kind(reader, vale)
    notices = _unknown_keys(reader, kind)
    if notices and not vale:
        raise RuleFileError(reader.path, notices[0][1], notices[0][0])
    if not vale:
        for key, hint in (
            ("why", "say in a sentence what holds, and why"),
            ("examples", "show a good and a bad one"),
        ):
            if key not in reader.entries:
                raise RuleFileError(reader.path, f"the key “{key}” is missing; {hint}", 1)
    hints = get_type_hints(kind)
    options = {
        key: list(value) if isinstance(value := _value(reader, kind, key, hints[key]), tuple) else value
        for key in kind.option_specs
        if key in reader.entries
    }
    if not vale:
        return YamlRule(reader.text("extends"), options, tuple(_examples(reader)), {})
    entry = reader.entries.get("tests")
    plain = reader.plain(entry.node) if entry is not None else None
    tests = tuple(case for case in plain if isinstance(case, dict)) if isinstance(plain, list) else ()
    return YamlRule(reader.text("extends"), options, tuple(_examples(reader)), {}, True, notices, tests)


def _entry(reader: _Reader, name: str, said: YamlRule) -> Declaration:
    """What the rule declares; the rest is that of every rule."""
    given = reader.entries
    declared: dict[str, Any] = {key: getattr(Rule, key) for key in DECLARED}
    declared |= {key: frozenset(reader.strings(key)) for key in ("needs", "languages", "not_for")}
    declared |= {
        "name": name,
        "origin": reader.path,
        "sources": reader.strings("sources") or reader.strings("link"),
        "severity": _severity(reader),
        "was": reader.strings("was"),
        "as_one": reader.text("as_one"),
    }
    if "default_on" in given:
        declared["default_on"] = reader.plain(given["default_on"].node)
    if "yields_to" in given:
        declared["yields_to"] = reader.pairs(given["yields_to"].node)
    return Declaration(**declared, doc=_docstring(reader), yaml=said)


def _kind(reader: _Reader, vale: bool) -> type[DataRule]:
    entry = reader.entries.get("extends")
    if entry is None:
        raise RuleFileError(
            reader.path, f"the key “extends” is missing; it names the kind: {', '.join(KINDS)}", 1
        )
    word = reader.words(entry.node)
    if vale and word in STYLE_KINDS:
        return kind_of(word, style=True)
    if word in REFUSED:
        raise reader.fail(entry.node, f"rules of the kind “{word}” are not read: {REFUSED[word]}")
    if word not in KINDS:
        if "." in word:
            raise reader.fail(entry.node, f"“{word}” extends a rule of another style; copy that rule here")
        raise reader.fail(entry.node, f"there is no kind “{word}”{_nearest(word, KINDS)}")
    return kind_of(word)


def _unknown_keys(reader: _Reader, kind: type[DataRule]) -> tuple[tuple[int, str], ...]:
    """Line and refusal of each key that the kind does not know."""
    known = {**dict.fromkeys(FILE_KEYS), **kind.option_specs, **({"tests": None} if reader.vale else {})}
    refused = (
        reader.fail(entry, f"unknown key “{key}”{_nearest(key, known)}")
        for key, entry in reader.entries.items()
        if key not in known
    )
    return tuple((error.line or 1, error.reason) for error in refused)


def _nearest(word: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"; did you mean “{close[0]}”?" if close else f"; known are {', '.join(sorted(known))}"


def _docstring(reader: _Reader) -> str:
    why = reader.text("why") or reader.text("description") or reader.text("message")
    summary, _, rest = why.partition("\n")
    return f"{summary.strip()}\n\n{rest.strip()}".strip() + "\n"


def _severity(reader: _Reader) -> Severity:
    entry = reader.entries.get("level")
    if entry is None:
        return Severity.WARNING
    word = reader.words(entry.node)
    try:
        return Severity.parse(word)
    except ValueError as error:
        raise reader.fail(entry.node, str(error)) from None


def _value(reader: _Reader, kind: type[DataRule], key: str, hint: Any) -> Any:
    """The value of an option. Lists and maps of words are read at once, the rest is put to pydantic."""
    node = reader.entries[key].node
    if hint == tuple[str, ...]:
        return tuple(reader.listed(node))
    if hint is str:
        return reader.words(node).strip() if key == "message" else reader.words(node)
    if hint == Mapping[str, str]:
        return reader.pairs(node)
    value = reader.plain(node)
    if hint is bool and isinstance(value, bool):
        return value
    try:
        return kind._validated({key: value})[key]
    except OptionError as error:
        raise reader.fail(node, f"{key}: {error.reason}") from None


def _examples(reader: _Reader) -> Iterator[Example]:
    entry = reader.entries.get("examples")
    if entry is None:
        return
    if entry.node.shape is not Shape.LIST:
        raise reader.fail(entry.node, "examples are a list of “- good: …” and “- bad: …”")
    for item in entry.node.items:
        given = {one.key: one for one in item.entries}
        for key, one in given.items():
            if key not in EXAMPLE_KEYS:
                raise reader.fail(one, f"unknown key “{key}”{_nearest(key, dict.fromkeys(EXAMPLE_KEYS))}")
        if ("good" in given) == ("bad" in given):
            raise reader.fail(item, "an example has either “good” or “bad”")
        for key in ("settings", "options"):
            if key in given and given[key].node.shape is not Shape.MAP:
                raise reader.fail(given[key], f"“{key}” of an example is a map, as in {{limit: 5}}")
        texts = {
            key: reader.words(one.node) for key, one in given.items() if key in ("good", "bad", "fix", "name")
        }
        yield Example(
            "bad" in given,
            texts.get("bad", texts.get("good", "")),
            reader.plain(given["options"].node) if "options" in given else {},
            texts.get("name", "story.md"),
            _of_each_mark(reader, given.get("says")),
            texts.get("fix"),
            _of_each_mark(reader, given.get("severity")),
            reader.plain(given["settings"].node) if "settings" in given else {},
        )


def _of_each_mark(reader: _Reader, entry: Entry | None) -> str | tuple[str, ...] | None:
    """What an example says of its marks: one text for all, or a list with one for each."""
    if entry is None:
        return None
    if entry.node.shape is Shape.LIST:
        return tuple(map(reader.words, entry.node.items))
    return reader.words(entry.node)


def _flawed(reader: _Reader, flaw: Flaw) -> RuleFileError:
    """The refusal for a flaw, on the line of the item that is at fault."""
    entry = reader.entries.get(flaw.option) or reader.entries["extends"]
    node = entry.node
    if flaw.index is not None:
        children = node.items or [inner.node for inner in node.entries]
        node = children[flaw.index] if flaw.index < len(children) else node
    at: Node | Entry = entry if flaw.index is None else node
    return reader.fail(at, flaw.reason)
