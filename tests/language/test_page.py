"""What rules read in seven languages: lines of a page, endings, labels."""

from __future__ import annotations

import pytest

from presslint.language.endings import ENDING_TAGS, no_end
from presslint.language.labels import LABEL_TAGS, stock_labels
from presslint.language.page import PAGE_LINES, TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_lines_of_a_page_in_small_letters(tag: str) -> None:
    lines, times = (phrase.words for phrase in PAGE_LINES if phrase.name.endswith(f"-{tag}"))
    assert len(lines) > 20
    assert times
    assert all(line == line.lower() == line.strip() for line in lines + times)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("tag", sorted(ENDING_TAGS))
def test_a_text_that_stops_at_the_word_for_and_was_cut(tag: str) -> None:
    word = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "nl": "en", "pt": "e"}[tag]
    assert no_end(tag).search(f"boat {word}")
    assert not no_end(tag).search(f"boat {word} pier")
    assert not no_end(tag).search(f"boat-{word}")


@pytest.mark.parametrize("tag", sorted(LABEL_TAGS))
def test_a_language_knows_its_stock_subheads(tag: str) -> None:
    word = {
        "en": "Conclusion",
        "de": "Fazit",
        "fr": "Contexte",
        "es": "Conclusión",
        "it": "Conclusioni",
        "nl": "Samenvatting",
        "pt": "Considerações finais",
    }[tag]
    from presslint.desk import fold

    assert fold(word) in stock_labels(tag)
