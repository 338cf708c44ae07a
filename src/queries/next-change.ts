import { nextChangeOf } from '#catalog';
import { connect } from './connection.ts';

/**
 * The moment, in milliseconds, until which pages built now stay as they are: the next one at which a date of a
 * course changes a word or a list. Undefined where none will.
 */
export function findNextChange(): number | undefined {
  const { snapshot, now } = connect();
  let next: number | undefined;
  for (const { item } of snapshot.outlines('course')) {
    const change = nextChangeOf(item, now);
    if (change !== undefined && (next === undefined || change < next)) next = change;
  }
  return next;
}
