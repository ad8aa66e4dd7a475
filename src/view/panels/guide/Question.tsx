// What the reader sees: "Predict first", a question with a button for each answer, and after a choice what the numbers say.
import { useState } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { Digits } from '../../theme/format.ts';
import { answerQuestion, gradientQuestion, stateQuestion, type Choices } from './answer.ts';

export type QuestionKind = { readonly kind: 'state'; readonly t: number } | { readonly kind: 'gradient' } | { readonly kind: 'answer' };

interface Props {
  readonly scene: Scene;
  readonly question: QuestionKind;
  readonly digits: Digits;
  /** What one time step reads: word or letter. */
  readonly step: string;
}

export function Question({ scene, question, digits, step }: Props) {
  const [chosen, choose] = useState<{ readonly index: number; readonly of: object } | null>(null);
  const asked = ask(scene, question, digits, step);
  if (!asked) return null;
  // An answer about other numbers is no answer to these.
  const answer = chosen?.of === scene.job ? chosen.index : null;
  return (
    <div className="guide-question" role="group" aria-labelledby="guide-question-title">
      <h3 id="guide-question-title" className="guide-question-title">
        Predict first
      </h3>
      <p className="guide-paragraph">{asked.words}</p>
      <div className="guide-choices">
        {asked.choices.map((choice, index) => (
          <button
            key={choice}
            type="button"
            className="guide-choice"
            aria-pressed={answer === index}
            onClick={() => choose({ index, of: scene.job })}
          >
            {choice}
          </button>
        ))}
      </div>
      <p className="guide-answer" role="status">
        {answer === null ? '' : `${answer === asked.right ? 'Yes. ' : `Not ${asked.choices[answer] ?? ''}. `}${asked.because}`}
      </p>
    </div>
  );
}

function ask(scene: Scene, question: QuestionKind, digits: Digits, step: string): Choices | null {
  if (question.kind === 'state') return stateQuestion(scene, question.t, digits, step);
  return question.kind === 'gradient' ? gradientQuestion(scene, digits, step) : answerQuestion(scene, digits);
}
