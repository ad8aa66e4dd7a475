// How much each early word still matters to the loss: the gradient that reaches every state, on a logarithmic axis, with what
// changes it beside it. Linked to the score: the step in view is marked, and pointing at one lights it up there.
import { useMemo, useRef, useState } from 'react';
import { cells } from '../../../engine/cells/index.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { plainText, parseSymbol } from '../../../engine/symbols/symbols.ts';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import type { Unit } from '../../layout/flowFate.ts';
import { gradientPlot } from '../../layout/gradientPlot.ts';
import { textWidth } from '../../layout/directLabels.ts';
import type { Decades } from '../../layout/logAxis.ts';
import type { Scene } from '../../scene/scene.ts';
import { formatNumber } from '../../theme/format.ts';
import { ActivationControl } from '../controls/ActivationControl.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { overflowWords } from '../notices/overflowWords.ts';
import { ScoreMapPanel } from '../laboratory/map/ScoreMapPanel.tsx';
import { useDocument, useScene, useView } from '../stores.tsx';
import { axisOf, chainName, timeName, tokenAt } from '../timeNames.ts';
import { bandReasons, bandWords, boundNumber, boundWords, gapWords, summary } from './flowWords.ts';
import { GradientFigure } from './GradientFigure.tsx';
import { GradientReadout } from './GradientReadout.tsx';
import { GradientTable } from './GradientTable.tsx';
import { BoundControls } from './BoundControls.tsx';
import { OpenLaboratory } from './OpenLaboratory.tsx';
import { StepsControl } from './StepsControl.tsx';
import { endsOf, placeOn, useFlow, type Flow, type FlowLine } from './useFlow.ts';
import { useSize } from '../../hooks/useSize.ts';
import './gradient.css';

interface Props {
  /** `drawer`: low, under the drawer's own title. `figure`: as the lesson's main figure, with a title. */
  readonly size?: 'drawer' | 'figure' | undefined;
}

export function GradientPlot({ size = 'drawer' }: Props) {
  const [picture, setPicture] = useState<'flow' | 'map'>('flow');
  if (size === 'figure') return <FlowPanel size={size} />;
  return (
    <>
      <Segmented
        label="Picture"
        isLabelHidden
        choices={[
          { value: 'flow', label: 'Flow of the gradient' },
          { value: 'map', label: 'Map: which loss feels which step?' },
        ]}
        value={picture}
        onChange={setPicture}
      />
      {picture === 'flow' ? <FlowPanel size={size} /> : <ScoreMapPanel />}
    </>
  );
}

function FlowPanel({ size }: { readonly size: 'drawer' | 'figure' }) {
  const flow = useFlow();
  const scene = useScene();
  const [wanted, setWanted] = useState('');
  if (!flow || !scene) return <NoPlot words="The first numbers are being computed." />;
  const line = flow.lines.find(({ id }) => id === wanted) ?? flow.lines[0];
  if (!line) return <NoPlot words="This network hands no state on from step to step, so no gradient goes back through time." />;
  return <GradientPanel flow={flow} line={line} scene={scene} size={size} onLine={setWanted} />;
}

function NoPlot({ words }: { readonly words: string }) {
  return (
    <section className="gradient-panel" aria-label="Gradient flow">
      <p className="controls-words">{words}</p>
    </section>
  );
}

interface PanelProps {
  readonly flow: Flow;
  /** The state whose numbers are written out. */
  readonly line: FlowLine;
  readonly scene: Scene;
  readonly size: 'drawer' | 'figure';
  readonly onLine: (id: string) => void;
}

function GradientPanel({ flow, line, scene, size, onLine }: PanelProps) {
  const { network, lines, stepCount: T } = flow;
  const { norms, lastLoss, path, state } = line;
  const [unit, setUnit] = useState<Unit>('relative');
  const [ghost, setGhost] = useState<Float64Array | null>(null);
  const [held, setHeld] = useState<Decades | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const theme = useView((view) => view.theme);
  const { width, textSize } = useSize(place, { width: 720, remeasure: theme });
  const digits = useView((view) => view.digits);
  const setHover = useView((view) => view.setHover);
  const select = useView((view) => view.select);
  const focus = useView((view) => view.hover ?? view.selection);
  const step = useDocument(({ document }) => tasks[document.task].step);
  // By chain of the way, the one nearest to the loss first.
  const factors = line.stretches.map((stretch) => (stretch === null ? null : stretch * flow.gamma)).reverse();
  const [factor = null, factorBefore = null] = factors;
  const height = Math.round(size === 'figure' ? Math.min(520, Math.max(320, width * 0.5)) : Math.min(340, Math.max(270, width * 0.36)));
  const ends = endsOf(network, line, step);

  const tokenOf = (k: number): string => {
    const { chain = 0, row = 0 } = path.steps[k - 1] ?? {};
    return tokenAt(scene, axisOf(network, chain), row);
  };
  const timeOf = (k: number): string => timeName(network, path.steps[k - 1]?.chain ?? 0, path.steps[k - 1]?.row ?? k);
  const inOrder = Array.from({ length: T <= 40 ? T : 0 }, (_, k) => tokenOf(line.isReversed ? T - k : k + 1));
  const hasTokens = inOrder.some((token) => token !== '') && Math.max(...inOrder.map((each) => textWidth(each, textSize))) < (width - textSize * 4) / T;
  const isOnly = lines.length === 1;
  const geometry = useMemo(
    () =>
      gradientPlot({
        norms,
        unit,
        width,
        height,
        textSize,
        isReversed: line.isReversed,
        passage: line.passage,
        others: lines.filter((each) => each !== line).map((each) => ({ id: each.id, name: each.name, norms: each.norms, isReversed: each.isReversed })),
        boundFactor: factor,
        boundBefore: factorBefore,
        ghost: ghost === norms ? null : ghost,
        lastLoss,
        atLeast: held,
        names: {
          now: isOnly ? (lastLoss ? 'of all losses together' : cells[network.model.cell].title) : line.name,
          lastLoss: `${isOnly ? '' : `${line.name}, `}of the ${ends.near}’s loss alone`,
          bound: factor === null ? '' : factors.length > 1 ? 'bound: σ_max·γ a step' : width < 560 ? `bound: ${boundNumber(factor)} a step` : `bound: σ_max·γ = ${boundNumber(factor)} a step`,
          ghost: 'before',
        },
        ends: line.path.chains.length > 1 ? [ends.far, ends.near] : [`first ${step}`, `last ${step}`],
        bandWords: textWidth(bandWords.vanished, textSize) + textSize * 6 > width ? shortBandWords : bandWords,
        hasTokens,
      }),
    [norms, unit, width, height, textSize, factor, factorBefore, factors.length, ghost, lastLoss, held, network, lines, line, isOnly, step, hasTokens, ends.near, ends.far],
  );

  const knownFrom = useMemo(() => firstKnown(scene, line, T), [scene, line, T]);
  const isOnTheWay = scene.moment?.phase === 'backward';
  const current = scene.moment ? placeOn(network, line, scene.moment.chain, scene.moment.t) : 0;
  const pointed = focus ? placeOn(network, line, network.program.slots[parseSymbol(network, focus.symbol).index]?.chain ?? -1, focus.t) : 0;
  const shown = pointed || current || 1;
  const said = summary(norms, step, ends);
  const bound = factor === null ? null : boundWords(Math.max(...factors.map((each) => each ?? 0)), lastLoss !== null);
  const gap = geometry.now.gaps.at(-1);
  const gradient = (k: number) => ({ symbol: `d${state(k).symbol}`, t: state(k).t });
  const norm = (k: number) => ({ symbol: `norm_d${state(k).symbol}`, t: state(k).t });
  const heading = plainText(network, { symbol: `norm_d${line.id}` }).replace(line.path.chains.length > 1 ? `${chainName(network, line.path.chains[0] ?? 0)} ` : '', '');

  return (
    <section className="gradient-panel" data-size={size} aria-label="Gradient flow">
     <div className="gradient-grid">
      <header className="gradient-head">
        <div>
          {size === 'figure' && <h2>How much does each early {step} still matter to the loss?</h2>}
          <p>
            The gradient that reaches each state, <span className="gradient-nowrap">{heading}</span>
            {unit === 'relative' ? `, relative to the ${ends.near}’s` : ''} (logarithmic scale)
          </p>
        </div>
        {!isOnly && (
          <Segmented label="State" isLabelHidden choices={lines.map(({ id, name }) => ({ value: id, label: name }))} value={line.id} onChange={onLine} />
        )}
        <Segmented
          label="Numbers"
          isLabelHidden
          choices={[
            { value: 'relative', label: 'relative' },
            { value: 'absolute', label: 'absolute' },
          ]}
          value={unit}
          onChange={setUnit}
        />
      </header>

      <div className="gradient-main">
        <div className="gradient-place" ref={place}>
          <GradientFigure
            geometry={geometry}
            width={width}
            height={height}
            textSize={textSize}
            norms={norms}
            knownFrom={knownFrom}
            drawnFrom={isOnTheWay ? knownFrom : 1}
            current={current}
            pointed={pointed}
            shown={shown}
            reference={norm}
            sides={line.passage === null ? null : [`${chainName(network, path.chains[0] ?? 0)} ▸`, `▸ ${chainName(network, path.chains[1] ?? 0)}`]}
            tokens={hasTokens ? inOrder : null}
            title={`Gradient of ${line.name} at each of ${T} time steps`}
            description={`${said}${bound ? ` σ_max·γ = ${bound.comparison}: ${bound.conclusion}.` : ''}`}
            nothing={nothingWords(geometry.now.points.length, norms)}
            valueText={`${timeOf(shown)}${tokenOf(shown) ? `, ${tokenOf(shown)}` : ''}: ${formatNumber(norms[shown] ?? 0)}`}
            onPoint={(k) => setHover(k === null ? null : gradient(k))}
            onSelect={(k) => select(gradient(k), true)}
          />
        </div>
        <GradientReadout
          t={shown}
          time={timeOf(shown)}
          name={plainText(network, norm(shown))}
          reference={norm(shown)}
          factor={factorAt(scene, line, shown)}
          token={tokenOf(shown)}
          norms={norms}
          isKnown={shown >= knownFrom}
          digits={digits}
          near={ends.near}
        />
        {flow.firstNonFinite ? (
          <p className="gradient-overflow"><PowerText text={`${overflowWords(network, flow.firstNonFinite)} So the gradient has no value either.`} /></p>
        ) : (
          gap && <p className={gap.kind === 'overflow' ? 'gradient-overflow' : 'controls-words'}>The line ends: {gapWords(gap.kind, gap.to, norms, timeOf(gap.to))}.</p>
        )}
        {lastLoss && (
          <p className="controls-words">
            There is a loss at many steps here, so a state also gets gradient from its own output. The thin line is what is left
            of the {ends.near}’s loss alone{factor === null ? '' : '; the bound is for that line'}.
          </p>
        )}
      </div>

      <div className="gradient-side">
        <p className="gradient-summary">
          <PowerText text={said} />
        </p>
        <BoundControls
          flow={flow}
          line={line}
          onBegin={() => {
            setGhost(norms);
            setHeld(geometry.decades);
          }}
          onEnd={() => setHeld(null)}
        />
        <ActivationControl />
        <StepsControl stepCount={T} />
      </div>

      <footer className="gradient-foot">
        {factor !== null && path.chains.length === 1 && <BoundFormula network={network} line={line} T={T} />}
        <OpenLaboratory />
        <details className="gradient-reasons">
          <summary>Why “vanished” and “exploded” begin where they do</summary>
          <p>
            <PowerText text={bandReasons.vanished} />
          </p>
          <p>
            <PowerText text={bandReasons.exploded} />
          </p>
        </details>
        <GradientTable
          norms={norms}
          nameOf={(k) => timeOf(k).replace('t = ', '')}
          tokenOf={tokenOf}
          reference={norm}
          heading={heading}
          near={ends.near}
          knownFrom={knownFrom}
          digits={digits}
          step={step}
        />
      </footer>
     </div>
    </section>
  );
}

/** The bound in symbols. A way from the last step to the first ends at 1. */
function BoundFormula({ network, line, T }: { readonly network: Flow['network']; readonly line: FlowLine; readonly T: number }) {
  const letter = plainText(network, { symbol: line.id });
  const loss = plainText(network, { symbol: network.program.slots[network.program.instructions.at(-1)?.out ?? -1]?.symbol ?? '' });
  const [end, way] = line.isReversed ? ['1', 't−1'] : ['T', 'T−t'];
  const top = line.lastLoss ? <>{loss}<sub>{end}</sub></> : loss;
  return (
    <p
      className="gradient-formula"
      role="math"
      aria-label={`The gradient at ${letter} t is at most sigma max times gamma to the power of ${line.isReversed ? 't minus 1' : 'T minus t'}, times the gradient at ${letter} ${end}; here T is ${T}`}
    >
      ‖∂{top}/∂{letter}<sub>t</sub>‖ ≤ (σ<sub>max</sub>·γ)<sup>{way}</sup> · ‖∂{top}/∂{letter}<sub>{end}</sub>‖
    </p>
  );
}

/** By what a step multiplies what passes through it: known of the state that is read out. */
function factorAt({ numbers, network }: Scene, line: FlowLine, k: number): { reference: { symbol: string; t: number }; value: number } | null {
  const step = line.path.steps[k - 1];
  const chain = network.program.chains[step?.chain ?? -1];
  if (!step || !chain || network.program.slots[chain.states[0] ?? -1]?.symbol !== line.state(k).symbol) return null;
  // The first chain's is `factor`, another's bears its mark.
  return { reference: { symbol: step.chain === 0 ? 'factor' : `factor${chain.mark}`, t: step.row }, value: numbers.factor(step.row, step.chain) };
}

/** In the plot's middle, where no step has a place on the axis. */
function nothingWords(points: number, norms: Float64Array): string {
  if (points > 0) return '';
  return norms.at(-1) === 0 ? 'the gradient is exactly 0' : 'too large for float64 at every step';
}

/** Where there is little room. */
const shortBandWords = { vanished: 'vanished', exploded: 'exploded' } as const;

/** The first step of the way whose whole gradient has been computed at the playhead; T+1 where there is none yet. */
function firstKnown(scene: Scene, { state }: FlowLine, T: number): number {
  let k = T + 1;
  const isKnown = ({ symbol, t }: { symbol: string; t?: number | undefined }): boolean => scene.clock.madeAt(`d${symbol}`, t) <= scene.playhead;
  while (k > 1 && isKnown(state(k - 1))) k -= 1;
  return k;
}
