"""Italian: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
esperti specialisti osservatori critici analisti ricercatori scienziati studi sondaggi utenti tester
professionisti ricerche statistiche fonti addetti_ai_lavori
"""
SAY = """
affermano sostengono avvertono stimano indicano mostrano dimostrano consigliano riportano rivelano
suggeriscono segnalano ritengono confermano temono prevedono sottolineano
"""
FRAMES = "secondo"
LOOSE = "gli i le alcuni alcune molti diversi numerosi vari recenti primi"
WITH_BODY = "di del della dell' dei degli delle"
BARE = "è_dimostrato_che è_scientificamente_provato numerosi_studi diversi_studi"
CITES = """
secondo fonte fonti studio studi sondaggio* indagine rapporto statistic* afferma* dice detto Istat istituto*
"""
