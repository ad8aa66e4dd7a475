// "Which word moves the state most?": a guess first, then the length of each step's move.
import { useState } from 'react';
import { formatNumber } from '../../../theme/format.ts';
import { moveVerdict } from './stateWords.ts';

interface Props {
  readonly words: readonly string[];
  /** ‖h_t − h_{t−1}‖ of each step. */
  readonly moves: Float64Array;
  /** "word", "letter". */
  readonly step: string;
}

/** Sentences with more steps are not asked about. */
const mostWords = 40;

export function MostMoving({ words, moves, step }: Props) {
  const [guess, choose] = useState<number | null>(null);
  if (words.length < 2 || words.length > mostWords) return null;
  const largest = Math.max(...moves);
  return (
    <div className="states-guess" role="group" aria-labelledby="states-guess-title">
      <p id="states-guess-title">
        <strong>Predict first.</strong> Which {step} moves the state most: where is ‖h<sub>t</sub> − h<sub>t−1</sub>‖ largest?
      </p>
      <ol className="states-guesses">
        {words.map((word, k) => (
          <li key={k}>
            {guess !== null && (
              <span className="states-move">
                <span className="states-move-bar" style={{ height: `${largest > 0 ? (36 * (moves[k] ?? 0)) / largest : 0}px` }} aria-hidden="true" />
                <span className="states-move-size">{formatNumber(moves[k] ?? NaN)}</span>
              </span>
            )}
            <button type="button" className="controls-button" aria-pressed={guess === k} onClick={() => choose(guess === k ? null : k)}>
              {word}
            </button>
          </li>
        ))}
      </ol>
      <p className="states-verdict" role="status">
        {guess === null ? '' : moveVerdict(words, moves, guess)}
      </p>
    </div>
  );
}
