// A card of one thing to take away: its first lines, its size and its name, the button that saves it, and what stands there instead.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FileCard, type FileToSave } from '../../../../src/view/panels/workshop/takeaway/FileCard.tsx';
import { fileName, sizeWords } from '../../../../src/view/panels/workshop/takeaway/fileWords.ts';

const file = (changes: Partial<FileToSave> = {}): FileToSave => ({ name: 'a.csv', bytes: 12_345, head: ['x,1', 'y,2'], save: () => {}, ...changes });

describe('a file to take away', () => {
  it('shows its first lines, name and size, and is saved by its button', async () => {
    const save = vi.fn<() => void>();
    render(<FileCard title="Numbers" words="For a spreadsheet." file={file({ save })} />);
    expect(screen.getByRole('region', { name: 'First lines of a.csv' }).textContent).toBe('x,1\ny,2');
    expect(screen.getByText('12.3 kB', { exact: false })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save a.csv' }));
    expect(save).toHaveBeenCalledOnce();
    expect(screen.getByText('a.csv is saved.')).toBeTruthy();
  });

  it('says why it could not be saved', async () => {
    render(<FileCard title="Numbers" words="" file={file({ save: () => Promise.reject(new Error('The disk is full.')) })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Save a.csv' }));
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
  });

  it('cannot be saved before it is there, is made when it is asked for where it is large, and is not there where there is a problem', async () => {
    const make = vi.fn<() => void>();
    const { rerender } = render(<FileCard title="Numbers" words="" file={null} />);
    const button = screen.getByRole('button', { name: 'Save' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    rerender(<FileCard title="Numbers" words="" file={null} make={make} />);
    await userEvent.click(screen.getByRole('button', { name: 'Make the file' }));
    expect(make).toHaveBeenCalledOnce();
    rerender(<FileCard title="Numbers" words="" file={file()} />);
    // It is the same button, and has the focus still.
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-label')).toBe('Save a.csv');
    rerender(<FileCard title="Numbers" words="" file={null} make={make} problem="Choose a row that can be read." />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('Choose a row that can be read.');
  });
});

describe('files in words', () => {
  it('have a size with three digits that count', () => {
    expect([0, 1, 999, 1000, 12_345, 123_456, 1_500_000, 234_000_000].map(sizeWords)).toEqual(['0 bytes', '1 byte', '999 bytes', '1.0 kB', '12.3 kB', '123 kB', '1.5 MB', '234 MB']);
  });

  it('have a name that every file system takes', () => {
    expect(fileName('RNN with tanh, 4 units, Adam, η = 0.01 (2)')).toBe('RNN-with-tanh-4-units-Adam-η-0.01-2');
    expect(fileName('../../etc/passwd')).toBe('etc-passwd');
    expect(fileName('???')).toBe('network');
  });
});
