from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import and_others

EMOJI = regex(r":\w{2,30}:\Z")
ENDS = frozenset('.!?…)”"’»')


class UnfinishedItem(Rule):
    """The items of a list are whole, and the last one ends.

    A list whose last item ends with a comma has lost what came after it. An item that ends with a colon and has
    nothing below it (“Costs:”, then “Gains:”) announces what was never filled in. Items of a form that is to be
    filled in all end so, and are left alone, and so is a list that a sentence in small letters goes on behind, and a
    colon before a paragraph, a list, code or a picture.
    """

    severity = Severity.WARNING
    reads = frozenset({"item"})
    sources = ("Copy-desk practice: read to the last line",)
    examples = (
        Good(
            "Lead.\n\n- boats,\n- nets, and\n- piers.\n\nMore.\n\n- boats,\n- nets,\n\nand all the piers.\n"
        ),
        Good("Lead.\n\n- Name:\n- Day:\n- Pier:\n\nSend it to the board.\n"),
        Good(
            "Lead.\n\n- The boats:\n  - two\n- The nets are old.\n- Ask for the code:\n\n  `boat`\n- The end:\n\n![a boat](boat.png)\n"
        ),
        Good("Lead.\n\n- The boats are old :wave:\n- The nets are new :smile:\n"),
        Good("Lead.\n\n- The boats of the isles:\n- two of them\n- one more\n\nMore.\n"),
        Bad(
            "Lead.\n\n- The boats are old\n- [[The nets are new,]]\n\nThe board met.\n",
            says="The list ends with a comma at “The nets are new,”; write the rest, or end it.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n- The boats are old.\n- [[Costs of the boats:]]\n- Gains:\n- The nets are new.\n",
            says="“Costs of the boats:” announces something and gives nothing, and so does one more item; fill it in or cut it.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n- The boats are old.\n- The nets are new.\n- [[The costs:]]\n\n## Gains\n\nNone.\n",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block, after in pairwise((*article.blocks, None)):
            if block is None or block.kind is not Kind.LIST or len(block.children) < 2:
                continue
            last = block.children[-1]
            if last.text.endswith(",") and not last.children and last.passage and not goes_on(after):
                yield self.finding(
                    last.passage,
                    f"The list ends with a comma at {quoted(last.text)}; write the rest, or end it.",
                )
            # in HTML what is announced may stand in an element of its own
            bare = list(unfilled(block, after)) if article.format != "html" else []
            if bare and any(item.text[-1:] in ENDS for item in block.children):
                more = and_others(len(bare) - 1, ", and so does one more item", ", and so do {} more items")
                yield self.finding(
                    bare[0],
                    f"{quoted(bare[0].text)} announces something and gives nothing{more}; fill it in or cut it.",
                    see=tuple((item, "another one") for item in bare[1:21]),
                )


def goes_on(after: Block | None) -> bool:
    """Whether the sentence of a list goes on behind it."""
    return (
        after is not None
        and (after.kind is not Kind.PARAGRAPH or after.text[:1].islower())
        and after.kind is not Kind.HEADING
    )


def unfilled(block: Block, after: Block | None) -> Iterator[Block]:
    """Items that end with a colon over nothing: before another such item, or at the end of their part."""
    for item, following in pairwise((*block.children, None)):
        text = item.text.rstrip() if item is not None else ""
        if item is None or item.children or item.media or not text.endswith(":") or EMOJI.search(text):
            continue
        if following is not None and not following.text.rstrip().endswith(":"):
            at = block.children.index(item)
            if at == 0 or not block.children[at - 1].text.rstrip().endswith(":"):
                continue
        if following is not None or after is None or after.kind is Kind.HEADING:
            yield item
