// One line over the score: what was changed, and what became of the answer and of the loss; or why something cannot be changed.
import { useEffect, useMemo, useState } from 'react';
import { X } from 'lucide-react';
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { Reference } from '../../../engine/reference.ts';
import { quote } from '../../../state/words.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { exactText, type Digits } from '../../theme/format.ts';
import { nameOf } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';
import { useScene, useStores, useView, useWholeRun } from '../stores.tsx';
import { labelsOf } from '../../../state/runs.ts';
import { Numbers } from '../../../engine/explain/numbers.ts';
import { apart } from './apart.ts';
import { outcomeOf, type Compared, type Outcome } from './compared.ts';
import type { KeptRun } from './keptRun.ts';
import { oldRowsOf } from './beforeOf.ts';
import { useWhatIf, whatIfOf, type Refusal, type Subject } from './whatIf.ts';

/** The ear is told when the hand has paused for this long, in milliseconds. */
const quiet = 700;

export function ChangeLine() {
  const refusal = useWhatIf((state) => state.refusal);
  const change = useChange();
  const spoken = useSettled(refusal ? refusal.words : (change?.words ?? ''));
  return (
    <>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      {refusal ? <Refused refusal={refusal} /> : change && <Changed {...change} />}
    </>
  );
}

interface Change {
  readonly subject: Compared | { readonly name: string };
  readonly outcome: Outcome;
  readonly digits: Digits;
  readonly words: string;
}

/** What has changed since the hand began; null where nothing has. */
function useChange(): Change | null {
  const before = useWhatIf((state) => state.before);
  const subject = useWhatIf((state) => state.subject);
  const digits = useView((state) => state.digits);
  const run = useWholeRun();
  const scene = useScene();
  const lookedAt = scene?.moment?.t ?? 0;
  return useMemo(() => {
    if (!before || !subject || !run || run.job === before.job) return null;
    const labels = labelsOf(run.job);
    const numbers = new Numbers(run.trace, run.parameters, run.job.learningRate, 0, run.job.clipping);
    const oldRow = oldRowsOf(before, subject, labels.tokens);
    const { axis = 0 } = run.network.program.slots[run.network.program.slots.length - 1] ?? {};
    const read = run.trace.sequences[0]?.readoutRows ?? [];
    // The step that is looked at is told of; where nothing is read out there, the last one is.
    const last = read.includes(lookedAt) ? lookedAt : read.at(-1);
    const rows = [...read.filter((row) => row !== last), ...(last === undefined ? [] : [last])].map((row) => [row, isOnly(read) ? (before.trace.sequences[0]?.readoutRows[0] ?? -1) : oldRow(axis, row)] as const);
    const value = (reference: Reference): number => numbers.value(reference);
    const outcome = outcomeOf({ network: before.network, value: (each) => before.value(each), outputs: before.labels.outputs }, { network: run.network, value, outputs: labels.outputs }, rows);
    if (!outcome) return null;
    const what = subjectOf(subject, before, labels.tokens, value);
    return { subject: what, outcome, digits, words: wordsOf(what, outcome, digits) };
  }, [before, subject, run, digits, lookedAt]);
}

/** The only answer of a sequence is compared with the only one before, wherever it stood. */
const isOnly = (rows: readonly number[]): boolean => rows.length === 1;

function subjectOf(subject: Subject, before: KeptRun, tokens: Scene['tokens'], value: (reference: Reference) => number): Change['subject'] {
  if (subject.kind === 'number') {
    const { reference } = subject;
    return { name: plainText(before.network, reference), reference, from: before.value(reference), to: value(reference) };
  }
  const { axis, change } = subject;
  const then = (index: number): string => quote(before.labels.tokens[axis][index - 1] ?? '');
  const now = (index: number): string => quote(tokens[axis][index - 1] ?? '');
  switch (change.kind) {
    case 'replace':
      return { name: `${then(change.index)} → ${now(change.index)}` };
    case 'insert':
      return { name: `${now(change.index)} put in` };
    case 'delete':
      return { name: `${then(change.index)} taken out` };
    case 'move':
      return { name: `${then(change.from)} moved` };
  }
}

function told({ name, from, to }: Compared, digits: Digits): string {
  const texts = apart(from, to, digits);
  return Object.is(from, to) ? `${name} stays ${texts.to}` : `${name} ${texts.from} → ${texts.to}`;
}

/** How far it went, in brackets; nothing where it stays. */
const moved = ({ from, to }: Compared, digits: Digits): string => (Object.is(from, to) ? '' : ` (${apart(from, to, digits).difference})`);

function wordsOf(subject: Change['subject'], { answer, loss, verdict }: Outcome, digits: Digits): string {
  const head = 'from' in subject ? told(subject, digits) : subject.name;
  return `${head}: ${told(answer, digits)}${moved(answer, digits)}, ${told(loss, digits)}${verdict === '' ? '' : `; ${verdict}`}.`;
}

function Changed({ subject, outcome, digits }: Change) {
  const { answer, loss, verdict } = outcome;
  return (
    <div className="what-if-line">
      <span className="what-if-subject">{'from' in subject ? <Pair compared={subject} digits={digits} /> : subject.name}:</span>
      <span>
        <Pair compared={answer} digits={digits} />
        <span className="what-if-difference">{moved(answer, digits)}</span>
      </span>
      <Pair compared={loss} digits={digits} />
      {verdict !== '' && <strong>{verdict}</strong>}
    </div>
  );
}

function Pair({ compared, digits }: { readonly compared: Compared; readonly digits: Digits }) {
  const { from, to } = apart(compared.from, compared.to, digits);
  return (
    <span className="what-if-pair" data-compared={compared.reference.symbol} data-from={exactText(compared.from)} data-to={exactText(compared.to)}>
      <SymbolText text={compared.name} /> {Object.is(compared.from, compared.to) ? 'stays' : <><span className="what-if-from">{from}</span> →</>} <b>{to}</b>
    </span>
  );
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const stores = useStores();
  const scene = useScene();
  if (!scene) return null;
  return (
    <div className="what-if-line is-refusal">
      <span>{refusal.words}</span>
      {refusal.instead.map((each) => {
        const name = nameOf(scene.network, each);
        return (
          <button key={name} type="button" onClick={() => stores.views.getState().select(each, true)}>
            <SymbolText text={name} />
          </button>
        );
      })}
      <button type="button" className="what-if-close" aria-label="Close this note" onClick={() => whatIfOf(stores).refuse(null)}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}

/** A text once it has not changed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quiet);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
