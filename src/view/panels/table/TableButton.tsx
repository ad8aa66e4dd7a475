// "Numbers as a table": opens the same values as text, and closes them.
import { Table } from 'lucide-react';
import { useStores, useView } from '../stores.tsx';
import './table.css';

export function TableButton() {
  const { views } = useStores();
  const isOpen = useView((state) => state.panel === 'table');
  return (
    <button
      type="button"
      className="table-button"
      aria-expanded={isOpen}
      onClick={() => views.getState().togglePanel('table')}
    >
      <Table size={16} aria-hidden />
      <span>Numbers as a table</span>
    </button>
  );
}
