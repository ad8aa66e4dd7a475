// The small built-in text: short sentences from templates, in which words of one kind stand among the same words. Written for this project.
import type { WordGroup } from './group.ts';

/** A person is one of a rank and he or she: sentences of the rank and of the manner add up, so that king − man + woman is queen. */
const people = [
  { rank: 'ruler', he: 'king', she: 'queen' },
  { rank: 'heir', he: 'prince', she: 'princess' },
  { rank: 'grown', he: 'man', she: 'woman' },
  { rank: 'child', he: 'boy', she: 'girl' },
  { rank: 'parent', he: 'father', she: 'mother' },
] as const;

const deeds: Readonly<Record<(typeof people)[number]['rank'], readonly string[]>> = {
  ruler: ['wears H crown', 'rules H kingdom', 'on H throne', 'leads H army', 'wears H royal crown', 'rules H royal palace'],
  heir: ['wears H small crown', 'in H royal castle', 'rides H royal horse', 'waits for H throne', 'in H castle waits'],
  grown: ['drives H car', 'goes to H office', 'works in H shop', 'reads H newspaper', 'drives to H work'],
  child: ['goes to H school', 'plays with H toys', 'throws H ball', 'does H homework', 'plays in H school'],
  parent: ['loves H children', 'feeds H baby', 'cooks for H children', 'sings to H baby', 'at home with H children'],
};

const manners = {
  he: { own: 'his', said: ['he is a W', 'the W shaves his beard', 'the W himself said he is here', 'this W is a gentleman', 'the W cut his beard himself'] },
  she: { own: 'her', said: ['she is a W', 'the W puts on her dress', 'the W herself said she is here', 'this W is a lady', 'the W sewed her dress herself'] },
} as const;

const countries = [
  { country: 'france', capital: 'paris', language: 'french' },
  { country: 'italy', capital: 'rome', language: 'italian' },
  { country: 'germany', capital: 'berlin', language: 'german' },
  { country: 'spain', capital: 'madrid', language: 'spanish' },
  { country: 'japan', capital: 'tokyo', language: 'japanese' },
  { country: 'greece', capital: 'athens', language: 'greek' },
] as const;

// What is said of a country, and otherwise of a city; the language beside it ties a capital to its country.
const ofCountries = [
  'the L country C has mountains',
  'in C, L farmers grow wheat',
  'the border of C: L soldiers guard it',
  'from C, L rivers run to the sea',
  'all of C speaks L at home',
  'the flag of C, L people carry it',
] as const;
const ofCapitals = [
  'the L city P has museums',
  'in P, L trains run underground',
  'the mayor of P: L citizens chose well',
  'L shops in P open late',
  'the streets of P, L taxis fill them',
  'the bridge in P, L artists paint it',
] as const;

const animals = ['dog', 'cat', 'horse', 'cow', 'sheep', 'rabbit'] as const;
/** What is said of one of them alone, so that no two words are quite the same. */
const alone = [
  'the dog barks at night', 'the cat drinks warm milk', 'the horse pulls a cart', 'the cow gives us milk', 'the sheep gives us wool', 'the rabbit digs a hole',
  'butter on bread', 'chopsticks for rice', 'cheese is made from milk', 'soup in a deep bowl', 'pasta with red tomatoes', 'salad with oil and leaves',
  'monday begins the week', 'tuesday is for swimming', 'wednesday is for singing', 'thursday is market day', 'friday ends the week', 'saturday is for dancing', 'sunday is for sleeping late',
] as const;

const ofAnimals = ['the A runs over the grass', 'a hungry A eats grass', 'the A has four legs and a tail', 'we pet the A on its fur', 'the farmer feeds the A'];

const foods = ['bread', 'rice', 'cheese', 'soup', 'pasta', 'salad'] as const;
const ofFoods = ['we eat F for lunch', 'a plate of warm F please', 'they ordered F with salt for dinner', 'she cooks fresh F in the kitchen', 'the taste of F with salt'];

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const ofDays = ['see you next D morning', 'on D evening we meet', 'last D it rained', 'the shop closes on D at noon'];

export function smallText(): string {
  const all: string[] = [];
  for (const { rank, he, she } of people) {
    for (const [sex, word] of [['he', he], ['she', she]] as const) {
      const { own, said } = manners[sex];
      for (const deed of deeds[rank]) all.push(`the ${word} ${deed.replace('H', own)}`);
      for (const each of said) all.push(each.replace('W', word));
    }
  }
  for (const { country, capital, language } of countries) {
    for (const each of [...ofCountries, ...ofCapitals]) all.push(each.replace('C', country).replace('P', capital).replace('L', language));
    all.push(`${capital} is the capital of ${country}`);
  }
  for (const animal of animals) for (const each of ofAnimals) all.push(each.replace('A', animal));
  for (const food of foods) for (const each of ofFoods) all.push(each.replace('F', food));
  all.push(...alone);
  for (const day of days) for (const each of ofDays) all.push(each.replace('D', day));
  return `${all.join('.\n')}.`;
}

/** The kinds of its words, for the map. */
export const smallGroups: readonly WordGroup[] = [
  { name: 'he', words: [...people.map(({ he }) => he), 'he'] },
  { name: 'she', words: [...people.map(({ she }) => she), 'she'] },
  { name: 'countries', words: countries.map(({ country }) => country) },
  { name: 'capitals', words: countries.map(({ capital }) => capital) },
  { name: 'animals', words: animals },
  { name: 'food', words: foods },
  { name: 'days', words: days },
];
