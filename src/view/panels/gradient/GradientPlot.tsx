// How much each early word still matters to the loss: the gradient that reaches every hidden state, on a logarithmic axis,
// with what changes it beside it. Linked to the score: the step in view is marked, and pointing at one lights it up there.
import { useMemo, useRef, useState } from 'react';
import { cells } from '../../../engine/cells/index.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { gradientPlot, type Unit } from '../../layout/gradientPlot.ts';
import { textWidth } from '../../layout/directLabels.ts';
import type { Decades } from '../../layout/logAxis.ts';
import type { Scene } from '../../scene/scene.ts';
import { formatNumber } from '../../theme/format.ts';
import { ActivationControl } from '../controls/ActivationControl.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { overflowWords } from '../notices/overflowWords.ts';
import { useDocument, useScene, useView } from '../stores.tsx';
import { bandReasons, bandWords, boundNumber, boundWords, gapWords, summary } from './flowWords.ts';
import { GradientFigure } from './GradientFigure.tsx';
import { GradientReadout } from './GradientReadout.tsx';
import { GradientTable } from './GradientTable.tsx';
import { ScaleControl } from './ScaleControl.tsx';
import { StepsControl } from './StepsControl.tsx';
import { useFlow, type Flow } from './useFlow.ts';
import { useSize } from '../../hooks/useSize.ts';
import './gradient.css';

interface Props {
  /** `drawer`: low, under the drawer's own title. `figure`: as the lesson's main figure, with a title. */
  readonly size?: 'drawer' | 'figure' | undefined;
}

export function GradientPlot({ size = 'drawer' }: Props) {
  const flow = useFlow();
  const scene = useScene();
  if (!flow || !scene) {
    return (
      <section className="gradient-panel" aria-label="Gradient flow">
        <p className="controls-words">The first numbers are being computed.</p>
      </section>
    );
  }
  return <GradientPanel flow={flow} scene={scene} size={size} />;
}

interface PanelProps {
  readonly flow: Flow;
  readonly scene: Scene;
  readonly size: 'drawer' | 'figure';
}

function GradientPanel({ flow, scene, size }: PanelProps) {
  const { norms, lastLoss, stepCount: T } = flow;
  const [unit, setUnit] = useState<Unit>('relative');
  const [ghost, setGhost] = useState<Float64Array | null>(null);
  const [held, setHeld] = useState<Decades | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const theme = useView((state) => state.theme);
  const { width, textSize } = useSize(place, { width: 720, remeasure: theme });
  const digits = useView((state) => state.digits);
  const setHover = useView((state) => state.setHover);
  const select = useView((state) => state.select);
  const focus = useView((state) => state.hover ?? state.selection);
  const step = useDocument((state) => tasks[state.document.task].step);
  const factor = flow.sigma * flow.gamma;
  const height = Math.round(size === 'figure' ? Math.min(520, Math.max(320, width * 0.5)) : Math.min(340, Math.max(270, width * 0.36)));

  // The words of the scene may be those of a run that is not whole yet.
  const tokens = scene.tokens.length === T ? scene.tokens : [];
  const hasTokens = T <= 40 && tokens.length > 0 && Math.max(...tokens.map((each) => textWidth(each, textSize))) < (width - textSize * 4) / T;
  const geometry = useMemo(
    () =>
      gradientPlot({
        norms,
        unit,
        width,
        height,
        textSize,
        boundFactor: factor,
        ghost: ghost === norms ? null : ghost,
        lastLoss,
        atLeast: held,
        names: {
          now: lastLoss ? 'of all losses together' : cells[flow.network.model.cell].title,
          lastLoss: `of the last ${step}’s loss alone`,
          bound: width < 560 ? `bound: ${boundNumber(factor)}ᵀ⁻ᵗ` : `bound: (σ_max·γ)ᵀ⁻ᵗ = ${boundNumber(factor)}ᵀ⁻ᵗ`,
          ghost: 'before',
        },
        ends: [`first ${step}`, `last ${step}`],
        bandWords: textWidth(bandWords.vanished, textSize) + textSize * 6 > width ? shortBandWords : bandWords,
        hasTokens,
      }),
    [norms, unit, width, height, textSize, factor, ghost, lastLoss, held, flow, step, hasTokens],
  );

  const knownFrom = useMemo(() => firstKnown(scene, T), [scene, T]);
  const isOnTheWay = scene.moment?.phase === 'backward';
  const current = scene.moment && scene.moment.t <= T ? scene.moment.t : 0;
  const pointed = focus?.t !== undefined && focus.t >= 1 && focus.t <= T ? focus.t : 0;
  const shown = pointed || current || 1;
  const said = summary(norms, step);
  const bound = boundWords(factor, lastLoss !== null);
  const gap = geometry.now.gaps.at(-1);

  return (
    <section className="gradient-panel" data-size={size} aria-label="Gradient flow">
     <div className="gradient-grid">
      <header className="gradient-head">
        <div>
          {size === 'figure' && <h2>How much does each early {step} still matter to the loss?</h2>}
          <p>
            The gradient that reaches each hidden state, <span className="gradient-nowrap">‖∂L/∂hₜ‖</span>
            {unit === 'relative' ? `, relative to the last ${step}’s` : ''} (logarithmic scale)
          </p>
        </div>
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
            tokens={hasTokens ? tokens : null}
            title={`Gradient at each of ${T} time steps`}
            description={`${said} σ_max·γ = ${bound.comparison}: ${bound.conclusion}.`}
            nothing={nothingWords(geometry.now.points.length, norms)}
            valueText={`t = ${shown}${tokens[shown - 1] ? `, ${tokens[shown - 1]}` : ''}: ${formatNumber(norms[shown] ?? 0)}`}
            onPoint={(t) => setHover(t === null ? null : { symbol: 'dh', t })}
            onSelect={(t) => select({ symbol: 'dh', t }, true)}
          />
        </div>
        <GradientReadout t={shown} token={tokens[shown - 1] ?? ''} norms={norms} isKnown={shown >= knownFrom} digits={digits} step={step} />
        {flow.firstNonFinite ? (
          <p className="gradient-overflow"><PowerText text={`${overflowWords(flow.network, flow.firstNonFinite)} So the gradient has no value either.`} /></p>
        ) : (
          gap && <p className={gap.kind === 'overflow' ? 'gradient-overflow' : 'controls-words'}>The line ends: {gapWords(gap.kind, gap.to, norms)}.</p>
        )}
        {lastLoss && (
          <p className="controls-words">
            Every {step} has a loss here, so each state also gets gradient from its own output. The thin line is what is left
            of the last {step}’s loss alone; the bound is for that line.
          </p>
        )}
      </div>

      <div className="gradient-side">
        <p className="gradient-summary">
          <PowerText text={said} />
        </p>
        <ScaleControl
          sigma={flow.sigma}
          gamma={flow.gamma}
          hasManyLosses={lastLoss !== null}
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
        <p className="gradient-formula" role="math" aria-label="The gradient at h t is at most sigma max times gamma to the power of T minus t, times the gradient at h T">
          ‖∂{lastLoss ? <>L<sub>T</sub></> : 'L'}/∂h<sub>t</sub>‖ ≤ (σ<sub>max</sub>·γ)<sup>T−t</sup> · ‖∂{lastLoss ? <>L<sub>T</sub></> : 'L'}/∂h<sub>T</sub>‖
        </p>
        <details className="gradient-reasons">
          <summary>Why “vanished” and “exploded” begin where they do</summary>
          <p>
            <PowerText text={bandReasons.vanished} />
          </p>
          <p>
            <PowerText text={bandReasons.exploded} />
          </p>
        </details>
        <GradientTable norms={norms} tokens={tokens} knownFrom={knownFrom} digits={digits} step={step} />
      </footer>
     </div>
    </section>
  );
}

/** In the plot's middle, where no step has a place on the axis. */
function nothingWords(points: number, norms: Float64Array): string {
  if (points > 0) return '';
  return norms.at(-1) === 0 ? 'the gradient is exactly 0' : 'too large for float64 at every step';
}

/** Where there is little room. */
const shortBandWords = { vanished: 'vanished', exploded: 'exploded' } as const;

/** The first step whose whole gradient has been computed at the playhead; T+1 where there is none yet. */
function firstKnown(scene: Scene, T: number): number {
  let t = T + 1;
  while (t > 1 && scene.clock.madeAt('dh', t - 1) <= scene.playhead) t -= 1;
  return t;
}
