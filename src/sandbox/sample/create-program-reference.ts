import { createMarketingUrl, toAscii } from './links.ts';
import type { ProgramPlan } from './program-plans.ts';
import { createUuid } from './random.ts';

export function createTypeAttributes(type: string) {
  return {
    uuid: createUuid(`program-type:${type}`),
    slug: toAscii(type.replace(/(?<=[a-z])(?=[A-Z])/g, '')),
    coaching_supported: false,
  };
}

/** How courses and runs name a program that they are part of. */
export function createProgramReference(plan: ProgramPlan) {
  const type = createTypeAttributes(plan.type);
  return {
    uuid: plan.uuid,
    title: plan.title,
    type: plan.type,
    type_attrs: type,
    marketing_slug: plan.urlSlug,
    marketing_url: createMarketingUrl(`${type.slug}/${plan.urlSlug}`),
    number_of_courses: plan.courses.length,
  };
}
