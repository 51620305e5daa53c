"""Writes the predictions of this folder and expected.json: the numbers that scikit-learn, SciPy and NumPy give for them.

Run here with Python 3, scikit-learn 1.2 and SciPy 1.10: python3 make_oracle.py
"""
import csv
import json

import numpy as np
from scipy.stats import binomtest, norm
from sklearn.metrics import (
    accuracy_score, balanced_accuracy_score, cohen_kappa_score, confusion_matrix, f1_score, log_loss, matthews_corrcoef,
    precision_recall_fscore_support)

NAMES = ["anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"]
random = np.random.default_rng(17)


def draw(n, truths, called, skill):
    truth = random.choice(truths, n)
    logits = random.normal(0, 1, (n, len(NAMES)))
    logits[np.arange(n), truth] += skill
    forbidden = [c for c in range(len(NAMES)) if c not in called]
    logits[:, forbidden] = -20
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return truth, p.astype(np.float32)


def write(name, truth, p):
    with open(name, "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["sample", "group", "label", "predicted"] + ["p_" + n for n in NAMES])
        for i in range(len(truth)):
            rows.writerow([f"s{i:03}", "", NAMES[truth[i]], NAMES[p[i].argmax()]] + [str(v) for v in p[i]])


def wilson(k, n):
    interval = binomtest(int(k), int(n)).proportion_ci(0.95, "wilson")
    return [interval.low, interval.high]


def numbers(truth, p):
    called = p.argmax(axis=1)
    everything = list(range(len(NAMES)))
    precision, recall, f1, n = precision_recall_fscore_support(truth, called, labels=everything, zero_division=0)
    accuracy = accuracy_score(truth, called)
    macro = f1_score(truth, called, average="macro", zero_division=0)
    wide = p.astype(np.float64)
    confidence, right = wide.max(axis=1), called == truth
    edges = np.linspace(0, 1, 16)
    ece = 0.0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            ece += abs(confidence[inside].mean() - right[inside].mean()) * inside.mean()
    kept = confidence[None, :] >= confidence[:, None]    # row i: what is answered at the confidence of sample i
    accuracies = (kept & right).sum(axis=1) / kept.sum(axis=1)
    return {
        "risk_coverage_area": float((1 - accuracies).mean()),
        "accuracy_of_the_surest_half": float(accuracies[np.argsort(-confidence)[(len(right) + 1) // 2 - 1]]),
        "confusion": confusion_matrix(truth, called, labels=everything).tolist(),
        "accuracy": accuracy,
        "mean_class_accuracy": balanced_accuracy_score(truth, called),
        "macro_f1": macro,
        "weighted_f1": f1_score(truth, called, average="weighted", zero_division=0),
        "cohen_kappa": cohen_kappa_score(truth, called),
        "mcc": matthews_corrcoef(truth, called),
        "log_loss": log_loss(truth, wide, labels=everything),
        "aff_wild2": 0.33 * accuracy + 0.67 * macro,
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(), "n": n.tolist(),
        "interval": wilson(right.sum(), len(right)),
        "ece": ece,
        "brier": float(((wide - np.eye(len(NAMES))[truth]) ** 2).sum(axis=1).mean()),
    }


every = list(range(7))
cases = {
    "all@native": draw(200, every, every, 2.0),
    "all@8": draw(200, every, every, 0.5),
    "untrue@native": draw(120, [0, 2, 3, 4, 5, 6], every, 1.0),      # disgust is called, but never the truth
    "uncalled@native": draw(120, every, [0, 2, 3, 4, 5, 6], 1.0),    # disgust is the truth, but never called
    "absent@native": draw(120, [0, 2, 3, 4, 5, 6], [0, 2, 3, 4, 5, 6], 1.0),
}
constant = np.zeros((60, 7), np.float32)                             # certain, and always the same: 0 and 1 are clipped
constant[:, 3] = 1
cases["constant@native"] = random.choice(every, 60), constant
expected = {"z95": norm.ppf(0.975), "cases": {}, "mcnemar": [], "wilson": []}
for case, (truth, p) in cases.items():
    write(case + ".csv", truth, p)
    expected["cases"][case] = numbers(truth, p)
for b, c in [(0, 1), (0, 5), (1, 9), (3, 4), (10, 25), (150, 180), (1000, 1100), (2, 1200), (30000, 30400), (0, 1000)]:
    expected["mcnemar"].append([b, c, binomtest(b, b + c, 0.5).pvalue])
for k, n in [(0, 10), (10, 10), (1, 3), (2630, 3589), (50, 100), (1, 1000000)]:
    expected["wilson"].append([k, n] + wilson(k, n))
with open("expected.json", "w") as file:
    json.dump(expected, file, indent=1)
