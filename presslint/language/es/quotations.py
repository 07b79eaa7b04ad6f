"""Spanish: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
« »
“ ”
‘ ’
‹ ›
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
dice dijo dijeron dicho afirma afirmó afirmaron asegura aseguró aseguraron explica explicó explicaron señala
señaló señalaron indica indicó añade añadió agrega agregó sostiene sostuvo declara declaró declararon
comenta comentó cuenta contó relata relató advierte advirtió subraya subrayó destaca destacó manifiesta
manifestó apunta apuntó reconoce reconoció admite admitió insiste insistió recuerda recordó responde
respondió pregunta preguntó escribe escribió anuncia anunció lamenta lamentó concluye concluyó confirma
confirmó detalla detalló expresa expresó opina opinó denuncia denunció critica criticó precisa precisó
reitera reiteró expone expuso remarca remarcó puntualiza sentencia sentenció asevera aseveró zanja matiza
bromea resume
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
según
de acuerdo con
en palabras de
a juicio de
en opinión de
"""
