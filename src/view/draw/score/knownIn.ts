// Which steps of a block have a symbol at the playhead.
import type { Run } from '../../layout/runs.ts';
import type { Paint } from './paint.ts';

export function knownIn(paint: Paint, run: Run, symbol: string): boolean[] {
  return Array.from({ length: run.to - run.from + 1 }, (_, k) => paint.scene.read({ symbol, t: run.from + k, unit: 1 }) !== null);
}
