from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity


class WrongBytes(Rule):
    """Every byte of a page or message is valid in the encoding that it declares.

    Browsers and mail programs show “�” for a byte that is not, and the letter that stood there is lost to every
    reader. Such a file is read as they read it, and its first wrong byte is told with how many there are; the lost
    letters are then not told one by one. Where none of them is in the copy, as in a script of the page, it is a
    suggestion. A page that declares nothing and is no UTF-8 is read as Windows-1252, as in browsers, and is let be;
    so is a “�” that somebody wrote.
    """

    severity = Severity.ERROR
    most_on_pages = Severity.WARNING
    reads = frozenset({"problem"})
    sources = ("WHATWG Encoding Standard: decode with replacement", "RFC 2045: Content-Type and charset")
    examples: ClassVar = (
        Good(
            "From: desk@pier.example\nSubject: Pier\nContent-Type: text/plain; charset=utf-8\n"
            "Content-Transfer-Encoding: quoted-printable\n\nThe Caf=C3=A9 on the pier opens on Friday.\n",
            name="pier.eml",
        ),
        Good(
            "From: desk@pier.example\nSubject: Pier\nContent-Type: text/plain; charset=iso-8859-1\n"
            "Content-Transfer-Encoding: quoted-printable\n\nThe Caf=E9 on the pier opens on Friday.\n",
            name="pier.eml",
        ),
        Good(
            '<html><head><meta charset="utf-8"><title>Pier</title></head><body><h1>Pier</h1><p>Browsers show \ufffd '
            "where a byte is wrong.</p></body></html>",
            name="pier.html",
        ),
        Bad(
            "From: desk@pier.example\nSubject: Pier\nContent-Type: text/plain; charset=utf-8\n"
            "Content-Transfer-Encoding: quoted-printable\n\nThe Caf[[=E9]] on the pier opens on Friday.\n",
            name="pier.eml",
            severity="error",
            says="The message declares UTF-8, and 1 byte is not valid in it, in “Caf\ufffd”; "
            "send it in UTF-8 or declare the encoding that it has.",
        ),
        Bad(
            "From: desk@pier.example\nSubject: Pier\nContent-Type: text/html; charset=utf-8\n"
            "Content-Transfer-Encoding: quoted-printable\n\n<p>The Caf[[=E9]] in S=E3o Paulo opens.</p>\n",
            name="pier.eml",
            severity="error",
            says="The message declares UTF-8, and 2 bytes are not valid in it, the first in “Caf\ufffd”; "
            "send it in UTF-8 or declare the encoding that it has.",
        ),
        Bad(
            "From: desk@pier.example\nSubject: Pier\nContent-Type: text/html; charset=utf-8\n"
            "Content-Transfer-Encoding: quoted-printable\n\n<!-- Caf[[=E9]] --><p>The pier opens on Friday.</p>\n",
            name="pier.eml",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        is_seen = any("\ufffd" in passage.text for passage in article.passages)
        for problem in article.problems:
            if problem.kind == "encoding":
                yield self.finding(
                    problem.span, problem.message, severity=None if is_seen else Severity.SUGGESTION
                )
