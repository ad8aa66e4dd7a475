// "Which loss feels which step?", beside the score: the map of the run that the score shows. Pointing at a square lights its state and its loss up in the
// score; what is pointed at there is marked here.
import { useMemo, useRef, useState } from 'react';
import { pathsOf } from '../../../../engine/gradient/paths.ts';
import type { Reference } from '../../../../engine/reference.ts';
import { parseSymbol } from '../../../../engine/symbols/symbols.ts';
import { LossMapFigure, type MapPlace } from '../../../draw/laboratory/map/LossMapFigure.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { useSize } from '../../../hooks/useSize.ts';
import { vanishedBelow } from '../../../layout/flowFate.ts';
import { colourScale, rowOf } from '../../../layout/laboratory/lossMap.ts';
import { findingsOf } from '../../../layout/laboratory/lossProfile.ts';
import type { Scene } from '../../../scene/scene.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useScene, useView, useWholeRun, type WholeRun } from '../../stores.tsx';
import { chainName, timeName } from '../../timeNames.ts';
import { findingsWords, sizeWords, squareWords } from './mapWords.ts';
import { useScoreMap, type ShownMap } from './useScoreMap.ts';
import './mapPanel.css';

export function ScoreMapPanel() {
  const run = useWholeRun();
  const scene = useScene();
  if (!run || !scene) return <p className="controls-words">The first numbers are being computed.</p>;
  return <OfRun run={run} scene={scene} />;
}

function OfRun({ run, scene }: { readonly run: WholeRun; readonly scene: Scene }) {
  const paths = useMemo(() => pathsOf(run.network, run.trace.steps), [run]);
  const [wanted, setWanted] = useState('0');
  const path = paths[Number(wanted)] ?? paths[0];
  if (!path) return <p className="controls-words">This network hands no state on from step to step, so no loss feels another step.</p>;
  return (
    <>
      {paths.length > 1 && (
        <Segmented
          label="Way"
          isLabelHidden
          choices={paths.map(({ chains }, k) => ({ value: String(k), label: chainName(run.network, chains[0] ?? 0) || 'forward' }))}
          value={String(paths.indexOf(path))}
          onChange={setWanted}
        />
      )}
      <OfPath run={run} path={path} scene={scene} />
    </>
  );
}

function OfPath({ run, path, scene }: { readonly run: WholeRun; readonly path: ShownMap['path']; readonly scene: Scene }) {
  const shown = useScoreMap(run, path);
  if (!shown) return <p className="controls-words">The map is being computed: one way back for every loss.</p>;
  if (shown.losses.length === 0) return <p className="controls-words">No loss is read from the states of this way.</p>;
  return <Drawn shown={shown} scene={scene} />;
}

function Drawn({ shown, scene }: { readonly shown: ShownMap; readonly scene: Scene }) {
  const { map, losses, lossCount, run, path } = shown;
  const { network } = run;
  const place = useRef<HTMLDivElement>(null);
  const theme = useView((view) => view.theme);
  const { width, textSize } = useSize(place, { width: 400, remeasure: theme });
  const setHover = useView((view) => view.setHover);
  const select = useView((view) => view.select);
  const focus = useView((view) => view.hover ?? view.selection);
  const [wanted, setWanted] = useState<MapPlace | null>(null);
  const colours = useMemo(() => colourScale([map]), [map]);
  const findings = useMemo(() => findingsOf(map, vanishedBelow), [map]);
  const T = map.steps;
  const last = map.at.length - 1;
  const chosen: MapPlace = { t: map.at[wanted ? rowOf(map, wanted.t) : last] ?? T, k: Math.min(wanted?.k ?? 1, T) };
  const marks = marksOf(shown, focus);
  const state = (k: number): string => timeName(network, path.steps[k - 1]?.chain ?? 0, path.steps[k - 1]?.row ?? k).replace('t = ', path.steps.length > 0 ? 'step ' : '');
  const names = { state, loss: (t: number) => `step ${losses[rowOf(map, t)] ?? t}` };
  const both = ({ t, k }: MapPlace): Reference => ({ ...stateAt(shown, scene, k), also: { symbol: lossSymbol(run), t: losses[rowOf(map, t)] } });
  const said = marks ? { t: marks.t ?? chosen.t, k: marks.k ?? chosen.k } : chosen;
  const height = Math.round(losses.length < 6 && losses.length < T ? textSize * (9 + 2.4 * losses.length) : Math.min(460, Math.max(260, width * 0.8)));
  return (
    <div className="lab-map-score">
      <p className="lab-map-finding">
        <PowerText text={lossCount === 1 ? oneLossWords : findingsWords('On the score', findings)} />
      </p>
      <div ref={place} className="lab-map-place">
        <LossMapFigure
          map={map}
          colours={colours}
          width={width}
          height={height}
          textSize={textSize}
          title={`Map of the gradient: ${sizeWords(map)}`}
          description={findingsWords('The network on the score', findings)}
          chosen={chosen}
          pointed={marks}
          stateName={(k) => String(path.steps[k - 1]?.row ?? k)}
          lossName={(t) => String(losses[rowOf(map, t)] ?? t)}
          valueText={squareWords(map, chosen.t, chosen.k, names)}
          onPoint={(at) => setHover(at && both(at))}
          onChoose={(at) => {
            setWanted(at);
            select(both(at), true);
          }}
        />
      </div>
      <p className="lab-map-said">
        <PowerText text={squareWords(map, said.t, said.k, names)} />
      </p>
      {losses.length < lossCount && (
        <p className="controls-words">
          Of the {lossCount.toLocaleString('en-US')} losses {losses.length} have a row.
        </p>
      )}
    </div>
  );
}

const oneLossWords = 'This network is asked once, at its end, so there is one loss and the map has one row. Tasks with a loss at every step have a whole map, and so have all networks of the gradient laboratory.';

const lossSymbol = ({ network: { program } }: WholeRun): string => program.slots[program.instructions.at(-1)?.out ?? -1]?.symbol ?? 'L';

/** The state at a place of the way: its gradient once the playhead has come to it, before that the state itself. */
function stateAt({ path, run }: ShownMap, scene: Scene, k: number): Reference {
  const step = path.steps[k - 1];
  const { chains, slots } = run.network.program;
  const symbol = slots[chains[step?.chain ?? -1]?.states[0] ?? -1]?.symbol ?? 'h';
  const t = step?.row ?? k;
  return { symbol: scene.clock.madeAt(`d${symbol}`, t) <= scene.playhead ? `d${symbol}` : symbol, t };
}

/** The row and the column of what is pointed at or selected, here or in the score; null where it is on neither. */
function marksOf({ map, losses, path, run }: ShownMap, focus: Reference | null): { readonly t: number | null; readonly k: number | null } | null {
  const found: { t: number | null; k: number | null } = { t: null, k: null };
  for (const each of [focus, focus?.also ?? null]) {
    if (!each?.t) continue;
    const { kind, index } = parseSymbol(run.network, each.symbol);
    const slot = ['value', 'gradient', 'arrival', 'norm'].includes(kind) ? run.network.program.slots[index] : undefined;
    if (!slot) continue;
    if (slot.chain < 0) found.t ??= map.at[losses.indexOf(each.t)] ?? null;
    else found.k ??= path.steps.findIndex(({ chain, row }) => chain === slot.chain && row === each.t) + 1 || null;
  }
  return found.t === null && found.k === null ? null : found;
}
