"""Types of whole sentences: the PLOVER root code of what a source does to a target, and the sub-type of a
news snippet.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.language.network import WEIGHTS, Network, session
from dateline.language.sentences import split
from dateline.language.windows import MOST_WORDS
from dateline.model.errors import EngineError

Chances = dict[str, float]
"""Probability by label, best first."""


class SentenceTypes:
    """The heads over whole sentences, on the shared layers of ``network``."""

    def __init__(self, network: Network, folder: Path = WEIGHTS) -> None:
        """Loads ``types.onnx`` and ``types.json`` of ``folder``. Raises ``EngineError``."""
        self._network = network
        try:
            told = json.loads((folder / "types.json").read_text(encoding="utf-8"))
            self.labels: dict[str, list[str]] = {head: told[head] for head in ("root", "snippet")}
            self._heads = session(folder / "types.onnx", 1)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise EngineError(
                f"The sentence types in {folder} cannot be loaded: {error}.", "Reinstall dateline."
            ) from error

    def root(self, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Chances:
        """PLOVER root codes of what ``source`` does to ``target`` in ``text``, offsets; ``None`` where one
        is not named.
        """
        return self._read("root", text, source, target)

    def snippet(self, text: str) -> Chances:
        """ACLED sub-types, and five types beside them, of what a news snippet tells chiefly."""
        return self._read("snippet", text, None, None)

    def _read(
        self, head: str, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None
    ) -> Chances:
        tokens = split(text)[0][:MOST_WORDS]
        if not tokens:
            return {}
        states, firsts, lasts = self._network.states([t.text for t in tokens])
        marks = np.zeros((1, len(states)), dtype=np.int64)
        for value, span in ((1, source), (2, target)):
            for token, first, last in zip(tokens, firsts, lasts, strict=True):
                if span and token.start < span[1] and span[0] < token.end:
                    marks[0, first : last + 1] = value
        logits: npt.NDArray[np.float32] = self._heads.run([head], {"states": states[None], "marks": marks})[
            0
        ][0]
        chances = np.exp(logits - logits.max())
        chances /= chances.sum()
        return {self.labels[head][int(i)]: float(chances[i]) for i in np.argsort(-chances)}
