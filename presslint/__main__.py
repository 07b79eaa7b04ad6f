"""`python -m presslint` and the `presslint` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code: 0, 1, 2, 130 or 141."""
    from presslint.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
