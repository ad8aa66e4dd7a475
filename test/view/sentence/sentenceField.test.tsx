import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SentenceField } from '../../../src/view/panels/sentence/SentenceField.tsx';
import { readingOf } from '../../../src/state/reading.ts';
import { drawPage, type Page } from '../page.tsx';

const documentOf = (page: Page) => page.stores.documents.getState().document;
const field = (): HTMLElement => screen.getByRole('textbox');

async function read(text: string): Promise<void> {
  await userEvent.clear(field());
  await userEvent.type(field(), `${text}{Enter}`);
}

describe('a sentence of one’s own', () => {
  it('is read by Enter when every word is known', async () => {
    const page = drawPage(<SentenceField />);
    expect(field()).toHaveAccessibleName('Your own sentence');
    await read('not good');
    expect(documentOf(page)).toMatchObject({ text: 'not good', playhead: 0 });
    // The next keys are the clock's.
    expect(field()).not.toHaveFocus();
  });

  it('names a word that the network does not know, and adds it with the keyboard alone', async () => {
    const page = drawPage(<SentenceField />);
    await read('movie was awful');
    expect(screen.getByRole('alert')).toHaveTextContent('does not know the word “awful”');
    expect(documentOf(page).text).toBe('movie was not good');
    expect(screen.getByRole('button', { name: 'Add it' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(documentOf(page)).toMatchObject({ text: 'movie was awful', addedWords: ['awful'] });
    expect(document.body).toHaveFocus();
  });

  it('skips it when asked to, keeps naming it, and still lets it be added', async () => {
    const page = drawPage(<SentenceField />);
    await read('movie was awful');
    await userEvent.click(screen.getByRole('button', { name: 'Skip it' }));
    expect(documentOf(page)).toMatchObject({ text: 'movie was awful', addedWords: [] });
    expect(screen.getByText(/Skipped/)).toHaveTextContent('awful');
    await userEvent.click(screen.getByRole('button', { name: 'Add “awful” to the vocabulary' }));
    expect(documentOf(page).addedWords).toEqual(['awful']);
    expect(screen.queryByText(/Skipped/)).toBeNull();
  });

  it('goes back to the field by Escape, with the text as it was typed', async () => {
    drawPage(<SentenceField />);
    await read('movie was awful');
    await userEvent.keyboard('{Escape}');
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue('movie was awful');
    expect(screen.queryByRole('button', { name: 'Add it' })).toBeNull();
  });

  it.each([
    ['  ', 'There is nothing to read yet'],
    ['?!', 'only punctuation'],
  ])('answers “%s” in words and keeps it', async (text, words) => {
    const page = drawPage(<SentenceField />);
    await userEvent.clear(field());
    await userEvent.type(field(), `${text}{Enter}`);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(field()).toHaveValue(text);
    expect(field()).toBeInvalid();
    expect(documentOf(page).text).toBe('movie was not good');
  });

  it('takes 50,000 characters at once, and says what is too long', async () => {
    const page = drawPage(<SentenceField />);
    const long = 'movie was good '.repeat(4000);
    const began = performance.now();
    fireEvent.change(field(), { target: { value: long } });
    fireEvent.submit(field());
    expect(performance.now() - began).toBeLessThan(2000);
    expect(screen.getByRole('alert')).toHaveTextContent('at most 10,000 can be read');
    expect(field()).toHaveValue(long);
    expect(documentOf(page).text).toBe('movie was not good');
  });

  it('sets aside what was being typed when a row is picked, and puts it back when asked to', async () => {
    const page = drawPage(<SentenceField />);
    await userEvent.clear(field());
    await userEvent.type(field(), 'good movie');
    await userEvent.click(screen.getByRole('button', { name: /movie was good/ }));
    expect(documentOf(page).text).toBe('movie was good');
    expect(field()).toHaveValue('movie was good');
    await userEvent.click(screen.getByRole('button', { name: 'Put it back' }));
    expect(field()).toHaveValue('good movie');
  });

  it('follows undo', async () => {
    const page = drawPage(<SentenceField />);
    await read('not good');
    act(() => page.stores.documents.getState().undo());
    expect(field()).toHaveValue('movie was not good');
  });
});

describe('the rows of the table', () => {
  it('show what is true of them, and which one is read', () => {
    drawPage(<SentenceField />);
    expect(screen.getByRole('button', { name: 'movie was good → 1' })).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('button', { name: 'movie was not good → 0' })).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('the label', () => {
  it('is the table’s until the reader tells another', async () => {
    const page = drawPage(<SentenceField />);
    expect(screen.getByRole('radio', { name: 'not positive: 0' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'positive: 1' }));
    expect(documentOf(page).label).toBe(1);
    expect(screen.getByRole('radio', { name: 'positive: 1' })).toBeChecked();
  });

  it('is not asked for where the task knows it', () => {
    drawPage(<SentenceField />, { task: 'letters', text: 'namaste' });
    expect(field()).toHaveAccessibleName('Your own word');
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('a generated sequence', () => {
  it('says that it is read instead, and leads back', async () => {
    const page = drawPage(<SentenceField />, { generatedLength: 30 });
    expect(screen.getByText(/A generated sequence of 30 steps is read instead/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Read the sentence' }));
    expect(documentOf(page).generatedLength).toBeNull();
  });
});

describe('what is typed and not read', () => {
  it('stands in the field again after a reload, and is forgotten once it is read', async () => {
    const page = drawPage(<SentenceField />);
    await userEvent.clear(field());
    await userEvent.type(field(), 'movie was');
    page.unmount();
    drawPage(<SentenceField />);
    expect(field()).toHaveValue('movie was');
    await userEvent.type(field(), ' bad{Enter}');
    page.unmount();
    expect(window.sessionStorage.getItem('unrolled.draft')).toBeNull();
  });

  it('is of its task alone', async () => {
    const page = drawPage(<SentenceField />);
    await userEvent.clear(field());
    await userEvent.type(field(), 'movie was');
    page.unmount();
    drawPage(<SentenceField />, { task: 'letters', text: 'namaste' });
    expect(field()).toHaveValue('namaste');
    window.sessionStorage.clear();
  });
});

describe('a picture', () => {
  const pixel = (name: string): HTMLElement => screen.getByRole('slider', { name });

  it('is drawn by clicks, by drags and by keys', async () => {
    const page = drawPage(<SentenceField />, { task: 'pictures', text: '#.#/.#./#.#', cell: 'feedforward_tanh' });
    await screen.findByRole('slider', { name: 'row 1 col 1' });
    expect(pixel('row 1 col 1')).toHaveAttribute('aria-valuenow', '1');
    await userEvent.click(pixel('row 1 col 2'));
    expect(readingOf(documentOf(page)).inputs).toMatchObject({ values: Float64Array.of(1, 1, 1, 0, 1, 0, 1, 0, 1) });
    pixel('row 2 col 1').focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(pixel('row 2 col 1')).toHaveAttribute('data-value', '0.3');
    fireEvent.pointerDown(pixel('row 2 col 2'), { button: 0, clientY: 100 });
    fireEvent.pointerMove(pixel('row 2 col 2'), { clientY: 140 });
    fireEvent.pointerUp(pixel('row 2 col 2'), { clientY: 140 });
    expect(pixel('row 2 col 2')).toHaveAttribute('data-value', '0.5');
    act(() => page.stores.documents.getState().undo());
    expect(pixel('row 2 col 2')).toHaveAttribute('data-value', '1');
  });

  it('has one of the classes as its right answer', async () => {
    const page = drawPage(<SentenceField />, { task: 'pictures', text: '#.#/.#./#.#', cell: 'feedforward_tanh' });
    await userEvent.click(screen.getByRole('radio', { name: 'plus' }));
    expect(documentOf(page).label).toBe(2);
  });

  it('and a film is changed frame by frame', async () => {
    const page = drawPage(<SentenceField />, { task: 'frames', text: '#....;.#...;..#..' });
    await userEvent.click(await screen.findByRole('button', { name: 'Move frame 2 up' }));
    expect(documentOf(page).text).toBe('.#...;#....;..#..');
    await userEvent.click(screen.getByRole('button', { name: 'Take frame 2 away' }));
    expect(documentOf(page).text).toBe('.#...;..#..');
    await userEvent.click(screen.getByRole('button', { name: 'Put a copy of frame 2 after it' }));
    expect(documentOf(page).text).toBe('.#...;..#..;..#..');
  });
});

describe('what has two parts', () => {
  it('is a sentence and its translation, which may be the table’s', async () => {
    const page = drawPage(<SentenceField />, { task: 'translation', text: "i am cold > j'ai froid" });
    const english = screen.getByRole('textbox', { name: 'Your own sentence' });
    expect(english).toHaveValue('i am cold');
    expect(screen.getByRole('textbox', { name: 'Its translation' })).toHaveValue("j'ai froid");
    await userEvent.clear(screen.getByRole('textbox', { name: 'Its translation' }));
    await userEvent.clear(english);
    await userEvent.type(english, 'you are hungry{Enter}');
    expect(documentOf(page).text).toBe('you are hungry');
    expect(readingOf(documentOf(page)).tokens[1]).toEqual(['<start>', 'tu', 'as', 'faim']);
  });

  it('is a class and a name', async () => {
    const page = drawPage(<SentenceField />, { task: 'names', text: 'girl: anna' });
    await userEvent.click(screen.getByRole('radio', { name: 'boy' }));
    await userEvent.click(screen.getByRole('button', { name: 'Read' }));
    expect(documentOf(page).text).toBe('boy: anna');
  });
});
