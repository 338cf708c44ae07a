import { expect, it } from 'vitest';
import { pageOfForm } from './learner-form.ts';

const scope = {
  url: new URL('https://learn.example/shop/admin/learners/'),
  folder: '/shop/admin/',
};

it.each([
  [
    '/shop/admin/learners/?ordering=-passed_date&page=3',
    '/shop/admin/learners/?ordering=-passed_date&page=3',
  ],
  ['/shop/admin/', '/shop/admin/'],
  ['/shop/', undefined],
  ['/shop/admin/../courses/', undefined],
  ['//evil.example/shop/admin/', undefined],
  ['https://evil.example/shop/admin/', undefined],
  [String.raw`\\evil.example/shop/admin/`, undefined],
  ['javascript:alert(1)', undefined],
])('leads back to pages of the admin area only: %s', (page, expected) => {
  const form = new FormData();
  form.set('page', page);

  expect(pageOfForm(form, scope)).toBe(expected);
});

it('leads nowhere without an address', () => {
  expect(pageOfForm(new FormData(), scope)).toBeUndefined();
});
