"""Italian: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
esperti specialisti osservatori critici analisti ricercatori scienziati studi sondaggi utenti tester
professionisti ricerche statistiche fonti addetti_ai_lavori economisti medici psicologi storici giuristi
nutrizionisti climatologi accademici commentatori meteorologi studiosi
"""
SAY = """
affermano sostengono avvertono stimano indicano mostrano dimostrano consigliano riportano rivelano
suggeriscono segnalano ritengono confermano temono prevedono sottolineano si_aspettano credono criticano
denunciano auspicano chiedono evidenziano osservano avvertivano parlano_di concordano prevedevano lamentano
"""
FRAMES = "secondo"
LOOSE = "gli i le alcuni alcune molti diversi numerosi vari recenti primi"
WITH_BODY = "di del della dell' dei degli delle"
BARE = "è_dimostrato_che è_scientificamente_provato numerosi_studi diversi_studi"
CITES = """
secondo fonte fonti studio studi sondaggio* indagine rapporto statistic* afferma* dice detto Istat istituto*
"""
GROUPS = """
investitori residenti abitanti consumatori clienti tifosi fan sostenitori oppositori detrattori difensori
attivisti ambientalisti genitori insegnanti commercianti giocatori sviluppatori agricoltori sindacati mercati
"""
PAPERS = """
uno_studio un_nuovo_studio uno_studio_recente un_recente_studio un_rapporto un_nuovo_rapporto
un_recente_rapporto un_sondaggio un_nuovo_sondaggio un_recente_sondaggio una_ricerca una_nuova_ricerca
una_recente_ricerca un'analisi una_nuova_analisi una_recente_analisi nuovi_studi recenti_studi studi_recenti
nuove_ricerche nuovi_dati
"""
TELL = """
rivela rivelano mostra mostrano dimostra dimostrano indica indicano suggerisce suggeriscono evidenzia
evidenziano conferma confermano avverte avvertono conclude
"""
HEARSAY = "si_dice_che si_mormora si_vocifera c'è_chi_dice secondo_indiscrezioni secondo_alcune_fonti secondo_fonti alcuni_sostengono molti_pensano"
VOICES_BEFORE = ""
AFTER = ""
