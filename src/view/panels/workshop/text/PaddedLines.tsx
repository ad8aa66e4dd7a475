// Every text at the common length: its words, the steps that are padding, and what was cut off.
import { Fragment } from 'react';
import type { Padded } from '../../../../engine/text/padding.ts';
import { TokenLines } from './TokenLines.tsx';
import type { StagedTexts } from './stages.ts';

interface Props {
  readonly staged: Pick<StagedTexts, 'texts' | 'vocabulary'>;
  readonly padded: Padded;
}

export function PaddedLines({ staged: { texts, vocabulary }, padded: { length, indices, mask, cutOff } }: Props) {
  return (
    <TokenLines>
      {texts.map((_, line) => (
        <Fragment key={line}>
          {Array.from(indices.subarray(line * length, (line + 1) * length), (index, t) => {
            const isWord = mask[line * length + t] === 1;
            return (
              <li key={t} className="text-chip" data-what={isWord ? undefined : 'padding'}>
                {isWord ? vocabulary[index] : <em>padding</em>}
              </li>
            );
          })}
          {Array.from(cutOff[line] ?? [], (index, k) => (
            <li key={`cut ${k}`} className="text-chip" data-what="dropped">
              <s>{vocabulary[index]}</s> <small>cut off</small>
            </li>
          ))}
        </Fragment>
      ))}
    </TokenLines>
  );
}
