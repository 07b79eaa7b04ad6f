from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import (
    BESIDE_SLOTS,
    DAY_ALONE,
    DAY_AND_YEAR,
    DAY_IN_FIGURES,
    RHYTHMS,
    SIGNS_OF_SLOTS,
    SLOT_ENDS,
    SLOTS,
    WEEK_AND_NUMBER,
    WEEKDAYS,
    WEEKDAYS_BESIDE,
    DateMention,
    fold,
)

_WELCOME = regex(r"(?:Welcome to|Here is|Today is|News for|Update for|Briefing for)\s")
_SET_OFF = regex(r"[—–|:·•(-]\s?\Z")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WRITTEN = regex(DAY_AND_YEAR)
_FIGURES = regex(DAY_IN_FIGURES)
_WEEK = regex(WEEK_AND_NUMBER, re.IGNORECASE)
_DAY = regex(DAY_ALONE)
_NUMBER = regex(
    r"(?:#|№|\b(?:no|nr|n°|nº|vol|issue|episode)\b\.?)\s?\d{1,4}\b|第\s?\d{1,4}\s?[期号]", re.IGNORECASE
)
_DAYS = WEEKDAYS_BESIDE | {day.lower() for day in WEEKDAYS}
_JOINT = " \t,.:;|·•—–-/()[]【】「」"
# “Blog 1: …”, “Draft 2 – …”: the desk's number before the headline
_PIECE = regex(r"(?:blog(?: post)?|draft)\s?#?\d{1,3}\s?[:.–—-]\s\S", re.IGNORECASE)
LONGEST_END = 9  # letters of a word that is more than its ending
TOPIC = 4  # words of the name of a slot, its articles aside; more are a headline
_LABEL = regex(
    r"(?:breaking|news|update|alert|report|analysis|special|exclusive|live|latest)\b", re.IGNORECASE
)


class LabelHeadline(Rule):
    """A headline says what happened, not which day's slot it fills.

    “Welcome to February 14, 2026” and “Breaking: Significant developments — 2026-03-11” are the labels
    of a template: tomorrow's page has the same headline with another date, and no reader learns why to
    read either. Told are a greeting of a date, a news label with a machine's date at its end (a
    suggestion without the label, as minutes and releases are named so), a slot with the day of its date and no other
    word or a topic (“Actualités du 14 février 2026”, “Harbour news – 4 May 2026”), in any language, a date alone, a label with nothing but the site's own name, and
    the number of a piece (“Blog 1: …”), that name by itself or the name of the folder or series with a number (“Harbour Daily #12”).
    """

    severity = Severity.WARNING
    sources = ("AP and Poynter headline teaching: a headline has a subject and a verb",)
    not_for = frozenset({"event", "index", "results", "live"})
    yields_to: ClassVar = {"missing-core-field": "place"}
    reads = frozenset({"headline"})
    examples: ClassVar = (
        Bad(
            "---\ntitle: [[Welcome to February 14, 2026]]\n---\nThe pier is open.\n",
            says="“Welcome to February 14, 2026” is a label with a date; say what happened.",
            severity="warning",
        ),
        Bad(
            '---\ntitle: "[[Breaking: Significant harbour news — 2026-03-11]]"\n---\nThe pier is open.\n',
            says="“Breaking: Significant harbour news — 2026-03-11” is a label with a machine's date; say "
            "what happened.",
            severity="warning",
        ),
        Bad(
            '---\ntitle: "[[Harbour board minutes — 2026-03-11]]"\n---\nThe pier is open.\n',
            severity="suggestion",
        ),
        Bad(
            '---\ntitle: "[[Pier Notices: The Harbour Post]]"\nsite_name: The Harbour Post\n---\nThe pier is open.\n',
            says="“Pier Notices: The Harbour Post” is a label with the site's name; say what happened.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: [[Actualités du 14 février 2026]]\nlang: fr\n---\nLe quai est ouvert.\n",
            severity="warning",
        ),
        Bad("---\ntitle: [[Noticias del lunes 4 de mayo de 2026]]\nlang: es\n---\nEl muelle abre.\n"),
        Bad("---\ntitle: [[14 février 2026 – Revue]]\nlang: fr\n---\nLe quai est ouvert.\n"),
        Bad("---\ntitle: [[14 February 2026]]\n---\nThe pier is open.\n"),
        Bad('---\ntitle: "[[Harbour News Digest – 14 February 2026]]"\n---\nThe pier is open.\n'),
        Bad('---\ntitle: "[[港口日报 | 2026-02-14]]"\nlang: zh\n---\n码头开放。\n', severity="warning"),
        Bad(
            "---\ntitle: [[Hafennachrichten Überblick vom 14. Februar 2026]]\nlang: de\n---\nDer Kai ist offen.\n"
        ),
        Bad(
            '---\ntitle: "[[Pier Weekly, Issue 12]]"\nseries: Pier Weekly\n---\nThe pier is open.\n',
            says="“Pier Weekly, Issue 12” is a label with nothing but the publication's name; say what happened.",
        ),
        Bad('---\ntitle: "[[Weekly Newsletter #42]]"\n---\nThe pier is open.\n'),
        Bad("---\ntitle: [[Tagesbericht 4. Mai 2026]]\nlang: de\n---\nDer Kai ist offen.\n"),
        Bad("---\ntitle: [[Resumen diario - Domingo, 10 de Julio]]\nlang: es\n---\nEl muelle abre.\n"),
        Bad("---\ntitle: [[Boletim do porto - Semana 3/2024]]\nlang: pt\n---\nO cais abre.\n"),
        Bad("---\ntitle: [[The Harbour Post]]\nsite_name: Harbour Post\n---\nThe pier is open.\n"),
        Good("---\ntitle: Pier Weekly\nseries: Pier Weekly notes\n---\nThe pier is open.\n"),
        Good("---\ntitle: Five boats sink\nseries: Boats of today\n---\nThe pier is open.\n"),
        Good(
            '---\ntitle: "Harbour board report on the old pier and ramps – 14 May 2026"\n---\nIt is open.\n'
        ),
        Bad("---\ntitle: [[Daily News Briefing – 4 May 2026]]\n---\nThe pier is open.\n"),
        Bad(
            "---\ntitle: [[Morning Brief · Fútbol · 2026-05-04]]\nlang: es\n---\nEl muelle.\n",
            severity="warning",
        ),
        Bad(
            '---\ntitle: "[[Blog 1: Pier opens with a choir]]"\n---\nThe pier is open.\n', severity="warning"
        ),
        Good(
            '---\ntitle: "Article 5: what the treaty says of piers"\n---\nThe treaty, in Article 5, is open.\n'
        ),
        Good("---\ntitle: Newsletter May 2026\n---\nThe pier is open.\n"),
        Good("---\ntitle: News of the pier, 4 May 2026\n---\nThe pier is open.\n"),
        Good("---\ntitle: Pier opens on February 14, 2026\n---\nThe pier is open.\n"),
        Good("---\ntitle: Welcome to the new pier\n---\nThe pier is open.\n"),
        Good(
            '---\ntitle: "Pier opens after a winter of repairs | The Harbour Post"\nsite_name: The Harbour Post\n---\nOpen.\n'
        ),
        Good("---\ntitle: Welcome to the pier of February 14, 2026\n---\nText.\n"),
        Good('---\ntitle: "All Old Pier News: Harbour Post"\nsite_name: The Harbour Post\n---\nText.\n'),
        Bad(
            '---\ntitle: "[[All Pier News: Harbour Post]]"\nsite_name: The Harbour Post\n---\nText.\n',
            says="“All Pier News: Harbour Post” is a label with the site's name; say what happened.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        line = headline.passage.strip()
        text = line.text
        what, severity = label_of(article, line, article.dates.within(line), names_of(article))
        if what:
            yield self.finding(
                headline, f"{quoted(text)} is a label with {what}; say what happened.", severity=severity
            )


def names_of(article: Article) -> frozenset[str]:
    """The names under which the site goes, as its own or as its byline, folded."""
    site = article.get("site")
    fields = (*article.bylines, *((site,) if site is not None else ()))
    return frozenset(fold(field.text).removeprefix("the ") for field in fields if field.text.strip())


def label_of(
    article: Article, line: Passage, dates: Sequence[DateMention], names: frozenset[str]
) -> tuple[str, Severity | None]:
    """What a headline has beside its label; empty where it is no mere label."""
    text = line.text
    greeting = _WELCOME.match(text)
    if greeting is not None:
        for mention in dates:
            if mention.start <= greeting.end() and not text[mention.end :].strip(" .!"):
                return "a date", None
    if _PIECE.match(text):
        return "a number of the desk", None
    is_slot = _is_slot(line, dates)
    if any(_is_stamp_at_end(line, mention) for mention in dates):
        return "a machine's date", None if is_slot or _LABEL.match(text) else Severity.SUGGESTION
    if is_slot:
        return "a date", None
    if _is_name_alone(article, text):
        return "nothing but the publication's name", None
    head, _, tail = text.partition(": ")
    if tail and len(head.split()) <= 3 and fold(tail).removeprefix("the ") in names:
        return "the site's name", None
    return "", None


def _is_slot(line: Passage, dates: Sequence[DateMention]) -> bool:
    """Whether a headline has nothing but the name of a slot and a day: “Nieuws van maandag 4 mei 2026”.

    The name may have a topic (“Harbour news – 4 May 2026”) where the date is set off at an end.
    """
    text = line.text
    places = [(mention.start, mention.end) for mention in dates if mention.year is not None]
    places += [match.span() for pattern in (_WRITTEN, _FIGURES) for match in pattern.finditer(text)]
    said = [word.lower() for word in _WORD.findall(text)]
    more = (_WEEK,) if places or _DAYS.isdisjoint(said) else (_WEEK, _DAY)
    places += [match.span() for pattern in more for match in pattern.finditer(text)]
    if not places:
        return _is_numbered(text, said)
    rest = _without(text, places)
    words = [word.lower() for word in _WORD.findall(rest)]
    if any(char.isdigit() for char in _NUMBER.sub(" ", rest)):
        return False  # “Pier 1.4 incident report, 2026-05-04” is of a thing, not of a day
    own = [word for word in words if word not in BESIDE_SLOTS and word not in _DAYS and word not in RHYTHMS]
    if not own:
        return True
    named = any(map(_names_slot, own)) or any(sign in rest for sign in SIGNS_OF_SLOTS)
    if not named or all(map(_names_slot, own)):
        return named
    first, last = min(low for low, _ in places), max(high for _, high in places)
    before, after = text[:first].rstrip(), text[last:].lstrip()
    if before.strip(_JOINT) and after.strip(_JOINT):
        return False
    named_before = [word for word in _WORD.findall(before.lower()) if word in own]
    ends_in_slot = bool(named_before) and _names_slot(named_before[-1])
    in_figures = any(pattern.search(text) for pattern in (_FIGURES, _WEEK)) and len(own) < TOPIC
    set_off = before[-1:] in tuple("—–|:·•(-/[") if before else after[:1] in tuple("—–|:·•-/")
    return len(own) <= TOPIC and (
        set_off or ends_in_slot or in_figures or any(sign in rest for sign in SIGNS_OF_SLOTS)
    )


def _names_slot(word: str) -> bool:
    return word in SLOTS or (word.endswith(SLOT_ENDS) and len(word) > LONGEST_END)


def _is_numbered(text: str, words: Sequence[str]) -> bool:
    """Whether a headline is only the name of a slot and its number: “Weekly Newsletter #42”."""
    rest = _NUMBER.sub(" ", text)
    own = [word.lower() for word in _WORD.findall(rest) if word.lower() not in BESIDE_SLOTS | RHYTHMS]
    return (
        rest != text
        and bool(words)
        and all(word in SLOTS for word in own)
        and not any(map(str.isdigit, rest))
    )


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text without some of its parts, which may overlap."""
    kept = list(text)
    for low, high in places:
        kept[low:high] = " " * (high - low)
    return "".join(kept)


def _is_name_alone(article: Article, text: str) -> bool:
    """Whether a headline is the name of the publication, or of its folder or series with a number or a rhythm."""
    numbered = _without(
        text, [match.span() for pattern in (_NUMBER, _WRITTEN, _FIGURES) for match in pattern.finditer(text)]
    )
    words = _name(numbered)
    sites = [field.text for name in ("site", "publication") for field in article.all(name) if field]
    if any(_name(site) == words for site in sites) and (words or fold(text) in map(fold, sites)):
        return True
    said = {word.lower() for word in _WORD.findall(text)}
    if numbered == text and RHYTHMS.isdisjoint(said):
        return False
    path = PurePath(article.source.path)
    folders = () if path.stem.startswith(("index", "_index")) else path.parent.parts[-2:]
    series = [
        field.text for name in ("series", "section", "categories") for field in article.all(name) if field
    ]
    return bool(words) and any(
        _name(each.replace("-", " ").replace("_", " ")) == words for each in (*folders, *series)
    )


def _name(text: str) -> frozenset[str]:
    """The words of a name without those that say how often or as what it comes out."""
    words = frozenset(word.lower() for word in _WORD.findall(text))
    return words - SLOTS - BESIDE_SLOTS - RHYTHMS


def _is_stamp_at_end(line: Passage, mention: DateMention) -> bool:
    """Whether “2026-05-04” ends a line, set off from its words by a dash, a colon or a bracket."""
    is_stamp = mention.form == "iso" and "-" in mention.text
    return (
        is_stamp
        and line.after(mention.passage) in ("", ")")
        and _SET_OFF.search(line.before(mention.passage)) is not None
    )
