// The selected weight, bias or unit of h₀: a slider and a field that change it while the hand moves.
import { sameReference } from '../../../engine/reference.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { formatNumber } from '../../theme/format.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeField } from '../controls/RangeField.tsx';
import { useGesture } from '../controls/useGesture.ts';
import { useDocument, useScene, useStores, useView, useWholeRun } from '../stores.tsx';
import { keep } from '../whatif/beforeOf.ts';
import { useWhatIf, whatIfOf } from '../whatif/whatIf.ts';
import { InputInspector } from './InputInspector.tsx';
import { editOf, entryOf, referenceOf, wishOf, type Entry } from './editable.ts';
import '../controls/controls.css';
import './weights.css';

export function ValueInspector() {
  const network = useScene()?.network;
  const selection = useView((state) => state.selection);
  const entry = network && entryOf(network, selection);
  if (!entry) return <InputInspector />;
  const { editable, unit, column } = entry;
  return <Inspector key={`${editable.id} ${unit} ${column}`} entry={entry} />;
}

/** The slider's ends. A number beyond them can be typed. */
const reach = 4;

function Inspector({ entry }: { readonly entry: Entry }) {
  const whatIf = whatIfOf(useStores());
  const run = useWholeRun();
  const digits = useView((state) => state.digits);
  const scene = useScene();
  const document = useDocument((state) => state.document);
  const reference = referenceOf(entry.editable, entry.unit, entry.column);
  const before = useWhatIf(({ subject, before: kept }) => (subject?.kind === 'number' && sameReference(subject.reference, reference) ? (kept?.value(reference) ?? null) : null));
  const inView = scene?.numbers.value(reference) ?? NaN;
  const value = wishOf(entry, document) ?? inView;
  const begin = (): void => {
    if (run) whatIf.begin({ kind: 'number', reference }, keep(run));
  };
  const gesture = useGesture(begin);
  if (!scene) return null;
  const name = plainText(scene.network, reference);
  const commit = (next: number): string | null => {
    begin();
    return whatIf.dispatch(editOf(entry, next));
  };
  return (
    <section className="value-inspector" aria-label={`Change ${name}`}>
      <h3>
        {/* While a run is on, what is wished for is not yet a number of the page. */}
        <span {...(Object.is(value, inView) ? valueAttributes(reference, value) : {})}>
          {name} = <PowerText text={formatNumber(value, digits)} />
        </span>
        {before !== null && !Object.is(before, value) && (
          <span className="value-inspector-before">
            before: <span>{formatNumber(before, digits)}</span>
          </span>
        )}
      </h3>
      <div className="value-inspector-row">
        <RangeField
          label={name}
          isHeadHidden
          min={-reach}
          max={reach}
          step={0.01}
          value={value}
          valueText={formatNumber(value, digits)}
          marks={[-reach, 0, reach].map((each) => ({ value: each, label: formatNumber(each, 2).replace('.00', '') }))}
          onBegin={gesture.renew}
          onInput={(next) => whatIf.dispatch(editOf(entry, next, gesture.current()))}
        />
        <NumberField label={`${name}, to the last digit`} isLabelHidden value={value} size={14} onCommit={commit} />
      </div>
    </section>
  );
}
