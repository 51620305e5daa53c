#!/usr/bin/env python3
"""Lays our t-SNE beside scikit-learn's: the Kullback-Leibler divergence of the picture in nats, and the effective perplexity.

    python3 measure_tsne.py "java -cp CLASSPATH" FEATURES.safetensors N ...

CLASSPATH has target/classes, target/test-classes and the dependencies (mvn dependency:build-classpath); FEATURES are those
that mafer embed keeps beside its picture. Both begin with our 50 principal components; scikit-learn's is the exact method,
perplexity 30, 1,000 iterations, from a random start (as ours) and from principal components (its default).
"""
import json, subprocess, sys, tempfile
import numpy as np
from sklearn.manifold import TSNE

java, features = sys.argv[1].split(), sys.argv[2]
for n in sys.argv[3:]:
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        said = subprocess.run(java + ["org.maferstudio.embedding.TsneMeasurement", features, n, file.name],
                              check=True, capture_output=True, text=True).stdout
        ours = json.loads(said.strip().splitlines()[-1])
        x = np.loadtxt(file.name, delimiter=",")
    theirs = {}
    for init in ("random", "pca"):
        tsne = TSNE(2, perplexity=30, init=init, learning_rate="auto", method="exact", random_state=17).fit(x)
        theirs[init] = (float(tsne.kl_divergence_), tsne.n_iter_)
    print(n, "ours", ours, "scikit-learn", theirs, "ratio", round(ours["kl"] / min(v[0] for v in theirs.values()), 4), flush=True)
