import { describe, expect, it } from 'vitest';
import { findOperationLine, listOperationLines } from '#admin/operation-report';
import { assign, enroll, mona, people, startOperations } from '../../test/operation-runner.ts';

const runs = ['course-v1:KIT+STAT101x+1T2026', 'course-v1:KIT+STAT101x+2T2026'];

async function startList() {
  const world = await startOperations();
  return { ...world, services: { store: world.store, operations: world.runner } };
}

describe('listOperationLines', () => {
  it('lists operations newest first, page by page', async () => {
    const { services, confirm, finish } = await startList();
    const ids: string[] = [];
    for (const prefix of ['one', 'two', 'three']) {
      const id = await confirm(assign(people(1, prefix)));
      await finish(id);
      ids.unshift(id);
    }
    const first = await listOperationLines(services, { limit: 2 });
    const second = await listOperationLines(services, { limit: 2, before: first.older });

    expect(first.lines.map(({ state }) => state.id)).toEqual(ids.slice(0, 2));
    expect(first.older).toBe(ids[1]);
    expect(second.lines.map(({ state }) => state.id)).toEqual(ids.slice(2));
    expect(second.older).toBeUndefined();
  });

  it('begins with the newest one where the page before is not known', async () => {
    const { services, confirm } = await startList();
    const id = await confirm(assign(people(1)));

    const { lines } = await listOperationLines(services, { limit: 2, before: 'nonsense' });
    expect(lines.map(({ state }) => state.id)).toEqual([id]);
  });

  it('knows the job of an enrollment, who confirmed it and for which plan', async () => {
    const { services, confirm, finish } = await startList();
    const settings = { courseRunKeys: runs };
    const id = await confirm(enroll(people(2), runs), { settings });
    await finish(id);

    expect(await findOperationLine(services, id)).toMatchObject({
      state: { id, size: 2 * runs.length },
      settings,
      name: mona.name,
      jobId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
    expect(await findOperationLine(services, 'nonsense')).toBeUndefined();
  });
});
