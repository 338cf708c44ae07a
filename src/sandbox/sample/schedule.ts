import type { CourseSeed } from './course-seeds.ts';
import { createRandom, requireItem } from './random.ts';

/** A run in days from today. */
export interface RunPlan {
  start: number | null;
  /** `far` is the year 2056, as some partners write "never". */
  end: number | null | 'far';
  /** First and last day of enrollment; no limit where absent. */
  opens?: number;
  closes?: number;
  pacing: 'instructor_paced' | 'self_paced';
  status?: 'published' | 'unpublished' | 'review_by_internal';
  hidden?: boolean;
  /** Where it is not the course's. */
  language?: string;
  /** Dollars beyond the price of the course. */
  surcharge?: number;
}

type Schedule = (length: number, jitter: number) => RunPlan[];

const selfPaced = (
  start: number | null,
  end: RunPlan['end'],
  more: Partial<RunPlan> = {},
): RunPlan => ({
  start,
  end,
  pacing: 'self_paced',
  ...more,
});
const led = (start: number, length: number, more: Partial<RunPlan> = {}): RunPlan => ({
  start,
  end: start + length,
  pacing: 'instructor_paced',
  ...more,
});

const schedules = {
  anytime: (_, jitter) => [selfPaced(-300 - jitter, 200 + jitter), selfPaced(-720, -310 - jitter)],
  soon: (length, jitter) => [
    led(9 + jitter, length, { closes: 5 + jitter }),
    led(130 + jitter, length, { opens: 60 + jitter, closes: 126 + jitter }),
    led(-160 - jitter, length, { closes: -164 - jitter }),
    led(-340 - jitter, length),
  ],
  running: (length, jitter) => [
    led(-12, length + 14, { closes: 6 + Math.floor(jitter / 4) }),
    led(-190 - jitter, length),
    led(-370 - jitter, length, { closes: -360 - jitter }),
  ],
  upcoming: (length, jitter) => [
    led(72 + 2 * jitter, length, { closes: 69 + 2 * jitter }),
    led(-210 - jitter, length),
  ],
  announced: (length, jitter) => [
    led(85 + jitter, length, { opens: 35 + jitter, closes: 82 + jitter }),
  ],
  closed: (length) => [led(-20, length + 21, { closes: -6 }), led(-280, length)],
  past: (length, jitter) => [
    led(-150 - jitter, length),
    led(-330 - jitter, length),
    led(-520 - jitter, length),
  ],
  endless: (_, jitter) => [selfPaced(-500 - jitter, null)],
  undated: () => [selfPaced(null, null)],
  far: (_, jitter) => [selfPaced(-100 - jitter, 'far')],
  closingSoon: (_, jitter) => [
    selfPaced(-200 - jitter, 60 + jitter, { closes: 3 + Math.floor(jitter / 6) }),
  ],
  withHidden: (length, jitter) => [
    selfPaced(-250, 180 + jitter),
    led(30 + jitter, length, { hidden: true }),
  ],
  withDrafts: (length, jitter) => [
    led(-8, length + 7, { closes: 9 }),
    led(120 + jitter, length, { status: 'unpublished' }),
    led(200 + jitter, length, { status: 'review_by_internal' }),
  ],
  many: (length, jitter) => [
    led(20 + jitter, length, { closes: 16 + jitter }),
    selfPaced(-150, 200),
    led(150 + jitter, length, { opens: 90, language: 'es', surcharge: 20 }),
    led(-30, length + 20, { closes: -16 }),
    led(-180, length),
    led(-330, length),
    led(-470, length),
    led(-700, length),
  ],
  none: () => [],
} satisfies Record<string, Schedule>;

// Courses take these in turn: most can be entered, every state occurs among the first 24.
const turns: readonly (keyof typeof schedules)[] = [
  ...([
    'many',
    'soon',
    'anytime',
    'running',
    'upcoming',
    'anytime',
    'soon',
    'closingSoon',
  ] as const),
  ...(['anytime', 'announced', 'soon', 'past', 'running', 'anytime', 'closed', 'endless'] as const),
  ...([
    'soon',
    'withDrafts',
    'anytime',
    'withHidden',
    'upcoming',
    'far',
    'undated',
    'none',
  ] as const),
];

/** Executive education is always led, and begins on fixed days. */
const executiveTurns: readonly (keyof typeof schedules)[] = [
  'soon',
  'upcoming',
  'running',
  'soon',
  'closed',
  'announced',
];

/** The runs of the course at a place of the sample, newest first as the service sends them, or nearly. */
export function planRuns({ place, key, weeks, isExecutive }: CourseSeed): RunPlan[] {
  // A step that has no factor in common with the 24 turns: neighbours on a shelf differ.
  const turn = isExecutive
    ? requireItem(executiveTurns, place % executiveTurns.length)
    : requireItem(turns, (place * 7) % turns.length);
  return schedules[turn](weeks * 7, createRandom(`schedule:${key}`).integer(0, 40));
}
