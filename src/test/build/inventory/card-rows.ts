import { expect } from 'vitest';
import { onlyRunOf, words } from './read-inventory.ts';
import type { Row } from './row.ts';
import { textOf } from './built-page.ts';

/** The cards of courses, as they stand in every list. */
export const cardRows: Row[] = [
  {
    name: '2.1.1 Image',
    check: ({ courseCard }) => {
      const drawn = courseCard((course) => course.card_image_url !== null);
      const generated = courseCard(
        (course) =>
          course.image === null && course.video === null && course.card_image_url === null,
      );

      expect(drawn.page.pictures[0]).toEqual({ src: expect.stringContaining('_images/'), alt: '' });
      expect(generated.page.pictures[0]?.src).toContain('/covers/');
    },
  },
  {
    name: '2.1.2 Partner logo',
    check: ({ courseCard }) => {
      const alone = courseCard(({ owners }) => owners?.length === 1);
      const together = courseCard(({ owners }) => owners?.length === 2);

      expect(alone.page.pictures).toHaveLength(2);
      expect(together.page.pictures).toHaveLength(1);
    },
  },
  {
    name: '2.1.3 Title',
    check: ({ courseCard }) => {
      const { item, page } = courseCard(({ title }) => title.length > 50);

      expect(page.links[0]?.text).toBe(item.title);
    },
  },
  {
    name: '2.1.4 Partners',
    check: ({ courseCard }) => {
      const together = courseCard(({ owners }) => owners?.length === 2);
      const overridden = courseCard((course) => Boolean(course.organization_short_code_override));

      expect(together.page.text).toContain(
        (together.item.owners ?? []).map((owner) => owner.name).join(', '),
      );
      expect(overridden.page.text).toContain(overridden.item.organization_short_code_override);
    },
  },
  {
    name: '2.1.5 Kind',
    check: ({ courseCard }) => {
      const executive = courseCard(({ course_type: type }) => type === 'executive-education-2u');

      expect(executive.page.text).toMatch(/^Executive education/);
      expect(courseCard(({ course_type: type }) => type === 'audit').page.text).toMatch(/^Course/);
    },
  },
  {
    name: '2.1.6 One-sentence text',
    check: ({ courseCard }) => {
      const { item, page } = courseCard((course) => (course.short_description ?? '').length < 200);

      expect(page.text).toContain(textOf(item.short_description ?? ''));
    },
  },
  {
    name: '2.1.7 Next start',
    check: ({ courseCard, course }) => {
      const isLed = (item: Parameters<typeof onlyRunOf>[0]) =>
        onlyRunOf(item)?.pacing_type === 'instructor_paced';
      const led = courseCard(isLed);
      const start = words.formatDate(String(onlyRunOf(led.item)?.start), 'short');
      const anyTime = courseCard((item) => onlyRunOf(item)?.pacing_type === 'self_paced');

      expect(led.page.fact('Starts')).toBe(start);
      expect(course(isLed).page.fact('Starts')).toBe(start);
      expect(anyTime.page.fact('Starts')).toBe('Any time');
    },
  },
  {
    name: '2.1.8 Enroll by',
    check: ({ courseCard }) => {
      // The self-paced runs of the sample whose enrollment ends within ten days.
      const { item, page } = courseCard((course) => {
        const run = onlyRunOf(course);
        return run?.pacing_type === 'self_paced' && Boolean(run.enrollment_end);
      });
      const day = words.formatDay(String(onlyRunOf(item)?.enrollment_end), 'short') ?? '';

      expect(page.text).toContain(`enroll by ${day}`);
      expect(page.html).toMatch(/class="warning/);
    },
  },
  {
    name: '2.1.9 Length, effort',
    check: ({ courseCard }) => {
      const { item, page } = courseCard((course) => onlyRunOf(course) !== undefined);
      const { weeks_to_complete: weeks, min_effort: min, max_effort: max } = onlyRunOf(item) ?? {};

      expect(page.fact('Length')).toBe(`${String(weeks)} weeks`);
      expect(page.fact('Effort')).toBe(`${String(min)}–${String(max)} h/week`);
    },
  },
  {
    name: '2.1.10 Level, language, pacing',
    check: ({ courseCard }) => {
      const { item, page } = courseCard(
        (course) => onlyRunOf(course)?.content_language === 'es-es',
      );

      expect(page.fact('Level')).toBe(item.level_type);
      expect(page.fact('Language')).toBe('Español');
      expect(page.fact('Pacing')).toMatch(/^(?:Self-paced|Instructor-led)$/);
    },
  },
  {
    name: '2.1.11 Price / included',
    check: ({ courseCard }) => {
      const isVerified = (type: string | null | undefined) => type === 'verified-audit';
      const included = courseCard(
        (course) =>
          isVerified(course.course_type) && course.enterprise_subscription_inclusion === true,
      );
      const priced = courseCard(
        (course) =>
          isVerified(course.course_type) &&
          course.enterprise_subscription_inclusion === false &&
          onlyRunOf(course) !== undefined,
      );
      const price = onlyRunOf(priced.item)?.first_enrollable_paid_seat_price;

      expect(included.page.fact('Price')).toBe('Included');
      expect(priced.page.fact('Price')).toBe(`$${String(price)}`);
    },
  },
  {
    name: '2.1.12 Status badge',
    check: ({ courseCard }) => {
      const over = courseCard(
        ({ course_runs: runs }) =>
          (runs ?? []).length > 1 && (runs ?? []).every((run) => run.availability === 'Archived'),
      );
      const open = courseCard((course) => onlyRunOf(course)?.availability === 'Current');

      expect(over.page.text).toContain('Archived');
      expect(open.page.text).toMatch(/ Open /);
    },
  },
  {
    name: '2.1.13 Catalogs',
    check: ({ courseCard }) => {
      const { page } = courseCard(({ course_type: type }) => type === 'executive-education-2u');

      expect(page.text).toContain('in Leadership');
    },
  },
];
