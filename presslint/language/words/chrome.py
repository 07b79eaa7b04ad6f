"""What a page says around its article: times, consent, calls to read on; data, a line a language."""

from __future__ import annotations

# labels of a time: “Updated 4 May 2026”, “Stand: …”
TIME_LABELS = (
    ("first published", "published", "posted", "updated", "last updated", "last modified", "modified", "publication date"),
    ("stand", "akt\\.?", "aktualisiert(?: am)?", "publiziert(?: am)?", "(?:zuerst |artikel )?veröffentlicht(?: am)?"),
    ("letzte(?:s)? (?:änderung|aktualisierung|update)", "erschienen(?: am)?", "online seit"),
    ("publié(?:e)?(?: le)?", "mis(?:e)? à jour(?: le)?", "modifié(?: le)?", "créé(?: le)?"),
    ("actualizad[oa](?: (?:a|el))?", "publicad[oa](?: (?:a|el|em))?", "atualizad[oa](?: em)?", "modificad[oa]"),
    ("pubblicato(?: il)?", "aggiornato(?: il)?", "ultima modifica", "ultimo aggiornamento"),
    ("gepubliceerd(?: op)?", "bijgewerkt(?: op)?", "laatst gewijzigd", "laatste update"),
    ("offentliggjort", "publisert", "oppdatert", "sist oppdatert", "opdateret", "publicerad", "uppdaterad"),
    ("opublikowano", "aktualizacja", "publikacja", "data publikacji", "aktualizováno", "publikováno"),
    ("giriş", "güncelleme", "опубликовано", "обновлено", "опубліковано", "оновлено"),
    ("입력", "수정", "등록", "승인", "公開", "更新", "配信", "发布", "发布时间", "更新时间"),
)  # fmt: skip
# what opens a line or a box that leads to another page
LEADS_ELSEWHERE = (
    ("read more", "read also", "read next", "also read", "see also", "more:", "related(?: \\w+)?:", "related"),
    ("you (?:may|might)(?: also)? like", "don.t miss", "up next", "what to read next", "most (?:read|popular)"),
    ("more (?:from|on|about|stories|in)", "recommended", "watch:", "related (?:stories|articles|content|posts|coverage)"),
    ("lesen sie (?:auch|hier|mehr|dazu)", "auch interessant", "mehr zum thema", "lesen sie auch", "zum thema"),
    ("das könnte sie auch interessieren", "mehr dazu", "weitere (?:artikel|nachrichten|themen|informationen)"),
    ("lire aussi", "à lire (?:aussi|également)", "lisez aussi", "voir aussi", "sur le même sujet"),
    ("lee también", "le puede interesar", "te puede interesar", "más información", "relacionad[oa]s?"),
    ("leia (?:também|mais)", "saiba mais", "veja também", "leggi anche", "leggi (?:di più|tutto)", "approfondisci"),
    ("lees ook", "lees meer", "les også", "les mer", "læs også", "läs (?:också|även|mer)", "czytaj (?:także|też|więcej)"),
    ("zobacz (?:także|też|również)", "přečtěte si", "čtěte také", "читайте также", "читайте також"),
    ("関連記事", "あわせて読みたい", "おすすめ", "관련기사", "관련 기사", "相关阅读", "推荐阅读", "延伸閱讀"),
)  # fmt: skip
# what stands in the place of an embed that waits for consent, and what scripts leave where they do not run
CONSENT = (
    ("external content", "we need your consent", "enable javascript", "allow cookies", "accept (?:all )?cookies"),
    ("this content is (?:hosted|provided) by", "to view this (?:content|video|post)", "your browser does not support"),
    ("externe[nr]? inhalt", "empfohlener redaktioneller inhalt", "inhalte? von drittanbietern", "personenbezogene daten"),
    ("damit einverstanden, dass", "aktivieren sie javascript", "akzeptieren sie", "ihre (?:zustimmung|einwilligung)"),
    ("contenu (?:externe|bloqué)", "accepter les cookies", "consentement", "activer javascript"),
    ("contenido externo", "aceptar (?:las )?cookies", "conteúdo externo", "aceitar cookies"),
    ("contenut[oi] estern[oi]", "accetta (?:i )?cookie", "externe inhoud", "cookies accepteren"),
    ("eksternt innhold", "eksternt indhold", "externt innehåll", "zaakceptuj pliki cookie"),
)  # fmt: skip
# words of a class that name the words under a picture, and the box around both
CAPTION_WORDS = frozenset(
    "caption captions imagecaption cutline bildunterschrift bildtext bildzeile legende legenda didascalia "
    "pie-de-foto piefoto bijschrift billedtekst bildetekst podpis credit credits imageinfo".split()
)
PICTURE_WORDS = frozenset(
    "image images img photo photos picture pictures foto fotos bild bilder figure gallery media "
    "bildergalerie galerie imagen imagem immagine afbeelding zdjecie".split()
)
# what the ways through a site are called, in a row of them
SECTIONS = frozenset(
    "home news world business sport sports weather politics opinion about contact blog articles archive archives tags "
    "categories events culture technology tech science health lifestyle travel entertainment local national login search "
    "accueil actualités startseite nachrichten inicio noticias início notícias kontakt contacto contatti nieuws".split()
)
