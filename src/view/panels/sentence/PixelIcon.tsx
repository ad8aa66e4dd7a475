// A picture, or a film with one frame below the other, as small squares: dark is 1, light is 0.
interface Props {
  readonly grid: { readonly width: number; readonly height: number };
  readonly frames: readonly Float64Array[];
}

/** Pixels of the screen to one of the picture. */
const scale = 5;

export function PixelIcon({ grid: { width, height }, frames }: Props) {
  // The frames of a film of single lines lie close together, as time runs downwards.
  const gap = height === 1 ? 1 : 3;
  const tall = height * scale + gap;
  return (
    <svg className="pixel-icon" width={width * scale} height={frames.length * tall - gap} aria-hidden>
      {frames.map((frame, f) =>
        Array.from(frame, (value, k) => (
          <rect key={`${f} ${k}`} x={(k % width) * scale} y={f * tall + Math.floor(k / width) * scale} width={scale} height={scale} fillOpacity={value} />
        )),
      )}
      {frames.map((_, f) => (
        <rect key={f} className="pixel-icon-frame" x={0.5} y={f * tall + 0.5} width={width * scale - 1} height={height * scale - 1} />
      ))}
    </svg>
  );
}
