"""French: what copy says of its own making; en/making.py says how it is written."""

HANDED = "fourni fournis fournie fournies partagé* mis_à_disposition collé*"
HANDED_BY = "par à dans lors aux au en sur avec"
TEXTS = """
article* texte* source* contenu* extrait* transcription* lien* URL contexte passage*
"""
ARTICLES = """
texte_de_l'article contenu_de_l'article article_source article_original article_complet texte_intégral texte_source article* transcription*
corps_de_l'article
"""
IN_IT = "dans de à"
NOTS = "ne n' pas aucun* sans ni insuffisant* non"
HOLDS = """
contient contenait contiennent mentionne* précise* indique* fourni* donne* comporte* permet* inclut incluent présente* cite* propose* détaille*
figure* apparaît information* suffisant* suffisamment d'information* décri* évoque* aborde* offre*
"""
REACHED = "accessible* disponible* consultable* lisible* récupéré* chargé* ouvert* lu* trouvé* extrait* fourni* accéder récupérer inclus*"
UNREACHED = "inaccessible* indisponible* illisible* vide vides incomplet* tronqué* bloqué*"
LIMITED = "se_limite* se_compose_uniquement semble_être semble_n'être contient_uniquement contient_seulement se_résume_à"
CANNOT = """
je_ne_peux_pas je_ne_peux je_ne_puis je_ne_suis_pas_en_mesure_de je_n'ai_pas_pu je_n'ai_pas_accès je_suis_dans_l'impossibilité_de
je_n'ai_pas_été_en_mesure_de il_m'est_impossible_de nous_ne_sommes_pas_en_mesure_de
"""
REACH = "accéder ouvrir consulter récupérer lire charger accès"
TASKS = "résumer traduire générer produire créer extraire analyser rédiger fournir écrire réaliser reformuler établir"
PRODUCTS = "résumé* article* texte* contenu* titre* synthèse* traduction* lien* URL transcription* analyse*"
NO_PRODUCT = (
    "n'est_pas_possible impossible* n'est_pas_disponible indisponible* n'a_pas_pu_* ne_peut_être_* n'a_pu_*"
)
SUMMARIES = "résumé synthèse"
IFS = "si s'il lorsque quand"
IMPOSSIBLE = "impossible_de impossible_d' incapable_de"
PLEASE = "veuillez merci_de pourriez-vous pouvez-vous peux-tu pourrais-tu s'il_vous_plaît"
GIVE = "fournir partager coller envoyer transmettre copier fournissez communiquer"
WANTED = """
texte_de_l'article contenu_de_l'article texte_complet article_complet texte_intégral l'article texte_source
"""

THIS = "cet ce cette"
PIECES = "article* texte* contenu* page* billet* résumé* synthèse* publication* post newsletter traduction"
MADE = "généré* rédigé* créé* écrit* produit* traduit* compilé* publié* résumé*"
AUTO = "automatiquement automatique automatisé*"
BY = "par avec via grâce_à"
HELP = "données aide assist* appui"
PEOPLE = "relu* vérifié* rédaction journaliste* humain* éditeur* rédacteur* édité* contrôlé*"
SOURCES = "source sources"

GENERATED = "généré* autogénéré* auto-généré* propulsé*"
BUILT = "réalisé* conçu* fourni* alimenté* fait* créé* construit*"
COLLECTED = """
collecté* récupéré* extrait* compilé* exporté* traité* transcrit* analysé* recueilli* relevé*
"""
UPDATED = "mis_à_jour mise_à_jour actualisé* modifié* publié*"

RECORD = """
modèle modèle_utilisé prompt prompts jetons tokens température nombre_de_mots pipeline agent généré_le
généré_par confiance score_de_confiance score_SEO score_qualité outil durée_de_traitement temps_de_traitement
"""
PLAIN = """
statut fichier fichiers version score date source sources auteur longueur langue sortie identifiant tags
étiquettes catégorie mots-clés relu relecture créé type titre
"""

COUNTS = "nombre_de_mots mots total_de_mots"
UNITS = "mots"

DESK = "journalistes rédactions reporters rédacteurs la_rédaction"
SHOULD = "devraient devrait doivent doit pourront pourraient gagneraient_à auraient_intérêt_à"
WORK = """
vérifier noter suivre demander surveiller signaler mentionner relancer creuser éviter préciser interroger
"""
ITEMS = "ligne élément point angle détail brève information"
DESERVES = "mérite vaut"
NOTICE = "mention vérification suivi attention relance examen"

FIELDS = """
source sources URL auteur auteurs auteurice publié publication éditeur
"""
FACTS = "date lien liens titre adresse site"
JUDGED = """
verdict score note pertinence sentiment étiquette étiquettes catégorie confiance priorité impact importance
tonalité fiabilité urgence risque avis
"""
