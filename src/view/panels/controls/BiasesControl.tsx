// How many biases each sum of the cell has, where that makes a difference.
import { cells } from '../../../engine/cells/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { Segmented } from './Segmented.tsx';

export function BiasesControl() {
  const dispatch = useDispatch();
  const { biases, cell } = useDocument((state) => state.document);
  const { declare } = cells[cell];
  if (declare('one').parameters.length === declare('two').parameters.length) return null;
  return (
    <div className="network-sheet-group">
      <Segmented
        label="Biases"
        choices={[
          { value: 'one', label: 'one for each sum' },
          { value: 'two', label: 'two, as PyTorch' },
        ]}
        value={biases}
        onChange={(value) => dispatch({ type: 'setBiases', biases: value })}
      />
      <p className="controls-words">
        {biases === 'one'
          ? 'As in the textbook: one bias is added to the sum.'
          : 'As in PyTorch, which gives each matrix a bias of its own. Where they are simply added one would do; but both are trained, so the sum moves twice as far.'}
      </p>
    </div>
  );
}
