"""Portuguese: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
especialistas observadores críticos analistas pesquisadores cientistas estudos pesquisas usuários
profissionais relatórios estatísticas fontes
"""
SAY = """
afirmam apontam alertam estimam indicam mostram demonstram recomendam dizem revelam sugerem relatam destacam
acreditam defendem confirmam
"""
FRAMES = "segundo de_acordo_com conforme"
LOOSE = "os as alguns algumas vários várias muitos diversos recentes"
WITH_BODY = "de do da dos das em no na"
BARE = "estudos_mostram_que pesquisas_indicam está_comprovado cientificamente_comprovado estima-se_que"
CITES = """
segundo fonte* estudo* pesquisa* relatório* estatística* afirma* disse de_acordo_com conforme instituto*
IBGE
"""
