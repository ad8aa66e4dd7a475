// Files that are dropped: texts in any encoding are read, everything else is named in words.
import { describe, expect, it } from 'vitest';
import { decoded, readFile, tooLarge } from '../../../src/state/workshop/ownFile.ts';
import { mostBytes } from '../../../src/engine/data/own/limits.ts';

const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, ...Array.from({ length: 40 }, (_, k) => k)]);
const utf16 = (text: string, mark: boolean): Uint8Array => Uint8Array.from([...(mark ? [0xff, 0xfe] : []), ...Array.from(text).flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])]);

describe('a file that is no text', () => {
  it.each<[string, string, Uint8Array, RegExp]>([
    ['a picture', 'cat.png', bytesOf(0x89, 0x50, 0x4e, 0x47), /“cat\.png” is a picture \(PNG\)\..*Expected is a table \(CSV or TSV\) or a plain text\./],
    ['a PDF', 'paper.pdf', bytesOf(0x25, 0x50, 0x44, 0x46), /is a PDF\. Copy its text/],
    ['an Excel file', 'table.xlsx', bytesOf(0x50, 0x4b, 3, 4), /is an Excel file\. Open it there and save the table as CSV/],
    ['an old Excel file', 'table.xls', bytesOf(0xd0, 0xcf, 0x11, 0xe0), /older Excel or Word file/],
    ['anything else', 'data.bin', bytesOf(7, 0, 3, 0, 255), /holds bytes that are no text/],
  ])('%s is named, with what to do', (_, name, bytes, words) => {
    const read = decoded(bytes, name);
    expect('problem' in read && read.problem).toMatch(words);
  });

  it('is not read when it is too large, and its size is named', async () => {
    const file = new File([new Uint8Array(mostBytes + 200_000)], 'large.csv');
    expect(await readFile(file)).toEqual({ problem: '“large.csv” has 5.2 MB, but at most 5 MB are read. Keep a part of its rows and try again.' });
    expect(tooLarge('x', mostBytes)).toBeNull();
  });

  it('says so where the browser cannot read it any more', async () => {
    const gone = { name: 'gone.csv', size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as File;
    const read = await readFile(gone);
    expect('problem' in read && read.problem).toMatch(/“gone\.csv” could not be read/);
  });
});

describe('a text file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode('été;1')],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('été;1')])],
    ['UTF-16 with its mark', utf16('été;1', true)],
    ['UTF-16 without', utf16('été;1', false)],
  ])('in %s is read', (_, bytes) => {
    const read = decoded(bytes, 'x.csv');
    expect('source' in read && read.source).toEqual({ name: 'x.csv', text: 'été;1', notes: [] });
  });

  it('in another encoding is read as Windows-1252, which is said', () => {
    const read = decoded(Uint8Array.from([0xe9, 0x74, 0xe9, 0x3b, 0x31]), 'x.csv');
    expect('source' in read && read.source.text).toBe('été;1');
    expect('source' in read && read.source.notes[0]).toMatch(/not written in UTF-8/);
  });
});
