// One stage on the way from text to numbers: its number and name, its switch, what it does, the shape of what comes out, and its table.
import { useId, type ReactNode } from 'react';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly words: ReactNode;
  /** What comes out, in words: "3 texts × 4 words". */
  readonly shape: string;
  readonly isOn?: boolean | undefined;
  /** Its switch or choice; none where it is always there. */
  readonly control?: ReactNode;
  readonly children: ReactNode;
}

export function Stage({ number, title, words, shape, isOn = true, control, children }: Props) {
  const id = useId();
  return (
    <section className="text-stage" aria-labelledby={id} data-off={!isOn || undefined}>
      <div className="text-stage-head">
        <span className="text-stage-number" aria-hidden="true">
          {number}
        </span>
        <h3 id={id}>{title}</h3>
        {control}
        <span className="text-stage-shape">{shape}</span>
      </div>
      <p className="controls-words">{words}</p>
      {children}
    </section>
  );
}
