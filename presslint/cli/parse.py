"""`presslint parse FILE`: what presslint understood, and where it found it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from presslint.article import Article
from presslint.cli.arguments import completed
from presslint.cli.options import make_configs, make_layer
from presslint.cli.running import standard_input
from presslint.cli.terminal import width
from presslint.config.config import Configs
from presslint.config.discover import unreadable_kind
from presslint.language.entities import unescaped
from presslint.model.document import Block, LeftOut
from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.model.source import Source, Span
from presslint.reading import read
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps
from presslint.report.screen import clean

# tags, and what stands in elements without copy
MARKUP = regex(r"<(script|style|svg|noscript|template)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.I | re.S)


def file_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command on one file: how to read it, and by which config."""
    for option in (
        click.option(
            "--config",
            "config_file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Read this config and no other.",
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of a file that is not UTF-8."),
        click.option(
            "--format",
            "format_name",
            metavar="NAME",
            help="Read the file as this format.",
            shell_complete=completed("reading"),
        ),
        click.option("--json", "as_json", is_flag=True, help="As JSON Lines, one article a line."),
    ):
        command = option(command)
    return command


def file_configs(format_name: str | None, encoding: str | None, config_file: Path | None) -> Configs:
    """The configs that those options ask for."""
    layer = make_layer(
        select=(), extend_select=(), ignore=(), severity=(), format_name=format_name, encoding=encoding
    )
    return make_configs(layer, config_file=config_file, isolated=False, today=None)


def no_article(path: Path) -> click.ClickException:
    """Why a path is no article that can be read."""
    why = "a folder; name an article in it" if path.is_dir() else unreadable_kind(path)
    return click.ClickException(f"{path}: {why}")


@click.command()
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--stdin-filename", metavar="NAME", help="Name of the article on standard input.")
@file_options
def command(
    path: Path,
    stdin_filename: str | None,
    as_json: bool,
    format_name: str | None,
    encoding: str | None,
    config_file: Path | None,
) -> None:
    """Show fields, sections and passages with their places: why a rule fired, or did not."""
    configs = file_configs(format_name, encoding, config_file)
    if path == Path("-"):
        name, config, data = standard_input(stdin_filename, configs)
    elif path.is_file():
        name, config, data = path, configs.for_file(path), path.read_bytes()
    else:
        raise no_article(path)
    for article in read(data, name.as_posix(), config.plan(name).reading):
        if as_json:
            click.echo(dumps(described(article)))
        else:
            for line in outlined(article, width(sys.stdout)):
                click.echo(clean(line, ReportOptions()))


def place(source: Source, span: Span) -> str:
    start = source.position(span.start)
    return f"{start.line}:{start.column}"


def outlined(article: Article, columns: int) -> Iterator[str]:
    """The article on a page: a line for each field and block."""
    source = article.source
    kind = f"{article.format}{f' ({article.dialect})' if article.dialect else ''}"
    name = f"{source.path} {article.key}".rstrip()
    language, said_by = article.language_told
    yield f"{name}: {kind}, {article.story_type}, {language}, {said_by}"
    yield f"carries {', '.join(sorted(article.carries)) or 'nothing but text'}; {article.word_count} words"
    yield "fields"
    for name, found in article.fields.items():
        for each in found:
            shown = clip(each.text, columns - 46) or "(empty)"
            yield f"  {place(source, each.span):>8}  {name:<14} {shown}  [{each.key}, {each.origin}]"
    for name, slot in article.slots.items():
        yield f"  {place(source, slot.span):>8}  {name:<14} (an empty slot: {slot.text})"
    yield "body"
    for block in article.blocks:
        yield from blocks(source, block, 0, columns)
    left_out = list(shown_parts(article))
    if left_out:
        yield "left out"
    for part, text in left_out:
        yield f"  {place(source, part.span):>8}  {clip(part.why, 26):<26} {clip(text, columns - 42)}"
    for problem in article.problems:
        yield f"problem {place(source, problem.span)}: {problem.message}"


def shown_parts(article: Article) -> Iterator[tuple[LeftOut, str]]:
    """The outermost parts of a page that are no copy and have words, with these."""
    end = 0
    for part in article.left_out:
        written = article.source.text[part.span.start : part.span.end]
        text = " ".join(unescaped(MARKUP.sub(" ", written)).split())
        if text and part.span.start >= end:
            end = part.span.end
            yield part, text


def blocks(source: Source, block: Block, depth: int, columns: int) -> Iterator[str]:
    what = f"{block.kind.value}{block.level or ''}{f' ({block.info})' if block.info else ''}"
    shown = clip(block.text, columns - 30 - 2 * depth)
    extras = [f"{len(block.links)} links"] * bool(block.links) + [f"{len(block.media)} media"] * bool(
        block.media
    )
    note = f"  [{', '.join(extras)}]" if extras else ""
    yield f"  {place(source, block.span):>8}  {'  ' * depth}{what:<14} {shown}{note}".rstrip()
    for child in block.children:
        yield from blocks(source, child, depth + 1, columns)


def clip(text: str, room: int) -> str:
    line = " ".join("".join(char if char.isprintable() else "�" for char in text).split())
    return line if len(line) <= max(room, 12) else line[: max(room, 12) - 1] + "…"


# -- JSON ------------------------------------------------------------------------------------------


def described(article: Article) -> dict[str, Any]:
    """The article as data; spans are code points of the file's text, end-exclusive."""
    return {
        "path": article.source.path,
        "key": article.key,
        "line": article.source.first_line,
        "format": article.format,
        "dialect": article.dialect,
        "story_type": article.story_type,
        "language": article.language,
        "language_from": article.language_told[1],
        "carries": sorted(article.carries),
        "words": article.word_count,
        "fields": [
            {
                "name": name,
                "key": each.key,
                "text": each.text,
                "span": list(each.span),
                "origin": each.origin,
            }
            for name, found in article.fields.items()
            for each in found
        ],
        "slots": {name: list(slot.span) for name, slot in article.slots.items()},
        "blocks": [block_data(block) for block in article.blocks],
        "left_out": [
            {"span": list(part.span), "why": part.why, "words": len(text.split())}
            for part, text in shown_parts(article)
        ],
        "problems": [
            {"span": list(problem.span), "kind": problem.kind, "message": problem.message}
            for problem in article.problems
        ],
    }


def block_data(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": block.kind.value, "span": list(block.span)}
    if block.level:
        data["level"] = block.level
    if block.info:
        data["info"] = block.info
    if block.passage is not None:
        data["text"] = block.text
        data["runs"] = runs(block.passage)
    if block.links:
        data["links"] = [
            {"text": link.text.text, "target": link.target, "kind": link.kind} for link in block.links
        ]
    if block.media:
        data["media"] = [
            {
                "kind": media.kind,
                "target": media.target,
                "alt": None if media.alt is None else media.alt.text,
                "caption": None if media.caption is None else media.caption.text,
            }
            for media in block.media
        ]
    if block.children:
        data["blocks"] = [block_data(child) for child in block.children]
    return data


def runs(passage: Passage) -> list[list[int]]:
    """[text index, source start, source end] of each stretch."""
    return [list(run) for run in passage.runs]
