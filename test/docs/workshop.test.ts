// docs/workshop.md against the tables of settings. `npx vitest run test/docs -u` writes it anew where a table has changed.
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/state/link.ts';
import { workshopGroups, initialWorkshop } from '../../src/state/workshop/edit.ts';
import type { AnySetting } from '../../src/state/workshop/setting.ts';
import type { GroupId } from '../../src/state/workshop/workshop.ts';
import { rooms } from '../../src/view/panels/workshop/rooms.ts';

const groupTitles: Readonly<Record<GroupId, string>> = {
  page: 'The room',
  data: 'Data',
  training: 'Network and training',
  text: 'From text to numbers',
  optimisers: 'Optimisers',
  states: 'Hidden states',
  generation: 'Generation',
  vectors: 'Word vectors',
};

const firstOf = ({ first, write }: AnySetting): string => write(first as never).replaceAll('\n', ' ↵ ');
const cell = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);

const tableOf = ([group, rows]: (typeof workshopGroups)[number]): string =>
  [
    `## ${groupTitles[group]}`,
    '',
    '| setting | to change it is to … | values | at first |',
    '|---|---|---|---|',
    ...rows.map(([key, row]) => `| \`${group}.${key}\` | ${row.words} | ${row.expected} | ${cell(firstOf(row))} |`),
  ].join('\n');

const page = [
  '# The workshop in a link',
  '',
  'The parameter `workshop` of a [link](links.md) holds what is set in the workshop, as `setting:value` with `;` between them. Only what is otherwise than at first is written. Own data and trained weights are not in a link: they are kept in the browser, and leave it as files.',
  '',
  `Its rooms: ${rooms.map(({ id, name }) => `\`${id}\` (${name})`).join(', ')}.`,
  '',
  ...workshopGroups.flatMap((group) => [tableOf(group), '']),
].join('\n');

describe('docs/workshop.md', () => {
  it('has every setting with its values', async () => {
    await expect(page).toMatchFileSnapshot('../../docs/workshop.md');
  });

  it('says what is read again: each first value is', () => {
    for (const [group, rows] of workshopGroups) {
      for (const [key, { first, write, read }] of rows) expect({ [`${group}.${key}`]: read(write(first as never)) }).toEqual({ [`${group}.${key}`]: first });
    }
    expect(decode('workshop=').document.workshop ?? initialWorkshop).toEqual(initialWorkshop);
  });
});
