"""What a reader may ask a source for: shapes of statistics, superlatives, comparisons, trends, forecasts.

Each shape is a pattern with the words of which one stands in every match, so that a pattern runs only
where it can succeed. Patterns meet text in which quotations, dates, times, ages and the like are masked;
they ignore case.
"""

from __future__ import annotations

from msgspec import Struct

from presslint.language.languages import ENGLISH


class Shape(Struct, frozen=True):
    """`words` (lower case, apart by spaces; `#` is any token that begins with a digit) gate `pattern`."""

    words: str
    pattern: str


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SMALL = f"(?:{ENGLISH.spelled(1, 10)})"
_MANY = ENGLISH.spelled(2, 10)
# full, short, or short with a stop
_MONTH = "|".join(
    (*ENGLISH.month_names, *(rf"{short}\.?" for forms in ENGLISH.months for short in forms[1:]))
)
_HEDGE = (
    r"(?:nearly |almost |about |roughly |some |around |over |more than |less than |fewer than |just over "
    r"|just under )?"
)
# people at large: a share of them is always somebody's survey or census
PUBLIC = (
    r"(?:people|men|women|children|students|pupils|patients|workers|employees|residents|voters|adults"
    r"|households|families|americans|britons|europeans|parents|teachers|teens|teenagers|consumers|citizens"
    r"|respondents|population|public|workforce|homeowners|tenants|seniors|drivers|farmers|doctors|nurses)"
)
_GROUP = (
    rf"(?:{PUBLIC}|staff|users|customers|companies|firms|businesses|schools|hospitals|homes|websites"
    rf"|countries"
    r"|cities|states|revenue|sales|exports|imports|emissions|output|spending|gdp|electricity|energy|market"
    r"|deaths|cases|crimes|complaints|jobs|traders|owners|organi[sz]ations|smartphones?|phones|budget)"
)

# A figure about a group, a rate or a rank: always somebody's count.
STATISTIC = (
    Shape(
        "% percent cent pct",
        rf"\b{_HEDGE}{_NUMBER} ?(?:%|percent\b|per cent\b|pct\b) of (?:all |the |our |its |their |those "
        rf"|u\.?s\.? )?(?:[\w’'.-]+ ){{0,3}}?{_GROUP}\b",
    ),
    Shape(
        "% percent cent pct",
        rf"\b{_HEDGE}{_NUMBER} ?(?:%|percent\b|per cent\b) of (?:all|those|respondents|the (?:world|country"
        rf"|nation)(?:'s|’s)?)\b",
    ),
    Shape(
        f"# {' '.join(ENGLISH.numbers[2:11])} twenty hundred",
        rf"\b(?:{_SMALL}|\d+) (?:in|out of) (?:every )?(?:{_MANY}"
        rf"|twenty|a hundred|10|100|1,000|[2-9]) (?!day|hour|minute|week|month|year|game|match|language"
        rf"|state|part|way|step|countr|cit|place|different|second|other|of\b)[a-z][\w’'-]*",
    ),
    Shape(
        "third thirds half quarter quarters fifth fifths sixth sixths tenth tenths one-third two-thirds "
        "three-quarters one-quarter one-fifth two-fifths three-fifths four-fifths one-half",
        rf"\b(?:a|an|one|two|three|four)[ -](?:third|quarter|half|fifth|sixth|tenth)s? of (?:all |the |our "
        rf"|its |their |u\.?s\.? )?(?:[\w’'.-]+ ){{0,2}}?{_GROUP}\b",
    ),
    Shape(
        "half",
        rf"\b{_HEDGE}half of (?:all |the |our |its |their |u\.?s\.? )?(?:[\w’'.-]+ ){{0,2}}?{_GROUP}\b",
    ),
    Shape(
        "times",
        rf"\b(?:{_NUMBER}|{_MANY})[ -]times (?:as (?:likely|many|much"
        rf"|high|large|often)|more likely|higher|lower|greater|larger)\b",
    ),
    Shape("twice", r"\btwice as (?:many|much|likely|high|large|fast|often)\b"),
    Shape(
        "average median",
        r"\b(?:average|median) (?:[\w’'-]+ ){0,2}?(?:price|salary|wage|rent|income|household|family"
        r"|american|worker|earnings|pay|debt|age|cost|bill|premium)s? (?:[\w’'-]+ ){0,5}?(?:is|was|of|at"
        r"|stood at|rose|fell|paid"
        rf"|costs?|earns?|spends?|has|have|to) {_HEDGE}[$£€]?{_NUMBER}(?: ?(?:%|percent|per cent))?",
    ),
    Shape("capita person 100,000 1,000", rf"\b{_NUMBER}[\w ]{{0,20}} per (?:capita|person|100,000|1,000)\b"),
    Shape(
        "rate rates",
        rf"\b(?:unemployment|jobless|inflation|mortality|fertility|birth|death|crime|murder|poverty|vacancy"
        rf"|conviction|literacy|infection|turnout|dropout|graduation|survival|occupancy"
        rf"|approval) rates? (?:[\w’'-]+ ){{0,6}}?{_HEDGE}{_NUMBER}(?: ?(?:%|percent|per cent))?",
    ),
    Shape(
        "share proportion percentage",
        rf"\b(?:share|proportion|percentage) of (?:[\w’'-]+ ){{1,8}}?(?:is|was|rose|fell|grew|reached"
        rf"|stood at|to|by|from|at) {_HEDGE}{_NUMBER}(?: ?(?:%|percent|per cent))?",
    ),
    Shape("share", rf"\b{_HEDGE}{_NUMBER} ?(?:%|percent|per cent) (?:market share|share of the market)\b"),
    Shape(
        "majority",
        r"\b(?:vast|overwhelming|large|great|slim|narrow"
        r"|clear) majority of (?!cases\b)(?:[\w’'-]+ ){0,2}?" + _GROUP + r"\b",
    ),
    Shape(
        "ranked ranks rank",
        rf"\brank(?:ed|s)? (?:\w+ )?(?:{'|'.join(ENGLISH.ordinals)}"
        r"|\d+(?:st|nd|rd|th)|no\.? ?\d+|number \w+) (?:in|among|of|for|out)\b",
    ),
    Shape(
        "respondents polled surveyed questioned asked interviewed",
        rf"\b{_HEDGE}{_NUMBER} ?(?:%|percent|per cent)? of (?:respondents|those (?:polled|surveyed"
        rf"|questioned|asked|interviewed))\b",
    ),
    Shape(
        "estimated",
        rf"\b(?:an|the) estimated [$£€]?{_NUMBER}(?: ?(?:thousand|million|billion|trillion|%|percent|per cent)\b)?",
    ),
    Shape("expectancy", rf"\blife expectancy (?:[\w’'-]+ ){{0,4}}{_NUMBER}"),
)
SUPERLATIVE = (
    Shape(
        "world's country's nation's city's state's region's industry's continent's planet's",
        r"\bthe (?:world|country|nation|city|state|region|industry|continent|planet"
        r"|continent)[’']s (?:[\w-]+ ){0,2}(?:biggest|largest|smallest|oldest|youngest|richest|poorest"
        r"|fastest|slowest|tallest|highest|lowest|longest|shortest|deepest|strongest|busiest|cheapest"
        r"|safest|deadliest|hottest|coldest|best|worst|first|only|leading|top|most \w+)\b",
    ),
    Shape(
        "biggest largest smallest oldest youngest richest poorest fastest slowest tallest highest lowest "
        "longest shortest deepest strongest busiest cheapest safest deadliest hottest coldest greatest",
        r"\b(?:biggest|largest|smallest|oldest|youngest|richest|poorest|fastest|slowest|tallest|highest"
        r"|lowest|longest|shortest|deepest|strongest|busiest|cheapest|safest|deadliest|hottest|coldest"
        r"|greatest) (?:[\w’'-]+ ){0,3}(?:in (?:the (?:world|country|nation|state|region|city|u\.?s\.?|uk"
        r"|history|industry)|europe|asia|africa|america|history|years|decades|[A-Z]\w+)|on (?:record|earth)"
        r"|ever|worldwide|globally|anywhere)\b",
    ),
    Shape("ever first-ever last-ever", r"\b(?:first|last)[- ]ever\b"),
    Shape("kind", r"\bfirst of its kind\b"),
    Shape(
        "first only",
        r"\bthe (?:first|only) (?:company|country|city|state|nation|school|drug|vaccine|agency|government"
        r"|organi[sz]ation|team) (?:in|to|that|of)\b",
    ),
    Shape("time", r"\bfor the first time (?:in|since) (?!a\b|our\b|my\b)\w+"),
    Shape(
        "record record-high record-low record-breaking record-setting",
        r"\brecord[- ](?:high|low|breaking|setting|number|profits?|sales|attendance|heat|temperatures?"
        r"|levels?|turnout)\b",
    ),
    Shape("all-time", r"\ball-time (?:high|low|best|worst)\b"),
    Shape("record", r"\b(?:highest|lowest|worst|best|biggest|largest) (?:\w+ ){0,3}on record\b"),
    Shape("records", r"\bsince records began\b"),
    Shape(
        "leader leading world-leading market-leading industry-leading world-leader market-leader",
        r"\b(?:world|market|industry|global)[- ]lead(?:er|ing)\b",
    ),
    Shape(
        "leading",
        r"\bthe (?:world's |world’s |nation's |country's )?leading (?:provider|supplier|maker|producer"
        r"|manufacturer|company|cause|brand|source)\b",
    ),
    Shape("number", r"\bthe number one\b"),
    Shape("unrivaled unrivalled unparalleled unmatched", r"\bunrivall?ed\b|\bunparalleled\b|\bunmatched\b"),
    Shape(
        "dominate dominates dominated dominating",
        r"\bdominat(?:e|es|ed|ing) (?:the )?(?:global |world |domestic )?(?:[\w’'-]+ ){0,2}(?:market"
        r"|industry|sector|field|capacity)\b",
    ),
)
COMPARISON = (
    Shape(
        "than",
        r"\b(?:more|fewer) (?:[\w’'-]+ )?" + _GROUP + r" (?:[\w’'-]+ ){0,3}?than\b",
    ),
    Shape(
        "than compared relative",
        r"\b(?:higher|lower|larger|smaller|greater) (?:[\w’'-]+ ){0,2}?(?:numbers?|rates?|shares?"
        r"|proportions?|prices?|wages?|costs?|sales|turnout|output|emissions|revenues?|profits?|taxes"
        r"|volumes?|spending|incomes?) (?:[\w’'-]+ ){0,3}?(?:than|compared (?:to|with)|relative to)\b",
    ),
    Shape(
        "number share proportion percentage amount volume capacity",
        r"\b(?:a|the) (?:greater|larger|higher|smaller|lower|bigger) (?:number|share|proportion|percentage"
        r"|amount|volume|capacity)\b",
    ),
    Shape(
        "outpace outpaces outpaced outpacing outperform outperforms outperformed outperforming surpass "
        "surpasses surpassed surpassing overtake overtakes overtaken overtaking overtook",
        r"\b(?:outpac(?:e|es|ed|ing)|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|overtak(?:e|es|en|ing)"
        r"|overtook)\b",
    ),
    Shape("lag lags lagged lagging", r"\blag(?:s|ged|ging)? (?:behind|far|well)\b"),
    Shape("trail trails trailed", r"\btrail(?:s|ed)? (?:behind|far|well)\b"),
    Shape("catching", r"\bcatching up (?:in|with|to|on)\b"),
    Shape("gap", r"\b(?:clos|narrow)(?:e|es|s|ed|ing) the (?:\w+ )?gap\b"),
    Shape("lead", r"\b(?:clear|commanding|wide|undisputed|significant) lead\b"),
    Shape(
        "lead edge advantage",
        r"\b(?:holds?|held|maintains?|enjoys?|retains?) (?:a|an|its) (?:\w+ )?(?:lead|edge|advantage) (?:in"
        r"|over|on)\b",
    ),
)
TREND = (
    Shape(
        "growing rising increasing declining falling expanding closing gaining catching shrinking",
        r"\b(?:rapidly|quickly|steadily|sharply|dramatically|significantly|substantially) (?:growing|rising"
        r"|increasing|declining|falling|expanding|closing|gaining|catching|shrinking)\b",
    ),
    Shape(
        "surge boom spike jump rise increase decline drop fall slump plunge collapse",
        r"\ba (?:\w+ )?(?:surge|boom|spike|jump|rise|increase|decline|drop|fall|slump|plunge|collapse"
        r"|explosion) in\b",
    ),
    Shape("growing", r"\ba (?:rapidly |steadily )?growing (?:number|share|proportion) of\b"),
    Shape(
        "booming surging soaring plummeting skyrocketing rise decline",
        r"\b(?:is|are|has been|have been) (?:on the rise|booming|surging|soaring|plummeting|skyrocketing"
        r"|in decline)\b",
    ),
    Shape("fewer", r"\bfewer and fewer\b"),
    Shape(
        "continue continues",
        r"\bcontinues? to (?:grow|rise|fall|dominate|increase|decline|expand|lead|outpace) (?:in|among"
        r"|across|the|its|as|at|and|global|rapidly|steadily)\b",
    ),
)
# How much or how many, without saying: in these the quantity is the claim.
QUANTITY = (
    r"\b(?:numbers?|share|proportion|percentage|amount|volume|capacity|surge|boom|spike|jump|rise|increase"
    r"|decline|drop|fall|slump|plunge|rising|increasing|falling|declining|booming|surging|soaring"
    r"|plummeting|skyrocketing|outpac\w+|gap|lead|edge|rates?|prices?|wages?|sales|turnout|output|emissions"
    r"|revenues?|profits?|more|fewer|dominate\w*)\b"
)
PREDICTION = (
    Shape(
        "become rise fall grow reach hit exceed lose gain double triple cost drive lead face impact "
        "affect reshape transform test shape determine remain increase decrease replace eliminate",
        r"\b(?:will|would|could|may|might|shall) (?:likely |probably |also |soon |eventually "
        r"|continue to )*(?:become|rise|fall|grow|reach|hit|exceed|lose|gain|double|triple|cost|drive|lead"
        r"|face|impact|affect|reshape|transform|test|shape|determine|remain|increase|decrease|replace"
        r"|eliminate)\b",
    ),
    Shape(
        "expected likely set poised projected forecast predicted anticipated bound track course tipped",
        r"\b(?:is|are) (?:expected|likely|set|poised|projected|forecast|predicted|anticipated|bound"
        r"|on track|on course|tipped) to\b",
    ),
    Shape("#", r"\bby (?:the end of )?20[2-9]\d\b"),
    Shape("years decades decade", r"\bin the (?:coming|next) (?:\w+ )?(?:years|decades?)\b"),
    Shape("years decades decade", r"\bthe coming (?:years|decades?)\b"),
    Shape("future", r"\bin the (?:near|foreseeable|distant) future\b"),
    Shape(
        "set likely certain poised destined",
        r"\b(?:looks?|appears?|seems?) (?:set|likely|certain|poised|destined) to\b",
    ),
    Shape("remains", r"\bremains to be seen\b"),
    Shape("suggest suggests", r"\bsuggests? a (?:[\w-]+ )?(?:future|landscape|shift)\b"),
)
CAUSE = (
    Shape("caused causes causing", r"\bcaus(?:ed|es|ing)\b"),
    Shape("because", r"\bbecause of\b"),
    Shape("due", r"\bdue to\b"),
    Shape("led", r"\bled to\b"),
    Shape("result results resulted", r"\bresult(?:s|ed)? (?:in|from)\b"),
    Shape("result", r"\bas a result of\b"),
    Shape("triggered sparked fueled fuelled prompted", r"\b(?:trigger|spark|fuel|fuell|prompt)ed\b"),
    Shape("driven", r"\bdriven (?:up|down|by)\b"),
    Shape("attributable", r"\battributable to\b"),
    Shape("blamed blame", r"\bblamed? (?:on|for)\b"),
    Shape("stems stemmed", r"\bstem(?:s|med) from\b"),
    Shape("contributed contributes", r"\bcontribut(?:es|ed) to\b"),
    Shape("linked associated", r"\b(?:linked|associated) (?:to|with)\b"),
)
# Figures that are no claims: masked before the families are read.
NO_CLAIM = (
    r"\b\d{1,2}(?::\d{2})? ?(?:[ap]\.?m\b\.?|GMT|BST|E[DS]?T|UTC)",
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d{2})?\b(?=\W|$)",
    r"\b\d{1,3}[- ]year[- ]olds?\b|,\s\d{1,3},",
    r"\b\d{1,2}[-–]\d{1,2}\b(?= (?:win|victory|defeat|loss|draw|lead|over|against)\b)",
    r"\b(?:Section|Document|Chapter|Clause|Title|Rule|Proposition|Amendment|Resolution|Step|Phase|Part"
    r"|Figure|Table) \d+",
    r"\bv?\d+\.\d+\.\d+\b",
)
