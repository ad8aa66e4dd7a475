import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutterOf } from '../../../src/engine/data/cutting.ts';
import { split } from '../../../src/engine/tasks/split.ts';
import { tasks } from '../../../src/engine/tasks/index.ts';
import { prepareText } from '../../../src/engine/text/pipeline.ts';
import { plainly } from './sets.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('The', 'the', 'playing', 'plays', "don't", 'Movie’s', 'not', 'I', '—', '3.5', 'naïve', '😀', 'a-b', '…', '\n', '\t'), { maxLength: 12 }).map((parts) => parts.join(' ')),
);
const switches = fc.record({ lowerCase: fc.boolean(), stopWords: fc.boolean(), stems: fc.boolean() });

describe('rows cut into tokens', () => {
  it('are texts through the stages, as the pipeline of texts has them, however often a run of letters came before', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), switches, (texts, on) => {
        const cut = cutterOf(tasks.reviews, true, on);
        for (const each of texts) {
          const { written, tokens } = prepareText(each, on);
          const own = cut(each);
          expect(own.tokens.map((token) => token.text)).toEqual(tokens.map((token) => token.text));
          expect(own.written).toBe(written.length);
          // Each token is at the place of the word that it was made of.
          expect(own.tokens.map(({ place }) => written[place]!.start)).toEqual(tokens.map(({ start }) => start));
        }
      }),
    );
  });

  it('are what their task cuts, where they are no text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(tasks.letters, tasks.names, tasks.frames, tasks.gap, tasks.reviews), (each, task) => {
        const { tokens, written } = cutterOf(task, false, plainly.switches)(each);
        expect(tokens).toEqual(split(task, each).map((token, place) => ({ text: token.text, place })));
        expect(written).toBe(tokens.length);
      }),
      { numRuns: 300 },
    );
  });
});
