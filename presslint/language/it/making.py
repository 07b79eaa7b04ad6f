"""Italian: what copy says of its own making; en/making.py says how it is written."""

HANDED = "fornit* condivis* messo_a_disposizione"
HANDED_BY = "da dal dalla dai dalle a in con dallo dagli"
TEXTS = """
articolo articoli testo testi fonte fonti contenut* estratt* trascrizione link URL contesto brano passaggio
"""
ARTICLES = """
testo_dell'articolo contenuto_dell'articolo articolo_originale articolo_completo testo_completo testo_originale articolo_sorgente articolo
trascrizione corpo_dell'articolo
"""
IN_IT = "in nel nella nell' nei nelle dal dalla"
NOTS = "non senza nessun* né insufficient* nulla"
HOLDS = """
contiene contengono conteneva menziona* specifica* indica* include* fornisce* forniscono offre* riporta* presenta* dettaglia* permett* consent*
cita* informazion* sufficient* dettagli dati descrive* compare* risulta* approfondisce
"""
REACHED = "accessibil* disponibil* leggibil* recuperat* caricat* apert* lett* trovat* estratt* accedere fornit* inclus*"
UNREACHED = "inaccessibil* vuot* incomplet* troncat* bloccat* illeggibil*"
LIMITED = "consiste_solo consiste_unicamente sembra_essere contiene_solo contiene_soltanto contiene_unicamente si_limita_a"
CANNOT = """
non_posso non_riesco_a non_sono_in_grado_di non_ho_potuto non_ho_accesso non_mi_è_possibile
"""
REACH = "accedere aprire consultare recuperare leggere caricare accesso"
TASKS = "riassumere tradurre generare produrre creare estrarre analizzare redigere elaborare scrivere fornire riscrivere sintetizzare"
PRODUCTS = "riassunt* sintesi articol* test* contenut* titol* traduzion* link URL trascrizion* analisi"
NO_PRODUCT = (
    "non_è_possibile impossibile non_è_disponibile non_disponibile non_è_stato_possibile non_può_essere"
)
SUMMARIES = "riassunto sintesi"
IFS = "se quando qualora"
IMPOSSIBLE = "impossibile non_è_possibile non_è_stato_possibile"
PLEASE = "per_favore potresti potrebbe puoi può si_prega_di"
GIVE = "fornisci fornire fornisca condividi condividere invia inviare incolla incollare"
WANTED = "testo_dell'articolo contenuto_dell'articolo testo_completo articolo_completo l'articolo"

THIS = "questo questa quest'"
PIECES = "articol* testo contenut* post pagina riassunto newsletter notizia traduzione sintesi"
MADE = "generat* creat* redatt* scritt* prodott* tradott* pubblicat* compilat*"
AUTO = "automaticamente automatic* automatizzat*"
BY = "da con tramite dal mediante"
HELP = "dati aiuto supporto assistenza ausilio"
PEOPLE = "revisionat* rivist* verificat* redazione giornalist* uman* editor*"
SOURCES = "fonte fonti"

GENERATED = "generat* autogenerat* auto-generat*"
BUILT = "realizzat* creat* fatt* fornit* alimentat*"
COLLECTED = "raccolt* estratt* ottenut* esportat* elaborat* trascritt* analizzat* recuperat*"
UPDATED = "aggiornat* ultimo_aggiornamento modificat* pubblicat*"

RECORD = """
modello modello_usato prompt token tokens temperatura numero_di_parole conteggio_parole pipeline agente
generato generato_il generato_da confidenza affidabilità punteggio_SEO strumento tempo_di_elaborazione
"""
PLAIN = """
stato file versione punteggio data fonte fonti autore lunghezza lingua output ID tag categoria parole_chiave
rivisto creato tipo titolo
"""

COUNTS = "numero_di_parole conteggio_parole parole totale_parole"
UNITS = "parole"

DESK = "giornalisti cronisti redazioni redattori la_redazione"
SHOULD = "dovrebbero devono deve dovrebbe possono potrebbero"
WORK = """
verificare controllare seguire chiedere segnalare menzionare approfondire confermare evitare
"""
ITEMS = "riga voce notizia punto dettaglio"
DESERVES = "merita"
NOTICE = "menzione verifica approfondimento attenzione"

FIELDS = """
fonte fonti URL autore autori autrice pubblicato pubblicazione editore
"""
FACTS = "data link titolo indirizzo sito"
JUDGED = """
verdetto punteggio voto rilevanza sentiment etichetta tag categoria confidenza priorità impatto importanza
tono affidabilità urgenza rischio
"""
