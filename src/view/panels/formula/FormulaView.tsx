// The equation of one number, in symbols and again with its numbers, each of which can be opened in turn.
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import type { Explanation } from '../../../engine/explain/explanation.ts';
import { sameReference, type Reference } from '../../../engine/reference.ts';
import { notationOf, plainText, roleOf } from '../../../engine/symbols/symbols.ts';
import { NumericText } from '../../draw/numeric/NumericText.tsx';
import { digitsFor, numberText } from '../../draw/numeric/numberText.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { ValueButton } from '../../draw/numeric/ValueButton.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { complete, extentOf, nameOf } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Digits } from '../../theme/format.ts';
import { extremeWords } from './extremes.ts';
import { LaterNote } from './LaterNote.tsx';
import { Symbols } from './Symbols.tsx';
import { strongest } from './subject.ts';
import { Trail } from './Trail.tsx';
import { UnitStepper } from './UnitStepper.tsx';
import './formula.css';

export interface FormulaViewProps {
  readonly ref?: Ref<HTMLElement>;
  readonly scene: Scene;
  /** What is explained; null before the first operation. */
  readonly reference: Reference | null;
  /** The opened terms; empty while the strip follows the clock. */
  readonly trail: readonly Reference[];
  readonly lit: Reference | null;
  readonly digits: Digits;
  /** Stands at the right: what else can be opened from here. */
  readonly aside?: ReactNode;
  /** Stands beside a number that is given and not computed: what changes it. */
  readonly editor?: ReactNode;
  readonly onOpen: (term: Reference) => void;
  readonly onPoint: (reference: Reference | null) => void;
  /** The same symbol at another unit. */
  readonly onUnit: (reference: Reference) => void;
  readonly onJump: (index: number) => void;
  readonly onBack: () => void;
  readonly onFollow: () => void;
  readonly onSeek: (playhead: number) => void;
}

export function FormulaView({ ref, ...props }: FormulaViewProps) {
  const { scene, reference, trail, aside } = props;
  const shown = useMemo(() => (reference ? complete(scene.network, reference) : null), [scene.network, reference]);
  return (
    <section ref={ref} className="formula" aria-label="Formula of the number in view">
      <div className="formula-sheet">
        <div className="formula-head">
          <Trail network={scene.network} trail={trail} onJump={props.onJump} onBack={props.onBack} onFollow={props.onFollow} />
          {shown && trail.length === 0 && <span className="formula-about">this step</span>}
          {shown && <UnitStepper extent={extentOf(scene.network, shown.symbol)} reference={shown} onChange={props.onUnit} />}
          <span className="formula-aside">{aside}</span>
        </div>
        {shown ? <Equation {...props} reference={shown} /> : <Welcome scene={scene} />}
      </div>
    </section>
  );
}

function Welcome({ scene }: { readonly scene: Scene }) {
  const [first] = scene.tokens;
  return (
    <div className="formula-body">
      <p className="formula-words">
        Press <kbd>→</kbd> to read the first step{first === undefined ? '' : `, “${first}”`}. Point at any number to see where
        it comes from.
      </p>
    </div>
  );
}

function Equation(props: FormulaViewProps & { readonly reference: Reference }) {
  const { scene, reference, lit, onPoint, onOpen } = props;
  const { network, numbers } = scene;
  const explanation = useMemo(() => numbers.explain(reference), [numbers, reference]);
  const { symbol, t } = reference;
  const openSymbol = useMemo(
    () => (each: Reference) => onOpen(strongest(scene, each)),
    [scene, onOpen],
  );
  const name = plainText(network, { symbol, t });
  return (
    <div className="formula-body">
      <Symbols
        latex={equationOf(explanation, notationOf(network, { symbol, t }).latex)}
        fallback={explanation.symbols === null ? name : `${name} = …`}
        lit={lit}
        onPoint={onPoint}
        onOpen={openSymbol}
      />
      {scene.read(reference) === null ? (
        <LaterNote scene={scene} reference={reference} onSeek={props.onSeek} />
      ) : (
        <InNumbers {...props} explanation={explanation} />
      )}
    </div>
  );
}

/** A result without a name of its own (W_hh h₂) is written once, not as equal to itself. */
function equationOf({ reference, symbols }: Explanation, left: string): string {
  const start = `${left} = `;
  if (symbols === null) return left;
  return reference.symbol.includes('·') && symbols.startsWith(start) ? symbols.slice(start.length) : symbols;
}

/** The left side in plain text; its time in brackets, as another "=" would be one too many. */
const leftSide = (name: string): string => name.replace(/ (at|so far, down to) t = (\d+)/, (_, word: string, t: string) => (word === 'at' ? ` (t = ${t})` : ` (t ≥ ${t})`));

function InNumbers({ scene, reference, explanation, lit, digits, editor, onOpen, onPoint }: FormulaViewProps & { readonly reference: Reference; readonly explanation: Explanation }) {
  const { network } = scene;
  const { value, numbers, words } = explanation;
  const shown = digitsFor(reference.symbol, digits);
  const role = `role-${roleOf(network, reference.symbol)}`;
  const name = nameOf(network, reference);
  const extreme = extremeWords(value, numbers);
  return (
    <div className="formula-numbers">
      <span className={`formula-name ${role}`}>
        <SymbolText text={leftSide(name)} />
      </span>
      {numbers?.kind === 'number' && numbers.reference && (
        <>
          <span className="formula-equals"> = </span>
          <HandedOn
            network={network}
            reference={numbers.reference}
            value={numbers.value}
            text={numberText(numbers.value, numbers.reference, digits)}
            isLit={sameReference(lit, numbers.reference)}
            onOpen={onOpen}
            onPoint={onPoint}
          />
        </>
      )}
      {numbers && numbers.kind !== 'number' && (
        <>
          <span className="formula-equals"> = </span>
          <LongNumbers
            key={name}
            tree={numbers}
            network={network}
            digits={shown}
            lit={lit}
            onOpen={onOpen}
            onPoint={onPoint}
          />
        </>
      )}
      <span className="numeric-run formula-outcome">
        <span className="formula-equals"> = </span>
        <strong
          className={`formula-result ${role}`}
          data-lit={sameReference(lit, reference) || undefined}
          {...valueAttributes(reference, value)}
        >
          <SymbolText text={numberText(value, reference, shown)} />
        </strong>
      </span>
      {extreme !== null && <span className="formula-extreme">{extreme}</span>}
      {numbers === null && words !== '' && <span className="formula-given">
          <SymbolText text={words} />
        </span>}
      {numbers === null && editor && <div className="formula-editor">{editor}</div>}
    </div>
  );
}

/** A number that is another one handed on unchanged: that one by its name, to be opened. */
function HandedOn({ network, reference, ...rest }: Omit<Parameters<typeof ValueButton>[0], 'shown'>) {
  return <ValueButton {...rest} network={network} reference={reference} shown={leftSide(nameOf(network, reference))} />;
}

/** Remembers how much of its long sums the reader has opened, until another number is shown. */
function LongNumbers(props: Omit<Parameters<typeof NumericText>[0], 'presses' | 'onMore'>) {
  const [presses, setPresses] = useState(0);
  return <NumericText {...props} presses={presses} onMore={() => setPresses(presses + 1)} />;
}
