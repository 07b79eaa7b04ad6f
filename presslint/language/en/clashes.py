"""Small English words that cannot stand side by side, and words that keep their capitals."""

from __future__ import annotations

from presslint.language.languages import ENGLISH

# after “the”, “an”, “their”, “our” no such word can come, except in a name or as a word that is spoken of
NO_NOUNS = (
    "of to at for with from into onto is are was were has have had been the an a this these those his her its "
    "their our because than be by".split()
)
ARTICLES = "the an their our".split()
AFTER_ARTICLE = f"(?:{'|'.join(NO_NOUNS)})"
# before such a word the small one is a name: “the for loop”, “an at sign”, “the to do list”, “the be all”
SPOKEN_OF = (
    r"(?! (?:loops?|do|be|all|far|statements?|keywords?|clauses?|operators?|symbols?|signs?|expressions?|blocks?|"
    r"cycle)\b)"
)
NEVER = "has have,have has,is have,will can,can will,would will,could can,should can,must can,a an,an a,a the,an the".split(
    ","
)
PAIRS = f"(?:{'|'.join(NEVER)})"
# nouns by their ends, after which two of these prepositions have lost a word between them
NOUN = r"[a-z]{3,20}(?:tion|sion|ment|ness|ance|ence)s?"
BEFORE_LOST = "with of for".split()
AFTER_LOST = "by of with from into".split()
FIRST = f"(?:{'|'.join(BEFORE_LOST)})"
SECOND = f"(?:{'|'.join(AFTER_LOST)})"
# one of these stands wherever anything clashes
CLASHES = frozenset(
    [f" {article} {word} " for article in ARTICLES for word in NO_NOUNS]
    + [f" {pair} " for pair in NEVER]
    + [f" {one} {two} " for one in BEFORE_LOST for two in AFTER_LOST]
)

# months that are no word in small letters: to march, may, august
NAMED_MONTHS = [name.lower() for name in ENGLISH.month_names if name not in ("March", "May", "August")]
NAMED_DAYS = [name.lower() for name in ENGLISH.weekday_names]
# initials that are no word when they stand in small letters
INITIALS = "ai seo nato gdp ceo roi usa cia fbi nasa".split()
# words with which a sentence begins and no brand does
OPENERS = (
    "the this that these those it he she they we you there in on at for from but as when while if however after before with his her its "
    "their our an a according although because since during despite what who why how not no".split()
)
# what ends in a stop and ends no sentence
SHORTENED = frozenset(
    "etc orgs approx dept prof est incl misc vol fig figs cf viz ibid resp temp min max avg govt assn tel ext corp inc ltd co esp excl ref refs "
    "sec ed eds pp al ca no nos vs st mt ft sq hr hrs mins secs lb lbs oz yr yrs mo wk p.m a.m e.g i.e u.s".split()
)
