// What the matrices of the folded model stand on: loops, arrows, the boxes of the cells, of x and of the output.
import { unmarked } from '../../../engine/symbols/letters.ts';
import type { ModelLayout } from '../../layout/model/types.ts';
import { PathArrow } from '../score/PathArrow.tsx';
import { SymbolText } from '../score/SymbolText.tsx';
import { Names } from './Labels.tsx';
import type { ModelProps } from './modelProps.ts';
import type { Work } from './work.ts';

export function Ground({ paint, anatomy, model, fold, hasOutput, work }: ModelProps & { readonly work: Work }) {
  const { scene } = paint;
  const { program } = anatomy.network;
  const tone = scene.moment?.phase === 'backward' ? 'gradient' : 'state';
  const away = 1 - fold;
  const isForward = scene.moment?.phase === 'forward';
  const answer = program.slots[anatomy.answer]?.symbol ?? '';
  return (
    <g aria-hidden="true">
      {model.cells.flatMap(({ chain, loops }) =>
        loops.map(({ slot, path, head }) => (
          <g key={slot} data-loop={program.slots[slot]?.symbol}>
            <path className={`score-loop is-${tone} ${work.chain === chain && work.states.has(slot) && !work.isHandedOver ? 'is-now' : ''}`} d={path} />
            <path className={`score-loop-head is-${tone}`} d={head} />
          </g>
        )),
      )}
      {model.arrows.map(({ id, tone: own, points, parameters, chain }) => {
        const isUsed = own === 'state' ? work.isHandedOver : isForward && (chain === work.chain || own === 'output') && parameters.some((index) => work.parameters.has(index));
        return <PathArrow key={id} tone={own === 'state' ? tone : own} state={isUsed ? 'now' : 'done'} points={own === 'state' && tone === 'gradient' ? [...points].reverse() : points} />;
      })}
      {model.cells.map(({ chain, box }) => <rect key={chain} className={`score-box is-state ${model.cells.length > 1 && chain === work.chain ? 'is-working' : ''}`} {...box} rx={10} />)}
      {model.inputs.map(({ axis, box }) => {
        const { input } = program.chains.find((each) => each.axis === axis) ?? {};
        // Folded, the column in view takes the place of the model's own.
        const opacity = axis === (program.chains[work.chain]?.axis ?? 0) ? away : 1;
        return opacity > 0 ? <Port key={axis} tone="input" box={box} opacity={opacity} letter={unmarked(program.slots[input ?? -1]?.symbol ?? '').bare} /> : null;
      })}
      {(away > 0 || !hasOutput) && <Port tone="output" box={model.outputBox} opacity={hasOutput ? away : 1} letter={answer} />}
      {/* The arrows pass behind the matrices that stand on them. */}
      {model.labels.filter(({ place }) => place === 'side').flatMap(({ parameters }) => parameters).map((index) => {
        const place = model.matrices[program.parameters[index]?.symbol ?? ''];
        return place && away > 0 ? <rect key={index} className="score-behind" x={place.x - 3} y={place.y - 3} width={place.width + 5} height={place.height + 5} rx={3} /> : null;
      })}
      <Names anatomy={anatomy} model={model} fold={fold} />
    </g>
  );
}

function Port({ tone, box, letter, opacity }: { readonly tone: 'input' | 'output'; readonly box: ModelLayout['outputBox']; readonly letter: string; readonly opacity: number }) {
  return (
    <g opacity={opacity < 1 ? opacity : undefined}>
      <rect className={`score-box is-${tone}`} {...box} rx={8} />
      <SymbolText plain={letter} size={15} className={`score-head is-${tone}`} x={box.x + box.width / 2} y={box.y + box.height / 2 + 4.5} />
    </g>
  );
}
