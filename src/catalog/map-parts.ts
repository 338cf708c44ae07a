import type { CourseResource, CourseRunResource } from '#enterprise-api/contract';
import { sanitize } from './html.ts';
import { parseLanguage } from './language.ts';
import { slugOf } from './slug.ts';
import type {
  DateText,
  Instructor,
  LocationRestriction,
  Partner,
  ProgramReference,
  Reference,
  SafeHtml,
  Skill,
} from './types.ts';
import { parseDate } from './dates.ts';
import { entriesOf, excerpt, parseText, parseUrl, uniqueBy, type NoteTaker } from './values.ts';

/** What every mapper needs while it maps one item. */
export interface MappingContext {
  note: NoteTaker;
  /** Sanitised HTML, or undefined; the same text is sanitised once for the item. */
  html: (value: unknown, path: string) => SafeHtml | undefined;
  date: (value: unknown, path: string) => DateText | undefined;
  url: (value: unknown, path: string) => string | undefined;
  language: (value: unknown, path: string) => string | undefined;
  /** Whether a text of the item was too long and lost its end. */
  isTextCut: () => boolean;
}

export function createMappingContext(note: NoteTaker): MappingContext {
  const sanitised = new Map<string, SafeHtml | undefined>();
  let isCut = false;
  return {
    note,
    html(value, path) {
      const text = parseText(value);
      if (text === undefined) return undefined;
      if (sanitised.has(text)) return sanitised.get(text);
      const result = sanitize(text);
      if (result?.isCut === true) {
        isCut = true;
        note(path, 'is longer than 64 KB; its end was cut.');
      }
      sanitised.set(text, result?.html);
      return result?.html;
    },
    date(value, path) {
      const parsed = parseDate(value);
      const isGiven = value !== null && value !== undefined && value !== '';
      if (parsed === undefined && isGiven) note(path, `is no date: ${excerpt(value)}`);
      return parsed;
    },
    url: (value, path) => parseUrl(value, path, note),
    language(value, path) {
      const parsed = parseLanguage(value);
      const isGiven = value !== null && value !== undefined && value !== '';
      if (parsed === undefined && isGiven) note(path, `is no language: ${excerpt(value)}`);
      return parsed;
    },
    isTextCut: () => isCut,
  };
}

type Organizations = NonNullable<CourseResource['owners']>;

export function mapPartners(
  organizations: Organizations | null | undefined,
  context: MappingContext,
  path: string,
): Partner[] {
  const partners = entriesOf(organizations).flatMap((organization, index) => {
    const name = parseText(organization.name) ?? parseText(organization.key);
    if (name === undefined) {
      context.note(`${path}.${index}`, 'has neither a name nor a key.');
      return [];
    }
    return [
      {
        key: parseText(organization.key) ?? name,
        name,
        description: context.html(organization.description, `${path}.${index}.description`),
        marketingUrl: context.url(organization.marketing_url, `${path}.${index}.marketing_url`),
        logoUrl: context.url(organization.logo_image_url, `${path}.${index}.logo_image_url`),
      },
    ];
  });
  return uniqueBy(partners, (partner) => partner.key);
}

/** Sparse items name their owners like "IUx: Indiana University" (api-ground-truth §5.2). */
export function mapOrganizationNames(names: string[] | null | undefined): Partner[] {
  return entriesOf(names).map((text) => {
    const [, key, name] = /^([^:]+):\s*(.+)$/.exec(text) ?? [];
    return { key: (key ?? text).trim(), name: (name ?? text).trim() };
  });
}

type Subjects = NonNullable<CourseResource['subjects']>;

/** Subjects are objects, or their names alone in sparse items. */
export function mapSubjects(subjects: Subjects | null | undefined): Reference[] {
  const references = entriesOf(subjects).flatMap((subject) => {
    const name = parseText(typeof subject === 'string' ? subject : subject.name);
    if (name === undefined) return [];
    const key = typeof subject === 'string' ? undefined : parseText(subject.slug);
    return [{ key: key ?? slugOf(name), name }];
  });
  return uniqueBy(references, (reference) => reference.key);
}

type Skills = NonNullable<CourseResource['skills']>;

/** `skills` with descriptions, completed by `skill_names`; one skill has one name whatever its case. */
export function mapSkills(
  skills: Skills | null | undefined,
  names: string[] | null | undefined,
): Skill[] {
  const all = [...entriesOf(skills), ...entriesOf(names)].flatMap((skill) => {
    const name = parseText(typeof skill === 'string' ? skill : skill.name);
    if (name === undefined) return [];
    const description = typeof skill === 'string' ? undefined : parseText(skill.description);
    return [{ key: name.toLowerCase(), name, description }];
  });
  return uniqueBy(all, (skill) => skill.key);
}

type Topics = CourseResource['topics'];

export function mapTopics(topics: Topics): string[] {
  const names = entriesOf(topics).flatMap(
    (topic) => parseText(typeof topic === 'string' ? topic : (topic.name ?? topic.title)) ?? [],
  );
  return [...new Set(names)];
}

/** Undefined where the restriction names no place. */
export function mapLocation(
  restriction: CourseResource['location_restriction'],
): LocationRestriction | undefined {
  const kind = locationKinds[restriction?.restriction_type?.toLowerCase() ?? ''];
  const countries = codesOf(restriction?.countries);
  const states = codesOf(restriction?.states);
  if (kind === undefined || countries.length + states.length === 0) return undefined;
  return { kind, countries, states };
}

const locationKinds: Record<string, LocationRestriction['kind']> = {
  allowlist: 'only',
  blocklist: 'except',
};

function codesOf(codes: string[] | null | undefined): string[] {
  const known = entriesOf(codes).map((code) => code.trim().toUpperCase());
  return [...new Set(known.filter((code) => /^[A-Z]{2}$/.test(code)))];
}

export function mapSource(source: CourseResource['product_source']): string | undefined {
  return parseText(typeof source === 'string' ? source : source?.name);
}

type Programs = NonNullable<CourseResource['programs']>;

export function mapProgramReferences(programs: Programs | null | undefined): ProgramReference[] {
  const references = entriesOf(programs).flatMap((program) => {
    const uuid = parseText(program.uuid);
    if (uuid === undefined) return [];
    return [{ uuid, title: parseText(program.title) ?? uuid, type: parseText(program.type) }];
  });
  return uniqueBy(references, (reference) => reference.uuid);
}

type People = NonNullable<CourseRunResource['staff']>;

/** People as they may be published: never their e-mail address. */
export function mapInstructors(
  people: People | null | undefined,
  context: MappingContext,
  path: string,
): Instructor[] {
  const instructors = entriesOf(people).flatMap((person, index) => {
    const name = [person.given_name, person.family_name].map(parseText).filter(Boolean).join(' ');
    if (name === '') return [];
    return [
      {
        key: parseText(person.uuid) ?? parseText(person.slug) ?? name,
        name,
        position: positionOf(person),
        bio: context.html(person.bio, `${path}.${index}.bio`),
        pictureUrl: pictureOf(person, context, `${path}.${index}`),
        sourceSlug: parseText(person.slug),
      },
    ];
  });
  return uniqueBy(instructors, (instructor) => instructor.key);
}

export function mapLearningItems(
  items: CourseResource['expected_learning_items'],
  context: MappingContext,
  path: string,
): SafeHtml[] {
  return entriesOf(items).flatMap((item, index) => {
    const html = context.html(typeof item === 'string' ? item : item.value, `${path}.${index}`);
    return html === undefined ? [] : [html];
  });
}

/** "Introductory", "introductory", "high_school" and `{ name }` all mean one level. */
export function mapLevel(level: CourseResource['level_type']): string | undefined {
  const name = parseText(typeof level === 'object' ? level?.name : level);
  if (name === undefined) return undefined;
  return name
    .split(/[\s_-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ');
}

export function imageUrlOf(
  candidates: { value: unknown; path: string }[],
  context: MappingContext,
): string | undefined {
  for (const { value, path } of candidates) {
    const source =
      typeof value === 'object' && value !== null ? (value as { src?: unknown }).src : value;
    const url = context.url(source, path);
    if (url !== undefined) return url;
  }
  return undefined;
}

export function mapLanguages(
  languages: unknown[] | null | undefined,
  context: MappingContext,
  path: string,
): string[] {
  const codes = entriesOf(languages).map((language, index) =>
    context.language(language, `${path}.${index}`),
  );
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** Title and organization, as one line. */
export function positionOf(person: People[number]): string | undefined {
  const organization =
    parseText(person.position?.organization_override) ??
    parseText(person.position?.organization_name);
  const parts = [parseText(person.position?.title), organization].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? undefined : parts.join(', ');
}

function pictureOf(
  person: People[number],
  context: MappingContext,
  path: string,
): string | undefined {
  const image = person.profile_image;
  const medium =
    typeof image === 'object' && image !== null
      ? (image as { medium?: unknown }).medium
      : undefined;
  const url =
    typeof medium === 'object' && medium !== null ? (medium as { url?: unknown }).url : undefined;
  return (
    context.url(person.profile_image_url, `${path}.profile_image_url`) ??
    context.url(url, `${path}.profile_image.medium.url`)
  );
}
