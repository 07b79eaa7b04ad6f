from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Media, Option, Rule, Severity, quoted
from presslint.likeness import fold

FILE_NAME = re.compile(
    r"\S{1,120}\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|heic|avif)|(?:IMG|DSC[FN]?|PXL|DJI|GOPR|image|"
    r"photo|picture|screenshot|screen[ _-]shot|untitled|unnamed)[ _-]?\(?\d[\d _.:-]{0,30}(?:at "
    r"[\d.: ]{3,10}(?:[AP]M)?)?\)?",
    re.IGNORECASE,
)
IMAGE_OF_TEXT = re.compile(
    r"\b(?:text|caption|sign|slide|tweet|poster|headline) (?:reads|says)\b", re.IGNORECASE
)
ONLY_A_KIND = re.compile(
    r"(?:an? |the )?(?:images?|photos?|photographs?|pictures?|pics?|graphics?|illustrations?|icons?|"
    r"logos?|screen ?shots?"
    r"|thumbnails?|charts?|graphs?|figures?|banners?|headers?|hero(?: image)?|featured "
    r"image|placeholder|alt(?: text)?"
    r"|descriptions?|caption|null|undefined|untitled|none|n/?a|tbd|todo)",
    re.IGNORECASE,
)


class AltTextPoor(Rule):
    """A text alternative tells what the picture shows.

    “IMG_2043.jpg”, “photo” and “image” tell nothing; a text of 250 characters and more is a caption that
    cannot be skipped, unless it spells out the text in the picture; and where caption and alternative are the same words, people who listen hear them
    twice (a suggestion). Whether an alternative of a few true words is good enough is for an editor.
    """

    severity = Severity.WARNING
    sources = ("WCAG 2.2, success criterion 1.1.1", "W3C: alt decision tree")
    needs = frozenset({"media"})
    longest: int = Option(250, ge=50, description="The most characters that a text alternative may have.")
    examples: ClassVar = (
        Good(
            "![The mayor opens the pier with a pair of garden shears](img_2043.jpg)\n\n![Logo of the "
            "ferry line](logo.png)\n"
        ),
        Good("![Chart: fares by pier, from $2 to $6](fares.png)\n"),
        Bad(
            "![ [[IMG_2043.jpg]] ](flood.jpg)\n",
            says="The text alternative “IMG_2043.jpg” is a file name; write what the picture shows.",
        ),
        Bad(
            '<article><h1>Flood</h1><p>It rose.</p><img src="a.jpg" alt="[[photo]]"></article>\n',
            name="page.html",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="[[The road under water]]">'
            "<figcaption>The road under water</figcaption></figure></article>\n",
            name="page.html",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for media in article.all_media:
            if media.kind != "image" or not media.alt:
                continue
            fault, severity = self.fault(media)
            if fault:
                yield self.finding(
                    media.alt,
                    f"The text alternative {quoted(media.alt.text)} {fault}; write what the picture shows.",
                    severity=severity,
                )

    def fault(self, media: Media) -> tuple[str, Severity | None]:
        """What is wrong with the alternative, as the middle of a sentence."""
        text = media.alt.text.strip() if media.alt else ""
        if FILE_NAME.fullmatch(text):
            return "is a file name", None
        if ONLY_A_KIND.fullmatch(text.rstrip(".:")):
            return "names a kind of picture, not its content", None
        if len(text) > self.longest and not IMAGE_OF_TEXT.search(text):
            return f"has {len(text)} characters, which nobody can skip", None
        caption = media.caption.text if media.caption else ""
        if caption and fold(caption) == fold(text):
            return "repeats the caption", Severity.SUGGESTION
        return "", None
