// The large map of one network, and in words the square that is pointed at.
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { LossMapFigure, type MapPlace } from '../../../draw/laboratory/map/LossMapFigure.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import type { ColourScale, LossMap } from '../../../layout/laboratory/lossMap.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { sizeWords, squareWords } from './mapWords.ts';
import './mapPanel.css';

interface Props {
  readonly name: string;
  readonly cell: LaboratoryCell;
  readonly map: LossMap;
  readonly colours: ColourScale;
  readonly chosen: MapPlace;
  readonly hovered: MapPlace | null;
  readonly summary: string;
  readonly onPoint: (place: MapPlace | null) => void;
  readonly onChoose: (place: MapPlace) => void;
}

const stepName = (t: number): string => t.toLocaleString('en-US');

export function OneMap({ name, cell, map, colours, chosen, hovered, summary, onPoint, onChoose }: Props) {
  const shown = hovered ?? chosen;
  const isSampled = map.at.length < map.steps;
  return (
    <FigureFrame
      title={`${name}: what each loss feels of each state`}
      name={`gradient-map-${cell}`}
      aspect={1.22}
      minHeight={300}
      note={
        <>
          <span className="lab-map-said">
            <PowerText text={squareWords(map, shown.t, shown.k)} />
          </span>
          {isSampled && ` Of the ${map.steps.toLocaleString('en-US')} losses ${map.at.length} have a row.`}
        </>
      }
    >
      {({ width, height, textSize }) => (
        <LossMapFigure
          map={map}
          colours={colours}
          width={width}
          height={height}
          textSize={textSize}
          title={`Map of the gradient of ${name}: ${sizeWords(map)}`}
          description={summary}
          chosen={chosen}
          pointed={hovered}
          stateName={stepName}
          lossName={stepName}
          valueText={squareWords(map, chosen.t, chosen.k)}
          onPoint={onPoint}
          onChoose={onChoose}
        />
      )}
    </FigureFrame>
  );
}
