from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslint import Article, Bad, Finding, Good, Option, Part, Passage, Rule, Severity, quoted, regex
from presslint.desk import SMALL, Expansion, expansions

# names and small words of other languages, in whose acronyms the letters stand in another order
FOREIGN = regex(
    r"[À-ÖØ-öø-ÿ]|\b(?:Universi(?:dade?|té|tà|tät|teit)|Institut(?:o|et)?|Istituto|Ministerio|Museo|Hochschule|"
    r"del|dos|das|della|du|des|der|für|och)\b"
)


class AcronymExpansionMismatch(Rule):
    """An acronym stands for the words before it, and for the same words throughout.

    “Web Map Tile Service (WTMS)” and “Personal Verification Identification (PIV)” have two letters or two
    words swapped; “Center for International Studies (CSIS)” has lost a word. The rule reads acronyms
    in brackets behind capitalised words. That an acronym leaves a word out, or that a short name
    carries the long name's acronym, is common and no slip, nor is the acronym of another language behind a
    translated name: a paragraph that holds foreign names is left alone. Letters may come from inside the
    words, an X may stand for “trans-” or “cross-”, and a last word may stay outside. A second, different
    expansion of the same acronym is reported where it stands, or the first, if the second alone fits
    letter by letter.
    """

    severity = Severity.WARNING
    reads_words = frozenset({"("})
    sources = ("AP Stylebook, abbreviations and acronyms",)
    languages = frozenset({"en"})
    known: tuple[str, ...] = Option(
        ("ISO", "UTC", "TAI"),
        description="Acronyms that do not follow their English words.",
    )
    examples = (
        Bad(
            "A study by the [[Center for International Studies (CSIS)]] says so.\n",
            says="“Center for International Studies (CSIS)”: the words do not make “CSIS”; "
            "check the name and the acronym.",
            severity="warning",
        ),
        Bad("It uses the [[Web Map Tile Service (WTMS)]].\n"),
        Bad(
            "The Quality Assurance Plan (QAP) is due.\n\nSee the [[Quality Assessment Plan (QAP)]] of May.\n",
            says="“QAP” was “Quality Assurance Plan” further up and is “Quality Assessment Plan” here; "
            "use one.",
        ),
        Bad(
            "The [[Dispatch for Tides (DSFT)]] is new.\n\nSee the Dispatch Service for Tides (DSFT).\n",
            says="“DSFT” is “Dispatch for Tides” here and “Dispatch Service for Tides” further down; use one.",
        ),
        Good("Read the Discrete Log Equality Proofs (DLEQs) and the Unspent Transaction Outputs (UTXOs).\n"),
        Good("The OSSIM Mapping Archive System (OMAR) and the Cross Platform Boat Radio (XPBR) are on.\n"),
        Good("She joined the Bangalore PowerShell User Group (PSBUG) in May.\n"),
        Good("A study by the Center for Strategic and International Studies (CSIS) says so.\n"),
        Good(
            "The Centers for Disease Control and Prevention (CDC) and the National Archives (NARA) agree.\n"
        ),
        Good("Extensible Markup Language (XML), Internet of Things (IoT); Garbage In, Garbage Out (GIGO).\n"),
        Good("The International Organization for Standardization (ISO) met its chief executive (CEO).\n"),
        Good(
            "She left the Universidad del Mar (UDM) for the Institute of Harbours and Marine Trade (IHTM).\n"
        ),
        Good("The Primary Care Provider (PCP), in Spanish proveedor de cuidados primarios (PCP), decides.\n"),
        Good("Presidential Innovation Fellows (PIF) join the Presidential Innovation Fellowship (PIF).\n"),
        Good("See the code (below).\n\n```\nCenter for International Studies (CSIS)\n```\n"),
        Bad(
            "The [[Web Map Tile Service (WTMS)]] is up.\n\nThe Web Map Tile Service (WTMS) is old.\n",
            says="“Web Map Tile Service (WTMS)”: the words do not make “WTMS”; check the name and the acronym.",
            severity="warning",
        ),
        Bad(
            "It is led by the Royal [[International Association of Independent Harbours and Lighthouse "
            "Services (IAIHPS)]].\n",
            says="“International Association of Independent Harbours and Lighthouse Services (IAIHPS)”: the "
            "words do not make “IAIHPS”; check the name and the acronym.",
            severity="warning",
        ),
        Good("The Public Pier (PP) is old.\n\nThe Private Pier (PP) is new.\n"),
        Good("The Harbour Office of Sund (HOS) is old.\n\nThe Harbour Office for Sund (HOS) is new.\n"),
        Good("The Harbour Control Unit (HCU) met.\n\nThe Harbour Contract Unit (HCU) met.\n"),
        Bad(
            "The Harbour Commission Unit (HCU) met.\n\nThe [[Harbour Common Unit (HCU)]] met.\n",
            says="“HCU” was “Harbour Commission Unit” further up and is “Harbour Common Unit” here; use one.",
            severity="warning",
        ),
        Good("The Zürich Boat Club (ZBC) met.\n\nThe Zuerich Boat Club (ZBC) met.\n"),
        Bad(
            "A quality Assurance Plan (QAP) is due.\n\nSee the [[quality Assessment Plan (QAP)]].\n",
            says="“QAP” was “quality Assurance Plan” further up and is “quality Assessment Plan” here; use "
            "one.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        first: dict[str, tuple[Expansion, Passage]] = {}
        reported: set[tuple[str, tuple[str, ...]]] = set()
        for passage in article.passages:
            if "(" not in passage.text or passage.part is Part.CODE:
                continue
            for expansion in expansions(passage.text):
                where = passage[expansion.start : expansion.end]
                known, place = first.setdefault(expansion.acronym, (expansion, where))
                if (expansion.acronym, expansion.words) in reported:
                    continue
                if not expansion.fits:
                    if expansion.acronym not in self.known and not FOREIGN.search(passage.text):
                        reported.add((expansion.acronym, expansion.words))
                        yield self.finding(
                            where,
                            f"{quoted(where.text, 90)}: the words do not make {quoted(expansion.acronym)}; "
                            "check the name and the acronym.",
                        )
                elif (
                    len(expansion.acronym) > 2
                    and known.fits
                    and expansion.words[0][0].isupper() == known.words[0][0].isupper()
                    and not _same(known.words, expansion.words)
                ):
                    reported.add((expansion.acronym, expansion.words))
                    if expansion.exact and not known.exact:
                        yield self.finding(
                            place,
                            f"{quoted(expansion.acronym)} is {quoted(' '.join(known.words))} here and "
                            f"{quoted(' '.join(expansion.words))} further down; use one.",
                            see=((where, "the words that make it"),),
                        )
                        continue
                    yield self.finding(
                        where,
                        f"{quoted(expansion.acronym)} was {quoted(' '.join(known.words))} further up and is "
                        f"{quoted(' '.join(expansion.words))} here; use one.",
                        see=((place, "first expanded here"),),
                    )


def _same(first: Sequence[str], second: Sequence[str]) -> bool:
    """True when the words agree but for inflection, case and small words."""
    one, other = ([w.lower() for w in words if w.lower() not in SMALL] for words in (first, second))
    return len(one) == len(other) and all(
        _akin(mine, theirs) for mine, theirs in zip(one, other, strict=True)
    )


def _akin(first: str, second: str) -> bool:
    shared = min(len(first), len(second), 5)
    return first[:shared] == second[:shared] or not (first.isascii() and second.isascii())
