// The colours of the networks, as CSS colours by cell.
import { laboratoryCells } from '../../../../state/laboratory/laboratory.ts';

export const networkColours: Readonly<Record<string, string>> = Object.fromEntries(laboratoryCells.map((cell) => [cell, `var(--network-${cell})`]));
