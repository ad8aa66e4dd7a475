// What is taken away: files that come back as the same weights, scripts that name the right framework, and their first lines.
import { describe, expect, it } from 'vitest';
import { readWeightsFile } from '../../../src/engine/interchange/weightsFile.ts';
import { parametersFromStateDict } from '../../../src/engine/interchange/stateDict.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { pack, type Packed, type Wish } from '../../../src/engine/workshop/packing.ts';
import { model, rowsOf } from './trainings.ts';

const network = createNetwork(model);
const parameters = Float64Array.from({ length: network.program.parameterCount }, (_, k) => Math.sin(k));
const [example] = rowsOf(1, 4) as [ReturnType<typeof rowsOf>[number]];
const tokens = [Array.from({ length: 7 }, (_, k) => `w${k}`), []] as const;

function packed(wish: Wish): Packed {
  const steps = pack({ ...wish, model, parameters });
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}
const textOf = ({ bytes }: Packed): string => new TextDecoder().decode(bytes);

describe('what is taken away', () => {
  it('holds the weights to the last bit in every format, and to float32 where that is asked for', () => {
    for (const format of ['safetensors', 'npz', 'json'] as const) {
      expect(parametersFromStateDict(network, readWeightsFile(packed({ kind: 'weights', format, precision: 'float64' }).bytes))).toEqual(parameters);
    }
    const single = packed({ kind: 'weights', format: 'safetensors', precision: 'float32' });
    expect(parametersFromStateDict(network, readWeightsFile(single.bytes))).toEqual(parameters.map(Math.fround));
    expect(single.head[0]).toBe('weight_ih_l0  4 × 6  float32');
  });

  it('has a script with its weights, or with a file of them beside it', () => {
    expect(textOf(packed({ kind: 'script', framework: 'pytorch', example }))).toContain(String(parameters[0]));
    const beside = packed({ kind: 'script', framework: 'keras', example, weightsFile: 'w.npz' });
    expect(textOf(beside)).toContain('w.npz');
    expect(textOf(beside)).not.toContain(String(parameters[1]));
    expect(beside.head).toEqual(textOf(beside).split('\n').slice(0, 14));
  });

  it('has all numbers of a row', () => {
    const table = packed({ kind: 'trace', format: 'csv', example, tokens });
    expect(table.head[0]).toBe('symbol,t,token,unit,column,value,gradient');
    expect(JSON.parse(textOf(packed({ kind: 'trace', format: 'json', example, tokens })))).toHaveProperty('loss');
  });
});
