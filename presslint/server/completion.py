"""Completion in front matter: which field the cursor is in, and what the site may write there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    TextEdit,
)
from msgspec import Struct

from presslint.model.regex import regex
from presslint.reading.fields import KEYS, fold_key
from presslint.server.places import END, Lines
from presslint.server.vocabulary import FIELDS, Name

TRIGGERS = (" ", "-", ",", "[", '"', "'", ":", "=")
MOST = 200  # names in one answer
YAML_KEY = regex(r"([ \t]*)(?:-[ \t]+)?([\w.-]{1,60})[ \t]*:(?:[ \t]+|$)")
TOML_KEY = regex(r"([ \t]*)([\w.-]{1,60})[ \t]*=[ \t]*")
ITEM = regex(r"([ \t]*)-(?:[ \t]+|$)")
PLAIN = regex(r"[^\W\d_][\w &./’-]*")
NOT_PLAIN = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


class Slot(Struct, frozen=True):
    """Where a name is being written: its field, where it begins, and how it must be quoted."""

    field: str
    start: int
    quote: str = ""  # a quotation mark that stands before it already
    is_toml: bool = False


def slot_at(text: str, offset: int, extra: Mapping[str, Sequence[str]]) -> Slot | None:
    """The place for a name around an offset, in the front matter of a text; None elsewhere.

    `extra` are further keys of the house, by field.
    """
    fence = text.lstrip("\ufeff")[:3]
    first = END.search(text)
    if fence not in ("---", "+++") or first is None or offset < first.end():
        return None
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    above = END.split(text[first.end() : start])[:-1] if start > first.end() else []
    if any(line.rstrip() in (fence, "...") for line in above):
        return None
    written = text[start:offset]
    is_toml = fence == "+++"
    key, rest = _key_of(written, above, is_toml)
    field = _field(key, extra)
    if not field:
        return None
    token = _token(rest, field)
    quote = token[:1] if token[:1] in ('"', "'") else ""
    if quote and token.count(quote) > 1:
        return None  # the name is finished
    return Slot(field, offset - len(token) + len(quote), quote, is_toml)


def _key_of(written: str, above: Sequence[str], is_toml: bool) -> tuple[str, str]:
    """The key that a line belongs to, and what is written of its value on that line."""
    pattern = TOML_KEY if is_toml else YAML_KEY
    match = pattern.match(written)
    if match is not None:
        key = match[2]
        if fold_key(key) == "name":
            key = next((line.strip().rstrip(":") for line in reversed(above) if _opens(line)), "")
        return key, written[match.end() :]
    item = ITEM.match(written)
    for line in reversed(above):
        opening = pattern.match(line)
        if opening is None:
            continue
        value = line[opening.end() :].strip()
        if item is not None and not value and len(opening[1]) <= len(item[1]):
            return opening[2], written[item.end() :]
        if item is None and value.startswith("[") and "]" not in value:
            return opening[2], "[" + written.lstrip()
        break
    return "", ""


def _opens(line: str) -> bool:
    """Whether a line is a key with its value on the lines below."""
    match = YAML_KEY.fullmatch(line.rstrip())
    return match is not None


def _field(key: str, extra: Mapping[str, Sequence[str]]) -> str:
    folded = fold_key(key)
    for field in FIELDS:
        if folded and (folded in KEYS[field] or folded in map(fold_key, extra.get(field, ()))):
            return field
    return ""


def _token(rest: str, field: str) -> str:
    """The name that is being written, of several the last."""
    if rest.startswith("["):
        if "]" in rest:
            return rest[len(rest) :]
        rest = rest[max(rest.rfind(","), rest.find("[")) + 1 :]
    elif field in ("tags", "categories") and not rest.startswith(('"', "'")):
        rest = rest[rest.rfind(",") + 1 :]
    return rest.lstrip()


def completed(lines: Lines, offset: int, slot: Slot, names: Sequence[Name], whole: bool) -> CompletionList:
    """The names that may stand in a slot; `whole` says that all articles were read."""
    typed = lines.text[slot.start : offset].casefold()
    fitting = [name for name in names if typed in name.text.casefold()]
    fitting.sort(key=lambda name: not name.text.casefold().startswith(typed))
    place = lines.range(slot.start, offset)
    items = [
        CompletionItem(
            label=name.text,
            kind=CompletionItemKind.Value,
            detail=said_of(name),
            sort_text=f"{number:04}",
            filter_text=name.text,
            text_edit=TextEdit(place, written(name.text, slot)),
        )
        for number, name in enumerate(fitting[:MOST])
    ]
    return CompletionList(is_incomplete=not whole or len(fitting) > MOST, items=items)


def said_of(name: Name) -> str:
    """Where a name is from."""
    parts = ["on the list of the house"] * name.listed
    if name.used:
        parts.append("in one other article" if name.used == 1 else f"in {name.used} other articles")
    return ", ".join(parts)


def written(name: str, slot: Slot) -> str:
    """A name as its front matter takes it."""
    if slot.quote:
        if slot.quote == "'":
            return name if slot.is_toml else name.replace("'", "''")
        return json.dumps(name, ensure_ascii=False)[1:-1]
    if not slot.is_toml and PLAIN.fullmatch(name) and name.casefold() not in NOT_PLAIN:
        return name
    return json.dumps(name, ensure_ascii=False)
