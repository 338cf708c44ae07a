import type { APIRoute } from 'astro';
import { describeProgress } from '../../../components/admin/learners/data-words.ts';

export const prerender = false;

/** Tells how far the reading of all rows is until it ends, as server-sent events; starts nothing. */
export const GET: APIRoute = ({ locals }) => {
  const gone = new AbortController();
  const states = locals.learners.watch(gone.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step: IteratorResult<State, undefined> = await states.next();
      if (gone.signal.aborted) return;
      const event = describe(step.value);
      controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      if (event.isLoading) return;
      gone.abort();
      controller.close();
    },
    cancel() {
      gone.abort();
    },
  });
  return new Response(body, { headers });
};

/** Astro would run the other for it. */
export const HEAD: APIRoute = () => new Response(null, { headers });

function describe(state: State | undefined) {
  if (state?.kind !== 'loading') return { isLoading: false };
  const { requestsDone, requests } = state;
  return { isLoading: true, requestsDone, requests, words: describeProgress(state) };
}

const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };

type State = ReturnType<App.Locals['learners']['state']>;
