#!/usr/bin/env python3
"""Writes training-step.safetensors: what one training step of PyTorch makes of a narrow SE-ResNet-50.

    python3 make_training_step.py        beside itself; needs numpy and torch

The network and its weights are those of network/make_narrow.py. The pictures of a batch are (6, 3, 96, 96) with values
((i i 7919 + i 104729) mod 65521) / 32768 - 1, where i counts on over the batches; labels are 2, 5, 0, 3, 4, 1 and then
1, 1, 6, 0, 2, 3. So many pictures of this size leave each batch norm 54 values or more: over a handful, gradients grow to
thousands, and PyTorch's own floats and doubles part. For each case
there are "loss", and for each parameter in the order of "names" a row of "gradients" and of "weights" after the step: the
norm, four values from the array's ends and thirds, and eight sums of all its values with signs drawn from their place.
A value that is off by e moves each of these sums by e, and arrays that differ by a vector of length d have sums that
differ by d in the root of the mean square: so the sums hold every value, and need no room for them. PyTorch's own floats
miss its doubles by up to 3.4e-5 of the norm in these sums, and by 9e-6 in single values. For the case "adam", "whole" are
the gradients value by value, in the order of "names". "statistics" are rows of the running
statistics. Sums are taken in double precision, so the numbers are those that float arithmetic should come near to.

The summed cases add up the gradients of the two batches as loss.backward() does, the other ones with two batches divide each
loss by two first. "classifier-alone-on-batch-statistics" trains the classifier alone with all batch norms in training mode.

The cross-resolution cases have a teacher: the same weights in inference mode, which sees the pictures of the batch after
next where the student sees those of its own. The loss is F.cross_entropy + 0.1 F.mse_loss of the features before the
classifier, whose mean is over all N x D elements.
"""
import json, os, struct
import numpy as np, torch, torch.nn.functional as F

here = os.path.dirname(os.path.abspath(__file__))
data = open(os.path.join(here, "..", "network", "narrow.safetensors"), "rb").read()
(n,) = struct.unpack("<Q", data[:8])
header = json.loads(data[8 : 8 + n])
LABELS = ([2, 5, 0, 3, 4, 1], [1, 1, 6, 0, 2, 3])
SHAPE = (6, 3, 96, 96)
COUNTS = [5, 1, 2, 4, 3, 6, 9]


def start():
    weights = {}
    for name, t in header.items():
        part = name.split(".")[0]
        if name != "__metadata__" and (part.startswith("conv") or part == "classifier_1") and t["dtype"] == "F16":
            a, b = t["data_offsets"]
            values = np.frombuffer(data[8 + n + a : 8 + n + b], "<f2").reshape(t["shape"])
            weights[name] = torch.from_numpy(values.astype(np.float64))
    return weights


def forward(W, x, training, momentum):
    def cb(name, x, stride=1, padding=0):
        x, b = F.conv2d(x, W[name + ".weight"], stride=stride, padding=padding), name + "_bn."
        return F.batch_norm(x, W[b + "running_mean"], W[b + "running_var"], W[b + "weight"], W[b + "bias"], training,
                            momentum, 1e-5)

    conv = lambda name, x: F.conv2d(x, W[name + ".weight"], W[name + ".bias"])
    x = F.relu(cb("conv1_7x7_s2", x, 2, 3))
    x = F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=float("-inf")), 3, 2)
    for stage, blocks in ((2, 3), (3, 4), (4, 6), (5, 3)):
        for b in range(1, blocks + 1):
            p, stride = f"conv{stage}_{b}_1x1_", 2 if stage > 2 and b == 1 else 1
            v = F.relu(cb(p + "reduce", x, stride))
            v = cb(p + "increase", F.relu(cb(f"conv{stage}_{b}_3x3", v, 1, 1)))
            g = torch.sigmoid(conv(p + "up", F.relu(conv(p + "down", v.mean((2, 3), keepdim=True)))))
            x = F.relu(g * v + (cb(p + "proj", x, stride) if b == 1 else x))
    features = x.mean((2, 3))
    return features, F.linear(features, W["classifier_1.weight"], W["classifier_1.bias"])


def pictures(batch):
    size = int(np.prod(SHAPE))
    i = np.arange(batch * size, (batch + 1) * size, dtype=np.int64)
    return torch.from_numpy(((i * i * 7919 + i * 104729) % 65521 / 32768 - 1).reshape(SHAPE))


def signs(count, number):
    """+1 or -1 for each place, from a hash of 32 bits."""
    h = (np.arange(count, dtype=np.uint64) * 0x9E3779B1 + (number + 1) * 0x85EBCA6B) & 0xFFFFFFFF
    h = ((h ^ (h >> np.uint64(15))) * 0x2C1B3C6D) & 0xFFFFFFFF
    h = ((h ^ (h >> np.uint64(12))) * 0x297A2D39) & 0xFFFFFFFF
    return torch.from_numpy(1.0 - 2.0 * ((h ^ (h >> np.uint64(15))) & np.uint64(1)).astype(np.float64))


def row(array):
    flat, last = array.detach().reshape(-1), array.numel() - 1
    return ([float(flat.norm())] + [float(flat[k]) for k in (0, last // 3, 2 * last // 3, last)]
            + [float((flat * signs(last + 1, k)).sum()) for k in range(8)])


def case(optimiser, batches=1, weighted=False, momentum=0.1, frozen=False, teacher=None, reduction="mean",
         training=None):
    W = start()
    names = [k for k in W if "running_" not in k]
    trained = [k for k in names if not frozen or k.startswith("classifier_1")]
    for k in trained:
        W[k].requires_grad_(True)
    groups = [{"params": [W[k] for k in trained if k.startswith("classifier_1")], "lr": 2e-2}]
    if not frozen:
        groups.append({"params": [W[k] for k in trained if not k.startswith("classifier_1")], "lr": REST.get(optimiser, 1e-4)})
    step = optimiser(groups)
    weights = 1 - torch.tensor(COUNTS, dtype=torch.float64) / sum(COUNTS) if weighted else torch.ones(7, dtype=torch.float64)
    loss = total = 0
    for b in range(batches):
        labels = torch.tensor(LABELS[b])
        features, logits = forward(W, pictures(b), not frozen if training is None else training, momentum)
        mean = F.cross_entropy(logits, labels, weights)
        if teacher:
            with torch.no_grad():
                target, _ = forward(teacher, pictures(b + 2), False, 0)
            mean = mean + 0.1 * F.mse_loss(features, target)
        (mean / batches if reduction == "mean" else mean).backward()
        loss, total = loss + float(mean * weights[labels].sum()), total + float(weights[labels].sum())
    gradients = [row(W[k].grad) for k in trained]
    whole = torch.cat([W[k].grad.reshape(-1) for k in trained])
    step.step()
    return {"loss": [loss / total], "gradients": gradients, "weights": [row(W[k]) for k in names],
            "statistics": [row(W[k]) for k in W if "running_" in k], "whole": whole}, trained, names


adam = lambda g: torch.optim.Adam(g, weight_decay=1e-4)
sgd = lambda g: torch.optim.SGD(g, lr=1, momentum=0.9, weight_decay=5e-4)
nesterov = lambda g: torch.optim.SGD(g, lr=1, momentum=0.9, weight_decay=5e-4, nesterov=True)
# Where a gradient is next to nothing, Adam makes a whole step of its sign, which rounding decides: so a small one.
REST = {sgd: 2e-3, nesterov: 2e-3}
cases = {
    "adam": case(adam),
    "amsgrad": case(lambda g: torch.optim.Adam(g, weight_decay=1e-4, amsgrad=True)),
    "adamw": case(lambda g: torch.optim.AdamW(g, weight_decay=1e-2)),
    "sgd": case(sgd),
    "nesterov": case(nesterov),
    "accumulation": case(sgd, batches=2),
    "class-weights": case(sgd, weighted=True),
    "accumulation-and-class-weights": case(adam, batches=2, weighted=True),
    "momentum-0": case(sgd, momentum=0.0),
    "classifier-alone": case(adam, frozen=True),
    "cross-resolution": case(sgd, teacher=start()),
    "cross-resolution-accumulation": case(sgd, batches=2, teacher=start()),
    "summed": case(sgd, batches=2, reduction="sum"),
    "cross-resolution-summed": case(sgd, batches=2, teacher=start(), reduction="sum"),
    "classifier-alone-on-batch-statistics": case(adam, frozen=True, training=True),
}
_, trained, names = cases["adam"]
head, out = {"__metadata__": {"torch": torch.__version__, "names": " ".join(names),
                              "statistics": " ".join(k for k in start() if "running_" in k)}}, b""
for name, (values, _, _) in cases.items():
    for kind, rows in values.items():
        if kind == "whole" and name != "adam":
            continue
        a = np.asarray(rows, np.float32)
        head[name + "." + kind] = {"dtype": "F32", "shape": list(a.shape), "data_offsets": [len(out), len(out) + a.nbytes]}
        out += a.tobytes()
text = json.dumps(head, separators=(",", ":")).encode()
open(os.path.join(here, "training-step.safetensors"), "wb").write(struct.pack("<Q", len(text)) + text + out)
