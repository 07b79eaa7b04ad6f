from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import Delivered, Sure

BRIEF = 25  # words under a subhead that cannot be a list in prose


class HeadingPromisesList(Rule):
    """A section delivers the items that its subhead promises.

    “Key dates” over a paragraph without a date sends a reader away empty-handed. Words such as
    “takeaways” or “timeline” promise a list outright; “challenges” or “benefits” promise at least that
    some are named. The second kind is reported only where the section speaks of its challenges and
    stays abstract: no list, no series of three things, no figure, name, quotation or link. Subheads that
    are sentences (“Challenges remain for the port”), acts (“Viewing differences”) or have the word in one
    of several parts (“Tips and tools for crews”) promise nothing, and questions may follow “FAQ” as
    subheads. A list promised outright is a suggestion where enough prose follows to give it.
    """

    severity = Severity.WARNING
    sources = (
        "WCAG 2.2, success criterion 2.4.6: headings describe topic or purpose",
        "Copy-desk practice: the copy delivers what it promises",
    )
    needs = frozenset({"headings"})
    not_for = frozenset({"live"})
    languages = frozenset({"en", "de", "fr", "es"})
    yields_to: ClassVar = {"dangling-list-lead-in": "section", "empty-section": "section"}
    reads = frozenset({"announcements.promises"})
    examples: ClassVar = (
        Good("Lead.\n\n## Key dates\n\n- 3 May: vote\n- 9 May: first boat\n"),
        Good("Lead.\n\n## Challenges remain for the port\n\nThe council says that much is left to do.\n"),
        Good(
            "Lead.\n\n## Challenges\n\n"
            "The port lacks a crane, a pilot and money, the harbour master said, and none of "
            "the three is in sight.\n"
        ),
        Good(
            "Lead.\n\n## Timeline\n\n"
            "Work began in 1904. The pier burned down in 1931 and was rebuilt in 1936.\n"
        ),
        Good("Lead.\n\n## Tips and tools for crews\n\nThe harbour master wrote a book on how to tie up.\n"),
        Good(
            "Lead.\n\n## Viewing Differences\n\nTo see the differences between two tides, open the log and lay "
            "the two pages side by side.\n"
        ),
        Good(
            "Lead.\n\n## The FAQ\n\nThe rest of this article answers them.\n\n## When does it sail?\n\nAt dawn.\n"
        ),
        Bad(
            "Lead.\n\n## [[Key dates]]\n\nThe council will decide soon, and islanders hope for an answer.\n",
            says="“Key dates” promises a list, but none follows; list the items or rename the subhead.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[Key dates]]\n\nThe council will decide soon, and islanders hope for an answer that lets "
            "them plan the whole of the summer without asking at the harbour office every week.\n",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## [[Key Challenges and Outlook]]\n\n"
            "Observers note that tensions could affect the flow of goods and "
            "services. Both sides face challenges in balancing speed with caution.\n",
            says="“Key Challenges” promises challenges, but the section names none; name them or rename "
            "the subhead.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[Key dates]]\n\nThe council will decide soon, and islanders hope for an answer "
            "that lets them plan the whole of the summer without asking the office.\n",
            says="“Key dates” promises a list, but none follows; list the items or rename the subhead.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[Key dates]]\n\nThe council will decide soon, and islanders hope for an answer "
            "that lets them plan the whole of the summer without asking the harbour office.\n",
            says="“Key dates” promises a list, but none follows; list the items or rename the subhead.",
            severity="suggestion",
        ),
        Bad(
            "Ein Text.\n\n## [[Wichtige Termine]]\n\nDer Rat entscheidet bald, und die Insel hofft auf eine Antwort.\n",
            settings={"language": "de"},
            severity="warning",
        ),
        Good(
            "Ein Text.\n\n## Wichtige Termine\n\nDer Rat entscheidet am 3. Mai, und am 9. Mai fährt das erste Boot.\n",
            settings={"language": "de"},
        ),
        Bad(
            "Un texte.\n\n## [[Les dates clés]]\n\nLe conseil va bientôt décider et l’île espère une réponse.\n",
            settings={"language": "fr"},
            severity="warning",
        ),
        Bad(
            "Un texto.\n\n## [[Fechas clave]]\n\nEl consejo decidirá pronto y la isla espera una respuesta.\n",
            settings={"language": "es"},
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.announcements.promises:
            if found.delivered_by is not Delivered.OTHER or found.block is None or found.section is None:
                continue
            if found.sure is Sure.CERTAIN:
                yield self.finding(
                    found.block,
                    f"{quoted(found.where.text)} promises a list, but none follows; "
                    f"list the {found.noun} or rename the subhead.",
                    severity=Severity.WARNING if found.section.word_count < BRIEF else Severity.SUGGESTION,
                )
            else:
                yield self.finding(
                    found.block,
                    f"{quoted(found.where.text)} promises {found.noun}, but the section names none; "
                    "name them or rename the subhead.",
                )
