"""Expected values of FaceCropTest: Umeyama's similarity by singular values, as in scikit-image.

python3 similarity.py
"""
import numpy as np


def umeyama(src, dst):
    ms, md = src.mean(0), dst.mean(0)
    s, d = src - ms, dst - md
    u, sv, vt = np.linalg.svd(d.T @ s / len(src))
    sign = np.ones(2)
    if np.linalg.det(u) * np.linalg.det(vt) < 0:
        sign[1] = -1
    r = u @ np.diag(sign) @ vt
    scale = (sv * sign).sum() / s.var(0).sum()
    return scale * r, md - scale * r @ ms


template = np.array([[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366],
                     [(41.5493 + 70.7299) / 2, (92.3655 + 92.2041) / 2]]) / 112
for points in ([[100, 120], [160, 100], [140, 150], [155, 180]],
               [[61.5, 58.25], [42.0, 90.5], [30.25, 61.0], [12.5, 55.75]],
               [[10, 10], [30, 10], [12, 22], [18, 34]]):
    m, t = umeyama(template, np.array(points, float))
    print(points, "%.9f %.9f %.9f %.9f" % (m[0, 0], m[1, 0], t[0], t[1]))
