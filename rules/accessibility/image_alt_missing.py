from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Media, Option, Passage, Rule, Severity, quoted, regex

# formats in which the writer sees and types the text alternative
WRITTEN = frozenset(("markdown", "html", "asciidoc", "rst"))
ICON = regex(r"(?:^|[-_.])(?:icon|bullet|arrow|divider|ornament)s?(?:[-_.\d]|\Z)", re.I)
SIDE = regex(r"\b(?:width|height)\s?=\s?\\?[\"']?(\d{1,4})(?:px)?\\?(?=[\"'\s/>])", re.I)
SMALL = 48  # pixels: a picture of that width or height is an icon or an ornament
TAG_REACH = 1000  # characters before an address in which its tag is looked for
DECORATION = ("placeholder", "favicon", "pixel", "spacer", "blank.gif", "1x1", "tracking", "beacon")


SPECK = 4  # pixels
SPACER = regex(
    r"(?:spacer|clear(?:dot|pixel)?|blank|transparent|pixel|dot|1x1|shim)\w{0,8}\.(?:gif|png)", re.I
)


class ImageAltMissing(Rule):
    """A picture has a text alternative.

    People who do not see the picture get its text alternative, and so do readers on a slow line. An
    empty `alt=""` in HTML says on purpose that a picture is decoration and is respected; `![](…)` in
    Markdown is a gap that nobody filled. A picture whose caption already tells what it shows may go
    without where the house says so. It is a suggestion where a content system may add the text later, and for
    icons: pictures of at most 48 pixels, or with a file named as one, may be decoration. Spacers and counters
    are no pictures to anybody.
    """

    severity = Severity.WARNING
    as_one = "{count} pictures have no text alternative; write what each shows."
    sources = ("WCAG 2.2, success criterion 1.1.1: non-text content",)
    needs = frozenset({"media"})
    caption_is_enough: bool = Option(False, description="A picture with a caption needs no text alternative.")
    reads = frozenset({"media"})
    examples: ClassVar = (
        Good('![Water up to the car windows on Mill Road](flood.jpg)\n\n<img src="line.png" alt="">\n'),
        Good(
            '<p><img src="https://t.example.org/pixel.gif"><img src="a.png" role="presentation"></p>\n',
            name="page.html",
        ),
        Good('It rose.\n\n<img src="cleardot.gif"> <img src="a.gif" width="2" height="2">\n'),
        Bad(
            'It rose.\n\n<img src="[[a.jpg]]" width="49" height="49">\n',
            severity="warning",
            says="The picture “a.jpg” has no text alternative; write what it shows.",
        ),
        Bad('It rose.\n\n<img src="[[a.jpg]]" width="48">\n', severity="suggestion"),
        Bad("It rose.\n\n[[![](flood-icon.png)]]\n", severity="suggestion"),
        Bad(
            "The road is closed.\n\n[[![](flood.jpg)]]\n",
            says="The picture “flood.jpg” has no text alternative; write what it shows.",
            severity="warning",
        ),
        Bad(
            '<article><h1>Flood</h1><p>The road is closed.</p><img src="[[flood.jpg]]"></article>\n',
            name="page.html",
            severity="warning",
        ),
        Good('![](flood.jpg "The road is closed")\n', caption_is_enough=True),
        Bad(
            'It rose.\n\n<img src="b.jpg" alt="The pier" width="3"> [[![](a.jpg)]]\n',
            says="The picture “a.jpg” has no text alternative; write what it shows.",
            severity="warning",
        ),
        Bad(
            'It rose.\n\n<img src="[[/img/a.jpg?w=4]]">\n',
            says="The picture “a.jpg” has no text alternative; write what it shows.",
            severity="warning",
        ),
        Bad(
            '<img src="[[a.jpg]]" width="40">\n',
            says="The picture “a.jpg” has no text alternative; write what it shows.",
            severity="suggestion",
        ),
        Bad(
            "[[![](flood.jpg)]]\n",
            says="The picture “flood.jpg” has no text alternative; write what it shows.",
            severity="warning",
            caption_is_enough=True,
        ),
        Good('It rose.\n\n<img src="a.jpg" width="4">\n'),
        Bad(
            'It rose.\n\n<img src="[[a.jpg]]" width="5">\n',
            says="The picture “a.jpg” has no text alternative; write what it shows.",
            severity="suggestion",
        ),
        Bad(
            'It rose.\n\n<img title="The pier is old. The pier is old. The pier is old. The pier is old. '
            "The pier is old. The pier is old. The pier is old. The pier is old. The pier is old. The "
            "pier is old. The pier is old. The pier is old. The pier is old. The pier is old. The pier "
            "is old. The pier is old. The pier is old. The pier is old. The pier is old. The pier is "
            "old. The pier is old. The pier is old. The pier is old. The pier is old. The pier is old. "
            "The pier is old. The pier is old. The pier is old. The pier is old. The pier is old. The "
            "pier is old. The pier is old. The pier is old. The pier is old. The pier is old. The pier "
            'is old. The pier is old. The pier is old. The pier is old. The pier is old. " '
            'src="[[a.jpg]]" width="40">\n',
            says="The picture “a.jpg” has no text alternative; write what it shows.",
            severity="suggestion",
        ),
        Bad(
            "<html><body><article><h1>Pier opens</h1><p>The new pier on Harbour Street opened on Tuesday, the "
            'mayor said.</p><figure><img src="[[pier.jpg]]"><figcaption>The pier.</figcaption></figure>'
            '<img src="placeholder.png"></article></body></html>',
            name="page.html",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        written = article.format in WRITTEN
        for media in article.all_media:
            if media.kind == "image" and self.lacks_words(article, media) and not _is_spacer(article, media):
                yield self.finding(
                    media,
                    f"The picture {quoted(_name(media))} has no text alternative; write what it shows.",
                    severity=None if written and not self.is_lesser(article, media) else Severity.SUGGESTION,
                )

    @staticmethod
    def is_lesser(article: Article, media: Media) -> bool:
        """Whether a picture is an icon, or a page's template shows it with a caption."""
        return _is_icon(article, media) or (article.is_page and bool(media.caption))

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


def _is_icon(article: Article, media: Media) -> bool:
    """Whether a picture is as small as an icon, or its file is named as one."""
    return ICON.search(_name(media)) is not None or _is_within(article, media, SMALL)


def _is_spacer(article: Article, media: Media) -> bool:
    """Whether a picture keeps a place or counts visits."""
    return SPACER.match(_name(media)) is not None or _is_within(article, media, SPECK)


def _is_within(article: Article, media: Media, size: int) -> bool:
    """Whether the tag of a picture says a width or height of at most `size` pixels."""
    text, at = article.source.text, media.span.start
    start = text.rfind("<img", max(at - TAG_REACH, 0), at + 4)
    if start < 0 or text.find(">", start, at) >= 0:
        return False
    sides = SIDE.finditer(text, start, max(text.find(">", start, at + TAG_REACH) + 1, start))
    return any(int(side[1]) <= size for side in sides)


def _is_empty_on_purpose(article: Article, media: Media) -> bool:
    """Whether an HTML tag or a shortcode says `alt=""`; only `![]()` leaves it out by silence."""
    written = Passage.of(article.source, *media.span).text
    return not written.lstrip("[").startswith("![")


def _name(media: Media) -> str:
    """The file name of a picture, or its whole address."""
    return media.target.partition("?")[0].rstrip("/").rpartition("/")[2] or media.target or "without a file"
