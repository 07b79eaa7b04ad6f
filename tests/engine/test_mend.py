"""What a fix may do to a text and what it may not: words are put in, the text is read again, harm is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from presslint import Edit, Finding, Fix, Severity, Span
from presslint.engine import fix as fixing
from presslint.engine.fix import (
    Applied,
    Reading,
    WriteError,
    choose,
    guarded,
    mend,
    splice,
    touches,
    write_back,
)
from presslint.model.source import SourceError
from presslint.reading import read


def found(rule: str, span: Span, *edits: Edit, applicability: str = "safe") -> Finding:
    fixes = (Fix(edits, f"mend {rule}", applicability),) if edits else ()
    return Finding(rule, Severity.WARNING, "M.", span, fixes=fixes, fingerprint=f"{rule} {span.start}")


class Desk:
    """Reads a text and finds words in it, each with a fix that puts others in their place."""

    def __init__(self, words: dict[str, str], name: str = "story.md") -> None:
        self.words = words
        self.name = name
        self.looks = 0

    def __call__(self, text: str) -> Reading:
        self.looks += 1
        articles = tuple(read(text.encode(), self.name))
        findings = []
        for old, new in self.words.items():
            at = text.find(old)
            while at >= 0:
                span = Span(at, at + len(old))
                finding = found(old, span, Edit(span, new))
                findings.append(replace(finding, fingerprint=f"{old} {text.count(old, 0, at)}"))
                at = text.find(old, at + 1)
        return Reading(articles, (tuple(findings), *((),) * (len(articles) - 1)))


def mended(
    text: str, words: dict[str, str], name: str = "story.md", look: Callable[[str], Reading] | None = None
) -> tuple[str, list[str]]:
    """The text with words put in the place of others, and what was refused, with the reason."""
    done = mend(text, look or Desk(words, name), lambda reading: choose(reading.all))
    return done.text, [f"{finding.rule}: {why}" for finding, why in done.refused]


def test_a_fix_is_chosen_by_its_level_and_only_where_there_is_one() -> None:
    safe, unsafe, shown = (
        found("r", Span(0, 1), Edit(Span(0, 1), ""), applicability=level)
        for level in ("safe", "unsafe", "display")
    )
    several = Finding("r", Severity.ERROR, "M.", Span(0, 1), fixes=(*safe.fixes, *unsafe.fixes))
    bare = found("r", Span(0, 1))
    every = [bare, shown, several, unsafe, safe]
    assert [finding for finding, _ in choose(every)] == [safe]
    assert [finding for finding, _ in choose(every, "unsafe")] == [unsafe, safe]


# -- fixes side by side --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((0, 2), (3, 5), False),
        ((0, 3), (3, 5), True),
        ((3, 5), (0, 3), True),
        ((0, 9), (3, 5), True),
        ((3, 3), (3, 3), True),
        ((6, 7), (3, 5), False),
    ],
)
def test_edits_that_overlap_or_meet_touch(one: tuple[int, int], other: tuple[int, int], both: bool) -> None:
    assert touches(Span(*one), Span(*other)) is both


def pair(*edits: tuple[int, int, str]) -> tuple[Finding, Fix]:
    finding = found("r", Span(*edits[0][:2]), *(Edit(Span(start, end), text) for start, end, text in edits))
    return finding, finding.fixes[0]


def test_a_fix_waits_as_a_whole() -> None:
    first, second = pair((4, 5, "X")), pair((0, 1, "Y"), (5, 6, "Z"))
    applied = splice("abcdefgh", [first, second])
    assert (applied.text, applied.done, applied.waiting) == ("YbcdeZgh", (second,), (first,))
    assert applied.edits == second[1].edits


def test_edits_of_a_fix_are_put_in_in_the_order_of_the_text() -> None:
    applied = splice("abcdefgh", [pair((6, 7, "Z"), (0, 1, "YY")), pair((3, 4, ""))])
    assert (applied.text, applied.waiting) == ("YYbcefZh", ())
    assert [edit.span.start for edit in applied.edits] == [0, 3, 6]


def test_an_edit_that_two_fixes_share_is_put_in_once() -> None:
    first, second = pair((0, 1, "X")), pair((0, 1, "X"), (4, 5, "Y"))
    applied = splice("abcdef", [first, second])
    assert (applied.text, applied.done) == ("XbcdYf", (first, second))


@pytest.mark.parametrize(("at", "waits"), [(2, False), (3, True), (5, True), (7, True), (8, False)])
def test_a_fix_is_held_off_by_its_neighbours_on_both_sides(at: int, waits: bool) -> None:
    around = pair((0, 1, "X"), (4, 6, "Y"), (12, 13, "Z"))
    applied = splice("abcdefghijklmnop", [around, pair((at, at + 1, "Q"))])
    assert bool(applied.waiting) is waits or applied.done[0] is not around


def test_without_fixes_the_text_stays() -> None:
    assert splice("abc", []) == Applied("abc", (), ())


# -- pass by pass --------------------------------------------------------------------------------------


def test_fixes_that_touch_are_put_in_one_after_the_other() -> None:
    assert mended("# T\n\naa bb\n", {"aa ": "x ", " bb": " y"}) == ("# T\n\nx y\n", [])


@pytest.mark.parametrize("text", ["# T\n\nA plum and a fig.\n", "# T\n\nA fig and a plum.\n"])
def test_one_fix_that_does_harm_does_not_hold_up_the_others(text: str) -> None:
    after, refused = mended(text, {"plum": "plum plum", "fig": "date"})
    assert after == text.replace("fig", "date")
    assert refused == ["plum: it would leave or bring a finding of plum"]


def test_a_fix_alone_that_does_harm_is_refused_once() -> None:
    desk = Desk({"plum": "plum plum"})
    text, refused = mended("# T\n\nA plum.\n", {}, look=desk)
    assert (text, len(refused)) == ("# T\n\nA plum.\n", 1)
    assert desk.looks == 3, "the text, the harm, and that nothing is left to mend"


def test_what_waited_for_a_fix_that_was_refused_is_put_in() -> None:
    text, refused = mended("# T\n\naa bb\n", {"aa ": "aa aa ", " bb": " y"})
    assert (text, len(refused)) == ("# T\n\naa y\n", 1)


def test_what_is_put_in_is_told_with_its_fix() -> None:
    done = mend("# T\n\nA plum, a plum.\n", Desk({"plum": "fig"}), lambda reading: choose(reading.all))
    assert [(finding.rule, fix.edits[0].span.start) for finding, fix in done.done] == [
        ("plum", 7),
        ("plum", 15),
    ]


def test_fixes_that_chase_each_other_end() -> None:
    desk = Desk({"plum": "fig", "fig": "plum"})
    calm = Desk({})
    done = mend(
        "# T\n\nA plum.\n",
        lambda text: Reading(calm(text).articles, desk(text).findings[:1]),
        lambda reading: choose(reading.all)[:1],
    )
    assert done.text == "# T\n\nA plum.\n"


def test_after_ten_passes_the_rest_is_left_to_another_run() -> None:
    """Fixes that wait so long would chase each other."""
    desk = Desk({"x": "y"})

    def first(reading: Reading) -> list[tuple[Finding, Fix]]:
        return choose(reading.all)[:1]

    done = mend("# T\n\nText " + "x " * 12 + "\n", desk, first)
    assert (done.text.count("y"), len(done.done), done.refused) == (10, 10, [])


# -- what is harm --------------------------------------------------------------------------------------

HEAD = "---\ntitle: A plum\ndek: Two words\ntags: [a, b]\n---\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "A plum.\n", {"plum": "fig"}),
        (HEAD + "One.\n\nTwo.\n", {"One.\n\n": "1.\n\n"}),  # up to the next block
        (HEAD + "One.\n\nTwo.\n", {"\n\nTwo": "\n\n2"}),  # from the end of the one before
        (HEAD + "One.\n\nTwo.\n", {"One.": "1.\n\nOne and a half."}),
        (HEAD + "- plum pie\n- nuts\n", {"plum pie": "pie"}),
        (HEAD + "- fruit\n\n  plum pie\n\n  more\n", {"plum pie": "pie"}),
        (HEAD + "Text.\n", {"plum\ndek: ": "fig\ndek: "}),  # up to the next value
        (HEAD + "Text.\n", {"\ndek: Two": "\ndek: 2"}),  # from the end of the value before
        (HEAD + "{{< card >}} plum\n", {"{{< card >}} plum": "{{< card >}} fig"}),
        ("# A plum\n\nText.\n", {"plum": "fig"}),
        ("# T\n\nA plum.\n\nText.\n\nA fig.\n", {"plum": "word " * 30 + "end", "fig": "date"}),
        ("# T\n\nA plum" + " word" * 30 + ".\n\nText.\n\nA fig.\n", {"plum" + " word" * 30: "x", "fig": "date"}),
        ("---\ntitle: plum\ndek: fig\nauthor: Ana Ruiz\n---\n\nText.\n", {"plum": "A much longer title", "fig": "x"}),
    ],
)  # fmt: skip
def test_a_fix_that_changes_its_own_place_only_is_put_in(text: str, words: dict[str, str]) -> None:
    wanted = text
    for old, new in words.items():
        wanted = wanted.replace(old, new)
    assert mended(text, words) == (wanted, [])


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (HEAD + "Text.\n", {"dek": "author"}, "other metadata would change"),
        (HEAD + "Text.\n", {"tags": "author"}, "other metadata would change"),
        ("# T\n\nA plum here.\n\nOther copy.\n", {"plum": "fig\n\n```\n"}, "other copy would change"),
        ("# T\n\nA plum.\n\n- x\n\n    y\n", {"- x": "x"}, "other copy would change"),
        ("---\ntitle: plum\n---\n\nText.\n", {"plum": "[fig"}, "the metadata could not be read any more"),
        (HEAD + "One.\n\nTwo.\n", {"One.\n\nT": "T"}, "it would reach over more than one block"),
        (HEAD + "One.\n", {"plum\ndek: Two": "fig\ndek: Two"}, "it would reach over more than one block"),
        (HEAD + "- one\n- two\n", {"one\n- t": "t"}, "it would reach over more than one block"),
        ("# T\n\n{{< card >}} plum\n", {"{{< card >}} plum": "fig"}, "it would delete template code"),
        ("# T\n\n{% card %} plum\n", {"{% card %} plum": "fig"}, "it would delete template code"),
        (HEAD + "A plum.\n", {"A plum.": "A figgy.", "figgy": "x"}, "it would leave or bring a finding of figgy"),
    ],
)  # fmt: skip
def test_a_fix_that_does_harm_is_refused_with_the_reason(text: str, words: dict[str, str], why: str) -> None:
    after, refused = mended(text, words)
    assert after == text
    assert refused == [f"{next(iter(words))}: {why}"]


def test_a_finding_of_the_same_rule_elsewhere_may_stay() -> None:
    """A fix is judged by what it brings, not by what was there."""
    reading = Desk({"plum": "fig"})

    def first(found: Reading) -> list[tuple[Finding, Fix]]:
        return choose(found.all)[:1] if len(found.all) == 2 else []

    done = mend("# T\n\nA plum, a plum.\n", reading, first)
    assert (done.text, done.refused) == ("# T\n\nA fig, a plum.\n", [])


def test_another_number_of_articles_is_harm() -> None:
    text = '{"title": "A plum", "body": "One."}\n{"title": "B", "body": "Two."}\n'
    desk = Desk({"plum": 'fig", "body": "x"}\n{"title": "C'}, "stories.jsonl")
    assert len(desk(text).articles) == 2
    assert mended(text, {}, look=desk) == (text, ["plum: the file would hold another number of articles"])
    assert mended(text, {"plum": "fig"}, "stories.jsonl") == (text.replace("plum", "fig"), [])


def test_a_file_that_can_be_read_no_more_is_harm() -> None:
    desk = Desk({"plum": "fig"})

    def look(text: str) -> Reading:
        if "fig" in text:
            raise SourceError("story.md", "no text at all")
        return desk(text)

    text = "# T\n\nA plum.\n"
    assert mended(text, {}, look=look) == (
        text,
        ["plum: the file could not be read any more (no text at all)"],
    )


# -- whose words they are --------------------------------------------------------------------------------


def test_fixes_in_quoted_words_are_shown_only() -> None:
    text = "# T\n\n“I ate a plum,” she said of a plum.\n\n> A plum\n>\n> - and a plum\n\nA plum.\n"
    (article,) = read(text.encode(), "story.md")
    findings = Desk({"plum": "fig"})(text).all
    bare = found("bare", Span(0, 1))
    result = guarded(article, [*findings, bare])
    assert [finding.fixes[0].applicability for finding in result[:-1]] == [
        "display",
        "safe",
        "display",
        "display",
        "safe",
    ]
    assert result[-1] is bare
    assert [finding.fixes[0].edits for finding in result[:-1]] == [
        finding.fixes[0].edits for finding in findings
    ]
    assert guarded(article, [bare]) == [bare]


def test_a_reading_tells_findings_with_their_article_and_without_some() -> None:
    text = '{"title": "A plum", "body": "One."}\n{"title": "B", "body": "Two."}\n'
    articles = tuple(read(text.encode(), "stories.jsonl"))
    one, two, three = (found(name, Span(at, at + 1)) for at, name in enumerate("abc"))
    reading = Reading(articles, ((one, two), (three,)))
    assert reading.all == [one, two, three]
    assert list(reading.pairs()) == [(articles[0], one), (articles[0], two), (articles[1], three)]
    left = reading.without(frozenset({two.fingerprint, three.fingerprint}))
    assert (left.articles, left.findings) == (articles, ((one,), ()))


# -- writing -------------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    return path


def test_a_file_keeps_its_mode_and_leaves_nothing_behind(file: Path) -> None:
    file.chmod(0o4705)
    write_back(file, b"old", b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o4705
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_may_not_be_written_is_left(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though its folder may, so that another could be put in its place."""
    monkeypatch.setattr(fixing.os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(WriteError, match=r"a\.md: is read-only; the fixes were not written"):
        write_back(file, b"old", b"new")
    assert file.read_bytes() == b"old"


def test_what_the_system_says_is_told_and_nothing_is_left_behind(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fixing.os, "fsync", full)
    with pytest.raises(WriteError) as raised:
        write_back(file, b"old", b"new")
    assert str(raised.value) == f"{file}: cannot be written: No space left on device"
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_an_error_without_words_is_told_by_what_there_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(*_: object) -> None:
        raise OSError("odd")

    monkeypatch.setattr(fixing.os, "replace", odd)
    with pytest.raises(WriteError, match="cannot be written: odd"):
        write_back(file, b"old", b"new")
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_somebody_wrote_meanwhile_is_left(file: Path) -> None:
    with pytest.raises(WriteError, match="changed on disk meanwhile; run presslint again"):
        write_back(file, b"what was read", b"new")
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_is_gone_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written: No such file"):
        write_back(tmp_path / "a.md", b"old", b"new")
    assert not list(tmp_path.iterdir())
