from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from presslint import Article, Bad, Block, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk import Repeat, fold, text_of

WORDS = 12  # of a list that is no formula
SHARED = 3  # items that stand in two lists from which they were filled in
MANY = 3  # places of a list that nobody wrote so often
FEWEST = 3  # items of a list in which one can stand twice by a slip
_SAID = (
    "- The crew that was on the boat when the storm came up from the south says that it left in the night\n"
    "- The pilots were asleep, and nobody woke them\n"
)
_KEYS = "- a clear plan for the tide\n- a crew that knows the boat\n- a harbour that is open\n"


class RepeatedList(Rule):
    """A list stands once, and so does each item of a list.

    The same list under one subhead after the other is what a template leaves that nobody filled in: a
    warning where it stands three times and has three items, else a suggestion, for a handbook may say for each
    case what is asked for. An item that stands twice in one list is a slip of the copy. Three items and more of five words that
    stand in two lists that differ were filled in as well: a warning where they got another label the second time
    (“**Growth**: …”, “**Expansion**: …”); items with links and figures are left out of that count. Items that link to two places, single words, lists in which several items come back (a programme
    with its breaks, steps) and lists of fewer than twelve words are left alone. One finding names the count, and all
    lists of an article that come back are one.
    """

    severity = Severity.SUGGESTION
    sources = ("Copy-desk practice: paste and merge accidents",)
    reads = frozenset({"repeats.items", "repeats.lists", "repeats.shared"})
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
            severity="warning",
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
        Bad(
            "Lead.\n\n## Ayton\n\n- **Boats**: more of them go to the isles\n- **Crews**: all of them hope for a warm "
            "cabin\n- **Nets**: nobody has mended them since the spring\n\n## Beeton\n\n- **[[Fleet**: more of them go to "
            "the isles]]\n- Crews: all of them hope for a warm cabin\n- Nets: nobody has mended them since the spring\n- "
            "Fares: few know what they are\n",
            says="“Fleet: more of them go to the isles” and 2 other items stand in another list as well; say of each part "
            "what is true of it, or say it once.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n- more of them go to the isles\n- all of them hope for a warm cabin\n- nobody has mended them since "
            "the spring\n\nMore.\n\n- [[more of them go to the isles]]\n- all of them hope for a warm cabin\n- nobody has "
            "mended them since the spring\n- few know what the fares are\n",
            severity="suggestion",
        ),
        Good(
            "Lead.\n\n- more of them go to the isles\n- all of them hope for a warm cabin\n\nMore.\n\n- more of them go to "
            "the isles\n- all of them hope for a warm cabin\n- few know what the fares are\n"
        ),
        Good(
            "Lead.\n\n- since 2019 they go to the isles\n- since 2020 all have a warm cabin\n- since 2021 nobody mends the "
            "nets\n\nMore.\n\n- since 2019 they go to the isles\n- since 2020 all have a warm cabin\n- since 2021 nobody "
            "mends the nets\n- few know what the fares are\n"
        ),
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
        shared = [each for each in article.repeats.shared if allowed.isdisjoint(map(fold, each.words))]
        if len(shared) >= SHARED:
            first, *others = shared
            yield self.finding(
                first.second,
                f"{quoted(first.second.text)} and {len(others)} other items stand in another list as well; say of each "
                "part what is true of it, or say it once.",
                severity=Severity.WARNING if any(map(is_renamed, shared)) else None,
                see=(
                    (first.first, "first stands here"),
                    *((each.second, "another one") for each in others),
                ),
            )

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
            severity=Severity.WARNING if first.times >= MANY and len(first.words) >= FEWEST else None,
            see=(
                *((block, "the same list") for block in (first.first, *first.places[2:])),
                *((each.second, "another list that comes back") for each in more),
            ),
            times=sum(each.times for each in (first, *more)),
        )


def is_renamed(item: Repeat[Block]) -> bool:
    """Whether an item stands under two labels: “**Growth**: …”, “**Expansion**: …”."""
    labels = {fold(place.text.partition(":")[0]) for place in item.places if ":" in place.text}
    return len(labels) > 1


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
