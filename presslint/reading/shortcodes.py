"""The syntax that site generators add to Markdown, found and masked before the text is parsed.

Every character of a shortcode is replaced by one filler character, so that offsets hold. What stood
there is kept in `Masked`: embeds, template values, comments, code, and regions such as admonitions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presslint.language.alternatives import any_of
from presslint.model.regex import regex
from presslint.model.source import Span


class Role(Enum):
    """What a masked stretch does to the copy."""

    EMBED = "embed"  # shows something that is not copy
    VALUE = "value"  # is replaced by a value when the page is made; read as it is written
    DROP = "drop"  # leaves nothing on the page
    COMMENT = "comment"
    CODE = "code"


class Mask(Struct, frozen=True):
    """A masked stretch; `inner` is the content of a comment or code."""

    start: int
    end: int
    role: Role
    name: str = ""
    inner: Span | None = None
    block: bool = False  # stands on lines of its own


class Region(NamedTuple):
    """Copy between an opening and a closing mark, the marks included."""

    start: int
    end: int
    name: str
    title: Span | None = None


class Masked:
    """`text` parses as plain Markdown; places are offsets of the whole source, masks stand in order."""

    __slots__ = ("text", "masks", "regions", "dialect", "_starts", "_ends")

    def __init__(
        self, text: str, masks: tuple[Mask, ...] = (), regions: tuple[Region, ...] = (), dialect: str = ""
    ) -> None:
        self.text = text
        self.masks = masks
        self.regions = regions
        self.dialect = dialect
        self._starts = [mask.start for mask in masks]
        self._ends = [mask.end for mask in masks]

    def at(self, start: int, end: int) -> tuple[Mask, ...]:
        """The masks that lie wholly or partly between `start` and `end`, in order."""
        first = bisect_right(self._ends, start)
        if first == len(self._ends) or self._starts[first] >= end:
            return ()
        return self.masks[first : bisect_left(self._starts, end, first)]


IMAGE_NAME = regex(r"(?:^|[-_])(?:figure|img|image|photo|picture)(?:[-_]|$)", re.I)
PARAMETER = regex(r"(?<![\w-])([\w-]{1,40}+)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)")
IMAGE_PARAMETERS = {
    **dict.fromkeys(("src", "url", "image", "path", "file"), "target"),
    **dict.fromkeys(("alt", "alttext", "alt_text"), "alt"),
    "caption": "caption",
    **dict.fromkeys(("credit", "attr", "attribution", "copyright", "photographer"), "credit"),
}


def image_parameters(text: str, mask: Mask) -> dict[str, Span]:
    """Where an image shortcode says its target, alt, caption and credit; empty for other shortcodes.

    Only named parameters count. Where none gives a text alternative, it may come from the site's data.
    """
    if mask.role is not Role.EMBED or IMAGE_NAME.search(mask.name) is None:
        return {}
    found: dict[str, Span] = {}
    for match in PARAMETER.finditer(text, mask.start, mask.end):
        meaning = IMAGE_PARAMETERS.get(match.group(1).lower())
        group = next(number for number in (2, 3, 4) if match.group(number) is not None)
        if meaning is not None:
            found.setdefault(meaning, Span(*match.span(group)))
    return found if "target" in found and "alt" in found else {}


REACH = 4000  # characters of a tag that are looked through at any time; for longer ones there are TRIES
TRIES = 16  # searches of a whole text that may fail, so that all of them take linear time
BRACE_LIMIT = 20  # deeper braces are no attribute

WORDPRESS = any_of(
    "gallery caption embed video audio playlist youtube vimeo twitter tweet instagram soundcloud spotify facebook",
    "tiktok contact-form-7 sourcecode wpvideo slideshow pullquote googlemaps",
    "et_pb_[a-z_]{1,40} vc_[a-z_]{1,40} su_[a-z_]{1,40}",
)
# every branch begins with a literal, which lets the search skip all other characters
OPENERS = regex(
    rf"\{{\{{[<%]|\{{%|\{{\{{|\{{::?|\{{(?=[#. \w])(?<=[)\]`]\{{)|:::+"
    rf"|\[/?{WORDPRESS}(?=[\s\]/=])|<!--|```+|~~~+|=[A-Z][A-Z_]{{1,30}}="
)
MDX_OPENERS = regex(
    OPENERS.pattern + r"|^(?:import|export)[ {*].*" + r"|</?(?:[A-Z][\w.]{0,80}(?=[\s/>])|(?=>))" + r"|\{",
    re.M,
)
WORDPRESS_HINT = regex(rf"\[/?{WORDPRESS}[\s\]/=]")
# a house's own markup: `=CODE_START=` … `=CODE_END=`, `=PICTURE=pier.jpg=The pier=`
OWN_HINT = regex(r"^=[A-Z][A-Z_]{1,30}=", re.M)
OWN_STOP = regex(r"(?:\r\n|\r(?!\n)|\n)(?:[ \t]*(?=\r|\n|\Z)|(?==[A-Z][A-Z_]{1,30}=))")
OWN_END = regex(r"=[ \t]*(?=\r|\n|\Z)")
OWN_TITLE = regex(r"[*_]{0,3}([^\r\n=*_][^\r\n=]{0,199}?)[*_]{0,3}=[ \t]*(?=\r|\n|\Z)")
IMPORT = regex(r"\s*import\s[^\n]{1,300}['\"][^'\"\n]{1,300}['\"];?[ \t]*(?=\r|\n|\Z)")
TAG_MARK = regex(r"[\"'{}<>]")
LINE_END = regex(r"\r|\n")
CODE_LINE = regex(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
BLANK_LINE = regex(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")

HUGO = regex(r"\{\{[<%]-?\s{0,50}(?P<close>/\s{0,50})?(?:/\*)?\s{0,50}(?P<name>[\w./-]*)")
# what a shortcode of several paragraphs may hold between its marks: strings, in which anything may stand
PARTS = {
    mark: regex(
        rf"{re.escape(mark)}|\"(?:[^\"\\]|\\.)*+\"|`[^`]*+`|[\"`]|(?:\r\n|\r|\n)[ \t]*(?=\r|\n)", re.S
    )
    for mark in (">}}", "%}}", "%}")
}
BEGIN = {">}}": "{{<", "%}}": "{{%", "%}": "{%"}
# `{#id .class key="value"}` behind a picture, a link or code; braces around anything else are text
ATTRIBUTES = regex(
    r"\{:?(?:[ \t]{1,9}|[#.][^\s{}\"'=]{1,100}|[\w:-]{1,60}=(?:\"[^\"]{0,4000}\"|'[^']{0,4000}'|[^\s{}\"']{1,200}))++\}"
)
ALT_ATTRIBUTE = regex(r"(?<![\w-])(?:fig-)?alt=(?:\"([^\"]{1,4000})\"|'([^']{1,4000})')")
HEADING_LINE = regex(
    r"^[ ]{0,3}#{1,6}[ \t][^\n{]{0,1000}(\{[^{}\n]{1,300}\})[ \t]*#*[ \t]*$"
    r"|^[^\n{]{1,1000}(\{[^{}\n]{1,300}\})[ \t]*\n[ ]{0,3}(?:=+|-+)[ \t]*$",
    re.M,
)

LIQUID = regex(r"\{%-?\s{0,50}(?P<name>\w*)")
WORDPRESS_NAME = regex(r"\[(?P<close>/?)(?P<name>[\w-]+)")
FENCE = regex(
    r"[ ]{0,3}:{3,}[ \t]*(?:\{[ \t]*\.?(?P<braced>[\w-]+)[^}\n]*\}|(?P<name>[\w-]+))?"
    r"(?:\[(?P<label>[^\]\n]*)\]|[ \t]+(?P<title>[^\r\n{]*?))?[ \t]*(?:\{[^}\n]*\})?[ \t]*"
)
LINE = regex(r"[^\r\n]{0,300}(?=\r|\n|\Z)")

# what a paired shortcode or admonition makes of the copy in it
NOTES = frozenset(
    "note tip info warning caution danger important alert notice admonition callout aside box infobox "
    "sidebar hint attention error success question example quotebox".split()
)
QUOTES = frozenset("quote blockquote quote-block pullquote pull-quote epigraph".split())
CODES = frozenset(
    "highlight code mermaid chart math katex latex codeblock sourcecode diagram plantuml".split()
)
OWN_CODES = frozenset("code listing source console terminal shell commands output verbatim pre".split())
OWN_BOXES = {"box": "box", "note": "note", "sidebar": "sidebar", "quote": "quote"}
LIQUID_CONTROL = frozenset(
    "if elsif else endif unless endunless case when endcase for endfor break continue tablerow endtablerow "
    "assign capture endcapture increment decrement cycle raw endraw verbatim endverbatim set endset block "
    "endblock macro endmacro import from extends call endcall filter endfilter asyncEach endeach".split()
)
FILTER = regex(r"[\"'\w)\]]\s{0,9}\||\w\(")
JEKYLL_HINT = regex(r"\{%-?\s*(?:post_url|link|highlight|include\s+[\w./-]+\.html)\b|\{\{\s*(?:site|page)\.")
ELEVENTY_HINT = regex(r"\{\{[^}\n|]{1,200}\|\s*url\b|\{%-?\s*(?:set|asyncEach|macro)\b")


def alt_attribute(text: str, mask: Mask) -> Span | None:
    """Where attributes behind a picture say its text alternative, as Quarto writes it: `{fig-alt="…"}`."""
    found = ALT_ATTRIBUTE.search(text, mask.start, mask.end)
    return Span(*found.span(found.lastindex or 0)) if found is not None else None


def without_false_attributes(text: str) -> str:
    """`## {name}` with braces that no parser takes for attributes, in as many characters."""
    pieces: list[str] = []
    at = 0
    for match in HEADING_LINE.finditer(text):
        group = match.lastindex or 0
        if ATTRIBUTES.fullmatch(match[group]) is None and match[group] not in ("{-}", "{.}"):
            start, end = match.span(group)
            pieces += (text[at:start], "x", text[start + 1 : end - 1], "x")
            at = end
    return "".join(pieces) + text[at:] if pieces else text


def mask(text: str, start: int = 0, *, mdx: bool = False) -> Masked:
    """Mask the shortcodes of `text` from `start` on; the masked text begins there."""
    body = text[start:]
    mdx = mdx or IMPORT.match(body) is not None
    if mdx or _has_shortcodes(body):
        return _Masker(text, start, mdx).run()
    return Masked(body)


def _has_shortcodes(body: str) -> bool:
    """A quick no for plain Markdown."""
    if "{" in body and any(mark in body for mark in ("{{", "{%", "{:", "){", "]{", "`{")):
        return True
    if ":::" in body:
        return True
    if "=" in body and OWN_HINT.search(body) is not None:
        return True
    return "[" in body and WORDPRESS_HINT.search(body) is not None


class _Open(Struct, frozen=True):
    number: int  # of the mask that opens it
    name: str
    title: Span | None


class _Masker:
    def __init__(self, text: str, start: int, mdx: bool) -> None:
        self.text = text
        self.start = start
        self.mdx = mdx
        self.masks: list[Mask] = []
        self.regions: list[Region] = []
        self.open: dict[str, list[_Open]] = {}
        self.fences: list[_Open] = []
        self.next: dict[object, int] = {}  # a closing mark or pattern -> where it stands next
        self.unclosed: set[str] = set()  # closing marks that no longer follow
        self.own_ends: set[str] = set()  # marks of a house's own that end what one has opened
        self.tries = TRIES
        self.dialect = "mdx" if mdx else ""

    def run(self) -> Masked:
        openers = MDX_OPENERS if self.mdx else OPENERS
        at = self.start
        while True:
            match = openers.search(self.text, at)
            if match is None:
                break
            opener = match[0]
            read = next(read for mark, read in READERS if opener.startswith(mark))
            at = max(read(self, match), match.start() + 1)
        return Masked(self.filled(), tuple(self.masks), tuple(sorted(self.regions)), self.dialect)

    # -- what each syntax is ----------------------------------------------------------------------

    def closing(self, mark: str, at: int) -> int:
        """Offset after the closing mark, or -1; a blank line ends the search unless it stands in a string."""
        found = self.following(mark, at)
        if found > len(self.text):
            return -1
        parted = self.following(BLANK_LINE, at) < found
        if mark in PARTS and (
            parted or self.text.count('"', at, found) % 2 or self.text.count("`", at, found) % 2
        ):
            end = self.closing_behind_strings(mark, at)
            if end >= 0:
                return end
        return -1 if parted else found + len(mark)

    def closing_behind_strings(self, mark: str, at: int) -> int:
        """Offset after the closing mark that stands in no string, or -1; only so many searches may fail."""
        if not self.tries:
            return -1
        start = at
        while True:
            part = PARTS[mark].search(self.text, at)
            if part is not None and part[0] == mark and BEGIN[mark] not in self.text[start : part.end()]:
                return part.end()
            if part is None or part[0][0] not in '"`' or len(part[0]) == 1:
                self.tries -= 1
                return -1
            at = part.end()

    def following(self, what: str | re.Pattern[str], at: int) -> int:
        """Where it next stands from `at` on, or out of all reach; no stretch of text is searched twice."""
        known = self.next.get(what, -1)
        if known < at:
            if isinstance(what, str):
                known = self.text.find(what, at)
            else:
                match = what.search(self.text, at)
                known = match.start() if match is not None else -1
            known = self.next[what] = known if known >= 0 else len(self.text) + 1
        return known

    def closer(self, pattern: str, at: int) -> re.Match[str] | None:
        """The closing shortcode after `at`; once none follows, the search is not made again."""
        if pattern in self.unclosed:
            return None
        found = re.compile(pattern).search(self.text, at)
        if found is None:
            self.unclosed.add(pattern)
        return found

    def add(self, start: int, end: int, role: Role, name: str = "", inner: Span | None = None) -> int:
        """Record a mask; returns where the search goes on."""
        self.masks.append(Mask(start, end, role, name, inner, self.alone(start, end)))
        return end

    def alone(self, start: int, end: int) -> bool:
        """True when nothing but quote marks and white space stands beside it on its lines."""
        before = self.text[self.line_start(start) : start]
        after = self.text[end : end + 200].partition("\n")[0].partition("\r")[0]
        return not before.strip(" \t>") and not after.strip()

    def line_start(self, at: int) -> int:
        """Where the line begins, or a place within it when it is long."""
        first = max(at - 200, self.start)
        return max(self.text.rfind("\n", first, at), self.text.rfind("\r", first, at), first - 1) + 1

    def pair(self, name: str, closes: bool, start: int, end: int, empty: bool = False) -> int:
        """A shortcode that may have a partner: copy between two of a name is a region."""
        if closes:
            waiting = self.open.get(name)
            if waiting:
                opener = waiting.pop()
                first = self.masks[opener.number]
                if self.text[first.end : start].strip():
                    self.masks[opener.number] = replace(first, role=Role.DROP)
                    self.regions.append(Region(first.start, end, name))
            return self.add(start, end, Role.DROP, name)
        if not empty:
            self.open.setdefault(name, []).append(_Open(len(self.masks), name, None))
        return self.add(start, end, Role.EMBED, name)

    def comment(self, match: re.Match[str]) -> int:
        """What stands in a comment is none of ours."""
        close = self.closer("-->", match.end())
        return close.end() if close is not None else match.end()

    def own(self, match: re.Match[str]) -> int:
        """A house's own markup at the start of a line: code or a box between two marks, a picture, a quote."""
        start = match.start()
        if self.line_start(start) != start:
            return match.end()
        name = match[0].strip("=").lower()
        if name.endswith("_end"):
            return self.add(start, match.end(), Role.DROP, name) if name in self.own_ends else match.end()
        if name.endswith("_start"):
            return self.own_pair(match, name.removesuffix("_start"))
        ends = [
            found.end() for found in OWN_END.finditer(self.text, match.end() - 1, self.own_stop(match.end()))
        ]
        return self.add(start, ends[-1], Role.EMBED, name) if ends else match.end()

    def own_pair(self, match: re.Match[str], name: str) -> int:
        mark = f"\n={name.upper()}_END="
        close = self.following(mark, match.end()) if self.tries else len(self.text) + 1
        if close > len(self.text):
            self.tries = max(self.tries - 1, 0)
            return match.end()
        start, end = match.start(), close + len(mark)
        if not OWN_CODES.isdisjoint(name.split("_")):
            return self.add(start, end, Role.CODE, name, Span(match.end(), close))
        title = OWN_TITLE.match(self.text, match.end())
        kind = next((kind for word, kind in OWN_BOXES.items() if word in name), "")
        if kind:
            words = Span(*title.span(1)) if title is not None else None
            self.regions.append(Region(start, end, kind, words))
        self.own_ends.add(f"{name}_end")
        return self.add(start, title.end() if title is not None else match.end(), Role.DROP, name)

    def own_stop(self, at: int) -> int:
        """Where a block of a house's own markup ends at the latest: a blank line, or the next of them."""
        return min(self.following(OWN_STOP, at), at + REACH, len(self.text))

    def code(self, match: re.Match[str]) -> int:
        """A fenced block of code shows shortcodes as they are written."""
        text, start = self.text, match.start()
        line = CODE_LINE.fullmatch(text, self.line_start(start), start)
        mark = match.group()
        rest = LINE.match(text, match.end())
        if line is None or rest is None or (mark[0] == "`" and "`" in rest.group()):
            return match.end()
        close = self.closer(
            rf"[\r\n][ \t>]*{mark[0]}{{{min(len(mark), 99)},}}[ \t]*(?=\r|\n|\Z)", match.end()
        )
        return close.end() if close is not None else len(text)

    def hugo(self, match: re.Match[str]) -> int:
        start = match.start()
        mark = ">}}" if match.group()[-1] == "<" else "%}}"
        end = self.closing(mark, match.end())
        found = HUGO.match(self.text, start)
        if end < 0 or found is None:
            return match.end()
        self.dialect = self.dialect or "hugo"
        name = found.group("name").rstrip("/")
        closes = found.group("close") is not None
        if name.lower() in CODES and not closes:
            close = self.closer(r"\{\{[<%]\s{0,9}/\s{0,9}" + re.escape(name) + r"\s{0,9}[>%]\}\}", end)
            if close is not None:
                return self.add(start, close.end(), Role.CODE, name, Span(end, close.start()))
        empty = self.text[end - 4 : end - 3] == "/"
        return self.pair(name, closes, start, end, empty)

    def liquid(self, match: re.Match[str]) -> int:
        start = match.start()
        end = self.closing("%}", match.end())
        found = LIQUID.match(self.text, start)
        if end < 0 or found is None:
            return match.end()
        self.hint()
        name = found.group("name")
        if name in ("comment", "highlight", "codeblock"):
            close = self.closer(r"\{%-?\s{0,9}end" + name + r"\s{0,9}-?%\}", end)
            if close is not None:
                role = Role.COMMENT if name == "comment" else Role.CODE
                return self.add(start, close.end(), role, name, Span(end, close.start()))
        if name in LIQUID_CONTROL:
            return self.add(start, end, Role.DROP, name)
        if name.startswith("end"):
            return self.pair(name[3:], True, start, end)
        return self.pair(name, False, start, end)

    def hint(self) -> None:
        if not self.dialect:
            if ELEVENTY_HINT.search(self.text, self.start):
                self.dialect = "eleventy"
            else:
                self.dialect = "jekyll" if JEKYLL_HINT.search(self.text, self.start) else "liquid"

    def value(self, match: re.Match[str]) -> int:
        end = self.closing("}}", match.end())
        if end < 0:
            return match.end()
        if not self.dialect and (
            JEKYLL_HINT.match(self.text, match.start()) or ELEVENTY_HINT.match(self.text, match.start())
        ):
            self.hint()
        expression = self.text[match.end() : end - 2].strip()
        if FILTER.search(expression) is not None:  # computed: its words are not known here
            self.hint()
            return self.add(match.start(), end, Role.EMBED, expression.rpartition("|")[2].strip())
        return self.add(match.start(), end, Role.VALUE, expression)

    def kramdown(self, match: re.Match[str]) -> int:
        start = match.start()
        end = self.text.find("}", match.end(), match.end() + 400)
        if end < 0 or "\n" in self.text[start:end] or end == match.end():
            return match.end()
        written = self.text[match.end() : end].strip()
        end += 1
        if match.group() == "{::" and written.startswith("comment"):
            close = self.closer(r"\{:/(?:comment)?\}", end)
            if close is not None:
                return self.add(start, close.end(), Role.COMMENT, "comment", Span(end, close.start()))
        if match.group() == "{:" and not re.match(
            r"[#.\s/]|[A-Za-z][\w-]*(?:=|$)", self.text[match.end() : end - 1]
        ):
            return match.end()
        self.dialect = self.dialect or "jekyll"
        return self.add(start, end, Role.DROP, "attributes")

    def fence(self, match: re.Match[str]) -> int:
        """`:::note Title` and its closing `:::`."""
        start = match.start()
        if self.text[self.line_start(start) : start].strip(" "):
            return match.end()
        line = LINE.match(self.text, start)
        found = FENCE.fullmatch(self.text, start, line.end()) if line else None
        if found is None:
            return match.end()
        name = (found.group("name") or found.group("braced") or "").lower().removeprefix("callout-")
        title = next((Span(*found.span(group)) for group in ("label", "title") if found.group(group)), None)
        if name:
            self.fences.append(_Open(len(self.masks), name, title))
        elif self.fences:
            opener = self.fences.pop()
            self.regions.append(
                Region(self.masks[opener.number].start, found.end(), opener.name, opener.title)
            )
            self.dialect = self.dialect or "docusaurus"
        else:
            return match.end()
        return self.add(start, found.end(), Role.DROP, ":::")

    def wordpress(self, match: re.Match[str]) -> int:
        start = match.start()
        end = self.closing("]", match.end())
        found = WORDPRESS_NAME.match(self.text, start)
        if end < 0 or found is None or self.text[end : end + 1] in ("(", "[", ":"):
            return match.end()
        self.dialect = self.dialect or "wordpress"
        name = found.group("name")
        if name == "embed" and not found.group("close"):
            close = self.text.find("[/embed]", end, end + REACH)
            if close >= 0:
                return self.add(start, close + 8, Role.EMBED, name)
        return self.pair(name, bool(found.group("close")), start, end)

    def module(self, match: re.Match[str]) -> int:
        """An `import` or `export` of MDX, up to the next blank line."""
        blank = BLANK_LINE.search(self.text, match.start())
        end = blank.start() if blank else len(self.text)
        return self.add(match.start(), end, Role.DROP, "module")

    def component(self, match: re.Match[str]) -> int:
        """A JSX tag; quoted attributes and braces may hold anything."""
        end = self.tag_end(match.end())
        if end < 0:  # no tag: nothing else on this line is worth the search
            line_end = LINE_END.search(self.text, match.end())
            return line_end.start() if line_end else len(self.text)
        written = match.group()
        name = written.lstrip("</")
        if not name:
            return self.add(match.start(), end, Role.DROP, "fragment")
        return self.pair(name, written.startswith("</"), match.start(), end, self.text[end - 2] == "/")

    def tag_end(self, at: int) -> int:
        """Offset after the `>` that ends a JSX tag, or -1; braces and quotation marks may hold others."""
        end = self.tag_end_within(at, at + REACH)
        if end < 0 and at + REACH < len(self.text) and self.tries:
            end = self.tag_end_within(at, len(self.text))
            self.tries -= end < 0
        return end

    def tag_end_within(self, at: int, limit: int) -> int:
        text = self.text
        depth = 0
        while True:
            match = TAG_MARK.search(text, at, limit)
            if match is None:
                return -1
            char, at = match.group(), match.end()
            if char in "\"'" and (depth or text[at - 2] in "= "):
                at = text.find(char, at, limit) + 1
                if not at:
                    return -1
            elif char == "{":
                depth += 1
                if depth > BRACE_LIMIT:
                    return -1
            elif char == "}":
                depth -= 1
            elif char == "<" and depth <= 0:
                return -1
            elif char == ">" and depth <= 0:
                return at

    def brace(self, match: re.Match[str]) -> int:
        """Attributes behind a picture, a link or code, or an expression of MDX."""
        found = ATTRIBUTES.match(self.text, match.start()) if match.start() > self.start else None
        if found is not None and self.text[match.start() - 1] in ")]`":
            return self.add(match.start(), found.end(), Role.DROP, "attributes")
        return self.expression(match) if self.mdx else match.end()

    def expression(self, match: re.Match[str]) -> int:
        """`{…}` of MDX: a comment or a value."""
        text, start = self.text, match.start()
        if text.startswith("/*", start + 1):
            end = self.following("*/}", start)
            if end < len(text):
                return self.add(start, end + 3, Role.COMMENT, "comment", Span(start + 3, end))
        end = self.closing("}", start)
        if end < 0:
            return match.end()
        return self.add(start, end, Role.VALUE, text[start + 1 : end - 1].strip())

    # -- the masked text --------------------------------------------------------------------------

    def filled(self) -> str:
        pieces: list[str] = []
        at = self.start
        for mask in self.masks:
            pieces.append(self.text[at : mask.start])
            pieces.append(_filler(self.text[mask.start : mask.end], mask))
            at = mask.end
        pieces.append(self.text[at:])
        return "".join(pieces)


# what an opener begins -> who reads it, the longest openers first
READERS: tuple[tuple[str, Callable[[_Masker, re.Match[str]], int]], ...] = (
    ("{{<", _Masker.hugo),
    ("{{%", _Masker.hugo),
    ("{{", _Masker.value),
    ("{%", _Masker.liquid),
    ("{:", _Masker.kramdown),
    ("{", _Masker.brace),
    (":::", _Masker.fence),
    ("[", _Masker.wordpress),
    ("<!--", _Masker.comment),
    ("<", _Masker.component),
    ("`", _Masker.code),
    ("~", _Masker.code),
    ("=", _Masker.own),
    ("", _Masker.module),
)
NOT_BREAK = regex(r"[^\r\n]+")


def _filler(written: str, mask: Mask) -> str:
    """As many characters, line breaks kept: a comment for a block, spaces for nothing, else a word."""
    if mask.role is Role.DROP and (mask.block or mask.name == ":::"):
        return _filled(" ", written)
    if (
        mask.block
        and mask.role is not Role.VALUE
        and len(written) >= 8
        and "\n" not in written[:4] + written[-3:]
        and "\r" not in written[:4] + written[-3:]
    ):
        return "<!--" + _filled("x", written[4:-3]) + "-->"
    return _filled("x", written)


def _filled(char: str, written: str) -> str:
    return NOT_BREAK.sub(lambda line: char * len(line[0]), written)
