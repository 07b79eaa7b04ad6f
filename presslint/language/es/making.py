"""Spanish: what copy says of its own making; en/making.py says how it is written."""

HANDED = "proporcionad* facilitad* suministrad* compartid*"
HANDED_BY = "por a en al con"
TEXTS = """
artículo* texto* fuente* contenido* extracto* transcripción enlace* URL contexto fragmento* pasaje*
"""
ARTICLES = """
texto_del_artículo contenido_del_artículo artículo_original artículo_fuente artículo_completo texto_completo texto_fuente artículo* transcripción
cuerpo_del_artículo
"""
IN_IT = "en de"
NOTS = "no sin ningun* ningún tampoco insuficiente* nada"
HOLDS = """
contiene* contenía menciona* especifica* indica* incluye* proporciona* ofrece* aporta* da detalla* permite* presenta* cita* precisa* aparece*
información suficiente* datos describe* figura* consta* señala*
"""
REACHED = "accesible* disponible* legible* recuperad* cargad* abiert* leíd* leer encontrad* extraíd* acceder proporcionad* recuperar incluid*"
UNREACHED = "inaccesible* vací* incomplet* truncad* bloquead* ilegible*"
LIMITED = "consiste_solo consiste_únicamente consta_únicamente parece_ser contiene_solo contiene_únicamente se_limita_a solo_contiene sólo_contiene"
CANNOT = """
no_puedo no_pude no_he_podido no_tengo_acceso no_me_es_posible no_soy_capaz_de no_podemos
"""
REACH = "acceder abrir consultar recuperar leer cargar acceso"
TASKS = "resumir traducir generar producir crear extraer analizar redactar elaborar escribir proporcionar reescribir ofrecer"
PRODUCTS = (
    "resumen* artículo* texto* contenido* titular* síntesis traducción enlace* URL transcripción análisis"
)
NO_PRODUCT = "no_es_posible imposible no_está_disponible no_disponible no_se_pudo no_se_puede no_puede_ser"
SUMMARIES = "resumen síntesis"
IFS = "si cuando"
IMPOSSIBLE = "imposible no_se_puede no_es_posible no_fue_posible no_ha_sido_posible no_se_pudo"
PLEASE = "por_favor podrías podría favor_de puedes"
GIVE = "proporciona* proporcione comparte* comparta envía* envíe pega* pegue facilita* facilite"
WANTED = """
texto_del_artículo contenido_del_artículo texto_completo artículo_completo el_artículo texto_fuente
"""

THIS = "este esta"
PIECES = (
    "artículo* texto* contenido* post publicación entrada página resumen* boletín informe* nota traducción"
)
MADE = "generad* cread* redactad* escrit* producid* elaborad* traducid* publicad* compilad*"
AUTO = "automáticamente automátic* automatizad*"
BY = "por con mediante vía usando"
HELP = "datos ayuda asistencia apoyo"
PEOPLE = "revisad* editad* verificad* redacción periodist* human* editor*"
SOURCES = "fuente fuentes"

GENERATED = "generad* autogenerad* auto-generad*"
BUILT = "hech* cread* elaborad* impulsad* proporcionad* desarrollad*"
COLLECTED = """
recopilad* recogid* extraíd* obtenid* exportad* procesad* transcrit* analizad* consultad*
"""
UPDATED = "actualizad* última_actualización modificad* publicad*"

RECORD = """
modelo modelo_usado prompt prompts tokens temperatura número_de_palabras recuento_de_palabras pipeline agente
generado_el generado_por generado confianza puntuación_SEO puntuación_de_calidad herramienta
tiempo_de_procesamiento
"""
PLAIN = """
estado archivo archivos versión puntuación fecha fuente fuentes autor longitud idioma salida ID etiquetas
categoría palabras_clave revisado creado tipo título
"""

COUNTS = "número_de_palabras recuento_de_palabras palabras total_de_palabras conteo_de_palabras"
UNITS = "palabras"

DESK = "periodistas reporteros redacciones editores la_redacción"
SHOULD = "deberían debería deben debe conviene_que pueden podrían"
WORK = """
verificar comprobar seguir preguntar vigilar señalar mencionar contrastar evitar confirmar informar indicar
"""
ITEMS = "línea nota elemento punto ángulo detalle dato"
DESERVES = "merece"
NOTICE = "mención seguimiento verificación atención escrutinio"

FIELDS = """
fuente fuentes URL autor autores autora publicado publicación editorial
"""
FACTS = "fecha enlace enlaces título dirección sitio"
JUDGED = """
veredicto puntuación valoración relevancia sentimiento etiqueta etiquetas categoría confianza prioridad
impacto importancia tono fiabilidad urgencia riesgo
"""
