"""English: words with a capital that name nobody, and those that only place somebody."""

# words that open sentences, and words of headings; days, months and numbers are known without
ORDINARY_CAPITALS = """
the a an in on at but and or if it he she they we i you this that these those there as by for from
with while when after before since although though however meanwhile despite according under over more
most many some several other others another both each every all no not now then here where why how
what who which its their his her our your my last next new to of experts analysts critics officials researchers scientists studies
data research policymakers supporters observers sources reports multiple early late recent earlier
later still yet also even only just such so because until unless instead rather perhaps today
yesterday tomorrow let yes well oh okay hello dear please thanks thank is are was were be been has
have had do does did will would could should might can must shall being having getting making using
about above across against along among around between beyond during except inside into like near off
onto out outside per through throughout toward towards up upon via within without additionally
furthermore moreover finally similarly likewise otherwise therefore thus hence indeed nevertheless
nonetheless overall specifically currently recently previously increasingly generally typically
usually often sometimes ultimately eventually initially originally separately together source note
update read see watch survey poll study report
"""
# adjectives and plurals of place and party: they narrow a group and name nobody
DEMONYMS = """
american americans british briton britons english scottish welsh irish chinese russian russians french
german germans european europeans canadian canadians mexican mexicans indian indians israeli israelis
iranian iranians iraqi iraqis syrian syrians turkish turks saudi japanese korean koreans australian
australians african africans asian asians latino latinos hispanic hispanics muslim muslims christian
christians jewish jews catholic catholics western eastern northern southern arab arabs palestinian
palestinians ukrainian ukrainians italian italians spanish dutch swiss swedish norwegian danish polish
greek greeks brazilian republican republicans democrat democrats democratic conservative conservatives
labour tory tories libertarian liberal liberals federal soviet cuban afghan pakistani nigerian kenyan
californians texans evangelicals african-american african-americans
"""
