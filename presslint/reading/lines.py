"""What a line above or below the copy is: byline, date, read time, section, end mark, tags, credit.

Pure functions on one line of text; places are indexes of that line. Both the plain-text reader and
the readers of marked-up bodies ask here, so that a byline is recognised alike everywhere.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from presslint.language.alternatives import any_of
from presslint.language.dates import find_dates
from presslint.language.en.newsroom import (
    ADVERTISING_LABELS,
    AGENCIES,
    FINITE_VERBS,
    FURNITURE,
    MASTHEAD_WORDS,
    NOBODY,
    ROLE_WORDS,
    SECTION_NAMES,
    STORY_LABELS,
)
from presslint.language.languages import ENGLISH
from presslint.language.names import NAME_WORD, PARTICLES, is_name
from presslint.model.regex import regex

_AGENCIES_FOLDED = frozenset(name.casefold() for name in AGENCIES)
SENTENCE_LIMIT = 80  # a line with a full stop that is longer is a sentence
LINE_LIMIT = 300  # a longer line is copy, whatever it looks like


class LineKind(Enum):
    """What a line is."""

    __hash__ = object.__hash__  # members are single objects; Enum's own hash is ten times slower

    TEXT = "text"
    SEPARATOR = "separator"  # nothing but a joint: what is left of an empty slot
    BREAK = "break"  # a scene break: ***, ---
    END_MARK = "end mark"
    ADVISORY = "advisory"  # words of one desk to another
    SLUG = "slug"
    EMBARGO = "embargo"
    RELEASE = "release"  # “For immediate release”
    LABEL = "story label"
    SECTION = "section"
    SITE = "site"
    BYLINE = "byline"
    ROLE = "role"  # of the person in the line above
    PUBLISHED = "published"
    MODIFIED = "modified"
    READ_TIME = "read time"
    TIME = "time"  # of day, as live pages print it above each entry
    CONTACT = "contact"
    RUN = "run"  # several of these, joined: Ana Ruiz · 5 May 2026 · 4 min read
    TAGS = "tags"
    CREDIT = "credit"
    NOTE = "note"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    FURNITURE = "furniture"  # buttons and hints of a page: Share, Advertisement


class Piece(Struct, frozen=True):
    """A part of a head line: its value at `start`..`end`, its label, if any, at `label`."""

    kind: LineKind
    start: int
    end: int
    label: tuple[int, int] | None = None


# -- patterns -------------------------------------------------------------------------------------

JOINTS = "·•|∙⋅‧"
# what joins byline, date and read time on one line; the first that occurs is the joint
JOINTS_BY_RANK = tuple(
    regex(joint) for joint in (rf"\s*[{JOINTS}]\s*", r"\s+[—–]\s+", r"\s+-\s+", r"\s+/\s+", r"\t+|\s{3,}")
)
SEPARATOR = regex(r"[·•∙⋅‧|/\\–—―~*-]{1,2}(?:\s{1,4}[·•∙⋅‧|/\\–—―~*-]{1,2}){0,8}")
BREAK = regex(r"([*\-_~=–—])(?:[ \t]{0,3}\1){2,80}|⁂|❧|§")
END_MARK = regex(
    r"-\s?30\s?-|[–—]\s?30\s?[–—]|#{3}|#(?:\s#){2}|[-–—\s(]{0,4}(?:ENDS?|ends)[-–—\s).]{0,4}"
    r"|-0-|XXX|[■▪●◼♦∎◾⬛]"
    r"|[-(]?(?:MORE|more)[-)]|MORE"
)
MORE_MARK = regex(r"[-(]?(?:MORE|more)[-)]?")
_ADVISES = any_of(
    "Adds Updates Recasts Corrects Refiles Repeats Removes Fixes Clarifies Changes Edits Writes Trims",
    "ADDS UPDATES RECASTS CORRECTS REFILES REPEATS Subs SUBS Deletes Restores Releads",
)
ADVISORY = regex(
    r"\(?(?:EDS?|Eds?|Editors?|EDITORS?|ATTN|ATTENTION)\b\.?:?\s?.{0,4}[:,]\s.*"
    rf"|\({_ADVISES}\b[^()]{{0,240}}\)\.?"
    r"|Eds: .*"
)
EMBARGO = regex(r"(?:STRICTLY |UNDER |Strictly |Under )?(?:EMBARGO(?:ED)?|Embargo(?:ed)?)\b.{0,120}")
RELEASE = regex(r"for immediate release\b.{0,80}|(?:press|news|media) release\W{0,3}", re.IGNORECASE)
SLUG = regex(
    r"(?:BC|PM|AM|US|EU|AS|ML|AF|LA|CB|FB|HK|BBO|BKN|FBN|SOC)-[A-Z][\w'’ -]{1,60}(?:,.{1,40})?"
    r"|[A-Z][A-Z0-9&]{1,24}-[A-Z0-9&-]{2,40}/(?:\s?\([^()]{1,40}\))?"
    r"|(?i:slug(?:line)?)\s?:\s?.{1,80}"
)
PULL_QUOTE = regex(r"pull[ -]?quote\s?:\s{0,4}(?P<value>.*)", re.IGNORECASE | re.DOTALL)
_PICTURE = any_of(
    "photos? photographs? pictures? pictured images? captions? credits? cutline illustrations? graphics? map",
    "video graphic",
)
CAPTION = regex(
    rf"[(\[]?(?:(?:file |main )?{_PICTURE}(?:\s(?:by|credits?|courtesy(?:\sof)?|captions?))?)\s?[:：]"
    r"|\((?:AP|PA|Reuters)\s(?:Photo|Images?)/",
    re.IGNORECASE,
)
CAPTION_TAIL = regex(
    r"\b(?:Getty Images|AP Photo|Shutterstock|Alamy)\)?\.?\Z"
    r"|(?:/|\s/\s|\()(?:AP|AFP|Reuters|PA|EPA|Getty)\)?\Z"
)
_TAGS = any_of(
    ("tags?", "topics?", "filed under", "keywords?", "related topics", "labels?"),
    (r"tagged(?:\s(?:with|in|as))?", "posted in", "categor(?:y|ies)"),
    ("more on this story", "in this story", "explore more on these topics"),
)
TAG_LABEL = regex(rf"{_TAGS}\s?[:：]\s{{0,4}}", re.IGNORECASE)
HASHTAGS = regex(r"#\w[\w-]{0,60}(?:[\s,]{1,4}#\w[\w-]{0,60}){0,40}")
_WORK = any_of(
    "reporting writing editing compiled edited produced production photographs? photography photos graphics?",
    ("illustrations?", "translat(?:ion|ed)", "research"),
    ("data", "with (?:additional )?reporting", "with files"),
)
_BY_SOMEBODY = r"(?:by|from)\s(?-i:[A-Z]|[aos](?:gencies|ur|taff))"
_CREDITED = rf"[(\[—–\s-]{{0,4}}(?:(?:additional|further|original|local)\s)?{_WORK}\s{_BY_SOMEBODY}"
_WITH_AGENCY = r"[—–(-]{0,3}\s?with\s(?:AP|AFP|Reuters|PA|agencies|agency|wire)\b"
_CONTRIBUTED = r"[^.]{3,80}\bcontributed (?:to this (?:report|story|article)|reporting)\b"
CREDIT = regex(f"{_CREDITED}|{_WITH_AGENCY}|{_CONTRIBUTED}", re.IGNORECASE)
_NOTE_LABEL = any_of(
    ("corrections?", "clarifications?", "editor(?:[’']s|s[’']?)? note"),
    ("update", "updated", "note to readers"),
    ("amendment", "retraction", "footnote"),
)
_THIS_STORY = r"this (?:story|article|report|post|piece|page) (?:has been|was|is being|will be)"
_CHANGED = any_of("updated amended corrected edited changed clarified revised")
NOTE = regex(
    rf"{_NOTE_LABEL}(?:,?\s(?:on\s)?[^:]{{3,40}})?\s?[:：]"
    r"|(?:\*\s?)?(?:an earlier version of|a previous version of"
    rf"|{_THIS_STORY} (?:first |last |originally |since )?{_CHANGED})",
    re.IGNORECASE,
)
BOILERPLATE = regex(
    "|".join(
        (
            r"about\s(?:the\s)?[A-Z][^.:]{1,60}:?\Z",
            r"(?:media|press|investor)\s(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations|office)\b.{0,40}",
            r"notes? to editors?\b.{0,20}",
            r"contacts?\s?:.*",
            r"forward-looking statements\b.{0,40}",
            r"safe harbou?r\b.{0,40}",
            r"(?:copyright|©|\(c\))\s.*",
            r".*\ball rights reserved\.?",
        )
    ),
    re.IGNORECASE,
)
READ_TIME = regex(
    r"(?:(?:est(?:imated|\.)?\s)?read(?:ing)?\stime\s?:?\s?)?"
    rf"(?:\d{{1,3}}|an?|{ENGLISH.spelled(1, 10)})"
    r"[\s-]?min(?:ute)?s?\.?(?:[\s-](?:read|listen|watch))?|read(?:ing)?\stime\s?:?",
    re.IGNORECASE,
)
_MODIFIED = r"(?P<modified>(?:last\s|first\s)?(?:updated|modified|amended|edited|revised))"
_PUBLISHED = any_of(
    ("published", "posted", "publication date", "date", "filed", "issued", "released", "created"),
)
DATE_LABEL = regex(
    rf"(?:{_MODIFIED}|(?:first |originally )?{_PUBLISHED})"
    r"(?:\s(?:on|at|date))?\s?[:：]?(?=\s|\Z)\s{0,4}(?:on\s)?",
    re.IGNORECASE,
)
RELATIVE_DATE = regex(
    r"(?:(?:about|over)\s)?(?:\d{1,3}|an?|one|two|three|few)\s?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)\.?\sago"
    r"|just now|yesterday|today",
    re.IGNORECASE,
)
MONTH_YEAR = regex(rf"(?:{'|'.join(form for forms in ENGLISH.months for form in forms)})\.?,?\s(?:19|20)\d\d")
CLOCK = regex(r"\W{0,3}(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\W{0,2}", re.IGNORECASE)
DATE_REST = regex(r"[\s,|·•()–—/-]*")
BY = regex(
    r"(?:by|words(?:\sby)?|(?:story|text|written|reported|report|posted|published)\sby|author)"
    r"(?:\s?[:：]\s{0,4}|\s{1,4}|\Z)",
    re.IGNORECASE,
)
CONTACT = regex(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|@\w{2,40}|https?://\S{1,200}")
WORD = regex(r"\S+")
LOWER_IN_BYLINE = PARTICLES | frozenset(
    "and of for the in with at & staff reporter reporters correspondent editor editors writer writers "
    "agencies agency our special to on from a chief senior contributor as told jr sr political".split()
)
# -- asking about a line --------------------------------------------------------------------------


def classify(line: str) -> LineKind:
    """What a line is by itself; where it stands in the article is for the reader to weigh.

    A line of prose is TEXT. LABEL and SECTION need the exact words, SITE a masthead's last word;
    FUSED tags are TAGS, tags that only commas part are not (see `tag_entries`).
    """
    text = line.strip()
    return _classify_short(text) if len(text) <= LINE_LIMIT else _opening(text) or LineKind.TEXT


def _opening(text: str) -> LineKind | None:
    """What a line is by the words with which it begins."""
    return next((kind for kind, pattern in _OPENINGS if pattern.match(text)), None)


@lru_cache(500)  # the readers ask more than once about the lines at either end of an article
def _classify_short(text: str) -> LineKind:
    if not text:
        return LineKind.TEXT
    for kind, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return kind
    folded = text.casefold().strip(" .:")
    if folded in FURNITURE:
        return LineKind.FURNITURE
    opening = _opening(text)
    if opening is not None:
        return opening
    if BOILERPLATE.fullmatch(text):
        return LineKind.BOILERPLATE
    if CAPTION_TAIL.search(text) and len(text) > 14 and not BY.match(text):
        return LineKind.CAPTION
    if is_section(text):
        return LineKind.SECTION
    if folded in STORY_LABELS or folded in ADVERTISING_LABELS:
        return LineKind.LABEL
    if text[-1] in ".!?" and len(text) > SENTENCE_LIMIT:
        return LineKind.TEXT
    pieces = head_pieces(text)
    if pieces:
        return pieces[0].kind if len(pieces) == 1 else LineKind.RUN
    if can_be_tags(text) and fused_boundaries(text) >= 2:
        return LineKind.TAGS
    if is_site(text):
        return LineKind.SITE
    return LineKind.TEXT


_WHOLE = (
    (LineKind.END_MARK, END_MARK),
    (LineKind.BREAK, BREAK),
    (LineKind.SEPARATOR, SEPARATOR),
    (LineKind.EMBARGO, EMBARGO),
    (LineKind.RELEASE, RELEASE),
    (LineKind.SLUG, SLUG),
    (LineKind.ADVISORY, ADVISORY),
    (LineKind.TAGS, HASHTAGS),
    (LineKind.TIME, CLOCK),
)
_OPENINGS = (
    (LineKind.PULL_QUOTE, PULL_QUOTE),
    (LineKind.CAPTION, CAPTION),
    (LineKind.TAGS, TAG_LABEL),
    (LineKind.CREDIT, CREDIT),
    (LineKind.NOTE, NOTE),
)


def is_section(text: str) -> bool:
    """A section's name, or a trail of them: “Home > News > Politics”."""
    folded = text.casefold().strip(" :/›»>")
    if folded in SECTION_NAMES:
        return True
    steps = [step.strip() for step in re.split(r"[>›»/]", folded)]
    return 2 <= len(steps) <= 5 and all(step in SECTION_NAMES or step == "home" for step in steps)


def is_site(text: str) -> bool:
    """Whether a short line can be a publication's name: “The Leeds Gazette”."""
    words = text.split()
    if not 1 < len(words) <= 5 or not text[-1].isalpha():
        return False
    if words[-1].casefold() not in MASTHEAD_WORDS:
        return False
    return all(word[0].isupper() or word in ("of", "the", "and", "&", "on", "for") for word in words)


def is_role(text: str) -> bool:
    """“Political Editor”, “Staff Reporter in Leeds”: a short line that names a job, not a person."""
    words = text.split()
    return 1 <= len(words) <= 6 and text[-1].isalpha() and any(
        word.casefold().strip(",") in ROLE_WORDS for word in words
    ) and words[0][0].isupper() and not any(word.casefold() in FINITE_VERBS for word in words)  # fmt: skip


def head_pieces(line: str) -> tuple[Piece, ...]:
    """Byline, dates and read time of a line; empty when any part of the line is something else.

    A line that joins several (“By Ana Ruiz · 5 May 2026 · 4 min read”, “By Ana Ruiz, 5 May 2026”)
    gives one piece each. A label without a value (“By |”) gives a piece of no length.
    """
    text = line.strip()
    if not text or len(text) > LINE_LIMIT or len(text.split()) > 30:
        return ()
    offset = line.index(text[0])
    parts = _split(line, offset, offset + len(text))
    pieces: list[Piece] = []
    joined = len(parts) > 1 or loose_separator(line) is not None
    for start, end in parts:
        found = _pieces_of(line, start, end, alone=not joined)
        if not found:
            return ()
        pieces += found
    if joined:
        strong = any(joint in text for joint in JOINTS)
        if not any(_tells(line, piece, strong) for piece in pieces):
            return ()
    return tuple(pieces)


def loose_separator(line: str) -> tuple[int, int] | None:
    """The place of a separator at either end of a line (“Ana Ruiz ·”), which something is missing beside."""
    text = line.strip()
    start = line.find(text)
    if len(text) > 2 and text[-1] in JOINTS and text[-2].isspace():
        return start + len(text) - 1, start + len(text)
    if len(text) > 2 and text[0] in JOINTS and text[1].isspace():
        return start, start + 1
    return None


def _tells(line: str, piece: Piece, strong: bool) -> bool:
    """Whether a piece shows that a joined line is a head line; a dash joins many things."""
    if strong or piece.label is not None or piece.kind is LineKind.READ_TIME:
        return piece.kind in _TELLING
    return piece.kind in _TELLING and bool(find_dates(line[piece.start : piece.end]))


_TELLING = frozenset((LineKind.BYLINE, LineKind.PUBLISHED, LineKind.MODIFIED, LineKind.READ_TIME))


def _split(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a joined line, white space left out."""
    inside = line[start:end]
    joint = next((joint for joint in JOINTS_BY_RANK if joint.search(inside)), None)
    if joint is None:
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    at = start
    for match in joint.finditer(inside):
        parts.append((at, start + match.start()))
        at = start + match.end()
    parts.append((at, end))
    return [(left, right) for left, right in parts if right > left] or [(start, end)]


def _pieces_of(line: str, start: int, end: int, *, alone: bool) -> list[Piece]:
    text = line[start:end]
    if len(text.split()) > 16:
        return []
    if READ_TIME.fullmatch(text):
        return [Piece(LineKind.READ_TIME, start, end)]
    dated = _date_piece(text, start)
    if dated is not None:
        return [dated]
    signed = _byline_piece(text, start)
    if signed is not None:
        return [signed]
    both = _byline_and_date(text, start)
    if both:
        return both
    if CONTACT.fullmatch(text):
        return [Piece(LineKind.CONTACT, start, end)]
    if not alone and CREDIT.match(text):
        return [Piece(LineKind.CREDIT, start, end)]
    if alone:
        return []
    if is_section(text):
        return [Piece(LineKind.SECTION, start, end)]
    if text.casefold() in STORY_LABELS:
        return [Piece(LineKind.LABEL, start, end)]
    if is_site(text):
        return [Piece(LineKind.SITE, start, end)]
    if is_role(text):
        return [Piece(LineKind.ROLE, start, end)]
    if is_name(text):
        return [Piece(LineKind.BYLINE, start, end)]
    if text.casefold() in FURNITURE or re.fullmatch(r"\d{1,5}\scomments?", text, re.IGNORECASE):
        return [Piece(LineKind.FURNITURE, start, end)]
    return []


def _date_piece(text: str, offset: int) -> Piece | None:
    """A date with nothing else but its label, a time or more dates of the same moment."""
    label = DATE_LABEL.match(text)
    begin = label.end() if label else 0
    kind = LineKind.MODIFIED if label and label.group("modified") else LineKind.PUBLISHED
    mark = (offset, offset + len(text[:begin].rstrip())) if label else None
    value = text[begin:]
    if label and not value.strip():
        return Piece(kind, offset + len(text), offset + len(text), mark) if text[-1] in ":：" else None
    if RELATIVE_DATE.fullmatch(value.strip()) or MONTH_YEAR.fullmatch(value.strip()):
        return Piece(kind, offset + begin, offset + len(text), mark)
    dates = find_dates(value)
    if not dates:
        return None
    rest = value[: dates[0].start] + " " + value[dates[-1].end :]
    leading, trailing = value[: dates[0].start], value[dates[-1].end :]
    if rest.strip(" ,()") and not (
        DATE_REST.fullmatch(leading) and (CLOCK.fullmatch(trailing) or DATE_REST.fullmatch(trailing))
    ):
        return None
    return Piece(kind, offset + begin + dates[0].start, offset + len(text.rstrip(" ,)")), mark)


def _byline_piece(text: str, offset: int) -> Piece | None:
    """“By Ana Ruiz”, “Ana Ruiz, Political Editor”, “Ana Ruiz in Leeds”, “Staff reporter”."""
    by = BY.match(text)
    begin = by.end() if by else 0
    value = text[begin:].strip()
    mark = (offset, offset + len(text[:begin].rstrip())) if by else None
    if by and not value:
        return Piece(LineKind.BYLINE, offset + len(text), offset + len(text), mark)
    begin = text.index(value, begin) if value else begin
    if (by and _names_somebody(value)) or (not by and _signs(value)):
        return Piece(LineKind.BYLINE, offset + begin, offset + begin + len(value), mark)
    return None


def _names_somebody(value: str) -> bool:
    """Whether what follows “By” can be people or an agency: capitals, and small words of a byline."""
    words = value.split()
    if not 1 <= len(words) <= 14 or find_dates(value):
        return False
    if value[-1] in "!?:;" or (value[-1] == "." and len(words) > 6):
        return False
    if value.casefold().strip(".") in NOBODY or value.casefold() in _AGENCIES_FOLDED:
        return True
    if words[0].casefold() in ("the", "a") and not words[-1][0].isupper():
        return False
    if words[0][0].islower() and words[0] not in PARTICLES and not CONTACT.fullmatch(words[0]):
        return value.casefold() == value and words[0] in (
            "admin",
            "root",
            "user",
            "test",
            "null",
            "undefined",
        )
    return all(
        word[0].isupper() or not word[0].isalpha() or word.casefold().strip(",.") in LOWER_IN_BYLINE
        for word in words
    ) and not any(word[0].isdigit() for word in words)


def _signs(value: str) -> bool:
    """Whether a line without “By” is a byline all the same."""
    folded = value.casefold().strip(".")
    if folded in NOBODY or folded in _AGENCIES_FOLDED:
        return " " in folded or folded not in ("editor", "editors", "staff", "admin", "contributor")
    name, comma, role = value.partition(", ")
    if comma and is_name(name):
        return is_role(role) or role.casefold() in _AGENCIES_FOLDED or is_site(role)
    name, inside, place = value.partition(" in ")
    if inside and is_name(name) and len(name.split()) == 2:
        return all(NAME_WORD.fullmatch(word.strip(",")) for word in place.split()) and 0 < len(place) < 40
    names = re.split(r" and |, ", value)
    return 2 <= len(names) <= 5 and " and " in value and all(is_name(part) for part in names)


def _byline_and_date(text: str, offset: int) -> list[Piece]:
    """“By Ana Ruiz, 5 May 2026” and “Published 5 May 2026 By Ana Ruiz” without a joint."""
    if not re.search(r"\b[Bb][Yy]\b", text):
        return []
    dates = find_dates(text)
    if not dates:
        return []
    start, end = dates[0].start, dates[-1].end
    label = re.search(
        r"[,\s(]*(?:(?:last\s)?(updated)|published|posted)?(?:\son)?:?\s*\Z", text[:start], re.IGNORECASE
    )
    cut = label.start() if label else start
    before, after = text[:cut].strip(" ,"), text[end:].strip(" ,).")
    kind = LineKind.MODIFIED if label and label.group(1) else LineKind.PUBLISHED
    dated = Piece(kind, offset + start, offset + end)
    if before and BY.match(before) and (not after or CLOCK.fullmatch(after)):
        signed = _byline_piece(before, offset)
        return [signed, dated] if signed else []
    if after and BY.match(after) and not before:
        signed = _byline_piece(after, offset + text.index(after, end))
        return [dated, signed] if signed else []
    return []


# -- tags -----------------------------------------------------------------------------------------

_FUSED = regex(r"[a-z][A-Z]|(?<![A-Za-z])[A-Z]{2,5}[a-z]{3}|[a-z]{3}\d{4}(?!\d)|(?<!\d)\d{4}[A-Z][a-z]")
_NAME_SHAPES = regex(r"\b(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|Al-|el-)[A-Z]|\b[a-z][A-Z]")
_NOT_TAGS = regex(r"\([^)]*\d|\sv\s|\d+-\d+|://|[.!?;]\Z|[.!?]\s|\b[Rr]eplacements?:|[\"“”]")


def fused_boundaries(text: str) -> int:
    """How often two words meet without a space in a way that only lost separators explain."""
    return max(len(_FUSED.findall(text)) - len(_NAME_SHAPES.findall(text)), 0)


def can_be_tags(text: str) -> bool:
    """A line without a sentence in it: no full stop, no finite verb, no score, no address."""
    words = text.split()
    return (
        1 <= len(words) <= 30
        and not _NOT_TAGS.search(text)
        and not any(word.casefold().strip(",") in FINITE_VERBS for word in words)
    )


def tag_entries(line: str) -> list[tuple[int, int]]:
    """Where the tags of a tag line stand, its label left out; a fused string is one entry.

    Empty when the line is no tag line. Commas alone count only with three entries of at most four
    words, so ask for the last lines of an article only.
    """
    text = line.strip()
    if not text or len(text) > 600:
        return []
    begin = line.index(text[0])
    end = begin + len(text)
    label = TAG_LABEL.match(line, begin)
    if label:
        begin = label.end()
        if line.startswith("#", begin) and HASHTAGS.fullmatch(line, begin, end):
            return _cut(line, begin, end, r"[\s,]+")
        return _cut(line, begin, end, rf"\s*[,;/{JOINTS}]\s*")
    if HASHTAGS.fullmatch(line, begin, end):
        return _cut(line, begin, end, r"[\s,]+")
    if not can_be_tags(text):
        return []
    for joint in (rf"\s*[{JOINTS}]\s*", r"\s*,\s*", r"\s+/\s+"):
        entries = _cut(line, begin, end, joint)
        if len(entries) >= 3 and all(len(line[a:b].split()) <= 4 for a, b in entries):
            return entries
    return [(begin, end)] if fused_boundaries(text) >= 2 else []


def tag_label(line: str) -> tuple[int, int] | None:
    """Where the label of a tag line stands: “Tags”, “Filed under”."""
    found = TAG_LABEL.match(line, len(line) - len(line.lstrip()))
    return (found.start(), found.start() + len(found.group().rstrip(" :：\t"))) if found else None


def _cut(line: str, begin: int, end: int, joint: str) -> list[tuple[int, int]]:
    entries: list[tuple[int, int]] = []
    at = begin
    for match in re.compile(joint).finditer(line, begin, end):
        entries.append((at, match.start()))
        at = match.end()
    entries.append((at, end))
    return [(start, stop) for start, stop in entries if line[start:stop].strip()]
