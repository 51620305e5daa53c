#!/usr/bin/env python3
"""A reader of safetensors in ten lines, as an oracle: prints name, type, shape and sum of each tensor of a file."""
import json, struct, sys
import numpy as np

TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1", "U8": "u1", "BOOL": "?"}
data = open(sys.argv[1], "rb").read()
(n,) = struct.unpack("<Q", data[:8])
header = json.loads(data[8 : 8 + n])
print(json.dumps(header.pop("__metadata__", {}), sort_keys=True))
for name, t in header.items():
    a, b = t["data_offsets"]
    v = np.frombuffer(data[8 + n + a : 8 + n + b], TYPES[t["dtype"]]).reshape(t["shape"])
    print(name, v.dtype, v.shape, repr(float(v.astype(np.float64).sum())))
