"""Front matter: every form is read, every value stands in its place, nothing broken stops the reader."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places import faults, misplaced, one_to_one
from presslint.article import Article
from presslint.model.passage import Passage
from presslint.model.source import Source
from presslint.reading import Settings, jsontext, read, tomltext, yamltext
from presslint.reading.fields import canonical, split_byline, split_tags

TEXT = st.text(
    st.one_of(
        st.sampled_from("ab c'\"\\:#-é😀—“”e\u0301&*{}[],%@`|>!?"),
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff"),
    ),
    max_size=30,
)
WORDS = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


def article(text: str, path: str = "story.md", settings: Settings = Settings()) -> Article:
    (found,) = read(text.encode("utf-8"), path, settings)
    assert faults(found) == []
    return found


def fields(text: str, path: str = "story.md", settings: Settings = Settings()) -> dict[str, list[str]]:
    return {
        name: [field.text for field in found]
        for name, found in article(text, path, settings).fields.items()
        if name != "extra"
    }


def yaml(lines: str) -> str:
    return f"---\n{lines}\n---\nText.\n"


# -- YAML -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("title: Council cuts buses", "Council cuts buses"),
        ("title: 'It''s over'", "It's over"),
        ('title: "Caf\\u00e9 \\"x\\" \\U0001F600\\t."', 'Café "x" 😀\t.'),
        ('title: "one\n  two\n\n  three"', "one two\nthree"),
        ('title: "one \\\n  two"', "one two"),
        ("title: 'one\n  two'", "one two"),
        ("title: one\n  two", "one two"),
        ("title: >-\n  one\n  two\n\n  three", "one two\nthree"),
        ("title: >\n  one\n    two\n  three", "one\n  two\nthree"),
        ("title: |\n  one\n   two\n\n  three\n", "one\n two\n\nthree"),
        ("title: |2\n   one\n  two", "one\ntwo"),
        ("title: no", "no"),
        ("title: 12:30", "12:30"),
        ("title: 2026-13-01", "2026-13-01"),
        ("title: &a Same", "Same"),
        ("x: &a Same\ntitle: *a", "Same"),
        ("title: !!str 12", "12"),
        ("title: 1984", "1984"),
        ("title: Foo: bar", "Foo: bar"),
        ("title: “Quoted” # a comment", "“Quoted”"),
        ("title: [One", "[One"),
        ("title: @handle", "@handle"),
        ("title: 'never closed", "'never closed"),
    ],
)
def test_a_headline_is_read_as_it_is_meant(header: str, value: str) -> None:
    (headline,) = article(yaml(header)).all("headline")
    assert headline.passage.written.text == value
    assert headline.text == " ".join(value.split())


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("False", False), ("12", 12), ("-3", -3), ("010", 10), ("0x1F", 31), ("0o17", 15),
        ("1.5", 1.5), ("1e3", 1000.0), ("2026-05-04", date(2026, 5, 4)),
        ("2026-05-04T10:30:00Z", datetime(2026, 5, 4, 10, 30, tzinfo=UTC)),
        ("2026-05-04 10:30:00 +0000", datetime(2026, 5, 4, 10, 30, tzinfo=UTC)),
        ("no", "no"), ("12:30", "12:30"), ("1_000", "1_000"),
        ("2026-02-30", "2026-02-30"), ("+", "+"), (".", "."),
    ],
)  # fmt: skip
def test_plain_values_follow_the_core_schema(written: str, value: Any) -> None:
    (found,) = article(yaml(f"x: {written}")).all("extra")
    assert (found.text, found.value, type(found.value)) == (written, value, type(value))


@pytest.mark.parametrize("value", ["null", "~", "", '""', "''"])
def test_a_key_without_a_value_is_an_empty_field_with_its_key(value: str) -> None:
    found = article(yaml(f"title: {value}"))
    (field,) = found.all("headline")
    assert not field
    assert found.headline is None
    assert field.key_span is not None
    assert found.source.text[slice(*field.key_span)] == "title"


def quoted(text: str, style: str) -> str:
    match style:
        case "single":
            return "'" + text.replace("'", "''") + "'"
        case "double":
            return json.dumps(text, ensure_ascii=False)
        case "escaped":
            return json.dumps(text, ensure_ascii=True).replace("\\ud83d\\ude00", "\\U0001F600")
        case "literal":
            return "|-\n  " + text
        case _:
            return ">-\n  " + text


@given(
    st.lists(
        st.tuples(WORDS, st.sampled_from(["single", "double", "literal", "folded"])), min_size=1, max_size=4
    ),
    BREAKS,
    st.booleans(),
)
def test_yaml_values_in_any_writing_stand_in_their_places(
    values: list[tuple[str, str]], line_break: str, mark: bool
) -> None:
    lines = [f"k{number}: {quoted(text, style)}" for number, (text, style) in enumerate(values)]
    text = "\n".join(["---", *lines, "---", "Text."]).replace("\n", line_break)
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    (found,) = read(data, "story.md")
    assert faults(found) == []
    assert found.problems == ()
    assert [field.passage.written.text for field in found.all("extra")] == [value for value, _ in values]
    for field, (_, style) in zip(found.all("extra"), values, strict=True):
        if style in ("literal", "folded"):
            assert one_to_one(field.passage.written)


@given(
    st.lists(WORDS, min_size=2, max_size=5), st.sampled_from(["plain", "single", "double", "folded"]), BREAKS
)
def test_a_fold_is_one_space_and_every_word_keeps_its_place(
    words: list[str], style: str, line_break: str
) -> None:
    lines = ["".join(char for char in word if char.isalnum()) + "x" for word in words]
    joined = "\n  ".join(lines)
    match style:
        case "plain":
            written = "x" + joined
            lines[0] = "x" + lines[0]
        case "single":
            written = f"'{joined}'"
        case "double":
            written = f'"{joined}"'
        case _:
            written = ">-\n  " + joined
    (found,) = read(yaml(f"title: {written}").replace("\n", line_break).encode(), "story.md")
    assert faults(found) == []
    passage = found.all("headline")[0].passage.written  # the normal form folds letters of mathematics
    assert passage.text == " ".join(lines)
    at = 0
    for line in lines:
        assert passage[at : at + len(line)].whole
        at += len(line) + 1


# -- TOML and JSON --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ('title = "Council \\"cuts\\" buses \\u00e9"', 'Council "cuts" buses é'),
        ("title = 'C:\\path'", "C:\\path"),
        ('title = """\nOne \\\n   two"""', "One two"),
        ("title = '''\nOne'''", "One"),
        ('title = """He said ""no"" twice."""', 'He said ""no"" twice.'),
        ('"title" = "Quoted key"', "Quoted key"),
        ('params.title = "Dotted"', "Dotted"),
        ('[params]\ntitle = "In a table"', "In a table"),
        ('extra = { title = "Inline", x = [1, {y = 2}] }', "Inline"),
        ("title = Without quotes", "Without quotes"),
    ],
)
def test_toml_headers(header: str, value: str) -> None:
    found = article(f"+++\n{header}\n+++\nText.\n")
    assert found.headline is not None
    assert found.headline.text == value
    assert len(found.blocks) == 1


def test_toml_tables_arrays_and_dates() -> None:
    found = article(
        "+++\n"
        "date = 2026-05-04T10:30:00Z # when\n"
        "draft = true\n"
        "[taxonomies]\n"
        'tags = ["buses", # first\n  "council"]\n'
        '[[extra.authors]]\nname = "Ana Ruiz"\n'
        '[[extra.authors]]\nname = "Ben Cole"\n'
        "+++\nText.\n"
    )
    assert found.published is not None
    assert found.published.value == datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
    assert [tag.text for tag in found.tags] == ["buses", "council"]
    assert [author.text for author in found.bylines] == ["Ana Ruiz", "Ben Cole"]
    assert found.is_draft
    assert found.problems == ()


def test_json_headers() -> None:
    found = article(
        '{\n  "title": "Caf\\u00e9 \\ud83d\\ude00",\n  "tags": ["a b", "c"],\n  "draft": false\n}\nText.\n'
    )
    assert found.headline is not None
    assert found.headline.text == "Café 😀"
    assert [tag.text for tag in found.tags] == ["a b", "c"]
    assert found.source.text[found.body_start :] == "Text.\n"


TREES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), TEXT),
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=12,
)


def plain(node: Any) -> Any:
    match node.shape.value:
        case "map":
            return {entry.key: plain(entry.node) for entry in node.entries}
        case "list":
            return [plain(item) for item in node.items]
        case _:
            return node.value


@given(TREES, st.booleans(), st.sampled_from([None, 1]))
def test_json_is_read_like_the_standard_library_reads_it(
    value: Any, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    root, end, problems = jsontext.parse(text)
    assert (end, problems) == (len(text), [])
    assert root is not None
    assert plain(root) == value
    source = Source(text)
    for _, _, node, _ in root.walk():
        passage = node.passage(source)
        assert misplaced(passage) == ""
        if node.shape.value == "text":
            assert passage.text == node.value.strip()
            assert json.loads(text[node.start : node.end]) == node.value
    for entry in root.entries:
        assert json.loads(text[slice(*entry.key_span)]) == entry.key


@given(st.text(max_size=40) | st.text(st.sampled_from('{}[],:"\\u0aé \n'), max_size=60))
def test_broken_json_is_a_problem_and_no_crash(text: str) -> None:
    root, end, problems = jsontext.parse(text)
    assert 0 <= end <= len(text)
    try:
        json.loads(text, parse_constant=int)  # which refuses NaN and Infinity, as JSON does
    except ValueError:
        if text[end:].strip(" \t\r\n") == "":
            assert problems
    else:
        assert root is not None


@given(st.text(st.sampled_from("ab=\"'[]{}.,# \n\\u1-T:é"), max_size=60))
def test_broken_toml_is_a_problem_and_no_crash(text: str) -> None:
    import tomllib

    root, problems = tomltext.parse(text)
    source = Source(text)
    for _, _, node, _ in root.walk():
        assert misplaced(node.passage(source)) == ""
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert problems
    else:
        assert problems == []
        assert set(expected) == {entry.key for entry in root.entries}


@given(st.text(st.sampled_from("ab:-'\"|>[]{}#&*!,% \n\té"), max_size=60))
def test_broken_yaml_is_a_problem_and_no_crash(text: str) -> None:
    root, problems = yamltext.parse(text)
    source = Source(text)
    if root is not None:
        for _, _, node, _ in root.walk():
            assert misplaced(node.passage(source)) == ""
    for problem in problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


@given(st.sampled_from(["---", "+++"]), st.text(st.sampled_from("ab:-'\"|>[]{}#&*!=,% \n\té"), max_size=60))
def test_a_file_with_a_broken_header_is_still_read(fence: str, text: str) -> None:
    assert len(list(read(f"{fence}\n{text}\n{fence}\n\nText here.\n".encode(), "story.md"))) == 1


# -- where the header ends ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        ("---\ntitle: A\n---\nText.", "A", "Text."),
        ("---\r\ntitle: A\r\n---\r\nText.", "A", "Text."),
        ("---\rtitle: A\r---\rText.", "A", "Text."),
        ("--- \ntitle: A\n--- \nText.", "A", "Text."),
        ("---\ntitle: A\n...\nText.", "A", "Text."),
        ("\ufeff---\ntitle: A\n---\nText.", "A", "Text."),
        ("---\ntitle: A\n---", "A", ""),
        ("---\n---\nText.", None, "Text."),
        ("---\n# only a comment\n---\nText.", None, "Text."),
        ("+++\ntitle = 'A'\n+++\nText.", "A", "Text."),
        ('{"title": "A"}\nText.', "A", "Text."),
        ('{"title": "A"}\n;;;\nText.', "A", "Text."),
        ("Title: A\nDate: 2026-05-04\n\nText.", "A", "Text."),
        ("title: A\ndate: 2026-05-04\n---\nText.", "A", "Text."),
        ("---\n\nText between rules.\n\n---\n\nMore.", None, "---\n\nText between rules.\n\n---\n\nMore."),
        ("Text: it starts like a key.\n\nMore.", None, "Text: it starts like a key.\n\nMore."),
        ("{{< note >}}\nText.", None, "{{< note >}}\nText."),
        ("{ not json", None, "{ not json"),
        ("", None, ""),
    ],
)
def test_where_a_header_ends(text: str, headline: str | None, body: str) -> None:
    found = article(text)
    assert (found.headline.text if found.headline else None) == headline
    assert found.source.text[found.body_start :] == body
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("---\ntitle: A\ntitle: B\n---\nText.", 3, 1, "“title” stands twice"),
        ("---\ntitle: A: b\n---\nText.", 2, 9, "second colon"),
        ("---\ntitle: \"A\nsummary: b\n---\nText.", 2, 8, "never closed"),
        ("---\ntitle: A\nx:\n\t- b\n---\nText.", 4, 1, "tab"),
        ("---\ntitle: A\nText without a key\n---\nText.", 4, 1, "no “key: value”"),
        ('---\ntitle: "Never," he said\n---\nText.', 2, 17, "Words follow the closing quotation mark"),
        ("---\ntitle: A\n  dek: B\n---\nText.", 3, 6, "indented below a key"),
        ("---\ntitle: A\ntags: [a, b]]\n---\nText.", 3, 13, "closing bracket"),
        ("---\ntitle: A\ndek: @desk\n---\nText.", 3, 6, "may not begin with “@”"),
        ("---\ntitle: A\ndek: a\x07b\n---\nText.", 3, 7, "control character"),
        ("---\ntitle: A\ntags: [a, b\ndek: c\n---\nText.", 4, 1, "close it with “]”"),
        ("---\ntitle: A\nsummary: b\n\nText.", 1, 1, "never closes"),
        ("\n\n---\ntitle: A\n---\nText.", 1, 1, "Blank lines"),
        ("---\ntitle: A\nx: *b\n---\nText.", 3, 4, "no anchor"),
        ("---\ntitle: A\nx: \x0b\n---\nText.", 3, 4, "character"),
        ("+++\ntitle = 'A'\nsummary b\n+++\nText.", 3, 9, "equals sign"),
        ("+++\ntitle = 'A'\ntitle = 'B'\n+++\nText.", 3, 1, "stands twice"),
        ("+++\ntitle = 'A'\nx = \"b\n+++\nText.", 3, 5, "never closed"),
        ("+++\ntitle = 'A'\n", 1, 1, "never closes"),
        ('{"title": "A", "x": }\nText.', 1, 21, "has no value"),
        ('{"title": "A",}\nText.', 1, 14, "delete the comma"),
        ('{"title": "A" "x": "b"}\nText.', 1, 15, "comma is missing"),
        ('{"title": "A", "title": "B"}\nText.', 1, 16, "stands twice"),
        ('{"title": "A", "x": "C:\\path"}\nText.', 1, 24, "backslash"),
    ],
)  # fmt: skip
def test_a_fault_is_named_at_its_place_and_the_rest_is_read(
    text: str, line: int, column: int, says: str
) -> None:
    found = article(text)
    problem = found.problems[0]
    assert found.source.position(problem.span.start) == (line, column)
    assert says in problem.message
    assert problem.message.endswith(".")
    assert found.headline is not None
    assert found.headline.text[:1] in 'AB"'


@pytest.mark.parametrize("line", ["\tk: b\n", ":", "? : [\n"])
def test_a_header_without_one_readable_key_is_no_crash(line: str) -> None:
    (article,) = read(f"---\n{line * 40}\n---\n\nText here.\n".encode(), "story.md")
    assert not article.fields.get("headline")


def test_one_bad_line_costs_one_value() -> None:
    found = fields(
        yaml(
            "title: Foo: bar\ntags:\n- x\t\t\n- y\nauthors:\n  - name: Ana Ruiz\n    role: editor\n"
            "dek: [never closed\ndate: 2026-05-04"
        )
    )
    assert found == {
        "headline": ["Foo: bar"],
        "tags": ["x", "y"],
        "byline": ["Ana Ruiz"],
        "dek": ["[never closed"],
        "published": ["2026-05-04"],
    }


def test_aliases_cannot_blow_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    found = article(yaml("title: A\n" + "\n".join(lines)))
    assert found.headline is not None
    assert any("cut it down" in problem.message for problem in found.problems)


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle: A\nx: " + "[" * 50_000,
        "---\ntitle: A\n" + "".join(" " * depth + "a:\n" for depth in range(1_000)),
        '{"title": "A", "x": ' + "[" * 100_000,
        "+++\ntitle = 'A'\nx = " + "[" * 50_000,
        "+++\ntitle = 'A'\n" + ".".join(["a"] * 50_000) + " = 1",
    ],
)
def test_deep_nesting_is_a_problem(header: str) -> None:
    end = "" if header.startswith("{") else f"\n{header[:3]}\nText.\n"
    found = article(header + end)
    assert found.problems
    assert found.headline is not None


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("title", "headline"), ("Headline", "headline"), ("hed", "headline"), ("seo_title", "headline-alt"),
        ("og:title", "headline-alt"), ("linkTitle", "headline-alt"), (("seo", "title"), "headline-alt"),
        (("params", "subtitle"), "dek"), ("sub-title", "dek"), ("stand_first", "dek"),
        ("custom_excerpt", "dek"),
        ("description", "description"), ("metaDescription", "description"),
        (("seo", "description"), "description"),
        ("author", "byline"), ("Authors", "byline"), ("byline", "byline"), (("author", "name"), "byline"),
        ("pubDate", "published"), ("published_at", "published"), ("article:published_time", "published"),
        ("lastmod", "modified"), (("last_update", "date"), "modified"), ("expiryDate", "expires"),
        ("topics", "tags"), ("keywords", "tags"), ("categories", "categories"),
        (("taxonomies", "tags"), "tags"),
        ("heroImage", "image"), (("cover", "caption"), "image-caption"), ("feature_image_alt", "image-alt"),
        (("image", "credit"), "image-credit"), ("correction", "correction"), ("sponsored_by", "disclosure"),
        ("lang", "language"), ("type", "story-type"), (("slug", "current"), "slug"), ("weight", None),
        (("venue", "title"), None), (("author", "url"), None),
    ],
)  # fmt: skip
def test_keys_of_many_houses(path: str | tuple[str, ...], name: str | None) -> None:
    assert canonical(path) == name


def test_a_house_names_its_own_keys_best_first() -> None:
    settings = Settings(fields={"dek": ("params.pitch", "blurbje"), "byline": ("door",)})
    header = yaml("title: A\nsubtitle: Third\nblurbje: Second\nparams:\n  pitch: First\ndoor: Ana Ruiz")
    found = fields(header, settings=settings)
    assert found["dek"] == ["First", "Second", "Third"]
    assert found["byline"] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("tags: [a, b c]", ["a", "b c"]),
        ("tags: a, b c; d", ["a", "b c", "d"]),
        ("tags:\n- name: Buses\n  slug: buses\n- slug: council", ["Buses", "council"]),
        ("tags: [post, Buses]", ["Buses"]),
        ("keywords: [x]\ntags: [a, b]", ["a", "b"]),
        ("tags: []\ntopics: [a]", ["a"]),
        ("tags: AItechnology", ["AItechnology"]),
    ],
)
def test_one_field_per_tag(header: str, expected: list[str]) -> None:
    assert fields(yaml(header))["tags"] == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Ruiz", ["Ana Ruiz"]),
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("By Ana Ruiz and Ben Cole", ["Ana Ruiz", "Ben Cole"]),
        ("Ana Ruiz, Ben Cole and Carla Díaz", ["Ana Ruiz", "Ben Cole", "Carla Díaz"]),
        ("Ana Ruiz, Ben Cole, and Carla Díaz", ["Ana Ruiz", "Ben Cole", "Carla Díaz"]),
        ("Ana Ruiz & Ben Cole", ["Ana Ruiz", "Ben Cole"]),
        ("Ruiz, Ana; Cole, Ben", ["Ruiz, Ana", "Cole, Ben"]),
        ("Ana Ruiz, Political Editor", ["Ana Ruiz, Political Editor"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("Standards and Practices", ["Standards and Practices"]),
        ("ana-ruiz", ["ana-ruiz"]),
        ("By", ["By"]),
        ("Byron Cole", ["Byron Cole"]),
    ],
)
def test_one_field_per_person(text: str, people: list[str]) -> None:
    found = split_byline(Passage.of(Source(text), 0, len(text)))
    assert [person.text for person in found] == people
    assert all(person.whole for person in found)


@given(st.lists(WORDS.map(lambda text: text.translate({ord(c): "x" for c in ",;|"})), min_size=1, max_size=6))
def test_tags_split_where_the_separators_are(tags: list[str]) -> None:
    text = ", ".join(tags)
    found = split_tags(Passage.of(Source(text), 0, len(text)))
    assert [tag.text for tag in found] == [tag.strip() for tag in tags]
    assert all(tag.whole for tag in found)


def test_authors_as_objects_give_their_names_only() -> None:
    header = (
        "authors:\n- name: Ana Ruiz\n  url: https://example.org/ana\n- ben-cole\n"
        "author:\n  name: Carla Díaz\n  email: c@example.org"
    )
    assert fields(yaml(header))["byline"] == ["Carla Díaz", "Ana Ruiz", "ben-cole"]


@pytest.mark.parametrize(
    ("header", "path", "value", "origin"),
    [
        ("title: A", "2026-05-04-buses.md", date(2026, 5, 4), "file name"),
        ("title: A", "posts/2026-05-04/index.md", None, ""),
        ("title: A\ndate: 2026-05-03", "2026-05-04-buses.md", date(2026, 5, 3), "front matter"),
        ("title: A\npath: 2026/05/04/buses", "buses.md", date(2026, 5, 4), "front matter"),
        ("title: A", "2026-13-04-buses.md", None, ""),
        ("title: A", "buses.md", None, ""),
    ],
)
def test_where_the_date_comes_from(header: str, path: str, value: date | None, origin: str) -> None:
    published = article(yaml(header), path).published
    assert (published.value, published.origin) == (value, origin) if published else value is None


@pytest.mark.parametrize(
    ("header", "draft"),
    [
        ("draft: true", True),
        ("draft: false", False),
        ("published: false", True),
        ("published: true", False),
        ("published: 2026-05-04", False),
        ("permalink: false", True),
        ("status: draft", True),
        ('draft: "true"', True),
    ],
)
def test_drafts(header: str, draft: bool) -> None:
    assert article(yaml(header)).is_draft is draft


def test_unknown_keys_are_kept_with_their_path() -> None:
    found = article(yaml("venue:\n  city: Leeds\n  rooms: [1, two]"))
    assert [(field.key, field.text) for field in found.all("extra")] == [
        ("venue.city", "Leeds"),
        ("venue.rooms", "1"),
        ("venue.rooms", "two"),
    ]
