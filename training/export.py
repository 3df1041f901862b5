"""Checkpoint to the files that the package ships: ``python -m training.export CHECKPOINT --out
src/dateline/language/weights``.

One encoder file (encoder, word heads and the projections of the pair heads) and one small file for each
head that looks at pairs of words. Matrices are stored as int8 (``training.quantise``).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training import schemes
from training.network import PAIR, Network, PairHead
from training.quantise import with_int8_weights
from training.schemes import FRAMES, GROUPS, SYNTAX

BIO_HEADS = ("mention", "name", "filler", "toponym", "attribution", "causality", "trigger")
BINARY_HEADS = ("loaded", "loaded_sentence", "causal_sentence")
TAG_HEADS = ("upos", "xpos", "lemma")


class EncoderFile(nn.Module):
    """What the encoder file computes; the names of its outputs are ``OUTPUTS``.

    Heads over spans give log-probabilities, those of two labels log-odds.
    """

    OUTPUTS = (
        "tags",
        "predicate",
        "factuality",
        "arcs",
        "rel_dep",
        "rel_head",
        *BIO_HEADS,
        *BINARY_HEADS,
        "status",
        "role_word",
        "role_anchor",
        "event_role_word",
        "event_role_anchor",
        "cue_role_word",
        "cue_role_anchor",
        "states",
    )

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor, lasts: Tensor) -> tuple[Tensor, ...]:
        net = self.net
        low, mask = net.encoder.lower(pieces, shapes)
        x = net.encoder.upper(low, mask)
        h = {g: net.encoder.words(net.encoder.last[g](x, mask), firsts, lasts) for g in GROUPS}
        s = h[SYNTAX]
        tags = torch.stack([net.heads[n](s).argmax(-1) for n in TAG_HEADS], -1)
        out = [
            tags,
            F.softmax(net.heads["predicate"](h[FRAMES]), -1)[..., 1],
            net.factuality(s).squeeze(-1),
            net.arcs(s),
            net.rel_dep(s),
            net.rel_head(s),
        ]
        out += [F.log_softmax(net.heads[n](h[net.group[n]]), -1) for n in BIO_HEADS]
        out += [(z := net.heads[n](h[net.group[n]]))[..., 1] - z[..., 0] for n in BINARY_HEADS]
        out.append(F.softmax(net.heads["status"](h[net.group["status"]]), -1))
        for name in ("role", "event_role", "cue_role"):
            pair, own = net.pairs[name], h[net.group[name]]
            out += [pair.of_word(own), pair.of_anchor(own)]
        return (*out, low)


class PairFile(nn.Module):
    """Log-probabilities of each word's label in respect of an anchor word."""

    def __init__(self, head: PairHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, words: Tensor, anchors: Tensor, at: Tensor) -> Tensor:
        distance = torch.clamp(torch.arange(words.shape[1])[None, :] - at[:, None], -8, 8) + 8
        x = F.gelu(words + anchors.unsqueeze(1) + self.head.near(distance))
        return F.log_softmax(self.head.out(F.gelu(self.head.mix(x))), -1)


class RelationFile(nn.Module):
    """Relation label of each word to its head."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.rel = net.rel

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        return self.rel(F.gelu(dependents + heads)).argmax(-1)


def encoder_axes() -> dict[str, dict[int, str]]:
    """Names of the axes of the encoder file's inputs and outputs that vary."""
    p, w = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    axes = {"pieces": p, "shapes": p, "firsts": w, "lasts": w} | dict.fromkeys(EncoderFile.OUTPUTS, w)
    return axes | {"arcs": {0: "batch", 1: "words", 2: "words"}, "states": p}


def export(checkpoint: Path, out: Path, *, quantise: bool = True) -> None:
    """Writes the ONNX files, the vocabulary and ``labels.json`` into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(checkpoint)
    words, pairs = schemes.word_heads(state["scripts"]), schemes.pair_heads()
    net = Network(words, pairs, len(schemes.DEPREL))
    net.load_state_dict(state["net"])
    net.eval()
    example = (
        torch.tensor([[101, 2003, 3231, 102], [101, 2003, 102, 0]]),
        torch.zeros(2, 4, dtype=torch.long),
        torch.tensor([[1, 2], [1, 0]]),
        torch.tensor([[1, 2], [1, 0]]),
    )
    axes = encoder_axes()
    save(
        EncoderFile(net),
        example,
        out / "encoder.onnx",
        axes,
        quantise=quantise,
    )
    for name in ("role", "event_role", "cue_role"):
        example = (torch.randn(3, 5, PAIR), torch.randn(3, PAIR), torch.tensor([0, 1, 2]))
        axes = {
            "words": {0: "pairs", 1: "words"},
            "anchors": {0: "pairs"},
            "at": {0: "pairs"},
            "labels": {0: "pairs", 1: "words"},
        }
        save(
            PairFile(net.pairs[name]),
            example,
            out / f"{name}.onnx",
            axes,
            quantise=quantise,
        )
    axes = {"dependents": {0: "words"}, "heads": {0: "words"}, "labels": {0: "words"}}
    save(
        RelationFile(net),
        (torch.randn(3, 256), torch.randn(3, 256)),
        out / "relation.onnx",
        axes,
        quantise=quantise,
    )
    labels = {h.name: h.labels for h in [*words, *pairs]} | {"deprel": schemes.DEPREL}
    (out / "labels.json").write_text(json.dumps(labels, separators=(",", ":")) + "\n", encoding="utf-8")
    (out / "biases.json").write_text("{}\n", encoding="utf-8")
    shutil.copy(Path(os.environ["DATELINE_MINILM"]).with_name("vocab.txt"), out / "vocab.txt")


def save(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    axes: dict[str, dict[int, str]],
    *,
    quantise: bool,
) -> None:
    """One module as one file; ``axes`` names its inputs, then its outputs, each with the axes that vary."""
    names = list(axes)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        with torch.no_grad():
            torch.onnx.export(
                module,
                example,
                str(raw),
                input_names=names[: len(example)],
                output_names=names[len(example) :],
                dynamic_axes=axes,
                opset_version=17,
                dynamo=False,
            )
        if quantise:
            onnx.save(with_int8_weights(onnx.load(raw)), path)
        else:
            shutil.copy(raw, path)
    onnx.checker.check_model(str(path))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the weights in float32 (for comparison)")
    args = parser.parse_args()
    export(args.checkpoint, args.out, quantise=not args.float)
