"""Trains the heads over whole sentences: ``python -m training.sentence_types CHECKPOINT --out src/dateline/language/weights``.

They stand on the frozen shared layers of the joint encoder (``training.train``), whose states are computed once for each
text, with last layers of their own: the PLOVER root code of what a source does to a target, and the ACLED sub-type of a
news snippet. ``--folds`` scores them first, as ``benchmarks.event_types`` does. Writes ``types.onnx`` and ``types.json``.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.language.sentences import split
from dateline.language.windows import MOST_WORDS
from dateline.language.wordpiece import WordPiece
from training import schemes, sentence_texts
from training.export import save
from training.network import HIDDEN, Layer, Network
from training.sentence_texts import ROOTS, SNIPPETS, Sentence
from training.train import encode
from training.window import Window

log = logging.getLogger(__name__)

OWN_LAYERS = 1
EPOCHS = 8
BATCH = 24
LEARNING_RATE = 2e-4
LABELS = list(SNIPPETS)


@dataclass(frozen=True)
class Example:
    """A sentence after the shared layers: ``states [pieces, HIDDEN]``; ``marks [pieces]`` 1 in the source, 2 in the target."""

    states: Tensor
    marks: Tensor
    sentence: Sentence


class SentenceTypes(nn.Module):
    """Own last layers, and heads that pool their states."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = nn.Embedding(3, HIDDEN)
        nn.init.zeros_(self.mark.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(OWN_LAYERS))
        self.ask = nn.Linear(HIDDEN, 2)
        self.mix = nn.Linear(3 * HIDDEN, HIDDEN)
        self.root, self.snippet = nn.Linear(HIDDEN, len(ROOTS)), nn.Linear(HIDDEN, len(LABELS))
        self.drop = nn.Dropout(0.3)

    def forward(self, states: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of roots and of snippet labels; ``marks`` is -1 where there is no word piece."""
        padding = marks < 0
        mask = torch.zeros(marks.shape, dtype=states.dtype).masked_fill(padding, -1e4)
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


def load_network(checkpoint: Path) -> Network:
    """The joint network of a checkpoint of ``training.train``, for reading only."""
    state = torch.load(checkpoint)
    net = Network(schemes.word_heads(state["scripts"]), schemes.pair_heads(), len(schemes.DEPREL))
    net.load_state_dict(state["net"])
    return net.eval()


@torch.no_grad()
def read(net: Network, wp: WordPiece, sentences: Sequence[Sentence]) -> list[Example]:
    """The sentences after the shared layers; words beyond ``MOST_WORDS`` are not read."""
    out: list[Example] = []
    for sentence in sentences:
        tokens = split(sentence.text)[0][:MOST_WORDS]
        words = [t.text for t in tokens]
        batch = encode([Window("", words, [0] * len(words))], wp)
        marks = torch.zeros(batch["pieces"].shape[1], dtype=torch.long)
        firsts, lasts = batch["firsts"][0].tolist(), batch["lasts"][0].tolist()
        for value, (start, end) in ((1, sentence.source), (2, sentence.target)):
            for token, first, last in zip(tokens, firsts, lasts, strict=True):
                if token.start < end and start < token.end:
                    marks[first : last + 1] = value
        with torch.autocast("cpu", torch.bfloat16):
            states, _ = net.encoder.trunk(batch["pieces"], batch["shapes"])
        out.append(Example(states[0].to(torch.bfloat16), marks, sentence))
    return out


def together(examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """One padded batch."""
    states = nn.utils.rnn.pad_sequence([e.states.float() for e in examples], batch_first=True)
    return states, nn.utils.rnn.pad_sequence([e.marks for e in examples], batch_first=True, padding_value=-1)


def fit(net: Network, examples: Sequence[Example], *, seed: int = 7, epochs: int = EPOCHS) -> SentenceTypes:
    """Heads trained on ``examples``; the own layers start from the network's last content layer."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = SentenceTypes()
    for layer in model.layers:
        layer.load_state_dict(net.encoder.last[schemes.CONTENT].state_dict())
    own = {id(p) for p in model.layers.parameters()}
    opt = torch.optim.AdamW([
        {"params": list(model.layers.parameters()), "lr": LEARNING_RATE},
        {"params": [p for p in model.parameters() if id(p) not in own], "lr": 5 * LEARNING_RATE},
    ], weight_decay=0.05)
    total = epochs * -(-len(examples) // BATCH)
    rates = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / (total / 10), (total - s) / total))
    model.train()
    for epoch in range(epochs):
        losses = []
        for batch in _batches(examples, rng):
            with torch.autocast("cpu", torch.bfloat16):
                loss = _loss(model, batch)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            rates.step()
            losses.append(loss.item())
        log.info("epoch %d: loss %.3f", epoch, sum(losses) / len(losses))
    return model.eval()


def _batches(examples: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    order = sorted(examples, key=lambda e: len(e.marks) + rng.uniform(-10, 10))
    batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(batches)
    return batches


def _loss(model: SentenceTypes, batch: list[Example]) -> Tensor:
    states, marks = together(batch)
    root, snippet = model(F.dropout(states, 0.1), marks)
    loss = torch.tensor(0.0)
    for logits, labels, gold in (
        (root, ROOTS, [e.sentence.root for e in batch]),
        (snippet, LABELS, [e.sentence.snippet for e in batch]),
    ):
        known = [i for i, label in enumerate(gold) if label]
        if known:
            y = torch.tensor([labels.index(str(gold[i])) for i in known])
            part = F.cross_entropy(logits[known].float(), y, label_smoothing=0.1)
            loss = loss + part * len(known) / len(batch)
    return loss


@torch.no_grad()
def guess(model: SentenceTypes, examples: Sequence[Example]) -> list[str]:
    """The best root of each example with a root, the best snippet label of the others."""
    out: list[str] = []
    for i in range(0, len(examples), BATCH):
        batch = examples[i : i + BATCH]
        root, snippet = model(*together(batch))
        for e, r, s in zip(batch, root, snippet, strict=True):
            out.append(ROOTS[int(r.argmax())] if e.sentence.root else LABELS[int(s.argmax())])
    return out


def folds(net: Network, general: list[Example], rows: list[Example], k: int, *, part: float = 1.0) -> list[str]:
    """A guess for each of ``rows`` by heads that never saw it.

    With ``part`` 1 the ``k`` folds are tested in turn and trained on the rest. Otherwise the heads are trained on fold 0
    alone, and the guesses are those for all other folds; fold 0 comes back as its own labels.
    """
    guesses = [e.sentence.root or e.sentence.snippet or "" for e in rows]
    for fold in range(k if part == 1 else 1):
        inside = [i for i in range(len(rows)) if (i % k == fold) == (part == 1)]
        seen = [rows[i] for i in range(len(rows)) if i not in set(inside)]
        model = fit(net, [*general, *seen])
        for i, label in zip(inside, guess(model, [rows[i] for i in inside]), strict=True):
            guesses[i] = label
    return guesses


def export(model: SentenceTypes, out: Path) -> None:
    """``types.onnx`` (int8) and ``types.json`` with its labels."""
    p = {0: "batch", 1: "pieces"}
    axes = {"states": p, "marks": p, "root": {0: "batch"}, "snippet": {0: "batch"}}
    example = (torch.randn(2, 5, HIDDEN), torch.tensor([[0, 1, 2, 0, 0], [0, 1, 2, -1, -1]]))
    save(model, example, out / "types.onnx", ["states", "marks"], ["root", "snippet"], axes, quantise=True)
    labels = {"root": ROOTS, "snippet": list(SNIPPETS.values())}
    (out / "types.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
