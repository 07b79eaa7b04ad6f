"""Portuguese: what copy says of its own making; en/making.py says how it is written."""

HANDED = "fornecid* disponibilizad* compartilhad* partilhad*"
HANDED_BY = "por pelo pela pelos pelas a ao em com no na"
TEXTS = """
artigo* texto* fonte* conteúdo* trecho* transcrição link* URL contexto fragmento* passagem matéria*
"""
ARTICLES = """
texto_do_artigo conteúdo_do_artigo conteúdo_da_notícia artigo_original artigo_completo texto_completo texto_original texto_fonte artigo*
transcrição corpo_do_artigo conteúdo_da_matéria
"""
IN_IT = "em no na nos nas do da"
NOTS = "não sem nenhum* nem insuficiente* nada"
HOLDS = """
contém contêm continha menciona* especifica* indica* inclui* fornece* oferece* traz apresenta* detalha* permite* cita* informa* aparece*
informações informação suficiente* dados descreve* consta* há
"""
REACHED = "acessível acessíveis disponível disponíveis legível acessad* acedid* recuperad* carregad* abert* lid* encontrad* extraíd* acessar fornecid* incluíd*"
UNREACHED = "inacessível indisponível vazi* incomplet* truncad* bloquead* ilegível"
LIMITED = "consiste_apenas parece_ser contém_apenas contém_somente limita-se_a apenas_contém resume-se_a"
CANNOT = """
não_posso não_consigo não_pude não_consegui não_tenho_acesso não_me_é_possível não_sou_capaz_de
"""
REACH = "acessar aceder abrir consultar recuperar ler carregar acesso"
TASKS = "resumir traduzir gerar produzir criar extrair analisar redigir elaborar escrever fornecer reescrever"
PRODUCTS = "resumo* artigo* texto* conteúdo* título* síntese tradução link* URL transcrição análise matéria* notícia*"
NO_PRODUCT = (
    "não_é_possível impossível não_está_disponível indisponível não_foi_possível não_pode_ser não_pôde_ser"
)
SUMMARIES = "resumo síntese"
IFS = "se quando caso"
IMPOSSIBLE = "impossível não_é_possível não_foi_possível"
PLEASE = "por_favor poderia você_pode pode favor"
GIVE = "forneça fornecer compartilhe compartilhar envie enviar cole colar partilhe"
WANTED = """
texto_do_artigo conteúdo_do_artigo conteúdo_da_notícia texto_completo artigo_completo o_artigo texto_da_notícia
"""

THIS = "este esta"
PIECES = "artigo* texto* conteúdo* post publicação página resumo* boletim notícia* matéria tradução"
MADE = "gerad* criad* redigid* escrit* produzid* elaborad* traduzid* publicad*"
AUTO = "automaticamente automátic* automatizad*"
BY = "por com pelo pela via usando através"
HELP = "dados ajuda auxílio apoio"
PEOPLE = "revisad* editad* verificad* redação jornalist* human* editor*"
SOURCES = "fonte fontes"

GENERATED = "gerad* autogerad*"
BUILT = "feit* criad* desenvolvid* fornecid* alimentad*"
COLLECTED = """
coletad* recolhid* extraíd* obtid* exportad* processad* transcrit* analisad* consultad*
"""
UPDATED = "atualizad* actualizad* última_atualização modificad* publicad*"

RECORD = """
modelo modelo_usado prompt prompts tokens temperatura número_de_palavras contagem_de_palavras pipeline agente
gerado_em gerado_por confiança pontuação_SEO ferramenta tempo_de_processamento tempo_total_de_execução
"""
PLAIN = """
status estado arquivo arquivos ficheiro versão pontuação data fonte fontes autor tamanho idioma saída ID tags
categoria palavras-chave revisado criado tipo título commit
"""

COUNTS = "número_de_palavras contagem_de_palavras palavras total_de_palavras"
UNITS = "palavras"

DESK = "jornalistas repórteres redações editores a_redação"
SHOULD = "devem deveriam deve devia podem poderiam"
WORK = "verificar checar acompanhar perguntar monitorar mencionar apurar confirmar evitar"
ITEMS = "linha nota item ponto ângulo detalhe dado"
DESERVES = "merece"
NOTICE = "menção verificação acompanhamento atenção apuração"

FIELDS = """
fonte fontes URL autor autores autora publicado publicação editora
"""
FACTS = "data link links título endereço site"
JUDGED = """
veredicto veredito pontuação nota relevância sentimento etiqueta tag tags categoria confiança prioridade
impacto importância tom confiabilidade urgência risco
"""
