// What the reader sees: the lesson's words for this phase, what to press next, and a question to answer before the numbers do.
import { useRef } from 'react';
import { tasks } from '../../../engine/tasks/index.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { useDocument, useScene, useView } from '../stores.tsx';
import { useOverflows } from '../useOverflows.ts';
import { Question, type QuestionKind } from './Question.tsx';
import './guide.css';

interface GuidePage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly next: string;
  readonly question: QuestionKind | null;
}

export function Guide({ page }: { readonly page: GuidePage }) {
  const scene = useScene();
  const digits = useView((state) => state.digits);
  const step = useDocument((state) => tasks[state.document.task].step);
  const place = useRef<HTMLElement>(null);
  const overflows = useOverflows(place, JSON.stringify([page, scene !== null]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by those without a pointer
    <section ref={place} className="guide" aria-labelledby="guide-title" tabIndex={overflows ? 0 : undefined}>
      <h2 id="guide-title" className="guide-title">
        {page.title}
      </h2>
      {page.paragraphs.map((paragraph) => (
        <p key={paragraph} className="guide-paragraph">
          <SymbolText text={paragraph} />
        </p>
      ))}
      <p className="guide-next">{page.next}</p>
      {scene && page.question ? <Question key={keyOf(page.question)} scene={scene} question={page.question} digits={digits} step={step} /> : null}
    </section>
  );
}

const keyOf = (question: QuestionKind): string => (question.kind === 'state' ? `state ${question.t}` : question.kind);
