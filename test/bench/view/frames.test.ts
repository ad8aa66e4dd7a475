// What the bench of the page reads off a Chrome trace, and what it holds to be reached.
import { describe, expect, it } from 'vitest';
import { importsAtOnce } from './firstScreen.mjs';
import { framesOf, marks, type TraceEvent } from './frames.mjs';
import type { Leftovers } from './leaks.mjs';
import { report, type Measured } from './report.mjs';
import { sectionOf, withSection } from './section.mjs';

const event = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({ name, ph: 'X', pid: 7, tid: 1, ts, ...more });
const frame = (ts: number, sequence: number, state: string, smooth = false): TraceEvent =>
  event('PipelineReporter', ts, { ph: 'b', tid: 2, args: { frame_reporter: { frame_source: 1, frame_sequence: sequence, state, affects_smoothness: smooth } } });

describe('the frames of a trace', () => {
  it('are counted once each, between the marks, in the process of the page', () => {
    const frames = framesOf([
      frame(5, 1, 'STATE_DROPPED', true),
      event(marks.from, 10),
      frame(20, 2, 'STATE_PRESENTED_ALL'),
      frame(21, 3, 'STATE_PRESENTED_ALL'),
      // The compositor went ahead, and the page's own picture came later: one frame with two reports.
      frame(22, 3, 'STATE_DROPPED', true),
      frame(23, 4, 'STATE_NO_UPDATE_DESIRED'),
      frame(24, 5, 'STATE_DROPPED', false),
      { ...frame(25, 6, 'STATE_DROPPED', true), pid: 8 },
      event('RunTask', 30, { dur: 9500, tdur: 2500 }),
      event('RunTask', 31, { dur: 1500 }),
      event('RunTask', 31, { dur: 9000, tid: 3 }),
      event('ProxyMain::BeginMainFrame', 32),
      event('ProxyMain::BeginMainFrame', 32, { ph: 'N' }),
      event(marks.to, 40),
      frame(50, 7, 'STATE_DROPPED', true),
    ]);
    expect(frames).toEqual({ wanted: 3, dropped: 1, drawn: 1, busy: 4, longest: 2.5 });
  });

  it('cannot be counted in a trace of another page', () => {
    expect(() => framesOf([frame(5, 1, 'STATE_DROPPED', true)])).toThrow(/should hold the marks/);
  });
});

describe('the report', () => {
  const frames = { wanted: 200, dropped: 1, drawn: 100, busy: 500, longest: 12 };
  const all = (['play', 'drag'] as const).flatMap((what) => [1, 4].map((rate) => ({ size: 'small', rate, what, frames })));
  const leftovers: Leftovers = { heap: [100, 105], nodes: [50, 50], listeners: [9, 9], workers: [1, 1] };
  const measured: Measured = {
    costs: [{ size: 'small', step: [10, 14, 12], drag: [5] }],
    shorter: [10],
    smoothness: [...all, { size: 'small', rate: 1, what: 'idle', frames: { ...frames, dropped: 0 } }],
    interactions: [{ size: 'small', count: 40, p98: 88, worst: 120 }],
    laboratory: [{ experiment: 'Who forgets?', control: 'Steps T', frames, pictures: 90 }],
    training: { on: 9, off: 10 },
    javascript: { page: 150, worker: 30 },
    leftovers,
  };
  const read = (more: Partial<Measured> = {}): ReturnType<typeof report> => report({ ...measured, ...more });

  it('says what is reached', () => {
    const { costs, dropped, others, missed } = read();
    expect(missed).toBe(0);
    expect(costs).toContain('| small |                12.0 ms |             5.00 ms |                 88 ms ✓ | 120 ms |');
    expect(dropped).toContain('0.5 % of 200, 12.0 ms ✓');
    expect(others).toContain('1.20 ✓');
    expect(others).toContain('9.00 ÷ 10.0 = 90.0 % ✓');
    expect(read().laboratory).toMatch(/Who forgets\? .*0\.5 % of 200.*0\.5 %, Steps T ✓.*5\.00 ms.*90/);
  });

  it('says what is not', () => {
    expect(read({ smoothness: all.map((each) => ({ ...each, frames: { ...frames, dropped: 6 } })) }).dropped).toMatch(/3\.0 % of 200, 12\.0 ms ✗.*3\.0 % of 200, 12\.0 ms ✓/);
    expect(read({ shorter: [7] }).missed).toBe(1);
    expect(read({ laboratory: [{ experiment: 'Who forgets?', control: 'Steps T', frames: { ...frames, dropped: 5 }, pictures: 90 }] }).missed).toBe(1);
    expect(read({ training: { on: 7, off: 10 } }).missed).toBe(1);
    expect(read({ javascript: { page: 161, worker: 0 } }).missed).toBe(1);
    expect(read({ leftovers: { ...leftovers, workers: [1, 2], heap: [100, 111] } }).missed).toBe(2);
  });

  it('takes what could not be measured for missed', () => {
    const nothing = read({ smoothness: all.map((each) => ({ ...each, frames: each.what === 'drag' ? null : frames })) });
    expect(nothing.missed).toBe(2);
    expect(read({ shorter: [] }).missed).toBe(1);
    expect(read({ training: { on: NaN, off: 10 } }).missed).toBe(1);
    expect(read({ laboratory: [] }).missed).toBe(1);
    expect(read({ laboratory: [{ experiment: 'Who forgets?', control: 'Steps T', frames, pictures: 0 }] }).missed).toBe(1);
  });
});

describe('the first screen', () => {
  it('needs what is imported at once, and not what is fetched later', () => {
    expect(importsAtOnce('import{a as b}from"./a.js";import"./b.js";export{c}from"./c.js";const d=()=>import("./d.js");')).toEqual(['./a.js', './b.js', './c.js']);
  });
});

describe('the section of the page', () => {
  it('is put at the end, then replaced, and leaves the rest as it is', () => {
    const first = withSection('# Performance\n', 'one $& two');
    expect(first).toMatch(/^# Performance\n\n<!-- .*\none \$& two\n<!-- .*\n$/);
    const second = withSection(`${first}\nafter\n`, 'three');
    expect(second).toContain('three');
    expect(second).not.toContain('one');
    expect(second).toMatch(/after\n$/);
    expect(sectionOf('# Performance\n')).toBe('');
  });
});
