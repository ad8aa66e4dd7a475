import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { decode, encode, holdsParameters } from '../../src/state/link.ts';
import { linkParameters } from '../../src/state/linkParameters.ts';
import { document, seeded } from './arbitraries.ts';

const reviews = initialDocument('reviews');
/** An update as most are. */
const plain = { initialStates: null, clipping: null, feeding: 'teacher' } as const;
const problemsOf = (link: string): string => decode(link).problems.join('\n');

describe('a link', () => {
  it('gives back exactly the document that it was made of', () => {
    fc.assert(
      fc.property(document, (each) => {
        const { document: read, problems } = decode(encode(each));
        expect(read).toEqual(each);
        expect(problems).toEqual([]);
      }),
      seeded,
    );
  });

  it('holds the same document with a #, with a ?, and as a whole address', () => {
    fc.assert(
      fc.property(document, (each) => {
        const link = encode(each);
        for (const form of [`#${link}`, `?${link}`, `https://example.org/a/b.html#${link}`, `file:///x/index.html?${link}`]) {
          expect(decode(form).document).toEqual(each);
        }
      }),
      seeded,
    );
  });

  it('survives the address bar, which leaves it as it is', () => {
    fc.assert(
      fc.property(document, (each) => {
        const link = encode(each);
        expect(new URL(`https://example.org/#${link}`).hash).toBe(`#${link}`);
        expect(link).toMatch(/^[\x21-\x7e]*$/);
      }),
      seeded,
    );
  });

  it('survives a program that escapes every character it can', () => {
    fc.assert(
      fc.property(document, (each) => {
        const parameters = new URLSearchParams(encode(each));
        expect(decode(parameters.toString()).document).toEqual(each);
      }),
      seeded,
    );
  });

  it('is short: only what differs from the start of the task is in it', () => {
    expect(encode(reviews)).toBe('task=reviews');
    expect(encode({ ...initialDocument('letters'), playhead: 3 })).toBe('task=letters&step=3');
  });

  it('is readable', () => {
    const each: UnrolledDocument = {
      ...reviews,
      text: 'movie was bad, not good!',
      label: 1,
      addedWords: ['terrible', 'great'],
      generatedLength: 100,
      cell: 'rnn_relu',
      hiddenSize: 2,
      biases: 'two',
      initialisation: { scheme: 'identity', scale: 1.25, seed: 8 },
      trainedEpochs: 0,
      learningRate: 1e-7,
      initialStates: { h: [0, -0.5] },
      changes: [
        { kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0.5 },
        { kind: 'set', symbol: 'b_ih', unit: 2, column: 1, value: -0 },
        { kind: 'scale', symbol: 'W_hh', factor: 1e308 },
        { kind: 'update', text: 'movie was bad', label: 0, learningRate: 0.5, times: 3, ...plain },
        { kind: 'update', text: 'good; (bad)', label: null, learningRate: 0.5, times: 1, ...plain, initialStates: { h: [0.5, -0] } },
      ],
      playhead: 12,
      fold: 1,
    };
    expect(encode(each)).toBe(
      'task=reviews&text=movie+was+bad,+not+good!&label=1&add=terrible,great&length=100&activation=relu&hidden=2&biases=two' +
        '&scheme=identity&seed=8&scale=1.25&trained=0&eta=1e-7&h0=0,-0.5' +
        '&changes=W_hh[1,2]=0.5;b_ih[2]=-0;W_hh*1e308;update(movie+was+bad,0,0.5)x3;update(good~;+~(bad~),,0.5,h0=0.5/-0)&step=12&fold=1',
    );
    expect(decode(encode(each))).toEqual({ document: each, problems: [] });
  });

  it('keeps words of any script, halves of characters and what parts a link', () => {
    for (const text of ['שלום, עולם', '映画は😀', 'a&b=c;d,(e)~%41+#?', '~~,~;~(', '\ud83d', 'x\ude00\ud83d', '\u0000\n\t ', '']) {
      const each = { ...reviews, text, changes: [{ kind: 'update' as const, text, label: 1, learningRate: 1, times: 2, ...plain }] };
      expect(decode(encode(each))).toEqual({ document: each, problems: [] });
    }
  });

  it('that is empty is the initial document', () => {
    for (const link of ['', '#', '?', '&&', ' ', 'https://example.org/']) {
      expect(decode(link)).toEqual({ document: reviews, problems: [] });
    }
  });

  it('that was typed by hand may be written in more than one way', () => {
    const { document: read, problems } = decode(
      '?hidden= 6 &changes=W_hh[1, 2] = −0.5; b_h[1,1]=.5;W_hh×1e+3;update(movie, was (not) bad, 0 ,0.5)&eta=1E-2&add=Terrible&task=reviews',
    );
    expect(problems).toEqual([]);
    expect(read).toEqual({
      ...reviews,
      hiddenSize: 6,
      learningRate: 0.01,
      addedWords: ['terrible'],
      changes: [
        { kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: -0.5 },
        { kind: 'set', symbol: 'b_h', unit: 1, column: 1, value: 0.5 },
        { kind: 'scale', symbol: 'W_hh', factor: 1000 },
        { kind: 'update', text: 'movie, was (not) bad', label: 0, learningRate: 0.5, times: 1, ...plain },
      ],
    });
  });
});

describe('a link that cannot be read', () => {
  const limited = (each: UnrolledDocument): void => {
    expect(decode(encode(each))).toEqual({ document: each, problems: [] });
  };

  it('never throws, whatever it is, and always gives a document within the limits', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...linkParameters.map(({ name }) => `${name}=`)),
      fc.constantFrom(...'&=;,()[]*~%+#?'.split(''), '%E0%A4%A', '%', '%zz', '1', '-0', '1e999', 'NaN', 'W_hh', 'update(', 'x3', 'reviews', 'letters', '~ud800', '__proto__='),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { document: read, problems } = decode(pieces.join(''));
        limited(read);
        expect(problems.length).toBeLessThanOrEqual(21);
      }),
      { ...seeded, numRuns: 3000 },
    );
  });

  it('never throws when it is a good link with a few characters changed', () => {
    fc.assert(
      fc.property(document, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'&=;,()~%+#?x0'.split(''), '')), { maxLength: 4 }), (each, edits) => {
        const characters = [...encode(each)];
        for (const [place, by] of edits) characters[place % characters.length] = by;
        limited(decode(characters.join('')).document);
      }),
      seeded,
    );
  });

  // What backtracks or copies with the square of the length would not come back from this at all.
  it('is read to its end, however long it is', { timeout: 120_000 }, () => {
    const long = 100_000;
    for (const unit of [' ', '~', '%', '%E0', ',', ';', '(', 'update(', ')x1', 'W_hh[', '1', '&', '&a=', '.', 'e ', '\ud800']) {
      for (const name of ['text', 'changes', 'add', 'h0', 'seed']) {
        expect(decode(`${name}=${unit.repeat(long / unit.length)}`).document.task).toBe('reviews');
      }
    }
  });

  it('names the parameter, what was seen, and what is expected, and reads the rest', () => {
    const { document: read, problems } = decode('#hidden=9000&seed=8');
    expect(read).toEqual({ ...reviews, initialisation: { ...reviews.initialisation, seed: 8 } });
    expect(problems).toEqual(['In the link, hidden is “9000”, but it has to be a whole number from 1 to 64, so it stays “4”.']);
  });

  it.each([
    ['task=review', 'In the link, task is “review”, but it has to be reviews, letters, entities, pictures, captions, names, frames, translation or gap, so it stays “reviews”.'],
    ['activation=gelu', 'In the link, activation is “gelu”, but it has to be tanh, sigmoid or relu, so it stays “tanh”.'],
    ['cell=feedforward', 'In the link, cell is “feedforward”, but it has to be rnn, lstm, gru or gru_original, so it stays “rnn”.'],
    ['cell=lstm&activation=relu', 'In the link, activation is “relu”, but it has to be tanh, so it stays “tanh”.'],
    ['seed=1.5', 'In the link, seed is “1.5”, but it has to be a whole number from 0 to 4,294,967,295, so it stays “7”.'],
    ['scale=1e999', 'In the link, scale is “1e999”, but it has to be a finite number, so it stays “1”.'],
    ['scale=', 'In the link, scale is “”, but it has to be a finite number, so it stays “1”.'],
    ['eta=0x10', 'In the link, eta is “0x10”, but it has to be a number from -1,000 to 1,000, so it stays “0.5”.'],
    ['label=2', 'In the link, label is “2”, but it has to be a whole number from 0 to 1, so it is left out.'],
    ['fold=-1', 'In the link, fold is “-1”, but it has to be a number from 0 to 1 (0 is unrolled, 1 is folded), so it stays “0”.'],
    ['add=good', 'In the link, add holds “good”, but the vocabulary has that word already, so it is left out.'],
    ['add=a,,b', 'In the link, add holds “”, but a word has to have from 1 to 60 characters, so it is left out.'],
    ['task=letters&add=b', 'In the link, add holds “b”, but the vocabulary of the task letters cannot grow, so it is left out.'],
    ['h0=1,2', 'In the link, h0 is “1,2”, which is 2 of the 4 numbers that are expected, one for each hidden unit, so the missing ones are 0.'],
    ['h0=1,x', 'In the link, h0 holds “x”, but it has to be 4 finite numbers with commas between them, one for each hidden unit, so it is left out.'],
    ['hiden=4', 'The link has “hiden”, but no parameter of a link is called that; the nearest is hidden.'],
    ['seed=1&seed=2', 'The link has seed twice; the first is read, and “2” is left out.'],
    ['text=100%+good', 'In the link, text is “100% good”, where a percent escape is broken; a percent sign has to be written %25.'],
  ])('%s: %s', (link, problem) => {
    expect(problemsOf(link)).toBe(problem);
  });

  it('reads the changes that it can and names each that it cannot', () => {
    const { document: read, problems } = decode('changes=W_hh[1,2]=0.5;W_hx*2;W_hh[0,1]=1;update(movie,0);update(movie,0,0.5)x9999;W_hh*2');
    expect(read.changes).toEqual([
      { kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0.5 },
      { kind: 'scale', symbol: 'W_hh', factor: 2 },
    ]);
    expect(problems.map((each) => /“(.*)”/.exec(each)?.[1])).toEqual(['W_hx*2', 'W_hh[0,1]=1', 'update(movie,0)', 'update(movie,0,0.5)x9999']);
    expect(problems[0]).toContain('with one of W_xh, W_hh, b_h, b_ih, b_hh, W_xi, ');
  });

  it('keeps what is readable of a broken escape', () => {
    expect(decode('text=%E0%A4%A+was+%67ood').document.text).toBe('%E0%A4%A was good');
  });

  it('shows at most 60 characters of a value, and never half of one', () => {
    const problem = problemsOf(`seed=${'😀'.repeat(100)}`);
    expect(problem).toContain(`“${'😀'.repeat(59)}…”`);
  });

  it('is told in at most 21 sentences', () => {
    const { problems } = decode('&a=1'.repeat(1_000));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('There are 980 more parts of the link that could not be read.');
  });

  it('keeps the beginning of a text that is far too long', () => {
    const { document, problems } = decode(`text=${'movie+'.repeat(20_000)}x`);
    expect(document.text).toHaveLength(100_000);
    expect(problems).toEqual(['In the link, text has 120,001 characters, but at most 100,000 can be read, so the rest is left out.']);
  });

  it('keeps the first of too many changes and words', () => {
    const { document: read, problems } = decode(
      `changes=${Array.from({ length: 2001 }, () => 'W_hh*2').join(';')}&add=${Array.from({ length: 501 }, (_, k) => `w${k}`).join(',')}`,
    );
    expect(read.changes).toHaveLength(2000);
    expect(read.addedWords).toHaveLength(500);
    expect(problems).toHaveLength(2);
  });

  it('is told from a heading', () => {
    expect(holdsParameters('#score')).toBe(false);
    expect(holdsParameters('')).toBe(false);
    expect(holdsParameters('#seed=1')).toBe(true);
    expect(holdsParameters('?seed=1')).toBe(true);
  });
});
