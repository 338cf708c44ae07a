import type { ProgramResource } from '#enterprise-api/contract';
import type { MappingContext } from './map-parts.ts';
import type { Degree, SafeHtml } from './types.ts';
import { entriesOf, parseText } from './values.ts';

type DegreeResource = NonNullable<ProgramResource['degree']>;

export function mapDegree(
  degree: ProgramResource['degree'],
  context: MappingContext,
): Degree | undefined {
  if (degree === null || degree === undefined) return undefined;
  const texts = (entries: (string | null | undefined)[]): string[] =>
    entries.flatMap((text) => parseText(text) ?? []);
  const metadata = degree.additional_metadata;
  return {
    applicationRequirements: requirementOf(degree.application_requirements, context),
    prerequisiteCoursework: requirementOf(degree.prerequisite_coursework, context),
    specializations: texts(entriesOf(degree.specializations)),
    quickFacts: texts(entriesOf(degree.quick_facts).map((fact) => fact.text)),
    overallRanking: parseText(degree.overall_ranking),
    rankings: texts(
      entriesOf(degree.rankings).map(({ rank, description, source }) =>
        joined(rank, description, source),
      ),
    ),
    costs: texts(entriesOf(degree.costs).map((cost) => joined(cost.description, cost.amount))),
    costsFinePrint: context.html(degree.costs_fine_print, 'degree.costs_fine_print'),
    deadlines: entriesOf(degree.deadlines).flatMap((deadline) => deadlineOf(deadline, context)),
    deadlinesFinePrint: context.html(degree.deadlines_fine_print, 'degree.deadlines_fine_print'),
    applyUrl: context.url(degree.apply_url, 'degree.apply_url'),
    externalUrl:
      context.url(metadata?.external_url, 'degree.additional_metadata.external_url') ??
      context.url(metadata?.organic_url, 'degree.additional_metadata.organic_url'),
  };
}

/** A date that can't be read stays in the source's words, as part of the name. */
function deadlineOf(
  { name, semester, date, time }: NonNullable<NonNullable<DegreeResource['deadlines']>[number]>,
  context: MappingContext,
): Degree['deadlines'] {
  const parsed = context.date(date, 'degree.deadlines');
  const words = joined(name, semester, parsed === undefined ? date : undefined);
  if (words === '' && parsed === undefined) return [];
  return [{ name: words, date: parsed, time: parseText(time) }];
}

/** The source's placeholder "TBD" says nothing to a reader. */
function requirementOf(
  value: string | null | undefined,
  context: MappingContext,
): SafeHtml | undefined {
  return value?.trim().toUpperCase() === 'TBD' ? undefined : context.html(value, 'degree');
}

function joined(...parts: unknown[]): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .map(String)
    .join(', ');
}
