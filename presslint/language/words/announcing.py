"""English words with which copy announces something: lead-ins of lists, counted things, subheads that promise.

Each table is a list of words or of small patterns; what is made of them stands in `presslint.desk`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from presslint.model.regex import regex


def _terms(*lines: str) -> tuple[str, ...]:
    return tuple(term.strip() for line in lines for term in line.split("|") if term.strip())


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


def _not_after(words: Iterable[str]) -> str:
    """A pattern that holds where none of some words stands before."""
    return "".join(f"(?<!{word} )" for word in words)


# -- how a paragraph ends that announces a list ------------------------------------------------------

# the last words of a sentence that is open without a list
LAST_WORDS = regex(
    r"(?:\b(?:such as|including|namely|for example|for instance)|\b[ie]\.[eg]\.),?\Z|\bas follows\.?\Z", re.I
)
# words that point at what is shown below: “the following rules”, “see the full table below”
SHOWN_AS = "list| table| chart| graphic| map| gallery| video| timeline"
SET_OUT = "listed|shown|set out|outlined|detailed|summari[sz]ed|described"
POINTS = regex(
    r"(?:\b(?:the|these) following(?: (?!days|years|weeks|months|hours)[a-z]{3,20}s)?"
    rf"|\b(?:{SET_OUT}|see(?: the)?(?: full)?(?: {SHOWN_AS})?"
    r"|table|list|chart|graphic|box|map|gallery|timeline) below)\.?\Z",
    re.I,
)
PRESENTS = regex(r"(?:here(?:['’]s| are| is)|below (?:are|is))\b[^.!?:]{0,160}[:.]\Z", re.I)
MAY_PRESENT = regex(r"[Hh]ere(?:['’]s| are| is)|[Bb]elow (?:are|is)")
CLAUSE = regex(r"[,;:—–](?=\s)|\s(?=(?:and|but|with|which)\s)")

# verbs and nouns that “to” belongs to, so that it wants no verb after it
TO_A_THING = _terms(
    "talk|talked|spoke|speak|listen|refer|according|respond|solution|solutions|answer|answers|key|reply|access"
    "|due|lead|led|back"
)
# words before a colon after which a sentence has to go on with a verb
WANTS_A_VERB = regex(
    _not_after(TO_A_THING) + r"\b(?:to|can|could|will|would|should|must|might|may) ?:\Z", re.I
)
# verbs whose “to:” wants a thing and no verb, so that any paragraph goes on from it
HAS_ITS_VERB = frozenset(
    "render renders rendered translate translates equate equates boil boils point points".split()
)
# words before a colon with which no sentence ends
NO_LACKING_FOR = _terms("look|looking|ask|asked|asking|wait|waiting|is|are")
OPEN_WORDS = (
    _not_after(NO_LACKING_FOR) + "for",
    "by|of|between|using|into|through|than|because|if|while|which|who|whose|whether|and|or|but|we|they",
    "an?|the|our|your|their|its|(?:we|they|you|I)[’'](?:ve|re|ll|d)|so that",
    "(?:is|are|was|were|ensure|mean) that|(?!does |this |its |doing )[a-z]{2,20}(?:s|ed|ing) that",
)
CUT_SHORT = regex(rf"\b(?:{_any(OPEN_WORDS)}) ?:\Z", re.I)
# verbs before a colon that want more than one thing
NOT_LIKE = _terms("look|looks|looked|feel|feels|is|was|sound|sounds")
WANTS_ITEMS = regex(
    rf"(?:\b(?:are|were|involv(?:e|es|ed|ing)|consider|{_not_after(NOT_LIKE)}like)) ?:\Z", re.I
)
SMALL_NUMBERS = r"t(?:wo|hree|en)|four|five|six|seven|eight|nine"
SEVERAL = regex(
    rf"\b(?:these|the following|some|several|a few|many|various|top|key|main|\d{{1,2}}|{SMALL_NUMBERS})"
    r"(?: [\w’'&-]{1,20}){0,3}? [\w’'-]{2,20}(?<!ou)(?<!u)s\b[^.:]{0,100}:\Z",
    re.I,
)
# “four goals”: a number of things, and no measure or time
COUNTED = {word: at for at, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
MEASURES = r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|feet|p\.?m|a\.?m"
COUNT = regex(
    rf"(?<![\w.-])(?<!\ball )(?<!\bthose )(?P<number>{_any(COUNTED)}|\d{{1,2}}) "
    rf"(?!percent|per cent|million|billion|(?:{MEASURES})\b)(?:[a-z’'-]{{1,20}} ){{0,4}}?[a-z’'-]{{2,20}}s\b",
    re.I,
)

# -- how a paragraph opens --------------------------------------------------------------------------

# as one that goes on after a list, and never as an item of it
GOES_ON_WITH = (
    "these|those|this|that|such|it|they|however|but|although|though|while|despite|moreover|further",
    "additionally|finally|most importantly|meanwhile|overall|instead|therefore|thus|after|since|because|even"
    "|of course|together",
    "thanks?|learn more|read more|check out|taken together|in addition|in short|in the end",
    "(?:each|both|all|most|some|many|any|none|not all|one|two|three) of (?:these|those|them|the above|our)",
    "(?:having|with|within|from|beyond|besides|given|through|using|in|of|for|by|among|based on|as) "
    "(?:these|those|this|that)|in this (?:post|article)|for (?:example|instance|more)",
    "as (?:a result|a general|you|we|well|part|mentioned|always)|we (?:also|hope|plan)|we[’'](?:re|ve|ll)",
    "one (?:thing|of (?:the|our|my))|if you (?:have|want|would)|to (?:learn|read|find out|see)",
    "the (?:same|first|largest|other|rest|above|results?|list|next|following)",
)
GOES_ON = regex(rf"(?:{_any(GOES_ON_WITH)})\b", re.I)
# as a sentence that is no item after “includes:” or “by:”, and no verb after “to:”
SUBJECTS = (
    "this|that|these|those|its?|we|they|he|she|you|i|our|your|their|his|her|there|here|if|when|while|as|after",
    "before|once|since|because|although|though|however|but|and|so|not|why|how|who|where|both|also|given|like",
    "(?:in|on|at|for|with|from|by|to|of|over|under|during|until|through|despite) [^.]{2,80}, ",
    "[\\w’'-]{2,30}(?: [\\w’'-]{2,30})? (?:is|are|was|were|has|have|had|can|could|will|would|said|says)\\b",
)
OPENS_SENTENCE = regex(rf"(?:{_any(SUBJECTS)})", re.I)
OPENS_NOUN = regex(
    r"(?:the|an?|one|each|all|some|many|most|[a-z]{3,20}ing|in|on|at|for|with|from|by|to)\b", re.I
)
ORDINAL = regex(
    r"(?:the )?(?:first|second|third|fourth|fifth|next|another|one|two|lastly|last|finally)(?:ly)?\b", re.I
)
FIRST = regex(r"(?:the |our |one |a )?(?:first|1st|one)\b", re.I)
NOT_FIRST = regex(
    r"\b(?:the|our|another|a) (?:second|2nd|other|next|last)\b|\A(?:second|another|next|additional)", re.I
)

# -- lead-ins: what a sentence with a colon or a dash at its end announces ----------------------------

# colons and dashes that announce no list
FURNITURE_WORDS = (
    "read more|see also|watch|listen|related|more|corrections?|clarification|editor[’']s note|update|source",
    "photo|via|from|by|contact|note|ps|p\\.s\\.|tags?|topics?",
)
FURNITURE = regex(rf"(?:{_any(FURNITURE_WORDS)})\b.{{0,30}}\Z", re.I)
# the page's own
FORM = regex(
    r"\b(?:sign(?:ing)? up|subscribe|register|donate|your e?-?mail|join|log in|fill in|form)\b", re.I
)
ITEMS = regex(r",| and | or ")
# words that may point at the subheads to come
POINTERS = (
    "here(?:['’]s| are| is)|below|following|these|this is how|next|advice|ideas|tips|suggestions|steps|ways",
    "things|reasons|issues|changes|lessons|benefits|questions|examples|points|areas|stages|phases|rules",
)
POINTER = regex(rf"\b(?:{_any(POINTERS)})\b", re.I)
# words that leave nothing but a list to come
LISTING_VERBS = (
    "are|were|includ(?:e|es|ed|ing)|involv(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|such as|namely|as follows"
)
COUNTING = "these|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}|several|many|main|key"
LISTED_THINGS = (
    "things|reasons|ways|points|factors|steps|questions|challenges|options|issues|areas|measures",
    "lessons|takeaways|findings|goals|priorities|conditions|recommendations|strengths|advantages|benefits|categories",
    "types|groups|stages|examples|pillars|principles|rules|tips",
)
PROMISE = regex(
    rf"(?:\b(?:{LISTING_VERBS})|\bfollowing(?: [\w-]{{1,20}}){{0,3}}"
    rf"|\b(?:{COUNTING})(?: [\w-]{{1,20}}){{0,3}} (?:{_any(LISTED_THINGS)})"
    r"(?: (?:for|in|of|on|behind) [\w’' -]{2,50})?)\s?[:,—–-]?\Z",
    re.I,
)
# subheads that are parts of a page and never items of a list
PAGE_PARTS = (
    "about|speakers?|presenters?|moderators?|panell?ists?|agenda|resources|related|read ahead|background|audience",
    "who should|sign up|register|contact|comments|references|sources|notes|conclusion|next steps|what[’']s next",
)
PAGE_PART = regex(rf"(?:{_any(PAGE_PARTS)})\b", re.I)
# subheads that no sentence with “to:” goes on with
NO_VERB = regex(r"\A(?:\d|two|three|four|five|six|seven|eight|nine|ten|all|more|other)\b|:\Z", re.I)
THINGS = regex(r"[a-z]{3,20}[^\Wsu]s:\Z")
# a paragraph in which somebody is quoted is no item
QUOTES = regex(
    r"[,.!?][”\"’] ?(?:he|she|they|[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,2}) (?:said|says|added)\b"
)
# what a sentence points at without announcing a list
PART = regex(
    r"\b(?:following|next|another|linked) (?:section|part|chapter|paragraph|article|post|page|video|picture)\W{0,2}\Z",
    re.I,
)
# lines over somebody else's words: “Comment by Ana Ruiz:”, “she wrote:”
SENT = "comments?|posted|post|repl(?:y|ies)|messages?|notes?|quotes?|questions?|answers?"
BY_LINE = regex(rf"(?:{SENT})\b.{{0,60}}?\b(?:by|from|on|of)\b", re.I)
SPEECH = (
    "said|says|sa(?:y|id)ing|wrote|writes|asked|asks|replied|replies|answered|posted|commented",
    "explained|explains|added|adds|noted|told [\\w ]{2,20}|put it",
)
SPEAKS = regex(rf"\b(?:{_any(SPEECH)})(?: [\w’'-]{{2,20}}){{0,3}}:\Z", re.I)

# -- counts: “Five ways to …”, “gave two reasons:” ---------------------------------------------------

COUNTS = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
} | {"fifteen": 15, "twenty": 20}
# nouns that are counted one by one in a headline
TITLE_NOUNS = (
    "ways|things|reasons|tips|steps|facts|takeaways|lessons|questions|answers|signs|myths|mistakes",
    "factors|ideas|points|rules|highlights|predictions|hacks|secrets|habits|strategies|tricks|practices",
    "principles|insights|pitfalls",
)
SMALL = r"(?!of\b|in\b|and\b|to\b|for\b)"
TITLE_COUNT = regex(
    rf"(?:\A|: |\| )(?:the |top |our |here are |these )?(?P<count>\d{{1,3}}|{_any(COUNTS)}) "
    rf"(?:{SMALL}[\w’'-]{{1,20}} ){{0,2}}?(?P<noun>{_any(TITLE_NOUNS)})\b",
    re.I,
)
# the same in a sentence
SENTENCE_NOUNS = (
    "ways|things|reasons|tips|steps|facts|takeaways|lessons|questions|signs|myths|mistakes|factors|ideas",
    "points|rules|principles|benefits|drawbacks|advantages|disadvantages|challenges|risks|drivers|causes|goals",
    "aims|priorities|pillars|conditions|criteria|demands|options|measures|recommendations|requirements",
    "trends|elements|stages|phases",
)
# not “those three roles”, “of the five points”, “at least two questions”
NOT_COUNTED_AFTER = "".join(rf"(?<!\b{word} )" for word in "the those of than least over to or about".split())
SENTENCE_COUNT = regex(
    rf"{NOT_COUNTED_AFTER}\b(?P<count>\d{{1,2}}|{_any(COUNTS)}) "
    r"(?:(?!of\b|in\b|and\b|or\b|to\b|for\b)[\w’'-]{1,20} ){0,2}?"
    rf"(?P<noun>{_any(SENTENCE_NOUNS)})\b(?P<rest>[^:.;()]{{0,70}}):\Z",
    re.I,
)
# “all 4 volunteers:”, whatever they are
ALL_COUNT = regex(
    rf"\b(?P<count>all (?:\d{{1,2}}|{_any(COUNTS)})) (?!of\b)(?:[\w’'-]{{1,20}} )?(?P<noun>[a-z’'-]{{3,20}}s)\b"
    r"(?P<rest>[^:.;()]{0,40}):\Z",
    re.I,
)
# “Changes (5)”
BRACKETED = regex(r"[a-z]s \((?P<count>\d{1,2})\)\s*\Z")
# “Showing 10 of 12”
SHOWING = regex(
    r"(?:showing|displaying|viewing)(?: (?:the )?(?:first|top|latest))? (?:1 ?[–-] ?)?(?P<count>\d{1,4}) of (?P<all>\d{1,5})"
    r"(?: [\w’'-]{2,20}){0,2}\.?",
    re.I,
)
SOME = regex(r"\b(?:including|include|includes|such as|among|like|these|this)\b", re.I)
NUMBERED = regex(
    r"\W{0,3}(?:(?:step|tip|reason|lesson|rule|myth|no\.?|number|way|#)[ #]{0,2})?(\d{1,3})(?=[.):—– -]|\Z)",
    re.I,
)
# subheads around the items, which nobody counts
FRAME = frozenset(
    _terms(
        "introduction|conclusion|background|bonus|summary|resources|references|related|further reading",
        "final thoughts|next steps|about|whats next|learn more|bonus tip",
    )
)

# -- subheads that promise a list --------------------------------------------------------------------

# outright
HARD = frozenset(
    _terms(
        "takeaways|at a glance|by the numbers|in numbers|highlights|key points|main points|key facts|fast facts",
        "quick facts|things to know|timeline|chronology|key dates|important dates|line up|lineup|full list",
        "checklist|step by step|tips|ingredients|pros and cons|advantages and disadvantages",
        "strengths and weaknesses|winners and losers|hits and misses|dos and donts|faq|faqs",
        "frequently asked questions|glossary|key terms|standings|fixtures|rankings",
    )
)
# of these, what prose may give where the subhead names more
PROSE_GIVES = frozenset(_terms("tips|highlights|ingredients|rankings|timeline|chronology|lineup"))
# nouns that promise items, but that prose may deliver as well
SOFT = frozenset(
    _terms(
        "challenges|opportunities|findings|factors|reasons|causes|benefits|risks|features|trends",
        "recommendations|options|alternatives|examples|solutions|strategies|lessons|developments|issues",
        "concerns|criticisms|implications|differences|similarities|limitations|priorities|questions",
        "predictions|symptoms|components|stages|phases|requirements|criteria",
        "statistics|considerations|strengths|weaknesses|drivers|obstacles|hurdles",
    )
)
ADJECTIVES = frozenset(
    _terms(
        "key|main|top|major|important|full|quick|final|other|our|the|some|current|common|principal|biggest",
        "essential|critical|notable|central|remaining|potential|further|additional",
    )
)
ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ory", "ary")
PARTS = regex(r" and | & |, |: ", re.I)
PREPOSITION = regex(r" (?:of|for|in|from|to|with|at|on|behind|facing|about|around|ahead) ")
# verbs that make a subhead a sentence
FINITE_WORDS = (
    "is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|do|does|did|remains?|faces?",
    "looms?|grows?|rises?|falls?|shows?|reveals?|means?|makes?|comes?|needs?|helps?|mounts?|matters?|works?",
    "vary|varies|persists?|abound|continues?|emerges?|include|includes|explained|revealed",
)
FINITE = regex(rf"\b(?:{_any(FINITE_WORDS)})\b")
# evidence in prose: three things in a row, “first … second”, dates or sums one after the other
SERIES = regex(r"\w, (?:[\w’'-]+ ){0,4}[\w’'-]+,? (?:and|or) \w|;[^;.]{3,80};")
ORDER = regex(
    r"\b(?:first|second|third|another|also|finally|one|two|three|four|five|six|several|both)\b", re.I
)
MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
FIGURES = regex(rf"\d[\d.,]*|\b(?:{MONTHS})\b")
NAME = regex(r"(?<=[a-z,;] )(?:[A-Z][a-z]+[a-z’']*)(?: [A-Z][\w’']+)*")

# -- subheads that want a text, and those that want none ---------------------------------------------

# labels of parts that nobody ends an article on
WANTS_TEXT = frozenset(
    _terms(
        "analysis|background|biography|causes|chronology|comments and reaction|conclusion|conclusions|consequences",
        "context|discussion|faq|faqs|findings|history|implementation|implications|introduction|key dates|key facts",
        "key findings|key points|key takeaways|methodology|methods|next steps|outlook|overview|reaction|reactions",
        "recommendations|results|summary|takeaways|timeline|what happened|what happens next|whats next|why it matters",
    )
)
CALL = regex(
    r"(?:sign[ -]?up|subscribe|join|follow|share|register|contact|donate|receive|get (?:our|my|the)|"
    r"comments?|related)\b",
    re.I,
)
DIVIDER = regex(r"(?:part|chapter|day|week|act|session|volume) (?:\d{1,3}|[ivx]{1,5}|[a-z]{3,6})\b", re.I)
# names of boxes that a page fills by itself
BOX_OPENS = "featured|recommended|trending|popular|most (?:read|popular|viewed|shared|recent)|latest|more|top"
BOX_GOES_ON = (
    "articles?|stor(?:y|ies)|posts?|news|reads?|now|today|this week|for you|on this site|from (?:us|the blog)"
)
BOX = regex(rf"(?:{BOX_OPENS})(?: (?:{BOX_GOES_ON}))?:?", re.I)
PAUSE = regex(r"(?:coffee |lunch |short )?(?:break|lunch|intermission|recess|end|fin)s?", re.I)
