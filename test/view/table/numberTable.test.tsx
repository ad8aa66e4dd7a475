import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NumberTable } from '../../../src/view/panels/table/NumberTable.tsx';

afterEach(() => void vi.restoreAllMocks());

function draw({ room, table }: { readonly room: number; readonly table: number }): HTMLElement {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(room);
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(table);
  render(
    <NumberTable name="The losses" className="some-table">
      <tbody>
        <tr>
          <td>0.5</td>
        </tr>
      </tbody>
    </NumberTable>,
  );
  return screen.getByRole('table');
}

describe('a table of numbers', () => {
  test('is in nobody’s way where it has room', () => {
    const table = draw({ room: 700, table: 700 });
    expect(screen.queryByRole('region')).toBeNull();
    expect(table.parentElement).not.toHaveAttribute('tabindex');
  });

  test('that is wider than its room scrolls there, and the room has a name and is reached with the keyboard', () => {
    const table = draw({ room: 350, table: 560 });
    const room = screen.getByRole('region', { name: 'The losses' });
    expect(room).toBe(table.parentElement);
    room.focus();
    expect(room).toHaveFocus();
  });

  test('has the style of all tables before its own', () => {
    expect(draw({ room: 700, table: 700 })).toHaveClass('numbers', 'some-table');
  });
});
