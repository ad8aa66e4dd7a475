// The formula of the optimiser in view, in symbols and with the numbers of the chosen weight at the update in view.
import { optimisers } from '../../../../engine/learn/optimisers.ts';
import type { WeightStory } from '../../../../engine/workshop/race/weight.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import { useTypeset } from '../../formula/useTypeset.ts';
import { substituted } from '../../../layout/workshop/optimisers/substituted.ts';

interface Props {
  readonly story: WeightStory;
  readonly update: number;
  readonly weightName: string;
}

export function UpdateFormula({ story, update, weightName }: Props) {
  const { title, words } = optimisers[story.optimiser];
  const latex = substituted(story, update);
  return (
    <section className="race-formula" aria-label={`The formula of ${title}`}>
      <h3>
        {title}: update {update.toLocaleString('en')} of <SymbolText text={weightName} />
      </h3>
      <p>{words}</p>
      {latex === null ? (
        <p className="race-formula-none">{update < 1 ? 'Nothing has been updated yet: go one update on.' : `${title} had ended by then.`}</p>
      ) : (
        <Typeset latex={latex} plain={`θ from ${[update - 1, update].map((each) => significant(story.values[each] ?? NaN)).join(' to ')}`} />
      )}
      <p className="race-formula-terms">
        θ is the weight, g its gradient from this update’s batch, after clipping; a number is rounded only as it is written.
      </p>
    </section>
  );
}

function Typeset({ latex, plain }: { readonly latex: string; readonly plain: string }) {
  const { place, scrolling } = useTypeset(latex, plain, 'Formula with numbers');
  return <div className="race-formula-typeset" ref={place} {...scrolling} />;
}
