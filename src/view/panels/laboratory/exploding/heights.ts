// How high the figures on exploding are at least: as their letters demand, which a projector has larger.

/** A plot with its axes, titles and names. */
export const plotHeight = (textSize: number): number => Math.round(textSize * 18.5);

/** The gradient's length and a dozen of its numbers, a row each, with the axis and the arrows below. */
export const barsHeight = (textSize: number): number => Math.round(textSize * 26);
