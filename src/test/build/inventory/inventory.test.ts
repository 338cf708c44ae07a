import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { cardRows } from './card-rows.ts';
import { courseFactRows } from './course-fact-rows.ts';
import { courseRows } from './course-rows.ts';
import { leftOut, partsLeftOut } from './left-out.ts';
import { programRows } from './program-rows.ts';
import { readInventory, type Inventory } from './read-inventory.ts';
import { searchRows } from './search-rows.ts';

const rows = [...cardRows, ...courseRows, ...courseFactRows, ...searchRows, ...programRows];
const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-inventory-'));
let inventory: Inventory;

beforeAll(() => {
  const { snapshotDir, root } = inject('sampleSite');
  inventory = readInventory(snapshotDir, root, folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a built page shows, of the field inventories of peers §2.1–2.4,', () => {
  test.each(rows)('$name', ({ check }) => {
    check(inventory);
  });
});

/** How many numbered rows each section has; two have one without a number besides. */
const sections = { '2.1': 14, '2.2': 34, '2.3': 7, '2.4': 13 };
const unnumbered = 2;
const total = Object.values(sections).reduce((sum, count) => sum + count, unnumbered);

test(`${rows.length} rows are asserted and ${leftOut.length} left out, of ${total}`, () => {
  const names = [...rows, ...leftOut].map(({ name }) => name);
  const numbers = names.flatMap((name) => /^\d\.\d\.\d+/.exec(name)?.[0] ?? []);
  const expected = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );

  expect(numbers.toSorted()).toEqual(expected.toSorted());
  expect(names).toHaveLength(total);
});

test.each([...leftOut, ...partsLeftOut])('$name is left out: $reason', ({ reason }) => {
  expect(reason).not.toBe('');
});
