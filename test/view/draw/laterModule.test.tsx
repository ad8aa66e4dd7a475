import { act, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { laterModule, useLaterModule, type LaterModule } from '../../../src/view/draw/laterModule.ts';

function Drawing({ part, isWanted }: { readonly part: LaterModule<string>; readonly isWanted: boolean }) {
  return <p>{useLaterModule(part, isWanted) ?? 'nothing yet'}</p>;
}

describe('code that a drawing does without at first', () => {
  it('is fetched once it is wanted, once for all', async () => {
    const load = vi.fn<() => Promise<string>>().mockResolvedValue('here');
    const part = laterModule(load);
    const { rerender } = render(<Drawing part={part} isWanted={false} />);
    expect(load).not.toHaveBeenCalled();
    rerender(<Drawing part={part} isWanted />);
    expect(screen.getByText('nothing yet')).toBeInTheDocument();
    expect(await screen.findByText('here')).toBeInTheDocument();
    await part.fetch();
    expect(load).toHaveBeenCalledTimes(1);
    rerender(<Drawing part={part} isWanted={false} />);
    expect(screen.getByText('nothing yet')).toBeInTheDocument();
  });

  it('is tried again when it is wanted anew, after it could not be fetched', async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no network')).mockResolvedValue('here');
    const part = laterModule(load);
    await part.fetch();
    expect(part.now()).toBeNull();
    await act(async () => part.fetch());
    expect(part.now()).toBe('here');
    expect(load).toHaveBeenCalledTimes(2);
  });
});
