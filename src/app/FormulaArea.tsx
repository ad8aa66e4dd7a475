// What the reader sees below the score: where the number in view comes from, and the tools of the drawing.
import { FormulaStrip } from '../view/panels/formula/FormulaStrip.tsx';
import { ScoreTools } from './ScoreTools.tsx';

export function FormulaArea() {
  return <FormulaStrip aside={<ScoreTools />} />;
}
