"""Portuguese: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
“ ”
« »
‘ ’
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
diz disse disseram afirma afirmou afirmaram explica explicou conta contou acrescenta acrescentou ressalta
ressaltou destaca destacou declara declarou comenta comentou relata relatou lembra lembrou avalia avaliou
completa completou conclui concluiu aponta apontou observa observou critica criticou defende defendeu
escreve escreveu responde respondeu reforça reforçou revela revelou
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
segundo
de acordo com
conforme
na avaliação de
"""
