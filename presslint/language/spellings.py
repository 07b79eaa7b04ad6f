"""Spellings of proper names: forms that are one slip apart, and who stands beside each of them.

A slip is one letter too many, too few, wrong, or two swapped. Most pairs of words one slip apart are
no slips: inflections, two people, two words. So a pair counts only when nothing else explains it, and
what stands beside a name (given name, surname) speaks for or against one person.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct, field

from presslint.language.en.lookalikes import is_ordinary
from presslint.language.languages import ENGLISH
from presslint.language.words.namesakes import FOREIGN, GIVEN, PLACES
from presslint.model.document import Document
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex

_CAPITALISED = regex(r"[A-ZÀ-ÖØ-Þ](?<![\w@#/._\\&=-].)[a-zß-öø-ÿ]{4,}(?![\w@/_\\=(-]|\.\w|[’'](?!s\b))")
_ORDINARY = regex(r"(?<![\w’'])[a-z][a-zß-öø-ÿ]{4,}")
_BEFORE = regex(r"([A-ZÀ-ÖØ-Þ][\w’'-]*|[A-Z][a-z]{1,3}\.) (?:[A-Z]\. ?){0,2}$")
_AFTER = regex(r"(?:[’']s?)? (?:[A-Z]\. ){0,2}([A-ZÀ-ÖØ-Þ][\w-]*)")
_OPENS_SENTENCE = regex(r"(?:^|[.!?:…]\s|[.!?]?[”\"’)]\s|[“\"‘(•*—–-]\s?|\n)\s*$")

# endings by which two forms of one stem differ: plurals, demonyms, agents, verbs, gender
ENDINGS = (
    "s es ed er ers e d r rs ing ings ly y n an as ans al or ors ion ive i ies ied ier able ably ible ibly "
    "ance ence ent ant ar en ens ist ism ists ic ics us um a o x ity ize izes ise ish man men woman women"
).split()
# British and American forms, which meet in the names of institutions
_BOTH_RIGHT = regex(
    r"(?:ters?|tres?|bers?|bres?|ou?rs?|[ei]n[cs]es?|[iy][sz](?:e|ed|es|er|ing|ation|ations))$"
)
RARE = 2  # a form that stands more often than this is meant
MOST = 400  # forms with one initial that are compared with each other
SHORT = 6  # letters up to which one letter for another makes another name: “Ramesh”, “Rakesh”
WORDY = 8  # letters of an ordinary word of which a near form is taken for a slip
LONG = 7  # letters from which two forms that stand once each are taken for one name
LONGER = 9  # the same where one letter stands for another
TITLES = frozenset(
    (
        *ENGLISH.title_words,
        *ENGLISH.person_titles,
        *(f"{title}." for title in ENGLISH.person_titles),
        *"The And Of In For With From By At On But When As If".split(),
    )
)
# names one slip apart that are two things
TWO_NAMES = frozenset(
    frozenset(pair.split("/")) for pair in ("Obama/Osama", "Wikimedia/Wikipedia", "Network/Networx")
)


class Spelling(Struct):
    """One form of a capitalised word: where it stands and which names stand right before and after it."""

    form: str
    places: list[Passage] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    inside: int = 0  # how often it stands inside a sentence, where a capital makes a name
    foreign: bool = False  # whether words of another tongue stand beside it throughout

    @property
    def count(self) -> int:
        return len(self.places)


class Variant(Struct, frozen=True):
    """A rare form that is one slip away from a usual one. `companion` is a name that stands beside both."""

    rare: Spelling
    usual: Spelling
    companion: str = ""


def variants(article: Document) -> Iterator[Variant]:
    """Each rare form of a name that is one slip away from a usual one, with nothing else to explain it."""
    passages = list(_named_in(article))
    counts = Counter(form for passage in passages for form in _CAPITALISED.findall(passage.text))
    pairs = list(_one_slip_apart(counts))
    if not pairs:
        return
    ordinary = {word for passage in passages for word in _ORDINARY.findall(passage.text)}
    pairs = [pair for pair in pairs if not all(_is_word(form, ordinary) for form in _suspects(pair, counts))]
    if not pairs:
        return
    found = _places(passages, {form for pair in pairs for form in pair})
    copy = article.source.text.lower()
    for pair in pairs:
        rare, usual = _ranked(found[pair[0]], found[pair[1]], ordinary, copy)
        companion = _companion(rare, usual)
        if companion or (_is_one_name(rare, usual) and _is_a_slip(rare, usual, ordinary)):
            yield Variant(rare, usual, companion)


def _is_a_slip(rare: Spelling, usual: Spelling, ordinary: set[str]) -> bool:
    return _is_typing_error(rare, usual, ordinary) or (
        _is_evidence(rare, usual) and not _are_two(rare, usual)
    )


def _is_one_name(rare: Spelling, usual: Spelling) -> bool:
    """False for two names that are near in letters by chance: nothing but their company makes them one."""
    one, two = rare.form.lower(), usual.form.lower()
    if {one, two} <= GIVEN or {one, two} <= PLACES:
        return False
    if rare.foreign or usual.foreign:
        return False
    if is_accent_only(one, two):
        return not (_plain(one) in PLACES or is_ordinary(_plain(one)))
    if len(one) == len(two) and sorted(one) != sorted(two):
        return len(one) > SHORT
    return True


def is_accent_only(one: str, two: str) -> bool:
    """True for “Marti” and “Martí”, which two languages, or two people, may each write so."""
    return _plain(one) == _plain(two)


def _plain(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def spelled(article: Document) -> dict[str, Spelling]:
    """Each capitalised form of five letters or more, with its places in reading order."""
    passages = list(_named_in(article))
    return _places(passages, {form for passage in passages for form in _CAPITALISED.findall(passage.text)})


def _named_in(article: Document) -> Iterator[Passage]:
    for passage in article.passages:
        if passage.part is not Part.CODE and "://" not in passage.text:
            code = [(mark.start, mark.end) for mark in passage.marks if mark.kind == "code"]
            yield passage.masked(code) if code else passage
    yield from (media.alt for media in article.all_media if media.alt is not None)
    yield from (tag.passage for tag in article.tags)


def _one_slip_apart(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    by_initial: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        by_initial[form[0]].append(form)
    for group in by_initial.values():
        for first, second in combinations(group[:MOST], 2):
            if (
                abs(len(first) - len(second)) < 2
                and min(counts[first], counts[second]) <= RARE
                and one_slip(first, second)
                and not _is_inflection(first, second)
                and frozenset((first, second)) not in TWO_NAMES
            ):
                yield first, second


def one_slip(first: str, second: str) -> bool:
    """True when one letter added, dropped, changed, or one swap of neighbours turns one into the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    if len(first) > len(second):
        first, second = second, first
    size = len(first)
    at = 0
    while at < size and first[at] == second[at]:
        at += 1
    if len(second) > size:
        return first[at:] == second[at + 1 :]
    if first[at + 1 :] == second[at + 1 :]:
        return True
    return first[at : at + 2] == second[at : at + 2][::-1] and first[at + 2 :] == second[at + 2 :]


def _is_inflection(first: str, second: str) -> bool:
    """True for forms of one word: “Korea” and “Korean”, “Office” and “Officer”, “Centre” and “Center”."""
    if _BOTH_RIGHT.search(first) and _BOTH_RIGHT.sub("", first) == _BOTH_RIGHT.sub("", second):
        return True
    return not _stems(first).isdisjoint(_stems(second))


def _stems(form: str) -> set[str]:
    return {form} | {form[: -len(end)] for end in ENDINGS if form.endswith(end) and len(form) - len(end) > 2}


def _suspects(pair: tuple[str, str], counts: Counter[str]) -> Iterable[str]:
    """The forms of a pair that may be the slip: the rarer one, or either where both are as rare."""
    fewest = min(counts[form] for form in pair)
    return [form for form in pair if counts[form] == fewest]


def _is_word(form: str, ordinary: set[str]) -> bool:
    word = form.lower()
    return word in ordinary or is_ordinary(word)


def _places(passages: Sequence[Passage], forms: set[str]) -> dict[str, Spelling]:
    found = {form: Spelling(form) for form in forms}
    for passage in passages:
        text = passage.text
        for match in _CAPITALISED.finditer(text):
            spelling = found.get(match.group())
            if spelling is None:
                continue
            start, end = match.span()
            spelling.places.append(passage[start:end])
            if not _OPENS_SENTENCE.search(text, max(0, start - 6), start):
                spelling.inside += 1
            before = _BEFORE.search(text, max(0, start - 24), start)
            if before is not None:
                spelling.before.add(before[1])
            after = _AFTER.match(text, end)
            if after is not None:
                spelling.after.add(after[1])
            near = [*text[max(0, start - 40) : start].split()[-3:], *text[end : end + 40].split()[:2]]
            alien = not FOREIGN.isdisjoint(word.strip("(),.:;“”\"'").lower() for word in near)
            spelling.foreign = alien and (spelling.foreign or len(spelling.places) == 1)
    return found


def _ranked(first: Spelling, second: Spelling, ordinary: set[str], copy: str) -> tuple[Spelling, Spelling]:
    """The suspect form and the usual one: by what is surely a word, by number, by addresses, by what came first."""
    words = [_is_word(spelling.form, ordinary) for spelling in (first, second)]
    if words[0] != words[1] and max(first.count, second.count) <= RARE and len(first.form) >= SHORT:
        return (second, first) if words[0] else (first, second)

    accents = is_accent_only(first.form, second.form)  # addresses are written without

    def rank(spelling: Spelling) -> tuple[int, bool, int, int]:
        word = _is_word(spelling.form, ordinary)
        seen = 0 if accents else copy.count(spelling.form.lower())
        return spelling.count, word, seen, -spelling.places[0].span.start

    rare, usual = sorted((first, second), key=rank)
    return rare, usual


def _companion(rare: Spelling, usual: Spelling) -> str:
    """A name, itself right or with a slip, that stands right before or right after both forms."""
    for mine, theirs in ((rare.before, usual.before), (rare.after, usual.after)):
        for name in sorted(mine - TITLES):
            if name in theirs or any(len(name) > 4 and one_slip(name, other) for other in theirs - TITLES):
                return name
    return ""


def _is_typing_error(rare: Spelling, usual: Spelling, ordinary: set[str]) -> bool:
    """True when no two names differ so: two letters swapped, or a long ordinary word misspelt."""
    if rare.count >= usual.count:
        return False
    if sorted(rare.form) == sorted(usual.form):
        return True
    return len(usual.form) >= WORDY and _is_word(usual.form, ordinary)


def _is_evidence(rare: Spelling, usual: Spelling) -> bool:
    """True when one form is the usual one, or both are long enough to be alike by no chance."""
    if rare.count < usual.count:
        return True
    return min(len(rare.form), len(usual.form)) >= (LONGER if len(rare.form) == len(usual.form) else LONG)


def _are_two(rare: Spelling, usual: Spelling) -> bool:
    """True when the company of the two forms speaks for two people, or two things."""
    if rare.before - TITLES and (usual.before - TITLES or usual.after):  # “Wesley Clark” and “Kenneth Clarke”
        return True
    if rare.after:  # “Stephen Booth” and “Steven”
        return True
    return rare.inside == 0 and usual.inside == 0
