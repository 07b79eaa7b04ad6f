"""Spanish: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
expertos especialistas observadores críticos analistas investigadores científicos estudios encuestas
usuarios profesionales informes investigaciones estadísticas fuentes reportes
"""
SAY = """
señalan afirman advierten estiman indican muestran demuestran recomiendan sostienen aseguran coinciden
reportan revelan sugieren apuntan consideran confirman destacan
"""
FRAMES = "según de_acuerdo_con"
LOOSE = "los las algunos algunas varios varias muchos numerosos diversos recientes múltiples"
WITH_BODY = "de del en"
BARE = """
está_demostrado_que está_científicamente_probado se_estima_que se_considera_que diversos_estudios
numerosos_estudios
"""
CITES = (
    "según fuente* estudio* encuesta* informe* estadística* indica* afirma* dijo de_acuerdo_con instituto*"
)
