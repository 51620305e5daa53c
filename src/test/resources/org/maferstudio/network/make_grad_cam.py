#!/usr/bin/env python3
"""Writes grad_cam.json: Grad-CAM maps of the network and input of narrow.safetensors, computed by PyTorch.

Needs numpy, torch and safetensors' layout only. For each image, class 3, at the input of block 7 (conv4_1) and after the last block.

    python3 make_grad_cam.py narrow.safetensors grad_cam.json
"""
import json, os, struct, sys
import numpy as np, torch, torch.nn.functional as F

here = os.path.dirname(os.path.abspath(__file__))
source = open(os.path.join(here, "make_narrow.py")).read()
exec(source[: source.index("torch.manual_seed")])

raw = open(sys.argv[1], "rb").read()
size = struct.unpack("<Q", raw[:8])[0]
header = json.loads(raw[8 : 8 + size])
types = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
tensors = {}
for name, entry in header.items():
    if name != "__metadata__":
        a, b = entry["data_offsets"]
        values = np.frombuffer(raw[8 + size + a : 8 + size + b], types[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
net = Net().eval()
net.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in tensors.items() if k in net.state_dict()})
kept = {}


def keep(name):
    def hook(module, inputs, output):
        x = inputs[0] if name == "block7" else output
        x.retain_grad()
        kept[name] = x
    return hook


net.conv4_1_1x1_reduce.register_forward_hook(keep("block7"))
pool = F.adaptive_avg_pool2d


def watched(x, n):
    if x.requires_grad and x.shape[1] == net.classifier_1.in_features:
        x.retain_grad()
        kept["last"] = x
    return pool(x, n)


F.adaptive_avg_pool2d = watched
features, logits = net(tensors["input"])
logits[:, 3].sum().backward()
maps = {n: F.relu((x.grad.mean((2, 3), keepdim=True) * x).sum(1)).detach().double().tolist() for n, x in kept.items()}
json.dump({n: [[[round(v, 8) for v in row] for row in image] for image in m] for n, m in maps.items()}, open(sys.argv[2], "w"))
print({n: np.array(m).shape for n, m in maps.items()})
