"""Words that no dictionary has: Vale's `spelling`, with Hunspell's dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from presslint.model.finding import Finding, Fix
from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.patterns import Matcher
from presslint.packs.kinds.vale.rule import ValeRule
from presslint.packs.kinds.view import ValeBlock, ValeView, settings_of
from presslint.packs.rule import Option

SPELLER = "hunspell"
WORD = regex(r"[^\W_]+(?:[-.'’‘@_/\\][^\W_]+)*")
DEFAULT = "en_US"
# what Vale takes for no word of a language unless a rule says `custom`
FILTERS = (
    r"(?:\w+)?\.\w{1,4}\b",
    r"\b(?:[a-zA-Z]\.){2,}",
    r"0[xX][0-9a-fA-F]+",
    r"\w+-\w+",
    r"[A-Z][a-z]+[A-Z]+\w+",
    r"[0-9]",
    r"[A-Z]+$",
    r"\w{3,}\.\w{3,}",
    r"@.*\b",
    r"[/\\_]",
)
CHOICES = 5  # spellings that are offered


class Spelling(ValeRule):
    """Every word stands in a dictionary."""

    custom: bool = Option(False, description="Use no filters but the rule's own.")
    filters: tuple[str, ...] = Option((), description="Regular expressions for words that are left alone.")
    ignore: tuple[str, ...] = Option((), description="Files of words that are left alone.")
    dictionaries: tuple[str, ...] = Option((), description="Names of Hunspell dictionaries.")
    dicpath: str = Option("", description="Where the dictionaries are.")
    dic: str = Option("", description="The file of a dictionary's words.")
    aff: str = Option("", description="The file of a dictionary's affixes.")
    append: bool = Option(False, description="Use the default dictionary beside the rule's own.")
    threshold: float = Option(0.0, description="Taken from Vale styles; all spellings are offered.")

    def examine(self) -> None:
        super().examine()
        if find_spec(SPELLER) is None:
            raise Flaw("extends", "a rule on spelling needs Hunspell; install presslint[vale-spelling]")
        _ = self.left_alone

    @cached_property
    def left_alone(self) -> tuple[Matcher, ...]:
        own = tuple(
            Matcher(self.proven(pattern, "filters", index)) for index, pattern in enumerate(self.filters)
        )
        if self.custom:
            return own
        return own + tuple(Matcher(self.proven(pattern, "extends")) for pattern in FILTERS)

    def begin(self, view: ValeView) -> Any:
        folder = settings_of(view.article).dictionaries
        places = [Path(folder)] if folder else []
        if self.origin:
            places.append(Path(self.origin).parent.parent / "config" / "dictionaries")
        if self.dicpath:
            places.insert(0, Path(self.origin).parent.parent / self.dicpath)
        return self.spellers(places), self.ignored(places), {}

    def spellers(self, places: list[Path]) -> list[Any]:
        names = self.dictionaries or ((self.dic.rpartition("/")[2].removesuffix(".dic"),) if self.dic else ())
        found = []
        for name in names:
            home = next((place for place in places if (place / f"{name}.dic").is_file()), None)
            if home is None and name.replace("-", "_") != DEFAULT:
                raise Flaw(
                    "dictionaries",
                    f"no dictionary “{name}.dic” in {', '.join(map(str, places)) or 'the styles'}",
                )
            found.append(_speller(name if home else DEFAULT, str(home or "")))
        if not names or self.append:
            found.append(_speller(DEFAULT, ""))
        return found

    def ignored(self, places: list[Path]) -> frozenset[str]:
        words: set[str] = set()
        for name in self.ignore:
            homes = [root for place in places for root in (place.parent / "ignore", place.parent.parent)]
            file = next((home / name for home in homes if (home / name).is_file()), None)
            if file is not None:
                words |= _listed(str(file))
        return frozenset(words)

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        spellers, ignored, known = state
        text = block.passage.text
        spared = None
        for match in WORD.finditer(text):
            word = match.group()
            good = known.get(word)
            if good is None:
                good = known[word] = self.is_good(word, spellers, ignored)
            if good:
                continue
            spared = spared or self.spared(view, text, any_case=True)
            if not spared.holds(word, *match.span()):
                where = block.passage[match.start() : match.end()]
                yield self.finding(where, self.say(word), fix=self.spellings(where, spellers))

    def is_good(self, word: str, spellers: list[Any], ignored: frozenset[str]) -> bool:
        plain = word.replace("’", "'").replace("‘", "'")
        return (
            any(each.search(word) is not None for each in self.left_alone)
            or plain.lower() in ignored
            or any(_knows(speller, plain) for speller in spellers)
        )

    def spellings(self, where: Passage, spellers: list[Any]) -> tuple[Fix, ...]:
        if self.action.get("name") != "suggest":
            return ()
        found = [new for speller in spellers for new in speller.suggest(where.text)]
        return self.mended(where, "suggest", list(dict.fromkeys(found))[:CHOICES])


def _knows(speller: Any, word: str) -> bool:
    try:
        return bool(speller.spell(word))
    except UnicodeEncodeError:
        return True  # letters that no word of the dictionary has: another language


@lru_cache(maxsize=16)
def _speller(name: str, folder: str) -> Any:
    hunspell = import_module(SPELLER)
    return hunspell.Hunspell(name, hunspell_data_dir=folder) if folder else hunspell.Hunspell(name)


@lru_cache(maxsize=64)
def _listed(path: str) -> frozenset[str]:
    lines = Path(path).read_text("utf-8", "replace").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip())
