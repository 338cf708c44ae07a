import { describe, expect, it } from 'vitest';
import { streamResultsCsv } from '#admin/operation-report';
import { createOperation, type Store } from '#admin/store';
import { openSqliteStore } from '../../test/admin-stores.ts';

interface Result {
  address: string;
  courseRun?: string;
}

async function createResults(store: Store, items: Result[]): Promise<string> {
  const { id } = await createOperation(
    store,
    {
      idempotencyKey: 'key',
      ...{ kind: 'assign', queue: 'plan', subject: 's', name: 'Mona', settings: {} },
      chunks: [{ request: { kind: 'assign' }, items }],
    },
    Date.parse('2026-11-23T06:00:00Z'),
  );
  return id;
}

async function readCsv(store: Store, id: string, words = 'Fine.'): Promise<string> {
  return new Response(streamResultsCsv(store, id, () => words)).text();
}

describe('streamResultsCsv', () => {
  it('writes each result with its words and ids', async () => {
    const store = await openSqliteStore();
    const id = await createResults(store, [
      { address: 'ada@x.example' },
      { address: 'bob@x.example', courseRun: 'course-v1:A+B+C' },
    ]);
    await store
      .updateTable('results')
      .set({ outcome: 'succeeded', detail: '{"code":"assigned","licenseUuid":"license-1"}' })
      .where('position', '=', 0)
      .execute();
    await store
      .updateTable('results')
      .set({ outcome: 'succeeded', detail: '{"code":"accepted","jobId":"job-1"}' })
      .where('position', '=', 1)
      .execute();

    expect(await readCsv(store, id, 'Fine, he says: “good”.')).toBe(
      [
        'address,course_run,outcome,detail,license_uuid,job_id',
        'ada@x.example,,succeeded,"Fine, he says: “good”.",license-1,',
        'bob@x.example,course-v1:A+B+C,succeeded,"Fine, he says: “good”.",,job-1',
        '',
      ].join('\r\n'),
    );
  });

  it('lets no cell be taken for a formula', async () => {
    const store = await openSqliteStore();
    const id = await createResults(store, [{ address: '=1+1@x.example' }]);

    expect(await readCsv(store, id, '+SUM(A1)')).toContain("'=1+1@x.example,,waiting,'+SUM(A1),,");
  });

  it('writes all of 2,500 results in order', async () => {
    const store = await openSqliteStore();
    const addresses = Array.from({ length: 2500 }, (_, index) => `p${String(index)}@x.example`);
    const id = await createResults(
      store,
      addresses.map((address) => ({ address })),
    );

    const [, ...rows] = (await readCsv(store, id)).trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',', 1)[0])).toEqual(addresses);
  });
});
