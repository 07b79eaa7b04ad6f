from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted
from presslint.desk import CHANGE_WORDS, Change, Form, change_of, changes_in, grid, is_change, plain


class PercentChangeArithmetic(Rule):
    """A stated change follows from the two figures beside it.

    Readers who do the sum and get another answer stop trusting the rest. The rule reads sentences
    that give a change together with the figure before and the figure after, and does the sum with
    each figure widened by half its last digit (of the last that is not 0, up to one percent) and the
    percentage by one unit of its own. Figures that cannot be compared as they stand (adjusted, like for
    like, per year) are left alone. In a table, a column of
    percentages that is the change between two others in most rows is held to it in the rest. Left alone is a percentage beside two rates, which may be the change of a
    month beside the rates of a year; “about” or “nearly” buys room.
    """

    severity = Severity.WARNING
    reads_words = CHANGE_WORDS | {"%"}
    sources = (
        "American Press Institute, accuracy checklists: do the maths",
        "statcheck and the GRIM test: recompute what is reported",
    )
    languages = frozenset({"en"})
    examples = (
        Bad(
            "| Boat | Price | Before | Change |\n|---|---|---|---|\n| Alba | 120 | 100 | +20% |\n"
            "| Bruma | 90 | 100 | [[-15%]] |\n| Cala | 55 | 50 | +10% |\n",
            says="“-15%”: 100 to 90 is -10 percent, as the other rows count; correct one.",
            severity="warning",
        ),
        Good(
            "| Boat | Price | Before | Share |\n|---|---|---|---|\n| Alba | 120 | 100 | 20% |\n"
            "| Bruma | 90 | 100 | 15% |\n| Cala | 55 | 50 | 65% |\n"
        ),
        Bad(
            "Profit rose [[20%]] to $110m from $100m a year earlier.\n",
            says="“20% to $110m from $100m”: $100m to $110m is a rise of 10 percent; "
            "correct the percentage or the figures.",
            severity="warning",
        ),
        Bad(
            "Enrolment went from 1,200 pupils to 900, a fall of [[30 percent]].\n",
            says="“1,200 pupils to 900, a fall of 30 percent”: 1,200 to 900 is a fall of 25 percent; correct "
            "the percentage or the figures.",
        ),
        Bad(
            "Ridership rose [[10 per cent]] to 90,000 from 100,000.\n",
            says="“10 per cent to 90,000 from 100,000”: 100,000 to 90,000 is a fall of 10 percent, "
            "not a rise; correct the wording or the figures.",
        ),
        Bad(
            "Waiting lists have [[doubled from 400 to 650]] since the spring.\n",
            says="“doubled from 400 to 650”: 400 to 650 is a rise of 62.5 percent; correct the wording or the "
            "figures.",
        ),
        Bad(
            "Turnout rose [[12 percentage points]] from 41% to 51%.\n",
            says="“12 percentage points from 41% to 51%”: 41% to 51% is a rise of 10 percentage points; "
            "correct the one or the other.",
        ),
        Good("Profit rose 10% to $110m from $100m a year earlier.\n"),
        Good("The budget grew about 18 percent, from $4.5 to 5.2 million.\n"),
        Good("Like-for-like sales rose 2% to $110m from $100m.\n"),
        Good("Sales rose 5% to $10m and profit fell to $2m from $3m.\n"),
        Good("Traffic grew from 120 to 150 visits, up 8% on the plan.\n"),
        Good("Turnout rose 10 percentage points from 41% to 51%.\n"),
        Good("Fish landings rose 26.4%, from 47,108 tonnes to 59,600 tonnes.\n"),
        Bad(
            "Fish landings rose [[24.4%]], from 47,108 tonnes to 59,600 tonnes.\n",
            says="“24.4%, from 47,108 tonnes to 59,600 tonnes”: 47,108 tonnes to 59,600 tonnes is a rise of "
            "26.5 percent; correct the percentage or the figures.",
        ),
        Good("Prices rose 0.1% on the month, easing the annual rate to 3.4% from 3.5%.\n"),
        Good("Prices rose 0.1% in May, with the annual rate down to 3.4% from 3.5%.\n"),
        Good("At the stall, doubles have gone from $100 to $150 a plate.\n"),
        Bad(
            "Profit fell [[5%]] to $100.8m from $100.0m.\n",
            says="“5% to $100.8m from $100.0m”: $100.0m to $100.8m is a rise of 0.8 percent, not a fall; "
            "correct the wording or the figures.",
            severity="warning",
        ),
        Bad(
            "Profit rose [[5%]] to $100m from $100m.\n",
            says="“5% to $100m from $100m”: $100m to $100m is a fall of 0 percent, not a rise; correct the "
            "wording or the figures.",
            severity="warning",
        ),
        Good("Turnout rose 12% from 41% to 51%.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block in article.blocks:
            if block.kind is Kind.TABLE:
                yield from self.columns(article, block)
        for sentence, change in changes_in(article):
            size = change.stated
            if change.holds or change.means_points:
                continue
            if change.of_rates and size is not None and size.form is not Form.POINTS:
                continue
            start, end = (size.start, size.end) if size else (change.start, change.end)
            yield self.finding(sentence[start:end], _message(sentence.text, change))

    def columns(self, article: Article, block: Block) -> Iterator[Finding]:
        """Rows in which a percentage is not the change that it is in the others."""
        table = grid(article, block)
        if table is None:
            return
        for number in range(1, len(table.heads)):
            pair = change_of(table, number)
            if pair is None:
                continue
            for row in table.rows:
                share, after, before = row[number], row[pair[0]], row[pair[1]]
                if share and after and before and before.value and not is_change(row, number, pair):
                    change = round((after.value / before.value - 1) * 100, 1)
                    yield self.finding(
                        share.passage.strip(),
                        f"{quoted(share.passage.text.strip())}: {before.passage.text.strip()} to "
                        f"{after.passage.text.strip()} is {plain(change)} percent, as the other rows count; correct one.",
                    )


def _message(sentence: str, change: Change) -> str:
    before, after = (sentence[n.start : n.end] for n in (change.before, change.after))
    opening = f"{quoted(sentence[change.start : change.end])}: {before} to {after} is a "
    way = "rise" if change.percent > 0 else "fall"
    if change.stated is not None and change.stated.form is Form.POINTS:
        return (
            f"{opening}{way} of {plain(abs(change.points))} percentage points; correct the one or the other."
        )
    result = f"{opening}{way} of {plain(abs(change.percent))} percent"
    if (change.percent > 0) is not change.rising and change.stated is not None:
        return f"{result}, not a {'rise' if change.rising else 'fall'}; correct the wording or the figures."
    return f"{result}; correct the {'percentage' if change.stated else 'wording'} or the figures."
