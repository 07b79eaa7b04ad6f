"""Words written for others that sound like them, in company that leaves no doubt which was meant.

Each is a pattern whose group `word` is the wrong part, literals without which it cannot match, and what to
write instead. Only company that makes the written word impossible is listed: “could of course” is not.
"""

from __future__ import annotations

from presslint.language.alternatives import each_with

_CLAUSE = "a|an|the|this|that|these|those|not|been|being|going|what|all|only|just|also|so|very|about|to"
_IN = "of|on|in|into|under|within|about|across|among|between"
_AFTER = "a|an|the|in|on|at|any|that|those|it|its|his|her|their|our|your|you|we|they|ever|before|other"
_MORE = "rather|other|worse|better|greater|fewer|larger|smaller|older|younger|faster|slower"
_FIGURE = r"\d+|half|twice|one|two|three|four|five|six|ten|a (?:hundred|thousand|million|dozen|few|year|week)"

SLIPS = (
    (
        r"\b(?:could|should|would|might(?=n't))(?:n't)? (?P<word>of)(?! course\b| the\b| all\b| its\b| his\b)(?= \w)",
        ("could of", "should of", "would of", "n't of"),
        "have",
    ),
    (
        rf"\b(?:{_IN}) (?P<word>it's)(?= (?!(?:{_CLAUSE})\b)[a-z]+(?:-[a-z]+)*)",
        each_with(_IN.split("|"), (" it's",)),
        "its",
    ),
    (r"\b(?P<word>it's)(?= own\b)", ("it's own",), "its"),
    (r"\b(?P<word>its)(?= been (?:a|an|the|more|over|nearly|almost|so)\b)", ("its been",), "it's"),
    (r"\b(?P<word>its)(?= not (?:a|an|the|just|only)\b)", ("its not",), "it's"),
    (
        r"\b(?P<word>their)(?= (?:is|are|was|were) (?:a|an|no|some|many|two|several)\b)",
        each_with(("their ",), ("is ", "are ", "was ", "were ")),
        "there",
    ),
    (r"\b(?P<word>there)(?= own\b)", ("there own",), "their"),
    (r"\b(?P<word>they're)(?= own\b)", ("they're own",), "their"),
    (
        r"\b(?P<word>your)(?= (?:invited|going|not) (?:to|the|a|an)\b)",
        each_with(("your ",), ("invited ", "going ", "not ")),
        "you're",
    ),
    (r"\b(?P<word>you're)(?= own\b)", ("you're own",), "your"),
    (r"\b(?P<word>who's)(?= own\b)", ("who's own",), "whose"),
    (rf"\b(?:{_MORE}) (?P<word>then)(?= (?:{_AFTER})\b)", each_with(_MORE.split("|"), (" then",)), "than"),
    (rf"\b(?:more|less) (?P<word>then)(?= (?:{_FIGURE})\b)", ("more then", "less then"), "than"),
    (
        r"\bway (?P<word>to)(?= (?:much|many|few|little|late|early)\b)",
        each_with(("way to ",), ("much", "many", "few", "little", "late", "early")),
        "too",
    ),
    (
        r"\b(?:adversely|negatively|severely|badly|worst|otherwise|other) (?P<word>effected)\b",
        ("effected",),
        "affected",
    ),
    (r"\b(?:an|no|side|adverse|knock-on) (?P<word>affect)(?= (?:of|on)\b)", ("affect o",), "effect"),
    (
        r"\b(?:will|would|could|may|might|not|n't) (?P<word>effect)(?= (?:the outcome|how|whether|your|our|us|them|you)\b)",
        each_with(("will", "would", "could", "may", "might", "not", "n't"), (" effect ",)),
        "affect",
    ),
    (r"\bdaylight (?P<word>savings)(?= time\b)", ("daylight savings",), "saving"),
    (r"\bsneak(?P<word> peak)s?\b", ("sneak peak",), " peek"),
    (r"\bfree (?P<word>reign)(?= (?:to|over)\b)", ("free reign",), "rein"),
    (
        r"\b(?P<word>peaked|peeked)(?= (?:my|our|his|her|their|your|\w+'s) (?:interest|curiosity)\b)",
        ("peaked", "peeked"),
        "piqued",
    ),
    (r"\b(?P<word>tow)(?= the (?:party |company |government )?line\b)", ("tow the",), "toe"),
    (r"\b(?P<word>mute)(?= point\b)", ("mute point",), "moot"),
    (r"\b(?P<word>case and point)\b", ("case and point",), "case in point"),
    (r"\b(?P<word>all intensive purposes)\b", ("intensive purposes",), "all intents and purposes"),
    (r"\b(?P<word>one in the same)\b", ("one in the same",), "one and the same"),
    (r"\b(?P<word>by in large)\b", ("by in large",), "by and large"),
    (r"\bdeep[- ](?P<word>seeded)\b", ("deep-seeded", "deep seeded"), "seated"),
    (r"\b(?P<word>worse)(?=[- ]case scenarios?\b)", ("worse case", "worse-case"), "worst"),
    (r"\b(?P<word>statue)(?= of limitations\b)", ("statue of l",), "statute"),
    (r"\b(?P<word>beckon call)\b", ("beckon call",), "beck and call"),
    (r"\b(?P<word>baited)(?= breath\b)", ("baited breath",), "bated"),
    (
        r"\b(?P<word>pour)(?P<end>|s|ed|ing)(?= over (?:the |his |her |their )?(?:documents?|records|books|data|files)\b)",
        each_with(("pour", "pours", "poured", "pouring"), (" over ",)),
        "pore",
    ),
    (
        r"\b(?P<word>principle)(?= (?:investigator|dancer|violinist|residence)s?\b)",
        ("principle ",),
        "principal",
    ),
    (r"\bhigh school (?P<word>principle)\b", ("school principle",), "principal"),
    (r"\b(?P<word>alot)\b", ("alot",), "a lot"),
    (r"\b(?P<word>shoe-in)\b", ("shoe-in",), "shoo-in"),
    (r"\b(?P<word>slight)(?= of hand\b)", ("slight of hand",), "sleight"),
    (r"\b(?P<word>capitol)(?= (?:punishment|gains|investment|expenditure)\b)", ("capitol ",), "capital"),
)
