import { describe, expect, it } from 'vitest';
import { rowsOf, type ScriptDescription, type ScriptExample } from '../../../src/engine/interchange/description.ts';
import { kerasScript } from '../../../src/engine/interchange/kerasScript.ts';
import { pytorchScript } from '../../../src/engine/interchange/pytorchScript.ts';
import { goldenScript } from './golden.ts';

describe('what a script is made of', () => {
  const { description } = goldenScript('04a-ner-lstm');
  const [example] = description.examples as [ScriptExample];
  const changed = (changes: Partial<ScriptExample>): ScriptDescription => ({ ...description, examples: [{ ...example, ...changes }] });
  const wrong: readonly (readonly [string, ScriptDescription, string])[] = [
    ['there is no sequence', { ...description, examples: [] }, 'A script reads at least one sequence'],
    ['a tensor is missing', { ...description, tensors: description.tensors.slice(1) }, 'Missing: weight_ih_l0 (20 × 6).'],
    ['a sequence has no steps', changed({ inputs: [] }), 'The sequence has inputs of 0 steps'],
    ['a row is too short', changed({ inputs: [...example.inputs.slice(1), [1, 2]] }), 'The sequence has inputs whose step 6 is 2 numbers, but 6 are expected.'],
    ['targets are missing', changed({ targets: [1] }), 'The sequence needs 6 target numbers for its 6 read-outs, but has 1.'],
    ['a class does not exist', changed({ targets: [0, 1, 2, 3, 4, 0] }), 'has the target 4, and a class from 0 to 3 is expected'],
    ['a decoder is fed that is not there', changed({ decoderInputs: [[1]] }), 'has inputs for a decoder, but the network has none'],
    ['a state belongs to no chain', changed({ h0: { reverse: [0, 0, 0, 0, 0] } }), 'has a h0 for the chain "reverse"; those with a state to begin with: forward.'],
    ['a state is of another size', changed({ c0: { forward: [0] } }), 'has a c0 of 1 numbers, but 5 are expected'],
    ['the file of weights is elsewhere', { ...description, weightsFile: '../weights.npz' }, 'lies beside the script and ends in .npz or .safetensors'],
    ['the file of weights is of another kind', { ...description, weightsFile: 'weights.pt' }, 'but its name is "weights.pt"'],
  ];
  it.each(wrong)('is refused in words where %s', (_what, each, words) => {
    expect(() => pytorchScript(each)).toThrow(words);
    expect(() => kerasScript(each)).toThrow(words);
  });

  it('is refused where a memory is given to a cell that has none', () => {
    const gru = goldenScript('04b-ner-gru').description;
    expect(() => pytorchScript({ ...gru, examples: [{ ...gru.examples[0]!, c0: { forward: [0, 0, 0, 0, 0] } }] })).toThrow('has a c0, but the cell has no memory c');
  });
});

describe('inputs as rows', () => {
  it('are one-hot where they are indices, zeros where there is no word', () => {
    expect(rowsOf({ kind: 'one-hot', indices: Int32Array.of(2, -1, 0) }, 3)).toEqual([[0, 0, 1], [0, 0, 0], [1, 0, 0]]);
  });

  it('are cut to their size where they are dense', () => {
    expect(rowsOf({ kind: 'dense', values: Float64Array.of(1, 2, 3, 4) }, 2)).toEqual([[1, 2], [3, 4]]);
  });
});
