from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Section, Severity, quoted, regex
from presslint.desk import Attribution, Level, Sentence, any_of

# what a reader asks a source for; a cause is often the writer's own finding
OWED = ("statistic", "superlative", "comparison", "trend", "forecast")
# sections that instruct, list or describe the work itself owe nobody a source
INSTRUCTS = any_of(
    r"how method\w* tips? steps? faqs? about contact register registration agenda schedule resources references",
    ("sources", "ingredients", "directions", "getting started", "overview", "definitions?", "glossary"),
    ("checklist", "requirements", "examples?", "lessons", "best practices", "recommendations?", "takeaways?"),
    ("key points", "in brief", r"guide\w*", "verdict", "conclusions?"),
)
NO_REPORT = regex(rf"\b{INSTRUCTS}\b|\?\s*$", re.IGNORECASE)


class UnsourcedSection(Rule):
    """A section that makes claims names a source.

    Forecasts, comparisons and “experts note” under a subhead, and not one person, body or document with
    a name: that section is the writer's word. The finding says what the section leans on. Sections that
    instruct, that speak as “we” or to “you”, the first section under a sourced lead, and copy that reports
    one linked study from start to end are left alone.
    """

    severity = Severity.WARNING
    sources = (
        "The Trust Project: citations and references",
        "Reuters Handbook of Journalism: the essentials of sourcing",
        "Journalism Trust Initiative, clause 12",
    )
    needs = frozenset({"headings"})
    languages = frozenset({"en"})
    reads = frozenset({"prose"})
    not_for = frozenset(
        {
            "opinion", "review", "sport", "results", "recipe", "docs", "index", "event", "interview",
            "press-release", "live", "obituary", "newsletter",
        }
    )  # fmt: skip
    yields_to = {"no-named-source": "article", "empty-section": "section"}
    merges_with = ("heading-promises-list",)
    words: int = Option(40, ge=10, description="The fewest words of a section that is judged.")
    claims: int = Option(2, ge=1, description="The fewest sentences with a claim that a section must hold.")
    examples = (
        Bad(
            "# Ferries\n\nLead by the port, the port said.\n\n## Fares\n\nFares rose, Ana Ruiz of the "
            "port said.\n\n"
            "## [[Trouble ahead]]\n\nExperts note that winter storms could hit the service hard and that "
            "the small "
            "boats may be sold. Despite the cost, there are calls for a second harbour on the north "
            "shore of the "
            "island, with a wall that keeps the worst of the waves away from the pier.\n",
            severity="warning",
            says="“Trouble ahead” names no source and leans on “Experts note”; name who says so, or cut what "
            "nobody vouches for.",
        ),
        Bad(
            "# Ferries\n\nLead by the port, the port said.\n\n## Fares\n\nFares rose, Ana Ruiz of the "
            "port said.\n\n"
            "## [[Looking ahead]]\n\nThe company is likely to buy two boats next year, and the island is "
            "set to "
            "gain from a longer season. The coming years will test whether the pier can take bigger "
            "ships and "
            "whether the old families that run the cafes will stay on the quay.\n",
            says="“Looking ahead” makes 2 claims and names no source; name one, or cut what "
            "nobody vouches for.",
            severity="suggestion",
        ),
        Good(
            "# Ferries\n\nLead by the port, the port said.\n\n## Fares\n\nFares rose, Ana Ruiz of the "
            "port said.\n\n"
            "## Looking ahead\n\nThe company is likely to buy two boats next year, Ruiz said, and the "
            "island is set "
            "to gain from a longer season. The coming years will test whether the pier can take bigger "
            "ships and "
            "whether the old families that run the cafes will stay on the quay.\n"
        ),
        Good(
            "# Ferries\n\nLead.\n\n## How to book\n\nYou will need a card and a name. Your seat is "
            "likely to be "
            "taken when you are late, and the next boat will be full. The fare is set to rise in the "
            "coming years, "
            "so book early, keep the ticket, and show it to the guard who stands at the gate.\n"
        ),
        Good(
            "# Ferries\n\nLead by the port, the port said.\n\n## Fares\n\nFares rose, Ana Ruiz of the port "
            "said.\n\n## Trouble ahead\n\nExperts note that winter storms could hit the service hard and "
            "that the small boats may be sold. The boats are old and cold. The pier is of wood and of "
            "iron. The sea is deep and the sky is grey.\n"
        ),
        Good(
            "# Ferries\n\nLead by the port, Ana Ruiz said.\n\n## Trouble ahead\n\nThe company is likely to buy "
            "two boats next year, and the island is set to gain from a longer season. The service is set "
            "to shrink in the coming years. The boats are old and cold and of wood.\n\nIt is.\n\nIt is old.\n\n"
            "It is cold.\n"
        ),
        Good(
            "# Ferries\n\nLead by the port, the port said.\n\n## Fares\n\nFares rose, Ana Ruiz of the port "
            "said.\n\n## Trouble ahead\n\nExperts note that winter storms could hit the service hard and "
            "that the small boats may be sold. There are calls for a second harbour in the north of the "
            "island. The service is set to shrink.\n"
        ),
        Good(
            "# Ferries\n\nLead by the port, the port said.\n\n## Fares\n\nFares rose, Ana Ruiz of the port "
            "said.\n\n## How it goes on\n\nThe company is likely to buy two boats next year, and the island "
            "is set to gain from a longer season. The service is set to shrink in the coming years. The "
            "boats are old and cold and of wood.\n"
        ),
        Bad(
            "# Ferries\n\nLead by the port, the port said.\n\n## [[Trouble ahead]]\n\nThe company is likely to "
            "buy two boats next year, and the island is set to gain from a longer season. The service is "
            "set to shrink in the coming years. The boats are old and cold and of wood.\n",
            says="“Trouble ahead” makes 2 claims and names no source; name one, or cut what nobody vouches "
            "for.",
            severity="suggestion",
        ),
        Bad(
            "# Ferries\n\nLead by the port, Ana Ruiz said.\n\n## [[Trouble ahead]]\n\nThe company is likely to "
            "buy two boats next year, and the island is set to gain from a longer season. The service is "
            "set to shrink in the coming years. The boats are old and cold and of wood.\n\nIt is.\n\nIt is "
            "old.\n",
            says="“Trouble ahead” makes 2 claims and names no source; name one, or cut what nobody vouches "
            "for.",
            severity="suggestion",
        ),
        Bad(
            "# Ferries\n\nLead by the port, Ana Ruiz said.\n\nIt is.\n\nIt is old.\n\n## [[Trouble ahead]]\n\nThe "
            "company is likely to buy two boats next year, and the island is set to gain from a longer "
            "season. The service is set to shrink in the coming years. The boats are old and cold and of "
            "wood.\n\nIt is.\n\nIt is cold.\n",
            says="“Trouble ahead” makes 2 claims and names no source; name one, or cut what nobody vouches "
            "for.",
            severity="suggestion",
        ),
        Good(
            "# Ferries\n\nA [study](https://a.example) by the port shows how boats pay.\n\n## Trouble ahead\n\n"
            "The company is likely to buy two boats next year, and the island is set to gain from a "
            "longer season. The service is set to shrink in the coming years. The boats are old and cold "
            "and of wood, and the pier is of stone.\n"
        ),
        Good(
            "# Ferries\n\nLead by the port, the port said.\n\n## Trouble ahead\n\nThe company is likely to buy "
            "two boats next year, and the island is set to gain from a longer season. The service is set "
            "to shrink in the coming years. The boats are old and cold and of wood, and the pier is of "
            "stone, the mayor said.\n"
        ),
        Good(
            "# Ferries\n\nLead by the port, Ana Ruiz said.\n\nIt is.\n\n## Trouble ahead\n\nThe company is "
            "likely to buy two boats next year, and the island is set to gain from a longer season. The "
            "service is set to shrink in the coming years. The boats are old and cold and of wood, and "
            "the pier is of stone.\n\nIt is.\n\nIt is old.\n\nSo it is.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if attribution.chats() or not attribution.is_prose:
            return
        if attribution.reports_document or attribution.is_about_document:
            return
        lead_is_sourced = False
        first = True
        for section in article.walk_sections():
            sentences = attribution.of(section)
            if section.heading is None:
                lead_is_sourced = any(sentence.level is Level.NAMED for sentence in sentences)
                continue
            grace, first = first and lead_is_sourced and len(attribution.paragraphs) > 4, False
            if grace and sentences and sentences[0].paragraph < 3:
                continue
            found = self._judge(attribution, section, sentences)
            if found is not None:
                yield found

    def _judge(
        self, attribution: Attribution, section: Section, sentences: tuple[Sentence, ...]
    ) -> Finding | None:
        heading = section.heading
        if heading is None or not sentences:
            return None
        if any(s.level >= Level.ROLE or s.linked or s.first_person for s in sentences):
            return None
        if NO_REPORT.search(heading.text):
            return None
        if attribution.chats(sentences) or sum(s.passage.word_count for s in sentences) < self.words:
            return None
        claiming = [s for s in sentences if s.asserts and (s.anonymous or s.claims(*OWED))]
        if len(claiming) < self.claims:
            return None
        leans = [s.passage[a.start : a.end] for s in claiming for a in s.anonymous]
        if leans:
            return self.finding(
                heading,
                f"{quoted(heading.text)} names no source and leans on {quoted(leans[0].text)}; "
                "name who says so, or cut what nobody vouches for.",
                see=tuple((words, "names nobody") for words in leans),
            )
        return self.finding(
            heading,
            f"{quoted(heading.text)} makes {len(claiming)} claims and names no source; "
            "name one, or cut what nobody vouches for.",
            severity=Severity.SUGGESTION,
            see=tuple((s.passage, "a claim") for s in claiming),
        )
