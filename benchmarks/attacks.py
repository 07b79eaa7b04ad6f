"""What a hostile pull request would try, tried: how many ways past the gate there are.

    python benchmarks/attacks.py [TREE] [--only CLASS] [--holes]

TREE is the presslint that is attacked, this one by default; an older one is a worktree of its own. Each case
is a scratch repository in a temporary folder, in which a branch brings a defect (or none) and something that
should hide it. It is *held* when the exit code is what it should be, *by design* when the gate is open, the
case is one that docs/ci.md says is open, and the reviewer is told; else it is a hole. Nothing is asked of a network.
`benchmarks/hidden.py` tries each rule's own examples under edits that show nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HEAD = "---\ntitle: {title}\nauthor: Ana Ruiz\ndate: 2026-05-05\n{more}---\n\n"
LEAD = "The council voted on Tuesday to keep all night buses, Ana Ruiz, the transport lead, said.\n"
COSTS = (
    "\n## What it costs\n\nThe service costs £2 million a year, the council’s budget report says. It has run since "
    "2019 and carries people home from the hospital, the harbour and the two big hotels.\n"
)
DEFECT = "\n## Timeline\n"  # a subhead with nothing under it
ROBOT = "As an AI language model, I cannot provide figures for the current year."
CI = "github"


def story(body: str = "", *, more: str = "", title: str = "Council keeps night buses") -> str:
    return HEAD.format(title=title, more=more) + LEAD + COSTS + body


FLAWED = story(DEFECT)
OTHER = story("\n## Next steps\n", title="Harbour gets a second crane")


class Site:
    """A scratch repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"git {' '.join(arguments)}: {done.stderr}")
        return done.stdout.strip()

    def write(self, name: str | bytes, text: str | bytes) -> None:
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())

    def link(self, name: str, target: str) -> None:
        place = self.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target)

    def commit(self) -> str:
        self.git("add", "-A", "-f")
        self.git("commit", "-q", "--allow-empty", "-m", "x")
        return self.git("rev-parse", "HEAD")


Make = Callable[[Site], object]


@dataclass
class Case:
    """What is tried: `make` edits a branch that left main; `code` is what the gate must say."""

    kind: str
    name: str
    make: Make
    code: int = 1
    design: str = ""  # what the report must say where the gate is open by design
    arguments: Sequence[str] = ("ci", "--base", "main", "content")
    env: Mapping[str, str] = field(default_factory=dict)
    commits: bool = True
    told: str = ""  # what must be said, whatever the code


def template(folder: Path) -> Site:
    """main with a config, a pack, a baseline of none, old articles; a branch `work` that has left it."""
    folder.mkdir(parents=True)
    site = Site(folder)
    site.git("init", "-q", "-b", "main")
    site.write(
        "presslint.yaml", "version: 1\nextends: [house.yaml]\npacks: [pack]\nexclude: [content/drafts/]\n"
    )
    site.write("house.yaml", "version: 1\nseverity:\n  missing-byline: error\n")
    site.write("pack/desk/no_leverage.yaml", PACK)
    site.write("content/old.md", OTHER)
    site.write("content/fine.md", story(title="Library opens on Sundays"))
    site.write("content/drafts/draft.md", story("\n## Reaction\n", title="Bridge shuts for a week"))
    site.write("notes/aside.md", story("\n## Reaction\n", title="Pool stays open this winter"))
    site.write(
        "content/loose.md",
        story(
            title="Market moves to the square",
            more="presslint:\n  ignore:\n    missing-dek: the desk wants none\n",
        ),
    )
    site.commit()
    site.git("update-ref", "refs/remotes/origin/main", "HEAD")
    site.git("checkout", "-q", "-b", "work")
    return site


PACK = """\
extends: substitution
why: House style asks for plain words.
message: "“%s” is plainer than “%s”; write it."
level: error
swap:
  leverage: use
examples:
  - bad: They [[leverage]] it.
  - good: They use it.
"""


# -- hide a finding ----------------------------------------------------------------------------------


def put(name: str | bytes, text: str | bytes = FLAWED) -> Make:
    return lambda site: site.write(name, text)


def both(*makes: Make) -> Make:
    return lambda site: [make(site) for make in makes]


def config(text: str, name: str = "presslint.yaml") -> Make:
    """A defect, and a config that would not see it."""
    return both(put("content/new.md"), put(name, text))


def move(old: str, new: str, *, more: str = "") -> Make:
    def make(site: Site) -> None:
        (site.folder / new).parent.mkdir(parents=True, exist_ok=True)
        site.git("mv", old, new)
        if more:
            site.write(new, (site.folder / new).read_text() + more)

    return make


CONFIGS = {
    "ignore": "ignore: [all]\n",
    "select another": "select: [missing-byline]\n",
    "severity off": "severity:\n  empty-section: off\n",
    "severity down": "severity:\n  all: suggestion\n",
    "rule off": "rules:\n  empty-section: off\n",
    "fail-on": "fail-on: never\n",
    "exclude": "exclude: ['*']\n",
    "extend-exclude": "extend-exclude: [content/]\n",
    "include": "include: ['*.rst']\n",
    "size": "max-file-size: 1B\n",
    "overrides": "overrides:\n  - files: ['*']\n    ignore: [all]\n",
    "per-file-ignores": "per-file-ignores:\n  '*': [all]\n",
    "language": "language: ja\n",
    "format": "format: html\n",
    "encoding": "encoding: utf-16\n",
    "story type": "story-type: event\n",
    "profile": "extends: [docs]\nselect: [missing-byline]\n",
    "required version": "required-version: '>=99'\n",
    "broken": "version: [\n",
    "empty": "",
    "baseline elsewhere": "baseline:\n  path: content/new.jsonl\n",
    "output": "output:\n  show: error\n  reports:\n    json: content/new.md\n",
    "python pack": "python: true\npacks: [pack]\n",
    "jobs": "jobs: 0\n",
}
FRONT = {
    "draft": "draft: true\n",
    "published": "published: false\n",
    "layout null": "layout: null\n",
    "switch": "presslint: false\n",
    "disable": "presslint:\n  disable: all\n",
    "blanket": "presslint:\n  ignore: all\n",
    "type legal": "type: legal\n",
    "type page": "type: page\nlayout: raw\n",
    "language": "lang: ja\n",
    "language false": "language: xx\n",
    "headless": "headless: true\nrender: never\n",
    "expired": "expires: 2020-01-01\n",
    "format": "format: html\ncontentType: code\n",
    "generated": "generator: x\n_build:\n  render: never\n",
    "a kind": "kind: listing\nstory_type: event\n",
    "a fence in it": "note: |\n  ---\n  text\n",
    "an anchor": "a: &a [x]\nb: *a\n",
    "long": "".join(f"key{number}: value\n" for number in range(3000)),
}
NAMES = (
    "new.MD", "new.mkd", "new.mdown", "new.mkdn", "new.Rmd", "new.page", "new.story", "new.md.bak", "new.md~",
    "new.qmd", "new.mdwn", "new.mark", "new.HTML", "new.TXT", "new.text", "new", ".new.md", ".hidden/new.md",
    "README-x.md", "CHANGES-x.md", "CONTRIBUTING-x.md", "AUTHORS-x.md", "LICENSE-x.md", "SECURITY.md",
    "README.md", "README/new.md", "vendor/new.md", "venv/new.md", ".venv/new.md", "node_modules/new.md",
    "__pycache__/new.md", ".tox/new.md", "layouts/new.md", "_layouts/new.md", "_includes/new.md",
    "archetypes/new.md", "themes/x/new.md", "ISSUE_TEMPLATE/new.md", "requirements-new.txt", "robots.txt",
    "-new.md", "--fix.md", "--config=x.md", ":(exclude)new.md", "new\nline.md", "new%0A.md", "new\x1b.md", "a b.md", "é.md",
    "new.md ", "*.md", "[new].md", "{new}.md", b"new\xff.md", "n" * 240 + ".md", "a/b/c/d/e/f/g/h/i/j/new.md",
)  # fmt: skip


def encoded() -> Iterator[tuple[str, bytes]]:
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037", "cp1252"):
        yield codec, FLAWED.encode(codec, "replace")
    yield "two marks", b"\xef\xbb\xbf\xef\xbb\xbf" + FLAWED.encode()
    yield "a mark", b"\xef\xbb\xbf" + FLAWED.encode()
    yield "NUL first", b"\0" + FLAWED.encode()
    yield "NUL after 8 kB", story("\nThe bus runs, she said.\n" * 400).encode() + b"\0" + DEFECT.encode()
    yield "bad bytes", FLAWED.encode().replace(b"Timeline", b"Timeline \xff\xfe")
    yield "CR", FLAWED.replace("\n", "\r").encode()
    yield "CRLF", FLAWED.replace("\n", "\r\n").encode()
    yield "mixed ends", FLAWED.replace("\n\n", "\r\n\r").encode()
    for name, sign in (("VT", "\v"), ("FF", "\f"), ("NEL", "\x85"), ("LS", "\u2028"), ("PS", "\u2029")):
        yield name, (FLAWED + sign).encode()
    yield "gzip", gzip.compress(FLAWED.encode())
    yield "a control Z", FLAWED.replace("## Timeline", "\x1a\n## Timeline").encode()
    yield "too large", FLAWED.encode() + b"\n" * (21 * 1024 * 1024)


def hide() -> Iterator[Case]:
    kind = "hide a finding"
    for name, text in CONFIGS.items():
        yield Case(kind, f"config: {name}", config(f"version: 1\n{text}"))
        yield Case(kind, f"config below: {name}", config(f"version: 1\n{text}", "content/presslint.yaml"))
    for name in (".presslint.yaml", "content/.presslint.yml", "content/pyproject.toml", "pyproject.toml"):
        toml = name.endswith("toml")
        yield Case(
            kind,
            f"config: {name}",
            config('[tool.presslint]\nignore = ["all"]\n' if toml else "ignore: [all]\n", name),
        )
    yield Case(kind, "extended config", config("version: 1\nignore: [all]\n", "house.yaml"))
    yield Case(
        kind, "config deleted", both(put("content/new.md"), lambda s: s.git("rm", "-q", "presslint.yaml"))
    )
    yield Case(
        kind,
        "pack edited",
        both(
            put("content/new.md", story("\nThey leverage the buses, she said.\n")),
            put("pack/desk/no_leverage.yaml", PACK.replace("leverage", "utilise")),
        ),
    )
    yield Case(
        kind,
        "config a link",
        both(
            put("content/new.md"),
            put("x.yaml", "ignore: [all]\n"),
            lambda s: s.link("content/presslint.yaml", "../x.yaml"),
        ),
    )
    entry = json.dumps(
        {
            "rule": "empty-section",
            "path": "content/new.md",
            "fp": "0" * 16,
            "text": "Timeline",
            "context": "Timeline",
        }
    )
    for place in (".presslint-baseline.jsonl", "content/.presslint-baseline.jsonl"):
        yield Case(kind, f"baseline {place}", both(put("content/new.md"), put(place, entry + "\n")))
    yield from renames(kind)
    for text in (
        "*.md -diff",
        "*.md binary",
        "*.md -text",
        "*.md filter=x",
        "*.md working-tree-encoding=UTF-16",
        "*.md eol=crlf ident",
        "*.md linguist-generated export-ignore",
        "* merge=ours",
    ):
        make = both(put("content/new.md"), put(".gitattributes", text + "\n"))
        yield Case(kind, f"attributes {text}", make, commits="working" not in text)
    for name in (".gitignore", "content/.gitignore", "content/.ignore", "content/.presslintignore"):
        yield Case(kind, name, both(put("content/new.md"), put(name, "*\n")))
    for name, text in FRONT.items():
        yield Case(kind, f"front matter: {name}", put("content/new.md", story(DEFECT, more=text)))
        yield Case(
            kind, f"front matter: {name}, words", put("content/new.md", story(f"\n{ROBOT}\n", more=text))
        )
    yield Case(kind, "front matter: not closed", put("content/new.md", FLAWED.replace("\n---\n\n", "\n\n")))
    yield Case(kind, "front matter: twice", put("content/new.md", "---\n---\n" + FLAWED))
    for name, text in encoded():
        yield Case(kind, f"encoding: {name}", put("content/new.md", text), 2)
    for name in NAMES:
        name = os.fsdecode(name)
        design = name if name in ("README.md", "SECURITY.md", "requirements-new.txt", "robots.txt") else ""
        text = story(f"\n{ROBOT}\n{DEFECT}")
        yield Case(kind, f"name: {name[:40]!r}", put(f"content/{name}", text), design=design)
    for mark in ("hugo.toml", "_config.yml", "mkdocs.yml", "config.toml", ".eleventy.js", "astro.config.mjs"):
        make = both(
            put(f"content/{mark}", "a = 1\n"),
            *(put(f"content/{out}/new.md") for out in ("layouts", "_layouts")),
        )
        yield Case(kind, f"a generator's {mark} brought along", make)
    yield Case(
        kind,
        "suppression, told",
        put("content/new.md", story(DEFECT, more="presslint:\n  ignore:\n    empty-section: x\n")),
        design="suppresses empty-section",
    )
    comment = "\n<!-- presslint: ignore[empty-section] x -->\n"
    yield Case(
        kind,
        "suppression in a comment, told",
        put("content/new.md", story(comment + DEFECT)),
        design="suppresses empty-section",
    )
    yield Case(
        kind,
        "suppression for the article, told",
        put("content/new.md", story("\n<!-- presslint: file-ignore[empty-section] -->\n" + DEFECT)),
        design="suppresses empty-section",
    )
    yield Case(
        kind, "what the house leaves out", put("content/drafts/new.md"), design="content/drafts/new.md"
    )


def renames(kind: str) -> Iterator[Case]:
    yield Case(kind, "renamed with a new defect", move("content/old.md", "content/renamed.md", more=DEFECT))
    yield Case(kind, "renamed, another kind", move("content/old.md", "content/old.markdown", more=DEFECT))
    yield Case(
        kind,
        "copied with its defect",
        lambda s: s.write("content/copy.md", (s.folder / "content/old.md").read_bytes()),
    )
    yield Case(kind, "moved in from where nobody looked", move("notes/aside.md", "content/aside.md"))
    yield Case(
        kind, "moved in from what the house leaves out", move("content/drafts/draft.md", "content/draft.md")
    )
    yield Case(
        kind,
        "two that change places",
        both(
            lambda s: [
                s.git("mv", "content/old.md", "content/x"),
                s.git("mv", "content/fine.md", "content/old.md"),
                s.git("mv", "content/x", "content/fine.md"),
            ],
            put("content/new.md"),
        ),
    )
    yield Case(
        kind,
        "taken away and brought back under another name",
        both(lambda s: s.git("rm", "-q", "content/old.md"), put("content/again.md", FLAWED)),
    )
    yield Case(
        kind,
        "a file in place of a folder",
        both(lambda s: s.git("mv", "content/drafts", "content/kept"), put("content/drafts", FLAWED)),
    )
    yield Case(
        kind,
        "a mode of its own",
        both(put("content/new.md"), lambda s: (s.folder / "content/new.md").chmod(0o755)),
    )


# -- hide in the text --------------------------------------------------------------------------------

UNSEEN = {
    "soft hyphen": "\u00ad", "zero width space": "\u200b", "non-joiner": "\u200c", "joiner": "\u200d",
    "word joiner": "\u2060", "byte order mark": "\ufeff", "grapheme joiner": "\u034f", "variation selector": "\ufe0f",
    "tag letter": "\U000e0061", "left-to-right mark": "\u200e", "isolate": "\u2068", "override": "\u202d",
    "Mongolian vowel": "\u180e", "invisible times": "\u2062", "Hangul filler": "\u115f", "Khmer vowel": "\u17b4",
    "interlinear": "\ufff9", "NUL": "\0", "unit separator": "\x1f", "delete": "\x7f", "C1": "\x9f",
}  # fmt: skip
BLANKS = {
    "two": "  ", "tab": "\t", "no-break": "\u00a0", "narrow no-break": "\u202f", "thin": "\u2009", "hair": "\u200a",
    "em": "\u2003", "figure": "\u2007", "ideographic": "\u3000", "mathematical": "\u205f", "ogham": "\u1680",
    "line": "\n", "hard line": "  \n", "backslash line": "\\\n", "line separator": "\u2028", "vertical tab": "\v",
    "form feed": "\f", "next line": "\x85", "entity": "&nbsp;", "number": "&#32;", "hex": "&#x20;", "thin entity": "&thinsp;",
    "break": "<br>", "word break": "<wbr> ",
}  # fmt: skip
LOOKALIKES = {"Cyrillic": ("a", "\u0430"), "Greek": ("o", "\u03bf"), "full width": ("A", "\uff21"), "bold": ("A", "\U0001d400"),
              "sans": ("I", "\U0001d5a8"), "dotless": ("i", "\u0456"), "Armenian": ("o", "\u0585"), "circled": ("A", "\u24b6"),
              "small capital": ("A", "\u1d00"), "Cherokee": ("A", "\u13aa")}  # fmt: skip
MARKUP = {
    "bold": "**{s}**", "italic": "*{s}*", "mark": "<mark>{s}</mark>", "span": '<span class="x">{s}</span>',
    "link": "[{s}](https://example.org)", "reference": "[{s}][r]\n\n[r]: https://example.org", "small": "<small>{s}</small>",
    "font": '<font color="white">{s}</font>', "transparent": '<p style="color:transparent">{s}</p>',
    "tiny": '<p style="font-size:1px">{s}</p>', "far": '<p style="position:absolute;left:-9999px">{s}</p>',
    "div": "<div>{s}</div>", "section": "<section>\n\n{s}\n\n</section>", "details": "<details><summary>More</summary>\n\n{s}\n\n</details>",
    "list": "- {s}\n- The bus runs late.", "numbered": "1. {s}\n2. The bus runs late.", "deep list": "- a\n  - b\n    - {s}",
    "task": "- [ ] {s}", "table": "| a | b |\n|---|---|\n| {s} | c |", "table head": "| {s} | b |\n|---|---|\n| a | c |",
    "heading": "## {s}\n\nThe bus runs late.", "setext": "{s}\n---\n\nThe bus runs late.", "html heading": "<h3>{s}</h3>\n\nThe bus runs late.",
    "note": "A word[^1].\n\n[^1]: {s}", "definition": "Term\n: {s}", "admonition": "!!! note\n    {s}", "container": "::: note\n{s}\n:::",
    "alert": "> [!NOTE]\n> {s}", "shortcode": "{{{{< note >}}}}\n{s}\n{{{{< /note >}}}}", "percent shortcode": "{{{{% note %}}}}\n{s}\n{{{{% /note %}}}}",
    "liquid": "{{% raw %}}{s}{{% endraw %}}", "caption": '<figure><img src="a.jpg" alt="A bus"><figcaption>{s}</figcaption></figure>',
    "alt": "![{s}](a.jpg)", "paragraph": "<p>{s}</p>", "upper": "{u}", "lower": "{l}", "escaped": "\\{s}", "quoted marks": "({s})",
    "dash": "The bus — {s}", "after an abbreviation": "The bus runs, i.e. {s}", "footer": "<footer>{s}</footer>",
    "aside": "<aside>{s}</aside>", "centre": "<center>{s}</center>", "indented by three": "   {s}", "smart": "{s} ©",
    "emphasis in words": "As an **AI** language *model*, I cannot **provide** figures for the current year.",
    "tags in words": "As an <b>A</b>I lang<i>u</i>age model, I can<u>not</u> provide figures for the current year.",
    "comment in words": "As an AI lang<!-- x -->uage model, I cannot provide figures for the current year.",
    "empty tags in words": "As an AI lang<span></span>uage model, I cannot provide figures for the current year.",
    "entities in words": "As an &#65;I langu&#x61;ge model, I cannot provide figures for the current year.",
    "escapes in words": "As an AI language model\\, I cannot provide figures for the current year\\.",
    "curly apostrophe": "As an AI language model, I can’t provide figures for the current year.",
    "straight apostrophe": "As an AI language model, I can't provide figures for the current year.",
    "no comma": "As an AI language model I cannot provide figures for the current year.",
    "last line": "The bus runs late.\n{s}", "first words": "{s} The bus runs late.", "in a long paragraph": "The bus runs late, she said. {s} " * 1 + "It does so often. " * 60,
    "after a rule": "***\n\n{s}", "after a comment": "<!-- x -->\n{s}", "in an unclosed tag": "<div>\n\n{s}", "after unclosed bold": "**The bus\n\n{s}",
    "after a code span": "`code` {s}", "after a dollar": "$5 and {s} $6",
}  # fmt: skip
UNREAD = {
    "comment": "<!-- {s} -->", "code": "`{s}`", "fence": "```\n{s}\n```", "indented code": "    {s}", "script": "<script>{s}</script>",
    "style": "<style>{s}</style>", "hidden": "<p hidden>{s}</p>", "no display": '<p style="display:none">{s}</p>', "pre": "<pre>{s}</pre>",
    "quotation": "> {s}", "nested quotation": ">> {s}", "quotation marks of TeX": "``{s}''", "quotation marks": "“{s}”", "struck out": "<del>{s}</del>", "template": "<template>{s}</template>",
    "link definition": "[x]: https://example.org '{s}'", "attribute": '<p data-x="{s}">The bus runs.</p>', "noscript": "<noscript>{s}</noscript>",
    "liquid comment": "{{% comment %}}{s}{{% endcomment %}}",
}  # fmt: skip


def texts() -> Iterator[tuple[str, str, bool]]:
    """Name, body, whether readers see it."""
    words = ROBOT.split()
    for name, sign in UNSEEN.items():
        yield (
            f"unseen in words: {name}",
            ROBOT.replace("language", f"lan{sign}guage").replace("AI", f"A{sign}I"),
            True,
        )
        yield f"unseen between words: {name}", f" {sign}".join(words), True
    for name, sign in BLANKS.items():
        yield f"blank: {name}", sign.join(words), True
    for name, (letter, other) in LOOKALIKES.items():
        yield f"lookalike: {name}", ROBOT.replace(letter, other), True
    for shapes, is_seen in ((MARKUP, True), (UNREAD, False)):
        for name, shape in shapes.items():
            yield f"in {name}", shape.format(s=ROBOT, u=ROBOT.upper(), l=ROBOT.lower()), is_seen
    yield "in the dek", "", True
    yield "in the title", "", True


def hidden_texts(tree: Tree) -> Iterator[tuple[str, str, str]]:
    """(class, name, outcome) of all texts, by one run."""
    with tempfile.TemporaryDirectory(prefix="attacks-") as name:
        site = Site(Path(name))
        cases = list(texts())
        for number, (what, body, _) in enumerate(cases):
            more = f'description: "{ROBOT}"\n' if what == "in the dek" else ""
            title = ROBOT if what == "in the title" else "Council keeps night buses"
            site.write(
                f"t{number}.md",
                story(f"\n{body}\n\nThe vote was on Tuesday.\n", more=more, title=f'"{title}"'),
            )
        _, out = tree.run(
            site.folder, ("check", "--isolated", "--no-cache", "--output", "json", "--show", "error"), {}
        )
        found = json.loads(out[out.index("{") : out.rindex("}") + 1])["findings"]
        seen = {finding["path"] for finding in found if finding["severity"] == "error"}
        for number, (what, _, is_seen) in enumerate(cases):
            outcome = "held" if f"t{number}.md" in seen else "hole" if is_seen else "by design"
            yield "hide in the text", what, outcome


# -- choose the base ---------------------------------------------------------------------------------

GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_BASE_REF": "main",
    "GITHUB_REF": "refs/pull/1/merge",
    "GITHUB_EVENT_NAME": "pull_request",
}
PLAIN = ("ci", "content")


def event(site: Site, value: object) -> None:
    (site.folder.parent / "event.json").write_text(json.dumps(value))


def fake_merge(site: Site, *, first: bool) -> str:
    """A merge of the author's own, whose first (or second) parent brings the defect."""
    site.write("content/new.md", FLAWED)
    site.commit()
    site.git("checkout", "-q", "-b", "aside", "main")
    site.commit()
    if first:
        site.git("checkout", "-q", "work")
    site.git("merge", "-q", "--no-ff", "-m", "x", "aside" if first else "work")
    head = site.git("rev-parse", "HEAD")
    event(site, {"pull_request": {"head": {"sha": head}}})
    return head


def old_branch_point(site: Site) -> None:
    """The branch left main before the gate was strict."""
    site.git("checkout", "-q", "main")
    site.write("presslint.yaml", "version: 1\nfail-on: never\n")
    loose = site.commit()
    site.write("presslint.yaml", "version: 1\n")
    site.commit()
    site.git("update-ref", "refs/remotes/origin/main", "HEAD")
    site.git("checkout", "-q", "-B", "work", loose)
    site.git("update-ref", "refs/loose", loose)
    site.write("content/new.md", FLAWED)


def merged(site: Site) -> None:
    """The merge that the host makes of a branch with a defect."""
    site.write("content/new.md", FLAWED)
    head = site.commit()
    site.git("checkout", "-q", "--detach", "main")
    site.git("merge", "-q", "--no-ff", "-m", "x", "work")
    event(site, {"pull_request": {"head": {"sha": head}}})


def pushed(site: Site, before: str) -> None:
    event(site, {"before": before or site.git("rev-parse", "main"), "repository": {"default_branch": "main"}})
    site.write("content/new.md", FLAWED)


def bases() -> Iterator[Case]:
    kind = "choose the base"

    def case(name: str, make: Make, env: Mapping[str, str], code: int = 1, commits: bool = True) -> Case:
        return Case(
            kind,
            name,
            make,
            code,
            arguments=PLAIN,
            env={"GITHUB_EVENT_PATH": "{event}"} | dict(env),
            commits=commits,
        )

    fakes = {
        f"merge of the author's, {name}": (lambda s, f=first: fake_merge(s, first=f))
        for name, first in (("first parent", True), ("second parent", False))
    }
    for name, make in fakes.items():
        yield case(f"GitHub, {name}", make, GITHUB, commits=False)
        yield case(f"GitHub, {name}, SHA of another", make, GITHUB | {"GITHUB_SHA": "f" * 40}, commits=False)
        yield case(
            f"GitHub, {name}, pull_request_target",
            make,
            GITHUB | {"GITHUB_EVENT_NAME": "pull_request_target"},
            commits=False,
        )
        azure = {"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
        yield case(
            f"Azure, {name}",
            lambda s, m=make: m(s),
            azure | {"SYSTEM_PULLREQUEST_SOURCECOMMITID": "{head}"},
            commits=False,
        )
        yield case(f"Azure, {name}, no word of the host", make, azure, commits=False)
        yield case(f"Jenkins, {name}", make, {"JENKINS_URL": "x", "CHANGE_TARGET": "main"}, commits=False)
        yield case(
            f"Bitbucket, {name}",
            make,
            {"BITBUCKET_BUILD_NUMBER": "1", "BITBUCKET_PR_DESTINATION_BRANCH": "main"},
            commits=False,
        )
    hosts = {
        "GitHub": GITHUB, "Jenkins": {"JENKINS_URL": "x", "CHANGE_TARGET": "main"},
        "GitLab": {"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "{loose}", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"},
        "Bitbucket": {"BITBUCKET_BUILD_NUMBER": "1", "BITBUCKET_PR_DESTINATION_BRANCH": "main"},
        "Azure": {"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"},
    }  # fmt: skip
    for name, env in hosts.items():
        yield case(f"{name}, old branch point", old_branch_point, env)
    yield case("GitHub, the host's merge", merged, GITHUB, commits=False)
    yield case(
        "GitHub, the target is a lone word", merged, GITHUB | {"GITHUB_BASE_REF": "--all"}, 2, commits=False
    )
    yield case(
        "GitHub, a branch of the author's is called origin/main",
        both(put("content/new.md"), lambda s: [s.commit(), s.git("branch", "origin/main")]),
        GITHUB,
    )
    yield case(
        "GitHub, a tag of the author's is called origin/main",
        both(put("content/new.md"), lambda s: [s.commit(), s.git("tag", "origin/main")]),
        GITHUB,
    )
    yield case(
        "GitLab, no target in the clone",
        both(put("content/new.md"), lambda s: s.git("update-ref", "-d", "refs/remotes/origin/main")),
        {
            "GITLAB_CI": "true",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        },
        2,
    )
    push = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/work"}
    yield case("GitHub, push", lambda s: pushed(s, ""), push)
    yield case("GitHub, first push of a branch", lambda s: pushed(s, "0" * 40), push)
    yield case("GitHub, push with a commit that is gone", lambda s: pushed(s, "f" * 40), push, 2)
    yield case("GitHub, push on the branch in two steps", two_pushes, push)
    yield case("GitHub, merge queue", queue, {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "merge_group"})


def two_pushes(site: Site) -> None:
    site.write("presslint.yaml", "version: 1\nfail-on: never\n")
    pushed(site, site.commit())


def queue(site: Site) -> None:
    event(site, {"merge_group": {"base_sha": site.git("rev-parse", "main")}})
    site.write("content/new.md", FLAWED)


# -- links, submodules, repositories in the tree ------------------------------------------------------


def bare(site: Site, inside: str = "content") -> None:
    site.write("content/new.md", FLAWED)
    site.write(f"{inside}/HEAD", "ref: refs/heads/main\n")
    site.write(f"{inside}/config", "[core]\n\tworktree = /usr\n\tbare = false\n")
    for folder in ("objects", "refs"):
        site.write(f"{inside}/{folder}/.keep", "")


def submodule(site: Site, *, full: bool = True) -> None:
    other = Site(site.folder.parent / "other")
    other.folder.mkdir()
    other.git("init", "-q", "-b", "main")
    other.write("new.md", FLAWED)
    other.commit()
    site.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "content/sub"
    )
    site.commit()
    if not full:
        shutil.rmtree(site.folder / "content/sub")
        (site.folder / "content/sub").mkdir()


def secret(site: Site) -> str:
    (site.folder.parent / "secret.txt").write_text(f"SECRETWORD {LEAD}")
    return "../../secret.txt"


def links() -> Iterator[Case]:
    kind = "links, submodules, repositories"
    yield Case(kind, "a folder like a bare repository", bare)
    yield Case(kind, "the same, called from it", bare, arguments=("ci", "--base", "main", "."))
    yield Case(
        kind, "the same, deeper", lambda s: [bare(s, "content/x"), s.write("content/x/new.md", FLAWED)]
    )
    yield Case(kind, "the same under check", bare, arguments=("check", "content"))
    yield Case(
        kind, "a .git file", both(put("content/x/new.md"), put("content/x/.gitx", "gitdir: /nowhere\n"))
    )
    yield Case(kind, "submodule", lambda s: submodule(s), commits=False)
    yield Case(kind, "submodule that is not checked out", lambda s: submodule(s, full=False), commits=False)
    yield Case(
        kind, "linked folder", lambda s: [s.write("data/new.md", FLAWED), s.link("content/linked", "../data")]
    )
    yield Case(
        kind,
        "linked file",
        lambda s: [s.write("data/new.md", FLAWED), s.link("content/new.md", "../data/new.md")],
    )
    yield Case(
        kind,
        "linked file of another name",
        lambda s: [s.write("data/new.bin", FLAWED), s.link("content/new.md", "../data/new.bin")],
    )
    yield Case(
        kind,
        "link to a link",
        lambda s: [
            s.write("data/new.md", FLAWED),
            s.link("data/b.md", "new.md"),
            s.link("content/new.md", "../data/b.md"),
        ],
    )
    yield Case(
        kind, "link in a loop", lambda s: [s.link("content/a.md", "b.md"), s.link("content/b.md", "a.md")], 2
    )
    yield Case(kind, "broken link", lambda s: s.link("content/a.md", "nowhere.md"), 2)
    yield Case(
        kind,
        "file replaced by a link",
        lambda s: [
            s.write("data/new.md", FLAWED),
            (s.folder / "content/fine.md").unlink(),
            s.link("content/fine.md", "../data/new.md"),
        ],
    )
    yield Case(kind, "link out of the tree", lambda s: s.link("content/new.md", secret(s)), 2)
    yield Case(kind, "link into .git", lambda s: s.link("content/new.txt", "../.git/config"), 2)
    yield Case(kind, "link to a device", lambda s: s.link("content/new.md", "/dev/zero"), 2)
    yield Case(kind, "linked folder out of the tree", lambda s: s.link("content/out", "/usr/share"), 1)
    yield Case(
        kind,
        "the folder itself a link",
        lambda s: [s.git("mv", "content", "data"), s.link("content", "data"), s.write("data/new.md", FLAWED)],
    )
    yield Case(
        kind,
        "a fix through a link out of the tree",
        lambda s: s.link("content/new.md", secret(s)),
        2,
        arguments=("check", "--fix", "content"),
    )


# -- code of the tree --------------------------------------------------------------------------------

TOUCH = "import pathlib, os\npathlib.Path(os.environ['ATTACK_MARK']).write_text('run')\n"
MODULES = (
    "venv.py",
    "pip.py",
    "json.py",
    "presslint.py",
    "socket.py",
    "pickle.py",
    "sitecustomize.py",
    "usercustomize.py",
    "click.py",
    "msgspec.py",
)


def modules(site: Site) -> None:
    for name in MODULES:
        site.write(name, TOUCH)
    site.write("content/new.md", FLAWED)


def git_setting(key: str, *names: str) -> Make:
    """A program named in the repository's own settings."""

    def make(site: Site) -> None:
        script = site.folder.parent / "program"
        script.write_text('#!/bin/sh\necho run > "$ATTACK_MARK"\ncat\n')
        script.chmod(0o755)
        site.write("content/new.md", FLAWED)
        for name in names:
            site.write(name, "*.md filter=x diff=x\n")
        site.commit()
        site.git("config", key, str(script))
        site.write("content/fine.md", story(title="Edited"))

    return make


def python_rule(name: str, text: str) -> Make:
    return both(put("content/new.md"), put("evil/desk/evil.py", TOUCH), put(name, text))


def code() -> Iterator[Case]:
    kind = "code of the tree"
    trap = "version: 1\npython: true\npacks: [evil]\n"
    yield Case(kind, "modules beside the call", modules)
    yield Case(
        kind, "modules, Python isolated", modules, arguments=("isolated", "ci", "--base", "main", "content")
    )
    yield Case(
        kind,
        "modules, the processes of a large run",
        lambda s: [modules(s), *(s.write(f"content/n{n}.md", FLAWED) for n in range(60))],
        arguments=("threads", "check", "--jobs", "2", "content"),
    )
    yield Case(kind, "modules, the Action installs", modules, arguments=("action",))
    yield Case(kind, "python: true of the change", python_rule("presslint.yaml", trap))
    yield Case(
        kind, "python: true below", python_rule("content/presslint.yaml", trap.replace("evil", "../evil"))
    )
    yield Case(
        kind,
        "python: true below, check",
        python_rule("content/presslint.yaml", trap.replace("evil", "../evil")),
        arguments=("check", "content"),
    )
    yield Case(
        kind,
        "a pack of the base, a Python rule of the change",
        both(put("content/new.md"), put("pack/desk/evil.py", TOUCH)),
    )
    yield Case(kind, "a tree's program, core.fsmonitor", git_setting("core.fsmonitor"), commits=False)
    yield Case(
        kind, "a tree's program, filter.clean", git_setting("filter.x.clean", ".gitattributes"), commits=False
    )
    yield Case(
        kind,
        "a tree's program, filter.process",
        git_setting("filter.x.process", ".gitattributes"),
        commits=False,
    )
    yield Case(
        kind,
        "a tree's program, diff.textconv",
        git_setting("diff.x.textconv", ".gitattributes"),
        commits=False,
    )
    yield Case(
        kind, "a tree's program, diff.command", git_setting("diff.x.command", ".gitattributes"), commits=False
    )
    yield Case(kind, "a tree's program, diff.external", git_setting("diff.external"), commits=False)
    yield Case(kind, "a tree's program, core.pager", git_setting("core.pager"), commits=False)
    hook = both(
        put("content/new.md"), put("--config=evil.md", "ignore: [all]\n"), put("evil.md", "ignore: [all]\n")
    )
    yield Case(
        kind,
        "a file name as an option of the hook",
        hook,
        arguments=("hook", "--config=evil.md", "content/new.md"),
    )
    for place in (
        "../out.html",
        ".git/hooks/post-commit",
        "presslint.yaml",
        "content/fine.md",
        "sub/../../out.html",
    ):
        text = f"version: 1\noutput:\n  reports:\n    html: {place}\n"
        yield Case(
            kind,
            f"a report written to {place}",
            both(put("content/new.md"), put("presslint.yaml", text)),
            2,
            arguments=("check", "content"),
        )


# -- only what is new --------------------------------------------------------------------------------

SENTENCE = "The plan for the buses has three main parts that matter:"
TAIL = "\n## Reaction\n\nA vote follows in June, the council said.\n"
PARAGRAPH = (
    "The harbour opens its gates at six in the morning, when the first boats come in with their catch, and the "
    "traders stand in line until the last crate is weighed and sold, as they have done for forty years.\n"
)


def differs(before: str, after: str) -> Make:
    def make(site: Site) -> None:
        site.git("checkout", "-q", "main")
        site.write("content/a.md", before)
        site.commit()
        site.git("checkout", "-q", "-B", "work")
        site.write("content/a.md", after)

    return make


def subtraction() -> Iterator[Case]:
    kind = "only what is new"
    body = f"\n{SENTENCE}\n{TAIL}"
    old = story(body)
    known = {
        "nothing": old,
        "a paragraph before": story("\nThe bus runs, she said.\n" + body),
        "a paragraph after": story(body + "\nThe bus runs, she said.\n"),
        "moved down": story(f"{TAIL}\n{SENTENCE}\n"),
        "its sentence edited": old.replace("plan for the buses", "plan for the night buses"),
        "its sentence in bold": old.replace(SENTENCE, f"**{SENTENCE}**"),
        "rewrapped": old.replace("three main", "three\nmain"),
        "two blanks": old.replace("three main", "three  main"),
        "windows line ends": old.replace("\n", "\r\n"),
        "a byte order mark": "\ufeff" + old,
        "another title": old.replace("Council keeps night buses", "Council saves all night buses"),
        "another section": old.replace("## Reaction", "## What they say"),
        "mended": story(TAIL),
        "front matter edited": old.replace("author: Ana Ruiz\n", "author: Ana Ruiz\ntags: [bus]\n"),
        "front matter as TOML": old.replace("---\n", "+++\n").replace(": ", ' = "', 3).replace("buses\nauthor", 'buses"\nauthor')
        .replace("Ruiz\ndate", 'Ruiz"\ndate').replace('date = "', "date = "),
    }  # fmt: skip
    for name, after in known.items():
        yield Case(kind, f"known: {name}", differs(old, after), 0)
    yield Case(kind, "known: moved to another file", differs(old, old), 0)
    yield Case(
        kind,
        "known: the file renamed",
        lambda s: [differs(old, old)(s), s.git("mv", "content/a.md", "content/b.md")],
        0,
    )
    yield Case(kind, "known: a section taken out", differs(story(body + DEFECT), story(TAIL + DEFECT)), 0)
    yield Case(
        kind,
        "known: one of two the same taken out",
        differs(story(body + body.replace("Reaction", "Answer")), old),
        0,
    )
    yield Case(kind, "known: clean to clean", differs(story(), story(TAIL)), 0)
    fresh = {
        "another": (old, old + DEFECT),
        "swapped": (story(DEFECT), story("\n## Reaction\n")),
        "swapped across sections": (story(f"\n{SENTENCE}\n{TAIL}"), story(f"{TAIL}\nThe vote has four clear steps to come:\n\n## Later\n\nIt ends in May, she said.\n")),
        "a second of the same": (old, story(body + body.replace("Reaction", "Answer"))),
        "a third of the same": (story(f"\n{ROBOT}\n\nIt rains.\n\n{ROBOT}\n"), story(f"\n{ROBOT}\n\nIt rains.\n\n{ROBOT}\n\nIt snows.\n\n{ROBOT}\n")),
        "in place of text": (story(TAIL), story(body)),
        "its text taken out from under it": (story("\n## Timeline\n\nIt began in May, she said.\n"), story(DEFECT)),
        "its list taken out from under it": (story("\nThe plan has three parts:\n\n- cost\n- time\n- staff\n" + TAIL), story("\nThe plan has three parts:\n" + TAIL)),
        "the first file": ("", old),
        "in a clean article": (story(), old),
        "with line ends changed": (story(), old.replace("\n", "\r\n")),
        "a field taken out": (story(), story().replace("author: Ana Ruiz\n", "")),
        "a robot's word": (old, story(f"\n{ROBOT}\n" + body)),
        "a robot's word in an edited sentence": (story("\nThe bus runs late this year.\n"), story(f"\n{ROBOT}\n")),
        "one robot's word for another": (story(f"\n{ROBOT}\n"), story("\nI hope this helps! Let me know if you would like any changes.\n")),
        "a placeholder for another": (story("\nThe cost is TK, she said in her report on the buses.\n"), story("\nThe cost is [INSERT FIGURE HERE], she said in her report on the buses.\n")),
        "a word doubled elsewhere": (story("\nThe the bus runs late on Monday, and the council said so in its last report.\n"), story("\nThe bus runs late on Monday, and the council said so in its its last report.\n")),
        "a second copy of a paragraph": (story("\n" + PARAGRAPH), story("\n" + PARAGRAPH + "\nThe bus runs late.\n\n" + PARAGRAPH)),
        "a third copy of a paragraph": (story("\n" + PARAGRAPH + "\nThe bus runs.\n\n" + PARAGRAPH), story("\n" + PARAGRAPH + "\nThe bus runs.\n\n" + PARAGRAPH + "\nIt waits.\n\n" + PARAGRAPH)),
        "a second copy of a section": (story(TAIL), story(TAIL + TAIL)),
        "below the end of a list": (story("\n- a\n- b\n"), story("\n- a\n- b\n" + DEFECT)),
    }  # fmt: skip
    for name, (before, after) in fresh.items():
        yield Case(
            kind,
            f"new: {name}",
            differs(before, after),
            arguments=("check", "--new-from-rev", "main", "--max-warnings", "0", "content"),
        )
    widened = "presslint:\n  ignore:\n    empty-section: x\n"
    comment = "\n<!-- presslint: ignore[empty-section] x -->\n"
    yield Case(
        kind,
        "new: a wider suppression is told",
        differs(story(comment + DEFECT), story(DEFECT + "\n## Reaction\n", more=widened)),
        design="suppresses empty-section",
    )
    yield Case(
        kind,
        "new: a suppression used again is told",
        differs(story(comment + DEFECT), story(comment + "\n## Reaction\n")),
        0,
        arguments=("ci", "--base", "main", "content"),
        told="suppresses empty-section",
    )
    yield Case(
        kind,
        "new: a moved suppression is told or counts",
        differs(story(comment + DEFECT + "\n## Reaction\n"), story(DEFECT + comment + "\n## Reaction\n")),
        design="suppresses empty-section",
    )


# -- the run -----------------------------------------------------------------------------------------


START = "import sys; sys.path.append('TREE'); from presslint.cli import run; "
PROGRAMS = {
    "isolated": f"{sys.executable} -Ic {START}sys.exit(run(sys.argv[1:]))",
    "threads": f"{sys.executable} -Ic import threading, time; threading.Thread(target=time.sleep, args=(9,), daemon=True).start(); "
    f"{START}sys.exit(run(sys.argv[1:]))",
    # the first step of the Action, without a package index
    "action": """
        step=$(sed -n '/      run: |/,/    - name: Check/p' TREE/action.yml | sed '1d;$d')
        export PRESSLINT_ACTION_VERSION=9.9 PRESSLINT_ACTION_TEMP=$PWD/../temp PIP_NO_INDEX=1
        mkdir "$PRESSLINT_ACTION_TEMP"
        bash -c "$step"; exit 1""",
}  # fmt: skip


class Tree:
    """A presslint, loaded once; each call of it is a process of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        sys.path[:] = [str(place), *sys.path[1:]]
        import presslint.cli
        import presslint.cli.check
        import presslint.cli.ci

        assert Path(presslint.cli.__file__).is_relative_to(place), presslint.cli.__file__

    def run(self, folder: Path, arguments: Sequence[str], env: Mapping[str, str]) -> tuple[int, str]:
        """Exit code and everything said, the summary included."""
        with tempfile.NamedTemporaryFile("w+b") as said:
            if arguments[0] in PROGRAMS:
                program = PROGRAMS[arguments[0]].replace("TREE", str(self.place))
                program = (
                    [*program.split(" ", 2), *arguments[1:]]
                    if "import" in program
                    else ["bash", "-c", program]
                )
                done = subprocess.run(
                    program, cwd=folder, env=os.environ | dict(env), stdout=said, stderr=said, check=False
                )
                code = done.returncode
            else:
                code = self._forked(folder, arguments, env, said.fileno())
            said.seek(0)
            return code, said.read().decode("utf-8", "replace")

    def _forked(self, folder: Path, arguments: Sequence[str], env: Mapping[str, str], said: int) -> int:
        child = os.fork()
        if child:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        code = 99
        try:
            os.chdir(folder)
            os.environ.update(env)
            resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))  # a link to a device has no end
            os.dup2(said, 1)
            os.dup2(said, 2)
            from presslint.cli import run

            code = run(list(arguments))
        finally:
            os._exit(code)


def outcome(case: Case, tree: Tree, start: Path) -> str:
    with tempfile.TemporaryDirectory(prefix="attacks-") as name:
        site = Site(Path(name, "site"))
        shutil.copytree(start, site.folder, symlinks=True)
        case.make(site)
        if case.commits:
            site.commit()
        refs = {"event": str(Path(name, "event.json")), "head": site.git("rev-parse", "HEAD")}
        if any("{loose}" in value for value in case.env.values()):
            refs["loose"] = site.git("rev-parse", "refs/loose")
        mark = Path(name, "mark")
        env = {key: value.format(**refs) for key, value in case.env.items()} | {"ATTACK_MARK": str(mark)}
        before = _outside(site)
        code, said = tree.run(site.folder, case.arguments, env)
        if mark.exists() or "SECRETWORD" in said or _outside(site) != before:
            return "hole"
        if case.told not in said:
            return "hole"
        if code in {0: (0,), 1: (1,), 2: (1, 2)}[case.code]:
            return "held"
        return "by design" if code == 0 and case.design and case.design in said else "hole"


def _outside(site: Site) -> dict[str, bytes]:
    """What a run must leave alone."""
    places = [site.folder.parent / "secret.txt", site.folder.parent / "out.html", *(site.folder / ".git/hooks").glob("post-commit"),
              site.folder / "presslint.yaml", site.folder / "content/fine.md"]  # fmt: skip
    return {str(place): place.read_bytes() for place in places if place.is_file()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tree", nargs="?", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--only", default="", help="classes whose name holds this")
    parser.add_argument("--holes", action="store_true", help="name the holes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="attacks-") as name:
        clean_environment(Path(name))
        tree = Tree(options.tree.resolve())
        start = template(Path(name, "site")).folder
        cases = [
            case
            for make in (hide, bases, links, code, subtraction)
            for case in make()
            if options.only in case.kind
        ]
        rows = [(case.kind, case.name, outcome(case, tree, start)) for case in cases]
        if options.only in "hide in the text":
            rows[sum(kind == "hide a finding" for kind, *_ in rows) : 0] = hidden_texts(tree)
    show(rows, holes=options.holes)


def clean_environment(folder: Path) -> None:
    """Nothing of this machine's CI, git or caches."""
    for key in list(os.environ):
        if key.startswith(
            (
                "GITHUB_",
                "GITLAB_",
                "CI",
                "GIT_",
                "BITBUCKET",
                "JENKINS",
                "TF_BUILD",
                "PRESSLINT",
                "PRE_COMMIT",
            )
        ):
            del os.environ[key]
    (folder / "gitconfig").write_text(
        "[user]\nname = A\nemail = a@example.org\n[commit]\ngpgsign = false\n[gc]\nauto = 0\n"
    )
    os.environ |= {"GIT_CONFIG_GLOBAL": str(folder / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1", "XDG_CACHE_HOME": str(folder / "cache"),
                   "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip


def show(rows: Sequence[tuple[str, str, str]], *, holes: bool) -> None:
    print("| class | tried | held | open by design, told | holes |\n|---|---:|---:|---:|---:|")
    kinds = list(dict.fromkeys(kind for kind, *_ in rows))
    for kind in [*kinds, "all"]:
        found = [what for other, _, what in rows if kind in (other, "all")]
        counts = " | ".join(str(found.count(what)) for what in ("held", "by design", "hole"))
        print(f"| {kind} | {len(found)} | {counts} |")
    for kind, name, what in rows if holes else ():
        if what == "hole":
            print(f"hole: {kind}: {name}")


if __name__ == "__main__":
    main()
