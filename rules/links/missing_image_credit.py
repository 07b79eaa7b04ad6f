from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Media, Option, Rule, Severity, quoted, regex
from presslint.desk import any_of

# a credit at the end or the beginning of a caption, or in brackets within it
MADE = any_of(
    "photos? photograph photographs image images picture pictures graphic illustration video",
    ("credits?", "courtesy", "via", "provided", "handout", "map data"),
)
MAKER_AND_HOUSE = r"\b[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} ?/ ?[A-Z][\w.’'& -]{1,40}"
HOUSES = any_of(
    "AP AFP Reuters EPA Getty PA ANSA dpa Shutterstock Unsplash iStock Flickr Wikimedia NASA handout"
)
CREDITED = regex(
    rf"\b(?i:{MADE})\b ?(?::|by\b|from\b|of\b|courtesy\b|/|—|–)"
    rf"|(?:©|\(c\)|copyright)|{MAKER_AND_HOUSE}|\b{HOUSES}\b"
)
NOT_A_PHOTO = regex(
    any_of(
        "logo icon avatar author headshot profile badge spacer pixel chart graph diagram",
        ("screen[-_ ]?shot",),
        r"button banner sprite emoji \bapps?\b home-?page web-?(?:page|site) search results infographic graphic",
        r"illustration map\b model phone tablet android kindle slide cover poster \.(?:svg|png|gif)\b",
    )
)  # in small letters


class MissingImageCredit(Rule):
    """A picture says who made it.

    A picture without a credit is somebody's work without a name, and nobody can check where it comes
    from. Houses differ: the rule takes an article at its word and speaks up when at least half of its
    photographs are credited and others are not. With `always`, every picture needs a credit; that is for houses
    that credit all of them, and off because many publish only their own. Icons, logos and what is
    drawn rather than photographed (charts, PNG and GIF files) need none.
    """

    severity = Severity.SUGGESTION
    sources = ("AP: photo captions", "IPTC photo metadata: credit line")
    needs = frozenset({"media"})
    always: bool = Option(False, description="Ask for a credit even where no picture of the article has one.")
    own: tuple[str, ...] = Option(
        (), description="Parts of addresses of pictures that need none (“/staff/”)."
    )
    reads = frozenset({"media"})
    examples: ClassVar = (
        Good("![Flood on Mill Road](flood.jpg)\n\n![The pier](pier.jpg)\n"),
        Good(
            '<figure><img src="a.jpg" alt="Flood"><figcaption>Mill Road. Ana Ruiz/The '
            "Paper</figcaption></figure>"
            '<p>It rose.</p><figure><img src="logo.png" alt="Logo"><figcaption>The line\'s '
            "logo</figcaption></figure>\n",
            name="page.html",
        ),
        Bad(
            "[[![Flood on Mill Road](flood.jpg)]]\n",
            always=True,
            says="The picture “flood.jpg” names nobody who made it; add the credit.",
            severity="suggestion",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="Flood"><figcaption>Mill Road. Photo: '
            "Ana Ruiz</figcaption>"
            '</figure><p>It rose.</p><figure><img src="[[b.jpg]]" alt="Pier"><figcaption>The '
            "pier</figcaption></figure></article>\n",
            name="page.html",
            says="The picture “b.jpg” names nobody who made it; add the credit.",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="Flood"><figcaption>Photo: Ana '
            'Ruiz</figcaption></figure><figure><img src="[[/img/b.jpg?w=4]]" '
            'alt="Flood"><figcaption>Mill Road</figcaption></figure><p>The flood is high.</p></article>\n',
            name="page.html",
            says="The picture “b.jpg” names nobody who made it; add the credit.",
            severity="suggestion",
        ),
        Good(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="Flood"><figcaption>Photo: Ana '
            'Ruiz</figcaption></figure><figure><img src="b.jpg" alt="The men of the yard are at the '
            'logo"><figcaption>Mill Road</figcaption></figure><p>The flood is high.</p></article>\n',
            name="page.html",
        ),
        Bad(
            '{{< figure src="a.jpg" alt="Flood" attr="Ana Ruiz" >}}\n\n[[![Mill](b.jpg)]]\n',
            says="The picture “b.jpg” names nobody who made it; add the credit.",
            severity="suggestion",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="Flood"><figcaption>Photo: Ana '
            'Ruiz</figcaption></figure><figure><img src="[[b.jpg]]" alt="The men of the yard stand in '
            'front of the logo"><figcaption>Mill Road</figcaption></figure><p>The flood is '
            "high.</p></article>\n",
            name="page.html",
            says="The picture “b.jpg” names nobody who made it; add the credit.",
            severity="suggestion",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="Flood"><figcaption>Photo: Ana '
            'Ruiz</figcaption></figure><img src="[[b.jpg]]"><p>The flood is high.</p></article>\n',
            name="page.html",
            says="The picture “b.jpg” names nobody who made it; add the credit.",
            severity="suggestion",
        ),
        Bad(
            '<article><h1>Flood</h1><figure><img src="a.jpg" alt="Flood"><figcaption>Photo: Ana '
            'Ruiz</figcaption></figure><figure><img src="[[b.jpg]]" alt="Flood"><figcaption>Mill '
            "Road</figcaption></figure><p>The flood is high.</p></article>\n",
            name="page.html",
            says="The picture “b.jpg” names nobody who made it; add the credit.",
            severity="suggestion",
            own=("/staff/",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        photos = [media for media in article.all_media if self.is_photo(media)]
        bare = [media for media in photos if not _is_credited(media)]
        if bare and (self.always or len(bare) <= len(photos) - len(bare)):
            for media in bare:
                name = media.target.partition("?")[0].rpartition("/")[2] or media.target
                yield self.finding(
                    media, f"The picture {quoted(name)} names nobody who made it; add the credit."
                )

    def is_photo(self, media: Media) -> bool:
        named = f"{media.target} {media.alt.text[:40] if media.alt else ''}"
        return (
            media.kind == "image"
            and not media.decorative
            and not NOT_A_PHOTO.search(named.lower())
            and not any(part in media.target for part in self.own)
        )


def _is_credited(media: Media) -> bool:
    if media.credit:
        return True
    return media.caption is not None and CREDITED.search(media.caption.text) is not None
