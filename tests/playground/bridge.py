"""The stand-ins of the playground in this Python: their parsers run in Node, behind a pipe."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PLAYGROUND = ROOT / "playground"
BUILT = Path(os.environ.get("PLAYGROUND_BUILD", ROOT / "build" / "playground"))
SITE = BUILT / "site"
PARSERS = SITE / "parsers.mjs"
MISSING = f"no built playground in {BUILT}; run: python playground/build.py"


class Parsers(ModuleType):
    """What the page registers as `presslint_parsers`, asked over a pipe."""

    def __init__(self) -> None:
        super().__init__("presslint_parsers")
        node = shutil.which("node")
        assert node is not None
        self._process = subprocess.Popen(
            [node, str(PLAYGROUND / "parsers" / "serve.js"), str(PARSERS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, what: str, text: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"ask": what, "text": text}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "Node has stopped"
        return answer

    def markdown(self, text: str) -> str:
        return self.ask("markdown", text)

    def definitions(self, text: str) -> str:
        return self.ask("definitions", text)

    def html(self, text: str) -> str:
        return self.ask("html", text)

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def standin(name: str) -> Any:
    """A stand-in under a name of its own, so that the library it stands in for can be imported beside it."""
    path = PLAYGROUND / "standins" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"standin_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
