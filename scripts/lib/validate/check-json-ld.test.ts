import { describe, expect, test } from 'vitest';
import { checkJsonLd, findJsonLd } from './check-json-ld.ts';
import { readVocabulary } from './vocabulary.ts';

const vocabulary = readVocabulary();

function check(...nodes: unknown[]): string[] {
  return checkJsonLd(
    JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }),
    vocabulary,
  );
}

test('a sound node has no problem, with what its type has from its ancestors', () => {
  expect(
    check({
      '@type': 'Course',
      name: 'Statistics',
      courseCode: 'STAT101',
      teaches: ['Sampling', 'Reading charts'],
      dateModified: '2026-08-18T07:12:45.123Z',
      provider: {
        '@type': 'CollegeOrUniversity',
        name: 'Kestrel',
        url: 'https://kestrel.example/',
      },
      offers: { '@type': 'Offer', '@id': '#offer', price: '49.50', priceCurrency: 'USD' },
      hasCourseInstance: {
        '@type': 'CourseInstance',
        startDate: '2027-01-12',
        offers: { '@id': '#offer' },
      },
    }),
  ).toEqual([]);
});

describe('it finds', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a type that is none', { '@type': 'Curse', name: 'A' }, 'knows no type "Curse"'],
    [
      'a property of another type',
      { '@type': 'Person', courseCode: 'A' },
      '.courseCode of Person: is no property',
    ],
    [
      'a node of another type',
      { '@type': 'Course', provider: { '@type': 'Place', name: 'A' } },
      'Place is none of',
    ],
    ['a text for a node', { '@type': 'Course', hasCourseInstance: 'soon' }, '"soon" is none of'],
    [
      'a word of no enumeration',
      { '@type': 'Offer', availability: 'https://schema.org/InStore' },
      '"https://schema.org/InStore" is none of',
    ],
    [
      'a day that is none',
      { '@type': 'CourseInstance', startDate: '12 January' },
      '"12 January" is none of',
    ],
    [
      'a duration that is none',
      { '@type': 'EducationalOccupationalProgram', timeToComplete: '6 weeks' },
      '"6 weeks" is none of',
    ],
    ['a relative address', { '@type': 'Course', url: '/courses/a/' }, '"/courses/a/" is none of'],
    [
      'a language that is none',
      { '@type': 'Course', inLanguage: 'English!' },
      'no valid inLanguage',
    ],
    ['a currency that is none', { '@type': 'Offer', priceCurrency: '$' }, 'no valid priceCurrency'],
    ['an empty text', { '@type': 'Course', name: '' }, '"" is none of'],
    ['a broken number', { '@type': 'ListItem', position: 1.5 }, '1.5 is none of'],
    [
      'a reference to nothing',
      { '@type': 'Course', offers: { '@id': '#gone' } },
      'no node is called #gone',
    ],
    ['a node without properties', { '@type': 'Course' }, 'has no properties'],
  ])('%s', (_case, node, problem) => {
    expect(check(node)).toEqual([expect.stringContaining(problem)]);
  });

  test('a block that is no JSON', () => {
    expect(checkJsonLd('{', vocabulary)).toEqual([expect.stringContaining('no JSON object')]);
  });
});

test('blocks are found in a page', () => {
  const html = '<script src="/a.js"></script><script type="application/ld+json">{}</script>';

  expect([...findJsonLd(html)]).toEqual(['{}']);
});
