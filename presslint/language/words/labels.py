"""Words of which the headlines of a day's slot are made, in the languages that newsrooms write in."""

from __future__ import annotations

# what a slot is called
SLOTS = frozenset(
    (
        "news update updates briefing brief digest roundup round-up recap bulletin newsletter edition issue report summary "
        "headlines overview highlights "
        "nachrichten überblick tagesüberblick wochenüberblick wochenrückblick rückblick zusammenfassung ausgabe bericht "
        "actualités actualité actu actus nouvelles résumé revue synthèse édition bulletin infos rapport "
        "noticias novedades resumen boletín edición informe actualidad repaso "
        "nieuws nieuwsbrief overzicht samenvatting editie verslag dagoverzicht weekoverzicht "
        "notizie notiziario riepilogo rassegna edizione bollettino "
        "notícias resumo boletim edição relatório"
    ).split()
)
# what stands around it
BESIDE_SLOTS = frozenset(
    (
        "daily weekly monthly morning evening latest today the of for on from and in your welcome to here is are "
        "tägliche täglicher tages wöchentliche der die das den vom von für am zum und heute woche tag "
        "du de la le les des l d et au jour semaine quotidien quotidienne matin hebdo hebdomadaire aujourd hui en "
        "del el los las y al día semana diario diaria mañana hoy semanal "
        "van het een voor dag week vandaag dagelijks dagelijkse wekelijks ochtend "
        "della delle dei il lo gli e giorno settimana oggi quotidiana do da dos das dia hoje diária"
    ).split()
)
# weekdays of languages whose dates are not read; of the others the date itself tells
WEEKDAYS_BESIDE = frozenset(
    (
        "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lunedì martedì mercoledì giovedì venerdì sabato "
        "domenica segunda terça quarta quinta sexta feira segunda-feira terça-feira quarta-feira quinta-feira sexta-feira"
    ).split()
)
# a day, one word and a year: a date where the months of a language are not known
DAY_AND_YEAR = r"\b[0-3]?\d(?:er|\.|º)?\s(?:de\s)?[^\W\d_]{3,10}\s(?:de\s)?20\d\d\b"
