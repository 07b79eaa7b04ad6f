"""The normal form of words: what a reader sees, however it is written.

Two blanks or a no-break space are a blank to a reader, a soft hyphen inside a word and a zero-width space are
nothing, a Cyrillic “а” between Latin letters is an “a”. In its normal form a text has

- one blank for each run of white space, none at its ends;
- no default-ignorable code points and no control characters; joiners, variation selectors and tags stay where
  a script or an emoji needs them;
- letters composed (NFC), mathematical, full-width and ligated ones as plain letters (their NFKC);
- the Latin letter for one of another script that looks like it, in a word that is otherwise Latin.

Rules look at this form. `Passage.written` gives what it was made from, for rules about those very characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from presslint.model.passage import MASK, Builder, Mark, Passage, Run, through
from presslint.model.regex import regex
from presslint.model.rewriting import Rewrite, Rewriting
from presslint.model.source import Source

# White_Space of Unicode's PropList.txt but the blank; the blank of Braille, which no other text uses, goes with it
SPACES = "\t\n\x0b\x0c\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2800"
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, and the marks of annotations
JOINERS = "\u200c\u200d"
SELECTORS = "\ufe00-\ufe0f"
TAGS = "\U000e0020-\U000e007f"
IGNORABLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
UNSEEN = f"{SPACES}{CONTROLS}{IGNORABLE}"
GAP = regex(rf"[{UNSEEN} ](?:[{UNSEEN} ]+|(?<! )|\Z|(?<=\A ))")  # but a blank between two words
BLANK = regex(f"[{SPACES} ]")
SHAPERS = regex(f"[{JOINERS}{SELECTORS}{TAGS}]*")
# scripts whose letters take another shape beside a joiner, and what emoji are made of
SHAPED = regex(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u20e3\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
GROUPED = regex(r"\d{3}(?!\d)")
NO_BREAK = frozenset("\xa0\u2007\u2009\u202f")  # that stand between groups of three figures

# letters and figures with a meaning of their own in Unicode that are read as the plain ones
COMPATIBLE = regex(
    "[\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a-\u212d\u212f-\u2131\u2133\u2134\u2145-\u2149\u24b6-\u24e9"
    "\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
)
WIDE = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts that full-width letters are at home in
COMBINED = regex("[^\\W\\d_][\u0300-\u036f\u3099\u309a]+")

# Unicode Technical Standard 39, confusables.txt: letters of other scripts with the Latin letter that is their
# prototype. Capitals that stand there for “l” are an “I” here; signs of mathematics and of phonetics are left out.
_OTHERS = """
АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ҮY ԌG ԜW аa еe оo рp сc уy хx ѕs іi јj ѵv һh ԁd ԛq ԝw ӏl ӀI
ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa γy ιi νv οo ρp υu ϲc ϳj ϹC ϺM ͿJ
ՍU ՏS ՕO աw գq զq հh ոn ռn սu ցg օo
ᎠD ᎡR ᎢT ᎥI ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎽY ᏀG ᏃZ ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK ᏴB ꭵi ꮃw ꮓz ꮩv ꮪs ꮯc
ⲎH ⲒI ⲔK ⲘM ⲚN ⲞO ⲟo ⲢP ⲣp ⲤC ⲥc ⲦT ⲨY ⲬX
ꓐB ꓑP ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU
"""
_SMALL_CAPITALS = "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg"
LATIN_OF = {pair[0]: pair[1] for pair in (_OTHERS + _SMALL_CAPITALS).split()}
_ALIKE = "".join(LATIN_OF)
_SMALL = "".join(pair[0] for pair in _SMALL_CAPITALS.split())
LATIN = "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u1e00-\u1eff"
LOOKALIKE = regex(f"[{_ALIKE}]")
BESIDE_LATIN = regex(f"[{LATIN}][{_ALIKE}]|[{_ALIKE}][{LATIN}]")
# a word of nothing but such letters; Greek ones are signs of mathematics
ALIKE_WORD = regex(rf"(?<!\w)[{''.join(sign for sign in _ALIKE if not 'Ͱ' <= sign <= 'Ͽ')}]+(?!\w)")
LATIN_WORD = regex(f"[{LATIN}{_SMALL}]{{3}}")
LATIN_LETTER = regex(f"[{LATIN}]")
SMALL_CAPITAL = regex(f"[{_SMALL}]")
OF_ITS_SCRIPT = regex(f"(?![{_ALIKE}])[\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf]")
GREEK = regex("[α-ω]")
# what most copy is written with; one of these stands in every other text that is not in its normal form
COMMON = regex("[ -~\xa1-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
UNUSUAL = regex(
    f"[{SPACES}{CONTROLS}{IGNORABLE}{COMPATIBLE.pattern[1:-1]}{MASK}\u0300-\u036f\u3099\u309a{_ALIKE}]"
)


def is_normal(text: str) -> bool:
    """Whether a text is in its normal form, told from its characters; of a few that are it says no."""
    if text.isascii():
        return text.isprintable() and "  " not in text
    return "  " not in text and (COMMON.fullmatch(text) is not None or UNUSUAL.search(text) is None)


def normal(passage: Passage) -> Passage:
    """A passage in its normal form, each character with the place of what it reads as; itself where it is in it."""
    if is_normal(passage.text):
        return passage
    for step in (_objects, _gaps, _composed, _latin):
        text = passage.text
        pieces = [piece for piece in step(passage) if text[piece.start : piece.end] != piece.text]
        if pieces:
            passage = _rewritten(passage, Rewriting(pieces))
    return passage


def sliced(whole: Passage, part: Passage) -> Passage:
    """The slice of a whole in its normal form that reads as `part`, a slice of what the whole was before."""
    start, end = part.at, part.at + len(part)
    for rewriting in reversed(list(_rewritings(whole))):
        start, end = rewriting.moved(start), rewriting.moved(end)
    cut = whole[start:end]
    return cut if part.root.text[part.at : part.at + len(part)] == part.text else normal(part)


def _rewritings(passage: Passage) -> Iterator[Rewriting]:
    """What was done to a whole, the last first."""
    former = passage._former
    while former is not None:
        passage, rewriting = former
        yield rewriting
        former = passage._former


def _rewritten(passage: Passage, rewriting: Rewriting) -> Passage:
    """A passage with some of its characters rewritten, and a way back to what it was."""
    builder = Builder(Source(passage.text))
    builder.add_all(rewriting.stretches(len(passage.text)))
    new = through(builder.passage(passage.part), passage)
    if not (new.text and passage.runs):
        new.runs = (Run(0, *passage.span, True),) if passage.runs else ()
    moved = [Mark(mark.kind, *map(rewriting.moved, (mark.start, mark.end))) for mark in passage.marks]
    new.marks = tuple(mark for mark in moved if mark.start < mark.end)
    new._former = (passage, rewriting)
    return new


# -- white space and what is not seen -----------------------------------------------------------------


def _objects(passage: Passage) -> Iterator[Rewrite]:
    """Object replacement characters that the writer left; a reader's own stand for something."""
    if MASK in passage.text and MASK in passage.source.text:
        for at, sign in enumerate(passage.text):
            if sign == MASK and passage.source.text[slice(*passage.place(at))] == MASK:
                yield Rewrite(at, at + 1, "")


def _gaps(passage: Passage) -> Iterator[Rewrite]:
    text = passage.text
    for found in GAP.finditer(text):
        start, end = found.span()
        shapers = SHAPERS.match(text, start, end) if start > 0 and SHAPED.match(text, start - 1) else None
        if shapers is not None:
            start = shapers.end()  # they go with the sign before
        gap = text[start:end]
        blank = BLANK.search(text, start, end)
        if blank is None or start == 0 or end == len(text):
            yield Rewrite(start, end, "")
        elif passage.is_unbroken(start, end):
            yield Rewrite(start, end, gap if _groups(text, start, gap) else " ")
        else:  # markup stands in it, which is no part of the blank
            yield Rewrite(start, blank.start(), "")
            yield Rewrite(blank.start(), blank.end(), " ")
            yield Rewrite(blank.end(), end, "")


def _groups(text: str, start: int, gap: str) -> bool:
    """Whether a no-break space stands between groups of figures: “25 000”."""
    return gap in NO_BREAK and text[start - 1].isdigit() and GROUPED.match(text, start + 1) is not None


# -- letters --------------------------------------------------------------------------------------------


def _composed(passage: Passage) -> Iterator[Rewrite]:
    text = passage.text
    found = [
        Rewrite(*match.span(), unicodedata.normalize("NFKC", match.group()))
        for match in COMPATIBLE.finditer(text)
    ]
    if found and WIDE.search(text):
        found = [piece for piece in found if not "\uff10" <= text[piece.start] <= "\uff5a"]
    if not unicodedata.is_normalized("NFC", text):
        found += [
            Rewrite(*match.span(), unicodedata.normalize("NFC", match.group()))
            for match in COMBINED.finditer(text)
        ]
    yield from sorted(found)


def _latin(passage: Passage) -> Iterator[Rewrite]:
    text = passage.text
    for start, end, latin in lookalikes(text):
        for at in range(start, end):
            if text[at] != latin[at - start]:
                yield Rewrite(at, at + 1, latin[at - start])


def lookalikes(text: str) -> Iterator[Rewrite]:
    """Words of a text in Latin letters and letters that look like them, each with the word that is read."""
    if LOOKALIKE.search(text) is None or (
        LATIN_LETTER.search(text) is None and SMALL_CAPITAL.search(text) is None
    ):
        return
    found = list(mixed_words(text))
    if LATIN_WORD.search(text) and OF_ITS_SCRIPT.search(text) is None:
        # nothing else is of that script, so that a word of such letters is Latin too
        found += [Rewrite(*match.span(), _read(match.group())) for match in ALIKE_WORD.finditer(text)]
    yield from sorted(found)


def mixed_words(text: str) -> Iterator[Rewrite]:
    """Words in which a letter of another script stands beside a Latin one that it looks like."""
    upto = 0
    while (found := BESIDE_LATIN.search(text, upto)) is not None:
        start, end = found.span()
        while start > upto and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        upto = end
        latin = _read(text[start:end])
        if all(map(LATIN_LETTER.match, latin)):
            yield Rewrite(start, end, latin)


def _read(word: str) -> str:
    """A word as it is read; Greek letters behind Latin capitals are signs: “TNFα”."""
    if GREEK.search(word) and not any("a" <= sign <= "z" for sign in word):
        return word
    return "".join(LATIN_OF.get(sign, sign) for sign in word)
