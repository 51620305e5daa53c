#!/usr/bin/env python3
"""Writes affinity-oracle.json: scikit-learn 1.2's joint probabilities, and the divergence of a picture from them.

    python3 make_affinity_oracle.py        beside itself; needs numpy and scikit-learn

120 points in 8 dimensions in clusters of unlike widths, perplexity 12. scikit-learn takes squared distances as float32, so that
its probabilities are right to about six digits. The picture is the first two coordinates.
"""
import json, os
import numpy as np
from scipy.spatial.distance import pdist, squareform
from sklearn.manifold._t_sne import _joint_probabilities, _kl_divergence

rng = np.random.RandomState(17)
widths = np.array([0.1, 1, 5])[np.arange(120) % 3]
x = (rng.normal(size=(3, 8)) * 4)[np.arange(120) % 3] + rng.normal(size=(120, 8)) * widths[:, None]
x = x.astype(np.float32)
p = _joint_probabilities(squareform(pdist(x.astype(np.float64), "sqeuclidean")), 12, 0)
picture = x[:, :2].astype(np.float64)
kl, _ = _kl_divergence(picture.ravel(), p, 1, 120, 2)
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "affinity-oracle.json"), "w") as out:
    json.dump({"points": x.tolist(), "joint": [float("%.9g" % v) for v in p], "kl": float(kl)}, out)
