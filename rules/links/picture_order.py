from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

from presslint import Article, Bad, Field, Finding, Good, Media, Rule, Severity, quoted
from presslint.desk import PICTURE_CHOICES, PICTURE_ORDERS, RANDOM_PICTURES

SHOWN = 60  # characters of an address that a message gives


class PictureOrder(Rule):
    """A picture is a file of the house, not an order to a machine.

    An address such as `https://draw.example.org/prompt/a%20boat%20at%20dawn?seed=42` has a picture drawn anew for
    whoever opens the page: nobody has looked at what readers see, the order can be read in the address, and the
    host may be gone tomorrow. So it is with services that
    give any picture, which pages bear until they are filled. Save the picture, look at it, and say what it is. A `seed` in the middle of
    a file's name is part of the name.
    """

    severity = Severity.WARNING
    reads = frozenset({"media", "image"})
    sources = ("NPPA Code of Ethics: accurate images", "Release hygiene of content systems")
    needs = frozenset({"media"})
    examples: ClassVar = (
        Good("![A boat](https://img.example.org/prompt-service/seed-boat.jpg?w=800)\n"),
        Good("![A boat](https://img.example.org/boats/prompt.jpg?v=3)\n"),
        Bad(
            "[[![A boat](https://draw.example.org/prompt/a%20boat)]]\n",
            says="“https://draw.example.org/prompt/a%20boat” has the picture drawn to order for each reader; save the "
            "picture, look at it and say what it is.",
            severity="warning",
        ),
        Bad("[[![A boat](https://draw.example.org/p/boat?width=800&prompt=boat)]]\n", severity="warning"),
        Bad(
            "[[![A boat](https://pics.example.org/seed/boat/800/400)]]\n",
            says="“https://pics.example.org/seed/boat/800/400” leaves it to a program which picture readers get; save the "
            "picture, look at it and say what it is.",
            severity="suggestion",
        ),
        Bad("[[![A boat](https://picsum.photos/800/250)]]\n", severity="warning"),
        Good("![A boat](https://images.unsplash.com/photo-1)\n"),
        Bad(
            "---\ntitle: Ferry\nimage: [[https://draw.example.org/prompt/boat]]\n---\n\nIt sails.\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        told: set[str] = set()
        fields: list[tuple[Field | Media, str]] = [
            (field, field.text.strip()) for field in article.all("image")
        ]
        pictures = [(media, media.target) for media in article.all_media]
        for where, address in (*fields, *pictures):
            if address in told or not address.startswith(("http://", "https://", "//")):
                continue
            told.add(address)
            words = _words(address)
            if not PICTURE_ORDERS.isdisjoint(words):
                does, severity = "has the picture drawn to order for each reader", None
            elif (urlsplit(address).hostname or "").removeprefix("www.") in RANDOM_PICTURES:
                does, severity = "leaves it to a program which picture readers get", None
            elif not PICTURE_CHOICES.isdisjoint(words):
                does, severity = "leaves it to a program which picture readers get", Severity.SUGGESTION
            else:
                continue
            yield self.finding(
                where,
                f"{quoted(address[:SHOWN])} {does}; save the picture, look at it and say what it is.",
                severity=severity,
            )


def _words(address: str) -> set[str]:
    """The folders of an address and the keys that it asks with, in small letters."""
    parts = urlsplit(address.replace("&amp;", "&"))
    keys = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    return {word.lower() for word in keys.union(parts.path.split("/")[:-1])}
