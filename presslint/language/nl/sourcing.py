"""Dutch: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
experts deskundigen specialisten waarnemers critici analisten onderzoekers wetenschappers studies onderzoeken
gebruikers bronnen insiders kenners rapporten economen artsen psychologen historici juristen
klimaatwetenschappers commentatoren marktkenners marktanalisten brancheorganisaties beveiligingsexperts
weerkundigen
"""
SAY = """
zeggen stellen waarschuwen verwachten tonen laten_zien melden raden_aan adviseren menen vinden wijzen_erop
bevestigen vrezen schatten benadrukken denken geloven hopen voorspellen wijzen_op noemen pleiten_voor
uiten_kritiek waarschuwden zien houden_rekening rekenen_op spreken_van geven_aan maken_zich_zorgen
"""
FRAMES = "volgens op_basis_van"
LOOSE = "de veel sommige verschillende diverse meerdere recente vele"
WITH_BODY = "van bij uit"
BARE = (
    "onderzoek_toont_aan uit_onderzoek_blijkt studies_tonen_aan wetenschappelijk_bewezen het_is_bewezen_dat"
)
CITES = "volgens bron bronnen studie* onderzoek* enquête* rapport* cijfers_van meldt* zegt zei CBS"
GROUPS = """
beleggers investeerders omwonenden bewoners inwoners consumenten klanten fans supporters voorstanders
tegenstanders milieuorganisaties privacyvoorvechters activisten ouders leraren handelaren spelers
ontwikkelaars ondernemers boeren vakbonden sceptici lezers
"""
PAPERS = """
een_onderzoek een_nieuw_onderzoek een_recent_onderzoek een_studie een_nieuwe_studie een_recente_studie
een_rapport een_nieuw_rapport een_recent_rapport een_enquête een_recente_enquête een_analyse
een_nieuwe_analyse nieuw_onderzoek recent_onderzoek nieuwe_studies recente_studies recente_onderzoeken
nieuwe_cijfers recente_cijfers
"""
TELL = """
toont toont_aan tonen tonen_aan laat_zien laten_zien wijst_uit wijzen_uit suggereert suggereren bevestigt
bevestigen onthult waarschuwt stelt blijkt concludeert
"""
HEARSAY = "naar_verluidt men_zegt_dat er_wordt_gezegd er_wordt_beweerd er_wordt_gefluisterd volgens_bronnen bronnen_melden sommigen_zeggen velen_denken"
VOICES_BEFORE = ""
AFTER = ""
