import { expect } from 'vitest';
import type { CourseResource } from '#enterprise-api/contract';
import { textOf } from './built-page.ts';
import { isOver } from './course-rows.ts';
import { onlyRunOf, words } from './read-inventory.ts';
import type { Row } from './row.ts';

/** What LP has in its sidebar and we in the ruled grid, the box and the margin. */
export const courseFactRows: Row[] = [
  {
    name: '2.2.23 Length',
    check: ({ course }) => {
      const { item, page } = course(hasOneRun);
      const { weeks_to_complete: weeks, estimated_hours: hours } = onlyRunOf(item) ?? {};

      expect(page.fact('Length')).toBe(`${String(weeks)} weeks about ${String(hours)} hours`);
    },
  },
  {
    name: '2.2.24 Effort',
    check: ({ course }) => {
      const { item, page } = course(hasOneRun);
      const { min_effort: min, max_effort: max } = onlyRunOf(item) ?? {};

      expect(page.fact('Effort')).toBe(`${String(min)}–${String(max)} h a week`);
    },
  },
  {
    name: '2.2.25 Price',
    check: ({ course }) => {
      const priced = course(
        (one) =>
          hasOneRun(one) &&
          one.enterprise_subscription_inclusion === false &&
          Boolean(onlyRunOf(one)?.first_enrollable_paid_seat_price),
      );
      const included = course(
        (one) =>
          hasOneRun(one) &&
          one.enterprise_subscription_inclusion === true &&
          Boolean(onlyRunOf(one)?.first_enrollable_paid_seat_price),
      );
      const priceOf = (item: CourseResource) =>
        `$${String(onlyRunOf(item)?.first_enrollable_paid_seat_price)}`;

      expect(priced.page.fact('Price')).toBe(priceOf(priced.item));
      expect(included.page.fact('Price')).toBe(`Included list price ${priceOf(included.item)}`);
      expect(included.page.box.html).toContain(`</span> ${priceOf(included.item)}</s>`);
    },
  },
  {
    name: '2.2.26 Institutions',
    check: ({ course }) => {
      const { item, page } = course(({ owners }) => owners?.length === 2);

      for (const owner of item.owners ?? [])
        expect(page.links).toContainEqual({
          href: expect.stringContaining('/partners/'),
          text: owner.name,
        });
    },
  },
  {
    name: '2.2.27 Subjects',
    check: ({ course }) => {
      const { item, page } = course(({ subjects }) => (subjects ?? []).length > 1);

      for (const subject of item.subjects ?? []) {
        if (typeof subject !== 'object') continue;
        expect(page.links).toContainEqual({
          href: `/subjects/${String(subject.slug)}/`,
          text: subject.name,
        });
      }
    },
  },
  {
    name: '2.2.28 Level',
    check: ({ course }) => {
      const { item, page } = course((one) => one.level_type === 'Advanced');

      expect(page.fact('Level')).toBe(item.level_type);
    },
  },
  {
    name: '2.2.29 Language',
    check: ({ course }) => {
      const { page } = course((one) => onlyRunOf(one)?.content_language === 'ja');

      expect(page.fact('Language')).toMatch(/^日本語/);
    },
  },
  {
    name: '2.2.30 Video transcripts',
    check: ({ course }) => {
      const { page } = course(
        (one) => onlyRunOf(one)?.transcript_languages?.includes('es-es') === true,
      );

      expect(page.fact('Language')).toMatch(/transcripts: .*Español/);
    },
  },
  {
    name: '2.2.31 Course type',
    check: ({ course }) => {
      const led = course((one) => onlyRunOf(one)?.pacing_type === 'instructor_paced');
      const selfPaced = course((one) => onlyRunOf(one)?.pacing_type === 'self_paced');

      expect(led.page.fact('Pacing')).toBe('Instructor-led on a course schedule');
      expect(selfPaced.page.fact('Pacing')).toBe('Self-paced on your own time');
    },
  },
  {
    name: '2.2.32 Associated programs',
    check: ({ course }) => {
      const { item, page } = course(({ programs }) => (programs ?? []).length > 1);

      for (const program of item.programs ?? [])
        expect(page.section('Part of')?.text).toContain(program.title);
    },
  },
  {
    name: '2.2.33 Prerequisites',
    check: ({ course }) => {
      const { item, page } = course(({ prerequisites_raw: raw }) => typeof raw === 'string');
      const text = textOf(String(item.prerequisites_raw)).replace(/\.$/, '');

      expect(page.text).toContain(text);
      expect(page.text).toContain('Prerequisites');
    },
  },
  {
    name: '2.2.34 Key, mobile, license, enrollments, topics, location, source, age, report',
    check: ({ course }) => {
      const { item, page } = course((one) => {
        const run = onlyRunOf(one);
        return (
          run?.mobile_available === true &&
          run.license === 'all-rights-reserved' &&
          Number(run.recent_enrollment_count) > 1
        );
      });
      const located = course(
        ({ location_restriction: place }) => place?.restriction_type === 'blocklist',
      );
      const brief = page.section('In brief');

      expect(page.fact('Mobile')).toBe('Yes');
      expect(page.fact('License')).toBe('All rights reserved');
      expect(page.box.text).toContain(
        `${words.formatNumber(Number(onlyRunOf(item)?.recent_enrollment_count))} people enrolled recently.`,
      );
      expect(brief?.text).toContain(onlyRunOf(item)?.key);
      expect(page.text).toContain(item.key);
      for (const topic of item.topics ?? []) expect(brief?.text).toContain(topic);
      expect(brief?.text).toContain('Offered by edX.');
      expect(brief?.text).toContain(
        `Last updated ${String(words.formatDate(String(item.modified)))}.`,
      );
      expect(brief?.links.find(({ text }) => text === 'Report a problem')?.href).toMatch(
        /^mailto:/,
      );
      expect(located.page.section('Who can take it')?.text).toContain(
        'People in China, CA (United States) and NY (United States) can’t enroll.',
      );
    },
  },
  {
    name: '2.2 Executive education',
    check: ({ course }) => {
      const { item, page } = course(
        (one) =>
          one.course_type === 'executive-education-2u' &&
          Boolean(one.organization_short_code_override) &&
          !isOver(one),
      );
      const price = Number(item.entitlements?.[0]?.price);

      expect(page.text).toContain(`By ${String(item.organization_short_code_override)}`);
      expect(page.fact('Price')).toBe(`$${words.formatNumber(price)}`);
      expect(page.text).not.toMatch(/\bFree\b/);
      expect(page.section('In brief')?.text).toContain('Status at the provider: active.');
      expect(page.section('In brief')?.links.map(({ href }) => href)).toContain(
        item.additional_metadata?.external_url,
      );
    },
  },
];

function hasOneRun(course: CourseResource): boolean {
  return onlyRunOf(course) !== undefined;
}
