import { expect } from 'vitest';
import { textOf } from './built-page.ts';
import { words } from './read-inventory.ts';
import type { Row } from './row.ts';

const decisionMakers = 'Data Practice for Decision Makers';

export const programRows: Row[] = [
  {
    name: '2.4.1 Breadcrumb',
    check: ({ program }) => {
      const { item, page } = program(({ title }) => title === decisionMakers);

      expect(page.text).toContain(`Catalogue Programs ${item.title}`);
    },
  },
  {
    name: '2.4.2 Hero',
    check: ({ program }) => {
      const { item, page } = program((one) => one.subtitle !== one.marketing_hook);

      expect(page.title).toBe(item.title);
      expect(page.text).toContain(item.subtitle);
      expect(page.text).toContain(item.marketing_hook);
    },
  },
  {
    name: '2.4.3 Data bar',
    check: ({ program }) => {
      const { item, page } = program(
        (one) => one.is_program_eligible_for_one_click_purchase === true,
      );
      const keys = (item.authoring_organizations ?? []).map((one) => one.key).join(', ');

      expect(page.text).toContain(`${String(item.type)} program${keys}`);
      for (const organization of item.authoring_organizations ?? [])
        expect(page.pictures.map(({ alt }) => alt)).toContain(
          `Website of ${String(organization.name)}`,
        );
      expect(page.box.text).toContain('All its courses can be bought in one step.');
    },
  },
  {
    name: '2.4.4 What you’ll learn',
    check: ({ program }) => {
      const { item, page } = program((one) => (one.expected_learning_items ?? []).length > 0);

      for (const learned of item.expected_learning_items ?? [])
        expect(page.section('What you learn')?.text).toContain(learned);
    },
  },
  {
    name: '2.4.5 About this program',
    check: ({ program }) => {
      const { item, page } = program((one) => Boolean(one.overview));

      expect(page.section('About')?.text).toBe(textOf(item.overview ?? ''));
    },
  },
  {
    name: '2.4.6 Courses in this program',
    check: ({ program }) => {
      const { item, page } = program(({ title }) => title === decisionMakers);
      const courses = page.section('Courses');

      for (const course of item.courses ?? []) {
        expect(courses?.text).toContain(course.title);
        expect(courses?.text).toContain(textOf(course.short_description ?? ''));
      }
      expect(courses?.text).toMatch(/Start(?:s|ed) \d+ \w+ \d{4}/);
      expect(courses?.text).toContain('Not in Tarnholt’s catalogs.');
      expect(courses?.links.filter(({ href }) => href.startsWith('/courses/'))).toHaveLength(
        (item.courses ?? []).length - 1,
      );
    },
  },
  {
    name: '2.4.7 Instructors',
    check: ({ program }) => {
      const { item, page } = program((one) => (one.instructor_ordering ?? []).length > 4);
      const section = page.section('Instructors');

      for (const person of item.instructor_ordering ?? [])
        expect(section?.text).toContain(person.given_name);
      expect(section?.html.indexOf('<details') ?? -1).toBeGreaterThan(-1);
    },
  },
  {
    name: '2.4.8 Sidebar',
    check: ({ program }) => {
      const { item, page } = program(
        ({ courses, title }) => (courses ?? []).length > 2 && title !== decisionMakers,
      );
      const { total_hours_of_effort: hours } = item;
      const { min_hours_effort_per_week: min, max_hours_effort_per_week: max } = item;
      const weeks = Number(item.weeks_to_complete);

      expect(page.fact('Courses')).toMatch(new RegExp(`^${String(item.courses?.length)}`));
      expect(page.fact('Length')).toBe(
        `${String(Math.round(weeks / 4))} months ${String(weeks)} weeks, ${words.formatNumber(Number(hours))} hours in all`,
      );
      expect(page.fact('Effort')).toBe(`${String(min)}–${String(max)} h a week`);
      expect(page.fact('Pacing')).toMatch(/^(?:Mixed \d self-paced|Self-paced|Instructor-led)/);
    },
  },
  {
    name: '2.4.9 Endorsements, job outlook, credit',
    check: ({ program }) => {
      const company = program((one) => (one.corporate_endorsements ?? []).length > 0);
      const person = program((one) => (one.individual_endorsements ?? []).length > 0);
      const outlook = program((one) => (one.job_outlook_items ?? []).length > 0);
      const credit = program((one) => (one.credit_backing_organizations ?? []).length > 0);
      const [endorsement] = person.item.individual_endorsements ?? [];

      expect(company.page.section('Endorsements')?.text).toContain(
        company.item.corporate_endorsements?.[0]?.corporation_name,
      );
      expect(person.page.section('Endorsements')?.text).toContain(
        endorsement?.endorser?.position?.title,
      );
      for (const item of outlook.item.job_outlook_items ?? [])
        expect(outlook.page.section('Why this field')?.text).toContain(item);
      expect(credit.page.section('Credit')?.text).toBe(
        `Credit is given by ${String(credit.item.credit_backing_organizations?.[0]?.name)}. ${textOf(String(credit.item.credit_redemption_overview))}`,
      );
      expect(credit.page.fact('Credit')).toBe(String(credit.item.credit_value));
    },
  },
  {
    name: '2.4.10 Enrolling now',
    check: ({ program }) => {
      const some = program(({ title }) => title === decisionMakers);
      const all = program(
        ({ courses, title }) => courses?.length === 3 && title !== decisionMakers,
      );
      const [range] = all.item.price_ranges ?? [];

      expect(some.page.box.text).toContain('4 of 5 courses are in your catalogs.');
      expect(all.page.box.text).toMatch(
        /3 courses in (?:at least )?\d+ months?\. All 3 courses are in your/,
      );
      expect(all.page.fact('Price')).toContain(`$${String((range as { min: number }).min)}`);
      expect(all.page.fact('Price')).toMatch(/for all$/);
    },
  },
  {
    name: '2.4.11 FAQ',
    check: ({ program }) => {
      const { item, page } = program((one) => (one.faq ?? []).length > 0);

      for (const entry of item.faq ?? []) {
        if (typeof entry !== 'object') continue;
        expect(page.section('Questions')?.text).toContain(entry.question);
        expect(page.section('Questions')?.text).toContain(textOf(entry.answer ?? ''));
      }
    },
  },
  {
    name: '2.4.12 Enroll',
    check: ({ program }) => {
      const { item, page } = program(({ title }) => title === decisionMakers);

      expect(page.box.html).toMatch(/<a [^>]*data-offer/);
      expect(page.box.links[0]?.href).toContain(`/program/${item.uuid}/enroll/`);
    },
  },
  {
    name: '2.4.13 Degree',
    check: ({ program }) => {
      const { item, page } = program(({ degree }) => Boolean(degree));
      const { degree } = item;
      const [curriculum] = item.curricula ?? [];

      for (const specialization of degree?.specializations ?? [])
        expect(page.section('Specializations')?.text).toContain(specialization);
      expect(page.section('How to apply')?.text).toBe(
        textOf(degree?.application_requirements ?? ''),
      );
      expect(page.section('Deadlines')?.text).toContain(
        words.formatDate(String(degree?.deadlines?.[0]?.date)),
      );
      expect(page.section('Deadlines')?.text).toContain(textOf(degree?.deadlines_fine_print ?? ''));
      expect(page.section('Costs')?.text).toContain(degree?.costs?.[0]?.amount);
      expect(page.section('Costs')?.text).toContain(textOf(degree?.costs_fine_print ?? ''));
      expect(page.section('Rankings')?.text).toContain(degree?.rankings?.[0]?.source);
      expect(page.section('Rankings')?.text).toContain(degree?.overall_ranking);
      expect(page.section('Quick facts')?.text).toContain(degree?.quick_facts?.[0]?.text);
      expect(page.section('Curriculum')?.text).toBe(textOf(curriculum?.marketing_text ?? ''));
      expect(page.box.links.map(({ href }) => href)).toEqual(
        expect.arrayContaining([degree?.apply_url, degree?.additional_metadata?.external_url]),
      );
      expect(page.fact('Level')).toBe('Intermediate');
      expect(page.fact('Language')).toBe('English');
      expect(page.fact('Length')).toBe(item.program_duration_override);
      expect(page.fact('Subjects')).toBe('Business & Management');
    },
  },
  {
    name: '2.4 Program card',
    check: ({ programCard }) => {
      const { item, page } = programCard(
        (one) =>
          one.authoring_organizations?.length === 1 &&
          Boolean(one.card_image_url) &&
          (one.courses ?? []).length > 0,
      );

      const key = item.authoring_organizations?.[0]?.key;

      expect(page.text).toMatch(new RegExp(`^${String(item.type)} program${String(key)} `));
      expect(page.links[0]?.text).toBe(item.title);
      expect(page.fact('Courses')).toBe(String(item.courses?.length));
      expect(page.pictures).toHaveLength(2);
    },
  },
];
