"""Keras' recurrent layers stated again with NumPy, to check weights that are meant for Keras where Keras is not installed.

Equations and shapes: keras-team/keras, keras/src/layers/rnn/simple_rnn.py, lstm.py, gru.py (`build` and `call` of the cells, for
one sequence and without dropout) and bidirectional.py. This is no Keras: it says what Keras' source says.

Reads cases.json: a list of {cell, topology, bidirectional, weights (an .npz file), sequences}; prints the logits of each sequence.
"""
import json

import numpy as np


def sigmoid(a):
    return np.exp(-np.logaddexp(0, -a))


ACTIVATIONS = {'tanh': np.tanh, 'sigmoid': sigmoid, 'relu': lambda a: np.maximum(a, 0)}


def simple_rnn(activation):
    def step(x, states, kernel, recurrent_kernel, bias):
        (h,) = states
        return (activation(x @ kernel + bias + h @ recurrent_kernel),)
    return step


def lstm(x, states, kernel, recurrent_kernel, bias):
    h, c = states
    z0, z1, z2, z3 = np.split(x @ kernel + h @ recurrent_kernel + bias, 4)
    c = sigmoid(z1) * c + sigmoid(z0) * np.tanh(z2)
    return sigmoid(z3) * np.tanh(c), c


def gru(reset_after):
    def step(x, states, kernel, recurrent_kernel, bias):
        (h,) = states
        units = len(h)
        input_bias, recurrent_bias = bias if reset_after else (bias, np.zeros(3 * units))
        x_z, x_r, x_h = np.split(x @ kernel + input_bias, 3)
        u_z, u_r, u_h = np.split(recurrent_kernel, 3, axis=1)
        b_z, b_r, b_h = np.split(recurrent_bias, 3)
        z = sigmoid(x_z + h @ u_z + b_z)
        r = sigmoid(x_r + h @ u_r + b_r)
        hh = np.tanh(x_h + (r * (h @ u_h + b_h) if reset_after else (r * h) @ u_h))
        return (z * h + (1 - z) * hh,)
    return step


CELLS = {
    'rnn_tanh': (simple_rnn(np.tanh), 1), 'rnn_sigmoid': (simple_rnn(sigmoid), 1), 'rnn_relu': (simple_rnn(ACTIVATIONS['relu']), 1),
    'lstm': (lstm, 4), 'gru': (gru(True), 3), 'gru_original': (gru(False), 3),
}


def layer(cell, weights, name, x, states, go_backwards=False):
    """All outputs [T, H] in the order of their computation, and the last states."""
    step, gates = CELLS[cell]
    kernel, recurrent_kernel, bias = (weights[f'{name}.{part}'] for part in ('kernel', 'recurrent_kernel', 'bias'))
    units = len(states[0])
    assert kernel.shape == (x.shape[1], gates * units), kernel.shape
    assert recurrent_kernel.shape == (units, gates * units), recurrent_kernel.shape
    assert bias.shape == ((2, 3 * units) if cell == 'gru' else (gates * units,)), bias.shape
    outputs = []
    for x_t in x[::-1] if go_backwards else x:
        states = step(x_t, states, kernel, recurrent_kernel, bias)
        outputs.append(states[0])
    return np.array(outputs), states


def features(case, weights, sequence):
    cell, is_last = case['cell'], case['topology'] == 'many-to-one'
    x = np.array(sequence['x'])
    if cell.startswith('feedforward'):
        return ACTIVATIONS[cell.removeprefix('feedforward_')](x @ weights['hidden.kernel'] + weights['hidden.bias'])
    names = ('h0', 'c0') if cell == 'lstm' else ('h0',)
    states = [tuple(np.array(sequence[name][d]) for name in names) for d in range(len(sequence['h0']))]
    if case['topology'] == 'encoder-decoder':
        _, state = layer(cell, weights, 'encoder', x, states[0])
        return layer(cell, weights, 'decoder', np.array(sequence['decoder_x']), state)[0]
    forward, _ = layer(cell, weights, 'rnn', x, states[0])
    if not case['bidirectional']:
        return forward[-1:] if is_last else forward
    backward, _ = layer(cell, weights, 'rnn_reverse', x, states[1], go_backwards=True)
    # merge_mode='concat': sequences are turned back, last outputs are not.
    return np.concatenate([forward[-1:], backward[-1:]] if is_last else [forward, backward[::-1]], axis=-1)


results = []
for case in json.load(open('cases.json')):
    with np.load(case['weights']) as file:
        weights = {name: file[name] for name in file.files}
    results.append([(features(case, weights, sequence) @ weights['fc.kernel'] + weights['fc.bias']).tolist() for sequence in case['sequences']])
print(json.dumps(results))
