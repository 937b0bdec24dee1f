"""Makes an int8 network of a float one: static quantization, in the QDQ form that ONNX Runtime fuses into integer kernels.

    from common.quantization import quantize
    quantize(HERE / "x-m.onnx", HERE / "x-m-int8.onnx", ({"images": batch} for batch in batches))

Convolutions run on uint8 activations and int8 weights (a scale per channel), and what lies between them (Relu, Add,
nearest Resize, Concat, MaxPool) stays in uint8. Layers that no further convolution follows keep float32: they are small, and
boxes, embeddings and logits want their precision. Weights take 7 bits: then no processor's 16-bit intermediate sums
overflow, so that results are the same everywhere.
"""

from pathlib import Path
from typing import Iterable

import numpy as np
import onnx
from onnx import helper, numpy_helper

from .calibration import ranges
from .graph import Graph, used

WEIGHT_LIMIT = 63
KEEPS_RANGE = {"Resize", "MaxPool"}
JOINS = {"Add", "Concat"}


def quantize(source: Path, target: Path, batches: Iterable[dict[str, np.ndarray]]) -> None:
    """Writes `target`; `batches` are feeds of the float network: some hundred inputs of the training set."""
    model = onnx.load(str(source))
    Quantization(model, ranges(model, batches)).write(target)


class Quantization:
    """One pass over the nodes in their order: what it has seen in uint8 has a scale and a zero point."""

    def __init__(self, model: onnx.ModelProto, range_by_tensor: dict[str, tuple[float, float]]):
        self.model = model
        self.graph = Graph(model.graph)
        self.ranges = range_by_tensor
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}
        self.steps: dict[str, tuple[np.ndarray, np.ndarray]] = {}

    def write(self, target: Path) -> None:
        for node in self.model.graph.node:
            self.convert(node)
        graph = self.model.graph
        del graph.node[:]
        graph.node.extend(used(self.nodes, [output.name for output in graph.output]))
        names = {name for node in graph.node for name in node.input}
        values = {**self.graph.weights, **self.constants}
        del graph.initializer[:]
        graph.initializer.extend(numpy_helper.from_array(values[name], name) for name in values if name in names)
        onnx.checker.check_model(self.model)
        onnx.save(self.model, str(target))

    def convert(self, node: onnx.NodeProto) -> None:
        output = node.output[0]
        followed = self.graph.is_followed_by_convolution(output)
        if node.op_type == "Conv" and node.input[1] in self.graph.weights and followed:
            self.quantize_input(node.input[0])
            self.add(node, [dequantized(node.input[0]), *self.parameters(node)])
            if not self.graph.is_rectified(output):
                self.quantize(output, *self.step(output))
        elif node.op_type == "Relu" and self.graph.producer(node.input[0], "Conv"):
            self.add(node, list(node.input))
            if followed:
                self.quantize(output, *self.step(output))
        elif node.op_type in JOINS and all(name in self.steps for name in node.input):
            self.add(node, [dequantized(name) for name in node.input])
            self.quantize(output, *self.step(output))
        elif node.op_type in KEEPS_RANGE and node.input[0] in self.steps:
            self.add(node, [dequantized(node.input[0]), *node.input[1:]])
            self.quantize(output, *self.steps[node.input[0]])
        else:
            self.add(node, [dequantized(name) if name in self.steps else name for name in node.input])

    def add(self, node: onnx.NodeProto, inputs: list[str]) -> None:
        changed = onnx.NodeProto()
        changed.CopyFrom(node)
        del changed.input[:]
        changed.input.extend(inputs)
        self.nodes.append(changed)

    def quantize_input(self, name: str) -> None:
        """Pixels that are cast to float and divided were 8-bit numbers already: they are taken as they are."""
        if name in self.steps:
            return
        image = self.graph.scaled_image(name)
        if image is None:
            self.quantize(name, *self.step(name))
            return
        pixels, divisor = image
        self.remember(name, np.float32(1 / divisor), np.uint8(0))
        self.nodes.append(
            helper.make_node("DequantizeLinear", [pixels, f"{name}_scale", f"{name}_zero"], [dequantized(name)])
        )

    def quantize(self, name: str, scale: np.ndarray, zero: np.ndarray) -> None:
        self.remember(name, scale, zero)
        parameters = [f"{name}_scale", f"{name}_zero"]
        self.nodes.append(helper.make_node("QuantizeLinear", [name, *parameters], [f"{name}_quantized"]))
        self.nodes.append(helper.make_node("DequantizeLinear", [f"{name}_quantized", *parameters], [dequantized(name)]))

    def remember(self, name: str, scale: np.ndarray, zero: np.ndarray) -> None:
        self.steps[name] = scale, zero
        self.constants[f"{name}_scale"], self.constants[f"{name}_zero"] = np.array(scale), np.array(zero)

    def step(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        low, high = self.ranges[name]
        scale = np.float32((high - low) / 255)
        return scale, np.uint8(np.clip(np.rint(-low / scale), 0, 255))

    def parameters(self, node: onnx.NodeProto) -> list[str]:
        """The tensors of a convolution's weights and bias, rounded, as float again."""
        weight = self.graph.weights[node.input[1]]
        scales = np.maximum(np.abs(weight.reshape(len(weight), -1)).max(1), 1e-8).astype(np.float32) / WEIGHT_LIMIT
        rounded = np.rint(weight / scales.reshape(-1, *[1] * (weight.ndim - 1))).astype(np.int8)
        names = [self.rounded(node.input[1], rounded, scales)]
        if len(node.input) > 2:
            bias_scales = scales * self.steps[node.input[0]][0]
            bias = np.rint(self.graph.weights[node.input[2]] / bias_scales).astype(np.int32)
            names.append(self.rounded(node.input[2], bias, bias_scales))
        return names

    def rounded(self, name: str, values: np.ndarray, scales: np.ndarray) -> str:
        parts = {"rounded": values, "scales": scales, "zeros": np.zeros(len(scales), values.dtype)}
        self.constants.update({f"{name}_{part}": array for part, array in parts.items()})
        inputs = [f"{name}_{part}" for part in parts]
        self.nodes.append(helper.make_node("DequantizeLinear", inputs, [dequantized(name)], axis=0))
        return dequantized(name)


def dequantized(name: str) -> str:
    return f"{name}_dequantized"
