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
