"""Shipped weights back to a checkpoint: ``python -m training.restore WEIGHTS --out start.pt``.

Training can go on from what the package ships, for instance for one group of heads only. The values are those of the int8
matrices times their scales, as they are computed with at run time; what the optimiser knew is gone.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training import schemes
from training.export import export_floats
from training.network import Network
from training.quantise import ADDED, one_for_all

Matrix = NDArray[np.float32]


def stored(path: Path) -> list[Matrix]:
    """Constants of a file in the order in which its nodes use them, integers multiplied by their scales. One that several
    parameters share since they have the same values comes once for each use.
    """
    model = onnx.load(path)
    raw = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer if not t.name.startswith(ADDED)}
    for name in [n.removesuffix(".int8") for n in raw if n.endswith(".int8")]:
        raw[name] = raw.pop(f"{name}.int8").astype(np.float32) * raw.pop(f"{name}.scale")
    one_for_all(model)
    made = {f"{n}.float": n for n in raw} | {f"{n}.int8": n for n in raw}
    quantising = {node.output[0] for node in model.graph.node if node.op_type == "Cast" and node.input[0] in made}
    quantising |= {node.output[0] for node in model.graph.node if node.output[0] in made}
    used = [name for node in model.graph.node if node.output[0] not in quantising for name in node.input]
    return [raw[made.get(name, name)] for name in used if made.get(name, name) in raw]


def parameters_in(path: Path, state: dict[str, Tensor]) -> list[tuple[str, bool] | None]:
    """For each constant of a file exported from ``state``, as ``stored`` gives them: the parameter that it is, and whether it
    was transposed; ``None`` where it is none.
    """
    by_bytes = {}
    for name, value in state.items():
        by_bytes[value.numpy().tobytes(), tuple(value.shape)] = name, False
        if value.dim() == 2:
            by_bytes[np.ascontiguousarray(value.numpy().T).tobytes(), tuple(value.T.shape)] = name, True
    return [by_bytes.get((v.tobytes(), v.shape)) for v in stored(path)]


def restore(weights: Path) -> dict[str, object]:
    """A checkpoint as ``training.train`` saves them; raises ``ValueError`` where a parameter is not in the files."""
    labels = json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    scripts = labels["lemma"]
    net = Network(schemes.word_heads(scripts), schemes.pair_heads(), len(labels["deprel"]))
    for p in net.parameters():
        torch.nn.init.normal_(p)
    random = {n: v.detach().clone() for n, v in net.state_dict().items()}
    restored: dict[str, Tensor] = {}
    with tempfile.TemporaryDirectory() as folder:
        export_floats(net, Path(folder))
        for path in sorted(Path(folder).glob("*.onnx")):
            for known, value in zip(parameters_in(path, random), stored(weights / path.name), strict=True):
                if known:
                    name, transposed = known
                    restored[name] = torch.from_numpy((value.T if transposed else value).copy())
    chains = json.loads((weights / "chains.json").read_text(encoding="utf-8"))
    restored |= {f"chains.{name}": torch.tensor(chain) for name, chain in chains.items()}
    if missing := random.keys() - restored.keys():
        raise ValueError(f"{weights} does not hold {', '.join(sorted(missing))}")
    return {"net": restored, "scripts": scripts}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(restore(args.weights), args.out)
