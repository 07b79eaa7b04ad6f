"""Spanish: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
comparte este artículo
compartir este artículo
compartir artículo
comparte esta noticia
compartir
compartir en facebook
copiar enlace
leer más
lee también
leer también
lea también
seguir leyendo
sigue leyendo
ver más
artículos relacionados
noticias relacionadas
te puede interesar
también te puede interesar
quizás te interese
suscríbete a nuestro boletín
suscríbete a nuestra newsletter
suscríbete al boletín
suscríbete
deja un comentario
dejar un comentario
comentarios
publicidad
anuncio
volver arriba
volver al inicio
volver al blog
artículo siguiente
artículo anterior
siguiente artículo
configuración de cookies
aceptar cookies
aceptar todas las cookies
este sitio utiliza cookies
este sitio web utiliza cookies
todos los derechos reservados
síguenos
síguenos en redes sociales
imprimir artículo
escuchar este artículo
saltar al contenido
"""
TIMES = """
min de lectura
minutos de lectura
tiempo de lectura
"""
CALLS = """
mantente informado
manténgase informado
mantente al tanto
sigue atento
no te pierdas
suscríbete
hasta mañana
"""
COUNTS = """
artículos
noticias
fuentes
temas
categorías
secciones
enlaces
titulares
"""
