// The figure of one network's road: what is left along it and through all ways, over the gate's values unit by unit.
import { useMemo } from 'react';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { grouped } from '../../../../state/limits.ts';
import { Reach, ReachSlider } from '../../../draw/laboratory/factors/Reach.tsx';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { GatePicture } from '../../../draw/laboratory/gates/GatePicture.tsx';
import { LinesPlot, type LineLook } from '../../../draw/plot/LinesPlot.tsx';
import type { Road, RoadLineId } from '../../../layout/laboratory/gateRoad.ts';
import type { Line } from '../../../layout/linesPlot.ts';
import { roadPlot } from '../../../layout/laboratory/roadPlot.ts';
import type { Decades } from '../../../layout/logAxis.ts';
import { formatNumber } from '../../../theme/format.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { placeWords, roadWords } from './words.ts';

export interface RoadPoint {
  readonly k: number;
  /** Where the gates themselves are pointed at. */
  readonly unit: number | null;
}

export interface ShownRoad {
  readonly cell: LaboratoryCell;
  readonly road: Road;
  readonly lines: readonly Line[];
  readonly decades: Decades;
  readonly hiddenSize: number;
  /** The step of the loss. */
  readonly p: number;
  /** The vanilla network whose line is drawn beside. */
  readonly plain: LaboratoryCell;
}

interface Props {
  readonly shown: ShownRoad;
  readonly opened: number;
  readonly pointed: RoadPoint | null;
  readonly onPoint: (point: RoadPoint | null) => void;
  readonly onOpen: (step: number) => void;
}

// All ways in a quiet grey, the gradient itself as black dots: the one solid and dashed, the other neither.
const looksOf = (cell: LaboratoryCell, plain: LaboratoryCell): Readonly<Record<RoadLineId, LineLook>> => ({
  road: { colour: `var(--network-${cell})` },
  mean: { colour: `var(--network-${cell})`, dashes: '7 5' },
  whole: { colour: 'var(--ink-faint)' },
  hidden: { colour: 'var(--ink-faint)', dashes: '7 5' },
  gradient: { colour: 'var(--ink)', dashes: '0.1 8', width: 4.5 },
  comparison: { colour: `var(--network-${plain})` },
});

export const RoadFigure = inTurn(function RoadFigure(props: Props) {
  const { cell, road, hiddenSize, p } = props.shown;
  const { pointed } = props;
  const opened = Math.min(props.opened, road.gradient.length - 1);
  const k = pointed?.k ?? opened;
  const value = pointed?.unit == null ? null : (road.gates[(k - 1) * hiddenSize + pointed.unit - 1] ?? null);
  const words = value === null ? placeWords(road, hiddenSize, p, k) : `Gate ${road.gate} of unit ${pointed?.unit} at t = ${k}: ${formatNumber(value, 4)} of its memory is kept.`;
  return (
    <FigureFrame title={`${networkNames[cell].name}: the road along ${road.state}`} name={`road-${cell}`} minHeight={500} note={<span className="lab-why-note"><Sentence text={pointed ? words : roadWords(road, hiddenSize, p)} /></span>}>
      {(place) => <Drawing {...props} {...place} opened={opened} words={words} />}
    </FigureFrame>
  );
});

function Drawing({ shown, opened, pointed, onPoint, onOpen, width, height, textSize, words }: Props & FigurePlace & { readonly words: string }) {
  const { cell, road, lines, decades, hiddenSize, p, plain } = shown;
  const T = road.gradient.length - 1;
  const geometry = useMemo(
    () => roadPlot({ lines, decades, steps: T, hiddenSize, heightTitle: `part of what is at k = ${grouped(p)}`, width, height, textSize }),
    [lines, decades, T, hiddenSize, p, width, height, textSize],
  );
  const { gates, lines: plot } = geometry;
  const k = pointed?.k ?? opened;
  const reach = { x: plot.box.x, y: plot.box.y, width: plot.box.width, height: gates.y + gates.height - plot.box.y };
  const pointAt = ({ x, y }: { readonly x: number; readonly y: number }): RoadPoint => {
    const gate = geometry.gateAt(x, y);
    return gate ? { k: gate.t, unit: gate.unit } : { k: Math.round(plot.valueAt(x)), unit: null };
  };
  return (
    <div className="lab-why-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`${networkNames[cell].name}. ${words}`}>
        <LinesPlot geometry={plot} looks={looksOf(cell, plain)} marked={k} />
        <GatePicture box={gates} gates={road.gates} hiddenSize={hiddenSize} gate={road.gate} textSize={textSize} pointed={k > 0 ? { t: k, unit: pointed?.unit ?? null } : null} />
        <Reach box={reach} onPoint={(at) => onPoint(at && pointAt(at))} onOpen={(at) => onOpen(Math.max(1, pointAt(at).k))} />
      </svg>
      <ReachSlider label={`Step of the ${networkNames[cell].short} to look at`} value={opened} valueText={words} min={1} max={T} from={plot.xOf(1)} to={plot.xOf(T)} top={plot.box.y + plot.box.height} onMove={onOpen} />
    </div>
  );
}
