"""Runs an ONNX graph with PyTorch, node by node: to calibrate it, and to measure a quantized one, which PyTorch has not made.

It knows what `torch.onnx.export` writes for convolutional networks, and QuantizeLinear and DequantizeLinear, which it
computes as ONNX defines them. ONNX Runtime adds up integers instead; a sum next to a rounding edge may then fall on the
other side, by one step.
"""

from typing import Callable, Optional

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional

Watch = Callable[[str, torch.Tensor], None]


class Interpreter:
    """A loaded graph, ready to run."""

    def __init__(self, model: onnx.ModelProto):
        self.graph = model.graph
        self.constants = {
            tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in model.graph.initializer
        }
        self.attributes = [
            {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
            for node in model.graph.node
        ]
        unknown = {node.op_type for node in model.graph.node} - OPERATIONS.keys()
        if unknown:
            raise ValueError(f"interpreter: operations {sorted(unknown)} are unknown. Maybe add them to OPERATIONS.")

    @torch.no_grad()
    def run(self, feeds: dict[str, np.ndarray], watch: Optional[Watch] = None) -> dict[str, np.ndarray]:
        """The outputs by name; `watch` is shown every tensor that a node makes."""
        values = {**self.constants, **{name: torch.from_numpy(array) for name, array in feeds.items()}}
        for node, attributes in zip(self.graph.node, self.attributes):
            inputs = [values[name] if name else None for name in node.input]
            value = OPERATIONS[node.op_type](attributes, *inputs)
            values[node.output[0]] = value
            if watch:
                watch(node.output[0], value)
        return {output.name: values[output.name].numpy() for output in self.graph.output}


def convolution(attributes, x, weight, bias=None):
    pads = attributes.get("pads", [0] * (2 * (weight.ndim - 2)))
    half = len(pads) // 2
    x = functional.pad(x, [pad for i in reversed(range(half)) for pad in (pads[i], pads[i + half])])
    run = functional.conv2d if weight.ndim == 4 else functional.conv1d
    strides, dilations = attributes.get("strides", [1] * half), attributes.get("dilations", [1] * half)
    return run(x.contiguous(), weight, bias, strides, 0, dilations, attributes.get("group", 1))


def pool(attributes, x):
    kernel, pads = attributes["kernel_shape"], attributes.get("pads", [0] * 4)
    return functional.max_pool2d(x, kernel, attributes.get("strides", [1, 1]), pads[: len(kernel)])


def resize(attributes, x, _, scales, sizes=None):
    if attributes.get("mode", b"nearest") != b"nearest":
        raise ValueError("interpreter: Resize must be nearest. Maybe use functional.interpolate with its default mode.")
    if sizes is not None:
        return functional.interpolate(x, [int(size) for size in sizes[2:]])
    return functional.interpolate(x, scale_factor=[float(scale) for scale in scales[2:]])


def slices(_, x, starts, ends, axes=None, steps=None):
    index = [slice(None)] * x.ndim
    for i in range(len(starts)):
        axis = int(axes[i]) if axes is not None else i
        index[axis] = slice(int(starts[i]), min(int(ends[i]), x.shape[axis]), int(steps[i]) if steps is not None else 1)
    return x[tuple(index)]


def gemm(attributes, a, b, c=None):
    a = a.T if attributes.get("transA") else a
    b = b.T if attributes.get("transB") else b
    product = attributes.get("alpha", 1.0) * (a @ b)
    return product if c is None else product + attributes.get("beta", 1.0) * c


def quantize(_, x, scale, zero):
    limits = torch.iinfo(zero.dtype)
    return (torch.round(x / scale) + zero).clamp(limits.min, limits.max).to(zero.dtype)


def dequantize(attributes, x, scale, zero):
    if scale.ndim == 1 and x.ndim > 1:
        shape = [1] * x.ndim
        shape[attributes.get("axis", 1)] = -1
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    return (x.to(torch.int32) - zero.to(torch.int32)).float() * scale


def mean(attributes, x):
    return x.mean(list(attributes.get("axes", range(x.ndim))), bool(attributes.get("keepdims", 1)))


def norm(attributes, x):
    return torch.linalg.vector_norm(x, dim=list(attributes["axes"]), keepdim=bool(attributes.get("keepdims", 1)))


def reshape(_, x, shape):
    return x.reshape([x.shape[i] if size == 0 else int(size) for i, size in enumerate(shape)])


TYPES = {onnx.TensorProto.FLOAT: torch.float32, onnx.TensorProto.INT64: torch.int64}
OPERATIONS = {
    "Add": lambda _, a, b: a + b,
    "Cast": lambda attributes, x: x.to(TYPES[attributes["to"]]),
    "Clip": lambda _, x, low=None, high=None: x.clamp(low, high),
    "Concat": lambda attributes, *xs: torch.cat(xs, attributes["axis"]),
    "Constant": lambda attributes: torch.from_numpy(numpy_helper.to_array(attributes["value"]).copy()),
    "Conv": convolution,
    "DequantizeLinear": dequantize,
    "Div": lambda _, a, b: a / b,
    "Flatten": lambda attributes, x: x.flatten(attributes.get("axis", 1)),
    "Gemm": gemm,
    "GlobalAveragePool": lambda _, x: x.mean((2, 3), True),
    "Identity": lambda _, x: x,
    "MatMul": lambda _, a, b: a @ b,
    "MaxPool": pool,
    "Mul": lambda _, a, b: a * b,
    "QuantizeLinear": quantize,
    "ReduceL2": norm,
    "ReduceMean": mean,
    "Relu": lambda _, x: x.relu(),
    "Reshape": reshape,
    "Resize": resize,
    "Shape": lambda _, x: torch.tensor(x.shape),
    "Sigmoid": lambda _, x: x.sigmoid(),
    "Slice": slices,
    "Softplus": lambda _, x: functional.softplus(x),
    "Sub": lambda _, a, b: a - b,
    "Transpose": lambda attributes, x: x.permute(attributes["perm"]),
    "Unsqueeze": lambda _, x, axes: x.reshape(np.expand_dims(np.empty(x.shape, bool), tuple(axes.tolist())).shape),
}
