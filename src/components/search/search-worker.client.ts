import { createSearchSource } from '#search/browser';
import type { WorkerAnswer, WorkerCall } from './worker-calls.ts';

/** Searches in a thread of its own, so that the page stays at hand. Its name says where the site stands. */
const site = JSON.parse(self.name) as { base: string; home: string };
const source = createSearchSource(site);

addEventListener('message', ({ data }: MessageEvent<WorkerCall>) => {
  void answer(data).then((answered) => postMessage(answered));
});

async function answer({ id, method, values }: WorkerCall): Promise<WorkerAnswer> {
  try {
    // Each method with values of its own; their types are those of `SearchSource`.
    const ask = source[method] as (...values: unknown[]) => Promise<unknown>;
    return { id, value: await ask(...values) };
  } catch (error) {
    return { id, error };
  }
}
