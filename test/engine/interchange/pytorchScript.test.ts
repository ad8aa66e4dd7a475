import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostInline } from '../../../src/engine/interchange/description.ts';
import { writeNpz } from '../../../src/engine/interchange/npz.ts';
import { pytorchScript } from '../../../src/engine/interchange/pytorchScript.ts';
import { writeSafetensors } from '../../../src/engine/interchange/safetensors.ts';
import { hasTorch, inFolder, runPython, unlessTorch } from '../../support/python.ts';
import { situationOf, situations } from '../random.ts';
import { goldenNames, goldenScript, type Printed } from './golden.ts';
import { allModels, nameOf } from './models.ts';
import { descriptionOf, engineOutputs, expectNear } from './scripts.ts';

const printedBy = (scripts: readonly string[], files: Readonly<Record<string, Uint8Array>> = {}): Printed[] => {
  const named = Object.fromEntries(scripts.map((script, k) => [`script${k}.py`, script]));
  // One Python for all, as it takes long to load PyTorch.
  const all = `import runpy\nfor k in range(${scripts.length}):\n    runpy.run_path(f'script{k}.py', run_name='__main__')`;
  const lines = inFolder({ ...named, ...files }, (folder) => runPython(all, folder)).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Printed);
};

describe('the PyTorch script of a golden case', () => {
  it.skipIf(!hasTorch)(`prints its logits, probabilities and loss${unlessTorch}`, () => {
    const cases = goldenNames.map(goldenScript);
    const printed = printedBy(cases.map(({ description }) => pytorchScript(description)));
    cases.forEach(({ expected }, k) => {
      const [name, seen] = [goldenNames[k]!, printed[k]!];
      expectNear(seen.sequences.flatMap(({ logits }) => logits.flat()), expected.logits.flat(2), `logits of ${name}`);
      expectNear(seen.sequences.flatMap(({ probs }) => probs?.flat() ?? []), expected.probs?.flat(2) ?? [], `probs of ${name}`);
      expectNear([seen.loss], [expected.loss], `loss of ${name}`);
    });
  }, 120_000);

  it.skipIf(!hasTorch)(`prints the same with its weights in a file beside it, of either format${unlessTorch}`, () => {
    const { description, expected } = goldenScript('12-lstm-h0-c0-digest');
    const weightsFiles = ['weights.npz', 'packed.npz', 'weights.safetensors'];
    const scripts = weightsFiles.map((weightsFile) => pytorchScript({ ...description, weightsFile }));
    const printed = printedBy(scripts, {
      'weights.npz': writeNpz(description.tensors),
      'packed.npz': writeNpz(description.tensors, { isCompressed: true }),
      'weights.safetensors': writeSafetensors(description.tensors, { metadata: { cell: 'lstm' } }),
    });
    for (const [k, { sequences }] of printed.entries()) {
      expect(scripts[k]).not.toContain('weight_ih_l0');
      expectNear(sequences[0]!.logits.flat(), expected.logits.flat(2), weightsFiles[k]!);
    }
  }, 60_000);
});

describe("the PyTorch script of the engine's networks", () => {
  it.skipIf(!hasTorch)(`prints what the engine computes, for every cell with every wiring, one bias or two, a batch of unequal lengths${unlessTorch}`, () => {
    const lengths = [[4, 2], [2, 3], [1, 1]] as const;
    const all = allModels.map((model, k) => situationOf(model, { lengths, isOneHot: k % 3 === 0, seed: k }));
    const printed = printedBy(all.map((situation) => pytorchScript(descriptionOf(situation))));
    all.forEach((situation, k) => {
      const what = nameOf(situation.network.model);
      const engine = engineOutputs(situation);
      expectNear(printed[k]!.sequences.flatMap(({ logits }) => logits.flat()), engine.logits, `logits of ${what}`);
      expectNear([printed[k]!.loss], [engine.loss], `loss of ${what}`);
    });
  }, 120_000);

  it('is the same text for the same description, and made for any network', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const description = descriptionOf(situation);
        expect(pytorchScript(description)).toBe(pytorchScript(description));
      }),
      { numRuns: 50 },
    );
  });

  it('holds every weight to the last bit', () => {
    const situation = situationOf(allModels[0]!, { lengths: [[2, 2]], isOneHot: false, seed: 1 });
    const script = pytorchScript(descriptionOf(situation));
    for (const weight of situation.parameters) expect(script).toContain(String(weight));
    expect(situation.parameters.length).toBeLessThan(mostInline);
  });

  it('writes one-hot rows by their places', () => {
    const one = goldenScript('01-review-1-movie-was-good').description;
    expect(pytorchScript(one)).toMatch(/'x': one_hot\(\[\d, \d, \d\], 5\),/);
    const dense = { ...one, examples: [{ inputs: [[0.5, 0, 0, 0, 0]], targets: [1] }] };
    expect(pytorchScript(dense)).toMatch(/'x': \[\s+\[0.5, 0, 0, 0, 0\],/);
    expect(pytorchScript(dense)).not.toContain('one_hot');
  });
});
