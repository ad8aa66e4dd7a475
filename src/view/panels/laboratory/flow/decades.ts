// The decades that the lines of a set take up.
import { exponentsOf, type Unit } from '../../../layout/flowFate.ts';
import { decadesAround, type Decades } from '../../../layout/logAxis.ts';
import type { FlowSet } from './flowSet.ts';

export function decadesOf({ networks }: FlowSet, unit: Unit): Decades {
  return decadesAround(networks.flatMap(({ way }) => [...exponentsOf(way, unit).subarray(1)]));
}
