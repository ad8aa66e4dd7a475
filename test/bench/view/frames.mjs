// Frames as the browser's compositor reports them in a trace: how many it should have shown, how many of these it dropped, and
// how long the main thread was busy between two marks.

/**
 * What is read of an event of a Chrome trace. Times are in microseconds; `tdur` is the processor's own, without what other programs took.
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: Readonly<Record<string, unknown>> }} TraceEvent
 *
 * @typedef {object} Frames
 * @property {number} wanted frames in which something was to be shown
 * @property {number} dropped of these, that were not shown in time while something moved
 * @property {number} drawn main frames: how often the page's own code was asked for a picture
 * @property {number} busy how long the main thread worked, in milliseconds
 * @property {number} longest its longest task, in milliseconds
 */

/** @param {unknown} value @returns {Readonly<Record<string, unknown>>} */
const record = (value) => typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** The page's marks, by `performance.mark`. */
export const marks = { from: 'bench from', to: 'bench to' };

/**
 * @param {readonly TraceEvent[]} events
 * @returns {Frames}
 * @throws where a mark is missing: then the trace is not of the page
 */
export function framesOf(events) {
  const from = events.find(({ name }) => name === marks.from);
  const to = events.findLast(({ name }) => name === marks.to);
  if (!from || !to) throw new Error(`The trace should hold the marks "${marks.from}" and "${marks.to}"; it has ${events.length} events without.`);
  const within = events.filter(({ pid, ts }) => pid === from.pid && ts >= from.ts && ts <= to.ts);
  // A frame has two reports where the compositor goes ahead of the page's own code.
  /** @type {Map<string, Readonly<Record<string, unknown>>[]>} */
  const reports = new Map();
  for (const { name, ph, args } of within) {
    if (name !== 'PipelineReporter' || ph !== 'b') continue;
    const report = record(args?.['frame_reporter']);
    const frame = JSON.stringify([report['frame_source'], report['frame_sequence']]);
    reports.set(frame, [...(reports.get(frame) ?? []), report]);
  }
  const all = [...reports.values()];
  const tasks = within.filter(({ name, tid }) => name === 'RunTask' && tid === from.tid).map(({ dur = 0, tdur = dur }) => tdur / 1000);
  return {
    wanted: all.filter((frame) => frame.some(({ state }) => state !== 'STATE_NO_UPDATE_DESIRED')).length,
    dropped: all.filter((frame) => frame.some((report) => report['state'] === 'STATE_DROPPED' && report['affects_smoothness'] === true)).length,
    drawn: within.filter(({ name, ph, tid }) => name === 'ProxyMain::BeginMainFrame' && ph === 'X' && tid === from.tid).length,
    busy: tasks.reduce((sum, each) => sum + each, 0),
    longest: Math.max(0, ...tasks),
  };
}
