"""Nouns that stand for a source: documents, roles, and the plurals that lend authority unnamed."""

from __future__ import annotations

# Documents that can be named, found and linked.
DOCUMENTS = frozenset(
    """
    survey surveys study studies report reports analysis analyses review reviews research data figures
    statistics stats census poll polls polling index ranking rankings tracker database dataset dashboard
    audit inquiry investigation assessment estimate estimates forecast forecasts projection projections
    outlook bulletin paper preprint findings barometer scorecard tally evaluation whitepaper factsheet
    yearbook
    """.split()
)
# Documents that only speak through a verb or “in a …”: Clinton's email is a thing, not yet a source.
UTTERANCES = frozenset(
    """
    article book editorial column interview testimony statement announcement release filing prospectus
    memo letter email e-mail post tweet blog blogpost speech remarks transcript documents document records
    record complaint indictment ruling judgment judgement verdict legislation lawsuit minutes website
    newsletter podcast documentary footage update briefing guidance reporting coverage model models
    simulation experiment trial trials message note brief affidavit filings court memoir op-ed essay story
    stories newspaper magazine page listing video videos photos images tape caption ad advertisement
    commercial chart graph numbers results spreadsheet evidence proposal policy order constitution law
    rule resolution agreement platform headline sign banner
    """.split()
)
# People and bodies by what they are. A definite one points back to somebody who was named.
ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson company firm group agency ministry department bank court judge
    judges jury minister president mayor governor senator congressman congresswoman representative
    candidate nominee campaign union party government council police charity regulator watchdog university
    institute newspaper broadcaster airline retailer team authors author researcher professor director
    chairman chairwoman chair chief executive ceo founder co-founder manager editor lawyer attorney
    prosecutor sheriff officer secretary ambassador commissioner coach captain owner committee commission
    administration office bureau board association federation coalition organization organisation
    foundation school district hospital church army navy military republican democrat billionaire
    businessman developer mogul official economist analyst expert scientist historian strategist adviser
    advisor aide consultant teacher student doctor nurse engineer designer journalist reporter columnist
    critic activist advocate resident witness victim mother father wife husband son daughter brother
    sister friend neighbour neighbor colleague woman man boy girl person leader lawmaker politician
    pollster host moderator anchor writer actor actress singer comedian blogger pastor priest bishop rabbi
    veteran soldier general colonel lieutenant sergeant detective farmer driver worker employee customer
    entrepreneur investor trader banker veterans voters protesters leaders lawmakers members officials
    prosecutors residents organisers organizers lawyers attorneys executives employees workers teachers
    students parents doctors democrats republicans conservatives liberals progressives senators
    congressmen justices legislators legislature moderators surrogates aides advisers advisors ministers
    firefighters witnesses investigators authorities firms companies agencies groups states unions
    developers designers participants legislation bill order nation country supporters opponents critics
    protesters demonstrators panel representatives inspector auditor ombudsman caucus senate house speaker
    delegate city county town village borough province media press outlet publication campaigners backer
    questioner narrator
    """.split()
)
# Plurals and mass nouns that lend authority without naming anyone.
VAGUE_PEOPLE = frozenset(
    """
    experts analysts observers critics supporters proponents opponents detractors skeptics sceptics
    insiders pundits commentators specialists scholars academics historians economists scientists
    researchers strategists forecasters watchers advocates activists campaigners policymakers sources
    officials
    """.split()
)
# people who are many and say what copy has them say: “residents fear”
PEOPLE_AT_LARGE = frozenset(
    """
    residents investors fans traders locals users islanders commuters voters consumers shoppers buyers sellers
    homeowners tenants parents taxpayers netizens viewers gamers readers followers bettors punters stakeholders
    developers professionals practitioners marketers executives neighbours neighbors travellers travelers
    """.split()
)
VAGUE_DOCUMENTS = frozenset(
    """
    studies surveys polls reports statistics research evidence analyses estimates projections forecasts trends
    data findings
    """.split()
)
VAGUE = VAGUE_PEOPLE | VAGUE_DOCUMENTS
# What somebody said, as a noun: “the mayor's claim that”.
CONTENT = frozenset(
    """
    claim claims comment comments remark remarks statement statements assertion assertions allegation
    allegations argument arguments belief view views opinion proposal proposals call calls prediction
    predictions promise promises pledge warning warnings accusation accusations suggestion contention
    criticism criticisms denial declaration announcement estimate forecast plan plans
    """.split()
)
# Words of constructions without a subject: “it is believed”, “there are calls for”, “a new study found”.
AGENTLESS = frozenset(
    """
    believed thought claimed alleged argued rumored rumoured speculated feared suggested understood
    accepted acknowledged said reported considered regarded seen viewed expected credited hailed calls
    call fears fear speculation suggestions claims rumors rumours rumor rumour concerns concern worries
    doubts sense consensus belief perception word study survey report poll analysis expert analyst observer
    insider commentator economist shown proven proved established demonstrated
    """.split()
)
FRAMES = "according per citing quoting referring source sources".split()
# Adjectives and nouns that say whose officials, data or studies they are, without a name.
INSTITUTIONAL = frozenset(
    """
    federal state government official police court county city company campaign census party ministry military
    agency industry-funded municipal provincial parliamentary prosecution tax health election company's
    """.split()
)
QUANTIFIERS = frozenset(
    "some many most several various numerous multiple others few plenty countless".split()
)

# “data center”, “report card”: the source noun is only the front of another noun.
DATA_GUARDS = frozenset(
    """
    center centers centre centres breach breaches protection privacy set sets science scientist scientists
    broker brokers plan plans storage transfer leak leaks card cards mill trail board boards fund funds
    finger label deal tax tract club box piece railway hall management collection team visualization
    warehouse governance quality analytics hub catalog catalogue portal act standards standard
    architecture engineer engineers entry point points process processes system systems tool tools site
    sites group groups period session sessions
    """.split()
)

# First-hand reporting and its limits, by two words in a row. The second is the rarer one and is looked
# for, save where it is one of COMMON_AFTER.
COMMON_AFTER = frozenset("by about whether if why how".split())
FIRST_HAND = frozenset(
    tuple(pair.split("_"))
    for pair in """
    our_analysis our_investigation our_reporting our_survey our_research our_data our_review our_reporter
    our_correspondent our_findings our_tests our_study our_interviews this_newspaper this_publication
    this_reporter we_found we_reviewed we_analysed we_analyzed we_examined we_counted we_measured
    we_surveyed we_interviewed we_asked we_learned we_tested we_saw we_heard we_conducted we_ran
    we_collected reviewed_by seen_by obtained_by records_show documents_show video_shows footage_shows
    photos_show images_show be_reached immediately_respond not_respond to_comment when_asked asked_about
    asked_whether asked_if asked_why asked_how
    """.split()
)

# An entry of a list of sources that is made of these alone names none: “Industry Research Report”.
GENERIC_ENTRIES = frozenset(
    """
    industry industries market markets research report reports study studies survey surveys analysis analyses data
    statistics figures technology tech business intelligence association associations publication publications
    journal journals academic academics scientific expert experts interview interviews opinion opinions insight
    insights leader leaders professional professionals government official officials public open online various
    multiple several numerous different other news media article articles outlet outlets website websites web sites
    internet blog blogs press releases release company companies corporate financial economic trade specialist
    specialists analyst analysts verified authoritative trusted reliable reputable credible leading recent current
    latest local national international global regional case whitepapers whitepaper papers paper documents document
    documentation records filings sources source references reference resources information material materials
    reviews review user users customer customers social platforms platform forums forum databases database archives
    educational health medical legal historical consumer field literature polls polling and or of from on the a an
    """.split()
)
# and one of these stands in it, so that “Health” or “Google” alone is no entry of that kind
SOURCE_NOUNS = frozenset(
    """
    research report reports study studies survey surveys analysis analyses data statistics publication publications
    journals interviews articles outlets websites sources documents documentation records filings papers paper
    whitepapers reviews literature databases archives media releases materials experts
    """.split()
)
