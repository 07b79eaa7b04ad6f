"""French: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
partagez cet article
partager cet article
partager l'article
partager
partager sur facebook
copier le lien
lire la suite
lire plus
lire aussi
à lire aussi
lire également
à lire également
en savoir plus
voir plus
sur le même sujet
articles similaires
articles liés
articles connexes
vous aimerez aussi
cela pourrait vous intéresser
abonnez-vous à notre newsletter
inscrivez-vous à notre newsletter
abonnez-vous
s'abonner
recevez notre newsletter
laisser un commentaire
laissez un commentaire
commentaires
publicité
annonce
la suite après la publicité
la suite après cette publicité
retour en haut
retour à l'accueil
retour au blog
article suivant
article précédent
paramètres des cookies
accepter les cookies
tout accepter
ce site utilise des cookies
tous droits réservés
suivez-nous
suivez-nous sur les réseaux sociaux
imprimer cet article
écouter cet article
aller au contenu
"""
TIMES = """
min de lecture
minutes de lecture
temps de lecture
"""
CALLS = """
restez connectés
restez à l'écoute
restez informés
abonnez-vous
à demain
suivez-nous
"""
COUNTS = """
articles
actualités
sources
sujets
thèmes
catégories
rubriques
liens
brèves
"""
