"""Portuguese: subheads that would stand over any article."""

LABELS = """
introdução
contexto
visão geral
panorama geral
resumo
conclusão
conclusões
em resumo
considerações finais
perspectivas
próximos passos
desafios
benefícios
vantagens
desvantagens
oportunidades
implicações
impacto
análise
discussão
pontos principais
pontos-chave
por que isso importa
por que é importante
fontes
fonte
perguntas frequentes
faq
detalhes
"""
