from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Kind, Option, Rule, Severity, quoted, regex
from presslint.desk import (
    DETERMINER,
    DOCUMENT,
    NOUNISH,
    ORDINARY,
    PROVING,
    SPEECH,
    Attribution,
    Cue,
    Level,
    Sentence,
    Tokens,
    bare,
)

# documents that stand somewhere on the web; “data” and “figures” may be anything
LINKABLE = frozenset(
    """
    survey study report analysis index census tracker poll audit database dataset review ranking barometer
    outlook paper research assessment scorecard evaluation factsheet yearbook update
    """.split()
)
VERBS = PROVING | frozenset("according note cite citing warn support back echo predict project".split())
MODALS = frozenset("will would can could may might should to".split())
NOT_PUBLIC = regex(
    r"\b(?:leaked|internal|confidential|unpublished|sealed|seen by|obtained by|reviewed by|police|autopsy"
    r"|coroner|court|broadcast|phone-in)\b",
    re.IGNORECASE,
)
TOLD = regex(
    r"\b(?:told|obtained by|seen by|contacted by|approached by) (?:the )?([A-Z]\w+(?: [A-Z]\w+){0,3})"
)
TITLE_WORDS = frozenset(
    "the of for and on a an national global world annual international department".split()
)


class SourceNotLinked(Rule):
    """A report, survey or tracker that the copy names is linked.

    On the web the reader can be one click from the evidence, and a link keeps the writer honest too. One
    finding per document, at its first mention; any link in the paragraph, a link elsewhere whose words or
    address share a word with the name, a footnote or an entry in a list of sources will do. Leaked,
    internal and court documents, the house's own reviews (“our review of county records”) and what somebody
    merely says about a document are not asked for. Plain text cannot carry links and is left alone.
    """

    severity = Severity.SUGGESTION
    sources = (
        "The Trust Project: citations and references",
        "Silverman and Buttry: accuracy checklist",
        "International Fact-Checking Network: transparency of sources",
    )
    needs = frozenset({"links"})
    languages = frozenset({"en"})
    reads = frozenset({"prose"})
    not_for = frozenset({"results", "recipe", "index", "event", "obituary"})
    own: tuple[str, ...] = Option(
        (), description="Names of the house whose documents need no link, as written."
    )
    examples = (
        Bad(
            "# Breaks help\n\nBreaks help, according to [[the Leeds Institute's Work Survey]].\n",
            says="“the Leeds Institute's Work Survey” is named and not linked; link it where it "
            "is named first.",
            severity="suggestion",
        ),
        Bad(
            "# Breaks help\n\nA new [[analysis from Ridgeway]] finds that breaks help. Ridgeway sells "
            "chairs.\n"
        ),
        Good(
            "# Breaks help\n\nBreaks help, according to the Leeds Institute's [Work "
            "Survey](https://leeds.example).\n"
        ),
        Good(
            "# Breaks help\n\nBreaks help, says the [Leeds Institute](https://leeds.example).\n\n"
            "The Leeds Institute's Work Survey asked 900 people.\n"
        ),
        Good("# Breaks help\n\nA leaked copy of the Ridgeway Report, seen by this newspaper, says so.\n"),
        Bad("# Breaks help\n\nThe gap [[the Ridgeway review]] confirms is wide. It is old.\n"),
        Good("# Breaks help\n\nThe body Ridgeway says a credible analysis shows nothing yet.\n"),
        Good("# Breaks help\n\nBreaks help, according to our review of Ridgeway County records.\n"),
        Good("# Breaks help\n\nAna Ruiz's mother said so, and reports of theft worry Leeds.\n"),
        Bad(
            "# Breaks help\n\nA new [[analysis from Ridgeway and Leeds]] finds that breaks help.\n",
            says="“analysis from Ridgeway and Leeds” is named and not linked; link it where it is named first.",
            severity="suggestion",
        ),
        Good("# Breaks help\n\nBreaks help, the Ridgeway Work Survey will show.\n"),
        Bad(
            "# Breaks help\n\nA new [[analysis from Ridgeway]] and the town finds that breaks help.\n",
            says="“analysis from Ridgeway” is named and not linked; link it where it is named first.",
            severity="suggestion",
        ),
        Good("# Breaks help\n\nBreaks help, according to the AB Survey.\n"),
        Good(
            "# Breaks help\n\nBreaks help, according to the Ridgeway Work Survey. See "
            "[this](https://r.example) for more.\n"
        ),
        Good("# Breaks help\n\nBreaks help, according to Ridgeway Report Group.\n"),
        Good(
            "# Breaks help\n\nBreaks help, according to the Ridgeway Work Survey. The bank told Ridgeway "
            "so.\n"
        ),
        Bad(
            "# Breaks help\n\nBreaks help, according to [[the Ridgeway Work Survey]].\n\nThe Ridgeway Work "
            "Survey shows that it is so.\n",
            says="“the Ridgeway Work Survey” is named and not linked; link it where it is named first.",
            severity="suggestion",
        ),
        Good("# Breaks help\n\nA new analysis of Ridgeway finds that breaks help.\n"),
        Bad(
            "# Breaks help\n\nBreaks help, according to [[the ABC Survey]].\n",
            says="“the ABC Survey” is named and not linked; link it where it is named first.",
            severity="suggestion",
        ),
        Good("# Breaks help\n\nBreaks help, finds a new analysis from Ridgeway and\n"),
        Bad(
            "# Breaks help\n\nA new [[analysis by the Centre for Breaks and Rest]] finds that breaks help.\n",
            says="“analysis by the Centre for Breaks and Rest” is named and not linked; link it where it is "
            "named first.",
            severity="suggestion",
        ),
        Good("# Breaks help\n\nBreaks help, finds a new analysis from Ridgeway\n"),
        Good("# Breaks help\n\nBreaks help, finds a new analysis from the Centre for Breaks.\n"),
        Bad(
            "# Breaks help\n\nA new [[analysis by the Centre]] for breaks finds that breaks help.\n",
            says="“analysis by the Centre” is named and not linked; link it where it is named first.",
            severity="suggestion",
        ),
        Good("# Breaks help\n\nBreaks help, according to Ridgeway Survey Group.\n"),
        Bad(
            "# Breaks help\n\nBreaks help, according to [[the Ridgeway Work Survey]], the Leeds Board and "
            "the town.\n",
            says="“the Ridgeway Work Survey” is named and not linked; link it where it is named first.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        known: set[str] = {word for name in self.own for word in _keys(name.split())}
        for passage in article.prose:
            if (
                "told " not in passage.text
                and "ed by " not in passage.text
                and "seen by " not in passage.text
            ):
                continue
            for told in TOLD.finditer(passage.text):
                known |= _keys(told.group(1).split())  # whoever was told is the house
        linked: str | None = None
        for sentence in attribution.sentences:
            for place in _documents(sentence):
                where = sentence.part(*place)
                keys = _keys(where.text.split())
                if not keys or keys & known or NOT_PUBLIC.search(sentence.text) or sentence.first_person:
                    continue
                known |= keys
                if linked is None:
                    linked = _linked_words(article)
                if any(key in linked for key in keys) or _paragraph_links(attribution, sentence):
                    continue
                yield self.finding(
                    where, f"{quoted(where.text)} is named and not linked; link it where it is named first."
                )


def _documents(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Tokens of each named document that the sentence takes as its source."""
    tokens = sentence.tokens
    leaning = [
        cue
        for cue in sentence.cues
        if cue.lemma in VERBS and not (cue.start and tokens.words[cue.start - 1].lower() in MODALS)
    ]
    for cue in sentence.cues:
        if cue.level is not Level.NAMED or cue.kind not in ("document", "frame", "speech"):
            continue
        place = _document(tokens, cue)
        if place is not None and any(cue is other or _near(place, other) for other in leaning):
            yield place


def _near(place: tuple[int, int], cue: Cue) -> bool:
    """Whether a cue's source overlaps a document, or its verb follows it."""
    start, end = cue.source
    return (start < place[1] and place[0] < end) or 0 <= cue.start - place[1] <= 6


def _document(tokens: Tokens, cue: Cue) -> tuple[int, int] | None:
    start, end = cue.source
    if cue.kind == "document" and bare(tokens.words[cue.start]) in LINKABLE and cue.start < start:
        if tokens.words[cue.start + 1] not in ("by", "from"):
            return None
        return cue.start, _end_of_name(tokens, end)
    if end - start > 14:
        return None
    at = next((i for i in range(start, end) if _is_linkable(tokens, i)), -1)
    if at < 0 or any(_is_said(tokens, i) for i in range(start, at)):
        return None
    begin = next((i for i in range(at - 1, start, -1) if tokens.tags[i] & DETERMINER), start)
    named = any(tokens.names[begin : at + 1])  # “the gap the Board review found” is about the Board review
    return (begin, at + 1) if named else None  # and in “Ruiz cited a study” nobody is named as its maker


def _end_of_name(tokens: Tokens, end: int) -> int:
    """Past what still belongs to a body's name: “Centre for Disease Control and Prevention”."""
    while end < len(tokens):
        if tokens.words[end][0].isupper():
            end += 1
        elif (
            tokens.words[end] in ("and", "of", "for", "&") and end + 1 < len(tokens) and tokens.names[end + 1]
        ):
            end += 2
        else:
            break
    return end


def _is_said(tokens: Tokens, i: int) -> bool:
    """“the Board says an analysis is needed”: that analysis is nobody's source."""
    return tokens.tags[i] & SPEECH > 0 and not tokens.names[i] and not tokens.tags[i] & NOUNISH


def _is_linkable(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a document and no piece of a body's name: “Census Bureau”."""
    word = tokens.words[i]
    if not tokens.tags[i] & DOCUMENT or bare(word) not in LINKABLE or word == "Research":
        return False
    return not (word[0].isupper() and i + 1 < len(tokens) and tokens.names[i + 1])


def _keys(words: list[str]) -> set[str]:
    """The words of a name that can be looked for in links."""
    keys = {bare(word.strip(",.;:()“”\"'’")) for word in words if word[:1].isupper()}
    return {key for key in keys if len(key) > 2 and key not in ORDINARY | LINKABLE | TITLE_WORDS}


def _linked_words(article: Article) -> str:
    """Everything that links and footnotes say, in lower case: their words and their addresses."""
    said = [text.lower() for link in article.links for text in (link.text.text, link.target)]
    said += [block.text.lower() for block in article.walk() if block.kind is Kind.FOOTNOTE]
    return "\n".join(said)


def _paragraph_links(attribution: Attribution, sentence: Sentence) -> bool:
    return any(other.linked for other in attribution.paragraphs[sentence.paragraph])
