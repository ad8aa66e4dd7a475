import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FigureFrame, type FigurePlace } from '../../../src/view/panels/pages/FigureFrame.tsx';
import { drawPage } from '../page.tsx';

/** The size that the page would have: jsdom lays nothing out. */
function withSize(width: number, height: number): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
}

function drawn(props: { readonly aspect?: number; readonly minHeight?: number | ((textSize: number, width: number) => number) } = {}): FigurePlace[] {
  const places: FigurePlace[] = [];
  drawPage(
    <FigureFrame title="Gradient at each step" name="gradient" note="Every column is a step." {...props}>
      {(place) => {
        places.push(place);
        return <svg width={place.width} height={place.height} />;
      }}
    </FigureFrame>,
  );
  return places;
}

const full = (): HTMLElement => screen.getByRole('button', { name: '“Gradient at each step” in full screen' });

afterEach(() => void vi.restoreAllMocks());

describe('the frame of a figure', () => {
  test('has the figure drawn to its width, as high as it is asked to be', () => {
    withSize(600, 0);
    expect(drawn({ minHeight: 200 }).at(-1)).toMatchObject({ width: 600, height: 200, isFull: false });
    expect(drawn({ minHeight: 200, aspect: 2 }).at(-1)).toMatchObject({ height: 300 });
    expect(drawn({ minHeight: 350, aspect: 2 }).at(-1)).toMatchObject({ height: 350 });
  });

  test('is as high as its letters demand, where it is told how high that is', () => {
    withSize(600, 0);
    const [place] = drawn({ minHeight: (textSize, width) => textSize * 20 + width / 10 }).slice(-1);
    expect(place!.height).toBe(place!.textSize * 20 + 60);
  });

  test('has a name, and words under it', () => {
    withSize(600, 0);
    drawn();
    expect(screen.getByRole('figure', { name: 'Gradient at each step' })).toHaveTextContent('Every column is a step.');
  });

  test('fills the page where the browser has no full screen, with larger letters, until Escape', async () => {
    const user = userEvent.setup();
    withSize(1240, 700);
    const places = drawn();
    const usual = places.at(-1)?.textSize ?? 0;
    await user.click(full());
    expect(screen.getByRole('dialog', { name: 'Gradient at each step' })).toBeInTheDocument();
    expect(places.at(-1)).toMatchObject({ isFull: true, height: 700 });
    expect(places.at(-1)?.textSize).toBeGreaterThan(usual * 1.4);
    expect(full()).toHaveAttribute('aria-pressed', 'true');
    const below = vi.fn<() => void>();
    window.addEventListener('keydown', below);
    await user.keyboard('{Escape}');
    window.removeEventListener('keydown', below);
    expect(below).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(full()).toHaveFocus();
    expect(places.at(-1)).toMatchObject({ isFull: false, textSize: usual });
  });

  test('takes the browser’s own full screen where there is one, and hears when it ends', async () => {
    withSize(1240, 700);
    let element: Element | null = null;
    Object.defineProperty(document, 'fullscreenElement', { configurable: true, get: () => element });
    const ask = async (): Promise<void> => {
      element = screen.getByRole('figure');
      document.dispatchEvent(new Event('fullscreenchange'));
    };
    Object.defineProperty(HTMLElement.prototype, 'requestFullscreen', { configurable: true, value: ask });
    const places = drawn();
    await act(async () => fireEvent.click(full()));
    expect(places.at(-1)).toMatchObject({ isFull: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => {
      element = null;
      document.dispatchEvent(new Event('fullscreenchange'));
    });
    expect(places.at(-1)).toMatchObject({ isFull: false });
    Reflect.deleteProperty(HTMLElement.prototype, 'requestFullscreen');
    Reflect.deleteProperty(document, 'fullscreenElement');
  });

  test('says in words why it cannot be saved, while nothing is drawn', async () => {
    withSize(600, 0);
    drawn();
    await userEvent.click(screen.getByRole('button', { name: 'Save “Gradient at each step” as SVG' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Nothing is drawn here yet, so there is nothing to save.'));
  });
});
