import { render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PageLayout } from '../../../src/view/panels/pages/PageLayout.tsx';
import { GenerationRoom } from '../../../src/view/panels/workshop/generation/GenerationRoom.tsx';
import { StatesRoom } from '../../../src/view/panels/workshop/states/StatesRoom.tsx';
import { drawPage } from '../page.tsx';

/** The head of the page, with its question and words. */
const head = (): HTMLElement => screen.getByRole('heading', { level: 2 }).closest('header')!;

/** Whether `after` stands below the head, and not in it. */
const isBelowHead = (after: HTMLElement): boolean => head().compareDocumentPosition(after) === Node.DOCUMENT_POSITION_FOLLOWING;

describe('a page', () => {
  test('has its words in its head, its figures below them, and then what can be changed', () => {
    render(
      <PageLayout title="Why?" words={<p>Because.</p>} controls={<button type="button">Change it</button>}>
        <p>A figure</p>
      </PageLayout>,
    );
    expect(within(head()).getByText('Because.')).toBeInTheDocument();
    const figure = screen.getByText('A figure');
    expect(isBelowHead(figure)).toBe(true);
    const controls = screen.getByRole('group', { name: 'What can be changed' });
    expect(figure.compareDocumentPosition(controls)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('where nothing can be changed has no room beside its figures for it, and nothing to fold', () => {
    render(
      <PageLayout title="Why?" words={<p>Because.</p>}>
        <p>A figure</p>
      </PageLayout>,
    );
    expect(isBelowHead(screen.getByText('A figure'))).toBe(true);
    expect(screen.queryByRole('button')).toBeNull();
    // The second column comes with this element alone.
    expect(document.querySelector('.lab-experiment-side')).toBeNull();
  });
});

describe('a room that looks at a trained network, before there is one', () => {
  test('says so in its words, and has the ways to one where its figures will be', () => {
    drawPage(<StatesRoom />);
    expect(within(head()).getByText(/No network has been trained yet/)).toBeInTheDocument();
    for (const name of ['Go to the training', 'Open a trained network']) expect(isBelowHead(screen.getByRole('button', { name }))).toBe(true);
    expect(screen.queryByRole('group', { name: 'What can be changed' })).toBeNull();
  });

  test('offers the data sets that have something to say as a list with a name', () => {
    drawPage(<GenerationRoom />);
    const sets = screen.getByRole('list', { name: 'These data sets have something to say:' });
    expect(isBelowHead(sets)).toBe(true);
    expect(within(sets).getAllByRole('button').length).toBeGreaterThan(2);
  });
});
