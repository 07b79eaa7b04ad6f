from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Rule, Severity, quoted, regex
from presslint.desk import MARKS, Hit, Phrases, grouped

PHRASES = Phrases(MARKS)
# fields that readers see, and the slug, which they see in the address
SHOWN = frozenset(
    (
        "headline",
        "headline-alt",
        "kicker",
        "dek",
        "description",
        "byline",
        "dateline",
        "tags",
        "slug",
        "image-caption",
        "image-credit",
        "correction",
    )
)
NAMED = regex(r"\bTK(?:['’]s?\b| (?=[A-Z][a-z]))|\bTK (?:says?|said|and [A-Z])")


class CopyMark(Rule):
    """Marks from the desk do not reach the page.

    TK, “NOTE TO EDITOR:”, “[check spelling]”, “OPTIONAL CUT” and “[SP?]” are talk between colleagues; a
    reader who meets one knows that nobody read the page. In square brackets, alone on a line or before a
    figure (“TK people”) such a mark is an error. Where the same letters can be meant it is a warning: TK
    or “TODO:” in running copy, “(citation needed)”, a name such as `mayor_FINAL_v2`. TK counts in
    capitals and on its own; next to a capital it is a name (“TK Transport”, “TK’s Toy Box”), and then it
    is one in the whole article. A “TODO:” over a list is the label of the list. Fields that no reader
    sees, words in quotation marks and code are left alone, and so are tables, which show sample entries.
    """

    severity = Severity.ERROR
    reads_words = PHRASES.literals
    languages = frozenset({"en"})
    sources = (
        "AP and Reuters filing practice: notes to editors, optional cuts, holds",
        "The TK convention of American newsrooms",
    )
    yields_to: ClassVar = {"unfinished-part": "place"}
    allow: tuple[str, ...] = Option((), description="Marks that the house prints on purpose, as written.")
    examples: ClassVar = (
        Good("The welterweight won by TKO in round two, and the best is still to come.\n"),
        Good(
            "The editors noted that the clinic, at clinic.tk, would not comment. “Note to self: buy milk,” "
            "she said.\n"
        ),
        Good("TK Ferries bought the pier. The lorry of TK was late, and TK’s Boat House pays.\n"),
        Good("---\ntitle: Ferry stops\ninternal-budget: TK daily\n---\n\nThe ferry stops at four piers.\n"),
        Good("The crew met.\n\nTODO:\n\n- paint the pier\n- ring the bell\n"),
        Good("NOTE TO SELF: The bar at the pier closes at noon, our columnist found.\n"),
        Good("![Pier_Final](pier.jpg)\n\nHe wrote two tests, one of them a FIXME) and left.\n"),
        Good("Languages: Tamil [TA], Turkmen [TK] and Welsh [CY] are spoken on the island.\n"),
        Good("NOTE TO SELF: ring the [TK].\n", allow=("[TK]",)),
        Bad(
            "The firm employs [[TK ]]people in the port.\n",
            says="“TK” is a mark from the desk; settle what it asks for, then delete it.",
            severity="error",
        ),
        Bad("The fare was set by [[[TK]]] on Monday.\n\n[[TKTK]]\n", severity="error"),
        Bad("The pilots of [[TK]] met the board.\n", severity="warning"),
        Bad("The tower was built by the guild [[(FIXME)]] in 1907.\n", severity="error"),
        Bad("The crew met.\n\n[[TODO:]] ask the harbour master.\n", severity="warning"),
        Bad("## Fares\n\n[[TODO:]]\n\n## Piers\n\nThere are four.\n", severity="warning"),
        Bad(
            '---\ntitle: Ferry stops at four piers\nslug: "[[ferry_FINAL_v2]]"\n---\n\n'
            "The ferry stops at four piers.\n",
            severity="warning",
        ),
        Bad(
            "The mayor, Jane Smyth [[[check spelling]]], agreed. [[NOTE TO EDITOR:]] trim here.\n",
            severity="error",
        ),
        Bad("[[OPTIONAL CUT]]\n\nThe island had 412 residents in 2021.\n", severity="error"),
        Bad("The island had 412 residents in 2021[[[citation needed]]].\n", severity="warning"),
        Bad("[[NOT FOR PUBLICATION]]\n\nThe island had 412 residents.\n", severity="error"),
        Bad("It sails.\n\n> [[TODO(Ana):]] a nice quote on the pier\n\nIt is new.\n", severity="warning"),
        Good("It sails.\n\n> He wrote TODO: paint the pier\n\nIt is new.\n"),
        Bad("The island had 412 residents.\n\n[[Ready for publication]]\n", severity="warning"),
        Bad("L'île avait 412 habitants.\n\n[[Version finale, prête à publier.]]\n", severity="warning"),
        Bad("Die Insel hatte 412 Einwohner.\n\n[[(endgültige Fassung)]]\n", severity="warning"),
        Good("It sails.\n\n## Final version\n\nThe plan is ready to be published in May, they said.\n"),
        Good("| Boat | Fare |\n|---|---|\n| Pier | [TK] |\n"),
        Bad(
            "The crew met.\n\n[[TODO:]] ask the harbour master.\n\nIt sails.\n",
            says="“TODO:” is a mark from the desk; settle what it asks for, then delete it.",
            severity="warning",
        ),
        Bad(
            "The pilots of TK met the board.\n\nTK Ferries bought the pier.\n\nThe firm employs [[TK "
            "]]people.\n",
            says="“TK” is a mark from the desk; settle what it asks for, then delete it.",
            severity="error",
        ),
        Good("Languages: Tamil [TA] and Turkmen [TK] are spoken.\n"),
        Bad(
            '![The pier, [[TKTK]]](pier.jpg "FIXME")\n\nIt sails.\n',
            says="“TKTK” is a mark from the desk; settle what it asks for, then delete it.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in PHRASES.find(article) if self.is_mark(article, hit)]
        hits += _opening_quotes(article)
        if any(hit.phrase.kind == "tk" for hit in hits) and _is_name(article, hits):
            hits = [hit for hit in hits if hit.phrase.name != "tk-in-copy"]
        for first, also in grouped(hits):
            yield self.finding(
                first.passage,
                f"{quoted(first.passage.text.strip())} is a mark from the desk{also.said}; "
                "settle what it asks for, then delete it.",
                severity=first.phrase.severity,
                see=also.places,
            )

    def is_mark(self, article: Article, hit: Hit) -> bool:
        """Whether a hit stands where a reader sees it, and is no label or entry of a list."""
        copy = hit.copy
        if hit.passage.text.strip() in self.allow:
            return False
        if copy.field is not None:
            return copy.field.name in SHOWN
        if copy.block is None:  # a picture's words; that they are a file's name is told elsewhere
            return hit.phrase.kind != "file"
        if copy.block.kind is Kind.CELL:
            return False
        if hit.phrase.kind == "tk" and hit.passage.text == "[TK]":
            return not _in_a_list_of_languages(hit)
        return hit.phrase.name != "todo-label" or not _labels_what_follows(article, hit)


def _is_name(article: Article, hits: list[Hit]) -> bool:
    """Whether TK is the name of somebody or something in this article."""
    passages = (*article.passages, *(hit.copy.passage for hit in hits))
    return any(NAMED.search(passage.text) for passage in passages)


def _opening_quotes(article: Article) -> list[Hit]:
    """A “TODO(Ana):” that opens a block quote: the words to be quoted are still to come."""
    quotes = (block for block in article.walk() if block.kind is Kind.QUOTE)
    if not any(each.text.startswith(("TODO", "FIXME")) for quote in quotes for each in quote.walk()):
        return []
    found = PHRASES.find(article, own=False)
    return [hit for hit in found if hit.copy.quoted and hit.phrase.kind == "todo" and hit.start == 0]


CODES = regex(r"\w+ \[[A-Z]{2}\]")


def _in_a_list_of_languages(hit: Hit) -> bool:
    """“Tamil [TA], Turkmen [TK]”: codes after names."""
    text = hit.copy.passage.text
    return CODES.fullmatch(text.strip()) is not None or len(CODES.findall(text)) > 1


def _labels_what_follows(article: Article, hit: Hit) -> bool:
    """Whether “TODO:” ends its line and stands over something: a list, a table, a paragraph."""
    block = hit.copy.block
    if block is None or hit.copy.passage.text[hit.end :].strip(" *_"):
        return False
    after = article.blocks[hit.copy.order + 1 : hit.copy.order + 2]
    return bool(block.children) or any(each.kind is not Kind.HEADING for each in after)
