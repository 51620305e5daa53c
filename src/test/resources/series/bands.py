"""Means and 95 % intervals over the seeds of the included experiments, by NumPy and SciPy.

Run beside this file: python3 bands.py > bands.json
"""
import csv
import glob
import io
import json
import re
import zipfile
from collections import defaultdict

import numpy as np
from scipy import stats

GALLERY = "../../../../resources/gallery/"
NAMES = {"base": "Baseline", "teacher": "Multi-resolution", "multi": "Multi-resolution, no teacher"}


def rows(bundle, name):
    return list(csv.DictReader(io.StringIO(bundle.read(name).decode())))


def spread(values):
    values = np.array(values)
    n = len(values)
    known = {"n": n, "mean": float(np.mean(values)), "sd": None, "low": None, "high": None}
    if n > 1:
        low, high = stats.t.interval(0.95, n - 1, loc=np.mean(values), scale=stats.sem(values))
        known.update(sd=float(np.std(values, ddof=1)), low=float(low), high=float(high))
    return known


resolutions = defaultdict(lambda: defaultdict(list))
epochs = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
for file in sorted(glob.glob(GALLERY + "*.mafer")):
    setting = NAMES[re.search("fer2013-([a-z]+)-", file).group(1)]
    with zipfile.ZipFile(file) as bundle:
        for name in bundle.namelist():
            at = re.fullmatch(r"predictions/test@(.+)\.csv", name)
            if at:
                correct = [row["label"] == row["predicted"] for row in rows(bundle, name)]
                resolutions[setting][at.group(1)].append(np.mean(correct))
        for row in rows(bundle, "history.csv"):
            epochs[setting][int(row["epoch"])]["loss"].append(float(row["valid_loss"]))
            epochs[setting][int(row["epoch"])]["accuracy"].append(float(row["valid_accuracy"]))
print(
    json.dumps(
        {
            "resolutions": {s: {r: spread(v) for r, v in by.items()} for s, by in resolutions.items()},
            "epochs": {
                s: {e: {m: spread(v) for m, v in values.items()} for e, values in by.items()}
                for s, by in epochs.items()
            },
        },
        indent=1,
    )
)
