import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { streamEvents } from '#admin/operation-report';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A reader that gives one message after the other, undefined at the end. */
function read(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  return {
    next: async () => {
      const { value } = await reader.read();
      return value && decoder.decode(value);
    },
    leave: () => reader.cancel(),
  };
}

describe('streamEvents', () => {
  it('sends each value and ends after the last one', async () => {
    const { next } = read(
      streamEvents(async function* () {
        yield { done: 1 };
        yield { done: 2 };
      }),
    );

    expect(await next()).toBe('retry: 3000\n\n');
    expect(await next()).toBe('data: {"done":1}\n\n');
    expect(await next()).toBe('data: {"done":2}\n\n');
    expect(await next()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives a sign of life every 15 seconds', async () => {
    const { next, leave } = read(streamEvents(waitForEver));
    await next();

    await vi.advanceTimersByTimeAsync(30_000);
    expect(await next()).toBe(': still here\n\n');
    expect(await next()).toBe(': still here\n\n');
    await leave();
  });

  it('ends the watch once the reader has gone', async () => {
    const ended = Promise.withResolvers<void>();
    const { next, leave } = read(
      streamEvents(async function* (gone) {
        yield 1;
        gone.addEventListener('abort', () => ended.resolve());
        yield* waitForEver(gone);
      }),
    );
    await next();
    await next();

    await leave();
    await ended.promise;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('breaks off where the watch fails', async () => {
    const { next } = read(
      streamEvents(() => {
        throw new Error('The store is gone.');
      }),
    );

    await expect(async () => {
      while ((await next()) !== undefined);
    }).rejects.toThrow('The store is gone.');
    expect(vi.getTimerCount()).toBe(0);
  });
});

async function* waitForEver(gone: AbortSignal): AsyncGenerator<number> {
  await new Promise<void>((resolve) => gone.addEventListener('abort', () => resolve()));
}
