from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import PLACEHOLDERS, Hit, Phrases, block_before, code_spans, grouped, inside

PHRASES = Phrases(PLACEHOLDERS)
FILE_NAME = regex(r"\.(?:png|jpe?g|gif|svg|webp|pdf|mp4|mp3|html?)\b|\|", re.IGNORECASE)
FORM = regex(
    r"\b(?:subject(?: line)?|e-?mails?|template|format|form|fill|replace|syntax|placeholder|file ?name|"
    r"naming|command|example|sample|script|message|caption|hashtag)s?\b",
    re.IGNORECASE,
)
DESIGN = regex(
    r"\b(?:typo|font|typeface|lettering|style guide|kitchen.sink|components?|layout|theme|test)",
    re.IGNORECASE,
)
NEED = frozenset(
    "NEEDED REQUIRED PLACEHOLDER INSERT TODO TBD TBC HERE PENDING MISSING GENERATED ADD ENTER FILL YOUR TK".split()
)
# a tag that is none: “introduces <insert> new ramps”; readers of markup drop it
RAW_TAG = regex(
    r"<(?<![\w\\`</]<)(?:insert|placeholder|fill[ _-]?in|to[ _-]be[ _-]added|todo|tbd|tktk|your[ _-][a-z]{2,15}|add[ _-][a-z]{2,15}|insert[ _-][a-z _-]{2,40})>",
    re.IGNORECASE,
)
# the account or the place of an advertisement, never filled in
NO_ACCOUNT = regex(
    r"\b(?:ca-)?pub-(?:0{10,16}|[Xx]{8,16})\b|\bdata-ad-(?:slot|client)=[\"']?(?:0{6,12}|[Xx]{6,16})\b"
)
RAW_OPENINGS = ("<insert", "<placeholder", "<fill", "<to", "<tbd", "<tktk", "<your", "<add")
X_TARGET = regex(r"(?:^|/)x{3,8}(?:\.\w{2,5})?/?$", re.IGNORECASE)
FRAME = frozenset(("headline", "dek", "kicker", "byline", "dateline", "description"))


class PlaceholderText(Rule):
    """Every placeholder has been filled.

    “Caption goes here”, “[Insert quote]”, “[Company Name]”, “[QUOTE_NEEDED]”, “XX percent” and lorem
    ipsum say that a form or a template was published before it was filled in; so do `<insert>`, which readers
    do not even see, and a link to `xxx.html`. Each is told once in an
    article, with a count. An editor's words inside somebody's quotation (“[the president]”), the fields
    of a form in a row (“[First Name] [Last Name]”), Super Bowl XX, links in brackets, file names in
    brackets and the cues of a script in capitals (“[GRAPHIC: WEATHER]”) are no placeholders; quotation
    marks and code are left alone. Where readers are told what to write (“Subject: … [your name]”) the
    brackets are for them. “[Your name]” alone on a line is an error, inside a line a suggestion. Blank
    lines to write on (____), the words “lorem ipsum” in a story, and the year “20XX” are no findings
    either; sample text in an article about type or layout is a suggestion.
    """

    severity = Severity.ERROR
    sources = (
        "NewsGuard: unfilled templates as a sign of unchecked publishing",
        "The TK convention of American newsrooms",
    )
    allow: tuple[str, ...] = Option(
        (), description="Placeholders that the house prints on purpose, as written."
    )
    examples: ClassVar = (
        Bad("Le quai coûte [[[à compléter]]] euros.\n", severity="warning"),
        Bad("Das Boot fährt um neun [[[Quelle einfügen]]].\n", severity="warning"),
        Bad("El barco sale a las nueve. [[[imagen aquí]]]\n", severity="warning"),
        Bad("De boot vaart om negen uur [[[nog aanvullen]]].\n", severity="warning"),
        Good(
            "Le quai [du vieux port] coûte cher [à voir](https://port.example/a) : [insérer](https://port.example/b).\n"
        ),
        Good("Sie sagte: „Das Boot [zu spät] fährt um neun [die Quelle liegt vor].“\n"),
        Good("“He [the president] will not sign,” the aide said, 40 years after Super Bowl XX.\n"),
        Good(
            "The form asks for a name ([see the guide](https://forms.example.org/guide)) and a date; "
            "write `[date]` if unsure.\n"
        ),
        Good(
            "The ferry stops at four piers ![Image: the ferry](ferry.jpg), see [map: the piers](piers.html).\n"
        ),
        Good("The ferry stops.\n\n[image: 2026/05/pier.png|top-32 left-28]\n\n[GRAPHIC: TIDES]\n"),
        Good("Send the drawing with the subject “Ferry”.\n\nSubject: Ferry drawing - [your name]\n"),
        Good(
            "A boat of the class 20XX needs a pilot with [INITIAL_RATING] from the board.\n",
            allow=("[INITIAL_RATING]",),
        ),
        Good("The line is static char line[LINE_LENGTH], the manual says.\n"),
        Good("Send a message in this form: [Company Name], [City].\n"),
        Bad(
            "The mayor, [[[Name]]], said the fare would rise by [[XX percent]].\n",
            says=(
                "“[Name]” holds a place for something that never came; fill it in or cut it.",
                "“XX percent” holds a place for something that never came; fill it in or cut it.",
            ),
            severity="error",
        ),
        Bad("The ferry stops at four piers.\n\n[[[Image: the ferry at dusk]]]\n", severity="error"),
        Bad("The ferry stops at four piers.\n\nYours,\n\n[[[Your Name]]]\n", severity="error"),
        Bad("The mayor wrote to [[[your company]]] on Monday.\n", severity="suggestion"),
        Bad(
            "The pilot agreed. [[[QUOTE_NEEDED]]] She left. [QUOTE_NEEDED]\n",
            says="“[QUOTE_NEEDED]” holds a place for something that never came, twice; fill it in or cut it.",
            severity="error",
        ),
        Bad("The pilot agreed. [[[PILOT_NAME]]] She left.\n", severity="warning"),
        Good("Write `<insert>` there.\n\n```\n<insert>\n```\n\n<details>It sails.</details>\n"),
        Bad("The timetable brings [[<insert>]] new ramps.\n", severity="error"),
        Bad(
            'See <a href="/issue-22/xxx.html">[[the pier]]</a> of the yard.\n',
            severity="error",
            says="“/issue-22/xxx.html” holds a place for an address that never came; write it.",
        ),
        Bad("The yard costs [[$XX billion]] and opens on [[March XX]].\n", severity="error"),
        Bad(
            'It sails.\n\n<ins data-ad-client="[[ca-pub-0000000000000000]]" data-ad-slot="0000000000"></ins>\n',
            severity="warning",
            says="“ca-pub-0000000000000000” is the number of no account; put in the house's own or take the "
            "advertisement out.",
        ),
        Good('Write this:\n\n```\n<ins data-ad-client="ca-pub-0000000000000000"></ins>\n```\n'),
        Good('It sails.\n\n<ins data-ad-client="ca-pub-7143000000000000" data-ad-slot="1000000000"></ins>\n'),
        Bad("The mayor, [[[nom de l’élu]]], is late, and so is [[[Name der Stadt]]].\n", severity="warning"),
        Bad(
            '---\ntitle: "[[Untitled document]]"\n---\n\n![ [[Caption goes here]] ](pier.jpg)\n',
            severity="error",
        ),
        Bad(
            "# Ferry stops\n\n[[Lorem ipsum dolor sit amet, the council said.]]\n\nLorem ipsum dolor.\n",
            severity="error",
        ),
        Bad("# A typeface for ferries\n\n[[Lorem ipsum dolor sit amet.]]\n", severity="suggestion"),
        Bad(
            "# [[Untitled document]]\n\nIt sails.\n\nThe ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. ",
            says="“Untitled document” holds a place for something that never came; fill it in or cut it.",
            severity="warning",
        ),
        Good('{"headline":"Ferry","body":"It sails <insert> now."}\n', name="s.json"),
        Good("---\ntitle: Ferry\ndek: Untitled document\n---\n\nIt sails.\n"),
        Bad(
            "Send a mail in this form:\n\n[[[Your Name]]]\n",
            says="“[Your Name]” holds a place for something that never came; fill it in or cut it.",
            severity="error",
        ),
        Bad(
            "The yard brings [[<insert>]] ramps and <insert> boats and [[<todo>]] piers.\n",
            says=(
                "“<insert>” holds a place for something that never came; fill it in or cut it.",
                "“<todo>” holds a place for something that never came; fill it in or cut it.",
            ),
            severity="error",
        ),
        Bad(
            "# [[Untitled document]]\n\nIt sails.\n\nThe ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. The ferry stops at the pier, and it is late. The ferry "
            "stops at the pier, and it is late. ",
            says="“Untitled document” holds a place for something that never came; fill it in or cut it.",
            severity="error",
        ),
        Bad(
            '---\ntitle: Ferry\ndescription: "[[[Your name]]] writes"\n---\n\nIt sails.\n',
            says="“[Your name]” holds a place for something that never came; fill it in or cut it.",
            severity="error",
        ),
        Good("Send a mail in this form:\n\nWe like [your company] much.\n"),
        Bad(
            "[[Lorem ipsum dolor sit amet.]]\n",
            says="“Lorem ipsum dolor sit amet.” holds a place for something that never came; fill it in or "
            "cut it.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in PHRASES.find(article) if self.is_placeholder(article, hit)]
        for first, also in grouped(hits, lambda hit: "" if hit.phrase.kind == "filler" else hit.passage.text):
            yield self.finding(
                first.passage,
                f"{quoted(first.passage.text)} holds a place for something that never came{also.said}; "
                "fill it in or cut it.",
                severity=_level(article, first),
                see=also.places,
            )

        yield from self.raw(article)
        yield from self.targets(article)
        yield from self.accounts(article)

    def raw(self, article: Article) -> Iterator[Finding]:
        """Words in angle brackets that Markdown takes for a tag, so that readers do not even see them."""
        if article.key or article.format not in ("markdown", "html"):
            return
        written = article.source.text.lower()
        if not any(written.find(opening, article.body_start) >= 0 for opening in RAW_OPENINGS):
            return
        body = Passage.of(article.source, article.body_start, len(article.source.text))
        found = [where for where, _ in body.find(RAW_TAG)]
        known = code_spans(article) if found else []
        seen: set[str] = set()
        for where in found:
            text = where.text
            if text not in self.allow and text not in seen and not inside(known, where.span.start):
                seen.add(text)
                yield self.finding(
                    where,
                    f"{quoted(text)} holds a place for something that never came; fill it in or cut it.",
                )

    def targets(self, article: Article) -> Iterator[Finding]:
        """Links to `xxx.html`."""
        for link in article.links:
            if (
                "xxx" in link.target.lower()
                and X_TARGET.search(link.target)
                and link.target not in self.allow
            ):
                yield self.finding(
                    link, f"{quoted(link.target)} holds a place for an address that never came; write it."
                )

    def accounts(self, article: Article) -> Iterator[Finding]:
        """Advertisements whose account or place is zeros only; the first of an article."""
        text = article.source.text
        if (
            article.key
            or article.format not in ("markdown", "html")
            or not ("pub-" in text or "data-ad-" in text)
        ):
            return
        page = Passage.of(article.source, article.body_start, len(text))
        known = code_spans(article)
        for where, _ in page.find(NO_ACCOUNT):
            if where.text not in self.allow and not inside(known, where.span.start):
                yield self.finding(
                    where,
                    f"{quoted(where.text)} is the number of no account; put in the house's own or take the "
                    "advertisement out.",
                    severity=Severity.WARNING,
                )
                return

    def is_placeholder(self, article: Article, hit: Hit) -> bool:
        text, kind = hit.passage.text, hit.phrase.kind
        if text in self.allow:
            return False
        if kind == "headline":
            return hit.copy.field is not None and hit.copy.field.name == "headline"
        if kind == "picture":
            return not text.isupper() and FILE_NAME.search(text) is None
        return kind not in ("form", "yours") or not _tells_readers_what_to_write(article, hit)


def _level(article: Article, hit: Hit) -> Severity | None:
    kind, copy = hit.phrase.kind, hit.copy
    if kind == "yours" and _stands_alone(hit):
        return Severity.ERROR
    if kind == "token" and NEED.intersection(hit.passage.text.strip("[]").split("_")):
        return Severity.ERROR
    if kind == "filler" and _is_about_design(article):
        return Severity.SUGGESTION
    if kind == "headline" and copy.field is not None and article.word_count > 150:
        return Severity.WARNING
    return hit.phrase.severity


def _stands_alone(hit: Hit) -> bool:
    """Whether it is all that its line or field says."""
    return hit.copy.passage.text.strip(" ,.*_") == hit.passage.text or (
        hit.copy.field is not None and hit.copy.field.name in FRAME
    )


def _is_about_design(article: Article) -> bool:
    headline = article.headline
    name = PurePath(article.source.path).stem.replace("-", " ")
    return any(DESIGN.search(words) for words in (headline.text if headline else "", name))


def _tells_readers_what_to_write(article: Article, hit: Hit) -> bool:
    """Whether the line, or the one above it, shows readers a form to fill in."""
    if hit.copy.field is not None or _stands_alone(hit):
        return False
    text = hit.copy.passage.text
    return bool(FORM.search(text[: hit.start]) or FORM.search(block_before(article, hit.copy.order)))
