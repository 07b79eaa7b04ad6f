"""Site generators, known by the files of their own: where their articles are and what is none.

A folder is the root of a site when it holds what a generator asks for. Which folders below it hold
templates, themes or the finished site is a matter of the generator, not of their names alone.
"""

from __future__ import annotations

import os
from functools import lru_cache

from msgspec import Struct

REPOSITORY = frozenset({".git", ".hg", ".svn"})
HIGHEST = 40  # folders above a file that are looked at
HEAD = 4000  # bytes of a config that are looked at


class Generator(Struct, frozen=True):
    """A generator: the files that it is known by, and its folders as seen from the root.

    One of `marks` must be there, and one of `also` where it names any. `out` are folders right below
    the root (`*/` before a name: anywhere below), `articles` where its articles are.
    """

    name: str
    marks: tuple[str, ...]
    also: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ("md",)


SUFFIXES = ("js", "cjs", "mjs", "ts", "mts")


def _scripts(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{suffix}" for suffix in SUFFIXES)


GENERATORS = (
    Generator(
        "hugo",
        ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", ".hugo_build.lock"),
        out=("archetypes", "layouts", "themes", "public", "resources", "static", "assets", "data", "i18n"),
        articles=("content",),
    ),
    Generator(
        "zola",
        ("config.toml",),
        ("templates", "sass"),
        ("templates", "themes", "public", "sass", "static"),
        ("content",),
    ),
    Generator(
        "hugo",
        ("config.toml", "config.yaml", "config.yml", "config.json", "config"),
        ("archetypes", "layouts", "themes"),
        ("archetypes", "layouts", "themes", "public", "resources", "static", "assets", "data", "i18n"),
        ("content",),
    ),
    Generator(
        "hexo",
        ("_config.yml", "_config.yaml"),
        ("scaffolds", "source"),
        ("scaffolds", "themes", "public"),
        ("source",),
    ),
    Generator(
        "jekyll",
        ("_config.yml", "_config.yaml", "_config.toml"),
        ("Gemfile", "_posts", "_layouts", "_includes", "_data", "_sass", "index.md", "index.markdown"),
        ("*/_layouts", "*/_includes", "_site", "_sass", "_data", "_plugins", "assets", "vendor"),
        ("_posts", "_drafts"),
        ("md", "markdown"),
    ),
    Generator(
        "eleventy",
        (".eleventy.js", ".eleventy.cjs", ".eleventy.mjs", *_scripts("eleventy.config")),
        out=("*/_includes", "*/_layouts", "*/_data", "_site", "dist", "public"),
    ),
    Generator(
        "docusaurus",
        _scripts("docusaurus.config"),
        out=("build", ".docusaurus", "static"),
        articles=("docs", "blog", "i18n"),
        suffixes=("md", "mdx"),
    ),
    Generator(
        "astro",
        _scripts("astro.config"),
        out=("dist", ".astro", "public", "src/layouts", "src/components"),
        articles=("src/content", "src/pages"),
        suffixes=("md", "mdx"),
    ),
    Generator("gatsby", _scripts("gatsby-config"), out=("public", ".cache", "static")),
    Generator("next", _scripts("next.config"), out=(".next", "out", "public", "components")),
    Generator(
        "pelican",
        ("pelicanconf.py",),
        out=("output", "themes", "theme"),
        articles=("content",),
        suffixes=("md", "rst"),
    ),
    Generator("mkdocs", ("mkdocs.yml", "mkdocs.yaml"), out=("site", "overrides"), articles=("docs",)),
)
MARKS = frozenset(mark for generator in GENERATORS for mark in generator.marks)


@lru_cache(maxsize=4096)
def generator_at(folder: str) -> Generator | None:
    """The generator whose root a folder is, if it is one."""
    try:
        names = frozenset(os.listdir(folder))
    except OSError:
        return None
    if MARKS.isdisjoint(names):
        return None
    for generator in GENERATORS:
        if names.isdisjoint(generator.marks) or (generator.also and names.isdisjoint(generator.also)):
            continue
        if generator.name == "zola" and not _says(folder, "config.toml", b"base_url"):
            continue
        if generator.name == "hexo" and "scaffolds" not in names and "package.json" not in names:
            continue
        return generator
    return None


def _says(folder: str, name: str, key: bytes) -> bool:
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return key in file.read(HEAD)
    except OSError:
        return False


@lru_cache(maxsize=4096)
def root_of(folder: str) -> tuple[str, Generator | None]:
    """The nearest root above a folder, of a site or of a repository; an empty string where none is."""
    place = folder
    for _ in range(HIGHEST):
        generator = generator_at(place)
        if generator is not None:
            return place, generator
        if any(os.path.lexists(os.path.join(place, name)) for name in REPOSITORY):
            return place, None
        above = os.path.dirname(place)
        if above == place:
            break
        place = above
    return "", None


@lru_cache(maxsize=4096)
def left_out(folder: str) -> str:
    """The generator that keeps no articles in a folder, by its name; an empty string for all others."""
    root, generator = root_of(folder)
    if generator is None:
        return ""
    inside = os.path.relpath(folder, root).replace(os.sep, "/")
    parts = inside.split("/")
    for name in generator.out:
        if name.startswith("*/"):
            if name[2:] in parts:
                return generator.name
        elif inside == name or inside.startswith(f"{name}/"):
            return generator.name
    return ""


def look_again() -> None:
    """Forget what stood where: a new run begins."""
    for known in (generator_at, root_of, left_out, _seen):
        known.cache_clear()


def seen_from_root(path: str, root: str = "") -> str:
    """A path as seen from the config's folder, or from the nearest root of a site or a repository.

    Where there is none it is the path from the working folder, or as asked for. What is told from it is
    the same from whatever folder presslint is called.
    """
    if not os.path.lexists(path):
        return path.replace("\\", "/")
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        folder, name = os.path.split(os.path.abspath(path))
    seen = _seen(folder, root, os.getcwd())
    return path.replace("\\", "/") if seen is None else seen + name


@lru_cache(maxsize=4096)
def _seen(folder: str, root: str, here: str) -> str | None:
    """A folder as seen from the root, with slashes and one at its end; None where it is elsewhere."""
    folder = os.path.realpath(os.path.abspath(folder))
    inside = os.path.relpath(folder, root or root_of(folder)[0] or here).replace(os.sep, "/")
    if inside == ".." or inside.startswith("../"):
        return None
    return "" if inside == "." else f"{inside}/"
