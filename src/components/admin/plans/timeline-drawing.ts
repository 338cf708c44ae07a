import type { TimelineEntry } from '#admin';
import { beginningOf, endOf } from '#catalog';

/** Narrower than this, words would run into the next ones. */
const narrowest = 110;

/**
 * Periods side by side on a line of `width`, with the place of `now` (milliseconds). What has no start or no end
 * can't be drawn and is left out; undefined where nothing is left.
 */
export function layOutTimeline<Entry extends Pick<TimelineEntry, 'start' | 'end'>>(
  entries: readonly Entry[],
  { now, width }: { now: number; width: number },
): TimelineDrawing<Entry> | undefined {
  const periods = entries.flatMap((entry) => {
    if (entry.start === undefined || entry.end === undefined) return [];
    const [from, to] = [beginningOf(entry.start), endOf(entry.end)];
    return to > from ? [{ entry, from, to }] : [];
  });
  const first = Math.min(...periods.map(({ from }) => from));
  const last = Math.max(...periods.map(({ to }) => to));
  if (periods.length === 0) return undefined;
  const placeOf = (time: number): number =>
    Math.round(((time - first) / (last - first)) * width * 10) / 10;
  return {
    today: now >= first && now <= last ? placeOf(now) : undefined,
    end: new Date(last).toISOString(),
    segments: periods.map(({ entry, from, to }) => {
      const x = placeOf(from);
      const length = placeOf(to) - x;
      return { entry, x, length, hasWords: length >= narrowest };
    }),
  };
}

interface TimelineDrawing<Entry> {
  /** Undefined where it is before the first or after the last. */
  today: number | undefined;
  end: string;
  segments: { entry: Entry; x: number; length: number; hasWords: boolean }[];
}
