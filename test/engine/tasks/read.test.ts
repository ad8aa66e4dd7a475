import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taskIds, tasks } from '../../../src/engine/tasks/index.ts';
import { knownText } from '../../../src/engine/tasks/knownText.ts';
import { exampleOf, firstSteps, readSentence, split, wordsOf, type Reading } from '../../../src/engine/tasks/read.ts';
import type { Task } from '../../../src/engine/tasks/task.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const read = (task: Task, text: string, label?: number): Reading => readSentence(task, task.vocabulary, text, label);
const tokens = (task: Task, text: string): string[] => split(task, text).map((token) => token.text);
const indices = ({ inputs }: Reading): number[] => (inputs.kind === 'one-hot' ? [...inputs.indices] : []);
const values = ({ inputs }: Reading): number[] => (inputs.kind === 'dense' ? [...inputs.values] : []);
const said = (task: Task, { targets }: Reading): (string | undefined)[] => Array.from(targets, (target) => task.outputs[target]);
const nothing = { tokens: [[], []], targets: new Float64Array() };

describe('words and letters', () => {
  it('are read by their places in the vocabulary, and unknown ones are named', () => {
    const reading = read(tasks.reviews, 'Movie was GREAT, not bad!', 1);
    expect(reading).toMatchObject({ tokens: [['movie', 'was', 'not', 'bad'], []], unknown: ['great'], problem: null });
    expect(indices(reading)).toEqual([0, 1, 4, 3]);
    expect([...reading.targets]).toEqual([1]);
  });

  it('take a label of the reader before that of the table, and no label that there is not', () => {
    expect([...read(tasks.reviews, 'movie was good').targets]).toEqual([1]);
    expect([...read(tasks.reviews, 'movie was good', 0).targets]).toEqual([0]);
    expect([...read(tasks.reviews, 'movie was good', 2).targets]).toEqual([1]);
    expect([...read(tasks.pictures, '###/.../...', 4).targets]).toEqual([4]);
    expect([...read(tasks.pictures, '###/.../...', 5).targets]).toEqual([0]);
  });

  it('have the next letter as target', () => {
    const reading = read(tasks.letters, 'Santa');
    expect(reading.tokens).toEqual([['s', 'a', 'n', 't'], []]);
    expect(said(tasks.letters, reading)).toEqual(['a', 'n', 't', 'a']);
    expect(read(tasks.letters, 's')).toMatchObject({ ...nothing, problem: null });
  });
});

describe('a gap', () => {
  const { gap } = tasks;

  it('is any number of underscores that stand alone', () => {
    for (const typed of ['I like eating ___ with a spoon.', 'i like eating _, with a spoon', 'i like eating\n_______ with a spoon']) {
      expect(tokens(gap, typed)).toEqual(['i', 'like', 'eating', '___', 'with', 'a', 'spoon']);
    }
    expect(tokens(gap, 'snake_case is _no_ gap')).toEqual(['snake_case', 'is', '_no_', 'gap']);
  });

  it('is told by the first word after it that tells', () => {
    expect(said(gap, read(gap, 'eating ___ with ten candles with a spoon'))).toEqual(['–', 'cake', '–', '–', '–', '–', '–', '–']);
    expect(said(gap, read(gap, 'a spoon with ___ two candles ___ spoon'))).toEqual(['–', '–', '–', 'cake', '–', '–', 'soup', '–']);
    expect(said(gap, read(gap, 'i like ___'))).toEqual(['–', '–', '–']);
  });

  it('takes no word for another because of what objects have', () => {
    const words = [...gap.vocabulary, 'constructor', '__proto__'];
    expect([...readSentence(gap, words, '___ constructor __proto__ spoon').targets]).toEqual([2, 0, 0, 0]);
  });
});

describe('a name', () => {
  const { names } = tasks;

  it('begins with who it is for, and ends with a full stop that is only said', () => {
    const reading = read(names, ' Girl :  Anna');
    expect(reading.tokens).toEqual([['girl', 'a', 'n', 'n', 'a'], []]);
    expect(indices(reading)).toEqual([0, 2, 7, 7, 2]);
    expect(said(names, reading)).toEqual(['a', 'n', 'n', 'a', '.']);
    expect(exampleOf(read(names, 'girl: anna.'))).toEqual(exampleOf(reading));
  });

  it('leaves out letters that it does not know', () => {
    expect(read(names, 'boy: Zoë')).toMatchObject({ tokens: [['boy', 'o'], []], unknown: ['z', 'ë'], problem: null });
  });

  it.each(['anna', 'dog: anna', ': anna', 'girl', 'girl:', 'girl: 123'])('asks for what is missing in “%s”', (text) => {
    expect(read(names, text)).toMatchObject({ ...nothing, problem: 'Write girl or boy, a colon and a name, for example “girl: anna”.' });
  });
});

describe('a picture', () => {
  const { pictures, captions, frames } = tasks;

  it('is drawn or written in numbers', () => {
    const cross = [1, 0, 1, 0, 1, 0, 1, 0, 1];
    for (const text of ['#.#/.#./#.#', ' #.# / .#. / #.# ', '1 0 1  0 1 0\n1 0 1']) expect(values(read(pictures, text))).toEqual(cross);
    expect(values(read(pictures, '0 0.25 1 0 0 0 0 0 .5'))).toEqual([0, 0.25, 1, 0, 0, 0, 0, 0, 0.5]);
    expect(read(pictures, '# . #/.#./#.#')).toEqual(read(pictures, '#.#/.#./#.#'));
  });

  it.each([
    ['#.#/.#.', 'The picture has 2 lines, but it should have 3, with / between them, for example ###/.../....'],
    ['#.#/.#/#.#', 'Line 2 of the picture has 2 pixels, but it should have 3, for example ###/.../....'],
    ['#.#/.o./#.#', 'The picture has the sign “o”, but it is drawn with # and . alone, for example ###/.../....'],
    ['1 0 2 0 0 0 0 0 0', 'The picture has “2” where a number from 0 to 1 should be. Or draw it with # and ., for example ###/.../....'],
    ['a cross', 'The picture has “a” where a number from 0 to 1 should be. Or draw it with # and ., for example ###/.../....'],
    ['1 0 1', 'The picture has 3 numbers, but it should have 9. Or draw it with # and ., for example ###/.../....'],
    ['#.#/.#./#.#; ###/.../...', 'One picture is read at a time, but there are 2.'],
  ])('that cannot be read, “%s”, is answered in words', (text, problem) => {
    expect(read(pictures, text)).toMatchObject({ ...nothing, problem });
  });

  it('of a film is a frame, and has a number', () => {
    const reading = read(frames, '#....; ...#. ;; ...#.;0 .5 .2 0 0;');
    expect(reading.tokens).toEqual([['#....', '...#.', '...#.', '0 .5 .2 0 0'], []]);
    expect(said(frames, reading)).toEqual(['starts', 'goes right', 'stays', 'goes left']);
    expect(read(frames, '#....;.#..').problem).toBe('Frame 2 has 4 pixels, but it should have 5, for example #.....');
    expect(read(frames, '#..../.#...').problem).toBe('Frame 1 has 2 lines, but it should have 1, for example #.....');
  });

  it('without anything in it is nothing, and no problem', () => {
    for (const text of ['', ' ; ', ';;']) expect(read(frames, text)).toMatchObject({ ...nothing, problem: null });
  });

  it('has a caption that is said while nothing more is read', () => {
    const reading = read(captions, '..../.#../..../.... > A dot!');
    expect(reading.tokens).toEqual([['..../.#../..../....', '', ''], []]);
    expect(values(reading)).toEqual(Array.from({ length: 48 }, (_, k) => (k === 5 ? 1 : 0)));
    expect(said(captions, reading)).toEqual(['a', 'dot', '<end>']);
    expect(exampleOf(read(captions, '..../.#../..../....'))).toEqual(exampleOf(reading));
  });

  it('that the table does not have needs its caption', () => {
    expect(read(captions, '#.../..../..../....')).toMatchObject({
      ...nothing,
      problem: 'The caption is missing. Write it after >, for example “..../.##./.##./.... > a small square”.',
    });
    expect(said(captions, read(captions, '#.../..../..../.... > a dot'))).toEqual(['a', 'dot', '<end>']);
  });
});

describe('a translation', () => {
  const { translation } = tasks;

  it('is what the decoder reads one step after it should have said it', () => {
    const reading = read(translation, 'I am not cold > Je n’ai pas froid.');
    expect(reading.tokens).toEqual([['i', 'am', 'not', 'cold'], ['<start>', 'je', "n'ai", 'pas', 'froid']]);
    expect(indices(reading)).toEqual([0, 1, 4, 5]);
    expect(said(translation, reading)).toEqual(['je', "n'ai", 'pas', 'froid', '<end>']);
    expect(reading.decoderInputs).toEqual({ kind: 'one-hot', indices: Int32Array.of(0, 1, 3, 7, 8) });
  });

  it('of a sentence of the table need not be written', () => {
    expect(read(translation, 'you are hungry')).toEqual(read(translation, 'you are hungry > tu as faim'));
  });

  it('of any other sentence has to be', () => {
    for (const text of ['i am', 'i am >', 'i am > ?']) {
      expect(read(translation, text)).toMatchObject({
        ...nothing,
        unknown: [],
        problem: "The translation is missing. Write it after >, for example “i am cold > j'ai froid”.",
      });
    }
  });

  it('names words of both languages that are not known, each once', () => {
    expect(read(translation, 'i am sad sad > je suis triste triste')).toMatchObject({
      tokens: [['i', 'am'], ['<start>', 'je']],
      unknown: ['sad', 'suis', 'triste'],
    });
    expect(read(translation, 'i am sad')).toMatchObject({ ...nothing, unknown: ['sad'] });
    expect(read(translation, 'start end > <start> <end>').unknown).toEqual(['start', 'end']);
  });
});

describe('the first steps', () => {
  it('are cut along each axis with their targets', () => {
    const short = firstSteps(read(tasks.translation, 'you are not cold > tu as froid'), 2);
    expect(short).toMatchObject({ tokens: [['you', 'are'], ['<start>', 'tu']], inputs: { indices: Int32Array.of(2, 3) }, decoderInputs: { indices: Int32Array.of(0, 4) } });
    expect(said(tasks.translation, short)).toEqual(['tu', 'as']);
  });

  it('leave a target at the end as it is, and take whole frames', () => {
    expect([...firstSteps(read(tasks.reviews, 'movie was good'), 2).targets]).toEqual([1]);
    const film = firstSteps(read(tasks.frames, '#....;.#...;..#..'), 2);
    expect(values(film)).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect([...film.targets]).toEqual([0, 3]);
  });

  it('are all of a reading that is short enough', () => {
    const reading = read(tasks.gap, 'i like ___');
    expect(firstSteps(reading, 3)).toBe(reading);
  });
});

/** Texts of words of all tasks, of what parts a text, and of any characters. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...taskIds.flatMap((id) => [...tasks[id].vocabulary, ...tasks[id].outputs]), '>', ':', ';', '/', '#', '.', '_', '0', '1', '#....', '#.#/.#./#.#'), { maxLength: 8 })
    .map((parts) => parts.join(' ')),
);
const task = fc.constantFrom(...taskIds).map((id): Task => tasks[id]);

describe('any text', () => {
  it('is read with a token and a place for each step, and a target for each answer, or not at all', () => {
    fc.assert(
      fc.property(task, text, (each, typed) => {
        const reading = read(each, typed);
        const [T, decoder] = reading.tokens.map((list) => list.length) as [number, number];
        const [words] = wordsOf(each);
        expect(reading.inputs.kind === 'one-hot' ? reading.inputs.indices.length : reading.inputs.values.length / words.length).toBe(T);
        expect(reading.decoderInputs?.kind === 'one-hot' ? reading.decoderInputs.indices.length : 0).toBe(decoder);
        expect(reading.targets).toHaveLength(T === 0 ? 0 : each.topology === 'many-to-one' ? 1 : decoder || T);
        for (const target of reading.targets) expect(each.outputs[target] ?? each.outputs.length === 1).toBeTruthy();
        expect(reading.problem === null || T === 0).toBe(true);
      }),
    );
  });

  it('reads the same without the words that are skipped', () => {
    fc.assert(
      fc.property(task, text, (each, typed) => {
        const reading = read(each, typed);
        fc.pre(reading.problem === null && reading.tokens[0].length > 0);
        expect(read(each, knownText(each, each.vocabulary, typed))).toEqual({ ...reading, unknown: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is cut into tokens that stand where they say', () => {
    fc.assert(
      fc.property(task, text, (each, typed) => {
        let from = 0;
        for (const { start, end } of split(each, typed)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(typed.slice(start, end).trim()).not.toBe('');
          from = end;
        }
      }),
    );
  });
});
