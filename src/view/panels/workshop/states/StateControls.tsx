// What can be changed in the room "Hidden states": what is read, when, which unit is lit, and how many sentences make the plane.
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { Switch } from '../../controls/Switch.tsx';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { plural } from '../plural.ts';
import { RowField } from '../RowField.tsx';
import { TimeMachine } from '../TimeMachine.tsx';
import type { ChosenSentence } from '../sentences.ts';

interface Props {
  readonly data: PreparedData;
  readonly run: TrainingRun;
  readonly chosen: ChosenSentence;
  readonly units: readonly string[];
}

export function StateControls({ data, run, chosen, units }: Props) {
  const { row, sentence, before, sentences, unit } = useRoom('states');
  const edit = useEditRoom('states');
  return (
    <>
      <div className="states-time">
        <TimeMachine run={run} />
      </div>
      <RowField data={data} sentence={sentence} row={row} note={chosen.note} isWrong={chosen.sentence === null} onChange={edit} />
      <Switch label="The same before training beside it" isOn={before} onChange={(isOn) => edit({ before: isOn })} />
      <SettingSlider
        label="Unit that is lit"
        words="Lit in all pictures. In the plane an arrow shows where it pulls to."
        places={{ low: 0, high: units.length, step: 1 }}
        value={Math.min(unit, units.length)}
        valueText={units[unit - 1] ?? 'none'}
        onChange={(next) => edit({ unit: next })}
      />
      <SettingSlider
        label="Ways in the plane"
        words={`${plural(data.task.whole)} of the data, evenly over its rows; the components are those of their states.`.replace(/^./, (first) => first.toUpperCase())}
        places={{ low: 1, high: Math.min(400, data.rows.length), step: 1 }}
        value={Math.min(sentences, data.rows.length)}
        valueText={String(Math.min(sentences, data.rows.length))}
        onChange={(next, gesture) => edit({ sentences: next }, gesture)}
      />
    </>
  );
}
