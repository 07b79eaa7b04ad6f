"""Site generators: known by their own files; nothing in their templates is read, and an empty site is clean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presslint.cli.app import call
from presslint.config.config import Config, Configs
from presslint.config.discover import discover
from presslint.model.generators import generator_at, left_out, look_again, root_of, seen_from_root

HELLO = "This is the first post of a new site. Change it, or delete it and write one of your own.\n" * 3
HUGO = {
    "archetypes/default.md": (
        "+++\ndate = '{{ .Date }}'\ndraft = true\ntitle = '{{ replace .File.ContentBaseName \"-\" \" \" }}'\n+++\n"
    ),
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/posts/first.md": f"---\ntitle: Boats return\ndate: 2026-05-04\nauthor: Ana Ruiz\n---\n{HELLO}",
    "layouts/index.html": "<html><body>{{ range .Pages }}<h2></h2>{{ end }}</body></html>",
    "themes/plain/exampleSite/content/about.md": "---\ntitle: Untitled\n---\nLorem ipsum dolor sit amet.\n",
    "public/index.html": "<html><body><h1>Untitled</h1></body></html>",
}
SITES = {
    "hugo": {"hugo.toml": "baseURL = 'https://example.org/'\ntitle = 'New site'\n", **HUGO},
    "old hugo": {"config.toml": "baseURL = 'https://example.org/'\n", **HUGO},
    "zola": {
        "config.toml": "base_url = 'https://example.org'\n",
        "content/_index.md": "+++\ntitle = 'Blog'\nsort_by = 'date'\n+++\n",
        "templates/index.html": "<html><body>{% block content %}{% endblock %}</body></html>",
        "sass/.keep": "",
    },
    "jekyll": {
        "_config.yml": "title: New site\ntheme: minima\n",
        "Gemfile": "source 'https://rubygems.org'\n",
        "index.markdown": "---\n# nothing but the layout\nlayout: home\n---\n",
        "about.markdown": "---\nlayout: page\ntitle: About\npermalink: /about/\n---\n\nThis is the base theme.\n",
        "404.html": "---\npermalink: /404.html\nlayout: default\n---\n<h1>404</h1>\n<p>Page not found.</p>\n",
        "_posts/2026-05-04-welcome.markdown": (
            f'---\nlayout: post\ntitle: "Welcome to Jekyll!"\ndate: 2026-05-04 10:00:00 +0000\n---\n{HELLO}'
        ),
        "_layouts/default.html": "<html><body>{{ content }}</body></html>",
        "_includes/header.html": "<h1>{{ site.title }}</h1>",
        "_site/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "hexo": {
        "_config.yml": "title: Hexo\nsource_dir: source\n",
        "package.json": "{}",
        "scaffolds/post.md": "---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n",
        "scaffolds/draft.md": "---\ntitle: {{ title }}\ntags:\n---\n",
        "source/_posts/hello-world.md": f"---\ntitle: Hello World\n---\n{HELLO}\n## Quick start\n\nWrite a post.\n",
        "themes/plain/README.txt": "Untitled\n",
    },
    "eleventy": {
        "eleventy.config.js": "export default function () {}\n",
        "_includes/layouts/base.njk.html": "<html><body>{{ content | safe }}</body></html>",
        "content/blog/firstpost.md": f"---\ntitle: Boats return\ndate: 2026-05-04\n---\n{HELLO}",
        "content/about.md": "---\ntitle: About\n---\nThis is a site.\n",
        "_site/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "astro": {
        "astro.config.mjs": "export default {}\n",
        "src/content/blog/first-post.md": f"---\ntitle: Boats return\npubDate: Jul 08 2026\n---\n{HELLO}",
        "src/layouts/Post.html": "<html><body><slot /></body></html>",
        "public/page.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "docusaurus": {
        "docusaurus.config.ts": "export default {}\n",
        "docs/intro.md": "---\nsidebar_position: 1\n---\n\n# Tutorial intro\n\nStart a site in five minutes.\n",
        "blog/2026-05-04-first.md": f"---\nslug: first\ntitle: Boats return\nauthors: [ana]\n---\n{HELLO}",
        "src/pages/markdown-page.md": "---\ntitle: Markdown page example\n---\n\n# Example\n\nA page.\n",
        "build/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "mkdocs": {
        "mkdocs.yml": "site_name: My docs\n",
        "docs/index.md": "# Welcome\n\nFor the full documentation see the site.\n\n## Commands\n\n* `serve` starts it.\n",
        "site/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "pelican": {
        "pelicanconf.py": "SITENAME = 'New site'\n",
        "content/first.md": f"Title: Boats return\nDate: 2026-05-04\n\n{HELLO}",
        "output/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "gatsby": {
        "gatsby-config.js": "module.exports = {}\n",
        "content/blog/first/index.md": f"---\ntitle: Boats return\ndate: '2026-05-04'\n---\n{HELLO}",
        "public/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
    "next": {
        "next.config.mjs": "export default {}\n",
        "posts/first.mdx": f"---\ntitle: Boats return\ndate: '2026-05-04'\n---\n{HELLO}",
        "out/index.html": "<html><body><h1>Untitled</h1></body></html>",
    },
}


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    build(tmp_path, SITES[request.param])
    return request.param.split()[-1], tmp_path


def build(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    look_again()


def read_in(folder: Path) -> set[str]:
    found = discover([folder], Configs(Config(root=folder)))
    assert not found.notices
    return {path.relative_to(folder).as_posix() for path in found.files}


def test_a_generator_is_known_by_its_files(site: tuple[str, Path]) -> None:
    name, folder = site
    generator = generator_at(str(folder))
    assert generator is not None
    assert generator.name == name


def test_templates_themes_and_the_finished_site_are_no_articles(site: tuple[str, Path]) -> None:
    _, folder = site
    files = read_in(folder)
    assert files
    out = (
        "archetypes layouts themes public templates scaffolds _layouts _includes _site output build site out"
    )
    assert not [name for name in files if name.split("/")[0] in out.split()]
    assert "src/layouts/Post.html" not in files


def test_an_empty_site_has_no_errors(site: tuple[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    _, folder = site
    status = call(["check", "--isolated", "--no-cache", "--output", "concise", str(folder)])
    assert status == 0, capsys.readouterr().out


def test_init_writes_what_to_read(
    site: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name, folder = site
    before = read_in(folder)
    monkeypatch.chdir(folder)
    assert call(["init"]) == 0
    assert f"this is a {name} site" in capsys.readouterr().out
    config = Config.load(folder)
    found = discover([folder], Configs(config))
    after = {path.relative_to(folder).as_posix() for path in found.files}
    assert after
    assert after <= before


def test_a_folder_of_templates_is_walked_when_it_is_named(tmp_path: Path) -> None:
    build(tmp_path, SITES["hugo"])
    assert read_in(tmp_path / "archetypes") == {"default.md"}


def test_such_names_say_nothing_without_a_generator(tmp_path: Path) -> None:
    build(tmp_path, {"public/first.md": HELLO, "build/second.md": HELLO, "themes/third.md": HELLO})
    assert read_in(tmp_path) == {"public/first.md", "build/second.md", "themes/third.md"}
    assert left_out(str(tmp_path / "public")) == ""


def test_a_path_is_seen_from_the_nearest_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, {f"fixtures/site/{name}": text for name, text in SITES["hugo"].items()})
    home = tmp_path / "fixtures" / "site"
    assert root_of(str(home / "content" / "posts"))[0] == str(home)
    monkeypatch.chdir(tmp_path)
    assert seen_from_root("fixtures/site/content/posts/first.md") == "content/posts/first.md"
    monkeypatch.chdir(home / "content")
    assert seen_from_root("posts/first.md") == "content/posts/first.md"
    assert seen_from_root(str(home / "content/posts/first.md")) == "content/posts/first.md"
    assert seen_from_root("posts/first.md", str(home / "content")) == "posts/first.md"


def test_a_file_that_is_not_there_is_seen_as_it_is_called() -> None:
    assert seen_from_root("nowhere\\story.md") == "nowhere/story.md"
    assert os.sep not in seen_from_root("docs/nowhere.md").replace("/", "")
