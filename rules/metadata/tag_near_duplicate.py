from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Fix, Good, Option, Passage, Rule, Severity, quoted
from presslint.article import Field
from presslint.desk.tagsplit import Split, fused_tags
from presslint.language.likeness import fold
from presslint.model.finding import Edit

SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on", "a", "an", "to"))


class TagNearDuplicate(Rule):
    """One subject has one tag.

    “Ferry” beside “ferries”, “AI” beside “artificial intelligence” split the readers of one subject
    into two. Tags are the same when they differ in case, plural, hyphens or punctuation (warning); an
    acronym beside its words and a tag that repeats the section are suggestions.
    """

    severity = Severity.WARNING
    sources = ("IPTC Media Topics: one concept per subject", "Taxonomy practice: one preferred label")
    needs = frozenset({"tags"})
    distinct: tuple[str, ...] = Option((), description="Tags that are meant to stand beside their likes.")
    looks_at = frozenset({"tags"})
    examples: ClassVar = (
        Good("---\ntitle: Ferry\ntags: [ferries, harbours, new, news]\n---\nText.\n"),
        Good("---\ntitle: Ferry\ntags: [art, arts]\n---\nText.\n", distinct=("art",)),
        Good(
            "<html><head><title>Puzzle</title><meta property='article:tag' content='piers'></head><body><h1>Puzzle</h1><p>Fill in the words of the old harbour, "
            "one by one, and send us the whole.</p><p>The words of May are below, and the pier is one.</p><table><tr>"
            "<td><div class='tag'>7</div></td><td><div class='tag'>7</div></td></tr></table></body></html>",
            name="puzzle.html",
        ),
        Good("---\ntitle: Ferry\ntags: [IT, Italy]\n---\nText.\n"),
        Bad(
            "---\ntitle: Pool closes\ntags: [swimming, council, [[swimming]]] # two\n---\nText.\n",
            fix="---\ntitle: Pool closes\ntags: [swimming, council] # two\n---\nText.\n",
            says="The tag “swimming” stands twice; cut one.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pool closes\ntags:\n  - swimming\n  - [[Swimming]]\n  - council\n---\nText.\n",
            fix="---\ntitle: Pool closes\ntags:\n  - swimming\n  - council\n---\nText.\n",
            says="“Swimming” and “swimming” are one subject; keep one of the tags.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [ferries, harbours, [[Ferry]]]\n---\nText.\n",
            says="“Ferry” and “ferries” are one subject; keep one of the tags.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [ferry, pier, [[ferry]], [[ferry]]]\n---\nText.\n",
            says="The tag “ferry” stands three times; keep one.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ntopic: event\nlab: pier\ntopic: [[event]]\n---\nText.\n",
            says="The key “topic” stands twice, with “event” each time; cut one.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [AI, [[artificial intelligence]]]\n---\nText.\n", severity="suggestion"
        ),
        Bad(
            "---\ntitle: Ferry\nsection: Transport\ntags: [ferries, [[transport]]]\n---\nText.\n",
            severity="suggestion",
            says="The tag “transport” repeats the section; cut it.",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [cars, [[car]]]\n---\nText.\n",
            says="“car” and “cars” are one subject; keep one of the tags.",
            fix="---\ntitle: Ferry\ntags: [cars]\n---\nText.\n",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [dishes, [[dish]]]\n---\nText.\n",
            says="“dish” and “dishes” are one subject; keep one of the tags.",
            fix="---\ntitle: Ferry\ntags: [dishes]\n---\nText.\n",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [information technology, [[IT]]]\n---\nText.\n",
            says="“IT” and “information technology” are one subject; keep one of the tags.",
            fix="---\ntitle: Ferry\ntags: [information technology]\n---\nText.\n",
            severity="suggestion",
        ),
        Good("---\ntitle: Ferry\ntags: [ABCDEFG, able boats can drive every fine girl]\n---\nText.\n"),
        Bad(
            "---\ntitle: Ferry\ntags: [ABCDEF, [[able boats can drive every fine]]]\n---\nText.\n",
            says="“able boats can drive every fine” and “ABCDEF” are one subject; keep one of the tags.",
            fix="---\ntitle: Ferry\ntags: [ABCDEF]\n---\nText.\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [ferry, [[ferry]], [[ferry]], [[ferry]], [[ferry]], [[ferry]], "
            "[[ferry]], [[ferry]], [[ferry]], [[ferry]]]\n---\nText.\n",
            says="The tag “ferry” stands 10 times; keep one.",
            severity="warning",
        ),
        Good("---\ntitle: Ferry\ntags: ['!', '?']\n---\nText.\n"),
        Good("---\ntitle: Ferry\ntags: [boxes, box]\n---\nText.\n"),
        Bad(
            "---\ntitle: Ferry\ntags: [crimepolicecourts, [[crime]]]\n---\nText.\n",
            says="The tag “crime” stands twice; cut one.",
            fix="---\ntitle: Ferry\ntags: [crimepolicecourts]\n---\nText.\n",
            severity="warning",
        ),
        Good("---\ntitle: Ferry\ntags: [HARBOR, harbour and rail board of rivers]\n---\nText.\n"),
        Good("---\ntitle: Ferry\ntags: [ties, ty]\n---\nText.\n"),
        Bad(
            "---\ntitle: Ferry\ntags: [skies, [[sky]]]\n---\nText.\n",
            says="“sky” and “skies” are one subject; keep one of the tags.",
            fix="---\ntitle: Ferry\ntags: [skies]\n---\nText.\n",
            severity="warning",
        ),
        Good("---\ntitle: Ferry\ntags: [gas, ga]\n---\nText.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        cut = {id(field): split for field, split in fused_tags(article, ())}
        tags = [tag for field in article.tags for tag in meant(field, cut.get(id(field)))]
        distinct = {fold(tag) for tag in self.distinct}
        written = Counter(tag.text for tag in tags)
        keys = [field.key_span for field in article.tags if field.key_span is not None]
        seen: dict[str, Passage] = {}
        initials: dict[str, Passage] = {}
        acronyms: dict[str, Passage] = {}
        section = article.get("section") if not cut else None
        for tag in tags:
            folded = fold(tag.text)
            if not folded or folded in distinct:
                continue
            first = seen.setdefault(singular(folded), tag)
            if first is not tag:
                key = article.tags[0].key if len(set(keys)) > 1 else ""
                yield self.pair(tag, first, Severity.WARNING, written[tag.text], key)
                continue
            if section is not None and folded == fold(section.text):
                yield self.finding(
                    tag,
                    f"The tag {quoted(tag.text)} repeats the section; cut it.",
                    severity=Severity.SUGGESTION,
                    see=((section, "the section"),),
                )
            if tag.text.isupper() and 2 <= len(folded) <= 6 and " " not in folded:
                acronyms[folded] = tag
                other = initials.get(folded)
            else:
                words = [word for word in folded.split() if word not in SMALL_WORDS]
                key = "".join(word[0] for word in words)
                if len(words) > 1:
                    initials.setdefault(key, tag)
                other = acronyms.get(key) if len(words) > 1 else None
            if other is not None:
                yield self.pair(tag, other, Severity.SUGGESTION)

    def pair(
        self, tag: Passage, first: Passage, severity: Severity, count: int = 2, key: str = ""
    ) -> Finding:
        """Two tags of one subject; a `key` that the front matter has twice is named in place of the tag."""
        same = tag.text == first.text
        if not same:
            said = f"{quoted(tag.text)} and {quoted(first.text)} are one subject; keep one of the tags."
        elif key:
            said = f"The key {quoted(key)} stands twice, with {quoted(tag.text)} each time; cut one."
        elif count == 2:
            said = f"The tag {quoted(tag.text)} stands twice; cut one."
        else:
            said = f"The tag {quoted(tag.text)} stands {spelled(count)} times; keep one."
        return self.finding(
            tag,
            said,
            severity=severity,
            see=((first, "the other tag"),),
            fix=cut(tag, "safe" if same else "unsafe"),
        )


def spelled(count: int) -> str:
    """A number up to nine as a word."""
    words = "no one two three four five six seven eight nine".split()
    return words[count] if count < len(words) else str(count)


def meant(tag: Field, split: Split | None) -> Iterator[Passage]:
    """A tag, or the tags inside a fused string, each by itself."""
    if split is None or not split.pieces:
        yield tag.passage
        return
    for piece in split.pieces:
        yield tag.passage[piece.start : piece.end].strip()


def singular(folded: str) -> str:
    """A folded tag with its last word in the singular and its words joined."""
    head, _, last = folded.rpartition(" ")
    if last not in ("news", "series", "us", "arts", "species", "sports", "physics", "politics", "economics"):
        if last.endswith("ies") and len(last) > 4:
            last = last[:-3] + "y"
        elif last.endswith(("ses", "xes", "ches", "shes")) and len(last) > 5:
            last = last[:-2]
        elif last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3:
            last = last[:-1]
    return (head + last).replace(" ", "")


def cut(tag: Passage, applicability: str) -> Fix | None:
    """Take a tag out of its list."""
    place = tag.entry()
    if place is None or not tag.whole:
        return None
    return Fix((Edit(place, ""),), f"Cut the tag {quoted(tag.text)}", applicability)
