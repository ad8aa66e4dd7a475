import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../src/worker/client.ts';
import { Notices } from '../../../src/view/panels/notices/Notices.tsx';
import { overflowWords } from '../../../src/view/panels/notices/overflowWords.ts';
import { StoresProvider } from '../../../src/view/panels/stores.tsx';
import { drawPage } from '../page.tsx';

describe('the notices', () => {
  it('are empty as a rule', () => {
    const page = drawPage(<Notices />);
    expect(page.container.querySelector('.notice')).toBeNull();
  });

  it('explain a number that is too large, and offer to take the last change back', () => {
    const page = drawPage(<Notices />);
    act(() => {
      page.stores.documents.getState().dispatch({ type: 'editWeight', symbol: 'W_hh', unit: 1, column: 1, value: 1e308 });
      page.stores.runs.setState({ firstNonFinite: { symbol: 'a', t: 2, unit: 3, value: Infinity } });
    });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'From t = 2 on, a₂[3] is larger than 1.8·10308, the largest number the computer can hold (∞). Smaller weights bring it back.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Undo the last change' }));
    expect(page.stores.documents.getState().document.changes).toEqual([]);
  });

  it('offer to reset the weights where a link brought them', () => {
    const page = drawPage(<Notices />, { changes: [{ kind: 'scale', symbol: 'W_hh', factor: 1e300 }] });
    act(() => page.stores.runs.setState({ firstNonFinite: { symbol: 'a', t: 2, unit: 3, value: NaN } }));
    expect(screen.getByRole('alert')).toHaveTextContent('∞ − ∞');
    fireEvent.click(screen.getByRole('button', { name: 'Reset the weights' }));
    expect(page.stores.documents.getState().document.changes).toEqual([]);
  });

  it('tell why a computation failed, and try again', () => {
    const page = drawPage(null);
    const run = vi.fn<Client['run']>();
    const client = { run } as unknown as Client;
    page.rerender(
      <StoresProvider stores={{ ...page.stores, client }}>
        <Notices />
      </StoresProvider>,
    );
    act(() => page.stores.runs.setState({ status: 'failed', error: 'The browser has no memory left.' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The browser has no memory left. The numbers on the screen are those from before.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('tell of a restart once', () => {
    const page = drawPage(<Notices />);
    act(() => page.stores.runs.setState({ restarts: 1, notice: 'The background worker was lost.' }));
    expect(screen.getByRole('status')).toHaveTextContent(
      'The computation stopped answering and was started again; nothing was lost.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => page.stores.runs.setState({ restarts: 2 }));
    expect(screen.getByRole('status')).toHaveTextContent('started again');
  });

  it('list what could not be read of a link, until dismissed', () => {
    const page = drawPage(<Notices />, {}, { problems: ['The link has “foo”.', 'The link has “bar”.'] });
    expect(screen.getByRole('status')).toHaveTextContent('2 parts of the link could not be read.');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(page.stores.views.getState().problems).toEqual([]);
  });
});

describe('overflow in words', () => {
  it('names the number, its step and its unit', () => {
    const { network } = drawPage(null).stores.runs.getState();
    if (!network) throw new Error('There is no run.');
    expect(overflowWords(network, { symbol: 'h', t: 12, unit: 1, value: -Infinity })).toBe(
      'From t = 12 on, h₁₂[1] is below −1.8·10³⁰⁸, beyond what the computer can hold (−∞).',
    );
  });
});
