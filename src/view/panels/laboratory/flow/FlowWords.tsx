// The words of the flow experiment: what is drawn, the sentence that sums it up, and what is to be said beside.
import { memo } from 'react';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { about, notes, sumUp } from './flowSentences.ts';
import type { FlowSet } from './flowSet.ts';

/** What is drawn, and the sentence that sums it up. */
export const About = memo(function About({ set, isRelative }: { readonly set: FlowSet; readonly isRelative: boolean }) {
  return (
    <div className="lab-flow-about">
      <p>
        <SymbolText text={about(set, isRelative)} />
      </p>
      <p className="lab-flow-sum">
        <PowerText text={sumUp(set)} />
      </p>
    </div>
  );
});

/** What is out of the ordinary. */
export const Notes = memo(function Notes({ set }: { readonly set: FlowSet }) {
  const all = notes(set);
  return all.length === 0 ? null : (
    <ul className="lab-flow-notes">
      {all.map((each) => (
        <li key={each}>
          <SymbolText text={each} />
        </li>
      ))}
    </ul>
  );
});
