"""`presslint init`: a config to start from and, where wanted, the hook and the workflow."""

from __future__ import annotations

import os
from pathlib import Path

import click

from presslint.cli.hookfile import HOOK_ID, WHOLE_FILE, add_to
from presslint.engine.fix import WriteError
from presslint.model.generators import Generator, generator_at

CONFIG = """\
# presslint: https://github.com/presslint/presslint
version: 1
extends: [{profile}]

# What to read in folders, and what to leave out.
{reading}

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


@click.command()
@click.option(
    "--profile",
    type=click.Choice(["news", "blog", "wire", "strict", "docs"]),
    default="news",
    help="What kind of copy it is.",
)
@click.option("--from-vale", is_flag=True, help="Run the Vale project of the working folder as it is.")
@click.option(
    "--hook",
    is_flag=True,
    help="Put the hook into .pre-commit-config.yaml as well; what stands there is kept.",
)
@click.option("--force", is_flag=True, help="Write over a presslint.yaml that exists.")
def command(profile: str, from_vale: bool, hook: bool, force: bool) -> None:
    """Write presslint.yaml into the working folder."""
    generator = None if from_vale else generator_at(os.getcwd())
    text = of_vale() if from_vale else CONFIG.format(profile=profile, reading=reading(generator))
    path = Path("presslint.yaml")
    if os.path.lexists(path) and not force:
        if not hook:
            raise click.ClickException(f"{path} exists; --force writes over it")
        click.echo(f"{path} is there already; left as it is")
    else:
        _write(path, text)
    if hook:
        _add_hook(Path(".pre-commit-config.yaml"))
    if generator is not None:
        click.echo(f"this is a {generator.name} site: {articles(generator)}")
    click.echo("next: presslint check" + ("; pre-commit install" if hook else ""))


def _write(path: Path, text: str) -> None:
    if path.is_symlink():
        raise WriteError(path, "is a link; put the file itself here")
    path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"wrote {path}")


def _add_hook(path: Path) -> None:
    """Raises FileError."""
    if not os.path.lexists(path):
        _write(path, WHOLE_FILE)
        return
    line = add_to(path)
    if line is None:
        click.echo(f"added the hook “{HOOK_ID}” to {path}")
    else:
        click.echo(f"{path}:{line} has a hook of presslint already; left as it is")


def of_vale() -> str:
    """A config that does what `presslint check --vale` does here."""
    from presslint.config.valeproject import INI_NAMES, equivalent

    path = next((Path(name) for name in INI_NAMES if Path(name).is_file()), None)
    if path is None:
        raise click.ClickException(f"no {', '.join(INI_NAMES)} in the working folder; go where it stands")
    return equivalent(path)


def reading(generator: Generator | None) -> str:
    """The lines of the config that say what to read, for the generator of the working folder."""
    if generator is None:
        return '# include: ["content/**/*.md"]\n# extend-exclude: ["content/archive/"]'
    here = [folder for folder in generator.articles if Path(folder).is_dir()]
    lines = []
    if here:
        globs = ", ".join(f'"{folder}/**/*.{suffix}"' for folder in here for suffix in generator.suffixes)
        lines.append(f"include: [{globs}]")
    out = ", ".join(f'"{anchored(name)}/"' for name in generator.out)
    lines.append(f"extend-exclude: [{out}]")
    return "\n".join(lines)


def anchored(name: str) -> str:
    """A folder as a glob: below the root, or anywhere where the generator has it anywhere."""
    return name.removeprefix("*/") if name.startswith("*/") else f"/{name}"


def articles(generator: Generator) -> str:
    """What is read of a site, in words."""
    here = [f"{folder}/" for folder in generator.articles if Path(folder).is_dir()]
    return f"articles are read in {' and '.join(here)}" if here else "its own folders are left out"
