import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { optimisers } from '../../../src/engine/learn/optimisers.ts';
import {
  type ScheduleId,
  schedules,
  scheduleSettings,
  type ScheduleSettingId,
} from '../../../src/engine/learn/schedules.ts';
import torch from './optimisers.torch.json' with { type: 'json' };

const ids = Object.keys(schedules) as ScheduleId[];
const names = Object.keys(scheduleSettings) as ScheduleSettingId[];
const initials = fc.double({ min: 0, max: 10, noNaN: true });

describe.each(ids)('the schedule %s', (id) => {
  const schedule = schedules[id];

  it('is described, with an equation that can be drawn and names all its settings', () => {
    expect(schedule.id).toBe(id);
    expect(schedule.words).toMatch(/^[A-Z].*\.$/);
    expect(schedule.source).not.toBe('');
    expect(katex.renderToString(schedule.equation, { strict: 'error' })).toContain('katex');
    for (const name of Object.keys(schedule.defaults) as ScheduleSettingId[]) {
      expect(schedule.equation).toContain(scheduleSettings[name].latex);
    }
  });

  it('begins at the initial rate and does not rise on its way', () => {
    fc.assert(
      fc.property(initials, fc.integer({ min: 1, max: 100 }), (initial, count) => {
        expect(schedule.rate(initial, 0)).toBe(initial);
        const now = schedule.rate(initial, count);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(schedule.rate(initial, count - 1));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('says in words what it cannot work with', () => {
    for (const initial of [-1, NaN, Infinity]) {
      expect(() => schedule.rate(initial, 0)).toThrow(`The initial learning rate should be a finite number of at least 0, but it is ${initial}.`);
    }
    for (const count of [-1, 0.5, NaN]) {
      expect(() => schedule.rate(0.1, count)).toThrow(`The number of epochs that are done should be 0, 1, 2, …, but it is ${count}.`);
    }
  });
});

describe('beside PyTorch', () => {
  it.each(torch.schedules)('$id with $settings gives the same rates', (told) => {
    const id = ids.find((each) => each === told.id)!;
    told.rates.forEach((expected, k) => {
      expect(Math.abs(schedules[id].rate(told.initial, k, told.settings) - expected)).toBeLessThan(1e-15);
    });
  });
});

describe('the settings', () => {
  it.each(names)('%s is described, used by some schedule, and checked there', (name) => {
    expect(scheduleSettings[name].words).toMatch(/^[A-Z].*\.$/);
    const users = ids.filter((id) => name in schedules[id].defaults);
    expect(users).not.toEqual([]);
    const wrong = (id: ScheduleId) => (): number => schedules[id].rate(0.1, 1, { [name]: -2 });
    const words = new RegExp(`^The ${name} of the schedule ".*" should be .*, but it is -2.$`);
    for (const id of users) expect(wrong(id)).toThrow(words);
    for (const id of ids.filter((each) => !users.includes(each))) expect(wrong(id)).not.toThrow();
  });

  it('do not let a decay rise or a floor stand above the beginning', () => {
    expect(() => schedules.exponential.rate(0.1, 1, { gamma: 1.1 })).toThrow(/more than 0 and at most 1, but it is 1.1/);
    expect(() => schedules.step.rate(0.1, 1, { every: 2.5 })).toThrow(/1, 2, 3, …, but it is 2.5/);
    expect(() => schedules.cosine.rate(0.1, 1, { floor: 0.2 })).toThrow(/at most the initial rate 0.1, but it is 0.2/);
  });
});

describe('what is said of them', () => {
  it('steps stay, then drop', () => {
    const rates = [0, 1, 2, 3].map((k) => schedules.step.rate(8, k, { every: 2, gamma: 0.5 }));
    expect(rates).toEqual([8, 8, 4, 4]);
  });

  it('inverse time is half after 1/d epochs', () => {
    expect(schedules.inverse.rate(0.6, 4, { decay: 0.25 })).toBe(0.3);
  });

  it('the cosine is at its floor after the period, and rises again beyond it', () => {
    const at = (k: number): number => schedules.cosine.rate(1, k, { period: 10, floor: 0.2 });
    expect(at(10)).toBe(0.2);
    expect(at(5)).toBeCloseTo(0.6, 14);
    expect(at(13)).toBeCloseTo(at(7), 14);
  });

  it('an optimiser takes their rate, step by step', () => {
    const optimiser = optimisers.sgd.make({}, 1);
    const p = new Float64Array(1);
    for (let k = 0; k < 4; k++) optimiser.step(p, Float64Array.of(-1), schedules.step.rate(8, k, { every: 2, gamma: 0.5 }));
    expect(p[0]).toBe(24);
  });
});
