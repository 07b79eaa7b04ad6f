"""How much the catalogue sees: clean articles are broken in known ways, and the findings compared.

    python benchmarks/mutate.py FOLDER [--each N] [--seed N] [--only KIND] [--misses N]

FOLDER holds Markdown articles. For each kind of defect, up to N articles that can have it are chosen
by the seed, broken once each, and read before and after. A defect is caught when a rule that should
see it has more findings than before; an article in which that rule speaks already is not taken, nor is
one of a type that it never speaks of. Printed: articles broken, caught, recall, how many articles each
rule caught, what else fired and what fell silent, and a sum for each group of defects.

A defect has to be one that an editor would see. Lists are taken out where the sentence before them
breaks off or the article stops, not where the next paragraph or subheads may pass for what it announced
(`list-removed-unmarked` counts those, outside the sums). Bylines go only from articles that credit
nobody in their copy, speakers only where the paragraphs beside a quotation name none. The same folder
and seed give the same table.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.article import Article
from presslint.desk.arithmetic import changes_in
from presslint.engine.lint import lint
from presslint.language.dates import WEEKDAYS, find_dates
from presslint.language.numbers import Form
from presslint.language.spellings import spelled
from presslint.model.document import Block, Field, Kind, Section
from presslint.model.finding import Finding
from presslint.model.passage import MASK, Passage
from presslint.model.source import SourceError, Span
from presslint.packs.catalog import Catalog, house
from presslint.packs.rule import Rule
from presslint.reading import read

NAME = "story.md"  # no date, no author in the file's name
BODY = 50  # words without which a page is a pointer to an article


@dataclass(frozen=True)
class Edit:
    """Replace the characters of `span` by `text`."""

    span: Span
    text: str


Breaker = Callable[[Article, random.Random], Iterator[Edit | tuple[Edit, ...]]]


@dataclass(frozen=True)
class Defect:
    """A way to break an article; `breaks` yields each place where it can be done."""

    name: str
    group: str  # of the sums; empty for what no rule is asked to see
    rules: frozenset[str]
    breaks: Breaker


DEFECTS: dict[str, Defect] = {}


STRUCTURE, TAGS = "structure", "tags, deks, bylines"
FACTS, SOURCES, SLIPS = "sums, dates, names", "sources", "slips"


def defect(group: str, *rules: str) -> Callable[[Breaker], Breaker]:
    """Register a breaker under its function's name, with the rules that should see what it did."""

    def register(breaks: Breaker) -> Breaker:
        name = breaks.__name__.replace("_", "-")
        DEFECTS[name] = Defect(name, group, frozenset(rules), breaks)
        return breaks

    return register


# -- structure -----------------------------------------------------------------------------------------


@defect(STRUCTURE, "dangling-list-lead-in")
def list_removed(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The list behind a lead-in is gone, and the section or the article ends there.

    Left out: lead-ins that the subheads which follow can be read as answering, for then nobody misses it.
    """
    for block, before, following, level in _announced_lists(article):
        closes = following is None or (following.kind is Kind.HEADING and following.level <= level)
        if closes and (following is None or not _subheads_answer(article, before, following)):
            yield _without(article, block)


@defect(STRUCTURE, "dangling-list-lead-in")
def list_removed_before_subhead(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The same, and subheads of a lower level follow that cannot be the list."""
    for block, before, following, level in _announced_lists(article):
        opens = following is not None and following.kind is Kind.HEADING and following.level > level
        if following is not None and opens and not _subheads_answer(article, before, following):
            yield _without(article, block)


@defect(STRUCTURE, "dangling-list-lead-in")
def list_removed_before_prose(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The same, the sentence breaks off at the colon, and an ordinary paragraph follows."""
    for block, before in _lists_before_prose(article):
        if _UNFINISHED.search(before.text):
            yield _without(article, block)


@defect("", "dangling-list-lead-in")
def list_removed_unmarked(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The same, and the sentence is whole: what follows may well pass for what it announced."""
    for block, before in _lists_before_prose(article):
        if _PLURAL.search(before.text) and not _UNFINISHED.search(before.text):
            yield _without(article, block)


def _lists_before_prose(article: Article) -> Iterator[tuple[Block, Block]]:
    """Lists with a paragraph after them that is prose, and looks neither like an item nor like a quotation."""
    for block, before, following, _ in _announced_lists(article):
        if following is None or following.kind is not Kind.PARAGRAPH or following.passage is None:
            continue
        marked = any(mark.start == 0 for mark in following.passage.marks)
        if len(following.text) > 120 and not marked and following.text[0].isalnum():
            yield block, before


# the last word before the colon leaves the sentence unfinished
_UNFINISHED = re.compile(
    r"\b(?:to|by|of|for|that|which|who|because|and|or|if|we|they|an?|the|our|are|were|can|could|will|would|should"
    r"|must|may|might|includ(?:e|es|ed|ing)|such as|as follows|following|between|using|through|involves?):\s*$"
)
# it announces things in the plural, counted or pointed at
_PLURAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|these|following|several|some|few|many|top|key|main)"
    r"\b(?: [\w’'-]+){0,4}? [\w’'-]+s\b[^.!?:]*:\s*$",
    re.IGNORECASE,
)
_NUMBERS = {word: at for at, word in enumerate("two three four five six seven eight nine ten".split(), 2)}


def _subheads_answer(article: Article, before: Block, following: Block) -> bool:
    """Whether a reader can take the subheads from `following` on for what the lead-in announced."""
    level = following.level
    heads = [head for head in article.headings if head.span.start >= following.span.start]
    higher = next((at for at, head in enumerate(heads) if head.level < level), len(heads))
    same = [head for head in heads[:higher] if head.level == level]
    if len(same) < 2:
        return False
    if _UNFINISHED.search(before.text) and not re.search(
        r"(?:includ\w+|following|are|were|as follows|such as):\s*$", before.text
    ):
        return False
    counted = re.search(r"\b(two|three|four|five|six|seven|eight|nine|ten)\b[^.!?]*:\s*$", before.text)
    if counted:
        return 0 <= len(same) - _NUMBERS[counted[1]] <= 2 or bool(re.match(r"\W*\d", same[0].text))
    return True


def _announced_lists(article: Article) -> Iterator[tuple[Block, Block, Block | None, int]]:
    """Each list behind a paragraph with a colon, that paragraph, the block after, the section's level."""
    level = 0
    for index, block in enumerate(article.blocks[1:], 1):
        before = article.blocks[index - 1]
        if before.kind is Kind.HEADING:
            level = before.level
        following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
        announced = before.kind is Kind.PARAGRAPH and before.text.endswith(":") and len(before.text) > 20
        if block.kind is Kind.LIST and announced:
            yield block, before, following, level


def _without(article: Article, block: Block) -> Edit:
    text = article.source.text
    end = block.span.end
    while end < len(text) and text[end] in " \n":
        end += 1
    return Edit(Span(block.span.start, end), "" if end < len(text) else "\n")


@defect(STRUCTURE, "empty-section")
def section_emptied(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A section in the middle keeps its subhead and loses everything under it."""
    sections = [section for section in article.walk_sections() if section.heading is not None]
    for section, following in pairwise(sections):
        if _is_prose(section) and following.level <= section.level and following.heading is not None:
            start = article.source.line_start(section.blocks[0].span.start)
            yield Edit(Span(start, article.source.line_start(following.heading.span.start)), "")


def _is_prose(section: Section) -> bool:
    return bool(section.blocks) and not section.sections and section.word_count > 30


@defect(STRUCTURE, "orphan-separator")
def separator_orphaned(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A separator stands alone where byline and date belong."""
    if article.blocks and article.blocks[0].kind is Kind.PARAGRAPH:
        start = article.blocks[0].span.start
        yield Edit(Span(start, start), f"{chance.choice('·|•')}\n\n")


@defect(STRUCTURE, "repeated-sentence")
def sentence_repeated(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A sentence of ten words or more stands again at the end of a later paragraph."""
    paragraphs = _paragraphs(article)
    for index, passage in enumerate(paragraphs[:-1]):
        for sentence in passage.sentences:
            if len(sentence.words) >= 10 and sentence.whole and _is_statement(sentence.text):
                target = paragraphs[chance.randrange(index + 1, len(paragraphs))]
                if target.text.endswith((".", "?", "!")):
                    yield Edit(Span(target.span.end, target.span.end), f" {sentence.text}")


def _is_statement(text: str) -> bool:
    """No question, lead-in or call to the reader, which may come back on purpose."""
    calls = re.search(
        r"\b(?:please|for more|contact|register|sign up|visit|join us)\b|@|\d:\d\d", text, re.IGNORECASE
    )
    return text[0].isupper() and text.endswith(".") and calls is None


# -- metadata ------------------------------------------------------------------------------------------


@defect(TAGS, "missing-byline")
def byline_removed(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The authors are gone from the front matter of an article that credits nobody in its copy."""
    if not article.all("source") and not _credited_in_copy(article):
        yield from _field_removed(article, article.all("byline"))


def _credited_in_copy(article: Article) -> bool:
    """Whether a line at either end names an author or where the article was first published."""
    lines = [block.text.casefold() for block in article.blocks if block.passage is not None]
    near = " ".join((*lines[:3], *lines[-3:]))
    names = [re.split(r"[\s-]", field.text.casefold())[-1] for field in article.bylines]
    parts = [part for name in names for part in (name, name[1:]) if len(part) > 3]
    return any(part in near for part in (*parts, "published", "posted", "appeared", "guest", "written by"))


@defect(TAGS, "missing-date")
def date_removed(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The date is gone from the front matter."""
    yield from _field_removed(article, article.all("published"))


def _field_removed(article: Article, fields: Sequence[Field]) -> Iterator[Edit]:
    keyed = [each for each in fields if each.key_span is not None and each.origin == "front matter"]
    if keyed and len({each.key for each in fields}) == 1 and article.word_count >= BODY:
        text = article.source.text
        start = text.rfind("\n", 0, min(each.key_span.start for each in keyed if each.key_span)) + 1
        end = text.find("\n", max(each.span.end for each in keyed)) + 1
        yield Edit(Span(start, end), "")


@defect(TAGS, "tags-run-together")
def tags_joined(article: Article, chance: random.Random) -> Iterator[Edit]:
    """All tags, written with capitals, are one string without what stood between them."""
    words = {word.text for passage in article.prose for word in passage.words}
    yield from _tags_joined(article, lambda tag: " ".join(_capital(word, words) for word in tag.split()))


@defect(TAGS, "tags-run-together")
def tags_joined_in_lower_case(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The same, and the tags are in lower case, so that nothing but the words shows the seam."""
    yield from _tags_joined(article, str.lower)


def _capital(word: str, words: Set[str]) -> str:
    """The word as a tag with capitals has it: “API” where the copy has that, “fec.gov” as it is."""
    if word.upper() in words or "." in word:
        return word.upper() if word.upper() in words else word
    return word[0].upper() + word[1:]


def _tags_joined(article: Article, written: Callable[[str], str]) -> Iterator[Edit]:
    tags = [tag for tag in article.tags if tag.origin == "front matter" and tag.key_span is not None]
    if len(tags) >= 3 and len({tag.key for tag in tags}) == 1 and tags[0].key_span is not None:
        joined = "".join(written(tag.text.replace("-", " ")) for tag in tags)
        if ":" not in joined and "#" not in joined:
            start = article.source.text.index(":", tags[0].key_span.end - 1) + 1
            yield Edit(Span(start, _end_of_value(article, tags)), f" [{joined}]")


def _end_of_value(article: Article, fields: Sequence[Field]) -> int:
    text, end = article.source.text, fields[-1].span.end
    closing = re.compile(r"[ \t]*,?[ \t\n]*\]").match(text, end)
    return closing.end() if closing else end


_REWORDINGS = (
    (r"\b[Hh]ow to\b", "Ways to"),
    (r"\bnew\b", "latest"),
    (r"\bNew\b", "Latest"),
    (r" \band\b ", " plus "),
    (r"\b[Tt]he ", ""),
    (r"\bis\b", "remains"),
    (r"\bAnnounc(\w+)\b", r"Unveil\1"),
)


@defect(TAGS, "dek-repeats-headline")
def dek_reworded(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The dek is the headline again, with a word or two exchanged."""
    headline, dek = article.headline, article.dek
    if headline is None or dek is None or len(headline.passage.words) < 5 or dek.origin != "front matter":
        return
    reworded = headline.text
    for pattern, instead in _REWORDINGS:
        reworded = re.sub(pattern, instead, reworded, count=1)
    yield Edit(dek.span, '"' + reworded.replace('"', "'") + '"')


# -- numbers and dates ---------------------------------------------------------------------------------


@defect(FACTS, "percent-change-arithmetic", "percent-vs-points")
def figure_changed(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The figure after a change is another one than the change makes of the figure before."""
    for sentence, change in changes_in(article):
        number = change.after
        where = sentence[number.start : number.end]
        digits = re.search(r"\d[\d,]*(?:\.\d+)?", where.text)
        if change.holds and digits and where.whole:
            value = float(digits.group().replace(",", "")) * chance.choice((0.6, 1.7))
            new = f"{value:,.{len(digits.group().partition('.')[2])}f}"
            yield Edit(where.span, where.text.replace(digits.group(), new))


@defect(FACTS, "percent-change-arithmetic", "percent-vs-points")
def percentage_changed(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The percentage of a change is another one."""
    for sentence, change in changes_in(article):
        if change.holds and change.stated is not None and change.stated.form is Form.PERCENT:
            where = sentence[change.stated.start : change.stated.end]
            digits = re.search(r"\d+", where.text)
            if digits and where.whole:
                value = int(digits.group()) + chance.choice((12, 25, 40))
                yield Edit(where.span, where.text.replace(digits.group(), str(value), 1))


@defect(FACTS, "weekday-date-mismatch")
def weekday_shifted(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A date has another day of the week."""
    for passage in _paragraphs(article):
        for mention in find_dates(passage.text):
            if mention.weekday is None or not mention.valid:
                continue
            start, end = mention.spans["weekday"]
            where = passage[start:end]
            if where.whole and where.text in WEEKDAYS:
                shift = chance.randrange(1, 7)
                yield Edit(where.span, WEEKDAYS[(mention.weekday + shift) % 7])


@defect(FACTS, "impossible-date")
def day_impossible(article: Article, chance: random.Random) -> Iterator[Edit]:
    """The day is one that the month does not have."""
    for passage in _paragraphs(article):
        for mention in find_dates(passage.text):
            if (
                mention.month in (2, 4, 6, 9, 11)
                and mention.form in ("day-month", "month-day")
                and mention.valid
            ):
                where = passage[slice(*mention.spans["day"])]
                if where.whole and where.text.isdigit():
                    yield Edit(where.span, "31")


# -- names and sources ---------------------------------------------------------------------------------


@defect(FACTS, "name-spelling-varies")
def name_misspelt(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A name that stands three times or more has two letters swapped in one place."""
    for form, spelling in sorted(spelled(article).items()):
        if len(form) < 6 or spelling.count < 3 or spelling.inside < 2:
            continue
        at = chance.randrange(1, len(form) - 2)
        swapped = form[:at] + form[at + 1] + form[at] + form[at + 2 :]
        where = spelling.places[-1]
        if swapped != form and where.whole and _stands_in(article, where):
            yield Edit(where.span, swapped)


@defect(FACTS, "acronym-expansion-mismatch")
def acronym_scrambled(article: Article, chance: random.Random) -> Iterator[Edit]:
    """An acronym in brackets has two letters swapped."""
    for passage in _paragraphs(article):
        for match in re.finditer(
            r"(?:[A-Z][a-z]{3,} ){2}(?:[A-Z][a-z]{3,} ?){1,3}\(([A-Z]{3,6})\)", passage.text
        ):
            acronym = match[1]
            swapped = acronym[0] + acronym[2] + acronym[1] + acronym[3:]
            where = passage[match.start(1) : match.end(1)]
            if where.whole and swapped != acronym and text_initials(match.group()) == acronym:
                yield Edit(where.span, swapped)


def text_initials(words: str) -> str:
    return "".join(re.findall(r"\b[A-Z](?=[a-z])", words))


_SAID = re.compile(
    r"([,.!?])([”\"])[, ]+(?:[A-Z][\w.’' -]{1,40} (?:said|says|added|explained|noted|told \w+)|"
    r"(?:said|says|added|explained|noted) [A-Z][\w.’' -]{1,40}|(?:he|she|they) (?:said|says|added))\."
)


@defect(SOURCES, "unattributed-quote")
def attribution_stripped(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A paragraph that is one quotation loses its speaker, and the paragraphs beside it name none."""
    prose = list(article.prose)
    for number, passage in enumerate(prose):
        beside = [
            other.text for other in (*prose[max(number - 1, 0) : number], *prose[number + 1 : number + 2])
        ]
        if any(_SPEECH.search(text) or text.rstrip().endswith(":") for text in beside):
            continue
        for match in _SAID.finditer(passage.text):
            where = passage[match.start() : match.end()]
            speaker = [word for word in re.findall(r"[A-Z]\w{3,}", match.group()) if word in " ".join(beside)]
            if speaker or re.search(r"\b(?:he|she|they|He|She|They)\b", match.group()):
                continue
            left = passage.text[: match.start()] + f".{match[2]}" + passage.text[match.end() :]
            unquoted = re.sub(r"“[^”]*”", "", left)
            if where.whole and re.match(r"“[^”]{40}", left) and not re.search(r"\w", unquoted):
                yield Edit(where.span, f".{match[2]}")


_SPEECH = re.compile(
    r"\b(?:said|says?|saying|told|tells|added|adds|explain(?:s|ed)|noted|notes|according|asked|wrote|writes|argued"
    r"|announced|recalled|continued|shared|quotes?|quoted|answered|replied|advised|emphasized|stressed|pointed out"
    r"|acknowledged|believes?|recommend(?:s|ed)|reali[sz]e[sd]|determined|suggest(?:s|ed)?|cited|defined|listed)\b"
)


@defect(SLIPS, "repeated-word")
def word_doubled(article: Article, chance: random.Random) -> Iterator[Edit]:
    """A small word stands twice."""
    for passage in _paragraphs(article):
        for word in passage.words:
            if word.text in ("the", "of", "and", "to", "a", "with", "for"):
                where = passage[word.start : word.end]
                if where.whole:
                    yield Edit(where.span, f"{word.text} {word.text}")


def _paragraphs(article: Article) -> list[Passage]:
    """Paragraphs of the article's own words at the top level: no quotations, no code."""
    return [
        block.passage
        for block in article.blocks
        if block.kind is Kind.PARAGRAPH and block.passage and MASK not in article.own(block.passage).text
    ]


def _stands_in(article: Article, where: Passage) -> bool:
    return any(passage is where.root for passage in article.prose)


# -- running -------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What became of one kind of defect."""

    broken: int = 0
    caught: int = 0
    by: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    silenced: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str]] = field(default_factory=list)


def one(text: str, path: Path | None = None) -> Article | None:
    """The article in a text, read as if under another name in its folder, for the folder may tell its type.

    None when it cannot be read or holds several.
    """
    name = path.with_name(NAME).as_posix() if path is not None else NAME
    try:
        found = list(read(text.encode("utf-8", "surrogatepass"), name))
    except SourceError:
        return None
    return found[0] if len(found) == 1 else None


def _applies(rule: Rule, article: Article) -> bool:
    """Whether a rule speaks of this type of story at all."""
    return article.story_type not in rule.not_for and not article.is_draft


def findings(article: Article, rules: Sequence[Rule]) -> Counter[str]:
    return Counter(finding.rule for finding in found(article, rules))


def found(article: Article, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    result = lint(article, rules)
    for crash in result.crashes:
        print(f"{crash.rule} crashed at {crash.place}: {crash.error}", file=sys.stderr)
    return result.findings


def splice(text: str, edit: Edit) -> str:
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


def measure(
    each: Defect, texts: Sequence[tuple[Path, str]], rules: Sequence[Rule], args: argparse.Namespace
) -> Tally:
    tally = Tally()
    order = list(texts)
    random.Random(f"{args.seed}:{each.name}").shuffle(order)
    for path, text in order:
        if tally.broken >= args.each:
            break
        article = one(text, path)
        if article is None or not any(_applies(rule, article) for rule in rules if rule.name in each.rules):
            continue
        chance = random.Random(f"{args.seed}:{each.name}:{path.name}")
        places = list(each.breaks(article, chance))
        if not places:
            continue
        edit = chance.choice(places)
        broken_text = splice(text, edit)
        broken = one(broken_text, path)
        before = findings(article, rules)
        if broken is None or any(before[rule] for rule in each.rules):
            continue  # not clean to begin with
        after = findings(broken, rules)
        new, gone = after - before, before - after
        tally.broken += 1
        seen = each.rules & new.keys()
        tally.caught += bool(seen)
        tally.by.update(seen)
        tally.others.update(rule for rule in new if rule not in each.rules)
        tally.silenced.update(gone.keys())
        if not seen:
            tally.misses.append((str(path), _excerpt(broken_text, edit)))
    return tally


def _excerpt(text: str, edit: Edit) -> str:
    start = edit.span.start
    return " ".join((text[max(0, start - 90) : start] + "⟦" + text[start : start + len(edit.text)] + "⟧"
                     + text[start + len(edit.text) : start + len(edit.text) + 60]).split())  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Break clean articles and count what the catalogue sees.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=100, metavar="N", help="articles per kind of defect")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=sorted(DEFECTS), help="only this kind")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N that were missed")
    args = parser.parse_args()

    catalog = Catalog([house()])
    rules = [rule() for rule in catalog.rules.values() if rule.default_on]
    paths = sorted(args.folder.rglob("*.md"))
    texts = [(path, path.read_text(encoding="utf-8", errors="replace")) for path in paths]
    print(f"{len(texts)} articles, {len(rules)} rules, seed {args.seed}")
    print(f"{'defect':28}{HEAD}  caught by; what else fired; what fell silent")
    sums: dict[str, Tally] = {}
    for each in DEFECTS.values():
        if args.only and each.name not in args.only:
            continue
        tally = measure(each, texts, rules, args)
        parts = [_counts(tally.by), _counts(tally.others, 3), _counts(tally.silenced, 2)]
        print(f"{each.name:28}{_row(tally)}  {'; '.join(parts)}")
        for path, excerpt in tally.misses[: args.misses]:
            print(f"    missed: {path}\n            {excerpt}")
        total = sums.setdefault(each.group, Tally())
        total.broken, total.caught = total.broken + tally.broken, total.caught + tally.caught
    print()
    for group, total in sums.items():
        if group:
            print(f"{group:28}{_row(total)}")


HEAD = f"{'broken':>7}{'caught':>8}{'recall':>8}"


def _row(tally: Tally) -> str:
    recall = f"{tally.caught / tally.broken:8.1%}" if tally.broken else f"{'–':>8}"
    return f"{tally.broken:7}{tally.caught:8}{recall}"


def _counts(counter: Counter[str], most: int | None = None) -> str:
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:most]
    return ", ".join(f"{name} {count}" for name, count in ranked) or "–"


if __name__ == "__main__":
    main()
