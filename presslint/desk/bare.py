"""Subheads over nothing: which of them want a text, and how surely it is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslint.article import Article, Block, Kind, Section
from presslint.desk.announcement import Announcement, By, Delivered, Sure, Wanted
from presslint.desk.outline import TONGUES, bareness, following, has_content, is_bare
from presslint.language.dates import MONTH_NUMBERS
from presslint.language.likeness import fold
from presslint.language.times import opens_with_time
from presslint.language.words import announcing as words
from presslint.model.passage import MASK, Passage
from presslint.model.regex import regex

LINES = 3  # as many bare subheads of one level, and half of all, are lines set as subheads
LONGEST = 12  # words of a subhead; longer ones are sentences in large type
VALUE = regex(r"[a-z][\w-]{0,20}: \S{1,60}")  # until: 3.0
SIGN_OFF = regex(r"[!…]\Z|(?:[:;]-?[)PD]|:[a-z_]{2,20}:|\?\?|\.\.\.|[\u2600-\u27bf\U0001f300-\U0001faff])\Z")
NUMBERED = regex(r"\W{0,3}\d{1,3}[.):]")
# “Ana Ruiz and Ben Cole – Crew”
NAME_AND_POST = regex(r"[A-Z][\w.’'-]{0,20}(?: (?:and |& )?[A-Z][\w.’'-]{0,20}){1,5}(?:,| [-–—|]) \w")


def bare_subheads(article: Article) -> Iterator[Announcement]:
    """The subheads that stand over nothing and want a text, and those without words.

    Where a subhead as high follows at once, whose text may be meant, that is what is delivered.
    """
    if not any(has_content(block) for block in article.blocks if block.kind is not Kind.HEADING):
        return  # an article without a body lacks more than a section
    runs = [run for run in _runs(article) if not _closes_the_page(article, run)]
    alone = {id(run[0]) for run in runs if len(run) == 1 and _is_followed_by_its_like(article, run[0])}
    for run in runs:
        after = following(article, run[-1])
        likely = id(run[0]) in alone and len(alone) >= LINES
        sure = Sure.LIKELY if likely else _sure(article, run, after)
        delivered = Delivered.SUBHEAD if id(run[0]) in alone else Delivered.NOTHING
        for heading in run:
            yield _announced(article, heading, delivered, sure, after)
    for heading in filter(_is_wordless, article.headings):
        yield _announced(article, heading, Delivered.UNTOLD, Sure.CERTAIN, following(article, heading))


def _announced(
    article: Article, heading: Block, delivered: Delivered, sure: Sure, after: Block | None
) -> Announcement:
    where = heading.passage or Passage.of(article.source, heading.span.start, heading.span.start)
    return Announcement(By.SUBHEAD, Wanted.TEXT, where, delivered, sure=sure, block=heading, after=after)


def _runs(article: Article) -> Iterator[list[Block]]:
    """The bare subheads that stand one after the other, those inside a bare one left out."""
    run: list[Block] = []
    for section in article.walk_sections():
        heading = section.heading
        if heading is None:
            continue
        if _is_empty(article, section):
            if not run or heading.level <= run[-1].level:
                run.append(heading)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _closes_the_page(article: Article, run: Sequence[Block]) -> bool:
    """Whether nothing has to follow: a page may fill its last part by itself, and a sign-off is one."""
    last = run[-1]
    return following(article, last) is None and (
        article.format == "html" or SIGN_OFF.search(last.text.strip()) is not None
    )


def _is_followed_by_its_like(article: Article, heading: Block) -> bool:
    after = following(article, heading)
    return after is not None and after.kind is Kind.HEADING and after.level == heading.level


def _sure(article: Article, headings: Sequence[Block], after: Block | None) -> Sure:
    """How sure it is that a text is missing under a run of bare subheads, before what comes `after`."""
    first = headings[0]
    known = bareness(article)
    bare, alike = known.bare[first.level], known.all[first.level]
    if (
        first.text.rstrip().endswith("?")
        or (bare >= LINES and 2 * bare >= alike)
        or _opens_the_copy(article, first)
        or (after is not None and after.kind is Kind.FOOTNOTE)
        or article.format == "html"  # what a page shows under a subhead may stand in its furniture
    ):
        return Sure.DOUBTFUL
    if after is None and fold(first.text) in words.WANTS_TEXT:
        return Sure.CERTAIN
    goes_up = after is not None and after.level < min(heading.level for heading in headings)
    return Sure.CERTAIN if goes_up and id(first) in known.after_written else Sure.LIKELY


def _opens_the_copy(article: Article, heading: Block) -> bool:
    """Whether nothing that a reader sees stands before a subhead."""
    return not any(block.span.start < heading.span.start and has_content(block) for block in article.blocks)


def _is_wordless(heading: Block) -> bool:
    """Whether a heading shows nothing, no picture either."""
    return not heading.text.strip() and not heading.media and not heading.links


def _is_empty(article: Article, section: Section) -> bool:
    """Whether a subhead that wants a text has nothing under it."""
    heading = section.heading
    if (
        heading is None
        or not heading.text.strip()
        or _calls_the_reader(heading)
        or _is_kicker(article, heading)
        or _is_doubled(article, heading)
        or _is_one_of_several_names(article, heading)
        or _closes_the_play(article, heading)
    ):
        return False
    deeper = (inner.heading for inner in section.walk() if inner is not section and inner.heading is not None)
    if not is_bare(article, section) or any(_calls_the_reader(each) or _look(each) for each in deeper):
        return False
    look = _look(heading)
    return not look or _is_the_only_bare_one(article, section, look)


def _is_doubled(article: Article, heading: Block) -> bool:
    """Whether the same subhead follows at once: the one is a copy of the other, as duplicate-subhead says."""
    after = following(article, heading)
    return after is not None and after.kind is Kind.HEADING and fold(after.text) == fold(heading.text)


def _is_one_of_several_names(article: Article, heading: Block) -> bool:
    """Whether a name with its post stands over another one: two people give one answer."""
    after = following(article, heading)
    return (
        after is not None
        and after.kind is Kind.HEADING
        and after.level == heading.level
        and NAME_AND_POST.match(heading.text) is not None
        and NAME_AND_POST.match(after.text) is not None
    )


def _closes_the_play(article: Article, heading: Block) -> bool:
    """Whether a last line in capitals answers the first: “CURTAIN UP” and “CURTAIN DOWN”."""
    first, *_ = article.headings
    return (
        following(article, heading) is None
        and heading is not first
        and heading.text.isupper()
        and first.text.isupper()
        and heading.text.split()[0] == first.text.split()[0]
    )


def _is_kicker(article: Article, heading: Block) -> bool:
    """Whether a heading opens the copy and the title, in larger type, stands under it."""
    return (
        heading is article.headings[0]
        and _opens_the_copy(article, heading)
        and len(article.headings) > 1
        and article.headings[1].level < heading.level
    )


def _look(heading: Block) -> str:
    """What makes a subhead look as if nothing need stand under it; empty for a plain one."""
    text = heading.text.strip()
    if NUMBERED.match(text):
        return "number"
    if text.endswith((".", "!")) or heading.word_count > LONGEST:
        return "sentence"
    return ""


def _is_the_only_bare_one(article: Article, section: Section, look: str) -> bool:
    """Whether two or more other subheads of this level and look have a text under them, and none has not.

    A countdown in large type has many entries with nothing under them, an interview has none.
    """
    alike = [
        other
        for other in article.walk_sections()
        if other is not section
        and other.heading is not None
        and other.level == section.level
        and _look(other.heading) == look
    ]
    if look == "number" and not alike:
        return True
    return len(alike) >= 2 and not any(is_bare(article, other) for other in alike)


def _calls_the_reader(heading: Block) -> bool:
    """A link, a picture, a call, a divider, a time, a value: complete without a text under it."""
    passage = heading.passage
    if heading.media or passage is None:
        return True
    text = passage.text.strip()
    linked = sum(len(link.text) for link in heading.links)
    return (
        linked * 2 > len(passage)
        or MASK in text  # a shortcode may print anything
        or words.CALL.match(text) is not None
        or words.DIVIDER.match(text) is not None
        or words.PAUSE.fullmatch(text) is not None
        or words.BOX.fullmatch(text) is not None
        or fold(text) in TONGUES
        or opens_with_time(text)
        or _opens_with_date(text)
        or VALUE.fullmatch(text) is not None
        or not any(map(str.isalpha, text))
    )


def _opens_with_date(text: str) -> bool:
    """“4 May – Ballots open”, “December 2, 2011”, “2026-05-04”."""
    first = [word.strip(",.:;–-") for word in text.split()[:3]]
    return any(word.casefold() in MONTH_NUMBERS for word in first) and any(
        word[:1].isdigit() for word in first
    )
