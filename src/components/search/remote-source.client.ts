import type { SearchSource } from '#search/browser';
import type { WorkerAnswer, WorkerCall } from './worker-calls.ts';

/**
 * The search of the site under `base`, which runs in a worker: started when it is first needed, or prepared for. A
 * worker that breaks off fails what was asked of it, and a new one is started for what is asked next.
 */
export function createRemoteSource(site: {
  base: string;
  home: string;
}): SearchSource & { prepare: () => void } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let worker: Worker | undefined;
  let lastId = 0;

  const start = (): Worker => {
    if (worker !== undefined) return worker;
    const started = new Worker(new URL('search-worker.client.ts', import.meta.url), {
      type: 'module',
      name: JSON.stringify(site),
    });
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data) asked?.reject(data.error);
      else asked?.resolve(data.value);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      started.terminate();
      worker = undefined;
      const reason = new Error('The search worker broke off.', { cause: event });
      for (const asked of waiting.values()) asked.reject(reason);
      waiting.clear();
    });
    worker = started;
    return started;
  };
  const ask =
    <Method extends keyof SearchSource>(method: Method) =>
    (...values: Parameters<SearchSource[Method]>): ReturnType<SearchSource[Method]> => {
      const id = (lastId += 1);
      const asked = Promise.withResolvers<unknown>();
      waiting.set(id, asked);
      start().postMessage({ id, method, values } satisfies WorkerCall);
      // The worker answers each method with its own.
      return asked.promise as ReturnType<SearchSource[Method]>;
    };

  return {
    find: ask('find'),
    search: ask('search'),
    countFacets: ask('countFacets'),
    suggest: ask('suggest'),
    writeList: ask('writeList'),
    fetchCards: ask('fetchCards'),
    prepare: start,
  };
}
