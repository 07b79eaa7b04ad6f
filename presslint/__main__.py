"""`python -m presslint` and the `presslint` command."""

from __future__ import annotations

import gc
import sys


def command() -> None:
    """Run the command line and exit with its code: 0, 1, 2, 130, 141 or 143.

    presslint is imported in here, so that Ctrl-C is answered from the first moment on.
    """
    try:
        from presslint.cli import leave_when_asked, run

        leave_when_asked()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("presslint: interrupted\n")
        code = 130
    gc.freeze()  # all memory goes with the process; Python need not look for garbage in it as it ends
    sys.exit(code)


if __name__ == "__main__":
    command()
