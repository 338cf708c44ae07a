/** How long a browser waits before it connects again. */
const retryMs = 3000;

/** A sign of life at least so often: proxies end what is silent. */
const defaultHeartbeatMs = 15_000;

/**
 * Server-sent events, one for each value, until there are no more or the reader is gone; `open` gets a signal that
 * says so.
 */
export function streamEvents(
  open: (gone: AbortSignal) => AsyncIterable<unknown>,
  { heartbeatMs = defaultHeartbeatMs }: { heartbeatMs?: number } = {},
): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(`${text}\n\n`));
      write(`retry: ${String(retryMs)}`);
      const heartbeat = setInterval(() => write(': still here'), heartbeatMs);
      gone.signal.addEventListener('abort', () => clearInterval(heartbeat));
      // Not awaited: a stream is read only once this has returned.
      void run(async () => {
        for await (const value of open(gone.signal)) {
          if (gone.signal.aborted) return;
          write(`data: ${JSON.stringify(value)}`);
        }
        if (!gone.signal.aborted) controller.close();
      });

      async function run(work: () => Promise<void>): Promise<void> {
        try {
          await work();
        } catch (error) {
          if (!gone.signal.aborted) controller.error(error);
        } finally {
          gone.abort();
        }
      }
    },
    cancel() {
      gone.abort();
    },
  });
}
