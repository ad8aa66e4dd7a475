// How often each answer is asked for: a network that always said the most frequent one would be right as often as that.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { BalancePlot } from '../../../draw/workshop/data/BalancePlot.tsx';
import { answerCounts, balanceHeight, balanceLayout, type AnswerCount } from '../../../layout/workshop/data/balance.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { countAnswers } from './chips.ts';

/** Nothing is drawn where answers are numbers. */
export function BalanceFigure({ data }: { readonly data: PreparedData }) {
  const balance = useMemo(() => {
    const training = countAnswers(data.task, data.rows, data.training);
    const validation = countAnswers(data.task, data.rows, data.validation);
    return training && validation && answerCounts(training, validation);
  }, [data]);
  if (!balance || balance.counts.length === 0) return null;
  const { counts, others } = balance;
  return (
    <FigureFrame title="How often each answer is asked for" name={`${data.dataset.id}-answers`} minHeight={balanceHeight(counts.length)} note={noteOf(counts, others, data)}>
      {({ width, height, textSize }) => (
        <BalancePlot layout={balanceLayout(counts, others, { width, height, textSize })} width={width} height={height} textSize={textSize} label={labelOf(counts)} />
      )}
    </FigureFrame>
  );
}

function noteOf(counts: readonly AnswerCount[], others: number, { validation }: PreparedData): string {
  const total = counts.reduce((sum, each) => sum + each.training + each.validation, 0);
  const [first] = counts;
  const guess = first && others === 0 ? ` Whoever always says “${first.answer}” is right ${Math.round((100 * (first.training + first.validation)) / total)} times in a hundred.` : '';
  return `Full: learned from${validation.length > 0 ? '; hatched: kept for validation' : ''}.${others > 0 ? ` ${others.toLocaleString('en')} rarer answers have no bar.` : ''}${guess}`;
}

const labelOf = (counts: readonly AnswerCount[]): string =>
  counts.map(({ answer, training, validation }) => `${answer}: ${training} learned from, ${validation} kept`).join('; ');
