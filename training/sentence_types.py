"""Trains the heads over whole sentences: ``python -m training.sentence_types CHECKPOINT --weights FOLDER``.

They stand on the shared layers of the exported encoder in ``FOLDER`` (``training.export``), whose states
are computed once for each text, with a last layer of their own that starts from the checkpoint's: the
PLOVER root code of what a source does to a target, and the ACLED sub-type of a news snippet. Writes
``types.onnx`` and ``types.json`` into ``FOLDER``; with ``--folds`` also the scores that ``python -m
benchmarks event-types`` shows.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.language.network import Network
from dateline.language.sentences import split
from dateline.language.types import SentenceTypes
from dateline.language.windows import MOST_WORDS
from training import schemes, sentence_texts
from training.export import save
from training.network import HIDDEN, Encoder, Layer
from training.sentence_texts import ROOTS, SNIPPETS, Sentence

log = logging.getLogger(__name__)

OWN_LAYERS = 1
EPOCHS = 8
BATCH = 24
LEARNING_RATE = 2e-4
LABELS = list(SNIPPETS)


@dataclass(frozen=True)
class Example:
    """A sentence after the shared layers: ``states [pieces, HIDDEN]``; ``marks [pieces]`` 1 in the source,
    2 in the target.
    """

    states: Tensor
    marks: Tensor
    sentence: Sentence


class Heads(nn.Module):
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


def last_layer(checkpoint: Path) -> Layer:
    """The last events layer of a checkpoint of ``training.train``, from which the own layer starts."""
    state = torch.load(checkpoint)["net"]
    encoder = Encoder()
    encoder.load_state_dict(
        {k.removeprefix("encoder."): v for k, v in state.items() if k.startswith("encoder.")}
    )
    layer = encoder.last[schemes.EVENTS]
    assert isinstance(layer, Layer)
    return layer


def read(network: Network, sentences: Sequence[Sentence]) -> list[Example]:
    """The sentences after the shared layers, as at run time; words beyond ``MOST_WORDS`` are not read."""
    out: list[Example] = []
    for sentence in sentences:
        tokens = split(sentence.text)[0][:MOST_WORDS]
        states, firsts, lasts = network.states([t.text for t in tokens])
        marks = torch.zeros(len(states), dtype=torch.long)
        for value, span in ((1, sentence.source), (2, sentence.target)):
            for token, first, last in zip(tokens, firsts, lasts, strict=True):
                if span and token.start < span[1] and span[0] < token.end:
                    marks[first : last + 1] = value
        out.append(Example(torch.from_numpy(states), marks, sentence))
    return out


def together(examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """One padded batch."""
    states = nn.utils.rnn.pad_sequence([e.states for e in examples], batch_first=True)
    return states, nn.utils.rnn.pad_sequence([e.marks for e in examples], batch_first=True, padding_value=-1)


def fit(start: Layer, examples: Sequence[Example], *, seed: int = 7) -> Heads:
    """Heads trained on ``examples``; the own layers start as ``start``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Heads()
    for layer in model.layers:
        layer.load_state_dict(start.state_dict())
    own = {id(p) for p in model.layers.parameters()}
    opt = torch.optim.AdamW(
        [
            {"params": list(model.layers.parameters()), "lr": LEARNING_RATE},
            {"params": [p for p in model.parameters() if id(p) not in own], "lr": 5 * LEARNING_RATE},
        ],
        weight_decay=0.05,
    )
    total = EPOCHS * -(-len(examples) // BATCH)
    rates = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / (total / 10), (total - s) / total))
    model.train()
    for epoch in range(EPOCHS):
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


def _loss(model: Heads, batch: list[Example]) -> Tensor:
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


def zsp_folds(
    start: Layer, network: Network, general: list[Example], zsp: list[Example], k: int = 5
) -> dict[str, float]:
    """Macro-F1 and accuracy of root codes, by heads that never saw the row, quantised as shipped."""
    guesses = [""] * len(zsp)
    for fold in range(k):
        held = [i for i in range(len(zsp)) if i % k == fold]
        types = exported(fit(start, [*general, *(e for i, e in enumerate(zsp) if i % k != fold)]), network)
        for i in held:
            s = zsp[i].sentence
            guesses[i] = next(iter(types.root(s.text, s.source, s.target)))
    macro, _, right = f_scores([str(e.sentence.root) for e in zsp], guesses)
    return {"zsp macro-F1": macro, "zsp accuracy": right}


def case_third(
    start: Layer, network: Network, general: list[Example], case: list[Example]
) -> dict[str, float]:
    """Weighted F1 of snippet labels: trained on every third row, tested on the others, quantised as
    shipped.
    """
    types = exported(fit(start, [*general, *case[::3]]), network)
    rest = [e.sentence for i, e in enumerate(case) if i % 3]
    gold = [SNIPPETS[str(s.snippet)] for s in rest]
    macro, weighted, _ = f_scores(gold, [next(iter(types.snippet(s.text))) for s in rest])
    return {"case2021 weighted F1": weighted, "case2021 macro-F1": macro}


def f_scores(gold: Sequence[str], guesses: Sequence[str]) -> tuple[float, float, float]:
    """Macro-F1, F1 weighted by the gold counts, and accuracy, in per cent."""
    f1, count = [], []
    for label in sorted(set(gold)):
        hits = sum(g == h == label for g, h in zip(gold, guesses, strict=True))
        count.append(gold.count(label))
        f1.append(200 * hits / (count[-1] + list(guesses).count(label)))
    weighted = sum(f * c for f, c in zip(f1, count, strict=True)) / len(gold)
    return (
        sum(f1) / len(f1),
        weighted,
        100 * sum(g == h for g, h in zip(gold, guesses, strict=True)) / len(gold),
    )


def exported(model: Heads, network: Network) -> SentenceTypes:
    """The heads as they would be shipped."""
    with tempfile.TemporaryDirectory() as folder:
        export(model, Path(folder), {})
        return SentenceTypes(network, Path(folder))


def onnx_axes() -> dict[str, dict[int, str]]:
    """Names of the inputs and outputs of ``types.onnx``, with the axes that vary."""
    p = {0: "batch", 1: "pieces"}
    return {"states": p, "marks": p, "root": {0: "batch"}, "snippet": {0: "batch"}}


def export(model: Heads, out: Path, scores: dict[str, float]) -> None:
    """``types.onnx`` (int8) and ``types.json`` with its labels and the scores of ``--folds``."""
    example = (torch.randn(2, 5, HIDDEN), torch.tensor([[0, 1, 2, 0, 0], [0, 1, 2, -1, -1]]))
    save(model, example, out / "types.onnx", onnx_axes(), quantise=True)
    labels = {"root": ROOTS, "snippet": list(SNIPPETS.values()), "scores": scores}
    (out / "types.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def run(checkpoint: Path, weights: Path, own: Path, *, folds: bool) -> None:
    """Score if asked to, then train on everything and export."""
    network, start = Network(weights), last_layer(checkpoint)
    rows, snippets = sentence_texts.zsp(), sentence_texts.case2021()
    random.Random(7).shuffle(rows)
    general = read(network, sentence_texts.general(7, rows, own))
    zsp, case = read(network, rows), read(network, snippets)
    log.info("%d general texts, %d of zsp, %d of case2021", len(general), len(zsp), len(case))
    scores: dict[str, float] = {}
    if folds:
        scores |= case_third(start, network, general, case)
        log.info("%s", scores)
        scores |= zsp_folds(start, network, general, zsp)
        log.info("%s", scores)
    export(fit(start, [*general, *zsp, *case]), weights, scores)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the exported encoder")
    parser.add_argument(
        "--own", type=Path, default=sentence_texts.OWN_SENTENCES, help="folder of our own sentences"
    )
    parser.add_argument("--folds", action="store_true", help="score by folds before training on everything")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(args.threads)
    run(args.checkpoint, args.weights, args.own, folds=args.folds)
