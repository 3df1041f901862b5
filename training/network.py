"""The encoder (BERT's architecture, as in all-MiniLM-L6-v2): shared lower layers, then layers of each group of heads.

In the shared layers a word sees the words of its own sentence only (a run of ``dateline.language.feed``), and so it does in the
own layers of the groups in ``LOCAL``, which read each sentence for itself, whatever stands around it. In the own layers of the
others it sees all sentences of its window, each marked with its number.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from dateline.language.wordpiece import SHAPES
from training.schemes import CHAINED, GROUPS, LOCAL, SYNTAX, Head

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
PIECES = 29528
"""Of ``vocabulary()``."""
OWN = 2
"""Layers of each group of heads; the lower ``LAYERS - OWN`` are shared."""
TREES = "factuality", "arc", "rel"
"""What the heads of syntax for which ``schemes`` has no labels are called, and their parameters begin with."""
ARC, PAIR, PAIR_HEADS = 256, 256, 4
MOST_SENTENCES = 32
"""Sentences of a window that are told apart by their number; later ones have that of the last."""
LOWER = 2
"""Shared layers that the heads over whole sentences stand on too; higher ones have forgotten what sentences mean."""
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def vocabulary() -> list[str]:
    """BERT's uncased vocabulary, beside the weights that ``DATELINE_MINILM`` names, without the pieces that it leaves free."""
    return [piece for piece in _all_pieces() if not _is_free(piece)]


def _all_pieces() -> list[str]:
    return minilm().with_name("vocab.txt").read_text(encoding="utf-8").splitlines()


def _is_free(piece: str) -> bool:
    return piece.startswith("[unused")


def minilm() -> Path:
    """all-MiniLM-L6-v2's weights, as the environment names them; raises ``KeyError`` where it does not."""
    return Path(os.environ["DATELINE_MINILM"])


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on CPUs the backward pass of the fused kernel takes three times as long.
        weights = torch.softmax(q @ k.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5 + mask.to(q.dtype), dim=-1)
        a = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.out(a))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and case shapes in, one hidden state a word and group out."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(PIECES, HIDDEN), nn.Embedding(512, HIDDEN)
        # Words that the corpora never show must stay comparable with those that they do.
        self.word.weight.requires_grad_(False)
        self.shape, self.sentence = nn.Embedding(len(SHAPES), HIDDEN), nn.Embedding(MOST_SENTENCES, HIDDEN)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - OWN))
        self.own = nn.ModuleDict({g: nn.ModuleList(Layer() for _ in range(OWN)) for g in GROUPS})

    def lower(self, pieces: Tensor, shapes: Tensor, positions: Tensor, runs: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden states after the first ``LOWER`` layers and the attention mask.

        All inputs are ``[batch, pieces]``: ids (0 is padding), case shapes, positions within the run, and the run's number
        (-1 for padding).
        """
        x = self.drop(self.norm(self.word(pieces) + self.position(positions) + self.shape(shapes)))
        mask = barred(runs[:, :, None] != runs[:, None, :])[:, None].to(x.dtype)
        for layer in self.layers[:LOWER]:
            x = layer(x, mask)
        return x, mask

    def upper(self, x: Tensor, mask: Tensor) -> Tensor:
        """Hidden states after all shared layers, from those after the first ``LOWER``."""
        for layer in self.layers[LOWER:]:
            x = layer(x, mask)
        return x

    def of_group(self, group: str, x: Tensor, mask: Tensor, runs: Tensor) -> Tensor:
        """Hidden states after a group's own layers, from those after the shared ones."""
        if group not in LOCAL:
            x = x + self.sentence(runs.clamp(0, MOST_SENTENCES - 1))
            mask = barred(runs < 0)[:, None, None].to(x.dtype)
        for layer in self.own[group]:
            x = layer(x, mask)
        return x

    def words(self, x: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
        """Mean of the first and the last piece of each word: ``[batch, words, HIDDEN]``."""
        def pick(at: Tensor) -> Tensor:
            return torch.gather(x, 1, at.unsqueeze(-1).expand(-1, -1, HIDDEN))
        return (pick(firsts) + pick(lasts)) * 0.5

    def load_minilm(self, path: Path) -> None:
        """Starting weights of all-MiniLM-L6-v2; raises ``ValueError`` where the file is another one."""
        if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
            raise ValueError(f"{path} is not the expected all-MiniLM-L6-v2 file (SHA-256 differs)")
        w = load_file(str(path))
        e = "embeddings."
        kept = torch.tensor([not _is_free(piece) for piece in _all_pieces()])
        self.word.weight.data.copy_(w[e + "word_embeddings.weight"][kept])
        self.position.weight.data.copy_(w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0])
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.sentence.weight)
        self.norm.load_state_dict({"weight": w[e + "LayerNorm.weight"], "bias": w[e + "LayerNorm.bias"]})
        for i in range(LAYERS):
            shared = i - (LAYERS - OWN)
            for layer in [self.layers[i]] if shared < 0 else [own[shared] for own in self.own.values()]:
                _load_layer(layer, w, f"encoder.layer.{i}.")


def barred(where: Tensor) -> Tensor:
    """Attention mask: nothing, or so little that a softmax of it is zero, where it is barred."""
    return torch.zeros(where.shape, dtype=torch.float32).masked_fill(where, -1e4)


def _load_layer(layer: nn.Module, w: dict[str, Tensor], p: str) -> None:
    a = p + "attention."
    names = {"out": a + "output.dense", "norm1": a + "output.LayerNorm", "up": p + "intermediate.dense",
             "down": p + "output.dense", "norm2": p + "output.LayerNorm"}
    state = {f"{k}.{x}": w[f"{v}.{x}"] for k, v in names.items() for x in ("weight", "bias")}
    for x in ("weight", "bias"):
        state[f"qkv.{x}"] = torch.cat([w[f"{a}self.{n}.{x}"] for n in ("query", "key", "value")])
    layer.load_state_dict(state)


class PairHead(nn.Module):
    """Labels of every word in respect of one word (a predicate, trigger or cue).

    The words see each other once more in the light of that word, since a role is seldom given twice.
    """

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.of_word, self.of_anchor = nn.Linear(HIDDEN, PAIR), nn.Linear(HIDDEN, PAIR)
        self.near = nn.Embedding(17, PAIR)
        self.norm, self.qkv, self.seen = nn.LayerNorm(PAIR), nn.Linear(PAIR, 3 * PAIR), nn.Linear(PAIR, PAIR)
        self.mix, self.out = nn.Linear(PAIR, PAIR), nn.Linear(PAIR, labels)
        self.drop = nn.Dropout(0.2)
        nn.init.zeros_(self.seen.weight)
        nn.init.zeros_(self.seen.bias)

    def forward(self, words: Tensor, anchor: Tensor, at: Tensor, padding: Tensor) -> Tensor:
        """``words [P, W, H]``, ``anchor [P, H]``, ``at [P]`` word index of the anchor, ``padding [P, W]`` true for words that
        are none; logits ``[P, W, labels]``.
        """
        return self.labels(self.of_word(words), self.of_anchor(anchor), at, barred(padding)[:, None, None])

    def labels(self, words: Tensor, anchor: Tensor, at: Tensor, mask: Tensor | None = None) -> Tensor:
        """The same from the projections of words and anchor."""
        distance = torch.clamp(torch.arange(words.shape[1])[None, :] - at[:, None], -8, 8) + 8
        x = F.gelu(words + anchor.unsqueeze(1) + self.near(distance))
        x = x + self.attended(self.drop(x), mask)
        return self.out(self.drop(F.gelu(self.mix(self.drop(x)))))

    def attended(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """What each word takes from the others."""
        p, w, _ = x.shape
        q, k, v = self.qkv(self.norm(x)).view(p, w, 3, PAIR_HEADS, PAIR // PAIR_HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(2, 3) * (PAIR // PAIR_HEADS) ** -0.5
        weights = torch.softmax(scores if mask is None else scores + mask.to(scores.dtype), dim=-1)
        return self.seen((weights.to(v.dtype) @ v).transpose(1, 2).reshape(p, w, PAIR))


class Network(nn.Module):
    """Encoder and all heads."""

    def __init__(self, word_heads: list[Head], pair_heads: list[Head], deprels: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.group = {h.name: h.group for h in [*word_heads, *pair_heads]}
        self.heads = nn.ModuleDict({h.name: nn.Linear(HIDDEN, len(h.labels)) for h in word_heads})
        self.pairs = nn.ModuleDict({h.name: PairHead(len(h.labels)) for h in pair_heads})
        self.chains = nn.ParameterDict(
            {h.name: nn.Parameter(torch.zeros(len(h.labels), len(h.labels))) for h in word_heads if h.name in CHAINED}
        )
        self.factuality = nn.Linear(HIDDEN, 1)
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.rel_dep, self.rel_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.rel = nn.Linear(ARC, deprels)
        self.drop = nn.Dropout(0.2)

    def owned(self, groups: Iterable[str]) -> tuple[str, ...]:
        """What the names of parameters begin with that belong to these groups alone."""
        found = [f"encoder.own.{g}." for g in groups]
        found += [f"{kind}.{head}." for kind in ("heads", "pairs") for head, g in self.group.items() if g in groups]
        found += [f"chains.{head}" for head in self.chains if self.group[head] in groups]
        if SYNTAX in groups:
            found += TREES
        return tuple(found)

    def states(self, batch: dict[str, Tensor], groups: set[str]) -> dict[str, Tensor]:
        """Word states of the groups asked for, ``[batch, words, HIDDEN]`` each."""
        e = self.encoder
        low, mask = e.lower(batch["pieces"], batch["shapes"], batch["positions"], batch["runs"])
        x = e.upper(low, mask)
        return {g: e.words(e.of_group(g, x, mask, batch["runs"]), batch["firsts"], batch["lasts"]) for g in groups}

    def arcs(self, h: Tensor) -> Tensor:
        """Score of word j as head of word i: ``[batch, words, words]``."""
        return self.arc(F.gelu(self.arc_dep(h))) @ F.gelu(self.arc_head(h)).transpose(1, 2) / ARC**0.5

    def relation(self, h: Tensor, heads: Tensor) -> Tensor:
        """Label scores of the arcs to ``heads``."""
        governor = torch.gather(self.rel_head(h), 1, heads.unsqueeze(-1).expand(-1, -1, ARC))
        return self.rel(F.gelu(self.rel_dep(h) + governor))
