// What is measured: networks of four sizes in their middle, and what should be reached.

/**
 * @typedef {object} Size
 * @property {string} name
 * @property {number} T time steps
 * @property {number} H hidden units
 */

/** @param {number} T @param {number} H @returns {Size} */
const size = (T, H) => ({ name: `T = ${T.toLocaleString('en')}, H = ${H}`, T, H });

export const sizes = [size(4, 4), size(32, 16), size(1000, 32), size(10_000, 64)];

/** A step of the longest sequence is compared with one of a hundredth of its length, with as many units. */
export const shorter = size(100, 64);

/** How many times slower than it is the processor is made. */
export const rates = /** @type {const} */ ([1, 4]);

/** Shares of frames by slowdown; milliseconds; kilobytes of 1,000 bytes; a ratio. */
export const targets = { dropped: { 1: 0.01, 4: 0.05 }, interaction: 100, javascript: 160, longSequence: 1.5, growth: 1.1 };

/** @param {Size} size @param {number} [playhead] what follows # in the address; four words are the task's own */
export const linkOf = ({ T, H }, playhead = 0) => `${T === 4 ? 'text=movie+was+not+good' : `length=${T}`}&hidden=${H}&step=${playhead}`;

/** How many operations a step of the network has forwards, and where its phases begin: enough to stand in the middle of each. */
export const middles = (/** @type {Size} */ { T }) => ({ forward: Math.floor(T / 2) * 4, backward: T * 4 + 4 + Math.floor(T / 2) * 6 });
