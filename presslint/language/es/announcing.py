"""Spanish: words with which copy announces a list, and subheads that promise one; de/announcing.py says what each is for."""

THINGS = """
razones motivos maneras formas cosas puntos pasos preguntas respuestas factores consejos objetivos medidas condiciones demandas
opciones ejemplos ventajas desventajas riesgos fases etapas pilares reglas lecciones errores datos posibilidades criterios causas
mitos ideas recomendaciones principios propuestas prioridades trucos claves señales retos ejes
"""
THESE = "estos estas los_siguientes las_siguientes"
LISTING = "siguientes: siguiente: a_saber: incluye: incluyen: comprende: como_sigue: por_ejemplo: tales_como: entre_ellos: entre_ellas:"
LAST = "tales_como entre_ellos entre_ellas por_ejemplo a_saber incluyendo"
FURNITURE = "lea leer lee vea ver foto fotos fuente fuentes corrección nota video vídeo escuche contacto redacción texto por actualización"
SAYING = "dice dijo dijeron escribe escribió pregunta preguntó responde respondió explica explicó añade añadió declaró"
TOLD = "estos estas esos esas los las menos más sus"
SOME = "entre_ellos entre_ellas como por_ejemplo incluidos incluidas"
AND = "y o e así_como"
HARD = """
Cronología | Fechas clave | Las fechas clave | Fechas importantes | En breve | Puntos clave | Los puntos clave | Las claves | En cifras
En números | Los datos | Paso a paso | Consejos | Nuestros consejos | Ingredientes | Ventajas y desventajas | Pros y contras
Preguntas frecuentes | Glosario | Ganadores y perdedores | Lista de verificación
"""
