"""Writes temperature.csv: probabilities of random logits with labels, and the temperature that SciPy finds for them.

    python3 make_temperature.py > temperature.csv
"""
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax

random = np.random.RandomState(17)
logits = random.randn(400, 5) * 2
labels = np.array([random.choice(5, p=softmax(row / 1.7)) for row in logits])


def loss(log_temperature):
    return -log_softmax(logits / np.exp(log_temperature), axis=1)[np.arange(400), labels].mean()


best = minimize_scalar(loss, bounds=(np.log(0.05), np.log(20)), method="bounded", options=dict(xatol=1e-10))
print("temperature,%.9f,loss,%.9f" % (np.exp(best.x), best.fun))
after = softmax(logits / np.exp(best.x), axis=1)
for label, before, scaled in zip(labels, softmax(logits, axis=1), after):
    print(",".join([str(label)] + ["%.9g" % p for p in before] + ["%.9g" % p for p in scaled]))
