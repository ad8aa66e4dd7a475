// Where the slider lies that goes along a plot, and reaches by keyboard what the pointer reaches in it.

/** Pixels of its thumb, and of its height; plotSlider.css draws it so. */
export const sliderThumb = 16;

/** Its left edge and its width: the middle of the thumb stands at `from` at its first value, and at `to` at its last. */
export const sliderAlong = (from: number, to: number): { readonly left: number; readonly width: number } => ({
  left: from - sliderThumb / 2,
  width: Math.max(0, to - from) + sliderThumb,
});
