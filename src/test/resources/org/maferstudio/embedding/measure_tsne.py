#!/usr/bin/env python3
"""Measures our t-SNE and scikit-learn's in turns, on the same features, from features to the end.

    python3 measure_tsne.py "java -Xmx2g -cp CLASSPATH" DIR/embeddings/NAME.features.safetensors N [TURNS]

CLASSPATH has target/classes, target/test-classes and the dependencies (mvn dependency:build-classpath); the features are those
that mafer embed saves. scikit-learn is PCA to 50 components and its Barnes-Hut TSNE: perplexity 30, 1,000 iterations, random start,
as ours. For each turn it prints seconds, seconds of CPU time, peak memory, and the divergence in nats. At the end it prints the
medians, and for up to 5,000 points trustworthiness (k = 5) and the accuracy of the 10 nearest neighbours in the plane.
"""
import csv, json, os, struct, subprocess, sys, tempfile, time
import numpy as np


def features(path, n):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        return np.frombuffer(file.read(), "<f4").reshape(header["features"]["shape"])[:n]


def scikit_learn(path, n, out):
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE
    x = features(path, n)
    start, process = time.time(), time.process_time()
    x = PCA(50, random_state=17).fit_transform(x)
    preparation = time.time() - start
    tsne = TSNE(2, perplexity=30, init="random", learning_rate="auto", n_jobs=-1, random_state=17).fit(x)
    said = {"points": len(x), "kl": round(float(tsne.kl_divergence_), 4), "iterations": int(tsne.n_iter_) + 1,
            "seconds": round(time.time() - start, 1), "cpu": round(time.process_time() - process, 1)}
    tsne.embedding_.astype("<f4").tofile(out)
    print(json.dumps(said))


def measured(command):
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = child.stdout.read().strip().splitlines()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit("failed: " + " ".join(command))
    return dict(json.loads(said[-1]), gigabytes=round(usage.ru_maxrss / 1e6, 2))


def quality(path, n, plane):
    from sklearn.manifold import trustworthiness
    from sklearn.neighbors import NearestNeighbors
    with open(path.replace(".features.safetensors", ".csv"), newline="") as file:
        labels = np.unique([row["label"] for row in csv.DictReader(file)][:n], return_inverse=True)[1]
    near = NearestNeighbors(n_neighbors=10).fit(plane).kneighbors(return_distance=False)
    accuracy = np.mean([np.bincount(labels[row]).argmax() == label for row, label in zip(near, labels)])
    return {"trustworthiness": round(float(trustworthiness(features(path, n), plane, n_neighbors=5)), 4),
            "accuracy": round(float(accuracy), 4)}


if sys.argv[1] == "--scikit-learn":
    scikit_learn(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    sys.exit()
path, n = sys.argv[2:4]
with tempfile.TemporaryDirectory() as folder:
    commands = {
        "ours": sys.argv[1].split() + ["org.maferstudio.embedding.TsneMeasurement", path, n, folder + "/ours"],
        "scikit-learn": [sys.executable, os.path.abspath(__file__), "--scikit-learn", path, n, folder + "/scikit-learn"],
    }
    turns = {name: [] for name in commands}
    for turn in range(int(sys.argv[4]) if len(sys.argv) > 4 else 3):
        for name, command in commands.items():
            turns[name].append(measured(command))
            print(name, turns[name][-1], flush=True)
    for name, found in turns.items():
        print(name, {key: float(np.median([turn[key] for turn in found])) for key in ("seconds", "cpu", "gigabytes", "kl")})
        if int(n) <= 5000:
            plane = np.fromfile(folder + "/" + name, "<f4").reshape(-1, 2).astype(np.float64)
            print(name, quality(path, int(n), plane), flush=True)
