from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import fold, sequence_ratio

NEAR = 0.7  # likeness from which a listed tag is proposed


class TagVocabulary(Rule):
    """Tags come from the house's list.

    A tag that is not on the list makes a topic page that nobody keeps. The list is given by the house:
    in the config (`allowed`), or as a file (`file`) with one tag a line, a JSON list of names, or the
    JSON of an IPTC NewsCodes scheme such as Media Topics, of which codes and labels in every language
    count. Without a list the rule says nothing.
    """

    severity = Severity.WARNING
    sources = (
        "IPTC NewsCodes: controlled vocabularies for subjects",
        "Taxonomy practice: one list, one owner",
    )
    needs = frozenset({"tags"})
    allowed: tuple[str, ...] = Option((), description="The tags of the house.")
    file: str = Option(
        "", description="A file that lists them, named from the folder of the config.", is_file=True
    )
    reads = frozenset({"tags"})
    examples: ClassVar = (
        Good("---\ntitle: Ferry\ntags: [anything, goes]\n---\nText.\n"),
        Good(
            "---\ntitle: Ferry\ntags: [Ferries, harbour-board]\n---\nText.\n",
            allowed=("ferries", "Harbour board"),
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [ferries, [[harbour bord]]]\n---\nText.\n",
            says="“harbour bord” is not on the list of tags; use “Harbour board”.",
            allowed=("ferries", "Harbour board"),
            severity="warning",
        ),
        Bad(
            '---\ntitle: Ferry\ntags: ["[[whales]]"]\n---\nText.\n',
            says="“whales” is not on the list of tags; choose one that is, or have it added.",
            allowed=("ferries", "Harbour board"),
        ),
        Bad(
            '---\ntitle: Ferry\ntags: ["[[ferry]]"]\n---\nText.\n',
            says="“ferry” is not on the list of tags; choose one that is, or have it added.",
            severity="warning",
            allowed=("ferries",),
        ),
        Bad(
            '---\ntitle: Ferry\ntags: ["[[harbor board]]"]\n---\nText.\n',
            says="“harbor board” is not on the list of tags; use “Harbour board”.",
            fix='---\ntitle: Ferry\ntags: ["Harbour board"]\n---\nText.\n',
            severity="warning",
            allowed=("Harbour board",),
        ),
    )

    def names_for(self, field: str) -> Iterable[str]:
        if field == "tags":
            yield from self.allowed
            yield from read_list(self.file).values() if self.file else ()

    def check(self, article: Article) -> Iterator[Finding]:
        if not self.allowed and not self.file:
            return
        known = {fold(name): name for name in self.allowed}
        if self.file:
            known = {**read_list(self.file), **known}
        for tag in article.tags:
            if fold(tag.text) in known:
                continue
            near = nearest(tag.text, known)
            advice = f"use {quoted(near)}" if near else "choose one that is, or have it added"
            yield self.finding(
                tag,
                f"{quoted(tag.text)} is not on the list of tags; {advice}.",
                fix=self.replace(tag.passage, near, f"Write {quoted(near)}", "unsafe") if near else None,
            )


def nearest(tag: str, known: Mapping[str, str]) -> str:
    """The listed tag most like this one, or an empty string."""
    folded = fold(tag)
    best = max(known, key=lambda name: sequence_ratio(folded, name), default="")
    return known[best] if best and sequence_ratio(folded, best) >= NEAR else ""


@lru_cache(maxsize=8)
def read_list(path: str) -> dict[str, str]:
    """The tags of a list file, folded name -> name as written. Raises OSError and ValueError."""
    text = Path(path).read_text(encoding="utf-8-sig")
    if path.endswith(".json"):
        import json

        names = list(names_in(json.loads(text)))
    else:
        names = [line.split("\t")[0].strip() for line in text.splitlines() if not line.startswith("#")]
    return {fold(name): name for name in names if name}


def names_in(data: Any) -> Iterator[str]:
    """Names of a JSON list: strings, objects with a name, or concepts of an IPTC scheme."""
    if isinstance(data, Mapping):
        data = data.get("conceptSet") or data.get("tags") or list(data)
    for entry in data if isinstance(data, list) else ():
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, Mapping):
            for key in ("name", "label", "prefLabel", "qcode", "code", "slug"):
                value = entry.get(key)
                if isinstance(value, Mapping):
                    yield from (str(label) for label in value.values())
                elif isinstance(value, str):
                    yield value
