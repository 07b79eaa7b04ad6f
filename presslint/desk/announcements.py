"""What an article announces, and what delivers it: the view `article.announcements`.

    headline “Five ways to …” ─┐
    subhead “Key dates”        ├─▶ Announcement(by, wanted, where, counts, delivered_by, delivered_count …)
    sentence “for two reasons:”┘

Lists that sentences announce are told by `delivery`, counts by `counted`, subheads that promise a list
by `promises`, and subheads over nothing by `bare`. The words are English: in another language only bare
subheads announce something.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from presslint.article import Article
from presslint.desk.announcement import Announcement, Wanted
from presslint.desk.bare import bare_subheads
from presslint.desk.counted import counts
from presslint.desk.delivery import lead_ins
from presslint.desk.promises import promises

LANGUAGE = "en"  # of the words in `presslint.language.words.announcing`


class Announcements:
    """The announcements of an article, each kind worked out when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _is_read(self) -> bool:
        """Whether the article's words are in the language of the tables."""
        return self._article.primary_language == LANGUAGE

    @cached_property
    def lead_ins(self) -> tuple[Announcement, ...]:
        """Sentences that announce a list, at the ends of paragraphs."""
        return tuple(lead_ins(self._article)) if self._is_read else ()

    @cached_property
    def counts(self) -> tuple[Announcement, ...]:
        """Headlines, subheads, sentences and lines that say how many there are."""
        return tuple(counts(self._article)) if self._is_read else ()

    @cached_property
    def promises(self) -> tuple[Announcement, ...]:
        """Subheads that promise a list."""
        return tuple(promises(self._article)) if self._is_read else ()

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
