"""Label ids by head."""

from __future__ import annotations

from collections.abc import Sequence

from training import schemes
from training.window import spans_to_bio


class Labels:
    """Label ids by head name, fixed before the windows are made."""

    def __init__(self, scripts: list[str]) -> None:
        self.words = {h.name: h for h in schemes.word_heads(scripts)}
        self.pairs = {h.name: h for h in schemes.pair_heads()}
        self.ids = {n: {x: i for i, x in enumerate(h.labels)} for n, h in {**self.words, **self.pairs}.items()}
        self.deprel = {x: i for i, x in enumerate(schemes.DEPREL)}

    def bio(self, head: str, length: int, spans: Sequence[tuple[int, int, str]]) -> list[int]:
        """Spans as label ids of a head."""
        table = self.words[head] if head in self.words else self.pairs[head]
        return spans_to_bio(length, spans, table.labels)
