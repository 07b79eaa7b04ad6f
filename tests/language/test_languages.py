"""Languages are data: what a folder must hold, what is made of it, and that nothing else holds it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from presslint.language import languages
from presslint.language.dates import find_dates, parse_instant
from presslint.language.languages import ENGLISH, NEUTRAL, Language, LanguageError, language_of, made
from presslint.language.numbers import ABOUT, ABOVE, BELOW, Form, Shape, numbers
from presslint.language.quotation import find_quotations, mismatched, unbalanced
from presslint.language.sentences import split
from presslint.model.passage import Passage
from presslint.model.source import Source

ROOT = Path(__file__).parents[2]
HOME = ROOT / "presslint" / "language"
# those that have a record; others have only the words that some rules read so far
FOLDERS = sorted(
    folder
    for folder in HOME.iterdir()
    if re.fullmatch("[a-z]{2,3}", folder.name) and (folder / "calendar.py").exists()
)
GERMAN = language_of("de")


def texts(language: str) -> dict[str, object]:
    """What a language's files say, as `made` takes it."""
    found: dict[str, object] = {}
    for file in languages.FILES:
        for node in ast.parse((HOME / language / f"{file}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found[node.targets[0].id] = ast.literal_eval(node.value)
    return found


# -- what a language is --------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_files_of_a_language_hold_texts_between_quotes_and_no_code(folder: Path) -> None:
    for file in languages.FILES:
        docstring, *rest = ast.parse((folder / f"{file}.py").read_text(encoding="utf-8")).body
        assert isinstance(docstring, ast.Expr)
        for node in rest:
            assert isinstance(node, ast.Assign), f"{file}.py, line {node.lineno}"
            assert isinstance(node.value, ast.Constant), f"{file}.py, line {node.lineno}"
            assert isinstance(node.value.value, str), f"{file}.py, line {node.lineno}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_language_says_each_thing_once_and_nothing_that_is_not_asked_for(folder: Path) -> None:
    names = [
        node.targets[0].id
        for file in languages.FILES
        for node in ast.parse((folder / f"{file}.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    assert sorted(names) == sorted(name.upper() for name in Language.__struct_fields__ if name != "tag")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_language_can_be_read(folder: Path) -> None:
    """A list that is too short, or a line without its colon, is told by the language's own name."""
    assert language_of(folder.name).tag == folder.name


def test_a_language_without_a_field_says_which() -> None:
    said = texts("de")
    del said["MONTHS"]
    with pytest.raises(LanguageError, match=r"presslint/language/de: MONTHS is missing; leave it empty"):
        made("de", said)


def test_a_field_that_is_no_text_is_told() -> None:
    with pytest.raises(LanguageError, match="WEEKDAYS is no text between quotes"):
        made("de", texts("de") | {"WEEKDAYS": ["Montag"]})


def test_eleven_months_are_told() -> None:
    eleven = "\n".join(str(texts("de")["MONTHS"]).split("\n")[:-2])
    with pytest.raises(LanguageError, match="MONTHS has 11 entries, not 12"):
        made("de", texts("de") | {"MONTHS": eleven})


def test_a_line_of_a_table_without_a_colon_is_told() -> None:
    with pytest.raises(LanguageError, match=r"UNITS: the line 'Meter' has no colon with a blank behind it"):
        made("de", texts("de") | {"UNITS": "Meter"})


def test_a_unit_that_nobody_knows_is_told() -> None:
    with pytest.raises(LanguageError, match="UNITS names “parsec”, for which there is no measure"):
        numbers("3 Parsec", made("de", texts("de") | {"UNITS": "parsec: Parsec"}))


def test_a_tag_leads_to_its_language_whatever_its_region() -> None:
    assert language_of("de-AT").tag == language_of("de_CH").tag == "de"
    assert language_of("en").month_names[1] == "February"


@pytest.mark.parametrize("tag", ["und", "", "xx", "sw", "x y", "words"])
def test_a_language_without_a_folder_has_no_words(tag: str) -> None:
    assert language_of(tag) is NEUTRAL


def test_a_module_that_a_language_misses_is_no_missing_language(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise ModuleNotFoundError(name="numpy")

    monkeypatch.setattr(languages, "import_module", fail)
    with pytest.raises(ModuleNotFoundError):
        languages._record.__wrapped__("de")


def test_without_words_only_what_is_written_alike_everywhere_is_found() -> None:
    assert [found.text for found in find_dates("31 May 2026, 2026-05-31", NEUTRAL)] == ["2026-05-31"]
    assert [found.value for found in numbers("12 % of 7,000 and twelve, €30", NEUTRAL)] == [12, 30]
    assert len(split("Mr. Ruiz came. She left.", NEUTRAL)) == 3


# -- nothing else holds words ---------------------------------------------------------------------------

AMBIGUOUS = frozenset("may march mar sun sat mon mai son".split())
MONTHS = {form.lower() for language in (ENGLISH, GERMAN) for forms in language.months for form in forms}
WEEKDAYS = {form.lower() for language in (ENGLISH, GERMAN) for forms in language.weekdays for form in forms}
NUMBERS = {word for language in (ENGLISH, GERMAN) for word in (*language.numbers[2:], *language.tens)}
FEW = 6  # number words that a pattern may name as such (“one in five”, “five, fifth or quintet”)


def said_in(path: Path) -> Iterator[str]:
    """The texts of a module, but neither its docstrings nor the examples of a rule."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out: set[int] = set()
    for node in ast.walk(tree):
        is_example = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Good", "Bad")
        if is_example or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            left_out.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.value


def named(path: Path, words: set[str]) -> set[str]:
    found = {word for text in said_in(path) for word in re.findall(r"[^\W\d_]+", text.lower())}
    return found & {word for word in words if len(word) > 2} - AMBIGUOUS


OUTSIDE = [
    path
    for top in ("presslint", "rules")
    for path in sorted((ROOT / top).rglob("*.py"))
    if not any(folder in path.parents for folder in FOLDERS)
]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_months_weekdays_and_number_words_stand_with_their_language_only(path: Path) -> None:
    assert len(found := named(path, MONTHS)) < 3, f"take the months from the language: {sorted(found)}"
    assert len(found := named(path, WEEKDAYS)) < 3, f"take the weekdays from the language: {sorted(found)}"
    if path.name != "smallwords.py":  # the words by which languages are told apart
        assert len(found := named(path, NUMBERS)) <= FEW, f"take numbers from the language: {sorted(found)}"


def test_a_module_that_writes_months_out_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        '"""January, February, March, April."""\nHEADS = f"Jan|Feb|{1}|Apr"\n', encoding="utf-8"
    )
    assert named(module, MONTHS) == {"jan", "feb", "apr"}


# -- German ---------------------------------------------------------------------------------------------

# text, the mention in it, (year, month, day), weekday, (hour, minute)
DATES = [
    ("Am 12. März 2026 lag Eis.", "12. März 2026", (2026, 3, 12), None, None),
    ("am 12.3.2026", "12.3.2026", (2026, 3, 12), None, None),
    ("am 13.05.2026", "13.05.2026", (2026, 5, 13), None, None),
    ("am 3. Okt. 2026", "3. Okt. 2026", (2026, 10, 3), None, None),
    ("am 3. Mrz. 2026", "3. Mrz. 2026", (2026, 3, 3), None, None),
    ("am 3. Jänner", "3. Jänner", (None, 1, 3), None, None),
    ("Dienstag, 5. Mai 2026", "Dienstag, 5. Mai 2026", (2026, 5, 5), 1, None),
    ("Dienstag, den 5. Mai", "Dienstag, den 5. Mai", (None, 5, 5), 1, None),
    ("am Dienstag, dem 5. Mai,", "Dienstag, dem 5. Mai", (None, 5, 5), 1, None),
    ("Sonnabend (9. Mai)", "Sonnabend (9. Mai", (None, 5, 9), 5, None),
    ("Di., 5.5.2026", "Di., 5.5.2026", (2026, 5, 5), 1, None),
    ("5. Mai 2026, 10.30 Uhr", "5. Mai 2026, 10.30 Uhr", (2026, 5, 5), None, (10, 30)),
    ("5. Mai um 9 Uhr", "5. Mai um 9 Uhr", (None, 5, 5), None, (9, 0)),
    ("5. Mai, 19:30 Uhr", "5. Mai, 19:30 Uhr", (None, 5, 5), None, (19, 30)),
    ("5. Mai 2026 10.30 Euro", "5. Mai 2026", (2026, 5, 5), None, None),
    ("vom 12. bis 14. März", "14. März", (None, 3, 14), None, None),
    ("2026-05-05", "2026-05-05", (2026, 5, 5), None, None),
]


@pytest.mark.parametrize(("text", "mention", "day", "weekday", "time"), DATES)
def test_german_dates(
    text: str,
    mention: str,
    day: tuple[int | None, int, int],
    weekday: int | None,
    time: tuple[int, int] | None,
) -> None:
    (found,) = find_dates(text, GERMAN)
    assert (found.text, (found.year, found.month, found.day), found.weekday) == (mention, day, weekday)
    assert ((found.hour, found.minute) if found.hour is not None else None) == time
    assert text[found.start : found.end] == found.text
    assert found.valid
    assert not found.ambiguous


@pytest.mark.parametrize(
    "text", ["Der Mai war kühl. 31 Boote", "Der 1. FC kam.", "May 5, 2026", "5. mai 2026"]
)
def test_no_german_dates(text: str) -> None:
    assert find_dates(text, GERMAN) == []


def test_a_german_date_that_does_not_exist_is_found_and_marked() -> None:
    (found,) = find_dates("Am 31. Juni 2026 endet sie.", GERMAN)
    assert not found.valid
    assert parse_instant("12. März 2026", GERMAN) is not None
    assert parse_instant("12. März 2026") is None


# text, value, half of the last digit, form, unit, hedge
FIGURES = [
    ("1,2 Millionen Euro", 1.2e6, 5e4, Form.MONEY, "€", ""),
    ("knapp 3 Mrd. Euro", 3e9, 5e8, Form.MONEY, "€", BELOW),
    ("1.234.567,89 Euro", 1234567.89, 0.005, Form.MONEY, "€", ""),
    ("12 €", 12, 0.5, Form.MONEY, "€", ""),
    ("€ 12", 12, 0.5, Form.MONEY, "€", ""),
    ("5 Pfund", 5, 0.5, Form.COUNT, "", ""),
    ("5 Millionen Pfund", 5e6, 5e5, Form.MONEY, "£", ""),
    ("mehr als 1.500 Menschen", 1500, 0.5, Form.COUNT, "", ABOVE),
    ("rund 40 Prozent", 40, 0.5, Form.PERCENT, "%", ABOUT),
    ("4,5 Prozentpunkte", 4.5, 0.05, Form.POINTS, "pp", ""),
    ("350 Metern", 350, 0.5, Form.MEASURE, "m", ""),
    ("20 Grad Celsius", 20, 0.5, Form.MEASURE, "°C", ""),
    ("die 39-Jährige", 39, 0.5, Form.AGE, "years", ""),
    ("20 Jahre alt", 20, 0.5, Form.AGE, "years", ""),
    ("am 3. Platz", 3, 0.5, Form.ORDINAL, "", ""),
    ("einundzwanzig Boote", 21, 0.5, Form.COUNT, "", ""),
    ("zwei Millionen Menschen", 2e6, 5e5, Form.COUNT, "", ""),
    ("eine Million Menschen", 1e6, 5e5, Form.COUNT, "", ""),
    ("zwei Drittel der Boote", 2 / 3, 0, Form.FRACTION, "", ""),
    ("ein Viertel der Boote", 1 / 4, 0, Form.FRACTION, "", ""),
    ("zwei von drei Booten", 2 / 3, 0, Form.FRACTION, "", ""),
    ("2 von 3 Booten", 2 / 3, 0, Form.FRACTION, "", ""),
    ("seit 1998", 1998, 0.5, Form.YEAR, "", ""),
]


@pytest.mark.parametrize(("text", "value", "half", "form", "unit", "hedge"), FIGURES)
def test_german_figures(text: str, value: float, half: float, form: Form, unit: str, hedge: str) -> None:
    (found,) = numbers(text, GERMAN)
    assert (found.value, found.half, found.form, found.unit, found.hedge) == (
        pytest.approx(value),
        pytest.approx(half),
        form,
        unit,
        hedge,
    )


@pytest.mark.parametrize(
    "text", ["um 10.30 Uhr", "am 12.3.2026", "12. März", "Version 2.4.1", "um 9 Uhr", "ein Boot"]
)
def test_what_states_no_amount_in_german(text: str) -> None:
    assert numbers(text, GERMAN) == ()


@pytest.mark.parametrize("text", ["zwischen 10 und 12 Prozent", "10 bis 12 Prozent", "10–12 Prozent"])
def test_german_ranges(text: str) -> None:
    assert [(found.value, found.in_range) for found in numbers(text, GERMAN)] == [(10, True), (12, True)]


def test_a_shape_is_of_a_language() -> None:
    (amount,) = Shape("Es sind 1.500 Boote.", GERMAN).amounts
    assert amount.value == 1500


SENTENCES = [
    ("Das gilt z. B. für Boote. Es gilt.", ["Das gilt z. B. für Boote.", "Es gilt."]),
    ("Dr. Ruiz kam am 3. Mai. Prof. Maier blieb.", ["Dr. Ruiz kam am 3. Mai.", "Prof. Maier blieb."]),
    ("Sie liegt in Nr. 5. Die Fähre fährt.", ["Sie liegt in Nr. 5.", "Die Fähre fährt."]),
    ("Er wurde 2. Sieger. Danach fuhr er.", ["Er wurde 2. Sieger.", "Danach fuhr er."]),
    ("Fähren, Boote usw. Die Boote liegen.", ["Fähren, Boote usw.", "Die Boote liegen."]),
    ("Es kostet 5 Mio. Euro. Das ist viel.", ["Es kostet 5 Mio. Euro.", "Das ist viel."]),
    ("„Warum?“, fragte sie. „Darum.“ Er ging.", ["„Warum?“, fragte sie.", "„Darum.“", "Er ging."]),
    ("„Warum nur?“ Ana Ruiz fragte es.", ["„Warum nur?“ Ana Ruiz fragte es."]),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_german_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, GERMAN)] == sentences


def passage(text: str) -> tuple[Passage, ...]:
    return (Passage.of(Source(text), 0, len(text)),)


QUOTATIONS = [
    ("„Das reicht“, sagte sie.", ["Das reicht"]),
    ("»Das reicht«, sagte sie.", ["Das reicht"]),
    ("«Das reicht», sagte sie.", ["Das reicht"]),
    ('"Das reicht", sagte sie.', ["Das reicht"]),
    ("„Er rief ‚Halt!‘, und ich blieb“, sagte sie. „Gut.“", ["Er rief ‚Halt!‘, und ich blieb", "Gut."]),
    ("Das war ’s, ‚so ’ne Sache‘.", ["so ’ne Sache"]),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTATIONS)
def test_german_quotations(text: str, quoted: list[str]) -> None:
    assert [found.text for found in find_quotations(passage(text), GERMAN)] == quoted
    assert not list(unbalanced(passage(text), GERMAN))
    assert not list(mismatched(passage(text), GERMAN))


def test_german_marks_that_do_not_pair_are_found() -> None:
    ((opening, closing),) = mismatched(passage("Er nannte es „gut” und ging."), GERMAN)
    assert (opening.text, closing.text) == ("„", "”")
    assert not list(mismatched(passage("Er nannte es „gut“ und ging."), GERMAN))
    assert not list(mismatched(passage("He called it „gut“ and left.")))
