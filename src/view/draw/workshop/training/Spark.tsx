// What the reader sees: a small picture of two lines, full what came out and dashed what is right.
import { sparkLines } from '../../../layout/workshop/training/spark.ts';
import './training.css';

interface Props {
  readonly answered: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

export function Spark({ answered, right, width, height, description }: Props) {
  const lines = sparkLines(answered, right, { width, height });
  return (
    <svg className="training-spark" width={width} height={height} role="img" aria-label={description}>
      <path className="training-spark-right" d={lines.right} />
      <path className="training-spark-answered" d={lines.answered} />
    </svg>
  );
}
