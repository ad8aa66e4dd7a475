// All stages from text to numbers, one below the other: each can be switched, and shows what it did to every token.
import { Fragment, useMemo } from 'react';
import { oneHotShape } from '../../../../engine/text/oneHot.ts';
import { stages } from '../../../../engine/text/stages.ts';
import { Switch } from '../../controls/Switch.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { BagStage } from './BagStage.tsx';
import { GridFigure } from './GridFigure.tsx';
import { PaddedLines } from './PaddedLines.tsx';
import { Stage } from './Stage.tsx';
import { raggedShape, stageShape, stepTable, type StagedTexts } from './stages.ts';
import { Nothing, StageChips, TokenLines } from './TokenLines.tsx';

const reasons = { lowerCase: '', stopWords: 'stop word', stems: '' } as const;

export function StagesPart({ staged, line }: { readonly staged: StagedTexts; readonly line: number }) {
  const settings = useRoom('text');
  const edit = useEditRoom('text');
  const { texts, vocabulary, padded } = staged;
  const own = useMemo(() => stepTable({ texts, vocabulary, padded: null }, line, settings.oneHot), [texts, vocabulary, line, settings.oneHot]);
  const even = useMemo(() => stepTable({ texts, vocabulary, padded }, line, settings.oneHot), [texts, vocabulary, padded, line, settings.oneHot]);
  if (texts.length === 0) return <p className="text-problem" role="status">There is no text. Write one a line under “Texts”, for example “I love playing”.</p>;
  const lengths = texts.map(({ indices }) => indices.length);
  const V = vocabulary.length;
  return (
    <div className="text-stages">
      <Stage number={1} title="Tokens" words="The text is cut into words. Spaces and punctuation are left out." shape={raggedShape(texts.map(({ written }) => written.length), 'word')}>
        <TokenLines>
          {texts.map(({ written }, k) => (
            <Fragment key={k}>{written.length === 0 ? <Nothing>no word in it</Nothing> : written.map(({ text }, t) => <li key={t} className="text-chip">{text}</li>)}</Fragment>
          ))}
        </TokenLines>
      </Stage>
      {stages.map(({ id, title, words }, k) => (
        <Stage
          key={id}
          number={k + 2}
          title={title}
          words={settings[id] ? words : 'Off: every word goes on as it is.'}
          shape={stageShape(texts, id)}
          isOn={settings[id]}
          control={<Switch label={<span className="controls-hidden">{title}</span>} isOn={settings[id]} onChange={(isOn) => edit({ [id]: isOn })} />}
        >
          <TokenLines>
            {texts.map((text, each) => (
              <StageChips key={each} rows={text.stages.find((stage) => stage.id === id)?.rows ?? []} reason={reasons[id]} />
            ))}
          </TokenLines>
          {id === 'stems' &&
            texts.map(({ note }, each) => note !== null && (
              <p key={each} className="text-problem">
                Text {each + 1}: {note}
              </p>
            ))}
        </Stage>
      ))}
      {V > 0 && <BagStage number={5} staged={staged} />}
      {V > 0 && (
        <Stage number={6} title="Indices" words={`Every word is replaced by its place in the vocabulary of ${V} ${V === 1 ? 'word' : 'words'}, in order of first appearance. The order of the text is kept.`} shape={raggedShape(lengths, 'index', 'indices')}>
          <TokenLines>
            {texts.map(({ indices }, k) => (
              <Fragment key={k}>
                {indices.length === 0 ? (
                  <Nothing>no word is left</Nothing>
                ) : (
                  Array.from(indices, (index, t) => (
                    <li key={t} className="text-chip">
                      <small>{vocabulary[index]}</small> <strong>{index + 1}</strong>
                    </li>
                  ))
                )}
              </Fragment>
            ))}
          </TokenLines>
        </Stage>
      )}
      {V > 0 && own && (
        <Stage
          number={7}
          title="One-hot vectors"
          words={
            settings.oneHot
              ? 'A row a time step, a column a word of the vocabulary, and a single 1 in each row: all words are equally far apart.'
              : `Off: a network would get the bare index. It would take word ${V} for ${V} times as much as word 1, which means nothing.`
          }
          shape={own.shape}
          isOn={settings.oneHot}
          control={<Switch label={<span className="controls-hidden">One-hot vectors</span>} isOn={settings.oneHot} onChange={(isOn) => edit({ oneHot: isOn })} />}
        >
          {own.rows.length > 0 && <GridFigure title={`Text ${line + 1}, step by step`} name="one-hot" label={`Text ${line + 1} as a table of ${own.shape}.`} {...own} />}
        </Stage>
      )}
      {V > 0 && (
        <Stage
          number={8}
          title="Padding"
          words={padded ? 'All texts get the same number of time steps, so that they fit into one tensor. A step of padding is no word: a row of zeros.' : `Off: the texts have ${lengths.join(', ')} steps and do not fit into one tensor. An RNN can still read them one by one; a network of a fixed width cannot.`}
          shape={padded ? oneHotShape(padded.length, settings.oneHot ? V : 1, texts.length).words : raggedShape(lengths, 'time step')}
          isOn={settings.padded}
          control={<Switch label={<span className="controls-hidden">Padding</span>} isOn={settings.padded} onChange={(isOn) => edit({ padded: isOn })} />}
        >
          {padded && <PaddedLines staged={staged} padded={padded} />}
          {padded && even && even.rows.length > 0 && <GridFigure title={`Text ${line + 1}, padded`} name="padded" label={`Text ${line + 1} padded, as a table of ${even.shape}; ${even.padding.size} of its steps are padding.`} {...even} />}
        </Stage>
      )}
    </div>
  );
}
