// The large map of one network, and in words the square that is pointed at.
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { LossMapFigure, type MapPlace } from '../../../draw/laboratory/map/LossMapFigure.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import type { ColourScale, LossMap } from '../../../layout/laboratory/lossMap.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { sizeWords, squareWords } from './mapWords.ts';
import './mapPanel.css';

interface ShownMap {
  readonly name: string;
  readonly cell: LaboratoryCell;
  readonly map: LossMap;
  readonly colours: ColourScale;
  readonly summary: string;
}

interface Props {
  readonly shown: ShownMap;
  readonly chosen: MapPlace;
  readonly hovered: MapPlace | null;
  readonly onPoint: (place: MapPlace | null) => void;
  readonly onChoose: (place: MapPlace) => void;
}

const stepName = (t: number): string => t.toLocaleString('en-US');

export const OneMap = inTurn(function OneMap({ shown: { name, cell, map, colours, summary }, chosen, hovered, onPoint, onChoose }: Props) {
  const place = hovered ?? chosen;
  const isSampled = map.at.length < map.steps;
  return (
    <FigureFrame
      title={`Map of ${name}`}
      name={`gradient-map-${cell}`}
      aspect={1.22}
      minHeight={300}
      note={
        <>
          <span className="lab-map-said">
            <PowerText text={squareWords(map, place.t, place.k)} />
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
});
