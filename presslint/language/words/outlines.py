"""The parts of an outline, by the names that writers give them."""

from __future__ import annotations

# a line that has nothing else is the plan and no copy
OUTLINE_PARTS = frozenset(
    (
        "introduction", "intro", "body", "main body", "main content", "conclusion", "lede", "lead paragraph", "hook",
        "opening paragraph", "closing paragraph", "call to action", "einleitung", "hauptteil", "schlussteil", "schluss",
        "haupttext", "aufhänger", "corps", "corps de l'article", "corps du texte", "développement", "accroche", "chapô",
        "introducción", "cuerpo", "cuerpo del artículo", "desarrollo", "conclusión", "entradilla", "gancho", "inleiding",
        "kern", "middenstuk", "slot", "conclusie", "introduzione", "corpo", "svolgimento", "conclusione", "introdução",
        "desenvolvimento", "conclusão", "corpo do texto",
    )
)  # fmt: skip

# what stands before the colon of a subhead as an order to whoever lays out the page
PAGE_ORDERS = frozenset(
    (
        "hook", "lede", "dek", "subhead", "subheadline", "body text", "outro",
        "pull quote", "hero", "hero image", "hero section", "hero text", "sidebar text", "box text", "image caption",
        "meta description", "seo title", "meta title", "title tag", "alt text", "opening paragraph", "closing paragraph",
        "main body", "faq schema", "internal link", "accroche", "chapô", "texte d'appel",
        "texte de l'encadré", "aufhänger", "vorspann", "fließtext", "bildunterschrift", "kastentext",
        "gancho", "entradilla", "cuerpo", "pie de foto", "texto del recuadro", "bijschrift", "koptekst",
        "broodtekst", "kadertekst", "gancio", "occhiello", "catenaccio", "didascalia",
        "linha fina", "corpo do texto",
    )
)  # fmt: skip
