import { expect } from 'vitest';
import type { CourseResource } from '#enterprise-api/contract';
import { textOf } from './built-page.ts';
import { onlyRunOf, words } from './read-inventory.ts';
import type { Row } from './row.ts';

/** The head and the text of a course's page, in the order of the inventory. */
export const courseRows: Row[] = [
  {
    name: '2.2.1 Breadcrumb',
    check: ({ course }) => {
      const { item, page } = course(({ subjects }) => (subjects ?? []).length > 0);
      const [subject] = item.subjects ?? [];
      const name = typeof subject === 'object' ? subject.name : subject;

      expect(page.text).toContain(`Catalogue ${String(name)} ${item.title} Course`);
    },
  },
  {
    name: '2.2.2 Partner logos',
    check: ({ course }) => {
      const { item, page } = course(({ owners }) => owners?.length === 2);
      const overridden = course((one) => Boolean(one.organization_logo_override_url));

      for (const owner of item.owners ?? []) {
        expect(page.pictures.map(({ alt }) => alt)).toContain(`Website of ${String(owner.name)}`);
        expect(page.links.map(({ href }) => href)).toContain(owner.marketing_url);
        expect(page.text).toContain(owner.name);
      }
      expect(overridden.page.pictures.map(({ alt }) => alt)).toContain(
        `Website of ${String(overridden.item.organization_short_code_override)}`,
      );
    },
  },
  {
    name: '2.2.3 Title',
    check: ({ course }) => {
      const { item, page } = course(() => true);

      expect(page.title).toBe(item.title);
    },
  },
  {
    name: '2.2.4 Short description',
    check: ({ course }) => {
      const { item, page } = course(() => true);

      expect(page.html).toMatch(/<div class="prose lead"[^>]*><p>/);
      expect(page.text).toContain(textOf(item.short_description ?? ''));
    },
  },
  {
    name: '2.2.5 Skills you’ll gain',
    check: ({ course }) => {
      const { item, page } = course(({ skills }) => (skills ?? []).length > 2);

      for (const skill of item.skills ?? []) {
        if (typeof skill !== 'object') continue;
        expect(page.section('Skills you will gain')?.text).toContain(skill.name);
        expect(page.section('Skills you will gain')?.text).toContain(skill.description);
      }
      expect(page.links.some(({ href }) => href.startsWith('/skills/'))).toBe(true);
    },
  },
  {
    name: '2.2.6 Run cards',
    check: ({ course }) => {
      const { item, page } = course((one) => onlyRunOf(one)?.availability === 'Current');
      const key = encodeURI(String(onlyRunOf(item)?.key));

      expect(page.box.text).toContain('Start any time');
      expect(page.box.html).toMatch(/<a [^>]*data-offer/);
      expect(page.box.links.some(({ href }) => href.includes(`/course/${key}/enroll/`))).toBe(true);
    },
  },
  {
    name: '2.2.7 Preview',
    check: ({ course }) => {
      const { item, page } = course((one) => Boolean(one.video) && one.image === null);

      expect(page.links).toContainEqual({ href: item.video?.src, text: 'Watch the video' });
      expect(page.box.pictures[0]?.src).toContain('_images/');
    },
  },
  {
    name: '2.2.8 Part of a program; archived',
    check: ({ course }) => {
      const part = course(({ programs }) => (programs ?? []).length === 1);
      const over = course(isOver);

      expect(part.page.text).toContain(
        `Part of ${String(part.item.programs?.[0]?.title)} (${words.formatProgramType(part.item.programs?.[0]?.type ?? undefined)})`,
      );
      expect(over.page.box.text).toContain('Archived');
      expect(over.page.box.links.map(({ href }) => href)).toContain(over.item.marketing_url);
    },
  },
  {
    name: '2.2.9 Not in the catalog',
    check: ({ program }) => {
      // Only what is in a catalog has a page, so programs say it of their courses.
      const { page } = program(({ title }) => title === 'Data Practice for Decision Makers');

      expect(page.section('Courses')?.text).toContain(
        'A Capstone in Public Data One question of your own, public data, and a jury of three. Not in Tarnholt’s catalogs.',
      );
    },
  },
  {
    name: '2.2.10 About this course',
    check: ({ course }) => {
      const { item, page } = course(() => true);

      expect(page.section('About')?.text).toBe(textOf(item.full_description ?? ''));
    },
  },
  {
    name: '2.2.11 Extra description',
    check: ({ course }) => {
      const { item, page } = course(
        ({ extra_description: extra }) => typeof extra === 'object' && extra !== null,
      );
      const extra = item.extra_description as { title: string; description: string };

      expect(page.section(extra.title)?.text).toBe(textOf(extra.description));
    },
  },
  {
    name: '2.2.12 Sponsored by',
    check: ({ course }) => {
      const { item, page } = course(({ sponsors }) => (sponsors ?? []).length > 0);
      const section = page.section('Sponsors');

      expect(section?.links).toEqual([
        { href: item.sponsors?.[0]?.homepage_url, text: item.sponsors?.[0]?.name },
      ]);
      expect(section?.pictures).toHaveLength(1);
    },
  },
  {
    name: '2.2.13 What you’ll learn',
    check: ({ course }) => {
      const outcome = course((one) => Boolean(one.outcome));
      const items = course(({ expected_learning_items: list }) => (list ?? []).length > 0);

      expect(outcome.page.section('What you learn')?.text).toContain(
        textOf(outcome.item.outcome ?? ''),
      );
      for (const item of items.item.expected_learning_items ?? [])
        expect(items.page.section('What you learn')?.text).toContain(item);
    },
  },
  {
    name: '2.2.14 Syllabus',
    check: ({ course }) => {
      const { item, page } = course((one) => Boolean(one.syllabus_raw));

      expect(page.section('Syllabus')?.text).toBe(textOf(item.syllabus_raw ?? ''));
    },
  },
  {
    name: '2.2.15 Meet your instructors',
    check: ({ course }) => {
      const { item, page } = course((one) =>
        (onlyRunOf(one)?.staff ?? []).some((person) => Boolean(person.profile_image_url)),
      );
      const section = page.section('Instructors');

      for (const person of onlyRunOf(item)?.staff ?? []) {
        for (const value of [
          person.given_name,
          person.family_name,
          person.position?.title,
          person.position?.organization_name,
          textOf(person.bio ?? ''),
        ])
          expect(section?.text).toContain(value ?? '');
      }
      expect(section?.pictures[0]?.src).toContain('_images/');
    },
  },
  {
    name: '2.2.16 Certificate pitch',
    check: ({ course }) => {
      const { page } = course((one) => onlyRunOf(one)?.type === 'verified' && !isOver(one));

      expect(page.section('Certificate')?.text).toContain('you receive a certificate');
    },
  },
  {
    name: '2.2.17 Learner testimonials',
    check: ({ course }) => {
      const { item, page } = course((one) => Boolean(one.learner_testimonials));

      expect(page.section('What learners say')?.text).toBe(textOf(item.learner_testimonials ?? ''));
    },
  },
  {
    name: '2.2.18 FAQ',
    check: ({ course }) => {
      const { item, page } = course((one) => Boolean(one.faq));

      expect(page.section('Questions')?.text).toBe(textOf(item.faq ?? ''));
    },
  },
  {
    name: '2.2.19 Additional information',
    check: ({ course }) => {
      const { item, page } = course((one) => Boolean(one.additional_information));

      expect(page.section('More')?.text).toBe(textOf(item.additional_information ?? ''));
    },
  },
  {
    name: '2.2.20 Who can take this course?',
    check: ({ course }) => {
      const { item, page } = course((one) => onlyRunOf(one)?.has_ofac_restrictions === true);

      expect(page.section('Who can take it')?.text).toContain(onlyRunOf(item)?.ofac_comment);
    },
  },
  {
    name: '2.2.21 All other runs',
    check: ({ course }) => {
      const { item, page } = course(
        ({ course_runs: runs, enterprise_subscription_inclusion: isIncluded }) =>
          (runs ?? []).length > 5 && isIncluded === false,
      );
      const section = page.section('All runs')?.text ?? '';
      const later = item.course_runs?.find((run) => run.content_language === 'es-es');

      for (const run of item.course_runs ?? [])
        expect(section).toContain(run.key.split('+').at(-1));
      expect(section).toContain(
        words.formatDateRange(String(later?.start), String(later?.end), 'short'),
      );
      expect(section).toContain(
        `opens ${String(words.formatDate(String(later?.enrollment_start), 'short'))}`,
      );
      for (const word of ['Español', 'Self-paced', 'Instructor-led', '4 past runs', 'Archived'])
        expect(section).toContain(word);
      expect(section).toContain(`$${String(later?.first_enrollable_paid_seat_price)}`);
    },
  },
  {
    name: '2.2.22 Related',
    check: ({ course }) => {
      const neighbour = course(({ programs }) => (programs ?? []).length === 1);
      const other = course(({ programs }) => (programs ?? []).length === 0);

      expect(neighbour.page.section('Near this one on the shelf')?.text).toContain('same program');
      expect(other.page.section('Near this one on the shelf')?.text).toMatch(
        /same (?:partner|subject)/,
      );
    },
  },
];

export function isOver({ course_runs: runs }: CourseResource): boolean {
  const all = runs ?? [];
  return all.length > 0 && all.every((run) => run.availability === 'Archived');
}
