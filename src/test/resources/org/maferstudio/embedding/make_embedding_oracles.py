#!/usr/bin/env python3
"""Writes embedding-oracles.json: what scikit-learn 1.2 says of points and their pictures.

    python3 make_embedding_oracles.py        beside itself; needs numpy and scikit-learn

Three sets of points with their classes: "clusters", 90 points in 12 dimensions, one of the classes alone with itself;
"wide", 40 points in 70 dimensions; "flat", 50 points in 6 dimensions that lie in three. The picture of each is its first two
principal components, turned. Accuracy is that of the k nearest neighbours without the point itself, ties of the vote to the
smallest label.
"""
import json, os
import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.metrics import silhouette_score
from sklearn.neighbors import NearestNeighbors

rng = np.random.RandomState(17)


def clusters():
    labels = np.array([0] * 30 + [1] * 25 + [2] * 34 + [3])
    centres = rng.normal(size=(4, 12)) * 1.2
    return centres[labels] + rng.normal(size=(90, 12)) * np.linspace(2, 0.3, 12), labels


def wide():
    labels = np.arange(40) % 3
    return rng.normal(size=(40, 70)) + labels[:, None] * 0.4, labels


def flat():
    labels = rng.randint(0, 2, 50)
    return rng.normal(size=(50, 3)) @ rng.normal(size=(3, 6)), labels


def accuracy(x, labels, k):
    near = NearestNeighbors(n_neighbors=k).fit(x).kneighbors(return_distance=False)
    votes = [np.bincount(labels[row]).argmax() for row in near]
    return float(np.mean(np.array(votes) == labels))


def of(points, labels):
    x = points.astype(np.float32)
    pca = PCA(min(5, x.shape[1])).fit(x.astype(np.float64))
    picture = (PCA(2).fit_transform(x.astype(np.float64)) @ np.array([[0.8, -0.6], [0.6, 0.8]])).astype(np.float32)
    double, plane = x.astype(np.float64), picture.astype(np.float64)
    return {
        "points": x.tolist(), "labels": labels.tolist(), "picture": picture.tolist(),
        "variance_kept": float(pca.explained_variance_ratio_.sum()), "variances": pca.explained_variance_.tolist(),
        "accuracy": {k: accuracy(double, labels, k) for k in (1, 4, 10)},
        "silhouette": float(silhouette_score(double, labels)), "silhouette_picture": float(silhouette_score(plane, labels)),
        "trustworthiness": {k: float(trustworthiness(double, plane, n_neighbors=k)) for k in (1, 5, 12)},
    }


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "embedding-oracles.json"), "w") as out:
    json.dump({name: of(*make()) for name, make in (("clusters", clusters), ("wide", wide), ("flat", flat))}, out)
