import type { APIRoute } from 'astro';
import { csvFileNameOf, parseOrdering } from '#admin';
import { getAdminPaths } from '../../../components/admin/interface.ts';
import { readLearnerChoices } from '../../../components/admin/learners/learner-choices.ts';

export const prerender = false;

/**
 * The rows as a file: those that a person's filter lets through (`of=shown`), or all. It is made as it is read,
 * from the rows that are there; where none are, all are read first.
 */
export const GET: APIRoute = async ({ locals, url, request, redirect }) => {
  const isWhole = url.searchParams.get('of') !== 'shown';
  const { filter } = await readLearnerChoices(locals);
  const ordering = parseOrdering(url.searchParams.get('ordering') ?? undefined);
  const { learners } = locals;
  const set = await locals.attempt(
    async () => learners.current() ?? learners.load({ signal: request.signal }),
  );
  // The page says why.
  if (!set.isOk) return redirect(getAdminPaths().learners, 303);
  const parts = set.value.csv({ filter: isWhole ? {} : filter, ordering, hasByteOrderMark: true });
  return new Response(streamOf(parts), { headers: headersOf(locals) });
};

/** Astro would run the other for it, and read all rows. */
export const HEAD: APIRoute = ({ locals }) => new Response(null, { headers: headersOf(locals) });

/** Makes a part when the last one is on its way, and stops when nobody reads any more. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const step: IteratorResult<string, undefined> = await parts.next();
      if (step.done === true) controller.close();
      else controller.enqueue(encoder.encode(step.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

function headersOf({ site, now }: App.Locals) {
  const name = csvFileNameOf(site.companyName, now());
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
}
