"""One training example: a run of sentences of one document with the labels that its corpus gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

IGNORE = -100


@dataclass
class Pair:
    """Labels of all words of the window in respect of the word ``at``; ``partial`` names a role that alone is known."""

    head: str
    at: int
    labels: list[int]
    partial: str | None = None


@dataclass
class Window:
    """Words with their sentence numbers, word labels by head name (``IGNORE`` where unknown), arcs and pairs."""

    corpus: str
    words: list[str]
    sentence: list[int]
    labels: dict[str, list[int]] = field(default_factory=dict)
    heads: list[int] | None = None
    deprels: list[int] | None = None
    factuality: list[float] | None = None
    pairs: list[Pair] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)


def spans_to_bio(length: int, spans: Iterable[tuple[int, int, str]], labels: Sequence[str]) -> list[int]:
    """Word spans (end exclusive) as BIO label ids; of overlapping spans the first given wins, unknown labels are left out."""
    ids = [0] * length
    index = {label: i for i, label in enumerate(labels)}
    for first, last, label in spans:
        if f"B-{label}" not in index or any(ids[first:last]) or last <= first:
            continue
        ids[first] = index[f"B-{label}"]
        for i in range(first + 1, last):
            ids[i] = index[f"I-{label}"]
    return ids


def join(windows: Sequence[Window]) -> Window:
    """Neighbouring windows of one document as one."""
    out = Window(windows[0].corpus, [], [])
    heads: list[int] = []
    deprels: list[int] = []
    factuality: list[float] = []
    for w in windows:
        shift, sentences = len(out.words), (out.sentence[-1] + 1 if out.sentence else 0)
        out.words += w.words
        out.sentence += [s + sentences for s in w.sentence]
        for name, ids in w.labels.items():
            out.labels.setdefault(name, [IGNORE] * shift).extend(ids)
        for ids in out.labels.values():
            ids.extend([IGNORE] * (len(out.words) - len(ids)))
        heads += [h + shift if h >= 0 else h for h in (w.heads or [IGNORE] * len(w))]
        deprels += w.deprels or [IGNORE] * len(w)
        factuality += w.factuality or [float("nan")] * len(w)
        for p in w.pairs:
            out.pairs.append(Pair(p.head, p.at + shift, [IGNORE] * shift + p.labels, p.partial))
    out.heads = heads if any(w.heads for w in windows) else None
    out.deprels = deprels if out.heads else None
    out.factuality = factuality if any(w.factuality for w in windows) else None
    for p in out.pairs:
        p.labels.extend([IGNORE] * (len(out.words) - len(p.labels)))
    return out
