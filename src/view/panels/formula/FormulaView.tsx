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
import { portsOf } from '../../anatomy/ports.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Digits } from '../../theme/format.ts';
import { BesideNote } from '../rival/BesideNote.tsx';
import { BeforeNote } from '../whatif/BeforeNote.tsx';
import { extremeWords } from './extremes.ts';
import { Switch } from '../controls/Switch.tsx';
import { tokenAt } from '../timeNames.ts';
import { HoldFixed } from './HoldFixed.tsx';
import { hasDerivatives, heldNames } from './held.ts';
import { LaterNote } from './LaterNote.tsx';
import { Symbols } from './Symbols.tsx';
import { strongest } from './subject.ts';
import { Trail } from './Trail.tsx';
import { UnitStepper } from './UnitStepper.tsx';
import './formula.css';
import { explain } from '../../../engine/explain/explanation.ts';

interface FormulaViewProps {
  readonly ref?: Ref<HTMLElement>;
  readonly scene: Scene;
  /** What is explained; null before the first operation. */
  readonly reference: Reference | null;
  /** The opened terms; empty while the strip follows the clock. */
  readonly trail: readonly Reference[];
  readonly lit: Reference | null;
  readonly digits: Digits;
  /** Whether PyTorch's names stand beside the network's. */
  readonly ports: boolean;
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
  // A reader who compares derivatives goes on comparing them from number to number.
  const [isHeld, setHeld] = useState(false);
  const { steps } = scene.trace;
  const canHold = shown !== null && hasDerivatives(scene.network, steps, shown) && heldNames(scene.network, steps, shown).length > 0 && scene.read(shown) !== null;
  return (
    <section ref={ref} className="formula" aria-label="Formula of the number in view">
      <div className="formula-sheet">
        <div className="formula-head">
          <Trail network={scene.network} trail={trail} onJump={props.onJump} onBack={props.onBack} onFollow={props.onFollow} />
          {shown && trail.length === 0 && <span className="formula-about">this step</span>}
          {shown && <UnitStepper extent={extentOf(scene.network, shown.symbol)} reference={shown} onChange={props.onUnit} />}
          {shown && canHold && <Switch label={<>hold {heldLabel(scene, shown)} fixed</>} isOn={isHeld} onChange={setHeld} />}
          <span className="formula-aside">{aside}</span>
        </div>
        {shown ? <Equation {...props} reference={shown} /> : <Welcome scene={scene} />}
        {shown && canHold && isHeld && <HoldFixed scene={scene} reference={shown} digits={props.digits} />}
      </div>
    </section>
  );
}

/** The states before a number, by name; the switch has no room for their chains, which are told once it is on. */
const heldLabel = ({ network, trace }: Scene, shown: Reference): ReactNode => <SymbolText text={heldNames(network, trace.steps, shown).map((name) => name.split(' ').at(-1)).join(', ')} />;

function Welcome({ scene }: { readonly scene: Scene }) {
  const first = tokenAt(scene, 0, 1);
  return (
    <div className="formula-body">
      <p className="formula-words">
        Press <kbd>→</kbd> to read the first step{first === '' ? '' : `, “${first}”`}. Point at any number to see where
        it comes from.
      </p>
    </div>
  );
}

function Equation(props: FormulaViewProps & { readonly reference: Reference }) {
  const { scene, reference, lit, onPoint, onOpen } = props;
  const { network, numbers } = scene;
  const explanation = useMemo(() => explain(numbers, reference), [numbers, reference]);
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

function InNumbers({ scene, ports, reference, explanation, lit, digits, editor, onOpen, onPoint }: FormulaViewProps & { readonly reference: Reference; readonly explanation: Explanation }) {
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
      {ports && <PortNames scene={scene} reference={reference} />}
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
        <BeforeNote reference={reference} value={value} digits={shown} />
        <BesideNote reference={reference} digits={shown} />
      </span>
      {extreme !== null && <span className="formula-extreme">{extreme}</span>}
      {numbers === null && words !== '' && <span className="formula-given">
          <SymbolText text={words} />
        </span>}
      {numbers === null && editor && <div className="formula-editor">{editor}</div>}
    </div>
  );
}

/** What PyTorch calls the number, where that is asked for. */
function PortNames({ scene: { network, trace }, reference }: { readonly scene: Scene; readonly reference: Reference }) {
  const names = portsOf(network, trace.steps, reference);
  return names.length === 0 ? null : <span className="formula-ports"> in PyTorch: {names.join(', ')}</span>;
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
