import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { letters, type Token, tokenise } from '../../../src/engine/text/tokens.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const words = (text: string): string[] => tokenise(text).map((token) => token.text);
const signs = (text: string): string[] => letters(text).map((token) => token.text);

/** Latin, Arabic, Hebrew, Japanese, Hindi, emoji, accents, spaces, punctuation and stray halves of characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', "'", '’', '.', '_', '1', '👍🏽', '\u0301', 'é', '\u200d', 'ع', 'ש', '日', 'カ', 'ी', '\ud83d') }),
);

/** With the browser's segmenter, and without, as in an old Firefox. */
const ways = [
  { way: 'with Intl.Segmenter', enter: (): void => {} },
  { way: 'without Intl.Segmenter', enter: (): void => void vi.stubGlobal('Intl', {}) },
];
afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(ways)('a very long text, $way,', ({ enter }) => {
  it('is cut as a short one is', () => {
    enter();
    for (const unit of ["don't-", '👨‍👩‍👧🇮🇳', 'שלום!', 'e\u0301-']) {
      const single = words(unit);
      expect(words(unit.repeat(999))).toEqual(Array.from({ length: 999 }, () => single).flat());
      expect(signs(unit.repeat(999))).toEqual(Array.from({ length: 999 }, () => signs(unit)).flat());
    }
  });

  it('may be one word, or one character', () => {
    enter();
    expect(tokenise('a'.repeat(5000))).toMatchObject([{ start: 0, end: 5000 }]);
    expect(letters(`e${'\u0301'.repeat(5000)}`)).toMatchObject([{ start: 0, end: 5001 }]);
  });

  it('takes time that grows with its length and no faster', () => {
    enter();
    const time = (text: string): number => {
      const begin = performance.now();
      tokenise(text);
      return performance.now() - begin;
    };
    time('%'.repeat(10_000));
    // Its square would be 100 times as much.
    expect(time('%'.repeat(100_000))).toBeLessThan(40 * Math.max(2, time('%'.repeat(10_000))));
  });
});

describe.each(ways)('words, $way,', ({ enter }) => {
  const check = (text: string, expected: string[]): void => {
    enter();
    expect(words(text)).toEqual(expected);
  };

  it('are in lower case and without punctuation', () => {
    check('The movie was NOT good!', ['the', 'movie', 'was', 'not', 'good']);
    check('  tabs\tand\nlines  ', ['tabs', 'and', 'lines']);
  });
  it('keep their apostrophe, typed or typeset', () => {
    check("I don't, you don’t.", ['i', "don't", 'you', "don't"]);
    check("'quoted' words", ['quoted', 'words']);
  });
  it('keep numbers whole', () => check('3.14 or 2024', ['3.14', 'or', '2024']));
  it('are parted by hyphens and dashes', () => check('well-made — really', ['well', 'made', 'really']));
  it('leave out the gap of a cloze', () => check('the ___ was good', ['the', 'was', 'good']));
  it('include emoji', () => {
    check('the 🎬 was 👍🏽', ['the', '🎬', 'was', '👍🏽']);
    check('good👍👍 ❤️', ['good', '👍', '👍', '❤️']);
    check('👨‍👩‍👧 in 🇮🇳🇯🇵', ['👨‍👩‍👧', 'in', '🇮🇳', '🇯🇵']);
  });
  it('may be written from right to left', () => {
    check('الفيلم كان جيدا، جدا', ['الفيلم', 'كان', 'جيدا', 'جدا']);
    check('הסרט היה טוב!', ['הסרט', 'היה', 'טוב']);
  });
  it('may have vowel signs', () => check('फ़िल्म अच्छी थी।', ['फ़िल्म', 'अच्छी', 'थी'].map((word) => word.normalize('NFC'))));
  it('are the same, however their accents are stored', () => check('Caf\u00e9 cafe\u0301', ['café', 'café']));
  it('are lower-cased alike in every language', () => check('ISTANBUL', ['istanbul']));
  it('are none in punctuation and in nothing', () => {
    check('?!… — “” .,;:', []);
    check('', []);
    check(' \n', []);
  });

  it('know their place in the text', () => {
    enter();
    const text = 'The 🎬, e\u0301t\u00e9 don’t';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', '🎬', 'e\u0301t\u00e9', 'don’t']);
  });

  it('stand in order, without overlap, whatever is typed', () => {
    enter();
    fc.assert(
      fc.property(anyText, (text) => {
        expectInOrder(tokenise(text), text);
      }),
    );
  });

  it('number 10,000 in well under a second', () => {
    enter();
    const text = "The movie wasn't good, 👍 ".repeat(2000);
    const began = performance.now();
    expect(tokenise(text).length).toBe(10000);
    expect(performance.now() - began).toBeLessThan(1000); // about 40 ms on a quiet machine
  });
});

describe('words of Japanese', () => {
  it('are cut by the dictionary, and put together give the text', () => {
    const found = words('映画は良かった。');
    expect(found.length).toBeGreaterThan(2);
    expect(found[0]).toBe('映画');
    expect(found.join('')).toBe('映画は良かった');
  });
  it('are kept as one where there is no dictionary', () => {
    vi.stubGlobal('Intl', {});
    expect(words('映画は良かった。')).toEqual(['映画は良かった']);
  });
});

describe.each(ways)('letters, $way,', ({ enter }) => {
  const check = (text: string, expected: string[]): void => {
    enter();
    expect(signs(text)).toEqual(expected);
  };

  it('are in lower case and without white space', () => check('Na mas\nte', ['n', 'a', 'm', 'a', 's', 't', 'e']));
  it('keep punctuation', () => check("no!'", ['n', 'o', '!', "'"]));
  it('have their accents', () => check('e\u0301te\u0301', ['é', 't', 'é']));
  it('may be emoji', () => check('a👍🏽👨‍👩‍👧🇮🇳', ['a', '👍🏽', '👨‍👩‍👧', '🇮🇳']));
  it('are none in nothing', () => check('', []));
  it('stand in order, without overlap, whatever is typed', () => {
    enter();
    fc.assert(
      fc.property(anyText, (text) => {
        const found = letters(text);
        expectInOrder(found, text);
        expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

function expectInOrder(tokens: readonly Token[], text: string): void {
  let last = 0;
  for (const { start, end, text: token } of tokens) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(token).not.toBe('');
    expect(token).not.toMatch(/\s/u);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}
