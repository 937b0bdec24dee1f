"""Questions about an ONNX graph: who makes a tensor, who reads it, what is constant."""

from typing import Optional

import numpy as np
import onnx
from onnx import helper, numpy_helper


class Graph:
    """A graph as it was loaded; it does not see later changes."""

    def __init__(self, graph: onnx.GraphProto):
        self.weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.types = {value.name: value.type.tensor_type.elem_type for value in graph.input}
        self.producers = {node.output[0]: node for node in graph.node}
        self.consumers: dict[str, list[onnx.NodeProto]] = {}
        for node in graph.node:
            for name in node.input:
                self.consumers.setdefault(name, []).append(node)

    def constant(self, name: str) -> Optional[np.ndarray]:
        producer = self.producers.get(name)
        if producer is not None and producer.op_type == "Constant":
            return numpy_helper.to_array(helper.get_attribute_value(producer.attribute[0]))
        return self.weights.get(name)

    def producer(self, name: str, operation: str) -> Optional[onnx.NodeProto]:
        """The node that makes the tensor, if it is of this operation."""
        producer = self.producers.get(name)
        return producer if producer is not None and producer.op_type == operation else None

    def scaled_image(self, name: str) -> Optional[tuple[str, float]]:
        """If the tensor is made of an input's bytes, cast to float and divided: the tensor of bytes and the divisor."""
        divide = self.producer(name, "Div")
        cast = divide and self.producer(divide.input[0], "Cast")
        divisor = self.constant(divide.input[1]) if cast else None
        if divisor is None or divisor.size != 1:
            return None
        source = cast.input[0]
        while self.producer(source, "Transpose"):
            source = self.producers[source].input[0]
        return (cast.input[0], float(divisor)) if self.types.get(source) == onnx.TensorProto.UINT8 else None

    def is_rectified(self, name: str) -> bool:
        return [node.op_type for node in self.consumers.get(name, [])] == ["Relu"]

    def is_followed_by_convolution(self, name: str) -> bool:
        """Whether the tensor, or what is made of it, is fed to a convolution."""
        return any(
            node.op_type == "Conv" or self.is_followed_by_convolution(node.output[0])
            for node in self.consumers.get(name, [])
        )


def used(nodes: list[onnx.NodeProto], outputs: list[str]) -> list[onnx.NodeProto]:
    """The nodes that the outputs need, in their order."""
    wanted, kept = set(outputs), []
    for node in reversed(nodes):
        if wanted & set(node.output):
            wanted |= set(node.input)
            kept.append(node)
    return kept[::-1]
