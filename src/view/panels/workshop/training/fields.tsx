// A number among the room's settings, within its range.
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import { trainingSettings, type TrainingSettings } from '../../../../state/workshop/settings/training.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';

/** Settings that are numbers. */
type NumberKey = { [Key in keyof TrainingSettings]: TrainingSettings[Key] extends number | null ? Key : never }[keyof TrainingSettings];

interface NumberProps {
  readonly setting: NumberKey;
  readonly label: string;
  readonly example: string;
  /** What stands there where nothing is set. */
  readonly usual?: number | undefined;
}

export function NumberSetting({ setting, label, example, usual = 0 }: NumberProps) {
  const value = useRoom('training')[setting];
  const edit = useEditRoom('training');
  const { range } = trainingSettings[setting];
  const onCommit = (next: number): string | null => {
    const problem = rangeProblem(label, range, next);
    if (problem === null) edit({ [setting]: next });
    return problem;
  };
  return <NumberField label={label} size={6} example={example} isWhole={range?.whole ?? false} value={value ?? usual} onCommit={onCommit} />;
}
