from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

from presslint import Article, Bad, Finding, Good, Link, Passage, Rule, Severity, quoted, regex
from presslint.desk import AFFILIATE_HOSTS, AFFILIATE_KEYS, DISCLOSURES, OPENING, Phrase, Phrases, target_of

DISCLOSED = Phrases([Phrase("disclosure", words=DISCLOSURES)])
CODES = Phrases(
    [
        Phrase(
            "code",
            r"\b(?:use|enter|with|apply) (?:the |our |my |promo |discount |coupon |voucher )*(?:code) "
                rf"[{OPENING}]?(?-i:[A-Z][A-Z0-9]{{3,15}})\b",
            (" code ",),
        ),
        Phrase(
            "referral",
            r"\b(?:sign(?:ing)? up|register(?:ing)?|join(?:ing)?|shop(?:ping)?|book(?:ing)?|order(?:ing)?|buy(?:ing)?|download) "
            r"(?:[\w-]{1,15} ){0,4}?(?:through|via|using|with|at) (?:my|our|this (?:referral|affiliate|invite)) (?:referral |affiliate |invite |special |exclusive )?"
            r"(?:link|code)\b",
            (" link", " code"),
        ),
        Phrase("contact", r"^\W{0,3}(?:media|press) (?:contacts?|enquiries|inquiries)"
            r"\b[^\n]{0,20}[:：]", (
                "media contact", "media enquiries", "media inquiries", "press contact", "press enquiries", "press inquiries",
            )),
        Phrase("for-release", r"^\W{0,3}for immediate release\b", ("for immediate release",)),
    ]
)  # fmt: skip
RELEASE = frozenset(("contact", "for-release"))
AMAZON_TAG = regex(r"(?:^|\.)amazon\.[a-z.]{2,6}\Z")
EARNING = frozenset(("?", *AFFILIATE_HOSTS))  # one of these stands in every address that earns
TAIL = 6  # blocks at the foot of an article where a release keeps its contacts


class UndisclosedSponsorship(Rule):
    """Who pays is named where readers see it.

    Links that earn a commission, discount codes and the foot of a press release (“Media contact:”) under
    a news label mean that somebody outside the newsroom gains or wrote. One finding on the first sign,
    unless the article says so anywhere: “sponsored”, “affiliate”, “press release”, a disclosure field.
    A short address (`amzn.to`) is no proof of a commission; the long one has its code in it (`tag=`).
    A single contact line of a public body at the foot of its own notice is a matter for the config's
    `ignore`.
    """

    severity = Severity.WARNING
    sources = (
        "NewsGuard: advertising is labelled",
        "Trust Project: type of work",
        "FTC and ASA rules on disclosure",
    )
    languages = frozenset({"en"})
    not_for = frozenset({"press-release", "event", "docs"})
    examples: ClassVar = (
        Bad(
            "The boats sail. [[Sign up through our link]] and get a bonus of fifty dollars.\n",
            severity="warning",
        ),
        Good(
            "The boats sail. Sign up through our link to the hall, says the board; affiliate links earn us a fee.\n"
        ),
        Good("Use the code review tool. The [boots](https://shop.example.org/boots) are sold out.\n"),
        Good(
            "We may earn a commission.\n\nThe [boots](https://www.amazon.com/dp/B0?tag=pier-20) are light. Use code "
            "BOOTS20 to save.\n"
        ),
        Good(
            "---\ntitle: Pier line opens\ntype: press-release\n---\n\nIt opens.\n\nMedia contact: "
            "pr@pier.example.org\n"
        ),
        Bad(
            "The [boots]([[https://www.amazon.com/dp/B0?tag=pier-20]]) are light.\n",
            says="The link “boots” earns somebody a commission, and nothing here says so; add a disclosure.",
            severity="warning",
        ),
        Good("The [book](https://amzn.to/3abc) that the chair quoted is from 1901.\n"),
        Bad(
            "The boots are light. [[Use code BOOTS]] to save.\n",
            says="“Use code BOOTS” sells something, and nothing here says who gains; add a disclosure.",
        ),
        Bad(
            "# Pier line opens\n\nThe line opens in May.\n\n[[Media contact:]] pr@pier.example.org\n",
            says="“Media contact:” belongs to a press release, and nothing here says that this is one; "
            "label it.",
        ),
        Good("The line opens.\n\nIt is.\n\nFOR IMMEDIATE RELEASE\n\nIn May.\n"),
        Bad(
            "[[Media contact:]] pr@pier.example.org\n\nIt is.\n\nIt is.\n\nIt is.\n\nIt is.\n\nIt is.\n\n",
            says="“Media contact:” belongs to a press release, and nothing here says that this is one; label "
            "it.",
            severity="warning",
        ),
        Bad(
            "The [boots]([[https://shareasale.com/r.cfm]]) are light.\n",
            says="The link “boots” earns somebody a commission, and nothing here says so; add a disclosure.",
            severity="warning",
        ),
        Good(
            "Media contact: pr@pier.example.org\n\nIt is.\n\nIt is.\n\nIt is.\n\nIt is.\n\nIt is.\n\nIt is.\n\n"
        ),
        Good("---\ntitle: Pier\ndisclosure: We gain\n---\nThe boots are light. Use code BOOTS to save.\n"),
        Good("The [boots](https://shop.example.org/b?tag=pier-20) are light.\n"),
        Bad(
            "See []([[https://www.amazon.com/dp/B0?tag=pier-20]]).\n",
            says="The link “https://www.amazon.com/dp/B0?tag=pier-20” earns somebody a commission, and "
            "nothing here says so; add a disclosure.",
            severity="warning",
        ),
        Bad(
            "The line opens.\n\n[[FOR IMMEDIATE RELEASE]]\n\nIn May.\n",
            says="“FOR IMMEDIATE RELEASE” belongs to a press release, and nothing here says that this is one; "
            "label it.",
            severity="warning",
        ),
        Good("The [boots](https://[x/?tag=1) are light.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = next(self.signs(article), None)
        if found is not None and not _is_disclosed(article):
            where, message = found
            yield self.finding(where, message)

    def signs(self, article: Article) -> Iterator[tuple[Passage | Link, str]]:
        """What points to money or to a release, with what is to be said of it."""
        for link in article.links if article.leads_to(EARNING) else ():
            if link.kind in ("link", "image", "bare") and _earns(link):
                words = quoted(link.text.text) if link.text else quoted(link.target)
                yield (
                    target_of(article, link),
                    f"The link {words} earns somebody a commission, and nothing here says so; add a "
                    f"disclosure.",
                )
        for hit in CODES.find(article):
            words = quoted(hit.passage.text)
            if hit.phrase.name in ("code", "referral"):
                yield (
                    hit.passage,
                    f"{words} sells something, and nothing here says who gains; add a disclosure.",
                )
            elif hit.phrase.name in RELEASE and self.in_place(article, hit.phrase.name, hit.copy.order):
                yield (
                    hit.passage,
                    f"{words} belongs to a press release, and nothing here says that this is one; label it.",
                )

    def in_place(self, article: Article, name: str, order: int) -> bool:
        """A release begins with its label and ends with its contacts."""
        return order >= 0 and (order < 2 if name == "for-release" else order >= len(article.blocks) - TAIL)


def _is_disclosed(article: Article) -> bool:
    if article.get("disclosure") is not None:
        return True
    return any(DISCLOSED.find(article, own=False))


def _earns(link: Link) -> bool:
    """Whether an address is one of a programme that pays for clicks."""
    target = link.target.lower()
    if "?" not in target and not any(host in target for host in AFFILIATE_HOSTS):
        return False
    try:
        parts = urlsplit(link.target.strip().replace("&amp;", "&"))
    except ValueError:
        return False
    host = (parts.hostname or "").removeprefix("www.")
    if host in AFFILIATE_HOSTS:
        return True
    keys = {key.lower() for key, _ in parse_qsl(parts.query)} if parts.query else set()
    return bool(keys & AFFILIATE_KEYS) or ("tag" in keys and AMAZON_TAG.search(host) is not None)
