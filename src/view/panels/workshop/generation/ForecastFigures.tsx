// A series that goes on by itself: the truth, predictions of one step, and free running from the place where the truth is no longer given.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { Model } from '../../../../engine/model.ts';
import { ForecastLines } from '../../../draw/workshop/generation/ForecastLines.tsx';
import { errorsPlot, forecastPlot } from '../../../layout/workshop/generation/forecastPlot.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { useWorked } from '../useWorked.ts';
import { forecastAsked, forecastOf, type Forecast } from './forecast.ts';
import { errorWords, forecastWords } from './words.ts';

interface Props {
  readonly data: PreparedData;
  readonly model: Model;
  readonly parameters: Float64Array;
  /** From 1. */
  readonly row: number;
  /** As it is set: 0 for half. */
  readonly given: number;
}

export function ForecastFigures({ data, model, parameters, row, given }: Props) {
  const { rows, dataset } = data;
  const asked = useMemo(() => {
    const own = rows[Math.min(row, rows.length) - 1];
    return own ? forecastAsked(data, own, given, model, parameters) : null;
  }, [data, rows, row, given, model, parameters]);
  const { worked, problem } = useWorked('decode', asked);
  const forecast = useMemo(() => worked && forecastOf(worked.input, worked.result), [worked]);
  const unit = dataset.scale?.unit ?? '';
  if (problem !== null) {
    return (
      <p className="controls-problem" role="alert">
        {problem}
      </p>
    );
  }
  if (!forecast) return null;
  return (
    <>
      <FigureFrame title="One step ahead, and on its own" name="forecast" aspect={2.2} minHeight={300} note={<p className="generation-result">{forecastWords(forecast, unit)}</p>}>
        {(place) => <Series forecast={forecast} unit={unit} {...place} />}
      </FigureFrame>
      {forecast.rowCount > 0 && forecast.errors.free.length > 1 && (
        <FigureFrame title="The error by how far ahead it looks" name="forecast-error" aspect={2.6} minHeight={260} note={<p className="generation-result">{errorWords(forecast, unit, data.validation.length > 0)}</p>}>
          {(place) => <Errors forecast={forecast} unit={unit} {...place} />}
        </FigureFrame>
      )}
    </>
  );
}

interface DrawnProps extends FigurePlace {
  readonly forecast: Forecast;
  readonly unit: string;
}

function Series({ forecast, unit, width, height, textSize }: DrawnProps) {
  const geometry = useMemo(() => forecastPlot({ ...forecast, unit, size: { width, height, textSize } }), [forecast, unit, width, height, textSize]);
  return (
    <svg width={width} height={height} fontSize={textSize} role="img" aria-label={forecastWords(forecast, unit)}>
      <ForecastLines geometry={geometry} given={forecast.given} textSize={textSize} />
    </svg>
  );
}

function Errors({ forecast, unit, width, height, textSize }: DrawnProps) {
  const geometry = useMemo(() => errorsPlot({ ...forecast.errors, unit, size: { width, height, textSize } }), [forecast, unit, width, height, textSize]);
  return (
    <svg width={width} height={height} fontSize={textSize} role="img" aria-label="Root of the mean squared error by steps after the last value that is given">
      <ForecastLines geometry={geometry} given={null} textSize={textSize} />
    </svg>
  );
}
