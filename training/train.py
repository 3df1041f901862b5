"""Trains the encoder and its heads: ``python -m training.train --out RUN_DIR [--minutes N] [--start CHECKPOINT]``.

All jointly, or with ``--groups`` only the own layers and heads of some groups, while the shared layers and the other
groups stay as they are. Runs on the CPU. Logs the loss of every head; saves ``last.pt`` as it goes.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from dateline.language.feed import feed
from dateline.language.stand_ins import as_read
from dateline.language.wordpiece import WordPiece, shape
from training import crf, schemes
from training.corpora import exchange, names, speech, treebanks, written
from training.corpora.files import DATA
from training.corpora.labels import Labels
from training.corpora.texts import packed
from training.network import TREES, Network, minilm, vocabulary
from training.window import IGNORE, Window

MOST_WORDS = 160


def gather(L: Labels, rng: random.Random) -> dict[str, list[Window]]:
    """All training windows by corpus."""
    re3d_train, _ = names.re3d_split()
    geo_train, _ = names.geowebnews_split()
    gum = [
        w
        for f in ("train.open", "train.nc")
        for w in packed(treebanks.treebank(DATA / f"gum/{f}.conllu.gz", L, "gum"), MOST_WORDS, rng)
    ]
    return {
        "ewt": list(packed(treebanks.ewt(L, "train"), MOST_WORDS, rng)),
        "gum": treebanks.quiet(gum, L),
        "polnear": list(speech.polnear(L, MOST_WORDS, rng)),
        "muc": list(names.muc("train", L, rng)),
        "re3d": list(names.re3d(re3d_train, L, MOST_WORDS, rng)),
        "wikigold": list(names.wikigold(L)),
        "geowebnews": list(names.geowebnews(geo_train, L, MOST_WORDS)),
        "event_location": list(names.event_location(L)),
        "meantime": list(treebanks.meantime("train")),
        "babe": list(speech.babe(L)),
        "causal_news": list(speech.causal_news(L)),
        "passages": list(written.passages(L, MOST_WORDS, rng)),
    }


SHARE = {"ewt": 2.5, "gum": 0.7, "polnear": 0.5, "muc": 0.7, "re3d": 5.0, "wikigold": 0.5, "geowebnews": 2.0,
         "event_location": 0.1, "meantime": 1.0, "babe": 1.0, "causal_news": 1.0, "passages": 3.0}
"""How often each window is seen in one epoch, on average."""


def batches(data: dict[str, list[Window]], pieces: int, rng: random.Random) -> list[list[Window]]:
    """One epoch: batches of one corpus each, of like lengths, in random order."""
    out: list[list[Window]] = []
    for name, windows in data.items():
        whole, part = divmod(SHARE[name], 1)
        chosen = windows * int(whole) + rng.sample(windows, int(part * len(windows)))
        chosen.sort(key=lambda w: len(w) + rng.uniform(-12, 12))
        run: list[Window] = []
        for w in chosen:
            if run and (len(run) + 1) * max(len(x) for x in [*run, w]) * 1.3 > pieces:
                out.append(run)
                run = []
            run.append(w)
        if run:
            out.append(run)
    rng.shuffle(out)
    return out


HIDDEN_WORDS = 0.03
"""Share of words that the encoder does not get to see, so that it learns to go by the rest of the sentence."""
UNREAD = "\N{REPLACEMENT CHARACTER}"


def encode(windows: list[Window], wp: WordPiece, rng: random.Random) -> dict[str, Tensor]:
    """The encoder's inputs, each sentence as a run.

    Now and then a batch is all in small or all in capital letters, or a word is hidden.
    """
    flat = rng.random()

    def shape_of(word: str) -> int:
        seen = shape(word)
        if flat < 0.03 and seen in (2, 3, 4):
            return 1
        return 3 if 0.03 <= flat < 0.06 and seen in (1, 2, 4) else seen

    def read(word: str) -> str:
        return UNREAD if rng.random() < HIDDEN_WORDS else as_read(word)

    arrays = feed([[[read(w) for w in sentence] for sentence in sentences(window)] for window in windows], wp, shape_of)
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def sentences(window: Window) -> Iterator[list[str]]:
    """Words of each sentence of a window."""
    for _, run in groupby(zip(window.sentence, window.words, strict=True), key=lambda x: x[0]):
        yield [word for _, word in run]


def pad(rows: list[list[int]], fill: int = 0) -> Tensor:
    """Ragged rows as one tensor."""
    n = max(map(len, rows))
    return torch.tensor([r + [fill] * (n - len(r)) for r in rows])


def losses(net: Network, L: Labels, ws: list[Window], wp: WordPiece, rng: random.Random) -> dict[str, Tensor]:
    """Loss of every head that the windows are labelled for."""
    named = {h for w in ws for h in w.labels}
    pairs = [(b, p) for b, w in enumerate(ws) for p in w.pairs]
    groups = {net.group[h] for h in named} | {net.group[p.head] for _, p in pairs}
    if ws[0].heads or any(w.factuality for w in ws):
        groups.add(schemes.SYNTAX)
    h = net.states(encode(ws, wp, rng), groups)
    out: dict[str, Tensor] = {}
    for name in named:
        y = pad([w.labels.get(name, [IGNORE] * len(w)) for w in ws], IGNORE)
        logits = net.heads[name](net.drop(h[net.group[name]])).float()
        if (y != IGNORE).any() and name in net.chains:
            out[name] = crf.loss(logits, net.chains[name], y)
        elif (y != IGNORE).any():
            out[name] = F.cross_entropy(logits.flatten(0, 1), y.flatten(), ignore_index=IGNORE)
    if any(w.heads for w in ws):
        out |= tree_losses(net, net.drop(h[schemes.SYNTAX]), ws)
    if any(w.factuality for w in ws):
        y = torch.full(h[schemes.SYNTAX].shape[:2], float("nan"))
        for b, w in enumerate(ws):
            if w.factuality:
                y[b, : len(w)] = torch.tensor(w.factuality)
        seen = ~y.isnan()
        if seen.any():
            out["factuality"] = F.smooth_l1_loss(net.factuality(h[schemes.SYNTAX]).squeeze(-1).float()[seen], y[seen])
    for name in {p.head for _, p in pairs}:
        here = [(b, p) for b, p in pairs if p.head == name]
        rng.shuffle(here)
        out[name] = pair_loss(net, L, name, h[net.group[name]], here)
    return out


def tree_losses(net: Network, h: Tensor, ws: list[Window]) -> dict[str, Tensor]:
    """Heads within the sentence, and relations given the right heads."""
    n = h.shape[1]
    sentence = pad([w.sentence for w in ws], -1)
    heads = pad([w.heads or [IGNORE] * len(w) for w in ws], IGNORE)
    rels = pad([w.deprels or [IGNORE] * len(w) for w in ws], IGNORE)
    scores = net.arcs(h).float().masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)
    arc = F.cross_entropy(scores.reshape(-1, n), heads.flatten(), ignore_index=IGNORE)
    rel = F.cross_entropy(net.relation(h, heads.clamp(min=0)).float().flatten(0, 1), rels.flatten(), ignore_index=IGNORE)
    return {"arc": arc, "rel": rel}


MOST_PAIR_WORDS = 30_000
"""Words of all pairs that one batch is trained on; of more pairs, the first."""


def pair_loss(net: Network, L: Labels, name: str, h: Tensor, pairs: list[tuple[int, Any]]) -> Tensor:
    """Cross-entropy over the words that have a label; where only one role is known, of the chance of that role against
    all others.
    """
    reach = [labelled(p.labels) for _, p in pairs]
    widest = max(b - a for a, b in reach)
    most = max(1, MOST_PAIR_WORDS // widest)
    pairs, reach = pairs[:most], reach[:most]
    windows, first = torch.tensor([b for b, _ in pairs]), torch.tensor([a for a, _ in reach])
    at = torch.tensor([p.at for _, p in pairs])
    words = (first[:, None] + torch.arange(widest)).clamp(max=h.shape[1] - 1)
    extent = torch.tensor([b - a for a, b in reach])
    padding = torch.arange(widest) >= extent[:, None]
    logits = net.pairs[name](net.drop(h[windows[:, None], words]), net.drop(h[windows, at]), at - first, padding).float()
    y = pad([p.labels[a:b] + [IGNORE] * (widest - b + a) for (_, p), (a, b) in zip(pairs, reach, strict=True)], IGNORE)
    if not pairs[0][1].partial:
        return F.cross_entropy(logits.flatten(0, 1), y.flatten(), ignore_index=IGNORE)
    known = [L.ids[name][f"{x}-{pairs[0][1].partial}"] for x in "BI"]
    chances = logits.softmax(-1)
    inside = chances[..., known].sum(-1).clamp(1e-6, 1 - 1e-6)
    is_role = torch.isin(y, torch.tensor(known))
    of_role = torch.where(is_role, y, IGNORE).flatten()
    positive = F.cross_entropy(logits.flatten(0, 1), of_role, ignore_index=IGNORE, reduction="sum")
    negative = -torch.log1p(-inside)[~is_role & (y != IGNORE)].sum()
    return (positive + negative) / (y != IGNORE).sum()


def labelled(labels: list[int]) -> tuple[int, int]:
    """First and last (exclusive) word with a label."""
    known = [i for i, x in enumerate(labels) if x != IGNORE]
    return (known[0], known[-1] + 1) if known else (0, 1)


def trainable(net: Network, groups: set[str]) -> set[str]:
    """Names of the heads that are trained; without ``groups`` all. Parameters of the rest are frozen."""
    if not groups:
        return {*net.group, *TREES}
    for name, p in net.named_parameters():
        p.requires_grad_(p.requires_grad and name.startswith(net.owned(groups)))
    of_syntax = TREES if schemes.SYNTAX in groups else ()
    return {*of_syntax, *(head for head, group in net.group.items() if group in groups)}


def parameter_groups(net: Network, lr: float) -> list[dict[str, Any]]:
    """Encoder and heads with their learning rates."""
    trained = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    new = ("encoder.shape", "encoder.sentence")
    encoder = [p for n, p in trained if n.startswith("encoder") and not n.startswith(new)]
    rest = [p for n, p in trained if not n.startswith("encoder") or n.startswith(new)]
    return [{"params": encoder, "lr": lr}, {"params": rest, "lr": lr * 5}]


def of_heads(windows: list[Window], heads: set[str]) -> list[Window]:
    """The windows that tell any of ``heads`` something, without what they tell the others."""
    out = []
    for w in windows:
        kept = replace(
            w,
            labels={h: y for h, y in w.labels.items() if h in heads},
            pairs=[p for p in w.pairs if p.head in heads],
            heads=w.heads if "arc" in heads else None,
            factuality=w.factuality if "factuality" in heads else None,
        )
        if kept.labels or kept.pairs or kept.heads or kept.factuality:
            out.append(kept)
    return out


def multiplies_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 itself: four times as fast then as single precision, slower elsewhere."""
    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


WEIGHT = {"arc": 1.0, "rel": 0.7, "factuality": 0.4}


def begun(L: Labels, start: Path | None) -> Network:
    """A network with the weights of the checkpoint ``start``; without one, with MiniLM's layers and new heads."""
    net = Network(list(L.words.values()), list(L.pairs.values()), len(schemes.DEPREL))
    if start:
        net.load_state_dict(torch.load(start)["net"])
    else:
        net.encoder.load_minilm(minilm())
    return net


def run(
    out: Path, minutes: float, epochs: int, start: Path | None, threads: int, seed: int, only: set[str] | None,
    groups: set[str], lr: float,
) -> None:
    """Trains until ``epochs`` or ``minutes`` are over (the schedule is set by whichever comes first)."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    rng = random.Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    scripts = treebanks.lemma_scripts()
    L = Labels(scripts)
    net = begun(L, start)
    wp = WordPiece(vocabulary())
    trained = trainable(net, groups)
    data = {k: of_heads(v, trained) for k, v in gather(L, rng).items() if not only or k in only}
    data = {k: v for k, v in data.items() if v}
    print({k: (len(v), sum(map(len, v))) for k, v in data.items()}, flush=True)
    factor = {h.name: h.weight for h in [*L.words.values(), *L.pairs.values()]} | WEIGHT
    opt = torch.optim.AdamW(parameter_groups(net, lr), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    peak = [g["lr"] for g in opt.param_groups]
    per_epoch = len(batches(data, 2600, rng))
    began, step, total = time.time(), 0, per_epoch * epochs
    running: dict[str, float] = {}
    halved = multiplies_bfloat16()
    pools = exchange.gather((w for k in exchange.CORPORA & data.keys() for w in data[k]), L)
    for epoch in range(epochs):
        for ws in batches(data, 2600, rng):
            spent = (time.time() - began) / (minutes * 60)
            done = max(step / total, spent)
            if done >= 1:
                break
            scale = min(1.0, (step + 1) / 200) * (1 - done)
            for g, top in zip(opt.param_groups, peak, strict=True):
                g["lr"] = top * scale
            if ws[0].corpus in exchange.CORPORA:
                ws = [exchange.exchanged(w, pools, L, rng) for w in ws]  # noqa: PLW2901
            with torch.autocast("cpu", torch.bfloat16, enabled=halved):
                parts = losses(net, L, ws, wp, rng)
            parts = {k: v for k, v in parts.items() if v.requires_grad}
            loss = sum((factor.get(k, 1.0) * v for k, v in parts.items()), torch.tensor(0.0))
            if not math.isfinite(loss.item()):
                continue
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            opt.step()
            step += 1
            for k, v in parts.items():
                running[k] = 0.98 * running.get(k, v.item()) + 0.02 * v.item()
            if step % 100 == 0:
                losses_now = " ".join(f"{k}={v:.3f}" for k, v in sorted(running.items()))
                print(f"epoch {epoch} step {step}/{total} {time.time() - began:.0f}s {losses_now}", flush=True)
            if step % 500 == 0:
                torch.save({"net": net.state_dict(), "scripts": scripts}, out / "last.pt")
    torch.save({"net": net.state_dict(), "scripts": scripts}, out / "last.pt")
    (out / "done.json").write_text(json.dumps({"steps": step, "seconds": time.time() - began, "seed": seed}))


def arguments() -> Iterator[Any]:
    """Command-line arguments as keyword values."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--out", type=Path, required=True, help="folder for checkpoints, outside git")
    p.add_argument("--minutes", type=float, default=90)
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--start", type=Path, default=None, help="checkpoint to go on from")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--only", type=lambda s: set(s.split(",")), default=None, help="corpora to train on, comma-separated")
    p.add_argument("--groups", type=lambda s: set(s.split(",")), default=set(),
                   help=f"train only the own layers and heads of these groups, comma-separated: {', '.join(schemes.GROUPS)}")
    yield from vars(p.parse_args()).items()


if __name__ == "__main__":
    run(**dict(arguments()))
