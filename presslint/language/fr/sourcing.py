"""French: voices without a name, for rules on sourcing; de/sourcing.py says what each list is for."""

VOICES = """
experts spécialistes observateurs critiques analystes chercheurs scientifiques études enquêtes sondages
utilisateurs testeurs professionnels rapports recherches statistiques économistes médecins psychologues
historiens juristes climatologues nutritionnistes spécialistes_du_secteur commentateurs politologues
"""
SAY = """
estiment affirment soulignent rapportent indiquent montrent démontrent prévoient recommandent considèrent
notent alertent constatent pensent révèlent suggèrent confirment craignent prédisent jugent redoutent saluent
dénoncent critiquent avertissent espèrent anticipent s'attendent pointent mettent_en_garde tablent
s'inquiètent plaident appellent_à évoquent
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
GROUPS = """
investisseurs riverains habitants résidents consommateurs clients fans supporters partisans opposants
détracteurs défenseurs militants associations parents enseignants commerçants joueurs développeurs internautes
agriculteurs syndicats acteurs_du_secteur traders marchés
"""
PAPERS = """
une_étude une_nouvelle_étude une_étude_récente une_récente_étude un_rapport un_nouveau_rapport
un_rapport_récent un_récent_rapport une_enquête une_nouvelle_enquête une_enquête_récente un_sondage
un_nouveau_sondage un_sondage_récent une_analyse une_analyse_récente de_nouvelles_études des_études_récentes
de_récentes_études des_recherches_récentes de_nouvelles_données des_données_récentes
"""
TELL = """
révèle révèlent montre montrent démontre démontrent indique indiquent suggère suggèrent souligne soulignent
confirme confirment alerte alertent estime estiment conclut concluent
"""
HEARSAY = """
il_a_été_dit il_se_dit_que on_dit_que on_raconte_que on_murmure dit-on paraît-il il_paraît_que il_se_murmure d'aucuns certains_estiment certains_pensent
certains_affirment beaucoup_estiment beaucoup_pensent de_source_proche de_sources_proches de_sources_concordantes
selon_certaines_sources selon_plusieurs_sources selon_des_sources la_rumeur_veut
"""
VOICES_BEFORE = ""
AFTER = ""
