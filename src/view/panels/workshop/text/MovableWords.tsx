// The words of the sentence in the order that is set: each can be dragged, or moved by arrow keys and by buttons.
import { ChevronLeft, ChevronRight, Shuffle, Undo2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { asWritten, moved, shuffled, writeOrder, type Order } from './order.ts';

interface Props {
  readonly words: readonly string[];
  readonly order: Order;
  readonly onOrder: (order: string) => void;
}

const byKey: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

export function MovableWords({ words, order, onOrder }: Props) {
  const list = useRef<HTMLOListElement>(null);
  /** The place of the word that is taken; its focus goes with it. */
  const [taken, take] = useState<number | null>(null);
  const follows = useRef(false);
  useLayoutEffect(() => {
    if (!follows.current || taken === null) return;
    follows.current = false;
    list.current?.querySelectorAll('button')[taken]?.focus();
  }, [taken, order]);
  const put = (from: number, to: number): void => {
    const end = Math.min(order.length - 1, Math.max(0, to));
    take(end);
    onOrder(writeOrder(moved(order, from, end)));
  };
  const onKeyDown = (event: KeyboardEvent, place: number): void => {
    const by = byKey[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    follows.current = true;
    put(place, place + by);
  };
  const isWritten = order.every((place, k) => place === k);
  const current = taken !== null && taken < order.length ? taken : null;
  return (
    <div className="text-order" role="group" aria-label="The words in their order">
      <ol ref={list} className="text-words">
        {order.map((place, k) => (
          <li key={place}>
            <button
              type="button"
              className="text-word"
              draggable
              aria-pressed={current === k}
              data-moved={place !== k || undefined}
              title="Drag it, or move it with the arrow keys"
              onClick={() => take(current === k ? null : k)}
              onKeyDown={(event) => onKeyDown(event, k)}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', words[place] ?? '');
                event.dataTransfer.effectAllowed = 'move';
                take(k);
              }}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (current !== null) put(current, k);
              }}
            >
              {words[place]}
            </button>
          </li>
        ))}
      </ol>
      <div className="text-order-buttons">
        <button type="button" className="controls-button" aria-label="Move the word to the left" disabled={current === null || current === 0} onClick={() => current !== null && put(current, current - 1)}>
          <ChevronLeft aria-hidden="true" />
        </button>
        <button type="button" className="controls-button" aria-label="Move the word to the right" disabled={current === null || current === order.length - 1} onClick={() => current !== null && put(current, current + 1)}>
          <ChevronRight aria-hidden="true" />
        </button>
        <button
          type="button"
          className="controls-button"
          disabled={words.length < 2}
          onClick={() => {
            take(null);
            // The one number that no seed decides; the order that follows from it is in the document.
            onOrder(writeOrder(shuffled(words, order, Math.floor(Math.random() * 1e6))));
          }}
        >
          <Shuffle aria-hidden="true" />
          Shuffle
        </button>
        <button
          type="button"
          className="controls-button"
          disabled={isWritten}
          onClick={() => {
            take(null);
            onOrder(writeOrder(asWritten(words.length)));
          }}
        >
          <Undo2 aria-hidden="true" />
          As written
        </button>
      </div>
    </div>
  );
}
