// "Duel": any two settings on one clock, the difference between them in words.
import { memo, useCallback, useMemo, useState } from 'react';
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import { duelSetupsOf } from '../../../../state/laboratory/setups.ts';
import type { Duellist } from '../../../../state/laboratory/laboratory.ts';
import { same } from '../../../../state/same.ts';
import { colourOf } from '../../../draw/laboratory/flow/markers.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { usePaced } from '../../../hooks/usePaced.ts';
import { useDrawnAnswers, useEditLaboratory, useLaboratory, useSettings, type PublishedSet } from '../hooks.ts';
import { BothFigure, RatioFigure } from './DuelFigures.tsx';
import { foughtOf, idsOf, type Fought } from './fought.ts';
import { presets } from './presets.ts';
import { SideControls } from './SideControls.tsx';
import { differenceWords, duelWords } from './words.ts';
import './duel.css';

export function DuelExperiment() {
  const laboratory = useLaboratory();
  const [setupA, setupB] = duelSetupsOf(laboratory);
  const set = useDrawnAnswers('duel', {
    duelA: { kind: 'flow', setup: setupA, quantity: 'state' },
    duelB: { kind: 'flow', setup: setupB, quantity: 'state' },
  });
  return <DuelPage set={set} />;
}

interface Props {
  readonly set: PublishedSet<Readonly<Record<'duelA' | 'duelB', QuestionOf<'flow'>>>> | null;
}

const DuelPage = memo(function DuelPage({ set }: Props) {
  const { relative, step } = useSettings('relative', 'step');
  const edit = useEditLaboratory();
  const fought = useMemo(() => {
    const [a, b] = [set?.answers.duelA, set?.answers.duelB];
    return set && a && b ? foughtOf({ question: set.questions.duelA, answer: a }, { question: set.questions.duelB, answer: b }, relative) : null;
  }, [set, relative]);
  const told = usePaced(fought) ?? fought;
  const [pointed, point] = useState<number | null>(null);
  const shown = Math.min(pointed ?? step ?? 1, fought?.lossAt ?? 1);
  const problems = set ? [set.problems.duelA, set.problems.duelB].flatMap((words, k) => (words ? [`${k === 0 ? 'A' : 'B'}: ${words}`] : [])) : [];
  const onKeep = useCallback((k: number) => edit({ step: k === step ? null : k }), [edit, step]);
  return (
    <div className="lab-duel">
      <PageLayout
        title="What does one changed setting do?"
        words={
          <>
            <Presets />
            {fought && told && <Words fought={told} step={Math.min(shown, told.lossAt)} />}
          </>
        }
        controls={controls}
      >
        {problems.map((words) => (
          <p key={words} className="lab-duel-problem" role="alert">
            {words}
          </p>
        ))}
        {fought ? (
          <>
            <BothFigure shown={fought} step={shown} onPoint={point} onKeep={onKeep} />
            <RatioFigure shown={fought} step={shown} onPoint={point} onKeep={onKeep} />
          </>
        ) : (
          problems.length === 0 && <p className="controls-words">The first numbers are being computed.</p>
        )}
      </PageLayout>
    </div>
  );
});

function Presets() {
  const { duel } = useSettings('duel');
  const edit = useEditLaboratory();
  return (
    <div className="lab-duel-presets" role="group" aria-label="Duels to begin with">
      {presets.map(({ id, words, duel: each }) => (
        <button key={id} type="button" className="controls-button" aria-pressed={same(each, duel)} onClick={() => edit({ duel: each })}>
          {words}
        </button>
      ))}
    </div>
  );
}

const Words = memo(function Words({ fought: { sides, ratios, lossAt, isRelative }, step }: { readonly fought: Fought; readonly step: number }) {
  return (
    <p className="lab-duel-words">
      <strong>
        <PowerText text={duelWords(sides, ratios[step] ?? NaN, step, lossAt, isRelative)} />
      </strong>{' '}
      <SymbolText text={differenceWords(sides[0].setup, sides[1].setup)} />
    </p>
  );
});

function Sides() {
  const laboratory = useLaboratory();
  const edit = useEditLaboratory();
  const { duel } = laboratory;
  const [setupA, setupB] = duelSetupsOf(laboratory);
  const [idA, idB] = idsOf(setupA, setupB);
  const change = (index: 0 | 1, changes: Partial<Duellist>, gesture?: string): void => {
    const next = { ...duel[index], ...changes };
    edit({ duel: index === 0 ? [next, duel[1]] : [duel[0], next] }, gesture);
  };
  return (
    <>
      <SideControls letter="A" colour={colourOf(idA)} own={duel[0]} setup={setupA} onChange={(changes, gesture) => change(0, changes, gesture)} />
      <SideControls letter="B" colour={colourOf(idB)} own={duel[1]} setup={setupB} onChange={(changes, gesture) => change(1, changes, gesture)} />
    </>
  );
}

const controls = (
  <>
    <Sides />
    <StepsControl />
    <LossAtControl />
    <SeedControl />
  </>
);
