import type { APIRoute } from 'astro';
import { streamEvents } from '#admin/operation-report';
import { createProgressEvent } from '../../../../components/admin/operations/progress-event.ts';

export const prerender = false;

const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };

/** Tells how far an operation is until it is over, as server-sent events; ends at once where there is none. */
export const GET: APIRoute = ({ locals, params }) => {
  const body = streamEvents(async function* (gone) {
    for await (const state of locals.operations.watch(params['operation'] ?? '', gone)) {
      yield createProgressEvent(state);
    }
  });
  return new Response(body, { headers });
};

/** Astro would run the other for it. */
export const HEAD: APIRoute = () => new Response(null, { headers });
