"""English: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person; short ones never end a sentence
PERSON_TITLES = "Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Col Capt Lt Sgt Rev Fr"
TITLE_WORDS = """
Sir Lady Lord President Senator Governor Mayor Judge Justice Minister Secretary Director Professor Doctor
Officer Chief Chairman Chairwoman
"""
# other short forms before a name, of a person, a ship or a place: they never end a sentence either
TITLES = """
Drs Profs Messrs Mmes Mme Mlle Msgr Maj Cpt Cmdr Cdr Cpl
Pvt Pfc Adm Brig Ens Lieut Sens Reps Govs Pres Hon Revs Br Supt Det Insp Const
Cllr Ald Atty Dist Rt Amb Asst Assoc Dep Sgts Capts Gens Ft Mt Mts Gt Pt St Ste SS
"""
# those of them that are also the end of a street's name
STREET_ABBREVIATIONS = "St Dr Ft Pt Mt"
# never end a sentence either
JOINED_ABBREVIATIONS = "e.g i.e eg ie cf viz vs v q.v a.k.a"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = """
Inc Corp Co Cos Ltd LLC Bros Jr Sr Esq plc Plc Pty Mfg Dept Univ Assn Intl Natl Ave Blvd Rd Ln Sq
Pkwy Hwy Bldg Treas Sec Ph.D W.Va D.Phil M.Phil Ed.D Psy.D B.Sc M.Sc Lt.Gov al est
"""
PLACE_ABBREVIATIONS = """
Ala Ariz Calif Colo Conn Fla Ga Kan Ky Md Mich Minn Mont Neb Nev Okla Tenn Tex Vt Va Wis Wyo
Ont Que Alta Sask
"""
# places too, but words or names as well: short only behind a comma
AMBIGUOUS_ABBREVIATIONS = "Ark Del Ill Ind La Man Mass Miss Mo Ore Pa Wash Me"
# joined to a figure only: No. 10
NUMBER_ABBREVIATIONS = """
No Nos no nos Fig Figs fig figs Vol vol Ch ch Art art p pp par para Para Sec sec ss s approx c ca
Rte Apt Ext ext Op op Bk Pt pt ver Ver Eq ft in lb lbs oz hr
"""
# joined to a day or a time zone: 9 a.m. Monday
CLOCK_ABBREVIATIONS = "a.m p.m A.M P.M"
AFTER_CLOCK = """
Eastern Central Mountain Pacific Greenwich London
ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST IST JST AEST AEDT HKT SGT E P C M
Beijing Moscow Paris
"""
# names that end in “!” or “?”
SHOUTED_NAMES = "Yahoo Jeopardy Yum Oklahoma Wham Airplane Oliver Ho Joomla"
# a word with a capital in the middle of a sentence
LONE_CAPITALS = "I"
# words that open a sentence
SENTENCE_STARTERS = """
The A It Its It's It’s He She They We You This That These Those There Their His Her Our My But And
Or So Yet If When While Where What Why How In On At By For From With After Before Since As To Among
Although Though Because However Meanwhile Also Some Many Most Both All Each Every Another Not Now
Then Here Once Even Only Just Last Earlier Later Instead Despite During Until Between Without
According Asked Still Nearly About More Neither Whether Shares Analysts Officials Critics Investors
Researchers Supporters Opponents Experts Police Prosecutors Today Yesterday Nor Such Perhaps Maybe
Overall Separately Moreover Nevertheless Nonetheless Others Several Few Add Like Unlike Based
Additionally Furthermore Similarly Elsewhere Recently Previously Currently Thus Therefore Hence
"""
