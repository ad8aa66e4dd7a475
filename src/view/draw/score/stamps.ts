// What a part of the score looks like, in one text: while it stays the same, that part is not drawn again.
import type { Run } from '../../layout/runs.ts';
import type { ColumnLayout } from '../../layout/score.ts';
import { knownIn } from './knownIn.ts';
import type { Paint } from './paint.ts';

export function columnStamp(paint: Paint, column: ColumnLayout, arrowFrom: number, flying: ReadonlySet<string> | undefined, arrows: number): string {
  const { scene, layout, digits, state, answer } = paint;
  const { spec } = layout;
  const { t } = column;
  const { program } = scene.network;
  const there = (symbol: string): string => (scene.read({ symbol, t, unit: 1 }) === null ? '0' : '1');
  const symbols = [...program.slots.map((slot) => slot.symbol), `d${state}`, `d${state}_out`, `d${state}_next`, 'dy', 'da', 'factor'];
  const isNow = scene.moment?.t === t || t === spec.current;
  const round = (n: number): number => Math.round(n * 10);
  return [
    symbols.map(there).join(''),
    isNow ? `${scene.playhead} ${Math.round(paint.progress * 1000)}` : '',
    flying ? [...flying].join('+') : '',
    [arrowFrom, column.room, column.widths.state, column.widths.output, column.output.x, column.input.x].map(round).join(),
    [spec.height, spec.units, spec.inputs, spec.outputs, spec.pair].join(),
    digits,
    answer,
    scene.tokens[t - 1],
    arrows,
  ].join('|');
}

export function runStamp(paint: Paint, run: Run): string {
  const { layout, state, answer } = paint;
  const { spec, pitch } = layout;
  const count = (symbol: string): string => knownIn(paint, run, symbol).map(Number).join('');
  return [run.from, run.to, count(state), count(`d${state}`), spec.isReadAtEnd ? '' : count(answer), pitch.pitch, spec.height, spec.pair].join('|');
}
