#!/usr/bin/env python3
"""Writes narrow.safetensors: a narrow SE-ResNet-50 with random weights, its input, and what PyTorch computes from it.

Needs numpy and torch. The network is the paper's with a sixteenth of its channels: the same layers, names, strides and
padding. The weights are rounded to 16 bits, and stored so, to keep the file small. Beside the weights the file holds "input" (2, 3, 33, 38), "features" and "logits" in inference mode, and after
one pass in training mode (momentum 0.1) "train_logits" and a few running statistics and gradients under "after." and
"grad.".

    python3 make_narrow.py narrow.safetensors
"""
import json, struct, sys
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

WIDTH, CLASSES = 4, 7
STAGES = [(s, n, WIDTH << (s - 2)) for s, n in ((2, 3), (3, 4), (4, 6), (5, 3))]


class Net(nn.Module):
    def __init__(self):
        super().__init__()

        def conv(name, i, o, k, s=1, p=0, bias=False, bn=True):
            setattr(self, name, nn.Conv2d(i, o, k, s, p, bias=bias))
            if bn:
                setattr(self, name + "_bn", nn.BatchNorm2d(o, eps=1e-5, momentum=0.1))

        conv("conv1_7x7_s2", 3, WIDTH, 7, 2, 3)
        inputs = WIDTH
        for s, blocks, mid in STAGES:
            for b in range(1, blocks + 1):
                n, out, stride = f"conv{s}_{b}_", 4 * mid, 2 if s > 2 and b == 1 else 1
                conv(n + "1x1_reduce", inputs, mid, 1, stride)
                if b == 1:
                    conv(n + "1x1_proj", inputs, out, 1, stride)
                conv(n + "3x3", mid, mid, 3, 1, 1)
                conv(n + "1x1_increase", mid, out, 1)
                conv(n + "1x1_down", out, out // 16, 1, bias=True, bn=False)
                conv(n + "1x1_up", out // 16, out, 1, bias=True, bn=False)
                inputs = out
        self.classifier_1 = nn.Linear(inputs, CLASSES)

    def forward(self, x):
        def cb(name, v):
            return getattr(self, name + "_bn")(getattr(self, name)(v))

        x = F.relu(cb("conv1_7x7_s2", x))
        x = F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=float("-inf")), 3, 2)
        for s, blocks, _ in STAGES:
            for b in range(1, blocks + 1):
                n = f"conv{s}_{b}_"
                v = cb(n + "1x1_increase", F.relu(cb(n + "3x3", F.relu(cb(n + "1x1_reduce", x)))))
                g = F.relu(getattr(self, n + "1x1_down")(F.adaptive_avg_pool2d(v, 1)))
                g = torch.sigmoid(getattr(self, n + "1x1_up")(g))
                x = F.relu(g * v + (cb(n + "1x1_proj", x) if b == 1 else x))
        f = F.adaptive_avg_pool2d(x, 1).flatten(1)
        return f, self.classifier_1(f)


torch.manual_seed(11)
net = Net()
for m in net.modules():
    if isinstance(m, nn.BatchNorm2d):
        m.weight.data.uniform_(0.5, 1.2); m.bias.data.uniform_(-0.2, 0.2)
        m.running_mean.normal_(0, 0.2); m.running_var.uniform_(0.5, 1.5)
    elif isinstance(m, (nn.Conv2d, nn.Linear)):
        m.weight.data.normal_(0, (1.6 / m.weight[0].numel()) ** 0.5)
        if m.bias is not None:
            m.bias.data.uniform_(-0.1, 0.1)
with torch.no_grad():
    for v in net.state_dict().values():
        v.copy_(v.half() if v.is_floating_point() else v)
out = {k: v.half() if v.is_floating_point() else v.clone() for k, v in net.state_dict().items()}
out["input"] = torch.randn(2, 3, 33, 38)
with torch.no_grad():
    out["features"], out["logits"] = net.eval()(out["input"])
net.train()
out["train_logits"] = net(out["input"])[1]
F.cross_entropy(out["train_logits"], torch.tensor([2, 5])).backward()
for k in ("conv1_7x7_s2_bn.running_mean", "conv5_3_1x1_increase_bn.running_var"):
    out["after." + k] = net.state_dict()[k]
for k in ("conv1_7x7_s2.weight", "conv3_1_1x1_proj_bn.weight", "conv4_2_1x1_up.bias", "classifier_1.weight"):
    out["grad." + k] = dict(net.named_parameters())[k].grad

header, data = {"__metadata__": {"torch": torch.__version__}}, b""
for k, v in out.items():
    a = np.ascontiguousarray(v.detach().numpy())
    dtype = {"float32": "F32", "float16": "F16", "int64": "I64"}[str(a.dtype)]
    header[k] = {"dtype": dtype, "shape": list(a.shape), "data_offsets": [len(data), len(data) + a.nbytes]}
    data += a.tobytes()
text = json.dumps(header, separators=(",", ":")).encode()
open(sys.argv[1], "wb").write(struct.pack("<Q", len(text)) + text + data)
