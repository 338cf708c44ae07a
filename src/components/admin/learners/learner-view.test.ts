import { expect, it } from 'vitest';
import { formatOrdering, parseOrdering } from '#admin';
import { directionOf, orderingBy, queryOfView, readView } from './learner-view.ts';

it.each([
  ['', ''],
  ['?ordering=-last_activity_date&page=1', ''],
  ['?ordering=-passed_date&page=3', '?ordering=-passed_date&page=3'],
  ['?ordering=course_title,-current_grade', '?ordering=course_title,-current_grade'],
  ['?ordering=password&page=0', ''],
  ['?page=-1', ''],
  ['?page=1e99', ''],
  ['?page=2.5', ''],
  ['?page=two', ''],
  ['?email=ada@company.example&page=2', '?page=2'],
])('reads a view from %s and writes it as "%s"', (query, written) => {
  expect(queryOfView(readView(new URLSearchParams(query)))).toBe(written);
});

it.each([
  ['user_email', '', 'user_email'],
  ['user_email', 'user_email', '-user_email'],
  ['user_email', '-user_email,course_title', 'user_email'],
  ['passed_date', '', '-passed_date'],
  ['current_grade', '', '-current_grade'],
  ['last_activity_date', '', 'last_activity_date'],
] as const)('the heading %s leads from "%s" to "%s"', (field, current, expected) => {
  expect(formatOrdering(orderingBy(field, parseOrdering(current)))).toBe(expected);
});

it('tells the direction of the first field alone', () => {
  const ordering = parseOrdering('-passed_date,user_email');

  expect(directionOf('passed_date', ordering)).toBe('descending');
  expect(directionOf('user_email', ordering)).toBeUndefined();
});
