"""Writes spread.json: folds' matrices, intervals by bootstrap, and McNemar's test as scikit-learn, NumPy, SciPy and
statsmodels compute them from the predictions of this folder.

Run here with Python 3, scikit-learn 1.2, SciPy 1.10 and statsmodels 0.13: python3 make_spread_oracle.py
"""
import csv
import json

import numpy as np
from scipy.stats import bootstrap
from sklearn.metrics import confusion_matrix, f1_score
from statsmodels.stats.contingency_tables import mcnemar

NAMES = ["anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"]
with open("all@native.csv") as file:
    rows = list(csv.DictReader(file))
truth = np.array([NAMES.index(row["label"]) for row in rows])
called = np.array([NAMES.index(row["predicted"]) for row in rows])

# Sample i belongs to fold i % 4.
folds = [confusion_matrix(truth[k::4], called[k::4], labels=range(7), normalize="true") for k in range(4)]


def f1_of(label):
    def statistic(index):
        index = index.astype(int)
        return f1_score(truth[index] == label, called[index] == label, zero_division=0)
    return statistic


def interval(statistic, n, seed):
    found = bootstrap((np.arange(n),), statistic, n_resamples=4000, method="percentile", vectorized=False,
                      random_state=seed)
    return [found.confidence_interval.low, found.confidence_interval.high]


# Sample i of 300: the first is right where i % 3 != 0, the second where i % 10 < 8.
index = np.arange(300)
a, b = index % 3 != 0, index % 10 < 8
difference = b.astype(float) - a.astype(float)
table = [[int((a & b).sum()), int((a & ~b).sum())], [int((~a & b).sum()), int((~a & ~b).sum())]]
# Groups of 15: samples i // 15; whole groups are drawn.
groups = difference.reshape(20, 15).mean(axis=1)
with open("spread.json", "w") as file:
    json.dump({
        "mean": np.mean(folds, axis=0).tolist(),
        "standard_deviation": np.std(folds, axis=0, ddof=1).tolist(),
        "f1_intervals": [interval(f1_of(label), len(truth), label) for label in range(7)],
        "table": table,
        "mcnemar": mcnemar(table, exact=True).pvalue,
        "difference": difference.mean(),
        "interval": interval(lambda i: difference[i.astype(int)].mean(), 300, 17),
        "interval_by_group": interval(lambda i: groups[i.astype(int)].mean(), 20, 17),
    }, file, indent=1)
