// Over the strips, which are on a canvas below: where the pointer finds their numbers, the numbers of the steps, the one output of a sequence.
import type { Reference } from '../../../engine/reference.ts';
import { stripGrounds } from '../strips/stripsOf.ts';
import { LastOutput } from './LastOutput.tsx';
import type { Paint } from './paint.ts';
import { Ticks } from './Ticks.tsx';

interface StripLayerProps {
  readonly paint: Paint;
  readonly selection: Reference | null;
}

export function StripLayer({ paint, selection }: StripLayerProps) {
  const { visible, spec, onlyOutput } = paint.layout;
  const { grounds, pitch } = stripGrounds(paint);
  return (
    <g>
      {grounds.flatMap(({ id, y, height, stretches }) =>
        stretches.map(({ range, x }, k) => (
          // A stave has one ground a sequence, cut in two where the place in view stands.
          // oxlint-disable-next-line react/no-array-index-key
          <rect key={`${id} ${k}`} className="score-strip" x={x} y={y} width={(range.to - range.from + 1) * pitch} height={height} data-heat={id} />
        )),
      )}
      <Ticks paint={paint} />
      {onlyOutput > 0 && visible.to >= onlyOutput && visible.from <= onlyOutput && spec.current !== onlyOutput && <LastOutput paint={paint} selection={selection} />}
    </g>
  );
}
