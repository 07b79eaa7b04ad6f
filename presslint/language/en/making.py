"""English: what copy says of its own making.

Words are apart by blanks; `_` stands for a blank, `*` for an ending or a beginning of any kind.
"""

# what was handed over to write from; not when it says by whom, or what the text gave
HANDED = "provided supplied pasted"
HANDED_BY = "by to in at on with no a an the any some us them few little more details information"
# what is handed over
TEXTS = """
article* text* source* content* excerpt* snippet* transcript* passage* context link* url* webpage* search_results source_material* reference_text*
"""
# an article itself, with what stands for it
ARTICLES = "article_text article_content article_body full_article* full_text source_article* source_text* original_article* article* transcript*"
IN_IT = "in within from"
NOTS = "not no cannot can't couldn't doesn't don't isn't wasn't didn't aren't none lacks lacked without insufficient neither nothing unable"
HOLDS = """
contain* include* mention* specif* provide* give offer* state* name identif* detail* describe* list* support* information details facts
enough sufficient indicate* reveal* explain* present* relate* appear* seem* discuss* allow* offer relevant
"""
REACHED = "accessible available accessed retrieved loaded fetched opened read found scraped extracted parsed included provided supplied displayed"
UNREACHED = "unavailable inaccessible empty truncated"
LIMITED = "consists_only_of consists_solely_of consists_of_only contains_only only_contains appears_to_be seems_to_be appears_to_only is_limited_to only_includes"
# the machine's turn
CANNOT = """
I_cannot I_can't I_can_not I_could_not I_couldn't I_am_unable_to I'm_unable_to I_am_not_able_to I'm_not_able_to I_was_unable_to
I_do_not_have_access_to I_don't_have_access_to I_have_no_access_to we_are_unable_to
"""
REACH = "access open view retrieve browse fetch load read find"
TASKS = "summari* translate generate produce create extract analy* verify provide write rewrite fulfil*"
PRODUCTS = "summary summaries article* text* content headline* story synopsis transcript* url* link* translation* analysis"
NO_PRODUCT = "not_possible impossible not_available unavailable cannot_be_* could_not_be_* can't_be_* couldn't_be_* not_generated"
SUMMARIES = "summary summaries"
IFS = "if when whether unless where should can"
# the same without a speaker, where a sentence begins with it
IMPOSSIBLE = "unable_to not_able_to cannot could_not"
PLEASE = "please could_you_please could_you can_you kindly"
GIVE = "provide share paste send supply upload"
WANTED = """
article_text article_content full_article full_text article's_text text_of_the_article content_of_the_article article_you the_article source_text
"""

# “this text was made automatically, or by a tool”, and who makes that an honest line
THIS = "this"
PIECES = """
article* post* text story blog* page content* report* summar* newsletter digest* piece update* roundup
translation brief*
"""
MADE = """
generated created written produced compiled curated transformed summari* translated published drafted
assembled composed prepared authored researched reviewed verified
"""
AUTO = "automatically automated autonomously auto-generated"
BY = "by with using via through from in"
HELP = "data help assist* aid support* aided"
PEOPLE = """
editor* edited human* journalist* reporter* checked reviewed_by_our fact-checked newsroom staff proofread*
supervis*
"""
SOURCES = "source sources references"
