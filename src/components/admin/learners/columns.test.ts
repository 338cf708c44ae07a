import { expect, it } from 'vitest';
import { learnerFields } from '#admin';
import { allColumns, chooseColumns, columns, defaultColumns } from './columns.ts';

it('has every value of the learner summary once, each with a name of its own', () => {
  expect(allColumns.toSorted()).toEqual(learnerFields.toSorted());
  const names = allColumns.map((field) => columns[field].name);
  expect(new Set(names).size).toBe(names.length);
});

it.each([undefined, null, [], ['password'], 'user_email', { 0: 'user_email' }])(
  'shows the usual columns where %o was chosen',
  (chosen) => {
    expect(chooseColumns(chosen)).toEqual(defaultColumns);
  },
);

it('shows what was chosen in the order of all columns, once each', () => {
  const chosen = ['coupon_code', 'course_title', 'user_email', 'password', 'course_title'];

  expect(chooseColumns(chosen)).toEqual(['user_email', 'course_title', 'coupon_code']);
});
