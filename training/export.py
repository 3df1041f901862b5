"""Checkpoint to the files that the package ships: ``python -m training.export CHECKPOINT --out src/dateline/language/weights``.

One encoder file (encoder, word heads and the projections of the pair heads) and one small file for each
head that looks at pairs of words. Matrices are stored as int8 (``training.quantise``).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.language.feed import feed
from dateline.language.network import WEIGHTS
from dateline.language.wordpiece import WordPiece
from training import schemes
from training.network import ARC, PAIR, Network, PairHead, vocabulary
from training.quantise import quantise
from training.schemes import FRAMES, GROUPS, SYNTAX

BIO_HEADS = ("mention", "name", "filler", "toponym", "attribution", "causality", "trigger")
BINARY_HEADS = ("loaded", "loaded_sentence", "causal_sentence", "conflict")
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

    def forward(
        self, pieces: Tensor, shapes: Tensor, positions: Tensor, runs: Tensor, firsts: Tensor, lasts: Tensor
    ) -> tuple[Tensor, ...]:
        net, e = self.net, self.net.encoder
        low, mask = e.lower(pieces, shapes, positions, runs)
        x = e.upper(low, mask)
        h = {g: e.words(e.of_group(g, x, mask, runs), firsts, lasts) for g in GROUPS}
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
        return F.log_softmax(self.head.labels(words, anchors, at), -1)


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
    inputs = {"pieces": p, "shapes": p, "positions": p, "runs": p, "firsts": w, "lasts": w}
    axes = inputs | dict.fromkeys(EncoderFile.OUTPUTS, w)
    return axes | {"arcs": {0: "batch", 1: "words", 2: "words"}, "states": p}


def export(checkpoint: Path, out: Path, *, floats: bool = False) -> None:
    """Writes the ONNX files, the vocabulary and ``labels.json`` into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(checkpoint)
    words, pairs = schemes.word_heads(state["scripts"]), schemes.pair_heads()
    net = Network(words, pairs, len(schemes.DEPREL))
    net.load_state_dict(state["net"])
    export_floats(net, out)
    if not floats:
        for name in ("encoder", *net.pairs, "relation"):
            quantise(out / f"{name}.onnx")
    labels = {h.name: h.labels for h in [*words, *pairs]} | {"deprel": schemes.DEPREL}
    (out / "labels.json").write_text(json.dumps(labels, separators=(",", ":")) + "\n", encoding="utf-8")
    chains = {name: [[round(x, 3) for x in row] for row in chain.tolist()] for name, chain in net.chains.items()}
    (out / "chains.json").write_text(json.dumps(chains) + "\n", encoding="utf-8")
    (out / "biases.json").write_text("{}\n", encoding="utf-8")
    (out / "vocab.txt").write_text("".join(f"{piece}\n" for piece in vocabulary()), encoding="utf-8")


def export_floats(net: Network, out: Path) -> None:
    """The encoder's file and one for each head over pairs and for relations, not quantised."""
    net.eval()
    arrays = feed([[["A", "test"], ["Two"]], [["One"]]], WordPiece.load(WEIGHTS / "vocab.txt"))
    example = tuple(torch.from_numpy(arrays[n]) for n in list(encoder_axes())[: len(arrays)])
    save(EncoderFile(net), example, out / "encoder.onnx", encoder_axes())
    pairs, words = {0: "pairs"}, {0: "words"}
    axes = {"words": {**pairs, 1: "words"}, "anchors": pairs, "at": pairs, "labels": {**pairs, 1: "words"}}
    for name, head in net.pairs.items():
        example = (torch.randn(3, 5, PAIR), torch.randn(3, PAIR), torch.tensor([0, 1, 2]))
        save(PairFile(head), example, out / f"{name}.onnx", axes)
    axes = {"dependents": words, "heads": words, "labels": words}
    save(RelationFile(net), (torch.randn(3, ARC), torch.randn(3, ARC)), out / "relation.onnx", axes)


def save(module: nn.Module, example: tuple[Tensor, ...], path: Path, axes: dict[str, dict[int, str]]) -> None:
    """One module as one file; ``axes`` names its inputs, then its outputs, each with the axes that vary."""
    names = list(axes)
    with torch.no_grad():
        torch.onnx.export(
            module,
            example,
            str(path),
            input_names=names[: len(example)],
            output_names=names[len(example) :],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the weights in float32 (for comparison)")
    args = parser.parse_args()
    export(args.checkpoint, args.out, floats=args.float)
