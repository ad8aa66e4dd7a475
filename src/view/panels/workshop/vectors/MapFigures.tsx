// The map of the learned vectors, and beside it that of the one-hot vectors, where no word is nearer to one than to another.
import { useMemo, useState } from 'react';
import { WordMap } from '../../../draw/workshop/vectors/WordMap.tsx';
import { groupLook } from '../../../draw/workshop/vectors/groupLooks.ts';
import { learnedPlane, oneHotPlane, type WordPlane } from '../../../layout/workshop/vectors/plane.ts';
import { wordMap, type MapWord } from '../../../layout/workshop/vectors/wordMap.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { groupNames, mapWords, nameOf, wordInView } from './choice.ts';
import { askNear } from './questions.ts';
import type { Learned } from './useLearning.ts';
import { nearWords } from './words.ts';

const nearCount = 5;

export function MapFigures({ learned }: { readonly learned: Learned }) {
  const { corpus, vectors } = learned;
  const { corpus: source, word } = useRoom('vectors');
  const edit = useEditRoom('vectors');
  const [pointed, point] = useState<number | null>(null);
  const chosen = wordInView(corpus, source, word);
  const words = useMemo(() => mapWords(corpus, source, [chosen]), [corpus, source, chosen]);
  const plane = useMemo(() => learnedPlane(vectors, words.map((each) => each.word)), [vectors, words]);
  const oneHot = useMemo(() => oneHotPlane(words.length), [words]);
  const at = pointed !== null && words.some((each) => each.word === pointed) ? pointed : chosen;
  const name = nameOf(corpus, at);
  const near = askNear(learned, name, nearCount).found ?? [];
  const shared = { words, at, onPoint: point, onChoose: (each: number) => edit({ word: nameOf(corpus, each) }) };
  const groups = groupNames(source);
  return (
    <div className="vectors-maps">
      <FigureFrame
        title="Learned vectors in a plane"
        name="word-vectors-map"
        minHeight={400}
        note={
          <>
            <p className="vectors-near">{nearWords(name, near)}</p>
            <ul className="vectors-key" aria-label="Kinds of words">
              {groups.map((group, k) => (
                <li key={group}>
                  <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
                    <path d={groupLook(k).shape(60)} style={{ fill: groupLook(k).colour }} />
                  </svg>
                  {group}
                </li>
              ))}
            </ul>
            <p>
              The two principal components of {vectors.dimension} numbers: a flat picture of {words.length} words. Lines go to those of the {near.length} words nearest in all dimensions that are on the map. Point at a word, or walk with the arrow keys; Enter chooses it.
            </p>
          </>
        }
      >
        {(place) => (plane ? <PlaneMap plane={plane} place={place} near={near.map((each) => each.word)} what={`Map of ${words.length} learned word vectors`} {...shared} /> : <p className="vectors-nothing">No plane: a vector is not a number.</p>)}
      </FigureFrame>
      <FigureFrame
        title="One-hot vectors"
        name="one-hot-map"
        minHeight={400}
        note={
          <p>
            Every two words are √2 = 1.414 apart, with cosine 0: no word is nearer to {name} than any other. Each plane shows as little as this one, in which all stand on a circle by their place in the list: who stand side by side here are as far apart as all others.
          </p>
        }
      >
        {(place) => <PlaneMap plane={oneHot} place={place} near={[]} what={`Map of ${words.length} one-hot vectors, all on a circle`} {...shared} />}
      </FigureFrame>
    </div>
  );
}

interface MapProps {
  readonly plane: WordPlane;
  readonly words: readonly MapWord[];
  readonly place: FigurePlace;
  readonly at: number;
  readonly near: readonly number[];
  readonly what: string;
  readonly onPoint: (word: number | null) => void;
  readonly onChoose: (word: number) => void;
}

function PlaneMap({ plane, words, place: { width, height, textSize }, at, near, what, onPoint, onChoose }: MapProps) {
  const geometry = useMemo(() => {
    const first = [at, ...near].map((word) => words.findIndex((each) => each.word === word)).filter((k) => k >= 0);
    return wordMap(plane, words, first, { width, height, textSize });
  }, [plane, words, at, near, width, height, textSize]);
  return <WordMap geometry={geometry} width={width} height={height} textSize={textSize} description={what} pointed={at} near={near} onPoint={onPoint} onChoose={onChoose} />;
}
