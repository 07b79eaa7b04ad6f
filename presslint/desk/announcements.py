"""What an article announces, and what delivers it: the view `article.announcements`.

    headline “Five ways to …” ─┐
    subhead “Key dates”        ├─▶ Announcement(by, wanted, where, counts, delivered_by, delivered_count …)
    sentence “for two reasons:”┘

Lists that sentences announce are told by `delivery`, counts by `counted`, subheads that promise a list
by `promises`, and subheads over nothing by `bare`. Other languages have the words of `presslint.language.announcing`,
which `announced` reads; where there are none, only bare subheads announce something.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from presslint.desk import announced
from presslint.desk.announcement import Announcement, Wanted
from presslint.desk.baresubheads import bare_subheads
from presslint.desk.counted import counted_in, counts
from presslint.desk.delivery import lead_ins
from presslint.desk.promises import promises
from presslint.language.announcing import LANGUAGES, Announcing, announcing
from presslint.language.told import primary_language
from presslint.model.document import Document

ENGLISH = "en"  # the language of the words in `presslint.language.words.announcing`


class Announcements:
    """The announcements of an article, each kind worked out when it is first asked for."""

    def __init__(self, article: Document) -> None:
        self._article = article

    @cached_property
    def _is_english(self) -> bool:
        """Whether the article's words are in the language of the tables."""
        return primary_language(self._article) == ENGLISH

    @cached_property
    def _words(self) -> Announcing | None:
        """The words of another language, where somebody wrote them down."""
        tag = primary_language(self._article)
        return announcing(tag) if tag in LANGUAGES else None

    @cached_property
    def lead_ins(self) -> tuple[Announcement, ...]:
        """Sentences that announce a list, at the ends of paragraphs."""
        if self._is_english:
            return tuple(lead_ins(self._article))
        return tuple(announced.lead_ins(self._article, self._words)) if self._words is not None else ()

    @cached_property
    def counts(self) -> tuple[Announcement, ...]:
        """Headlines, subheads, sentences and lines that say how many there are."""
        if self._is_english:
            return tuple(counts(self._article))
        return tuple(counted_in(self._article, self._words)) if self._words is not None else ()

    @cached_property
    def promises(self) -> tuple[Announcement, ...]:
        """Subheads that promise a list."""
        if self._is_english:
            return tuple(promises(self._article))
        return tuple(announced.promises(self._article, self._words)) if self._words is not None else ()

    @cached_property
    def bare(self) -> tuple[Announcement, ...]:
        """Subheads that stand over nothing and want a text."""
        return tuple(bare_subheads(self._article))

    def __iter__(self) -> Iterator[Announcement]:
        """All of them, in reading order."""
        found = (*self.lead_ins, *self.counts, *self.promises, *self.bare)
        return iter(sorted(found, key=lambda each: each.where.span.start))

    def of(self, wanted: Wanted) -> tuple[Announcement, ...]:
        """Those that announce one kind of thing, in reading order."""
        return tuple(each for each in self if each.wanted is wanted)
