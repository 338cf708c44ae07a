import { describe, expect, it } from 'vitest';
import { createLearnerRow } from '../../test/admin-builders.ts';
import {
  createRowFilter,
  formatOrdering,
  learnerFields,
  learnerIdOf,
  orderRows,
  parseLearnerFilter,
  parseOrdering,
} from './index.ts';

describe('parseLearnerFilter', () => {
  it('reads a form', () => {
    expect(
      parseLearnerFilter({
        email: ' Ada ',
        course: '',
        statuses: 'Passed',
        subjects: ['Art', ''],
        pacings: '',
        enrolledFrom: '2026-01-01',
        enrollment: '',
        consent: 'given',
        csrf: 'x',
      }),
    ).toEqual({
      filter: {
        email: 'Ada',
        statuses: ['Passed'],
        subjects: ['Art'],
        enrolledFrom: '2026-01-01',
        consent: 'given',
      },
      ignored: [],
    });
  });

  it('names what it cannot use, and uses the rest', () => {
    expect(
      parseLearnerFilter({
        email: ['a', 'b'],
        enrolledTo: '31/12/2026',
        enrollment: 'perhaps',
        statuses: [1],
        course: 'Art',
      }),
    ).toEqual({
      filter: { course: 'Art' },
      ignored: ['email', 'statuses', 'enrolledTo', 'enrollment'],
    });
  });

  it('finds everything without a filter', () => {
    const { filter } = parseLearnerFilter({});

    expect(filter).toEqual({});
    expect(createRowFilter(filter)(createLearnerRow())).toBe(true);
  });
});

describe('createRowFilter', () => {
  const ada = createLearnerRow();
  const left = createLearnerRow({ unenrollment_date: '2026-10-01', last_activity_date: null });
  const unknown = createLearnerRow({ is_consent_granted: false });

  it.each([
    ['a part of the address', { email: 'ADA@' }, [true, true, false]],
    ['another address', { email: 'bob' }, [false, false, false]],
    ['a course key', { course: 'kit+stat101x' }, [true, true, true]],
    ['a run key', { course: 'course-v1:KIT+STAT101x+1T2026' }, [true, true, true]],
    ['a part of a key', { course: 'STAT' }, [true, true, true]],
    ['words of the title', { course: 'decisions statistics' }, [true, true, true]],
    ['other words', { course: 'statistics nonsense' }, [false, false, false]],
    ['a status', { statuses: ['Passed', 'In Progress'] }, [true, true, false]],
    ['another status', { statuses: ['Passed'] }, [false, false, false]],
    ['pacing', { pacings: ['self_paced'] }, [true, true, true]],
    ['a subject', { subjects: ['Data Analysis & Statistics'] }, [true, true, true]],
    ['enrolled from that day', { enrolledFrom: '2026-09-15' }, [true, true, false]],
    ['enrolled from the next day', { enrolledFrom: '2026-09-16' }, [false, false, false]],
    ['enrolled to that day', { enrolledTo: '2026-09-15' }, [true, true, false]],
    ['started in a range', { startFrom: '2026-08-01', startTo: '2026-09-30' }, [true, true, true]],
    ['active', { activeFrom: '2026-01-01' }, [true, false, false]],
    ['enrolled', { enrollment: 'enrolled' }, [true, false, false]],
    ['unenrolled', { enrollment: 'unenrolled' }, [false, true, false]],
    ['consent', { consent: 'given' }, [true, true, false]],
    ['no consent', { consent: 'missing' }, [false, false, true]],
    ['two at once', { enrollment: 'enrolled', statuses: ['Passed'] }, [false, false, false]],
  ] as const)('finds by %s', (_, input, found) => {
    const matches = createRowFilter(parseLearnerFilter(input).filter);

    expect([ada, left, unknown].map(matches)).toEqual(found);
  });
});

it.each(['9999-12-31', '2090-09-15'])('finds %s in a range without an end', (date) => {
  const row = createLearnerRow({ course_start: date });

  expect(createRowFilter({ startFrom: '2026-01-01' })(row)).toBe(true);
  expect(createRowFilter({ startTo: '2026-01-01' })(row)).toBe(false);
});

describe('ordering', () => {
  it.each([
    [undefined, '-last_activity_date'],
    ['', '-last_activity_date'],
    ['nonsense', '-last_activity_date'],
    ['course_title', 'course_title'],
    [' -current_grade, nonsense ,user_email', '-current_grade,user_email'],
    ['user_email,-user_email,course_title', 'user_email,course_title'],
  ])('reads %j', (text, ordering) => {
    expect(formatOrdering(parseOrdering(text))).toBe(ordering);
  });

  it('knows every field', () => {
    expect(parseOrdering(learnerFields.join(','))).toHaveLength(learnerFields.length);
  });

  it.each([
    ['current_grade', [null, 0.9, 0.1], [0.1, 0.9, null]],
    ['-current_grade', [null, 0.1, 0.9], [0.9, 0.1, null]],
    ['has_passed', [true, null, false], [false, true, null]],
    ['course_title', ['b', null, 'C', 'a'], ['a', 'b', 'C', null]],
    ['-last_activity_date', [null, '2026-01-01', '2026-02-01'], ['2026-02-01', '2026-01-01', null]],
  ] as const)('by %s puts what is missing last', (ordering, values, sorted) => {
    const [{ field }] = parseOrdering(ordering) as [ReturnType<typeof parseOrdering>[number]];
    const rows = values.map((value) => createLearnerRow({ [field]: value }));
    const order = orderRows(rows, parseOrdering(ordering));

    expect([...order].map((index) => rows[index]?.[field])).toEqual(sorted);
  });

  it('goes on with the next field where rows are alike, and leaves them as they are after the last', () => {
    const rows = [
      createLearnerRow({ course_title: 'b', current_grade: 0.1, letter_grade: '0' }),
      createLearnerRow({ course_title: 'A', current_grade: 0.2, letter_grade: '1' }),
      createLearnerRow({ course_title: 'a', current_grade: 0.3, letter_grade: '2' }),
      createLearnerRow({ course_title: 'B', current_grade: 0.1, letter_grade: '3' }),
    ];

    expect([...orderRows(rows, parseOrdering('course_title,-current_grade'))]).toEqual([
      2, 1, 0, 3,
    ]);
    expect([...orderRows(rows, parseOrdering('-course_title'))]).toEqual([0, 3, 1, 2]);
  });
});

describe('learnerIdOf', () => {
  it('is the same for all rows of a learner, and tells nothing', () => {
    const one = learnerIdOf(createLearnerRow(), 'key');
    const other = learnerIdOf(createLearnerRow({ user_email: 'new@company.example' }), 'key');

    expect(one).toMatch(/^[\w-]{22}$/);
    expect(other).toBe(one);
    expect(learnerIdOf(createLearnerRow(), 'another key')).not.toBe(one);
    expect(learnerIdOf(createLearnerRow({ enterprise_user_id: 8 }), 'key')).not.toBe(one);
  });

  it('goes by the address where there is no id, and is none without both', () => {
    const row = { enterprise_user_id: null };
    const upper = createLearnerRow({ ...row, user_email: 'ADA@company.example' });

    expect(learnerIdOf(upper, 'key')).toBe(learnerIdOf(createLearnerRow(row), 'key'));
    expect(learnerIdOf(createLearnerRow({ is_consent_granted: false }), 'key')).toBeUndefined();
  });
});
