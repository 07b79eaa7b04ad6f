"""Dutch: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
deel dit artikel
dit artikel delen
artikel delen
deel dit bericht
deel op facebook
link kopiëren
lees meer
lees verder
lees ook
meer lezen
verder lezen
gerelateerde artikelen
gerelateerde berichten
meer over dit onderwerp
dit vind je misschien ook leuk
abonneer je op onze nieuwsbrief
schrijf je in voor onze nieuwsbrief
meld je aan voor onze nieuwsbrief
laat een reactie achter
geef een reactie
plaats een reactie
reacties
advertentie
tekst loopt door onder de advertentie
artikel gaat verder onder de advertentie
terug naar boven
terug naar home
terug naar blog
volgend artikel
vorig artikel
cookie instellingen
cookies accepteren
alle cookies accepteren
deze website gebruikt cookies
deze site gebruikt cookies
alle rechten voorbehouden
volg ons
volg ons op sociale media
artikel printen
beluister dit artikel
ga naar inhoud
"""
TIMES = """
min leestijd
minuten leestijd
leestijd
min lezen
"""
CALLS = """
blijf op de hoogte
blijf kijken
abonneer je
schrijf je in
tot morgen
volg ons
"""
COUNTS = """
artikelen
berichten
nieuwsberichten
bronnen
onderwerpen
thema's
categorieën
rubrieken
"""
