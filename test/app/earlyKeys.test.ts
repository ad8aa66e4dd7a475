import { afterEach, describe, expect, it } from 'vitest';
import { keepKeys } from '../../src/app/earlyKeys.ts';

const press = (key: string, target: EventTarget, init: KeyboardEventInit = {}): void => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
};

afterEach(() => document.body.replaceChildren());

describe('keys that are pressed before they can be answered', () => {
  it('are pressed again, in their order, where they were pressed', () => {
    const button = document.body.appendChild(document.createElement('button'));
    const early = keepKeys(document);
    press('ArrowRight', document.body);
    press('z', button, { ctrlKey: true });
    const heard: unknown[] = [];
    const hear = ({ key, ctrlKey, target }: KeyboardEvent): void => void heard.push([key, ctrlKey, target]);
    document.addEventListener('keydown', hear);
    early.release();
    press('a', document.body);
    early.release();
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual([
      ['ArrowRight', false, document.body],
      ['z', true, button],
      ['a', false, document.body],
    ]);
  });

  it('are left where something else has answered them', () => {
    const early = keepKeys(document);
    const answer = (event: KeyboardEvent): void => event.preventDefault();
    document.body.addEventListener('keydown', answer);
    press('ArrowRight', document.body);
    document.body.removeEventListener('keydown', answer);
    let count = 0;
    const hear = (): void => void count++;
    document.addEventListener('keydown', hear);
    early.release();
    document.removeEventListener('keydown', hear);
    expect(count).toBe(0);
  });
});
