// Numbers as a strip of colours, without marks of their own.
import type { Rect } from '../../layout/rect.ts';
import { coloursOfValue } from '../../theme/scale.ts';

interface StripProps {
  readonly values: ArrayLike<number | null>;
  readonly rect: Rect;
  readonly runs: 'down' | 'right';
  /** Size of the value that takes the full colour. */
  readonly range: number;
  readonly className?: string;
}

export function Strip({ values, rect, runs, range, className = '' }: StripProps) {
  const step = (runs === 'down' ? rect.height : rect.width) / values.length;
  return (
    <g className={`inside-strip ${className}`} aria-hidden="true">
      {Array.from(values, (value, k) => {
        const fill = value === null ? 'var(--surface-soft)' : coloursOfValue(value, range).fill;
        return runs === 'down' ? <rect key={k} x={rect.x} y={rect.y + k * step} width={rect.width} height={step} fill={fill} /> : <rect key={k} x={rect.x + k * step} y={rect.y} width={step} height={rect.height} fill={fill} />;
      })}
      <rect className="inside-strip-frame" {...rect} rx={1} />
    </g>
  );
}
