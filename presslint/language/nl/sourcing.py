"""Dutch: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
experts deskundigen specialisten waarnemers critici analisten onderzoekers wetenschappers studies
onderzoeken gebruikers bronnen insiders kenners rapporten
"""
SAY = """
zeggen stellen waarschuwen verwachten tonen laten_zien melden raden_aan adviseren menen vinden wijzen_erop
bevestigen vrezen schatten benadrukken
"""
FRAMES = "volgens op_basis_van"
LOOSE = "de veel sommige verschillende diverse meerdere recente vele"
WITH_BODY = "van bij uit"
BARE = (
    "onderzoek_toont_aan uit_onderzoek_blijkt studies_tonen_aan wetenschappelijk_bewezen het_is_bewezen_dat"
)
CITES = "volgens bron bronnen studie* onderzoek* enquête* rapport* cijfers_van meldt* zegt zei CBS"
