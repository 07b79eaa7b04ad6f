from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Part, Rule, Severity, quoted, regex
from presslint.desk import SMALL_WORDS

# what programs put among tags, with what it is
_KINDS = (
    (regex(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "an id"),
    (regex(r"[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{40}"), "an id"),
    (
        regex(
            r"(?:category|cat|tag|tags|topic|topics|section|type|taxonomy|term|keyword|subject)[:=]\S.{0,60}"
        ),
        "a key with its value",
    ),
    (regex(r"(?:19|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d.{0,14})?"), "a date"),
    (regex(r"[a-z]{2,20}(?:-[a-z0-9]{2,20}){1,8}-\d{4,12}"), "a slug with an id"),
    (regex(r"https?://\S{3,300}|(?:/[\w-]{1,40}){2,6}/?"), "an address"),
    (regex(r"\{.{1,300}\}|\[object Object\]|undefined|null|NaN"), "a value of a program"),
)
# what a pipeline notes among the tags, with blanks for its strokes
_SENT = "post(?:ed)?|blog(?:ging)?|publish(?:ed)?|article"
_PIPELINE = regex(
    rf"(?:auto|bot)(?: |-|_)?(?:generated|written|{_SENT})|(?:ai|machine|llm|gpt)(?: |-|_)?(?:{_SENT})"
    r"|(?:blog|news|auto)[-_](?:post|article|item)s?|needs?[-_]review|draft"
)
_LEVEL = regex(
    r"(?:beginner|intermediate|advanced)(?:[-_ ](?:level|friendly))?|(?:level|difficulty)[-_: ]?\w{1,12}"
)
_KEYED = regex(r"[a-z0-9]{2,20}(?:_[a-z0-9]{2,20}){1,6}")
_WEB = frozenset(("http", "https", "www", "com", "url", "html", "nbsp", "amp", "href"))
# small words that name something, too
_NAMES = frozenset(
    "it us who will new people one may can will who more die mit an se es no as am up out".split()
)
_WORDS = ("undefined", "null", "NaN")  # which an article may be about
KEYS = 2  # tags with underscores; one may be the name of a program
_YEAR = regex(r".*-(?:19|20)\d\d")


class TagMachineValue(Rule):
    """A tag is a word for readers, not a value of a program.

    `category:harbour`, an id, a whole date or an address among the tags came out of a database with its
    packing; the site makes a page of each. Plain slugs (`night-boats`, `election-2026`) are how many
    sites write their tags, and fine; two with underscores (`night_boats`) are keys, `auto-post` is a note of the pipeline (`ai-generated` discloses a machine to readers, and stays), and a
    level (“beginner”) is no subject and a suggestion; so is `null` where the article itself speaks of it. Small words among the
    tags (“your”, “before”, “https”) were cut out of the copy by a program, which is told once.
    """

    severity = Severity.WARNING
    sources = ("NISO Z39.19, forms of terms in controlled vocabularies",)
    reads = frozenset({"tags"})
    examples: ClassVar = (
        Bad(
            "---\ntags:\n- ferries\n- [[category:harbour]]\n---\nText.\n",
            says="The tag “category:harbour” is a key with its value; write the word that readers look for.",
            severity="warning",
        ),
        Bad(
            "---\ntags:\n- pier\n- [[your]]\n- they\n- https\n---\nThe pier is where your boat waits for you.\n",
            says="The tags “your”, “they”, “https” were cut out of the copy by a program; write the words that readers "
            "look for.",
            severity="warning",
        ),
        Good("---\ntags:\n- pier\n- https\n- it\n---\nThe pier is where your boat waits for you.\n"),
        Good("---\ntags:\n- new pier\n- your\n- they\n---\nThe pier is where your boat waits for you.\n"),
        Bad(
            "---\ntags:\n- ferries\n- [[3f2504e0-4f89-41d3-9a0c-0305e82c3301]]\n---\nText.\n",
            says="The tag “3f2504e0-4f89-41d3-9a0c-0305e82c3301” is an id; write the word that readers look "
            "for.",
        ),
        Bad(
            "---\ntags:\n- ferries\n- [[2026-05-06]]\n---\nText.\n",
            says="The tag “2026-05-06” is a date; write the word that readers look for.",
        ),
        Bad(
            "---\ntags:\n- ferries\n- [[night-boats-10482]]\n---\nText.\n",
            says="The tag “night-boats-10482” is a slug with an id; write the word that readers look for.",
        ),
        Bad(
            "---\ntags:\n- ferries\n- [[undefined]]\n---\nText.\n",
            says="The tag “undefined” is a value of a program; write the word that readers look for.",
        ),
        Bad(
            "---\ntags:\n- ferries\n- [[/topics/harbour/]]\n---\nText.\n",
            says="The tag “/topics/harbour/” is an address; write the word that readers look for.",
        ),
        Bad("---\ntags: [ferries, [[auto-post]]]\n---\nThe pier is open.\n", severity="warning"),
        Bad("---\ntags: [ferries, [[beginner]]]\n---\nThe pier is open.\n", severity="suggestion"),
        Bad("---\ntags:\n- [[night_boats]]\n- pier_news\n---\nThe pier is open.\n", severity="warning"),
        Good("---\ntags: [ferries, ai-generated, machine-written]\n---\nThe pier is open.\n"),
        Good(
            "---\ntags: [ai-generated, pg_dump, beginner]\n---\nWhat is generated, a beginner may not like.\n"
        ),
        Good("---\ntitle: Where waste goes\ntags: [dev, 'null']\n---\nSend the output to /dev/null.\n"),
        Bad("---\ntitle: Ferry\ntags: [ferries, '[[null]]']\n---\nThe ferry is back.\n"),
        Good(
            '---\ntags: [night-boats, election-2026, r-universe, sars-cov-2, "12:30 Report", C++, 3D]\n---\nText.\n'
        ),
        Good('---\ntags: ["Opinion: ferries", CVE-2017-1000367, /harbour/, pg_dump, "10000"]\n---\nText.\n'),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for tag in article.tags:
            text = tag.text.strip()
            for kind, what in _KINDS:
                if text in _WORDS and speaks_of(article, text):
                    break
                if kind.fullmatch(text) and not _YEAR.fullmatch(text):
                    yield self.finding(
                        tag, f"The tag {quoted(text)} is {what}; write the word that readers look for."
                    )
                    break
        yield from self.noted(article)
        yield from self.cut_out(article)

    def noted(self, article: Article) -> Iterator[Finding]:
        """Notes of a pipeline, levels and keys among the tags."""
        keyed = [
            tag
            for tag in article.tags
            if _KEYED.fullmatch(text := tag.text.strip())
            and not speaks_of(article, text)
            and not _PIPELINE.fullmatch(text)
        ]
        notes: list[Field] = []
        for tag in article.tags:
            text = tag.text.strip()
            low = text.lower()
            if _PIPELINE.fullmatch(low) and not speaks_of(article, re.split("[-_ ]", low)[-1]):
                notes.append(tag)
            elif _LEVEL.fullmatch(low) and not speaks_of(article, low):
                yield self.finding(
                    tag,
                    f"The tag {quoted(text)} is a level and no subject; keep it in a field of its own.",
                    severity=Severity.SUGGESTION,
                )
        if notes:
            yield self.finding(
                notes[0],
                f"The tag {quoted(notes[0].text.strip())} is a note of the desk's; write the word that readers look for.",
                see=tuple((tag, "and here") for tag in notes[1:20]),
            )
        if len(keyed) >= KEYS:
            yield self.finding(
                keyed[0],
                f"The tags {', '.join(quoted(tag.text.strip()) for tag in keyed[:3])} are keys of a program; write the words "
                "that readers look for.",
                see=tuple((tag, "and here") for tag in keyed[1:20]),
            )

    def cut_out(self, article: Article) -> Iterator[Finding]:
        """Small words of the language and pieces of addresses among tags of one word each."""
        tags = [tag for tag in article.tags if tag.text.strip()]
        if not tags or any(" " in tag.text.strip() for tag in tags):
            return
        small = frozenset(SMALL_WORDS.get(article.primary_language, "").split()) - _NAMES
        found = [tag for tag in tags if tag.text.strip() in small or tag.text.strip() in _WEB]
        if len(found) < 2:
            return
        names = ", ".join(quoted(tag.text.strip()) for tag in found[:3])
        yield self.finding(
            found[0],
            f"The tags {names} were cut out of the copy by a program; write the words that readers look for.",
            see=tuple((tag, "and here") for tag in found[1:20]),
        )


def speaks_of(article: Article, word: str) -> bool:
    """Whether the article has a tag's word in its headline, its copy or its code."""
    headline = article.headline
    texts = [passage.text for passage in article.passages if passage.part is not Part.TAG]
    return any(word in text for text in (*texts, headline.text if headline else ""))
