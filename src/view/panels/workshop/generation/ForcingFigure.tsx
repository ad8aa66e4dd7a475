// Teacher forcing above free running, step by step: what each reads and says, what is wrong, and where the two part.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { Model } from '../../../../engine/model.ts';
import type { TokenLook } from '../../../draw/workshop/generation/TokenBoxes.tsx';
import type { TokenPlace } from '../../../layout/workshop/generation/tokenRows.ts';
import { useEditRoom } from '../hooks.ts';
import { useWorked } from '../useWorked.ts';
import { forcingAsked, forcingsOf, forcingWords, manyWords, nextParting, type ForcedRun } from './forcing.ts';
import { TokensFigure } from './TokensFigure.tsx';

interface Props {
  readonly data: PreparedData;
  readonly model: Model;
  readonly parameters: Float64Array;
  /** From 1. */
  readonly row: number;
}

export function ForcingFigure({ data, model, parameters, row }: Props) {
  const { task } = data;
  const edit = useEditRoom('generation');
  const asked = useMemo(() => forcingAsked(data, row, model, parameters), [data, row, model, parameters]);
  const { worked, problem } = useWorked('decode', asked);
  const [forcing, ...others] = useMemo(() => (worked ? forcingsOf(worked.input, worked.result) : []), [worked]);
  const tokens = useMemo(() => {
    if (!forcing) return [];
    const part = ({ steps }: ForcedRun, of: 'reads' | 'says'): string[] => steps.map((each) => each[of]);
    return [
      { name: 'right answers', tokens: forcing.right },
      { name: 'given: reads', tokens: part(forcing.teacher, 'reads') },
      { name: 'given: says', tokens: part(forcing.teacher, 'says') },
      { name: 'free: reads', tokens: part(forcing.free, 'reads') },
      { name: 'free: says', tokens: part(forcing.free, 'says') },
    ];
  }, [forcing]);
  if (problem !== null) {
    return (
      <p className="controls-problem" role="alert">
        {problem}
      </p>
    );
  }
  if (!forcing || !worked) return null;
  const look = ({ row: which, k }: TokenPlace): TokenLook => {
    const { teacher, free, partsAt } = forcing;
    const run = which < 3 ? teacher : free;
    const isAstray = which > 2 && partsAt !== null && k > partsAt;
    const step = run.steps[k];
    if (which === 0 || which % 2 === 1 || !step) return { tone: 'given', share: null, isAstray };
    return { tone: step.isRight ? 'right' : 'wrong', share: step.share, isAstray };
  };
  const words = forcingWords(forcing, task.step);
  const parting = nextParting(others, forcing.row);
  return (
    <TokensFigure
      title={`Teacher forcing against free running, on row ${forcing.row}${forcing.source === '' ? '' : `: “${forcing.source}”`}`}
      name="teacher-forcing"
      rows={tokens}
      isAligned
      look={look}
      description={words}
      note={
        <>
          <p className="generation-result" role="status">
            {words}
          </p>
          <p>In training each step was given the right token, whatever was said before. Left alone, it reads what it has said: struck out is wrong, and the tinted steps are read from an error of its own.</p>
          <p>{manyWords(others, worked.input.isKept, task)}</p>
          {parting !== null && (
            <p>
              <button type="button" className="controls-button" onClick={() => edit({ row: parting })}>
                Look at a {task.whole} where they part
              </button>
            </p>
          )}
        </>
      }
    />
  );
}
