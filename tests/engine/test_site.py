"""What needs more than one article: digests, the index, the rules over it; and spellings, acronyms, dates."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.article import Article
from presslint.language.acronyms import expansions
from presslint.language.spellings import one_slip, variants
from presslint.packs.catalog import Catalog, house
from presslint.packs.site import SAMPLE, SiteIndex, SiteRule, digest, files_of, folded_tag
from presslint.reading import read

CATALOG = Catalog([house()])
SITE_RULES = [rule for rule in CATALOG.rules.values() if issubclass(rule, SiteRule)]
WORDS = (
    "the town pool council says that it will close on may after years of talks with clubs about costs".split()
)


def article(text: str, path: str = "story.md") -> Article:
    (found,) = read(text.encode(), path)
    return found


def prose(seed: int, words: int = 400) -> str:
    """Copy that shares no run of eight words with another seed's."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(50)}" for _ in range(words))


def page(title: str, body: str, day: str = "2026-05-05", extra: str = "") -> str:
    return f"---\ntitle: {title}\ndate: {day}\n{extra}---\n{body}\n"


def conclude(name: str, files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Key, severity and message of what a site rule says of some files, in whatever order they are read."""
    rule = CATALOG.rules[name]()
    assert isinstance(rule, SiteRule)
    digests = [digest(article(text, path)) for path, text in files.items()]
    answers = {
        tuple(
            (key, str(finding.severity), finding.message) for key, finding in rule.conclude(SiteIndex(order))
        )
        for order in permutations(digests)
    }
    assert len(answers) == 1
    return list(answers.pop())


def test_a_digest_is_small() -> None:
    found = digest(article(page("Pool closes", prose(1), extra="tags: [Pools, Council]\n")))
    assert len(msgspec.json.encode(found, enc_hook=list)) < 2000
    assert found.tags == ("Pools", "Council")
    assert found.published == "2026-05-05"


def test_a_digest_is_the_same_in_every_process() -> None:
    code = (
        "import sys; from presslint.reading import read; from presslint.packs.site import digest;"
        "print(digest(next(read(sys.stdin.buffer.read(), 'story.md'))))"
    )
    text = page("Pool closes", prose(1))
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            input=text.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert run.stdout.decode().strip() == repr(digest(article(text)))


def test_the_sample_is_near_its_rate() -> None:
    found = digest(article(prose(3, 4000)))
    assert 4000 / SAMPLE * 0.8 < len(found.shingles) < 4000 / SAMPLE * 1.2


@pytest.mark.parametrize(("kept", "share"), [(400, 1.0), (300, 0.75), (200, 0.5), (0, 0.0)])
def test_overlap_is_near_the_share_of_common_words(kept: int, share: float) -> None:
    body = prose(1).split()
    other = " ".join(body[:kept] + prose(2).split()[kept:])
    site = SiteIndex([digest(article(prose(1), "a.md")), digest(article(other, "b.md"))])
    found = site.overlaps(least=0.1)
    assert [overlap.share for overlap in found] == ([pytest.approx(share, abs=0.15)] if share else [])


def test_what_many_articles_share_is_boilerplate() -> None:
    notice = prose(99, 200)
    site = SiteIndex(
        digest(article(f"{prose(number, 200)} {notice}", f"{number}.md")) for number in range(12)
    )
    assert site.overlaps(least=0.3) == []


def test_each_measure_of_boilerplate_has_its_own_answer() -> None:
    notice = prose(99, 200)
    site = SiteIndex(digest(article(f"{prose(number, 100)} {notice}", f"{number}.md")) for number in range(5))
    assert site.overlaps(least=0.3, boilerplate=2) == []
    assert len(site.overlaps(least=0.3, boilerplate=8)) == 10
    site.add(digest(article(f"{prose(6, 100)} {notice}", "6.md")))
    assert len(site.overlaps(least=0.3, boilerplate=8)) == 15


def test_duplicates() -> None:
    body = prose(5)
    files = {"a.md": page("Pool closes", body), "b.md": page("Swimmers lose pool", body, "2026-05-06")}
    assert [(key, severity) for key, severity, _ in conclude("duplicate-article", files)] == [
        ("b.md", "error")
    ]
    longer = f"{body} It reopens as a library."
    files["b.md"] = page("Swimmers lose pool", longer, "2026-05-06")
    assert [(key, severity) for key, severity, _ in conclude("duplicate-article", files)] == [
        ("b.md", "warning")
    ]


@pytest.mark.parametrize(
    "extra",
    ["canonical: https://example.org/a/\n", "draft: true\n", "lang: de\n"],
    ids=["canonical", "draft", "lang"],
)
def test_what_is_no_duplicate(extra: str) -> None:
    files = {"a.md": page("Pool", prose(5)), "b.md": page("Swimmers", prose(5), "2026-05-06", extra)}
    assert conclude("duplicate-article", files) == []


def test_a_print_version_is_no_duplicate() -> None:
    assert (
        conclude("duplicate-article", {"a.md": page("Pool", prose(5)), "print/a.md": page("Pool", prose(5))})
        == []
    )


def test_near_duplicates_and_what_excuses_them() -> None:
    shared = prose(7, 300)
    first = page("Plumbers in Ayton", f"{prose(8, 120)} {shared}", "2026-03-05")
    second = f"{prose(9, 120)} {shared}"
    near = {"ayton.md": first, "beeton.md": page("Plumbers in Beeton", second, "2026-05-05")}
    assert [key for key, _, _ in conclude("near-duplicate-article", near)] == ["beeton.md"]
    running = near | {"beeton.md": page("Plumbers in Beeton", second, "2026-03-07")}
    assert conclude("near-duplicate-article", running) == []
    linked = near | {"beeton.md": page("Plumbers in Beeton", f"{second} [more](/towns/ayton/)", "2026-05-05")}
    assert conclude("near-duplicate-article", linked) == []
    template = near | {
        f"{name}.md": page(f"Plumbers in {name}", f"{prose(number, 120)} {shared}", "2026-04-05")
        for number, name in enumerate(("Ceeton", "Deeton"), 20)
    }
    assert conclude("near-duplicate-article", template) == []


def test_the_tag_vocabulary_of_a_site() -> None:
    site = SiteIndex(
        digest(article(page("A", "Text.", extra=f"tags: [{tags}]\n"), f"{tags}.md"))
        for tags in ("Data centers, AI", "data-center, ai", "Data centers, News")
    )
    assert {tag: dict(forms) for tag, forms in site.tags().items()} == {
        "ai": {"AI": 1, "ai": 1},
        "data center": {"Data centers": 2, "data-center": 1},
        "new": {"News": 1},
    }
    assert folded_tag("US-China relations") == "us china relation"


def test_a_site_rule_says_nothing_of_one_article() -> None:
    assert {rule.name for rule in SITE_RULES} >= {"duplicate-article", "near-duplicate-article"}
    for rule in SITE_RULES:
        assert list(rule().check(article("Text."))) == []
        assert rule.needs == {"site"}


def test_an_example_holds_several_files() -> None:
    text = "%% a.md\nOne.\n%% sub/b.md\nTwo.\n"
    assert [(path, body, text[begin : begin + 3]) for path, body, begin in files_of(text)] == [
        ("a.md", "One.\n", "One"),
        ("sub/b.md", "Two.\n", "Two"),
    ]


# -- spellings -----------------------------------------------------------------------------------------

SLIPS = [
    ("Roddick", "Rodick", True),
    ("Roddick", "Roddikc", True),
    ("Roddick", "Roddack", True),
    ("Roddick", "Roddicks", True),
    ("Roddick", "Roddick", False),
    ("Roddick", "Rodikc", False),
    ("abcde", "badce", False),
]


@pytest.mark.parametrize(("first", "second", "slip"), SLIPS)
def test_one_slip(first: str, second: str, slip: bool) -> None:
    assert one_slip(first, second) is slip
    assert one_slip(second, first) is slip


@given(st.text("abc", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("abc"))
def test_any_single_edit_is_one_slip(word: str, at: int, letter: str) -> None:
    at %= len(word)
    for edited in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
    ):
        assert one_slip(word, edited) is (edited != word)


NAMES = [
    ("Ana Roddick won. Roddick lost. “No,” Rodick said. Roddick left.", ["Rodick"]),
    ("The port was sued by Ida Schneiderman. Scheiderman wants it closed.", ["Scheiderman"]),
    ("Mike Pulsifer spoke. Pulsifer said so. So did Mike Pulsfier.", ["Pulsfier"]),
    ("Korea signed, and the Korean side was glad, and Korea slept.", []),
    ("Officer Bell left the Office, and the Office closed.", []),
    ("See the Contact page; the Contract is signed. Contact us, and Contact them.", []),
    ("Wesley Clark met Kenneth Clarke. Clark thanked him, and Clarke nodded.", []),
    ("Anne Petersen met Ben Peterson. The Peterson house is near; Peterson said so.", []),
    ("Alison Lemon and Allison Alexander won. Alison is nine.", []),
    ("The Center Hotel is near the Centre for Ships, in the Center.", []),
    ("The Latino vote and the Latina vote; Latino voters.", []),
    ("Run `Roddick` and `Rodick` in https://example.org/Rodick, as Roddick does, or Roddick did.", []),
]


@pytest.mark.parametrize(("copy", "forms"), NAMES, ids=[copy[:30] for copy, _ in NAMES])
def test_variants_of_names(copy: str, forms: list[str]) -> None:
    assert [variant.rare.form for variant in variants(article(copy))] == forms


# -- acronyms ------------------------------------------------------------------------------------------

ACRONYMS = [
    ("the Center for Strategic and International Studies (CSIS)", True),
    ("the Center for International Studies (CSIS)", False),
    ("the Web Map Tile Service (WTMS)", False),
    ("a personal digital assistant (PDA)", True),
    ("Extensible Markup Language (XML)", True),
    ("the Internet of Things (IoT)", True),
    ("two Agency Priority Goals (APGs)", True),
    ("two Agency Priority Goals (AGPs)", False),
    ("the Centers for Disease Control and Prevention (CDC)", None),
    ("the National Archives (NARA)", None),
    ("Garbage In, Garbage Out (GIGO)", None),
    ("the mayor, Joan Pell (LAB)", None),
    ("the Pentagon (DOD)", None),
]


@pytest.mark.parametrize(("copy", "fits"), ACRONYMS, ids=[copy for copy, _ in ACRONYMS])
def test_acronyms(copy: str, fits: bool | None) -> None:
    assert [expansion.fits for expansion in expansions(copy)] == ([] if fits is None else [fits])


@given(st.text("ABC abc()of-’.,", max_size=150))
def test_any_copy_has_its_acronyms_in_place(copy: str) -> None:
    for expansion in expansions(copy):
        assert copy[expansion.start : expansion.end].rstrip(")”’\"'s").endswith(expansion.acronym)
