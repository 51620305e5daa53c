#!/usr/bin/env python3
"""Writes small checkpoints with the extras, forms and second copies that training scripts leave in them.

    python3 make_checkpoint_files.py      writes into the folder torch beside itself

Needs Debian's python3-torch and python3-numpy (PyTorch 1.13). Each holds the tensors of plain.safetensors, or, where it
holds two networks, those of plain.safetensors and the same times two.

  extras_zip.pth, extras_legacy.pth   the state dict among arrays of NumPy, paths, dates, a Counter, a Namespace, an enum,
                                      an object of the script's own class, and objects of optimiser, scheduler, criterion
  unknown_class.pth                   a whole module of a class that nobody knows, inside a DataParallel
  scripted.pt                         the same network in TorchScript
  arrays.npz, arrays_packed.npz       arrays of NumPy, stored and compressed
  arrays.npy                          a dictionary of arrays, as numpy.save writes it
  arrays_2.pkl, arrays_4.pkl          the same pickled, by protocols 2 and 4
  ema_first.pth                       {'ema': times two, 'model': plain}
  pair.pth                            {'first': times two, 'second': plain}
"""
import argparse, collections, datetime, enum, os, pathlib, pickle, sys, types
import numpy as np, torch, torch.nn as nn

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch")
path = lambda name: os.path.join(here, name)
torch.manual_seed(7)
torch.serialization.get_source_lines_and_file = lambda kind: (["class %s: pass\n" % kind.__name__], 1, "layers.py")


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
        self.head = nn.Linear(2, 4)

    def forward(self, x):
        return self.head(self.body(x))


class Phase(enum.Enum):
    TRAIN = 1


class Config(dict):
    pass


class Meter:
    def __init__(self):
        self.value, self.history = 0.5, [1, 2]


module = types.ModuleType("models")
for kind in (Net, Phase, Config, Meter):
    kind.__module__ = "models"
    setattr(module, kind.__name__, kind)
sys.modules["models"] = module

net = Net().eval()
net.body[1].running_mean.normal_()
plain = collections.OrderedDict((k, v) for k, v in net.state_dict().items() if v.is_floating_point())
double = collections.OrderedDict((k, 2 * v) for k, v in plain.items())
optimiser = torch.optim.Adam(net.parameters())
sum(p.sum() for p in net.parameters()).backward()
optimiser.step()
with torch.no_grad():
    net.load_state_dict(plain, strict=False)
plain = collections.OrderedDict((k, v.clone()) for k, v in plain.items())
extras = {
    "epoch": 3,
    "confusion": np.arange(4).reshape(2, 2),
    "best": np.float64(0.7),
    "root": pathlib.PosixPath("/data/raf"),
    "when": datetime.datetime(2024, 5, 6, tzinfo=datetime.timezone.utc),
    "count": collections.Counter("aab"),
    "args": argparse.Namespace(lr=0.1, out=pathlib.PosixPath("out")),
    "phase": Phase.TRAIN,
    "config": Config(lr=0.1),
    "meter": Meter(),
    "random": np.random.get_state(),
    "optimiser_object": optimiser,
    "scheduler": torch.optim.lr_scheduler.StepLR(optimiser, 3),
    "criterion": nn.CrossEntropyLoss(weight=torch.ones(4)),
    "net": plain,
}
torch.save(extras, path("extras_zip.pth"))
torch.save(extras, path("extras_legacy.pth"), _use_new_zipfile_serialization=False)
torch.save(nn.DataParallel(net), path("unknown_class.pth"))
torch.jit.trace(net, torch.zeros(1, 3)).save(path("scripted.pt"))
arrays = {k: v.numpy() for k, v in plain.items()}
np.savez(path("arrays.npz"), **arrays)
np.savez_compressed(path("arrays_packed.npz"), **arrays)
np.save(path("arrays.npy"), arrays)
for protocol in (2, 4):
    pickle.dump(arrays, open(path(f"arrays_{protocol}.pkl"), "wb"), protocol=protocol)
torch.save({"ema": double, "model": plain}, path("ema_first.pth"))
torch.save({"first": double, "second": plain}, path("pair.pth"))

import json, struct
header, data = {}, b""
for k, v in plain.items():
    raw = v.numpy().astype("<f4").tobytes()
    header[k] = {"dtype": "F32", "shape": list(v.shape), "data_offsets": [len(data), len(data) + len(raw)]}
    data += raw
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
open(path("plain.safetensors"), "wb").write(struct.pack("<Q", len(text)) + text + data)
