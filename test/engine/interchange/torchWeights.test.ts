import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/engine/interchange/description.ts';
import { writeSafetensors } from '../../../src/engine/interchange/safetensors.ts';
import { parametersFromStateDict, stateDictOf } from '../../../src/engine/interchange/stateDict.ts';
import { readWeightsFile } from '../../../src/engine/interchange/weightsFile.ts';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { hasTorch, inFolder, runPython, unlessTorch } from '../../support/python.ts';
import { prepare, situationOf } from '../random.ts';
import { expectNear } from './scripts.ts';

const base = { loss: 'mse', timeReduction: 'sum', inputSize: 3, hiddenSize: 4, outputSize: 2 } as const;

describe("a network's weights in a module of one's own", () => {
  it.skipIf(!hasTorch)(`give the engine's states: nn.RNN, nn.LSTM and nn.GRU loaded from the safetensors file${unlessTorch}`, () => {
    for (const [cell, name] of [['rnn_tanh', 'RNN'], ['lstm', 'LSTM'], ['gru', 'GRU']] as const) {
      const situation = situationOf(
        { ...base, cell, topology: 'many-to-many-synced', biases: 'two' },
        { lengths: [[5, 1]], isOneHot: false, seed: 3 },
      );
      const { trace, pass } = prepare({ ...situation, initialStates: {} });
      pass.forward();
      const states = trace.values[slotIndex(trace.network.program, 'h')]!.subarray(4);
      const inputs = rowsOf(situation.examples[0]!.inputs, 3);
      const code = `
import json, numpy as np, torch
raw = open('w.safetensors', 'rb').read()
start = 8 + int.from_bytes(raw[:8], 'little')
tensors = {name: torch.tensor(np.frombuffer(raw[start + e['data_offsets'][0]:start + e['data_offsets'][1]], '<f8').reshape(e['shape']))
           for name, e in json.loads(raw[8:start]).items()}
layer = torch.nn.${name}(3, 4).double()
layer.load_state_dict({k: v for k, v in tensors.items() if not k.startswith('fc.')})
with torch.no_grad():
    output, _ = layer(torch.tensor(${JSON.stringify(inputs)}, dtype=torch.float64))
print(json.dumps(output.tolist()))`;
      const bytes = writeSafetensors(stateDictOf(situation.network, situation.parameters));
      const printed = JSON.parse(inFolder({ 'w.safetensors': bytes }, (folder) => runPython(code, folder))) as number[][];
      expectNear(printed.flat(), [...states], name);
    }
  }, 60_000);
});

describe("the weights of a module of one's own", () => {
  const code = `
import json, numpy, torch
torch.manual_seed(5)
class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = torch.nn.GRU(3, 4, bidirectional=True)
        self.fc = torch.nn.Linear(8, 2)
    def forward(self, x):
        return self.fc(self.gru(x)[0])
model = Model().double()
numpy.savez('weights.npz', **{k: v.numpy() for k, v in model.state_dict().items()})
torch.save(model.state_dict(), 'weights.pt')
torch.save(model.state_dict(), 'old.pt', _use_new_zipfile_serialization=False)
with torch.no_grad():
    print(json.dumps(model(torch.arange(15.0, dtype=torch.float64).reshape(5, 3) / 10).tolist()))`;

  it.skipIf(!hasTorch)(`give its outputs in the engine; torch.save's own files are refused in words${unlessTorch}`, () => {
    const [printed, npz, ...pickled] = inFolder({}, (folder) => {
      const outputs = JSON.parse(runPython(code, folder)) as number[][];
      return [outputs, ...['weights.npz', 'weights.pt', 'old.pt'].map((name) => new Uint8Array(readFileSync(join(folder, name))))] as const;
    }) as [number[][], Uint8Array, Uint8Array, Uint8Array];
    const model: Model = { ...base, cell: 'gru', topology: 'many-to-many-synced', bidirectional: true, biases: 'two' };
    const network = createNetwork(model);
    const values = Float64Array.from({ length: 15 }, (_, k) => k / 10);
    const trace = createTrace(network, { inputs: { kind: 'dense', values }, targets: new Float64Array(10) });
    new Pass(trace, parametersFromStateDict(network, readWeightsFile(npz))).forward();
    expectNear([...trace.values[slotIndex(network.program, 'y')]!.subarray(2)], printed.flat(), 'logits');
    for (const file of pickled) expect(() => readWeightsFile(file)).toThrow(/torch\.save/);

    const one = createNetwork({ ...model, biases: 'one' });
    expect(() => parametersFromStateDict(one, readWeightsFile(npz))).toThrow('gru.bias_hh_l0 cannot be added to bias_ih_l0: its entry 9 is ');
  }, 60_000);
});
