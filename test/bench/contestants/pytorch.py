# The contestant PyTorch, on the CPU with one thread: nn.RNN, nn.LSTM, nn.GRU with one-hot inputs, float32, optim.SGD.
# It answers the same lines as the others: see test/bench/contestant.mjs.
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
torch.set_flush_denormal(True)  # numbers below 1e-38 would be computed a hundred times slower


def lcg(seed):
    """The generator that every contestant has: s = 1664525 s + 1013904223 mod 2^32; a number is s / 2^32."""
    while True:
        seed = (seed * 1664525 + 1013904223) % 2**32
        yield seed / 2**32


class Network(nn.Module):
    def __init__(self, cell, each, V, H, Y, T, B, gain):
        super().__init__()
        self.each = each
        self.rnn = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[cell](V, H)
        self.fc = nn.Linear(H, Y)
        numbers = lcg(12345)
        scale = 1 / math.sqrt(H)

        def fill(parameter, size):
            values = [(2 * next(numbers) - 1) * size for _ in range(parameter.numel())]
            with torch.no_grad():
                parameter.copy_(torch.tensor(values, dtype=torch.float64).reshape(parameter.shape))

        fill(self.rnn.weight_ih_l0, scale)
        fill(self.rnn.weight_hh_l0, scale * gain)
        fill(self.rnn.bias_ih_l0, scale)
        fill(self.fc.weight, scale)
        fill(self.fc.bias, scale)
        # One bias, as the others have.
        with torch.no_grad():
            self.rnn.bias_hh_l0.zero_()
        self.rnn.bias_hh_l0.requires_grad_(False)
        inputs = [[int(next(numbers) * V) for _ in range(T)] for _ in range(B)]
        self.inputs = F.one_hot(torch.tensor(inputs).T, V).float().contiguous()
        if each:
            targets = [[int(next(numbers) * Y) for _ in range(T)] for _ in range(B)]
            self.targets = torch.tensor(targets).T.reshape(-1).contiguous()
        else:
            self.targets = torch.ones(B, Y)
        self.trained = [p for p in self.parameters() if p.requires_grad]
        self.optimiser = torch.optim.SGD(self.trained, lr=0.1)

    def train_step(self, rate):
        self.optimiser.param_groups[0]["lr"] = rate
        self.optimiser.zero_grad(set_to_none=True)
        states, _ = self.rnn(self.inputs)
        if self.each:
            loss = F.cross_entropy(self.fc(states.reshape(-1, states.shape[2])), self.targets)
        else:
            loss = F.binary_cross_entropy_with_logits(self.fc(states[-1]), self.targets)
        loss.backward()
        self.optimiser.step()
        return loss.item()

    def norm(self):
        return math.sqrt(sum(float((p.grad.double() ** 2).sum()) for p in self.trained))


def run(network, milliseconds):
    steps, group, seconds = 0, 1, 0.0
    start = time.perf_counter()
    while seconds * 1000 < milliseconds:
        for _ in range(group):
            network.train_step(1e-6)
        steps += group
        then, seconds = seconds, time.perf_counter() - start
        if (seconds - then) * 1000 < milliseconds / 32:
            group *= 2
    return steps, seconds


network = None
for line in sys.stdin:
    command, *words = line.split()
    if command == "version":
        print(torch.__version__, flush=True)
    elif command == "check":
        _, cell, readout, *sizes, gain = words
        network = Network(cell, readout == "each", *map(int, sizes), float(gain))
        loss = network.train_step(0.1)
        norm = network.norm()
        print(loss, norm, network.train_step(0.0), flush=True)
    elif command == "run" and network is not None:
        print(*run(network, float(words[0])), flush=True)
    else:
        print("? " + line.strip(), flush=True)
