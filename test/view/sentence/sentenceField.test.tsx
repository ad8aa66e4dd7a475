import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SentenceField } from '../../../src/view/panels/sentence/SentenceField.tsx';
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
    expect(screen.getByRole('radio', { name: 'did not: 0' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'liked it: 1' }));
    expect(documentOf(page).label).toBe(1);
    expect(screen.getByRole('radio', { name: 'liked it: 1' })).toBeChecked();
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
