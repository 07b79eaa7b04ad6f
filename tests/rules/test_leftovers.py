"""Leftovers: every row of the word lists has a hit and traps, and copy about leftovers stays clean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from presslint.engine.lint import lint
from presslint.language.en import stock_phrases as leftovers_stock
from presslint.language.phrases import Phrase, Phrases, folded_phrase
from presslint.language.words import leftovers_desk, leftovers_making, leftovers_marks, leftovers_residue
from presslint.packs import literals
from presslint.packs.catalog import Catalog, house
from presslint.packs.kinds import patterns
from presslint.reading import Settings, read

CHAPTERS = ("leftovers", "links", "accessibility", "corrections", "style")
RULES = {
    name: rule for name, rule in Catalog([house()]).rules.items() if rule.chapter in CHAPTERS
}  # those of other chapters have tests of their own
LISTS: dict[str, tuple[Phrase, ...]] = {
    "chat": leftovers_residue.CHAT,
    "prompts": leftovers_residue.PROMPTS,
    "tokens": leftovers_residue.TOKENS + leftovers_residue.RAW_TOKENS,
    "templates": leftovers_desk.TEMPLATES,
    "furniture": leftovers_desk.FURNITURE,
    "markup": leftovers_desk.MARKUP,
    "making": leftovers_making.OFFERS
    + leftovers_making.REASONING
    + leftovers_making.NOTES
    + leftovers_making.ORDERS,
    "marks": leftovers_marks.MARKS,
    "placeholders": leftovers_marks.PLACEHOLDERS,
    "stock": leftovers_stock.STOCK,
}
ROWS = [(name, phrase) for name, phrases in LISTS.items() for phrase in phrases]


def findings(text: str, *names: str, file: str = "story.md", **settings: Any) -> list[tuple[str, str, str]]:
    """Rule, severity and words of what the rules (all, or those named) say of a text."""
    rules = [rule() for name, rule in RULES.items() if name in names or (not names and rule.default_on)]
    found = []
    for article in read(text.encode(), file, Settings(article=settings)):
        result = lint(article, rules)
        assert not result.crashes
        found += [(f.rule, str(f.severity), f.text) for f in result.findings]
    return found


# -- the word lists as data ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "phrase"), ROWS, ids=lambda value: getattr(value, "name", value))
def test_no_pattern_of_a_list_can_hang(name: str, phrase: Phrase) -> None:
    patterns.check(phrase.pattern, ignorecase=not phrase.cased)


def holds(nodes: Sequence[Any], words: Sequence[str]) -> bool:
    """Whether every match of a parsed pattern surely holds one of the words."""
    for node, strings in literals._segments(nodes):
        if strings and all(any(word in string for word in words) for string in strings):
            return True
        inner = [list(one) for one in literals.inner_of(node)]
        optional = node[0] in literals.REPEATS and node[1][0] == 0
        if inner and not optional and all(holds(one, words) for one in inner):
            return True
    stretch: list[frozenset[str]] = []
    for _, strings in [*literals._segments(nodes), (None, None)]:
        if strings is not None:
            stretch.append(strings)
            continue
        if any(all(any(w in s for w in words) for s in run) for run in literals._windows(stretch)):
            return True
        stretch = []
    return False


# patterns whose literals are single characters of a class, which the parse tree does not spell out
BY_EYE = {
    "private-marks",
    "percent-name",
    "html-tag",
    "mail-merge",
    "heading-hashes",
    "escaped-newline",
    "server-page",
    "underscored",
    "i-can-if-you",
    "tk-alone",
    "tk-figure",
    "tk-in-copy",
    "figure-to-come",
    "day-to-come",
}


@pytest.mark.parametrize(("name", "phrase"), ROWS, ids=lambda value: getattr(value, "name", value))
def test_the_literals_of_a_row_stand_in_every_match(
    name: str, phrase: Phrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(literals, "MOST_STRINGS", 400)  # rows spell out more than is worth deriving
    assert phrase.words, "a row without literals would run on all copy"
    assert all(word == folded_phrase(word) for word in phrase.words)
    if phrase.name not in BY_EYE:
        assert holds(list(literals.parse(phrase.pattern)), phrase.words)


# -- a hit for each row -----------------------------------------------------------------------------------

HITS = {
    "as-an-ai": "As an AI language model, I cannot verify the count.",
    "as-a-language-model": "As a large language model trained on text, it cannot vote.",
    "i-am-an-ai": "I'm just an AI assistant, so I cannot attend.",
    "i-am-product": "I am Claude, an AI system.",
    "no-personal-opinions": "I don't have personal opinions on ferries.",
    "no-live-data": "I do not have access to real-time information.",
    "cannot-fulfil": "I'm unable to fulfill that request.",
    "sorry-but-i": "I’m sorry, but I can’t assist with that.",
    "against-my-guidelines": "It goes against my programming.",
    "sorry-for-the-confusion": "I apologize for the confusion.",
    "my-cutoff": "That lies beyond my knowledge cut-off.",
    "as-of-my-update": "As of my last knowledge update, the mayor was Pell.",
    "text-you-provided": "Based on the text you’ve provided, the vote was close.",
    "provided-search-results": "The provided search results name no mayor.",
    "not-in-provided-text": "The fare is not explicitly mentioned in the provided text.",
    "certainly-here-is": "Certainly! Here is a polished version of the story.",
    "version-of-the-article": "Here’s a refined version of your draft, with shorter sentences.",
    "rewritten-version": "Rewritten version: Council backs ferry",
    "here-is-your-draft": "Here’s your 400-word news article.",
    "thanks-for-the-text": "Thank you for sharing the transcript.",
    "meets-your-needs": "I hope this draft meets your expectations.",
    "hope-this-helps": "I hope this helps!",
    "let-me-know-me-to": "Let me know if you'd like any further changes.",
    "want-me-to": "Would you like me to turn this into a thread?",
    "if-you-want-i-can": "If you want, I can also create a punchier one.",
    "i-can-also-version": "I can also write an even shorter front-page version.",
    "happy-to-revise": "I'd be happy to revise it.",
    "feel-free-to-edit": "Feel free to adjust the article.",
    "interface-button": "Regenerate response",
    "interface-thinking": "Thought for 12 seconds",
    "can-make-mistakes": "ChatGPT can make mistakes. Check important info.",
    "research-preview": "Free Research Preview. ChatGPT may err.",
    "word-count": "Word count: 412",
    "words-in-brackets": "The ferry stops. (approx. 450 words)",
    "write-a-piece": "Write a 600-word news article about the ferry.",
    "change-this-part": "Make this paragraph more engaging.",
    "rewrite-this": "Rewrite the following article in plain words.",
    "act-as": "Act as a seasoned news editor.",
    "keywords-instruction": "Use the following keywords: ferry, pier.",
    "seo-label": "Meta description: The ferry stops at four piers.",
    "title-label": "Title: Ferry stops at four piers",
    "outline-label": "Conclusion: The ferry stops.",
    "image-flags": "A ferry at dusk --ar 16:9",
    "turn-user": "User: where does it stop?",
    "turn-assistant": "Assistant: at four piers.",
    "oaicite": "the plan oaicite:3",
    "content-reference": "rose :contentReference[oaicite:1]{index=1}",
    "turn-search": "rose citeturn0search2turn0news4",
    "private-marks": "rose \ue200cite\ue202turn0search0\ue201 fast",
    "attributable-index": '{"attribution":{"attributableIndex":"1"}}',
    "bracket-cite": "rose [cite_start]sharply[cite: 4, 7]",
    "lenticular-cite": "fell by half【12†source】",
    "bracket-source": "fell [web:3]",
    "sandbox": "see sandbox:/mnt/data/fares.csv",
    "file-service": "see file-service://file-abc",
    "special-token": "end <|endoftext|>",
    "grok-card": "see grok_card here",
    "think-tag": "<think>the user wants</think>",
    "grok-tag": '<grok-card data-id="1"></grok-card>',
    "grok-link": "full [](grok_render_citation_card_json={1})",
    "tk-alone": "set by [TK]",
    "tk-figure": "TK people came",
    "tk-in-copy": "the pilots of TK",
    "to-come": "TO COME",
    "todo-in-brackets": "(FIXME) ask",
    "todo-label": "TODO: ask",
    "citation-needed": "so [citation needed]",
    "query-mark": "Smyth [CQ]",
    "check-in-brackets": "[check spelling]",
    "check-in-parentheses": "(check spelling)",
    "needs-in-brackets": "[needs source]",
    "needs-in-parentheses": "(needs a source)",
    "note-to-desk": "NOTE TO EDITOR: trim",
    "note-to-editors": "Note to editors: photos",
    "desk-label": "EDS: trims",
    "cut-here": "Optional cut begins",
    "optional-trim": "BEGIN OPTIONAL TRIM",
    "piece-label": "HED: Ferry",
    "credit-to-come": "Photo: TK",
    "embargo-stamp": "EMBARGOED UNTIL noon",
    "embargo-in-copy": "it is EMBARGOED UNTIL noon",
    "draft-label": "DRAFT: Ferry",
    "final-version": "ferry_FINAL_v2",
    "tracked-change": "[Deleted: pier]",
    "lorem": "Lorem ipsum dolor sit amet",
    "goes-here": "Caption goes here",
    "your-words-here": "Your text here",
    "click-to-add": "Click to add title",
    "sample-text": "Sample text",
    "test-text": "Test post",
    "first-post": "Begin writing your post",
    "untitled": "Untitled",
    "insert-in-brackets": "[insert quote]",
    "insert-in-parentheses": "(insert quote)",
    "picture-in-brackets": "[Image: a ferry]",
    "to-come-in-brackets": "[link here]",
    "your-name": "[your name]",
    "role-name": "[Company Name]",
    "bare-name": "[Name]",
    "specific-details": "[specific details]",
    "insert-in-capitals": "[INSERT QUOTE]",
    "underscored": "[QUOTE_NEEDED]",
    "figure-to-come": "$XX billion",
    "day-to-come": "March XX",
    "zero-date": "0000-00-00",
    "tell-me-and-i-will": "Tell me which town you live in and I will generate a plan.",
    "i-can-if-you": "I can also draft a letter if you like.",
    "if-you-tell-me": "If you tell me your pier, I can adapt the plan.",
    "would-you-like-a-version": "Would you like a shorter version of it?",
    "offer-in-french": "Si vous le souhaitez, je peux rédiger une suite.",
    "question-in-french": "Souhaitez-vous que je développe un point ?",
    "offer-in-german": "Wenn du möchtest, kann ich den Text kürzen.",
    "question-in-german": "Soll ich daraus einen Beitrag erstellen?",
    "offer-in-spanish": "Si quieres, puedo redactar otra.",
    "question-in-spanish": "¿Quieres que redacte otra?",
    "offer-in-portuguese": "Se quiser, posso resumir o texto.",
    "question-in-portuguese": "Quer que eu resuma o texto?",
    "offer-in-italian": "Se vuoi, posso riassumere il testo.",
    "question-in-italian": "Vuoi che riassuma il testo?",
    "field-of-a-feed": "Sentiment: neutral",
    "read-in-a-snippet": "La tarifa sube, vía snippet de búsqueda.",
    "order-in-other-words": "Schrijf een artikel over de boot in het Nederlands",
    "offer-in-dutch": "Als je wilt, kan ik het stuk inkorten.",
    "question-in-dutch": "Wil je dat ik het stuk herschrijf?",
    "let-me-know-in-dutch": "Laat me weten welke haven, dan schrijf ik een plan.",
    "gladly-here-is": "Natuurlijk! Hier is het stuk.",
    "here-is-in-other-words": "Hier ist der überarbeitete Artikel:",
    "here-is-the-text": "Here is the revised article:",
    "okay-i-need-to": "Okay, I need to write about ferries.",
    "the-user-wants": "The user wants a summary of the vote.",
    "i-need-to-write": "I need to write a short article.",
    "user-in-other-words": "L'utilisateur demande un résumé.",
    "provided-sources": "Based on the provided sources, it sails.",
    "provided-data": "According to the provided data, it sails.",
    "provided-do-not-say": "The source text does not mention a fare.",
    "nothing-invented": "No quotes were invented.",
    "written-from-snapshot": "As of this snapshot, it sails.",
    "provided-in-french": "D'après les données fournies, il part.",
    "provided-in-german": "Laut den bereitgestellten Quellen fährt sie.",
    "provided-in-spanish": "Según los datos proporcionados, sale.",
    "provided-in-dutch": "Volgens de aangeleverde bronnen vaart hij.",
    "invented-in-other-words": "Aucune citation n'a été inventée.",
    "ordered-length": "Introduction (about 150 words)",
    "ordered-number": "Steps (at least 3)",
    "ordered-style": "written in The Harbourist style",
    "ordered-tone": "written in a neutral tone",
    "writing-fence": ":::writing{variant=news}",
    "double-braces": "By {{ author.name }}",
    "dollar-braces": "By ${byline}",
    "server-page": "By <%= author %>",
    "percent-name": "Dear %FIRST_NAME%",
    "mail-merge": "Dear *|FNAME|*",
    "template-block": "{% if mayor %}",
    "shortcode": '[caption id="a_1" width="3"]',
    "object-object": "By undefined",
    "invalid-date": "On Invalid Date",
    "spreadsheet-error": "up #DIV/0! on the year",
    "error-text": "KeyError: 'headline'",
    "escaped-newline": "The ferry stops.\\nIt leaves.",
    "json": '{"title": "Ferry"}',
    "read-more": "Related stories:",
    "advertisement": "Story continues below advertisement",
    "sign-up": "Sign up for our daily newsletter",
    "embed-rest": "View this post on Instagram",
    "cookie-text": "We use cookies to make this site work.",
    "wire-rights": "This material may not be published, broadcast, rewritten or redistributed.",
    "wire-header": "1st Ld-Writethru",
    "jump-line": "Continued on page A6",
    "html-tag": "It is <b>late</b>",
    "bold-stars": "**Key points**",
    "heading-hashes": "## Fares",
    "bracket-link": "see [the list](https://ferry.example.org/list)",
    "code-fence": "```json",
    "in-this-article": "In this article, we will explore ferries.",
    "lets-explore": "Let’s dive in.",
    "dive-into": "We dive deep into ferries.",
    "in-conclusion": "In conclusion, ferries float.",
    "as-we-navigate": "As we navigate change",
    "worth-noting": "It’s worth noting that ferries float.",
    "not-just-but": "It is not just about ferries, but it helps.",
    "more-than-just": "It is more than just a boat.",
    "coming-years-will": "The coming years will test ferries.",
    "time-will-tell": "Only time will tell.",
    "one-thing-is-clear": "One thing is clear.",
    "future-looks": "The future of ferries looks bright.",
    "balancing-act": "Striking the right balance between speed and cost",
    "as-the-race-intensifies": "As the ferry race intensifies",
    "likely-to-prioritize": "Policymakers and owners are likely to prioritize ferries.",
    "follow-us": "Follow us on Facebook, X and Instagram",
    "networks": "Facebook | Twitter | Email",
    "call-to-subscribe": "Sign up for our weekly newsletter and never miss a boat",
    "teaser": "Read more: The ferry is back at the old pier",
    "picture-list": "Photo credits: Image 1: Ana Ruiz; Image 2: Ben Cole",
    "ready-to-publish": "Prêt à publier",
    "work-in-brackets": "Il part à dix heures [à vérifier].",
    "thing-in-brackets": "Die Fähre fährt um zehn [Quelle einfügen].",
    "name-in-brackets": "By [Author name] of the harbour desk",
    "navigating-complexities": "navigating the complexities of tides",
    "shifting-landscape": "a shifting ferry landscape",
    "testament-to": "stands as a testament to ferries",
    "pivotal-role": "plays a pivotal role",
    "underscores-importance": "underscores the growing importance of ferries",
    "participle-tail": "It rose, highlighting the need.",
    "rich-tapestry": "a rich tapestry of boats",
    "in-the-realm-of": "in the realm of ferries",
    "leverage-strengths": "leveraging their unique strengths",
    "foster-innovation": "fosters innovation",
    "interconnected-world": "an interconnected, yet competitive, ferry ecosystem",
    "game-changer": "a game-changer",
    "paves-the-way": "paves the way for ferries",
    "cannot-be-overstated": "cannot be overstated",
    "double-edged": "a double-edged sword",
}


@pytest.mark.parametrize(("name", "phrase"), ROWS, ids=lambda value: getattr(value, "name", value))
def test_every_row_hits(name: str, phrase: Phrase) -> None:
    assert any(found is phrase for found, *_ in Phrases([phrase]).search(HITS[phrase.name]))


def test_every_hit_has_its_row() -> None:
    assert sorted(HITS) == sorted(phrase.name for _, phrase in ROWS)


# -- what stays silent ----------------------------------------------------------------------------------

TRAPS = [
    "The cut-off date for swapping tickets is 1 April, and the lawmaker is sorry but has to go.",
    "OpenAI said on Monday that ChatGPT can be wrong. A lawmaker asked the chatbot, which had no opinions.",
    "The report was written with the help of an AI tool, the paper said. As an AI researcher, I agree.",
    "Nexen, the training data firm, is based in Leeds. I'm an AI engineer there, she added.",
    "Do you want to go? If you want, I can drive. Let me know if you have a seat. Feel free to call.",
    "Thank you for sharing the road. Based on the information provided by the clerk, the vote was close.",
    "Sure, here's the rub: the ferry is late. Of course, here is where it stops.",
    "Write to your councillor. Act as if nothing happened. You are an editor's dream, she told him.",
    "Title IX, the headline act: two bands. Conclusion of the talks is due. Length: 90 minutes.",
    "She turned 0 search results into news. The file_name and turn2search are no words.",
    "The welterweight won by TKO. The semi-final final is on. TO COME home, write XX or Super Bowl XX.",
    "Prices rose 5%, %AGE and 100% SURE voters aside; $40 {or so} was paid for 3 * 4 = 12.",
    "He had had it. It was very very late in Walla Walla, and that that was so is clear.",
    "The ferry (the only one) was closed [for repairs] from 3-5 p.m. on Jan. 20, 2026.",
    "She lives at 00 Station Road. The NFL draft begins. ENDS is no word, and -30- is cold.",
    "Read more about it in the guide. The advertisement was withdrawn. Click here to subscribe, it said.",
    "Café Müller serves naïve 20 °C beer to Zoë; “garçon”, he said. Ça va? £5 — €6 … ½.",
    "One thing is clear: the ferry plays a key role. Only time will tell.",
    "Correction officers met. This story begins in May. The page has been turned.",
]  # fmt: skip


@pytest.mark.parametrize("text", TRAPS)
def test_ordinary_copy_is_left_alone(text: str) -> None:
    assert findings(f"# Ferry stops\n\n{text}\n") == []


ABOUT_CHATBOTS = """---
title: When the chatbot wrote back
tags: [AI, media]
description: How “As an AI language model, I cannot” came to be printed in a newspaper.
---

The sentence stood at the foot of page three: “If you want, I can also create an even snappier version.”

“I'm sorry, but I cannot assist with that,” the assistant told Ana Ruiz when she asked about the vote.

Asked who had won, ChatGPT replied that as an AI it had no view. It added that as of my last update nothing was
known, a phrase it repeats often.

> As an AI language model, I cannot browse the internet. Would you like me to continue?

When asked for a story, the bot answered:

Certainly! Here is a draft of the story. I hope this helps!

The file held the strings `oaicite` and `citeturn0search2`, and a note that read “[Insert quote here]” and “TK”.

Editors now search for “Write a 600-word article”, “Meta description:” and “lorem ipsum” before they print.
"""


def test_a_story_about_chatbots_that_quotes_leftovers_has_no_error() -> None:
    assert [found for found in findings(ABOUT_CHATBOTS) if found[1] == "error"] == []


def test_a_leftover_at_the_foot_of_a_story_about_ai_is_still_an_error() -> None:
    text = "# The AI race\n\nChips got faster.\n\nIf you want, I can also write a shorter one.\n"
    assert findings(text) == [("chatbot-residue", "error", "If you want, I can also write")]


def test_fields_are_read_for_leftovers_as_the_body_is() -> None:
    text = (
        "---\ntitle: Ferry TK\ndescription: Meta description goes here\nteaser: I cannot fulfill that request.\n"
        "hero_caption: '[Insert caption here]'\n---\n\nThe ferry stops.\n"
    )
    assert {(rule, words) for rule, _, words in findings(text)} >= {
        ("copy-mark", "TK"),
        ("chatbot-residue", "I cannot fulfill that request"),
        ("placeholder-text", "[Insert caption here]"),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She said: “The the fares are â€™ high,” and left.\n", "repeated-word"),
        ("She said: “The fares are donâ€™t high,” and left.\n", "encoding-damage"),
        ("She said: “The data\u200bcentre is new,” and left.\n", "encoding-damage"),
    ],
)
def test_nothing_inside_quotation_marks_is_mended(text: str, name: str) -> None:
    for article in read(text.encode(), "story.md"):
        for finding in lint(article, [RULES[name]()]).findings:
            assert all(fix.applicability == "display" for fix in finding.fixes)


def test_residue_hides_what_it_explains() -> None:
    text = (
        "<article><h1>Ferry</h1><p>The ferry stops at four piers from May, the council said on Monday.</p>"
        "<p>It was planned.</p><p>**If you want, I can also write a shorter one.**</p></article>\n"
    )
    assert [rule for rule, _, _ in findings(text, "chatbot-residue", "markup-leak", file="page.html")] == [
        "chatbot-residue"
    ]


def test_the_rules_that_are_off_say_why() -> None:
    for rule in RULES.values():
        if not rule.default_on:
            assert "off" in rule.why().lower() or "opt" in rule.why().lower(), rule.name
