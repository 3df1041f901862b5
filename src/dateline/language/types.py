"""Types of whole sentences: the PLOVER root code of what a source does to a target, and the sub-type of a news snippet."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.language import wordings
from dateline.language.network import WEIGHTS, Network, session
from dateline.language.sentences import split
from dateline.language.windows import MOST_WORDS
from dateline.model.errors import EngineError

Chances = dict[str, float]
"""Probability by label, best first."""

LAYERS_SHARE = 0.7
"""Weight of the transformer layers' log-probabilities; the rest is the wording's."""


class SentenceTypes:
    """Two readers of whole sentences whose log-probabilities are averaged: layers of their own on the lower
    layers of ``network``, and the wording.
    """

    def __init__(self, network: Network, folder: Path = WEIGHTS) -> None:
        """Loads ``types.onnx``, ``types.npz`` and ``types.json`` of ``folder``. Raises ``EngineError``."""
        self._network = network
        try:
            told = json.loads((folder / "types.json").read_text(encoding="utf-8"))
            self.labels: dict[str, list[str]] = {head: told[head] for head in ("root", "snippet")}
            self._layers = session(folder / "types.onnx", 1)
            self._wordings = wordings.load(folder / "types.npz")
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise EngineError(f"The sentence types in {folder} cannot be loaded: {error}.", "Reinstall dateline.") from error

    def root(self, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Chances:
        """PLOVER root codes of what ``source`` does to ``target`` in ``text``, offsets; ``None`` where one is not named."""
        return self._read("root", text, source, target)

    def snippet(self, text: str) -> Chances:
        """ACLED sub-types, and five types beside them, of what a news snippet tells chiefly."""
        return self._read("snippet", text, None, None)

    def _read(self, head: str, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Chances:
        words, marks = marked(text, source, target)
        if not words:
            return {}
        states, firsts, lasts = self._network.states(words)
        at = piece_marks(marks, firsts, lasts, len(states))
        logits = self._layers.run([head], {"states": states[None], "marks": at[None]})[0][0]
        by_wording = self._wordings[head].read(wordings.grams(words, marks))
        both = LAYERS_SHARE * _log_chances(logits) + (1 - LAYERS_SHARE) * _log_chances(by_wording)
        chances = np.exp(_log_chances(both))
        return {self.labels[head][int(i)]: float(chances[i]) for i in np.argsort(-chances)}


def marked(text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> tuple[list[str], list[int]]:
    """The first ``MOST_WORDS`` words of a text, and for each 1 in the source, 2 in the target or 0."""
    tokens = split(text)[0][:MOST_WORDS]
    marks = [0] * len(tokens)
    for value, span in ((1, source), (2, target)):
        for i, token in enumerate(tokens):
            if span and token.start < span[1] and span[0] < token.end:
                marks[i] = value
    return [t.text for t in tokens], marks


def piece_marks(
    marks: list[int], firsts: npt.NDArray[np.int64], lasts: npt.NDArray[np.int64], pieces: int
) -> npt.NDArray[np.int64]:
    """The marks of words as marks of their word pieces, from the first to the last of each."""
    at = np.zeros(pieces, dtype=np.int64)
    for mark, first, last in zip(marks, firsts, lasts, strict=True):
        at[first : last + 1] = mark
    return at


def _log_chances(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    shifted = scores - scores.max()
    logs: npt.NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum())
    return logs
