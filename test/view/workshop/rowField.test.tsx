// What a network reads: a row of its data, or a sentence that is typed over it.
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { builtIns } from '../../../src/engine/data/builtIns.ts';
import { prepareDataset } from '../../../src/engine/data/prepare.ts';
import type { PreparedData } from '../../../src/engine/data/dataset.ts';
import { RowField } from '../../../src/view/panels/workshop/RowField.tsx';

const prepared = (id: string): PreparedData => prepareDataset(builtIns[id]!.build(''), { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0, seed: 1 });

function draw(id: string, { sentence = '', row = 1, note = '', isWrong = false } = {}) {
  const data = prepared(id);
  const onChange = vi.fn<(changes: { readonly sentence: string; readonly row?: number }) => void>();
  render(<RowField data={data} sentence={sentence} row={row} note={note} isWrong={isWrong} onChange={onChange} />);
  return { data, onChange };
}

describe('a row of the data, or a sentence of one’s own', () => {
  it('shows the row in the empty field, and of rows behind the last the last', () => {
    const { data } = draw('reviews', { row: 99 });
    expect(screen.getByRole('textbox', { name: 'A sentence of your own' })).toHaveAttribute('placeholder', data.rows.at(-1)!.text);
    expect(screen.getByRole('textbox', { name: `Row of ${data.rows.length}` })).toHaveValue(String(data.rows.length));
  });

  it('hands over what is typed and keeps the row; another row empties the sentence', async () => {
    const { data, onChange } = draw('reviews', { sentence: 'good' });
    fireEvent.change(screen.getByRole('textbox', { name: 'A sentence of your own' }), { target: { value: 'good movie' } });
    expect(onChange).toHaveBeenLastCalledWith({ sentence: 'good movie' });
    await userEvent.click(screen.getByRole('button', { name: 'Row before' }));
    expect(onChange).toHaveBeenLastCalledWith({ row: data.rows.length, sentence: '' });
  });

  it('says what could not be read', () => {
    draw('reviews', { sentence: 'zyzzyva', note: 'There is nothing in it that the network knows.', isWrong: true });
    expect(screen.getByRole('textbox', { name: 'A sentence of your own' })).toBeInvalid();
    expect(screen.getByRole('status')).toHaveTextContent('nothing in it that the network knows');
  });

  it('has rows alone where a sentence cannot be written, as of a series', () => {
    const { data } = draw('sine');
    expect(screen.getAllByRole('textbox')).toEqual([screen.getByRole('textbox', { name: `Row of ${data.rows.length}` })]);
  });
});
