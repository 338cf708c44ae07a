import type { Store } from '../store/index.server.ts';
import type { Changes } from './changes.server.ts';
import { isOver, readOperation } from './read-operation.server.ts';
import type { OperationState } from './types.server.ts';

/**
 * An operation's state, and each one that differs from the last, until it is over or the signal is aborted. What
 * other servers do is seen by asking the store every `pollMs`.
 */
export async function* watchOperation(
  id: string,
  {
    store,
    changes,
    signal,
    poll,
  }: {
    store: Store;
    changes: Changes;
    signal: AbortSignal;
    poll?: ((signal: AbortSignal) => Promise<unknown>) | undefined;
  },
): AsyncGenerator<OperationState> {
  let last = '';
  while (!signal.aborted) {
    // Before the state is read, so that no change falls in between.
    const change = changes.next(id);
    const turn = new AbortController();
    try {
      const state = await readOperation(store, id);
      if (state === undefined) return;
      const text = JSON.stringify(state);
      if (text !== last) yield state;
      last = text;
      if (isOver(state)) return;
      const ends = [change.happened, aborted(signal, turn.signal)];
      if (poll !== undefined) ends.push(poll(turn.signal).then(noValue, noValue));
      await Promise.race(ends);
    } finally {
      turn.abort();
      change.cancel();
    }
  }
}

function aborted(signal: AbortSignal, until: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  signal.addEventListener('abort', () => resolve(), { once: true, signal: until });
  return promise;
}

function noValue(): void {
  // A wait that is given up is as good as one that is over.
}
