import { levelKeyOf } from './item-terms.ts';
import { compareText } from './order.ts';

const keys = ['high-school', 'introductory', 'intermediate', 'advanced'];

/** By what they ask for, whichever way they are spelled; levels that we don't know follow by name. */
export function compareLevels(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || compareText(one, other);
}

function rankOf(level: string): number {
  const rank = keys.indexOf(levelKeyOf(level));
  return rank === -1 ? keys.length : rank;
}
