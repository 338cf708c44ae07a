import { expect, test } from 'vitest';
import { limitStream } from './limit-stream.server.ts';

test('a stream without an end is ended, and its source is told', async () => {
  let isTold = false;
  const endless = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
    cancel: () => {
      isTold = true;
    },
  });

  expect(await new Response(limitStream(endless, { maxMs: 1 })).text()).toBe('data: 1\n\n');
  expect(isTold).toBe(true);
});

test('a stream that ends by itself comes whole', async () => {
  const source = new Response('data: 1\n\ndata: 2\n\n').body;
  if (source === null) throw new Error('There is no body.');

  expect(await new Response(limitStream(source)).text()).toBe('data: 1\n\ndata: 2\n\n');
});

test('a reader who is gone is told to the source', async () => {
  let isTold = false;
  const endless = new ReadableStream<Uint8Array>({
    cancel: () => {
      isTold = true;
    },
  });

  await limitStream(endless).cancel();

  expect(isTold).toBe(true);
});
