// Where each optimiser stands at the update in view: its η, its loss, the chosen weight and how far a gradient moves it. The one that is chosen is
// strong in every figure, and its formula is written out.
import { useId } from 'react';
import { optimiserLooks } from '../../../draw/workshop/optimisers/looks.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { WeightStory } from '../../../../engine/workshop/race/weight.ts';
import { NumberTable } from '../../table/NumberTable.tsx';
import { titleOf, type Race } from './useRace.ts';

interface Props {
  readonly race: Race;
  /** The update in view. */
  readonly at: number;
  readonly shown: OptimiserId;
  readonly onShow: (id: OptimiserId) => void;
  /** By lane; null where a story is not there yet. */
  readonly stories: readonly (WeightStory | null)[];
  readonly weightName: string;
}

const numberOr = (value: number | undefined, otherwise: string): string => (value === undefined || Number.isNaN(value) ? otherwise : significant(value));

export function Standing({ race, at, shown, onShow, stories, weightName }: Props) {
  const name = useId();
  const { entries, losses } = race;
  return (
    <NumberTable name="Where each optimiser stands" className="numbers-columns race-standing">
      <caption>After update {at.toLocaleString('en')}</caption>
      <thead>
        <tr>
          <th scope="col">in view</th>
          <th scope="col">η</th>
          <th scope="col">loss</th>
          <th scope="col">
            <SymbolText text={weightName} />
          </th>
          <th scope="col">its rate</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ optimiser, learningRate }, lane) => {
          const own = losses[lane] ?? [];
          const hasEnded = at >= own.length && race.result !== null;
          const story = stories[lane];
          return (
            <tr key={optimiser} data-shown={optimiser === shown || undefined}>
              <th scope="row">
                <label>
                  <input type="radio" name={name} checked={optimiser === shown} onChange={() => onShow(optimiser)} />
                  <Swatch id={optimiser} />
                  {titleOf(optimiser)}
                </label>
              </th>
              <Figure>{significant(learningRate)}</Figure>
              <Figure>{hasEnded ? `ended at ${own.length}` : numberOr(own[at], 'on its way')}</Figure>
              <Figure>{story ? numberOr(story.values[Math.min(at, story.values.length - 1)], '–') : '…'}</Figure>
              <Figure>{story ? numberOr(story.rates[Math.min(at, story.rates.length - 1)], 'no gradient yet') : '…'}</Figure>
            </tr>
          );
        })}
      </tbody>
    </NumberTable>
  );
}

function Figure({ children }: { readonly children: string }) {
  return (
    <td>
      <SymbolText text={children} />
    </td>
  );
}

/** A piece of its line. */
function Swatch({ id }: { readonly id: OptimiserId }) {
  const { colour, dashes } = optimiserLooks[id];
  return (
    <svg className="race-swatch" width={30} height={10} aria-hidden="true">
      <line x1={1} x2={29} y1={5} y2={5} style={{ stroke: colour, strokeWidth: 3, strokeDasharray: dashes }} />
    </svg>
  );
}
