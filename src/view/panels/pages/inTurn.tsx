// A figure whose numbers come in its turn, one figure a frame; what a pointer or a key does to it comes at once.
import { memo, useRef, useState, type ComponentType } from 'react';
import { watchView } from '../../hooks/inView.ts';
import { useInTurn } from '../../hooks/useInTurn.ts';
import { FigureElement } from './figureElement.ts';

interface Numbers {
  /** What is drawn, whole: the same object as long as nothing of it has changed. */
  readonly shown: object;
}

/** The figure, drawn anew only when its turn has come, or when another of its properties changes. */
export function inTurn<Props extends Numbers>(Figure: ComponentType<Props>): ComponentType<Props> {
  const Drawn = memo(Figure) as unknown as ComponentType<Props>; // memo's own type forgets that the properties are still these
  return memo(function InTurn(props: Props) {
    const figure = useRef<HTMLElement>(null);
    const [follow] = useState(() => (element: HTMLElement) => {
      figure.current = element;
      return watchView(element);
    });
    return (
      <FigureElement value={follow}>
        <Drawn {...props} shown={useInTurn(props.shown, figure)} />
      </FigureElement>
    );
  });
}
