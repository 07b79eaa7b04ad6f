from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from presslint import Article, Bad, Finding, Good, Media, Option, Rule, Severity, quoted
from presslint.language.likeness import fold
from presslint.model.regex import regex

FILE_NAME = regex(
    r"\S{1,120}\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|heic|avif)|(?:IMG|DSC[FN]?|PXL|DJI|GOPR|image|"
    r"photo|picture|screenshot|screen[ _-]shot|untitled|unnamed)[ _-]?\(?\d[\d _.:-]{0,30}(?:at "
    r"[\d.: ]{3,10}(?:[AP]M)?)?\)?",
    re.IGNORECASE,
)
IMAGE_OF_TEXT = regex(r"\b(?:text|caption|sign|slide|tweet|poster|headline) (?:reads|says)\b", re.IGNORECASE)
ONLY_A_KIND = regex(
    r"(?:an? |the )?(?:images?|photos?|photographs?|pictures?|pics?|graphics?|illustrations?|icons?|"
    r"logos?|screen ?shots?"
    r"|thumbnails?|charts?|graphs?|figures?|banners?|headers?|hero(?: image)?|featured "
    r"image|placeholder|alt(?: text)?"
    r"|descriptions?|caption|null|undefined|untitled|none|n/?a|tbd|todo)",
    re.IGNORECASE,
)


class Fault(NamedTuple):
    """The middle and the end of a message, and a severity where it is not the rule's own."""

    what: str
    advice: str = "write what the picture shows"
    severity: Severity | None = None


class AltTextPoor(Rule):
    """A text alternative tells what the picture shows.

    “IMG_2043.jpg”, “photo” and “image” tell nothing. Two more are suggestions: a text of more than 250
    characters cannot be skipped by people who listen, unless it spells out the words in a picture; and
    where caption and alternative are the same, they hear the same twice. Whether an alternative of a
    few true words is good enough is for an editor.
    """

    severity = Severity.WARNING
    as_one = (
        "{count} pictures have a text alternative that does not say what they show; write what each shows."
    )
    sources = ("WCAG 2.2, success criterion 1.1.1", "W3C: alt decision tree")
    needs = frozenset({"media"})
    longest: int = Option(250, ge=50, description="The most characters that a text alternative may have.")
    looks_at = frozenset({"media"})
    examples: ClassVar = (
        Good(
            "![The mayor opens the pier with a pair of garden shears](img_2043.jpg)\n\n![Logo of the "
            "ferry line](logo.png)\n"
        ),
        Good("![Chart: fares by pier, from $2 to $6](fares.png)\n"),
        Bad(
            "![ [[IMG_2043.jpg]] ](flood.jpg)\n",
            says="The text alternative “IMG_2043.jpg” is a file name; write what the picture shows.",
            severity="warning",
        ),
        Bad(
            '<article><h1>Flood</h1><p>It rose.</p><img src="a.jpg" alt="[[photo]]"></article>\n',
            name="page.html",
            says="The text alternative “photo” names a kind of picture, not its content; write what the "
            "picture shows.",
            severity="warning",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="[[The road under water]]">'
            "<figcaption>The road under water</figcaption></figure></article>\n",
            name="page.html",
            severity="suggestion",
            says="The text alternative “The road under water” repeats the caption; say what the caption "
            "leaves out.",
        ),
        Good(
            "![The road stands under water from the mill down to the old pier, and the cars are wet. The "
            "road stands under water from the mill down to the old pier, and the cars are wet. The road "
            "stands under water from the mill down to the old pier, and the cars a](a.jpg)\n"
        ),
        Good(
            "![The sign reads: The road stands under water from the mill down to the old pier, and the "
            "cars are wet. The road stands under water from the mill down to the old pier, and the cars "
            "are wet. The road stands under water from the mill down to the old pier, and the cars are "
            "wet.](a.jpg)\n"
        ),
        Good(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="The road under water"><figcaption>Mill '
            "Road</figcaption></figure><p>It rose.</p></article>\n",
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for media in article.all_media:
            if media.kind != "image" or not media.alt:
                continue
            fault = self.fault(media)
            if fault is not None:
                yield self.finding(
                    media.alt,
                    f"The text alternative {quoted(media.alt.text)} {fault.what}; {fault.advice}.",
                    severity=fault.severity,
                )

    def fault(self, media: Media) -> Fault | None:
        """What is wrong with the alternative of a picture."""
        text = media.alt.text.strip() if media.alt else ""
        if FILE_NAME.fullmatch(text):
            return Fault("is a file name")
        if ONLY_A_KIND.fullmatch(text.rstrip(".:")):
            return Fault("names a kind of picture, not its content")
        caption = media.caption.text if media.caption else ""
        if caption and fold(caption) == fold(text):
            return Fault("repeats the caption", "say what the caption leaves out", Severity.SUGGESTION)
        if len(text) > self.longest and not IMAGE_OF_TEXT.search(text):
            what = f"has {len(text)} characters, and who listens cannot skip it"
            return Fault(what, "keep the essence and move the rest into the text", Severity.SUGGESTION)
        return None
