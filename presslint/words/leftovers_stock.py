"""Stock phrasing by family, and hedges by class: never a finding one by one, only as a cluster.

Families as field guides to machine-like prose and plain-style guides list them. Words alone (“delve”,
“tapestry”), dashes and quotation marks are no evidence of anything and are not here.
"""

from __future__ import annotations

from presslint.phrases import Phrase

STOCK = (
    Phrase("in-this-article", r"\bin this (?:article|post|piece|story|section|blog post|guide|report),? we(?:'ll| will| shall)? (?:explore|discuss|delve|examine|look|cover|dive|break|take)\b", ("in this ",)),
    Phrase("lets-explore", r"\blet's (?:explore|dive|delve|take a (?:closer )?look|break (?:it|this) down|unpack)\b", ("let's ",)),
    Phrase("dive-into", r"\b(?:dive|delve)s? (?:deep(?:er)? )?into\b", ("into",)),
    Phrase("in-conclusion", r"^(?:in conclusion|to conclude|in summary|to sum(?:mari[sz]e| up)|in essence|in closing|to wrap up),", ("in closing", "in conclusion", "in essence", "in summary", "to conclude", "to sum", "to wrap up")),
    Phrase("as-we-navigate", r"\bas (?:we|the (?:world|nation|sector)) (?:continues? to )?(?:navigates?|moves? forward|looks? ahead|evolves?|grapples?)\b", (" ahead", " forward", "evolve", "grapple", "navigate")),
    Phrase("worth-noting", r"\bit(?:'s| is) (?:important|worth|essential|crucial|interesting) (?:to (?:note|remember|mention|recogni[sz]e|understand|acknowledge)|noting|mentioning)\b", ("crucial", "essential", "important", "interesting", "worth")),
    Phrase("not-just-but", r"\b(?:is|are|was)(?:n't| not) (?:just|only|merely|simply) (?:about )?[^.;,]{3,50}(?:[;—–]|, (?:but|it's)) ?(?:it|but|they)\b", ("just", "merely", "only", "simply")),
    Phrase("more-than-just", r"\bmore than just (?:an?|the)\b", ("more than just ",)),
    Phrase("coming-years-will", r"\bthe coming (?:years|months|weeks|decade) will (?:test|determine|reveal|tell|shape|be (?:crucial|critical|pivotal))\b", ("the coming ",)),
    Phrase("time-will-tell", r"\b(?:only )?time will tell\b|\bremains to be seen\b", ("remains to be seen", "time will tell")),
    Phrase("one-thing-is-clear", r"\bone thing is (?:clear|certain)\b", ("one thing is c",)),
    Phrase("future-looks", r"\bthe future (?:looks|remains|of [^.;]{1,40} (?:looks|remains|is)) (?:bright|promising|uncertain)\b", ("the future ",)),
    Phrase("balancing-act", r"\b(?:striking|strike|finding|find) (?:a|the|the right) balance between\b|\bbalanc(?:e|ing) innovation with\b", (" balance between", " innovation with")),
    Phrase("as-the-race-intensifies", r"\bas the (?:\w{1,20} )?(?:race|competition|battle|debate|landscape|industry|field|technology) (?:intensifies|evolves|continues|heats up|unfolds|advances|grows)\b", ("as the ",)),
    Phrase("likely-to-prioritize", r"\b(?:policymakers|stakeholders|industry leaders|businesses|organi[sz]ations|governments)(?: and [\w ]{3,25})? (?:are|will be) (?:likely|expected|poised) to (?:prioriti[sz]e|continue|focus|play|remain|increasingly)\b", ("expected", "likely", "poised")),
    Phrase("navigating-complexities", r"\bnavigat(?:e|es|ing) the (?:complexities|complex|challenges|intricacies|evolving|ever-changing|landscape)\b", ("navigat",)),
    Phrase("shifting-landscape", r"\b(?:evolving|shifting|changing|ever-evolving|ever-changing|dynamic|competitive|geopolitical) (?:\w{1,20} )?landscape\b", ("landscape",)),
    Phrase("testament-to", r"\b(?:is|stands as|serves as|remains|as) a (?:powerful |lasting |true |stark )?(?:testament|beacon) (?:to|of|for)\b|\bserves as a (?:powerful |stark |poignant )?reminder\b", ("beacon", "serves as a ", "testament")),
    Phrase("pivotal-role", r"\bplay(?:s|ed|ing)? an? (?:crucial|pivotal|vital|significant|critical|essential|increasingly \w{1,20}) role\b", (" role",)),
    Phrase("underscores-importance", r"\b(?:underscor|highlight|emphasi[sz]|illustrat)(?:e|es|ed|ing|s) (?:the|both the|its|their) (?:growing |broader |critical |urgent |ongoing |increasing )?(?:importance|significance|need|complexity|urgency|strengths|commitment)\b", ("emphasi", "highlight", "illustrat", "underscor")),
    Phrase("participle-tail", r", (?:highlighting|underscoring|emphasi[sz]ing|showcasing|cementing|solidifying|reinforcing|fostering|paving) (?:the|an?|its|their|how|that|both)\b", ("cementing", "emphasi", "fostering", "highlighting", "paving", "reinforcing", "showcasing", "solidifying", "underscoring")),
    Phrase("rich-tapestry", r"\b(?:rich )?tapestry of\b|\bintricate (?:interplay|web|dance) of\b|\bcomplex interplay\b", ("complex interplay", "intricate ", "tapestry of")),
    Phrase("in-the-realm-of", r"\bin the realm of\b|\bin the (?:ever-\w{1,20}|fast-paced|rapidly evolving) world of\b|\bin today's (?:fast-paced|digital|rapidly) \w{1,20}\b", (" world of", "he realm of", "oday's ")),
    Phrase("leverage-strengths", r"\bleverag(?:e|es|ed|ing) (?:(?:its|their|the|unique|respective|collective) ){1,2}(?:strengths?|capabilities|potential|power|expertise|advantages?|position)\b", ("leverag",)),
    Phrase("foster-innovation", r"\bfoster(?:s|ed|ing)? (?:an? (?:culture|sense|environment|deeper)|greater|innovation|collaboration|growth|inclusiv\w{1,6})\b", ("foster",)),
    Phrase("interconnected-world", r"\b(?:interconnected|globali[sz]ed),? (?:yet \w{1,20},? )?(?:world|age|era|ecosystem|\w{1,20} ecosystem)\b", ("globali", "interconnected")),
    Phrase("game-changer", r"\b(?:a|true|real) game[- ]changer\b|\bparadigm shift\b", ("changer", "paradigm shift")),
    Phrase("paves-the-way", r"\b(?:paves|paving|sets|setting) the (?:way|stage) for\b", (" the ",)),
    Phrase("cannot-be-overstated", r"\bcannot be overstated\b|\bof paramount importance\b", ("cannot be overstated", "of paramount importance")),
    Phrase("double-edged", r"\bdouble-edged sword\b|\bdelicate balance\b", ("elicate balance", "ouble-edged sword")),
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
