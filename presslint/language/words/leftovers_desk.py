"""What templates and pages leave in copy: template code, site furniture, wire marks, raw markup.

Rows as in `leftovers_residue`. A severity in a row is there because the row is weaker than its rule.
"""

from __future__ import annotations

from presslint.language.alternatives import each_with
from presslint.language.phrases import Phrase
from presslint.model.finding import Severity

WARN = Severity.WARNING

TEMPLATES = (
    Phrase("double-braces", r"\{\{[^{}\n]{1,60}\}\}", ("{{",), "template", cased=True),
    Phrase("dollar-braces", r"\$\{[A-Za-z_][\w.]{0,40}(?:\(\))?\}", ("${",), "template", cased=True),
    Phrase("server-page", r"<%=?[^%\n]{1,80}%>|<\?(?:php|=)", ("<%", "<?"), "template", cased=True),
    Phrase("percent-name", r"(?<!\w)%(?:\([a-z_]{1,30}\)s|[A-Z_]{3,30}%)", ("%",), "template", cased=True),
    Phrase(
        "mail-merge",
        r"\*\|[A-Z_:]{2,30}\|\*|<<(?:[A-Z]{2,20}(?:_[A-Z]{2,20}){0,3}|[Ff]irst ?[Nn]ame|[Ll]ast ?"
        r"[Nn]ame|[A-Za-z]{2,20}_[A-Za-z_]{2,20})>>|«(?:[A-Z][A-Za-z]{1,20}_[A-Za-z_]{2,20})»",
        ("*|", "<<", "«"),
        "template", cased=True,
    ),
    Phrase(
        "template-block",
        r"\{%-? {0,2}(?:if|for|include|block|end\w{1,10}|set|assign|raw)\b[^%\n]{0,80}%?\}?",
        ("{%",),
        "template", cased=True,
    ),
    Phrase(
        "shortcode",
        r"\[/(?:caption|gallery|embed|youtube|audio|video|button|quote)\]|\[(?:caption|gallery|embed|"
        r"youtube|audio|video|button) \w{1,20}=[^\]\n]{0,200}\]|\[/?(?:vc|et_pb|fusion|su)"
        r"_\w{1,30}[^\]\n]{0,200}\]",
        (
            "/audio]", "/button]", "/caption]", "/embed]", "/gallery]", "/quote]", "/video]", "/youtube]",
            "audio ", "button ", "caption ", "embed ", "et_pb_", "fusion_", "gallery ", "su_", "vc_",
            "video ", "youtube ",
        ),
        "shortcode", WARN, cased=True,
    ),
    Phrase(
        "object-object",
        r"\[object Object\]|\b[Bb]y (?:undefined|null)\b|^\W{0,3}(?:undefined|null)\W{0,3}$|(?<!\w)"
        r"(?:NaN%|NaN %|Infinity%|Infinity %)",
        ("[object object]", "infinity %", "infinity%", "nan %", "nan%", "null", "undefined"),
        "code", cased=True,
    ),
    Phrase("invalid-date", r"\bInvalid Date\b", ("invalid date",), "code", cased=True),
    Phrase(
        "spreadsheet-error",
        r"(?<!\w)#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A(?!\w))",
        ("#div/0!", "#n/a", "#name?", "#ref!", "#value!"),
        "code", cased=True,
    ),
    Phrase(
        "error-text",
        r"\bTraceback \(most recent call last\)|\bUncaught \w{1,30}Error\b|^(?:PHP )?(?:Fatal error|"
        r"Warning|Notice): [A-Z][a-z]{1,20} [^\n]{0,80} on line \d{1,6}|\b(?:Key|Type|Value|Reference|"
        r"Syntax)Error: [\w']",
        (
            " on line ", "keyerror: ", "referenceerror: ", "syntaxerror: ",
            "traceback (most recent call last)", "typeerror: ", "uncaught ", "valueerror: ",
        ),
        "code", cased=True,
    ),
    Phrase(
        "escaped-newline",
        r"(?<![\\\w:/])\\n(?:\\n)?(?=\s|[A-Z]|$)|(?<=[a-z.,!?;:”\"'])\\n(?:\\n)?(?=\s|[A-Z\\]|$)|"
        r"\\u(?:20[01]\d|00[aA][0-9a-fA-F])",
        ("\\n", "\\u"),
        "code", cased=True,
    ),
    Phrase("json", r"\{\"\w{1,30}\": ?[\"\[{\d]|\"(?:title|headline|body|content|text|author)\": ?\"", ('":',), "code", cased=True),
)  # fmt: skip

NAMED_NETWORKS = (
    "facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|bluesky|threads|youtube|tiktok"
)
NETWORKS = rf"(?:{NAMED_NETWORKS}|x|e-?mail|copy link|print)"
NEXT_NETWORK = rf"[ ,|/·•]{{1,3}}(?:and |or )?{NETWORKS}"
FURNITURE = (
    Phrase(
        "read-more",
        r"^\W{0,3}(?:read (?:more|also|next)|also read|see also|related (?:stories|articles|posts|"
        r"coverage|content)|more on this(?: story)?|recommended for you|most (?:read|popular|viewed)|"
        r"trending now|you (?:may|might) also like|continue reading(?: below)?|skip (?:advertisement|"
        r"past newsletter promotion|to (?:main )?content))\W{0,3}$",
        (
            " also like", "also read", "continue reading", "more on this", "most popular", "most read",
            "most viewed", "read also", "read more", "read next", "recommended for you",
            "related articles", "related content", "related coverage", "related posts", "related stories",
            "see also", "skip advertisement", "skip past newsletter promotion", "skip to content",
            "skip to main content", "trending now",
        ),
        "chrome",
    ),
    Phrase(
        "advertisement",
        r"^\W{0,3}(?:advertisement|article continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?"
        r")?|story continues below(?: advertisement)?|scroll (?:down )?to continue(?: with content)?|"
        r"advertisement[ –—-]{1,3}(?:scroll|story|article) (?:to continue|continues)[^\n]{0,40})\W{0,3}$",
        (
            "advertisement", "scroll down to continue",
            *each_with(("article", "story", "scroll"), (" continues", " to continue")),
        ),
        "chrome",
    ),
    Phrase(
        "sign-up",
        r"^\W{0,3}(?:sign up (?:for|to) (?:our|the) (?:[\w-]{1,20} ){0,3}newsletters?|subscribe to "
        r"(?:our|the) (?:[\w-]{1,20} ){0,3}newsletters?|click here to subscribe|share this (?:article|"
        r"story|post|page)|share on (?:facebook|x|twitter|linkedin|whatsapp)|tweet this|print this "
        r"(?:page|article)|email this (?:page|article))\W{0,3}$",
        (
            "click here to subscribe", "email this ", "print this ", "share on ", "share this article",
            "share this page", "share this post", "share this story", "sign up for our", "sign up for the",
            "sign up to our", "sign up to the", "subscribe to our", "subscribe to the", "tweet this",
        ),
        "chrome",
    ),
    Phrase(
        "follow-us",
        rf"^\W{{0,3}}(?:(?:follow|like|find|join) us on|share (?:this |it )?(?:on|via)) {NETWORKS}(?:{NEXT_NETWORK}){{0,9}}[.:!]?$",
        (*(f"{verb} us on " for verb in ("follow", "like", "find", "join")), *(f"share {way}" for way in ("on ", "via ", "it ", "this "))),
        "chrome",
    ),
    Phrase(
        "networks",
        # one that is called by a name of its own stands first, or behind “Email” and the like
        rf"^(?:(?:x|e-?mail|copy link|print)[ ,|/·•]{{1,3}}){{0,3}}(?:{NAMED_NETWORKS})(?:{NEXT_NETWORK}){{1,9}}[.:!]?$",
        tuple(NAMED_NETWORKS.split("|")),
        "chrome",
    ),
    Phrase(
        "call-to-subscribe",
        r"^\W{0,3}(?:subscribe to|sign up (?:for|to)|join) (?:our|the|my) (?:[\w-]{1,20} ){0,3}newsletters?\b[^\n]{0,120}$",
        tuple(
            f"{verb} {whose} "
            for verb in ("subscribe to", "sign up for", "sign up to", "join")
            for whose in ("our", "the", "my")
        ),
        "chrome",
    ),
    Phrase(
        "teaser",
        r"^\W{0,3}(?:read (?:more|also)|also read|see also|related(?: (?:story|article))?): [^\n]{12,160}(?<![.:;])$",
        ("read more: ", "read also: ", "also read: ", "see also: ", "related: ", "related story: ", "related article: "),
        "chrome",
    ),
    Phrase(
        "picture-list",
        r"\b(?:image|photo|picture) 1: [^\n;|,.]{2,60}[;|,.] (?:image|photo|picture) 2: [^\n]{1,200}",
        ("image 2: ", "photo 2: ", "picture 2: "),
        "chrome",
    ),
    Phrase(
        "embed-rest",
        r"^\W{0,3}(?:view this post on instagram|a post shared by [^\n]{1,80}|"
        r"pic\.twitter\.com/\w{5,20}|click to (?:tweet|enlarge)|tap to unmute)\W{0,3}$",
        (
            "a post shared by ", "click to ", "pic.twitter.com/", "tap to unmute",
            "view this post on instagram",
        ),
        "chrome",
    ),
    Phrase(
        "cookie-text",
        r"^\W{0,3}(?:we (?:and our partners )?use cookies\b|this (?:web)?site uses cookies\b|accept all "
        r"cookies\b|subscribe to continue reading\b|log in to continue\b|create a free account to "
        r"continue\b|please enable javascript\b)",
        (
            "accept all cookies", "create a free account to continue", "log in to continue",
            "please enable javascript", "subscribe to continue reading", "this site uses cookies",
            "this website uses cookies", "we and our partners use cookies", "we use cookies",
        ),
        "chrome",
    ),
    Phrase(
        "wire-rights",
        r"\bthis material may not be published, broadcast, rewritten,? or redistributed\b",
        ("this material may not be published, broadcast, rewritten",),
        "chrome",
    ),
    Phrase(
        "wire-header",
        r"^\W{0,3}(?:EDS: [A-Z]|\d(?:st Ld|nd Ld|rd Ld|th Ld)(?:-Writethru)?\b|(?:UPDATES|ADDS|RECASTS|"
        r"REFILES|CORRECTS) (?:with|throughout|to add|dateline|headline|quotes?|details?)\b)|"
        r"\b(?:WRITETHRU|WRITE-THRU)\b",
        (
            "eds: ", "nd ld", "rd ld", "st ld", "th ld", "write-thru", "writethru",
            *each_with(("adds", "corrects", "recasts", "refiles", "updates"), (
                " with", " throughout", " to add", " dateline", " headline", " quote", " detail",
            )),
        ),
        "wire", cased=True,
    ),
    Phrase(
        "jump-line",
        r"^\W{0,3}(?:please )?(?:see page|turn to page|continued on(?: page)?|continued from(?: page)?) "
        r"[A-Z]?\d{1,3}\W{0,3}$|\bcontinued (?:on|from) page [A-Z]?\d{1,3}\b|\bplease turn to page "
        r"[A-Z]?\d{1,3}\b",
        ("continued from", "continued on", "see page", "turn to page"),
        "wire",
    ),
)  # fmt: skip

# a line of its own at the foot of wire copy
END_MARK = (
    r"\s{0,3}(?:[-–—] ?30 ?[-–—]|# ?# ?#|[-–—]{0,3} ?ENDS ?[-–—]{0,3}|\(ENDS?\)|[-–—] ?0 ?[-–—]|\((?:MORE|more)\)|[-–—]{1,2} ?"
    r"(?:MORE|more) ?[-–—]{1,2})\s{0,3}"
)

MARKUP = (
    Phrase(
        "html-tag",
        r"</?(?:p|br/?|div|span|strong|em|b|i|a|h[1-6]|ul|ol|li|img|figure|iframe|script|table|tr|td|"
        r"blockquote)(?: [^<>\n]{0,200})?>",
        ("<",),
        "html",
    ),
    Phrase("bold-stars", r"(?<![\w*])\*\*(?=\S)[^*\n]{2,80}(?<=\S)\*\*(?![\w*])", ("**",), "markdown"),
    Phrase("heading-hashes", r"^#{1,6} (?=\S)", ("# ",), "markdown"),
    Phrase(
        "bracket-link",
        r"\[[^\]\n]{2,80}\]\((?:https?://|/|mailto:)[^)\s]{1,300}\)",
        ("](/", "](http://", "](https://", "](mailto:"),
        "markdown",
    ),
    Phrase("code-fence", r"^```\w{0,12}$", ("```",), "markdown"),
)  # fmt: skip
