// How a gradient is clipped, as a document holds it.

/** How the gradient of an update is made smaller: all of it together, to a length of at most `limit`, or each number by itself. */
export interface GradientClip {
  readonly kind: 'norm' | 'value';
  readonly limit: number;
}
