"""`python -m akmplan` and the console script."""

from __future__ import annotations

import sys
from typing import Final

STOPPED: Final = 130


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from akmplan.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # also while the libraries are still being loaded
        code = STOPPED
    sys.exit(code)


if __name__ == "__main__":
    main()
