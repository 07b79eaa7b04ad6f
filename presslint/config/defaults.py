"""What every key of the config is when nobody sets it; the schema and the config read it from here.

Plain data, so that a run without a config file need not load the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEFAULTS: Mapping[str, Any] = {
    "include": [
        "*.md",
        "*.markdown",
        "*.mdown",
        "*.mdwn",
        "*.mkd",
        "*.mkdn",
        "*.mdx",
        "*.qmd",
        "*.rmd",
        "*.html",
        "*.htm",
        "*.xhtml",
        "*.txt",
        "*.text",
        "*.adoc",
        "*.asciidoc",
        "*.rst",
        "*.aml",
        "*.archieml",
        "*.docx",
    ],
    # files that stand beside articles and are none, by their whole name; name one on the command line with
    # --no-force-exclude to read it all the same
    "exclude": [
        "README.*",
        "LICENSE.*",
        "LICENSE-*.txt",
        "LICENCE.*",
        "COPYING.*",
        "CHANGELOG.*",
        "CHANGES.*",
        "CONTRIBUTING.*",
        "CODE_OF_CONDUCT.*",
        "SECURITY.md",
        "SUPPORT.md",
        "AUTHORS.*",
        "MAINTAINERS.*",
        "PULL_REQUEST_TEMPLATE.*",
        "ISSUE_TEMPLATE/",
        "requirements*.txt",
        "robots.txt",
        "humans.txt",
        "ads.txt",
        "node_modules/",
        "vendor/",
        ".git/",
        ".hg/",
        ".svn/",
        ".tox/",
        ".venv/",
        "venv/",
        "__pycache__/",
        ".presslint_cache/",
    ],
    "extend-exclude": [],
    "respect-gitignore": True,
    "force-exclude": True,
    "max-file-size": "20MiB",
    "fail-on": "error",
    "max-warnings": -1,
    "jobs": "auto",
    "baseline": {"path": ".presslint-baseline.jsonl", "match": "context", "stale": "warn"},
    "output": {"format": "full", "fold": 5, "show": "warning", "reports": {}, "edit-url": ""},
    "cache": True,
    "suppressions": {"require-reason": False},
}
