// The numbers of the score as text: a table of the time steps, and one for each weight, all as known at the playhead.
import { tasks } from '../../../engine/tasks/index.ts';
import { useDocument, useScene, useView } from '../stores.tsx';
import { StepsTable } from './StepsTable.tsx';
import { WeightTables } from './WeightTables.tsx';
import './table.css';

export function ValuesTable() {
  const scene = useScene();
  const digits = useView((state) => state.digits);
  const step = useDocument((state) => tasks[state.document.task].step);
  if (!scene) return null;
  return (
    <div className="table-panel">
      <StepsTable scene={scene} digits={digits} step={step} />
      <h3 className="table-heading">Weights</h3>
      <WeightTables scene={scene} digits={digits} />
    </div>
  );
}
