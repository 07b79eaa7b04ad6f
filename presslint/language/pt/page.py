"""Portuguese: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
compartilhe este artigo
compartilhe esta notícia
compartilhe este post
partilhe este artigo
compartilhar
partilhar
compartilhar no facebook
copiar link
leia mais
ler mais
leia também
leia tambem
continue lendo
continuar lendo
continue a ler
saiba mais
ver mais
artigos relacionados
notícias relacionadas
posts relacionados
você também pode gostar
você pode gostar
assine nossa newsletter
inscreva-se na nossa newsletter
subscreva a nossa newsletter
deixe um comentário
deixe seu comentário
comentários
publicidade
anúncio
continua após a publicidade
voltar ao topo
voltar ao início
voltar ao blog
próximo artigo
artigo anterior
configurações de cookies
aceitar cookies
aceitar todos os cookies
este site utiliza cookies
este site usa cookies
todos os direitos reservados
siga-nos
siga-nos nas redes sociais
imprimir artigo
ouça este artigo
ir para o conteúdo
"""
TIMES = """
min de leitura
minutos de leitura
tempo de leitura
"""
CALLS = """
fique ligado
fique atento
fique por dentro
mantenha-se informado
inscreva-se
até amanhã
siga-nos
"""
COUNTS = """
artigos
notícias
fontes
temas
tópicos
assuntos
categorias
seções
"""
