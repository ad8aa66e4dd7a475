// A table of small numbers in the frame of a figure.
import { useMemo, type ReactNode } from 'react';
import { CountGrid } from '../../../draw/workshop/text/CountGrid.tsx';
import { countGrid, gridHeight } from '../../../layout/workshop/text/countGrid.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';

interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly values: ArrayLike<number>;
  readonly padding?: ReadonlySet<number> | undefined;
  readonly label: string;
}

interface Props extends Grid {
  readonly title: string;
  readonly name: string;
  readonly note?: ReactNode;
}

/** What the height is reckoned with: pixels of the letters, and of the width on a phone and on a screen. */
const usual = { textSize: 13, phone: 290, screen: 560 };

export function GridFigure({ title, name, note, ...grid }: Props) {
  const { rows, columns } = grid;
  const width = useNarrow() ? usual.phone : usual.screen;
  const height = useMemo(() => gridHeight({ rows, columns, width, textSize: usual.textSize }), [rows, columns, width]);
  return (
    <FigureFrame title={title} name={name} note={note} minHeight={height}>
      {(place) => <Drawing {...grid} {...place} />}
    </FigureFrame>
  );
}

function Drawing({ rows, columns, values, padding, label, width, height, textSize }: Grid & FigurePlace) {
  const geometry = useMemo(() => countGrid({ rows, columns, size: { width, height, textSize } }), [rows, columns, width, height, textSize]);
  return <CountGrid geometry={geometry} rowCount={rows.length} columnCount={columns.length} {...{ values, padding, width, height, textSize, label }} />;
}
