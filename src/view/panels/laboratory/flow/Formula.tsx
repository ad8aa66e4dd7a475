// The formula of what is drawn, typeset, in a place of fixed height; what its terms mean; and the bound in numbers of the networks drawn.
import { memo } from 'react';
import { networkNames } from '../../../../state/laboratory/names.ts';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { grouped } from '../../../../state/limits.ts';
import { boundWords } from '../../gradient/flowWords.ts';
import { formatNumber } from '../../../theme/format.ts';
import { colourOf } from '../../../draw/laboratory/flow/markers.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { useTypeset } from '../../formula/useTypeset.ts';
import type { FlowSet } from './flowSet.ts';
import { quantities } from './quantities.ts';

export const FlowFormula = memo(function FlowFormula({ set }: { readonly set: FlowSet }) {
  const { quantity, lossAt, steps } = set;
  const { latex, plain, terms } = quantities[quantity];
  // A letter for the step of the loss, not its number: a formula that stands still while that is dragged need not be typeset again.
  const isLast = lossAt === steps;
  const p = isLast ? 'T' : 'p';
  const [first, second] = latex(p);
  const hasBound = quantity === 'state' || quantity === 'jacobian';
  return (
    <div className="lab-flow-formula">
      <div className="lab-flow-symbols">
        <Typeset latex={first} plain={plain(p)} name="Formula" />
        <Typeset latex={second} plain="" name="Formula, second part" />
      </div>
      <p>
        {!isLast && `p = ${grouped(lossAt)}, the step of the loss. `}
        <SymbolText text={terms} /> For an RNN without gates; an LSTM or GRU has more than one way from step to step, see “The road through the gates”.
      </p>
      {hasBound && <Bounds set={set} />}
    </div>
  );
});

const isPlain = (cell: LaboratoryCell): boolean => cell !== 'lstm' && cell !== 'gru';

/** σ_max·γ of each network that has but one matrix on the way back. */
function Bounds({ set: { networks } }: { readonly set: FlowSet }) {
  return (
    <ul className="lab-flow-bounds">
      {networks.filter(({ cell }) => isPlain(cell)).map(({ cell, facts }) => {
        const { comparison, conclusion } = boundWords(facts.stretch * facts.gamma, false);
        return (
          <li key={cell}>
            <strong style={{ color: colourOf(cell) }}>{networkNames[cell].name}</strong> σ<sub>max</sub>·γ = {formatNumber(facts.stretch)} · {facts.gamma === 0.25 ? '¼' : facts.gamma} = {comparison}: {conclusion}
          </li>
        );
      })}
    </ul>
  );
}

/** `plain` stands there until it can be typeset. */
function Typeset({ latex, plain, name }: { readonly latex: string; readonly plain: string; readonly name: string }) {
  const { place, scrolling } = useTypeset(String.raw`\displaystyle ${latex}`, plain, name);
  return <div className="lab-flow-symbol" ref={place} {...scrolling} />;
}
