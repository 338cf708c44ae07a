import { formatCsvText } from '#csv';
import type { Store } from '../store/index.server.ts';
import { walkResultLines, type ResultLine } from './result-lines.server.ts';

const header = 'address,course_run,outcome,detail,license_uuid,job_id';

/** Characters that are handed on at once. */
const partLength = 64 * 1024;

/**
 * All results of an operation as CSV, read as far as somebody takes them: RFC 4180, guarded against formulas.
 * `describe` gives the words for a result.
 */
export function streamResultsCsv(
  store: Store,
  operationId: string,
  describe: (line: ResultLine) => string,
): ReadableStream<Uint8Array> {
  const parts = writeParts(walkResultLines(store, operationId), describe);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* writeParts(
  lines: AsyncIterable<ResultLine>,
  describe: (line: ResultLine) => string,
): AsyncGenerator<string, void> {
  let part = `${header}\r\n`;
  for await (const line of lines) {
    part += `${toCells(line, describe(line)).map(formatCsvText).join(',')}\r\n`;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

function toCells({ address, courseRun = '', outcome, detail }: ResultLine, words: string) {
  return [
    ...[address, courseRun, outcome, words],
    detail?.code === 'assigned' ? detail.licenseUuid : '',
    detail?.code === 'accepted' ? detail.jobId : '',
  ];
}
