# Makes intervals.json: mean, standard deviation and 95 % interval of a few values by NumPy and SciPy, also of paired
# differences. Debian: python3-numpy, python3-scipy. Run: python3 intervals.py > intervals.json
import json
import numpy as np
from scipy import stats

def spread(values):
    a = np.array(values)
    low, high = stats.t.interval(0.95, len(a) - 1, a.mean(), stats.sem(a))
    return {"values": values, "mean": a.mean(), "sd": a.std(ddof=1), "low": low, "high": high}

random = np.random.default_rng(17)
cases = [spread([round(float(v), 6) for v in random.normal(0.7, 0.05, n)]) for n in (2, 3, 5, 10, 30, 200)]
a = [0.71, 0.69, 0.74, 0.72]
b = [0.66, 0.67, 0.70, 0.73]
paired = spread([x - y for x, y in zip(a, b)])
print(json.dumps({"spreads": cases, "a": a, "b": b, "difference": [paired["low"], paired["high"]]}, indent=1))
