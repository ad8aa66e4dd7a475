// All that makes the network what it is, beside task and activation: size, weights, biases, learning rate.
import { tasks } from '../../../engine/tasks/index.ts';
import { grouped } from '../../../state/limits.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { NumberField } from './NumberField.tsx';
import { SchemeSelect } from './SchemeSelect.tsx';
import { SeedField } from './SeedField.tsx';
import { Segmented } from './Segmented.tsx';

export function NetworkSheet() {
  const dispatch = useDispatch();
  const { task, hiddenSize, biases, trainedEpochs, learningRate } = useDocument((state) => state.document);
  const { words, rows, epochs } = tasks[task];
  // A link may hold another number of epochs than the task's own.
  const offered = trainedEpochs > 0 ? trainedEpochs : epochs;
  return (
    <div className="network-sheet-fields">
      <p className="controls-words">{words}</p>
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
      <SchemeSelect />
      <div className="network-sheet-group">
        <Segmented
          label="Biases of the hidden units"
          choices={[
            { value: 'one', label: 'one: b_h' },
            { value: 'two', label: 'two: b_ih and b_hh' },
          ]}
          value={biases}
          onChange={(value) => dispatch({ type: 'setBiases', biases: value })}
        />
        <p className="controls-words">
          {biases === 'one'
            ? 'As in the textbook: one bias is added to the sum.'
            : 'As in PyTorch, which gives each matrix a bias of its own. They are added, so one would do; but both are trained, so the sum moves twice as far.'}
        </p>
      </div>
    </div>
  );
}
