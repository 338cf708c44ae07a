import type { CourseRecord, Link } from '#catalog';

/** The partners as pages name them: executive education has one name in their place. */
export function partnersOf({
  course,
  partners,
}: Pick<CourseRecord, 'course' | 'partners'>): Link[] {
  if (course.partnerOverride === undefined) return partners;
  const known = partners.find(({ name }) => name === course.partnerOverride) ?? partners[0];
  return [{ name: course.partnerOverride, slug: known?.slug }];
}
