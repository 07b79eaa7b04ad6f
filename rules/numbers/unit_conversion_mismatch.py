from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import conversions, plain, stated


class UnitConversionMismatch(Rule):
    """A measure given in two units is the same measure twice.

    The figure in brackets is there for the reader who does not think in the other unit; when the two
    differ, one of them is wrong and nobody can tell which. Both are widened by half their last digit
    and may stray 6 percent, as conversions are rounded. A gallon or a ton may be of either kind, and
    degrees may be a reading or a difference.
    """

    severity = Severity.WARNING
    reads_words = frozenset({"("})
    sources = ("AP Stylebook, metric system", "BBC News style guide, measurements")
    languages = frozenset({"en"})
    examples = (
        Bad(
            "The fire spread over [[10 miles (26km)]] of coast.\n",
            says="“10 miles (26km)”: 10 miles is 16 km; correct one of the two.",
            severity="warning",
        ),
        Bad(
            "It was [[30°C (102°F)]] in the shade.\n",
            says="“30°C (102°F)”: 30°C is 86 °F; correct one of the two.",
        ),
        Bad(
            "The plot of [[12 hectares (120 acres)]] is for sale.\n",
            says="“12 hectares (120 acres)”: 12 hectares is 30 acres; correct one of the two.",
        ),
        Bad(
            "He is [[5ft 10in (1.98m)]] tall.\n",
            says="“5ft 10in (1.98m)”: 5ft 10in is 1.78 m; correct one of the two.",
        ),
        Good("The fire spread over 10 miles (16km) of coast, and burnt 1,200 acres (490 hectares).\n"),
        Good("He is 5ft 10in (1.78m) tall and weighs 11 stone 4lb (72kg).\n"),
        Good("The tank holds 500 gallons (1,900 litres), the other 500 gallons (2,270 litres).\n"),
        Good("The world has warmed by 1.5°C (2.7°F); it was 30°C (86°F) in the shade.\n"),
        Good("They drove 10 miles (26km of road were closed).\n"),
        Bad(
            "It is [[6 miles (20 km)]] away.\n",
            says="“6 miles (20 km)”: 6 miles is 9.66 km; correct one of the two.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in stated(article):
            for conversion in conversions(passage.text):
                if conversion.holds:
                    continue
                where = passage[conversion.start : conversion.end + 1]
                first = passage.text[conversion.start : conversion.left[-1].end]
                expected = conversion.expected
                places = 0 if abs(expected) >= 10 else 2
                yield self.finding(
                    where,
                    f"{quoted(where.text)}: {first} is {plain(expected, places)} {conversion.right[0].unit}; "
                    "correct one of the two.",
                )
