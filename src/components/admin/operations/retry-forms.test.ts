import { describe, expect, it } from 'vitest';
import { readAddresses, readPlanForm } from '#admin';
import type { RetryOffer } from '#admin/operations';
import { createRetryForms, type RetryForm } from './retry-forms.ts';

const offer: RetryOffer = {
  kind: 'assign',
  planUuid: 'plan-1',
  planTitle: 'Engineering',
  settings: { greeting: 'Hello', notify: false },
  groups: [
    { addresses: [{ email: 'ada@x.example' }, { email: 'bob@x.example' }], courseRunKeys: [] },
  ],
};

/** What the page of the review reads. */
async function submit({ fields }: RetryForm) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readPlanForm(form);
}

describe('createRetryForms', () => {
  it('leads to a review of the same settings for just these addresses', async () => {
    const [form, ...others] = createRetryForms(offer, 'operation-1');
    if (form === undefined) expect.fail('no form');

    expect(others).toEqual([]);
    expect(form.words).toBe('Try 2 addresses again');
    expect(await submit(form)).toMatchObject({
      planUuid: 'plan-1',
      step: 'review',
      target: 'addresses',
      addresses: 'ada@x.example\nbob@x.example',
      greeting: 'Hello',
      closing: '',
      isNotified: false,
      retryOf: 'operation-1',
      problems: [],
    });
  });

  it('keeps Salesforce ids beside their addresses', async () => {
    const addresses = [
      { email: 'ada@x.example', salesforceId: '001A000001abcdeFGH' },
      { email: 'bob@x.example' },
    ];
    const [form] = createRetryForms(
      { ...offer, groups: [{ addresses, courseRunKeys: [] }] },
      'operation-1',
    );
    if (form === undefined) expect.fail('no form');

    const { entries } = readAddresses((await submit(form)).addresses, { limit: 10 });
    expect(entries).toMatchObject([
      { class: 'valid', ...addresses[0] },
      { class: 'valid', ...addresses[1] },
    ]);
  });

  it('makes a form for each group of course runs', async () => {
    const [ada, bob] = offer.groups[0]?.addresses ?? [];
    const forms = createRetryForms(
      {
        ...offer,
        kind: 'enroll',
        groups: [
          { addresses: ada === undefined ? [] : [ada], courseRunKeys: ['a', 'b'] },
          { addresses: bob === undefined ? [] : [bob], courseRunKeys: ['b'] },
        ],
      },
      'operation-1',
    );

    expect(forms.map(({ words }) => words)).toEqual([
      'Try 1 address in 2 course runs again',
      'Try 1 address in 1 course run again',
    ]);
    const sent = await Promise.all(forms.map(submit));
    expect(sent.map(({ runKeys }) => runKeys)).toEqual([['a', 'b'], ['b']]);
  });
});
