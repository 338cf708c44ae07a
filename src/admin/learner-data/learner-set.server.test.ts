import { describe, expect, it } from 'vitest';
import {
  createRowFilter,
  learnerFields,
  learnerIdOf,
  parseOrdering,
  reportLearners,
  type LearnerRow,
} from '#admin';
import { createLearnerRow } from '../../test/admin-builders.ts';
import { readCsv, setUpLearnerData } from '../../test/learner-data.ts';
import type { LearnerSet } from './index.server.ts';

const byAddress = parseOrdering('user_email,course_title');

async function readRows(rows: AsyncIterable<LearnerRow>): Promise<LearnerRow[]> {
  const read: LearnerRow[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

async function loadSample(): Promise<{ set: LearnerSet; rows: LearnerRow[] }> {
  const { data } = await setUpLearnerData({ learners: 1200 });
  const set = await data.load();
  return { set, rows: await readRows(set.rows()) };
}

describe('rows', () => {
  it('are as the service sent them', async () => {
    const { sandbox, data } = await setUpLearnerData({ learners: 300 });
    const { rows } = await data.readFirstPage({ pageSize: 300 });
    sandbox.requests.length = 0;

    expect(await readRows((await data.load()).rows())).toEqual(rows);
  });

  it('come filtered and in order', async () => {
    const { set, rows } = await loadSample();
    const filter = { consent: 'given' } as const;

    const found = await readRows(set.rows({ filter, ordering: byAddress }));

    expect(found).toHaveLength(rows.filter(createRowFilter(filter)).length);
    const names = found.map((row) => `${row.user_email ?? ''} ${row.course_title ?? ''}`);
    expect(names).toEqual(
      names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
    );
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('pages', () => {
  it('hold all rows once, and none beyond the last', async () => {
    const { set } = await loadSample();
    const choice = { ordering: byAddress, pageSize: 500 };

    const pages = await Promise.all([1, 2, 3, 4].map((page) => set.page({ ...choice, page })));

    expect(
      pages.map(({ page, pages: count, total, rows }) => [page, count, total, rows.length]),
    ).toEqual([
      [1, 3, 1200, 500],
      [2, 3, 1200, 500],
      [3, 3, 1200, 200],
      [3, 3, 1200, 200],
    ]);
    expect(pages.slice(0, 3).flatMap(({ rows }) => rows)).toEqual(
      await readRows(set.rows({ ordering: byAddress })),
    );
  });

  it('are one without rows where nothing is found', async () => {
    const { set } = await loadSample();

    expect(await set.page({ filter: { course: 'no such course' }, page: 3, pageSize: 50 })).toEqual(
      {
        rows: [],
        total: 0,
        page: 1,
        pages: 1,
      },
    );
  });
});

describe('the report', () => {
  it('is of all rows, and made once', async () => {
    const { set, rows } = await loadSample();
    async function* stream() {
      yield* rows;
    }

    expect(await set.report()).toEqual(await reportLearners(stream(), { now: set.facts.loadedAt }));
    expect(await set.report({ filter: {} })).toBe(await set.report());
  });

  it('is of the rows that are asked for', async () => {
    const { set } = await loadSample();
    const [status] = (await set.report()).statuses;

    const filtered = await set.report({ filter: { statuses: [status?.value ?? ''] } });

    expect(filtered.rows).toBe(status?.rows);
    expect(filtered.statuses).toEqual([status]);
  });
});

describe('a learner', () => {
  it('is found by an id, with all their rows', async () => {
    const { set, rows } = await loadSample();
    const row = rows.find(({ is_consent_granted: hasConsent }) => hasConsent)!;

    const id = set.idOf(row)!;

    expect(id).toBe(learnerIdOf(row, 'a secret'));
    expect(set.learner(id)).toEqual(
      rows.filter((other) => other.enterprise_user_id === row.enterprise_user_id),
    );
    expect(set.learner(id).length).toBeGreaterThan(1);
  });

  it('is nobody without consent, and by an id of nobody', async () => {
    const { set, rows } = await loadSample();
    const hidden = rows.find(({ is_consent_granted: hasConsent }) => !hasConsent)!;

    expect(set.idOf(hidden)).toBeUndefined();
    expect(set.idOf(createLearnerRow({ enterprise_user_id: 'nobody' }))).toBeUndefined();
    expect(set.learner('undefined')).toEqual([]);
  });
});

describe('the CSV', () => {
  it('is whole and well-formed, whatever titles hold', async () => {
    const { sandbox, data } = await setUpLearnerData({ learners: 1200 });
    const title = 'A "title", of\r\ntwo lines';
    sandbox.faults.add({
      match: { route: 'learner-summary', query: { page: '2' } },
      set: { 'results.*.course_title': title },
    });
    const set = await data.load();

    const parts: string[] = [];
    for await (const part of set.csv({ ordering: byAddress })) parts.push(part);
    const [head, ...lines] = readCsv(parts.join(''));

    expect(head).toEqual(learnerFields);
    expect(parts.length).toBeGreaterThan(2);
    const rows = await readRows(set.rows({ ordering: byAddress }));
    const column = (name: 'enrollment_id' | 'course_title') =>
      lines.map((line) => line[learnerFields.indexOf(name)]);
    expect(column('enrollment_id')).toEqual(rows.map((row) => row.enrollment_id));
    expect(column('course_title').filter((text) => text === title)).toHaveLength(200);
    expect(lines.every((line) => line.length === learnerFields.length)).toBe(true);
  });

  it('holds what is asked for, after a byte order mark if one is wanted', async () => {
    const { set, rows } = await loadSample();
    const filter = { consent: 'missing' } as const;

    const parts: string[] = [];
    for await (const part of set.csv({ filter, hasByteOrderMark: true })) parts.push(part);
    const lines = readCsv(parts.join(''));

    expect(lines[0]?.[0]).toBe('\uFEFFis_consent_granted');
    expect(lines).toHaveLength(1 + rows.filter(createRowFilter(filter)).length);
  });

  it('goes on with the rows it began with while others are loaded', async () => {
    const { data } = await setUpLearnerData({ learners: 1200 });
    const set = await data.load();

    const csv = set.csv();
    let text = (await csv.next()).value ?? '';
    await data.load({ force: true });
    for await (const part of csv) text += part;

    expect(readCsv(text)).toHaveLength(1201);
  });
});
