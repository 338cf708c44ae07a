import type { APIRoute } from 'astro';
import { findOperationLine, streamResultsCsv } from '#admin/operation-report';
import { describeOutcome } from '../../../../components/admin/operations/result-words.ts';

export const prerender = false;

/** All results of an operation as a file. */
export const GET: APIRoute = async ({ locals, params }) => {
  const line = await findOperationLine(locals, params['operation'] ?? '');
  if (line === undefined) return new Response('There is no such operation.\n', { status: 404 });
  const { id, kind, createdAt } = line.state;
  const day = new Date(createdAt).toISOString().slice(0, 10);
  const body = streamResultsCsv(locals.store, id, (result) => describeOutcome(result).text);
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${kind}-${day}-${id.slice(0, 8)}.csv"`,
    },
  });
};
