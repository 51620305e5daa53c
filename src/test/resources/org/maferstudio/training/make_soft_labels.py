"""Writes soft-labels.json: PyTorch's cross entropy with shares of classes for labels. Run with PyTorch 1.13:

    python3 make_soft_labels.py > soft-labels.json
"""
import json
import torch
import torch.nn.functional as F

torch.manual_seed(17)


def numbers(tensor):
    return [float(x) for x in tensor.detach().flatten()]


cases = []
for weights in (None, [0.9, 0.2, 0.5, 0.7]):
    for smoothing in (0.0, 0.1):
        logits = (torch.randn(5, 4) * 3).requires_grad_()
        votes = torch.randint(0, 6, (5, 4)).float()
        votes[0] = torch.tensor([0.0, 10.0, 0.0, 0.0])
        votes[1] += 1
        shares = (votes + 1e-9) / (votes + 1e-9).sum(1, keepdim=True)
        loss = F.cross_entropy(
            logits, shares, weight=None if weights is None else torch.tensor(weights), label_smoothing=smoothing)
        loss.backward()
        cases.append(dict(
            weights=weights or [1.0] * 4, smoothing=smoothing, logits=numbers(logits), shares=numbers(shares),
            loss=float(loss), gradient=numbers(logits.grad)))
print(json.dumps(cases, indent=1))
