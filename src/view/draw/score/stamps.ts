// What a part of the score looks like, in one text: while it stays the same, that part is not drawn again.
import { arrivalSymbol, waysOf } from '../../../engine/clock/ways.ts';
import { drawnAt } from '../../layout/score/arrows.ts';
import type { ColumnLayout, ScoreLayout } from '../../layout/score/types.ts';
import type { Paint } from './paint.ts';
import type { Scene } from '../../scene/scene.ts';

const keys = new WeakMap<ScoreLayout, string>();

/** What all columns of a geometry have in common. */
function layoutKey(layout: ScoreLayout): string {
  let key = keys.get(layout);
  if (key === undefined) {
    const { staves, spec, pitch } = layout;
    key = [staves.list.map(({ id, y, height }) => `${id} ${y} ${height}`), staves.word, spec.pair, spec.detail, pitch.level, spec.anatomy.network.notation].join();
    keys.set(layout, key);
  }
  return key;
}

const told = new WeakMap<Scene['network']['program'], readonly (readonly string[])[]>();

/** By chain, and last for the read-out: the symbols that tell how far a column has come when nothing is worked in it. */
function tellingOf({ network: { program } }: Scene): readonly (readonly string[])[] {
  let found = told.get(program);
  if (!found) {
    const ways = waysOf(program);
    const symbol = (slot: number): string => program.slots[slot]?.symbol ?? '';
    const made = (chain: number): number[] => program.instructions.filter((each) => each.chain === chain && each.stage !== 'loss').map(({ out }) => out);
    const gradients = (chain: number): string[] => made(chain).filter((slot) => program.slots[slot]?.hasGradient).slice(0, 1).map((slot) => `d${symbol(slot)}`);
    // The operations of a step follow each other, so one value and one gradient of it tell of all; parts of gradients come from other steps.
    found = [
      ...program.chains.map(({ states, mark }, chain) => [
        ...made(chain).slice(-1).map(symbol),
        ...gradients(chain),
        ...states.flatMap((slot) => (ways.meets[slot] ? (['out', 'next'] as const).map((way) => arrivalSymbol(symbol(slot), way)) : [])),
        `factor${mark}`,
      ]),
      [...made(-1).slice(-1).map(symbol), ...gradients(-1), symbol(program.instructions.at(-1)?.out ?? -1)],
    ];
    told.set(program, found);
  }
  return found;
}

/** How far a place has come. */
function knownAt({ scene }: Paint, { axis, row }: ColumnLayout): string {
  const { chains, slots } = scene.network.program;
  const telling = tellingOf(scene);
  const answerAxis = slots[scene.anatomy.answer]?.axis ?? 0;
  const there = (symbol: string): string => (scene.read({ symbol, t: row, unit: 1 }) === null ? '0' : '1');
  const own = telling.flatMap((symbols, k) => ((k < chains.length ? chains[k]?.axis : answerAxis) === axis ? symbols.map(there) : []));
  return own.join('');
}

/** The offsets of what a column's arrows come from: its neighbours, and where a far state is read out, that one. */
function around({ layout }: Paint, { index, centre }: ColumnLayout): string {
  const { count } = layout.places;
  const far = index === layout.onlyOutput ? [1, count] : [];
  return [index - 1, index + 1, ...far].map((each) => Math.round((drawnAt(layout, each).centre - centre) * 10)).join();
}

/** Near an edge of the window a wide box moves aside: how much room there is. */
function edgeRoom({ layout }: Paint, { centre }: ColumnLayout): string {
  const [left, right] = [centre - layout.left, layout.spec.width - centre];
  return Math.min(left, right) < 200 ? `${Math.round(left)}` : '';
}

export function columnStamp(paint: Paint, column: ColumnLayout, hidden: ReadonlySet<string> | undefined, arrows: number): string {
  const { scene, layout, digits } = paint;
  const { current } = layout.spec;
  const { index, axis, row, room } = column;
  const isNear = Math.abs(index - current) <= 1;
  const outputs = column.boxes['outputs'];
  const round = (n: number): number => Math.round(n * 10);
  return [
    knownAt(paint, column),
    isNear ? `${scene.playhead} ${paint.isMoving} ${layout.inside ? round(layout.inside.width) : ''} ${index - current} ${edgeRoom(paint, column)}` : '',
    hidden ? [...hidden].join('+') : '',
    round(room),
    around(paint, column),
    outputs ? round(outputs.x - column.centre) : '',
    layoutKey(layout),
    digits,
    scene.feeding,
    scene.tokens[axis][row - 1],
    arrows,
  ].join('|');
}
