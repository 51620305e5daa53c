#!/usr/bin/env python3
"""Writes values_oracle.json: labels and predictions of a value, and what NumPy and SciPy compute of them.

The concordance correlation coefficient is written out after Lin (1989), https://doi.org/10.2307/2532051, with variances
over n. Intervals are percentiles of 50,000 bootstrap resamples, of whole groups where there are any.

    python3 make_value_oracle.py FOLDER
"""
import json, os, sys, warnings
import numpy as np
from scipy import stats

warnings.simplefilter("ignore")
random = np.random.default_rng(17)


def ccc(x, y):
    with np.errstate(all="ignore"):
        covariance = ((x - x.mean()) * (y - y.mean())).mean()
        return 2 * covariance / (x.var() + y.var() + (x.mean() - y.mean()) ** 2)


def pearson(x, y):
    return stats.pearsonr(x, y)[0]


def rmse(x, y):
    return np.sqrt(((x - y) ** 2).mean())


def interval(measure, x, y, groups):
    members = [np.flatnonzero(groups == g) for g in np.unique(groups)] if len(groups) else [[i] for i in range(len(x))]
    values = []
    for _ in range(50_000):
        drawn = np.concatenate([members[i] for i in random.integers(0, len(members), len(members))])
        values.append(measure(x[drawn], y[drawn]))
    return list(np.quantile(values, [0.025, 0.975]))


def case(x, y, groups=(), intervals=False):
    # Predictions files have float32.
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    d, p, groups = x.astype(float), y.astype(float), np.asarray(groups)
    one = {"labels": [float(v) for v in d], "predictions": [float(v) for v in p], "groups": groups.tolist()}
    for name, measure in (("ccc", ccc), ("rmse", rmse), ("pearson", pearson)):
        value = float(measure(d, p)) if len(d) > 1 or name == "rmse" else float("nan")
        one[name] = None if np.isnan(value) else value
        if intervals:
            one[name + "_interval"] = interval(measure, d, p, groups)
    return one


labels = random.uniform(-1, 1, 400)
close = np.clip(0.7 * labels + 0.15 + random.normal(0, 0.25, 400), -1, 1)
people = np.repeat(np.arange(40), 10)
shift = random.normal(0, 0.3, 40)[people]
cases = {
    "close": case(labels, close, intervals=True),
    "grouped": case(labels, np.clip(close + shift, -1, 1), [f"P{i}" for i in people], intervals=True),
    "opposite": case(labels[:50], -labels[:50]),
    "perfect": case(labels[:50], labels[:50]),
    "far from zero": case(1000 + labels[:50], 1000.5 + close[:50]),
    "constant predictions": case(labels[:50], np.full(50, 0.1)),
    "constant labels": case(np.full(50, 0.3), close[:50]),
    "one number": case(np.full(5, 0.3), np.full(5, 0.3)),
    "two constants": case(np.full(5, 0.3), np.full(5, 0.1)),
    "two samples": case([0.1, 0.4], [0.2, 0.3]),
    "one sample": case([0.1], [0.4]),
}
with open(os.path.join(sys.argv[1], "values_oracle.json"), "w") as f:
    f.write("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(one)}" for name, one in cases.items()) + "\n}\n")
