// How many updates were made, and what the last one did to the loss: "1 update · loss 0.35 → 0.21".
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';

interface IterationLineProps {
  readonly count: number;
  /** The loss of the same sentence before the last update; null where it is not known. */
  readonly lossBefore: number | null;
  /** This iteration's; null while the playhead has not come to it. */
  readonly loss: number | null;
  readonly digits: Digits;
}

export function IterationLine({ count, lossBefore, loss, digits }: IterationLineProps) {
  return (
    <p className="transport-iteration" data-new={(count === 0 && loss === null) || undefined}>
      {count === 0 ? 'no update yet' : `${count.toLocaleString('en')} update${count === 1 ? '' : 's'}`}
      {(loss !== null || lossBefore !== null) && (
        <>
          {' · loss '}
          {lossBefore !== null && <span>{formatNumber(lossBefore, digits)} → </span>}
          {loss === null ? (
            <span title="known after the forward pass">?</span>
          ) : (
            <b {...valueAttributes({ symbol: 'L' }, loss)}>{formatNumber(loss, digits)}</b>
          )}
          {loss !== null && lossBefore !== null && <Change from={lossBefore} to={loss} />}
        </>
      )}
    </p>
  );
}

function Change({ from, to }: { readonly from: number; readonly to: number }) {
  if (to === from) return null;
  return to < from ? <span> ↓ lower</span> : <span> ↑ higher</span>;
}
