"""Holm's correction by its definition, for HolmTest: the adjusted p of rank i is the largest of (m - j) p(j) for j up to i."""


def holm(p):
    ranked = sorted(p)
    return [
        round(max(min(1, (len(p) - j) * ranked[j]) for j in range(ranked.index(value) + ranked.count(value))), 12)
        for value in p
    ]


print(holm([0.01, 0.04, 0.03, 0.01, 0.7]))
print(holm([0.5, 0.6, 0.9]))
print(holm([0.03]))
