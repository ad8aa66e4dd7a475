// What the reader sees of one example: its sentence with the window, the rows that are read sliding out of the matrix to h, the words that are
// scored, and, as the walk goes on, gradients and new vectors below the old ones.
import type { WalkGeometry } from '../../../layout/workshop/vectors/walk.ts';
import { exactText, formatShort } from '../../../theme/format.ts';
import { VectorStrip } from './VectorStrip.tsx';
import './vectors.css';

interface NamedVector {
  readonly name: string;
  readonly before: Float64Array;
  readonly gradient: Float64Array;
  readonly after: Float64Array;
}

export interface WalkPictureInput {
  readonly tokens: readonly { readonly text: string; readonly role: 'centre' | 'context' | 'other' | 'left-out' }[];
  /** Rows of in.weight in view, those that are read among them. */
  readonly matrix: readonly { readonly name: string; readonly isRead: boolean; readonly values: Float64Array }[];
  readonly reads: readonly NamedVector[];
  readonly hidden: Float64Array;
  readonly dHidden: Float64Array;
  readonly scores: readonly (NamedVector & { readonly wanted: 0 | 1; readonly logit: number; readonly prob: number; readonly dLogit: number })[];
  /** Under the scores. */
  readonly lossText: string;
  readonly titles: { readonly matrix: string; readonly hidden: string; readonly moved: string; readonly scores: string; readonly prob: string };
  readonly largest: { readonly vector: number; readonly gradient: number };
}

interface Props extends WalkPictureInput {
  readonly geometry: WalkGeometry;
  /** How far the walk has come: 0 the window, 1 read, 2 scores, 3 probabilities, 4 loss, 5 gradients, 6 update. */
  readonly stage: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly description: string;
}

export function WalkPicture({ geometry, stage, width, height, textSize, description, ...input }: Props) {
  const { titles, columns } = geometry;
  const { tokens, matrix, reads, hidden, dHidden, scores, largest } = input;
  const heads = ['u · h', input.titles.prob, 'wanted', 'difference'];
  return (
    <svg className="walk-picture" width={width} height={height} style={{ fontSize: textSize }} role="img" aria-label={description}>
      {tokens.map(({ text, role }, k) => {
        const box = geometry.tokens[k]!;
        return (
          <g key={k} className="walk-token" data-role={role}>
            <rect {...box} rx={5} />
            <text x={box.x + box.width / 2} y={box.y + box.height / 2} dy="0.35em" textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
      <text className="walk-title" {...titles.matrix}>
        {input.titles.matrix}
      </text>
      {matrix.map(({ name, isRead, values }, k) => {
        const { one, name: place, strip } = geometry.matrix[k]!;
        return (
          // Another row is another one: only the walk itself makes it slide.
          <g key={`${name} ${isRead}`} className="walk-row" data-read={isRead || undefined}>
            <text className="walk-one" x={one.x} y={one.y} dy="0.35em" textAnchor="middle">
              {isRead ? '1' : '0'}
            </text>
            <text {...place} dy="0.35em" textAnchor="end">
              {name}
            </text>
            <g className="walk-slide" style={{ transform: isRead && stage >= 1 ? `translateX(${geometry.slide}px)` : undefined }}>
              <VectorStrip box={strip} values={values} largest={largest.vector} />
            </g>
          </g>
        );
      })}
      {/* Empty frames stand for what is still to come. */}
      {stage < 1 && <rect className="walk-ahead" {...geometry.hidden.strips[0]} />}
      {stage < 2 && geometry.scores.map(({ strips: [box] }, k) => <rect key={k} className="walk-ahead" {...box} />)}
      {stage >= 1 && (
        <g>
          <text className="walk-title" {...titles.hidden}>
            {input.titles.hidden}
          </text>
          <text className="walk-name" {...geometry.hidden.name} dy="0.35em" textAnchor="end">
            h
          </text>
          <VectorStrip box={geometry.hidden.strips[0]} values={hidden} largest={largest.vector} />
          {stage >= 5 && <Below name="∂L/∂h" at={geometry.hidden.name.x} box={geometry.hidden.strips[1]} values={dHidden} largest={largest.gradient} look="gradient" />}
        </g>
      )}
      {stage >= 5 && (
        <text className="walk-title" {...titles.moved}>
          {input.titles.moved}
        </text>
      )}
      {stage >= 5 && reads.map((each, k) => <Moving key={k} vector={each} place={geometry.moved[k]!} stage={stage} largest={largest} gradientName="∂L/∂v" newName="new v" />)}
      {stage >= 2 && (
        <g>
          <text className="walk-title" {...titles.scores}>
            {input.titles.scores}
          </text>
          {heads.slice(0, stage >= 5 ? 4 : stage >= 4 ? 3 : stage - 1).map((text, k) => (
            <text key={text} className="walk-head" x={columns[k]} y={titles.scores.y} textAnchor="end">
              {text}
            </text>
          ))}
        </g>
      )}
      {stage >= 2 &&
        scores.map((score, k) => {
          const place = geometry.scores[k]!;
          const numbers = [score.logit, score.prob, score.wanted, score.dLogit].slice(0, stage >= 5 ? 4 : stage >= 4 ? 3 : stage - 1);
          return (
            <g key={k} className="walk-score" data-wanted={score.wanted === 1 || undefined}>
              <Moving vector={score} place={place} stage={stage} largest={largest} gradientName="∂L/∂u" newName="new u" />
              {numbers.map((value, column) => (
                <text key={column} className="walk-number" x={columns[column]} y={place.name.y} dy="0.35em" textAnchor="end" data-value={exactText(value)}>
                  {column === 2 ? value : formatShort(value, 3)}
                </text>
              ))}
            </g>
          );
        })}
      {stage >= 4 && (
        <text className="walk-loss" {...geometry.loss}>
          {input.lossText}
        </text>
      )}
    </svg>
  );
}

interface MovingProps {
  readonly vector: NamedVector;
  readonly place: WalkGeometry['scores'][number];
  readonly stage: number;
  readonly largest: WalkPictureInput['largest'];
  readonly gradientName: string;
  readonly newName: string;
}

/** A vector; its gradient and what becomes of it below. */
function Moving({ vector, place, stage, largest, gradientName, newName }: MovingProps) {
  const [old, slope, fresh] = place.strips;
  return (
    <g>
      <text className="walk-name" {...place.name} dy="0.35em" textAnchor="end">
        {vector.name}
      </text>
      <VectorStrip box={old} values={vector.before} largest={largest.vector} />
      {stage >= 5 && <Below name={gradientName} at={place.name.x} box={slope} values={vector.gradient} largest={largest.gradient} look="gradient" />}
      {stage >= 6 && <Below name={newName} at={place.name.x} box={fresh} values={vector.after} largest={largest.vector} look="new" />}
    </g>
  );
}

function Below({ name, at, ...strip }: { readonly name: string; readonly at: number } & Parameters<typeof VectorStrip>[0]) {
  return (
    <g>
      <text className="walk-below" x={at} y={strip.box.y + strip.box.height / 2} dy="0.35em" textAnchor="end">
        {name}
      </text>
      <VectorStrip {...strip} />
    </g>
  );
}
