"""A network as an ONNX file."""

import inspect
from pathlib import Path

import torch
from torch import nn

OPSET = 13
TRACED = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
"""From 2.9 on PyTorch writes another graph unless told so, of operations that quantization does not know."""

Axes = dict[str, dict[int, str]]
"""Tensors by name, and the names of those of their axes that may have any length."""


def export(network: nn.Module, example: tuple[torch.Tensor, ...], file: Path, inputs: Axes, outputs: Axes, **settings) -> None:
    """Writes the file; `settings` are further ones of torch.onnx.export."""
    torch.onnx.export(
        network,
        example,
        str(file),
        opset_version=OPSET,
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={**inputs, **outputs},
        **TRACED,
        **settings,
    )
