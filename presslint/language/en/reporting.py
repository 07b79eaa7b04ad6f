"""Verbs that tie a statement to whoever makes it, and how far each can be trusted to do so.

The kinds follow the cue classes of the PARC and PolNeAR corpora and the notes on attributive verbs
in the AP and Reuters books. A verb's kind says what its subject must look like before the sentence
counts as attributed; `presslint.desk.attribution` holds the binding rules.
"""

from __future__ import annotations

from collections.abc import Iterator

# Any subject speaks through these: “said”, “wrote”, “warned”.
SPEECH = """
say tell add affirm allege announce argue assert assure aver boast brag caution clarify comment complain
concede conclude concur confide confirm contend counter cry decry declare denounce deny disclose echo
elaborate emphasise emphasize exclaim explain hint implore inform inquire insist instruct interject joke
lament maintain mention muse note observe opine propose quip reaffirm reassure rebut recall reckon
recommend recount refute reiterate relay remark remind reply respond retort reveal scoff speculate state
stress summarise summarize testify theorise theorize tout tweet retweet urge vow warn write acknowledge
admit confess advise agree believe think predict anticipate foresee imply insinuate blog shout
""".split()

# A noun or another sense is as common: these count where the subject stands right before them and is a
# name, a pronoun or a role.
CLOSE = """
accuse ask attribute brief call cite chide claim criticise criticize condemn contradict defend demand
depict describe detail discuss dismiss dispute dub estimate expect forecast guess hail identify label
liken offer outline pledge portray post praise promise question quote rant report request signal slam
stipulate threaten underscore underline blast challenge highlight blame characterise characterize invoke
mock ridicule scold chastise berate lambast lambaste rail bash applaud commend credit salute demonise
demonize appeal talk speak specify vouch articulate advocate swear deride slander project put suspect fear
compare brand judge chant yell reference doubt rule
""".split()

# The same, and what follows must be a clause, a question or a quotation: “found that”, “asked whether”.
CLAUSE = """
answer assume calculate consider continue decide determine discover dream feel find forget hear hold hope
imagine indicate know learn note point realise realize read remember see show suggest understand warn
wonder worry demonstrate object complain appear respond share
""".split()

# What a person or body wants or intends: it ties a plan to its owner and is no source for a fact.
STANCE = """
want support oppose favor favour endorse embrace reject attack decry disavow approve prefer seek disagree
resent regret hate love
""".split()
PLAN = """
plan intend refuse decline decide resolve wish vow aim agree promise pledge offer threaten hope expect
propose commit like consider prepare
""".split()

# Documents and bodies speak through these; with any other subject the writer infers something
# (“the narrowing gap suggests …”).
EVIDENCE = """
calculate confirm demonstrate detect document estimate find identify illustrate indicate list measure
project put rank record reflect register report reveal show suggest track verify highlight underline
underscore conclude state note warn predict forecast say describe outline cite detail allege read call
claim argue recommend publish release commission compile conduct
""".split()

# Forms of the above that are as often a noun: in the third person and the plain form the word after
# them must show that a verb is meant.
NOUNISH = frozenset(
    """
    state report claim plan note comment record view question post tweet answer offer challenge attack
    support favor favour like love hate hope fear worry doubt signal list rank measure project document
    track register estimate forecast appeal praise credit blame demand request promise pledge label call
    talk dispute object aim wish resolve regret cry quip vow joke brief hint rant rail feel detail need
    point rule stress salute highlight outline account quote reply shout dream guess echo counter attack
    request review mention remark share
    """.split()
)

# The writer's judgement rides on these; `said` carries the same fact without it.
LOADED = frozenset(
    """
    claim admit concede acknowledge insist allege assert boast brag complain confess lament quip exclaim snap
    fume opine tout refute rebut decry slam blast rant gloat whine gush bleat crow scoff
    """.split()
)

# Forms that are a noun unless a clause follows at once: “state that”, “the court rules that”.
MOSTLY_NOUNS = frozenset(
    """
    state states rule rules remark remarks caution cautions point points project projects record records
    """.split()
)

# What “many” and “some” do when they stand for opinion at large.
OPINING = frozenset(
    """
    argue believe say think fear feel see view consider expect hope suspect wonder question praise criticize
    criticise suggest speculate worry warn claim contend predict
    """.split()
)
# What “studies” and “data” do when they stand for proof.
PROVING = frozenset(
    "show suggest indicate find reveal confirm demonstrate prove estimate say conclude".split()
)

# Verbs that can stand between a quotation and its speaker: “…,” said Ana Ruiz.
INVERTING = frozenset(
    """
    say add write reply ask explain note warn argue declare exclaim recall remark observe tweet answer
    continue conclude insist quip joke begin cry shout admit concede agree respond muse lament complain
    read reveal state announce share counter contend predict report suggest urge recount retort claim
    think
    """.split()
)

IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "put": ("puts", "put", "put", "putting"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "hold": ("holds", "held", "held", "holding"),
    "know": ("knows", "knew", "known", "knowing"),
    "read": ("reads", "read", "read", "reading"),
    "see": ("sees", "saw", "seen", "seeing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "learn": ("learns", "learned", "learned", "learning"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "forget": ("forgets", "forgot", "forgotten", "forgetting"),
    "begin": ("begins", "began", "begun", "beginning"),
}
DOUBLING = frozenset("admit rebut quip slam refer commit plan brag snap dub regret prefer chat".split())


def conjugate(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a verb: `deny` → denies, denied, denied, denying."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    third = lemma + "s"
    stem = lemma
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
        return third, lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        stem = lemma[:-1]
    elif lemma in DOUBLING:
        stem = lemma + lemma[-1]
    past = lemma + "d" if lemma.endswith("ee") else stem + "ed"
    return third, past, past, stem + "ing"


def forms(lemmas: list[str] | frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Each form of each verb as (form, lemma, what: base | third | past | participle | ing)."""
    for lemma in lemmas:
        third, past, participle, ing = conjugate(lemma)
        yield lemma, lemma, "base"
        yield third, lemma, "third"
        if participle != past:
            yield participle, lemma, "participle"
        yield past, lemma, "past"
        yield ing, lemma, "ing"
