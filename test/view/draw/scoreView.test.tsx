import { fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ScoreView } from '../../../src/view/draw/score/ScoreView.tsx';
import { play } from './scenes.ts';

const long = play({ task: 'letters', T: 300, epochs: 0 });

const view = (scene: ReturnType<typeof long>) => (
  <ScoreView scene={scene} width={900} height={500} fold={0} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} />
);

describe('the window of the score', () => {
  it('keeps the step in view in sight when the playhead moves', () => {
    const { container, rerender } = render(view(long()));
    const region = container.querySelector('.score-view')!;
    expect(region.scrollLeft).toBe(0);
    rerender(view(long((moment) => moment.t === 200 && moment.makes === 'h')));
    expect(region.scrollLeft).toBeGreaterThan(600);
    fireEvent.scroll(region);
    expect(container.querySelector('[data-symbol="h"][data-t="200"][data-value]')).not.toBeNull();
    expect(container.querySelector('[data-symbol="x"][data-t="1"]')).toBeNull();
  });

  it('has a track as wide as all columns, and draws only what can be seen', () => {
    const { container } = render(view(long()));
    expect(Number.parseFloat(container.querySelector<HTMLElement>('.score-track')!.style.width)).toBeGreaterThan(1900);
    expect(container.querySelector('svg')).toHaveAttribute('width', '900');
  });

  it('does not scroll when folded', () => {
    const { container } = render(
      <ScoreView scene={long()} width={900} height={500} fold={1} selection={null} onSelect={() => {}} onHover={() => {}} digits={2} />,
    );
    expect(container.querySelector<HTMLElement>('.score-track')!.style.width).toBe('900px');
  });
});
