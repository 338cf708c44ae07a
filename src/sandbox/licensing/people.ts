import { createRandom, requireItem } from '../sample/random.ts';

const firstNames = [
  'Alma',
  'Benno',
  'Celia',
  'Dario',
  'Edda',
  'Farid',
  'Greta',
  'Hana',
  'Ivo',
  'Jolanda',
  'Kaspar',
  'Leonie',
  'Malik',
  'Nadja',
  'Oskar',
  'Paola',
  'Quirin',
  'Rahel',
  'Sami',
  'Tessa',
  'Ugo',
  'Vera',
  'Wanda',
  'Xenia',
  'Yusuf',
  'Zora',
  'Amadou',
  'Birgit',
  'Chiara',
  'Devi',
  'Emre',
  'Fiona',
];
const lastNames = [
  'Abelung',
  'Brandoval',
  'Castellor',
  'Dornhagen',
  'Eschwald',
  'Falkmoor',
  'Grauwinkel',
  'Halvorn',
  'Iversholm',
  'Jansvelt',
  'Karlowitz',
  'Lindquell',
  'Marrowfen',
  'Nordhage',
  'Oberlohr',
  'Pellavin',
  'Quastorf',
  'Rosendahn',
  'Silvermark',
  'Tannreuth',
  'Umbrawald',
  'Veltmoor',
  'Wiesenthorn',
  'Zellbruck',
];
const countries = ['CH', 'DE', 'FR', 'IT', 'AT', 'PL', 'IN', 'BR', 'US', 'GB'];

export interface Person {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  username: string;
  country: string;
}

/** The learner of a number: invented, the same every time. */
export function createPerson(domain: string, number: number): Person {
  const random = createRandom(`person:${domain}:${String(number)}`);
  const names = firstNames.length * lastNames.length;
  // Steps without a common divisor reach every pair of names before any comes twice.
  const pair = (number * 29) % names;
  const firstName = requireItem(firstNames, pair % firstNames.length);
  const lastName = requireItem(lastNames, Math.floor(pair / firstNames.length));
  const suffix = number < names ? '' : String(Math.floor(number / names) + 1);
  const username = `${firstName}.${lastName}${suffix}`.toLowerCase();
  return {
    id: 40_000 + number,
    firstName,
    lastName,
    email: `${username}@${domain}`,
    username: username.replace('.', '_'),
    country: random.pick(countries),
  };
}
