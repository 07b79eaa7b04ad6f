"""What an editor sees: a document with everything that its words say as views.

Readers build articles; rules ask them questions. A rule never learns the format: it asks
`article.carries` (through `Rule.needs`) whether the format could have carried a thing at all.
Each view is worked out once for an article, when it is first asked for.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from presslint.language import voices
from presslint.language.languages import Language
from presslint.language.quotation import Quotation
from presslint.language.told import language_data, primary_language, told
from presslint.model.document import Document
from presslint.model.passage import Part, Passage

if TYPE_CHECKING:
    from presslint.desk.announcements import Announcements
    from presslint.desk.attribution import Attribution
    from presslint.desk.mentions import Attributed, Claimed, Named, Standing
    from presslint.desk.repeats import Repeats
    from presslint.language.dates import DateMention
    from presslint.language.mentions import Mentions
    from presslint.language.numbers import Number
    from presslint.language.times import Clock, Day, Year

# what is worked out when first asked for and holds the article in turn
VIEWS = (
    "attribution", "cues", "claims", "names", "dates", "times", "days", "years", "figures", "announcements", "repeats",
    "own_prose",
)  # fmt: skip


class Article(Document, frozen=True, eq=False, dict=True):
    """One article: a document with views.

    What several rules would recognise each for itself is recognised once and stands here with exact places.
    """

    @cached_property
    def story_type(self) -> str:
        """news, opinion, review, live, sport…: from config, else from the article's own labels."""
        chosen = self.settings.get("story-type")
        if chosen:
            return str(chosen)
        from presslint.desk.storytype import story_type

        return story_type(self)

    @cached_property
    def language(self) -> str:
        """A BCP 47 tag in small letters; “und” where nothing says which language it is."""
        return self.language_told[0]

    @cached_property
    def language_told(self) -> tuple[str, str]:
        """The language, and what says so: the article, its file name, its folder, the text, the config."""
        return told(self)

    @cached_property
    def primary_language(self) -> str:
        """The first part of the language's tag: “pt” of “pt-br”."""
        return primary_language(self)

    @property
    def language_data(self) -> Language:
        """The words of the article's language: months, numbers, abbreviations…; none where it is not known."""
        return language_data(self)

    def forget(self) -> None:
        """Drop what was worked out and holds the article in turn, so that it goes with its last owner."""
        voices.forget(self)
        self.memo.clear()
        for view in VIEWS:
            self.__dict__.pop(view, None)
        for block in self.walk():
            if block.passage is not None:
                block.passage.forget()
        for fields in self.fields.values():
            for each in fields:
                each.passage.forget()

    def mentions(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands anywhere in the article's words, code left out.

        Give them in small letters with straight apostrophes; they may be parts of words.
        """
        from presslint.language.phrases import mentions

        return mentions(self, words)

    def leads_to(self, words: frozenset[str]) -> bool:
        """Whether an address of a link or picture holds one of some words; give them in small letters.

        Each address stands on a line of its own, so that "\\n#\\n" is one that is nothing but “#”.
        """
        addresses = self._addresses
        return any(word in addresses for word in words)

    @cached_property
    def _addresses(self) -> str:
        """The addresses of all links and pictures in small letters, each on a line of its own."""
        targets = [link.target for link in self.links] + [media.target for media in self.all_media]
        return "\n".join(["", *(target.strip().lower() for target in targets), ""])

    @cached_property
    def _read_by_readers(self) -> tuple[Passage, ...]:
        """`passages` without code: where dates, figures and names are looked for."""
        return tuple(passage for passage in self.passages if passage.part is not Part.CODE)

    @cached_property
    def dates(self) -> Mentions[DateMention]:
        """Whole dates (“5 May”, “5 May 2026”, “2026-05-05”), impossible ones included."""
        from presslint.language.dates import find_dates
        from presslint.language.mentions import Mentions

        return Mentions(self._read_by_readers, partial(find_dates, language=self.language_data))

    @cached_property
    def times(self) -> Mentions[Clock]:
        """Times of day (“7:45 pm”, “14:30”), impossible ones included."""
        from presslint.language.mentions import Mentions
        from presslint.language.times import find_times

        return Mentions(self._read_by_readers, partial(find_times, language=self.language_data))

    @cached_property
    def days(self) -> Mentions[Day]:
        """Weekdays and days told from today (“on Tuesday”, “last week”)."""
        from presslint.language.mentions import Mentions
        from presslint.language.times import find_days

        return Mentions(self._read_by_readers, partial(find_days, language=self.language_data))

    @cached_property
    def years(self) -> Mentions[Year]:
        """Years of four figures, those of whole dates among them."""
        from presslint.language.mentions import Mentions
        from presslint.language.times import find_years

        return Mentions(self._read_by_readers, find_years)

    @cached_property
    def figures(self) -> Mentions[Number]:
        """Numbers, money, percentages, measures, ages, fractions, ordinals and years, ranges by their ends."""
        from presslint.language.mentions import Mentions
        from presslint.language.numbers import numbers

        return Mentions(self._read_by_readers, partial(numbers, language=self.language_data))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Direct speech in the prose, in order; see `presslint.language.quotation`."""
        return voices.quotations(self)

    def own(self, passage: Passage) -> Passage:
        """The same passage with quoted words and code masked: what the writer says in own words.

        Quotation marks stay; what they enclose is blanked. Use it for every wording rule.
        """
        return voices.own(self, passage)

    @cached_property
    def own_prose(self) -> tuple[Passage, ...]:
        """`prose` with quotations and code masked."""
        return voices.own_prose(self)

    @cached_property
    def attribution(self) -> Attribution:
        """Who said it: levels per sentence, sources, claims; see `presslint.desk.attribution`."""
        from presslint.desk.attribution import Attribution

        return Attribution(self)

    @cached_property
    def cues(self) -> Standing[Attributed]:
        """The words of the prose that tie a statement to a source."""
        from presslint.desk.mentions import cues

        return cues(self.attribution.sentences)

    @cached_property
    def claims(self) -> Standing[Claimed]:
        """What the prose claims that a reader may ask a source for, the first of each kind in a sentence."""
        from presslint.desk.mentions import claims

        return claims(self.attribution.sentences)

    @cached_property
    def names(self) -> Standing[Named]:
        """People, bodies, places and roles that the prose names in its own words."""
        from presslint.desk.mentions import names

        return names(self.attribution.sentences)

    @cached_property
    def announcements(self) -> Announcements:
        """What headlines, subheads and sentences promise; see `presslint.desk.announcements`."""
        from presslint.desk.announcements import Announcements

        return Announcements(self)

    @cached_property
    def repeats(self) -> Repeats:
        """What stands in several places with the same words; see `presslint.desk.repeats`."""
        from presslint.desk.repeats import Repeats

        return Repeats(self)
