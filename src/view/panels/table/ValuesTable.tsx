// The numbers of the score as text: a table of the time steps of each sequence, and one for each weight, all as known at the playhead.
import { useState } from 'react';
import { tasks } from '../../../engine/tasks/index.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { PortsSwitch } from '../formula/PortsSwitch.tsx';
import { useDocument, useScene, useView } from '../stores.tsx';
import { StepsTable } from './StepsTable.tsx';
import { axesOf, type Columns } from './values.ts';
import { WeightTables } from './WeightTables.tsx';
import './table.css';

export function ValuesTable() {
  const scene = useScene();
  const digits = useView((state) => state.digits);
  const ports = useView((state) => state.ports);
  const step = useDocument((state) => tasks[state.document.task].step);
  const [columns, setColumns] = useState<Columns>('main');
  if (!scene) return null;
  return (
    <div className="table-panel">
      <div className="table-choices">
        <Segmented
          label="Columns"
          isLabelHidden
          choices={[
            { value: 'main', label: 'states and answers' },
            { value: 'all', label: 'everything computed' },
          ]}
          value={columns}
          onChange={setColumns}
        />
        <PortsSwitch />
      </div>
      {axesOf(scene.network).map((axis) => (
        <StepsTable key={axis} scene={scene} axis={axis} columns={columns} digits={digits} step={step} ports={ports} />
      ))}
      <h3 className="table-heading">Weights</h3>
      <WeightTables scene={scene} digits={digits} />
    </div>
  );
}
