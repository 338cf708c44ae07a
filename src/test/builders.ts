import type { CourseRun } from '#catalog';
import type { CourseResource, CourseRunResource, ProgramResource } from '#enterprise-api/contract';

/** The moment that the tests call now. */
export const testNow = Date.parse('2026-11-23T06:00:00Z');

/** A run of ours that is open: started, self-paced, with a free and a paid seat. */
export function createRun(overrides: Partial<CourseRun> = {}): CourseRun {
  return {
    key: 'course-v1:KIT+STAT101x+1T2026',
    uuid: 'run-1',
    start: '2026-09-01T00:00:00.000Z',
    end: '2027-06-30T00:00:00.000Z',
    pacing: 'self-paced',
    weeksToComplete: 6,
    seats: [
      { type: 'audit', price: { cents: 0, currency: 'USD' } },
      { type: 'verified', price: { cents: 14_900, currency: 'USD' } },
    ],
    isEnrollable: true,
    isMarketable: true,
    storedAvailability: 'Current',
    transcriptLanguages: [],
    instructors: [],
    ...overrides,
  };
}

/** A course run as the API sends it. */
export function createRunResource(overrides: Record<string, unknown> = {}): CourseRunResource {
  return {
    key: 'course-v1:KIT+STAT101x+1T2026',
    uuid: 'run-1',
    title: 'Statistics for Everyday Decisions',
    status: 'published',
    start: '2026-09-01T00:00:00Z',
    end: '2027-06-30T00:00:00Z',
    pacing_type: 'self_paced',
    content_language: 'en-us',
    seats: [{ type: 'verified', price: '149.00', currency: 'USD', upgrade_deadline: null }],
    ...overrides,
  };
}

/** A course as the API sends it. */
export function createCourseResource(overrides: Record<string, unknown> = {}): CourseResource {
  return {
    key: 'KIT+STAT101x',
    uuid: 'course-1',
    title: 'Statistics for Everyday Decisions',
    course_type: 'verified-audit',
    owners: [{ key: 'KIT', name: 'Kestrel Institute of Technology' }],
    subjects: [{ name: 'Data Analysis & Statistics', slug: 'data-analysis-statistics' }],
    course_runs: [createRunResource()],
    advertised_course_run_uuid: 'run-1',
    ...overrides,
  };
}

/** A program as the API sends it. */
export function createProgramResource(overrides: Record<string, unknown> = {}): ProgramResource {
  return {
    uuid: 'program-1',
    title: 'Data Practice for Decision Makers',
    type: 'Professional Certificate',
    status: 'active',
    courses: [{ key: 'KIT+STAT101x', title: 'Statistics for Everyday Decisions' }],
    authoring_organizations: [{ key: 'KIT', name: 'Kestrel Institute of Technology' }],
    ...overrides,
  };
}
