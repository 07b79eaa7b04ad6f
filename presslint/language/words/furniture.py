"""What pages call and say of their furniture, in the languages of the main newsrooms; data, a line a language.

English names of classes stand on every page, whatever its language, so nothing here is asked for by language.
"""

from __future__ import annotations

# words of a class or id that name furniture wherever they stand in the name: “share-buttons”, “post-comments”
NAMED_ANYWHERE = frozenset(
    "advert adverts advertisement advertising adsense adslot dfp gpt breadcrumb breadcrumbs comment comments "
    "commenting commentlist disqus share sharing sharebar sharebuttons sharetools social socials addthis "
    "sharedaddy shareaholic followus related relatedposts recirc recirculation recommended recommendations "
    "recommendation outbrain taboola newsletter newsletters subscribe subscription signup regwall mostread "
    "mostpopular morenews trending cookie cookies consent gdpr onetrust pagination prevnext authorbio "
    "aboutauthor editsection navbar copyright "
    # German, Dutch, the Nordic languages
    "werbung anzeige kommentar kommentare teilen verwandt verwandte empfehlungen weiterlesen mehrzum "
    "advertentie reacties delen gerelateerd annonse annons annonce kommentarer del dela relaterade relatert "
    # French, Spanish, Portuguese, Italian
    "publicite commentaires partage partager reseaux recommandations "
    "publicidad publicidade comentarios compartir compartilhar relacionadas relacionados relacionado "
    "pubblicita commenti condividi condivisione correlati correlate "
    # Polish
    "reklama komentarze udostepnij polecane powiazane".split()
)
# words that name furniture where they are what the name ends with: “article-sidebar”, but not “sidebar-grid”
NAMED_LAST = frozenset(
    "ad ads banner discussion responses respond follow recirculate teaser teasers promo promos promotion "
    "paywall nav navigation menu menus footer masthead sidebar sidebars skip skiplink skipnav pager popup "
    "modal overlay lightbox tooltip widget widgets rail rss print toolbar tools popular sponsor sponsored "
    "visuallyhidden noprint screenreader sronly toc hatnote navbox upsell cta poll quiz ticker player videoplayer carousel playlist paywall piano "
    "fusszeile seitenleiste pied".split()
)
# two words in a row
NAMED_TOGETHER = frozenset(
    {
        *(("most", word) for word in "read popular viewed shared commented".split()),
        *(("read", word) for word in "more next also".split()),
        *(("more", word) for word in "from stories news on like articles posts".split()),
        *((first, second) for first in ("up", "see") for second in ("next", "also")),
        *(("you", word) for word in ("may", "might")),
        *(("inline", word) for word in ("promo", "related")),
        *((first, second) for first in ("site", "page") for second in ("header", "footer", "nav")),
        *(("global", word) for word in ("header", "nav")),
        *(("author", word) for word in "bio box info card about".split()),
        *(("mw", word) for word in ("editsection", "jump")),
        ("sr", "only"), ("screen", "reader"), ("print", "only"), ("visually", "hidden"), ("tag", "cloud"),
        ("post", "nav"), ("back", "to"), ("skip", "to"), ("skip", "link"), ("audio", "player"),
        ("lire", "aussi"), ("leggi", "anche"), ("lee", "tambien"), ("leia", "mais"), ("saiba", "mais"),
        ("mehr", "zum"), ("lees", "ook"), ("les", "ogsa"), ("czytaj", "takze"), ("zobacz", "takze"),
    }
)  # fmt: skip
# what a name may end with and still be called by the word before it: “share-container”
CONTAINERS = frozenset(
    "container containers wrapper wrap wrapping box boxes block blocks section module mod list lists item items "
    "inner outer holder area zone slot unit component group panel widget bar buttons button links link icon "
    "icons content title heading headline header label text body card cards desktop mobile tablet top bottom "
    "form message notice embed element region aside m l s xl xs lg md sm".split()
)
# words that open the name of a state or a modifier and not of a thing: “has-ads”, “overflow-hidden”
STATES = frozenset(
    "has is no not with without enable enabled disable disabled show shows use uses js overflow can should "
    "wp-has type format category status".split()
)
# what a page calls the article, which makes a name of furniture beside it mean less
CALLED_ARTICLE = frozenset("article articlebody story entry post hentry main storybody maincontent".split())
# a part of an address that leads to all articles on a topic
TOPIC_PATHS = frozenset(
    "tag tags topic topics keyword keywords subject subjects "
    "thema themen schlagwort schlagworte stichwort stichworte themenseite onderwerp onderwerpen trefwoord "
    "tema temas etiqueta etiquetas sujet sujets theme themes mot-cle tema argomento argomenti temi "
    "emne emner amne amnen tagg taggar temat tematy tagi konu etiket".split()
)
# what stands above links to topics, a language a line
TOPICS_CALLED = (
    ("tags", "topics", "all topics", "alle themen", "tous les thèmes", "todos los temas", "(?:related|in this story:?|article|story) topics", "topics in this (?:story|article)"),
    ("filed under", "read more (?:about|on)", "more (?:about|on)(?: this)?", "in this article", "explore more on these topics"),
    ("themen", "schlagw(?:o|ö)rte(?:r)?", "mehr (?:lesen )?(?:über|zu(?:m thema)?)", "mehr zu diesen themen", "themen in diesem artikel"),
    ("thèmes", "sujets", "mots-clés", "plus sur", "en savoir plus sur", "thématiques", "sur le même thème"),
    ("temas", "etiquetas", "más sobre", "mais sobre", "archivado en", "tópicos", "palabras clave"),
    ("temi", "argomenti", "più su", "tag", "onderwerpen", "meer over", "trefwoorden", "lees meer over"),
    ("emner", "les mer om", "mer om", "mere om", "læs mere om", "ämnen", "läs mer om", "tematy", "tagi", "więcej o"),
    ("etiketler", "konular", "теги", "темы", "теми", "태그", "關鍵字", "关键词", "タグ", "キーワード"),
)  # fmt: skip
