"""Portuguese: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
especialistas observadores críticos analistas pesquisadores cientistas estudos pesquisas usuários
profissionais relatórios estatísticas fontes economistas médicos psicólogos historiadores juristas
nutricionistas climatologistas acadêmicos comentaristas meteorologistas investigadores estudiosos
"""
SAY = """
afirmam apontam alertam estimam indicam mostram demonstram recomendam dizem revelam sugerem relatam destacam
acreditam defendem confirmam esperam temem preveem creem criticam denunciam ressaltam avaliam projetam
afirmaram alertaram apontaram argumentam questionam comemoram consideram
"""
FRAMES = "segundo de_acordo_com conforme"
LOOSE = "os as alguns algumas vários várias muitos diversos recentes"
WITH_BODY = "de do da dos das em no na"
BARE = "estudos_mostram_que pesquisas_indicam está_comprovado cientificamente_comprovado estima-se_que"
CITES = """
segundo fonte* estudo* pesquisa* relatório* estatística* afirma* disse de_acordo_com conforme instituto*
IBGE
"""
GROUPS = """
investidores moradores residentes consumidores clientes torcedores fãs apoiadores opositores
críticos_do_governo defensores ativistas ambientalistas pais professores comerciantes jogadores
desenvolvedores internautas agricultores sindicatos mercados
"""
PAPERS = """
um_estudo um_novo_estudo um_estudo_recente um_recente_estudo um_relatório um_novo_relatório
um_relatório_recente uma_pesquisa uma_nova_pesquisa uma_pesquisa_recente uma_análise uma_nova_análise
uma_análise_recente novos_estudos estudos_recentes pesquisas_recentes novas_pesquisas novos_dados
dados_recentes
"""
TELL = """
revela revelam mostra mostram demonstra demonstram indica indicam sugere sugerem aponta apontam confirma
confirmam alerta alertam conclui concluem revelou mostrou apontou indicou
"""
HEARSAY = "diz-se_que dizem_que há_quem_diga comenta-se_que especula-se segundo_fontes de_acordo_com_fontes alguns_dizem muitos_acreditam"
VOICES_BEFORE = ""
AFTER = ""
