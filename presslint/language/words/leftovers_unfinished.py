"""Words that stand where nothing was written yet, or where nothing was found, in five languages."""

from __future__ import annotations

# somebody meant to come back
WORK = frozenset(
    (
        "todo", "to do", "tbd", "tbc", "fixme", "fix me", "wip", "xxx", "tktk", "tk", "to be written",
        "to be added", "to be completed", "to be filled in", "to be determined", "content to come", "text to come",
        "work in progress", "placeholder", "write this", "write this up", "add content", "content here",
        "à compléter", "à rédiger", "à écrire", "in arbeit", "noch zu schreiben", "text folgt", "por completar",
        "por redactar", "pendiente de redactar", "nog in te vullen", "in te vullen", "nog te schrijven",
    )
)  # fmt: skip
# a form was filled from a source that had nothing
NOTHING = frozenset(
    (
        "—", "–", "-", "--", "---", "n/a", "n.a.", "null", "undefined", "nan", "none", "nil", "[]", "{}", "not available",
        "data not available", "no data", "no data available", "no information", "no information available",
        "information not available", "unavailable", "not specified", "not provided", "not found", "no results",
        "no content", "non disponible", "données non disponibles", "aucune donnée", "aucune information",
        "nicht verfügbar", "keine daten", "keine angaben", "keine daten verfügbar", "no disponible", "sin datos",
        "no hay datos", "datos no disponibles", "niet beschikbaar", "geen gegevens", "geen gegevens beschikbaar",
        "onbekend",
    )
)  # fmt: skip
# of those, the ones that a form for readers gives as its answer
ANSWERS = frozenset(
    ("none", "n/a", "n.a.", "nil", "not specified", "unavailable", "not available", "onbekend", "-", "–", "—")
)
# values that no writer types
MACHINE = frozenset(("null", "undefined", "nan", "[]", "{}", "[object object]"))

# nouns of what is counted when a text is put together, after “0”
COUNTED = (
    r"(?:(?:key|new|main|verified|expert|unique) )?(?:statistics|stats|insights|sources|citations|references|findings|"
    r"data points|key points|takeaways|quotes|quotations|articles|records|entries|events|procedures|updates|"
    r"statistiques|citations|quellen|zitate|fuentes|citas|bronnen|citaten)"
)
# “… data are not currently available …”
MISSING_DATA = (
    r"\b(?:data|information|informationen|details|figures|results|statistics|content|données|informations|daten|angaben|datos|"
    r"información|gegevens|informatie)\b[^.!?\n]{0,60}?\b(?:(?:is|are|was|were) (?:currently )?(?:not (?:currently |yet )?available|unavailable)"
    r"|could not be (?:retrieved|loaded|found|fetched|obtained)|(?:ne sont|n'est|ne sont pas|n'est pas) (?:pas )?disponibles?"
    r"|(?:sind|ist|liegen) (?:derzeit |aktuell )?nicht (?:verfügbar|vor)|no (?:están?|se encuentran?) disponibles?|(?:zijn|is) (?:momenteel )?niet beschikbaar)\b"
)
# “Summary not available”: all that a field or a part says
NOT_THERE = (
    r"(?:[^\W\d_]{3,20} ){1,2}(?:(?:is |are )?(?:not |un)available|(?:is |are )?not provided|non disponibles?|"
    r"nicht (?:verfügbar|vorhanden)|no disponibles?|niet beschikbaar|não disponíve(?:l|is)|non disponibil[ei])"
)
