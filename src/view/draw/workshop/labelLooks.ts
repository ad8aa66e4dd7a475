// What tells labels apart: a colour, and a shape for those who do not see it.
import { symbol, symbolCircle, symbolCross, symbolDiamond2, symbolSquare, symbolStar, symbolTriangle, type SymbolType } from 'd3-shape';

export interface LabelLook {
  readonly colour: string;
  /** The path of its shape around 0, 0, of that many square pixels. */
  readonly shape: (size: number) => string;
}

const pathOf = (type: SymbolType) => (size: number): string => symbol(type, size).digits(2)() ?? '';

const looks: readonly LabelLook[] = [
  { colour: 'var(--role-input)', shape: pathOf(symbolCircle) },
  { colour: 'var(--role-output)', shape: pathOf(symbolSquare) },
  { colour: 'var(--role-state)', shape: pathOf(symbolTriangle) },
  { colour: 'var(--role-gradient)', shape: pathOf(symbolDiamond2) },
  { colour: 'var(--role-update)', shape: pathOf(symbolStar) },
  { colour: 'var(--ink)', shape: pathOf(symbolCross) },
];

const plain: LabelLook = { colour: 'var(--ink-faint)', shape: pathOf(symbolCircle) };

/** So many labels have a look of their own; others share one. */
export const mostLabels = looks.length;

export const lookOf = (label: number | null): LabelLook => (label === null ? plain : (looks[label] ?? plain));
