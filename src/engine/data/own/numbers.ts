// A number as it is written in a cell: with a point or a decimal comma, with thousands apart, with an exponent, with a true minus sign.

/** What parts the whole from the fraction. */
export type Decimal = '.' | ',';

const written: Readonly<Record<Decimal, RegExp>> = {
  '.': /^[+-]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i,
  ',': /^[+-]?(?:\d+(?:[. ]\d{3})*(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i,
};

/** The number, or NaN where the cell holds none. */
export function numberIn(cell: string, decimal: Decimal): number {
  const text = cell.trim().replace('−', '-').replaceAll('\u00a0', ' ');
  if (!written[decimal].test(text)) return NaN;
  return Number(decimal === '.' ? text.replaceAll(',', '') : text.replaceAll(/[. ]/g, '').replace(',', '.'));
}

/** Cells such as 1,5 that have no point: their comma is a decimal one. */
const withComma = /^[+\-−]?\d+,\d+(?:e[+-]?\d+)?$/i;

/** How the cells of a column write numbers: with a decimal comma where more of them can be read with it. */
export function decimalOf(cells: readonly string[]): Decimal {
  const commas = cells.filter((cell) => withComma.test(cell.trim())).length;
  const points = cells.filter((cell) => /^[+\-−]?\d*\.\d+$/.test(cell.trim())).length;
  return commas > points ? ',' : '.';
}
