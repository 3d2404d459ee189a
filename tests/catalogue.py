"""`python -m tests.catalogue` compiles the Uzbek catalogue anew after a translation was added."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from akmplan.messages import LOCALE

CATALOGUE = LOCALE / "uz" / "LC_MESSAGES" / "akmplan.po"


def compiled(catalogue: bytes) -> bytes:
    """What programs read, of what people write."""
    target = BytesIO()
    write_mo(target, read_po(BytesIO(catalogue), locale="uz"))
    return target.getvalue()


def compile_into(path: Path) -> bool:
    """The compiled catalogue into its file; whether it was another before."""
    content = compiled(CATALOGUE.read_bytes())
    if path.exists() and path.read_bytes() == content:
        return False
    path.write_bytes(content)
    return True


if __name__ == "__main__":
    target = CATALOGUE.with_suffix(".mo")
    sys.stdout.write(f"{target}: {'written' if compile_into(target) else 'unchanged'}\n")
