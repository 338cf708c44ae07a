import { describe, expect, it } from 'vitest';
import { readAddresses, removeLastAddresses } from './index.ts';

function removeLast(text: string, count: number, limit = 100): string {
  return removeLastAddresses(readAddresses(text, { limit }), count);
}

describe('removeLastAddresses', () => {
  it('removes the last different addresses, those over the limit included', () => {
    const text = 'ada@x.example, bob@x.example\nADA@x.example\neve@x.example';

    expect(removeLast(text, 1)).toBe('ada@x.example\nbob@x.example');
    expect(removeLast(text, 2, 1)).toBe('ada@x.example');
  });

  it('removes nothing or everything', () => {
    expect(removeLast('ada@x.example', 0)).toBe('ada@x.example');
    expect(removeLast('ada@x.example', 5)).toBe('');
  });

  it('keeps what is no address as it can be read again', () => {
    const text = 'name;email\nAda;ada@x.example\nBob;"bob, at x"\nEve;eve@x.example';
    const rest = removeLast(text, 1);

    expect(readAddresses(rest, { limit: 10 }).entries).toMatchObject([
      { class: 'valid', email: 'ada@x.example' },
      { class: 'invalid', text: 'bob, at x' },
    ]);
  });

  it('keeps Salesforce ids beside their addresses', () => {
    const id = '00Q5e00001AbCdEFGH';
    const text = `email,sfid\na@x.example,\nb@x.example,${id}\nc@x.example,`;
    const rest = readAddresses(removeLast(text, 1), { limit: 10 });

    expect(rest.entries).toMatchObject([
      { class: 'valid', email: 'a@x.example' },
      { class: 'valid', email: 'b@x.example', salesforceId: id },
    ]);
    expect(rest.counts.valid).toBe(2);
  });
});
