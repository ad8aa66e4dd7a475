// What the reader sees: a gate's values, a row a unit and a column a step, the darker the more of the old memory it keeps.
import { useMemo } from 'react';
import type { Box } from '../../../layout/directLabels.ts';
import { gateTexels } from '../../../layout/laboratory/gateRoad.ts';
import { usePalette } from '../../strips/palette.ts';
import { pictureOf } from '../map/picture.ts';
import './gates.css';

interface Props {
  readonly box: Box;
  /** T·H values, row t−1. */
  readonly gates: Float64Array;
  readonly hiddenSize: number;
  /** "f". */
  readonly gate: string;
  readonly textSize: number;
  /** What is pointed at: a step, and a unit of it or all. */
  readonly pointed: { readonly t: number; readonly unit: number | null } | null;
}

/** The colour is of what so many steps would leave, as near 1 a little more or less decides. */
const steepness = 4;

export function GatePicture({ box, gates, hiddenSize, gate, textSize, pointed }: Props) {
  const palette = usePalette();
  const texels = useMemo(() => gateTexels(gates, hiddenSize, box.width), [gates, hiddenSize, box.width]);
  const address = useMemo(() => (palette ? pictureOf(Uint32Array.from(texels.values, (value) => shade(palette.value(0, 1), palette.value(1, 1), value ** steepness)), texels.columns) : ''), [palette, texels]);
  const T = gates.length / hiddenSize;
  const [column, row] = [box.width / T, box.height / hiddenSize];
  return (
    <g className="lab-gates-picture">
      <text className="lab-gates-title" x={4} y={box.y} dy="-0.45em">
        {box.width > textSize * 29 ? `gate ${gate}, a row a unit: the bluer, the more ${steepness} such steps leave` : `gate ${gate}: bluer leaves more`}
      </text>
      <rect className="lab-gates-ground" {...box} />
      {address !== '' && <image className="lab-gates-image" {...box} href={address} preserveAspectRatio="none" />}
      <rect className="lab-gates-frame" {...box} />
      <text className="lab-gates-text" x={box.x - 7} y={box.y} dy="0.8em" textAnchor="end">
        1
      </text>
      {hiddenSize > 1 && box.height > textSize * 2.4 && (
        <text className="lab-gates-text" x={box.x - 7} y={box.y + box.height} dy="-0.1em" textAnchor="end">
          {hiddenSize}
        </text>
      )}
      {pointed && (
        <rect
          className="lab-gates-pointed"
          x={box.x + (pointed.t - 1) * column}
          y={pointed.unit === null ? box.y : box.y + (pointed.unit - 1) * row}
          width={Math.max(column, 2)}
          height={pointed.unit === null ? box.height : Math.max(row, 2)}
        />
      )}
    </g>
  );
}

/** A colour between two, as four bytes: `part` of the way from the first. */
function shade(from: number, to: number, part: number): number {
  const share = Number.isFinite(part) ? part : 0;
  const byte = (shift: number): number => {
    const [a, b] = [(from >>> shift) & 255, (to >>> shift) & 255];
    return Math.round(a + (b - a) * share);
  };
  return (byte(0) | (byte(8) << 8) | (byte(16) << 16) | (255 << 24)) >>> 0;
}
