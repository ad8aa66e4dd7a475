// What is taken away of the network in view: its weights, a script that rebuilds it elsewhere, and every number of one row's way through it.
import { useMemo, useState } from 'react';
import { traceColumns } from '../../../../engine/interchange/traceTable.ts';
import { mostInline } from '../../../../engine/interchange/description.ts';
import type { Framework, WeightsFormat } from '../../../../engine/workshop/packing.ts';
import type { Precision } from '../../../../engine/interchange/tensor.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { FileCard } from './FileCard.tsx';
import type { ChosenRow, TakenNetwork } from './taken.ts';
import { usePacked } from './usePacked.ts';

const formats: readonly { readonly value: WeightsFormat; readonly label: string }[] = [
  { value: 'safetensors', label: 'safetensors' },
  { value: 'npz', label: '.npz' },
  { value: 'json', label: 'JSON' },
];
const precisions: readonly { readonly value: Precision; readonly label: string }[] = [
  { value: 'float64', label: '64 bits' },
  { value: 'float32', label: '32 bits' },
];

const weightsWords: Readonly<Record<WeightsFormat, string>> = {
  safetensors: 'For PyTorch: safetensors.torch.load_file, then load_state_dict. Names and shapes are those of a state_dict.',
  npz: 'For NumPy: numpy.load gives an array for each name.',
  json: 'For everything else: nested lists by name, every digit, and what the network is.',
};

export function WeightsCard({ network }: { readonly network: TakenNetwork }) {
  const [format, setFormat] = useState<WeightsFormat>('safetensors');
  const [precision, setPrecision] = useState<Precision>('float64');
  const asked = useMemo(
    () => ({ wish: { kind: 'weights', format, precision } as const, name: `${network.name}-epoch-${network.epoch}.${format}`, type: format === 'json' ? 'application/json' : 'application/octet-stream' }),
    [network.name, network.epoch, format, precision],
  );
  const packed = usePacked(network, asked, network.parameters.length);
  return (
    <FileCard
      title="Weights"
      words={<p>{weightsWords[format]} Dropped here again, they are in view again.</p>}
      choices={
        <>
          <Segmented label="Format" isLabelHidden choices={formats} value={format} onChange={setFormat} />
          {format !== 'json' && <Segmented label="Bits of a number" isLabelHidden choices={precisions} value={precision} onChange={setPrecision} />}
        </>
      }
      {...packed}
    />
  );
}

const frameworks: readonly { readonly value: Framework; readonly label: string }[] = [
  { value: 'pytorch', label: 'PyTorch' },
  { value: 'keras', label: 'Keras' },
];

interface RowProps {
  readonly network: TakenNetwork;
  readonly row: ChosenRow;
}

export function ScriptCard({ network, row: { read } }: RowProps) {
  const [framework, setFramework] = useState<Framework>('pytorch');
  const isBeside = network.parameters.length > mostInline;
  const weightsFile = isBeside ? `${network.name}-epoch-${network.epoch}.npz` : undefined;
  const asked = useMemo(
    () => read && { wish: { kind: 'script', framework, example: read.example, weightsFile } as const, name: `${network.name}-${framework}.py`, type: 'text/x-python' },
    [read, framework, weightsFile, network.name],
  );
  const packed = usePacked(network, asked, weightsFile === undefined ? network.parameters.length : 0);
  return (
    <FileCard
      title="Script"
      words={
        <p>
          Python that rebuilds the network, reads the row that is chosen, and prints the numbers that are seen here. {isBeside ? `Its weights are many: save them as .npz with 64 bits, and put ${weightsFile} beside the script.` : 'Its weights stand in it.'}
        </p>
      }
      choices={<Segmented label="Framework" isLabelHidden choices={frameworks} value={framework} onChange={setFramework} />}
      {...packed}
      problem={packed.problem ?? (read ? null : 'Choose a row that can be read.')}
    />
  );
}

const traceFormats = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
] as const;

export function TraceCard({ network, row: { read } }: RowProps) {
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const asked = useMemo(
    () => read && { wish: { kind: 'trace', format, example: read.example, tokens: read.tokens } as const, name: `${network.name}-trace.${format}`, type: format === 'csv' ? 'text/csv' : 'application/json' },
    [read, format, network.name],
  );
  const steps = read ? read.tokens[0].length + read.tokens[1].length : 0;
  const packed = usePacked(network, asked, network.parameters.length + steps * network.stepNumbers);
  return (
    <FileCard
      title="All numbers of one row"
      words={
        <>
          <p>Every symbol at every step and unit with its gradient ∂L/∂, then all weights with theirs: for a spreadsheet, pandas or a plot of your own.</p>
          <details>
            <summary>Columns</summary>
            <dl className="takeaway-columns">
              {traceColumns.map(([name, words]) => (
                <div key={name}>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      }
      choices={<Segmented label="Format" isLabelHidden choices={traceFormats} value={format} onChange={setFormat} />}
      {...packed}
      problem={packed.problem ?? (read ? null : 'Choose a row that can be read.')}
    />
  );
}
