// Where numbers that grow by a factor a step would pass the largest one that float64 holds: a line through log ‖h_t‖, read on.

/** ln of the largest float64, about 709.78. */
const brim = Math.log(Number.MAX_VALUE);

/** Slopes of ln a step that count as growth: smaller ones would take more than 700,000 steps. */
const leastSlope = 1e-3;
/** A slope counts where it is so many times its own standard error: states that only go up and down with what is read do not grow. */
const errorsAway = 4;
/** Growth by one factor has the same slope in both of the last two thirds; that of t itself, which is no such growth, goes down to 0.58 of it. */
const leastShare = 0.75;

/**
 * The step at which norms would pass float64's largest number, from 1: the first that is no finite number, where there is one; else the one
 * to which they would grow by the factor of the last third of the steps (least squares through their logarithms). Null where they do not grow
 * there, or grow by less and less.
 */
export function overflowStep(norms: Float64Array): number | null {
  const lost = norms.findIndex((each) => !Number.isFinite(each));
  if (lost >= 0) return Math.max(lost, 1);
  const T = norms.length - 1;
  const third = Math.ceil(T / 3);
  const { slope, error } = lineThrough(norms.subarray(Math.min(T - third, T - 1)));
  if (!(slope > leastSlope && slope > errorsAway * error)) return null;
  // Of two or three steps nothing can be said of how growth goes on.
  if (third >= 3) {
    const before = lineThrough(norms.subarray(T - 2 * third, T - third + 1)).slope;
    if (!(before > 0 && slope >= leastShare * before)) return null;
  }
  // A whole number of steps may come out a rounding error above itself.
  return T + Math.max(1, Math.ceil(((brim - Math.log(norms[T]!)) / slope) * (1 - 1e-12)));
}

/** The line through ln of the norms: its slope a step, and the standard error of that. NaN where a norm is 0. */
function lineThrough(norms: Float64Array): { slope: number; error: number } {
  const logarithms = norms.map(Math.log);
  const middle = (norms.length - 1) / 2;
  const mean = logarithms.reduce((total, each) => total + each, 0) / norms.length;
  const spread = norms.reduce((total, _, n) => total + (n - middle) ** 2, 0);
  const slope = logarithms.reduce((total, each, n) => total + (n - middle) * (each - mean), 0) / spread;
  const left = logarithms.reduce((total, each, n) => total + (each - mean - slope * (n - middle)) ** 2, 0);
  return { slope, error: norms.length > 2 ? Math.sqrt(left / (norms.length - 2) / spread) : 0 };
}
