"""The transformer reader of whole sentences, its training and its files.

Four layers of its own stand on the lower shared layers of the exported encoder, whose states are computed
once for each text. They start as the upper layers of all-MiniLM-L6-v2 (``DATELINE_MINILM``, as for
``training.train``), since those still know what sentences mean, while the encoder's own have been trained to
parse: without any tuning, a linear head on them reads CASE 2021's snippets at 60 F1, on the encoder's at 49.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.language import wordings
from dateline.language.network import Network
from dateline.language.types import marked, piece_marks
from training import schemes, sentence_wordings
from training.export import save
from training.network import HIDDEN, LAYERS, LOWER, Encoder, Layer, minilm
from training.quantise import quantise
from training.sentence_texts import ROOTS, SNIPPETS, Sentence

log = logging.getLogger(__name__)

EPOCHS = 6
BATCH = 16
LEARNING_RATE = 2e-4
"""Of the topmost own layer; each lower one learns at nine tenths of the one above, the heads at five times."""

MIX = 128
CASE_SHARE = 3
"""How often a snippet of CASE 2021 is seen in one epoch: there are few, and our own are of another style."""

LABELS = {"root": ROOTS, "snippet": list(SNIPPETS)}


@dataclass(frozen=True)
class Example:
    """A sentence after the lower shared layers: ``states [pieces, HIDDEN]``; ``marks [pieces]`` 1 in the
    source, 2 in the target.
    """

    states: Tensor
    marks: Tensor
    sentence: Sentence


class Heads(nn.Module):
    """Own layers, and heads that pool their states."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = nn.Embedding(3, HIDDEN)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - LOWER))
        self.ask = nn.Linear(HIDDEN, 2)
        self.mix = nn.Linear(3 * HIDDEN, MIX)
        self.root, self.snippet = nn.Linear(MIX, len(ROOTS)), nn.Linear(HIDDEN, len(SNIPPETS))
        self.drop = nn.Dropout(0.2)
        nn.init.zeros_(self.mark.weight)
        nn.init.zeros_(self.ask.weight)

    def forward(self, states: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of roots and of snippet labels; ``marks`` is -1 where there is no word piece."""
        mask = torch.zeros(marks.shape, dtype=states.dtype).masked_fill(marks < 0, -1e4)
        x = states + self.mark(marks.clamp(min=0))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        asked = torch.softmax(self.ask(x) + mask.unsqueeze(-1), 1)
        about = (asked[..., 0:1] * x).sum(1)
        pooled = [about, *(_mean(x, marks == i) for i in (1, 2))]
        root = self.root(self.drop(F.gelu(self.mix(self.drop(torch.cat(pooled, -1))))))
        return root, self.snippet(self.drop((asked[..., 1:2] * x).sum(1)))


def _mean(x: Tensor, at: Tensor) -> Tensor:
    weight = at.to(x.dtype).unsqueeze(-1)
    return (x * weight).sum(1) / (weight.sum(1) + 1e-3)


def upper_layers() -> list[nn.Module]:
    """The layers of all-MiniLM-L6-v2 above the first ``LOWER``, from which the own ones start."""
    encoder = Encoder()
    encoder.load_minilm(minilm())
    return [*encoder.layers[LOWER:], *encoder.own[schemes.EVENTS]]


def read(network: Network, sentences: Sequence[Sentence]) -> list[Example]:
    """The sentences after the lower shared layers, as at run time."""
    out: list[Example] = []
    for sentence in sentences:
        words, marks = marked(sentence.text, sentence.source, sentence.target)
        states, firsts, lasts = network.states(words)
        at = torch.from_numpy(piece_marks(marks, firsts, lasts, len(states)))
        out.append(Example(torch.from_numpy(states), at, sentence))
    return out


def together(examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """One padded batch."""
    states = nn.utils.rnn.pad_sequence([e.states for e in examples], batch_first=True)
    return states, nn.utils.rnn.pad_sequence([e.marks for e in examples], batch_first=True, padding_value=-1)


def fit(examples: Sequence[Example], *, epochs: int = EPOCHS, seed: int = 7) -> Heads:
    """Heads trained on ``examples``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Heads()
    for own, start in zip(model.layers, upper_layers(), strict=True):
        own.load_state_dict(start.state_dict())
    opt = torch.optim.AdamW(_rates(model), weight_decay=0.05)
    total = epochs * -(-len(examples) // BATCH)
    rates = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / (total / 10), (total - s) / total))
    model.train()
    began = time.monotonic()
    for epoch in range(epochs):
        losses = []
        for batch in _batches(examples, rng):
            loss = _loss(model, batch)
            opt.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            rates.step()
            losses.append(loss.item())
        log.info("epoch %d: loss %.3f, %.0f s", epoch, sum(losses) / len(losses), time.monotonic() - began)
    return model.eval()


def _rates(model: Heads) -> list[dict[str, object]]:
    own = {id(p) for p in model.layers.parameters()}
    groups: list[dict[str, object]] = [
        {"params": list(layer.parameters()), "lr": LEARNING_RATE * 0.9**below}
        for below, layer in enumerate(reversed(list(model.layers)))
    ]
    rest = [p for p in model.parameters() if id(p) not in own]
    return [*groups, {"params": rest, "lr": 5 * LEARNING_RATE}]


def _batches(examples: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    order = sorted(examples, key=lambda e: len(e.marks) + rng.uniform(-10, 10))
    batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(batches)
    return batches


def _loss(model: Heads, batch: list[Example]) -> Tensor:
    states, marks = together(batch)
    loss = torch.tensor(0.0)
    for logits, head in zip(model(F.dropout(states, 0.1), marks), LABELS, strict=True):
        gold = [getattr(e.sentence, head) for e in batch]
        known = [i for i, label in enumerate(gold) if label]
        if known:
            y = torch.tensor([LABELS[head].index(gold[i]) for i in known])
            part = F.cross_entropy(logits[known].float(), y, label_smoothing=0.1)
            loss = loss + part * len(known) / len(batch)
    return loss


def read_wordings(examples: Sequence[Example]) -> dict[str, wordings.Wordings]:
    """The linear readers of both heads."""
    readers = {}
    for head, labels in LABELS.items():
        known = [e.sentence for e in examples if getattr(e.sentence, head)]
        readers[head] = sentence_wordings.fit(known, [str(getattr(s, head)) for s in known], labels)
    return readers


def onnx_axes() -> dict[str, dict[int, str]]:
    """Names of the inputs and outputs of ``types.onnx``, with the axes that vary."""
    p = {0: "batch", 1: "pieces"}
    return {"states": p, "marks": p, "root": {0: "batch"}, "snippet": {0: "batch"}}


def train(examples: Sequence[Example], out: Path, scores: dict[str, float]) -> None:
    """Trains both readers and writes ``types.onnx`` (int8), ``types.npz``, and ``types.json`` with their labels and ``scores``.
    """
    example = (torch.randn(2, 5, HIDDEN), torch.tensor([[0, 1, 2, 0, 0], [0, 1, 2, -1, -1]]))
    save(fit(examples), example, out / "types.onnx", onnx_axes())
    quantise(out / "types.onnx")
    wordings.save(read_wordings(examples), out / "types.npz")
    told = {"root": ROOTS, "snippet": list(SNIPPETS.values()), "scores": scores}
    (out / "types.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
