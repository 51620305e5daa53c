import json, os, sys

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # or ONNX Runtime reports to its makers
import numpy as np, onnxruntime
from PIL import Image

network = onnxruntime.InferenceSession(sys.argv[1])
contract = json.loads(network.get_modelmeta().custom_metadata_map["mafer.input"])
side, size, labels = contract["resize"], contract["size"], contract["labels"]
cut = (side - size) // 2
for file in sys.argv[2:]:
    face = Image.open(file).convert("L").resize((side, side), Image.BILINEAR)
    pixels = np.asarray(face, np.float32)[None, None, cut : cut + size, cut : cut + size]
    logits, features = network.run(["logits", "features"], {"pixels": pixels})
    print(file, labels[logits[0].argmax()])
