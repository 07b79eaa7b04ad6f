"""Entities of HTML as the characters that they stand for; the table of them all is read when one comes."""

from __future__ import annotations


def unescaped(text: str) -> str:
    """`&amp;`, `&#8217;` and the like decoded as browsers do."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)
