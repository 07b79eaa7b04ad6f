"""Words of which bylines are made that name nobody: of houses, desks, software and machines."""

from __future__ import annotations

# a byline that ends with one of these is the house's, whatever name stands before it
HOUSE_ENDS = frozenset(
    "staff newsroom newsdesk desk editors reporters writers correspondents newsteam webdesk staffer staffers "
    "contributors".split()
)
# a word that is one of these, or ends with one, is a house's in any place
REDACTIONS = tuple(
    "redaktion redaktionen redactie rédaction redaction redacción redaccion redação redacao redazione "
    "redakcja redakce szerkesztőség toimitus redaktionsteam".split()
)
# words that say no more than what a desk does
GENERIC = frozenset(
    "the a an our and of die der das la le les el los il lo de del della da do het editorial news newsroom web "
    "online digital content site social media marketing seo team teams crew staff desk editor editors reporter "
    "reporters writer writers journalist journalists journalism correspondent contributor contributors author "
    "authors guest blog article articles general national local regional community communications comms press "
    "department dept office publishing production special our equipo equipe équipe équipa squadra agencias agences "
    "agenturen onlineteam newsteam autor autora auteur redakteur redacteur periodista editora magazine "
    "website page newsletter".split()
)
# words of which one at least must stand in a byline that is nothing else but generic words
BODIES = frozenset(
    "team teams crew desk staff newsroom equipo equipe équipe équipa squadra agencias agences "
    "agenturen onlineteam newsteam department".split()
)
MACHINES = frozenset("ai bot gpt chatgpt agent agents automation automated robot llm algorithm ki ia".split())
