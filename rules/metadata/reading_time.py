from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import PAGE_LINES

NAMED = regex(
    r"(?:.*\.)?(?:(?:estimated)?read(?:ing)?time(?:minutes)?|timetoread|minutesread|readingminutes|minread)"
)
MINUTES = regex(
    r"(?:~|ca\.? ?|about )?(?P<minutes>\d{1,3})(?:\s?[-–]\s?\d{1,3})?(?:[\s-]?min(?:ut\w{1,3})?\b.{0,24})?"
)
LINE = regex(r"(?<![\d.,:–-])(?P<minutes>\d{1,2})[\s-]?(?:min\b|minut|Minut|mins\b)")
TIMES = tuple(word for phrase in PAGE_LINES if phrase.kind == "times" for word in phrase.words)
HEAD = 6  # blocks at the head of an article in which its reading time stands
LINE_WORDS = 16  # words that a line with the reading time has at most
NO_BLANKS = frozenset(("ja", "zh", "ko", "th"))  # languages whose words are not counted by blanks
SPARE = 3  # minutes that nobody counts


class ReadingTime(Rule):
    """A reading time is what the words need.

    “12 min read” over 400 words was written before the text or made up; at 200 words a minute they take two. Told where
    the minutes are more than twice what the words need and at least three more. Copy with code, tables or
    videos takes longer than its words and is left alone, and so are languages without blanks.
    """

    severity = Severity.SUGGESTION
    sources = ("Brysbaert 2019: silent reading at 238 words a minute", "plain arithmetic")
    reads = frozenset({"extra", "prose"})
    not_for = frozenset({"docs", "index", "event", "recipe"})
    pace: int = Option(200, ge=80, description="Words that are read in a minute.")
    examples: ClassVar = (
        Bad(
            "---\ntitle: Pier\nreadingTime: [[12 min]]\n---\n\n" + "The pier is shut. " * 100 + "\n",
            says="“12 min” is more than twice what 400 words take to read, about 2 minutes; correct it or leave it out.",
            severity="suggestion",
        ),
        Bad(
            "# Pier\n\nHarbour news · [[9 min]] read\n\n" + "The pier is shut. " * 100 + "\n",
            severity="suggestion",
        ),
        Good("---\ntitle: Pier\nreadingTime: 4 min\n---\n\n" + "The pier is shut. " * 100 + "\n"),
        Bad("---\ntitle: Pier\nreadingTime: [[5]]\n---\n\n" + "The pier is shut. " * 100 + "\n"),
        Good(
            "---\ntitle: Pier\nreadingTime: 12 min\n---\n\n"
            + "The pier is shut. " * 100
            + "\n\n```\nboat\n```\n"
        ),
        Good("# Pier\n\nThe boat takes 9 min.\n\n" + "The pier is shut. " * 100 + "\n"),
        Good("---\ntitle: Pier\nreadingTime: '{{ time }}'\n---\n\n" + "The pier is shut. " * 100 + "\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        stated = next(said(article), None)
        if stated is None or article.primary_language in NO_BLANKS:
            return
        where, minutes = stated
        words = article.word_count
        need = max(1, round(words / self.pace))
        if words < self.pace / 4 or minutes <= 2 * need or minutes - need < SPARE or takes_longer(article):
            return
        yield self.finding(
            where,
            f"{quoted(where.text)} is more than twice what {words} words take to read, about {need} "
            f"minute{'' if need == 1 else 's'}; correct it or leave it out.",
        )


def said(article: Article) -> Iterator[tuple[Passage, int]]:
    """The minutes that a field or a line at the head of the article states, best first."""
    for field in article.all("extra"):
        found = MINUTES.fullmatch(field.text.strip()) if is_reading_time(field) else None
        if found is not None:
            yield field.passage, int(found["minutes"])
    lines = [block.passage for block in article.blocks[:HEAD] if block.passage is not None]
    if article.dek is not None and article.dek.origin == "head":
        lines.insert(0, article.dek.passage)
    for line in lines:
        if line.word_count <= LINE_WORDS and any(times in line.text.lower() for times in TIMES):
            for passage, match in line.find(LINE):
                yield passage, int(match["minutes"])


def is_reading_time(field: Field) -> bool:
    key = field.key.lower().replace("_", "").replace("-", "").replace(" ", "")
    return NAMED.fullmatch(key) is not None


def takes_longer(article: Article) -> bool:
    """Whether something stands in the article that takes time and has no words."""
    return any(block.kind.value in ("code", "table", "embed") for block in article.walk()) or bool(
        article.all_media[2:]
    )
