const portal = 'https://enterprise.sandbox.example';

interface Place {
  course: string;
  isExecutive: boolean;
  run?: string | undefined;
}

/**
 * The learner portal's address in place of the learning system's: of the course, whichever run is meant, and
 * without the catalog (api-ground-truth §5.2). The company's name is read from the address itself.
 */
export function toPortalUrl(
  url: string | null | undefined,
  { course, isExecutive, run }: Place,
): string | null {
  if (typeof url !== 'string') return null;
  const slug = new URL(url).searchParams.get('utm_source') ?? 'company';
  const path = `${slug}/${isExecutive ? 'executive-education-2u' : 'course'}/${course}`;
  // Sorted by name, as the service writes them.
  const query = new URLSearchParams({
    ...(run !== undefined && { course_run_key: run }),
    utm_medium: 'enterprise',
    utm_source: slug,
  });
  return `${portal}/${path}?${query.toString()}`;
}
