"""Loads exported checkpoints as MAFER's scripts do, and prints what PyTorch computes from them.

Needs Debian's python3-torch.

    python3 read_checkpoint.py FILE.pth INPUT

INPUT has the network's input, float32 and little-endian, (N, C, H, W) with H = W. One line an image: the logits.
"""
import json, sys
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

checkpoint = torch.load(sys.argv[1], map_location="cpu", weights_only=True)
spec, contract = json.loads(checkpoint["mafer.network"]), json.loads(checkpoint["mafer.input"])
LARGE, FINE, WIDTH, CHANNELS = spec["name"] == "se-resnet-50", spec["name"].endswith("-fine"), spec["width"], spec["channels"]


class Net(nn.Module):
    """The networks' definition in PyTorch: large, compact, and compact without a stride at the start."""

    def __init__(self):
        super().__init__()

        def conv(name, i, o, k, s=1, p=0, bias=False, bn=True):
            setattr(self, name, nn.Conv2d(i, o, k, s, p, bias=bias))
            if bn:
                setattr(self, name + "_bn", nn.BatchNorm2d(o, eps=1e-5, momentum=0.0))

        self.stem = "conv1_7x7_s2" if LARGE else "conv1_3x3" if FINE else "conv1_3x3_s2"
        conv(self.stem, CHANNELS, WIDTH, 7 if LARGE else 3, 1 if FINE else 2, 3 if LARGE else 1)
        inputs, self.blocks = WIDTH, []
        for s, blocks in zip((2, 3, 4, 5), (3, 4, 6, 3) if LARGE else (2, 2, 2, 2)):
            mid = WIDTH << (s - 2)
            out = 4 * mid if LARGE else mid
            for b in range(1, blocks + 1):
                n, stride = f"conv{s}_{b}_", 2 if s > 2 and b == 1 else 1
                if LARGE:
                    path = [("1x1_reduce", inputs, mid, 1, stride), ("3x3", mid, mid, 3, 1), ("1x1_increase", mid, out, 1, 1)]
                else:
                    path = [("3x3_first", inputs, out, 3, stride), ("3x3_second", out, out, 3, 1)]
                for name, i, o, k, t in path:
                    conv(n + name, i, o, k, t, k // 2)
                projects = b == 1 if LARGE else stride == 2
                if projects:
                    conv(n + "1x1_proj", inputs, out, 1, stride)
                conv(n + "1x1_down", out, max(1, out // 16), 1, bias=True, bn=False)
                conv(n + "1x1_up", max(1, out // 16), out, 1, bias=True, bn=False)
                self.blocks.append((n, [p[0] for p in path], projects))
                inputs = out
        self.classifier_1 = nn.Linear(inputs, len(contract["labels"]))

    def forward(self, x):
        def cb(name, v):
            return getattr(self, name + "_bn")(getattr(self, name)(v))

        x = F.relu(cb(self.stem, x))
        if LARGE:
            x = F.max_pool2d(x, 3, 2, ceil_mode=True)
        for n, path, projects in self.blocks:
            v = x
            for i, name in enumerate(path):
                v = cb(n + name, F.relu(v) if i else v)
            g = F.relu(getattr(self, n + "1x1_down")(F.adaptive_avg_pool2d(v, 1)))
            g = torch.sigmoid(getattr(self, n + "1x1_up")(g))
            x = F.relu(g * v + (cb(n + "1x1_proj", x) if projects else x))
        return self.classifier_1(F.adaptive_avg_pool2d(x, 1).flatten(1))


# The scripts' way: by the names of the module, never by those of the file.
state, net = checkpoint["model_state_dict"], Net()
for n, p in net.named_parameters():
    p.data.copy_(torch.from_numpy(state[n].numpy()))
for n, m in net.named_modules():
    if isinstance(m, nn.BatchNorm2d):
        m.running_var, m.running_mean = state[n + ".running_var"], state[n + ".running_mean"]
        m.num_batches_tracked = state[n + ".num_batches_tracked"]
# PyTorch's way, which lacks nothing and has nothing left over.
strict = Net()
strict.load_state_dict(state)
size = contract["size"]
x = torch.from_numpy(np.fromfile(sys.argv[2], "<f4").reshape(-1, CHANNELS, size, size))
with torch.no_grad():
    logits = net.eval()(x)
    assert torch.equal(logits, strict.eval()(x))
for row in logits.tolist():
    print(*["%.9g" % v for v in row])
