import { describe, expect, it } from 'vitest';
import { apply } from '../../src/state/commands.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { jobOf } from '../../src/state/job.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';

const target = (document: UnrolledDocument): number | undefined => jobOf(document).job.example.targets[0];

describe('a point of a picture that is changed', () => {
  it('leaves what the picture shows as it was', () => {
    const cross = { ...initialDocument('pictures'), text: '#.#/.#./#.#' };
    const paler = apply(cross, { type: 'editInput', t: 1, unit: 1, value: 0.5 });
    expect(target(cross)).toBeGreaterThan(0);
    expect(target(paler)).toBe(target(cross));
  });

  it('does not write down what the table says anyway', () => {
    const cross = { ...initialDocument('pictures'), text: '#.#/.#./#.#' };
    const paler = apply(cross, { type: 'editInput', t: 1, unit: 1, value: 0.5 });
    expect(apply(paler, { type: 'editInput', t: 1, unit: 1, value: 1 })).toEqual({ ...cross, label: null });
  });
});
