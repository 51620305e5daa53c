"""Makes bright-cells.onnx: a detector with the inputs and outputs of YuNet (2023mar) that finds bright cells.

A cell of 8 x 8 pixels that is white throughout is a "face" of 24 x 32 pixels around the cell's centre; strides 16 and 32
find nothing. Needs the package onnx (Debian: python3-onnx).
"""

import math
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 64
nodes = []
constants = []
outputs = []


def constant(name, values):
    constants.append(numpy_helper.from_array(values, name))
    return name


def head(name, stride, weight, bias, squash):
    """A convolution of one patch a cell, as (1, cells, channels)."""
    channels = len(bias)
    # Where nothing is looked at, one pixel a cell is enough, and keeps the file small.
    side = stride if any(weight) else 1
    kernel = np.zeros((channels, 3, side, side), np.float32)
    kernel += np.asarray(weight, np.float32)[:, None, None, None] / (3 * side * side * 255)
    nodes.append(
        helper.make_node(
            "Conv",
            ["input", constant(name + "_w", kernel), constant(name + "_b", np.asarray(bias, np.float32))],
            [name + "_conv"],
            kernel_shape=[side, side],
            strides=[stride, stride],
        )
    )
    last = name + "_conv"
    if squash:
        nodes.append(helper.make_node("Sigmoid", [last], [name + "_squashed"]))
        last = name + "_squashed"
    nodes.append(helper.make_node("Transpose", [last], [name + "_rows"], perm=[0, 2, 3, 1]))
    shape = constant(name + "_shape", np.asarray([1, -1, channels], np.int64))
    nodes.append(helper.make_node("Reshape", [name + "_rows", shape], [name]))
    cells = (SIDE // stride) ** 2
    outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, cells, channels]))


for kind in ("cls", "obj"):
    for stride in (8, 16, 32):
        bright = stride == 8
        head(f"{kind}_{stride}", stride, [40.0 if bright else 0.0], [-30.0 if bright else -20.0], squash=True)
for stride in (8, 16, 32):
    head(f"bbox_{stride}", stride, [0.0] * 4, [0.5, 0.5, math.log(3), math.log(4)], squash=False)
for stride in (8, 16, 32):
    head(f"kps_{stride}", stride, [0.0] * 10, [0.5] * 10, squash=False)

graph = helper.make_graph(
    nodes,
    "bright cells",
    [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
    outputs,
    constants,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)])
model.ir_version = 6
onnx.checker.check_model(model)
onnx.save(model, pathlib.Path(__file__).with_name("bright-cells.onnx"))
