"""`presslint init`: a config to start from and, where wanted, the hook and the workflow."""

from __future__ import annotations

from pathlib import Path

import click

from presslint import __version__

CONFIG = """\
# presslint: https://github.com/presslint/presslint
version: 1
extends: [{profile}]

# What to read in folders, and what to leave out.
# include: ["content/**/*.md"]
# extend-exclude: ["content/archive/"]

# Leave rules out, or give them another level; `presslint rules` lists them all.
# ignore: [missing-byline]
# severity: {{anonymous-authority: suggestion}}

# Options of a rule; `presslint rule NAME` shows them.
# rules:
#   headline-style: {{longest: 90}}

# Keys of your front matter that presslint does not know.
# fields: {{dek: [standfirst_text]}}

# Other settings for some files.
# overrides:
#   - files: ["content/opinion/"]
#     story-type: opinion
"""

HOOK = f"""\
repos:
  - repo: https://github.com/presslint/presslint
    rev: v{__version__}
    hooks:
      - id: presslint
"""


@click.command()
@click.option(
    "--profile",
    type=click.Choice(["news", "blog", "wire", "strict", "docs"]),
    default="news",
    help="What kind of copy it is.",
)
@click.option("--hook", is_flag=True, help="Write .pre-commit-config.yaml as well.")
@click.option("--force", is_flag=True, help="Write over files that exist.")
def command(profile: str, hook: bool, force: bool) -> None:
    """Write presslint.yaml into the working folder."""
    files = {Path("presslint.yaml"): CONFIG.format(profile=profile)}
    if hook:
        files[Path(".pre-commit-config.yaml")] = HOOK
    for path in files:
        if path.exists() and not force:
            raise click.ClickException(f"{path} exists; --force writes over it")
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"wrote {path}")
    click.echo("next: presslint check" + ("; pre-commit install" if hook else ""))
