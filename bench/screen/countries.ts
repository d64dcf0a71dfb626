/** So many choices has a list of the countries and territories of the world. */
const COUNT = 226;

const BEGINNINGS = [
  'Al',
  'Bel',
  'Ca',
  'Den',
  'Es',
  'Fin',
  'Ger',
  'Hun',
  'In',
  'Ja',
  'Ke',
  'Lu',
  'Mo',
  'Nor',
  'Pe',
  'So',
  'Ta',
];
const ENDINGS = [
  'bania',
  'gium',
  'nada',
  'mark',
  'tonia',
  'land',
  'many',
  'gary',
  'donesia',
  'pan',
  'nya',
  'rocco',
  'way',
  'ru',
];

/** Made-up names of countries, no two alike. */
export function countries(): readonly string[] {
  return BEGINNINGS.flatMap((first) => ENDINGS.map((last) => first + last)).slice(0, COUNT);
}
