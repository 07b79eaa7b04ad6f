"""Spanish: subheads that would stand over any article."""

LABELS = """
introducción
contexto
antecedentes
visión general
panorama general
resumen
conclusión
conclusiones
en conclusión
en resumen
perspectivas
próximos pasos
desafíos
retos
beneficios
ventajas
desventajas
oportunidades
implicaciones
impacto
análisis
discusión
puntos clave
claves
aspectos clave
por qué importa
por qué es importante
fuentes
fuente
preguntas frecuentes
faq
detalles
"""
