// The tokens of every text at one stage, a line a text: changed ones with what they became, dropped ones struck through with the reason.
import type { ReactNode } from 'react';
import type { StageRow } from '../../../../engine/text/pipeline.ts';

/** A line of chips for each text. */
export function TokenLines({ children }: { readonly children: readonly ReactNode[] }) {
  return (
    <ol className="text-lines">
      {children.map((line, k) => (
        <li key={k}>
          <span className="text-line-name">text {k + 1}</span>
          <ul className="text-chips">{line}</ul>
        </li>
      ))}
    </ol>
  );
}

export function Nothing({ children }: { readonly children: ReactNode }) {
  return <li className="text-nothing">{children}</li>;
}

/** `reason`: why a token is dropped. */
export function StageChips({ rows, reason }: { readonly rows: readonly StageRow[]; readonly reason: string }) {
  if (rows.length === 0) return <Nothing>no word is left</Nothing>;
  return rows.map(({ before, after }, k) => {
    if (after === null) {
      return (
        <li key={k} className="text-chip" data-what="dropped">
          <s>{before.text}</s> <small>{reason}</small>
        </li>
      );
    }
    const isChanged = after.text !== before.text;
    return (
      <li key={k} className="text-chip" data-what={isChanged ? 'changed' : undefined}>
        {isChanged && (
          <>
            <small>{before.text}</small> <span>→</span>{' '}
          </>
        )}
        {after.text}
      </li>
    );
  });
}
