"""Text as GitHub-flavoured Markdown shows it unchanged, on one line, also in the cell of a table."""

from __future__ import annotations

import re

from presslint.model.regex import regex
from presslint.report.screen import harmless, one_line, without_commands

ESCAPES = str.maketrans({
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "`": "&#96;",
    "$": "&#36;",  # no formula
    **{char: f"\\{char}" for char in "\\*_[]~"},
})  # fmt: skip
MENTION = regex(r"([@#])(?=\w)")
COLON = regex(r":(?=[\w/+-])")  # of an address, which would become a link, or of an :emoji:
WWW = regex(r"\b(www)\.", re.IGNORECASE)


def text(words: str) -> str:
    """`words` without any meaning to Markdown: no markup, no mention, no link."""
    escaped = harmless(one_line(words)).translate(ESCAPES)
    escaped = MENTION.sub("\\1\u200b", escaped.replace("&#", "\x00"))
    escaped = COLON.sub("&#58;", escaped.replace("\x00", "&#"))
    return WWW.sub(r"\1&#46;", escaped)


def code(words: str) -> str:
    """`words` as inline code, whatever backticks they hold."""
    words = without_commands(harmless(one_line(words)).replace("|", "¦"))
    fence = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}" if words else ""


def link(label: str, url: str) -> str:
    """A Markdown link, or the bare label where the address is not a plain web address."""
    if not url.startswith(("https://", "http://")) or not re.fullmatch(r"[!-;=?-\[\]_a-z~]+", url):
        return label
    return f"[{label}]({url.replace('(', '%28').replace(')', '%29')})"
