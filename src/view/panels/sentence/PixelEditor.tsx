// What is read, to be drawn: a picture, or the frames of a film one below the other, pixel by pixel.
import { ArrowUp, Copy, Trash2 } from 'lucide-react';
import type { Task } from '../../../engine/tasks/task.ts';
import { readingOf } from '../../../state/reading.ts';
import { useGesture } from '../controls/useGesture.ts';
import { useDispatch, useDocument, useScene } from '../stores.tsx';
import { Pixel } from './Pixel.tsx';

export function PixelEditor({ task }: { readonly task: Task }) {
  const dispatch = useDispatch();
  const document = useDocument((state) => state.document);
  const program = useScene()?.network.program;
  const gesture = useGesture();
  const { inputs, tokens } = readingOf(document);
  const { grid, vocabulary, step } = task;
  if (!grid || inputs.kind !== 'dense' || document.generatedLength !== null) return null;
  const size = vocabulary.length;
  const steps = tokens[0].flatMap((token, k) => (token === '' ? [] : [k + 1]));
  const symbol = program?.slots[program.chains[0]?.input ?? -1]?.symbol ?? '';
  const isFilm = task.isSingle !== true;
  return (
    <div className="pixel-editor">
      {steps.map((t) => {
        const name = isFilm ? `${step} ${t}` : step;
        const token = tokens[0][t - 1] ?? '';
        return (
          <div key={t} className="pixel-frame" data-film={isFilm || undefined} role="group" aria-label={name}>
            {isFilm && <span className="controls-label">{t}</span>}
            <div className="pixel-grid" style={{ gridTemplateColumns: `repeat(${grid.width}, auto)` }}>
              {vocabulary.map((pixel, k) => (
                <Pixel
                  key={pixel}
                  name={isFilm ? `${pixel} of ${name}` : pixel}
                  reference={{ symbol, t, unit: k + 1 }}
                  value={inputs.values[(t - 1) * size + k] ?? 0}
                  onBegin={gesture.renew}
                  onChange={(value) => dispatch({ type: 'editInput', t, unit: k + 1, value, gesture: gesture.current() })}
                />
              ))}
            </div>
            {isFilm && (
              <span className="pixel-frame-tools">
                <Tool name={`Move ${name} up`} isOff={t === 1} onPress={() => dispatch({ type: 'moveWord', from: t, to: t - 1 })}>
                  <ArrowUp aria-hidden size={14} />
                </Tool>
                <Tool name={`Put a copy of ${name} after it`} isOff={false} onPress={() => dispatch({ type: 'insertWord', index: t + 1, word: token })}>
                  <Copy aria-hidden size={14} />
                </Tool>
                <Tool name={`Take ${name} away`} isOff={steps.length === 1} onPress={() => dispatch({ type: 'deleteWord', index: t })}>
                  <Trash2 aria-hidden size={14} />
                </Tool>
              </span>
            )}
          </div>
        );
      })}
      <p className="controls-words">A click makes a pixel black or white; dragging up or down, or the arrow keys, make it grey.</p>
    </div>
  );
}

function Tool({ name, isOff, onPress, children }: { readonly name: string; readonly isOff: boolean; readonly onPress: () => void; readonly children: React.ReactNode }) {
  return (
    <button type="button" className="pixel-tool" aria-label={name} title={name} aria-disabled={isOff || undefined} onClick={isOff ? undefined : onPress}>
      {children}
    </button>
  );
}
