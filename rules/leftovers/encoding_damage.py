from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5
from typing import ClassVar, NamedTuple

from presslint import MASK, Article, Bad, Finding, Fix, Good, Kind, Passage, Rule, Severity, quoted, regex
from presslint.desk import WRONG_UMLAUT, Copy, code_spans, copies, mixed_words

# UTF-8 read as Windows-1252: a lead byte, then the characters that its continuation bytes became
LEAD = "ÂÃâðÐÑÅÄÎÏ"
# what has no shape: soft hyphens, joiners, marks of direction, line separators, selectors of variants
UNSEEN = "\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# the sign behind an emoji that asks for colour, its last byte often lost
COLOUR = "ï¸\x8f"
MOJIBAKE = regex(rf"(?:[{LEAD}][{TRAIL}]{{1,3}}(?:ï¸\x8f?)?)+")
# one of these stands in everything that is looked for
SUSPECT = regex(
    f"[{LEAD}][{TRAIL}]|[\x00-\x08\x0b\x0e-\x1f\x7f\u0080-\u009f\ufffd\ue000-\uf8fe{UNSEEN}\U000e0000-\U000e0fff]"
)
SIGNS_OF_DAMAGE = (*LEAD, "\ufffd")  # what else SUSPECT looks for is not printable
SURE = frozenset("ÂÃâð")  # the others are ordinary capitals: one pair alone proves nothing
SHOWN = frozenset(("headline", "dek", "description"))
WRONG = regex(WRONG_UMLAUT)
LOST = regex("\ufffd+")
CONTROL = regex("[\x00-\x08\x0b\x0e-\x1f\x7f\u0080-\u009f]+")
PRIVATE = regex("[\ue000-\ue1ff\ue207-\uf8fe]+")
REFERENCE = regex(
    r"&(?:amp;)?(?:nbsp|quot|[lr]squo|[lr]dquo|[mn]dash|hellip|apos|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
OTHER_SCRIPT = regex("[\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf]")
GREEK = regex("[\u0370-\u03ff]")
MATHEMATICAL = regex("[\U0001d400-\U0001d6a3]{3,60}(?: [\U0001d400-\U0001d6a3]{1,60}){0,20}")
INVISIBLE = regex(f"[{UNSEEN}]")
NAMED = regex(r"&(?:amp;)?([A-Za-z]{2,8}\d{0,2});")  # of those, the names that HTML knows
# a question mark that stands for what a program could not write
LOST_APOSTROPHE = regex(
    r"(?<![\w/?=&.#-])(?:[A-Za-z]{2,20}\?[st]|(?:I|you|we|they|s?he|it|that|there|who|[csw]h?ould)\?(?:ve|re|ll|d))"
    r"(?![\w?=/&])",
    re.I,
)
LOST_ELISION = regex(r"(?<![\w/?=&.#-])(?:[cdjlmnst]|[Qq]u)\?[aeéèêiîouhyàâœ][^\W\d_]{1,20}(?![?=/&])", re.I)
LOST_LETTER = regex(r"(?<![\w/?=&.#$*-])[^\W\d_]{2,20}\?[a-zà-ÿ]{2,20}(?![\w?=/&(])")
LOST_DASH = regex(r"(?<=[a-z,)”]) \?{1,3} (?=[a-zà-ÿ“])")
LOST_SIGN = regex(r"\?{1,4}\ufe0f?\s+(?=\w)")
TERNARY = regex(r" \? [^:?]{1,60} : ")
ELIDES = frozenset(("fr", "it", "ca"))  # languages that cut a vowel before an apostrophe
BLANK_BEFORE = frozenset(("fr", "und"))  # languages that set a blank before a question mark
FEW = 2  # single marks that open items or subheads before they are a loss
# joiners and direction marks do work in other scripts and between emoji
WORKING = regex(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc\u2190"
    "-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
TAGS = regex("(?<![\U0001f3f4\U000e0000-\U000e0fff])[\U000e0000-\U000e0fff]+")  # but those of a flag
SOFT_HYPHEN = "\u00ad"
MOST = 100  # places of one kind that get a finding each; copy with more is damaged throughout, which is one
JOINERS = frozenset("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e")


class Damage(NamedTuple):
    """One damaged place: its kind, the two halves of a message, what mends it."""

    kind: str
    where: Passage
    what: str
    advice: str
    fix: Fix | None = None
    severity: Severity | None = None


class EncodingDamage(Rule):
    """Every character is the one that the writer typed.

    “donâ€™t” was read in the wrong encoding, “caf�” has lost a letter, “&amp;nbsp;” was escaped twice, “don?t”,
    “boat ? a red one” and “## ?? Costs” have lost what a program could not write, and “Qülle” has an umlaut that a
    program made of “ue”.
    Damage that has one possible origin is mended by a safe fix; what cannot be told is left to a
    person. Control characters, a NUL among them, show as boxes or end the text in some programs. A word with a
    letter of another script that looks Latin (“fеrry” with a Cyrillic “е”) is found by no search, one in letters
    of mathematics is not read aloud. Invisible characters (zero-width spaces, soft hyphens outside words, stray
    direction marks) break search and line ends: they are a suggestion; tags, which can spell out words that no
    reader sees, a warning. Damage of one kind in more than three places is told as one; in more
    than a hundred the copy is damaged throughout, which is one finding. Code is left
    alone, so is a table cell that shows a character code and an invisible character that a program set between
    two tags; joiners stay where scripts and emoji need them. A question mark in an
    address, behind a blank in French or in an article that shows code is none of this.
    """

    severity = Severity.ERROR
    most_on_pages = Severity.WARNING
    as_one = "{what}, as in {places}; {remedy}."
    as_one_above = 3
    sources = ("W3C internationalisation: character encodings for beginners",)
    examples: ClassVar = (
        Good("Café Müller in São Paulo serves 20 °C beer; the sign read `donâ€™t`. Family: 👨‍👩‍👧.\n"),
        Good("עִבְרִית\u200f (Hebrew) and می‌خواهم (Persian) need their marks. NÃO é «BÂTIR».\n"),
        Bad(
            "They don[[â€™]]t stop at the caf[[Ã©]].\n",
            fix="They don’t stop at the café.\n",
            severity="error",
            says=(
                "“â€™” was read in the wrong encoding; write “’”.",
                "“Ã©” was read in the wrong encoding; write “é”.",
            ),
        ),
        Bad(
            "The caf[[\ufffd]] is closed.\n",
            says="A character was lost in “caf�”; look up the word and write it again.",
            severity="error",
        ),
        Bad(
            "The ferry[[&amp;nbsp;]]stops.\n",
            severity="error",
            says="“&nbsp;” is shown to the reader as it stands; write the character itself.",
        ),
        Bad(
            "The fer[[\0]]ry stops here, at the north pier.\n",
            says="A control character stands in “fer\0ry”; delete it, or write the character that was lost there.",
            severity="error",
        ),
        Bad(
            "The ferry[[\x08]] stops.\n",
            says="A control character stands in “ferry\x08”; delete it.",
            severity="error",
        ),
        Bad(
            "The caf[[\x81]] is closed.\n",
            says="A character was lost in “caf\x81”; look up the word and write it again.",
            severity="error",
        ),
        Bad(
            "The harbour is shut [[âš“ï¸\x8f]] today.\n",
            says="“âš“ï¸\x8f” was read in the wrong encoding; write “⚓️”.",
            fix="The harbour is shut ⚓️ today.\n",
            severity="error",
        ),
        Bad(
            "The harbour is shut [[âš“ï¸]] today.\n", fix="The harbour is shut ⚓️ today.\n", severity="error"
        ),
        Good('The sum <span class="sum"><span>\u200b</span></span> is four.\n'),
        Bad("[[â€™]]a, [[â€™]]b, [[â€™]]c.\n", fix="’a, ’b, ’c.\n", severity="error"),
        Bad(
            "[[â€™]]a, [[â€™]]b, [[â€™]]c, [[â€™]]d.\n",
            says="“â€™” was read in the wrong encoding; write “’”.",
            fix="’a, ’b, ’c, ’d.\n",
            severity="error",
        ),
        Bad(
            "[[â€™]]a, [[â€™]]b.\n\n[[â€™]]c.\n\n[[â€™]]d.\n", fix="’a, ’b.\n\n’c.\n\n’d.\n", severity="error"
        ),
        Bad(
            "[[â€™]]a.\n\n[[â€™]]b.\n\n[[â€™]]c.\n\n[[â€™]]d.\n",
            fix="’a.\n\n’b.\n\n’c.\n\n’d.\n",
            severity="error",
        ),
        Bad("[[â€™]]b.\n\n" * 100, fix="’b.\n\n" * 100, severity="error"),
        Bad(
            "[[â€™]]a.\n\n" + "â€™b.\n\n" * 100,
            says="“â€™” was read in the wrong encoding, as in 100 more places; write “’”.",
            fix="’a.\n\n" + "’b.\n\n" * 100,
            severity="error",
        ),
        Bad(
            "The data[[\u200b]]center is new.\n",
            says="An invisible character stands in “data\u200bcenter”; delete it.",
            fix="The datacenter is new.\n",
            severity="suggestion",
        ),
        Good("The pier is a\u00adb old.\n"),
        Bad(
            "The supercalifragilisticexpialidocious[[\u200b]]supercalifragilisticexpialidocious pier.\n",
            says="An invisible character stands in "
            "“rcalifragilisticexpialidocious\u200bsupercalifragilisticexpialido”; delete it.",
            fix="The supercalifragilisticexpialidocioussupercalifragilisticexpialidocious pier.\n",
            severity="suggestion",
        ),
        Bad(
            "The fare is[[\u0085]] late.\n",
            says="A control character stands in “is”; write “…”.",
            fix="The fare is… late.\n",
            severity="error",
        ),
        Bad(
            "The pier is [[\u00ad]]old.\n",
            says="An invisible character stands in “\u00adold”; delete it.",
            fix="The pier is old.\n",
            severity="suggestion",
        ),
        Bad(
            "[[â€™]]a.\n\n[[â€™]]b.\n\n[[â€™]]b.\n\n[[â€™]]b.\n\n[[â€™]]b.\n\n[[â€™]]b.\n\n[[â€™]]b.\n\n[[â€™]]b.\n",
            says="“â€™” was read in the wrong encoding; write “’”.",
            fix="’a.\n\n’b.\n\n’b.\n\n’b.\n\n’b.\n\n’b.\n\n’b.\n\n’b.\n",
            severity="error",
        ),
        Good("The Åš is a letter. The Ð° is one.\n"),
        Bad(
            "The 👨ab[[\u200d]] pier.\n",
            says="An invisible character stands in “👨ab\u200d”; delete it.",
            fix="The 👨ab pier.\n",
            severity="suggestion",
        ),
        Bad(
            "The caf[[\ue000]] is closed.\n",
            says="A character that most fonts do not have stands in “caf\ue000”; delete or replace it.",
            severity="warning",
        ),
        Good("&amp;nbsp;\n\nIt sails.\n"),
        Bad(
            "`â€™` and [[â€™]] are one.\n",
            says="“â€™” was read in the wrong encoding; write “’”.",
            fix="`â€™` and ’ are one.\n",
            severity="error",
        ),
        Bad(
            "**[[â€™]]** and [[â€™]] are one, and [[â€™]] too, and [[â€™]].\n",
            says="“â€™” was read in the wrong encoding; write “’”.",
            fix="**’** and ’ are one, and ’ too, and ’.\n",
            severity="error",
        ),
        Bad(
            "The [[Ð°Ð±]] sails.\n",
            says="“Ð°Ð±” was read in the wrong encoding; write “аб”.",
            fix="The аб sails.\n",
            severity="error",
        ),
        Bad(
            "The <i></i>[[\u200b]]pier is old.\n",
            says="An invisible character stands in “\u200bpier”; delete it.",
            fix="The <i></i>pier is old.\n",
            severity="suggestion",
        ),
        Good("The 👨a\u200d pier.\n"),
        Bad(
            "The [[\u200d]]ab👨 pier.\n",
            says="An invisible character stands in “\u200dab👨”; delete it.",
            fix="The ab👨 pier.\n",
            severity="suggestion",
        ),
        Good("The \u200da👨 pier.\n"),
        Good("👨\u200d is.\n"),
        Bad(
            "[[\u200b]]The pier.\n",
            says="An invisible character stands in “\u200bThe”; delete it.",
            fix="The pier.\n",
            severity="suggestion",
        ),
        Bad(
            "a[[\u0008]]b is.\n",
            says="A control character stands in “a\u0008b”; delete it, or write the character that was lost there.",
            severity="error",
        ),
        Bad(
            "`x`[[â€™]] is.\n",
            says="“â€™” was read in the wrong encoding; write “’”.",
            fix="`x`’ is.\n",
            severity="error",
        ),
        Bad(
            "The [[fеrry]] stops at the [[рiеr]], “the [[fеrry]]” too.\n",
            says=(
                "“fеrry” has a Cyrillic “е” among its Latin letters; write “ferry” in Latin letters.",
                "“рiеr” has a Cyrillic “р” and “е” among its Latin letters; write “pier” in Latin letters.",
                "“fеrry” has a Cyrillic “е” among its Latin letters; write “ferry” in Latin letters.",
            ),
            severity="error",
        ),
        Bad("The [[hαrbour]] board met.\n", fix="The harbour board met.\n", severity="error"),
        Good("TNFα, a photon of hν and 5 μm; Яndex, кино and Ελλάδα; `fеrry` is code, ꜰᴇʀʀʏ a style.\n"),
        Bad(
            "The [[𝐟𝐞𝐫𝐫𝐲 𝐬𝐭𝐨𝐩𝐬]] here.\n",
            says="“𝐟𝐞𝐫𝐫𝐲 𝐬𝐭𝐨𝐩𝐬” is set in letters of mathematics, which screen readers skip or spell; "
            "write “ferry stops”.",
            severity="warning",
        ),
        Good("Let 𝑥 and 𝐴𝐵 be given.\n"),
        Bad(
            "The pier[[\U000e006e\U000e006f\U000e0077]] is old.\n",
            says="3 invisible characters stand in “pier\U000e006e\U000e006f\U000e0077” and say “now”; delete them.",
            fix="The pier is old.\n",
            severity="warning",
        ),
        Bad("The p[[\u034f]]ier, s[[\ufe0f]]afe and o[[\ufffc]]ld.\n", fix="The pier, safe and old.\n"),
        Bad("A [[\x1f]]pier.\n", severity="error"),
        Good(
            "A flag 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f, a heart ❤\ufe0f, a key 1\ufe0f\u20e3.\n"
        ),
        Bad(
            "# Pier\n\n[[\u200b]]\n\nIt is old.\n",
            says="An invisible character stands in “\u200b”; delete it.",
            severity="suggestion",
        ),
        Bad(
            "The â€[[\u009d\u0081]] is.\n",
            says="A character was lost in “â€\u009d\u0081”; look up the word and write it again.",
            severity="error",
        ),
        Bad(
            "We [[don?t]] know, and [[it?s]] late.\n",
            says=(
                "“don?t” has lost its apostrophe; write “don’t”.",
                "“it?s” has lost its apostrophe; write “it’s”.",
            ),
            severity="error",
        ),
        Bad(
            "Le bateau de [[l?île]] est en retard et la mairie ne le sait pas encore, dit le maire de la ville.\n",
            says="“l?île” has lost its apostrophe; write “l’île”.",
            settings={"language": "fr"},
        ),
        Bad(
            "The [[na?ve]] crew left.\n",
            says="A character was lost in “na?ve”; write it again.",
            severity="warning",
        ),
        Bad(
            "The boat[[ ? ]]a red one left.\n",
            says="A dash or another sign was lost at “boat ? a”; write it again.",
            severity="warning",
        ),
        Bad(
            "It sails.\n\n## [[?? ]]The costs of it\n\nThey rise.\n",
            says="A sign was lost before “The costs of it”; write it again or cut the mark.",
            severity="warning",
        ),
        Bad("- [[? ]]Boats are here\n- [[? ]]Crews are here\n", severity="warning"),
        Good("It sails.\n\n- ? Boats are here\n- Crews are here\n"),
        Good("See pier.example.org/boat?page=two or say yes? No? The `?` operator and a ? b : c are code.\n"),
        Good("The `boat` has the ? operator and is late.\n"),
        Good(
            "Que faire ? demande la mairie, et le bateau ? il est en retard, dit le maire de la ville à tous.\n",
            settings={"language": "fr"},
        ),
        Bad(
            "Die [[qü]]lle ist trüb und das Boot ist spät, sagt der Rat der Stadt, und alle sind geübt.\n",
            says="In “qülle” “ue” was taken for an umlaut; write “que” there.",
            settings={"language": "de"},
            severity="warning",
        ),
        Bad(
            "Ein n[[eü]]s Boot ist [[manüll]] gebaut, sagt der Rat der Stadt, und der Müll ist fort.\n",
            settings={"language": "de"},
            severity="warning",
        ),
        Good(
            "Das geübte Boot ist voll Müll, und der Rat der Stadt ist reüssiert.\n",
            settings={"language": "de"},
        ),
        Bad(
            "The boat [[&amp;amp;]] the crew left.\n",
            says="“&amp;” is shown to the reader as it stands; write “&”.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: The boat[[&#8217;]]s crew\n---\n\nIt left.\n",
            says="“&#8217;” is shown to the reader as it stands; write the character itself.",
            severity="suggestion",
        ),
        Good("---\ntitle: Boat\nslug: boat&#8217;s\n---\n\nIt left &amp;boat; there.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found: dict[str, list[Damage]] = {}
        for copy in copies(article):
            for damage in self.damages(copy):
                found.setdefault(damage.kind, []).append(damage)
            for damage in _lost(article, copy):
                found.setdefault(damage.kind, []).append(damage)
        if len(found.get("sign", ())) < FEW and not any(
            damage.where.text.startswith("??") for damage in found.get("sign", ())
        ):
            found.pop("sign", None)
        if any(problem.kind == "encoding" for problem in article.problems):
            found.pop("lost", None)  # wrong-bytes says where they were lost
        for damages in found.values():
            if len(damages) > MOST:
                yield self.report(damages)
            else:
                yield from (self.report([damage]) for damage in damages)

    def report(self, damages: list[Damage]) -> Finding:
        """One finding for damage of one kind, at the first place."""
        first, *others = damages
        more = f", as in {len(others)} more place{'s' if len(others) > 1 else ''}" if others else ""
        return self.finding(
            first.where,
            f"{first.what}{more}; {first.advice}.",
            severity=first.severity,
            fix=_joined(damages),
            see=tuple((other.where, "damaged too") for other in others),
        )

    def damages(self, copy: Copy) -> Iterator[Damage]:
        written = copy.passage.written
        text = written.text
        plain = text.isprintable() and (text.isascii() or not any(sign in text for sign in SIGNS_OF_DAMAGE))
        if not (plain and written is copy.passage) and SUSPECT.search(text):
            yield from self.characters(copy)
        if written is not copy.passage:  # it is not in its normal form
            yield from self.letters(copy, written)
        if "&" in text:
            yield from self.references(copy)

    def characters(self, copy: Copy) -> Iterator[Damage]:
        broken: list[tuple[int, int]] = []
        for where in _stretches(copy, MOJIBAKE):
            mended = _mended(where.text)
            if mended is not None:
                broken.append((where.at, where.at + len(where)))
                yield Damage(
                    "mojibake",
                    where,
                    f"{quoted(where.text)} was read in the wrong encoding",
                    f"write {quoted(mended)}",
                    self.mend(copy, where, mended),
                )
        for where in _stretches(copy, LOST):
            what = f"A character was lost in {_around(where)}"
            yield Damage("lost", where, what, "look up the word and write it again")
        for where in _stretches(copy, CONTROL):
            if not any(start <= where.at < end for start, end in broken):
                yield self.control(copy, where)
        for where in _stretches(copy, PRIVATE):
            what = f"A character that most fonts do not have stands in {_around(where)}"
            yield Damage("private", where, what, "delete or replace it", severity=Severity.WARNING)
        for where in _stretches(copy, TAGS):
            said = "".join(chr(ord(sign) & 0x7F) for sign in where.text)
            what = f"{len(where)} invisible characters stand in {_around(where)}" + (
                f" and say {quoted(said)}" if said.isprintable() and said.isascii() else ""
            )
            fix = self.mend(copy, where, "")
            yield Damage("tags", where, what, "delete them", fix, Severity.WARNING)
        for where in _stretches(copy, INVISIBLE):
            if not _works(where):
                yield Damage(
                    "invisible",
                    where,
                    f"An invisible character stands in {_around(where)}",
                    "delete it",
                    self.mend(copy, where, ""),
                    Severity.SUGGESTION,
                )

    def letters(self, copy: Copy, written: Passage) -> Iterator[Damage]:
        """Letters that are not what they look like."""
        for start, end, latin in mixed_words(written.text):
            where = written[start:end]
            others = OTHER_SCRIPT.findall(where.text)
            if not others or _is_code(where) or (GREEK.search(where.text) and len(where) - len(others) < 3):
                continue  # small capitals are Latin, a Greek letter beside one or two is a symbol
            what = f"{quoted(where.text)} has {_listed(others)} among its Latin letters"
            advice = f"write {quoted(latin)} in Latin letters"
            yield Damage("script", where, what, advice, self.mend(copy, where, latin))
        for where in _stretches(copy, MATHEMATICAL):
            plain = unicodedata.normalize("NFKC", where.text)
            what = (
                f"{quoted(where.text)} is set in letters of mathematics, which screen readers skip or spell"
            )
            yield Damage("mathematical", where, what, f"write {quoted(plain)}", severity=Severity.WARNING)

    def control(self, copy: Copy, where: Passage) -> Damage:
        """A control character: a byte of another encoding, the rest of a lost character, or nothing at all."""
        what = f"A control character stands in {_around(where)}"
        if not where.text.isascii():
            mended = _decoded(where.text, "latin-1", "cp1252")
            if mended is None:
                what = f"A character was lost in {_around(where)}"
                return Damage("lost", where, what, "look up the word and write it again")
            return Damage("control", where, what, f"write {quoted(mended)}", self.mend(copy, where, mended))
        root, start, end = where.root.text, where.at, where.at + len(where)
        within = root[max(start - 1, 0) : start].isalnum() and root[end : end + 1].isalnum()
        advice = "delete it, or write the character that was lost there" if within else "delete it"
        return Damage("control", where, what, advice)

    def references(self, copy: Copy) -> Iterator[Damage]:
        field = copy.field
        if field is not None and (field.name not in SHOWN or field.origin != "front matter"):
            return
        seen: list[int] = []
        for where in _stretches(copy, REFERENCE):
            if len(where) == len(where.root.text.strip()):
                continue  # a table of codes: the cell shows one on purpose
            seen.append(where.at)
            what = f"{quoted(where.text)} is shown to the reader as it stands"
            level = None if field is None else Severity.SUGGESTION  # some themes write a field as it is
            yield Damage("reference", where, what, "write the character itself", severity=level)
        for where in _stretches(copy, NAMED):
            name = where.text[5 if where.text.startswith("&amp;") and len(where) > 5 else 1 :]
            if name in html5 and where.at not in seen and len(where) < len(copy.passage.text.strip()):
                what = f"{quoted(where.text)} is shown to the reader as it stands"
                level = Severity.SUGGESTION if field is not None else Severity.WARNING
                yield Damage("named", where, what, f"write {quoted(html5[name])}", severity=level)

    def mend(self, copy: Copy, where: Passage, text: str) -> Fix:
        """A safe fix outside quotation marks; inside them a person decides."""
        return self.replace(
            where, text, f"Write {quoted(text)}", "display" if _is_quoted(copy, where) else "safe"
        )


def _listed(letters: list[str]) -> str:
    """Letters of another script by its name: a Cyrillic “а” and “е”."""
    script = unicodedata.name(letters[0]).partition(" ")[0].capitalize()
    return f"a {script} {' and '.join(map(quoted, list(dict.fromkeys(letters))[:3]))}"


def _lost(article: Article, copy: Copy) -> Iterator[Damage]:
    """Characters that a program could not write, by the question mark or the umlaut that stands for them."""
    text = copy.passage.text
    if "?" in text:
        yield from _questioned(article, copy)
    if "ü" in text and article.primary_language == "de":
        for where in _stretches(copy, WRONG):
            right = where.text.replace("ü", "ue")
            what = f"In {_around(where)} “ue” was taken for an umlaut"
            yield Damage("umlaut", where, what, f"write “{right}” there", severity=Severity.WARNING)


def _shows_code(article: Article) -> bool:
    """Whether an article shows code, in which a question mark may be an operator."""
    return bool(code_spans(article))


def _questioned(article: Article, copy: Copy) -> Iterator[Damage]:
    """Question marks where none can stand; web addresses, choices of programs and unsure years are left alone."""
    text, language = copy.passage.text, article.primary_language
    for where in _stretches(copy, LOST_APOSTROPHE):
        if language == "en":
            right = quoted(where.text.replace("?", "’"))
            yield Damage(
                "apostrophe", where, f"{quoted(where.text)} has lost its apostrophe", f"write {right}"
            )
    if language in ELIDES:
        for where in _stretches(copy, LOST_ELISION):
            right = quoted(where.text.replace("?", "’"))
            yield Damage(
                "apostrophe", where, f"{quoted(where.text)} has lost its apostrophe", f"write {right}"
            )
        return
    for where in _stretches(copy, LOST_LETTER):
        if not LOST_APOSTROPHE.fullmatch(where.text):
            what = f"A character was lost in {_around(where)}"
            yield Damage("letter", where, what, "write it again", severity=Severity.WARNING)
    if language not in BLANK_BEFORE and not TERNARY.search(text) and not _shows_code(article):
        for where in _stretches(copy, LOST_DASH):
            what = f"A dash or another sign was lost at {quoted(_beside(where))}"
            yield Damage("dash", where, what, "write it again", severity=Severity.WARNING)
    sign = LOST_SIGN.match(text)
    block = copy.block
    if sign is not None and block is not None and block.kind in (Kind.HEADING, Kind.ITEM):
        what = f"A sign was lost before {quoted(' '.join(text[sign.end() :].split()[:4]))}"
        where = copy.passage[: sign.end()]
        yield Damage("sign", where, what, "write it again or cut the mark", severity=Severity.WARNING)


def _beside(where: Passage) -> str:
    """The words on both sides of a place."""
    root, start, end = where.root.text, where.at, where.at + len(where)
    return f"{root[:start][-30:].split()[-1]}{where.text}{root[end:][:30].split()[0]}"


def _joined(damages: list[Damage]) -> Fix | None:
    """One fix for all places that are mended safely; where there is none, for the others."""
    fixes = [damage.fix for damage in damages if damage.fix is not None]
    fixes = [fix for fix in fixes if fix.applicability == "safe"] or fixes
    if len(fixes) < 2:
        return fixes[0] if fixes else None
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    return Fix(edits, f"Mend {len(edits)} places", fixes[0].applicability)


def _stretches(copy: Copy, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """What a pattern finds outside inline code in the words as they are written."""
    for where, _ in copy.passage.written.find(pattern):
        if not _is_code(where):
            yield where


def _is_code(where: Passage) -> bool:
    return any(mark.kind == "code" and mark.start <= where.at < mark.end for mark in where.root.marks)


def _is_quoted(copy: Copy, where: Passage) -> bool:
    """Whether a place stands in quoted words; one that is nothing to a reader, whether a word beside it does."""
    own = copy.own
    at = own.index(where.span.start)
    is_read = at < len(own) and own.place(at).start == where.span.start
    return MASK in own.text[at if is_read else max(at - 1, 0) : at + len(where)]


def _decoded(text: str, wrong: str, right: str) -> str | None:
    try:
        return text.encode(wrong).decode(right)
    except UnicodeError:
        return None


def _mended(text: str) -> str | None:
    """What the text was before UTF-8 was read as Windows-1252; None unless there is one answer."""
    if text[0] not in SURE and len(text) < 4:
        return None
    text = text.replace(COLOUR, COLOUR[:2]).replace(COLOUR[:2], COLOUR)
    before = _decoded(_to_bytes(text), "latin-1", "utf-8")
    return before if before and len(before) < len(text) and "\ufffd" not in before else None


def _to_bytes(text: str) -> str:
    """Each character as the byte it was read from, where Windows-1252 knows one."""
    return "".join(_byte(char) for char in text)


def _byte(char: str) -> str:
    try:
        return char.encode("cp1252").decode("latin-1")
    except UnicodeError:
        return char


def _works(where: Passage) -> bool:
    """Whether an invisible character has work to do where it stands, or a program set it between two tags."""
    source, span = where.source.text, where.span
    if span.around(source) == (">", "<"):
        return True
    root, at = where.root.text, where.at
    around = root[max(at - 2, 0) : at + 3]
    if where.text in SELECTORS:
        return not root[at - 1 : at].isalpha()
    if where.text == MASK:
        return span.length > 1 or source[span.start] != MASK  # a reader's own
    if where.text == SOFT_HYPHEN:
        return root[at - 1 : at].isalpha() and root[at + 1 : at + 2].isalpha()
    return where.text in JOINERS and WORKING.search(around) is not None


def _around(where: Passage) -> str:
    """The word that a character stands in, quoted."""
    root, start, end = where.root.text, where.at, where.at + len(where)
    while start > 0 and where.at - start < 30 and not root[start - 1].isspace():
        start -= 1
    while end < len(root) and end - where.at < 30 and not root[end].isspace():
        end += 1
    return quoted(root[start:end].strip(".,;:!?"))
