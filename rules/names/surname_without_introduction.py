from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.language.names import ORDINARY
from presslint.language.quotation import CLOSING, OPENING
from presslint.model.regex import regex

_VERBS = (
    "said says told added wrote argued explained noted recalled acknowledged admitted insisted warned"
).split()
_SAYS = f"(?:{'|'.join(_VERBS)})"
_NAME = r"(?P<name>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}(?:-[A-Z][a-z]+)?)"
_SPEAKER = regex(
    rf"(?:^|(?<=[.!?] )|(?<=[{CLOSING}] )){_NAME} {_SAYS}\b|[{CLOSING}],? {_SAYS} (?P<after>[A-Z][a-z]{{3,}})(?=[.,])"
)
_PERSON = regex(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
_SHORT = "(?:[A-Z]|Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Fr)"
MOST = 60  # speakers in one article that are looked up
# nobody asks who they are
WELL_KNOWN = frozenset(
    "Trump Biden Obama Putin Modi Macron Merkel Zelensky Zelenskyy Netanyahu Shakespeare Jesus".split()
)
_NEAR = 240  # characters after the verb in which “he” or “she” shows that a person speaks


class SurnameWithoutIntroduction(Rule):
    """A person is introduced with the full name before the surname alone speaks.

    “Ruiz said” tells the reader nothing when the paragraph that introduced Ana Ruiz, the council
    leader, was cut. The rule reports the first surname that says something and stands nowhere in the
    article with a given name, a title or another name beside it. A “he” or “she” close by must show
    that a person speaks: companies and places say things too.
    """

    severity = Severity.SUGGESTION
    sources = ("AP Stylebook, names: first and second reference", "Reuters Handbook of Journalism, names")
    languages = frozenset({"en"})
    looks_for = frozenset(_VERBS)
    not_for = frozenset({"sport", "results", "live", "interview", "obituary"})
    mononyms: tuple[str, ...] = Option((), description="People known to every reader by one name.")
    examples = (
        Bad(
            "The pool closes in May. [[Ruiz]] said the council had no money. She will speak on Friday.\n",
            says="“Ruiz” speaks without an introduction; give the full name and the role at first mention.",
            severity="suggestion",
        ),
        Bad("“We have no money,” said [[Ruiz]]. She will speak on Friday.\n"),
        Good("Ana Ruiz, the council leader, spoke. Ruiz said the council had no money. She was firm.\n"),
        Good("Council leader Ruiz said so. Ms. Ruiz was firm.\n"),
        Good("Clara “Cece” Ruiz runs the pool. Ruiz said the council had no money. She was firm.\n"),
        Good("Every owner came. Owner said the council had no money, and she was firm.\n"),
        Good("Google said it would close the site.\n"),
        Good("Ruiz said no, and she was firm.\n", mononyms=["Ruiz"]),
        Good("They said no. Tuesday told her little.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        known: set[str] = set(self.mononyms)
        everything = ""
        for passage in article.own_prose:
            if not any(verb in passage.text for verb in _VERBS):
                continue
            for match in _SPEAKER.finditer(passage.text):
                group = "name" if match["name"] else "after"
                name = match[group]
                if name in known or name in WELL_KNOWN or name.lower() in ORDINARY or len(known) > MOST:
                    continue
                known.add(name)
                if not _PERSON.search(passage.text, match.end(), match.end() + _NEAR):
                    continue
                everything = everything or "\n".join(each.text for each in article.passages)
                if not _is_introduced(name, everything) and not _is_a_word(name, everything):
                    yield self.finding(
                        passage[match.start(group) : match.end(group)],
                        f"{quoted(name)} speaks without an introduction; "
                        "give the full name and the role at first mention.",
                    )


def _is_a_word(name: str, text: str) -> bool:
    """True for “Owner said”, “Patients told her”: the word stands in small letters, or the name in the singular."""
    return re.search(
        rf"\b{name.lower()}\b|\b{re.escape(name.removesuffix('s'))}\b(?!s)", text
    ) is not None and (name.endswith("s") or re.search(rf"\b{name.lower()}\b", text) is not None)


def _is_introduced(name: str, text: str) -> bool:
    """True when the name stands somewhere beside another name, a title or an initial."""
    this = re.escape(name)
    before = (
        rf"(?:[A-ZÀ-Þ][\w’'-]*|\b{_SHORT}\.),? (?:[{OPENING}(][^{CLOSING})]{{1,20}}[{CLOSING})] )?{this}\b"
    )
    return re.search(rf"{before}|\b{this}(?:’s|'s)? [A-ZÀ-Þ]|\b{this}, \d\d,", text) is not None
