// How one's own data were read: what can be chosen about it, what was found and what was left out, and the button that takes the data set.
import type { ReactNode } from 'react';
import { SelectField } from '../../../controls/SelectField.tsx';
import { asks } from '../../../../../engine/data/own/asks.ts';
import { delimiterIds, delimiters } from '../../../../../engine/data/own/delimiters.ts';
import { allColumns } from '../../../../../engine/data/own/makeValues.ts';
import type { OwnChoices, OwnReport } from '../../../../../engine/data/own/report.ts';
import { dataSettings } from '../../../../../state/workshop/settings/data.ts';
import { shorten } from '../../../../../state/words.ts';
import { Segmented } from '../../../controls/Segmented.tsx';
import { Switch } from '../../../controls/Switch.tsx';
import { askTitle, askWords, counted, kindWords, readWords } from './words.ts';

interface Props {
  readonly report: OwnReport;
  readonly onChoose: (choices: OwnChoices) => void;
}

export function Preview({ report, onChoose }: Props) {
  const { columns, ask, input, answer, steps, labels, lengths, vocabulary, rows } = report;
  const isTable = report.delimiter !== 'none';
  const most = dataSettings.mostWords.range?.high ?? Infinity;
  return (
    <>
      <p className="data-read-words">
        {readWords(report)} {askWords(report)}
      </p>
      <div className="data-choices">
        <SelectField label="What the network does" value={ask} choices={report.asks.map((id) => ({ value: id, label: askTitle(id) }))} onChange={(value) => onChoose({ ask: value, input: undefined, answer: undefined })} />
        {isTable && (
          <SelectField
            label={asks[ask].input}
            value={String(input)}
            choices={[...(input === allColumns ? [{ value: String(allColumns), label: 'all columns, line by line' }] : []), ...columnChoices(report)]}
            onChange={(value) => onChoose({ input: Number(value) })}
          />
        )}
        {isTable && asks[ask].answer !== null && (ask !== 'tags' || answer >= 0) && (
          <SelectField
            label={asks[ask].answer}
            value={String(answer)}
            choices={[...(answer < 0 ? [{ value: '-1', label: 'none' }] : []), ...columnChoices(report)]}
            onChange={(value) => onChoose({ answer: Number(value) })}
          />
        )}
        {(ask === 'label' || ask === 'next') && (
          <Segmented label="One step reads" choices={[{ value: 'words', label: 'a word' }, { value: 'letters', label: 'a letter' }]} value={steps} onChange={(value) => onChoose({ steps: value })} />
        )}
        <SelectField label="Cells are parted by" value={report.delimiter} choices={delimiterIds.map((id) => ({ value: id, label: delimiters[id].words }))} onChange={(value) => onChoose({ delimiter: value, isNamed: undefined, input: undefined, answer: undefined, ask: undefined })} />
        {isTable && <Switch label="The first line has the names" isOn={report.isNamed} onChange={(isOn) => onChoose({ isNamed: isOn })} />}
      </div>
      <dl className="data-facts">
        <Fact name="Rows">{rows.toLocaleString('en')}</Fact>
        {lengths && (
          <Fact name="Steps of a row">
            {lengths.shortest === lengths.longest ? counted(lengths.longest, 'step') : `from ${lengths.shortest.toLocaleString('en')} to ${lengths.longest.toLocaleString('en')}, half of them at most ${lengths.median.toLocaleString('en')}`}
          </Fact>
        )}
        {vocabulary > 0 && (
          <Fact name="Vocabulary">
            {counted(vocabulary, steps === 'letters' ? 'different letter' : 'different word')}
            {vocabulary > most && steps !== 'letters' && `: the most frequent ${most.toLocaleString('en')} at most can be read, all others are left out and named`}
          </Fact>
        )}
        {labels.length > 0 && (
          <Fact name={ask === 'tags' ? 'Tags' : 'Labels'}>
            <ul className="data-labels">
              {labels.slice(0, shownLabels).map(({ label, count }) => (
                <li key={label}>
                  {shorten(label, 30)} <span>{count.toLocaleString('en')}</span>
                </li>
              ))}
              {labels.length > shownLabels && <li>and {labels.length - shownLabels} more</li>}
            </ul>
          </Fact>
        )}
        {isTable && (
          <Fact name="Columns">
            <ul className="data-columns">
              {columns.slice(0, shownColumns).map(({ name, kind, distinct, empty, examples }, k) => (
                <li key={k}>
                  <strong>{shorten(name, 30)}</strong>: {kindWords[kind]}, {distinct.toLocaleString('en')} different
                  {empty > 0 && `, ${empty.toLocaleString('en')} empty`}
                  {examples.length > 0 && <span> such as {examples.map((cell) => `“${shorten(cell, 28)}”`).join(', ')}</span>}
                </li>
              ))}
              {columns.length > shownColumns && <li>and {columns.length - shownColumns} more columns</li>}
            </ul>
          </Fact>
        )}
        {report.skipped.length > 0 && (
          <Fact name="Skipped">
            <ul className="data-columns">
              {report.skipped.map(({ words, count, first }) => (
                <li key={words}>
                  {counted(count, 'row')}: {words}. <span>{first.map(({ line, text }) => `Line ${line.toLocaleString('en')}${text === '' ? '' : ` “${text}”`}`).join('; ')}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {report.notes.length > 0 && (
          <Fact name="Also">
            <ul className="data-columns">
              {report.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </>
  );
}

const shownLabels = 14;
const shownColumns = 8;

const columnChoices = ({ columns }: OwnReport): readonly { readonly value: string; readonly label: string }[] =>
  columns.map(({ name, kind }, k) => ({ value: String(k), label: `${shorten(name, 40)} (${kindWords[kind]})` }));

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
