from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import parse_qsl

from presslint import Article, Bad, Finding, Good, Kind, Link, Option, Rule, Severity, quoted, regex
from presslint.desk import ADMIN_PATHS, EDITABLE, PREVIEW_KEYS, TEST_LABELS, any_of, is_printed, target_of

ADDRESS = regex(r"(?:https?:)?//([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?", re.I)
BYTE = r"\d{1,3}"
# names and addresses that lead nowhere from outside
LOCAL = any_of(
    ("localhost", rf"127\.{BYTE}\.{BYTE}\.{BYTE}", r"0\.0\.0\.0", rf"192\.168\.{BYTE}\.{BYTE}"),
    (rf"10\.{BYTE}\.{BYTE}\.{BYTE}", rf"172\.(?:1[6-9]|2\d|3[01])\.{BYTE}\.{BYTE}"),
    (r"[\w-]+\.(?:local|internal|test|localhost)",),
)
PRIVATE = regex(rf"{LOCAL}(?::\d+)?")

# what a sentence says that sends readers to their own machine, or asks them to write in a document
OWN_MACHINE = regex(
    r"\byour (?:\w{1,20} )?(?:browser|computer|machine|server|laptop|desktop)\b|\blocally\b", re.I
)
TO_WRITE = regex(
    r"\b(?:please|can|may|to|and|or|you|us) (?:add|edit|enter|record|sign up|fill|comment|leave|write)\b",
    re.I,
)


class StagingLink(Rule):
    """Links lead to what readers can open.

    A link to `localhost`, to a preview or to the content system works at the writer's desk and nowhere
    else, and an editable document may show its comments to the world (a suggestion). Addresses that are printed as
    examples are fine, so is `localhost` where the sentence sends readers to their own browser or where code of
    the article uses it, and a document in which the sentence asks readers to write. Hosts of the house can be
    allowed.
    """

    severity = Severity.ERROR
    as_one = "{count} links lead to pages that readers cannot open; link to the published ones."
    sources = ("Release hygiene of content systems", "Protection of sources: internal documents")
    needs = frozenset({"links"})
    allow: tuple[str, ...] = Option(
        (), description="Hosts that are public although they look like test systems."
    )
    reads = frozenset({"link"})
    reads_addresses = frozenset(
        (
            *(
                "localhost",
                "//127.",
                "//0.0.0.0",
                "//192.168.",
                "//10.",
                "//172.",
                ".local",
                ".internal",
                ".test",
            ),
            *("preview", "draft", "docs.google.com/"),
            *ADMIN_PATHS,
            *(f"//{label}." for label in TEST_LABELS),
        )
    )
    examples: ClassVar = (
        Good("The [guide](https://www.cms.example.org/guide) says to open http://localhost:3000 first.\n"),
        Good(
            "See [the sheet](https://docs.google.com/spreadsheets/d/abc/pub) and [stage "
            "news](https://stagenews.example.org).\n"
        ),
        Good(
            "Then go to [127.0.0.1](http://127.0.0.1/setup) and [localhost:3000](http://localhost:3000/map).\n"
        ),
        Good("See [the map](http://localhost:3000/map) in your browser.\n"),
        Good(
            "```\nferry serve --host localhost:3000\n```\n\nThen see [the map](http://localhost:3000/map).\n"
        ),
        Good("Please add your pier to [the list](https://docs.google.com/document/d/abc/edit).\n"),
        Bad(
            "```\nferry serve\n```\n\nThen see [the map]([[http://localhost:3000/map]]).\n",
            says="The link “the map” opens on the writer's own network only; use the public address.",
            severity="error",
        ),
        Bad(
            "The [full list]([[http://localhost:3000/list]]) is here.\n",
            says="The link “full list” opens on the writer's own network only; use the public address.",
            severity="error",
        ),
        Bad(
            "See [the story]([[https://paper.example.org/?p=12&preview=true]]).\n",
            severity="error",
            says="The link “the story” opens a preview of an unpublished page; use the public address.",
        ),
        Bad(
            "See [the story]([[https://staging.paper.example.org/12]]).\n",
            severity="warning",
            says="The link “the story” opens a test system; use the public address.",
        ),
        Bad(
            "See [the notes]([[https://docs.google.com/document/d/abc/edit]]).\n",
            severity="suggestion",
            says="The link “the notes” opens a document for editing; use the public address.",
        ),
        Bad(
            "It is on your computer. [The map]([[http://localhost:3000/map]]) is here.\n",
            says="The link “The map” opens on the writer's own network only; use the public address.",
            severity="error",
        ),
        Bad(
            "See [the story]([[https://paper.example.org/a/wp-admin/post.php]]).\n",
            says="The link “the story” opens the content system; use the public address.",
            severity="warning",
        ),
        Good("See [the story](https://paper.example.org/?p=12&preview=false).\n"),
        Bad(
            "See []([[http://localhost:3000/list]]).\n",
            says="The link “http://localhost:3000/list” opens on the writer's own network only; use the "
            "public address.",
            severity="error",
        ),
        Good("See [the map](http://localhost:3000/map).\n", allow=("localhost:3000",)),
        Bad(
            "Call localhost now.\n\nSee [the map]([[http://localhost:3000/map]]).\n",
            says="The link “the map” opens on the writer's own network only; use the public address.",
            severity="error",
        ),
        Good("The pier is at localhost. See [the localhost map](http://localhost:3000/map).\n"),
        Good("See [the story](https://staging.paper/12).\n"),
        Bad(
            "See [the story]([[https://staging.example.org/12]]).\n",
            says="The link “the story” opens a test system; use the public address.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for link in article.links:
            match = ADDRESS.match(link.target.strip()) if link.kind in ("link", "image") else None
            if match is None:
                continue
            host, path, query = match[1].lower(), match[2].lower(), match[3] or ""
            if host in self.allow:
                continue
            fault, severity = _fault(host, path, query.replace("&amp;", "&"))
            if fault and not is_printed(link) and not is_meant(article, link, host):
                words = quoted(link.text.text) if link.text else quoted(link.target)
                yield self.finding(
                    target_of(article, link),
                    f"The link {words} {fault}; use the public address.",
                    severity=severity,
                )


def is_meant(article: Article, link: Link, host: str) -> bool:
    """Whether readers are sent there on purpose."""
    sentence = _sentence(link)
    if not PRIVATE.fullmatch(host):
        return host.startswith("docs.google.") and TO_WRITE.search(sentence) is not None
    name = host.partition(":")[0]
    return (
        name in link.text.text.lower()
        or OWN_MACHINE.search(sentence) is not None
        or any(name in block.text for block in article.walk() if block.kind is Kind.CODE)
    )


def _sentence(link: Link) -> str:
    """The sentence in which a link stands."""
    root, at = link.text.root, link.text.at
    for sentence in root.sentences:
        if sentence.at <= at < sentence.at + len(sentence):
            return sentence.text
    return root.text


def _fault(host: str, path: str, query: str) -> tuple[str, Severity | None]:
    if PRIVATE.fullmatch(host):
        return "opens on the writer's own network only", None
    asked = parse_qsl(query, keep_blank_values=True) if query else ()
    if any(key in PREVIEW_KEYS and value.lower() != "false" for key, value in asked):
        return "opens a preview of an unpublished page", None
    if any(path.startswith(admin) or admin in path for admin in ADMIN_PATHS):
        return "opens the content system", Severity.WARNING
    labels = host.split(".")
    if len(labels) > 2 and labels[0] in TEST_LABELS:
        return "opens a test system", Severity.WARNING
    if any((host + path).startswith(name) for name in EDITABLE) and path.rstrip("/").endswith("/edit"):
        return "opens a document for editing", Severity.SUGGESTION
    return "", None
