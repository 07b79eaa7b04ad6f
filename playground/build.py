"""Build the playground: presslint in a browser, as a folder of files that any web server can hand out.

    python playground/build.py [--into build/playground] [--wheel DIST/presslint-….whl]

Pyodide and the parsers come from npm, wheels for WebAssembly from PyPI, each by a version and a digest that are
written down beside this file; presslint's own wheel is built from the tree unless one is named. What is fetched
and what is built stays below the folder; the page itself is its `site`. Then

    python -m http.server --directory build/playground/site

and open http://localhost:8000/. After that nothing is taken from anywhere else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PLATFORM = "pyemscripten_2026_0_wasm32"  # what Pyodide of package.json runs
PYTHON = "3.14"
PACKAGES = f"/lib/python{PYTHON}/site-packages"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
PAGE = ("index.html", "style.css", "page.js", "worker.js")
EXAMPLES = (
    "flawed-story.md",
    "flawed-figures.md",
    "flawed-story.txt",
    "formats/page.html",
    "formats/story.adoc",
    "formats/ghost.json",
    "formats/nitf.xml",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, default=ROOT / "build" / "playground")
    parser.add_argument("--wheel", type=Path, help="presslint's wheel, where it is built already")
    options = parser.parse_args()
    into: Path = options.into.resolve()
    into.mkdir(parents=True, exist_ok=True)
    fetch_node_modules(into)
    wheels = fetched_wheels(into)
    wheel = options.wheel or built_wheel(into)
    site = lay_out(into, [wheel, *wheels])
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    print(f"{site}: {size / 1e6:.1f} MB; python -m http.server --directory {site}")


def run(*command: str | Path, folder: Path = ROOT) -> None:
    done = subprocess.run([str(each) for each in command], cwd=folder, check=False)
    if done.returncode:
        raise SystemExit(f"this failed: {' '.join(map(str, command))}")


def fetch_node_modules(into: Path) -> None:
    """What package-lock.json names, with no script of a package run."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed for Pyodide and the parsers; install Node 20 or later")
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, into / name)
    run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=into)


def fetched_wheels(into: Path) -> list[Path]:
    """The wheels that requirements.txt names, for the platform of Pyodide."""
    folder = into / "wheels"
    shutil.rmtree(folder, ignore_errors=True)
    asked = ["--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", HERE / "requirements.txt"]
    target = ["--platform", PLATFORM, "--platform", "any", "--python-version", PYTHON]
    target += ["--implementation", "cp", "--abi", f"cp{PYTHON.replace('.', '')}", "--abi", "none"]
    run(sys.executable, "-m", "pip", "download", "--quiet", "--dest", folder, *target, *asked)
    return sorted(folder.glob("*.whl"))


def built_wheel(into: Path) -> Path:
    """presslint's own wheel, as a release has it."""
    folder = into / "presslint"
    shutil.rmtree(folder, ignore_errors=True)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("presslint-*.whl")
    return wheel


def lay_out(into: Path, wheels: list[Path]) -> Path:
    """The folder that is served."""
    site = into / "site"
    shutil.rmtree(site, ignore_errors=True)
    modules = into / "node_modules"
    copy(((modules / "pyodide" / name) for name in RUNTIME), site / "pyodide")
    copy((HERE / "page" / name for name in PAGE), site)
    copy((ROOT / "examples" / name for name in EXAMPLES), site / "examples")
    copy(wheels, site / "wheels")
    zipped(site / "standins.zip", sorted((HERE / "standins").glob("*.py")))
    zipped(site / "desk.zip", [HERE / "page" / "presslint_desk.py"])
    bundle(into, site / "parsers.mjs")
    pyodide = json.loads((modules / "pyodide" / "package.json").read_text(encoding="utf-8"))
    version = re.match(r"presslint-([^-]+)-", wheels[0].name)
    built = {
        "version": version[1] if version else "",
        "pyodide": pyodide["version"],
        "packages": PACKAGES,
        "wheels": [wheel.name for wheel in wheels],
        "examples": [Path(name).name for name in EXAMPLES],
        "digest": digest(),
    }
    (site / "built.json").write_text(json.dumps(built, indent=1), encoding="utf-8")
    return site


def copy(files: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copyfile(path, folder / path.name)


def zipped(archive: Path, files: Iterable[Path]) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for path in files:
            opened.write(path, path.name)


def bundle(into: Path, target: Path) -> None:
    """The parsers of npm and what makes events of their tokens, as one file for a worker, which has no document."""
    esbuild = into / "node_modules" / "esbuild" / "bin" / "esbuild"
    sources = into / "parsers"
    shutil.rmtree(sources, ignore_errors=True)
    shutil.copytree(HERE / "parsers", sources)  # beside node_modules, where what they import is looked for
    asked = ["--bundle", "--format=esm", "--minify", "--platform=neutral", "--main-fields=module,main"]
    asked += ["--conditions=worker", "--target=es2022", "--log-level=warning", f"--outfile={target}"]
    run("node", esbuild, sources / "index.js", *asked, folder=into)


def digest() -> str:
    """Of all that the playground is made of in this tree; it tells a page that was built from another one."""
    parts = ("presslint", "rules", "playground", "examples")
    files = (path for part in parts for path in (ROOT / part).rglob("*"))
    made = hashlib.sha256()
    for path in sorted(files):
        if path.is_file() and "__pycache__" not in path.parts:
            made.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()


if __name__ == "__main__":
    main()
