import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSettings } from '../../../../src/state/workshop/settings/text.ts';
import { shareOf } from '../../../../src/view/panels/workshop/text/Guess.tsx';
import { asWritten, moved, readOrder, shuffled, writeOrder } from '../../../../src/view/panels/workshop/text/order.ts';
import { formulaOf, madeWords, sizeVerdict } from '../../../../src/view/panels/workshop/text/sizeWords.ts';
import { raggedShape, stagedTexts, stageShape, stepTable, type StagedSettings } from '../../../../src/view/panels/workshop/text/stages.ts';
import { readerSize } from '../../../../src/engine/workshop/readerSizes.ts';

const course: StagedSettings = { texts: textSettings.texts.first, lowerCase: true, stopWords: true, stems: true, bag: 'counts', padded: true, paddedTo: 0, paddedAt: 'end' };

describe('the texts of the course', () => {
  it('come to four words, and three bags of them', () => {
    const { vocabulary, bags } = stagedTexts(course);
    expect(vocabulary).toEqual(['love', 'play', 'cricket', 'fun']);
    expect(bags!.map(({ values }) => [...values])).toEqual([[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 0, 1]]);
  });

  it('keep their words where a stage is off', () => {
    expect(stagedTexts({ ...course, stems: false }).vocabulary).toEqual(['love', 'playing', 'cricket', 'fun']);
    expect(stagedTexts({ ...course, lowerCase: false, stems: false }).vocabulary).toEqual(['love', 'playing', 'cricket', 'Playing', 'fun']);
    expect(stagedTexts({ ...course, stopWords: false }).vocabulary).toContain('we');
  });

  it('have a shape at each stage', () => {
    const { texts } = stagedTexts(course);
    expect(stageShape(texts, 'lowerCase')).toBe('3 texts × 3 to 4 words');
    expect(stageShape(texts, 'stopWords')).toBe('3 texts × 2 to 3 words');
    expect(raggedShape([7, 7, 7], 'word')).toBe('3 texts × 7 words');
    expect(raggedShape([1], 'index', 'indices')).toBe('1 text × 1 index');
    expect(raggedShape([], 'word')).toBe('0 texts');
  });
});

describe('what a bag holds', () => {
  it('is counts, or whether a word is there, or nothing', () => {
    const texts = 'fun fun cricket';
    const valuesOf = (bag: StagedSettings['bag']) => stagedTexts({ ...course, texts, bag }).bags?.map(({ values }) => [...values]) ?? null;
    expect([valuesOf('counts'), valuesOf('present'), valuesOf('off')]).toEqual([[[2, 1]], [[1, 1]], null]);
  });
});

describe('a text step by step', () => {
  it('is a row a time step with a single 1, and rows of zeros for padding', () => {
    const table = stepTable(stagedTexts(course), 0, true)!;
    expect(table.rows).toEqual(['1 love', '2 play', '3 padding']);
    expect([...table.values]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect([...table.padding]).toEqual([2]);
    expect(table.shape).toBe('3 time steps × 4 input features');
  });

  it('has its padding at the start where that is asked for, and none where padding is off', () => {
    expect(stepTable(stagedTexts({ ...course, paddedAt: 'start' }), 0, true)!.rows).toEqual(['1 padding', '2 love', '3 play']);
    expect(stepTable(stagedTexts({ ...course, padded: false }), 0, true)!.rows).toEqual(['1 love', '2 play']);
  });

  it('is cut at its end where it is longer than asked for, and what is cut off is known', () => {
    const { padded } = stagedTexts({ ...course, paddedTo: 2 });
    expect(padded!.cutOff.map((cut) => [...cut])).toEqual([[], [2], []]);
  });

  it('is bare indices from 1 where one-hot is off, with 0 for padding', () => {
    const table = stepTable(stagedTexts(course), 2, false)!;
    expect([table.columns, [...table.values]]).toEqual([['index'], [2, 4, 0]]);
  });

  it('is none where there is no such text', () => {
    expect(stepTable(stagedTexts({ ...course, texts: ' \n ' }), 0, true)).toBeNull();
  });
});

describe('more texts than can be looked at', () => {
  it('are counted', () => {
    const { texts, leftOut } = stagedTexts({ ...course, texts: Array.from({ length: 25 }, (_, k) => `word${k}`).join('\r\n') });
    expect([texts.length, leftOut]).toEqual([20, 5]);
  });
});

describe('an order of words', () => {
  const orders = fc.integer({ min: 1, max: 9 }).chain((n) => fc.shuffledSubarray([...asWritten(n)], { minLength: n, maxLength: n }));

  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(readOrder(writeOrder(order), order.length)).toEqual(order);
      }),
    );
    expect(writeOrder([0, 1, 2])).toBe('');
  });

  it.each(['0 0 1', '0 1', '0 1 3', 'a b c', '0.5 1 2', '-1 0 1'])('“%s” is none of three words, so they stay as written', (text) => {
    expect(readOrder(text, 3)).toEqual([0, 1, 2]);
  });

  it('keeps every word when one is moved, which then stands where it was put', () => {
    fc.assert(
      fc.property(orders, fc.nat(20), fc.integer({ min: -3, max: 20 }), (order, a, to) => {
        const from = a % order.length;
        const next = moved(order, from, to);
        expect(new Set(next)).toEqual(new Set(order));
        expect(next).toHaveLength(order.length);
        expect(next[Math.min(order.length - 1, Math.max(0, to))]).toBe(order[from]);
      }),
    );
    expect(moved([0, 1, 2, 3], 3, 1)).toEqual([0, 3, 1, 2]);
  });

  it('reads differently once it is shuffled, unless all words are alike', () => {
    for (let seed = 0; seed < 30; seed++) {
      const words = ['a', 'b', 'a'];
      const next = shuffled(words, [0, 1, 2], seed);
      expect(new Set(next)).toEqual(new Set([0, 1, 2]));
      expect(next.map((place) => words[place]).join()).not.toBe('a,b,a');
    }
    expect(new Set(shuffled(['no', 'no'], [0, 1], 1))).toEqual(new Set([0, 1]));
  });
});

describe('sizes in words', () => {
  const sizes = { length: 10, vocabulary: 10_000, units: 10 };
  const counted = (of: typeof sizes) => (['padded', 'sequence', 'bag'] as const).map((reader) => readerSize(reader, of));

  it('have the course’s million', () => {
    expect(formulaOf('padded', sizes)).toEqual({ symbols: 'T × V × H', numbers: '10 × 10,000 × 10 = 1,000,000' });
    expect(formulaOf('sequence', sizes).numbers).toBe('10,000 × 10 + 10 × 10 = 100,100');
    expect(madeWords(readerSize('padded', sizes))).toBe('The network that is made of it has 1,000,021 parameters: these, and 21 for the biases and the output.');
  });

  it('compare the fixed width with the RNN, whichever is larger', () => {
    expect(sizeVerdict({ ...sizes, length: 200 }, counted({ ...sizes, length: 200 }))).toMatch(/20,000,000 weights, 200 times as many as the RNN’s 100,100/);
    const small = { length: 1, vocabulary: 10, units: 100 };
    expect(sizeVerdict(small, counted(small))).toMatch(/^Here the RNN takes more/);
  });

  it('say what is too large to be made', () => {
    expect(madeWords(readerSize('padded', { length: 200, vocabulary: 100_000, units: 512 }))).toMatch(/^Too large to be made here\. This network would have/);
  });
});

describe('a guessed share', () => {
  it('is the nearest one of four', () => {
    expect([0.1, 0.39, 0.5, 0.7, 0.98].map(shareOf)).toEqual(['less than half', 'less than half', 'half of them', 'three in four', 'nearly always']);
  });
});
