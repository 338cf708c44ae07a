import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSandbox } from '#sandbox';
import { createRunResource } from '../builders.ts';
import {
  movingCourse,
  movingProgram,
  writeMovingFolder,
  type MovingContent,
} from '../moving-catalog.ts';

/** A morning after a nightly rebuild. */
export interface Morning {
  day: string;
  /** What happened at the source since the last one. */
  story: string;
  exitCode: number;
  /** What the rebuild told its operator. */
  report: string;
  /** The HTML of a page, or undefined where there is none. */
  page: (address: string) => string | undefined;
}

interface Night {
  day: string;
  story: string;
  isDown?: boolean;
  move: (content: MovingContent, touch: (uuid: string) => void) => void;
}

const dayMs = 86_400_000;
const monday = Date.parse('2026-11-23T03:00:00Z');
const picture = (key: string): string =>
  `https://media.sandbox.invalid/media/courses/${encodeURIComponent(key)}.png`;

const createCourse = (key: string, overrides: Record<string, unknown> = {}) =>
  movingCourse(key, { card_image_url: picture(key), ...overrides });

const nights: Night[] = [
  { day: 'Monday', story: 'The first rebuild.', move: () => undefined },
  {
    day: 'Tuesday',
    story: 'Three courses are new, one has another title.',
    move({ catalogs, courses }, touch) {
      for (const key of ['N+1', 'N+2', 'N+3']) {
        courses[key] = createCourse(key);
        catalogs['core']?.courses.push(key);
      }
      courses['A+1'] = createCourse('A+1', { title: 'A better title' });
      touch('core');
    },
  },
  {
    day: 'Wednesday',
    story: 'One course closes, one is removed.',
    move({ catalogs, courses }, touch) {
      courses['A+2'] = createCourse('A+2', {
        course_runs: [
          createRunResource({
            key: 'course-v1:A+2+1T2026',
            uuid: 'run-A+2',
            end: '2026-11-24T00:00:00Z',
            enrollment_end: '2026-11-20T00:00:00Z',
          }),
        ],
      });
      const core = catalogs['core'];
      if (core !== undefined) core.courses = core.courses.filter((key) => key !== 'A+3');
      touch('core');
    },
  },
  {
    day: 'Thursday',
    story: 'A bad night: the service lists half of its courses.',
    move({ catalogs }, touch) {
      catalogs['core']?.courses.splice(8);
      touch('core');
    },
  },
  {
    day: 'Friday',
    story: 'The service has recovered, and has a new program.',
    move({ catalogs, courses, programs }, touch) {
      const core = catalogs['core'];
      if (core !== undefined) {
        core.courses = Object.keys(courses).filter((key) => key !== 'A+3' && key !== 'B+0');
        core.programs.push('p9');
      }
      programs['p9'] = movingProgram('p9', { title: 'A new program' });
      touch('core');
    },
  },
  { day: 'Saturday', story: 'An outage.', isDown: true, move: () => undefined },
  { day: 'Sunday', story: 'All is well, and nothing changed.', move: () => undefined },
];

/** Rebuilds a site every night of a week, by the command that operators use, while its source moves. */
export async function* runWeek(): AsyncGenerator<Morning> {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-week-'));
  const content = createContent();
  // The same address every night, as a service has.
  let port = 0;
  try {
    for (const [index, { day, story, isDown = false, move }] of nights.entries()) {
      move(content, (uuid) => {
        const catalog = content.catalogs[uuid];
        if (catalog !== undefined) catalog.stamp = index;
      });
      const data = path.join(folder, `data-${index}`);
      writeMovingFolder(data, content);
      const sandbox = await createSandbox({ data, port });
      ({ port } = sandbox);
      if (isDown) sandbox.faults.add({ status: 503, body: 'Service Unavailable' });
      const now = new Date(monday + index * dayMs).toISOString();
      const { exitCode, report } = await rebuild(folder, sandbox.url, now);
      await sandbox.close();
      const page = (address: string): string | undefined => {
        const file = path.join(folder, 'dist', 'client', address, 'index.html');
        return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      };
      yield { day, story, exitCode, report, page };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function createContent(): MovingContent {
  const keys = Array.from({ length: 30 }, (_, index) => `A+${index}`);
  return {
    catalogs: {
      core: { title: 'Core', stamp: 0, courses: keys, programs: ['p1'], runs: [] },
      other: { title: 'Other', stamp: 0, courses: ['B+0', 'A+4'], programs: [], runs: [] },
    },
    courses: Object.fromEntries([...keys, 'B+0'].map((key) => [key, createCourse(key)])),
    programs: { p1: movingProgram('p1') },
    runs: {},
  };
}

async function rebuild(folder: string, url: string, now: string) {
  const out = path.join(folder, 'dist');
  const child = spawn(process.execPath, ['scripts/build-site.ts', '--out', out], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ENTERPRISE_API_URL: url,
      ENTERPRISE_API_CLIENT_ID: 'sandbox',
      ENTERPRISE_API_CLIENT_SECRET: 'sandbox-secret',
      SNAPSHOT_DIR: path.join(folder, 'snapshot'),
      IMAGE_CACHE_DIR: path.join(folder, 'images'),
      BUILD_NOW: now,
      SITE_URL: 'https://learning.tarnholt.example',
      SITE_CONFIG: 'src/sandbox/site.json',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let report = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (report += String(chunk)));
  }
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, report };
}
