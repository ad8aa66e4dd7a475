// A network's colour, for the style sheet.
import type { CSSProperties } from 'react';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';

export const networkColour = (cell: LaboratoryCell): CSSProperties => ({ '--lab-network': `var(--network-${cell})` }) as CSSProperties; // React's type has no custom properties
