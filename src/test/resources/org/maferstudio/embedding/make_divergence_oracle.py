#!/usr/bin/env python3
"""Writes divergence-oracle.json: the Kullback-Leibler divergence, in nats, that scikit-learn 1.2's exact t-SNE reaches.

    python3 make_divergence_oracle.py                            beside itself; needs numpy and scikit-learn, about half an hour
    python3 make_divergence_oracle.py FEATURES.safetensors       makes components.bin anew before

components.bin has 3,000 points, (3000, 50) as signed bytes: the first 50 principal components of the features that the
gallery's network fer2013-base-17 computes for FER2013's public test at native resolution ("mafer embed --samples 3000" keeps
them), rounded to 127 steps each side, in random order. The oracle takes the first 700, 1,000 and 3,000 of them; perplexity 30,
1,000 iterations, from a random start and from principal components.
"""
import json, os, struct, sys
import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

here = os.path.dirname(os.path.abspath(__file__))
components = os.path.join(here, "components.bin")
if len(sys.argv) > 1:
    with open(sys.argv[1], "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        x = np.frombuffer(file.read(), "<f4").reshape(header["features"]["shape"]).astype(np.float64)
    x = PCA(50, svd_solver="full").fit_transform(x)[np.random.RandomState(17).permutation(len(x))]
    np.round(x * 127 / np.abs(x).max()).astype(np.int8).tofile(components)
points = np.fromfile(components, np.int8).reshape(-1, 50).astype(np.float32)
found = {}
for n in (700, 1000, 3000):
    found[n] = {}
    for init in ("random", "pca"):
        tsne = TSNE(2, perplexity=30, init=init, learning_rate="auto", method="exact", random_state=17).fit(points[:n])
        found[n][init] = round(float(tsne.kl_divergence_), 4)
        print(n, init, found[n][init], tsne.n_iter_, flush=True)
with open(os.path.join(here, "divergence-oracle.json"), "w") as out:
    json.dump(found, out, indent=2)
    out.write("\n")
