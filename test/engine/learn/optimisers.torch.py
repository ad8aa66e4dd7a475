# Prints what PyTorch's optimisers, schedulers and clipping do in float64, as JSON. Made with PyTorch 1.13:
#   python3 test/engine/learn/optimisers.torch.py > test/engine/learn/optimisers.torch.json
# Numbers that JSON lacks are written as text: "NaN", "Infinity", "-Infinity".
import json
import math

import torch

START = [0.5, -1.25, 0.0, 2.0, -0.03, 1.0]
# Six weights: an even pull, a pull to and fro, one that is rarely used, large ones, tiny ones, one that is never used.
GRADIENTS = [
    [0.7, 1.1, 0.0, 3.5e3, 2e-9, 0.0],
    [0.6, -0.9, 0.0, -1.2e3, -1e-9, 0.0],
    [0.8, 1.3, 0.25, 4.0e2, 3e-9, 0.0],
    [0.5, -1.2, 0.0, -2.5e3, 5e-9, 0.0],
    [0.9, 0.4, 0.0, 7.0e1, -4e-9, 0.0],
    [0.7, -0.3, -2.0, 9.0e2, 1e-9, 0.0],
    [0.1, 0.8, 0.0, -3.0e2, 2e-9, 0.0],
]
# The last rates are those of a schedule that halves; `None` leaves the rate of the beginning.
RATES = [None, None, None, None, None, 0.5, 0.25]

OPTIMISERS = [
    ("sgd", {}, torch.optim.SGD, {}, []),
    ("sgd_momentum", {}, torch.optim.SGD, {"momentum": 0.9}, ["momentum_buffer"]),
    ("sgd_momentum", {"momentum": 0.35}, torch.optim.SGD, {"momentum": 0.35}, ["momentum_buffer"]),
    ("sgd_nesterov", {}, torch.optim.SGD, {"momentum": 0.9, "nesterov": True}, ["momentum_buffer"]),
    ("sgd_nesterov", {"momentum": 0.35}, torch.optim.SGD, {"momentum": 0.35, "nesterov": True}, ["momentum_buffer"]),
    ("adagrad", {}, torch.optim.Adagrad, {}, ["sum"]),
    (
        "adagrad",
        {"eps": 1e-3, "initialAccumulator": 0.5},
        torch.optim.Adagrad,
        {"eps": 1e-3, "initial_accumulator_value": 0.5},
        ["sum"],
    ),
    ("rmsprop", {}, torch.optim.RMSprop, {}, ["square_avg"]),
    ("rmsprop", {"alpha": 0.7, "eps": 1e-3}, torch.optim.RMSprop, {"alpha": 0.7, "eps": 1e-3}, ["square_avg"]),
    ("adam", {}, torch.optim.Adam, {}, ["exp_avg", "exp_avg_sq"]),
    (
        "adam",
        {"beta1": 0.5, "beta2": 0.8, "eps": 1e-3},
        torch.optim.Adam,
        {"betas": (0.5, 0.8), "eps": 1e-3},
        ["exp_avg", "exp_avg_sq"],
    ),
]

SCHEDULES = [
    ("step", {"gamma": 0.5, "every": 3}, lambda o: torch.optim.lr_scheduler.StepLR(o, step_size=3, gamma=0.5)),
    ("step", {"every": 4}, lambda o: torch.optim.lr_scheduler.StepLR(o, step_size=4)),
    ("exponential", {"gamma": 0.9}, lambda o: torch.optim.lr_scheduler.ExponentialLR(o, gamma=0.9)),
    ("cosine", {"period": 8}, lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=8)),
    (
        "cosine",
        {"period": 5, "floor": 0.01},
        lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=5, eta_min=0.01),
    ),
]

NAN, INF = math.nan, math.inf
CLIPPED = [
    [3.0, -4.0, 0.0],
    [0.3, -0.4, 0.0],
    [INF, 1.0, -2.0],
    [-INF, INF, 0.0],
    [NAN, 1.0, -2.0],
]


def plain(x):
    if isinstance(x, list):
        return [plain(each) for each in x]
    if math.isfinite(x):
        return x
    return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"


def run(id, settings, make, arguments, states):
    lr = 0.05
    weight = torch.nn.Parameter(torch.tensor(START, dtype=torch.float64))
    optimiser = make([weight], lr=lr, **arguments)
    steps = []
    for gradient, rate in zip(GRADIENTS, RATES):
        optimiser.param_groups[0]["lr"] = lr if rate is None else rate
        weight.grad = torch.tensor(gradient, dtype=torch.float64)
        optimiser.step()
        inner = optimiser.state[weight]
        steps.append({"parameters": weight.tolist(), "state": [inner[name].tolist() for name in states]})
    return {"id": id, "learningRate": lr, "settings": settings, "steps": steps}


def rates(id, settings, make):
    optimiser = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1, dtype=torch.float64))], lr=0.2)
    scheduler = make(optimiser)
    seen = []
    for _ in range(13):
        seen.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        scheduler.step()
    return {"id": id, "settings": settings, "initial": 0.2, "rates": seen}


def inverse():
    # Adagrad divides its rate by 1 + k · lr_decay; with a huge first sum, a step shows that rate alone.
    weight = torch.nn.Parameter(torch.zeros(1, dtype=torch.float64))
    optimiser = torch.optim.Adagrad([weight], lr=0.2, lr_decay=0.3, initial_accumulator_value=1e40, eps=0)
    seen = []
    for _ in range(13):
        before = weight.item()
        weight.grad = torch.ones(1, dtype=torch.float64)
        optimiser.step()
        seen.append((before - weight.item()) * 1e20)
        with torch.no_grad():
            weight.zero_()
    return {"id": "inverse", "settings": {"decay": 0.3}, "initial": 0.2, "rates": seen}


def clipped(gradients, clip):
    weight = torch.nn.Parameter(torch.zeros(len(gradients), dtype=torch.float64))
    weight.grad = torch.tensor(gradients, dtype=torch.float64)
    clip([weight], 1.5)
    return weight.grad.tolist()


def lines(items):
    return "[\n" + ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in items) + "\n ]"


parts = {
    "torch": json.dumps(torch.__version__),
    "start": json.dumps(START),
    "gradients": lines(GRADIENTS),
    "rates": json.dumps(RATES),
    "optimisers": lines(run(*each) for each in OPTIMISERS),
    "schedules": lines([*(rates(*each) for each in SCHEDULES), inverse()]),
    "clipLimit": "1.5",
    "clipped": lines(
        {
            "gradients": plain(g),
            "byNorm": plain(clipped(g, torch.nn.utils.clip_grad_norm_)),
            "byValue": plain(clipped(g, torch.nn.utils.clip_grad_value_)),
        }
        for g in CLIPPED
    ),
}
print("{\n " + ",\n ".join(f'"{name}": {text}' for name, text in parts.items()) + "\n}")
