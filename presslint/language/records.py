"""The words with which a machine keeps its record: when it ran, with what, how long and how good the text is.

Labels are compared in small letters; English ones count in every language, since programs are written in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from presslint.language.making import LANGUAGES
from presslint.language.wordsets import WordSets


class Records(Struct, frozen=True):
    """What one language says, English beside it."""

    ran: re.Pattern[str]  # “generated at”, “last run”, with what stands before a time
    renewed: re.Pattern[str]  # “last updated:”, which a newsroom says, too
    own: frozenset[str]  # labels that only a record has
    plain: frozenset[str]  # labels that it has beside those
    counted: re.Pattern[str]  # a length that stands alone in brackets
    ordered: re.Pattern[str]  # a length that a subhead asks for
    fields: frozenset[str]  # fields of a form
    judged: frozenset[str]  # fields in which items are graded
    desk: re.Pattern[str]  # who works at a desk
    advice: re.Pattern[str]  # who works at a desk is told what to do
    praise: re.Pattern[str]  # a line is said to deserve something


# what else is ordered by the piece, in any of the languages
PIECES = (
    r"(?:bullet(?: |-)?points?|bullets?|key (?:points?|takeaways?|facts?)|sentences?|paragraphs?|characters?|tweets?|"
    r"phrases?|lignes?|puces?|stichpunkte?|sätze|zeichen|absätze|viñetas?|frases?|líneas?|párrafos?|caracteres?|"
    r"zinnen|regels|opsommingspunten|tekens|frasi|righe|punti elenco|caratteri|linhas?|tópicos?|parágrafos?)"
)
BULLETS = r"(?:bullet(?: |-)?points?|bullets|puces|stichpunkte|viñetas|opsommingspunten|punti elenco)"
PARTS = (
    r"(?:summary|introduction|intro|conclusion|overview|abstract|headline|title|dek|lede|body|outro|analysis|background|"
    r"context|résumé|synthèse|accroche|chapô|titre|analyse|contexte|zusammenfassung|kurzfassung|einleitung|fazit|titel|"
    r"resumen|introducción|conclusión|titular|análisis|samenvatting|inleiding|conclusie|resumo|introdução|conclusão|"
    r"sintesi|riassunto|introduzione|conclusione)"
)


# a subhead over nothing but such labels
RECORD_HEADS = re.compile(
    r"\b(?:meta-?(?:data|daten|datos|dados|dati|gegevens)|métadonnées|generation (?:details|info|notes)|production notes)\b",
    re.I,
)


@lru_cache(maxsize=8)
def records(tag: str) -> Records:
    """The words of a language; English alone where it has none of them."""
    sets = [WordSets(each, "making") for each in dict.fromkeys(("en", tag)) if each in LANGUAGES]

    def either(name: str) -> str:
        return "(?:" + "|".join(getattr(words, name) for words in sets) + ")"

    def names(name: str) -> frozenset[str]:
        return frozenset(word.lower() for words in sets for word in words.all(name))

    time = r"\W{0,4}(?:[^\W\d]{1,12}\W{1,4}){0,3}\Z"  # “at:”, “le”, “am”
    units = f"(?:{'|'.join(sorted(names('units')))})"  # “400mots” has no blank before it
    about = r"(?:~|≈|approx(?:imately|\.)?|about|around|env(?:iron|\.)|ca\.?|circa|etwa|unos)?"
    count = r"\d{1,3}(?:[ .,\u202f]?\d{3})?"
    few = rf"{count}(?: ?[-–] ?{count})? ?\W?(?:{units}|{PIECES})"
    return Records(
        ran=re.compile(
            rf"^\W{{0,6}}(?:[^\W\d]{{1,14}} ){{0,3}}(?:{either('generated')}|{either('collected')}|last run){time}",
            re.I,
        ),
        renewed=re.compile(rf"^\W{{0,6}}(?:[^\W\d]{{1,14}} ){{0,3}}{either('updated')}{time}", re.I),
        own=names("record"),
        plain=names("plain"),
        counted=re.compile(
            rf"\W{{0,4}}[\[(]\W?(?:{either('counts')} ?[:：]\W{{0,4}}{about} ?\W?{count}[^\])\n]{{0,60}}|{about} ?{count} {units})[\])]\W{{0,4}}",
            re.I,
        ),
        ordered=re.compile(
            rf"\W{{0,4}}(?:{PARTS}(?:\W{{0,3}}{about} ?|(?:de|en|in|of)){few}|[1-9]\d? {BULLETS})(?=\W|\Z).{{0,40}}",
            re.I,
        ),
        fields=names("fields"),
        judged=names("judged"),
        desk=re.compile(either("desk"), re.I),
        advice=re.compile(
            rf"\W{{0,4}}(?:[^\W\d]{{1,12}},? )?(?i:(?:the |les |los |las |die |de |os |as |i |le |gli )?(?:[^\W\d]{{3,14}} )?{either('desk')})"
            rf" (?i:{either('should')}) (?:[^\W\d]{{1,12}} ){{0,4}}?(?i:{either('work')})\b"
        ),
        praise=re.compile(
            rf"(?i:\b(?:this|that|the|diese[rs]?|der|die|das|ce|cette|cet|l'|la|le|el|esta|este|deze|dit|het|de|essa|esse|a|o|questa|questo) ?{either('items')}) "
            rf"(?:[^\W\d]{{1,12}} ){{0,2}}?(?i:{either('deserves')}) (?:[^\W\d]{{1,12}} ){{0,3}}?(?i:{either('notice')})\b"
        ),
    )
