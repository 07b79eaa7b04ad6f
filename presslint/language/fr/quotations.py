"""French: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
« »
“ ”
‹ ›
‘ ’
„ ”
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
dit déclare déclaré affirme affirmé explique expliqué estime estimé ajoute ajouté assure assuré précise
précisé souligne souligné indique indiqué raconte raconté confie confié regrette regretté répond répondu
lance lancé note noté rappelle rappelé poursuit poursuivi conclut conclu observe observé confirme confirmé
insiste insisté dénonce dénoncé martèle martelé résume résumé écrit commente commenté réagit témoigne
témoigné juge jugé reconnaît reconnu promet promis prévient prévenu s’exclame s'exclame plaide plaidé argue
soutient soutenu avance avancé annonce annoncé détaille détaillé renchérit demande demandé interroge
interrogé décrit reprend tranche abonde glisse soupire
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
selon
d’après
d'après
de source
de sources
aux yeux de
dixit
"""
