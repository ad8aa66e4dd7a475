import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TruncationExperiment } from '../../../src/view/panels/laboratory/truncation/TruncationExperiment.tsx';
import { FigureFrame } from '../../../src/view/panels/pages/FigureFrame.tsx';
import { PageLayout } from '../../../src/view/panels/pages/PageLayout.tsx';
import { drawLaboratory } from '../laboratory/answered.tsx';
import { drawPage } from '../page.tsx';

afterEach(() => void vi.restoreAllMocks());

const controls = (): HTMLElement => screen.getByRole('button', { name: 'Controls' });

describe('a figure that fills the screen', () => {
  test('has what can be changed at its side when it is asked for, and it is the same setting as on the page', async () => {
    const user = userEvent.setup();
    const { laboratory } = drawLaboratory(<TruncationExperiment />);
    expect(screen.queryByRole('button', { name: 'Controls' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /“The gradient that is left at each step” in full screen/ }));
    const dialog = screen.getByRole('dialog', { name: 'The gradient that is left at each step' });
    expect(within(dialog).queryByRole('group', { name: 'What can be changed' })).toBeNull();
    await user.click(controls());
    expect(controls()).toHaveAttribute('aria-expanded', 'true');
    const own = within(within(dialog).getByRole('group', { name: 'What can be changed' }));
    await user.click(own.getByRole('radio', { name: 'LSTM' }));
    expect(laboratory().network).toBe('lstm');
    await user.click(controls());
    expect(within(dialog).queryByRole('group', { name: 'What can be changed' })).toBeNull();
    await user.click(controls());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getAllByRole('group', { name: 'What can be changed' })).toHaveLength(1);
  });

  test('offers none where the page has none', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700);
    drawPage(
      <PageLayout title="Why?" words="" controls={null}>
        <FigureFrame title="A figure" name="figure">
          {({ width, height }) => <svg width={width} height={height} />}
        </FigureFrame>
      </PageLayout>,
    );
    await userEvent.click(screen.getByRole('button', { name: '“A figure” in full screen' }));
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Controls' })).toBeNull();
  });
});
