#!/usr/bin/env python3
"""Compares the predictions of imported experiments with those of ONNX Runtime for browsers, from the dataset's images on.

Needs Debian's python3-pil and numpy, and Node with onnxruntime-web in NODE_PATH. EXPERIMENT is a folder that
mafer import-network has written with --contract NET.json, evaluated with mafer evaluate EXPERIMENT --dataset IMAGES.zip
--resolutions native,24,12; IMAGES.zip has square images. Pillow downsamples, resizes and decodes here. Prints for each resolution
how many classes are equal, the accuracy, and the largest difference of a probability.

    python3 compare_runtimes.py IMAGES.zip NET.json EXPERIMENT
"""
import csv, glob, io, json, os, subprocess, sys, tempfile, zipfile
import numpy as np
from PIL import Image

images = zipfile.ZipFile(sys.argv[1])
contract = json.load(open(sys.argv[2]))
experiment = sys.argv[3]
labels, size = contract["labels"], contract["size"]
channels = 1 if contract["colour"] == "grey" else 3
column = lambda values, otherwise: np.array(values or [otherwise] * channels, np.float32)[:, None, None]
classes = next(each for each in contract["outputs"] if each["role"] in ("logits", "probabilities"))


def packed(name, resolution):
    image = Image.open(io.BytesIO(images.read(name))).convert("L")
    side = image.width
    if resolution != "native":
        image = image.resize((int(resolution),) * 2, Image.BILINEAR).resize((side, side), Image.BILINEAR)
    grey = np.asarray(image.resize((size, size), Image.BILINEAR), np.float32)
    values = (np.stack([grey] * channels) - column(contract["mean"], 0)) * np.float32(contract["scale"])
    values = values / column(contract["std"], 1)
    return values.transpose(1, 2, 0) if contract["layout"] == "nhwc" else values


for path in sorted(glob.glob(os.path.join(experiment, "predictions", "*@*.csv"))):
    resolution = path.rsplit("@", 1)[1][:-len(".csv")]
    rows = list(csv.DictReader(open(path)))
    with tempfile.TemporaryDirectory() as folder:
        pixels, results = os.path.join(folder, "pixels"), os.path.join(folder, "results.json")
        with open(pixels, "wb") as out:
            for row in rows:
                out.write(np.ascontiguousarray(packed(row["sample"], resolution), np.float32).tobytes())
        subprocess.run(["node", os.path.join(os.path.dirname(os.path.abspath(__file__)), "run_network.js"),
                        os.path.join(experiment, "checkpoints", "best.onnx"), pixels, classes["name"], results,
                        ",".join(map(str, packed(rows[0]["sample"], resolution).shape))], check=True)
        logits = np.array(json.load(open(results)))[:, :len(labels)]
    if classes["role"] == "logits":
        exponentials = np.exp(logits - logits.max(1, keepdims=True))
        logits = exponentials / exponentials.sum(1, keepdims=True)
    ours = np.array([[float(row["p_" + label]) for label in labels] for row in rows])
    equal = sum(labels[best] == row["predicted"] for best, row in zip(logits.argmax(1), rows))
    accuracy = sum(row["label"] == row["predicted"] for row in rows) / len(rows)
    print(f"{os.path.basename(experiment)} {resolution}: {equal} of {len(rows)} classes equal, accuracy {accuracy:.4f}, "
          f"largest difference {abs(logits - ours).max():.1e}")
