"""Writes softmax_oracle.json: features, classes, and what scikit-learn's LogisticRegression predicts for them.

Run with scikit-learn 1.9 and NumPy 2.4: python make_softmax_oracle.py
The features are centred and divided by the root mean square of their distance from the centre, as the program does.
"""

import json
import os

import numpy as np
from sklearn.linear_model import LogisticRegression

C = 10
random = np.random.default_rng(17)
cases = []
for classes, samples, width, weight in ((2, 40, 5, 1.0), (3, 90, 12, 1.0), (4, 60, 30, 1 / 6)):
    centres = random.normal(size=(classes, width))
    labels = np.arange(samples) % classes
    features = np.round(np.abs(centres[labels] + 1.5 * random.normal(size=(samples, width))), 4)
    held_out = np.round(np.abs(centres[:2] + random.normal(size=(2, width))), 4)
    centre = features.mean(0)
    scale = np.sqrt(((features - centre) ** 2).sum(1).mean())
    # For two classes scikit-learn has one vector of weights, the difference of two; its penalty is twice as strong.
    model = LogisticRegression(C=2 * C if classes == 2 else C, tol=1e-10, max_iter=100_000)
    model.fit((features - centre) / scale, labels, sample_weight=np.full(samples, weight))
    probabilities = model.predict_proba((held_out - centre) / scale)
    cases.append(
        {
            "classes": classes,
            "weight": weight,
            "features": features.tolist(),
            "labels": labels.tolist(),
            "held_out": held_out.tolist(),
            "probabilities": probabilities.tolist(),
        }
    )
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "softmax_oracle.json")
with open(path, "w", encoding="utf-8") as file:
    json.dump(cases, file)
    file.write("\n")
