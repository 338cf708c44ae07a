import { describe, expect, test } from 'vitest';
import { termsOf } from './item-terms.ts';
import { mapCourse } from './map-course.ts';

const ada = { uuid: 'a1', slug: 'ada-lovelace', given_name: 'Ada', family_name: 'Lovelace' };
const alan = { uuid: 'a2', given_name: 'Alan', family_name: 'Turing' };

function termsOfCourse(fields: object): string[] {
  const course = mapCourse({ key: 'KITx+1', title: 'Engines', ...fields }, () => undefined);
  return termsOf(course).map(({ kind, term }) => `${kind} ${term.name}`);
}

describe('what a course can be found under', () => {
  test.each([
    ['nothing', {}, []],
    ['its level', { level_type: 'Introductory' }, ['level Introductory']],
    [
      'each language of its runs once, without regions',
      {
        course_runs: [
          { key: 'course-v1:KITx+1+1', content_language: 'en-us' },
          { key: 'course-v1:KITx+1+2', content_language: 'en-gb' },
          { key: 'course-v1:KITx+1+3', content_language: 'ja' },
        ],
      },
      ['language en', 'language ja'],
    ],
    [
      'who teaches its runs, each once',
      {
        course_runs: [
          { key: 'course-v1:KITx+1+1', staff: [ada] },
          { key: 'course-v1:KITx+1+2', staff: [ada, alan] },
        ],
      },
      ['instructor Ada Lovelace', 'instructor Alan Turing'],
    ],
  ])('%s', (_, fields, terms) => {
    expect(termsOfCourse(fields)).toEqual(terms);
  });
});
