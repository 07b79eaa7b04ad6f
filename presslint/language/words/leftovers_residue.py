"""Text that speaks to the writer, not to the reader: leftovers of a chat session or of an instruction.

Each row names a phrase, its pattern over levelled text, literals without which the pattern cannot
match, and its kind. `edge` rows are innocent in mid-article (a columnist's “let me know”) and count
only in the first and last blocks.
"""

from __future__ import annotations

from presslint.language.alternatives import each_with
from presslint.language.phrases import Phrase

CHAT = (
    Phrase(
        "as-an-ai",
        r"\bas an? (?:AI|artificial intelligence)(?: (?:language )?(?:model|assistant|chatbot|system))?"
        r",? I\b",
        ("as a ai", "as a artificial intelligence", "as an ai", "as an artificial intelligence"),
        "self",
    ),
    Phrase(
        "as-a-language-model",
        r"\bas a (?:large )?language model,? (?:I\b|my\b|trained\b|developed by\b)",
        ("language model",),
        "self",
    ),
    Phrase(
        "i-am-an-ai",
        r"\bI(?:'m| am) (?:just |only )?an? (?:AI(?: (?:language )?(?:model|assistant|chatbot))?|"
        r"artificial intelligence|(?:large )?language model|virtual assistant|chatbot)(?= ?(?:[.,;:!)]|"
        r"$)| (?:and|so|but|that|without|trained|developed|created|designed)\b)",
        ("i am a", "i am just a", "i am only a", "i'm a", "i'm just a", "i'm only a"),
        "self",
    ),
    Phrase(
        "i-am-product",
        r"\bI(?:'m| am) (?:ChatGPT\b|(?:Claude|Gemini|Bard|Copilot|GPT-?\d[\w.]{0,6}), (?:an? (?:AI|"
        r"artificial|large|language)|made by|created by|trained by|developed by))",
        (
            ", a ai", ", a artificial", ", a language", ", a large", ", an ai", ", an artificial",
            ", an language", ", an large", ", created by", ", developed by", ", made by", ", trained by",
            "chatgpt",
        ),
        "self",
    ),
    Phrase(
        "no-personal-opinions",
        r"\bI (?:do not|don't) have (?:any )?personal (?:opinions|beliefs|feelings|preferences)\b",
        (" have any personal ", " have personal "),
        "self-weak",
    ),
    Phrase(
        "no-live-data",
        r"\bI (?:do not|don't|cannot|can't|am unable to) (?:have (?:access to )?|access |browse )"
        r"(?:(?:the )?(?:internet|web) in real[- ]time|real-time (?:data|information|access|updates|"
        r"news)|up-to-date (?:data|information)|live data)\b",
        each_with(
            ("i am unable to ", "i can't ", "i cannot ", "i do not ", "i don't "),
            ("have", "access", "browse"),
        ),
        "cutoff",
    ),
    Phrase(
        "cannot-fulfil",
        r"\bI(?:'m| am)? ?(?:cannot|can't|can not|unable to|not able to|won't be able to) "
        r"(?:fulfill?|complete|comply with|assist with|help with|process|answer) (?:this|that|your|"
        r"the) (?:\w+ )?(?:request|prompt|instructions?|query|task)\b",
        each_with(
            ("fulfil ", "fulfill ", "complete ", "comply with ", "assist with ", "help with ", "process ", "answer "),
            ("this ", "that ", "your ", "the "),
        ),
        "refusal",
    ),
    Phrase(
        "sorry-but-i",
        r"\bI(?:'m| am) sorry,? but (?:as an AI\b|I (?:cannot|can't|am unable to|am not able to|'m "
        r"unable to) (?:assist|help with|fulfil{1,2}|complete|provide|generate|comply|create|write|"
        r"verify|browse|access)\b)",
        ("i am sorry", "i'm sorry"),
        "refusal",
    ),
    Phrase(
        "against-my-guidelines",
        r"\b(?:goes against|violates|against) (?:my (?:programming|guidelines|content policy|ethical "
        r"guidelines)|OpenAI use (?:case )?policy)\b",
        (
            " my content policy", " my ethical guidelines", " my guidelines", " my programming",
            " openai use case policy", " openai use policy",
        ),
        "refusal",
    ),
    Phrase(
        "sorry-for-the-confusion",
        r"\bI apologi[sz]e for (?:the|any) (?:confusion|misunderstanding|oversight)\b",
        ("i apologi",),
        "edge",
    ),
    Phrase(
        "my-cutoff",
        r"\bmy (?:knowledge|training)(?: data)? cut-?off\b|\bmy cut-?off date\b",
        (
            "my cut-off date", "my cutoff date", "my knowledge cut-off", "my knowledge cutoff",
            "my knowledge data cut-off", "my knowledge data cutoff", "my training cut-off",
            "my training cutoff", "my training data cut-off", "my training data cutoff",
        ),
        "cutoff",
    ),
    Phrase(
        "as-of-my-update",
        r"\b(?:as of|up to|until|since) my (?:last|latest|most recent) (?:knowledge|training) (?:update|data|cut-?off)\b"
        r"|\bas of my (?:last|latest|most recent) (?:update|training)\b(?! (?:about|on|of|from|to|here)\b)",
        (" my last ", " my latest ", " my most recent "),
        "cutoff",
    ),
    Phrase(
        "text-you-provided",
        r"\bbased on the (?:article|text|context|search results|sources|transcript|passage) (?:that )?"
        r"you(?:'ve| have)? (?:provided|shared|given|pasted)\b",
        (
            "based on the article", "based on the context", "based on the passage",
            "based on the search results", "based on the sources", "based on the text",
            "based on the transcript",
        ),
        "cutoff",
    ),
    Phrase(
        "provided-search-results",
        r"\bthe (?:provided|given|supplied) search results\b",
        (" search results",),
        "cutoff",
    ),
    Phrase(
        "not-in-provided-text",
        r"\bnot (?:explicitly |specifically )?(?:mentioned|specified|stated|disclosed|detailed) in the "
        r"(?:provided|given|supplied|original) (?:text|sources?|article|context|materials?|passage)\b",
        (" in the given", " in the original", " in the provided", " in the supplied"),
        "cutoff",
    ),
    Phrase(
        "certainly-here-is",
        r"^\W{0,3}(?:certainly|sure(?: thing)?|absolutely|of course|got it|great question)(?:!|,|\.| "
        r"[–—-]) ?(?:here(?:'s| is| are)|below is) (?:an?|the|your|some) (?:[\w'-]{1,20} ){0,5}?"
        r"(?:versions?|articles?|drafts?|summary|rewrite|headlines?|story|list|outline|"
        r"translation|texts?|paragraphs?|posts?|captions?|press release|report)\b",
        each_with(
            ("certainly", "sure", "sure thing", "absolutely", "of course", "got it", "great question"),
            ("!", ",", ".", " –", " —", " -"),
        ),
        "opener",
    ),
    Phrase(
        "rewritten-version",
        r"^\W{0,3}(?:here(?:'s| is) |below is )?(?:an?|the|your)? ?(?:rewritten|reworded|paraphrased|"
        r"polished|humani[sz]ed) (?:version|article|text|draft|paragraph|headline|story)(?: of (?:your|"
        r"the (?:article|text|story|paragraph|passage)))?\s?:?$|^\W{0,3}(?:rewritten|reworded|"
        r"paraphrased|polished) (?:version|article|text|draft|paragraph|headline|story)s?\s?:",
        ("humanised ", "humanized ", "paraphrased ", "polished ", "reworded ", "rewritten "),
        "opener",
    ),
    Phrase(
        "version-of-the-article",
        r"^\W{0,3}(?:here(?:'s| is) |below is )(?:an?|the|your) (?:rewritten|reworded|paraphrased|polished|humani[sz]ed"
        r"|refined|tightened|condensed|reworked|more [a-z-]{3,14}) version of (?:your|the|this) (?:article|text|draft"
        r"|paragraph|headline|story|passage|section|copy|post|piece)\b",
        each_with(
            (" version of your ", " version of the ", " version of this "),
            "article text draft paragraph headline story passage section copy post piece".split(),
        ),
        "opener",
    ),
    Phrase(
        "here-is-your-draft",
        r"^\W{0,3}here(?:'s| is) your (?:[\w'-]{1,20} ){0,3}(?:article|draft|rewrite|press release|news "
        r"story|blog post)\b",
        ("here is your ", "here's your "),
        "opener",
    ),
    Phrase(
        "thanks-for-the-text",
        r"^\W{0,3}thank(?:s| you) for (?:providing|sharing|pasting) (?:the|this|your|that) (?:text|"
        r"article|draft|context|details|transcript|prompt)\b",
        (
            "thank you for pasting", "thank you for providing", "thank you for sharing",
            "thanks for pasting", "thanks for providing", "thanks for sharing",
        ),
        "opener",
    ),
    Phrase(
        "meets-your-needs",
        r"\bhope (?:this|that|the) (?:\w+ )?(?:meets|suits|fits) your (?:needs|requirements|"
        r"expectations)\b",
        ("fits your ", "meets your ", "suits your "),
        "closer",
    ),
    Phrase("hope-this-helps", r"^\W{0,3}I hope (?:this|that) helps\b", ("i hope th",), "edge"),
    Phrase(
        "let-me-know-me-to",
        r"\blet me know if (?:you(?:'d| would)? (?:like|want|prefer|need) (?:me to|any (?:further |more "
        r"|other )?(?:changes|edits|adjustments|revisions|modifications|tweaks)\b|(?:further|more|"
        r"additional) (?:edits|changes|revisions|adjustments)\b|(?:it|this|the (?:article|text|story|"
        r"draft)) (?:to be )?(?:shortened|expanded|adjusted|revised|rewritten|tailored|adapted))|any "
        r"(?:changes|edits|adjustments|revisions) are (?:needed|required))",
        ("let me know if ",),
        "closer",
    ),
    Phrase(
        "want-me-to",
        r"\b(?:would|do) you (?:like|want|prefer) me to (?:do that|expand|adjust|add|create|generate|"
        r"include|revise|rewrite|turn|draft|proceed|tailor|shorten|format|convert|summari[sz]e|"
        r"translate|continue with|write)\b",
        (" you like me to ", " you prefer me to ", " you want me to "),
        "closer",
    ),
    Phrase(
        "if-you-want-i-can",
        r"\bif you(?:'d like| want| would like| prefer| wish),? I (?:can|could|will|'ll) (?:also )?"
        r"(?:create|write|generate|expand|adjust|prepare|draft|tailor|shorten|produce|turn|rewrite|"
        r"convert|format|adapt|suggest|refine|polish)\b",
        (
            "if you prefer i ", "if you prefer, i ", "if you want i ", "if you want, i ", "if you wish i ",
            "if you wish, i ", "if you would like i ", "if you would like, i ", "if you'd like i ",
            "if you'd like, i ",
        ),
        "closer",
    ),
    Phrase(
        "i-can-also-version",
        r"\bI can also (?:create|write|make|generate|provide|prepare|suggest|produce|draft|turn (?:this|"
        r"it) into) (?:an?|another|some) (?:[\w'\"-]{1,20} ){0,5}(?:versions?|headlines?|captions?|"
        r"summary|social(?: media)? posts?|threads?|infographics?)\b",
        ("i can also ",),
        "closer",
    ),
    Phrase(
        "happy-to-revise",
        r"\bI(?:'d| would|'ll| will) be (?:more than )?(?:happy|glad) to (?:revise|expand|adjust|"
        r"rewrite|refine|tailor) (?:it|this|the)\b",
        (" be glad to ", " be happy to ", " be more than glad to ", " be more than happy to "),
        "edge",
    ),
    Phrase(
        "feel-free-to-edit",
        r"\bfeel free to (?:modify|adjust|customi[sz]e|edit|adapt|tweak) (?:it|this|the) ?(?:article|"
        r"draft|version|response|story|text)\b",
        (
            "feel free to adapt", "feel free to adjust", "feel free to customise",
            "feel free to customize", "feel free to edit", "feel free to modify", "feel free to tweak",
        ),
        "edge",
    ),
    Phrase(
        "interface-button",
        r"^\W{0,3}(?:regenerate response|stop generating|continue generating|copy code|chatgpt said:?|"
        r"was this response better(?: or worse)?\?.{0,30})\W{0,3}$",
        (
            "chatgpt said", "continue generating", "copy code", "regenerate response", "stop generating",
            "was this response better",
        ),
        "interface",
    ),
    Phrase(
        "interface-thinking",
        r"^\W{0,3}(?:thought for (?:a few|a couple of|\d{1,3}) seconds?|searched (?:the web|\d{1,3} "
        r"sites)|reasoned for \d{1,3} seconds?)\W{0,3}$",
        ("reasoned for ", "searched ", "thought for "),
        "interface",
    ),
    Phrase(
        "can-make-mistakes",
        r"\b(?:ChatGPT|Claude|Gemini|Copilot) can make mistakes[.,]? (?:check|consider|verify|please|so "
        r"double)",
        (" can make mistakes",),
        "interface",
    ),
    Phrase(
        "research-preview",
        r"\bFree Research Preview\. ChatGPT\b",
        ("free research preview. chatgpt",),
        "interface",
    ),
)  # fmt: skip

PROMPTS = (
    Phrase(
        "word-count",
        r"^\W{0,3}(?:(?:final|total|approximate) )?(?:word|character) count ?[:=] ?(?:approx\w{0,9}\.? |"
        r"about |around )?~?\d{1,6}",
        ("character count", "word count"),
        "label",
    ),
    Phrase(
        "field-of-a-feed",
        r"^\W{0,3}(?:sentiment|(?:ai|seo|readability|confidence|relevance|quality) score|article url|comments url|search intent|reading level)"
        r"\W{0,3}: ?\W{0,3}(?=\w)",
        (
            "sentiment", "ai score", "seo score", "readability score", "confidence score", "relevance score",
            "quality score", "article url", "comments url", "search intent", "reading level",
        ),
        "label",
    ),
    Phrase(
        "words-in-brackets",
        r"\((?:approx(?:imately|\.)? |about |around |~)?\d{3,4} words\)\W{0,2}$",
        (" words)",),
        "weak",
    ),
    Phrase(
        "write-a-piece",
        r"^\W{0,3}(?:please )?(?:write|generate|compose|produce|create) (?:me )?(?:an?|the) "
        r"(?:\d{2,4}[- ]words? (?:[\w-]{1,20} ){0,4}|(?:[\w-]{1,20} ){0,3}SEO[- ](?:friendly|"
        r"optimi[sz]ed) (?:[\w-]{1,20} ){0,3})(?:article|story|headline|blog post|summary|press release|"
        r"report|piece)\b",
        (
            " word ", " words ", "-word ", "-words ", "seo friendly", "seo optimised", "seo optimized",
            "seo-friendly", "seo-optimised", "seo-optimized",
        ),
        "instruction",
    ),
    Phrase(
        "rewrite-this",
        r"^\W{0,3}(?:please )?(?:rewrite|paraphrase|reword|summari[sz]e) (?:this|the following|the "
        r"above) (?:article|text|story|paragraph|passage|press release)\b",
        each_with(
            ("paraphrase", "reword", "rewrite", "summarise", "summarize"),
            (" this", " the above", " the following"),
        ),
        "instruction",
    ),
    Phrase(
        "change-this-part",
        r"^\W{0,3}(?:please )?(?:(?:rewrite|rephrase|reword|shorten|condense|tighten) this (?:section|part|"
        r"sentence|intro(?:duction)?|lede|lead|headline|draft|copy|article|text|story|paragraph)\b|make this (?:section"
        r"|part|sentence|intro(?:duction)?|lede|lead|headline|draft|copy|article|text|story|paragraph) (?:to be )?"
        r"(?:shorter|longer|punchier|clearer|simpler|more [a-z-]{3,14})\b)",
        (
            "condense this ", "make this article", "make this copy", "make this draft",
            "make this headline", "make this intro", "make this lead", "make this lede",
            "make this paragraph", "make this part", "make this section", "make this sentence",
            "make this story", "make this text", "rephrase this ", "reword this ", "rewrite this ",
            "shorten this ", "tighten this ",
        ),
        "instruction",
    ),
    Phrase(
        "act-as",
        r"^\W{0,3}(?:act as (?:an?|the)|you are an? (?:expert|experienced|seasoned|professional|senior|"
        r"skilled)) (?:[\w-]{1,20} ){0,4}(?:journalist|editor|copywriter|news writer|content writer|SEO "
        r"(?:expert|specialist|writer)|reporter)\b",
        (
            "act as a ", "act as an ", "act as the ", "you are a experienced ", "you are a expert ",
            "you are a professional ", "you are a seasoned ", "you are a senior ", "you are a skilled ",
            "you are an experienced ", "you are an expert ", "you are an professional ",
            "you are an seasoned ", "you are an senior ", "you are an skilled ",
        ),
        "instruction",
    ),
    Phrase(
        "keywords-instruction",
        r"\b(?:include|use|incorporate|insert) (?:the )?following (?:SEO )?keywords?\b",
        ("following keyword", "following seo keyword"),
        "instruction",
    ),
    Phrase(
        "seo-label",
        r"^\W{0,3}(?:SEO (?:title|keywords?|meta description|description|slug)|meta (?:title|"
        r"description|keywords)|focus key(?:word|phrase)s?|(?:target|primary|secondary) keywords?|URL "
        r"slug|suggested (?:tags|headlines?|titles?|images?|slug)|(?:featured )?image prompt|"
        r"alternative (?:headlines?|titles?))\*{0,2} ?:",
        (
            "alternative headline", "alternative title", "focus keyphrase", "focus keyword",
            "image prompt", "meta description", "meta keywords", "meta title", "primary keyword",
            "secondary keyword", "seo description", "seo keyword", "seo slug", "seo title",
            "suggested headline", "suggested image", "suggested slug", "suggested tags", "suggested title",
            "target keyword", "url slug",
        ),
        "label",
    ),
    Phrase(
        "title-label",
        r"^\W{0,3}(?:title|headline|subtitle|subheadline|sub-headline|dek|lede|news article|article "
        r"title)\*{0,2} ?:(?= ?\S)",
        ("dek", "headline", "lede", "news article", "title"),
        "title",
    ),
    Phrase(
        "outline-label",
        r"^\W{0,3}(?:introduction|body paragraph \d|main body|conclusion|hook|opening paragraph|closing "
        r"paragraph|paragraph \d{1,2}|call to action)\*{0,2} ?:(?= ?\S)",
        (
            "call to action", "closing paragraph", "conclusion", "hook", "introduction", "main body",
            "opening paragraph", "paragraph ",
        ),
        "outline",
    ),
    Phrase(
        "image-flags",
        r"(?<!\S)--(?:ar \d{1,2}:\d{1,2}|stylize \d{2,4}|v \d(?:\.\d)?(?= --|$))",
        ("--",),
        "instruction",
    ),
    Phrase(
        "turn-user",
        r"^\W{0,3}(?:user|human|prompt|you said) ?: ",
        (
            "human : ", "human: ", "prompt : ", "prompt: ", "user : ", "user: ", "you said : ",
            "you said: ",
        ),
        "turn-user",
    ),
    Phrase(
        "turn-assistant",
        r"^\W{0,3}(?:assistant|chatgpt|chatgpt said|gemini|claude) ?: ",
        (
            "assistant : ", "assistant: ", "chatgpt : ", "chatgpt said : ", "chatgpt said: ", "chatgpt: ",
            "claude : ", "claude: ", "gemini : ", "gemini: ",
        ),
        "turn-assistant",
    ),
)  # fmt: skip

TOKENS = (
    Phrase(
        "oaicite",
        r"\boai_?cit(?:e|ation)\b(?::\d{1,4})?",
        ("oai_citation", "oai_cite", "oaicitation", "oaicite"),
        cased=True,
    ),
    Phrase(
        "content-reference",
        r":?contentReference\[[^\]\n]{0,40}\]?(?:\{[^}\n]{0,40}\})?",
        ("contentreference[",),
        cased=True,
    ),
    Phrase(
        "turn-search",
        r"\b(?:cite)?turn\d{1,2}(?:search|view|image|news|fetch|file|academia|product|forecast|finance|"
        r"sports|maps)\d{1,2}(?:turn\d{1,2}[a-z]{2,9}\d{1,2}){0,9}\b",
        ("turn",),
        cased=True,
    ),
    Phrase(
        "private-marks",
        r"\ue200[^\ue201\n]{0,60}\ue201|[\ue200-\ue206]",
        ("\ue200", "\ue201", "\ue202", "\ue203", "\ue204", "\ue205", "\ue206"),
        cased=True,
    ),
    Phrase(
        "attributable-index",
        r"\{?\"?attribut(?:ableIndex|ion)\":\{?[^}\n]{0,80}\}{0,2}",
        ("attributableindex", "attribution"),
        cased=True,
    ),
    Phrase(
        "bracket-cite",
        r"\[cite(?:_start|_end)?(?:: ?[\d, ]{1,20})?\]|\[span_\d+\]\((?:start|end)_span\)",
        ("](end_span)", "](start_span)", "cite"),
        cased=True,
    ),
    Phrase("lenticular-cite", r"【\d{1,4}(?:[†:][^】\n]{0,60})?】", ("【",), cased=True),
    Phrase(
        "bracket-source",
        r"\[(?:attached_file|web|file|image):\d+\]|\bppl-ai-file-upload\b",
        ("[attached_file:", "[file:", "[image:", "[web:", "ppl-ai-file-upload"),
        cased=True,
    ),
    Phrase("sandbox", r"\bsandbox:/mnt/data/[^\s)]{0,80}", ("sandbox:/mnt/data/",), cased=True),
    Phrase(
        "file-service",
        r"\b(?:file-service|sediment)://\S{0,80}|\bfile_[0-9a-f]{16,64}\b",
        ("file-service://", "file_", "sediment://"),
        cased=True,
    ),
    Phrase(
        "special-token",
        r"<\|(?:endoftext|im_start|im_end|assistant|user|system|eot_id|start_header_id|end_header_id)\|"
        r">|\[/?INST\]|<</?SYS>>",
        (
            "<</sys>>", "<<sys>>", "<|assistant|>", "<|end_header_id|>", "<|endoftext|>", "<|eot_id|>",
            "<|im_end|>", "<|im_start|>", "<|start_header_id|>", "<|system|>", "<|user|>", "[/inst]",
            "[inst]",
        ),
        cased=True,
    ),
    Phrase("grok-card", r"\bgrok_(?:card|render_\w{1,30})\b", ("grok_",), cased=True),
)  # fmt: skip

# the same in the source itself, where a reader of markup takes them for tags and drops them
RAW_TOKENS = (
    Phrase(
        "think-tag",
        r"</?(?:think|thinking|tool_call|tool_use|artifact|antArtifact)\b[^>\n]{0,80}>",
        (
            "</antartifact", "</artifact", "</think", "</tool_call", "</tool_use", "<antartifact",
            "<artifact", "<think", "<tool_call", "<tool_use",
        ),
        "notes",
        cased=True,
    ),
    Phrase(
        "grok-tag",
        r"<grok[-:][a-z]{2,20}\b[^>\n]{0,160}>(?:[^<\n]{0,100}</grok[-:][a-z]{2,20}>)?",
        ("<grok-", "<grok:"),
        cased=True,
    ),
    Phrase(
        "grok-link",
        r" ?\[[^\]\n]{0,40}\]\(grok_\w{1,40}=?[^)\n]{0,200}\)",
        ("](grok_",),
        cased=True,
    ),
    Phrase("writing-fence", r"^:::[ ]?writing\b.{0,80}$", ("::: writing", ":::writing"), cased=True),
)  # fmt: skip

# who answers in a story about chatbots; what follows such a subject and verb is a report, not a leftover
PRODUCTS = (
    r"(?:ChatGPT|GPT-?\d[\w.]{0,6}|OpenAI|Claude|Gemini|Bard|Copilot|Grok|Perplexity|Llama|DeepSeek|Siri|Alexa|the (?:AI|"
    r"bot|chatbot|assistant|model|tool|system|program|software)|chatbots?|language models?)"
)
ANSWERS = (
    r"(?:said|says|saying|wrote|writes|replied|replies|responded|responds|answered|answers|told|tells|reads|read|"
    r"displayed|produced|returned|generated|admitted|explained|declined|refused|warns?|warned|added|adds)"
)
