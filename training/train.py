"""Trains the encoder and all heads jointly: ``python -m training.train --out RUN_DIR [--minutes N] [--start CHECKPOINT]``.

Runs on the CPU (bf16 autocast) or, where there is one, a GPU. Logs the loss of every head; saves ``last.pt`` as it goes.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from dateline.language.wordpiece import WordPiece, shape
from training import schemes
from training.corpora import names, speech, treebanks, written
from training.corpora.files import DATA
from training.corpora.labels import Labels
from training.corpora.texts import packed
from training.network import Network
from training.window import IGNORE, Window

MOST_WORDS = 160
MOST_PIECES = 500


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


SHARE = {"ewt": 2.5, "gum": 0.7, "polnear": 0.5, "muc": 0.7, "re3d": 5.0, "wikigold": 0.5, "geowebnews": 1.0,
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


def encode(windows: list[Window], wp: WordPiece, rng: random.Random | None = None) -> dict[str, Tensor]:
    """Piece ids, case shapes, and first and last piece of each word, padded."""
    rows, shapes, firsts, lasts = [], [], [], []
    for w in windows:
        ids, sh, first, last = [wp.cls], [0], [], []
        flat = rng.random() if rng else 1.0
        for word in w.words:
            p = wp.pieces(word)
            first.append(min(len(ids), MOST_PIECES))
            ids += p
            s = shape(word)
            s = 1 if flat < 0.03 and s in (2, 3, 4) else 3 if 0.03 <= flat < 0.06 and s in (1, 2, 4) else s
            sh += [s] * len(p)
            last.append(min(len(ids) - 1, MOST_PIECES))
        rows.append([*ids[: MOST_PIECES + 1], wp.sep])
        shapes.append([*sh[: MOST_PIECES + 1], 0])
        firsts.append(first)
        lasts.append(last)
    return {"pieces": pad(rows), "shapes": pad(shapes), "firsts": pad(firsts), "lasts": pad(lasts)}


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
        if (y != IGNORE).any():
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
    logits = net.pairs[name](net.drop(h[windows[:, None], words]), net.drop(h[windows, at]), at - first).float()
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


def parameter_groups(net: Network, heads: tuple[str, ...], lr: float) -> list[dict[str, Any]]:
    """Encoder and heads with their learning rates; with ``heads``, parameters of other names stay as they are."""
    for name, p in net.named_parameters():
        p.requires_grad_(p.requires_grad and (not heads or name.startswith(heads)))
    trained = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    encoder = [p for n, p in trained if n.startswith("encoder") and "shape" not in n]
    rest = [p for n, p in trained if not n.startswith("encoder") or "shape" in n]
    return [{"params": encoder, "lr": lr}, {"params": rest, "lr": lr * 5}]


WEIGHT = {"arc": 1.0, "rel": 0.7, "factuality": 0.4}


def run(
    out: Path, minutes: float, epochs: int, start: Path | None, threads: int, seed: int, only: set[str] | None,
    heads: tuple[str, ...], lr: float,
) -> None:
    """Trains until ``epochs`` or ``minutes`` are over (the schedule is set by whichever comes first)."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    rng = random.Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    scripts = treebanks.lemma_scripts()
    L = Labels(scripts)
    net = Network(list(L.words.values()), list(L.pairs.values()), len(schemes.DEPREL))
    weights = Path(os.environ["DATELINE_MINILM"])
    wp = WordPiece.load(weights.with_name("vocab.txt"))
    net.encoder.load_minilm(weights)
    if start:
        net.load_state_dict(torch.load(start)["net"])
    data = gather(L, rng)
    if only:
        data = {k: v for k, v in data.items() if k in only}
    print({k: (len(v), sum(map(len, v))) for k, v in data.items()}, flush=True)
    factor = {h.name: h.weight for h in [*L.words.values(), *L.pairs.values()]} | WEIGHT
    groups = parameter_groups(net, heads, lr)
    opt = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    peak = [g["lr"] for g in groups]
    per_epoch = len(batches(data, 2600, rng))
    began, step, total = time.time(), 0, per_epoch * epochs
    running: dict[str, float] = {}
    for epoch in range(epochs):
        for ws in batches(data, 2600, rng):
            spent = (time.time() - began) / (minutes * 60)
            done = max(step / total, spent)
            if done >= 1:
                break
            scale = min(1.0, (step + 1) / 200) * (1 - done)
            for g, top in zip(opt.param_groups, peak, strict=True):
                g["lr"] = top * scale
            with torch.autocast("cpu", torch.bfloat16):
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
    p.add_argument("--heads", type=lambda s: tuple(s.split(",")), default=(),
                   help="train only parameters whose names begin so (\"pairs.role\"), the rest stays as it is")
    yield from vars(p.parse_args()).items()


if __name__ == "__main__":
    run(**dict(arguments()))
