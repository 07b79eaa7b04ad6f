from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import fold

# keys of a front matter that hold the text alternative of the article's picture
KEYS = frozenset(
    "imagealttext imagedescription featuredimagealt coveralt heroalt thumbnailalt bannerimagealt".split()
)
SLUG = regex(r"[a-z0-9]{1,24}(?:[-_][a-z0-9]{1,24}){1,9}")
WORDS = 4  # a shorter text may well be both


class AltTextCopied(Rule):
    """A text alternative is written for the picture.

    An alternative that is the dek or the headline once more tells people who listen the same twice and
    nothing of the picture; one like “space-boat-craft” is an address. The rule reads pictures in the copy
    and the picture of the front matter (`image_alt`, `image-description`). A slug of two parts is a
    suggestion, and so is the headline, which some systems write there by themselves, but for the lead picture: that of the
    front matter, or one that a page shows outside its article.
    """

    severity = Severity.WARNING
    judges_unseen = True
    reads = frozenset({"image-alt", "extra", "media"})
    sources = ("WCAG 2.2, success criterion 1.1.1", "W3C: alt decision tree")
    examples: ClassVar = (
        Bad(
            "---\ntitle: Pier opens\ndek: The pier opens after a winter of repairs\n"
            "image_alt: [[The pier opens after a winter of repairs]]\n---\nText.\n",
            says="The text alternative is the dek again; write what the picture shows.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens after a winter of repairs\n---\n"
            "![ [[Pier opens after a winter of repairs]] ](pier.jpg)\n\nText.\n",
            says="The text alternative is the headline again; write what the picture shows.",
            severity="suggestion",
        ),
        Bad(
            "Text.\n\n![ [[old-pier-harbour]] ](pier.jpg)\n",
            says="The text alternative “old-pier-harbour” is the name of a file or an address; write what the picture shows.",
            severity="warning",
        ),
        Bad("Text.\n\n![ [[old_pier]] ](pier.jpg)\n", severity="suggestion"),
        Bad(
            "<html><body><img src='a.jpg' alt='[[Pier opens after a winter]]'><article><h1>Pier opens after a winter</h1>"
            "<p>It is open.</p></article></body></html>\n",
            name="page.html",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens after a winter\nimage_alt: [[Pier opens after a winter]]\n---\nText.\n",
            severity="warning",
        ),
        Good("---\ntitle: Old pier\n---\n![Old pier](pier.jpg)\n\n![A well-known pilot](pilot.jpg)\n"),
        Good("---\ntitle: Pier opens\nimage_alt: Two pilots cut a ribbon\n---\nText.\n\n![](pier.jpg)\n"),
        Good("Text.\n\n![night-boat](boat.jpg)\n"),
        Good("---\ntitle: Pier\ncolor: old-pier-harbour\n---\nText.\n"),
        Good("Text.\n\n![  ](a.jpg)\n\n<img src='b.jpg'>\n"),
        Good("---\ntitle: Old pier opens\n---\n![Old pier opens](a.jpg)\n"),
        Good(
            "---\ntitle: Pier\ndek: The pier opens after a winter\nsummary: The dog sleeps in the sun\n---\n"
            "![The dog sleeps in the sun](a.jpg)\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        said = {}
        for name in ("description", "dek", "headline"):
            for field in article.all(name)[:1]:
                if field and len(field.text.split()) >= WORDS:
                    said[fold(field.text)] = name
        for text in alternatives(article):
            words = text.text.strip()
            if (copied := said.get(fold(words))) is not None:
                yield self.finding(
                    text,
                    f"The text alternative is the {copied} again; write what the picture shows.",
                    severity=Severity.SUGGESTION
                    if copied == "headline" and not is_lead(article, text)
                    else None,
                )
            elif SLUG.fullmatch(words) and ("_" in words or words.count("-") > 1):
                parts = words.replace("_", "-").count("-") + 1
                yield self.finding(
                    text,
                    f"The text alternative {quoted(words)} is the name of a file or an address; write what the picture shows.",
                    severity=None if parts > 2 else Severity.SUGGESTION,
                )


def is_lead(article: Article, text: Passage) -> bool:
    """Whether a text alternative is a field's, or of a picture that stands before the headline of a page."""
    headline = article.headline
    inside = {media.alt.span for block in article.walk() for media in block.media if media.alt is not None}
    spans = {span for span in inside if text.span.start >= span.start and text.span.end <= span.end}
    if not spans:
        return True
    return article.format == "html" and headline is not None and text.span.end < headline.passage.span.start


def alternatives(article: Article) -> Iterator[Passage]:
    """The text alternatives of the pictures, those of the front matter among them."""
    for field in (*article.all("image-alt"), *article.all("extra")):
        named = field.name == "image-alt" or fold(field.key).replace(" ", "") in KEYS
        if field and named and field.origin == "front matter":
            yield field.passage.strip()
    for media in article.all_media:
        if media.alt is not None and media.alt.text.strip():
            yield media.alt.strip()
