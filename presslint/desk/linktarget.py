"""Links as addresses: where the address stands, and whether it is printed to be read, not followed."""

from __future__ import annotations

import re

from presslint.model.document import Document, Link
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex

SCHEME = regex(r"(?:https?:)?//(?:www\.)?|www\.", re.IGNORECASE)

# what a tag has that a script listens to, and names of parts that move
SCRIPTED = regex(r"\b(?:role|data-[\w-]{1,40}|onclick|aria-\w{1,20}|tabindex)\s?=", re.I)
MOVING = regex(r"accordion|toggle|dropdown|modal|carousel|slide|\btabs?\b|button|\bbtn", re.I)
TAG_REACH = 600  # characters before the words of a link in which its tag is looked for


def is_control(article: Document, link: Link) -> bool:
    """Whether the tag of a link makes it a button of the page: a tab, a toggle, a slide show."""
    text = article.source.text
    words = link.text.span.start if link.text.runs else -1
    at = link.target_span.start if link.target_span is not None else words
    before = text[max(at - TAG_REACH, 0) : at]
    if at < 0 or "<a" not in before:
        return False
    tag = before.rpartition("<a")[2] + text[at : max(text.find(">", at, at + TAG_REACH), at)]
    if "</a" in tag:
        return False
    inside = text[at:words] if at < words < at + TAG_REACH else ""
    return SCRIPTED.search(tag) is not None or (words >= 0 and MOVING.search(tag + inside) is not None)


def target_of(article: Document, link: Link) -> Passage | Link:
    """The address as it is written; the link's words where the format has no place for it."""
    if link.target_span is None or link.target_span.start == link.target_span.end:
        return link
    return Passage.of(article.source, *link.target_span, Part.FIELD)


def is_printed(link: Link) -> bool:
    """Whether the words of a link are its address: a reader sees it, as an example or a reference."""
    return link.kind == "bare" or (bool(link.text) and _bare(link.text.text) == _bare(link.target))


def _bare(address: str) -> str:
    """An address without what people leave out when they write one."""
    return SCHEME.sub("", address.strip()).rstrip("/").lower()
