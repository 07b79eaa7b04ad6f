from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from presslint import Article, Bad, Finding, Good, Media, Option, Rule, Severity, quoted, regex

PHOTOGRAPHS = (".jpg", ".jpeg", ".webp")
PHOTO_HOSTS = regex(r"//[\w.]{0,30}\b(?:unsplash|pexels|pixabay|shutterstock|gettyimages)\.com/")


class RepeatedPicture(Rule):
    """A photograph stands once.

    The same photograph twice in the copy is what a program leaves that had one picture for every slot. An
    address counts without its size (`?w=800`). The picture of the article's header that opens the copy is left to the theme;
    further down it counts. Signs and pictures of data (SVG, GIF, PNG), and web pages, whose own pictures stand among those of the
    story, are left alone.
    """

    severity = Severity.WARNING
    sources = ("Copy-desk practice: paste and merge accidents",)
    reads = frozenset({"media"})
    allow: tuple[str, ...] = Option(
        (), description="Addresses of pictures that the house repeats on purpose."
    )
    examples = (
        Good(
            "---\ntitle: Ferry\nimage: /pier.jpg\n---\n\n![The pier](/pier.jpg)\n\nIt sails.\n\n![A boat](/boat.jpg)\n"
        ),
        Bad(
            "---\ntitle: Ferry\nimage: https://a.example.org/pier.jpg?w=1\n---\n\nIt sails.\n\n"
            "[[![The pier](https://a.example.org/pier.jpg?w=2)]]\n",
            says="The picture “https://a.example.org/pier.jpg?w=2” stands twice, once in the header; show another one, or cut it.",
        ),
        Good("![A star](/star.png)\n\nIt sails.\n\n![A star](/star.png)\n"),
        Good("![A boat](/boat.jpg)\n\nIt sails.\n\n![A boat](/boat.jpg)\n", allow=("/boat.jpg",)),
        Bad(
            "![A boat](/boat.jpg)\n\nIt sails.\n\n[[![A boat](/boat.jpg?w=800)]]\n",
            says="The picture “/boat.jpg” stands twice; show another one, or cut it.",
            severity="warning",
        ),
        Bad(
            "![A boat](/boat.jpg)\n\nIt sails.\n\n[[![A boat](/boat.jpg)]]\n\nIt stops.\n\n![A boat](/boat.jpg)\n",
            says="The picture “/boat.jpg” stands 3 times; show another one, or cut it.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format == "html":
            return
        opening = {id(media) for media in (article.blocks[0].media if article.blocks else ())}
        header = {urlsplit(field.text.strip()).path for field in article.all("image")}
        same: dict[str, list[Media]] = {}
        for media in (media for block in article.walk() for media in block.media if media.kind == "image"):
            if media.target not in self.allow and is_photograph(media.target):
                same.setdefault(urlsplit(media.target).path, []).append(media)
        for path, places in same.items():
            first, *again = places
            over = path in header and id(first) not in opening  # a theme sets the header's over the copy
            if any(article.source.text.endswith("[", 0, media.span.start) for media in again):
                continue  # a button, which leads elsewhere each time
            if again or over:
                times = "twice" if len(places) < 3 else f"{len(places)} times"
                where = ", once in the header" if not again else ""
                yield self.finding(
                    (again[0] if again else first).span,
                    f"The picture {quoted(first.target)} stands {times}{where}; show another one, or cut it.",
                    # many themes show the header's picture in lists alone
                    severity=None if again else Severity.SUGGESTION,
                    see=tuple((media.span, "the same picture") for media in (first, *again[1:20]))
                    if again
                    else (),
                )
                return


def is_photograph(target: str) -> bool:
    """Whether an address is a photograph's, no sign's, badge's or picture of data."""
    return urlsplit(target).path.lower().endswith(PHOTOGRAPHS) or PHOTO_HOSTS.search(target) is not None
