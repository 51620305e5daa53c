#!/usr/bin/env python3
"""Writes small files of torch.save in every form that weights come in, and what they hold as safetensors.

    python3 make_torch_files.py           writes into the folder torch beside itself

Needs Debian's python3-torch and python3-numpy (PyTorch 1.13). The network is a few layers under the class of the
published base model, MainModel.KitModel.

  module_legacy.pth, module_zip.pth          the whole module, before and since PyTorch 1.6
  checkpoint_legacy.pt, checkpoint_zip.pt    {'model_state_dict', 'optimizer_state_dict', 'epoch', 'best_acc', 'args'}
  state_dict_zip.pth, state_dict_proto4.pth  only the state dict; pickled with protocol 2 and 4
  parallel_legacy.pth                        the whole module inside a DataParallel
  expected.safetensors                       what all of these hold
  types_legacy.pth, types_zip.pth            every type of number; views with strides and offsets; storages that are shared
  types.safetensors                          what these two hold
  old_parameters.pth                         a module as PyTorch 0.4 has pickled it: Parameter(...), a function backend
  system_legacy.pth, system_zip.pth          state dicts that would call os.system when Python loads them
"""
import argparse, collections, json, os, pickle, struct, sys, types
import numpy as np, torch, torch.nn as nn

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch")
os.makedirs(here, exist_ok=True)
path = lambda name: os.path.join(here, name)
torch.manual_seed(5)
# The old format keeps the source of each layer's class; a line stands in for it here.
torch.serialization.get_source_lines_and_file = lambda kind: (["class %s: pass\n" % kind.__name__], 1, "layers.py")


class KitModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1_7x7_s2 = nn.Conv2d(3, 2, 3, 2, 1, bias=False)
        self.conv1_7x7_s2_bn = nn.BatchNorm2d(2, eps=9.99999974738e-06, momentum=0.0)
        self.block = nn.Sequential(nn.Conv2d(2, 3, 1), nn.ReLU(inplace=True), nn.Dropout(0.5))
        self.register_buffer("passing", torch.ones(2), persistent=False)
        self.register_buffer("kept", torch.arange(3, dtype=torch.float64))
        self.register_parameter("absent", None)
        self.classifier_1 = nn.Linear(3, 4)

    def forward(self, x):
        return self.classifier_1(self.block(self.conv1_7x7_s2_bn(self.conv1_7x7_s2(x))).mean((2, 3)))


module = types.ModuleType("MainModel")
module.KitModel = KitModel
KitModel.__module__ = "MainModel"
sys.modules["MainModel"] = module
net = KitModel()
net.conv1_7x7_s2_bn.running_mean.normal_()
net.conv1_7x7_s2_bn.running_var.uniform_(0.5, 1.5)
net.conv1_7x7_s2_bn.num_batches_tracked.fill_(41)


def save(value, name, legacy=False, protocol=2):
    torch.save(value, path(name), pickle_protocol=protocol, _use_new_zipfile_serialization=not legacy)


def expect(tensors, name):
    names = {"float32": "F32", "float64": "F64", "float16": "F16", "int64": "I64", "int32": "I32", "int16": "I16",
             "int8": "I8", "uint8": "U8", "bool": "BOOL"}
    header, data = {}, b""
    for k, v in tensors.items():
        brain = v.dtype == torch.bfloat16
        a = (v.contiguous().view(torch.int16) if brain else v.contiguous()).numpy()
        kind = "BF16" if brain else names[str(a.dtype)]
        header[k] = {"dtype": kind, "shape": list(v.shape), "data_offsets": [len(data), len(data) + a.nbytes]}
        data += a.tobytes()
    text = json.dumps(header, separators=(",", ":")).encode()
    open(path(name), "wb").write(struct.pack("<Q", len(text)) + text + data)


save(net, "module_legacy.pth", legacy=True)
save(net, "module_zip.pth")
optimizer = torch.optim.Adam(net.parameters(), lr=1e-2)
net(torch.randn(2, 3, 8, 8)).sum().backward()
optimizer.step()
net.load_state_dict(torch.load(path("module_zip.pth")).state_dict())
checkpoint = {"epoch": 3, "optimizer_state_dict": optimizer.state_dict(), "model_state_dict": net.state_dict(),
              "best_acc": np.float64(0.5), "args": argparse.Namespace(lr=1e-2, name="né", device=torch.device("cpu")),
              "history": [(1, 0.25), (2, None)], "big": 2**70, "negative": -5}
save(checkpoint, "checkpoint_legacy.pt", legacy=True)
save(checkpoint, "checkpoint_zip.pt")
save(net.state_dict(), "state_dict_zip.pth")
save(net.state_dict(), "state_dict_proto4.pth", protocol=4)
save(nn.DataParallel(net), "parallel_legacy.pth", legacy=True)
expect(net.state_dict(), "expected.safetensors")

base = torch.arange(24, dtype=torch.float32) / 7
every = collections.OrderedDict(
    (str(t).split(".")[1], (torch.arange(6).reshape(2, 3) * 3 - 4).to(t))
    for t in (torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16,
              torch.int8, torch.uint8, torch.bool))
every["scalar"] = torch.tensor(2.5)
every["empty"] = torch.empty(0, 4)
every["shared"] = base
every["slice"] = base[5:9]
every["transposed"] = base.reshape(4, 6).t()
every["stepped"] = base[1::3]
every["block"] = base.reshape(2, 3, 4)[:, 1:, ::2]
every["channels_last"] = torch.arange(48, dtype=torch.int16).reshape(2, 3, 2, 4).contiguous(memory_format=torch.channels_last)
save(every, "types_legacy.pth", legacy=True)
save(every, "types_zip.pth")
expect(every, "types.safetensors")


class Old:
    """Pickles as a call of a function that need not exist here."""

    def __init__(self, function, *arguments):
        self.function, self.arguments = function, arguments

    def __reduce__(self):
        return self.function, self.arguments


# PyTorch 0.4 pickled parameters as calls of their class, and each layer had a backend.
thnn = types.ModuleType("torch.nn.backends.thnn")
def _get_thnn_function_backend():
    pass
_get_thnn_function_backend.__module__ = thnn.__name__
thnn._get_thnn_function_backend = _get_thnn_function_backend
sys.modules["torch.nn.backends"] = types.ModuleType("torch.nn.backends")
sys.modules[thnn.__name__] = thnn
old = nn.Linear(2, 3)
weights = old.state_dict()
old.__dict__["_backend"] = Old(_get_thnn_function_backend)
old.__dict__["_parameters"] = collections.OrderedDict(
    (k, Old(nn.parameter.Parameter, v.data, True)) for k, v in weights.items())
save(old, "old_parameters.pth", legacy=True)
expect(weights, "old_parameters.safetensors")


class Evil:
    def __reduce__(self):
        return os.system, ("touch /tmp/a-pickle-was-run",)


save({"weight": torch.ones(2), "evil": Evil()}, "system_legacy.pth", legacy=True)
save({"weight": torch.ones(2), "evil": Evil()}, "system_zip.pth")
