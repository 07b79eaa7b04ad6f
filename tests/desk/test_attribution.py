"""Who says it: cues in a sentence, sources over an article, and how claims stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.article import Article
from presslint.desk.attribution import Attribution, Status, entry_label, is_generic_source
from presslint.desk.cues import Cue, Level, Tokens, find_cues, mark_names
from presslint.reading import read


def article(text: str, name: str = "story.md") -> Article:
    return next(iter(read(text.encode(), name)))


def attribution(text: str, name: str = "story.md") -> Attribution:
    return article(text, name).attribution


def cues(text: str) -> list[Cue]:
    tokens = Tokens(text)
    mark_names([tokens])
    return find_cues(tokens)


def level(text: str) -> Level:
    """The level of a one-sentence article."""
    return attribution(text + "\n").sentences[0].level


def source(text: str) -> str:
    """The words of the first cue's source."""
    sentence = attribution(text + "\n").sentences[0]
    return sentence.part(*sentence.cues[0].source).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Ruiz said the bridge was closed.", "Ana Ruiz"),
        ("The bridge is closed, said Ana Ruiz.", "Ana Ruiz"),
        ("“The bridge is closed,” said the Rev. Ana Ruiz, of Leeds.", "the Rev. Ana Ruiz"),
        ("Ana Ruiz, a trade economist at Leeds, said the bridge was closed.", "Ana Ruiz"),
        ("Ana Ruiz (L-Leeds) said the bridge was closed.", "Ana Ruiz"),
        ("Ana Ruiz on Tuesday said the bridge was closed.", "Ana Ruiz"),
        ("Ana Ruiz, however, said the bridge was closed.", "Ana Ruiz"),
        ("The bridge is closed, according to the Harbour Board.", "the Harbour Board"),
        ("The bridge is closed, the Leeds Courier reports.", "Leeds Courier"),
        ("Sales fell 4%, per the Harbour Board.", "Harbour Board"),
        ("The lead is supported by the Harbour Board's annual survey.", "the Harbour Board's annual survey"),
        ("New analysis from Ridgeway puts the cost higher.", "Ridgeway"),
        ("A 2014 study by Leeds University found that breaks help.", "Leeds University"),
        ("The mayor of Leeds told the Courier it was over.", "The mayor of Leeds"),
        ("Analysts at Ridgeway expect a fall, they say.", "Analysts at Ridgeway"),
        ("Gartner says sales will fall.", "Gartner"),
        ("Source: Harbour Board.", "Harbour Board."),
        ("The US said no, the WHO says.", "US"),
        ("Ana Ruiz: We will run again.", "Ana Ruiz"),
    ],
)
def test_a_name_speaks(text: str, words: str) -> None:
    assert level(text) is Level.NAMED
    assert source(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "He said the bridge was closed.",
        "The report found that the bridge was closed.",
        "The company says it will reopen.",
        "American officials said it would reopen.",
        "State officials said it would reopen.",
        "Our analysis of 400 permits took a month.",
        "The mayor could not be reached.",
        "The bridge was empty when asked about by nobody, the mayor wrote.",
    ],
)
def test_a_role_or_a_pronoun_speaks(text: str) -> None:
    assert level(text) is Level.ROLE


@pytest.mark.parametrize(
    "text",
    [
        "Experts say the bridge is old.",
        "Studies show that breaks help.",
        "Many believe that breaks help.",
        "The bridge is old, according to experts.",
        "“We have waited for the bridge for twenty long years.”",
    ],
)
def test_nobody_with_a_name_speaks(text: str) -> None:
    assert level(text) is Level.VAGUE


@pytest.mark.parametrize(
    "text",
    [
        "The US's leadership in data center infrastructure remains.",
        "China's rapid advances in models suggest a shifting landscape.",
        "The narrowing gap suggests a more competitive future.",
        "The move signals a change of heart.",
        "The bridge opened according to plan.",
        "Sales rose 4 per cent to 2 million.",
        "There were reports of gunfire near the pier.",
        "A report card and a data center stood on the table.",
        "The study, at the top of the stairs, is cold.",
        "Many of the players left early.",
        "The plan is simple and the state is poor.",
        "The announced price was high.",
        "It is expected to rain.",
        "To say so is to err.",
        "Water boils at 100C.",
    ],
)
def test_inference_and_homographs_are_no_source(text: str) -> None:
    assert level(text) is Level.NONE


def test_a_name_at_the_start_of_a_sentence_is_known_from_elsewhere() -> None:
    read_ = attribution("Boats wait. Ruiz said so. Later the pier, where Ruiz works, closed.\n")
    assert read_.sentences[1].level is Level.NAMED


def test_words_in_quotation_marks_belong_to_the_speaker() -> None:
    (sentence,) = attribution("“Experts say so, Ana Ruiz said,” he joked.\n").sentences
    assert [cue.lemma for cue in sentence.cues] == ["joke"]
    assert sentence.level is Level.ROLE
    assert not sentence.anonymous


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ruiz of the board declined to say when it would open.", "silence"),
        ("Ana Ruiz did not say when it would open.", "silence"),
        ("Ana Ruiz wants to reopen the bridge.", "attitude"),
        ("Ana Ruiz plans to reopen the bridge.", "attitude"),
        ("We think the bridge will reopen.", "first-hand"),
        ("The Harbour Board's survey found that it was closed.", "document"),
        ("According to Ana Ruiz it was closed.", "frame"),
    ],
)
def test_kinds_of_cue(text: str, kind: str) -> None:
    assert cues(text)[0].kind == kind


def test_attitudes_and_refusals() -> None:
    wants, refuses = attribution("Ana Ruiz wants a bridge. Ana Ruiz declined to say when.\n").sentences
    assert wants.level is Level.NONE
    assert refuses.level is Level.NAMED
    assert not refuses.carries


def test_a_participle_and_a_second_verb_share_the_subject() -> None:
    assert [cue.level for cue in cues("Ana Ruiz opened the bridge and said it was old.")] == [Level.NAMED]
    shared = cues("Ana Ruiz said it was old, adding that it would close.")
    assert [cue.lemma for cue in shared] == ["say", "add"]
    assert shared[0].source == shared[1].source


# -- over an article ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        ("One in three people fear losing a phone.\n", "One in", Status.UNSOURCED),
        ("One in three people fear losing a phone, the Harbour Board found.\n", "One in", Status.SOURCED),
        (
            "The island holds a clear lead. This advantage is supported by the Harbour Board's survey.\n",
            "The island",
            Status.SOURCED,
        ),
        ("He said the rate had doubled. Three in five patients now wait.\n", "Three in", Status.WEAK),
        ("Sales rose 4% to $2bn, the company said. Profit fell by a third.\n", "Profit", Status.WEAK),
        ("Three in five patients wait.\n\nAna Ruiz said so.\n", "Three in", Status.WEAK),
        ("Ana Ruiz said so.\n\nThree in five patients wait.\n", "Three in", Status.WEAK),
        (
            "Ana Ruiz said so.\n\nThe pier is old.\n\nThree in five patients wait.\n",
            "Three in",
            Status.UNSOURCED,
        ),
        ("Ana Ruiz wants it.\n\nThree in five patients wait.\n", "Three in", Status.UNSOURCED),
        ("Three in five patients wait, experts say.\n", "Three in", Status.WEAK),
        ("[One in three people](https://stats.example/x) fear it.\n", "One in", Status.SOURCED),
        ("One in three people fear it.[^1]\n\n[^1]: Harbour Board, 2025.\n", "One in", Status.SOURCED),
        ("[One in three people](/about) fear it.\n", "One in", Status.UNSOURCED),
        (
            "Fares will rise by 9 percent.\n\nThe boats are old.\n\nFares will rise by 9 percent, Ana "
            "Ruiz said.\n",
            "Fares will",
            Status.WEAK,
        ),
        (
            "Boats are old.\n\n## Fares\n\nAna Ruiz said this.\n\nA line.\n\nA line.\n\n- Two in three "
            "people do not.\n",
            "Two in",
            Status.WEAK,
        ),
        (
            "Boats are old.\n\n## Fares\n\nAna Ruiz said this.\n\nA line.\n\nA line.\n\nTwo in three "
            "people do not.\n",
            "Two in",
            Status.UNSOURCED,
        ),
        (
            "The board gave its view:\n\n- One in three people pay, Ana Ruiz said.\n- Boats.\n- Two in "
            "three walk.\n",
            "Two in",
            Status.WEAK,
        ),
        ("Two in three people walk.\n\n## Sources\n\nThe board.\n", "Two in", Status.WEAK),
        (
            "A [study](https://board.example) by the Harbour Board shows it.\n\nA line.\n\nA "
            "line.\n\nOne in three people walk.\n",
            "One in",
            Status.WEAK,
        ),
    ],
)
def test_how_a_claim_stands(text: str, claim: str, expected: Status) -> None:
    read_ = attribution(text)
    sentence = next(sentence for sentence in read_.sentences if sentence.text.startswith(claim))
    assert read_.status(sentence) == expected


def test_sources_are_clustered_by_name() -> None:
    read_ = attribution(
        "Ana Ruiz said so. Ruiz said it twice. The World Health Organization said no. The WHO said no again. "
        "He said yes, and Ben Cole, a baker, said maybe.\n"
    )
    assert [(found.name, len(found.mentions)) for found in read_.sources] == [
        ("Ana Ruiz", 2),
        ("World Health Organization", 2),
        ("Ben Cole", 1),
    ]
    assert read_.sources[0].first.text == "Ana Ruiz"


def test_sentences_of_a_section() -> None:
    text = (
        "Lead.\n\n## One\n\nAna Ruiz said so.\n\n- An item.\n\n> A quotation.\n\n"
        "### Under\n\nDeep.\n\n## Two\n\nLast.\n"
    )
    story = article(text)
    by_heading = {
        section.heading.text if section.heading else "": [s.text for s in story.attribution.of(section)]
        for section in story.walk_sections()
    }
    assert by_heading == {
        "": ["Lead."],
        "One": ["Ana Ruiz said so.", "An item."],
        "Under": ["Deep."],
        "Two": ["Last."],
    }


def test_a_link_cites_only_what_lies_elsewhere() -> None:
    text = (
        "---\nurl: https://paper.example/a\n---\n\n[Board](https://board.example/x). "
        "[Us](https://paper.example/b). "
        "[Page](/c). [File](/c.pdf). [Note](#fn1).\n"
    )
    story = article(text)
    assert [story.attribution.is_citation(link) for link in story.links] == [True, False, False, True, True]


def test_who_speaks_a_quotation() -> None:
    story = article(
        "“We are glad to see the bridge,” said Ana Ruiz. The hall was full. “It is late,” he said.\n"
    )
    speakers = [story.attribution.speaker(quotation.passage) for quotation in story.quotations]
    assert [found and found[1].level for found in speakers] == [Level.NAMED, Level.ROLE]


def test_copy_that_chats() -> None:
    assert attribution("We built a bridge. It is long. It is wide. It is blue.\n").chats()
    assert attribution("You need a boat. The pier is long.\n").chats()
    assert not attribution("The US built a bridge. It is long. IT runs it. It is wide.\n").chats()
    assert not attribution("“We built it,” said Ana Ruiz. “You will see,” she said.\n").chats()


def test_prose_of_any_language_is_told_by_its_small_words() -> None:
    assert attribution("The bridge was closed in May, and the boats were late.\n").is_prose
    assert attribution(
        "---\nlanguage: de\n---\nDer Hafen bleibt zu, sagte Ana Ruiz. Niemand weiß, warum er zu ist.\n"
    ).is_prose
    assert not attribution(
        "Harbour boats, pier lights, tide tables, crane hire. Ayton, Beeton, Ceeton.\n"
    ).is_prose


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Experts say it is old.", ["expert"]),
        ("It is widely believed that it is old.", ["passive"]),
        ("There are calls for a new one.", ["existential"]),
        ("Some say it is old.", ["quantifier"]),
        ("Several recent studies have shown that it is old.", ["document"]),
        ("It is old, according to experts.", ["frame"]),
        ("Critics argue that it is old.", ["camp"]),
        ("Analysts expect that it will fall, they said.", ["analyst"]),
        ("Some questions remain.", []),
        ("Some 400 people came.", []),
        ("The usability studies show how it is used.", []),
        ("Experts at Leeds University say it is old.", []),
        ("Experts may say so.", []),
        ("If there are concerns about it, call.", []),
        ("We asked experts.", []),
        ("Our experience and research show us the way.", []),
    ],
)
def test_authority_without_a_name(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in attribution(text + "\n").sentences[0].anonymous] == kinds


def test_a_label_of_the_copys_own_words_is_no_speaker() -> None:
    text = "Success Factors: Boats are new.\n\nThe success rests on factors of many kinds.\n\nIda Moll: I agree.\n"
    assert [sentence.level for sentence in attribution(text).sentences] == [0, 0, 3]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Observers have documented gulls.", ["group"]),
        ("Industry leaders who run piers report gains.", ["group"]),
        ("Recent market research indicates a rise.", ["research"]),
        ("The board's observers have documented gulls.", []),
        ("Our market research indicates a rise.", []),
        ("Harbour industry leaders plan to report in May.", []),
    ],
)
def test_groups_and_research_without_an_owner(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in attribution(text + "\n").sentences[0].anonymous] == kinds


@pytest.mark.parametrize(
    ("entry", "generic"),
    [
        ("Industry Research Report - Trends", True),
        ("expert interviews", True),
        ("Harbour Board", False),
        ("Market Research Report, 2024", False),
        ("Health", False),
    ],
)
def test_entries_of_a_list_of_sources_that_name_none(entry: str, generic: bool) -> None:
    assert is_generic_source(entry_label(entry)) is generic


# -- properties --------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "Ruiz Ana said says the a report found , . — “ ” according to by who and told experts many 40% of "
    "people it "
    "adding that declined survey from Harbour’s US He ( ) : - claims plan expected".split()
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40))
def test_cues_lie_in_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    tokens = Tokens(text)
    mark_names([tokens])
    places = tokens.offsets(text)
    assert len(places) == len(tokens)
    assert [text[start:end] for start, end in places] == tokens.words
    for cue in find_cues(tokens):
        assert 0 <= cue.start <= cue.end <= len(tokens)
        assert 0 <= cue.source[0] <= cue.source[1] <= len(tokens)
        assert cue.level > Level.NONE


@settings(max_examples=100)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=20), max_size=6))
def test_an_article_of_any_words_is_read(paragraphs: list[list[str]]) -> None:
    read_ = attribution("\n\n".join(" ".join(words) for words in paragraphs) + "\n")
    for sentence in read_.sentences:
        assert sentence.passage.text[: len(sentence.text)] is not None
        assert len(sentence.text) == len(sentence.passage)
        assert read_.status(sentence) in Status
        for found in sentence.anonymous:
            assert sentence.text[found.start : found.end].strip()
        assert sentence in read_.paragraphs[sentence.paragraph]
    assert sum(len(paragraph) for paragraph in read_.paragraphs) == len(read_.sentences)
