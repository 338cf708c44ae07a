import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCourseResource } from '../test/builders.ts';
import {
  createMovingCatalog,
  dumpSnapshot,
  movingCourse,
  movingProgram,
  type MovingContent,
  type NightOptions,
} from '../test/moving-catalog.ts';
import { openCurrentSnapshot } from './index.ts';

let company: ReturnType<typeof createMovingCatalog>;

beforeEach(() => {
  company = createMovingCatalog(createContent());
});

afterEach(() => {
  company.remove();
});

function createContent(): MovingContent {
  const keys = Array.from({ length: 12 }, (_, index) => `A+${index}`);
  return {
    catalogs: {
      core: {
        title: 'Core',
        stamp: 0,
        courses: keys.slice(0, 8),
        programs: ['listed'],
        runs: [],
      },
      academy: { title: 'Academy', stamp: 0, courses: keys.slice(6), programs: [], runs: [] },
    },
    courses: Object.fromEntries(
      keys.map((key, index) => [
        key,
        movingCourse(key, {
          programs: index === 9 ? [{ uuid: 'named', title: 'Program named' }] : [],
        }),
      ]),
    ),
    programs: { listed: movingProgram('listed'), named: movingProgram('named') },
    runs: {},
  };
}

function retitle(key: string, title: string): void {
  company.content.courses[key] = { ...company.content.courses[key], title };
}

const titleOf = (key: string): string | undefined => {
  const snapshot = openCurrentSnapshot(company.directory);
  const item = snapshot.findByKey('course', key)?.item;
  snapshot.close();
  return item?.title;
};

describe('cost follows change', () => {
  test('with nothing changed only the list is asked for, and the snapshot stays', async () => {
    const first = await company.sync();
    const second = await company.sync();

    expect(first.asked).toEqual(['/', '/academy', '/academy/programs/named', '/core']);
    expect(first.report).toMatchObject({ outcome: 'new', necessaryRequests: 4 });
    expect(second.asked).toEqual(['/']);
    expect(second.report).toMatchObject({
      outcome: 'unchanged',
      snapshot: first.report.snapshot,
      changes: { added: [], changed: [], removed: [] },
    });
  });

  test('with one course touched in one catalog, only its pages are read', async () => {
    await company.sync();
    retitle('A+1', 'Another title');
    company.touch('core');
    const { asked, report } = await company.sync();

    expect(asked).toEqual(['/', '/core']);
    expect(report.changes).toEqual({
      added: [],
      changed: [{ kind: 'course', key: 'A+1', title: 'Another title' }],
      removed: [],
    });
    expect(report.catalogs.map(({ state }) => state)).toEqual(['read', 'unchanged']);
    expect(titleOf('A+1')).toBe('Another title');
  });

  test('a catalog that lists what it newly names is read, and what it names is asked for', async () => {
    await company.sync();
    company.content.courses['A+2'] = movingCourse('A+2', {
      programs: [{ uuid: 'fresh', title: 'Program fresh' }],
    });
    company.content.programs['fresh'] = movingProgram('fresh');
    company.touch('core');
    const { asked, report } = await company.sync();

    expect(asked).toEqual(['/', '/core', '/core/programs/fresh']);
    expect(report.details).toEqual({ programs: 1, courses: 0, refreshed: 0, reused: 1 });
  });

  test('a detail is read again when a course that names it changed', async () => {
    await company.sync();
    company.content.programs['named'] = movingProgram('named', { title: 'Renamed' });
    retitle('A+9', 'Changed');
    company.touch('academy');
    const { asked } = await company.sync();

    expect(asked).toEqual(['/', '/academy', '/academy/programs/named']);
    const snapshot = openCurrentSnapshot(company.directory);
    expect(snapshot.findByKey('program', 'named')?.item.title).toBe('Renamed');
  });

  test('a catalog whose stamps do not move is read after seven days, and what they hid is said', async () => {
    await company.sync();
    retitle('A+1', 'Changed behind its stamp');
    const asleep = await company.sync();
    company.pass(6);
    const awake = await company.sync();

    expect(asleep.report.outcome).toBe('unchanged');
    expect(awake.report.catalogs.map(({ hiddenByStamps }) => hiddenByStamps)).toEqual([
      ['A+1'],
      [],
    ]);
    expect(titleOf('A+1')).toBe('Changed behind its stamp');
  });

  test('a full sync reads everything at once', async () => {
    await company.sync();
    retitle('A+11', 'Changed behind its stamp');
    const { asked, report } = await company.sync({ full: true });

    expect(asked).toEqual(['/', '/academy', '/academy/programs/named', '/core']);
    expect(report.catalogs.map(({ hiddenByStamps }) => hiddenByStamps)).toEqual([[], ['A+11']]);
  });

  test('details grow old in nightly shares, the oldest first', async () => {
    const many = Array.from({ length: 14 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    company.content.courses['A+9'] = movingCourse('A+9', {
      programs: many.map((uuid) => ({ uuid, title: uuid })),
    });
    for (const uuid of many) company.content.programs[uuid] = movingProgram(uuid);
    await company.sync();
    company.pass(6);
    const nights = [await company.sync(), await company.sync(), await company.sync()];

    expect(nights.map(({ report }) => report.details.refreshed)).toEqual([2, 2, 2]);
    const refreshed = nights.flatMap(({ asked }) => asked.filter((one) => one.includes('/p')));
    expect(new Set(refreshed).size).toBe(6);
  });
});

describe('what leaves', () => {
  test('is gone, keeps its address, and has a tombstone until it returns', async () => {
    await company.sync();
    company.content.catalogs['core']?.courses.splice(1, 1);
    company.touch('core');
    const { report } = await company.sync();

    expect(report.changes?.removed).toEqual([{ kind: 'course', key: 'A+1', title: 'Course A+1' }]);
    expect(titleOf('A+1')).toBeUndefined();
    const gone = openCurrentSnapshot(company.directory).tombstones();
    expect(gone).toMatchObject([{ kind: 'course', key: 'A+1', slug: 'a-1', title: 'Course A+1' }]);

    company.content.catalogs['core']?.courses.push('A+1');
    company.touch('core');
    await company.sync();
    expect(openCurrentSnapshot(company.directory).tombstones()).toEqual([]);
  });

  test('is remembered with what leads to others like it, for half a year', async () => {
    company.content.courses['A+1'] = movingCourse('A+1', {
      subjects: [{ name: 'Biology', slug: 'biology' }],
      owners: [{ key: 'KITx', name: 'KIT' }],
    });
    company.content.programs['p1'] = movingProgram('p1', { courses: [{ key: 'A+1' }] });
    company.content.catalogs['core']?.programs.push('p1');
    company.touch('core');
    await company.sync();
    company.content.catalogs['core']?.courses.splice(1, 1);
    company.touch('core');
    await company.sync();
    expect(openCurrentSnapshot(company.directory).tombstones()).toMatchObject([
      {
        terms: [
          { kind: 'subject', key: 'biology' },
          { kind: 'partner', key: 'KITx' },
        ],
        programs: ['p1'],
      },
    ]);

    company.pass(181);
    company.touch('core');
    await company.sync();
    expect(openCurrentSnapshot(company.directory).tombstones()).toEqual([]);
  });

  test('from one catalog stays where another one holds it', async () => {
    await company.sync();
    const core = company.content.catalogs['core'];
    if (core !== undefined) core.courses = core.courses.filter((key) => key !== 'A+7');
    company.touch('core');
    await company.sync();

    const memberships = openCurrentSnapshot(company.directory).memberships('course', 'A+7');
    expect(memberships.map(({ catalogUuid }) => catalogUuid)).toEqual(['academy']);
  });
});

describe('the copy of an item', () => {
  test('that lost a field loses it here too', async () => {
    await company.sync();
    company.content.courses['A+1'] = movingCourse('A+1', { card_image_url: null });
    company.touch('core');
    await company.sync();

    expect(
      openCurrentSnapshot(company.directory).findByKey('course', 'A+1')?.item.imageUrl,
    ).toBeUndefined();
  });

  test('that comes as a search document does not replace the full one', async () => {
    await company.sync();
    company.content.courses['A+1'] = {
      ...createCourseResource({
        key: 'A+1',
        title: 'Sparse',
        owners: null,
        organizations: ['KIT: Kestrel Institute of Technology'],
      }),
    };
    company.touch('core');
    await company.sync();

    expect(titleOf('A+1')).toBe('Course A+1');
  });
});

test('a hundred nights of changes end where a sync that knows nothing of them would', async () => {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  let born = 100;
  const { content } = company;
  const mutate = (): void => {
    const uuid = next(2) === 0 ? 'core' : 'academy';
    const catalog = content.catalogs[uuid];
    if (catalog === undefined) return;
    const key = catalog.courses[next(catalog.courses.length)] ?? 'A+0';
    const kinds = [
      () => {
        retitle(key, `Title ${born}`);
      },
      () => {
        const added = `B+${born}`;
        content.courses[added] = movingCourse(added);
        catalog.courses.splice(next(catalog.courses.length), 0, added);
      },
      () => {
        if (catalog.courses.length > 4) catalog.courses.splice(catalog.courses.indexOf(key), 1);
      },
      () => {
        content.courses[key] = movingCourse(key, {
          programs: [{ uuid: `p${born % 5}`, title: 'P' }],
          owners: [{ key: `O${born % 3}`, name: `Partner ${born}` }],
        });
        content.programs[`p${born % 5}`] = movingProgram(`p${born % 5}`, { title: `P ${born}` });
      },
      () => {
        const run = `course-v1:C+${born % 4}+R${born}`;
        content.runs[run] = {
          key: run,
          title: `Run ${born}`,
          content_type: 'courserun',
          course: `C+${born % 4}`,
        };
        catalog.runs.push(run);
      },
      () => {
        catalog.runs.splice(next(Math.max(1, catalog.runs.length)), 1);
      },
      () => {
        const index = catalog.programs.indexOf('listed');
        if (index === -1) catalog.programs.push('listed');
        else catalog.programs.splice(index, 1);
      },
    ];
    kinds[next(kinds.length)]?.();
    born += 1;
    // A course that both catalogs hold changes in both.
    company.touch('core', 'academy');
  };

  const accept = ['programs-dropped', 'runs-dropped', 'courses-dropped', 'field-gone'] as const;
  await company.sync();
  for (let night = 0; night < 100; night += 1) {
    for (let change = next(4); change > 0; change -= 1) mutate();
    await company.sync({ accept });
    if (night % 10 === 9) {
      const anew = await company.syncAnew();
      expect(dumpSnapshot(company.directory), `night ${night}`).toEqual(dumpSnapshot(anew));
    }
  }
}, 120_000);

test('a course that is listed as a search document is asked for, once', async () => {
  const { key, course_runs: runs, title } = movingCourse('A+1');
  const full = company.content.courses['A+1'];
  const sparse = {
    ...{ content_type: 'course', aggregation_key: `course:${String(key)}`, key, title },
    organizations: ['KIT: Kestrel Institute of Technology'],
    subjects: ['Data Analysis & Statistics'],
    course_runs: runs,
  };
  const listSparse: NightOptions = {
    prepare: ({ faults }) =>
      faults.add({
        match: { path: /enterprise-catalogs\/core$/ },
        change: (body) => {
          const page = body as { results: { key?: string }[] };
          const results = page.results.map((item) => (item.key === 'A+1' ? sparse : item));
          return { ...page, results };
        },
      }),
  };
  const first = await company.sync(listSparse);

  expect(first.asked).toContain('/core/courses/A+1');
  expect(openCurrentSnapshot(company.directory).findByKey('course', 'A+1')?.item).toMatchObject({
    imageUrl: full?.['card_image_url'],
    partners: [{ key: 'KIT' }],
  });
  company.touch('core');
  const second = await company.sync(listSparse);

  expect(second.asked).toEqual(['/', '/core']);
});

test('a detail that still stands is not sent again, and not read anew', async () => {
  await company.sync();
  company.pass(6);
  const { report, sandbox } = await company.sync();
  const { requests } = sandbox;
  const details = requests.filter(({ path }) => path.endsWith('/programs/named'));

  expect(details.map(({ status }) => status)).toEqual([304]);
  expect(report).toMatchObject({ details: { refreshed: 1 }, changes: { changed: [] } });
  const snapshot = openCurrentSnapshot(company.directory);
  expect(snapshot.findByKey('program', 'named')?.item.title).toBe('Program named');
  company.content.programs['named'] = movingProgram('named', { title: 'Renamed' });
  company.pass(6);
  const later = await company.sync();

  expect(later.report.changes?.changed).toMatchObject([{ key: 'named', title: 'Renamed' }]);
});
