"""Who says it in German, French and Spanish, and what is announced there."""

from __future__ import annotations

import pytest

from presslint import Article
from presslint.desk import Delivered, Level
from presslint.reading import read


def story(language: str, text: str) -> Article:
    (article,) = read(f"---\nlanguage: {language}\n---\n{text}\n".encode(), "story.md")
    return article


# language, sentence, level, words of the source
SPOKEN = [
    ("de", "Der Steg sei neu, sagte Ana Ruiz.", Level.NAMED, "Ana Ruiz"),
    ("de", "Der Steg sei neu, sagte der Bürgermeister.", Level.ROLE, "der Bürgermeister"),
    ("de", "Das sagen auch Experten.", Level.VAGUE, "Experten"),
    ("de", "Laut BBC ist der Steg neu.", Level.NAMED, "BBC ist der Steg neu"),
    ("fr", "Le quai est neuf, a déclaré Ana Ruiz.", Level.NAMED, "Ana Ruiz"),
    ("fr", "C’est ce qu’affirme le maire.", Level.ROLE, "le maire"),
    ("fr", "Selon des experts, le quai est neuf.", Level.VAGUE, "des experts"),
    ("es", "El muelle es nuevo, dijo Ana Ruiz.", Level.NAMED, "Ana Ruiz"),
    ("es", "El alcalde aseguró que cierra.", Level.ROLE, "El alcalde"),
]


@pytest.mark.parametrize(("language", "text", "level", "source"), SPOKEN)
def test_who_says_it(language: str, text: str, level: Level, source: str) -> None:
    (cue,) = story(language, text).cues
    assert cue.level is level
    assert cue.source is not None
    assert cue.source.text == source


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Der Steg ist neu und lang."), ("fr", "Le quai est neuf."), ("es", "El muelle es nuevo.")],
)
def test_nobody_says_it(language: str, text: str) -> None:
    assert not list(story(language, text).cues)


def test_sentences_end_as_the_language_ends_them() -> None:
    sentences = story("de", "Sie kam am 3. Mai. Dr. Ruiz blieb z. B. bis Juni.").attribution.sentences
    assert [sentence.passage.text for sentence in sentences] == [
        "Sie kam am 3. Mai.",
        "Dr. Ruiz blieb z. B. bis Juni.",
    ]


LISTS = [
    ("de", "Der Rat nennt drei Gründe:\n\n- a\n- b\n- c", Delivered.ITEMS),
    ("de", "Der Rat nennt drei Gründe:", Delivered.NOTHING),
    ("de", "Der Rat nennt drei Gründe:\n\n## Reaktionen\n\nKeine.", Delivered.SUBHEAD),
    ("de", "Der Rat nennt zwei Gründe:\n\n## Preis\n\nHoch.\n\n## Zeit\n\nKnapp.", Delivered.SUBHEADS),
    ("fr", "Les raisons suivantes :", Delivered.NOTHING),
    ("es", "El consejo da dos razones:\n\n## 1. El precio\n\nAlto.", Delivered.SUBHEADS),
]


@pytest.mark.parametrize(("language", "text", "delivered"), LISTS)
def test_lists_that_are_announced(language: str, text: str, delivered: Delivered) -> None:
    (found,) = story(language, text).announcements.lead_ins
    assert found.delivered_by is delivered


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Bürgermeister sagte:"),
        ("de", "Mehr zu diesen drei Gründen:"),
        ("de", "Mit diesen drei Gründen schließt der Bericht."),
        ("fr", "À lire aussi nos cinq conseils :"),
        ("es", "El alcalde dijo por estas tres razones:"),
        ("nl", "De raad noemt drie redenen:"),
    ],
)
def test_no_list_is_announced(language: str, text: str) -> None:
    assert not story(language, text).announcements.lead_ins
