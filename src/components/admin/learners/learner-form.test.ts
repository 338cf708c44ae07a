import { describe, expect, it } from 'vitest';
import { addressAfter, formatPart, pageOfForm, readForm, readLearnerForm } from './learner-form.ts';

function createForm(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('a form', () => {
  it('is a filter, with what can not be used by name', () => {
    const form = createForm([
      ['do', 'filter'],
      ['email', ' ada@company.example '],
      ['course', ''],
      ['statuses', 'Passed'],
      ['subjects', 'Design'],
      ['subjects', 'Engineering'],
      ['enrolledFrom', 'yesterday'],
      ['consent', ''],
    ]);

    expect(readLearnerForm(form)).toEqual({
      do: 'filter',
      filter: {
        email: 'ada@company.example',
        statuses: ['Passed'],
        subjects: ['Design', 'Engineering'],
      },
      ignored: ['enrolledFrom'],
    });
  });

  it.each([
    [[['do', 'load']], { do: 'load' }],
    [[['do', 'renew']], { do: 'renew' }],
    [[['do', 'clear']], { do: 'filter', filter: {}, ignored: [] }],
    [[['remove', 'email']], { do: 'remove', name: 'email', value: undefined }],
    [
      [['remove', formatPart({ name: 'statuses', value: 'a=b' })]],
      { do: 'remove', name: 'statuses', value: 'a=b' },
    ],
    [
      [
        ['do', 'columns'],
        ['column', 'user_email'],
        ['column', 'paid_by'],
      ],
      { do: 'columns', columns: ['user_email', 'paid_by'] },
    ],
    [
      [
        ['do', 'default-columns'],
        ['column', 'user_email'],
      ],
      { do: 'columns', columns: [] },
    ],
    [[['remove', 'password']], undefined],
    [[['do', 'delete']], undefined],
    [[], undefined],
  ] as [[string, string][], unknown][])('with %o asks for %o', (fields, command) => {
    expect(readLearnerForm(createForm(fields))).toEqual(command);
  });

  it('is empty where the request has none', async () => {
    const request = new Request('https://learn.example/', { method: 'POST', body: 'no form' });

    expect([...(await readForm(request))]).toEqual([]);
  });
});

describe('the way back', () => {
  const scope = {
    url: new URL('https://learn.example/shop/admin/learners/'),
    folder: '/shop/admin/',
  };

  it.each([
    ['/shop/admin/learners/?page=3', '/shop/admin/learners/?page=3'],
    ['/shop/admin/', '/shop/admin/'],
    ['/shop/admin/learners/?page=3#list', '/shop/admin/learners/?page=3#list'],
    ['/shop/', undefined],
    ['/shop/admin/../courses/', undefined],
    ['//evil.example/shop/admin/', undefined],
    ['https://evil.example/shop/admin/', undefined],
    [String.raw`\\evil.example/shop/admin/`, undefined],
    ['javascript:alert(1)', undefined],
  ])('is a page of the admin area only: %s', (page, expected) => {
    expect(pageOfForm(createForm([['page', page]]), scope)).toBe(expected);
  });

  it('is none where the form says none', () => {
    expect(pageOfForm(new FormData(), scope)).toBeUndefined();
  });

  const page = '/admin/learners/?ordering=-passed_date&page=3&ignored=startFrom';

  it('keeps the page where rows are read', () => {
    expect(addressAfter({ do: 'load' }, page)).toBe(page);
  });

  it('leads to the first page of another filter, in the same order', () => {
    const command = { do: 'remove', name: 'email', value: undefined } as const;

    expect(addressAfter(command, page)).toBe('/admin/learners/?ordering=-passed_date');
    expect(addressAfter(command, '/admin/learners/#list')).toBe('/admin/learners/#list');
  });

  it('says which fields could not be used, and nothing of what was in the others', () => {
    const command = readLearnerForm(
      createForm([
        ['do', 'filter'],
        ['email', 'ada@company.example'],
        ['startTo', 'soon'],
        ['startFrom', 'now'],
      ]),
    );

    expect(command && addressAfter(command, '/admin/learners/?page=2')).toBe(
      '/admin/learners/?ignored=startFrom.startTo',
    );
  });
});
