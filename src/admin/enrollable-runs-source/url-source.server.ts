import { answerFrom, unavailable, type RunsAnswer } from './answer.server.ts';
import { fetchBytes, type FetchOptions } from './fetch-bytes.server.ts';

const keptMs = 10 * 60_000;
const keptAfterFailureMs = 30_000;

/** Sends one request at a time; whoever asks meanwhile waits for its answer. */
export function createUrlSource(
  url: string,
  { now, ...options }: Omit<FetchOptions, 'etag'> & { now: () => number },
): () => Promise<RunsAnswer> {
  // The query may hold a signature.
  const place = new URL(url).origin + new URL(url).pathname;
  let known: { answer: RunsAnswer; etag: string } | undefined;
  let last: { answer: Promise<RunsAnswer>; until: number } | undefined;

  async function ask(): Promise<RunsAnswer> {
    const reply = await fetchBytes(url, { ...options, etag: known?.etag });
    if (reply.kind === 'failed') return unavailable(reply.reason, `${place} ${reply.what}`);
    if (reply.kind === 'unchanged') return known?.answer ?? unasked;
    const answer = answerFrom(reply.bytes, place);
    known = reply.etag === undefined ? undefined : { answer, etag: reply.etag };
    return answer;
  }

  const unasked = unavailable('refused', `${place} answers with status 304 without being asked.`);

  return () => {
    if (last === undefined || now() >= last.until) {
      const current = { answer: ask(), until: Infinity };
      last = current;
      void current.answer.then(({ kind }) => {
        current.until = now() + (kind === 'available' ? keptMs : keptAfterFailureMs);
      });
    }
    return last.answer;
  };
}
