// The line over the first of two scores: which network it is, and what the two make of the same sentence.
import { useMemo } from 'react';
import { cells } from '../../../engine/cells/index.ts';
import { exactText, type Digits } from '../../theme/format.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { useDocument, useScene, useView } from '../stores.tsx';
import { apart } from '../whatif/apart.ts';
import { findingsOf, type Finding } from './findings.ts';
import { counted } from './otherwise.ts';
import { useSecond } from './second.tsx';
import './rivalHead.css';

export function FirstHead() {
  const { cell, hiddenSize } = useDocument((state) => state.document);
  const digits = useView((state) => state.digits);
  const first = useScene();
  const second = useSecond()?.scene ?? null;
  const findings = useMemo(() => (first && second ? findingsOf(first, second, digits) : null), [first, second, digits]);
  const told = findings?.numbers ?? [];
  return (
    <div className="rival-head">
      <b className="rival-name">A</b>
      <span className="rival-what">
        {cells[cell].title}, {counted(hiddenSize)}
      </span>
      <div className="rival-findings" role="group" aria-label="A against B">
        {told.map((each) => (
          <Told key={each.name} finding={each} digits={digits} />
        ))}
        {findings && findings.verdict !== '' && <strong>{findings.verdict}</strong>}
        {findings?.clipping.map((words) => <span key={words}>{words}</span>)}
        {findings && told.length === 0 && findings.clipping.length === 0 && <span className="rival-soft">Corners mark the numbers in which the two are far apart.</span>}
      </div>
    </div>
  );
}

/** "loss 0.009 against 0.412" */
function Told({ finding, digits }: { readonly finding: Finding; readonly digits: Digits }) {
  const { name, reference, first, second, words } = finding;
  const texts = apart(first, second, digits);
  return (
    <span className="rival-told" data-compared={reference.symbol} data-first={exactText(first)} data-second={exactText(second)}>
      <SymbolText text={name} /> <b>{texts.from}</b> against <b>{texts.to}</b>
      {words !== '' && <span className="rival-soft">, {words}</span>}
    </span>
  );
}
