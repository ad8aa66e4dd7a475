// The geometry of the score for a scene: its sizes, its step in view, and whether gradients stand beside values.
import { ease } from '../../layout/rect.ts';
import { scoreLayout, type ScoreLayout } from '../../layout/score.ts';
import type { Scene } from '../../scene/scene.ts';
import { currentStep } from './current.ts';

export interface ScorePlace {
  readonly width: number;
  readonly height: number;
  readonly fold: number;
  readonly zoom: number;
  readonly scrollX: number;
  readonly progress: number;
}

export function layoutOf(scene: Scene, { width, height, fold, zoom, scrollX, progress }: ScorePlace): ScoreLayout {
  const { network, trace, moment, clock } = scene;
  const { model, program } = network;
  const current = currentStep(scene);
  const { inputs } = trace.example;
  const backward = clock.phases[2]!;
  const isBack = scene.playhead > backward.from;
  const biases = program.parameters.filter((each) => each.role === 'bias').map((each) => each.symbol);
  return scoreLayout({
    width,
    height,
    T: trace.stepCount,
    inputs: model.inputSize,
    units: model.hiddenSize,
    outputs: model.outputSize,
    biases: biases.slice(0, -1),
    outputBias: biases[biases.length - 1] ?? 'b_y',
    isReadAtEnd: trace.steps.filter((step) => step.readout).length === 1,
    current,
    litColumn: inputs.kind === 'one-hot' ? (inputs.indices[current - 1] ?? 0) : 0,
    fold,
    // The boxes open for their gradients while the first operation of the way back goes on.
    pair: !isBack ? 0 : moment?.index === backward.from + 1 ? ease(progress) : 1,
    zoom,
    scrollX,
  });
}
