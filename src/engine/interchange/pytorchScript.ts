// A Python file that rebuilds a network in PyTorch with its weights, reads sequences, and prints what the engine shows.
import { cells } from '../cells/index.ts';
import type { LossId, Model } from '../model.ts';
import { topologyOf } from '../topology/index.ts';
import { checkDescription, hasMemory, startingChains, type ScriptDescription } from './description.ts';
import { pythonSequences, pythonWeights } from './python.ts';
import { pytorchModule } from './pytorchModule.ts';

const losses: Readonly<Record<LossId, { readonly probs: string; readonly targets: string; readonly stepLosses: string }>> = {
  bce: {
    probs: 'torch.sigmoid(logits).tolist()',
    targets: `torch.tensor(sequence['targets'], dtype=torch.float64)`,
    stepLosses: `F.binary_cross_entropy_with_logits(logits, targets, reduction='none').mean(dim=-1)`,
  },
  cross_entropy: {
    probs: 'torch.softmax(logits, dim=-1).tolist()',
    targets: `torch.tensor(sequence['targets'])`,
    stepLosses: `F.cross_entropy(logits, targets, reduction='none')`,
  },
  mse: {
    probs: 'None',
    targets: `torch.tensor(sequence['targets'], dtype=torch.float64)`,
    stepLosses: `F.mse_loss(logits, targets, reduction='none').mean(dim=-1)`,
  },
};

/** A network in a line: "LSTM, many to many, in step; 6 inputs, 5 units, 4 outputs". */
export function summaryOf(model: Model): string {
  const { inputSize, hiddenSize, outputSize } = model;
  return `${cells[model.cell].title}; ${topologyOf(model).title.replace('–', '-').toLowerCase()}; inputs ${inputSize}, hidden units ${hiddenSize}, outputs ${outputSize}`;
}

function stateFunction(model: Model): string {
  const zeros = `[[0.0] * ${model.hiddenSize}]${startingChains(model).length === 1 ? '' : ' * 2'}`;
  const read = (name: string): string => `torch.tensor(sequence.get('${name}', ${zeros}), dtype=torch.float64)`;
  return `
def initial_state(sequence):
    """A row for each direction; zeros where the sequence says nothing else."""
${hasMemory(model) ? `    h0 = ${read('h0')}\n    c0 = ${read('c0')}\n    return h0, c0` : `    return ${read('h0')}`}
`;
}

/**
 * A Python file for PyTorch 1.11 or newer, in float64. It prints one line of JSON: `loss`, the mean over the sequences, and for
 * each of the `sequences` its `logits` and `probs`, a row a read-out (`probs` is null for mse), and its `loss`. Cells that
 * torch.nn does not have are written out as loops. Throws an `Error` in words where weights or sequences don't fit the model.
 */
export function pytorchScript(description: ScriptDescription): string {
  const { model, weightsFile } = description;
  const tensors = checkDescription(description);
  const { text, takes, attribute } = pytorchModule(model);
  const { probs, targets, stepLosses } = losses[model.loss];
  const imports = weightsFile === undefined ? 'import json\n' : 'import json\nfrom pathlib import Path\n\nimport numpy as np';
  const given = takes.map((name) => (name === 'state' ? 'initial_state(sequence)' : name));
  const inputs = takes.filter((name) => name !== 'state');
  return `"""${summaryOf(model)}. Written by Unrolled.

Rebuilds the network in PyTorch with its weights, reads the sequences, and prints one line of JSON: the loss, and for each
sequence its logits, probabilities and loss.
"""
${imports}
import torch
import torch.nn.functional as F
from torch import nn

torch.set_default_dtype(torch.float64)

${pythonWeights(tensors.values(), weightsFile)}
${pythonSequences(description)}
${text}
${takes.includes('state') ? `${stateFunction(model)}\n` : ''}
network = Network()
network.load_state_dict({
    ${attribute === null ? 'name' : `name if '.' in name else '${attribute}.' + name`}: torch.tensor(values, dtype=torch.float64)
    for name, values in WEIGHTS.items()
})

results = []
with torch.no_grad():
    for sequence in SEQUENCES:
${inputs.map((name) => `        ${name} = torch.tensor(sequence['${name}'], dtype=torch.float64)\n`).join('')}        targets = ${targets}
        logits = network(${given.join(', ')})
        step_losses = ${stepLosses}
        results.append({
            'logits': logits.tolist(),
            'probs': ${probs},
            'loss': step_losses.${model.timeReduction}().item(),
        })

print(json.dumps({'loss': sum(result['loss'] for result in results) / len(results), 'sequences': results}))
`;
}
