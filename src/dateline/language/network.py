"""The shipped network: ONNX files in, arrays out. The only module that knows onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import onnxruntime
from numpy.typing import NDArray

from dateline.language.bio import Scheme
from dateline.language.feed import Runs, feed
from dateline.language.stand_ins import as_read
from dateline.language.wordpiece import WordPiece
from dateline.model.errors import EngineError

WEIGHTS = Path(__file__).with_name("weights")
STATES = "states"
"""The encoder file's output for the heads over whole sentences; the others are heads of its own."""

Array = NDArray[Any]


class Network:
    """The encoder with its word heads, and the small heads over pairs of words."""

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        """Loads the files of ``folder``; ``threads`` 0 lets onnxruntime use every core. Raises ``EngineError``."""
        try:
            self.labels: dict[str, list[str]] = json.loads(
                (folder / "labels.json").read_text(encoding="utf-8")
            )
            biases: dict[str, dict[str, float]] = json.loads(
                (folder / "biases.json").read_text(encoding="utf-8")
            )
            self.chains: dict[str, list[list[float]]] = json.loads(
                (folder / "chains.json").read_text(encoding="utf-8")
            )
            self.wordpiece = WordPiece.load(folder / "vocab.txt")
            self._encoder = session(folder / "encoder.onnx", threads)
            # On such small products several threads wait for each other longer than they work.
            self._relation = session(folder / "relation.onnx", 1)
            self._pairs = {n: session(folder / f"{n}.onnx", 1) for n in ("role", "event_role", "cue_role")}
        except (OSError, ValueError, RuntimeError) as error:
            raise EngineError(
                f"The language engine's files in {folder} cannot be loaded: {error}.", "Reinstall dateline."
            ) from error
        self.schemes = {
            head: Scheme(labels, biases.get(head), self.chains.get(head))
            for head, labels in self.labels.items()
            if len(labels) > 1 and labels[1].startswith("B-")
        }
        self._asked_only = onnxruntime.RunOptions()
        self._asked_only.only_execute_path_to_fetches = True
        self._outputs = [o.name for o in self._encoder.get_outputs() if o.name != STATES]

    def read(self, rows: Sequence[Runs]) -> dict[str, Array]:
        """What all heads find; ``rows`` hold the words of some sentences each, as the text has them. Outputs are padded to the
        longest row: ``[rows, words, …]``.
        """
        arrays = feed([[[as_read(word) for word in run] for run in row] for row in rows], self.wordpiece)
        return dict(zip(self._outputs, self._encoder.run(self._outputs, arrays, self._asked_only), strict=True))

    def states(self, words: list[str]) -> tuple[Array, Array, Array]:
        """States of one sentence after the lower shared layers, ``[pieces, 384]``, and the first and last piece of each word.
        """
        arrays = feed([[words]], self.wordpiece)
        out: Array = self._encoder.run([STATES], arrays, self._asked_only)[0]
        return out[0], arrays["firsts"][0], arrays["lasts"][0]

    def relations(self, dependents: Array, heads: Array) -> Array:
        """Relation label ids of words to their heads; both ``[words, 256]``."""
        out: Array = self._relation.run(None, {"dependents": dependents, "heads": heads})[0]
        return out

    def pairs(self, head: str, words: Array, anchors: Array, at: Array) -> Array:
        """Log-probabilities ``[pairs, words, labels]`` of each word's label in respect of the anchor at index ``at``."""
        out: Array = self._pairs[head].run(None, {"words": words, "anchors": anchors, "at": at})[0]
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
