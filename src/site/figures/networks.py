"""Compares compact networks and optimisers on FER2013 in a few epochs, in PyTorch: the numbers of the page "Recipes tried".

Needs Debian's python3-torch, python3-pil and python3-numpy.

    python3 networks.py TRAINING.zip '{"stem": 1, "width": 16}'

The recipe is the preset fer2013-base: AdamW 3e-3, weight decay 0.1, batches of 64, label smoothing 0.1, one cosine, random flips,
shifts, rotations, scales and holes; with averaged weights. One thread; a tenth of the images is held out.
"""

import copy
import io
import json
import math
import sys
import time
import zipfile

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from PIL import Image

USUAL = {"width": 32, "stem": 2, "first": 1, "epochs": 3, "lr": 3e-3, "decay": 0.1, "batch": 64, "sgd": False, "average": 0.998}
CLASSES = ["angry", "disgust", "fear", "happy", "neutral", "sad", "surprise"]
SIDE = 44


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.path = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False),
            nn.BatchNorm2d(outputs),
        )
        hidden = max(1, outputs // 16)
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(outputs, hidden, 1), nn.ReLU(), nn.Conv2d(hidden, outputs, 1), nn.Sigmoid()
        )
        self.projection = nn.Identity()
        if stride > 1 or inputs != outputs:
            self.projection = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.path(x)
        return F.relu(y * self.gate(y) + self.projection(x))


def network(plan):
    width = plan["width"]
    layers = [nn.Conv2d(1, width, 3, plan["stem"], 1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
    inputs = width
    for stage in range(4):
        for number in range(2):
            stride = 1 if number else plan["first"] if stage == 0 else 2
            layers.append(Block(inputs, width << stage, stride))
            inputs = width << stage
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, 7))


def read(file):
    images, labels = [], []
    with zipfile.ZipFile(file) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".jpg")):
            images.append(np.asarray(Image.open(io.BytesIO(archive.read(name))).convert("L")))
            labels.append(CLASSES.index(name.split("/")[-2]))
    order = np.random.RandomState(0).permutation(len(images))
    return torch.tensor(np.stack(images)[order]), torch.tensor(np.array(labels)[order])


def standard(images):
    return (images.float() - 129) / 64


def augmented(images):
    n = len(images)
    turn = torch.deg2rad((torch.rand(n) * 2 - 1) * 10)
    zoom = (1 + (torch.rand(n) * 2 - 1) * 0.1) * 48 / SIDE
    mirror = (torch.rand(n) < 0.5).float() * -2 + 1
    place = torch.zeros(n, 2, 3)
    place[:, 0, 0], place[:, 0, 1] = torch.cos(turn) / zoom * mirror, -torch.sin(turn) / zoom
    place[:, 1, 0], place[:, 1, 1] = torch.sin(turn) / zoom * mirror, torch.cos(turn) / zoom
    place[:, :, 2] = (torch.rand(n, 2) * 2 - 1) * 0.13
    grid = F.affine_grid(place, (n, 1, SIDE, SIDE), align_corners=False)
    images = F.grid_sample(images.float(), grid, padding_mode="border", align_corners=False)
    for i in torch.nonzero(torch.rand(n) < 0.5).flatten().tolist():
        top, left = torch.randint(0, SIDE, (2,)).tolist()
        images[i, 0, max(0, top - 5) : top + 6, max(0, left - 5) : left + 6] = 129
    return images


def accuracy(net, images, labels):
    net.eval()
    with torch.no_grad():
        right = sum(
            (net(standard(images[i : i + 256, None, 2:46, 2:46])).argmax(1) == labels[i : i + 256]).sum().item()
            for i in range(0, len(images), 256)
        )
    return right / len(images)


def main():
    plan = {**USUAL, **json.loads(sys.argv[2])}
    torch.set_num_threads(1)
    torch.manual_seed(17)
    images, labels = read(sys.argv[1])
    held = len(images) // 10
    net = network(plan)
    mean = copy.deepcopy(net)
    groups = [
        {"params": [p for p in net.parameters() if p.ndim > 1], "weight_decay": plan["decay"]},
        {"params": [p for p in net.parameters() if p.ndim <= 1], "weight_decay": 0},
    ]
    if plan["sgd"]:
        optimiser = torch.optim.SGD(groups, lr=plan["lr"], momentum=0.9, nesterov=True)
    else:
        optimiser = torch.optim.AdamW(groups, lr=plan["lr"])
    steps = (len(images) - held) // plan["batch"]
    begin, step = time.time(), 0
    for epoch in range(plan["epochs"]):
        order = held + torch.randperm(len(images) - held)
        for part in range(steps):
            rate = min(1, 2 * (step + 1) / steps) * 0.5 * (1 + math.cos(math.pi * step / steps / plan["epochs"]))
            for group in optimiser.param_groups:
                group["lr"] = plan["lr"] * rate
            some = order[part * plan["batch"] : (part + 1) * plan["batch"]]
            loss = F.cross_entropy(net(standard(augmented(images[some, None]))), labels[some], label_smoothing=0.1)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            keep = min(plan["average"], (1 + step) / (10 + step))
            with torch.no_grad():
                for old, new in zip(mean.state_dict().values(), net.state_dict().values()):
                    if old.dtype.is_floating_point:
                        old.mul_(keep).add_(new, alpha=1 - keep)
            step += 1
        speed = step * plan["batch"] / (time.time() - begin)
        print(f"epoch {epoch + 1}: held-out {accuracy(mean, images[:held], labels[:held]):.4f}, {speed:.0f} images/s", flush=True)
    print(sum(p.numel() for p in net.parameters()), "parameters")


main()
