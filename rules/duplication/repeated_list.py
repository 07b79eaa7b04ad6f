from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from presslint import Article, Bad, Block, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk.repeats import Repeat, text_of
from presslint.language.likeness import fold

WORDS = 12  # of a list that is no formula
FEWEST = 3  # items of a list in which one can stand twice by a slip
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
    )

    def check(self, article: Article) -> Iterator[Finding]:
        allowed = frozenset(map(fold, self.boilerplate))
        for items in lone(article.repeats.items):
            if is_slip(items) and items.inside is not None and allowed.isdisjoint(folded(items.inside)):
                yield self.finding(
                    items.second,
                    f"{quoted(items.words[0])} stands twice in this list; cut one of them.",
                    see=((items.first, "first stands here"),),
                )
        repeated = [
            each
            for each in article.repeats.lists
            if allowed.isdisjoint(map(fold, each.words))
            and len(each.words) > 1
            and size_of(each.words) >= WORDS
            and one_target(each.places)
        ]
        if repeated:
            yield self.whole(*repeated)

    def whole(self, first: Repeat[Block], *more: Repeat[Block]) -> Finding:
        """One finding for an article; its words are of the first list that comes back."""
        others = (
            ""
            if not more
            else ", and another list twice"
            if len(more) == 1
            else f", and {len(more)} others do as well"
        )
        times = "twice" if first.times == 2 else f"{first.times} times"
        return self.finding(
            first.second,
            f"The list that begins {quoted(first.words[0])} stands {times}{others}; say of each part what is true of it, "
            "or say it once.",
            see=(
                *((block, "the same list") for block in (first.first, *first.places[2:])),
                *((each.second, "another list that comes back") for each in more),
            ),
        )


def lone(items: Sequence[Repeat[Block]]) -> Iterator[Repeat[Block]]:
    """The one item of a list that stands in it a second time; of several, none is a slip."""
    lists = Counter(id(each.inside) for each in items for _ in each.places[1:])
    return (each for each in items if lists[id(each.inside)] == 1)


def is_slip(items: Repeat[Block]) -> bool:
    """Whether an item of several words stands twice in a list of three items and more, to one address."""
    (text,) = items.words
    long_enough = items.inside is not None and len(items.inside.children) >= FEWEST
    return long_enough and " " in text and any(map(str.isalpha, text)) and one_target(items.places)


def folded(listed: Block) -> Iterator[str]:
    """The words of each item of a list, folded."""
    return (fold(text_of(item)) for item in listed.children)


def size_of(words: Sequence[str]) -> int:
    return sum(item.count(" ") + 1 for item in words)


def one_target(blocks: Sequence[Block]) -> bool:
    """Whether blocks with the same words lead to the same places, and show the same pictures."""
    targets = {
        tuple(link.target for inner in block.walk() for link in inner.links)
        + tuple(media.target for inner in block.walk() for media in inner.media)
        for block in blocks
    }
    return len(targets) == 1
