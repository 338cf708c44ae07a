import { expect, test } from 'vitest';
import { askAddressOf } from './support-address.ts';

const supportEmail = 'learning@tarnholt.example';
const supportUrl = 'https://help.tarnholt.example/learning';

test.each([
  { name: 'nowhere without either', support: {}, address: undefined },
  {
    name: 'to a message that names the thing',
    support: { supportEmail },
    address: 'mailto:learning@tarnholt.example?subject=Rust%20%26%20rest%20(GPC%2BRST250x)',
  },
  { name: 'to the page', support: { supportUrl }, address: supportUrl },
  {
    name: 'to the page rather than a message',
    support: { supportEmail, supportUrl },
    address: supportUrl,
  },
])('questions go $name', ({ support, address }) => {
  expect(askAddressOf(support, 'Rust & rest (GPC+RST250x)')).toBe(address);
});
