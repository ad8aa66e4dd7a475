// "Duel": any two settings on one clock, the difference between them in words.
import { useMemo, useState } from 'react';
import { duelSetupsOf } from '../../../../state/laboratory/setups.ts';
import type { Duellist } from '../../../../state/laboratory/laboratory.ts';
import { same } from '../../../../state/same.ts';
import { colourOf } from '../../../draw/laboratory/flow/markers.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { useAnswers, useEditLaboratory, useLaboratory } from '../hooks.ts';
import { BothFigure, RatioFigure } from './DuelFigures.tsx';
import { foughtOf, idsOf } from './fought.ts';
import { presets } from './presets.ts';
import { SideControls } from './SideControls.tsx';
import { differenceWords, duelWords } from './words.ts';
import './duel.css';

export function DuelExperiment() {
  const laboratory = useLaboratory();
  const edit = useEditLaboratory();
  const { duel, relative, step } = laboratory;
  const [setupA, setupB] = duelSetupsOf(laboratory);
  const set = useAnswers('duel', {
    duelA: { kind: 'flow', setup: setupA, quantity: 'state' },
    duelB: { kind: 'flow', setup: setupB, quantity: 'state' },
  });
  const fought = useMemo(() => {
    const [a, b] = [set?.answers.duelA, set?.answers.duelB];
    return set && a && b ? foughtOf({ question: set.questions.duelA, answer: a }, { question: set.questions.duelB, answer: b }, relative) : null;
  }, [set, relative]);
  const [pointed, point] = useState<number | null>(null);
  const shown = Math.min(pointed ?? step ?? 1, fought?.lossAt ?? 1);
  const problems = set ? [set.problems.duelA, set.problems.duelB].flatMap((words, k) => (words ? [`${k === 0 ? 'A' : 'B'}: ${words}`] : [])) : [];
  const change = (index: 0 | 1, changes: Partial<Duellist>, gesture?: string): void => {
    const next = { ...duel[index], ...changes };
    edit({ duel: index === 0 ? [next, duel[1]] : [duel[0], next] }, gesture);
  };
  const [idA, idB] = idsOf(setupA, setupB);
  const pictures = { isRelative: relative, shown, onPoint: point, onKeep: (k: number) => edit({ step: k === step ? null : k }) };
  return (
    <div className="lab-duel">
      <PageLayout
        title="What does one changed setting do?"
        words={
          <>
            <div className="lab-duel-presets" role="group" aria-label="Duels to begin with">
              {presets.map(({ id, words, duel: each }) => (
                <button key={id} type="button" className="controls-button" aria-pressed={same(each, duel)} onClick={() => edit({ duel: each })}>
                  {words}
                </button>
              ))}
            </div>
            {fought && (
              <p className="lab-duel-words">
                <strong>
                  <PowerText text={duelWords(fought.sides, fought.ratios[shown] ?? NaN, shown, fought.lossAt, relative)} />
                </strong>{' '}
                {differenceWords(fought.sides[0].setup, fought.sides[1].setup)}
              </p>
            )}
          </>
        }
        controls={
          <>
            <SideControls letter="A" colour={colourOf(idA)} own={duel[0]} setup={setupA} onChange={(changes, gesture) => change(0, changes, gesture)} />
            <SideControls letter="B" colour={colourOf(idB)} own={duel[1]} setup={setupB} onChange={(changes, gesture) => change(1, changes, gesture)} />
            <StepsControl />
            <LossAtControl />
            <SeedControl />
          </>
        }
      >
        {problems.map((words) => (
          <p key={words} className="lab-duel-problem" role="alert">
            {words}
          </p>
        ))}
        {fought ? (
          <>
            <BothFigure fought={fought} {...pictures} />
            <RatioFigure fought={fought} {...pictures} />
          </>
        ) : (
          problems.length === 0 && <p className="controls-words">The first numbers are being computed.</p>
        )}
      </PageLayout>
    </div>
  );
}
