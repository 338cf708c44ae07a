import { parseDate } from '#catalog';
import { countOf, formatCount } from '../count.ts';
import { formatMoment } from '../moment.ts';

export const countRows = (rows: number): string => countOf(rows, 'row');

export const countRequests = (requests: number): string => countOf(requests, 'request');

/** How far the reading of all rows is. */
export function describeProgress({ requestsDone, requests, rows }: LoadState): string {
  if (requests === undefined) return 'The first request is under way';
  const done = `${formatCount(requestsDone)} of ${countRequests(requests)}`;
  return rows === 0 ? done : `${done}, ${countRows(rows)}`;
}

/** "23 Nov 2026, 02:00 UTC"; the day alone where no time was said, nothing where it is no date. */
export function describeMoment(moment: string | undefined): string | undefined {
  const date = parseDate(moment);
  if (date === undefined) return undefined;
  const words = formatMoment(Date.parse(date));
  return date.includes('T') ? words : words.split(',')[0];
}

/** What of the rows is missing, a sentence for each reason. */
export function describeGaps({ refused, lostPages, isComplete, isSuspect }: Gaps): string[] {
  const sentences: string[] = [];
  if (refused > 0) {
    const are =
      refused === 1 ? 'could not be understood and is' : 'could not be understood and are';
    sentences.push(`${countRows(refused)} ${are} missing.`);
  }
  if (!isComplete) {
    const whose = lostPages === 1 ? 'its' : 'their';
    sentences.push(
      lostPages > 0
        ? `${countOf(lostPages, 'page')} of the summary could not be read: ${whose} rows are missing from all lists, numbers and files.`
        : 'The summary could not be read to its end: rows are missing from all lists, numbers and files.',
    );
  }
  if (isSuspect) {
    sentences.push(
      'The summary changed while it was read: a few rows may be missing. Read it again.',
    );
  }
  return sentences;
}

interface LoadState {
  requestsDone: number;
  requests: number | undefined;
  rows: number;
}

interface Gaps {
  refused: number;
  lostPages: number;
  isComplete: boolean;
  isSuspect: boolean;
}
