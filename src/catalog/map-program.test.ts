import { describe, expect, test } from 'vitest';
import { createProgramResource } from '../test/builders.ts';
import { mapProgram } from './map-program.ts';

function map(overrides: Record<string, unknown>) {
  return mapProgram(createProgramResource(overrides), () => undefined);
}

describe('mapping a program', () => {
  test('its courses have the weeks of the advertised run, else of the last one that may be shown', () => {
    const runs = [
      { key: 'run-1', uuid: 'run-1', weeks_to_complete: 5 },
      { key: 'run-2', uuid: 'run-2', weeks_to_complete: 6 },
      { key: 'run-3', uuid: 'run-3', weeks_to_complete: 7, hidden: true },
    ];

    expect(
      map({
        courses: [
          { key: 'A+1', course_runs: runs, advertised_course_run_uuid: 'run-1' },
          { key: 'A+2', course_runs: runs, short_description: '<p>Two &amp; three</p>' },
          { key: 'A+3' },
        ],
      }).courses,
    ).toMatchObject([{ weeks: 5 }, { weeks: 6, summary: 'Two & three' }, { key: 'A+3' }]);
  });

  test('its instructors stand in the order that it gives', () => {
    const [ada, grace, mary] = ['Ada', 'Grace', 'Mary'].map((name) => ({ given_name: name }));
    const { instructors } = map({ instructor_ordering: [grace, ada], staff: [ada, mary, grace] });

    expect(instructors.map(({ name }) => name)).toEqual(['Grace', 'Ada', 'Mary']);
  });

  test('endorsements name the person with the position, or the company', () => {
    const { endorsements } = map({
      individual_endorsements: [
        {
          endorser: {
            given_name: 'Ada',
            family_name: 'Byron',
            position: { title: 'Analyst', organization_name: 'Engine Works' },
          },
          quote: 'It works.',
        },
      ],
      corporate_endorsements: [{ corporation_name: 'Engine Works', statement: 'We hire from it.' }],
    });

    expect(endorsements).toEqual([
      { name: 'Ada Byron', position: 'Analyst, Engine Works', quote: '<p>It works.</p>' },
      { name: 'Engine Works', position: undefined, quote: '<p>We hire from it.</p>' },
    ]);
  });

  test.each([
    [[{ currency: 'USD', min: 50, max: 80, total: 190 }], [5000, 8000, 19_000]],
    [
      [40, 90],
      [4000, 9000, undefined],
    ],
    [[], undefined],
  ])('prices %j', (ranges, expected) => {
    const { priceRange } = map({ price_ranges: ranges });

    expect(
      priceRange && [priceRange.min.cents, priceRange.max.cents, priceRange.total?.cents],
    ).toEqual(expected);
  });

  test('of a degree, a deadline whose date can’t be read keeps its words, and "TBD" is nothing', () => {
    const { degree } = map({
      degree: {
        application_requirements: 'TBD',
        deadlines: [
          { name: 'Application', semester: 'Autumn', date: '2027-02-06', time: '' },
          { name: 'Application', semester: 'Spring', date: 'rolling' },
        ],
        costs: [{ description: 'Whole program', amount: '14,800 USD' }],
      },
    });

    expect(degree).toMatchObject({
      applicationRequirements: undefined,
      deadlines: [
        { name: 'Application, Autumn', date: '2027-02-06' },
        { name: 'Application, Spring, rolling', date: undefined },
      ],
      costs: ['Whole program, 14,800 USD'],
    });
  });
});
