// A softmax with a temperature: p_i ∝ exp(y_i / temperature). 1 is as learned; towards 0 the largest score takes all, upwards all become alike.

/** [Y] scores → [Y] probabilities. Throws in words where the temperature is no number above 0. */
export function probabilitiesAt(scores: Float64Array, temperature: number): Float64Array {
  if (!(temperature > 0) || !Number.isFinite(temperature)) throw new Error(`A temperature is a number above 0, but it is ${temperature}.`);
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  // As where a class is drawn: of infinite scores, those alone count.
  const weights = scores.map((y) => (y === top ? 1 : Math.exp((y - top) / temperature)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** −Σ p log₂ p in bits: how undecided a distribution is. 2^that is the number of equally likely choices that would be as undecided. */
export function entropyOf(probabilities: Float64Array): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
