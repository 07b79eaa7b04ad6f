"""French: words with which copy announces a list, and subheads that promise one; de/announcing.py says what each is for."""

THINGS = """
raisons façons choses points étapes questions réponses facteurs conseils objectifs mesures conditions revendications options
exemples avantages inconvénients risques phases piliers règles leçons erreurs faits possibilités critères causes mythes idées
recommandations principes propositions priorités astuces enseignements signes défis axes moyens
"""
THESE = "ces les_suivants les_suivantes"
LISTING = "suivants: suivantes: suivant: ce_qui_suit: à_savoir: comprend: comprennent: notamment: par_exemple: tels_que: telles_que: comme_suit:"
LAST = "tels_que telles_que notamment à_savoir par_exemple comme_par_exemple"
FURNITURE = "lire à_lire voir à_voir photo photos source sources correction note vidéo écouter contact rédaction texte par mise_à_jour"
SAYING = "dit déclare déclaré écrit demande demandé répond répondu explique expliqué ajoute ajouté lance"
TOLD = "ces les ses des moins plus près"
SOME = "dont notamment parmi par_exemple"
AND = "et ou ainsi_que"
HARD = """
Chronologie | Les dates clés | Dates clés | Les dates importantes | En bref | Les points clés | Points clés | Les points essentiels
En chiffres | Les chiffres clés | Chiffres clés | Étape par étape | Nos conseils | Conseils | Ingrédients | Avantages et inconvénients
Les avantages et les inconvénients | Questions fréquentes | Foire aux questions | Glossaire | Gagnants et perdants | Liste de contrôle
"""
