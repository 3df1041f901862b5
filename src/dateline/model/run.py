"""What produced a value: the versions of everything that a coded report depends on."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class RunInfo:
    """``version`` is Dateline's; the others are digests: of the engine's weights, of the codebook and the lexicons,
    of the gazetteer with the user's own places, of the user's actor files (``""`` where there are none).
    """

    version: str
    model: str
    codebook: str
    gazetteer: str
    actors: str = ""

    @property
    def id(self) -> str:
        """The same versions have the same id."""
        digest = hashlib.sha256("\x00".join(astuple(self)).encode())
        return "run-" + digest.hexdigest()[:16]
