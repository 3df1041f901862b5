"""What one report may weigh: the bounds that keep a single bad item from stopping a run of thousands."""

from __future__ import annotations

import io
import zipfile

MAX_BYTES = 20_000_000
"""Raw bytes of one document. A long PDF annual report is about 10 MB, a saved news page under 5 MB."""

MAX_CHARACTERS = 2_000_000
"""Characters of text in one report: some 300,000 words, longer than any article."""

MAX_UNPACKED = 200_000_000
"""Bytes that an office file (a zip archive) may unpack to; real ones unpack to a few times their size."""


def megabytes(count: int) -> str:
    """``20_000_000`` as ``"20 MB"``."""
    return f"{count / 1_000_000:.0f} MB"


def unpacked_size(content: bytes) -> int:
    """Bytes that the zip archive ``content`` says it unpacks to; raises ``zipfile.BadZipFile`` if it is none.

    The archive's own figures can be trusted here: ``zipfile`` stops reading a member at its stated size.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(member.file_size for member in archive.infolist())
