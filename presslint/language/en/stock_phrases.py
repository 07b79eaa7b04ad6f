"""Stock phrasing by family, and hedges by class: never a finding one by one, only as a cluster.

Families as field guides to machine-like prose and plain-style guides list them. Words alone (“delve”,
“tapestry”), dashes and quotation marks are no evidence of anything and are not here.
"""

from __future__ import annotations

from presslint.language.alternatives import each_with
from presslint.language.phrases import Phrase

STOCK = (
    Phrase(
        "in-this-article",
        r"\bin this (?:article|post|piece|story|section|blog post|guide|report),? we(?:'ll| will| shall)?"
        r" (?:explore|discuss|delve|examine|look|cover|dive|break|take)\b",
        (
            "in this article", "in this blog post", "in this guide", "in this piece", "in this post",
            "in this report", "in this section", "in this story",
        ),
    ),
    Phrase(
        "lets-explore",
        r"\blet's (?:explore|dive|delve|take a (?:closer )?look|break (?:it|this) down|unpack)\b",
        (
            "let's break it down", "let's break this down", "let's delve", "let's dive", "let's explore",
            "let's take a closer look", "let's take a look", "let's unpack",
        ),
    ),
    Phrase(
        "dive-into",
        r"\b(?:dive|delve)s? (?:deep(?:er)? )?into\b",
        (
            "delve deep into", "delve deeper into", "delve into", "delves deep into",
            "delves deeper into", "delves into", "dive deep into", "dive deeper into", "dive into",
            "dives deep into", "dives deeper into", "dives into",
        ),
    ),
    Phrase(
        "in-conclusion",
        r"^(?:in conclusion|to conclude|in summary|to sum(?:mari[sz]e| up)|in essence|in closing|to "
        r"wrap up),",
        (
            "in closing", "in conclusion", "in essence", "in summary", "to conclude", "to sum up",
            "to summarise", "to summarize", "to wrap up",
        ),
    ),
    Phrase(
        "as-we-navigate",
        r"\bas (?:we|the (?:world|nation|sector)) (?:continues? to )?(?:navigates?|moves? forward|"
        r"looks? ahead|evolves?|grapples?)\b",
        ("evolve", "grapple", "look ahead", "looks ahead", "move forward", "moves forward", "navigate"),
    ),
    Phrase(
        "worth-noting",
        r"\bit(?:'s| is) (?:important|worth|essential|crucial|interesting) (?:to (?:note|remember|"
        r"mention|recogni[sz]e|understand|acknowledge)|noting|mentioning)\b",
        (
            "it is crucial", "it is essential", "it is important", "it is interesting", "it is worth",
            "it's crucial", "it's essential", "it's important", "it's interesting", "it's worth",
        ),
    ),
    Phrase(
        "not-just-but",
        r"\b(?:is|are|was)(?:n't| not) (?:just|only|merely|simply) (?:about )?[^.;,]{3,50}(?:[;—–]|, "
        r"(?:but|it's)) ?(?:it|but|they)\b",
        each_with(
            ("are not ", "aren't ", "is not ", "isn't ", "was not ", "wasn't "),
            ("just", "only", "merely", "simply"),
        ),
    ),
    Phrase("more-than-just", r"\bmore than just (?:an?|the)\b", ("more than just ",)),
    Phrase(
        "coming-years-will",
        r"\bthe coming (?:years|months|weeks|decade) will (?:test|determine|reveal|tell|shape|be "
        r"(?:crucial|critical|pivotal))\b",
        (
            "the coming decade will ", "the coming months will ", "the coming weeks will ",
            "the coming years will ",
        ),
    ),
    Phrase(
        "time-will-tell",
        r"\b(?:only )?time will tell\b|\bremains to be seen\b",
        ("remains to be seen", "time will tell"),
    ),
    Phrase("one-thing-is-clear", r"\bone thing is (?:clear|certain)\b", ("one thing is c",)),
    Phrase(
        "future-looks",
        r"\bthe future (?:looks|remains|of [^.;]{1,40} (?:looks|remains|is)) (?:bright|promising|"
        r"uncertain)\b",
        ("the future ",),
    ),
    Phrase(
        "balancing-act",
        r"\b(?:striking|strike|finding|find) (?:a|the|the right) balance between\b|\bbalanc(?:e|ing) "
        r"innovation with\b",
        (
            "balance innovation with", "balancing innovation with", "find a balance between",
            "find the balance between", "find the right balance between", "finding a balance between",
            "finding the balance between", "finding the right balance between",
            "strike a balance between", "strike the balance between", "strike the right balance between",
            "striking a balance between", "striking the balance between",
            "striking the right balance between",
        ),
    ),
    Phrase(
        "as-the-race-intensifies",
        r"\bas the (?:\w{1,20} )?(?:race|competition|battle|debate|landscape|industry|field|technology) "
        r"(?:intensifies|evolves|continues|heats up|unfolds|advances|grows)\b",
        each_with(
            ("race", "competition", "battle", "debate", "landscape", "industry", "field", "technology"),
            (" intensifies", " evolves", " continues", " heats up", " unfolds", " advances", " grows"),
        ),
    ),
    Phrase(
        "likely-to-prioritize",
        r"\b(?:policymakers|stakeholders|industry leaders|businesses|organi[sz]ations|governments)(?: "
        r"and [\w ]{3,25})? (?:are|will be) (?:likely|expected|poised) to (?:prioriti[sz]e|continue|"
        r"focus|play|remain|increasingly)\b",
        each_with(
            (" expected to ", " likely to ", " poised to "),
            ("prioriti", "continue", "focus", "play", "remain", "increasingly"),
        ),
    ),
    Phrase(
        "navigating-complexities",
        r"\bnavigat(?:e|es|ing) the (?:complexities|complex|challenges|intricacies|evolving|"
        r"ever-changing|landscape)\b",
        ("navigate the ", "navigates the ", "navigating the "),
    ),
    Phrase(
        "shifting-landscape",
        r"\b(?:evolving|shifting|changing|ever-evolving|ever-changing|dynamic|competitive|geopolitical) "
        r"(?:\w{1,20} )?landscape\b",
        ("landscape",),
    ),
    Phrase(
        "testament-to",
        r"\b(?:is|stands as|serves as|remains|as) a (?:powerful |lasting |true |stark )?(?:testament|"
        r"beacon) (?:to|of|for)\b|\bserves as a (?:powerful |stark |poignant )?reminder\b",
        (
            "beacon for", "beacon of", "beacon to", "serves as a ", "testament for", "testament of",
            "testament to",
        ),
    ),
    Phrase(
        "pivotal-role",
        r"\bplay(?:s|ed|ing)? an? (?:crucial|pivotal|vital|significant|critical|essential|increasingly "
        r"\w{1,20}) role\b",
        (
            "play a ", "play an ", "played a ", "played an ", "playing a ", "playing an ", "plays a ",
            "plays an ",
        ),
    ),
    Phrase(
        "underscores-importance",
        r"\b(?:underscor|highlight|emphasi[sz]|illustrat)(?:e|es|ed|ing|s) (?:the|both the|its|their) "
        r"(?:growing |broader |critical |urgent |ongoing |increasing )?(?:importance|significance|need|"
        r"complexity|urgency|strengths|commitment)\b",
        ("emphasis", "emphasiz", "highlight", "illustrat", "underscor"),
    ),
    Phrase(
        "participle-tail",
        r", (?:highlighting|underscoring|emphasi[sz]ing|showcasing|cementing|solidifying|reinforcing|"
        r"fostering|paving) (?:the|an?|its|their|how|that|both)\b",
        (
            ", cementing ", ", emphasising ", ", emphasizing ", ", fostering ", ", highlighting ",
            ", paving ", ", reinforcing ", ", showcasing ", ", solidifying ", ", underscoring ",
        ),
    ),
    Phrase(
        "rich-tapestry",
        r"\b(?:rich )?tapestry of\b|\bintricate (?:interplay|web|dance) of\b|\bcomplex interplay\b",
        (
            "complex interplay", "intricate dance of", "intricate interplay of", "intricate web of",
            "tapestry of",
        ),
    ),
    Phrase(
        "in-the-realm-of",
        r"\bin the realm of\b|\bin the (?:ever-\w{1,20}|fast-paced|rapidly evolving) world of\b|\bin "
        r"today's (?:fast-paced|digital|rapidly) \w{1,20}\b",
        (" world of", "he realm of", "oday's digital", "oday's fast-paced", "oday's rapidly"),
    ),
    Phrase(
        "leverage-strengths",
        r"\bleverag(?:e|es|ed|ing) (?:(?:its|their|the|unique|respective|collective) ){1,2}"
        r"(?:strengths?|capabilities|potential|power|expertise|advantages?|position)\b",
        ("leverage ", "leveraged ", "leverages ", "leveraging "),
    ),
    Phrase(
        "foster-innovation",
        r"\bfoster(?:s|ed|ing)? (?:an? (?:culture|sense|environment|deeper)|greater|innovation|"
        r"collaboration|growth|inclusiv\w{1,6})\b",
        ("foster ", "fostered ", "fostering ", "fosters "),
    ),
    Phrase(
        "interconnected-world",
        r"\b(?:interconnected|globali[sz]ed),? (?:yet \w{1,20},? )?(?:world|age|era|ecosystem|\w{1,20} "
        r"ecosystem)\b",
        ("globalised", "globalized", "interconnected"),
    ),
    Phrase(
        "game-changer",
        r"\b(?:a|true|real) game[- ]changer\b|\bparadigm shift\b",
        (
            "a game changer", "a game-changer", "paradigm shift", "real game changer",
            "real game-changer", "true game changer", "true game-changer",
        ),
    ),
    Phrase(
        "paves-the-way",
        r"\b(?:paves|paving|sets|setting) the (?:way|stage) for\b",
        (" the stage for", " the way for"),
    ),
    Phrase(
        "cannot-be-overstated",
        r"\bcannot be overstated\b|\bof paramount importance\b",
        ("cannot be overstated", "of paramount importance"),
    ),
    Phrase(
        "double-edged",
        r"\bdouble-edged sword\b|\bdelicate balance\b",
        ("delicate balance", "double-edged sword"),
    ),
)  # fmt: skip

# class -> words; a class counts once in a sentence
HEDGES = {
    "uncertainty": (
        "may might could possibly perhaps maybe probably likely potentially presumably apparently seemingly"
        " purportedly supposedly ostensibly"
    ).split(),
    "appearance": ("appears to", "appear to", "seems to", "seem to", "tends to", "tend to", "is thought to"),
    "approximation": ("somewhat", "roughly", "approximately", "relatively", "fairly"),
    "generalisation": (
        "generally", "typically", "usually", "broadly", "largely", "in general", "for the most part", "by and large",
        "in many cases", "in some cases", "to some extent",
    ),
}  # fmt: skip
