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
# months and weekdays as they stand in such a headline, in languages whose dates are not read
CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday "
        "januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag "
        "sonnabend sonntag "
        "janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi "
        "vendredi samedi dimanche "
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles "
        "jueves viernes sábado domingo "
        "januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
        "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì "
        "sabato domenica "
        "janeiro fevereiro março maio junho julho setembro outubro dezembro segunda terça quarta quinta sexta"
    ).split()
)
