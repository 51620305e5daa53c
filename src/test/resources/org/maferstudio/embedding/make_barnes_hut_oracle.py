#!/usr/bin/env python3
"""Writes barnes-hut-oracle.json: how good scikit-learn 1.2's Barnes-Hut t-SNE is on deep features of faces.

    python3 make_barnes_hut_oracle.py        beside itself; needs numpy and scikit-learn, a few minutes

It takes the first 1,000 and all 3,000 points of components.bin (see make_divergence_oracle.py) with their true classes in
component-labels.bin, perplexity 30, 1,000 iterations, from a random start and from principal components. For each: the divergence in
nats, the trustworthiness with 5 neighbours, and how often most of the 10 nearest neighbours in the plane have a point's class.
"""
import json, os
import numpy as np
from sklearn.manifold import TSNE, trustworthiness
from sklearn.neighbors import NearestNeighbors

here = os.path.dirname(os.path.abspath(__file__))
points = np.fromfile(os.path.join(here, "components.bin"), np.int8).reshape(-1, 50).astype(np.float32)
labels = np.fromfile(os.path.join(here, "component-labels.bin"), np.int8)


def accuracy(x, labels, k):
    near = NearestNeighbors(n_neighbors=k).fit(x).kneighbors(return_distance=False)
    return float(np.mean([np.bincount(labels[row]).argmax() == label for row, label in zip(near, labels)]))


found = {}
for n in (1000, 3000):
    found[n] = {}
    for init in ("random", "pca"):
        tsne = TSNE(2, perplexity=30, init=init, learning_rate="auto", random_state=17).fit(points[:n])
        plane = tsne.embedding_.astype(np.float64)
        found[n][init] = {
            "kl": round(float(tsne.kl_divergence_), 4),
            "trustworthiness": round(float(trustworthiness(points[:n], plane, n_neighbors=5)), 4),
            "accuracy": round(accuracy(plane, labels[:n], 10), 4),
        }
        print(n, init, found[n][init], flush=True)
with open(os.path.join(here, "barnes-hut-oracle.json"), "w") as out:
    json.dump(found, out, indent=2)
    out.write("\n")
