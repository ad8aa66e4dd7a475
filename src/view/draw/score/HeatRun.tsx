// A block of time steps as strips of colour: states (and their gradients), the word's row, the outputs.
import { memo } from 'react';
import { slotOf } from '../../../engine/network.ts';
import { columnWidths, lanesOf } from '../../layout/column.ts';
import type { Run } from '../../layout/runs.ts';
import { rowY, type Stave } from '../../layout/staves.ts';
import { Heat, type HeatCell } from './Heat.tsx';
import { isPairedIn } from './geometry.ts';
import { knownIn } from './knownIn.ts';
import type { Paint } from './paint.ts';

interface Props {
  readonly paint: Paint;
  readonly run: Run;
  readonly stamp: string;
}

export const HeatRun = memo(HeatRunView, (a, b) => a.stamp === b.stamp && a.paint.scene.numbers === b.paint.scene.numbers);

function* cellsOf(paint: Paint, run: Run, symbol: string, isGradient: boolean, stave: Stave, lane: { x: number; width: number }): Generator<HeatCell> {
  const { trace, network } = paint.scene;
  const slot = slotOf(network.program, symbol);
  if (!slot) return;
  const index = network.program.slots.indexOf(slot);
  const array = (isGradient ? trace.gradients : trace.values)[index];
  if (!array) return;
  const { pitch } = paint.layout.pitch;
  const there = knownIn(paint, run, isGradient ? `d${symbol}` : symbol);
  for (let t = run.from; t <= run.to; t++) {
    if (!there[t - run.from]) continue;
    const x = (t - run.from) * pitch + lane.x;
    for (let row = 0; row < slot.size; row++) {
      yield { rect: { x, y: rowY(stave, row), width: lane.width, height: stave.cell }, value: array[t * slot.size + row]! };
    }
  }
}

function HeatRunView({ paint, run }: Props) {
  const { layout, scene, ranges, state, answer } = paint;
  const { staves, pitch, spec } = layout;
  const widths = columnWidths(pitch.pitch, spec.pair);
  const count = run.to - run.from + 1;
  const width = count * pitch.pitch;
  const isPaired = isPairedIn(paint);
  const box = { x: (pitch.pitch - widths.state) / 2, width: widths.state };
  const lanes = lanesOf(box, widths.pad, isPaired ? [false, false] : [false]);
  const [values, slopes] = lanes;
  const { inputs } = scene.trace.example;
  const hot: string[] = [];
  if (inputs.kind === 'one-hot') {
    const height = Math.max(staves.inputs.cell, 3);
    for (let t = run.from; t <= run.to; t++) {
      const y = rowY(staves.inputs, inputs.indices[t - 1]!) + (staves.inputs.cell - height) / 2;
      hot.push(`M${(t - run.from) * pitch.pitch},${y}h${Math.max(pitch.pitch - 0.5, 1)}v${height}h${-Math.max(pitch.pitch - 0.5, 1)}z`);
    }
  }
  return (
    <>
      <rect className="score-strip is-state" x={0} y={staves.states.first - 3} width={width} height={staves.states.row * staves.states.rows + 6} data-heat="states" />
      <rect className="score-strip is-input" x={0} y={staves.inputs.first - 3} width={width} height={staves.inputs.row * staves.inputs.rows + 6} data-heat="inputs" />
      <g pointerEvents="none">
        <path className="score-hot" d={hot.join('')} />
        <Heat cells={() => cellsOf(paint, run, state, false, staves.states, values!)} range={ranges.of(state)} />
        {slopes && <Heat cells={() => cellsOf(paint, run, state, true, staves.states, slopes)} range={ranges.of(`d${state}`)} />}
      </g>
      {!spec.isReadAtEnd && (
        <>
          <rect className="score-strip is-output" x={0} y={staves.outputs.first - 3} width={width} height={staves.outputs.row * staves.outputs.rows + 6} data-heat="outputs" />
          <g pointerEvents="none">
            <Heat cells={() => cellsOf(paint, run, answer, false, staves.outputs, { x: box.x, width: box.width })} range={ranges.of(answer)} />
          </g>
        </>
      )}
    </>
  );
}
