#!/usr/bin/env python3
"""Writes ONNX files that ask for too much, are damaged, or try to reach other files. None is larger than a few kB.

Needs Debian's python3-onnx (1.12) and numpy.

    python3 make_hostile.py FOLDER
"""
import os, random, sys
import numpy as np, onnx
from onnx import TensorProto as T, helper as h, numpy_helper

OUT = sys.argv[1]
IMAGES = h.make_tensor_value_info("images", T.FLOAT, ["N", 1, 8, 8])
LOGITS = h.make_tensor_value_info("logits", T.FLOAT, ["N", 2])
WEIGHT = numpy_helper.from_array(np.ones((64, 2), np.float32), "w")
HEAD = [h.make_node("Flatten", ["images"], ["flat"]), h.make_node("MatMul", ["flat", "w"], ["logits"])]


def save(name, model):
    data = model if isinstance(model, bytes) else model.SerializeToString()
    with open(os.path.join(OUT, name + ".onnx"), "wb") as f:
        f.write(data)


def model(nodes=HEAD, initializers=(WEIGHT,), inputs=(IMAGES,), outputs=(LOGITS,), opset=13, functions=(), domains=()):
    graph = h.make_graph(list(nodes), "g", list(inputs), list(outputs), list(initializers))
    imports = [h.make_opsetid("", opset)] + [h.make_opsetid(d, 1) for d in domains]
    made = h.make_model(graph, opset_imports=imports, functions=list(functions))
    made.ir_version = 8
    return made


def ints(name, values):
    return numpy_helper.from_array(np.array(values, np.int64), name)


def tensor(**fields):
    t = T(name="w", data_type=T.FLOAT)
    t.dims.extend(fields.pop("dims"))
    for key, value in fields.items():
        setattr(t, key, value)
    return t


def external(location, offset=0, length=512):
    t = tensor(dims=[64, 2], data_location=T.EXTERNAL)
    for key, value in (("location", location), ("offset", str(offset)), ("length", str(length))):
        t.external_data.add(key=key, value=value)
    return model(initializers=[t])


def added(*nodes):
    """The head with something that must be computed and is added to the logits."""
    last = [h.make_node("MatMul", ["flat", "w"], ["plain"]), h.make_node("Add", ["plain", "more"], ["logits"])]
    return [HEAD[0], *nodes, *last]


def maximum(source):
    return [h.make_node("ReduceMax", [source], ["more"], keepdims=0)]


good = model().SerializeToString()
save("truncated", good[:-40])
save("empty", b"")
save("page", b"<!DOCTYPE html><html><body>404</body></html>\n" * 10)
save("pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n")
random.seed(17)
save("noise", bytes(random.randrange(256) for _ in range(4096)))
save("huge_dimensions", model(initializers=[tensor(dims=[1 << 20, 1 << 20], raw_data=b"1234")]))
save("overflowing_dimensions", model(initializers=[tensor(dims=[1 << 62, 1 << 62], raw_data=b"")]))
save("negative_dimensions", model(initializers=[tensor(dims=[-64, -2], raw_data=b"\0" * 512)]))
save("negative_input", model(inputs=[h.make_tensor_value_info("images", T.FLOAT, [1, 1, -8, 8])]))
save("huge_input", model(inputs=[h.make_tensor_value_info("images", T.FLOAT, [1 << 40, 1, 8, 8])]))
save("fixed_batch", model(inputs=[h.make_tensor_value_info("images", T.FLOAT, [100000, 1, 8, 8])]))
save("external_above", external("../secret.bin"))
save("external_absolute", external("/etc/passwd"))
save("external_missing", external("missing.bin"))
save("external_short", external("weights.bin", offset=1 << 40))
save("external_link", external("link.bin"))
save("external_folder", external("."))
save("external_good", external("weights.bin", offset=8))
save("custom_domain", model([HEAD[0], h.make_node("Steal", ["flat", "w"], ["logits"], domain="com.evil")], domains=["com.evil"]))
local = h.make_function("com.local", "Own", ["a"], ["b"], [h.make_node("Relu", ["a"], ["b"])], [h.make_opsetid("", 13)])
save("functions", model(functions=[local], domains=["com.local"]))
save("unknown_operator", model([HEAD[0], h.make_node("Frobnicate", ["flat", "w"], ["logits"])]))
save("future_opset", model(opset=9999))
save("string_tensor", model(initializers=[WEIGHT, h.make_tensor("s", T.STRING, [1], [b"x"])]))
save("string_input", model(inputs=[h.make_tensor_value_info("images", T.STRING, ["N", 1, 8, 8])]))
save("wrong_types", model(initializers=[numpy_helper.from_array(np.ones((64, 2), np.int64), "w")]))
save("no_outputs", model(outputs=[]))
save("no_input", model([h.make_node("Identity", ["w"], ["logits"])], inputs=[]))
save("two_inputs", model(inputs=[IMAGES, h.make_tensor_value_info("w", T.FLOAT, [64, 2])], initializers=[]))
save("flat_input", model(inputs=[h.make_tensor_value_info("images", T.FLOAT, ["N", 64])]))
save("missing_weights", model(initializers=[]))
save("wrong_order", model(HEAD[::-1]))
save("long_name", model([h.make_node("Flatten", ["images"], ["x" * 10000]), h.make_node("MatMul", ["x" * 10000, "w"], ["logits"])]))

ANY = ["a", "b", "c", "d"]
save("dynamic_everything", model(
    [h.make_node("GlobalAveragePool", ["images"], ["mean"]), h.make_node("Flatten", ["mean"], ["flat"]),
     h.make_node("MatMul", ["flat", "w"], ["logits"])],
    [numpy_helper.from_array(np.ones((1, 2), np.float32), "w")],
    [h.make_tensor_value_info("images", T.FLOAT, ANY)], [h.make_tensor_value_info("logits", T.FLOAT, ["x", "y"])]))

zero = [h.make_tensor_value_info("out", T.FLOAT, None)]
constant = h.make_node("Constant", [], ["out"], value=h.make_tensor("v", T.FLOAT, [], [1.0]))


def branches(condition, deep):
    inner = h.make_graph([constant], "b", [], zero)
    for _ in range(deep):
        node = h.make_node("If", [condition], ["out"], then_branch=inner, else_branch=h.make_graph([constant], "e", [], zero))
        inner = h.make_graph([node], "b", [], zero)
    return h.make_node("If", [condition], ["more"], then_branch=inner, else_branch=h.make_graph([constant], "e", [], zero))


TRUE = numpy_helper.from_array(np.array(True), "yes")
save("deep_branches", model(added(branches("yes", 60)), [WEIGHT, TRUE]))
save("one_branch", model(added(branches("yes", 0)), [WEIGHT, TRUE]))
save("branch_on_pixels", model(
    added(h.make_node("ReduceMax", ["images"], ["m"], keepdims=0), h.make_node("Greater", ["m", "half"], ["bright"]),
          branches("bright", 0)),
    [WEIGHT, numpy_helper.from_array(np.array(0.5, np.float32), "half")]))
body = h.make_graph(
    [h.make_node("Identity", ["go"], ["goes"]), h.make_node("Identity", ["x"], ["y"])], "body",
    [h.make_tensor_value_info("i", T.INT64, []), h.make_tensor_value_info("go", T.BOOL, []),
     h.make_tensor_value_info("x", T.FLOAT, [])],
    [h.make_tensor_value_info("goes", T.BOOL, []), h.make_tensor_value_info("y", T.FLOAT, [])])
save("endless_loop", model(
    added(h.make_node("Loop", ["", "yes", "start"], ["more"], body=body)),
    [WEIGHT, TRUE, numpy_helper.from_array(np.array(0, np.float32), "start")]))
save("loop_in_branch", model(
    added(h.make_node("If", ["yes"], ["more"], then_branch=h.make_graph(
        [h.make_node("Loop", ["", "yes", "start"], ["out"], body=body)], "b", [], zero),
        else_branch=h.make_graph([constant], "e", [], zero))),
    [WEIGHT, TRUE, numpy_helper.from_array(np.array(0, np.float32), "start")]))
save("gigantic_constant", model(
    added(h.make_node("ConstantOfShape", ["s"], ["big"]), *maximum("big")), [WEIGHT, ints("s", [100_000, 200_000])]))
save("gigantic_tile", model(
    added(h.make_node("Tile", ["flat", "r"], ["big"]), *maximum("big")), [WEIGHT, ints("r", [100_000, 1_000])]))
save("gigantic_expand", model(
    added(h.make_node("Expand", ["images", "s"], ["big"]), *maximum("big")), [WEIGHT, ints("s", [1, 30_000_000, 8, 8])]))
save("expand_by_pixels", model(
    added(h.make_node("Cast", ["images"], ["whole"], to=T.INT64), h.make_node("Flatten", ["whole"], ["row"]),
          h.make_node("Reshape", ["row", "all"], ["s"]), h.make_node("ConstantOfShape", ["s"], ["big"]), *maximum("big")),
    [WEIGHT, ints("all", [-1])]))
save("found_pixels", model(added(
    h.make_node("NonZero", ["images"], ["where"]), h.make_node("Cast", ["where"], ["f"], to=T.FLOAT), *maximum("f")), [WEIGHT]))
save("divided_pixels", model(
    added(h.make_node("Cast", ["images"], ["whole"], to=T.INT64), h.make_node("Div", ["seven", "whole"], ["d"]),
          h.make_node("Cast", ["d"], ["f"], to=T.FLOAT), *maximum("f")),
    [WEIGHT, ints("seven", 7)]))
save("divided_by_zero", model(
    added(h.make_node("Shape", ["images"], ["s"]), h.make_node("Div", ["s", "zero"], ["d"]),
          h.make_node("Cast", ["d"], ["f"], to=T.FLOAT), *maximum("f")),
    [WEIGHT, ints("zero", 0)]))
slow = [h.make_node("ConstantOfShape", ["s"], ["x0"])] + [
    h.make_node("MatMul", ["x%d" % i, "x%d" % i], ["x%d" % (i + 1)]) for i in range(400)]
save("slow", model(added(*slow, *maximum("x400")), [WEIGHT, ints("s", [3000, 3000])]))
save("random", model(added(h.make_node("RandomNormal", [], ["more"], shape=[1, 2])), [WEIGHT]))
save("mixed_batch", model([HEAD[0], h.make_node("MatMul", ["flat", "w"], ["p"]), h.make_node("Softmax", ["p"], ["logits"], axis=0)]))
save("no_rows", model([h.make_node("ReduceMean", ["images"], ["logits"], axes=[0, 1, 2], keepdims=0)],
                      outputs=[h.make_tensor_value_info("logits", T.FLOAT, [8])]))
