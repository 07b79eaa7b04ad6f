"""Copy that talks about its own making, in five languages: offers, openings, notes to self, notes on sources.

The shape is the same in each language: a machine's “I” with an offer and a verb of writing, a writer
who is told to choose, an opening that hands over a text, a note on what was “provided”. The verbs and
nouns are lists here; the rows put them together.
"""

from __future__ import annotations

from presslint.language.alternatives import each_with
from presslint.language.phrases import Phrase

# verbs of writing, in the form that follows “I can”
WRITE = {
    "en": (
        "write|rewrite|draft|generate|create|produce|prepare|expand|shorten|tighten|condense|adapt|tailor|adjust|"
        "summari[sz]e|translate|turn|convert|rework|refine|polish|provide|put together|build|compile|outline"
    ),
    "fr": (
        "rédiger|écrire|réécrire|générer|créer|produire|préparer|adapter|reformuler|raccourcir|développer|transformer"
        "|résumer|traduire|proposer|fournir|élaborer|approfondir|ajouter"
    ),
    "de": (
        "schreiben|verfassen|erstellen|formulieren|kürzen|anpassen|umschreiben|überarbeiten|übersetzen|zusammenfassen"
        "|ausarbeiten|umformulieren|erweitern|generieren|ergänzen"
    ),
    "es": (
        "redactar|escribir|reescribir|generar|crear|preparar|adaptar|resumir|acortar|ampliar|traducir|elaborar|"
        "proporcionar|convertir|desarrollar|ajustar"
    ),
    "nl": (
        "schrijven|opstellen|herschrijven|inkorten|aanpassen|vertalen|genereren|samenvatten|uitwerken|maken|uitbreiden"
        "|toevoegen|herformuleren"
    ),
}
# what a writer's helper writes
TEXT = {
    "en": r"(?:version|article|draft|summary|outline|headline|plan|table|list|caption|post|thread|story|itinerary|report|text|section)s?",
    "fr": r"(?:version|article|brouillon|résumé|texte|proposition|traduction|titre|plan|synthèse)s?",
    "de": r"(?:Artikel|Entwurf|Version|Fassung|Text|Zusammenfassung|Übersetzung|Beitrag|Überschrift|Gliederung)",
    "es": r"(?:artículo|borrador|versión|texto|resumen|propuesta|traducción|titular|esquema)",
    "nl": r"(?:artikel|versie|tekst|concept|samenvatting|vertaling|kop|opzet)",
}

WRITE_IN = {
    "pt": "escrever|reescrever|redigir|gerar|criar|preparar|adaptar|resumir|encurtar|ampliar|traduzir|elaborar|transformar",
    "it": "scrivere|riscrivere|redigere|generare|creare|preparare|adattare|riassumere|accorciare|ampliare|tradurre|trasformare",
}
OFFERS = (
    Phrase(
        "offer-in-portuguese",
        rf"\bse (?:quiser|desejar|preferir|precisar),? (?:posso|posso também|também posso|poderia) (?:{WRITE_IN['pt']})",
        ("se quiser", "se desejar", "se preferir", "se precisar"),
        "closer",
    ),
    Phrase(
        "question-in-portuguese",
        r"\b(?:quer|gostaria|deseja) que eu (?:escreva|reescreva|gere|prepare|adapte|resuma|traduza|transforme|elabore)\b",
        (" que eu ",),
        "closer",
    ),
    Phrase(
        "offer-in-italian",
        rf"\bse (?:vuoi|preferisci|desideri|vuole|preferisce|desidera),? (?:posso|posso anche|anche posso|potrei) (?:{WRITE_IN['it']})",
        ("se vuoi", "se preferi", "se desider", "se vuole"),
        "closer",
    ),
    Phrase(
        "question-in-italian",
        r"\b(?:vuoi|vuole|desideri|preferisci) che (?:scriva|riscriva|generi|prepari|adatti|riassuma|traduca|trasformi)\b",
        (" che ",),
        "closer",
    ),
    Phrase(
        "tell-me-and-i-will",
        r"\b(?:tell|give|send) me (?:which|what|whether|if|your|the|how)\b[^.!?\n]{0,80}?\b(?:and|so) I(?:'ll| will| can| could) "
        rf"(?:then |also |happily )?(?:{WRITE['en']})\b",
        ("tell me ", "give me ", "send me "),
        "closer",
    ),
    Phrase(
        "i-can-if-you",
        rf"\bI (?:can|could) (?:also |gladly |then )?(?:{WRITE['en']}) [^.!?\n]{{0,80}}\bif (?:you(?:'d| would)? (?:like|want|prefer|wish|need|tell|share|give)|needed|desired)\b",
        ("i can ", "i could "),
        "closer",
    ),
    Phrase(
        "if-you-tell-me",
        rf"\bif you (?:tell|give|send|share with|provide) me\b[^.!?\n]{{0,80}}\bI(?:'ll| will| can| could) (?:also |then )?(?:{WRITE['en']})\b",
        ("if you tell me", "if you give me", "if you send me", "if you share with me", "if you provide me"),
        "closer",
    ),
    Phrase(
        "would-you-like-a-version",
        r"\b(?:would|do) you (?:like|want|prefer) (?:an?|the|this|it) [^.!?\n]{0,60}\b(?:version|draft|rewrit\w{1,4}|shortened|translated|adapted|tailored)\b[^.!?\n]{0,60}\?",
        each_with(
            ("do you ", "would you "),
            ("like a", "like it", "like th", "want a", "want it", "want th", "prefer a", "prefer it", "prefer th"),
        ),
        "edge",
    ),
    Phrase(
        "offer-in-french",
        rf"\bsi (?:vous|tu) (?:le |la )?(?:voulez|souhaitez|préférez|désirez|veux|souhaites|préfères|désires),? je (?:peux|pourrais|vais)"
        rf" (?:aussi |également |vous |te ){{0,2}}(?:{WRITE['fr']})\b",
        ("si vous ", "si tu "),
        "closer",
    ),
    Phrase(
        "question-in-french",
        r"\b(?:souhaitez-vous|voulez-vous|veux-tu|souhaites-tu|préférez-vous) que je (?:vous |te |le |la |l'|les ){0,2}\w{3,14}\b"
        r"|\bdites-moi [^.!?\n]{0,80}\bet je (?:\w{1,6} ){0,2}(?:rédigerai|écrirai|générerai|préparerai|peux|pourrai|adapterai)\b",
        (" que je ", "dites-moi"),
        "closer",
    ),
    Phrase(
        "offer-in-german",
        rf"\b(?:wenn|falls) (?:du|Sie) (?:es |das )?(?:möchtest|möchten|willst|wollen|wünschst|wünschen),? (?:dann )?(?:kann|könnte|werde) ich\b"
        rf"[^.!?\n]{{0,80}}\b(?:{WRITE['de']})\b",
        ("wenn du ", "wenn sie ", "falls du ", "falls sie "),
        "closer",
    ),
    Phrase(
        "question-in-german",
        rf"\bsoll ich (?:dir |Ihnen |daraus |das |den |die |eine?n? )[^.!?\n]{{0,80}}\b(?:{WRITE['de']})\b"
        rf"|\b(?:möchtest du|möchten Sie),? dass ich\b|\b(?:sag|sagen Sie) mir\b[^.!?\n]{{0,80}}\b(?:schreibe|erstelle|verfasse|formuliere) ich\b",
        ("soll ich ", " dass ich", "sag mir", "sagen sie mir"),
        "closer",
    ),
    Phrase(
        "offer-in-spanish",
        rf"\bsi (?:lo |la |así )?(?:deseas?|quieres?|prefieres?|necesitas?|te interesa),? (?:también )?(?:puedo|podría) (?:{WRITE['es']})",
        ("si ",),
        "closer",
    ),
    Phrase(
        "question-in-spanish",
        r"¿(?:quieres|deseas?|te gustaría|quiere|prefieres?|le gustaría) que (?:te |le |lo |la ){0,2}(?:redacte|escriba|reescriba|genere|prepare|adapte|"
        r"resuma|convierta|amplíe|traduzca|acorte|elabore)\b"
        r"|\b(?:dime|indícame|dígame) [^.!?\n]{0,80}\by (?:te |le |lo )?(?:redacto|escribo|genero|preparo|puedo|elaboro)\b",
        ("dime ", "dígame ", "indícame ", "¿desea", "¿le gustaría", "¿prefiere", "¿quiere", "¿te gustaría"),
        "closer",
    ),
    Phrase(
        "offer-in-dutch",
        rf"\b(?:als|indien) (?:je|u|jij) (?:dat |het )?(?:wilt|wil|wenst|liever hebt),? (?:dan )?(?:kan|zou|zal) ik\b[^.!?\n]{{0,80}}\b(?:{WRITE['nl']})\b",
        ("als je ", "als u ", "als jij ", "indien "),
        "closer",
    ),
    Phrase(
        "question-in-dutch",
        r"\b(?:wil je|wilt u|wil jij) dat ik [^.!?\n]{0,80}\b(?:schrijf|maak|herschrijf|inkort|aanpas|vertaal|opstel|uitwerk)\b",
        (" dat ik ",),
        "closer",
    ),
    Phrase(
        "let-me-know-in-dutch",
        r"\blaat (?:het )?(?:me|mij) (?:maar )?weten\b[^.!?\n]{0,80}\b(?:schrijf|maak|herschrijf|vertaal|pas) ik\b",
        ("laat me ", "laat het m", "laat mij "),
        "closer",
    ),
    Phrase(
        "gladly-here-is",
        r"^\W{0,3}(?:bien sûr|certainement|natürlich|gerne|klar|claro|por supuesto|natuurlijk|zeker|prima)\W{1,3}"
        r"(?:voici|hier ist|hier is|aquí (?:tienes|está|te dejo|tiene))\b",
        ("voici", "hier is", "aquí "),
        "opener",
    ),
    Phrase(
        "here-is-in-other-words",
        rf"^\W{{0,3}}(?:voici|hier ist|hier is|aquí (?:tienes|está|te dejo|tiene)) [^.!?\n:]{{0,60}}\b(?:{TEXT['fr']}|{TEXT['de']}|{TEXT['es']}|{TEXT['nl']})\b",
        ("voici", "hier is", "aquí "),
        "opening",
    ),
    Phrase(
        "here-is-the-text",
        r"^\W{0,3}here(?:'s| is) (?:an?|the|your) (?:(?:[\w'-]{1,20} ){0,4}?(?:article|draft|rewrite|blog post|news story)"
        r"|(?:revised|rewritten|updated|shortened|edited|expanded|improved) (?:version|summary|text))\b",
        ("here's a", "here's the ", "here's your ", "here is a", "here is the ", "here is your "),
        "opening",
    ),
)  # fmt: skip

# working notes without a tag, at the head of an article
REASONING = (
    Phrase(
        "okay-i-need-to",
        r"^\W{0,3}(?:okay|ok|alright|hmm|right|so|first)\b[,.!]? (?:so |let's see[,.] |now ){0,2}"
        r"(?:(?:I (?:need|have|should|want|must) (?:to )?|I'll |let me )(?:now |first |start by )?"
        r"(?:write|rewrite|rewriting|draft|drafting|summari[sz]e|craft|generate|produce|tackle this|break this down)\b|the user\b|the prompt\b)",
        ("i have ", "i must ", "i need ", "i should ", "i want ", "i'll ", "let me ", "the prompt", "the user"),
        "reasoning",
    ),
    Phrase(
        "the-user-wants",
        r"^\W{0,3}(?:the user|the prompt|the task) (?:wants|asked|asks|is asking|needs|has asked|has provided|provided|says|requests|requested|is)\b"
        r"[^.!?\n]{0,100}\b(?:me|articles?|summary|summari[sz]e|rewrit\w{1,4}|write|headlines?|translat\w{1,5}|blog|post|story|text|news|words|tone)\b",
        each_with(
            ("the user", "the prompt", "the task"),
            (" wants", " ask", " is", " need", " has", " provided", " says", " request"),
        ),
        "reasoning",
    ),
    Phrase(
        "i-need-to-write",
        r"^\W{0,3}(?:I (?:need|have|should|am asked|was asked) (?:to )?(?:now )?|let me (?:now |first |start by |try to )?|we need to )"
        r"(?:write|rewrite|rewriting|draft|drafting|summari[sz]e|translate|produce|generate|craft|count the words|structure)\b[^.!?\n]{0,60}"
        r"\b(?:article|summary|story|headline|post|text|draft|words|version|piece|paragraphs?)\b",
        ("i need ", "i have ", "i should ", "i am asked ", "i was asked ", "let me ", "we need to "),
        "reasoning",
    ),
    Phrase(
        "user-in-other-words",
        r"^\W{0,3}(?:o usuário (?:quer|pede|solicita)|l'utente (?:vuole|chiede)|l'utilisateur (?:veut|demande|souhaite)|der (?:nutzer|benutzer) (?:möchte|will|bittet|fragt)|el usuario (?:quiere|pide|solicita)"
        r"|de gebruiker (?:wil|vraagt))\b[^.!?\n]{0,100}\b(?:article|résum\w{1,4}|artikel|artigo|articolo|testo|text\w?|texte|artículo|resumen|tekst|samenvatting|zusammenfassung)\b",
        ("o usuário ", "l'utente ", "l'utilisateur ","der nutzer ", "der benutzer ", "el usuario ", "de gebruiker "),
        "reasoning",
    ),
)  # fmt: skip

# what was handed to the writer: nobody but the one who handed it over knows what is meant
PROVIDED = each_with(
    ("provided", "supplied"),
    (
        *(
            " source",
            " article",
            " snippet",
            " excerpt",
            " context",
            " transcript",
            " search results",
            " input",
        ),
        *(" passage", " data", " info", " material", " document", " text", " facts", " details"),
    ),
)
SOURCES_EN = r"(?:source(?: (?:material|text|article|document)s?|s)?|articles?|snippets?|excerpts?|context|transcripts?|search results|inputs?|passages?)"
NOTES = (
    Phrase(
        "provided-sources",
        rf"\b(?:based (?:solely |only |exclusively |entirely |strictly )?(?:up)?on|according to|from|using|drawn from|in|within) (?:the )?(?:provided|supplied) "
        rf"{SOURCES_EN}\b",
        PROVIDED,
        "provided",
    ),
    Phrase(
        "provided-data",
        r"\b(?:based (?:solely |only |exclusively |entirely |strictly )?(?:up)?on|according to|not (?:included|mentioned|given|available|specified|stated) in) "
        r"(?:the |your )?(?:provided|supplied) (?:data(?:set)?|information|materials?|documents?|text|facts|details)\b",
        PROVIDED,
        "provided",
    ),
    Phrase(
        "provided-do-not-say",
        rf"\bthe (?:(?:provided|supplied) (?:{SOURCES_EN}|data|information|materials?|text|documents?)|source (?:material|text)s?|prompt) "
        r"(?:do(?:es)?(?: not|n't)|did(?: not|n't)) (?:explicitly |specifically )?(?:mention|specify|state|include|provide|name|say|contain|give|identify|list|detail)\b",
        (*PROVIDED, "the source material", "the source text", "the prompt"),
        "provided",
    ),
    Phrase(
        "nothing-invented",
        r"\bno (?:\w{2,14} ){0,2}(?:quotes?|quotations?|facts?|figures?|names?|details?|statistics?|sources?|information|data|events?|numbers?|claims?) "
        r"(?:or \w{3,12} )?(?:(?:was|were|has been|have been) )?(?:invented|fabricated|made up|hallucinated)\b",
        ("invented", "fabricated", "made up", "hallucinated"),
        "invented",
    ),
    Phrase(
        "written-from-snapshot",
        r"\b(?:data|source|feed|API|knowledge) snapshot (?:of|from|taken|dated|as of|date|time|used|id)\b|\bas of (?:the|this) (?:data )?snapshot\b"
        r"|\bsnapshot (?:data|of the provided)\b",
        ("snapshot",),
        "invented",
    ),
    Phrase(
        "provided-in-french",
        r"\b(?:d'après|selon|sur la base des?|à partir des?|basée?s? sur|dans) (?:les |l'|la )?(?:sources|données|informations|éléments|documents|extraits|textes?)"
        r" (?:qui (?:m'ont|nous ont) été )?fourni(?:e?s?)\b(?! (?:par|à|dans|lors|aux?)\b)"
        r"|\b(?:sources|données|informations|éléments) fourni(?:e?s?) ne (?:précisent|mentionnent|indiquent|permettent|contiennent)\b",
        (" fourni",),
        "provided",
    ),
    Phrase(
        "provided-in-german",
        r"\b(?:auf (?:der )?(?:Basis|Grundlage)|laut|gemäß|basierend auf|nach|aus|in) (?:der |den |die )?(?:bereitgestellten|gelieferten|zur Verfügung gestellten|übermittelten)"
        r" (?:Quellen|Daten|Informationen|Angaben|Artikeln?|Texten?|Unterlagen|Materialien?)\b"
        r"|\b(?:bereitgestellten|gelieferten|übermittelten) (?:Quellen|Informationen|Texte|Artikel) (?:nennen|enthalten|erwähnen|geben|machen) (?:keine|nicht)\b",
        ("bereitgestellten ", "gelieferten ", "zur verfügung gestellten ", "übermittelten "),
        "provided",
    ),
    Phrase(
        "provided-in-spanish",
        r"\b(?:según|con base en|a partir de|basad[oa]s? en|de acuerdo con|en) (?:las? |los? |el )?(?:fuentes?|datos|informaci(?:ón|ones)|documentos?|textos?|extractos?)"
        r" (?:proporcionad|facilitad|suministrad|aportad)[oa]s?\b(?! (?:por|a|en|al)\b)"
        r"|\bfuentes (?:proporcionadas|facilitadas|suministradas) no (?:especifican|mencionan|indican|incluyen)\b",
        (" proporcionad", " facilitad", " suministrad", " aportad"),
        "provided",
    ),
    Phrase(
        "provided-in-dutch",
        r"\b(?:op basis van|volgens|uit|in|gebaseerd op) (?:de |het )?(?:aangeleverde|verstrekte|meegeleverde|aangereikte|gegeven) "
        r"(?:bronnen|gegevens|informatie|artikelen|teksten|tekst|documenten|materiaal)\b(?! (?:door|aan|van)\b)"
        r"|\b(?:aangeleverde|verstrekte) bronnen (?:vermelden|noemen|geven|bevatten) (?:geen|niet)\b",
        ("aangeleverde ", "verstrekte ", "meegeleverde ", "aangereikte ", "gegeven "),
        "provided",
    ),
    Phrase(
        "read-in-a-snippet",
        r"\b(?:via|vía|per|über|par|through|only from) (?:\w{1,6} )?(?:search[- ](?:result )?snippets?|snippets? de (?:búsqueda|recherche|busca)"
        r"|snippet di ricerca|Such-?[Ss]nippets?|zoek-?snippets?)\b"
        r"|\b(?:blocked|bloqueó|bloqueaba|bloqueou|bloque|bloquait|blockierte?|blokkeert|blokkeerde|blocca|bloccava) (?:the |el |o |l'|den |de )?"
        r"(?:direct access|acceso directo|acesso direto|accès direct|direkten Zugriff|directe toegang|accesso diretto)\b",
        ("snippet", "direct access", "acceso directo", "acesso direto", "accès direct", "direkten zugriff", "directe toegang", "accesso diretto"),
        "provided",
    ),
    Phrase(
        "invented-in-other-words",
        r"\b(?:aucune?|pas de) (?:citations?|données?|informations?|sources?|chiffres?|faits?) (?:n'(?:a|ont) été )?(?:inventée?s?|fabriquée?s?)\b"
        r"|\bkeine (?:Zitate|Fakten|Zahlen|Angaben|Quellen) (?:wurden )?(?:erfunden|hinzugedichtet)\b"
        r"|\bno se (?:ha|han) inventado\b|\bgeen (?:citaten|feiten|cijfers|bronnen) (?:zijn )?verzonnen\b",
        ("inventé", "fabriqué", "erfunden", "hinzugedichtet", "inventado", "verzonnen"),
        "invented",
    ),
)  # fmt: skip

UNITS = (
    r"(?:words?|characters?|chars|sentences?|paragraphs?|bullets?|bullet points|mots|caractères|phrases|paragraphes|Wörter|Zeichen|Sätze|Absätze|palabras|"
    r"caracteres|frases|párrafos|woorden|tekens|zinnen|alinea's)"
)
LEAST = r"(?:at least|min(?:imum|\.)?|max(?:imum|\.)?|no more than|up to|au moins|au maximum|mindestens|höchstens|maximal|al menos|como máximo|máximo|mínimo|minstens|minimaal|maximaal)"
TONES = (
    r"(?:neutral|professional|journalistic|engaging|conversational|formal|informal|friendly|objective|informative|factual|authoritative|balanced|neutre|professionnel|"
    r"journalistique|neutralem|neutralen|sachlichem|sachlichen|journalistischen|neutro|neutral|profesional|periodístico|neutrale|zakelijke|journalistieke)"
)
ORDERS = (
    Phrase(
        "order-in-other-words",
        r"(?:^|(?<=[.!?] ))(?:schrijf|schreibe?|verfasse|rédigez?|écris|écrivez|redacta|escribe|redija|escreva|scrivi) "
        r"(?:een |einen |un |um )?(?:artikel|tekst|text|article|texte|artículo|texto|artigo|articolo|testo|blog|alles over|alles über|"
        r"tout sur|todo sobre|tudo sobre|tutto su) [^.!?\n]{0,60}"
        r"\b(?:in het nederlands|auf deutsch|en français|en español|em português|in italiano)\b",
        (
            "schrijf ", "schreib", "verfass", "rédige", "écris ", "écrivez ", "redacta ", "escribe ", "redija ", "escreva ", "scriv",
        ),
        "instruction",
    ),
    Phrase(
        "ordered-length",
        rf"[\[(](?:~|approx(?:imately|\.)? |about |around |env(?:iron|\.) |ca\. |etwa |unos |ongeveer )?(?:{LEAST} )?\d{{1,4}}(?: ?[-–] ?\d{{1,4}})? {UNITS}"
        rf"(?: {LEAST})?[\])]\W{{0,3}}$",
        (
            " absätze", " alinea's", " bullet", " caracteres", " caractères", " character", " chars",
            " frases", " mots", " palabras", " paragraph", " phrases", " párrafos", " sentence", " sätze",
            " tekens", " woorden", " word", " wörter", " zeichen", " zinnen",
        ),
        "length",
    ),
    Phrase(
        "ordered-number",
        rf"\({LEAST} \d{{1,3}}(?: [^\W\d]{{3,14}})?\)\W{{0,3}}$",
        (
            "(at least ", "(min", "(max", "(no more than ", "(up to ", "(au m", "(mindestens ", "(höchstens ",
            "(al menos ", "(como máximo ", "(máximo ", "(mínimo ",
        ),
        "length",
    ),
    Phrase(
        "ordered-tone",
        rf"\b(?:in an?|d'un|dans un|sur un|in|im|en un|con un|op een|in een) (?:\w{{3,14}},? (?:(?:and|et|und|y|en) )?)?{TONES} (?:tone|ton|tonfall|tono|toon)\b"
        rf"|\bun tono {TONES}\b|\bun ton {TONES}\b",
        (" ton", " toon"),
        "tone",
    ),
    Phrase(
        "ordered-style",
        r"\bin (?:the (?:style of )?)?(?:The )?[A-Z][\w'.-]{1,20}(?: [A-Z][\w'.-]{1,20}){0,2} style\b|\bby [A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,3} Agent\b",
        (" style", " agent"),
        "tone",
        cased=True,
    ),
)  # fmt: skip
