"""Comments of Vale silence Vale's rules and no others, as far as Vale lets them."""

from __future__ import annotations

import pytest

from presslint.article import Article
from presslint.engine.lint import lint
from presslint.engine.run import Silence
from presslint.engine.suppress import silences_of
from presslint.engine.valecomments import may_cover
from presslint.packs.kinds.file import rule_from_yaml
from presslint.packs.rule import Rule
from presslint.reading import Settings, read

TEXT = "extends: existence\nmessage: \"Avoid '%s'.\"\n{more}tokens: [very, truly]\n"


def rules(*names: str, scope: str = "") -> list[Rule]:
    made = []
    for name in names:
        text = TEXT.format(more=f"scope: {scope}\n" if scope else "")
        rule = rule_from_yaml(text, f"{name}.yml", name, vale=True)
        rule.name = name
        made.append(rule())
    return made


def article(text: str, name: str = "a.md", **settings: object) -> Article:
    return next(read(text.encode(), name, Settings(article=settings)))


def found(text: str, *names: str, scope: str = "", name: str = "a.md", **settings: object) -> list[str]:
    """Rule and line of each finding that is left."""
    made = article(text, name, **settings)
    result = lint(made, rules(*names, scope=scope))
    return [f"{each.rule}:{made.source.position(each.span.start).line}" for each in result.findings]


@pytest.mark.parametrize(
    ("off", "on"),
    [
        ("vale off", "vale on"),
        ("vale House = NO", "vale House = YES"),
        ("vale House = off", "vale House = on"),
        ("vale House.Very = NO", "vale House.Very = YES"),
        ('vale House.Very["very"] = NO', 'vale House.Very["very"] = YES'),
        ('vale House.Very["x", "very"] = NO', 'vale House.Very["very"] = YES'),
        ("vale style = Other", "vale styles = Other, House"),
    ],
)
def test_a_comment_holds_until_another_takes_it_back(off: str, on: str) -> None:
    text = f"A very day.\n\n<!-- {off} -->\n\nA very day.\n\n<!-- {on} -->\n\nA very day.\n"
    assert found(text, "House.Very") == ["House.Very:1", "House.Very:9"]


def test_it_reaches_no_other_rule_word_or_style() -> None:
    text = '<!-- vale House.Very["truly"] = NO -->\n\nA very day, truly.\n'
    assert found(text, "House.Very", "Other.Very") == ["House.Very:3", "Other.Very:3", "Other.Very:3"]


def test_a_comment_inside_a_paragraph_holds_for_the_rest_of_it() -> None:
    text = "Very: <!-- vale off -->a very day<!-- vale on -->, and a very night.\n"
    assert found(text, "House.Very") == ["House.Very:1"]


def test_rules_that_see_the_file_at_once_heed_only_an_off_that_stays() -> None:
    text = "<!-- vale House.Very = NO -->\n\nA very day.\n"
    assert found(text, "House.Very", scope="raw") == ["House.Very:3"]
    assert found("<!-- vale off -->\n\nA very day.\n\n<!-- vale on -->\n", "House.Very", scope="raw")
    assert found("<!-- vale off -->\n\nA very day.\n", "House.Very", scope="raw") == []


def test_rules_of_a_desk_do_not_heed_them() -> None:
    assert found("<!-- vale off -->\n\nA very day.\n", "plain") == ["plain:3"]


@pytest.mark.parametrize(
    ("name", "text", "settings"),
    [
        ("a.mdx", "{/* vale off */}\n\nA very day.\n", {}),
        ("a.html", "<p><!-- vale off -->A very day.</p>\n", {}),
        ("a.rst", ".. vale off\n\nA very day.\n", {}),
        ("a.adoc", "A day.\n\n// vale off\n\nA very day.\n", {}),
        ("a.md", "{# vale off #}\n\nA very day.\n", {"comment-delimiters": ("{#", "#}")}),
    ],
)
def test_every_format_has_its_comments(name: str, text: str, settings: dict[str, object]) -> None:
    assert found(text, "House.Very", name=name, **settings) == []
    assert found(text.replace("off", "of"), "House.Very", name=name, **settings)


def test_our_own_suppressions_silence_vales_rules_with_a_reason() -> None:
    front = "---\npresslint:\n  ignore:\n    House.Very: a quotation\n---\nA very day.\n"
    comment = "<!-- presslint: ignore[House.Very] a quotation -->\n\nA very day.\n"
    for text in (front, comment):
        result = lint(article(text), rules("House.Very"))
        assert result.findings == ()
        assert [each.reason for each in result.suppressed] == ["a quotation"]


def test_what_a_comment_silences_is_counted_and_told_to_a_reviewer() -> None:
    text = "<!-- vale off -->\n\nA very day.\n\n<!-- vale on -->\n\n<!-- vale House.Very = NO -->\n"
    made = article(text)
    assert len(lint(made, rules("House.Very")).suppressed) == 1
    assert silences_of(made) == (
        Silence("every rule of Vale", "", "stretch", 1),
        Silence("House.Very", "", "stretch", 7),
    )


@pytest.mark.parametrize(
    ("silenced", "covers"),
    [
        ("every rule of Vale", ["House.Very"]),
        ("House", ["House.Very"]),
        ("House.Very[very]", ["House.Very"]),
        ("all styles but Other", ["House.Very"]),
        ("Other", []),
        ("missing-byline", ["missing-byline"]),
    ],
)
def test_which_rules_a_comment_can_silence(silenced: str, covers: list[str]) -> None:
    assert [rule for rule in ("House.Very", "missing-byline") if may_cover(silenced, rule)] == covers
