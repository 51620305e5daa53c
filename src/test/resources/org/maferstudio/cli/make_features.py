#!/usr/bin/env python3
"""Writes features.csv: what PyTorch computes from two pictures with the narrow network, prepared as the authors do.

    python3 make_features.py        beside itself; needs numpy, torch and Debian's python3-opencv

The network is that of network/make_narrow.py, the pictures are image/decode/colour.png and colour-420.jpg: read in BGR
order, INTER_LINEAR to 256x256, the central 224x224, minus VGGFace2's mean. One line a picture, float32 as %.9g.
"""
import json, os, struct
import cv2, numpy as np, torch, torch.nn.functional as F

here = os.path.dirname(os.path.abspath(__file__))
tests = os.path.join(here, "..", "..", "..")
data = open(os.path.join(here, "..", "network", "narrow.safetensors"), "rb").read()
(n,) = struct.unpack("<Q", data[:8])
header = json.loads(data[8 : 8 + n])
header.pop("__metadata__")
kinds = {"F32": "<f4", "F16": "<f2", "I64": "<i8"}
W = {}
for name, t in header.items():
    a, b = t["data_offsets"]
    values = np.frombuffer(data[8 + n + a : 8 + n + b], kinds[t["dtype"]]).reshape(t["shape"])
    W[name] = torch.from_numpy(values.astype(np.float32))


def cb(name, x, stride=1, padding=0):
    x = F.conv2d(x, W[name + ".weight"], stride=stride, padding=padding)
    b = name + "_bn."
    return F.batch_norm(x, W[b + "running_mean"], W[b + "running_var"], W[b + "weight"], W[b + "bias"], eps=1e-5)


def conv(name, x):
    return F.conv2d(x, W[name + ".weight"], W[name + ".bias"])


def forward(x):
    x = F.relu(cb("conv1_7x7_s2", x, 2, 3))
    x = F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=float("-inf")), 3, 2)
    for stage, blocks in ((2, 3), (3, 4), (4, 6), (5, 3)):
        for b in range(1, blocks + 1):
            n, stride = f"conv{stage}_{b}_1x1_", 2 if stage > 2 and b == 1 else 1
            v = F.relu(cb(n + "reduce", x, stride))
            v = cb(n + "increase", F.relu(cb(f"conv{stage}_{b}_3x3", v, 1, 1)))
            g = torch.sigmoid(conv(n + "up", F.relu(conv(n + "down", v.mean((2, 3), keepdim=True)))))
            x = F.relu(g * v + (cb(n + "proj", x, stride) if b == 1 else x))
    f = x.mean((2, 3))
    return f, F.linear(f, W["classifier_1.weight"], W["classifier_1.bias"])


with open(os.path.join(here, "features.csv"), "w") as out, torch.no_grad():
    for file in ("colour-420.jpg", "colour.png"):
        picture = cv2.imread(os.path.join(tests, "image", "decode", file))
        picture = cv2.resize(picture, (256, 256), interpolation=cv2.INTER_LINEAR)[16:240, 16:240].astype(np.float32)
        picture -= np.float32([91.4953, 103.8827, 131.0912])
        f, logits = forward(torch.from_numpy(picture.transpose(2, 0, 1).copy())[None])
        if file == "colour-420.jpg":
            head = [f"feature_{i}" for i in range(f.shape[1])] + [f"logit_{i}" for i in range(logits.shape[1])]
            out.write(",".join(["file"] + head) + "\n")
        out.write(",".join([file] + ["%.9g" % v for v in f[0].tolist() + logits[0].tolist()]) + "\n")
