"""Whether a file that nobody asked to read holds copy all the same, so that none is passed over in silence."""

from __future__ import annotations

from itertools import islice

from presslint.language.codelike import is_code, reads_as_prose
from presslint.model.source import SourceError
from presslint.reading import Settings, format_of, read

HEAD = 200_000  # bytes that are looked at; copy shows in the first pages
ARTICLES = 20  # of a file of many
FEWEST = 40  # words of copy; less is a caption, a notice, a list of names
SENTENCE = 8  # words of a paragraph that can be copy
SHARE = 0.5  # of a file's words; comments in code are fewer
COPY = ("body", "head", "file name")  # origins of a headline that is none of the metadata
COMMENTS = ("#", "//", "/*", "*", "--", ";", "%", '"""', "'''")


def holds_article(data: bytes, path: str, settings: Settings = Settings()) -> bool:
    """Whether a reader finds an article in a file: a headline in its metadata, and copy."""
    if format_of(path) is None and not settings.format:
        return False
    try:
        return any(
            any(field.origin not in COPY for field in article.fields.get("headline", ()))
            and article.word_count >= FEWEST
            for article in islice(read(data, path, settings), ARTICLES)
        )
    except (SourceError, RecursionError):
        return False


def holds_copy(data: bytes) -> bool:
    """Whether most of a file, whatever its name, is sentences."""
    head = data[:HEAD]
    if b"\0" in head:
        return False
    text = head.decode("utf-8", "replace").replace("\r\n", "\n")
    paragraphs = [paragraph.strip() for paragraph in text.split("\n\n")]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    copy = sum(
        len(paragraph.split())
        for paragraph in paragraphs
        if len(paragraph.split()) >= SENTENCE
        and not paragraph.startswith(COMMENTS)
        and not is_code(paragraph)
        and reads_as_prose(paragraph)
    )
    return copy >= FEWEST and copy >= SHARE * words
