from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import INITIALS, NAMED_DAYS, NAMED_MONTHS

CALENDAR = regex(rf"(?<![\w/.@#:_-])(?:{'|'.join(NAMED_MONTHS + NAMED_DAYS)})(?:s?['’]s?)?(?![\w/@_-]|\.\w)")
SMALL = regex(rf"(?<![\w/.@#:_'’-])(?:{'|'.join(INITIALS)})(?![\w/@_'’-]|\.\w)")
HALF = regex(
    rf"(?<![\w/.@#:_'’-])(?:{'|'.join(word.capitalize() for word in INITIALS)})(?![\w/@_'’-]|\.\w)(?! W)"
)
WORD = regex(r"[A-Z]{2,}")
ENGLISH = regex(r"\b(?:the|and|with|at|this|last|next|for|every|each)\b")
NAMES = (*NAMED_MONTHS, *NAMED_DAYS)
MANY = 4  # names of the calendar in small letters from which they are a manner
SMALLEST = 3  # times that an article writes initials in capitals before small ones are a slip


class LostCapital(Rule):
    """Names of days and months keep their capital, and initials keep all of theirs.

    “Of february’s sailings”, “conversational ai” and “Best Seo Ai Tools” come from slots that were filled
    from keywords and addresses. A day or month counts in an English sentence; initials count when the
    article itself writes them in capitals elsewhere (three times in running copy for small ones). Addresses,
    hashtags, file names, quotations and code are left alone, and so is an article that writes the calendar
    small throughout. “March”, “may” and “august” are words, too, and never told.
    """

    severity = Severity.WARNING
    reads = frozenset({"headline", "heading", "prose"})
    languages = frozenset({"en"})
    sources = ("AP Stylebook: months, days of the week, abbreviations and acronyms",)
    allow: tuple[str, ...] = Option((), description="Words that the house writes so on purpose, as written.")
    examples: ClassVar = (
        Good(
            "On Monday in May the march to the august board began, at pier.example.org/monday and #friday.\n"
        ),
        Good("See monday.jpg and the june-fares page. “It was monday,” she said of the `friday` job.\n"),
        Good("The boat on monday and the one on tuesday, friday and sunday are late, as is the june one.\n"),
        Good("Ai Weiwei drew the AI boat, and the AI pier, with AI.\n"),
        Good("The ai boat of the yard is slow, and nobody knows the word.\n"),
        Good("El barco sale el monday and the friday.\n", settings={"language": "es"}),
        Good("The boat goes on monday and the crew waits.\n", allow=("monday",)),
        Bad(
            "The count of [[february's]] sailings and the fares rose.\n",
            says="“february's” has lost its capital; write “February's”.",
            fix="The count of February's sailings and the fares rose.\n",
            severity="warning",
        ),
        Bad(
            "# The boat\n\nThe AI boat and the AI pier use AI, and [[ai]] helps the crew.\n",
            says="“ai” has lost its capitals; write “AI”.",
        ),
        Bad("# Best [[Ai]] boats\n\nThe AI boat sails.\n", says="“Ai” has lost a capital; write “AI”."),
        Good("# The boat\n\nThe Ai boat of the AI is.\n"),
        Bad(
            "The boat on [[monday]] and the one on [[tuesday]] and [[friday]] are late.\n",
            says=(
                "“monday” has lost its capital; write “Monday”.",
                "“tuesday” has lost its capital; write “Tuesday”.",
                "“friday” has lost its capital; write “Friday”.",
            ),
            fix="The boat on Monday and the one on Tuesday and Friday are late.\n",
            severity="warning",
        ),
        Good("# Best Ai boats\n\nThe boat sails.\n"),
        Bad(
            "---\ntitle: Best [[Ai]] boats\n---\n\n## Best Ai piers\n\nThe AI boat sails.\n",
            says="“Ai” has lost a capital; write “AI”.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Best [[Ai]] boats\n---\n\n## Best [[Seo]] piers\n\nThe AI boat and the SEO sail.\n",
            says=(
                "“Ai” has lost a capital; write “AI”.",
                "“Seo” has lost a capital; write “SEO”.",
            ),
            severity="warning",
        ),
        Good("# The boat\n\nThe AI boat and the AI pier, and ai helps the crew.\n"),
        Good("Am monday geht es los.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        copy = "\n".join([passage.text for passage in article.own_prose])
        named = article.own_prose if any(name in copy for name in NAMES) else ()
        calendar = [where for passage in named for where in _calendar(passage) if self.counts(where)]
        if len(calendar) < MANY:
            for where in calendar:
                right = where.text[0].upper() + where.text[1:]
                yield self.finding(
                    where,
                    f"{quoted(where.text)} has lost its capital; write {quoted(right)}.",
                    fix=self.replace(where, right, f"Write {quoted(right)}", "unsafe"),
                )
        yield from self.initials(article, copy)

    def counts(self, where: Passage) -> bool:
        return where.whole and where.text not in self.allow

    def initials(self, article: Article, copy: str) -> Iterator[Finding]:
        """Initials of which a keyword or a heading lost the capitals: each told once; `copy` is all own prose."""
        heads = [block.passage for block in article.walk() if block.kind is Kind.HEADING and block.passage]
        if article.headline is not None:
            heads.insert(0, article.headline.passage)
        halved = [word.capitalize() for word in INITIALS]
        found = [
            (where, 1)
            for head in heads
            if any(word in head.text for word in halved)
            for where, _ in head.find(HALF)
        ]
        if any(_stands_apart(copy, word) for word in INITIALS):
            found += [(where, SMALLEST) for passage in article.own_prose for where, _ in passage.find(SMALL)]
        if not found:
            return
        written = Counter(word for passage in article.own_prose for word in WORD.findall(passage.text))
        seen: set[str] = set()
        for where, least in found:
            right = where.text.upper()
            if right not in seen and written[right] >= least and self.counts(where):
                seen.add(right)
                what = "a capital" if where.text[0].isupper() else "its capitals"
                yield self.finding(where, f"{quoted(where.text)} has lost {what}; write {quoted(right)}.")


def _stands_apart(text: str, word: str) -> bool:
    """Whether a word stands in a text as more than a piece of another word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, end)
    return False


def _calendar(passage: Passage) -> Iterator[Passage]:
    for where, match in passage.find(CALENDAR) if any(name in passage.text for name in NAMES) else ():
        if ENGLISH.search(passage.text[max(0, match.start() - 80) : match.end() + 80]):
            yield where
