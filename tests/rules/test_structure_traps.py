"""Traps that real copy sets for the rules of structure, headline and metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from presslint.engine.lint import lint
from presslint.packs.catalog import Catalog, house
from presslint.reading import Settings, read

CATALOG = Catalog([house()])
BODY = (
    "The board met in the old customs house and heard from pilots, traders and islanders, all of whom had "
    "walked there through the rain.\n\n"
) * 6


def messages(rule: str, text: str, name: str = "story.md", **settings: str) -> list[str]:
    configured = CATALOG.rules[rule]()
    found: list[str] = []
    for article in read(text.encode(), name, Settings(article=settings)):
        result = lint(article, [configured])
        assert not result.crashes
        found += [finding.message for finding in result.findings]
    return found


def story(title: str, body: str = BODY, **fields: str) -> str:
    header = "".join(f"{key}: {value}\n" for key, value in {"title": title, **fields}.items())
    return f"---\n{header}---\n{body}"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        # a heading that is an article of its own, a picture, a pause, a call, a countdown
        ("empty-section", "Lead.\n\n## Have a good summer!\n"),
        ("empty-section", "Lead.\n\n## LUNCH\n\n---\n\n## Afternoon\n\nText.\n"),
        ("empty-section", "Lead.\n\n## Subscribe to our letter\n"),
        ("empty-section", "Lead.\n\n## Part two\n\n## The pier\n\nText.\n"),
        ("empty-section", "Lead.\n\n### 3. Go early\n\n### 2. Bring cash\n\n### 1. Wear boots\n"),
        ("empty-section", "Lead.\n\n## The form\n\n<form><input name='a'></form>\n\n## Next\n\nText.\n"),
        # lead-ins before what shows instead of listing
        ("dangling-list-lead-in", "## A\n\nSign up to our letters below:\n"),
        ("dangling-list-lead-in", "## A\n\nWe won the vote :tada:\n\n## B\n\nText.\n"),
        (
            "dangling-list-lead-in",
            "## A\n\nHere are some tips for the crossing:\n\n## Go early\n\nText.\n\n## Eat\n\nText.\n",
        ),
        (
            "dangling-list-lead-in",
            "## A\n\nThe board gave two reasons:\n\n### Price\n\nText.\n\n### Crew\n\nText.\n",
        ),
        (
            "dangling-list-lead-in",
            "## A\n\nThe crew was happy with the catch, for example.\n\n## B\n\nText.\n",
        ),
        # promises that prose keeps
        (
            "heading-promises-list",
            "Lead.\n\n## Timeline\n\nWe hope to sail in February and again in April.\n",
        ),
        (
            "heading-promises-list",
            "Lead.\n\n## Present your findings\n\nTell the board what you found out, and when.\n",
        ),
        (
            "heading-promises-list",
            "Lead.\n\n## Risks for the port\n\nThe risks are real, says Ines Moll of the board.\n",
        ),
        ("listicle-count-mismatch", story("Five questions for the pilot", "**Q:** A?\n\n**A:** B.\n\n" * 5)),
        ("listicle-count-mismatch", story("12 people charged", "- one\n- two\n- three\n")),
        ("duplicate-subhead", "Lead.\n\n## Step 1: Ask\n\nText.\n\n## Step 2: Ask\n\nText.\n"),
        ("duplicate-subhead", "Lead.\n\n## What to collect\n\nText.\n\n## How to collect\n\nText.\n"),
        ("duplicate-subhead", "Lead.\n\n## Binding rules\n\nText.\n\n## Non-binding rules\n\nText.\n"),
        (
            "subhead-repeats-headline",
            story("Harbour board cuts crew", "## About the harbour board\n\nText.\n"),
        ),
        ("generic-subhead", "Lead.\n\n## Conclusion\n\nText.\n\n## Boats after dark\n\nText.\n"),
        ("orphan-separator", "The first part.\n\n***\n\nThe second part.\n"),
        ("empty-slot", "Filed under:\n\n- ferries\n"),
        ("empty-slot", "Call open() and close() in that order.\n"),
        (
            "truncated-text",
            "The board met.\n\nWrite to desk@paper.example or ring us at any time of the day\n",
        ),
        (
            "truncated-text",
            "The board met on Tuesday.\n\nAna Ruiz, Ben Cole, Sam Oyelaran, Jo Lind, Tom Okafor, Ines Moll\n",
        ),
        (
            "truncated-text",
            "The board says that the winter boat will call at each of the\n\n- piers\n- mills\n",
        ),
        ("repeated-sentence", "Please write to us if you want to sail with the winter boat. A.\n\n" * 2),
        ("repeated-sentence", "In this session you will hear from the following six speakers.\n\n" * 2),
        # headlines
        ("missing-core-field", story("A guide to the pier", "", source_url="https://pier.example/guide")),
        ("missing-core-field", story("Board cuts crew", "Text.\n", layout="brief")),
        (
            "dek-repeats-headline",
            story("Board cuts crew", dek="Seven pilots left since the summer; two more may go"),
        ),
        (
            "dek-repeats-headline",
            story("Fire kills two", dek="Fire kills two at the old mill, 40 years after the first"),
        ),
        ("lede-repeats-dek", story("Board cuts crew", summary="The board met in the old customs house.")),
        ("headline-number-mismatch", story("Post-9/11 pilots remember")),
        ("headline-number-mismatch", story("Sailing 101: how to read a tide table")),
        ("headline-number-mismatch", story("Ten years of winter boats")),
        (
            "headline-number-mismatch",
            story("Boat costs $1.3 Million", "The boat cost $1,290,000.\n\n" + BODY),
        ),
        ("headline-number-mismatch", story("Nearly 50 sign petition", "It has 48 names.\n\n" + BODY)),
        ("headline-quote-mismatch", story("Islanders see ‘The Last Winter Boat’ at the hall")),
        ("headline-style", story("Firm moves to St. Ives Ltd.")),
        ("headline-style", story("No crew. No boat. No answer.")),
        ("clickbait-headline", story("Here’s what the board decided")),
        # metadata
        ("missing-byline", story("Board cuts crew", BODY + "*Ana Ruiz is a reporter at the Herald.*\n")),
        ("missing-byline", story("Board cuts crew", source="Harbour News Agency")),
        ("missing-date", story("Board cuts crew", status="draft")),
        ("generic-byline", story("Board cuts crew", author="Reuters")),
        ("description-missing", story("Board cuts crew", blurb="Seven pilots left since the summer")),
        ("front-matter-type", story("Board cuts crew", tags="ferries, harbours")),
        ("tag-near-duplicate", story("Board cuts crew", tags="[news, new, IT, Italy, bus, business]")),
        (
            "tags-run-together",
            story("Board cuts crew", tags="[YouTube, McDonald's, workshop, cybersecurity]"),
        ),
    ],
)
def test_what_good_copy_does(rule: str, text: str) -> None:
    assert messages(rule, text) == []


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        (
            "dangling-list-lead-in",
            "## A\n\nThe crew has many tasks, such as\n\n## B\n\nText.\n",
            "such as” announces a list",
        ),
        (
            "heading-promises-list",
            "Lead.\n\n## Our key dates\n\nNothing is decided.\n",
            "“Our key dates” promises a list",
        ),
        (
            "listicle-count-mismatch",
            story("3 ways to sail", "## 1. Oars\n\nA.\n\n## 2. Wind\n\nB.\n"),
            "numbered to 2",
        ),
        (
            "subhead-repeats-headline",
            story("Board cuts crew", "# Board cuts crew\n\nText.\n"),
            "repeats the headline",
        ),
        (
            "truncated-text",
            "The winter boat will no longer call at any of the piers because\n\nText.\n",
            "stops at “piers because”",
        ),
        (
            "repeated-sentence",
            "The board cut the winter boat because no pilot would sail it. Islanders knew that none of "
            "them would ever do it.\n\n" * 2,
            "paragraph stands twice",
        ),
        ("missing-core-field", story("my-new-story-on-boats"), "is the page's address"),
        (
            "headline-number-mismatch",
            story("Boat costs £45m", "It cost £4.5m.\n\n" + BODY),
            "says “£45m”, but the text says “£4.5m”",
        ),
        (
            "headline-quote-mismatch",
            story("“We will never sail again”, says pilot"),
            "nobody in the text says it",
        ),
        ("headline-style", story("Board cuts crew."), "ends with a full stop"),
        ("generic-byline", story("Board cuts crew", author="By By Ana Ruiz"), "twice"),
        ("generic-byline", story("Board cuts crew", author="undefined"), "is an account"),
        ("description-missing", story("Board cuts crew"), "has no description or dek"),
        ("front-matter-syntax", '---\ntitle: "Board\n---\nText.\n', "quotation mark"),
        (
            "tag-near-duplicate",
            story("Board cuts crew", tags="[NHS, National Health Service]"),
            "are one subject",
        ),
    ],
)
def test_what_an_editor_marks(rule: str, text: str, message: str) -> None:
    found = messages(rule, text)
    assert len(found) == 1
    assert message in found[0]


def test_story_types_keep_rules_still() -> None:
    plain = "Board minutes\n\n" + BODY
    assert messages("missing-byline", plain, "minutes.txt")
    assert not messages("missing-byline", plain, "minutes.txt", **{"story-type": "event"})


def test_a_tag_list_in_a_file_names_the_nearest(tmp_path: Path) -> None:
    lines = tmp_path / "tags.txt"
    lines.write_text("# the house's list\nferries\nharbour board\n", encoding="utf-8")
    scheme = tmp_path / "topics.json"
    scheme.write_text(
        '{"conceptSet": [{"qcode": "medtop:20000756", '
        '"prefLabel": {"en-GB": "transport", "de": "Verkehr"}}]}',
        encoding="utf-8",
    )
    rule = CATALOG.rules["tag-vocabulary"]
    (article,) = read(story("Board", tags="[ferrys, Verkehr, medtop:20000756]").encode(), "story.md")
    said = [finding.message for finding in lint(article, [rule(file=str(lines))]).findings]
    assert said[0] == "“ferrys” is not on the list of tags; use “ferries”."
    assert len(said) == 3
    left = [finding.text for finding in lint(article, [rule(file=str(scheme))]).findings]
    assert left == ["ferrys"]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>The piers</strong></p>",
        "<div>\n\n<strong>The piers</strong>\n\n</div>",
        "<p>\n**The piers**\n</p>",
        "- x\n\n  **The piers**",
    ],
)
def test_the_fix_for_a_fake_heading_never_writes_inside_html_or_a_list(line: str) -> None:
    text = f"The ferry stops at four of them.\n\n{line}\n\nThey are old.\n"
    (article,) = read(text.encode(), "story.md")
    found = lint(article, [CATALOG.rules["fake-heading"]()]).findings
    assert not any(finding.fixes for finding in found)
