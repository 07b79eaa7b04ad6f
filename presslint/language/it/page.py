"""Italian: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
condividi questo articolo
condividi l'articolo
condividi
condividi su facebook
copia link
leggi tutto
leggi anche
leggi di più
continua a leggere
scopri di più
articoli correlati
ti potrebbe interessare
potrebbe interessarti
potrebbero interessarti
iscriviti alla newsletter
iscriviti alla nostra newsletter
lascia un commento
commenti
pubblicità
annuncio
torna su
torna alla home
torna al blog
articolo successivo
articolo precedente
impostazioni cookie
accetta i cookie
accetta tutti i cookie
questo sito utilizza i cookie
questo sito utilizza cookie
tutti i diritti riservati
seguici
seguici sui social
stampa articolo
ascolta l'articolo
vai al contenuto
"""
TIMES = """
min di lettura
minuti di lettura
tempo di lettura
"""
CALLS = """
restate sintonizzati
resta aggiornato
rimani aggiornato
restate aggiornati
iscriviti
a domani
seguici
"""
COUNTS = """
articoli
notizie
fonti
argomenti
temi
categorie
sezioni
"""
