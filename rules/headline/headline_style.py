from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, regex
from presslint.desk import CLOSING, OPENING

SPACES = regex(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
CAPITALS = regex(r"[A-Z][A-Z\s]{11,}")
# a stop that belongs to the last word (a short one with a capital may be cut: Pa., Bldg., Sept.)
OWN_STOP = regex(
    r"(?:\b[A-Za-z]\.[A-Za-z]\.|\b(?:Calif|etc|al|approx|est|vs|a\.m|p\.m|[A-Z][a-z]{0,3})\.|\.{2,})\Z"
)
WRAPPED = regex(rf"[{OPENING}][^{OPENING}{CLOSING}]{{12,}}[{CLOSING}]")
# a name or a play with stops: “Live.Code.Party.”
INNER_STOP = regex(r"\w\.\w")


class HeadlineStyle(Rule):
    """A headline is one line of plain words.

    It fits its place, ends without a full stop, does not shout in capitals or exclamation marks, and
    has single spaces. Quotation marks around the whole of it hold words that somebody says in the copy. How long a headline may be is the house's decision; the default is generous. A stop
    that may belong to the last word (“in Pa.”) is left alone, and so is a headline of several sentences.
    """

    severity = Severity.SUGGESTION
    sources = ("Reuters Handbook of Journalism: headlines", "AP Stylebook: headlines")
    yields_to: ClassVar = {"missing-core-field": "place"}
    longest: int = Option(110, ge=20, description="The most characters that a headline may have.")
    stop: bool = Option(False, description="True where the house ends its headlines with a full stop.")
    exclamations: bool = Option(
        False, description="True where the house's headlines may end with an exclamation mark."
    )
    reads = frozenset({"headline"})
    examples: ClassVar = (
        Good("---\ntitle: Ferry firm opens office in the U.S.\n---\nText.\n"),
        Good("---\ntitle: What the new rules mean for Pa.\n---\nText.\n"),
        Good("---\ntitle: Trustees approve the Performing Art Bldg.\n---\nText.\n"),
        Good("---\ntitle: Row.Rest.Repeat.\n---\nText.\n"),
        Good("---\ntitle: Will the ferry run after dark?\n---\nText.\n"),
        Good("---\ntitle: No boat. No bridge. No answer.\n---\nText.\n"),
        Good("---\ntitle: Islanders sue Yahoo! over harbour map\n---\nText.\n"),
        Bad(
            "---\ntitle: '[[\"Council cuts night buses\"]]'\n---\nText.\n",
            says="The whole headline stands in quotation marks, and nobody says it in the copy; take them off.",
            severity="suggestion",
        ),
        Good('---\ntitle: \'"We cut the night buses"\'\n---\nThe mayor said: "We cut the night buses".\n'),
        Bad(
            "---\ntitle: Council cuts night buses[[.]]\n---\nText.\n",
            says="The headline ends with a full stop; cut it.",
            fix="---\ntitle: Council cuts night buses\n---\nText.\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Council[[  ]]cuts night buses\n---\nText.\n",
            fix="---\ntitle: Council cuts night buses\n---\nText.\n",
            says="Two spaces stand in the headline; leave one.",
        ),
        Bad(
            "---\ntitle: [[COUNCIL CUTS NIGHT BUSES]]\n---\nText.\n",
            says="The headline is set in capitals; write it in upper and lower case.",
        ),
        Bad(
            "---\ntitle: Council cuts night buses [[from May]]\n---\nText.\n",
            longest=25,
            says="The headline has 33 characters, 8 more than fit; shorten it.",
        ),
        Bad(
            "---\ntitle: Council cuts night buses[[!]]\n---\nText.\n",
            says="The headline ends with an exclamation mark; let the words do it.",
        ),
        Bad(
            "---\ntitle: Council cuts night buses and trains and boats and planes and trams and all the "
            "rest of what goes on wheels in [[May]]\n---\nText.\n",
            says="The headline has 113 characters, 3 more than fit; shorten it.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Council cuts night buses [[x]]\n---\nText.\n",
            says="The headline has 26 characters, 2 more than fit; shorten it.",
            severity="suggestion",
            longest=24,
        ),
        Good(
            "---\ntitle: Council cuts night buses and trains and boats and planes and trams and all the "
            "rest of what goes on wheel nows\n---\nText.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night [[buses xy]]\n---\nText.\n",
            says="The headline has 27 characters, 4 more than fit; shorten it.",
            severity="suggestion",
            longest=23,
        ),
        Good("---\ntitle: COUNCIL\n---\nText.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        passage = headline.passage.strip()
        text = passage.text
        for found, _ in passage.written.find(SPACES):
            yield self.finding(
                found,
                "Two spaces stand in the headline; leave one.",
                fix=self.replace(found, " ", "Leave one space"),
            )
        if len(text) > self.longest:
            beyond = text.rfind(" ", 0, self.longest + 1) + 1 or self.longest
            yield self.finding(
                passage[beyond:],
                f"The headline has {len(text)} characters, {len(text) - self.longest} more than fit; "
                f"shorten it.",
            )
        if WRAPPED.fullmatch(text) and not any(text[1:-1] in block.text for block in article.walk()):
            yield self.finding(
                passage,
                "The whole headline stands in quotation marks, and nobody says it in the copy; take them off.",
            )
        if text.isupper() and CAPITALS.search(text):
            yield self.finding(passage, "The headline is set in capitals; write it in upper and lower case.")
        if not self.stop and ends_with_a_stop(passage):
            stop = passage[len(text) - 1 :]
            yield self.finding(
                stop,
                "The headline ends with a full stop; cut it.",
                fix=self.delete(stop, "Cut the full stop", "unsafe"),
            )
        if not self.exclamations and text.endswith("!"):
            mark = passage[len(text) - 1 :]
            yield self.finding(mark, "The headline ends with an exclamation mark; let the words do it.")


def ends_with_a_stop(headline: Passage) -> bool:
    """Whether a headline of one sentence ends with a stop that no word of it owns."""
    text = headline.text
    return (
        text.endswith(".")
        and not OWN_STOP.search(text)
        and not INNER_STOP.search(text)
        and len(headline.sentences) == 1
    )
