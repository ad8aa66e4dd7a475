// How much does each early step still matter to the loss? One line a network, what is the same for all, and the controls that move them.
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Quantity } from '../../../../engine/laboratory/questions.ts';
import { flowHeight } from '../../../layout/laboratory/flowFrame.ts';
import type { Unit } from '../../../layout/flowFate.ts';
import type { Decades } from '../../../layout/logAxis.ts';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { useSize } from '../../../hooks/useSize.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { bandReasons } from '../../gradient/flowWords.ts';
import { useView } from '../../stores.tsx';
import { GateBiasControl } from '../controls/GateBiasControl.tsx';
import { HiddenControl } from '../controls/HiddenControl.tsx';
import { LossAtControl } from '../controls/LossAtControl.tsx';
import { MatchControl } from '../controls/MatchControl.tsx';
import { NetworksControl } from '../controls/NetworksControl.tsx';
import { SchemeControl } from '../controls/SchemeControl.tsx';
import { SeedControl } from '../controls/SeedControl.tsx';
import { StepsControl } from '../controls/StepsControl.tsx';
import { StrengthControl } from '../controls/StrengthControl.tsx';
import { StretchControl } from '../controls/StretchControl.tsx';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { PageLayout } from '../../pages/PageLayout.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { useDrawnAnswers, useEditLaboratory, useLaboratory, useSettings } from '../hooks.ts';
import { usePaced } from '../../../hooks/usePaced.ts';
import { decadesOf } from './decades.ts';
import { FlowPicture } from './FlowPicture.tsx';
import { FlowFormula } from './Formula.tsx';
import { FlowTable } from './FlowTable.tsx';
import { inOrder } from './flowSentences.ts';
import { flowQuestions, flowSet, type FlowSet } from './flowSet.ts';
import { About, Notes } from './FlowWords.tsx';
import './flow.css';

const question = 'How much does each early step still matter to the loss?';

/** Asks with every movement of a hand; what is drawn is drawn anew only when there is something new to be seen. */
export function FlowExperiment() {
  const laboratory = useLaboratory();
  const answered = useDrawnAnswers('flow', useMemo(() => flowQuestions(laboratory), [laboratory]));
  const set = useMemo(() => (answered ? flowSet(answered) : null), [answered]);
  // The words go with it at a pace that can be read; the first come with the first picture.
  const told = usePaced(set) ?? set;
  return <FlowPage set={set} told={told} />;
}

interface Props {
  /** What is drawn; null until the first numbers are here. */
  readonly set: FlowSet | null;
  /** What the words are about. */
  readonly told: FlowSet | null;
}

const FlowPage = memo(function FlowPage({ set, told }: Props) {
  const { quantity, relative, networks, network, step } = useSettings('quantity', 'relative', 'networks', 'network', 'step');
  const edit = useEditLaboratory();
  const unit: Unit = relative ? 'relative' : 'absolute';
  const before = useBefore(set, unit);
  const place = useRef<HTMLDivElement>(null);
  const theme = useView((view) => view.theme);
  const { width, textSize } = useSize(place, { width: 720, remeasure: theme });

  const isDrawn = set !== null && told !== null && networks.length > 0;
  const open = useCallback(
    (k: number, cell: LaboratoryCell | null) => edit({ experiment: 'factors', step: k, network: cell ?? (networks.includes(network) ? network : (networks[0] ?? network)) }),
    [edit, networks, network],
  );
  const unmark = useCallback(() => edit({ step: null }), [edit]);

  const controls = (
    // What stood before a change is kept from the moment that a hand, or a key, comes to a control.
    <div className="lab-flow-controls" onPointerDownCapture={before.grasp} onFocusCapture={before.begin} onPointerUpCapture={before.end} onPointerCancelCapture={before.end}>
      <StretchControl />
      <StepsControl />
      <LossAtControl />
      <StrengthControl />
      <GateBiasControl />
      <SchemeControl />
      <NetworksControl />
      <HiddenControl />
      <MatchControl />
      <SeedControl />
    </div>
  );

  return (
    <PageLayout
      title={question}
      words={
        isDrawn ? <About set={told} isRelative={relative} /> : <p>{networks.length === 0 ? 'No network is drawn.' : 'The first numbers are being computed.'}</p>
      }
      controls={controls}
    >
      <div ref={place} className="lab-flow-place">
        <div className="lab-flow-choices">
          <Segmented<Quantity>
            label="What is plotted"
            isLabelHidden
            choices={choices}
            value={quantity}
            onChange={(next) => edit({ quantity: next })}
          />
          <Segmented
            label="Measured"
            isLabelHidden
            choices={[
              { value: 'relative', label: 'relative' },
              { value: 'absolute', label: 'absolute' },
            ]}
            value={unit}
            onChange={(next) => edit({ relative: next === 'relative' })}
          />
        </div>
        {!isDrawn ? (
          <p className="lab-flow-none">{networks.length === 0 ? 'No network is drawn. Tick at least one under “Networks”.' : ''}</p>
        ) : (
          <FigureFrame title={figureTitles[set.quantity]} name={`gradient-flow-${set.quantity}`} minHeight={flowHeight(width, textSize, set.networks.length)}>
            {(figure) => (
              <FlowPicture
                {...figure}
                set={set}
                ghost={before.ghost}
                unit={unit}
                atLeast={before.held}
                heldOrder={before.order}
                marked={step}
                onOpen={open}
                onUnmark={unmark}
              />
            )}
          </FigureFrame>
        )}
        {isDrawn && <FlowFormula set={told} />}
        {isDrawn && <Notes set={told} />}
        {isDrawn && <FlowTable set={told} unit={unit} />}
        <details className="lab-flow-reasons">
          <summary>Why “vanished” and “exploded” begin where they do</summary>
          <p>
            <PowerText text={bandReasons.vanished} />
          </p>
          <p>
            <PowerText text={bandReasons.exploded} />
          </p>
          {unit === 'absolute' && <p>Each network is measured by its own value at the loss. In absolute numbers the bands are where this holds for all networks drawn.</p>}
        </details>
      </div>
    </PageLayout>
  );
});

const choices = [
  { value: 'state', label: '‖∂L/∂h‖' },
  { value: 'jacobian', label: 'Jacobian' },
  { value: 'input', label: '‖∂L/∂x‖' },
  { value: 'share', label: 'share in ∂L/∂W' },
] as const;

const figureTitles: Readonly<Record<Quantity, string>> = {
  state: 'Gradient at each state, ‖∂L/∂h‖',
  jacobian: 'From each state to the loss, the Jacobian’s norm',
  input: 'Gradient at each input, ‖∂L/∂x‖',
  share: 'Share of each step in the gradient of the recurrent weights',
};

interface Before {
  readonly ghost: FlowSet | null;
  readonly held: Decades | null;
  /** The order of the rows; null where no hand holds a control. */
  readonly order: readonly LaboratoryCell[] | null;
  /** A hand takes hold, or the keys come to a control. */
  readonly grasp: () => void;
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * The set as it was before a change, for a ghost; and while a hand holds a control, the axis as it was and the order of the rows, so that lines move, and neither the
 * paper nor their names.
 */
function useBefore(set: FlowSet | null, unit: Unit): Before {
  const [kept, keep] = useState<FlowSet | null>(null);
  const [held, hold] = useState<Decades | null>(null);
  const [order, holdOrder] = useState<readonly LaboratoryCell[] | null>(null);
  const isComparable = kept !== null && set !== null && kept !== set && kept.quantity === set.quantity && kept.steps === set.steps && kept.lossAt === set.lossAt;
  const begin = (): void => {
    keep(set);
    hold(set ? decadesOf(set, unit) : null);
  };
  return {
    ghost: isComparable ? kept : null,
    held,
    order,
    grasp: () => {
      begin();
      holdOrder(set ? inOrder(set, unit).map(({ cell }) => cell) : null);
    },
    begin,
    end: () => {
      hold(null);
      holdOrder(null);
    },
  };
}
