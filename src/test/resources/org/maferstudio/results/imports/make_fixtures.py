"""Predictions and matrices as other programs write them, and scikit-learn's numbers of each. PATH=/usr/bin:/bin python3 make_fixtures.py

expected.csv: file,what,labels,samples,n,accuracy,balanced,macro_f1,probabilities ("what" is predictions or matrix; labels are what a
user has to say; samples are the samples by class that a user has to say).
"""
import csv, gzip, json, os, zipfile
import numpy as np
from sklearn import metrics

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(5)
NAMES = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"]
IDS = ["anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"]
n = [9, 4, 8, 14, 11, 6, 8]
y = np.repeat(np.arange(7), n)
P = rng.dirichlet(np.ones(7) * 0.6, len(y))
P[np.arange(len(y)), y] += 0.5
P /= P.sum(1, keepdims=True)
p = P.argmax(1)
M = metrics.confusion_matrix(y, p)
expected = []

def add(name, what, truth=y, predicted=p, labels="", samples="", probabilities="no"):
    expected.append([name, what, labels, samples, len(truth), "%.6f" % metrics.accuracy_score(truth, predicted),
                     "%.6f" % metrics.balanced_accuracy_score(truth, predicted),
                     "%.6f" % metrics.f1_score(truth, predicted, average="macro", zero_division=0), probabilities])

def table(name, head, rows, sep=",", encoding="utf-8", opener=open, **more):
    with opener(os.path.join(HERE, name), "wt", newline="", encoding=encoding) as file:
        writer = csv.writer(file, delimiter=sep)
        writer.writerow(head)
        writer.writerows(rows)
    add(name, "predictions", **more)

def text(name, content, what="matrix", **more):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        file.write(content)
    add(name, what, **more)

N = ",".join(NAMES)
pairs = [(NAMES[a], NAMES[b]) for a, b in zip(y, p)]
table("actual.csv", ["filename", "Actual", "Predicted"], [(f"{i}.png", a, b) for i, (a, b) in enumerate(pairs)])
table("ground_truth.csv", ["image", "Ground Truth", "Predicted Label"], [(f"{i}.png", a.title(), b.upper()) for i, (a, b) in enumerate(pairs)])
table("pipeline.csv", ["path", "true_label", "label", "score"], [(f"{i}.png", a, b, 0.5) for i, (a, b) in enumerate(pairs)])
table("repeated.csv", ["image", "label", "prediction"], [("same.png", a, b) for a, b in pairs])
table("numbers_float.csv", ["y_true", "y_pred"], [(float(a), float(b)) for a, b in zip(y, p)], labels=N)
table("plain_pyfeat.csv", ["input", "label"] + IDS, [[f"{i}.png", NAMES[y[i]]] + ["%.6f" % v for v in P[i]] for i in range(len(y))], probabilities="yes")
table("percent_deepface.csv", ["img", "true"] + ["emotion." + c for c in NAMES] + ["dominant_emotion"],
      [[f"{i}.png", NAMES[y[i]]] + ["%.4f" % (100 * v) for v in P[i]] + [NAMES[p[i]]] for i in range(len(y))], probabilities="yes")
table("logits.csv", ["image", "target"] + [f"logit_{i}" for i in range(7)], [[f"{i}.png", y[i]] + ["%.4f" % (np.log(v + 1e-9) + 3) for v in P[i]] for i in range(len(y))], labels=N, probabilities="yes")
table("one_hot.csv", ["image", "label"] + ["pred_" + c for c in NAMES], [[f"{i}.png", NAMES[y[i]]] + [int(j == p[i]) for j in range(7)] for i in range(len(y))])
table("semicolon_comma.csv", ["Bild", "label"] + ["p_" + c for c in NAMES], [[f"{i}.png", NAMES[y[i]]] + [("%.5f" % v).replace(".", ",") for v in P[i]] for i in range(len(y))], sep=";", probabilities="yes")
table("utf16.csv", ["image", "label", "predicted"], [(f"Gesicht-ä{i}.png", a, b) for i, (a, b) in enumerate(pairs)], sep="\t", encoding="utf-16")
table("latin1.csv", ["image", "label", "predicted"], [(f"Gesicht-ä{i}.png", a, b) for i, (a, b) in enumerate(pairs)], sep=";", encoding="latin-1")
table("packed.csv.gz", ["image", "label", "predicted"], [(f"{i}.png", a, b) for i, (a, b) in enumerate(pairs)], opener=gzip.open)
rounded = [["%.2f" % v for v in row] for row in P]
first = np.array([np.array(row, float).argmax() for row in rounded])
table("two_decimals.csv", ["image", "label"] + ["prob_" + c for c in NAMES], [[f"{i}.png", NAMES[y[i]]] + rounded[i] for i in range(len(y))], predicted=first, probabilities="yes")
other = np.where(rng.random(len(y)) < 0.4, rng.integers(0, 7, len(y)), p)
table("not_largest.csv", ["image", "label", "predicted"] + ["p_" + c for c in NAMES], [[f"{i}.png", NAMES[y[i]], NAMES[other[i]]] + ["%.6f" % v for v in P[i]] for i in range(len(y))], predicted=other, probabilities="yes")
text("records.json", json.dumps([{"image": f"{i}.png", "label": a, "prediction": b} for i, (a, b) in enumerate(pairs)]), "predictions")
text("lines.jsonl", "\n".join(json.dumps({"image": f"{i}.png", "label": NAMES[y[i]], "emotion": {c: 100 * v for c, v in zip(NAMES, P[i])}}) for i in range(len(y))), "predictions", probabilities="yes")
text("columns.json", json.dumps({"y_true": y.tolist(), "y_pred": p.tolist(), "probs": P.tolist()}), "predictions", labels=N, probabilities="yes")
text("pandas_split.json", json.dumps({"columns": ["label", "predicted"], "index": list(range(len(y))), "data": pairs}), "predictions")
np.savez(os.path.join(HERE, "arrays.npz"), y_true=y, y_pred=p.astype(np.uint8), y_prob=P.astype(np.float32))
add("arrays.npz", "predictions", labels=N, probabilities="yes")
np.savez_compressed(os.path.join(HERE, "half.npz"), labels=np.array(NAMES)[y], preds=np.array(NAMES)[p], logits=np.log(P).astype(np.float16))
add("half.npz", "predictions", labels=N, probabilities="yes")

def xlsx(name, rows, what):
    strings = []
    def cell(r, c, v):
        place = chr(65 + c) + str(r + 1)
        if isinstance(v, str):
            strings.append(v)
            return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
        return f'<c r="{place}"><v>{v}</v></c>'
    data = "".join(f'<row r="{r + 1}">' + "".join(cell(r, c, v) for c, v in enumerate(row) if v != "") + "</row>" for r, row in enumerate(rows))
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("xl/worksheets/sheet1.xml", f"<worksheet {ns}><sheetData>{data}</sheetData></worksheet>")
        z.writestr("xl/sharedStrings.xml", f"<sst {ns}>" + "".join(f"<si><t>{s}</t></si>" for s in strings) + "</sst>")
    add(name, what)

xlsx("table.xlsx", [["image", "label", "predicted"]] + [[f"{i}.png", a, b] for i, (a, b) in enumerate(pairs)], "predictions")
xlsx("matrix.xlsx", [[""] + NAMES] + [[NAMES[i]] + M[i].tolist() for i in range(7)], "matrix")

grid = lambda sep, head, rows: "\n".join(sep.join(map(str, row)) for row in ([head] if head else []) + rows) + "\n"
named = [[NAMES[i]] + M[i].tolist() for i in range(7)]
text("m_semicolon.csv", grid(";", [""] + NAMES, named))
text("m_tabs.tsv", grid("\t", [""] + NAMES, named))
text("m_numbered.csv", grid(",", [""] + list(range(7)), [[i] + M[i].tolist() for i in range(7)]), labels=N)
text("m_blanks.txt", grid(" ", None, M.tolist()), labels=N)
text("m_numpy.txt", str(M), labels=N)
text("m_array.txt", "Confusion matrix:\n" + repr(M), labels=N)
text("m_margins.csv", grid(",", ["Actual"] + NAMES + ["All"], [r + [sum(r[1:])] for r in named] + [["All"] + M.sum(0).tolist() + [M.sum()]]))
text("m_margins_bare.csv", grid(",", None, [r + [sum(r)] for r in M.tolist()] + [M.sum(0).tolist() + [M.sum()]]), labels=N)
text("m_recall.csv", grid(",", [""] + NAMES + ["Recall"], [r + ["%.3f" % (M[i, i] / M[i].sum())] for i, r in enumerate(named)]))
text("m_latex.tex", "\\begin{table}\n\\begin{tabular}{l|ccccccc}\n\\toprule\n & " + " & ".join("\\textbf{%s}" % c for c in NAMES) + " \\\\\n\\midrule\n"
     + "\n".join(c + " & " + " & ".join("\\textbf{%d}" % v if i == j else "\\cellcolor[gray]{0.9} %d" % v for j, v in enumerate(M[i])) + " \\\\" for i, c in enumerate(NAMES))
     + "\n\\bottomrule\n\\end{tabular}\n\\end{table}\n")
text("m_markdown.md", "| | " + " | ".join(NAMES) + " |\n|---|" + "---:|" * 7 + "\n" + "\n".join("| " + c + " | " + " | ".join(map(str, M[i])) + " |" for i, c in enumerate(NAMES)) + "\n")
text("m_wandb.csv", grid(",", ["Actual", "Predicted", "nPredictions"], [[NAMES[i], NAMES[j], M[i, j]] for i in range(7) for j in range(7)]))
text("m_both.csv", grid(",", [""] + NAMES, [[NAMES[i]] + ["%d (%.0f%%)" % (v, 100 * v / M[i].sum()) for v in M[i]] for i in range(7)]))
text("m_reordered.csv", grid(",", [""] + NAMES[::-1], [[NAMES[i]] + M[i, ::-1].tolist() for i in range(7)]))
text("m_shares.csv", grid(",", [""] + NAMES, [[NAMES[i]] + ["%.3f" % v for v in M[i] / M[i].sum()] for i in range(7)]), samples=",".join(map(str, n)))
whole = [[NAMES[i]] + ["%.0f" % v for v in 100 * M[i] / M[i].sum()] for i in range(7)]
text("m_percent.csv", grid(",", [""] + NAMES, whole), samples=",".join(map(str, n)))
text("m_crosstab.txt", "Predicted  " + "  ".join(NAMES) + "\nActual\n" + "\n".join(c + "  " + "  ".join(map(str, M[i])) for i, c in enumerate(NAMES)) + "\n")
np.save(os.path.join(HERE, "m.npy"), M.astype(float))
add("m.npy", "matrix", labels=N)
np.save(os.path.join(HERE, "m_fortran.npy"), np.asfortranarray(M.astype(np.int32)))
add("m_fortran.npy", "matrix", labels=N)
# A class that is never predicted has no column in a cross table.
without = np.where(p == 1, 0, p)
W = metrics.confusion_matrix(y, without)
text("m_missing_column.csv", grid(",", [""] + [c for j, c in enumerate(NAMES) if j != 1], [[NAMES[i]] + [int(v) for j, v in enumerate(W[i]) if j != 1] for i in range(7)]), predicted=without)

with open(os.path.join(HERE, "expected.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(["file", "what", "labels", "samples", "n", "accuracy", "balanced", "macro_f1", "probabilities"])
    writer.writerows(expected)
