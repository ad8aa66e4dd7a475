// Hidden states over the steps of a row as pictures, one below the other for each chain: a column a step, with what is read there below it.
import { textWidth, type Box } from '../../directLabels.ts';

export interface StateChain {
  readonly id: string;
  readonly name: string;
  readonly units: number;
  /** What is read, step by step. */
  readonly tokens: readonly string[];
}

export interface PlacedChain extends StateChain {
  readonly box: Box;
  /** Those that have room; too long ones are cut. */
  readonly labels: readonly { readonly step: number; readonly text: string; readonly x: number; readonly y: number }[];
  /** Where its name ends, at the left of the picture. */
  readonly nameAt: { readonly x: number; readonly y: number };
}

/** Pixels of a cell at most. */
const mostCell = { width: 84, height: 20 };

export function stateHeat(chains: readonly StateChain[], { width, height, textSize }: { readonly width: number; readonly height: number; readonly textSize: number }): PlacedChain[] {
  const left = Math.max(0, ...chains.map(({ name }) => textWidth(name, textSize))) + 8;
  const foot = textSize * 1.9;
  const each = height / Math.max(1, chains.length);
  return chains.map((chain, k) => {
    const steps = Math.max(1, chain.tokens.length);
    const cell = { width: Math.min(mostCell.width, (width - left - 2) / steps), height: Math.min(mostCell.height, Math.max(1, (each - foot - 4) / chain.units)) };
    const box = { x: left, y: k * each + 2, width: cell.width * steps, height: cell.height * chain.units };
    return { ...chain, box, labels: labelsOf(chain.tokens, box, cell.width, textSize), nameAt: { x: left - 7, y: box.y + box.height / 2 } };
  });
}

function labelsOf(tokens: readonly string[], box: Box, cell: number, textSize: number): PlacedChain['labels'] {
  const letter = textSize * 0.52;
  const shown = tokens.map((token) => (textWidth(token, textSize) <= cell || cell < letter * 4 ? token : `${token.slice(0, Math.max(1, Math.floor(cell / letter) - 1))}…`));
  const widest = Math.max(1, ...shown.map((token) => Math.min(textWidth(token, textSize), letter * 12)));
  // Where not all have room, every second, third, … one stands there.
  const stride = Math.max(1, Math.ceil((widest + textSize * 0.7) / cell));
  return shown.flatMap((text, k) => (k % stride === 0 ? [{ step: k + 1, text, x: Math.max(textWidth(text, textSize) / 2, box.x + (k + 0.5) * cell), y: box.y + box.height + textSize * 1.25 }] : []));
}
