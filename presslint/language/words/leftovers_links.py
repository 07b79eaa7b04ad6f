"""Addresses that are not for readers: placeholders, test hosts, trackers; and signs of paid links."""

from __future__ import annotations

# hosts that manuals reserve for examples or templates ship with
PLACEHOLDER_HOSTS = frozenset(
    "example.com example.org example.net yoursite.com yourdomain.com yourwebsite.com your-site.com"
    " your-domain.com mywebsite.com domain.tld".split()
)
# whole targets that stand for one
PLACEHOLDER_TARGETS = frozenset(
    "# #! #0 #link #url #todo #tk link url href tk todo tbd xxx http:// https:// http:/// https:///"
    " http://# https://# insert-link insert_link link-here link_here url-here path/to/file".split()
)

# what a program writes for a value that it has not, as a whole address or as the words of a link
NULLS = frozenset("undefined null none nan n/a nil [object%20object] #undefined #null".split())
# the same where a person may have meant it
MAYBE_NULLS = frozenset("none n/a tbd tba nil".split())
# services that give any picture, for pages that are still to be filled
RANDOM_PICTURES = frozenset(
    "picsum.photos source.unsplash.com loremflickr.com lorempixel.com placeimg.com placekitten.com placehold.co"
    " placehold.it via.placeholder.com dummyimage.com fakeimg.pl placebear.com baconmockup.com fpoimg.com".split()
)
# labels with which the host of a test system begins
TEST_LABELS = frozenset(
    "staging stage stg preprod pre-prod uat preview drafts wp-admin cms-preview author-preview".split()
)
PREVIEW_KEYS = frozenset("preview preview_id preview_nonce elementor-preview draft wp-preview".split())
EDITABLE = ("docs.google.com/document/", "docs.google.com/spreadsheets/", "docs.google.com/presentation/")
ADMIN_PATHS = ("/wp-admin/", "/wp-login.php", "/ghost/#/editor", "/admin/edit")

TRACKERS = frozenset(
    "fbclid gclid gclsrc dclid msclkid yclid twclid igshid mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id"
    " oly_anon_id oly_enc_id wickedid ref_src ref_url gbraid wbraid".split()
)
CHAT_SOURCES = ("chatgpt.com", "openai", "copilot.com", "perplexity", "gemini", "claude", "grok.com")

AFFILIATE_KEYS = frozenset("affid aff_id affiliate_id irclickid awc afftrack ascsubtag".split())
AFFILIATE_HOSTS = frozenset(
    "shareasale.com awin1.com anrdoezrs.net jdoqocy.com kqzyfj.com tkqlhce.com dpbolvw.net"
    " go.skimresources.com rstyle.me shrsl.com linksynergy.com click.linksynergy.com howl.me howl.link"
    " prf.hn pntra.com go.redirectingat.com fave.co".split()
)

# words that tell a reader that somebody paid, or gains
DISCLOSURES = (
    "sponsored", "sponsor of", "sponsors of", "paid content", "paid post", "paid for by", "paid partnership", "partner content",
    "in partnership with", "presented by", "brought to you by", "supported by", "advertisement", "advertorial",
    "advertiser content", "promoted", "promotional", "native ad", "branded content", "brand studio",
    "commercial team", "affiliate", "commission", "earn a fee", "press release", "provided by the company",
    "contributed content", "news release", "media release", "submitted by", "in association with",
)  # fmt: skip

# ends of host names by which an address without its scheme is known; two letters count only before a slash
TOP_DOMAINS = frozenset("com org net gov edu info io".split())
COUNTRIES = frozenset(
    "at au be br ca ch co cz de dk es eu fi fr ie in it jp me mx nl no nz pl pt se tv uk us za".split()
)

# the word for “example” in the name of a host, alone or with a figure behind it
EXAMPLES = frozenset(
    "exemplo ejemplo exemple beispiel voorbeeld esempio tudominio seudominio votresite tusitio seusite deinedomain jouwsite".split()
)
