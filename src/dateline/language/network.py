"""The shipped network: ONNX files in, arrays out. The only module that knows onnxruntime."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.language.bio import Scheme
from dateline.language.wordpiece import WordPiece, shape
from dateline.model.errors import EngineError

WEIGHTS = Path(__file__).with_name("weights")
MOST_PIECES = 500
"""Word pieces of one window that the encoder reads; it was trained with positions up to 512."""

STATES = "states"
"""The encoder file's output for the heads over whole sentences; the others are heads of its own."""

Array = NDArray[Any]


class Network:
    """The encoder with its word heads, and the small heads over pairs of words."""

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        """Loads the files of ``folder``; ``threads`` 0 lets onnxruntime use every core. Raises
        ``EngineError``.
        """
        try:
            self.labels: dict[str, list[str]] = json.loads(
                (folder / "labels.json").read_text(encoding="utf-8")
            )
            biases: dict[str, dict[str, float]] = json.loads(
                (folder / "biases.json").read_text(encoding="utf-8")
            )
            self.wordpiece = WordPiece.load(folder / "vocab.txt")
            self._encoder = session(folder / "encoder.onnx", threads)
            self._relation = session(folder / "relation.onnx", threads)
            self._pairs = {
                n: session(folder / f"{n}.onnx", threads) for n in ("role", "event_role", "cue_role")
            }
        except (OSError, ValueError, RuntimeError) as error:
            raise EngineError(
                f"The language engine's files in {folder} cannot be loaded: {error}.", "Reinstall dateline."
            ) from error
        self.schemes = {
            head: Scheme(labels, biases.get(head))
            for head, labels in self.labels.items()
            if len(labels) > 1 and labels[1].startswith("B-")
        }
        self._to_states = onnxruntime.RunOptions()
        self._to_states.only_execute_path_to_fetches = True
        self._outputs = [o.name for o in self._encoder.get_outputs() if o.name != STATES]

    def encode(self, windows: list[list[str]]) -> dict[str, Array]:
        """Outputs of the encoder file for windows of words, padded to the longest: ``[windows, words,
        …]``.
        """
        return dict(zip(self._outputs, self._encoder.run(self._outputs, self.feed(windows)), strict=True))

    def states(self, words: list[str]) -> tuple[Array, Array, Array]:
        """States of one window after the lower shared layers, ``[pieces, 384]``, and the first and last
        piece of each word.
        """
        feed = self.feed([words])
        out: Array = self._encoder.run([STATES], feed, self._to_states)[0]
        return out[0], feed["firsts"][0], feed["lasts"][0]

    def feed(self, windows: list[list[str]]) -> dict[str, Array]:
        """Inputs of the encoder file for windows of words."""
        pieces, shapes, firsts, lasts = [], [], [], []
        wp = self.wordpiece
        for words in windows:
            ids, sh, first, last = [wp.cls], [0], [], []
            for word in words:
                p = wp.pieces(word)
                first.append(min(len(ids), MOST_PIECES))
                ids += p
                sh += [shape(word)] * len(p)
                last.append(min(len(ids) - 1, MOST_PIECES))
            pieces.append([*ids[: MOST_PIECES + 1], wp.sep])
            shapes.append([*sh[: MOST_PIECES + 1], 0])
            firsts.append(first)
            lasts.append(last)
        return {"pieces": pad(pieces), "shapes": pad(shapes), "firsts": pad(firsts), "lasts": pad(lasts)}

    def relations(self, dependents: Array, heads: Array) -> Array:
        """Relation label ids of words to their heads; both ``[words, 256]``."""
        out: Array = self._relation.run(None, {"dependents": dependents, "heads": heads})[0]
        return out

    def pairs(self, head: str, words: Array, anchors: Array, at: Array) -> Array:
        """Log-probabilities ``[pairs, words, labels]`` of each word's label in respect of the anchor at
        index ``at``.
        """
        out: Array = self._pairs[head].run(None, {"words": words, "anchors": anchors, "at": at})[0]
        return out


def pad(rows: list[list[int]]) -> NDArray[np.int64]:
    """Ragged rows as one array, zeros after their ends."""
    out = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """An ONNX file ready to run on the CPU; ``threads`` 0 is every core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def load(threads: int = 0) -> Network:
    """The shipped network, loaded once a process."""
    return Network(threads=threads)
