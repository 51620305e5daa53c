"""Writes statsmodels.json: what statsmodels, SciPy and NumPy say about the predictions of this folder.

Run here after make_oracle.py, with Python 3, SciPy 1.10, statsmodels 0.13 and pandas: python3 make_statsmodels_oracle.py
"""
import json

import numpy as np
import pandas as pd
from scipy.stats import bootstrap
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

DRAWS = 100_000
expected = {"mcnemar": [], "wilson": [], "holm": [], "quantiles": [], "spread": []}

for b, c in [(0, 5), (1, 9), (3, 4), (10, 25), (150, 180), (1000, 1100)]:
    expected["mcnemar"].append([b, c, float(mcnemar([[7, b], [c, 11]], exact=True).pvalue)])
for k, n in [(0, 10), (10, 10), (1, 3), (2630, 3589), (50, 100), (7, 56)]:
    low, high = proportion_confint(k, n, alpha=0.05, method="wilson")
    expected["wilson"].append([k, n, float(low), float(high)])
for p in [[0.01, 0.04, 0.03], [0.5, 0.5, 0.5], [0.001, 0.2, 0.02, 0.9, 0.049, 0.3]]:
    expected["holm"].append([p, multipletests(p, method="holm")[1].tolist()])
values = np.random.default_rng(5).normal(size=101)
expected["quantiles"] = [values.tolist(), [[q, float(np.quantile(values, q))] for q in (0.0, 0.025, 0.5, 0.975, 1.0)]]
folds = [0.9840, 0.9811, 0.9903, 0.9771]
expected["spread"] = [folds, float(np.mean(folds)), float(np.std(folds, ddof=1))]

# Percentile intervals of SciPy's bootstrap: ours draws other numbers, so that they agree to about one standard error.
a = pd.read_csv("all@native.csv")
b = pd.read_csv("all@8.csv").set_index("sample").loc[a["sample"]].reset_index()
b["label"] = a["label"]    # the two files are of different drawn truths; the test pairs them alike
right_a = (a["label"] == a["predicted"]).to_numpy(float)
right_b = (b["label"] == b["predicted"]).to_numpy(float)


def percentile(statistic, *data):
    found = bootstrap(data, statistic, n_resamples=DRAWS, paired=True, vectorized=False, method="percentile",
                      random_state=17).confidence_interval
    return [float(found.low), float(found.high)]


labels = a["label"].astype("category").cat.codes.to_numpy()


def mean_class_accuracy(right, label):
    return np.mean([right[label == each].mean() for each in np.unique(label)])


expected["paired_difference"] = percentile(lambda x, y: y.mean() - x.mean(), right_a, right_b)
expected["accuracy"] = percentile(lambda x: x.mean(), right_a)
expected["mean_class_accuracy"] = percentile(mean_class_accuracy, right_a, labels)
with open("statsmodels.json", "w") as file:
    json.dump(expected, file, indent=1)
