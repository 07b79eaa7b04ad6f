"""Lines around the copy: each form that desks and sites print, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.desk.labels import headline_label
from presslint.reading.dateline import find_dateline
from presslint.reading.lines import LineKind, classify, head_pieces, tag_entries

KINDS = {
    LineKind.SEPARATOR: ["·", "|", "•", "-", "/", "—", "· ·", "- -", "*"],
    LineKind.BREAK: ["***", "* * *", "---", "_____", "⁂"],
    LineKind.END_MARK: [
        "-30-",
        "– 30 –",
        "###",
        "# # #",
        "ENDS",
        "-ENDS-",
        "(END)",
        "-0-",
        "■",
        "(MORE)",
        "-more-",
    ],
    LineKind.ADVISORY: [
        "(Adds mayor's reaction in paragraph 3)",
        "EDS: UPDATES with quote",
        "Eds: With photos.",
    ],
    LineKind.SLUG: ["BC-Council-Buses, 420", "SHEFFIELD-BUSES/ (UPDATE 2)", "Slug: council-buses"],
    LineKind.EMBARGO: ["EMBARGOED UNTIL 00:01 5 May 2026", "Embargo: 5 May 2026"],
    LineKind.RELEASE: ["FOR IMMEDIATE RELEASE", "For Immediate Release: May 5, 2026", "PRESS RELEASE"],
    LineKind.LABEL: ["Opinion", "ANALYSIS", "Fact check", "Sponsored content", "Live updates"],
    LineKind.SECTION: ["Technology", "POLITICS", "Home > News > Politics", "Real Estate"],
    LineKind.SITE: ["The Leeds Press", "Leeds Daily Mail"],
    LineKind.BYLINE: [
        "By Ana Ruiz",
        "BY ANA RUIZ",
        "By Ana Ruiz and Ben Cole",
        "Ana Ruiz, Political Editor",
        "Ana Ruiz in Leeds",
        "Words: Ana Ruiz",
        "Staff reporter",
        "By ANA RUIZ, Associated Press",
        "By Ana de la Cruz",
        "By staff and agencies",
        "By admin",
        "By",
        "Ana Ruiz and Ben Cole",
        "Reported by Ana Ruiz",
    ],
    LineKind.PUBLISHED: [
        "5 May 2026",
        "May 5, 2026, 9:30 a.m. ET",
        "Published: 5 May 2026",
        "Published on May 5, 2026",
        "Tue 5 May 2026 09.30 BST",
        "2 hours ago",
        "2026-05-05",
        "May 2026",
        "Published:",
    ],
    LineKind.MODIFIED: ["Updated 2 hours ago", "Last updated: 5 May 2026 at 10:30"],
    LineKind.READ_TIME: ["4 min read", "Reading time: 3 minutes", "5-minute read"],
    LineKind.TIME: ["10:30", "10.30am BST"],
    LineKind.RUN: [
        "Ana Ruiz · 5 May 2026 · 4 min read",
        "By Ana Ruiz | May 5, 2026",
        "By | 3 min read",
        "By Ana Ruiz, 5 May 2026",
        "Published 5 May 2026 By Ana Ruiz",
        "Posted on May 5, 2026 by Ana Ruiz",
        "News | 5 May 2026",
        "By Ana Ruiz / Photos by Ben Cole",
    ],
    LineKind.TAGS: [
        "Tags: a, b",
        "Filed under: Leeds",
        "#buses #leeds",
        "UKpoliticsLeeds City Councilbuses",
        "climateEnergyWind farms",
    ],
    LineKind.CREDIT: [
        "Reporting by Ana Ruiz; editing by Ben Cole",
        "(Reporting by Ana Ruiz)",
        "With AFP",
        "—with files from Ana Ruiz",
        "Ana Ruiz contributed to this report.",
    ],
    LineKind.NOTE: [
        "Correction: An earlier version gave the wrong year.",
        "Editor’s note: This story names a victim.",
        "This story has been updated to add a comment.",
        "An earlier version of this article misspelled a name.",
        "CORRECTION, May 5: The year was wrong.",
    ],
    LineKind.BOILERPLATE: [
        "About Acme Corp",
        "Media contact:",
        "Notes to editors:",
        "© 2026 The Leeds Press",
    ],
    LineKind.CAPTION: ["Photo: Ana Ruiz", "Crowds fill the square. Getty Images", "(AP Photo/Ana Ruiz)"],
    LineKind.PULL_QUOTE: ["PULL QUOTE: We had no choice"],
    LineKind.FURNITURE: ["Share", "Advertisement", "Listen to this article"],
    LineKind.TEXT: [
        "The mayor resigned on Tuesday.",
        "Mayor resigns over loan",
        "By the numbers:",
        "By George, he did it",
        "By 2030 half of homes will be electric",
        "By next year the council hopes to finish",
        "Looking Ahead",
        "Acme Opens Plant in Leeds",
        "Date of birth of the mayor",
        "Analysis | Why the mayor left",
        "McDonald’s and MacArthur and DeSantis meet",
        "iPhone and YouTube",
        "What the MORE party wants",
        "Updated rules for buses",
        "With love from Leeds",
        "Photo finish in Leeds",
        "May 5 march ends in chaos",
        "On 5 May 2026 the mayor resigned",
        "",
    ],
}


@pytest.mark.parametrize(("line", "kind"), [(line, kind) for kind, lines in KINDS.items() for line in lines])
def test_kinds(line: str, kind: LineKind) -> None:
    assert classify(line) is kind


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("By Ana Ruiz", [("byline", "Ana Ruiz", "By")]),
        ("Words: Ana Ruiz", [("byline", "Ana Ruiz", "Words:")]),
        ("Updated: 5 May 2026", [("modified", "5 May 2026", "Updated:")]),
        ("By | 3 min read", [("byline", "", "By"), ("read time", "3 min read", None)]),
        ("  By  Ana Ruiz  ", [("byline", "Ana Ruiz", "By")]),
        (
            "Ana Ruiz · 5 May 2026, 9:30 · 4 min read",
            [
                ("byline", "Ana Ruiz", None),
                ("published", "5 May 2026, 9:30", None),
                ("read time", "4 min read", None),
            ],
        ),
        ("By Ana Ruiz, 5 May 2026", [("byline", "Ana Ruiz", "By"), ("published", "5 May 2026", None)]),
        ("Why it matters | the mayor", []),
    ],
)
def test_pieces_of_a_head_line(line: str, pieces: list[tuple[str, str, str | None]]) -> None:
    found = [
        (piece.kind.value, line[piece.start : piece.end], line[slice(*piece.label)] if piece.label else None)
        for piece in head_pieces(line)
    ]
    assert found == pieces


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Tags: buses, Leeds; council", ["buses", "Leeds", "council"]),
        ("Filed under: Leeds", ["Leeds"]),
        ("Tags:", []),
        ("#buses #leeds", ["#buses", "#leeds"]),
        ("buses, Leeds, city council", ["buses", "Leeds", "city council"]),
        ("buses · Leeds · council", ["buses", "Leeds", "council"]),
        ("UKpoliticsLeeds City Councilbuses", ["UKpoliticsLeeds City Councilbuses"]),
        # no tags
        ("Leeds, York", []),
        ("Smith (4), Jones (2), Brown", []),
        ("Replacements: Smith, Jones, Brown", []),
        ("He said no, she said yes, they left", []),
        ("Leeds v York, Hull v Ripon, Selby v Goole", []),
        ("Rain, wind, snow.", []),
        ("McDonald, DeSantis and LaGuardia", []),
    ],
)
def test_tag_lines(line: str, tags: list[str]) -> None:
    assert [line[start:end] for start, end in tag_entries(line)] == tags


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("UPDATE 1-Mayor resigns", "UPDATE 1"),
        ("FACTBOX-Who is who", "FACTBOX"),
        ("Analysis | Why the mayor left", "Analysis"),
        ("Opinion: the mayor was right", "Opinion"),
        ("Live updates: storm hits Leeds", "Live updates"),
        ("Why the mayor left - Analysis", "Analysis"),
        ("The mayor was right (opinion)", "opinion"),
        ("Why we should review: a note", None),
        ("Live music returns to Leeds", None),
        ("Review of bus routes begins", None),
    ],
)
def test_labels_glued_to_headlines(headline: str, label: str | None) -> None:
    found = headline_label(headline)
    assert (found[0] if found else None) == label


@pytest.mark.parametrize(
    ("text", "dateline", "rest", "agency", "date"),
    [
        ("SHEFFIELD, England (AP) — The mayor", "SHEFFIELD, England (AP)", "The mayor", "AP", None),
        ("WASHINGTON (Reuters) - The", "WASHINGTON (Reuters)", "The", "Reuters", None),
        ("LEEDS, May 5 - The", "LEEDS, May 5", "The", None, "May 5"),
        (
            "BEIJING/MOSCOW, May 5 (Reuters) - The",
            "BEIJING/MOSCOW, May 5 (Reuters)",
            "The",
            "Reuters",
            "May 5",
        ),
        ("ABOARD AIR FORCE ONE (AP) -- The", "ABOARD AIR FORCE ONE (AP)", "The", "AP", None),
        ("QUEZON CITY, Philippines — The", "QUEZON CITY, Philippines", "The", None, None),
        ("ST. LOUIS (AP) — A", "ST. LOUIS (AP)", "A", "AP", None),
        ("London, 5 May: The", "London, 5 May", "The", None, "5 May"),
        ("LONDON--(BUSINESS WIRE)--The", "LONDON--(BUSINESS WIRE)", "The", "BUSINESS WIRE", None),
        (
            "NEW YORK, May 5, 2026 /PRNewswire/ -- The",
            "NEW YORK, May 5, 2026 /PRNewswire/",
            "The",
            "PRNewswire",
            "May 5, 2026",
        ),
    ],
)
def test_datelines(text: str, dateline: str, rest: str, agency: str | None, date: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert text[found.start : found.last] == dateline
    assert text[found.end :] == rest
    assert (text[slice(*found.agency)] if found.agency else None) == agency
    assert (found.date.text if found.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "NASA — The agency said so",
        "AI — The race is on",
        "BREAKING — Mayor resigns",
        "UK GDP - The figures",
        "On Tuesday, 5 May: the council met",
        "The mayor - who left - said so",
        "Sir Keir Holt - the leader",
        "Leeds — The mayor said so",
        "LEEDS - the team - won",
    ],
)
def test_not_datelines(text: str) -> None:
    assert find_dateline(text) is None


@given(st.text(alphabet="ByAna 5May2026·|-—,:.()#RTags/", max_size=60))
def test_any_line_is_classified_and_pieces_lie_in_it(line: str) -> None:
    classify(line)
    headline_label(line)
    for piece in head_pieces(line):
        assert 0 <= piece.start <= piece.end <= len(line)
    for start, end in tag_entries(line):
        assert line[start:end].strip()
    found = find_dateline(line)
    if found:
        assert found.start <= found.last <= found.end <= len(line)
