#!/usr/bin/env python3
"""Writes tiny ONNX networks in the shapes of public ones, their contracts, and oracle.json with PyTorch's results.

Needs Debian's python3-torch (1.13), python3-onnx (1.12) and numpy. The weights are random. The oracle is computed by PyTorch
in float32 from the pixels of image i at (x, y, c): (7 x + 13 y + 29 c + 31 i + x y i) mod 256.

    python3 make_networks.py FOLDER
"""
import json, os, sys
import numpy as np, onnx, torch
from onnx import numpy_helper
from torch import nn

OUT = sys.argv[1]
EIGHT = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"]
HSE = ["anger", "contempt", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"]
ZOO = ["anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"]
KERAS = ["anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"]
IMAGENET = ([123.675, 116.28, 103.53], 1.0, [58.395, 57.12, 57.375])
oracle = {}


class Body(nn.Module):
    def __init__(self, channels, width=6):
        super().__init__()
        self.one = nn.Conv2d(channels, width, 5, stride=4, padding=2)
        self.norm = nn.BatchNorm2d(width)
        self.two = nn.Conv2d(width, width, 3, stride=2, padding=1)
        nn.init.uniform_(self.norm.running_mean, -0.1, 0.1)
        nn.init.uniform_(self.norm.running_var, 0.5, 1.5)

    def forward(self, x):
        return torch.relu(self.two(torch.relu(self.norm(self.one(x))))).mean((2, 3))


class Net(nn.Module):
    """Heads by name; a function makes the outputs from images, features and heads."""

    def __init__(self, channels, heads, outputs, scale=1.0):
        super().__init__()
        self.body = Body(channels)
        self.heads = nn.ModuleDict({name: nn.Linear(6, n) for name, n in heads.items()})
        self.outputs = outputs
        self.scale = scale
        for head in self.heads.values():
            head.weight.data *= 6
            head.weight.data -= head.weight.data.mean(0)

    def forward(self, x):
        f = self.body(x * self.scale)
        return self.outputs(f, {name: head(f) for name, head in self.heads.items()})


def pixels(count, size):
    i, y, x, c = np.meshgrid(np.arange(count), np.arange(size), np.arange(size), np.arange(3), indexing="ij")
    return ((7 * x + 13 * y + 29 * c + 31 * i + x * y * i) % 256).astype(np.uint8)


def grey(rgb):
    """ITU-R 601 in whole numbers, as Pillow computes it."""
    r, g, b = (rgb[..., k].astype(np.int64) for k in range(3))
    return ((19595 * r + 38470 * g + 7471 * b + 0x8000) >> 16).astype(np.uint8)


def write(name, net, contract, names, batch="dynamic", opset=13, half=False):
    torch.manual_seed(sum(map(ord, name)))
    net = net()
    net.eval()
    count = 3
    images = pixels(count, contract["size"])
    images = images[..., ::-1] if contract["colour"] == "bgr" else images
    x = grey(images)[:, None] if contract["colour"] == "grey" else images.transpose(0, 3, 1, 2)
    mean = np.array(contract["mean"])[None, :, None, None]
    std = np.array(contract.get("std") or [1] * len(contract["mean"]))[None, :, None, None]
    x = ((x - mean) * contract["scale"] / std).astype(np.float32)
    if contract["layout"] == "nhwc":
        x = x.transpose(0, 2, 3, 1)
    x = torch.tensor(np.ascontiguousarray(x))
    with torch.no_grad():
        results = net(x)
    results = results if isinstance(results, tuple) else (results,)
    path = os.path.join(OUT, name + ".onnx")
    axes = {n: {0: "N"} for n in ["images"] + names} if batch == "dynamic" else {}
    size = 2 if batch == "dynamic" else batch
    torch.onnx.export(net, x[:1].repeat(size, 1, 1, 1), path, input_names=["images"], output_names=names,
                      dynamic_axes=axes, opset_version=opset)
    if half:
        to_half(path)
    onnx.checker.check_model(onnx.load(path), full_check=True)
    with open(os.path.join(OUT, name + ".json"), "w") as f:
        json.dump(contract, f, indent=1)
    oracle[name] = {n: [[round(float(v), 7) for v in row] for row in r] for n, r in zip(names, results)}


def to_half(path):
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name))
    for node in model.graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t") and attribute.t.data_type == onnx.TensorProto.FLOAT:
                attribute.t.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(attribute.t).astype(np.float16)))
    for value in list(model.graph.input) + list(model.graph.output) + list(model.graph.value_info):
        value.type.tensor_type.elem_type = onnx.TensorProto.FLOAT16
    onnx.save(model, path)


def contract(size, colour, mean, scale, std, labels, outputs, layout="nchw", alignment="none", margin=0.1):
    return {"size": size, "resize": size, "kernel": "bilinear", "colour": colour, "mean": mean, "scale": scale,
            "std": std, "labels": labels, "face_margin": margin, "face_aspect": 1, "alignment": alignment,
            "layout": layout, "outputs": outputs}


LOGITS = [{"name": "logits", "role": "logits"}]

# FER+: grey, no normalisation, one image at a time.
write("grey64", lambda: Net(1, {"c": 8}, lambda f, h: h["c"], 1 / 255),
      contract(64, "grey", [0], 1, [], EIGHT, LOGITS), ["logits"], batch=1)
# EmotiEffLib's mtl networks: one output with eight logits, valence and arousal.
write("mtl224", lambda: Net(3, {"c": 8, "va": 2}, lambda f, h: torch.cat([h["c"], torch.tanh(h["va"])], 1)),
      contract(224, "rgb", *IMAGENET, HSE,
               [{"name": "output", "role": "logits", "columns": [0, 8]},
                {"name": "output", "role": "values", "columns": [8, 10], "values": ["valence", "arousal"]}]),
      ["output"])
# OpenCV's zoo: aligned by five points.
write("aligned112", lambda: Net(3, {"c": 7}, lambda f, h: h["c"]),
      contract(112, "rgb", [127.5] * 3, 1 / 127.5, [], ZOO, LOGITS, alignment="five-point"), ["logits"], batch=1)

# Keras: channels last, softmax at the end.


class Last(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = Net(3, {"c": 7}, lambda f, h: torch.softmax(h["c"], 1))

    def forward(self, x):
        return self.net(x.permute(0, 3, 1, 2))


write("keras48", Last,
      contract(48, "bgr", [0] * 3, 1 / 255, [], KERAS, [{"name": "dense", "role": "probabilities"}], layout="nhwc"),
      ["dense"])
# Two heads and the features.
write("heads64", lambda: Net(3, {"c": 7, "va": 2}, lambda f, h: (h["c"], h["va"], f)),
      contract(64, "rgb", *IMAGENET, ZOO,
               [{"name": "logits", "role": "logits"}, {"name": "affect", "role": "values", "values": ["valence", "arousal"]},
                {"name": "features", "role": "features"}]),
      ["logits", "affect", "features"])
# Half the precision, for inputs and outputs, too.
write("half64", lambda: Net(1, {"c": 7}, lambda f, h: (h["c"], f)),
      contract(64, "grey", [127.5], 1 / 127.5, [], ZOO, LOGITS + [{"name": "features", "role": "features"}]),
      ["logits", "features"], half=True)
# Four images at a time, no fewer.
write("four48", lambda: Net(1, {"c": 7}, lambda f, h: h["c"]),
      contract(48, "grey", [127.5], 1 / 127.5, [], KERAS, LOGITS), ["logits"], batch=4)


class Brightness(nn.Module):
    """Tells five levels of brightness apart: the class whose level is nearest to the mean of the pixels, 0 to 1."""

    def __init__(self):
        super().__init__()
        levels = torch.tensor([0.1, 0.3, 0.5, 0.7, 0.9])
        self.linear = nn.Linear(1, 5)
        self.linear.weight.data = 40 * levels[:, None]
        self.linear.bias.data = -20 * levels**2

    def forward(self, x):
        return self.linear(x.mean((1, 2, 3))[:, None])


write("brightness8", Brightness,
      contract(8, "grey", [0], 1 / 255, [], ["anger", "disgust", "fear", "happiness", "sadness"], LOGITS), ["logits"])

with open(os.path.join(OUT, "oracle.json"), "w") as f:
    json.dump(oracle, f, indent=0)
