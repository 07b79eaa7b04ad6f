"""Calls to the reader and standing notices, which a page repeats on purpose; and dummy text."""

from __future__ import annotations

import re

from presslint.model.regex import regex

CALLS = (
    "please|contact|e-?mail|register|subscribe|sign up|join|click|visit|learn|find|information|see|read|download"
    "|watch|follow|(?:in|during) this (?:session|webinar|talk|class)"
)
ANYWHERE = (
    "for more|learn more|find out more|sign up|click here|join us|see (?:also|more|our)|lorem ipsum|dolore?|veniam"
    "|laborum|copyright|licen[sc]ed (?:under|for)|all rights|endorse\\w*|views expressed|opinions are"
    "|originally (?:published|appeared|posted)"
)
# a sentence that calls or gives notice, by how it opens or by words that stand anywhere in it
STANDING = regex(
    rf"\A(?:to |for more |note |\W{{1,3}})?(?:{CALLS})\b|\bplease\b|\b(?:{ANYWHERE})\b|\d:\d\d|\{{\{{|https?:|@",
    re.I,
)
