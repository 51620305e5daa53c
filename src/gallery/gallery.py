"""Makes the included experiments of trained ones: their model cards, their titles and their weights in float16.

    python3 gallery.py half EXPERIMENT...       # rewrites the network in float16, before it is evaluated
    python3 gallery.py cards EXPERIMENTS OUT

EXPERIMENTS has the folders baseline-17, multi-17 and so on, made by the commands of the manual's page "How to reproduce the
paper": trained, evaluated on the split test, searched for duplicates, and the two of seed 17 embedded. OUT receives a copy of
each with its card, and the weights of those two; "mafer bundle" packs the copies.
"""

import csv
import json
import math
import shutil
import statistics
import struct
import sys
from pathlib import Path

SEEDS = (17, 18, 19)
NETWORKS = {"baseline": "Baseline", "multi": "Multi-resolution"}
RESOLUTIONS = {"native": "native", "32": "32 px", "24": "24 px", "16": "16 px", "12": "12 px", "8": "8 px"}
T_2 = 4.302652729911275  # scipy.stats.t.ppf(0.975, 2)

HOW = {
    "baseline": "Every training image is at native resolution. The network of a first training (24 epochs from random weights) is "
    "trained for 8 more epochs with itself as the teacher. Multi-resolution starts from the same weights and has the same teacher.",
    "multi": "Half of the training images are downsampled to 8, 12, 16, 24 or 32 px, with bilinear, box, bicubic or Lanczos' kernel. "
    "The network of a first training at native resolution (24 epochs from random weights) is trained for 8 more epochs; it is the "
    "teacher, too, and sees each image at native resolution. Baseline starts from the same weights and has the same teacher.",
}

DATA = """FER2013 (Goodfellow et al., 2013): 28,709 training images of 48 x 48 grey pixels. A tenth of them, stratified, was held out \
to choose the recipe. The {left_out:,} other training images that also occur, exactly or nearly, in the held-out tenth or in the public \
test were left out; {trained:,} remain. The 3,589 images of the public test were evaluated once, after the training. No image of \
FER2013 is in this file: it holds predictions and numbers."""

RECIPE = """SE-ResNet-18 without a stride at the start, 16 channels wide (0.7 million parameters), 48 px grey, 44 px crops; AdamW, \
learning rate 0.003, then 0.002, each with cosine decay, weight decay 0.1, batch 64, 24 + 8 epochs, seed {seed}, label smoothing 0.1, \
flips, small rotations and one cut-out, weights averaged over the steps (0.999). The loss of the second training is the cross entropy \
plus the divergence from the teacher's class probabilities at temperature 2. Presets fer2013-fine and {preset} of this program repeat it, \
for whoever has FER2013."""

LIMITS = """* FER2013's labels were found by search words and then checked; its authors report that people agree with them on 65 % of \
the images, give or take 5.
* Who is in it is not documented: age, skin colour and origin are unbalanced and unknown. Faces are cropped, mostly frontal, mostly \
posed or from the press.
* Disgust has 56 images in this test: its numbers are weak.
* Without a teacher's help and on other data, results differ; the manual's page "What we found" has what was tried.
* It says what a face looks like to a network that was trained on those labels. It does not say what somebody feels, and must not be \
used to judge, select or watch people."""


class Run:
    def __init__(self, folder, kind, seed):
        self.folder, self.kind, self.seed = folder, kind, seed
        self.title = NETWORKS[kind] + ("" if seed == SEEDS[0] else f", seed {seed}")
        self.manifest = json.loads((folder / "experiment.json").read_text())
        self.rows = {
            name: list(csv.DictReader((folder / "predictions" / f"test@{name}.csv").open())) for name in RESOLUTIONS
        }
        with (folder / "duplicates.csv").open() as file:
            self.duplicates = {row["sample"] for row in csv.DictReader(file) if row["split"] == "test"}

    def accuracy(self, resolution, clean=False):
        rows = [row for row in self.rows[resolution] if not (clean and row["sample"] in self.duplicates)]
        return 100 * sum(row["label"] == row["predicted"] for row in rows) / len(rows)

    def by_class(self, resolution, clean=False):
        counts = {}
        for row in self.rows[resolution]:
            if not (clean and row["sample"] in self.duplicates):
                right, all_ = counts.get(row["label"], (0, 0))
                counts[row["label"]] = (right + (row["label"] == row["predicted"]), all_ + 1)
        return dict(sorted(counts.items()))

    def mean_class_accuracy(self, resolution, clean=False):
        return 100 * statistics.mean(right / all_ for right, all_ in self.by_class(resolution, clean).values())


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def gain(runs, clean):
    gains = [runs["multi", seed].accuracy("12", clean) - runs["baseline", seed].accuracy("12", clean) for seed in SEEDS]
    mean, half = statistics.mean(gains), T_2 * math.sqrt(statistics.variance(gains) / len(gains))
    return f"{mean:+.1f} points [{mean - half:.1f}, {mean + half:.1f}]"


def card(run, runs):
    test = len(run.rows["native"])
    clean = test - len(run.duplicates)
    counts, left = run.by_class("native"), run.by_class("native", True)
    families = [
        [name]
        + [
            f"{statistics.mean(values):.1f} ± {statistics.stdev(values):.1f}"
            for values in ([runs[kind, seed].accuracy(resolution) for seed in SEEDS] for resolution in RESOLUTIONS)
        ]
        for kind, name in NETWORKS.items()
    ]
    note = run.manifest["dataset"]["notes"][0]
    left_out = int("".join(filter(str.isdigit, note.split(" images")[0])))
    trained = sum(run.manifest["dataset"]["counts"]["train"].values()) - left_out
    low = run.by_class("12")
    return "\n\n".join(
        [
            f"# Model card: {run.title}",
            HOW[run.kind],
            "## Data\n" + DATA.format(left_out=left_out, trained=trained),
            "## Recipe\n" + RECIPE.format(seed=run.seed, preset=f"fer2013-fine-{run.kind}"),
            "## Results on the public test\n"
            + table(
                ["resolution", "accuracy", "without duplicates"],
                [[title, f"{run.accuracy(id):.1f} %", f"{run.accuracy(id, True):.1f} %"] for id, title in RESOLUTIONS.items()],
            ),
            f"Without duplicates: {len(run.duplicates)} of the {test:,} images have a copy in the training part of FER2013, identical or "
            "nearly so (compressed, mirrored, cropped or shifted copies of one photograph). This network was trained without those "
            f"copies, so both columns are fair. They are listed in duplicates.csv; the second column leaves them out (n = {clean:,}), "
            "to compare with networks that were trained on them.",
            "Leaving them out changes the mix of classes. Left are: "
            + ", ".join(f"{name} {left[name][1]} of {all_}" for name, (_, all_) in counts.items())
            + ". Mean class accuracy with and without duplicates: "
            + ", ".join(
                f"{run.mean_class_accuracy(id):.1f} % and {run.mean_class_accuracy(id, True):.1f} % at {RESOLUTIONS[id]}"
                for id in ("native", "12")
            )
            + ".",
            table(
                ["class", "images", "correct at native", "correct at 12 px"],
                [
                    [name, str(all_), f"{100 * right / all_:.1f} %", f"{100 * low[name][0] / all_:.1f} %"]
                    for name, (right, all_) in counts.items()
                ],
            ),
            "Both networks, mean and standard deviation over seeds 17, 18, 19, in per cent:",
            table(["network", *RESOLUTIONS.values()], families),
            "Multi-resolution minus baseline at 12 px, paired over seeds 17, 18 and 19: "
            + f"{gain(runs, False)} (n = 3, 95 % interval of Student's t); without duplicates {gain(runs, True)}.",
            "## Limits\n" + LIMITS,
        ]
    )


def to_half(file):
    """Rewrites the float32 tensors of a safetensors file in float16."""
    data = file.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header, body = json.loads(data[8 : 8 + size]), data[8 + size :]
    out, parts, at = {}, [], 0
    if "__metadata__" in header:
        out["__metadata__"] = header.pop("__metadata__")
    for name, tensor in header.items():
        begin, end = tensor["data_offsets"]
        values, kind = body[begin:end], tensor["dtype"]
        if kind == "F32":
            count = (end - begin) // 4
            values, kind = struct.pack(f"<{count}e", *struct.unpack(f"<{count}f", values)), "F16"
        out[name] = {"dtype": kind, "shape": tensor["shape"], "data_offsets": [at, at + len(values)]}
        parts.append(values)
        at += len(values)
    text = json.dumps(out).encode()
    text += b" " * (-len(text) % 8)
    file.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def cards(experiments, target):
    runs = {(kind, seed): Run(experiments / f"{kind}-{seed}", kind, seed) for kind in NETWORKS for seed in SEEDS}
    for (kind, seed), run in runs.items():
        out = target / f"fer2013-fine-{kind}-{seed}"
        shutil.copytree(run.folder, out, ignore=shutil.ignore_patterns("checkpoints", "log.txt", "*.lock"))
        run.manifest["recipe"]["name"] = run.title
        (out / "experiment.json").write_text(json.dumps(run.manifest, indent=2))
        (out / "notes.md").write_text(card(run, runs) + "\n")
        if seed == SEEDS[0]:
            shutil.copy(run.folder / "checkpoints" / "best.safetensors", target / f"{out.name}.safetensors")


if __name__ == "__main__":
    if sys.argv[1] == "half":
        for experiment in sys.argv[2:]:
            to_half(Path(experiment) / "checkpoints" / "best.safetensors")
    else:
        cards(Path(sys.argv[2]), Path(sys.argv[3]))
