"""Spellings without marks that a language does not have, and endings of that kind, with how it writes them.

No word of the language is spelt so, so that one that stands in a text has lost its mark: no “publico”,
which Spanish has as a verb; nor of English, such as “session”.
"""

from __future__ import annotations

from collections.abc import Mapping

# the word without its mark: the word with it
UNMARKED: Mapping[str, Mapping[str, str]] = {
    "es": {
        "tambien": "también", "sesion": "sesión", "articulo": "artículo", "articulos": "artículos", "numeros": "números",
        "politica": "política", "politicas": "políticas", "politico": "político", "politicos": "políticos",
        "tecnologia": "tecnología", "tecnologias": "tecnologías", "economia": "economía",
        "economico": "económico", "economica": "económica", "economicos": "económicos", "energia": "energía",
        "ultimas": "últimas", "ultimos": "últimos", "despues": "después", "ademas": "además", "analisis": "análisis",
        "categoria": "categoría", "categorias": "categorías", "pais": "país", "paises": "países",
        "espanol": "español", "espana": "España", "pagina": "página", "paginas": "páginas", "dia": "día",
        "dias": "días", "electronico": "electrónico", "medica": "médica", "codigo": "código", "credito": "crédito",
    },
    "pt": {
        "nao": "não", "sao": "são", "tambem": "também", "voce": "você", "politica": "política", "politicas": "políticas", "economico": "econômico", "economica": "econômica",
        "saude": "saúde", "conteudo": "conteúdo", "codigo": "código", "ultimas": "últimas",
        "ultimos": "últimos", "inteligencia": "inteligência", "noticia": "notícia",
    },
    "fr": {
        "etre": "être", "apres": "après", "tres": "très", "deja": "déjà", "meme": "même", "societe": "société",
        "securite": "sécurité", "actualite": "actualité", "actualites": "actualités", "economie": "économie",
        "energie": "énergie", "qualite": "qualité", "sante": "santé", "numerique": "numérique",
        "donnees": "données", "modele": "modèle", "modeles": "modèles", "annee": "année", "annees": "années",
        "prevu": "prévu", "prevue": "prévue", "necessaire": "nécessaire", "probleme": "problème",
        "problemes": "problèmes", "ecole": "école", "ecoles": "écoles", "etat": "état", "etats": "états",
        "ministere": "ministère", "reseau": "réseau", "reseaux": "réseaux", "developpement": "développement",
        "europeen": "européen", "europeenne": "européenne", "francais": "français", "francaise": "française",
        "interet": "intérêt", "resultat": "résultat", "resultats": "résultats", "interieur": "intérieur",
        "egalement": "également", "medecin": "médecin", "medecins": "médecins", "decembre": "décembre",
        "fevrier": "février", "ete": "été", "systeme": "système", "derniere": "dernière", "etude": "étude", "etudes": "études",
    },
    "it": {
        "perche": "perché", "piu": "più", "cosi": "così", "puo": "può", "citta": "città", "novita": "novità",
        "qualita": "qualità", "societa": "società", "attivita": "attività", "universita": "università",
        "possibilita": "possibilità", "poiche": "poiché",
    },
}  # fmt: skip
# the ending without its mark, and with it
UNMARKED_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "es": (("cion", "ción"),),
    "pt": (("cao", "ção"), ("coes", "ções")),
}
# words without an accent that are words of their own beside one that has it: wurde and würde
BOTH_WORDS = frozenset(
    "wurde wurden konnte konnten hatte hatten waren musste mussten durfte durften mochte mochten fordern fordert forderte "
    "zahlen zahlt zahlte drucken druckt druckte schwule fallen fallt laufen".split()
)
