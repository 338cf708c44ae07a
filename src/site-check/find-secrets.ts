export interface PrivateValue {
  /** How a person calls it: `ENTERPRISE_API_TOKEN`. */
  name: string;
  value: string;
}

/** Shorter values would be found by chance. */
const shortestValue = 8;

/** Header and payload of a JSON Web Token, or its likes. */
const tokenPattern = /\beyJ[\w-]{10,}\.[\w-]{10,}/;

/** Fields that the API sends and nobody may read (design §5). */
const privateFields = /["'](?:watchers|editors|collaborators|client_secret|access_token)["']\s*:/;

/** Says which private values a text holds, by their names. */
export function createSecretFinder(values: readonly PrivateValue[]): (text: string) => string[] {
  const known = values.filter(({ value }) => value.length >= shortestValue);
  return (text) => [
    ...known.filter(({ value }) => text.includes(value)).map(({ name }) => `the value of ${name}`),
    ...(tokenPattern.test(text) ? ['what looks like a token'] : []),
    ...privateFieldsOf(text),
  ];
}

function privateFieldsOf(text: string): string[] {
  const [found] = privateFields.exec(text) ?? [];
  return found === undefined ? [] : [`the private field ${found.replace(/\s*:$/, '')}`];
}
