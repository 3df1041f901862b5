"""Weights as 8-bit integers: four times smaller files whose arithmetic stays in floating point.

Each column of a matrix (each row of an embedding) has a scale of its own, so that its largest value is 127. The file holds the
integers, the scales and their product as nodes, which onnxruntime works out once when it loads the file. Activations are not
quantised: with int8 activations, whose range is that of the whole batch, a sentence added at the end of a report changed one
claim in seven elsewhere in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

LARGEST = 127
LEAST_VALUES = 4096
"""Matrices of fewer values stay as they are."""


@dataclass
class _Graph:
    """What takes the place of a graph's nodes and matrices."""

    matrices: dict[str, NDArray[np.float32]]
    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    def store(self, name: str, axis: int) -> tuple[str, str]:
        """Names of a matrix's integers and of its scales; the largest value along ``axis`` is 127."""
        integers, scales = f"{name}.int8", f"{name}.scale"
        if name not in self.done:
            self.done.add(name)
            values = self.matrices[name]
            scale = np.maximum(np.abs(values).max(axis, keepdims=True), 1e-12) / LARGEST
            self.constants.append(numpy_helper.from_array(np.rint(values / scale).astype(np.int8), integers))
            self.constants.append(numpy_helper.from_array(scale.astype(np.float32), scales))
        return integers, scales

    def product(self, node: NodeProto) -> Iterator[NodeProto]:
        """A matrix product with the matrix made from its integers."""
        name = node.input[1]
        made = f"{name}.float"
        fresh = name not in self.done
        integers, scales = self.store(name, 0)
        if fresh:
            yield helper.make_node("Cast", [integers], [f"{name}.cast"], to=TensorProto.FLOAT)
            yield helper.make_node("Mul", [f"{name}.cast", scales], [made])
        yield helper.make_node(node.op_type, [node.input[0], made, *node.input[2:]], list(node.output), name=node.name)

    def look_up(self, node: NodeProto) -> Iterator[NodeProto]:
        """Rows of an embedding made from their integers: the table itself is never expanded."""
        integers, scales = self.store(node.input[0], 1)
        out = node.output[0]
        yield helper.make_node("Gather", [integers, node.input[1]], [f"{out}.int8"], axis=0)
        yield helper.make_node("Gather", [scales, node.input[1]], [f"{out}.scale"], axis=0)
        yield helper.make_node("Cast", [f"{out}.int8"], [f"{out}.cast"], to=TensorProto.FLOAT)
        yield helper.make_node("Mul", [f"{out}.cast", f"{out}.scale"], [out])


def quantise(path: Path) -> None:
    """Stores a file's large matrices as int8, in place."""
    onnx.save(with_int8_weights(onnx.load(path)), path)
    onnx.checker.check_model(str(path))


def one_for_all(model: onnx.ModelProto) -> None:
    """Reads a constant that the exporter found several times under its first name everywhere, in place."""
    constants = {t.name for t in model.graph.initializer}
    same = {n.output[0]: n.input[0] for n in model.graph.node if n.op_type == "Identity" and n.input[0] in constants}
    kept = [n for n in model.graph.node if n.op_type != "Identity" or n.output[0] not in same]
    for node in kept:
        node.input[:] = [same.get(name, name) for name in node.input]
    del model.graph.node[:]
    model.graph.node.extend(kept)


def with_int8_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """``model`` with its large matrices as int8; inputs, outputs and the order of operations stay the same."""
    matrices = {
        t.name: numpy_helper.to_array(t)
        for t in model.graph.initializer
        if len(t.dims) == 2 and t.dims[0] * t.dims[1] >= LEAST_VALUES
    }
    one_for_all(model)
    graph = _Graph(matrices)
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in matrices:
            graph.nodes += graph.product(node)
        elif node.op_type == "Gather" and node.input[0] in matrices:
            graph.nodes += graph.look_up(node)
        else:
            graph.nodes.append(node)
    used = {name for node in graph.nodes for name in node.input}
    kept = [t for t in model.graph.initializer if t.name in used]
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(graph.nodes)
    model.graph.initializer.extend([*kept, *graph.constants])
    return model
