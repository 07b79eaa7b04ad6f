"""What a desk or a form leaves for later: marks between colleagues, and placeholders.

Rows as in `leftovers_residue`. A severity in a row is there because the words can be meant.
"""

from __future__ import annotations

import re

from presslint.language.alternatives import each_with
from presslint.language.languages import ENGLISH
from presslint.language.phrases import Phrase
from presslint.model.finding import Severity

WARN = Severity.WARNING

# “ready for publication”, in six languages: what the desk says of a text
_READY = (
    r"ready (?:for publication|to (?:be )?publish(?:ed)?)|prête? (?:à publier|(?:à|pour) (?:la )?publication)|"
    r"(?:bereit zur|fertig zur) veröffentlichung|list[oa] para (?:publicar|su publicación)|pront[oa] para (?:publicar|publicação)|"
    r"pront[oa] per la pubblicazione|klaar voor publicatie"
)
_FINAL = (
    "final (?:version|draft|copy)|version finale|(?:finale|endgültige) (?:version|fassung)|versión final|versão final|"
    "versione finale|definitieve versie"
)

MARKS = (
    Phrase(
        "ready-to-publish",
        rf"^\W{{0,3}}(?:status ?: ?)?(?:(?:this )?(?:article|draft|text|copy|story) (?:is )?)?(?:(?:{_FINAL})\W{{1,3}})?"
        rf"(?:{_READY})\W{{0,3}}$|^[\[(](?:{_FINAL})[\])]$",
        (
            "ready for publication", "ready to ", "prêt", "veröffentlichung", "para publicar", "para publica", "para su publica",
            "per la pubblicazione", "voor publicatie", "final version", "final draft", "final copy", "version finale",
            "finale version", "finale fassung", "endgültige ", "versión final", "versão final", "versione finale", "definitieve versie",
        ),
        "", WARN,
    ),
    Phrase(
        "tk-alone",
        r"^\W{0,3}(?:TK){1,5}\W{0,3}$|[\[(](?:TK){1,5}(?: [^\])\n]{1,40})?[\])]|\b(?:TK){2,5}\b",
        ("tk",),
        "tk", cased=True,
    ),
    Phrase(
        "tk-figure",
        r"(?<![\w/#@.-])[$£€]?TK (?=(?:percent|per cent|million|billion|thousand|people|years|days|hou"
        r"rs|minutes|miles|points|votes|seats|times)\b)|[$£€]TK\b|\bTK ?%",
        ("$tk", "tk ", "tk%", "£tk", "€tk"),
        "tk", cased=True,
    ),
    Phrase(
        "tk-in-copy",
        r"(?<![\w/#@.$-])TK(?![\w/.-])",
        ("tk",),
        "tk", WARN, cased=True,
    ),
    Phrase(
        "to-come",
        r"\b(?:TO KOME|TO COME)\b(?!\s[a-z])",
        ("to come", "to kome"),
        "tk", WARN, cased=True,
    ),
    Phrase(
        "todo-in-brackets",
        r"[\[(](?:TODO|FIXME|FIX ME)(?::? [^\])\n]{1,80})?[\])]",
        ("(fix me", "(fixme", "(todo", "[fix me", "[fixme", "[todo"),
        "todo", cased=True,
    ),
    Phrase(
        "todo-label",
        r"(?<![\w/-])(?:TODO|FIXME|FIX ME)(?:\([\w ]{1,20}\))?:",
        (
            "todo", "fixme", "fix me",
        ),
        "todo", WARN, cased=True,
    ),
    Phrase(
        "citation-needed",
        r"\[citation needed\]|\(citation needed\)",
        ("(citation needed)", "[citation needed]"),
        "", WARN,
    ),
    Phrase(
        "query-mark",
        r"\[(?:CQ|SP\?|sp\?|STET|stet|CK)\]",
        (
            "[ck]", "[cq]", "[sp?]", "[stet]",
        ),
        "", cased=True,
    ),
    Phrase(
        "check-in-brackets",
        r"\[(?:check|verify|confirm|fact[- ]check|double[- ]check) (?:this|spelling|names?|the name|da"
        r"tes?|figures?|numbers?|quotes?|sources?|w/)(?!\w)[^\]\n]{0,40}\]",
        (
            "[check ", "[verify ", "[confirm ", "fact check ", "fact-check ", "double check ",
            "double-check ",
        ),
        "",
    ),
    Phrase(
        "check-in-parentheses",
        r"\((?:check|verify|confirm|fact[- ]check|double[- ]check) (?:this|spelling|the name|figures?|"
        r"quotes?|sources?|w/)(?!\w)[^)\n]{0,40}\)",
        (
            "(check ", "(verify ", "(confirm ", "fact check ", "fact-check ", "double check ",
            "double-check ",
        ),
        "", WARN,
    ),
    Phrase(
        "needs-in-brackets",
        r"\[(?:needs?|missing) (?:an? )?(?:source|citation|attribution|photo|caption|legal)\b[^\]\n]{0"
        r",30}\]",
        ("[need", "[missing "),
        "",
    ),
    Phrase(
        "needs-in-parentheses",
        r"\((?:needs?|missing) (?:an? )?(?:source|citation|attribution|caption|legal)\b[^)\n]{0,30}\)",
        ("(need", "(missing "),
        "", WARN,
    ),
    Phrase(
        "note-to-desk",
        r"\bNOTE TO (?:EDITOR|EDS|SUBS?|DESK|DESIGNER)\b ?[:—–]",
        ("note to ",),
        "", cased=True,
    ),
    Phrase(
        "note-to-editors",
        r"\b(?:NOTE TO EDITORS|[Nn]ote to (?:the )?(?:editors?|eds|subs|copy desk))\b ?[:—–]",
        ("note to ",),
        "", WARN, cased=True,
    ),
    Phrase(
        "desk-label",
        r"^(?:EDS|ED NOTE|EDS NOTE|EDITOR NOTE) ?:(?= )",
        (
            "ed note :", "ed note:", "editor note :", "editor note:", "eds :", "eds note :",
            "eds note:", "eds:",
        ),
        "", WARN, cased=True,
    ),
    Phrase(
        "cut-here",
        r"^\W{0,3}(?:optional cut(?: begins| ends)?|cut here|can trim from here|trim (?:from )?here|in"
        r"sert pull ?quote|pull ?quote here)\W{0,3}$",
        (
            "cut here", "insert pull quote", "insert pullquote", "optional cut", "pull quote here",
            "pullquote here", "trim from here", "trim here",
        ),
        "",
    ),
    Phrase(
        "optional-trim",
        r"\b(?:BEGIN|END) OPTIONAL(?: TRIM)?\b|\bOPTIONAL CUT\b",
        (
            "begin optional", "end optional", "optional cut",
        ),
        "", cased=True,
    ),
    Phrase(
        "piece-label",
        r"^(?:HED|DEK|DECK|SUBHED|LEDE|NUT GRAF|CUTLINE|PULL QUOTE|SOCIAL HED|SEO HED) ?[:=](?= ?\S)",
        each_with(("cutline", "deck", "dek", "hed", "lede", "nut graf", "pull quote"), (":", " :", "=", " =")),
        "", cased=True,
    ),
    Phrase(
        "credit-to-come",
        r"\b(?:photo|image|credit|caption|cutline|video) ?(?::|by) ?(?:TK|TBD|TBC|XX{1,3})(?!\w)",
        (
            "tk", "tbd", "tbc", "xx",
        ),
        "",
    ),
    Phrase(
        "embargo-stamp",
        r"^\W{0,3}(?:STRICTLY EMBARGOED|EMBARGOED (?:UNTIL|TILL|FOR)|UNDER EMBARGO|HOLD FOR RELEASE|NO"
        r"T FOR PUBLICATION|DO NOT PUBLISH|NOT FOR RELEASE|FOR INTERNAL USE ONLY|CONFIDENTIAL DRAFT)\b",
        (
            "confidential draft", "do not publish", "embargoed for", "embargoed till",
            "embargoed until", "for internal use only", "hold for release", "not for publication",
            "not for release", "strictly embargoed", "under embargo",
        ),
        "", cased=True,
    ),
    Phrase(
        "embargo-in-copy",
        r"\b(?:STRICTLY EMBARGOED|EMBARGOED (?:UNTIL|TILL|FOR)|HOLD FOR RELEASE|NOT FOR PUBLICATION|DO"
        r" NOT PUBLISH|NOT FOR RELEASE)\b",
        (
            "do not publish", "embargoed for", "embargoed till", "embargoed until",
            "hold for release", "not for publication", "not for release", "strictly embargoed",
        ),
        "", WARN, cased=True,
    ),
    Phrase(
        "draft-label",
        r"\A(?:FIRST DRAFT|ROUGH DRAFT|WORKING DRAFT|DRAFT(?: \d{1,2})?|COPY OF) ?[:—–]",
        ("draft", "copy of"),
        "", WARN, cased=True,
    ),
    Phrase(
        "final-version",
        r"(?<![\w/.-])\w{2,40}_(?:final|FINAL|Final)(?:_?[vV]\d{1,2})?(?![\w/-])(?!\.\w)",
        ("_final",),
        "file", WARN, cased=True,
    ),
    Phrase(
        "tracked-change",
        r"\[(?:deleted|inserted|commented|formatted|moved)(?: ?\[[A-Z]{1,4}\d{0,3}\])?:[^\]\n]{0,120}"
        r"\]|\bCommented \[[A-Z]{1,4}\d{1,3}\]",
        (
            "[deleted", "[inserted", "[commented", "[formatted", "[moved", "commented [",
        ),
        "", WARN,
    ),
)  # fmt: skip

# what is still to be written, put in or checked, in five languages beside English
_THING = (
    "quellen?|bild(?:er)?|foto|zitat|link|text|name|datum|zahl(?:en)?|la source|source|une image|image|photo|citation|lien|"
    "fuentes?|imagen|foto|cita|enlace|texto|fecha|fonte|imagem|citação|data|immagine|citazione|bron|afbeelding|citaat|tekst"
)
_WORK = (
    r"à (?:compléter|rédiger|vérifier|préciser|insérer|ajouter)|(?:insérer|ajouter|compléter) (?!:)[^\]\n]{2,40}|"
    r"(?:bitte |noch )?(?:zu )?(?:ergänzen|einfügen|ausfüllen|nachtragen)|por (?:completar|redactar)|"
    r"(?:insertar|añadir|agregar|completar|inserir|adicionar|inserire|aggiungere) [^\]\n]{2,40}|a (?:completar|preencher)|por preencher|"
    r"da (?:completare|inserire|verificare)|(?:nog )?(?:aan ?te ?vullen|aanvullen|in ?te ?vullen|invullen|toevoegen|invoegen)"
)
_TO_DO = (
    "hier|ici|aquí|aqui|qui|einfügen|ergänzen|prüfen|folgt|fehlt|nachtragen|à insérer|à ajouter|à vérifier|manquante|manquant|"
    "pendiente|por añadir|invoegen|toevoegen|aanvullen|volgt|hier einfügen"
)
WORK_WORDS = (
    "à ", "insérer ", "ajouter ", "compléter ", "ergänzen", "einfügen", "ausfüllen", "nachtragen", "por ", "insertar ",
    "añadir ", "agregar ", "completar ", "inserir ", "adicionar ", "inserire ", "aggiungere ", "a completar", "a preencher",
    "da ", "vullen", "toevoegen", "invoegen",
)  # fmt: skip

PLACEHOLDERS = (
    Phrase(
        "lorem",
        r"\blorem ipsum dolor\b[^\n]{0,300}|\b(?:dolor sit amet|consectetur adipisc\w{1,5}|sed do eius"
        r"mod)\b[^\n]{0,300}",
        (
            "lorem ipsum dolor", "dolor sit amet", "consectetur adipisc", "sed do eiusmod",
        ),
        "filler",
    ),
    Phrase(
        "goes-here",
        r"\b(?:text|headline|title|caption|content|image|photo|quote|byline|description|summary|subtit"
        r"le|copy|paragraph|chart|video) goes here\b",
        (" goes here",),
        "",
    ),
    Phrase(
        "your-words-here",
        r"^\W{0,3}your (?:text|headline|title|name|content|caption|message|ad|logo|company|brand|quote"
        r") here\W{0,3}$",
        (
            "your ad here", "your brand here", "your caption here", "your company here",
            "your content here", "your headline here", "your logo here", "your message here",
            "your name here", "your quote here", "your text here", "your title here",
        ),
        "",
    ),
    Phrase(
        "click-to-add",
        r"\b(?:click(?: here)? to (?:edit|add) (?:text|title|content|caption)|start writing your (?:te"
        r"xt|story|post|article) here|(?:type|enter|add) your (?:text|content) here)\b",
        (
            " your content", " your text", "click here to ", "click to ", "start writing your ",
        ),
        "",
    ),
    Phrase(
        "sample-text",
        r"^\W{0,3}(?:this is )?(?:an? |the )?(?:sample|dummy|placeholder|filler) (?:text|copy|article|"
        r"headline|post|content|paragraph|title|image|caption)\W{0,3}$",
        (
            "dummy ", "filler ", "placeholder ", "sample ",
        ),
        "",
    ),
    Phrase(
        "test-text",
        r"^\W{0,3}(?:this is )?(?:an? |the )?(?:test|default) (?:text|copy|article|headline|post|conte"
        r"nt|paragraph|title|image|caption)\W{0,3}$",
        (
            "default article", "default caption", "default content", "default copy",
            "default headline", "default image", "default paragraph", "default post", "default text",
            "default title", "test article", "test caption", "test content", "test copy",
            "test headline", "test image", "test paragraph", "test post", "test text", "test title",
        ),
        "", WARN,
    ),
    Phrase(
        "first-post",
        r"\bwelcome to wordpress\. this is your first post\b|^begin writing your post\W{0,3}$",
        ("begin writing your post", "welcome to wordpress. this is your first post"),
        "",
    ),
    Phrase(
        "untitled",
        r"\A(?:untitled(?: document| post| page)?|new (?:post|article|page)|no title|test (?:post|arti"
        r"cle|page|story))\Z",
        (
            "new article", "new page", "new post", "no title", "test article", "test page",
            "test post", "test story", "untitled",
        ),
        "headline",
    ),
    Phrase(
        "insert-in-brackets",
        r"[\[<{](?:please )?(?:insert|enter|fill in|add) (?:an? |the |your |name|source|link|url|image"
        r"|photo|quote|date|headline|caption|here|more |details?)[^\]>}\n]{0,80}[\]>}](?!\()",
        each_with(("[", "<", "{"), ("insert ", "enter ", "fill in ", "add ", "please ")),
        "form",
    ),
    Phrase(
        "insert-in-parentheses",
        r"\(insert (?:an? |the |your |name|source|link|url|image|photo|quote|date|headline|caption|her"
        r"e)[^)\n]{0,60}\)",
        ("(insert ",),
        "form", WARN,
    ),
    Phrase(
        "picture-in-brackets",
        r"(?<!!)\[(?:image|chart|graphic|illustration|infographic|picture|video|embed|map)(?: of| show"
        r"ing)?: ?[^\]\n]{3,120}\](?![(:\[])",
        (
            "[image", "[chart", "[graphic", "[illustration", "[infographic", "[picture", "[video",
            "[embed", "[map",
        ),
        "picture",
    ),
    Phrase(
        "to-come-in-brackets",
        r"[\[<{](?:link|source|photo|image|quote|caption|headline|name|date) (?:here|goes here|to come"
        r"|needed|tbd|tbc)[\]>}](?!\()",
        each_with((" here", " to come", " needed", " tbd", " tbc"), ("]", ">", "}")),
        "",
    ),
    Phrase(
        "work-in-brackets",
        rf"\[(?:{_WORK})\](?!\()",
        WORK_WORDS,
        "form", WARN,
    ),
    Phrase(
        "thing-in-brackets",
        rf"\[(?:{_THING}|hier (?:{_THING})) (?:{_TO_DO})\](?!\()",
        ("[hier ", *(f"[{word}" for word in re.sub(r"\(\?:\w+\)\?|\w\?", "", _THING).split("|"))),
        "form", WARN,
    ),
    Phrase(
        "your-name",
        r"\[(?:your|my) (?:[a-z]{2,20} ){0,2}(?:name|title|position|organi[sz]ation|email|phone(?: num"
        r"ber)?|address|city|link|number|company)\](?!\()",
        ("[your ", "[my "),
        "yours", Severity.SUGGESTION,
    ),
    Phrase(
        "role-name",
        r"(?<!\] )(?<!\], )\[(?:author|company|client|product|brand|city|first|last|full|job|reporter|"
        r"publication|outlet|organi[sz]ation|speaker|official|candidate) (?:name|title|here|position)"
        r"\](?!,? ?\[|[(:])",
        (
            " name]", " title]", " here]", " position]",
        ),
        "form",
    ),
    Phrase(
        "bare-name",
        r"(?<!\] )(?<!\], )\[(?:company|name|date|city|amount|number|percentage|headline|caption|bylin"
        r"e|location|phone|email)(?: here| goes here| needed| tbd)?\](?!,? ?\[|[(:])",
        (
            "[company", "[name", "[date", "[city", "[amount", "[number", "[percentage", "[headline",
            "[caption", "[byline", "[location", "[phone", "[email",
        ),
        "form",
    ),
    Phrase(
        "name-in-brackets",
        r"\[(?:author|writer|source|name|nom|nombre|nome|naam|auteur|autor|autore|verfasser)(?:['’]s)? "
        r"(?:name|names|nom|nombre|nome|naam|to be (?:added|confirmed|found)|from (?:the )?(?:source|article|original)|"
        r"(?:see|voir|siehe|ver|zie|vedi) [a-zà-ÿ]{3,12}|(?:de|du|del|della|do|da|der|des|van|of) [\wà-ÿ'’]{1,20}(?: [\wà-ÿ]{2,20})?)"
        r"\](?!,? ?\[|[(:])",
        (
            "[author", "[writer", "[source", "[name", "[nom", "[naam", "[auteur", "[autor", "[verfasser",
        ),
        "form", WARN,
    ),
    Phrase(
        "specific-details",
        r"\[(?:specific|relevant|appropriate|exact|actual) (?:details?|names?|examples?|dates?|figures"
        r"?|numbers?|data|sources?|quotes?|statistics?|locations?)\b[^\]\n]{0,60}\](?!\()",
        (
            "[specific ", "[relevant ", "[appropriate ", "[exact ", "[actual ",
        ),
        "",
    ),
    Phrase(
        "insert-in-capitals",
        r"\[(?:INSERT|ADD|ENTER|YOUR|PLACEHOLDER)(?: [A-Z]{2,20}){0,5}\](?![(\[:])",
        (
            "[insert", "[add", "[enter", "[your", "[placeholder",
        ),
        "form", cased=True,
    ),
    Phrase(
        "underscored",
        r"(?<![\w\])])\[(?:[A-Z][A-Z0-9]{1,20}_){1,5}[A-Z][A-Z0-9]{1,20}\](?![(\[:])",
        ("_",),
        "token", WARN, cased=True,
    ),
    Phrase(
        "figure-to-come",
        r"(?<![\w$£€.,])[$£€]XX{1,5}\b(?:[.,]XX{1,3})?(?: (?:million|billion)\b)?|(?<![\w.,/-])X{2,4}("
        r"?:[.,]X{1,3})? ?(?:%|percent\b|per cent\b|million\b|billion\b)",
        ("xx",),
        "", cased=True,
    ),
    Phrase(
        "day-to-come",
        rf"\b(?:{'|'.join(ENGLISH.month_names)}|(?:{'|'.join(form for forms in ENGLISH.months for form in forms[1:])})\.)"
        r" (?:XX|\?\?)(?!\w)|\b20\d\d-(?:xx|XX)-(?:xx|XX)\b",
        (
            " xx", " ??", "-xx-xx",
        ),
        "", cased=True,
    ),
    Phrase(
        "zero-date",
        r"\b(?:00/00/0000|0000-00-00)\b",
        ("00/00/0000", "0000-00-00"),
        "",
    ),
)  # fmt: skip
