"""English: the small words, what can stand between a subject and its verb, and where a phrase ends."""

BE_FORMS = "is are was were be been being am get gets got isn't wasn't aren't weren't ain't"
AUXILIARIES = """
has have had do does did will would could should may might can must shall having hasn't haven't hadn't didn't
doesn't don't won't wouldn't couldn't shouldn't can't cannot mustn't 've 'd 'll
"""
NEGATIONS = """
not never didn't doesn't don't wouldn't won't couldn't can't cannot hasn't haven't hadn't isn't wasn't aren't
weren't neither nor
"""
ADVERBS = """
also later then still now again first once already even just never ever always often not reportedly
recently further too only soon simply instead rather sharply himself herself itself themselves previously
both all so far twice here quickly yesterday today however meanwhile moreover therefore though
nevertheless nonetheless separately consistently repeatedly clearly long well almost nearly perhaps
"""
PREPOSITIONS = """
of in on at by for from with to about over under into between among against within through during near across
behind without toward towards via per around outside inside amid upon including like beyond despite
"""
DETERMINERS = """
the a an this that these those his her its their our your my another each every any no some
"""
SUBORDINATORS = """
that because when while if although though whether as since until unless where how why what but and or nor yet
so than after before once which who
"""
PRONOUNS = """
he she they it who which we i you one both neither this that these those everyone someone somebody anyone
nobody he's she's they're it's we're i'm you're who's that's they've we've i've you've he'd she'd they'd
we'd i'd you'd he'll she'll they'll we'll i'll you'll who'd who've
"""
FIRST_PERSON = "we our ours us i my me i'm i've i'll i'd we're we've we'll we'd ourselves myself"
SECOND_PERSON = "you your yours you're you've you'll you'd yourself"
TIME_WORDS = """
week weeks month months year years day days night morning afternoon evening weekend quarter decade tomorrow
yesterday today tonight earlier later ago last this next early late
"""
# words after a verb that show a clause or a quotation to follow
CLAUSE_OPENERS = """
that how whether what why who where when if it he she they there no we i “ ‘ " : '
"""
# of a word of four letters and more
PLURAL_ENDINGS = "s es ies"
