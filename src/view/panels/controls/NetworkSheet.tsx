// All that makes the network what it is, beside its task: cell, direction, size, weights, biases, learning rate, clipping, letters.
import { tasks } from '../../../engine/tasks/index.ts';
import { recipeOf } from '../../../engine/tasks/choices.ts';
import { grouped } from '../../../state/limits.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { PortsSwitch } from '../formula/PortsSwitch.tsx';
import { BiasesControl } from './BiasesControl.tsx';
import { CellSection } from './CellSection.tsx';
import { ClippingControl } from './ClippingControl.tsx';
import { DirectionControl } from './DirectionControl.tsx';
import { FeedingControl } from './FeedingControl.tsx';
import { NotationControl } from './NotationControl.tsx';
import { NumberField } from './NumberField.tsx';
import { SchemeSelect } from './SchemeSelect.tsx';
import { SeedField } from './SeedField.tsx';
import { Segmented } from './Segmented.tsx';

export function NetworkSheet() {
  const dispatch = useDispatch();
  const { task, cell, hiddenSize, trainedEpochs, learningRate, initialisation } = useDocument((state) => state.document);
  const { words, rows } = tasks[task];
  const { epochs } = recipeOf(tasks[task], cell);
  // A link may hold another number of epochs than the task's own.
  const offered = trainedEpochs > 0 ? trainedEpochs : epochs;
  return (
    <div className="network-sheet-fields">
      <p className="controls-words">{words}</p>
      <CellSection />
      <DirectionControl />
      <FeedingControl />
      <div className="network-sheet-group">
        <Segmented
          label="Weights"
          choices={[
            { value: 'trained', label: 'trained' },
            { value: 'fresh', label: 'fresh' },
          ]}
          value={trainedEpochs > 0 ? 'trained' : 'fresh'}
          onChange={(choice) => dispatch({ type: 'setTrainedEpochs', epochs: choice === 'trained' ? epochs : 0 })}
        />
        <p className="controls-words">
          {trainedEpochs > 0
            ? `Trained on the table’s ${rows.length === 1 ? 'row' : `${rows.length} rows`} for ${grouped(offered)} epochs.`
            : 'Fresh from the seed: it has learnt nothing yet.'}
        </p>
      </div>
      <div className="network-sheet-row">
        <NumberField
          label="Hidden units"
          isWhole
          size={3}
          example="4"
          value={hiddenSize}
          onCommit={(value) => dispatch({ type: 'setHiddenSize', hiddenSize: value })}
        />
        <SeedField />
        <NumberField
          label="Learning rate η"
          size={5}
          example="0.5 or 1e-3"
          value={learningRate}
          onCommit={(value) => dispatch({ type: 'setLearningRate', learningRate: value })}
        />
      </div>
      <div className="network-sheet-group">
        <SchemeSelect hasWords value={initialisation.scheme} onChange={(scheme) => dispatch({ type: 'setScheme', scheme })} />
      </div>
      <BiasesControl />
      <ClippingControl />
      <NotationControl />
      <PortsSwitch />
    </div>
  );
}
