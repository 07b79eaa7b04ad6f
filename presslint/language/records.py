"""The words with which a machine keeps its record: when it ran, with what, how long and how good the text is.

Labels are compared in small letters; English ones count in every language, since programs are written in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from presslint.language.alternatives import any_of
from presslint.language.making import LANGUAGES
from presslint.language.wordsets import WordSets


class Records(Struct, frozen=True):
    """What one language says, English beside it."""

    ran: re.Pattern[str]  # “generated at”, “last run”, with what stands before a time
    renewed: re.Pattern[str]  # “last updated:”, which a newsroom says, too
    own: frozenset[str]  # labels that only a record has
    plain: frozenset[str]  # labels that it has beside those
    counted: re.Pattern[str]  # a length that stands alone, in brackets or behind its name
    ordered: re.Pattern[str]  # a length that a subhead asks for
    fields: frozenset[str]  # fields of a form
    facts: frozenset[str]  # fields that a list of events has, too
    judged: frozenset[str]  # fields in which items are graded
    desk: re.Pattern[str]  # who works at a desk
    advice: re.Pattern[str]  # who works at a desk is told what to do
    praise: re.Pattern[str]  # a line is said to deserve something


# what else is ordered by the piece, in any of the languages
PIECES = any_of(
    ("bullet(?: |-)?points?", "bullets?", "key (?:points?|takeaways?|facts?)", "punti elenco"),
    "sentences? paragraphs? characters? tweets? phrases? lignes? puces? stichpunkte? sätze zeichen absätze viñetas? frases?",
    "líneas? párrafos? caracteres? zinnen regels opsommingspunten tekens frasi righe caratteri linhas? tópicos? parágrafos?",
)
SIGNS = "生成日時|生成時刻|取得日時|収集日時|作成日時|生成时间|抓取时间|采集时间|获取时间"  # “generated at” in Japanese and Chinese
BULLETS = any_of(
    ("bullet(?: |-)?points?", "punti elenco"), "bullets puces stichpunkte viñetas opsommingspunten"
)
PARTS = any_of(
    "summary introduction intro conclusion overview abstract headline title dek lede body outro analysis background context",
    "résumé synthèse accroche chapô titre analyse contexte zusammenfassung kurzfassung einleitung fazit titel resumen",
    "introducción conclusión titular análisis samenvatting inleiding conclusie resumo introdução conclusão sintesi riassunto",
    "introduzione conclusione",
)
# what stands before a noun, in any of the languages
THE = any_of("the les los las die de os as i le gli el la il")
THIS = any_of(
    "this that the diese[rs]? der die das ce cette cet l' la le el esta este deze dit het de essa esse a o questa questo"
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
            rf"^\W{{0,6}}(?:[^\W\d]{{1,14}} ){{0,3}}(?:{either('generated')}|{either('collected')}|last run|{SIGNS}){time}",
            re.I,
        ),
        renewed=re.compile(rf"^\W{{0,6}}(?:[^\W\d]{{1,14}} ){{0,3}}{either('updated')}{time}", re.I),
        own=names("record"),
        plain=names("plain"),
        counted=re.compile(
            rf"\W{{0,4}}{either('counts')} ?[:：]\W{{0,4}}{about} ?\W?{count}(?: {units})?\W{{0,4}}|"
            rf"\W{{0,4}}[\[(]\W?(?:{either('counts')} ?[:：]\W{{0,4}}{about} ?\W?{count}[^\])\n]{{0,60}}|{about} ?{count} {units})[\])]\W{{0,4}}",
            re.I,
        ),
        ordered=re.compile(
            rf"\W{{0,4}}(?:{PARTS}(?:\W{{0,3}}{about} ?|(?:de|en|in|of)){few}|[1-9]\d? {BULLETS})(?=\W|\Z).{{0,40}}",
            re.I,
        ),
        fields=names("fields"),
        facts=names("facts"),
        judged=names("judged"),
        desk=re.compile(either("desk"), re.I),
        advice=re.compile(
            rf"\W{{0,4}}(?:[^\W\d]{{1,12}},? )?(?i:(?:{THE} )?(?:[^\W\d]{{3,14}} )?{either('desk')})"
            rf" (?i:{either('should')}) (?:[^\W\d]{{1,12}} ){{0,4}}?(?i:{either('work')})\b"
        ),
        praise=re.compile(
            rf"(?i:\b{THIS} ?{either('items')}) (?:[^\W\d]{{1,12}} ){{0,2}}?(?i:{either('deserves')})"
            rf" (?:[^\W\d]{{1,12}} ){{0,3}}?(?i:{either('notice')})\b"
        ),
    )
