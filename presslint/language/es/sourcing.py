"""Spanish: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
expertos especialistas observadores críticos analistas investigadores científicos estudios encuestas usuarios
profesionales informes investigaciones estadísticas fuentes reportes economistas médicos psicólogos
historiadores juristas nutricionistas climatólogos académicos comentaristas politólogos meteorólogos
"""
SAY = """
señalan afirman advierten estiman indican muestran demuestran recomiendan sostienen aseguran coinciden
reportan revelan sugieren apuntan consideran confirman destacan esperan temen prevén creen critican denuncian
alertan subrayan subrayaron señalaron advirtieron afirmaron anticipan proyectan pronostican opinan celebran
cuestionan insisten_en
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
GROUPS = """
inversores inversionistas vecinos residentes consumidores clientes aficionados seguidores partidarios
opositores detractores defensores activistas ecologistas padres docentes comerciantes jugadores
desarrolladores internautas agricultores sindicatos operadores mercados
"""
PAPERS = """
un_estudio un_nuevo_estudio un_estudio_reciente un_reciente_estudio un_informe un_nuevo_informe
un_informe_reciente un_reciente_informe una_encuesta una_nueva_encuesta una_encuesta_reciente
una_reciente_encuesta una_investigación una_nueva_investigación una_investigación_reciente un_análisis
un_nuevo_análisis un_análisis_reciente nuevos_estudios estudios_recientes recientes_estudios
nuevas_investigaciones investigaciones_recientes nuevos_datos datos_recientes
"""
TELL = """
revela revelan muestra muestran demuestra demuestran indica indican sugiere sugieren señala señalan confirma
confirman advierte advierten alerta alertan concluye concluyen apunta apuntan
"""
HEARSAY = """
se_dice_que se_comenta_que se_rumorea se_rumoreaba se_cree_que se_ha_dicho_que se_dijo_que hay_quien_dice hay_quienes_dicen dicen_que algunos_sostienen
algunos_dicen algunos_creen algunos_piensan muchos_creen muchos_piensan muchos_opinan según_fuentes según_trascendió
según_ha_trascendido fuentes_cercanas_a fuentes_consultadas
"""
VOICES_BEFORE = ""
AFTER = ""
