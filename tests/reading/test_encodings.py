"""Bytes to text: what browsers read is read, a stray NUL does not hide an article, binary files are refused."""

from __future__ import annotations

import pytest

from presslint.article import Article
from presslint.engine.lint import lint
from presslint.model.finding import Severity
from presslint.model.source import SourceError
from presslint.packs.catalog import Catalog, house
from presslint.reading import Settings, read


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Piers</title>{head}</head><body><h1>Piers</h1><p>{body}</p></body></html>"


def article(data: bytes, path: str = "page.html", settings: Settings = Settings()) -> Article:
    (found,) = read(data, path, settings)
    return found


def words(data: bytes) -> str:
    return article(data).blocks[0].text


def written(data: bytes, path: str = "page.html") -> str:
    passage = article(data, path).blocks[0].passage
    assert passage is not None
    return passage.written.text


# -- pages ----------------------------------------------------------------------------------------


def test_a_page_that_declares_nothing_is_windows_1252_as_in_browsers() -> None:
    assert words(page("Das “Café” öffnet").encode("cp1252")) == "Das “Café” öffnet"


def test_an_unknown_declaration_counts_as_none() -> None:
    data = page("Das Café", '<meta charset="x-pier">').encode("cp1252")
    assert words(data) == "Das Café"


def test_a_wrong_byte_under_declared_utf_8_is_one_lost_character() -> None:
    data = page("Das Café öffnet", '<meta charset="utf-8">').encode("utf-8").replace(b"\xc3\xa9", b"\xe9")
    assert words(data) == "Das Caf\ufffd öffnet"


def test_a_wrong_byte_among_many_right_ones_needs_no_declaration() -> None:
    data = page("Das Café öffnet schön").encode("utf-8").replace(b"\xc3\xa9", b"\xe9")
    assert words(data) == "Das Caf\ufffd öffnet schön"


def test_the_five_bytes_that_windows_1252_lacks_are_control_characters() -> None:
    assert written(page("Caf\x81").encode("latin-1")) == "Caf\x81"


def test_an_encoding_that_the_house_names_is_held_to() -> None:
    with pytest.raises(SourceError, match="not valid"):
        article(page("Das Café").encode("latin-1"), settings=Settings(encoding="ascii"))


def test_a_binary_file_under_the_name_of_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="binary"):
        article(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))


@pytest.mark.parametrize(
    ("charset", "wrong", "says"),
    [
        ("utf-8", b"caf\xe9 and S\xe3o", "The page declares UTF-8, and 2 bytes are not valid in it, the first in “caf\ufffd”"),
        ("gb2312", b"caf\xff", "The page declares GB 18030, and 1 byte is not valid in it, in “caf\ufffd”"),
        ("", "Ä Ö Ü caf".encode() + b"\xe9", "The page is else in UTF-8, and 1 byte is not valid in it, in “caf\ufffd”"),
    ],
)  # fmt: skip
def test_wrong_bytes_are_one_finding(charset: str, wrong: bytes, says: str) -> None:
    head = f'<meta charset="{charset}">' if charset else ""
    data = page("The @ is shut, and \ufffd is a sign.", head).encode(charset or "utf-8", "xmlcharrefreplace")
    found = article(data.replace(b"@", wrong))
    (problem,) = found.problems
    assert problem.message == f"{says}; save it in UTF-8 or declare the encoding that it has."
    assert found.source.text[problem.span.start - 3 : problem.span.end] == "caf\ufffd"
    rules = [Catalog([house()]).rules[name]() for name in ("wrong-bytes", "encoding-damage")]
    assert [finding.rule for finding in lint(found, rules).findings] == ["wrong-bytes"]


def test_a_wrong_byte_that_nobody_reads_is_worth_a_glance() -> None:
    data = page("The pier.", '<meta charset="utf-8"><script>"caf@"</script>').encode().replace(b"@", b"\xe9")
    (finding,) = lint(article(data), [Catalog([house()]).rules["wrong-bytes"]()]).findings
    assert finding.severity is Severity.SUGGESTION


def test_windows_1252_without_a_declaration_is_no_fault() -> None:
    assert article(page("Das Café").encode("cp1252")).problems == ()


# -- text -----------------------------------------------------------------------------------------


def test_text_in_windows_1252_is_refused_in_words() -> None:
    with pytest.raises(SourceError, match="save it as UTF-8"):
        article("Un café.\n".encode("cp1252"), "story.md")


def test_one_nul_does_not_hide_an_article_and_is_told() -> None:
    data = b"# Ferry\n\nThe fer\0ry stops here at noon.\n"
    assert written(data, "story.md") == "The fer\0ry stops here at noon."
    assert article(data, "story.md").blocks[0].text == "The ferry stops here at noon."
    rule = Catalog([house()]).rules["encoding-damage"]()
    found = lint(article(data, "story.md"), [rule]).findings
    assert [finding.text for finding in found] == ["\0"]


@pytest.mark.parametrize(
    "data", [b"a\0b", "The ferry stops.".encode("utf-16-le"), b"\0\0" + b"The ferry " * 3]
)
def test_many_nuls_are_no_text(data: bytes) -> None:
    with pytest.raises(SourceError, match="binary"):
        article(data, "story.md")
