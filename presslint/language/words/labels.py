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
        "notícias resumo boletim edição relatório "
        "newswire dispatch wrap wrap-up snapshot watch presseschau tagesschau newsticker veille presse journal récap "
        "titulares portada panorama titoli sintesi manchetes destaques krantenkoppen nyheter nyheder uutiset wiadomości"
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
# how often something comes out
RHYTHMS = frozenset(
    "daily weekly monthly biweekly fortnightly hourly tägliche täglicher wöchentliche wöchentlicher täglich wöchentlich "
    "quotidien quotidienne hebdo hebdomadaire mensuel mensuelle diario diaria semanal mensual dagelijkse wekelijkse "
    "quotidiana quotidiano settimanale mensile diário diária mensal today heute vandaag hoy hoje oggi".split()
)
# with which the names of slots end that German and Dutch write as one word: Tagesbericht, Hafennachrichten
SLOT_ENDS = (
    "bericht",
    "nachrichten",
    "überblick",
    "rückblick",
    "brief",
    "nieuws",
    "overzicht",
    "ausgabe",
    "schau",
)
# the same in scripts without blanks, as parts of words
SIGNS_OF_SLOTS = (
    "日报 日報 周报 週報 周刊 週刊 早报 晚报 月报 新闻 新聞 资讯 資訊 简报 快讯 速递 速遞 日刊 ニュース まとめ 뉴스 소식 브리핑"
).split()
# a day, one word and a year, and other ways to write a date where the months of a language are not known
DAY_AND_YEAR = (
    r"\b[0-3]?\d(?:er|st|nd|rd|th|\.|º)?\s(?:de\s|of\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?20\d\d\b"
    r"|\b[^\W\d_]{3,10}\.?\s[0-3]?\d(?:st|nd|rd|th)?,?\s20\d\d\b"
    r"|\b20\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
)
# a week by its number, and a day without its year
WEEK_AND_NUMBER = r"\b(?:week|woche|kw|semaine|semana|settimana|vecka|uke|uge)\s?\d{1,2}(?:\s?[/-]\s?(?:20)?\d\d|\s20\d\d)?\b"
DAY_ALONE = r"\b[0-3]?\d(?:er|\.|º)?\s(?:de\s)?[^\W\d_]{3,10}\b"
DAY_IN_FIGURES = r"\b20\d\d[-/.][01]?\d[-/.][0-3]?\d\b|\b[0-3]?\d[-/.][0-3]?\d[-/.]20\d\d\b"
# what a part is called that stands under a headline for a dek
SUMMARIES = frozenset(
    (
        "tl;dr|tldr|summary|in brief|at a glance|in short|abstract|overview|key points|key takeaways|the short version|"
        "zusammenfassung|kurz gesagt|auf einen blick|das wichtigste|kurzfassung|in kürze|überblick|"
        "résumé|en bref|l’essentiel|l'essentiel|chapô|synthèse|resumen|en breve|en resumen|lo esencial|samenvatting|in het kort|"
        "kern|riepilogo|in breve|sintesi|sommario|resumo|em resumo|em síntese|摘要|概要|概述|要約|まとめ|导语|導語|요약|개요"
    ).split("|")
)
