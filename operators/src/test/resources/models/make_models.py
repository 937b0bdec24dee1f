#!/usr/bin/env python3
"""Makes the tiny networks of the tests, byte for byte the same each time.

red-blue.onnx    YOLOv8 layout: each 8x8 cell of a 32x64 image is an anchor; class "red" has the share of red that
                 exceeds the mean of green and blue, class "blue" likewise.
float-nchw.onnx  the same output, but it wants float NCHW: a network that no manifest of this project describes.
"""
import hashlib
import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HEIGHT, WIDTH, CELL = 32, 64, 8
ANCHORS = (HEIGHT // CELL) * (WIDTH // CELL)
HERE = pathlib.Path(__file__).resolve().parent


def boxes():
    rows, columns = np.mgrid[0:HEIGHT // CELL, 0:WIDTH // CELL].reshape(2, -1)
    sides = np.full(ANCHORS, CELL)
    return np.stack([(columns + .5) * CELL, (rows + .5) * CELL, sides, sides]).astype(np.float32)[None]


def constants():
    colours = np.array([[1, -.5, -.5], [-.5, -.5, 1]], np.float32).reshape(2, 3, 1, 1) / 255
    return [numpy_helper.from_array(value, name) for name, value in [
        ("colours", colours), ("boxes", boxes()), ("zero", np.float32(0)), ("one", np.float32(1)),
        ("flat", np.array([0, 2, -1], np.int64))]]


def nodes(pixels):
    return [
        helper.make_node("AveragePool", [pixels], ["cells"], kernel_shape=[CELL, CELL], strides=[CELL, CELL]),
        helper.make_node("Conv", ["cells", "colours"], ["shares"]),
        helper.make_node("Clip", ["shares", "zero", "one"], ["clipped"]),
        helper.make_node("Reshape", ["clipped", "flat"], ["scores"]),
        helper.make_node("ReduceMax", ["scores"], ["best"], axes=[1], keepdims=1),
        helper.make_node("Mul", ["best", "zero"], ["nothing"]),
        helper.make_node("Add", ["boxes", "nothing"], ["batch_of_boxes"]),
        helper.make_node("Concat", ["batch_of_boxes", "scores"], ["output0"], axis=1)]


def save(name, image, first, pixels):
    output = helper.make_tensor_value_info("output0", TensorProto.FLOAT, ["batch", 6, ANCHORS])
    graph = helper.make_graph(first + nodes(pixels), name, [image], [output], constants())
    network = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    onnx.checker.check_model(network)
    path = HERE / f"{name}.onnx"
    path.write_bytes(network.SerializeToString())
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    image = helper.make_tensor_value_info("images", TensorProto.UINT8, ["batch", HEIGHT, WIDTH, 3])
    first = [helper.make_node("Cast", ["images"], ["floats"], to=TensorProto.FLOAT),
             helper.make_node("Transpose", ["floats"], ["pixels"], perm=[0, 3, 1, 2])]
    sha256 = save("red-blue", image, first, "pixels")
    manifest = {
        "format": "jellybean-model/1", "id": "red-blue", "task": "detect", "file": "red-blue.onnx", "sha256": sha256,
        "input": {"tensor": "images", "layout": "uint8-nhwc", "height": HEIGHT, "width": WIDTH},
        "output": {"tensor": "output0", "decoding": "yolov8"},
        "labels": ["red", "blue"],
        "measured": {"metric": "AP50", "value": 1, "set": "made by hand"}}
    (HERE / "red-blue.json").write_text(json.dumps(manifest, indent=2) + "\n")
    save("float-nchw", helper.make_tensor_value_info("images", TensorProto.FLOAT, ["batch", 3, HEIGHT, WIDTH]),
         [], "images")


main()
