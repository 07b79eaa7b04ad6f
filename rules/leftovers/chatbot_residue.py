from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import (
    CHAT,
    OFFERS,
    REASONING,
    REFUSALS,
    Hit,
    Phrases,
    about_chatbots,
    at_the_edge,
    is_reported,
)

PHRASES = Phrases(CHAT + OFFERS + REASONING + REFUSALS)
# kinds that columnists write too: they count at the edges of an article only, and only as a question
WEAK = frozenset(("edge", "self-weak", "asks"))
HEAD = {"reasoning": 3, "opening": 1}  # blocks at the head in which working notes and openings stand


class ChatbotResidue(Rule):
    """Every sentence speaks to the reader.

    “If you want, I can also create a punchier version” is an assistant's answer to its user; it has
    been printed at the foot of a newspaper page. The rule reads self-descriptions, refusals, knowledge
    cut-offs, openings, working notes at the head (“The user wants a summary…”), closing offers and buttons
    of chat pages, in English, and offers and openings in French, German, Spanish and Dutch, too; “I cannot
    summarise this article” and “please provide the full text” also in Portuguese and Italian. A reader who is asked to write in, or a columnist who asks for subjects, is none of these. What stands in quotation marks, block
    quotes or code is somebody else's words and is never reported, nor is a sentence that tells what a
    chatbot said. It reports the sentence and says nothing about who wrote the rest.
    """

    severity = Severity.ERROR
    reads_words = PHRASES.literals
    sources = (
        "NewsGuard: error messages of chatbots as a sign of unchecked publishing",
        "Journalism Trust Initiative, clause 10: accuracy",
        "Dawn, 12 November 2025: an assistant's closing offer in print",
    )
    examples: ClassVar = (
        Good("The chatbot replied that as an AI I should expect no opinions from it, the lawmaker said.\n"),
        Good("Asked who won, ChatGPT said: “As an AI language model, I cannot predict the vote.”\n"),
        Good("Here is the director’s version of the story. The new version of the article 50 bill is out.\n"),
        Good("The cut-off date for swapping tickets is 1 April. Let me know if you have one to spare.\n"),
        Good(
            "It is two weeks since my last update about the pier, and as of my last update on fares it is $4.\n"
        ),
        Good(
            "# What the machine said\n\nAsked for the score, the chatbot answered:\n\nAs an AI, I "
            "cannot watch games.\n"
        ),
        Bad(
            "The harbour reopens on Monday.\n\n"
            "[[If you want, I can also create]] a shorter version for the front page.\n",
            says="“If you want, I can also create” speaks to the writer, not to the reader; delete the "
            "sentence and read the copy around it again.",
            severity="error",
        ),
        Bad("[[As an AI language model, I]] cannot verify the turnout.\n", severity="error"),
        Bad(
            "[[Certainly! Here's a draft]] of the ferry story:\n\nThe ferry stops at four piers.\n",
            severity="error",
        ),
        Bad(
            '---\ntitle: Ferry stops\ndescription: "[[I\'m sorry, but I cannot assist]] with this"\n'
            "---\n\nText.\n",
            severity="error",
        ),
        Good("Tell us which pier you use, and we will print the best letters. Let me know what you think.\n"),
        Good(
            "If you tell me where you sail, I will come along, the mayor writes in her letter to islanders.\n"
        ),
        Good("The user wants a quick answer, the designer found, and not a timetable.\n"),
        Good(
            "# Fares\n\nIt sails.\n\nHere’s a small summary of the year. It was wet.\n\nOkay, I should go.\n"
        ),
        Good("Here is a summary and the links of the week:\n\nIt sails.\n"),
        Good(
            "Si vous voulez, je peux venir, a-t-elle écrit. Wenn Sie möchten, kann ich gehen. Als je wilt, kan ik zwemmen.\n"
        ),
        Bad(
            "It sails.\n\n[[Tell me which town you live in and I will generate]] a plan.\n", severity="error"
        ),
        Bad(
            "Il part à midi.\n\n[[Si vous voulez, je peux aussi rédiger]] une version courte.\n",
            severity="error",
        ),
        Bad("Es fährt.\n\n[[Wenn Sie möchten, kann ich den Text auch kürzen]].\n", severity="error"),
        Bad("Sale.\n\n[[Si lo deseas, puedo redactar]] una versión breve.\n", severity="error"),
        Bad("Hij vaart.\n\n[[Als je wilt, kan ik het stuk ook herschrijven]].\n", severity="error"),
        Bad("[[Voici la version raccourcie de l’article]] :\n\nLe bac part à midi.\n", severity="warning"),
        Bad("[[Here is the revised article]], in plain words:\n\nThe ferry stops.\n", severity="warning"),
        Bad(
            "[[The user wants a summary]] of the vote.\n\nThe ferry stops at four piers.\n", severity="error"
        ),
        Bad(
            "[[Okay, I need to write]] about the ferry.\n\nThe ferry stops at four piers.\n", severity="error"
        ),
        Bad(
            "The ferry stops.\n\n[[Here’s a polished version of the article]] with a calmer tone:\n",
            severity="error",
        ),
        Bad(
            "The ferry stops at four piers from May, the council said.\n\n[[I hope this helps]]!\n",
            severity="warning",
        ),
        Good(
            "Ferry one.\n\nFerry two.\n\nFerry three.\n\nThe user wants a summary of the vote.\n\nThe ferry "
            "stops.\n\nIt sails.\n\nIt stops.\n"
        ),
        Bad(
            "# The chatbot writes\n\nThe chatbot wrote much.\n\n[[As an AI language model, I]] cannot verify "
            "the turnout.\n",
            says="“As an AI language model, I” speaks to the writer, not to the reader; delete the sentence "
            "and read the copy around it again.",
            severity="error",
        ),
        Bad(
            "Ferry one.\n\nFerry two.\n\n[[The user wants a summary]] of the vote.\n\nThe ferry stops.\n\nIt "
            "sails.\n\nIt stops.\n\nIt sails.\n",
            says="“The user wants a summary” speaks to the writer, not to the reader; delete the sentence and "
            "read the copy around it again.",
            severity="error",
        ),
        Bad("[[I cannot summarize this article]], since its text is missing.\n", severity="error"),
        Bad("[[Unable to access the article]] link.\n", severity="error"),
        Bad(
            "It sails.\n\n[[Please provide the full article]], so that it can be shortened.\n",
            severity="warning",
        ),
        Bad("[[Ich kann den Artikel nicht zusammenfassen]], da nichts darin steht.\n", severity="error"),
        Bad("[[Je ne peux pas résumer cet article]], dont le lien est mort.\n", severity="error"),
        Bad("[[No puedo acceder al contenido]] del artículo.\n", severity="error"),
        Bad("[[Ik kan het artikel niet openen]], dus houdt het hier op.\n", severity="error"),
        Bad("[[Não consigo acessar o artigo]] sobre o barco.\n", severity="error"),
        Bad("[[Non posso riassumere l’articolo]] sul traghetto.\n", severity="error"),
        Bad(
            "Ferry one.\n\nIt stops.\n\nIt sails.\n\n[[I could not open the text]] that she sent.\n\nIt stops.\n\nIt sails.\n\n"
            "Ferry two.\n",
            severity="warning",
        ),
        Bad("O barco sai.\n\n[[Se quiser, posso também resumir]] o texto.\n", severity="error"),
        Bad("La barca parte.\n\n[[Se vuoi, posso anche riscrivere]] il pezzo.\n", severity="error"),
        Good("Passengers were unable to find the text. Please provide a sample article of 200 words.\n"),
        Good("Ferry one.\n\nHere is the revised article:\n\nThe ferry stops.\n\nIt sails.\n\nIt stops.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for hit in PHRASES.find(article):
            edge = at_the_edge(article, hit.copy.order)
            weak = hit.phrase.kind in WEAK
            if (weak and not edge) or is_reported(article, hit) or not _is_in_its_place(hit):
                continue
            softer = weak or hit.phrase.kind == "opening" or (not edge and _may_be_meant(article, hit))
            yield self.finding(
                hit.passage,
                f"{quoted(hit.passage.text)} speaks to the writer, not to the reader; "
                "delete the sentence and read the copy around it again.",
                severity=Severity.WARNING if softer else None,
            )


def _may_be_meant(article: Article, hit: Hit) -> bool:
    """Whether words in mid-article may be the writer's own: of chatbots, or of what somebody could not read."""
    return hit.phrase.kind == "cannot" or about_chatbots(article)


def _is_in_its_place(hit: Hit) -> bool:
    """Working notes and openings stand at the head, and an opening ends in a colon: the text follows."""
    kind = hit.phrase.kind
    if kind not in HEAD:
        return True
    at_the_head = hit.copy.block is not None and hit.copy.order < HEAD[kind]
    return at_the_head and (kind == "reasoning" or hit.copy.passage.text.rstrip(" *_").endswith(":"))
