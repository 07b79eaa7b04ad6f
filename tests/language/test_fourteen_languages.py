"""What every language of a record reads: right and wrong copy side by side, its traps among the right."""

from __future__ import annotations

import pytest

from presslint.language import languages
from presslint.language.dates import find_dates, parse_instant
from presslint.language.languages import RECORDED, language_of, made, weekday_forms
from presslint.language.numbers import Form, numbers
from presslint.language.quotation import find_quotations, unbalanced
from presslint.language.sentences import split
from presslint.language.times import find_days, find_times
from presslint.model.passage import Passage
from presslint.model.source import Source
from presslint.model.words import count_words

# tag, text, the mention in it, (year, month, day), weekday
DATES = [
    ("fr", "le mardi 5 mai 2026", "mardi 5 mai 2026", (2026, 5, 5), 1),
    ("fr", "du 1er janvier 2026", "1er janvier 2026", (2026, 1, 1), None),
    ("fr", "le 05/11/2026", "05/11/2026", (2026, 11, 5), None),
    ("es", "el martes 5 de mayo de 2026", "martes 5 de mayo de 2026", (2026, 5, 5), 1),
    ("es", "el 1º de enero del 2026", "1º de enero del 2026", (2026, 1, 1), None),
    ("pt", "terça-feira, 5 de maio de 2026", "terça-feira, 5 de maio de 2026", (2026, 5, 5), 1),
    ("it", "martedì 5 maggio 2026", "martedì 5 maggio 2026", (2026, 5, 5), 1),
    ("nl", "dinsdag 5 mei 2026", "dinsdag 5 mei 2026", (2026, 5, 5), 1),
    ("pl", "we wtorek 5 maja 2026 r.", "wtorek 5 maja 2026", (2026, 5, 5), 1),
    ("no", "tirsdag 5. mai 2026", "tirsdag 5. mai 2026", (2026, 5, 5), 1),
    ("nb", "tirsdag 5. mai", "tirsdag 5. mai", (None, 5, 5), 1),
    ("da", "tirsdag den 5. maj 2026", "tirsdag den 5. maj 2026", (2026, 5, 5), 1),
    ("sv", "tisdagen den 5 maj 2026", "tisdagen den 5 maj 2026", (2026, 5, 5), 1),
    ("ja", "議会は2026年5月5日（火）に", "2026年5月5日（火）", (2026, 5, 5), 1),
    ("ja", "２０２６年５月５日", "２０２６年５月５日", (2026, 5, 5), None),
    ("zh", "于5月5日星期二举行", "5月5日星期二", (None, 5, 5), 1),
    ("ko", "2026년 5월 5일 화요일", "2026년 5월 5일 화요일", (2026, 5, 5), 1),
    ("ko", "5월 5일(화)", "5월 5일(화)", (None, 5, 5), 1),
]


@pytest.mark.parametrize(("tag", "text", "mention", "day", "weekday"), DATES)
def test_dates(
    tag: str, text: str, mention: str, day: tuple[int | None, int, int], weekday: int | None
) -> None:
    (found,) = find_dates(text, language_of(tag))
    assert (found.text, (found.year, found.month, found.day), found.weekday) == (mention, day, weekday)
    assert found.valid
    assert not found.ambiguous


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "35 mai"),
        ("fr", "mardi 5 bateaux"),
        ("es", "a las 5 de la mañana"),
        ("it", "5 maggiori"),
        ("ja", "午後3時、5日"),
        ("zh", "5月的船"),
        ("ko", "5일 오후"),
        ("pt", "nesta terça (5)"),
    ],
)
def test_no_dates(tag: str, text: str) -> None:
    assert find_dates(text, language_of(tag)) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "31 juin 2026"),
        ("es", "31 de junio"),
        ("pl", "31 czerwca"),
        ("ja", "2月30日"),
        ("ko", "2월 30일"),
        ("nl", "29 februari 2026"),
    ],
)
def test_dates_that_do_not_exist_are_found_and_marked(tag: str, text: str) -> None:
    (found,) = find_dates(text, language_of(tag))
    assert not found.valid


def test_a_field_is_read_in_its_language() -> None:
    first, second = (parse_instant(text, language_of("ja")) for text in ("2026年5月5日", "2026年5月6日"))
    assert first is not None
    assert second is not None
    assert first.before(second)
    assert parse_instant("5 mai 2026") is None


# tag, text, value, form, unit
FIGURES = [
    ("fr", "1 234,5 euros", 1234.5, Form.MONEY, "€"),
    ("fr", "3,2 millions d’euros", 3.2e6, Form.MONEY, "€"),
    ("fr", "dix-sept bateaux", 17, Form.COUNT, ""),
    ("fr", "trois quarts", 0.75, Form.FRACTION, ""),
    ("es", "1.234,5 euros", 1234.5, Form.MONEY, "€"),
    ("es", "12 por ciento", 12, Form.PERCENT, "%"),
    ("pt", "R$ 3,5 milhões", 3.5e6, Form.MONEY, "R$"),
    ("it", "3,2 milioni di euro", 3.2e6, Form.MONEY, "€"),
    ("nl", "eenentwintig boten", 21, Form.COUNT, ""),
    ("pl", "3,2 mln zł", 3.2e6, Form.MONEY, "PLN"),
    ("pl", "12 proc.", 12, Form.PERCENT, "%"),
    ("no", "3,2 millioner kroner", 3.2e6, Form.MONEY, "NOK"),
    ("da", "to tredjedele", 2 / 3, Form.FRACTION, ""),
    ("sv", "3,2 miljoner kronor", 3.2e6, Form.MONEY, "SEK"),
    ("ja", "約3万人", 30000, Form.COUNT, ""),
    ("ja", "2.5億円", 2.5e8, Form.MONEY, "¥"),
    ("zh", "2.5亿元", 2.5e8, Form.MONEY, "CNY"),
    ("zh", "5公里", 5, Form.MEASURE, "km"),
    ("ko", "2.5억원", 2.5e8, Form.MONEY, "₩"),
]


@pytest.mark.parametrize(("tag", "text", "value", "form", "unit"), FIGURES)
def test_figures(tag: str, text: str, value: float, form: Form, unit: str) -> None:
    (found,) = numbers(text, language_of(tag))
    assert (found.value, found.form, found.unit) == (pytest.approx(value), form, unit)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("fr", "à 14h30"), ("fr", "le 5 mai"), ("ja", "午後3時"), ("nl", "om 9 uur"), ("es", "un barco")],
)
def test_what_states_no_amount(tag: str, text: str) -> None:
    assert [found for found in numbers(text, language_of(tag)) if found.form is not Form.YEAR] == []


SENTENCES = [
    ("fr", "M. Ruiz est venu. « Oui. » Puis rien.", ["M. Ruiz est venu.", "« Oui. »", "Puis rien."]),
    ("es", "El Sr. Ruiz llegó. ¿Qué pasó? Nada.", ["El Sr. Ruiz llegó.", "¿Qué pasó?", "Nada."]),
    ("da", "Han kom den 3. maj. Det var godt.", ["Han kom den 3. maj.", "Det var godt."]),
    ("pl", "Prof. Nowak mówił np. o tym. Tak.", ["Prof. Nowak mówił np. o tym.", "Tak."]),
    ("nl", "Dat is bijv. goed. Ja.", ["Dat is bijv. goed.", "Ja."]),
    ("ja", "「終わった。」と述べた。次へ。", ["「終わった。」と述べた。", "次へ。"]),
    ("ja", "「終わった。」議員は去った。", ["「終わった。」", "議員は去った。"]),
    ("zh", "“你好。”“再见。”", ["“你好。”", "“再见。”"]),
    ("ko", "그는 “좋다.”고 말했다. 끝났다.", ["그는 “좋다.”고 말했다.", "끝났다."]),
]


@pytest.mark.parametrize(("tag", "text", "sentences"), SENTENCES)
def test_sentences(tag: str, text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, language_of(tag))] == sentences


@pytest.mark.parametrize(
    ("text", "words"), [("議会は閉まる。", 3), ("회의는 열린다.", 2), ("会议结束了。", 2)]
)
def test_words_are_counted_by_signs_where_no_blanks_are_set(text: str, words: int) -> None:
    assert count_words(text) == words


def passage(text: str) -> tuple[Passage, ...]:
    return (Passage.of(Source(text), 0, len(text)),)


# whole quotations, with nested and national marks and the apostrophes beside them
RIGHT = [
    ("fr", "Il a dit : « L’“heure” est là. »", [" L’“heure” est là. "]),
    ("es", "«El “gran ‘día’” llegó», dijo.", ["El “gran ‘día’” llegó"]),
    ("it", "«L'ora è “giusta”», dice.", ["L'ora è “giusta”"]),
    ("nl", "‘Het is goed’, zegt hij. ’s Avonds niet.", ["Het is goed"]),
    ("pl", "„Idziemy «razem»”, mówi.", ["Idziemy «razem»"]),
    ("no", "«Vi kommer», sier hun.", ["Vi kommer"]),
    ("da", "»Vi kommer«, siger hun.", ["Vi kommer"]),
    ("sv", "”Vi har ’ofta’ sagt det”, säger hon.", ["Vi har ’ofta’ sagt det"]),
    ("sv", "”'dom' sa 'oss' i tid”, säger hon.", ["'dom' sa 'oss' i tid"]),
    ("ja", "彼は「終わった『はい』と言う」と述べた。", ["終わった『はい』と言う"]),
    ("zh", "他说：“好‘的’。”《日报》报道。", ["好‘的’。", "日报"]),
    ("zh", "他说“好”，又说“不”。", ["好", "不"]),
    ("ko", "그는 “좋다”고 말했다.", ["좋다"]),
]


@pytest.mark.parametrize(("tag", "text", "quoted"), RIGHT)
def test_quotations(tag: str, text: str, quoted: list[str]) -> None:
    assert [found.text for found in find_quotations(passage(text), language_of(tag))] == quoted
    assert not list(unbalanced(passage(text), language_of(tag)))


@pytest.mark.parametrize(
    ("tag", "text", "mark"),
    [
        ("fr", "Il a dit : « Oui, nous allons fermer le port.", "«"),
        ("es", "El puerto, dijo ayer el alcalde», cierra en mayo.", "»"),
        ("ja", "彼は「終わったと述べた。", "「"),
        ("ja", "終わった』と述べた。", "』"),
        ("zh", "他说“好，又说。", "“"),
        ("zh", "《日报报道。", "《"),
        ("pl", "„Idziemy razem, mówi.", "„"),
    ],
)
def test_marks_without_a_partner(tag: str, text: str, mark: str) -> None:
    assert [found.text for found in unbalanced(passage(text), language_of(tag))] == [mark]


@pytest.mark.parametrize(
    ("tag", "text"),
    [("fr", "Lire la suite »"), ("es", "« Volver"), ("en", "« Back to the list of all the boats of Ayton")],
)
def test_an_arrow_is_no_quotation_mark(tag: str, text: str) -> None:
    assert not list(unbalanced(passage(text), language_of(tag)))


def test_speech_in_guillemets_goes_on_over_paragraphs() -> None:
    texts = ["Il a dit : « Nous partons au matin.", "Le bateau est vieux.", "Il coule », a dit Ana Ruiz."]
    source = Source("\n".join(texts))
    starts = [sum(len(text) + 1 for text in texts[:at]) for at in range(len(texts))]
    prose = [Passage.of(source, start, start + len(text)) for start, text in zip(starts, texts, strict=True)]
    assert not list(unbalanced(prose, language_of("fr")))
    assert len(list(find_quotations(prose, language_of("fr")))) == 3


def test_times_and_days_are_a_languages_own() -> None:
    assert [clock.text for clock in find_times("um 14.30 Uhr und 9 Uhr", language_of("de"))] == [
        "14.30 Uhr",
        "9 Uhr",
    ]
    assert [clock.text for clock in find_times("à 14h30", language_of("fr"))] == ["14h30"]
    assert [day.text for day in find_days("hier et mardi", language_of("fr"))] == ["hier", "mardi"]
    assert [day.weekday for day in find_days("am Dienstag", language_of("de"))] == [1]
    assert [day.text for day in find_days("昨日", language_of("ja"))] == ["昨日"]


def test_each_language_of_a_record_can_be_read_whatever_its_region() -> None:
    for tag in RECORDED:
        assert language_of(tag).tag == tag
        assert language_of(f"{tag}-XX") is language_of(tag)
        assert language_of(tag).quotation_marks
    assert {"mardi", "火曜日", "화요일", "dinsdag"} <= weekday_forms()


def test_two_signs_of_a_date_are_told_as_too_few() -> None:
    texts = {name.upper(): "" for name in languages.Language.__struct_fields__ if name != "tag"}
    with pytest.raises(languages.LanguageError, match="DATE_SIGNS has 2 entries, not 3"):
        made("ja", texts | {"DATE_SIGNS": "年 月"})
