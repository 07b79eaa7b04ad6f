"""Names by which a line is known to name an outlet: how such names end, and those that end otherwise."""

from __future__ import annotations

# a name of two words and more in capitals that ends with one of these
OUTLET_ENDS = frozenset(
    "news times herald tribune gazette chronicle journal telegraph post newsroom newswire bulletin courier "
    "zeitung tageblatt nachrichten rundschau anzeiger tagblatt kurier magazin "
    "diario noticias periódico jornal notícias gazeta folha corriere giornale gazzetta notizie "
    "nieuws dagblad krant courant nieuwsblad actualités quotidien".split()
)
# or with one of these, as German and Dutch join them
OUTLET_TAILS = ("zeitung", "nachrichten", "tageblatt", "anzeiger", "dagblad", "nieuws", "courant")
# words in a line that ends so and is no name: “some good news”
NO_NAME = frozenset(
    "good bad great more latest breaking big fake hard old our the end some no all best worst happy other these those "
    "first last modern difficult tough early recent blog guest weekly daily buenas malas últimas dernières gute schlechte".split()
)
# whole names, in small letters
OUTLET_NAMES = frozenset(
    (
        "reuters", "ap news", "associated press", "bbc", "bbc news", "cnn", "cnbc", "nbc news", "cbs news", "abc news", "fox news",
        "bloomberg", "bloomberg.com", "forbes", "techcrunch", "the verge", "wired", "ars technica", "engadget", "zdnet", "cnet",
        "the guardian", "the independent", "the economist", "financial times", "npr", "al jazeera", "politico", "axios",
        "euronews", "the hill", "business insider", "venturebeat", "mashable", "gizmodo", "the register", "yahoo finance",
        "yahoo news", "msn", "usa today", "the washington post", "washington post", "the new york times", "new york times", "nature",
        "le monde", "le figaro", "libération", "franceinfo", "ouest-france", "20 minutes", "der spiegel", "spiegel", "spiegel online",
        "die zeit", "zeit online", "tagesschau", "n-tv", "stern", "focus", "focus online", "heise", "heise online", "golem",
        "golem.de", "t-online", "handelsblatt", "el país", "el mundo", "abc", "la vanguardia", "infobae", "marca", "rtve",
        "rtve.es", "repubblica", "la repubblica", "la stampa", "ansa", "ansa.it", "corriere.it", "nos", "nu.nl", "de telegraaf",
        "de volkskrant", "nrc", "ad.nl", "tweakers", "g1", "globo", "uol", "folha de s.paulo", "público", "observador", "xinhua",
        "times of india", "the times of india", "ndtv", "the hindu", "hindustan times", "south china morning post", "livemint", "mint",
    )
)  # fmt: skip
