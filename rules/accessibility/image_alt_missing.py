from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Media, Option, Passage, Rule, Severity, quoted

# formats in which the writer sees and types the text alternative
WRITTEN = frozenset(("markdown", "html", "asciidoc", "rst"))
DECORATION = ("favicon", "pixel", "spacer", "blank.gif", "1x1", "tracking", "beacon")


class ImageAltMissing(Rule):
    """A picture has a text alternative.

    People who do not see the picture get its text alternative, and so do readers on a slow line. An
    empty `alt=""` in HTML says on purpose that a picture is decoration and is respected; `![](…)` in
    Markdown is a gap that nobody filled. A picture whose caption already tells what it shows may go
    without where the house says so. Content systems may add the text later: there it is a warning.
    """

    severity = Severity.ERROR
    as_one = "{count} pictures have no text alternative; write what each shows."
    sources = ("WCAG 2.2, success criterion 1.1.1: non-text content",)
    needs = frozenset({"media"})
    caption_is_enough: bool = Option(False, description="A picture with a caption needs no text alternative.")
    looks_at = frozenset({"media"})
    examples: ClassVar = (
        Good('![Water up to the car windows on Mill Road](flood.jpg)\n\n<img src="line.png" alt="">\n'),
        Good(
            '<p><img src="https://t.example.org/pixel.gif"><img src="a.png" role="presentation"></p>\n',
            name="page.html",
        ),
        Bad(
            "The road is closed.\n\n[[![](flood.jpg)]]\n",
            says="The picture “flood.jpg” has no text alternative; write what it shows.",
        ),
        Bad(
            '<article><h1>Flood</h1><p>The road is closed.</p><img src="[[flood.jpg]]"></article>\n',
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        written = article.format in WRITTEN
        for media in article.all_media:
            if media.kind == "image" and self.lacks_words(article, media):
                yield self.finding(
                    media,
                    f"The picture {quoted(_name(media))} has no text alternative; write what it shows.",
                    severity=None if written else Severity.WARNING,
                )

    def lacks_words(self, article: Article, media: Media) -> bool:
        if (
            media.decorative
            or media.target.startswith("data:")
            or any(word in media.target.lower() for word in DECORATION)
        ):
            return False
        if self.caption_is_enough and media.caption:
            return False
        if media.alt is None:
            return True
        return not media.alt and article.format == "markdown" and not _is_empty_on_purpose(article, media)


def _is_empty_on_purpose(article: Article, media: Media) -> bool:
    """Whether an HTML tag or a shortcode says `alt=""`; only `![]()` leaves it out by silence."""
    written = Passage.of(article.source, *media.span).text
    return not written.lstrip("[").startswith("![")


def _name(media: Media) -> str:
    """The file name of a picture, or its whole address."""
    return media.target.partition("?")[0].rstrip("/").rpartition("/")[2] or media.target or "without a file"
