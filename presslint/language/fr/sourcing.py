"""French: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
experts spécialistes observateurs critiques analystes chercheurs scientifiques études enquêtes sondages
utilisateurs testeurs professionnels rapports recherches statistiques
"""
SAY = """
estiment affirment soulignent rapportent indiquent montrent démontrent prévoient recommandent considèrent
notent alertent constatent pensent révèlent suggèrent confirment craignent
"""
FRAMES = "selon d'après"
LOOSE = "les des certains plusieurs de nombreux nombreuses récentes récents la plupart"
WITH_BODY = "de du des d' à chez au aux en"
BARE = """
il_est_prouvé_que il_est_largement_reconnu il_est_communément_admis est_régulièrement_citée
est_régulièrement_cité est_considéré_comme_l'un est_considérée_comme_l'une scientifiquement_prouvé
des_études_montrent
"""
CITES = """
selon d'après source* étude* sondage* enquête* rapport* statistique* indique* déclare* affirme* Insee
institut*
"""
