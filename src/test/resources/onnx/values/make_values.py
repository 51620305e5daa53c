#!/usr/bin/env python3
"""Writes files whose values are stored in every way that ONNX has for real numbers: 0, 1.5, -2.25 under each name.

Needs numpy and onnx (made with Debian 12's 1.12).

    python3 make_values.py
"""
import os
import numpy as np, onnx
from onnx import TensorProto, helper, numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
VALUES = [0.0, 1.5, -2.25]


def raw(name, dtype):
    return numpy_helper.from_array(np.array(VALUES, dtype), name)


def half(name, numbers):
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT16, dims=[3])
    tensor.int32_data.extend(numbers)
    return tensor


def write(name, tensors):
    nodes = [helper.make_node("Flatten", ["x"], ["y"], axis=1), helper.make_node("Identity", ["raw32"], ["copy"])]
    graph = helper.make_graph(
        nodes, "values", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", 1, 2, 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["N", 4])], initializer=tensors)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)]), os.path.join(HERE, name))


HALVES = np.array(VALUES, np.float16).view(np.uint16).astype(int).tolist()
BRAIN = TensorProto(name="brain16", data_type=TensorProto.BFLOAT16, dims=[3])
BRAIN.int32_data.extend(np.array(VALUES, np.float32).view(np.uint32).__rshift__(16).astype(int).tolist())
write("every_way.onnx", [
    raw("raw32", np.float32), raw("raw16", np.float16), raw("raw64", np.float64),
    helper.make_tensor("listed32", TensorProto.FLOAT, [3], VALUES),
    helper.make_tensor("listed64", TensorProto.DOUBLE, [3], VALUES),
    half("listed16", HALVES), BRAIN, numpy_helper.from_array(np.array([3, 4]), "whole")])
write("too_few.onnx", [raw("raw32", np.float32), half("listed16", HALVES[:2])])
write("too_many.onnx", [raw("raw32", np.float32), half("listed16", HALVES + HALVES)])
