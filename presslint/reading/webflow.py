"""Webflow: items of a collection as its API gives them, the house's own fields in `fieldData`."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.source import Source
from presslint.reading import Settings, anyjson
from presslint.reading.envelope import System
from presslint.reading.tree import Node

SINGLE = True


def read(node: Node, source: Source, settings: Settings) -> Iterator[Article]:
    fields = node.get("fieldData") or node
    archived, draft = node.get("isArchived"), node.get("isDraft")
    if not anyjson.is_story(fields, settings) or (archived is not None and archived.value is True):
        return
    record = System(fields, source, settings, "webflow")
    record.says("published", node, "lastPublished")
    record.says("modified", node, "lastUpdated")
    if draft is not None and draft.value is True:
        record.draft(node, "isDraft")
    yield record.done(fields.text("slug") or node.text("id"))
