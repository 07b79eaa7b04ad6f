from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Rule, Severity, quoted
from presslint.language.likeness import fold

WORDS = 12  # of a list that is no formula
_SAID = (
    "- The crew that was on the boat when the storm came up from the south says that it left in the night\n"
    "- The pilots were asleep, and nobody woke them\n"
)
_KEYS = "- a clear plan for the tide\n- a crew that knows the boat\n- a harbour that is open\n"


class RepeatedList(Rule):
    """A list stands once, and so does each item of a list.

    The same list under one subhead after the other is what a template leaves that nobody filled in: an
    error where its items are sentences and no subhead stands between, else a warning, for a handbook may say for each
    case what is asked for. An item that stands twice in one list is a slip of the copy: a warning where it stands right behind
    itself or has four words and more. Items that link to two places, single words, lists in which several items come back (a programme
    with its breaks, steps) and lists of fewer than twelve words are left alone. One finding names the count, and all
    lists of an article that come back are one.
    """

    severity = Severity.SUGGESTION
    sources = ("Copy-desk practice: paste and merge accidents",)
    not_for = frozenset({"recipe", "results", "live"})
    boilerplate: tuple[str, ...] = Option(
        (), description="Items of a list that the house repeats on purpose."
    )
    examples = (
        Good(
            f"Lead.\n\n## Ayton\n\n{_KEYS}\n## Beeton\n\n- an open harbour\n- a boat\n- two pilots who know the tide\n"
        ),
        Good("Lead.\n\n## May\n\n- Boats\n- Nets\n\n## June\n\n- Boats\n- Nets\n"),
        Good("Lead.\n\n- [The pier](/1)\n- [The light](/2)\n- [The pier](/3)\n"),
        Good(
            "Lead.\n\n- Welcome by the mayor\n- Coffee in the hall\n- The tides\n- Coffee in the hall\n- The light\n- Welcome by the mayor\n"
        ),
        Good("Lead.\n\n- Boats\n- Nets\n- Boats\n"),
        Good(
            f"Lead.\n\n## Ayton\n\n{_KEYS}\n## Beeton\n\n{_KEYS}\n",
            boilerplate=("A clear plan for the tide",),
        ),
        Bad(
            f"Lead.\n\n## Ayton\n\n{_KEYS}\n## Beeton\n\n[[- a clear plan for the tide\n- a crew that knows the boat\n"
            f"- a harbour that is open]]\n\n## Ceeton\n\n{_KEYS}\n",
            says="The list that begins “a clear plan for the tide” stands 3 times; say of each part what is true of it, "
            "or say it once.",
            severity="suggestion",
        ),
        Bad(
            f"Lead.\n\n## Ayton\n\n{_SAID}\n## Beeton\n\n[[{_SAID.strip()}]]\n",
            says="The list that begins “The crew that was on the boat when the … left in the night” stands twice; say of each part what is "
            "true of it, or say it once.",
            severity="suggestion",
        ),
        Bad(f"Lead.\n\n{_SAID}\nMore.\n\n[[{_SAID.strip()}]]\n", severity="suggestion"),
        Bad(
            f"Lead.\n\n## Ayton\n\n{_KEYS}\n## Beeton\n\n[[- a clear plan for the tide\n- a crew that knows the boat\n"
            f"- a harbour that is open]]\n",
            severity="suggestion",
        ),
        Bad(
            "We thank all pilots:\n\n- Ana Ruiz\n- [[Ana Ruiz]]\n- Ben Cole\n",
            says="“Ana Ruiz” stands twice in this list; cut one of them.",
            severity="suggestion",
        ),
        Bad("We thank all pilots:\n\n- Ana Ruiz\n- Ben Cole\n- [[Ana Ruiz]]\n", severity="suggestion"),
        Bad(
            "Lead.\n\n## A\n\n- a clear plan for the tide\n- a crew that knows the boat\n- a harbour that is "
            "open\n\n## B\n\n[[- a clear plan for the tide\n- a crew that knows the boat\n- a harbour that is "
            "open]]\n\n## C\n\n- a long walk by the old mill\n- a boat that is old and cold\n\n## D\n\n- a long "
            "walk by the old mill\n- a boat that is old and cold\n",
            says="The list that begins “a clear plan for the tide” stands twice, and another list twice; say "
            "of each part what is true of it, or say it once.",
            severity="suggestion",
        ),
        Bad(
            "Lead.\n\n## A\n\n- one two three four six ten\n- red old wet cold new big\n\n## B\n\n[[- one two "
            "three four six ten\n- red old wet cold new big]]\n",
            says="The list that begins “one two three four six ten” stands twice; say of each part what is "
            "true of it, or say it once.",
            severity="suggestion",
        ),
        Good(
            "Lead.\n\n## A\n\n- one two three four six\n- red old wet cold new big\n\n## B\n\n- one two three "
            "four six\n- red old wet cold new big\n"
        ),
        Bad(
            "Lead.\n\n## A\n\n- a clear plan for the tide\n- a crew that knows the boat\n- a harbour that is "
            "open\n\n## B\n\n[[- a clear plan for the tide\n- a crew that knows the boat\n- a harbour that is "
            "open]]\n\n## C\n\n- a long walk by the old mill\n- a boat that is old and cold\n\n## D\n\n- a long "
            "walk by the old mill\n- a boat that is old and cold\n\n## E\n\n- two boats lie at the old north "
            "pier\n- six crews are at the mill now\n\n## F\n\n- two boats lie at the old north pier\n- six "
            "crews are at the mill now\n",
            says="The list that begins “a clear plan for the tide” stands twice, and 2 others do as well; say "
            "of each part what is true of it, or say it once.",
            severity="suggestion",
        ),
        Good(
            "Lead.\n\n## A\n\n- one two three four six ten red old wet cold new big sea\n\n## B\n\n- one two "
            "three four six ten red old wet cold new big sea\n"
        ),
        Good("Lead.\n\n- the old boat\n- the old boat\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        allowed = frozenset(map(fold, self.boilerplate))
        lists: dict[tuple[str, ...], list[Block]] = {}
        for block in article.walk():
            if block.kind is not Kind.LIST:
                continue
            words = tuple(text_of(item) for item in block.children)
            if allowed.isdisjoint(map(fold, words)):
                lists.setdefault(words, []).append(block)
                yield from self.items(block, words)
        repeated = [
            (words, same)
            for words, same in lists.items()
            if len(same) > 1 and len(words) > 1 and size_of(words) >= WORDS and one_target(same)
        ]
        if repeated:
            yield self.whole(article, *repeated[0], [same[1] for _, same in repeated[1:]])

    def whole(
        self, article: Article, words: tuple[str, ...], same: list[Block], more: list[Block]
    ) -> Finding:
        """One finding for an article; its words are of the first list that comes back."""
        others = (
            ""
            if not more
            else ", and another list twice"
            if len(more) == 1
            else f", and {len(more)} others do as well"
        )
        times = "twice" if len(same) == 2 else f"{len(same)} times"
        return self.finding(
            same[1],
            f"The list that begins {quoted(words[0])} stands {times}{others}; say of each part what is true of it, or say it "
            "once.",
            see=(
                *((block, "the same list") for block in (same[0], *same[2:])),
                *((block, "another list that comes back") for block in more),
            ),
        )

    def items(self, block: Block, words: tuple[str, ...]) -> Iterator[Finding]:
        """The one item of a list that stands in it a second time."""
        if len(set(words)) != len(words) - 1 or len(words) < 3:
            return
        seen: dict[str, int] = {}
        again = next(at for at, item in enumerate(words) if seen.setdefault(item, at) != at)
        text = words[again]
        first, second = block.children[seen[text]], block.children[again]
        if " " not in text or not any(map(str.isalpha, text)) or not one_target([first, second]):
            return
        yield self.finding(
            second,
            f"{quoted(text)} stands twice in this list; cut one of them.",
            see=((first, "first stands here"),),
        )


def size_of(words: tuple[str, ...]) -> int:
    return sum(item.count(" ") + 1 for item in words)


def text_of(item: Block) -> str:
    """The words of an item with all that stands in it."""
    return " ".join(" ".join(inner.text.split()) for inner in item.walk() if inner.text)


def one_target(blocks: list[Block]) -> bool:
    """Whether blocks with the same words lead to the same places, and show the same pictures."""
    targets = {
        tuple(link.target for inner in block.walk() for link in inner.links)
        + tuple(media.target for inner in block.walk() for media in inner.media)
        for block in blocks
    }
    return len(targets) == 1
