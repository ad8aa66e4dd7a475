// What the audience sees when the lecturer presses `b` or `.`: nothing, until any key or click brings the page back.
import { useEffect, useRef } from 'react';
import { useView } from '../view/panels/stores.tsx';

export function BlankScreen() {
  const isBlank = useView((state) => state.isBlank);
  const setBlank = useView((state) => state.setBlank);
  const screen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isBlank) return;
    const before = document.activeElement;
    screen.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, [isBlank]);
  if (!isBlank) return null;
  return (
    <button type="button" className="page-blank" ref={screen} onClick={() => setBlank(false)}>
      The screen is blank: press any key to go on
    </button>
  );
}
