/** So long may somebody read on who has signed out, or whose session has ended. */
const longestMs = 60_000;

/**
 * The same stream, ended in time: the browser connects again, and is asked again who it is. Nobody holds more of
 * them than the requests that they may make in that time.
 */
export function limitStream(
  stream: ReadableStream<Uint8Array>,
  { maxMs = longestMs }: { maxMs?: number } = {},
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>({
    start() {
      // What is being read ends with it; a stream that has failed has said so already.
      timer = setTimeout(() => void reader.cancel().catch(() => undefined), maxMs);
    },
    async pull(controller) {
      const step = await reader.read();
      if (!step.done) {
        controller.enqueue(step.value);
        return;
      }
      clearTimeout(timer);
      controller.close();
    },
    async cancel() {
      clearTimeout(timer);
      await reader.cancel();
    },
  });
}
