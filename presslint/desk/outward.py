"""Links that lead to other sites, which is where a source can be looked up."""

from __future__ import annotations

from urllib.parse import urlsplit

from presslint.model.document import Document, Link


def is_outward(article: Document, link: Link) -> bool:
    """Whether a link of the copy leads to another site, as far as the article says which its own is."""
    if link.kind not in ("link", "bare", "footnote") or not link.target.startswith(
        ("http://", "https://", "//")
    ):
        return False
    own = {
        urlsplit(field.text).netloc for name in ("canonical", "url") for field in article.all(name) if field
    }
    return urlsplit(link.target).netloc not in own
