"""What a desk knows, and the second door for authors of rules: `from presslint.desk import Phrases, fold`.

The first door, `presslint`, has what a rule is made of; this one has what rules ask: recognisers of plain text, how
alike two texts are, what a lead-in announces, and the word lists of the house's rules. A name is fetched from its room
when it is first used, so that a rule pays for what it asks. What is not listed here is the house's own and may
change.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing costs more than everything else here

if TYPE_CHECKING:
    from presslint.desk.anchors import Anchors
    from presslint.desk.announcement import Announcement, By, Delivered, Sure
    from presslint.desk.anonymity import Anonymous
    from presslint.desk.arithmetic import (
        CHANGE_WORDS,
        Change,
        changes_in,
        conversions,
        speaks_of_change,
        totals,
    )
    from presslint.desk.attribution import (
        Attribution,
        Sentence,
        Status,
        entry_label,
        is_generic_source,
        is_speech,
        source_entries,
    )
    from presslint.desk.chronology import dated_copy, instant, is_own, published_on
    from presslint.desk.claims import PUBLIC, QUANTITY, has_figure
    from presslint.desk.cues import Cue, Level, Tokens
    from presslint.desk.delivery import breaks_off, leads_into
    from presslint.desk.issued import is_dated
    from presslint.desk.leftover import (
        about_chatbots,
        at_the_edge,
        block_before,
        code_spans,
        grouped,
        inside,
        is_reported,
    )
    from presslint.desk.linktarget import is_control, is_printed, target_of
    from presslint.desk.listlike import opener
    from presslint.desk.outline import following, has_content, stands_aside, unread
    from presslint.desk.parts import Parts
    from presslint.desk.repeats import Repeat, follows, is_standing, joined, text_of
    from presslint.desk.signed import is_signed
    from presslint.desk.tagsplit import Split, fused_tags
    from presslint.desk.templates import Filled
    from presslint.language.acronyms import SMALL, Expansion, expansions
    from presslint.language.alternatives import any_of
    from presslint.language.dates import MONTHS, WEEKDAYS, DateMention, Instant, names_month
    from presslint.language.en.clashes import (
        AFTER_ARTICLE,
        CLASHES,
        FIRST,
        INITIALS,
        NAMED_DAYS,
        NAMED_MONTHS,
        NOUN,
        OPENERS,
        PAIRS,
        SECOND,
        SHORTENED,
        SPOKEN_OF,
    )
    from presslint.language.en.newsroom import AGENCIES, FINITE_VERBS, MASTHEAD_WORDS, NOBODY
    from presslint.language.en.reporting import LOADED, PROVING
    from presslint.language.en.stock_phrases import HEDGES, STOCK
    from presslint.language.en.wrong_words import SLIPS
    from presslint.language.languages import ENGLISH, Language, language_of
    from presslint.language.lexicon import (
        AUXILIARY,
        BE,
        DETERMINER,
        DOCUMENT,
        NAMELIKE,
        NOUNISH,
        SPEECH,
        VERB,
    )
    from presslint.language.likeness import (
        FUNCTION_WORDS,
        NUMBER_WORDS,
        Likeness,
        compare,
        containment,
        difference,
        fold,
        jaccard,
        meaning,
        sequence_ratio,
        stem,
        stems,
    )
    from presslint.language.names import ORDINARY, bare
    from presslint.language.numbers import SMALL_NUMBERS, Form, Number, numbers, plain, without_title_case
    from presslint.language.phrases import BETWEEN, Copy, Hit, Phrase, Phrases, copies, folded_phrase, level
    from presslint.language.quotation import (
        CLOSING,
        CLOSING_DOUBLE,
        OPENING,
        find_quotations,
        mismatched,
        unbalanced,
    )
    from presslint.language.spellings import Spelling, Variant, is_accent_only, one_slip, variants
    from presslint.language.times import Clock, Day, Year, find_years, opens_with_time
    from presslint.language.voices import mismatched_in_prose, stated
    from presslint.language.words.bylines import BODIES, CREDITED, GENERIC, HOUSE_ENDS, MACHINES, REDACTIONS
    from presslint.language.words.leftovers_desk import END_MARK, FURNITURE, MARKUP, TEMPLATES
    from presslint.language.words.leftovers_links import (
        ADMIN_PATHS,
        AFFILIATE_HOSTS,
        AFFILIATE_KEYS,
        CHAT_SOURCES,
        DISCLOSURES,
        EDITABLE,
        PLACEHOLDER_HOSTS,
        PLACEHOLDER_TARGETS,
        PREVIEW_KEYS,
        TEST_LABELS,
        TRACKERS,
    )
    from presslint.language.words.leftovers_making import NOTES, OFFERS, ORDERS, REASONING
    from presslint.language.words.leftovers_marks import MARKS, PLACEHOLDERS
    from presslint.language.words.leftovers_residue import CHAT, PROMPTS, RAW_TOKENS, TOKENS
    from presslint.language.words.leftovers_unfinished import (
        ANSWERS,
        COUNTED,
        MACHINE,
        MISSING_DATA,
        NOTHING,
        WORK,
    )

# room below presslint/ -> the names that this door has from it
ROOMS = {
    "desk.anchors": ("Anchors",),
    "desk.announcement": (
        "Announcement",
        "By",
        "Delivered",
        "Sure",
    ),
    "desk.anonymity": ("Anonymous",),
    "desk.arithmetic": (
        "CHANGE_WORDS",
        "Change",
        "changes_in",
        "conversions",
        "speaks_of_change",
        "totals",
    ),
    "desk.attribution": (
        "Attribution",
        "Sentence",
        "Status",
        "entry_label",
        "is_generic_source",
        "is_speech",
        "source_entries",
    ),
    "desk.chronology": (
        "dated_copy",
        "instant",
        "is_own",
        "published_on",
    ),
    "desk.claims": (
        "PUBLIC",
        "QUANTITY",
        "has_figure",
    ),
    "desk.cues": (
        "Cue",
        "Level",
        "Tokens",
    ),
    "desk.delivery": (
        "breaks_off",
        "leads_into",
    ),
    "desk.issued": ("is_dated",),
    "desk.leftover": (
        "about_chatbots",
        "at_the_edge",
        "block_before",
        "code_spans",
        "grouped",
        "inside",
        "is_reported",
    ),
    "desk.linktarget": (
        "is_control",
        "is_printed",
        "target_of",
    ),
    "desk.listlike": ("opener",),
    "desk.outline": (
        "following",
        "has_content",
        "stands_aside",
        "unread",
    ),
    "desk.parts": ("Parts",),
    "desk.repeats": (
        "Repeat",
        "follows",
        "is_standing",
        "joined",
        "text_of",
    ),
    "desk.signed": ("is_signed",),
    "desk.tagsplit": (
        "Split",
        "fused_tags",
    ),
    "desk.templates": ("Filled",),
    "language.acronyms": (
        "Expansion",
        "SMALL",
        "expansions",
    ),
    "language.alternatives": ("any_of",),
    "language.dates": (
        "DateMention",
        "Instant",
        "MONTHS",
        "WEEKDAYS",
        "names_month",
    ),
    "language.en.clashes": (
        "AFTER_ARTICLE",
        "CLASHES",
        "FIRST",
        "INITIALS",
        "NAMED_DAYS",
        "NAMED_MONTHS",
        "NOUN",
        "OPENERS",
        "PAIRS",
        "SECOND",
        "SHORTENED",
        "SPOKEN_OF",
    ),
    "language.en.newsroom": (
        "AGENCIES",
        "FINITE_VERBS",
        "MASTHEAD_WORDS",
        "NOBODY",
    ),
    "language.en.reporting": (
        "LOADED",
        "PROVING",
    ),
    "language.en.stock_phrases": (
        "HEDGES",
        "STOCK",
    ),
    "language.en.wrong_words": ("SLIPS",),
    "language.languages": (
        "ENGLISH",
        "Language",
        "language_of",
    ),
    "language.lexicon": (
        "AUXILIARY",
        "BE",
        "DETERMINER",
        "DOCUMENT",
        "NAMELIKE",
        "NOUNISH",
        "SPEECH",
        "VERB",
    ),
    "language.likeness": (
        "FUNCTION_WORDS",
        "Likeness",
        "NUMBER_WORDS",
        "compare",
        "containment",
        "difference",
        "fold",
        "jaccard",
        "meaning",
        "sequence_ratio",
        "stem",
        "stems",
    ),
    "language.names": (
        "ORDINARY",
        "bare",
    ),
    "language.numbers": (
        "Form",
        "Number",
        "SMALL_NUMBERS",
        "numbers",
        "plain",
        "without_title_case",
    ),
    "language.phrases": (
        "BETWEEN",
        "Copy",
        "Hit",
        "Phrase",
        "Phrases",
        "copies",
        "folded_phrase",
        "level",
    ),
    "language.quotation": (
        "CLOSING",
        "CLOSING_DOUBLE",
        "OPENING",
        "find_quotations",
        "mismatched",
        "unbalanced",
    ),
    "language.spellings": (
        "Spelling",
        "Variant",
        "is_accent_only",
        "one_slip",
        "variants",
    ),
    "language.times": (
        "Clock",
        "Day",
        "Year",
        "find_years",
        "opens_with_time",
    ),
    "language.voices": ("mismatched_in_prose", "stated"),
    "language.words.bylines": (
        "BODIES",
        "CREDITED",
        "GENERIC",
        "HOUSE_ENDS",
        "MACHINES",
        "REDACTIONS",
    ),
    "language.words.leftovers_desk": (
        "END_MARK",
        "FURNITURE",
        "MARKUP",
        "TEMPLATES",
    ),
    "language.words.leftovers_links": (
        "ADMIN_PATHS",
        "AFFILIATE_HOSTS",
        "AFFILIATE_KEYS",
        "CHAT_SOURCES",
        "DISCLOSURES",
        "EDITABLE",
        "PLACEHOLDER_HOSTS",
        "PLACEHOLDER_TARGETS",
        "PREVIEW_KEYS",
        "TEST_LABELS",
        "TRACKERS",
    ),
    "language.words.leftovers_making": (
        "NOTES",
        "OFFERS",
        "ORDERS",
        "REASONING",
    ),
    "language.words.leftovers_marks": (
        "MARKS",
        "PLACEHOLDERS",
    ),
    "language.words.leftovers_residue": (
        "CHAT",
        "PROMPTS",
        "RAW_TOKENS",
        "TOKENS",
    ),
    "language.words.leftovers_unfinished": (
        "ANSWERS",
        "COUNTED",
        "MACHINE",
        "MISSING_DATA",
        "NOTHING",
        "WORK",
    ),
}

__all__ = [
    "ADMIN_PATHS",
    "AFFILIATE_HOSTS",
    "AFFILIATE_KEYS",
    "AFTER_ARTICLE",
    "AGENCIES",
    "ANSWERS",
    "AUXILIARY",
    "BE",
    "BETWEEN",
    "BODIES",
    "CHANGE_WORDS",
    "CHAT",
    "CHAT_SOURCES",
    "CLASHES",
    "CLOSING",
    "CLOSING_DOUBLE",
    "COUNTED",
    "CREDITED",
    "DETERMINER",
    "DISCLOSURES",
    "DOCUMENT",
    "EDITABLE",
    "END_MARK",
    "ENGLISH",
    "FINITE_VERBS",
    "FIRST",
    "FUNCTION_WORDS",
    "FURNITURE",
    "GENERIC",
    "HEDGES",
    "HOUSE_ENDS",
    "INITIALS",
    "LOADED",
    "MACHINE",
    "MACHINES",
    "MARKS",
    "MARKUP",
    "MASTHEAD_WORDS",
    "MISSING_DATA",
    "MONTHS",
    "NAMED_DAYS",
    "NAMED_MONTHS",
    "NAMELIKE",
    "NOBODY",
    "NOTES",
    "NOTHING",
    "NOUN",
    "NOUNISH",
    "NUMBER_WORDS",
    "OFFERS",
    "OPENERS",
    "OPENING",
    "ORDERS",
    "ORDINARY",
    "PAIRS",
    "PLACEHOLDERS",
    "PLACEHOLDER_HOSTS",
    "PLACEHOLDER_TARGETS",
    "PREVIEW_KEYS",
    "PROMPTS",
    "PROVING",
    "PUBLIC",
    "QUANTITY",
    "RAW_TOKENS",
    "REASONING",
    "REDACTIONS",
    "SECOND",
    "SHORTENED",
    "SLIPS",
    "SMALL",
    "SMALL_NUMBERS",
    "SPEECH",
    "SPOKEN_OF",
    "STOCK",
    "TEMPLATES",
    "TEST_LABELS",
    "TOKENS",
    "TRACKERS",
    "VERB",
    "WEEKDAYS",
    "WORK",
    "Anchors",
    "Announcement",
    "Anonymous",
    "Attribution",
    "By",
    "Change",
    "Clock",
    "Copy",
    "Cue",
    "DateMention",
    "Day",
    "Delivered",
    "Expansion",
    "Filled",
    "Form",
    "Hit",
    "Instant",
    "Language",
    "Level",
    "Likeness",
    "Number",
    "Parts",
    "Phrase",
    "Phrases",
    "Repeat",
    "Sentence",
    "Spelling",
    "Split",
    "Status",
    "Sure",
    "Tokens",
    "Variant",
    "Year",
    "about_chatbots",
    "any_of",
    "at_the_edge",
    "bare",
    "block_before",
    "breaks_off",
    "changes_in",
    "code_spans",
    "compare",
    "containment",
    "conversions",
    "copies",
    "dated_copy",
    "difference",
    "entry_label",
    "expansions",
    "find_quotations",
    "find_years",
    "fold",
    "folded_phrase",
    "following",
    "follows",
    "fused_tags",
    "grouped",
    "has_content",
    "has_figure",
    "inside",
    "instant",
    "is_accent_only",
    "is_control",
    "is_dated",
    "is_generic_source",
    "is_own",
    "is_printed",
    "is_reported",
    "is_signed",
    "is_speech",
    "is_standing",
    "jaccard",
    "joined",
    "language_of",
    "leads_into",
    "level",
    "meaning",
    "mismatched",
    "mismatched_in_prose",
    "names_month",
    "numbers",
    "one_slip",
    "opener",
    "opens_with_time",
    "plain",
    "published_on",
    "sequence_ratio",
    "source_entries",
    "speaks_of_change",
    "stands_aside",
    "stated",
    "stem",
    "stems",
    "target_of",
    "text_of",
    "totals",
    "unbalanced",
    "unread",
    "variants",
    "without_title_case",
]


def __getattr__(name: str) -> object:
    for room, names in ROOMS.items():
        if name in names:
            from importlib import import_module

            value = getattr(import_module(f"presslint.{room}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module “presslint.desk” has no attribute “{name}”")
