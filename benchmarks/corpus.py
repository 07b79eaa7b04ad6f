"""The corpus of the speed benchmark: articles put together from our own sentences, and those of folders given.

An article is decided by the seed and its number, so the first 100 of 20,000 are the 100 of any run. Each has
front matter, a lead, subheads, quotations with speakers, links, lists and, in one of four, a defect that
an editor would find. The mean is about 6 KB. Files of folders given take every second place; where they
run out they come again with another last line, so that no file equals another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from random import Random

MEAN_BYTES = 6_000
LARGEST = 64_000  # bytes of a file from a folder; larger ones are pages of data, not articles

PLACES = "Port Arden|Milford|Eastwick|Harrow Sands|Lindholm|Carrow|Upper Vale|Saint Brannoc|Tarn|Oldbury"
STREETS = "Quay Street|Mill Lane|Castle Road|Fisher Row|Station Road|Chapel Hill|Market Square|Orchard Way"
FIRST = "Ana|Ben|Clara|Dev|Esther|Farid|Grace|Hugo|Ines|Jonas|Karim|Leila|Mira|Noel|Olga|Petra|Ravi|Sofia"
LAST = "Ruiz|Cole|Okafor|Lindqvist|Morrow|Patel|Novak|Haddad|Byrne|Castell|Ferrer|Tanaka|Weaver|Hollis|Stroud"
ROLES = "who chairs the board|the county’s head of finance|who runs the depot|a teacher at the primary school"
ROLES += "|who has driven the route for years|an engineer with the water company|the trust’s treasurer"
BODIES = "council|harbour trust|school board|transport authority|health board|water company|parish assembly"
WORKS = (
    "the north quay|a second footbridge|the night bus|the reading room|the flood wall|a covered market"
    "|the old signal box|the tidal pool|a cycle track|the village clinic|the swimming hall|the weather station"
    "|the community orchard|the sorting office|the river path|the sports ground|the grain store|the lighthouse"
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday"
SMALL = "three|four|five|six|seven|eight|nine|11|12|14|16|18|21|23|26|31|34|37|42|45|52|60|75|80"
TOPICS = "ferries|night buses|flood defence|libraries|school meals|harbours|cycling|allotments|rural clinics"
TOPICS += "|water prices|town planning|footpaths|lighthouses|public pools|market days"
SECTIONS = "Transport|Politics|Environment|Education|Business|Culture"

ACTORS = (
    "The {body}|Residents of {street}|{last}|Engineers|Volunteers from {place}|The owners of the site|Councillors"
    "|Several families|Teachers|The auditors|Two shopkeepers on {street}|Crews from {place}|The builders"
    "|Inspectors|A working party|Neighbours|The county|Drivers|The planning office|Students from {place}"
)
ACTS = (
    "approved {sum} for {work}|put off a decision on {work}|asked for a new survey of {work}"
    "|signed a contract for {work} with a firm from {place}|closed {street} to lorries"
    "|counted {count} passengers in a single week|found cracks in {small} of the beams"
    "|moved the stop from {street} to {other}|sold {small} plots beside {work}"
    "|collected {count} signatures against the plan|opened the gates of {work} to visitors"
    "|lent the project {sum} without interest|replaced the pumps that had served since {year}"
    "|walked the length of {street} with a measuring wheel|turned down an offer from {place}"
    "|cut the season ticket by {small} pounds|planted {count} trees along {street}"
    "|took {work} off the list of buildings at risk|sent a letter to every household in {place}"
    "|paid for {small} new boats|kept the workshop open through the winter|repaired the roof over {work}"
    "|published the minutes of {small} meetings|bought back the land around {work}"
    "|trained {small} apprentices at the depot|compared the fares with those of {place}"
    "|set aside {sum} for repairs|drew up a timetable that leaves {small} minutes for the change"
    "|raised the wall by {small} centimetres|handed the keys of {work} to the tenants"
)
WHENS = (
    "in {month}|on {day}|last winter|after a meeting that ran until midnight|within {small} weeks"
    "|before the summer season began|at the end of {month}|for the first time since {year}|a year ago"
    "|when the river rose in {month}|during the storm of {year}|early on {day}|over the holidays"
)
WHYS = (
    "because the old one had leaked for years|so that buses can pass in both directions"
    "|although the tender had drawn only one bid|and the work took {small} months longer than planned"
    "|which leaves {sum} for the rest of the year|while the shops on {street} stayed open"
    "|as the law has required since {year}|and nobody objected|but the money has not arrived yet"
    "|to the surprise of their own lawyers|although {place} had promised to pay half"
    "|since the lease runs out in {month}|and the plans are on show in the town hall"
    "|which the inspectors had recommended twice|so the last boat now leaves at dusk"
    "|and that changed the mood in the room|because {count} people use it on a working day"
)
FACTS = (
    "{Work} dates from {year} and serves about {count} people a week."
    "|It is a walk of {small} minutes from {street} to {other}, uphill for most of the way."
    "|The nearest hospital is in {place}, and the last bus leaves before the late shift ends."
    "|Of the {count} households that were asked, {small} would pay nothing at all."
    "|The plan has {small} stages, and the first of them is the cheapest."
    "|Nothing in the contract says who pays when the river floods the lower floor."
    "|Prices for steel have fallen since {month}, and timber is hard to get."
    "|In {place}, a similar scheme ran out of money after {small} months."
    "|A model of {work} stands in the library on {street}."
    "|The tide reaches the second step in spring and the fourth in autumn."
    "|The archive holds {small} boxes of drawings, and half of them are water-stained."
    "|Between {month} and the new year, {count} people crossed the bridge on foot."
    "|The rent has not changed since {year}."
    "|Both sides expect a ruling before the end of {month}."
    "|The site lies {small} metres below the road, on clay."
    "|Maps from {year} show a mill where the car park is now."
    "|Most of the staff live in {place} and come by train."
    "|Heating alone costs {sum} a year."
    "|The vote was close, and {small} members were absent."
    "|A fence keeps visitors away from the edge."
)
SPOKEN = (
    "We were told it would be ready by {month}, and we planned around that|Nobody here wants to see {work} go"
    "|It is cheaper to mend it now than to rebuild it in {small} years|I have seen the figures, and they add up"
    "|You cannot run a town on one bus an hour|The money is there, and the will is there"
    "|My grandmother took the same boat to school|We lost {small} days to the wind and one to a strike"
    "|If the wall holds this winter, it will hold for a long time|That was a mistake, and we have put it right"
    "|There are {count} names on that list, and mine is one of them|We asked {place} for help and got it"
    "|People are patient, but they want to know what happens next|The noise stops at eight, and so do we"
    "|It took one phone call to find the missing drawings|Half of my class walks along {street} every morning"
    "|We will not sign anything that we have not read|Every pound that we save goes back into the roof"
)
HEADS = (
    "What {work} will cost|Why {place} waited|How the {body} decided|What changes on {street}"
    "|The years before {year}|What neighbours expect from {work}|Who pays for the repairs|The view from {place}"
    "|A winter of meetings|What the survey found|Where the money comes from|When the work begins"
)
LEAD_INS = (
    "The report names {kind} conditions:|The plan rests on {kind} promises:|The auditors asked for {kind} things:"
    "|The tenants agreed on {kind} points:"
)
ITEMS = (
    "the road stays open to ambulances at all hours|the rent is fixed until the loan is repaid"
    "|a crew of {small} keeps the pumps running|the drawings are kept in the library on {street}"
    "|the trees along the bank are left standing|the first tickets go to people from {place}"
    "|no work is done on Sundays|the wall is inspected every spring|the books are open to every member"
)
LINKED = (
    "The [{linked}](https://{host}.example.org/{slug}/{number}) counts {count} such cases since {year}."
    "|According to the [{linked}](https://{host}.example.org/{slug}/{number}), the work would take {small} months."
    "|{last} pointed to the [{linked}](https://{host}.example.org/{slug}/{number}), which came out in {month}."
)
DOCUMENTS = "survey of the river|minutes of the assembly|budget of the county|register of monuments"
DOCUMENTS += "|timetable for the winter|report of the auditors|map of the flood plain"
FIGURE = re.compile(r"\d|" + "|".join(word for word in SMALL.split("|") if word.isalpha()))
SECTIONS_IN_TURN = (2, 10, 3, 5, 4, 3, 6, 4)  # in turn, so that a few articles have the mean of many
BY_SIZE = {"two": 2, "three": 3, "four": 4}

Pools = dict[str, list[str]]


def pools(**texts: str) -> Pools:
    return {name: text.split("|") for name, text in texts.items()}


# words that fill the blanks of the same name, and parts that have blanks
POOLS = pools(
    place=PLACES,
    street=STREETS,
    other=STREETS,
    body=BODIES,
    work=WORKS,
    month=MONTHS,
    day=DAYS,
    small=SMALL,
    linked=DOCUMENTS,
)
PARTS = pools(
    actor=ACTORS,
    act=ACTS,
    when=WHENS,
    why=WHYS,
    fact=FACTS,
    spoken=SPOKEN,
    head=HEADS,
    lead_in=LEAD_INS,
    item=ITEMS,
    link=LINKED,
)


class Writer:
    """Writes one article: draws parts without repeating one before all have had their turn."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = Random(f"{seed}:{number}")
        self.number = number
        self._left: Pools = {}
        pick = self.random.choice
        # the cast of an article stays the same from the lead to the last line
        self.people = self.random.sample(LAST.split("|"), 4)
        self.fixed = {name: pick(POOLS[name]) for name in ("body", "work")}
        self.fixed["Work"] = sentence_case(self.fixed["work"])
        self.fixed["slug"] = self.fixed["work"].replace("the ", "").replace("a ", "").replace(" ", "-")
        self.fixed["host"] = pick(["records", "county", "open-data", "archive"])

    def part(self, kind: str) -> str:
        """The next part of a kind with its blanks filled."""
        left = self._left.get(kind)
        if not left:
            left = self._left[kind] = self.random.sample(PARTS[kind], len(PARTS[kind]))
        return self.fill(left.pop())

    def fill(self, text: str) -> str:
        if "{" not in text:
            return text
        random = self.random
        blanks = {name: random.choice(words) for name, words in POOLS.items() if f"{{{name}}}" in text}
        values = {
            "sum": f"£{random.randrange(12, 980)},000",
            "count": f"{random.randrange(1, 9)},{random.randrange(100, 999)}",
            "year": str(random.randrange(1871, 2019)),
            "number": str(random.randrange(1000, 9999)),
            "last": random.choice(self.people),
            "kind": random.choice(list(BY_SIZE)),
        }
        return text.format_map({**values, **blanks, **self.fixed})

    def without_figures(self) -> str:
        """Who did what; a figure above the article would have to come again in it."""
        acts = (self.part("act") for _ in PARTS["act"])
        plain = next(act for act in acts if not FIGURE.search(act))
        return sentence_case(f"The {self.fixed['body']} {plain}")

    def sentence(self) -> str:
        """A plain sentence: a fact, or who did what, when and why."""
        chance = self.random.random()
        if chance < 0.25:
            return self.part("fact")
        told = f"{self.part('actor')} {self.part('act')} {self.part('when')}"
        if chance < 0.7:
            told += f", {self.part('why')}"
        return sentence_case(f"{told}.")

    def quotation(self) -> str:
        """A paragraph that somebody says."""
        last = self.random.choice(self.people)
        said = self.random.choice([f"{last} said", f"said {last}"])
        words = f"“{self.part('spoken')},” {said}."
        return f"{words} {self.sentence()}" if self.random.random() < 0.5 else words

    def paragraph(self) -> str:
        chance = self.random.random()
        if chance < 0.22:
            return self.quotation()
        sentences = [self.sentence() for _ in range(self.random.randrange(2, 5))]
        if chance < 0.36:
            sentences.insert(1, self.part("link"))
        return " ".join(sentences)

    def bullets(self) -> str:
        """An announced list, with as many items as announced."""
        lead_in = self.part("lead_in")
        count = next(number for word, number in BY_SIZE.items() if f" {word} " in lead_in)
        return "\n".join([lead_in, "", *(f"- {self.part('item')}" for _ in range(count))])

    def introduction(self) -> str:
        """The lead, and who the people are that speak below."""
        names = self.random.sample(FIRST.split("|"), len(self.people))
        roles = self.random.sample(ROLES.split("|"), len(self.people))
        opening = (
            f"{self.sentence()}\n\n“{self.part('spoken')},” said {names[0]} {self.people[0]}, {roles[0]}."
        )
        others = [
            f"{first} {last}, {role}, took part in the talks."
            for first, last, role in list(zip(names, self.people, roles, strict=True))[1:]
        ]
        return f"{opening}\n\n{' '.join(others)}"

    def front_matter(self) -> list[str]:
        random = self.random
        day = date(2020, 1, 1) + timedelta(days=random.randrange(2200))
        place, other = random.sample(POOLS["place"], 2)
        author = f"{random.choice(FIRST.split('|'))} {random.choice(LAST.split('|'))}"
        return [
            "---",
            f"title: {self.fill(f'{place} {{body}} votes on {{work}} as {other} waits')}",
            f"subtitle: {self.without_figures()} before the vote",
            f"description: {self.without_figures()}, and {place} has to decide who pays for it.",
            f"author: {author}",
            f"date: {day.isoformat()}T{random.randrange(6, 22):02}:30:00Z",
            f"section: {random.choice(SECTIONS.split('|'))}",
            "tags:",
            *(f"  - {topic}" for topic in random.sample(TOPICS.split("|"), random.randrange(2, 6))),
            "---",
        ]

    def body(self) -> list[str]:
        """Blocks of Markdown: an introduction and sections, some with a list."""
        blocks = [self.introduction(), self.paragraph()]
        sections = SECTIONS_IN_TURN[self.number // 2 % len(SECTIONS_IN_TURN)]
        for head in self.random.sample(PARTS["head"], sections):
            blocks.append(f"## {self.fill(head)}")
            blocks += [self.paragraph() for _ in range(self.random.randrange(2, 6))]
            if self.random.random() < 0.25:
                blocks += [self.bullets(), self.paragraph()]
            if self.random.random() < 0.08:
                blocks += [f"> {self.part('spoken')}.", self.paragraph()]
        return blocks


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


Defect = Callable[[str], str]
# one of four articles gets one, which is about what good copy has
DEFECTS: tuple[Defect, ...] = (
    lambda text: text.replace(" and the ", " and the the ", 1),
    lambda text: "\n".join(line for line in text.splitlines() if not line.startswith("author: ")) + "\n",
    lambda text: "\n".join(line for line in text.splitlines() if not line.startswith("description: ")) + "\n",
    lambda text: text.replace("\n## ", "\n#### ", 1),
    lambda text: text.replace(",” ", ", ", 1),
    lambda text: f"{text}\nFor more on this, [click here](https://county.example.org/more).\n",
    lambda text: f"{text}\n**What happens now**\n\nThe next meeting is open to everybody.\n",
)


def article(number: int, seed: int = 1) -> str:
    """The article of a number, in Markdown, always the same."""
    writer = Writer(seed, number)
    text = "\n".join([*writer.front_matter(), "", "\n\n".join(writer.body()), ""])
    if writer.random.random() < 0.25:
        text = writer.random.choice(DEFECTS)(text)
    return text


def given(folders: Iterable[Path]) -> list[Path]:
    """The Markdown files of folders, in order of their paths."""
    found = (path for folder in folders for path in sorted(folder.rglob("*.md")) if path.is_file())
    return [path for path in found if 0 < path.stat().st_size <= LARGEST]


def texts(size: int, folders: Iterable[Path] = (), seed: int = 1) -> Iterator[bytes]:
    """`size` articles, no two alike."""
    files = given(folders)
    turn = cycle(files)
    for number in range(size):
        if not files or number % 2 == 0:
            yield article(number, seed).encode()
        else:
            yield next(turn).read_bytes().rstrip() + f"\n\nThis is copy {number} of the article.\n".encode()


def write(folder: Path, size: int, folders: Iterable[Path] = (), seed: int = 1) -> int:
    """Write the corpus as `00000.md` and so on into a new folder; gives its bytes."""
    folder.mkdir()
    total = 0
    for number, text in enumerate(texts(size, folders, seed)):
        total += (folder / f"{number:05}.md").write_bytes(text)
    return total
