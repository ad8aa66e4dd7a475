// What was sampled, token by token, and beside it all that could have come at the chosen step: with the temperature that is set, and as learned.
import { useMemo } from 'react';
import { entropyOf, probabilitiesAt } from '../../../../engine/workshop/temperature.ts';
import { ChoiceBarsView } from '../../../draw/workshop/generation/ChoiceBarsView.tsx';
import type { TokenLook } from '../../../draw/workshop/generation/TokenBoxes.tsx';
import { choiceBars } from '../../../layout/workshop/generation/choiceBars.ts';
import type { TokenPlace } from '../../../layout/workshop/generation/tokenRows.ts';
import { formatNumber } from '../../../theme/format.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import type { Sample, SampleToken } from './samples.ts';
import { TokensFigure } from './TokensFigure.tsx';

interface Props {
  readonly title: string;
  readonly samples: readonly Sample[];
  /** The token that is chosen. */
  readonly place: TokenPlace | null;
  readonly onChoose: (place: TokenPlace) => void;
  /** "letter", "word". */
  readonly step: string;
}

export function SamplesFigure({ title, samples, place, onChoose, step }: Props) {
  const rows = useMemo(() => samples.map(({ name, tokens }) => ({ name, tokens: tokens.map(({ text }) => text) })), [samples]);
  const look = ({ row, k }: TokenPlace): TokenLook => {
    const share = samples[row]?.tokens[k]?.share ?? null;
    return { tone: share === null ? 'given' : 'made', share };
  };
  const token = place ? samples[place.row]?.tokens[place.k] : undefined;
  return (
    <TokensFigure
      title={title}
      name="generated"
      rows={rows}
      isAligned={false}
      look={look}
      description={samples.map(({ name, tokens }) => `${name}: ${tokens.map(({ text }) => text).join(' ')}`).join('; ')}
      note={`${samples.some(({ tokens }) => tokens[0]?.share === null) ? 'Dashed boxes were given. ' : ''}The bar below a ${step}: how likely the network had learned it there. Choose a ${step} to see all that could have come.`}
      choosing={{ selected: place, onChoose, words: token ? `Now “${token.text}”${token.share === null ? ', which was given' : `, with a probability of ${formatNumber(token.share)}`}.` : '' }}
    />
  );
}

interface ChoiceProps {
  readonly token: SampleToken;
  readonly scores: Float64Array;
  /** Which of the tokens that were made, from 1. */
  readonly step: number;
  readonly stepName: string;
  readonly outputs: readonly string[];
  readonly temperature: number;
  readonly isGreedy: boolean;
}

export function ChoiceFigure(props: ChoiceProps) {
  const { token, scores, step, stepName, outputs, temperature, isGreedy } = props;
  const now = useMemo(() => probabilitiesAt(scores, temperature), [scores, temperature]);
  const learned = useMemo(() => probabilitiesAt(scores, 1), [scores]);
  // Two to the entropy: as many equally likely ones would be as undecided.
  const [many, before] = [2 ** entropyOf(now), 2 ** entropyOf(learned)];
  return (
    <FigureFrame
      title={`What could come at ${stepName} ${step}, at temperature ${formatNumber(temperature)}`}
      name="next-probabilities"
      minHeight={Math.min(outputs.length + 1, 14) * 21 + 10}
      note={
        <p>
          pᵢ ∝ exp(yᵢ / T). Filled: T = {formatNumber(temperature)}; dashed frame: T = 1, as learned. As undecided as between {formatNumber(many)} equally likely ones; at T = 1, {formatNumber(before)}.
          {isGreedy ? ' This choice is greedy: it takes the likeliest, whatever the temperature.' : ''}
        </p>
      }
    >
      {(place) => <Bars outputs={outputs} now={now} learned={learned} chosen={token.output} {...place} />}
    </FigureFrame>
  );
}

interface BarsProps extends FigurePlace {
  readonly outputs: readonly string[];
  readonly now: Float64Array;
  readonly learned: Float64Array;
  readonly chosen: number;
}

function Bars({ outputs, now, learned, chosen, width, height, textSize }: BarsProps) {
  const bars = useMemo(() => choiceBars({ names: outputs, now, learned, chosen, width, height: height - 4, textSize }), [outputs, now, learned, chosen, width, height, textSize]);
  const words = bars.bars.map(({ name, pNow, pLearned }) => `${name} ${formatNumber(pNow)}, at temperature 1 ${formatNumber(pLearned)}`).join('; ');
  return (
    <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`Probabilities: ${words}`}>
      <ChoiceBarsView bars={bars} chosen={chosen} textSize={textSize} />
    </svg>
  );
}
