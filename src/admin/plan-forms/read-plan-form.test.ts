import { describe, expect, it } from 'vitest';
import { createPlanForm, messageLimit, readPlanForm } from './index.ts';

function createForm(fields: Record<string, string | string[] | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

describe('readPlanForm', () => {
  it('reads every field of a review', async () => {
    const form = createForm({
      plan: 'plan-1',
      step: 'remove-last',
      addresses: 'ada@x.example\r\nbob@x.example',
      greeting: 'Hello',
      closing: 'Bye',
      notify: 'on',
      target: 'assigned',
      run: ['course-v1:A+B+C', 'course-v1:A+B+D', 'course-v1:A+B+C'],
      'typed-runs': 'course-v1:A+B+E',
      search: ' statistics ',
      phrase: 'revoke 12',
      fingerprint: 'abc',
      key: 'key-1',
      'retry-of': 'operation-1',
    });

    expect(await readPlanForm(form)).toEqual({
      planUuid: 'plan-1',
      step: 'remove-last',
      addresses: 'ada@x.example\nbob@x.example',
      greeting: 'Hello',
      closing: 'Bye',
      isNotified: true,
      target: 'assigned',
      runKeys: ['course-v1:A+B+C', 'course-v1:A+B+D'],
      typedRuns: 'course-v1:A+B+E',
      search: 'statistics',
      phrase: 'revoke 12',
      fingerprint: 'abc',
      idempotencyKey: 'key-1',
      retryOf: 'operation-1',
      problems: [],
    });
  });

  it('takes what is missing or unknown for an empty form that was sent', async () => {
    const form = createForm({ step: 'nonsense', target: 'revoked' });

    expect(await readPlanForm(form)).toEqual(createPlanForm({ step: 'review', isNotified: false }));
  });

  it('reads a file where nothing was pasted', async () => {
    const form = createForm({ addresses: ' \n', file: new File(['ada@x.example'], 'list.csv') });

    expect(await readPlanForm(form)).toMatchObject({ addresses: 'ada@x.example', problems: [] });
  });

  it('does not choose between a list and a file', async () => {
    const form = createForm({
      addresses: 'ada@x.example',
      file: new File(['bob@x.example'], 'list.csv'),
    });

    expect(await readPlanForm(form)).toMatchObject({
      addresses: 'ada@x.example',
      problems: [{ field: 'addresses', code: 'two-sources' }],
    });
  });

  it('counts a line end of greeting and closing as one character', async () => {
    const text = `${'a'.repeat(messageLimit - 1)}\r\n`;
    const form = createForm({ greeting: text, closing: `${text}bc` });

    expect((await readPlanForm(form)).problems).toEqual([
      { field: 'closing', code: 'too-long', excess: 2 },
    ]);
  });
});
