"""Dutch: what copy says of its own making; en/making.py says how it is written."""

HANDED = "verstrekte aangeleverde meegeleverde aangereikte gegeven gedeelde"
HANDED_BY = "door aan van"
TEXTS = """
artikel* *artikel* tekst* *tekst* bron* inhoud fragment* transcript* link* URL passage*
"""
ARTICLES = """
artikeltekst artikelinhoud inhoud_van_het_artikel tekst_van_het_artikel bronartikel brontekst volledige_artikel volledige_tekst oorspronkelijke_artikel
originele_artikel artikel* transcript*
"""
IN_IT = "in uit"
NOTS = "niet geen niets zonder noch onvoldoende evenmin"
HOLDS = """
bevat* bevatte vermeldt vermeld noemt genoemd geeft gaf biedt bood beschrijft specificeert informatie details voldoende genoeg opgenomen staat
meldt gemeld gespecificeerd
"""
REACHED = "toegankelijk beschikbaar leesbaar opgehaald geladen geopend gelezen gevonden geëxtraheerd verstrekt raadplegen openen meegeleverd aangeleverd"
UNREACHED = "ontoegankelijk leeg onvolledig afgekapt geblokkeerd onleesbaar"
LIMITED = "bestaat_alleen_uit bestaat_enkel_uit bestaat_uitsluitend_uit bevat_alleen bevat_enkel bevat_slechts lijkt beperkt_zich_tot"
CANNOT = """
ik_kan kan_ik ik_kon kon_ik ik_heb_geen_toegang* heb_ik_geen_toegang* ik_ben_niet_in_staat
"""
REACH = "openen raadplegen ophalen lezen laden bekijken"
TASKS = "samenvatten samen_te_vatten vertalen genereren maken opstellen schrijven analyseren extraheren samengevat gegenereerd"
PRODUCTS = "samenvatting* artikel* *artikel* tekst* *tekst* inhoud kop* vertaling* link* URL transcript*"
NO_PRODUCT = "niet_mogelijk onmogelijk niet_beschikbaar kan_niet_* kon_niet_* niet_worden_gemaakt"
SUMMARIES = "samenvatting"
IFS = "als indien wanneer of"
IMPOSSIBLE = "onmogelijk kan_niet"
PLEASE = "gelieve graag kun_je kunt_u alsjeblieft alstublieft"
GIVE = "geef geeft deel stuur plak verstrek lever verstrekken delen sturen plakken"
WANTED = """
artikeltekst artikelinhoud tekst_van_het_artikel inhoud_van_het_artikel volledige_artikel volledige_tekst het_artikel brontekst
"""

THIS = "dit deze"
PIECES = "artikel* tekst* bericht* blog* pagina content samenvatting* post nieuwsbrief vertaling"
MADE = "gegenereerd gemaakt geschreven opgesteld aangemaakt samengesteld vertaald samengevat gepubliceerd"
AUTO = "automatisch* geautomatiseerd*"
BY = "door met via"
HELP = "gegevens hulp ondersteuning behulp"
PEOPLE = "gecontroleerd nagekeken redactie redacteur* journalist* mens* geredigeerd bewerkt"
SOURCES = "bron bronnen"

GENERATED = "gegenereerd* autogegenereerd* automatisch_aangemaakt"
BUILT = "gemaakt geschreven aangedreven gebouwd"
COLLECTED = "verzameld opgehaald geëxporteerd verwerkt getranscribeerd samengesteld geanalyseerd"
UPDATED = "bijgewerkt geactualiseerd gewijzigd gepubliceerd"

RECORD = """
model gebruikt_model prompt prompts tokens temperatuur aantal_woorden woordenaantal pipeline agent gegenereerd
gegenereerd_op gegenereerd_door betrouwbaarheid SEO-score kwaliteitsscore verwerkingstijd tool
"""
PLAIN = """
status bestand bestanden versie score datum bron bronnen auteur lengte taal uitvoer ID tags categorie
trefwoorden gecontroleerd aangemaakt type titel
"""

COUNTS = "aantal_woorden woordenaantal woorden woordentelling"
UNITS = "woorden"

DESK = "journalisten verslaggevers redacties redacteuren de_redactie"
SHOULD = "zouden moeten moet kunnen doen_er_goed_aan"
WORK = "controleren noteren volgen vragen nagaan vermelden checken navragen vermijden"
ITEMS = "regel item bericht punt detail"
DESERVES = "verdient"
NOTICE = "vermelding controle aandacht opvolging"

FIELDS = """
bron bronnen URL auteur auteurs gepubliceerd publicatie uitgever
"""
FACTS = "datum link links titel adres website"
JUDGED = """
oordeel score beoordeling relevantie sentiment tag tags categorie betrouwbaarheid prioriteit impact belang
toon urgentie risico
"""
