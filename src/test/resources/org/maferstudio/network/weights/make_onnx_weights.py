#!/usr/bin/env python3
"""Writes the network of narrow.safetensors as ONNX files, as PyTorch's exporter does, to be loaded as weights.

Needs numpy and torch (made with Debian 12's 1.13). named.onnx keeps the names of the weights and the batch norms; in
folded.onnx, the exporter's default, the batch norms are part of the convolutions, whose weights have numbers for names.

    python3 make_onnx_weights.py
"""
import json, os, runpy, struct, sys
import numpy as np, torch

HERE = os.path.dirname(os.path.abspath(__file__))
ABOVE = os.path.join(HERE, os.pardir)

sys.argv = ["make_narrow.py", os.devnull]
net = runpy.run_path(os.path.join(ABOVE, "make_narrow.py"))["net"]
data = open(os.path.join(ABOVE, "narrow.safetensors"), "rb").read()
length, = struct.unpack("<Q", data[:8])
header, values = json.loads(data[8:8 + length]), data[8 + length:]
types = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
state = {}
for name in net.state_dict():
    entry = header[name]
    start, end = entry["data_offsets"]
    array = np.frombuffer(values[start:end], types[entry["dtype"]]).reshape(entry["shape"])
    state[name] = torch.from_numpy(array.copy()).float() if array.dtype != np.int64 else torch.from_numpy(array.copy())
net.load_state_dict(state)
net.eval()


def export(name, **options):
    torch.onnx.export(net, torch.zeros(1, 3, 64, 64), os.path.join(HERE, name), input_names=["input"],
                      output_names=["features", "logits"], dynamic_axes={"input": {0: "N"}}, opset_version=13, **options)


export("named.onnx", training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)
export("folded.onnx")
