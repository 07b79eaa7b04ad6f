"""Plain text: what an editor sees in wire copy, web copy, releases and results."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.article import Article
from presslint.model.document import Kind
from presslint.model.passage import Passage
from presslint.model.source import Source
from presslint.reading import read

COPY = "The council voted on Tuesday to cut eleven night bus routes after a shortfall of two million pounds."
MORE = "Councillors will meet again on Monday to hear from the riders who wrote to them about the cuts."


def parse(text: str, path: str = "story.txt") -> Article:
    (article,) = read(text.encode(), path)
    return article


def fields(article: Article) -> dict[str, list[str]]:
    return {name: [found.text for found in all_found] for name, all_found in article.fields.items()}


def outline(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text[:24]) for block in article.blocks]


WEB = f"""The Leeds Gazette

Politics

Council votes to cut night buses

Eleven routes will go in July

Ana Ruiz · 5 May 2026 · 4 min read

{COPY}

What happens next

{MORE}

Tags: buses, Leeds, council
"""


def test_a_page_of_the_web() -> None:
    article = parse(WEB)
    assert fields(article) == {
        "site": ["The Leeds Gazette"],
        "section": ["Politics"],
        "headline": ["Council votes to cut night buses"],
        "dek": ["Eleven routes will go in July"],
        "byline": ["Ana Ruiz"],
        "published": ["5 May 2026"],
        "tags": ["buses", "Leeds", "council"],
        "extra": ["4 min read"],
    }
    assert outline(article) == [
        ("paragraph", COPY[:24]),
        ("heading", "What happens next"),
        ("paragraph", MORE[:24]),
    ]
    assert article.carries == {"headings", "metadata", "tags"}
    assert article.headings[0].level == 2
    assert article.source.text[article.body_start :].startswith(COPY)


WIRE = """BC-Council-Buses, 420
(Adds mayor's reaction in paragraph 3)
UPDATE 1-Leeds council cuts night buses
By Ana Ruiz

LEEDS, England, May 5 (Reuters) - The city council voted on Tuesday to cut
eleven night bus routes after a budget shortfall, officials said.

"We had no choice," said council leader Ben Cole.

(Reporting by Ana Ruiz; Editing by Dee Holt)
-30-
"""


def test_wire_copy() -> None:
    article = parse(WIRE)
    found = fields(article)
    assert found["headline"] == ["UPDATE 1-Leeds council cuts night buses"]
    assert found["byline"] == ["Ana Ruiz"]
    assert found["dateline"] == ["LEEDS, England, May 5 (Reuters)"]
    assert found["source"] == ["Reuters"]
    assert {found.key: found.text for found in article.all("extra")} == {
        "slugline": "BC-Council-Buses, 420",
        "advisory": "(Adds mayor's reaction in paragraph 3)",
        "credit": "(Reporting by Ana Ruiz; Editing by Dee Holt)",
        "end mark": "-30-",
    }
    assert [block.kind for block in article.blocks] == [Kind.PARAGRAPH, Kind.PARAGRAPH]
    # the dateline is a field, and the paragraph is whole all the same
    assert article.blocks[0].text.startswith("LEEDS, England")
    assert "cut eleven night" in article.blocks[0].text


def test_embargo() -> None:
    article = parse(f"EMBARGOED UNTIL 5 May 2026 00:01 BST\n\nCouncil cuts buses\n\n{COPY}\n")
    assert fields(article)["embargo"] == ["5 May 2026 00:01 BST"]


def test_byline_from_the_credit_when_none_is_above() -> None:
    article = parse(
        f"Council cuts night buses\n\n{COPY}\n\n{MORE}\n\n(Reporting by Ana Ruiz; Editing by Dee Holt)\n"
    )
    (byline,) = article.bylines
    assert (byline.text, byline.origin) == ("Ana Ruiz", "tail")


RELEASE = f"""FOR IMMEDIATE RELEASE

Acme opens plant in Leeds

LEEDS, England, May 5, 2026 /PRNewswire/ -- Acme Corp. today announced the opening of its first plant there.

{MORE}

About Acme

Acme makes anvils and has done so since 1949 in plants all over the world, as https://acme.example says.

Media contact:
Ana Ruiz
ana@acme.example

###
"""


def test_press_release() -> None:
    article = parse(RELEASE)
    assert article.story_type == "press-release"
    assert fields(article)["headline"] == ["Acme opens plant in Leeds"]
    assert [block.kind.value for block in article.blocks] == [
        "paragraph",
        "paragraph",
        "note",
        "note",
        "note",
        "note",
    ]
    assert len(article.prose) == 2, "boilerplate is not the story's prose"
    assert "links" in article.carries
    assert [link.target for link in article.links] == ["https://acme.example"]


@pytest.mark.parametrize("mark", ["(MORE)", "###"])
def test_copy_goes_on_after_a_mark_high_up(mark: str) -> None:
    article = parse(f"Council cuts buses\n\n{COPY}\n\n{mark}\n\n{MORE}\n\n{COPY}\n\n{MORE}\n\n{COPY}\n")
    assert len(article.prose) == 5


def test_orphan_separator_is_the_slot_of_byline_and_date() -> None:
    text = f"Council votes to cut night buses\n\n·\nEleven routes will go in July\n\n{COPY}\n\n{MORE}"
    article = parse(text)
    assert fields(article)["dek"] == ["Eleven routes will go in July"]
    assert {name: slot.span for name, slot in article.slots.items()} == {
        "byline": (34, 35),
        "published": (34, 35),
    }
    separator = article.blocks[0]
    assert (separator.kind, separator.info, separator.span) == (Kind.SEPARATOR, "·", (34, 35))
    assert separator.span.start < article.body_start


def test_no_slot_for_what_is_there() -> None:
    article = parse(f"Council votes to cut night buses\n\nBy Ana Ruiz\n·\n\n{COPY}\n")
    assert set(article.slots) == {"published"}
    article = parse(
        f"Council votes to cut night buses\n\nBy Ana Ruiz\n5 May 2026\n\n{COPY}\n\n* * *\n\n{MORE}\n"
    )
    assert article.slots == {}
    assert [block.info for block in article.blocks if block.kind is Kind.SEPARATOR] == ["* * *"]


def test_labels_without_a_value_are_empty_fields() -> None:
    article = parse(f"Council votes to cut night buses\n\nBy | 3 min read\n\nPublished:\n\n{COPY}\n")
    (byline,), (published,) = article.all("byline"), article.all("published")
    assert not byline
    assert (byline.key, article.source.text[slice(*byline.key_span or ())]) == ("By", "By")
    assert not published
    assert published.key == "Published"


FUSED = [
    "UKpoliticsLeeds City Councilbuses",
    "energy policyclimate changetransport",  # only known words show where the tags met
]


@pytest.mark.parametrize("tags", FUSED)
def test_fused_tags_are_one_field(tags: str) -> None:
    article = parse(f"City council cuts night buses\n\n{COPY}\n\n{MORE}\n\n{tags}")
    assert fields(article)["tags"] == [tags]
    assert article.tags[0].origin == "tail"
    assert article.blocks[-1].text == MORE


@pytest.mark.parametrize(
    "last",
    [
        "McDonald and DeSantis",
        "The vote was close",
        "Leeds 2-1 York",
        "Ana Ruiz is a reporter in Leeds",
        "YouTube",
    ],
)
def test_a_last_line_that_is_no_tag_line(last: str) -> None:
    assert "tags" not in parse(f"City council cuts night buses\n\n{COPY}\n\n{MORE}\n\n{last}").fields


def test_copy_below_the_tag_line_makes_it_no_subhead() -> None:
    fused = "AItechnologyUS-China relationsdata centers"
    article = parse(f"City council cuts night buses\n\n{COPY}\n\n{fused}\n\n{MORE}")
    assert fields(article)["tags"] == [fused]
    assert article.blocks[-1].text == MORE
    assert "tags" not in parse(f"City council cuts night buses\n\n{COPY}\n\nYouTube\n\n{MORE}").fields


def test_hard_wrapped_copy_is_unwrapped() -> None:
    text = """Mayor resigns over loan as
council faces inquiry

By Ana Ruiz
5 May 2026

The mayor of Leeds resigned on Tuesday after an inquiry found that
she had failed to declare a loan from a developer, the council said.
Councillors will choose her successor next week.

- The loan was worth 50,000 pounds and was paid in March
  by a developer
- It was repaid in April

What happens next

Councillors meet on Monday to elect an interim leader, who will serve
until May.
"""
    article = parse(text)
    assert fields(article)["headline"] == ["Mayor resigns over loan as council faces inquiry"]
    first, bullets, heading, last = article.blocks
    assert "found that she had" in first.text
    assert len(first.passage.sentences if first.passage else ()) == 2
    assert [item.text for item in bullets.children] == [
        "The loan was worth 50,000 pounds and was paid in March by a developer",
        "It was repaid in April",
    ]
    assert heading.kind is Kind.HEADING
    assert last.text.endswith("until May.")


def test_paragraphs_marked_by_indents() -> None:
    text = (
        "Mayor resigns over loan\n"
        "   The mayor of Leeds resigned on Tuesday after an inquiry found that\n"
        "she had failed to declare a loan from a developer, the council said.\n"
        "   Councillors will choose her successor next week at a meeting that\n"
        "nobody wants.\n"
    )
    article = parse(text)
    assert [block.text.split()[0] for block in article.blocks] == ["The", "Councillors"]


def test_one_line_is_one_paragraph_where_no_blank_lines_stand() -> None:
    article = parse(f"Council cuts night buses\nBy Ana Ruiz\n{COPY}\n{MORE}\nBackground\n{MORE}\n")
    assert fields(article)["byline"] == ["Ana Ruiz"]
    assert [kind for kind, _ in outline(article)] == ["paragraph", "paragraph", "heading", "paragraph"]


def test_a_standfirst_above_byline_and_date() -> None:
    dek = "Eleven routes will go in July, and two thousand passengers a night must find another way home."
    article = parse(f"Council cuts night buses\n\n{dek}\n\nBy Ana Ruiz\n5 May 2026\n\n{COPY}\n\n{MORE}\n")
    assert fields(article)["dek"] == [dek]
    assert article.blocks[0].text == COPY


def test_a_first_sentence_is_no_standfirst() -> None:
    lead = "Leeds will cut eleven night bus routes in July, it said."
    article = parse(f"Council cuts night buses\n\n{lead}\n\n{COPY}\n")
    assert "dek" not in article.fields
    assert article.blocks[0].text == lead


@pytest.mark.parametrize(
    "headline",
    [
        "Who will drive the last night bus to York when the council has cut eleven of its routes?",
        "OpenStreetMap and LinkedIn data show where riders of the night buses live",
        "Research by night and day",
        "Council Monthly Call - April 2026",
        "Fast. Cheap. Gone. The end of the night bus in our city.",
    ],
)
def test_headlines_that_look_like_something_else(headline: str) -> None:
    article = parse(f"{headline}\n\nBy Ana Ruiz\n5 May 2026\n\n{COPY}\n\n{MORE}\n")
    assert fields(article)["headline"] == [headline]
    assert fields(article)["byline"] == ["Ana Ruiz"]
    assert fields(article)["published"] == ["5 May 2026"]
    assert len(article.prose) == 2


def test_a_line_under_the_byline_begins_the_copy() -> None:
    article = parse(f"Council cuts buses\n\nBy Ana Ruiz\n\nWatch the vote live\n\n{COPY}\n")
    assert "dek" not in article.fields


def test_bullets_under_the_headline_are_deks() -> None:
    article = parse(f"Council cuts night buses\n\n* Eleven routes will go\n* Riders protest\n\n{COPY}\n")
    assert fields(article)["dek"] == ["Eleven routes will go", "Riders protest"]


def test_kicker_in_capitals() -> None:
    article = parse(f"FROM THE COURTS\n\nMan jailed for bus theft in Leeds\n\n{COPY}\n")
    assert fields(article)["kicker"] == ["FROM THE COURTS"]
    assert fields(article)["headline"] == ["Man jailed for bus theft in Leeds"]


def test_a_name_before_a_date_signs_the_story() -> None:
    article = parse(f"Council cuts night buses\n\nAna Ruiz\n5 May 2026\n\n{COPY}\n")
    assert fields(article)["byline"] == ["Ana Ruiz"]
    article = parse(f"Council cuts night buses\n\nAna Ruiz Leads Protest\n\n{COPY}\n")
    assert "byline" not in article.fields


def test_bare_lines_in_a_row_are_a_list_and_never_subheads() -> None:
    article = parse(f"Leeds awards\n\n{COPY}\n\nBest film: Loan\n\nBest Actor\n\nBest Song\n\n{COPY}\n")
    kinds = [block.kind for block in article.blocks]
    assert Kind.HEADING not in kinds
    assert kinds.count(Kind.LIST) == 1


def test_a_subhead_over_a_lead_in_and_over_two_short_sentences() -> None:
    article = parse(
        "Ferry cut to three days\n\nThe council has cut the ferry to three days a week from May, it said.\n\n"
        "The reasons\n\nThe council names two:\n\n"
        "Outlook\n\nThe outlook remains uncertain. [Ask the harbour master]\n"
    )
    assert [heading.text for heading in article.headings] == ["The reasons", "Outlook"]


def test_a_subhead_over_bare_lines() -> None:
    article = parse(
        f"Council cuts night buses\n\n{COPY}\n\nRoutes that go\n\nLeeds to York\nLeeds to Hull\n\n{MORE}\n"
    )
    assert [kind for kind, _ in outline(article)] == ["paragraph", "heading", "list", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Leeds v York",
        "Leeds 2-1 York",
        "Routes (in order)",
        "Routes that go:",
        "“No choice”",
        "https://leeds.example",
    ],
)
def test_short_lines_that_are_no_subheads(line: str) -> None:
    article = parse(f"Council cuts night buses\n\n{COPY}\n\n{line}\n\n{MORE}\n")
    assert not article.headings


def test_numbered_list_and_table() -> None:
    article = parse(
        f"Council cuts night buses\n\n{COPY}\n\n1. Leeds to York\n2. Leeds to Hull\n\n"
        f"Team\tP\tPts\nLeeds\t3\t9\nYork\t3\t6\n\n{MORE}\n"
    )
    _, numbered, table, _ = article.blocks
    assert numbered.ordered
    assert [item.text for item in numbered.children] == ["Leeds to York", "Leeds to Hull"]
    assert [[cell.text for cell in row.children] for row in table.children] == [
        ["Team", "P", "Pts"],
        ["Leeds", "3", "9"],
        ["York", "3", "6"],
    ]


def test_captions_pull_quotes_and_notes_are_not_prose() -> None:
    article = parse(
        f"Council cuts night buses\n\n{COPY}\n\nPhoto: A bus in Leeds. Ana Ruiz\n\n"
        f"PULL QUOTE: We had no choice\n\n{MORE}\n\n"
        "Correction: An earlier version of this story gave the wrong number of routes.\n"
    )
    assert [kind for kind, _ in outline(article)] == ["paragraph", "caption", "quote", "paragraph", "note"]
    assert len(article.prose) == 2
    assert article.blocks[2].children[0].text == "We had no choice"


def test_a_live_page() -> None:
    article = parse(f"Live updates: storm hits Leeds\n\n10:30\n\n{COPY}\n\n10:15\n\n{MORE}\n")
    assert article.story_type == "live"
    assert "dek" not in article.fields
    assert len(article.prose) == 2


def test_links_end_before_the_full_stop() -> None:
    article = parse(
        f"Council cuts buses\n\n{COPY[:-1]} (see https://leeds.example/a_(b), www.york.example).\n"
    )
    assert [(link.text.text, link.kind) for link in article.links] == [
        ("https://leeds.example/a_(b)", "bare"),
        ("www.york.example", "bare"),
    ]


def test_date_in_the_file_name() -> None:
    article = parse(f"Council cuts buses\n\n{COPY}\n", "2026-05-04-buses.txt")
    assert article.published is not None
    assert (article.published.text, article.published.origin) == ("2026-05-04", "file name")


def test_a_header_of_fields_comes_first() -> None:
    article = parse(
        f"---\ntitle: Council cuts buses\nauthor: Ana Ruiz\n---\n\nCouncil cuts buses\n\n{COPY}\n"
    )
    assert fields(article)["headline"] == ["Council cuts buses"]
    assert fields(article)["byline"] == ["Ana Ruiz"]
    assert [block.text for block in article.blocks] == [COPY]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks(newline: str, mark: str) -> None:
    article = parse(mark + WEB.replace("\n", newline))
    assert fields(article) == fields(parse(WEB))
    assert outline(article) == outline(parse(WEB))
    assert article.headline is not None
    assert article.source.position(article.headline.passage.span.start) == (5, 1)


@pytest.mark.parametrize(
    ("text", "headline", "blocks"),
    [
        ("", None, 0),
        ("\n \n", None, 0),
        ("Only a headline", "Only a headline", 0),
        (COPY, None, 1),
        ("·", None, 1),
    ],
)
def test_nearly_nothing(text: str, headline: str | None, blocks: int) -> None:
    article = parse(text)
    assert (article.headline.text if article.headline else None) == headline
    assert len(article.blocks) == blocks


def test_a_file_of_short_lines_has_a_headline_and_a_list() -> None:
    article = parse("Results on Saturday\n\nLeeds 2-1 York\nHull 0-0 Ripon\nSelby 1-1 Goole\n")
    assert fields(article) == {"headline": ["Results on Saturday"]}
    assert [kind for kind, _ in outline(article)] == ["list"]


def all_passages(article: Article) -> list[Passage]:
    blocks = [block.passage for block in article.walk() if block.passage is not None]
    return blocks + [
        found.passage for every in article.fields.values() for found in every if found.passage.runs
    ]


LINES = st.sampled_from(
    [
        *(COPY, MORE, "LEEDS (AP) — The mayor left town on Tuesday after a vote, she said.", "“We left."),
        *(
            "Council cuts buses",
            "The Leeds Press",
            "politics",
            "short line",
            "By Ana Ruiz",
            "5 May 2026",
            "10:30",
        ),
        *(
            "·",
            "  ",
            "",
            "-30-",
            "* item",
            "- item two",
            "1. one",
            "a\tb\tc",
            "é\u00a0ü",
            "Tags: a, b",
            "aB cD eF",
        ),
        *("About Acme", "Photo: x", "PULL QUOTE: y", "(Reporting by Ana Ruiz; Editing by Ben Cole)"),
        *("  indented line of copy that goes on", "which goes on to the end of the line and"),
    ]
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_every_passage_is_the_source(lines: list[str], newline: str, final: bool) -> None:
    """Word for word; only a line break inside a paragraph reads as a space."""
    article = parse(newline.join(lines) + (newline if final else ""))
    source: Source = article.source
    for passage in all_passages(article):
        span = passage.span
        assert source.text[span.start : span.end].split() == passage.text.split()
        for run, after in zip(passage.runs, [*passage.runs[1:], None], strict=True):
            size = (after.at if after else len(passage)) - run.at
            if size == run.end - run.start and size > 1:
                assert source.text[run.start : run.end] == passage.text[run.at : run.at + size]


@given(st.lists(LINES, max_size=14))
def test_no_word_is_lost_or_read_twice(lines: list[str]) -> None:
    article = parse("\n".join(lines))
    seen = [0] * len(article.source.text)
    blocks = [block for block in article.walk() if block.passage is not None]
    shown = [
        found.passage
        for name, every in article.fields.items()
        for found in every
        if name not in ("dateline", "source") and found.passage.runs
    ]
    for passage in [block.passage for block in blocks if block.passage] + shown:
        for start, end in ((run.start, run.end) for run in passage.runs):
            for at in range(start, end):
                seen[at] += 1
    for at, count in enumerate(seen):
        if article.source.text[at].isalnum():
            assert count <= 2, "a credit may also give the byline, nothing else is read twice"


@given(st.lists(LINES, max_size=14))
def test_blocks_stand_in_reading_order(lines: list[str]) -> None:
    article = parse("\n".join(lines))
    starts = [block.span.start for block in article.blocks]
    assert starts == sorted(starts)
    if article.slots:
        assert all(slot.span.start < article.body_start for slot in article.slots.values())
