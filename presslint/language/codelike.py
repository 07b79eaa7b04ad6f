"""Copy that is code although nothing marks it as such: a script, a configuration, a session at a prompt.

Old pages set a script as paragraphs, and code fences get lost. A paragraph is code where most of its words
have a shape that only code has (`--all`, `$HOME`, `name()`, `a=b`, `=>`, `/etc/hosts`), or where it opens as
only code does (`#!/bin/sh`, `<?php`, `$ ls`, `#include <…>`) and does not go on as prose. A comment
(`# the crew`) is code where code stands above or below it. A sentence with one such word is prose.
Everything here looks at each word once.
"""

from __future__ import annotations

import re

from presslint.language.words.smallwords import SMALL_WORDS
from presslint.model.regex import regex

FUNCTION_WORDS = frozenset(
    " ".join(SMALL_WORDS[name] for name in ("en", "de", "fr", "es", "pt", "it", "nl")).split()
)
WORDS = 400  # words of a paragraph that are looked at
FEWEST = 2  # words of the shape of code; one alone may be a name
SHARE = 0.5  # of all words
SENTENCE_SHARE = 0.75  # the same, in what begins with a capital and ends with a full stop
OPENED_SHARE = 0.2  # the same, behind an opening that only code has
BESIDE = 6  # words of a line that is code because of what stands beside it
PROSE = 3  # small words in a row of ten that make prose of it
# letters of scripts without spaces between words: what is written in them is prose with names of code in it
WIDE = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
FIRST_WIDE = "\u3040"
MOST_WIDE = 10  # of them in a paragraph of code
# what a template or a site generator was to turn into something else
CODE_SIGN = regex(r"[=<>(){}\[\]$|;:\\/_#%&+*^~`-]")
LEFTOVERS = ("](", "{{", "{%", "<%", "*|", "[/", "oaicite")
ADDRESS = regex(r"[<(\[]?(?:[a-z][a-z+.-]{1,12}://|www\.|mailto:)|[\w.+-]{1,64}@[\w-]{1,63}\.\w", re.I)
SIGNS = regex(r"[{}()\[\]<>;|&*+/\\=^~$%#!`'\",:?@-]{1,8}")
# signs that stand between words of prose, too; names in brackets, rows of one sign, an oath
SILENT = regex(
    r"[-+*/&#|:!?'\"()<>,=~\[\]]|[-*=_~.#]{2,}|\(\)|[!?]{2,}|[:;]-?[()DP]|<3|[#$%&*!@^?]{2,}\W{0,4}|"
    r"\[[\w.,-]{0,40}\][:.,]?|<[A-Z_-]{1,40}>[:.,]?"
)
SHAPE = regex(
    "|".join(
        (
            r"-{1,2}[A-Za-z][\w-]{0,40}=?",  # an option: --quiet
            r"[\"'({]?[$%]\{?[A-Za-z_(]",  # a variable: $HOME, ${name}
            r"(?:\.{1,2}|~)?/[\w.-]{1,60}(?:/|\Z)",  # a path
            r"[\w.:>-]{1,80}\(",  # a call
            r"[\w.\[\]\"'$-]{1,80}(?:\+|:|!|=|-)?=",  # an assignment or a comparison
            r"[\w$]{1,60}(?:->|::)[\w$]",  # a member
            r"[A-Za-z]:\\",  # a path of Windows
            r"\\[a-z]",  # a command of TeX
            r"[\"']?</?[A-Za-z!?][^>\s]{0,40}",  # a tag
            r"[\w.]{0,40}[)}\]\"'\d]{1,4};\Z",  # the end of a statement
            r"[\w.]{1,40}[{\[]",  # a block, an index
            r"[A-Za-z0-9]{1,30}_\w{1,40}",  # snake_case
            r"&[a-z]{2,6};",  # an entity
        )
    ),
    re.A,
)
INSIDE = regex(r"=>|->|&&|\|\||<<|>>|::|:=|\(\)|\$\{|\$\(|\);")
OPENING = regex(
    "|".join(
        (
            r"#! ?/\w",
            r"<\?(?:php|xml)\b",
            r"#include ?[<\"]",
            # the prompts of shells: user@host:~$, $ ls, >>> x, C:\>
            r"\[?[\w.-]{1,40}@[\w.-]{1,40}(?::| ?[~/])[^\s\]]{0,60}\]?[#$%] ",
            r"[$%] [a-z./]",
            r">>> \w",
            # the heads of functions
            r"(?:function|sub) \w{1,60} ?[({]",
            r"def \w{1,60}\(",
            r"[A-Za-z]:\\[\w\\]{0,80}> ?\w",
            r"Traceback \(most recent call",
            r"(?:if|while) \[ ",
            r"<(?:html|head|body|form|script|!DOCTYPE)\b",
            # a declaration of C
            r"(?:static |const |unsigned )?(?:int|void|char|float|double|struct) \*?\w{1,60} ?[(\[{=;]",
        )
    )
)
QUERY = regex(r"(?:SELECT|INSERT INTO|UPDATE|CREATE TABLE|ALTER TABLE|DELETE FROM)\s\S")
COMMENT = regex(r"(?:#{1,3}|//|/\*|\*/|;;?|--|dnl|rem|REM)(?=\s|\Z)|/\*|\*/|#-|##")


def is_code(text: str) -> bool:
    """Whether a paragraph is code by itself."""
    signs = len(CODE_SIGN.findall(text))
    if not signs or any(mark in text for mark in LEFTOVERS):
        return False
    if max(text) >= FIRST_WIDE and len(WIDE.findall(text)) > MOST_WIDE:
        return False
    opened = OPENING.match(text) is not None or QUERY.match(text) is not None
    pieces = text.split()[:WORDS]
    if not opened and signs < SHARE * sum(map(str.isalpha, pieces)):
        return False  # fewer signs of code than half of the plain words: a cheap first look
    words = [word for word in pieces if SILENT.fullmatch(word) is None]
    shaped = sum(map(_has_shape, words))
    if opened:
        return shaped >= OPENED_SHARE * len(words) or not _is_prose(words)
    sentence = text[0].isupper() and text[-1] in ".!?:"
    return shaped >= FEWEST and shaped >= (SENTENCE_SHARE if sentence else SHARE) * len(words)


def is_comment(text: str) -> bool:
    """Whether a line has the form of a comment in code, which is code only beside code."""
    return COMMENT.match(text) is not None


def can_be_code(text: str) -> bool:
    """Whether a short line is code where code stands beside it: `BOAT=ferry`, `fi`."""
    words = text.split()[:WORDS]
    return len(words) <= BESIDE and any(map(_is_telling, words)) and not _is_prose(words)


def reads_as_prose(text: str) -> bool:
    """Whether words that are all marked as code are sentences: whole pages have been set that way."""
    return _is_prose(text.split()[:WORDS])


def _has_shape(word: str) -> bool:
    """Whether a word looks like code."""
    if word.isalnum():
        return False
    if SIGNS.fullmatch(word) is not None:
        return True
    return ADDRESS.match(word) is None and (SHAPE.match(word) is not None or INSIDE.search(word) is not None)


def _is_telling(word: str) -> bool:
    """Whether a word looks like code and is none of the signs that stand between words of prose."""
    return SILENT.fullmatch(word) is None and _has_shape(word)


def _is_prose(words: list[str]) -> bool:
    """Whether small words stand as close together as in a sentence."""
    small = sum(word.lower().strip(".,;:()") in FUNCTION_WORDS for word in words)
    return small >= PROSE and small * 10 >= PROSE * len(words)
