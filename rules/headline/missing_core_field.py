from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Kind, Option, Rule, Severity, Span, quoted, regex
from presslint.desk import any_of, fold, has_content, one_slip, unread

# what software and templates write where the headline is to stand
FILLERS = any_of(
    ("test(?:ing)?(?: (?:post|article|page|story))?", "untitled(?: (?:document|post|page|draft))?"),
    ("new (?:post|article|page|document)", "draft", "no title", "title", "headline"),
    ("headline (?:goes )?here", "post title", "your title(?: here)?"),
    ("tk", "tbd", "tbc", "auto draft", r"document\d*"),
)
PLACEHOLDER = regex(rf"{FILLERS}[.\s]*", re.I)
SAMPLE = regex(r"hello,? world!?|(?:my |your )?first post!?|welcome to (?:jekyll|hugo|wordpress)!?", re.I)
FILE_NAME = regex(r"[\w.-]{1,120}\.(?:md|markdown|html?|docx?|txt|pdf|rtf)", re.I)
SLUG = regex(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
SHORT_TYPES = regex(
    r"\b(?:alert|brief|photos?|gallery|slideshow|video|podcast|audio|embed|poll|link|quote|redirect)\b", re.I
)


FILLED = 40  # characters of a headline that can be nothing but a filler
LOWEST = 3  # level of a heading that can be a headline


class MissingCoreField(Rule):
    """An article has a headline and a body.

    A page without a headline, or with “Untitled” or a file name for one, cannot be published; nor can
    one without words under it; an empty file lacks both and is told once. Drafts, section pages, pages
    about the site and pages that only point elsewhere (they name a link) are let be, and so are photo,
    video and audio pages. A brief is a form of its own, so few words are a suggestion, and a warning only
    where not even a sentence is left. The title of a generator's sample post is asked about. A heading that
    opens the body is a headline too, and a misspelled key such as `itle` is named.
    """

    severity = Severity.ERROR
    sources = ("schema.org Article: headline", "IPTC ninjs: headlines", "Arc XP ANS: headlines.basic")
    not_for = frozenset({"index", "page", "stub", "live", "results"})
    words: int = Option(40, ge=0, description="An article with fewer words than this is asked about.")
    yields_to: ClassVar = {"front-matter-syntax": "article", "article-not-found": "article"}
    examples: ClassVar = (
        Good(
            "---\ntitle: Council cuts night buses\n---\nThe council voted to cut all night buses.\n", words=5
        ),
        Good("---\ntitle: Untitled\ndraft: true\n---\nText.\n"),
        Good("---\ntitle: The pier in pictures\n---\n![The pier at dawn](dawn.jpg)\n"),
        Good("---\ntitle: A guide to the harbour\nsource_url: https://harbour.example/guide\n---\n"),
        Good("---\ntitle: Berths\n---\n", name="content/berths/_index.es.md"),
        Good("---\ntitle: Old page\nredirect_to: /berths/\n---\n", name="old.md"),
        Good("---\ntitle: Contact\n---\nWrite to us.\n", name="contact.md"),
        Good("---\ntitle: Harbour day\ncategory: Events\n---\nIn the old mill, with soup.\n"),
        Good(
            "---\ntitle: 夜行バス廃止\n---\n市議会は五月から夜行バスをすべて廃止することを決めた。\n",
            words=10,
        ),
        Bad("[[]]", says="The file is empty; write the article or delete the file.", severity="error"),
        Bad(
            "---\ntitle: [[Hello World]]\n---\nThe council voted to cut all night buses.\n",
            says="“Hello World” is the title of a sample post; write a headline.",
            severity="warning",
            words=5,
        ),
        Bad(
            "---\ntitle: [[Untitled]]\n---\nThe council voted to cut all night buses.\n",
            says="“Untitled” is no headline; write one.",
            severity="error",
            words=5,
        ),
        Bad(
            "---\ntitle: [[council-cuts-night-buses]]\n---\nThe council voted to cut all night buses.\n",
            severity="error",
            words=5,
            says="“council-cuts-night-buses” is the page's address and no headline; write one.",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\n",
            says="The article has a headline and no text; write it or hold the page back.",
            severity="error",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\nMore soon.\n",
            severity="suggestion",
            says="The article has only 2 words; write the rest or hold the page back.",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\nThe night buses and all that\n",
            severity="suggestion",
        ),
        Bad("---\ntitle: [[Night buses back]]\n---\nThe night buses run again.\n", severity="suggestion"),
        Bad(
            "---\n[[itle]]: Council cuts night buses\ndate: 2026-05-05\n---\nThe council voted on it.\n",
            says="The article has no headline; the key “itle” is no “title”.",
            words=5,
            severity="error",
        ),
        Bad(
            "---\ntile: blue\ndate: 2026-05-05\n---\n[[]]The council voted on it.\n",
            words=5,
            says="The article has no headline; write one.",
            severity="error",
        ),
        Good(
            "---\ndate: 2026-05-05\n---\n## Council cuts night buses\n\nThe council voted on it.\n", words=5
        ),
        Bad(
            "---\ndate: 2026-05-05\n---\n[[]]The council voted on it.\n\n## Night buses\n\nThey stop.\n",
            words=5,
            severity="error",
        ),
        Bad(
            "---\ndate: 2026-05-05\n---\n[[]]#### Night buses\n\nThe council voted on it.\n",
            words=5,
            severity="error",
        ),
        Bad(
            "---\ndate: 2026-05-05\n---\n[[]]### Night buses\n\nThey stop.\n\n## Day buses\n\nThey run.\n",
            words=2,
            severity="error",
        ),
        Good(
            "<html><head><title>berths.txt</title></head><body><pre>a 1 2\nb 3 4\nc 5 6\n</pre></body></html>",
            name="berths.html",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\nThe council voted on Tuesday to cut all night "
            "buses from May, and riders will walk.\n",
            says="The article has only 16 words; write the rest or hold the page back.",
            severity="suggestion",
        ),
        Good("---\ntitle: night-buses-cut\n---\nText.\n", name="a.md", words=1),
        Good("---\ndate: 2026-05-05\n---\n### Night buses\n\nThey stop now.\n", words=2),
        Bad(
            "---\nle: Council cuts night buses\n---\n[[]]The council voted on it.\n",
            says="The article has no headline; write one.",
            severity="error",
            words=5,
        ),
        Bad(
            "---\n[[tle]]: Council cuts night buses\n---\nThe council voted on it.\n",
            says="The article has no headline; the key “tle” is no “title”.",
            severity="error",
            words=5,
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\n## Fares\n\n## Piers\n",
            says="The article has a headline and no text; write it or hold the page back.",
            severity="error",
        ),
        Good("---\ntitle: Council cuts night buses\n---\n<!-- soon -->\n"),
        Good("---\ntitle: Council cuts night buses\n---\nThe pier ![Pier](a.png) is old.\n"),
        Good(
            "---\ntitle: Council cuts night buses\n---\nThe council voted on Tuesday to cut all night buses "
            "from May, the board said. It was late. The pilots were there, and the traders and all the "
            "rest of the isle came to hear it and to say what they thought.\n"
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\nThe council voted on Tuesday to cut all night "
            "buses from May, the board said. It was late. The pilots were there.\n",
            says="The article has only 22 words; write the rest or hold the page back.",
            severity="suggestion",
        ),
        Bad(
            "---\n[[title]]:\n---\nThe council voted on it.\n",
            says="The article has no headline; write one.",
            severity="error",
            words=5,
        ),
        Bad(
            "---\ndate: 2026-05-05\n---\n[[]]![Pier](a.png)\n",
            says="The article has no headline; write one.",
            severity="error",
            words=2,
        ),
        Bad(
            "---\n[[titel]]: Two words\n---\nThe council voted on it.\n",
            says="The article has no headline; the key “titel” is no “title”.",
            severity="error",
            words=5,
        ),
        Bad(
            "---\ntitle: [[berths.txt]]\n---\nText.\n",
            says="“berths.txt” is no headline; write one.",
            severity="error",
            words=1,
        ),
        Bad(
            "---\ntitle: [[night-buses-cut]]\n---\nText.\n",
            name="night-buses-cut.md",
            says="“night-buses-cut” is the page's address and no headline; write one.",
            severity="error",
            words=1,
        ),
        Bad(
            "---\ntitle: [[night_buses_cut_now]]\n---\nText.\n",
            name="a.md",
            says="“night_buses_cut_now” is the page's address and no headline; write one.",
            severity="error",
            words=1,
        ),
        Good("---\ntitle: Council cuts night buses\nlayout: gallery\n---\nThe pier.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.is_draft:
            return
        if article.headline is None and not article.blocks and not article.key and not has_body(article):
            where = Span(article.body_start, article.body_start)
            yield self.finding(where, "The file is empty; write the article or delete the file.")
            return
        yield from self.headline(article)
        yield from self.body(article)

    def headline(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            empty = next(iter(article.all("headline")), None)
            wrong = misspelled_title(article) if empty is None else None
            if wrong is not None:
                yield self.finding(
                    wrong.key_span or wrong.span,
                    f"The article has no headline; the key {quoted(wrong.key)} is no {quoted('title')}.",
                )
                return
            if empty is None and opens_with_heading(article):
                return
            where = Span(article.body_start, article.body_start) if empty is None else empty
            yield self.finding(where, "The article has no headline; write one.")
            return
        text = headline.text.strip()
        is_file_name = "." in text and FILE_NAME.fullmatch(text) is not None
        if is_file_name and all(block.kind is Kind.CODE for block in article.blocks):
            return  # a listing, which bears the name of its file
        if is_file_name or (len(text.rstrip(". ")) <= FILLED and PLACEHOLDER.fullmatch(text)):
            yield self.finding(headline, f"{quoted(text)} is no headline; write one.")
        elif len(text) <= FILLED and SAMPLE.fullmatch(text):
            yield self.finding(
                headline,
                f"{quoted(text)} is the title of a sample post; write a headline.",
                severity=Severity.WARNING,
            )
        elif (
            " " not in text
            and SLUG.fullmatch(text)
            and (is_slug(article, text) or text.count("-") + text.count("_") >= 3)
        ):
            yield self.finding(headline, f"{quoted(text)} is the page's address and no headline; write one.")

    def body(self, article: Article) -> Iterator[Finding]:
        if points_elsewhere(article) or shows(article):
            return
        content = [block for block in article.blocks if has_content(block) and block.kind is not Kind.HEADING]
        where = article.headline or Span(article.body_start, article.body_start)
        if not content:
            if article.blocks or article.key or not has_body(article):
                yield self.finding(
                    where, "The article has a headline and no text; write it or hold the page back."
                )
            return
        if (
            article.word_count < self.words
            and article.story_type not in ("docs", "event")
            and all(block.kind is Kind.PARAGRAPH for block in content)
            and not unread(article, article.blocks[-1], None)
        ):
            yield self.finding(
                where,
                f"The article has only {article.word_count} words; write the rest or hold the page back.",
                severity=Severity.SUGGESTION,
            )


def opens_with_heading(article: Article) -> bool:
    """Whether the body opens with a heading that is the headline, though set a level or two too low."""
    for block in article.blocks:
        if block.kind in (Kind.MEDIA, Kind.EMBED, Kind.SEPARATOR):
            continue
        if block.kind is not Kind.HEADING or not block.text.strip() or block.level > LOWEST:
            return False
        return not any(other.level < block.level for other in article.headings)
    return False


def misspelled_title(article: Article) -> Field | None:
    """The field whose key was meant as “title”: a letter wrong, or the first ones missing."""
    for field in article.all("extra"):
        key = field.key.casefold()
        slip = one_slip(key, "title") or (len(key) > 2 and "title".endswith(key))
        if slip and len(field.text.split()) > 1:
            return field
    return None


def has_body(article: Article) -> bool:
    """Whether anything stands below the metadata, read or unread."""
    return bool(article.source.text[article.body_start :].strip())


def is_slug(article: Article, text: str) -> bool:
    """Whether a title is the page's own address."""
    names = {fold(field.text) for field in article.all("slug")}
    names.add(fold(PurePath(article.source.path).stem))
    return fold(text) in names


def points_elsewhere(article: Article) -> bool:
    """Whether the page is a pointer: it names a link and has no text of its own to speak of."""
    return any(
        is_link(field) for name in ("extra", "url", "canonical", "source") for field in article.all(name)
    )


def is_link(field: Field) -> bool:
    return field.text.lstrip().startswith(("http://", "https://", "//"))


def shows(article: Article) -> bool:
    """Whether pictures, sound or an embed are the article, or its type says that it is short."""
    if any(block.kind in (Kind.MEDIA, Kind.EMBED, Kind.TABLE) for block in article.walk()) or article.media:
        return True
    if any(block.media for block in article.walk()):
        return True
    return any(
        SHORT_TYPES.search(field.text)
        for name in ("layout", "story-type", "kicker")
        for field in article.all(name)
    )
