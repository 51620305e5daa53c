"""Writes torch-oracles.json: what PyTorch's optimisers, losses and plateau compute. Run with PyTorch 1.13:

    python3 make_torch_oracles.py > torch-oracles.json
"""
import json
import torch
from torch import nn

torch.manual_seed(17)


def numbers(tensor):
    return [float(x) for x in tensor.detach().flatten()]


def optimisers():
    configs = {
        "sgd": (torch.optim.SGD, dict(lr=0.1)),
        "sgd-momentum-decay": (torch.optim.SGD, dict(lr=0.1, momentum=0.9, weight_decay=0.01)),
        "sgd-nesterov": (torch.optim.SGD, dict(lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True)),
        "adam": (torch.optim.Adam, dict(lr=0.01)),
        "adam-decay": (torch.optim.Adam, dict(lr=0.01, betas=(0.8, 0.99), weight_decay=0.1)),
        "adam-amsgrad": (torch.optim.Adam, dict(lr=0.01, betas=(0.5, 0.6), weight_decay=0.1, amsgrad=True)),
        "adamw": (torch.optim.AdamW, dict(lr=0.01, weight_decay=0.1)),
        "adamw-amsgrad": (torch.optim.AdamW, dict(lr=0.01, betas=(0.5, 0.6), weight_decay=0.1, amsgrad=True)),
    }
    cases = []
    for name, (kind, options) in configs.items():
        start = torch.randn(6)
        gradients = [torch.randn(6) * scale for scale in (1.0, 3.0, 0.1, 0.0, 0.5)]
        rates = [options["lr"] * f for f in (1, 1, 0.5, 0.5, 0.1)]
        parameter = start.clone().requires_grad_()
        optimiser = kind([parameter], **options)
        after = []
        for gradient, rate in zip(gradients, rates):
            optimiser.param_groups[0]["lr"] = rate
            parameter.grad = gradient.clone()
            optimiser.step()
            after.append(numbers(parameter))
        cases.append(dict(
            name=name, algorithm=kind.__name__.lower(), momentum=options.get("momentum", 0.0),
            nesterov=options.get("nesterov", False), weightDecay=options.get("weight_decay", 0.0),
            beta1=options.get("betas", (0.9, 0.999))[0], beta2=options.get("betas", (0.9, 0.999))[1],
            amsgrad=options.get("amsgrad", False), rates=rates, start=numbers(start),
            gradients=[numbers(g) for g in gradients], after=after))
    return cases


def losses():
    cases = []
    for weights in (None, [0.9, 0.2, 0.5, 0.7]):
        for smoothing in (0.0, 0.1):
            logits = torch.randn(2, 5, 4) * 3
            labels = torch.randint(0, 4, (2, 5))
            criterion = nn.CrossEntropyLoss(
                weight=None if weights is None else torch.tensor(weights), label_smoothing=smoothing)
            leaf = logits[0].clone().requires_grad_()
            loss = criterion(leaf, labels[0])
            loss.backward()
            # Two batches make one step: several backward, one step.
            shared = torch.randn(4).requires_grad_()
            start = numbers(shared)
            for batch in range(2):
                (criterion(logits[batch] + shared, labels[batch]) / 2).backward()
            cases.append(dict(
                weights=weights or [1.0] * 4, smoothing=smoothing,
                logits=[numbers(x) for x in logits], labels=labels.tolist(), loss=float(loss),
                gradient=numbers(leaf.grad), shared=start, accumulated=numbers(shared.grad)))
    return cases


def plateaus():
    values = [0.5, 0.6, 0.6, 0.6005, 0.59, 0.7, 0.69, 0.69, 0.69, 0.69, 0.69, 0.69]
    cases = []
    for mode in ("max", "min"):
        for patience in (0, 2):
            cases.append(plateau([v if mode == "max" else 1 - v for v in values], 0.1, dict(
                mode=mode, factor=0.5, patience=patience, threshold=0.001, min_lr=0.002)))
    # The first step of the method, down to the least rate: a loss that creeps by less than a tenth, then none.
    losses = [8.0, 6.0, 5.0, 4.6] + [4.6 - 0.01 * i for i in range(40)] + [3.5] + [3.4] * 160
    step_one = dict(mode="min", factor=0.5, patience=10, threshold=0.1, min_lr=1e-7)
    cases.append(plateau(losses, 1e-3, step_one))
    # A fall of less than 1e-8 is none to PyTorch.
    cases.append(plateau([1.0] * 40, 1.05e-7, step_one))
    return cases


def plateau(values, rate, options):
    parameter = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.SGD([parameter], lr=rate)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimiser, **options)
    rates = []
    for value in values:
        scheduler.step(value)
        rates.append(optimiser.param_groups[0]["lr"])
    return dict(smallerIsBetter=options["mode"] == "min", patience=options["patience"], factor=options["factor"],
                threshold=options["threshold"], minimum=options["min_lr"], rate=rate, values=values, rates=rates)


def averages():
    cases = []
    for decay in (0.15, 0.999):
        layer = nn.BatchNorm1d(3)  # weights and statistics
        averaged = torch.optim.swa_utils.AveragedModel(
            layer, avg_fn=lambda mean, new, n: new + (mean - new) * min(decay, float(1 + n) / float(10 + n)),
            use_buffers=True)
        steps, means = [], []
        for _ in range(4):
            with torch.no_grad():
                layer.weight.copy_(torch.randn(3))
                layer.running_var.copy_(torch.rand(3))
            averaged.update_parameters(layer)
            steps.append(dict(weight=numbers(layer.weight), variance=numbers(layer.running_var)))
            means.append(dict(weight=numbers(averaged.module.weight), variance=numbers(averaged.module.running_var)))
        cases.append(dict(decay=decay, steps=steps, means=means))
    return cases


def distillations():
    cases = []
    for temperature in (1.0, 2.0):
        student = (torch.randn(5, 4) * 3).requires_grad_()
        teacher = torch.randn(5, 4) * 3
        loss = 0.7 * temperature ** 2 * nn.functional.kl_div(
            torch.log_softmax(student / temperature, 1), torch.softmax(teacher / temperature, 1),
            reduction="batchmean")
        loss.backward()
        cases.append(dict(temperature=temperature, weight=0.7, student=numbers(student), teacher=numbers(teacher),
                          loss=float(loss), gradient=numbers(student.grad)))
    return cases


def mixings():
    """As torchvision's RandomMixup and RandomCutmix, for a share and a box that are given."""
    images, shares = torch.rand(3, 2, 4, 4), torch.eye(3)
    share, (left, top, right, bottom) = 0.3, (1, 0, 3, 4)
    blended = share * images + (1 - share) * images.roll(1, 0)
    cut = images.clone()
    cut[:, :, top:bottom, left:right] = images.roll(1, 0)[:, :, top:bottom, left:right]
    rest = 1 - (right - left) * (bottom - top) / 16
    return [dict(images=numbers(images), share=share, box=[left, top, right, bottom], blended=numbers(blended),
                 blendedShares=numbers(share * shares + (1 - share) * shares.roll(1, 0)), cut=numbers(cut),
                 cutShare=rest, cutShares=numbers(rest * shares + (1 - rest) * shares.roll(1, 0)))]


print(json.dumps(dict(optimisers=optimisers(), losses=losses(), plateaus=plateaus(), averages=averages(),
                      distillations=distillations(), mixings=mixings()), indent=1))
