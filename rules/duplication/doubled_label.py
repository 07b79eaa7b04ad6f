from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import fold


class DoubledLabel(Rule):
    """A label and its short form are two things.

    “ENVI (ENVI)” stands where a template has two slots, for a name and its abbreviation, and filled both
    from one; “Harbour Board Harbour Board” where two fields run together. A house that has no long form
    leaves the brackets out. The rule looks for words with the very same words in brackets behind them, and
    for names of two words or more that stand twice in a row, in headings, lists, tables, captions and copy.
    So do a label that the words behind its colon say again (“GitHub: GitHub opens …”) and one
    that is glossed with its own words in another order or tongue, “Versão Pro (Pro Version)”, where each is a whole line:
    warnings. In copy only labels in capitals count in brackets, for “the Board (Board)” may introduce a short form.
    A name twice in a row is a warning, in web pages, whose furniture runs into the copy, a suggestion. Quotations, code and names that are doubled by nature (“Walla
    Walla”) are left alone. All places of an article are one finding.
    """

    severity = Severity.ERROR
    reads = frozenset({"repeats.labels"})
    sources = ("Copy-desk practice: slots of a template that were filled twice",)
    examples = (
        Good("The harbour board (HB) met in Walla Walla. New York, New York is far.\n"),
        Good("The club sang “Come Home Come Home” and `board (board)` printed nothing.\n"),
        Good(
            "Vote in the House (House) and the Board (Board) of Ayton. It runs on Harbour Net Harbour Net 4.\n"
        ),
        Good("- **Harbour Net** Harbour Net is a network.\n- A row of TRUE FALSE TRUE FALSE\n"),
        Bad(
            "<article><h1>Ferry</h1><p>The [[Harbour Board Harbour Board]] met on Tuesday.</p></article>\n",
            name="page.html",
            severity="suggestion",
            says="“Harbour Board Harbour Board” says one thing twice; cut one of them.",
        ),
        Bad(
            "Lead.\n\n## [[Ayton pier (Ayton pier)]]\n\nText.\n",
            says="“Ayton pier (Ayton pier)” says one thing twice; fill in the long form or cut the brackets.",
            severity="error",
        ),
        Good("Call print(print) or sum (sum of all). The Board of the Board met.\n"),
        Bad(
            "Lead.\n\n## [[HARB (HARB)]]\n\nIt met once.\n\n## PORT (PORT)\n\nIt met twice.\n",
            says="“HARB (HARB)” says one thing twice, and so does another label; fill in the long form or cut the "
            "brackets.",
            severity="error",
        ),
        Bad(
            "The [[Harbour Board Harbour Board]] met on Tuesday.\n",
            says="“Harbour Board Harbour Board” says one thing twice; cut one of them.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[HARB (HARB)]]\n\nIt met.\n\n## PORT (PORT)\n\nIt met.\n\n## PIER (PIER)\n\nIt met.\n",
            says="“HARB (HARB)” says one thing twice, and so do 2 others; fill in the long form or cut the "
            "brackets.",
            severity="error",
        ),
        Bad(
            "Lead.\n\n## [[Harbour: Harbour]] opens on Monday\n\nText.\n",
            says="“Harbour: Harbour” says one thing twice; cut one of them.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[Versão Pro (Pro Version)]]\n\nText.\n",
            says="“Versão Pro (Pro Version)” says one thing twice; fill in the long form or cut the brackets.",
            severity="warning",
        ),
        Good(
            "Lead.\n\n## Harbour: harbour fees rise (in May)\n\nText: Text is short.\n\n## Harbour Board (board of pilots)\n\nIt met.\n"
        ),
        Good("The old and cold board of the Big Harbour Board Harbour Board met.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = [label.around for label in article.repeats.labels if label.around is not None]
        first, *others = found
        in_brackets = first.text.endswith(")")
        same = in_brackets and fold(first.text).count(fold(first.text.rpartition(" (")[0])) > 1
        remedy = "fill in the long form or cut the brackets" if in_brackets else "cut one of them"
        count = (
            ""
            if not others
            else f", and so do{'es another label' if len(others) == 1 else f' {len(others)} others'}"
        )
        yield self.finding(
            first,
            f"{quoted(first.text)} says one thing twice{count}; {remedy}.",
            severity=Severity.ERROR
            if same
            else Severity.SUGGESTION
            if article.format == "html"
            else Severity.WARNING,
            see=tuple((each, "another one") for each in others),
        )
