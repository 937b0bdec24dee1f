#!/usr/bin/env python3
"""Makes the tiny networks of the tests, byte for byte the same each time.

red-blue.onnx    YOLOv8 layout: each 8x8 cell of a 32x64 image is an anchor; class "red" has the share of red that
                 exceeds the mean of green and blue, class "blue" likewise.
float-nchw.onnx  the same output, but it wants float NCHW, 0..255 / 255 - .5: mean and std are in its manifest.
mean-colour.onnx an embedding: the mean red, green and blue of a 4x6 image, 0..1; mean-colour-map.onnx: as a map [3, 1, 1].
loudness.onnx    "speech": for each 4 samples, logits of "", "a", "b": minus loudness, loudness, 0.
first-word.onnx  "answers": the sum of the features for answer "yes", the first word's index for answer "no".
opset-99.onnx    red-blue.onnx for an opset that does not exist yet.
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


def constants(scale):
    colours = np.array([[1, -.5, -.5], [-.5, -.5, 1]], np.float32).reshape(2, 3, 1, 1) / np.float32(scale)
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


def write(name, graph, opset=13):
    network = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=7)
    if opset == 13:
        onnx.checker.check_model(network)
    path = HERE / f"{name}.onnx"
    path.write_bytes(network.SerializeToString())
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(name, task, sha256, inputs, output, **more):
    content = {
        "format": "jellybean-model/1", "id": name, "task": task, "file": f"{name}.onnx", "sha256": sha256,
        "input": inputs, "output": output, **more,
        "measured": {"metric": "accuracy", "value": 1, "set": "made by hand"}}
    (HERE / f"{name}.json").write_text(json.dumps(content, indent=2) + "\n")


def detector_graph(name, image, first, pixels, scale=255.0):
    output = helper.make_tensor_value_info("output0", TensorProto.FLOAT, ["batch", 6, ANCHORS])
    return helper.make_graph(first + nodes(pixels), name, [image], [output], constants(scale))


def detectors():
    image = helper.make_tensor_value_info("images", TensorProto.UINT8, ["batch", HEIGHT, WIDTH, 3])
    first = [helper.make_node("Cast", ["images"], ["floats"], to=TensorProto.FLOAT),
             helper.make_node("Transpose", ["floats"], ["pixels"], perm=[0, 3, 1, 2])]
    size = {"tensor": "images", "height": HEIGHT, "width": WIDTH}
    boxes_out = {"tensor": "output0", "decoding": "yolov8"}
    labels = ["red", "blue"]
    graph = detector_graph("red-blue", image, first, "pixels")
    manifest("red-blue", "detect", write("red-blue", graph), {**size, "layout": "uint8-nhwc"}, boxes_out, labels=labels)
    write("opset-99", graph, opset=99)
    floats = helper.make_tensor_value_info("images", TensorProto.FLOAT, ["batch", 3, HEIGHT, WIDTH])
    sha256 = write("float-nchw", detector_graph("float-nchw", floats, [], "images", 1.0))
    manifest("float-nchw", "detect", sha256,
             {**size, "layout": "float-nchw", "mean": [.5, .5, .5], "std": [1, 1, 1]}, boxes_out, labels=labels)


def mean_colour(name, output_name, output_shape, reshape):
    image = helper.make_tensor_value_info("images", TensorProto.UINT8, ["batch", 4, 6, 3])
    output = helper.make_tensor_value_info(output_name, TensorProto.FLOAT, output_shape)
    shape = numpy_helper.from_array(np.array(reshape, np.int64), "shape")
    scale = numpy_helper.from_array(np.float32(255), "scale")
    return write(name, helper.make_graph([
        helper.make_node("Cast", ["images"], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["floats"], ["mean"], axes=[1, 2], keepdims=0),
        helper.make_node("Div", ["mean", "scale"], ["scaled"]),
        helper.make_node("Reshape", ["scaled", "shape"], [output_name])], name, [image], [output], [shape, scale]))


def embedding_and_features():
    size = {"tensor": "images", "layout": "uint8-nhwc", "height": 4, "width": 6}
    manifest("mean-colour", "embed", mean_colour("mean-colour", "embedding", ["batch", 3], [-1, 3]),
             {**size, "fit": "stretch"}, {"tensor": "embedding", "decoding": "embedding"})
    manifest("mean-colour-map", "extract",
             mean_colour("mean-colour-map", "features", ["batch", 3, 1, 1], [-1, 3, 1, 1]),
             {**size, "fit": "stretch"}, {"tensor": "features", "decoding": "features"})


def speech():
    audio = helper.make_tensor_value_info("audio", TensorProto.FLOAT, ["batch", "samples"])
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "steps", 3])
    signs = numpy_helper.from_array(np.array([[[-1, 1, 0]]], np.float32), "signs")
    channel = numpy_helper.from_array(np.array([1], np.int64), "channel")
    sha256 = write("loudness", helper.make_graph([
        helper.make_node("Abs", ["audio"], ["loud"]),
        helper.make_node("Unsqueeze", ["loud", "channel"], ["channels"]),
        helper.make_node("MaxPool", ["channels"], ["steps"], kernel_shape=[4], strides=[4]),
        helper.make_node("Transpose", ["steps"], ["by_step"], perm=[0, 2, 1]),
        helper.make_node("Mul", ["by_step", "signs"], ["logits"])], "loudness", [audio], [output], [signs, channel]))
    manifest("loudness", "recognise", sha256, {"tensor": "audio", "layout": "float-pcm", "sampleRate": 16000},
             {"tensor": "logits", "decoding": "ctc"}, labels=["", "a", "b"])


def answers():
    features = helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", 3, 1, 1])
    words = helper.make_tensor_value_info("words", TensorProto.INT64, ["batch", 2])
    output = helper.make_tensor_value_info("answers", TensorProto.FLOAT, ["batch", 2])
    sha256 = write("first-word", helper.make_graph([
        helper.make_node("ReduceSum", ["features", "map"], ["sum"], keepdims=0),
        helper.make_node("Unsqueeze", ["sum", "column"], ["yes"]),
        helper.make_node("Gather", ["words", "zero"], ["first"], axis=1),
        helper.make_node("Cast", ["first"], ["no"], to=TensorProto.FLOAT),
        helper.make_node("Concat", ["yes", "no"], ["answers"], axis=1)], "first-word", [features, words], [output],
        [numpy_helper.from_array(np.array(value, np.int64), name)
         for name, value in [("map", [1, 2, 3]), ("column", [1]), ("zero", [0])]]))
    manifest("first-word", "answer", sha256,
             {"tensor": "features", "layout": "features", "channels": 3, "rows": 1, "columns": 1,
              "words": {"tensor": "words", "length": 2, "vocabulary": ["", "?", "is", "it"]}},
             {"tensor": "answers", "decoding": "classes"}, features="mean-colour-map", labels=["yes", "no"])


def main():
    detectors()
    embedding_and_features()
    speech()
    answers()


main()
